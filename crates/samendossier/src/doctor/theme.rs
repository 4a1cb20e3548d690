//! The looks of the house: which theme, and whether its texts can be read.

use super::findings::Findings;
use crate::config::Config;

/// Says which theme there is, and which texts stand out too little. One that cannot be used stopped the start.
pub fn look(config: &Config, found: &mut Findings) {
    let Some(themed) = &config.theme else {
        found.fine("theme", "the one that is built in");
        return;
    };
    let theme = &themed.theme;
    let fonts = match theme.fonts() {
        0 => "no fonts".to_owned(),
        1 => "1 font".to_owned(),
        more => format!("{more} fonts"),
    };
    let kilobytes = theme.size().div_ceil(1024);
    let place = themed.folder.join(&themed.file);
    found.fine("theme", format!(".{} from {}, {kilobytes} kB, {fonts}", theme.class(), place.display()));
    let contrast = theme.contrast();
    for pair in contrast.too_low() {
        let ratio = pair.ratio.unwrap_or_default();
        found.warning(
            "theme",
            format!(
                "{} on {} is {ratio:.2} to 1, less than 4.5: choose another colour, for many cannot read this",
                pair.text, pair.ground
            ),
        );
    }
    let (low, unknown) = (contrast.too_low().count(), contrast.unknown().count());
    if unknown > 0 {
        let first = contrast.unknown().next().map_or("", |pair| pair.text);
        found.warning(
            "theme",
            format!("of {unknown} texts the contrast cannot be computed, the first {first}: look at them"),
        );
    }
    if low == 0 && unknown == 0 {
        found.fine("theme", format!("{} texts stand out enough (4.5 to 1)", contrast.pairs()));
    }
}
