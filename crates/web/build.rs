//! Turns the bundled assets into a table with content hashes.
//! The bundle itself is made by `make assets`; this says so when it is missing.

use std::{
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

fn main() -> ExitCode {
    match table() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            println!("cargo::error={why}");
            ExitCode::FAILURE
        }
    }
}

fn table() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("assets");
    let dist = root.join("dist");
    println!("cargo::rerun-if-changed={}", dist.display());
    println!("cargo::rerun-if-changed={}", root.join("icons").display());
    for name in ["app.css", "app.js"] {
        if !dist.join(name).is_file() {
            return Err("the stylesheet and script are not bundled yet: run `make assets`".into());
        }
        println!("cargo::rerun-if-changed={}", dist.join(name).display());
    }

    let css = asset(&dist.join("app.css"), "text/css; charset=utf-8")?;
    let js = asset(&dist.join("app.js"), "text/javascript; charset=utf-8")?;
    let mut icons = Vec::new();
    let mut names: Vec<PathBuf> =
        fs::read_dir(root.join("icons"))?.map(|e| e.map(|e| e.path())).collect::<Result<_, _>>()?;
    names.sort();
    for path in names {
        println!("cargo::rerun-if-changed={}", path.display());
        icons.push(asset(&path, "image/svg+xml")?);
    }

    let mut out = String::new();
    for (name, asset) in [("CSS", &css), ("JS", &js)] {
        writeln!(out, "/// The bundled file.\npub const {name}: &[u8] = include_bytes!({:?});", asset.file)?;
        writeln!(out, "/// Its address.\npub const {name}_PATH: &str = {:?};", asset.path)?;
    }
    writeln!(out, "/// Every file that is served.\npub const FILES: &[Asset] = &[")?;
    for asset in [&css, &js].into_iter().chain(&icons) {
        writeln!(
            out,
            "    Asset {{ path: {:?}, content_type: {:?}, bytes: include_bytes!({:?}) }},",
            asset.path, asset.content_type, asset.file
        )?;
    }
    writeln!(out, "];\n/// Icons by name.\npub const ICONS: &[(&str, &str)] = &[")?;
    for icon in &icons {
        writeln!(out, "    ({:?}, {:?}),", icon.stem, icon.path)?;
    }
    writeln!(out, "];")?;
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("assets.rs"), out)?;
    Ok(())
}

struct Asset {
    stem: String,
    file: String,
    path: String,
    content_type: &'static str,
}

fn asset(file: &Path, content_type: &'static str) -> Result<Asset, Box<dyn Error>> {
    let stem = file.file_stem().and_then(|s| s.to_str()).ok_or("a file name is not text")?.to_owned();
    let extension = file.extension().and_then(|s| s.to_str()).ok_or("a file has no extension")?;
    let path = format!("/static/{stem}-{:016x}.{extension}", fnv1a(&fs::read(file)?));
    Ok(Asset { stem, file: file.to_str().ok_or("a path is not text")?.to_owned(), path, content_type })
}

/// FNV-1a, 64 bits: enough to tell versions of our own files apart, and nothing to depend on.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
