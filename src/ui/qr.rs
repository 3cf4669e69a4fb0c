//! A text as a QR code, drawn as one path of an SVG picture.
//! Spec: ISO/IEC 18004.

use qrcode::{Color, EcLevel, QrCode};

/// Light modules around the code, which readers need (ISO/IEC 18004 §6.3.8).
const QUIET: usize = 4;

/// A picture of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Modules on a side, with the quiet zone.
    pub size: usize,
    /// The dark modules, as the `d` of a path in units of a module.
    pub path: String,
}

/// The code; `None` when the text is too long for any.
pub fn picture(text: &str) -> Option<Picture> {
    // The most robust of the usual levels that still has room.
    let levels = [EcLevel::M, EcLevel::L];
    let code = levels
        .into_iter()
        .find_map(|level| QrCode::with_error_correction_level(text, level).ok())?;
    let width = code.width();
    let mut path = String::new();
    for (index, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (index % width + QUIET, index / width + QUIET);
            path.push_str(&format!("M{x} {y}h1v1h-1z"));
        }
    }
    Some(Picture {
        size: width + 2 * QUIET,
        path,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a phone sees of the picture.
    fn seen(picture: &Picture) -> Option<String> {
        let dark: Vec<(usize, usize)> = picture
            .path
            .split('M')
            .filter_map(|step| {
                let (x, rest) = step.split_once(' ')?;
                let (y, rest) = rest.split_once('h')?;
                assert_eq!(rest, "1v1h-1z");
                Some((x.parse().ok()?, y.parse().ok()?))
            })
            .collect();
        let scale = 4;
        let side = picture.size * scale;
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
            255 * u8::from(!dark.contains(&(x / scale, y / scale)))
        });
        let grids = image.detect_grids();
        Some(grids.first()?.decode().ok()?.1)
    }

    #[test]
    fn a_phone_reads_it() {
        for text in [
            "https://example.org/#set=eyJ",
            &format!("https://example.org/jwt/#set={}", "eyJh".repeat(60)),
        ] {
            assert_eq!(seen(&picture(text).unwrap()).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_fits_into_no_code_has_no_picture() {
        assert!(picture(&"a".repeat(2_953)).is_some());
        assert_eq!(picture(&"a".repeat(2_954)), None);
    }
}
