//! A picture for the camera of an app, as the path of an SVG: no file, no address, no `data:`, so the strict
//! content policy of the pages stays as it is.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

use crate::view::account::Picture;

/// White around the picture, in squares, as the standard asks.
const QUIET: i32 = 4;

/// The picture of a text; an empty one when the text is too long for any.
pub(crate) fn picture(text: &str) -> Picture {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return Picture::default() };
    let mut path = String::new();
    for y in 0..code.size() {
        for x in 0..code.size() {
            if code.get_module(x, y) {
                let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
            }
        }
    }
    Picture { size: code.size() + 2 * QUIET, path }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_its_three_corners_and_white_around_it() {
        let picture = picture("otpauth://totp/Samendossier?secret=GEZDGNBVGY3TQOJQ&issuer=Samendossier");
        let far = picture.size - QUIET - 1;

        for corner in [(QUIET, QUIET), (far, QUIET), (QUIET, far)] {
            assert!(picture.path.contains(&format!("M{} {}h1", corner.0, corner.1)), "{corner:?}");
        }
        assert!(!picture.path.contains(&format!("M{} ", QUIET - 1)));
        assert!(!picture.path.contains(&format!("M{} ", far + 1)));
    }
}
