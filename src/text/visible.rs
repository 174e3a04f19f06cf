//! Text that came from outside, made safe to show: nothing in it can steer a terminal or turn the reading direction.

use std::fmt::Write as _;
use std::path::Path;

/// The text with control characters (C0, C1, marks of reading direction) written as escapes, line ends and tabs too.
///
/// ```
/// use duizhao::text::visible;
/// assert_eq!(visible("大同\u{1b}[31m市"), r"大同\u{1b}[31m市");
/// ```
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push(&mut out, text);
    out
}

/// A path as [`visible`] text; bytes that are no text are written as `\xNN`.
pub fn visible_path(path: &Path) -> String {
    let mut out = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        push(&mut out, chunk.valid());
        for byte in chunk.invalid() {
            // writing to a string cannot fail
            let _ = write!(out, "\\x{byte:02x}");
        }
    }
    out
}

fn push(out: &mut String, text: &str) {
    for c in text.chars() {
        if is_steering(c) { out.extend(c.escape_default()) } else { out.push(c) }
    }
}

/// Whether a character moves, colours or turns text instead of standing in it.
fn is_steering(c: char) -> bool {
    c.is_control() || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(visible("a\u{9b}2J\u{202e}b\n\t"), r"a\u{9b}2J\u{202e}b\n\t");
        assert_eq!(visible("吕梁 2023.txt"), "吕梁 2023.txt");
    }

    #[cfg(unix)]
    #[test]
    fn a_path_of_any_bytes_can_be_shown() {
        use std::os::unix::ffi::OsStrExt as _;
        let path = Path::new(std::ffi::OsStr::from_bytes(b"\xb4\xf3\xcd/a\x1b.txt"));
        assert_eq!(visible_path(path), r"\xb4\xf3\xcd/a\u{1b}.txt");
    }
}
