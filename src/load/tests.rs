//! Files of every kind, each with what becomes of it.

use encoding_rs::{BIG5, GB18030};

use super::*;

const TEXT: &str = "2023年，全市共有幼儿园804所，在园幼儿3.5万名；普惠率达到80.5%。\n新建4所，“双减”工作稳步推进。";
const TRADITIONAL: &str = "全市共有幼稚園八百零四所，教師隊伍建設與學校課程發展的計畫已經完成，學生人數達到三萬五千名。";

fn utf16(text: &str, unit: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

fn found(bytes: &[u8]) -> (String, &'static str) {
    encoding::decode(bytes).unwrap_or_default()
}

#[test]
fn every_encoding_is_found() {
    let gb = GB18030.encode(TEXT).0;
    let big5 = BIG5.encode(TRADITIONAL).0;
    let with_mark = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
    for (bytes, text, label) in [
        (TEXT.as_bytes().to_vec(), TEXT, "UTF-8"),
        (with_mark(b"\xef\xbb\xbf", TEXT.into()), TEXT, "UTF-8"),
        (gb.to_vec(), TEXT, "GB18030"),
        (big5.to_vec(), TRADITIONAL, "Big5"),
        (utf16(TEXT, u16::to_le_bytes), TEXT, "UTF-16LE"),
        (utf16(TEXT, u16::to_be_bytes), TEXT, "UTF-16BE"),
        (with_mark(b"\xff\xfe", utf16(TEXT, u16::to_le_bytes)), TEXT, "UTF-16LE"),
        (with_mark(b"\xfe\xff", utf16(TEXT, u16::to_be_bytes)), TEXT, "UTF-16BE"),
        (utf16("only letters 123", u16::to_le_bytes), "only letters 123", "UTF-16LE"),
        (b"only letters 123".to_vec(), "only letters 123", "UTF-8"),
    ] {
        assert_eq!(found(&bytes), (text.to_owned(), label));
    }
}

#[test]
fn a_cut_file_keeps_its_encoding() {
    // 31 characters and more: below that nobody can tell
    for (bytes, label) in
        [(TEXT.as_bytes().to_vec(), "UTF-8"), (GB18030.encode(TEXT).0.to_vec(), "GB18030"), (BIG5.encode(TRADITIONAL).0.to_vec(), "Big5")]
    {
        for end in 62..=bytes.len() {
            let (text, found) = found(&bytes[..end]);
            assert_eq!(found, label, "{end} bytes: {text}");
        }
    }
}

#[test]
fn a_long_file_is_not_misjudged_where_the_guess_ends() {
    let text = format!("a{}", "教育".repeat(40_000));
    let bytes = GB18030.encode(&text).0;
    assert!(found(&bytes) == (text, "GB18030"));
}

#[test]
fn a_named_encoding_is_taken_at_its_word() {
    let bytes = GB18030.encode(TEXT).0;
    assert_eq!(encoding::decode_as(&bytes, "gbk").unwrap().0, TEXT);
    assert!(encoding::decode_as(&bytes, "UTF-8").unwrap().0.contains('\u{fffd}'));
    assert_eq!(encoding::decode_as(&bytes, "klingon"), None);
    for label in ENCODINGS {
        assert_eq!(encoding::decode_as(b"", label).unwrap().1, *label);
    }
}

#[test]
fn each_bad_file_has_its_reason() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    for (name, bytes, code, format) in [
        ("empty", &b""[..], "load-error-empty", None),
        ("blank", b"\xef\xbb\xbf \n\xe3\x80\x80\n", "load-error-empty", None),
        ("png.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "load-error-format", Some("image")),
        ("jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "load-error-format", Some("image")),
        ("pdf", b"%PDF-1.7\n", "load-error-format", Some("pdf")),
        ("docx", b"PK\x03\x04\x14\0\0\0word/document.xml", "load-error-format", Some("docx")),
        ("xlsx", b"PK\x03\x04\x14\0\0\0xl/workbook.xml", "load-error-format", Some("xlsx")),
        ("ofd", b"PK\x03\x04\x14\0\0\0OFD.xml", "load-error-format", Some("ofd")),
        ("epub", b"PK\x03\x04mimetypeapplication/epub+zip", "load-error-format", Some("epub")),
        ("zip", b"PK\x05\x06\0\0", "load-error-format", Some("zip")),
        ("doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "load-error-format", Some("ole")),
        ("rtf", b"{\\rtf1\\ansi", "load-error-format", Some("rtf")),
        ("html", b"\n <!DOCTYPE HTML><p>1", "load-error-format", Some("html")),
        ("gz", b"\x1f\x8b\x08\0", "load-error-format", Some("archive")),
        ("exe", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0", "load-error-binary", None),
        ("control", b"\x01\x02\x03abc", "load-error-binary", None),
        ("latin", b"caf\xe9 \xff\xff\xfe na\xefve r\xe9sum\xe9", "load-error-undecodable", None),
    ] {
        std::fs::write(path(name), bytes).unwrap();
        let error = load(&path(name), None).unwrap_err();
        assert_eq!(error.code(), code, "{name}");
        assert_eq!(error.path(), path(name));
        assert_eq!(error.values().iter().find(|(key, _)| *key == "format").map(|(_, value)| value.as_str()), format, "{name}");
    }
    let code = |path: &Path, label: Option<&str>| load(path, label).unwrap_err().code();
    assert_eq!(code(&path("none"), None), "load-error-missing");
    assert_eq!(code(&path("empty/inside"), None), "load-error-missing");
    assert_eq!(code(folder.path(), None), "load-error-not-a-file");
    assert_eq!(code(&path("latin"), Some("klingon")), "load-error-no-such-encoding");
    let big = std::fs::File::create(path("big.txt")).unwrap();
    big.set_len(LIMIT + 1).unwrap();
    assert_eq!(code(&path("big.txt"), None), "load-error-too-big");
    assert_eq!(load(&path("big.txt"), None).unwrap_err().values()[1], ("size", "65".to_owned()));
    let denied = std::io::Error::from(std::io::ErrorKind::PermissionDenied);
    assert_eq!(LoadError::io(Path::new("a"), &denied), LoadError::Denied("a".into()));
    assert_eq!(LoadError::io(Path::new("a"), &std::io::Error::other("disk")).code(), "load-error-io");
}

#[test]
fn every_reason_has_a_sentence_in_both_languages() {
    let path = || PathBuf::from("甲\u{1b}.txt");
    let errors = [
        LoadError::Missing(path()),
        LoadError::Denied(path()),
        LoadError::EmptyFolder(path()),
        LoadError::NotAFile(path()),
        LoadError::Empty(path()),
        LoadError::Format(path(), Format::Pdf),
        LoadError::Binary(path()),
        LoadError::TooBig(path(), LIMIT + 1),
        LoadError::Undecodable(path()),
        LoadError::NoSuchEncoding(path(), "klingon".to_owned()),
        LoadError::Io(path(), "disk".to_owned()),
    ];
    for source in [include_str!("../../assets/locale/zh-CN.ftl"), include_str!("../../assets/locale/en.ftl")] {
        for error in &errors {
            let start = source.find(&format!("\n{} =", error.code())).unwrap_or_else(|| panic!("{}", error.code()));
            let message = source[start + 1..].split("\n\n").next().unwrap();
            for (name, _) in error.values() {
                assert!(message.contains(&format!("${name}")), "{} lacks {name}", error.code());
            }
        }
        for format in ["pdf", "docx", "xlsx", "ofd", "epub", "zip", "ole", "rtf", "html", "image", "archive"] {
            assert!(source.contains(&format!("[{format}]")), "{format}");
        }
    }
    assert_eq!(errors[0].to_string(), r"甲\u{1b}.txt: load-error-missing");
}

#[test]
fn the_same_content_is_the_same_report() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.txt", "b.txt"] {
        std::fs::write(folder.path().join(name), "甲市").unwrap();
    }
    let ids = ["a.txt", "b.txt"].map(|name| load(&folder.path().join(name), None).unwrap().id);
    assert_eq!(ids[0], ids[1]);
    assert_eq!(identity(b"").0.as_ref(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

fn names(paths: &[PathBuf], base: &Path) -> Vec<String> {
    let name = |path: &Path| path.strip_prefix(base).unwrap_or(path).to_string_lossy().into_owned();
    expand(paths).iter().map(|it| it.as_ref().map_or_else(|error| format!("{}:{}", error.code(), name(error.path())), |path| name(path))).collect()
}

#[test]
fn a_folder_is_read_in_name_order() {
    let folder = tempfile::tempdir().unwrap();
    let base = folder.path();
    std::fs::create_dir_all(base.join("b/empty")).unwrap();
    std::fs::create_dir_all(base.join(".hidden")).unwrap();
    for name in ["c.TXT", "a.md", "b/x.text", "b/y.docx", "z.log", ".d.txt", ".hidden/e.txt"] {
        std::fs::write(base.join(name), "x").unwrap();
    }
    assert_eq!(names(&[base.to_owned()], base), ["a.md", "b/x.text", "c.TXT"]);
    assert_eq!(
        names(&[base.join("z.log"), base.join("none"), base.to_owned(), base.join("a.md")], base),
        ["z.log", "none", "a.md", "b/x.text", "c.TXT"]
    );
    assert_eq!(names(&[base.join("b/empty"), base.join("b")], base), ["load-error-empty-folder:b/empty", "b/x.text"]);
    assert_eq!(names(&[base.join("b"), base.join("b")], base), ["b/x.text"], "a folder named twice is not empty the second time");
}

#[cfg(unix)]
#[test]
fn links_in_circles_do_no_harm() {
    let folder = tempfile::tempdir().unwrap();
    let base = folder.path();
    std::fs::write(base.join("a.txt"), "x").unwrap();
    std::os::unix::fs::symlink(base, base.join("loop")).unwrap();
    std::os::unix::fs::symlink(base.join("a.txt"), base.join("b.txt")).unwrap();
    std::os::unix::fs::symlink(base.join("nowhere"), base.join("c.txt")).unwrap();
    assert_eq!(names(&[base.to_owned()], base), ["a.txt"]);
}
