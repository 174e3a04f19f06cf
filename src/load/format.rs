//! Tells what a file is that is not plain text, by its first bytes and never by its name.

/// A known format that cannot be opened yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Pdf,
    /// Word's zipped format.
    Docx,
    /// Excel's zipped format.
    Xlsx,
    /// The Chinese standard for fixed pages, GB/T 33190.
    Ofd,
    Epub,
    Zip,
    /// A compound file: Word, Excel or WPS of old.
    Ole,
    Rtf,
    Html,
    Image,
    /// A compressed archive other than ZIP.
    Archive,
}

impl Format {
    /// The name under which the interface's words know it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Ofd => "ofd",
            Self::Epub => "epub",
            Self::Zip => "zip",
            Self::Ole => "ole",
            Self::Rtf => "rtf",
            Self::Html => "html",
            Self::Image => "image",
            Self::Archive => "archive",
        }
    }
}

/// The first bytes of formats that have some.
const MAGIC: &[(&[u8], Format)] = &[
    (b"%PDF-", Format::Pdf),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format::Ole),
    (b"{\\rtf", Format::Rtf),
    (b"\x89PNG\r\n\x1a\n", Format::Image),
    (b"\xff\xd8\xff", Format::Image),
    (b"GIF87a", Format::Image),
    (b"GIF89a", Format::Image),
    (b"II*\0", Format::Image),
    (b"MM\0*", Format::Image),
    (b"\x1f\x8b", Format::Archive),
    (b"7z\xbc\xaf\x27\x1c", Format::Archive),
    (b"Rar!\x1a\x07", Format::Archive),
];

/// How far into a file names of parts and tags are looked for, in bytes.
const HEAD: usize = 64 * 1024;

/// The format of these bytes where it is a known one that is not plain text.
pub(super) fn of(bytes: &[u8]) -> Option<Format> {
    if let Some(&(_, format)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(format);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(zip(bytes));
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") || bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]) {
        return Some(Format::Image);
    }
    is_html(bytes).then_some(Format::Html)
}

/// What is in an archive, by the names of its parts: they stand uncompressed at its beginning and at its end.
fn zip(bytes: &[u8]) -> Format {
    let ends = [&bytes[..bytes.len().min(HEAD)], &bytes[bytes.len().saturating_sub(HEAD)..]];
    let has = |name: &[u8]| ends.iter().any(|part| part.windows(name.len()).any(|window| window == name));
    [(&b"word/document"[..], Format::Docx), (b"xl/workbook", Format::Xlsx), (b"OFD.xml", Format::Ofd), (b"application/epub+zip", Format::Epub)]
        .into_iter()
        .find(|(name, _)| has(name))
        .map_or(Format::Zip, |(_, format)| format)
}

fn is_html(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let begins = |tag: &[u8]| bytes.get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag));
    begins(b"<!doctype html") || begins(b"<html") || begins(b"<head")
}

/// Whether bytes that no encoding fits are no text at all.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    let control = head.iter().filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c)).count();
    head.contains(&0) || control > 2 && control * 20 > head.len()
}

/// Whether decoded text is none that a person wrote.
pub(super) fn is_binary_text(text: &str) -> bool {
    let (mut all, mut control) = (0usize, 0usize);
    for c in text.chars().take(HEAD) {
        if c == '\0' {
            return true;
        }
        all += 1;
        control += usize::from(c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}'));
    }
    control > 2 && control * 20 > all
}
