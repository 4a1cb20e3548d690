//! Files that tests bring in, made byte by byte.

use std::io::{Cursor, Write};

use image::{DynamicImage, ImageFormat};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

pub fn size(picture: &[u8]) -> (u32, u32) {
    let read = image::load_from_memory(picture).expect("a picture");
    (read.width(), read.height())
}

fn drawn(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(width, height).write_to(&mut out, format).expect("a picture");
    out.into_inner()
}

pub fn photo(width: u32, height: u32) -> Vec<u8> {
    drawn(width, height, ImageFormat::Jpeg)
}

/// A photo that lies on its side (orientation 6) and says where it was taken.
pub fn photo_with_place(width: u32, height: u32) -> Vec<u8> {
    let photo = photo(width, height);
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01".to_vec();
    exif.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0");
    exif.extend(b"\0\0\0\0GPS 52.0907N 5.1214E");
    let length = u16::try_from(exif.len() + 2).expect("short").to_be_bytes();
    [&photo[..2], b"\xFF\xE1", &length, &exif, &photo[2..]].concat()
}

/// A picture with a piece of text before its pixels. The sum at the end of the piece is right.
pub fn picture_with_words(width: u32, height: u32, words: &[u8]) -> Vec<u8> {
    let picture = drawn(width, height, ImageFormat::Png);
    let head = 8 + 25;
    [&picture[..head], &piece(b"tEXt", words), &picture[head..]].concat()
}

/// The start of a picture of this size, and no pixels.
pub fn picture_that_says(width: u32, height: u32) -> Vec<u8> {
    let mut header = Vec::new();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    header.extend([8, 6, 0, 0, 0]);
    [&b"\x89PNG\r\n\x1a\n"[..], &piece(b"IHDR", &header), &piece(b"IDAT", &[]), &piece(b"IEND", &[])].concat()
}

fn piece(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).expect("short").to_be_bytes();
    let whole = [kind.as_slice(), data].concat();
    let mut sum = u32::MAX;
    for byte in &whole {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
        }
    }
    [&length[..], &whole, &(!sum).to_be_bytes()].concat()
}

/// A PDF with a black square on each sheet, each time a little further. `beside` stands in its catalogue.
pub fn pdf(sheets: usize, beside: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..sheets).map(|n| format!("{} 0 R", 3 + 2 * n)).collect();
    let mut objects = vec![
        format!("<< /Type /Catalog /Pages 2 0 R {beside} >>"),
        format!("<< /Type /Pages /Count {sheets} /Kids [{}] >>", kids.join(" ")),
    ];
    for n in 0..sheets {
        let content = format!("0 0 0 rg {} 100 50 50 re f", 10 + 5 * (n % 60));
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents {} 0 R >>",
            4 + 2 * n
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    whole(&objects, "")
}

/// A PDF that needs a password: the keys in it are of nobody.
pub fn locked_pdf() -> Vec<u8> {
    let zeros = "00".repeat(32);
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>".to_owned(),
        format!("<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{zeros}> /U <{zeros}> >>"),
    ];
    whole(
        &objects,
        "/Encrypt 4 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]",
    )
}

fn whole(objects: &[String], trailer: &str) -> Vec<u8> {
    let mut out = "%PDF-1.7\n".to_owned();
    let mut places = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        places.push(out.len());
        out += &format!("{} 0 obj\n{object}\nendobj\n", n + 1);
    }
    let start = out.len();
    out += &format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        out += &format!("{place:010} 00000 n \n");
    }
    out += &format!(
        "trailer\n<< /Size {} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    );
    out.into_bytes()
}

pub fn packed(name: &str, bytes: &[u8]) -> Vec<u8> {
    archive(&[(name, bytes)])
}

pub fn word(body: &str) -> Vec<u8> {
    let xml =
        format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"urn:w\"><w:body>{body}</w:body></w:document>");
    archive(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", xml.as_bytes())])
}

pub fn open_text(body: &str, locked: bool) -> Vec<u8> {
    let xml = format!(
        "<office:document-content xmlns:office=\"urn:o\" xmlns:text=\"urn:t\">{body}</office:document-content>"
    );
    let manifest = if locked { "<m><manifest:encryption-data/></m>" } else { "<m/>" };
    let content = if locked { b"\x01\x02 nothing to read".as_slice() } else { xml.as_bytes() };
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ])
}

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a file in it");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("an archive").into_inner()
}
