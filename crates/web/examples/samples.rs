//! Writes every page with invented content to a folder, to look at in a browser:
//! `cargo run -p web --example samples --features samples -- FOLDER`.

use std::{env, error::Error, fs, path::PathBuf};

use web::view::{assets, sample};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args().nth(1).ok_or("name a folder to write to")?);
    fs::create_dir_all(folder.join("static"))?;
    for asset in assets::FILES {
        fs::write(folder.join(asset.path.trim_start_matches('/')), asset.bytes)?;
    }
    let mut list = String::from("<!DOCTYPE html><meta charset=\"utf-8\"><title>Samples</title><ul>");
    for (name, html) in sample::all()? {
        // Opened as a file, an address that begins with a slash would be the root of the disk.
        fs::write(folder.join(format!("{name}.html")), html.replace("\"/static/", "\"static/"))?;
        list.push_str(&format!("<li><a href=\"{name}.html\">{name}</a></li>"));
    }
    fs::write(folder.join("index.html"), list + "</ul>")?;
    Ok(())
}
