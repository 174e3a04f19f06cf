//! The bytes of the fonts that the program carries; window and figures use the same.

/// Noto Sans SC, regular (OFL 1.1, `assets/fonts/LICENSE_FONT.txt`).
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-Regular.ttf");

/// Noto Sans SC, bold.
pub const BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-Bold.ttf");
