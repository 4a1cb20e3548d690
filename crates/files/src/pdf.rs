//! PDF: counted and drawn, one sheet at a time. What it may carry besides (scripts, forms, files, links) is never run
//! and never leaves: a reader gets a picture.

use domain::document::{FileRefused, SHEETS_MAX};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

/// How wide a sheet is drawn, in pixels: sharp on a telephone and on a desk, also enlarged.
const WIDTH: f32 = 1240.0;
/// The most that a sheet may be higher than wide, drawn.
const HEIGHT_MAX: f32 = 3000.0;

fn opened(bytes: &[u8]) -> Result<Pdf, FileRefused> {
    Pdf::new(bytes.to_vec()).map_err(|why| match why {
        LoadPdfError::Decryption(_) => FileRefused::Locked,
        LoadPdfError::Invalid => FileRefused::Broken,
    })
}

/// How many sheets there are, at least one.
pub(crate) fn sheets(bytes: &[u8]) -> Result<u16, FileRefused> {
    let count = opened(bytes)?.pages().len();
    match u16::try_from(count) {
        Ok(0) => Err(FileRefused::Broken),
        Ok(count) if count <= SHEETS_MAX => Ok(count),
        _ => Err(FileRefused::TooMuch),
    }
}

/// The picture of one sheet as PNG. `number` counts from 1.
pub(crate) fn drawn(bytes: &[u8], number: u16) -> Result<Vec<u8>, FileRefused> {
    let pdf = opened(bytes)?;
    let index = usize::from(number).checked_sub(1).ok_or(FileRefused::Broken)?;
    let page = pdf.pages().get(index).ok_or(FileRefused::Broken)?;
    let (width, height) = page.render_dimensions();
    // A sheet of no size, or one that is not a number, cannot be drawn.
    if !(width >= 1.0 && height >= 1.0) {
        return Err(FileRefused::Broken);
    }
    let scale = (WIDTH / width).min(HEIGHT_MAX / height);
    let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let cache = RenderCache::new();
    let drawn = render(page, &cache, &InterpreterSettings::default(), &RenderSettings::default(), &settings);
    drawn.into_png().map_err(|_| FileRefused::Broken)
}
