//! The files a browser fetches: style, script, icons. Embedded, with a content hash in the address.
//! `build.rs` makes the table from `assets/dist` (made by `scripts/assets.mjs`) and `assets/icons`.

/// One embedded file.
#[derive(Clone, Copy, Debug)]
pub struct Asset {
    /// Such as `/static/app-0123456789abcdef.css`; may be cached for ever.
    pub path: &'static str,
    /// The media type.
    pub content_type: &'static str,
    pub bytes: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The file at an address.
pub fn find(path: &str) -> Option<&'static Asset> {
    FILES.iter().find(|asset| asset.path == path)
}

/// The address of an icon. An unknown name gives an empty address; the page test refuses that.
pub fn icon(name: &str) -> &'static str {
    ICONS.iter().find(|(icon, _)| *icon == name).map_or("", |(_, path)| path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_and_script_are_found_at_their_addresses() {
        assert_eq!(find(CSS_PATH).map(|asset| asset.bytes), Some(CSS));
        assert_eq!(find(JS_PATH).map(|asset| asset.bytes), Some(JS));
        assert!(find("/static/../Cargo.toml").is_none());
    }
}
