//! The theme of the house: THEME names a folder with one stylesheet and, when it has them, its fonts; THEME_CLASS
//! the class it is written for. Judged before anything is served.

use std::io::Read;
use std::path::{Path, PathBuf};

use web::theme::{CSS_MAX, FONT_MAX, Theme, ThemeFault};

use super::source::{SettingsFault, Source};

/// A theme and where it came from.
#[derive(Clone, Debug)]
pub struct Themed {
    /// The folder.
    pub folder: PathBuf,
    /// The name of the stylesheet in it.
    pub file: String,
    pub theme: Theme,
}

/// Why the folder of a theme cannot be used.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ThemeFolderFault {
    #[error("there is no such folder: correct the path, or leave THEME and THEME_CLASS empty")]
    NoFolder,
    #[error("it cannot be read ({0}): let this user read it")]
    Unreadable(String),
    #[error("there is no .css file in it")]
    NoStylesheet,
    #[error("there is more than one .css file in it ({0}): keep one")]
    Stylesheets(String),
    #[error(transparent)]
    Theme(#[from] ThemeFault),
}

/// The theme that the settings name.
///
/// # Errors
/// [`SettingsFault`], with the line when the file of settings named it.
pub fn read(source: &Source) -> Result<Option<Themed>, SettingsFault> {
    match (source.text("THEME"), source.text("THEME_CLASS")) {
        (None, None) => Ok(None),
        (Some(_), None) => Err(source.wrong("THEME", SettingsFault::ThemeClassMissing)),
        (None, Some(value)) => Err(source.wrong("THEME_CLASS", SettingsFault::ThemeMissing { value })),
        (Some(folder), Some(class)) => {
            let folder = PathBuf::from(folder);
            in_folder(&folder, &class).map(Some).map_err(|fault| {
                let wrong = matches!(
                    fault,
                    ThemeFolderFault::Theme(ThemeFault::Class(_) | ThemeFault::NoSuchClass { .. })
                );
                let name = if wrong { "THEME_CLASS" } else { "THEME" };
                source.wrong(name, SettingsFault::Theme { folder, fault })
            })
        }
    }
}

fn in_folder(folder: &Path, class: &str) -> Result<Themed, ThemeFolderFault> {
    if !folder.is_dir() {
        return Err(ThemeFolderFault::NoFolder);
    }
    let unreadable = |why: std::io::Error| ThemeFolderFault::Unreadable(why.kind().to_string());
    let mut names = Vec::new();
    for found in std::fs::read_dir(folder).map_err(unreadable)? {
        // What is not named in text is nothing that a stylesheet can name.
        names.extend(found.map_err(unreadable)?.file_name().into_string().ok());
    }
    names.sort();
    let ending = |ending: &str| {
        let ends = |name: &&String| name.to_ascii_lowercase().ends_with(ending) && !name.starts_with('.');
        names.iter().filter(ends).cloned().collect::<Vec<_>>()
    };
    let stylesheets = ending(".css");
    let file = match stylesheets.as_slice() {
        [] => return Err(ThemeFolderFault::NoStylesheet),
        [one] => one.clone(),
        several => return Err(ThemeFolderFault::Stylesheets(several.join(", "))),
    };
    let css = bytes(&folder.join(&file), CSS_MAX).map_err(unreadable)?;
    let fonts = ending(".woff2").into_iter().map(|name| {
        let bytes = bytes(&folder.join(&name), FONT_MAX).map_err(unreadable)?;
        Ok((name, bytes))
    });
    let fonts = fonts.collect::<Result<Vec<_>, ThemeFolderFault>>()?;
    let theme = Theme::new(class, (&file, &css), fonts)?;
    Ok(Themed { folder: folder.to_owned(), file, theme })
}

/// A file, or one byte more than may be: enough to see that it is too large.
fn bytes(file: &Path, at_most: usize) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let at_most = u64::try_from(at_most).unwrap_or(u64::MAX);
    std::fs::File::open(file)?.take(at_most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with these files, and what the settings say about it.
    fn told(files: &[(&str, &str)], class: &str) -> Result<Option<Themed>, String> {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).expect("written");
        }
        let place = folder.path().display();
        let file = format!("# ours\ntheme = \"{place}\"\ntheme_class = \"{class}\"\n");
        let read = read(&Source::of_test(&[], &file).expect("settings"));
        read.map_err(|fault| fault.to_string().replace(&place.to_string(), "FOLDER"))
    }

    #[test]
    fn each_mistake_is_named_with_its_line() {
        for (files, class, line, said) in [
            (&[][..], "t", 2, "there is no .css file in it"),
            (&[("a.css", ""), ("b.CSS", "")], "t", 2, "more than one .css file in it (a.css, b.CSS)"),
            (&[("a.css", "@import 'b.css';")], "t", 2, "a.css, line 1: @import is not for a theme"),
            (
                &[("a.css", "\n.t{x:url(http://x.example/y.woff2)}")],
                "t",
                2,
                "a.css, line 2: url(http://x.example/y.woff2) leads elsewhere",
            ),
            (&[("a.css", ".t{}"), ("a.woff2", "no font")], "t", 2, "a.woff2 is no WOFF2 font"),
            (&[("a.css", ".t{}")], "een twee", 3, "\"een twee\" is no class name"),
            (&[("a.css", ".t{}")], "u", 3, "a.css has no rule for .u"),
        ] {
            let told = told(files, class).expect_err("refused");
            assert!(told.starts_with(&format!("samendossier.toml, line {line}: THEME=FOLDER: ")), "{told}");
            assert!(told.contains(said), "{told}");
        }
    }

    #[test]
    fn folder_and_class_go_together() {
        let read = |settings: &[(&str, &str)]| {
            read(&Source::of_test(settings, "").expect("settings")).map(|found| found.is_some())
        };

        assert_eq!(read(&[]), Ok(false));
        assert_eq!(read(&[("THEME", "themes")]), Err(SettingsFault::ThemeClassMissing));
        assert_eq!(read(&[("THEME_CLASS", "t")]), Err(SettingsFault::ThemeMissing { value: "t".into() }));
        let nowhere = read(&[("THEME", "/nergens/thema"), ("THEME_CLASS", "t")]).expect_err("refused");
        assert!(
            nowhere.to_string().starts_with("THEME=/nergens/thema: there is no such folder"),
            "{nowhere}"
        );
    }

    #[test]
    fn a_stylesheet_that_is_too_large_or_no_text_is_refused() {
        let large = " ".repeat(CSS_MAX + 1);
        let told = told(&[("a.css", &large)], "t").expect_err("refused");

        assert!(told.contains("a.css is larger than 1024 kB"), "{told}");
    }

    #[test]
    fn a_sound_theme_is_read_with_its_fonts() {
        let css = ".t{--a:b} @font-face{src:url(ons.woff2)}";
        let found = told(&[("thema.css", css), ("ons.woff2", "wOF2"), ("LEESMIJ.txt", "hallo")], "t");

        let found = found.expect("sound").expect("a theme");
        assert_eq!((found.file.as_str(), found.theme.class(), found.theme.fonts()), ("thema.css", "t", 1));
    }
}
