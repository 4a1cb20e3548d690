//! A theme of the municipality's own: one stylesheet with design tokens under one class, and its fonts. Read and
//! judged at the start, served from our own address, laid over the theme that is built in (decision 0020).

mod colour;
mod contrast;
mod css;
mod tokens;

pub use contrast::{Contrast, Pair};
pub use css::CssFault;

/// The largest stylesheet, in bytes; that of the built-in theme with every token is 200 kB.
pub const CSS_MAX: usize = 1024 * 1024;
/// The largest font, in bytes.
pub const FONT_MAX: usize = 512 * 1024;
/// Fonts of one theme.
pub const FONTS_MAX: usize = 12;
/// The longest class name.
const CLASS_MAX: usize = 64;
/// What a WOFF2 file begins with.
const WOFF2: &[u8] = b"wOF2";

/// A theme that may be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    class: String,
    stylesheet: ThemeFile,
    fonts: Vec<ThemeFile>,
    own: tokens::Tokens,
}

/// A file of the theme as it is served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeFile {
    /// With the hash of its content: `/static/theme-0123456789abcdef.css`.
    pub path: String,
    pub content_type: &'static str,
    pub bytes: Vec<u8>,
}

/// What the layout needs of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeLink {
    pub class: String,
    pub href: String,
}

/// Why a theme may not be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ThemeFault {
    #[error(
        "\"{0}\" is no class name: it begins with a letter, and has letters, digits, - and _, at most 64"
    )]
    Class(String),
    #[error("{0} is larger than {max} kB", max = CSS_MAX / 1024)]
    CssTooLarge(String),
    #[error("{0} is no UTF-8 text: save it as UTF-8")]
    NotUtf8(String),
    #[error("{file}, line {line}: {why}")]
    Css { file: String, line: usize, why: CssFault },
    #[error("{file} has no rule for .{class}: give the class that the theme is written for")]
    NoSuchClass { file: String, class: String },
    #[error("there are more than {FONTS_MAX} fonts in it")]
    TooManyFonts,
    #[error("the font {0} is larger than {max} kB", max = FONT_MAX / 1024)]
    FontTooLarge(String),
    #[error("{0} is no WOFF2 font")]
    NotAFont(String),
}

impl Theme {
    /// Judges a stylesheet and the fonts beside it. Names are those of the files, without folder.
    ///
    /// # Errors
    /// [`ThemeFault`], which names the file and the line.
    pub fn new(
        class: &str,
        (file, css): (&str, &[u8]),
        fonts: Vec<(String, Vec<u8>)>,
    ) -> Result<Self, ThemeFault> {
        if !is_class(class) {
            return Err(ThemeFault::Class(class.to_owned()));
        }
        if css.len() > CSS_MAX {
            return Err(ThemeFault::CssTooLarge(file.to_owned()));
        }
        let css = std::str::from_utf8(css).map_err(|_| ThemeFault::NotUtf8(file.to_owned()))?;
        let fonts = served(fonts)?;
        let address = |name: &str| {
            let font = fonts.iter().find(|(known, _)| known == name);
            font.map(|(_, font)| font.path.clone())
        };
        let sound = css::read(css.trim_start_matches('\u{feff}'), address)
            .map_err(|(line, why)| ThemeFault::Css { file: file.to_owned(), line, why })?;
        let own = tokens::of_class(&sound.plain, class)
            .ok_or_else(|| ThemeFault::NoSuchClass { file: file.to_owned(), class: class.to_owned() })?;
        let bytes = sound.served.into_bytes();
        let path = format!("/static/theme-{:016x}.css", hash(&bytes));
        let stylesheet = ThemeFile { path, content_type: "text/css; charset=utf-8", bytes };
        let fonts = fonts.into_iter().map(|(_, font)| font).collect();
        Ok(Self { class: class.to_owned(), stylesheet, fonts, own })
    }

    /// The class on the root of each page, and where the stylesheet is.
    pub fn link(&self) -> ThemeLink {
        ThemeLink { class: self.class.clone(), href: self.stylesheet.path.clone() }
    }

    /// The file at an address.
    pub fn find(&self, path: &str) -> Option<&ThemeFile> {
        std::iter::once(&self.stylesheet).chain(&self.fonts).find(|file| file.path == path)
    }

    /// The class name.
    pub fn class(&self) -> &str {
        &self.class
    }

    /// Bytes of the stylesheet as it is served.
    pub fn size(&self) -> usize {
        self.stylesheet.bytes.len()
    }

    /// How many fonts it brings.
    pub fn fonts(&self) -> usize {
        self.fonts.len()
    }

    /// How well the texts stand out, as far as the tokens tell.
    pub fn contrast(&self) -> Contrast {
        contrast::judge(&self.own)
    }
}

/// How well the texts of the built-in theme stand out.
pub fn built_in_contrast() -> Contrast {
    contrast::judge(&tokens::Tokens::default())
}

fn served(fonts: Vec<(String, Vec<u8>)>) -> Result<Vec<(String, ThemeFile)>, ThemeFault> {
    if fonts.len() > FONTS_MAX {
        return Err(ThemeFault::TooManyFonts);
    }
    let served = fonts.into_iter().map(|(name, bytes)| {
        if bytes.len() > FONT_MAX {
            return Err(ThemeFault::FontTooLarge(name));
        }
        if !bytes.starts_with(WOFF2) {
            return Err(ThemeFault::NotAFont(name));
        }
        let path = format!("/static/theme-{:016x}.woff2", hash(&bytes));
        Ok((name, ThemeFile { path, content_type: "font/woff2", bytes }))
    });
    served.collect()
}

