//! Bytes to text: which encoding a file is written in. Looks at the bytes only, never at the file's name.
//!
//! The order of the tests matters: byte-order mark, strict UTF-8, UTF-16 by how plausible its characters are, strict GB18030
//! and strict Big5, and only where both of these fit a statistical guess.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, DecoderResult, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// The labels of the encodings that a person can choose from.
pub const ENCODINGS: &[&str] = &["UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE"];

/// How many bytes the statistical guess looks at: it is slow, and surer does not get.
const GUESS: usize = 64 * 1024;

/// Fewer bytes than this tell a guess so little that Chinese of the mainland is assumed.
const SHORT: usize = 32;

/// The text in the encoding that the bytes show, and that encoding's label; `None` where none fits.
///
/// A last character that is cut in the middle becomes one replacement character: a truncated file is still readable.
pub(super) fn decode(bytes: &[u8]) -> Option<(String, &'static str)> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Some((strict(encoding, &bytes[mark..])?, name_of(encoding)));
    }
    if let Some(text) = strict(UTF_8, bytes) {
        // UTF-16 of ASCII letters is UTF-8 too, with NULs
        return if text.contains('\0') { utf16(bytes) } else { Some((text, name_of(UTF_8))) };
    }
    if let Some(found) = utf16(bytes) {
        return Some(found);
    }
    if bytes.contains(&0) {
        return None; // neither GB18030 nor Big5 text has one
    }
    let (encoding, text) = match (strict(GB18030, bytes), strict(BIG5, bytes)) {
        (Some(text), None) => (GB18030, text),
        (None, Some(text)) => (BIG5, text),
        (Some(simplified), Some(traditional)) => {
            if guess(bytes) == BIG5 {
                (BIG5, traditional)
            } else {
                (GB18030, simplified)
            }
        }
        (None, None) => return None,
    };
    Some((text, name_of(encoding)))
}

/// The text in the encoding that a person named; what does not fit becomes replacement characters. `None` where the label
/// names no encoding.
pub(super) fn decode_as(bytes: &[u8], label: &str) -> Option<(String, &'static str)> {
    let encoding = Encoding::for_label(label.as_bytes())?;
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    Some((text.into_owned(), name_of(encoding)))
}

/// The name of an encoding as people write it.
fn name_of(encoding: &'static Encoding) -> &'static str {
    if encoding == GB18030 { "GB18030" } else { encoding.name() }
}

/// The text if every byte fits but for a last character that is cut in the middle.
fn strict(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(decoder.max_utf8_buffer_length_without_replacement(bytes.len())?);
    let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, false);
    if result != DecoderResult::InputEmpty || read != bytes.len() {
        return None;
    }
    text.reserve(8);
    let (result, _) = decoder.decode_to_string_without_replacement(&[], &mut text, true);
    if result != DecoderResult::InputEmpty {
        text.push('\u{fffd}');
    }
    text.shrink_to_fit();
    Some(text)
}

/// UTF-16 without a mark: whichever byte order gives nearly nothing but Han, its marks and ASCII.
fn utf16(bytes: &[u8]) -> Option<(String, &'static str)> {
    if !bytes.len().is_multiple_of(2) || bytes.is_empty() {
        return None;
    }
    let little = plausible(bytes, u16::from_le_bytes);
    let big = plausible(bytes, u16::from_be_bytes);
    let (encoding, plausible) = if little >= big { (UTF_16LE, little) } else { (UTF_16BE, big) };
    if plausible * 100 <= bytes.len() / 2 * 95 {
        return None;
    }
    Some((strict(encoding, bytes)?, name_of(encoding)))
}

/// How many units are Han, Chinese marks, or printable ASCII.
fn plausible(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> usize {
    let fits = |unit: u16| matches!(unit, 0x09 | 0x0a | 0x0d | 0x20..=0x7e | 0xa0 | 0xb7 | 0x2010..=0x203b | 0x2160..=0x217f | 0x2460..=0x249b | 0x3000..=0x301f | 0x4e00..=0x9fff | 0xff00..=0xff5e);
    bytes.as_chunks::<2>().0.iter().filter(|pair| fits(unit(**pair))).count()
}

/// The statistical guess between encodings that both fit.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    // never told that these bytes are the last ones: a character cut by the limit would count as an error
    detector.feed(&bytes[..bytes.len().min(GUESS)], false);
    detector.guess((bytes.len() < SHORT).then_some(&b"cn"[..]), Utf8Detection::Deny)
}
