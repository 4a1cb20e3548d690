//! Photos and pictures: drawn anew from their pixels, so that nothing else of the file is kept. Where it was taken, by
//! which telephone, a small copy of what was cut off: all of that goes (GOV-10 and PST-09: no more than is needed).

use std::io::Cursor;

use domain::document::{FileKind, FileRefused};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

/// The longest side that is kept, in pixels: a sheet of paper can be read at 300 dots an inch.
const LONGEST_SIDE: u32 = 4000;
/// The most memory that drawing may take, in bytes: a photo of 100 megapixels, and no picture made to burst.
const MEMORY_MAX: u64 = 400_000_000;
/// From 1 to 100. At 88 small print on a photographed letter stays sharp.
const QUALITY: u8 = 88;

/// The same picture and nothing else of the file.
pub(crate) fn stripped(kind: FileKind, bytes: &[u8]) -> Result<Vec<u8>, FileRefused> {
    let mut reader =
        ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| FileRefused::Broken)?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(20_000);
    limits.max_image_height = Some(20_000);
    limits.max_alloc = Some(MEMORY_MAX);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refused)?;
    if decoder.total_bytes() > MEMORY_MAX {
        return Err(FileRefused::TooMuch);
    }
    // Telephones lay a photo on its side and say so beside it; what says it is about to go.
    let orientation = decoder.orientation().map_err(refused)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(refused)?;
    picture.apply_orientation(orientation);
    if picture.width().max(picture.height()) > LONGEST_SIDE {
        picture = picture.resize(LONGEST_SIDE, LONGEST_SIDE, image::imageops::FilterType::Triangle);
    }
    let mut out = Vec::new();
    match kind {
        FileKind::Jpeg => {
            let plain = DynamicImage::ImageRgb8(picture.into_rgb8());
            plain.write_with_encoder(JpegEncoder::new_with_quality(&mut out, QUALITY)).map_err(refused)?;
        }
        _ => {
            let plain = DynamicImage::ImageRgba8(picture.into_rgba8());
            plain.write_to(&mut Cursor::new(&mut out), ImageFormat::Png).map_err(refused)?;
        }
    }
    Ok(out)
}

fn refused(why: image::ImageError) -> FileRefused {
    match why {
        image::ImageError::Limits(_) => FileRefused::TooMuch,
        _ => FileRefused::Broken,
    }
}