fn is_class(name: &str) -> bool {
    let plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_');
    name.len() <= CLASS_MAX
        && name.starts_with(|sign: char| sign.is_ascii_alphabetic())
        && name.chars().all(plain)
}

/// FNV-1a, 64 bits, as for our own files: enough to tell versions apart.
fn hash(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = ".zonneweide-theme {\n  --basis-color-default-bg-document: #ffffff;\n}\n";

    fn read(class: &str, css: &str) -> Result<Theme, ThemeFault> {
        Theme::new(class, ("theme.css", css.as_bytes()), Vec::new())
    }

    fn told(css: &str) -> String {
        read("zonneweide-theme", css).expect_err("refused").to_string()
    }

    #[test]
    fn a_class_name_is_plain() {
        for name in ["", "2de", "-x", "een twee", "a\"b", "a.b", "é", &"a".repeat(65)] {
            assert_eq!(read(name, GOOD), Err(ThemeFault::Class(name.to_owned())), "{name}");
        }
        assert!(read("zonneweide-theme", GOOD).is_ok());
    }

    #[test]
    fn what_is_no_text_or_too_much_is_refused() {
        let broken = Theme::new("a", ("theme.css", b".a{}\xff"), Vec::new());
        let large = Theme::new("a", ("theme.css", " ".repeat(CSS_MAX + 1).as_bytes()), Vec::new());

        assert_eq!(broken, Err(ThemeFault::NotUtf8("theme.css".into())));
        assert_eq!(large, Err(ThemeFault::CssTooLarge("theme.css".into())));
    }

    #[test]
    fn a_fault_names_file_and_line() {
        assert!(told(&format!("{GOOD}@import 'x.css';")).starts_with("theme.css, line 4: "));
        assert!(told(".other-theme { --a: b }").contains("no rule for .zonneweide-theme"));
        // The name in a comment or a longer name is no rule.
        assert!(told("/* .zonneweide-theme {} */ .zonneweide-theme-x { --a: b }").contains("no rule"));
    }

    #[test]
    fn fonts_lie_beside_it_and_are_fonts() {
        let css = b".t{} @font-face { font-family: Ons; src: url('ons.woff2') format('woff2') }";
        let with =
            |name: &str, bytes: &[u8]| Theme::new("t", ("theme.css", css), vec![(name.into(), bytes.into())]);

        let theme = with("ons.woff2", b"wOF2....").expect("a theme");

        let font = theme.find(&theme.fonts[0].path).expect("served");
        assert_eq!(font.content_type, "font/woff2");
        let css = theme.find(&theme.link().href).expect("served");
        assert!(String::from_utf8_lossy(&css.bytes).contains(&format!("url({})", font.path)));
        assert_eq!(with("ons.woff2", b"OTTO"), Err(ThemeFault::NotAFont("ons.woff2".into())));
        assert!(matches!(with("ander.woff2", b"wOF2"), Err(ThemeFault::Css { .. })), "not in the folder");
        let large = [WOFF2, &vec![0; FONT_MAX]].concat();
        assert_eq!(with("ons.woff2", &large), Err(ThemeFault::FontTooLarge("ons.woff2".into())));
    }

    /// What stylesheets are made of, whole and broken.
    const PARTS: [&str; 28] = [
        ".t",
        "{",
        "}",
        "/*",
        "*/",
        "@import",
        "@",
        "media ",
        "url(",
        "URL( ",
        ")",
        "(",
        "'",
        "\"",
        "\\",
        ";",
        ":",
        "--a",
        "var(--a",
        "#fff",
        "é",
        "\n",
        "ons.woff2",
        "//x.example",
        ",",
        "image-set(",
        " ",
        "--basis-focus-color:",
    ];

    proptest::proptest! {
        #[test]
        fn whatever_it_holds_only_our_own_addresses_are_served(
            parts in proptest::collection::vec(proptest::sample::select(&PARTS[..]), 0..40)
        ) {
            let css = parts.concat();
            let font = vec![("ons.woff2".to_owned(), WOFF2.to_vec())];
            if let Ok(theme) = Theme::new("t", ("theme.css", css.as_bytes()), font) {
                let served = String::from_utf8_lossy(&theme.stylesheet.bytes).to_lowercase();
                // What stands between quotes is text.
                if !served.contains(['\'', '"']) {
                    proptest::prop_assert!(!served.contains("@import") && !served.contains('\\'), "{}", served);
                    let elsewhere = served.split("url(").skip(1).any(|rest| !rest.starts_with("/static/"));
                    proptest::prop_assert!(!elsewhere, "{}", served);
                }
                proptest::prop_assert_eq!(theme.contrast().pairs(), built_in_contrast().pairs());
            }
        }
    }

    #[test]
    fn another_content_has_another_address() {
        let one = read("zonneweide-theme", GOOD).expect("a theme").link();
        let other = read("zonneweide-theme", &GOOD.replace("ffffff", "fffffe")).expect("a theme").link();

        assert_ne!(one.href, other.href);
        assert_eq!(one.class, "zonneweide-theme");
    }
}
