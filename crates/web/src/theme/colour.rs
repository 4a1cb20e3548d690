//! Colours as a stylesheet writes them, and how far two of them stand apart (WCAG 2.2, 1.4.3).

/// Red, green and blue from 0 to 1, and how much of it covers what is behind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Colour {
    pub(super) rgb: [f64; 3],
    pub(super) alpha: f64,
}

impl Colour {
    /// Reads `#rgb` to `#rrggbbaa`, `rgb()`, `hsl()`, and the names that themes use. None: written otherwise.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        if let Some(digits) = text.strip_prefix('#') {
            return hex(digits);
        }
        let named = match text.as_str() {
            "white" => Some([1.0; 3]),
            "black" => Some([0.0; 3]),
            _ => None,
        };
        if let Some(rgb) = named {
            return Some(Self { rgb, alpha: 1.0 });
        }
        if text == "transparent" {
            return Some(Self { rgb: [0.0; 3], alpha: 0.0 });
        }
        let (name, inner) = text.strip_suffix(')')?.split_once('(')?;
        let numbers: Vec<&str> = inner.split([',', ' ', '/']).filter(|part| !part.is_empty()).collect();
        let (three, alpha) = match numbers.as_slice() {
            [a, b, c] => ([*a, *b, *c], 1.0),
            [a, b, c, alpha] => ([*a, *b, *c], share(alpha, 1.0)?),
            _ => return None,
        };
        let rgb = match name {
            "rgb" | "rgba" => {
                let [r, g, b] = three.map(|part| share(part, 255.0));
                [r?, g?, b?]
            }
            "hsl" | "hsla" => {
                let turn: f64 = three[0].trim_end_matches("deg").parse().ok()?;
                of_hsl(turn, share(three[1], 100.0)?, share(three[2], 100.0)?)
            }
            _ => return None,
        };
        Some(Self { rgb, alpha })
    }

    /// This one laid over another that covers everything.
    pub(super) fn over(self, behind: Self) -> Self {
        let mixed = [0, 1, 2].map(|part| self.rgb[part] * self.alpha + behind.rgb[part] * (1.0 - self.alpha));
        Self { rgb: mixed, alpha: 1.0 }
    }

    /// How far two colours stand apart: 1 is not at all, 21 is black on white.
    pub(super) fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = self
            .rgb
            .map(|part| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
}

fn hex(digits: &str) -> Option<Colour> {
    let values: Vec<u32> = digits.chars().map(|sign| sign.to_digit(16)).collect::<Option<_>>()?;
    let parts: Vec<f64> = match values.len() {
        3 | 4 => values.iter().map(|value| f64::from(value * 17) / 255.0).collect(),
        6 | 8 => values.chunks(2).map(|pair| f64::from(pair[0] * 16 + pair[1]) / 255.0).collect(),
        _ => return None,
    };
    Some(Colour { rgb: [parts[0], parts[1], parts[2]], alpha: parts.get(3).copied().unwrap_or(1.0) })
}

/// A number out of `whole`, or a percentage, as a share from 0 to 1.
fn share(text: &str, whole: f64) -> Option<f64> {
    let value = match text.strip_suffix('%') {
        Some(percent) => percent.parse::<f64>().ok()? / 100.0,
        None => text.parse::<f64>().ok()? / whole,
    };
    value.is_finite().then(|| value.clamp(0.0, 1.0))
}

fn of_hsl(turn: f64, saturation: f64, lightness: f64) -> [f64; 3] {
    let reach = saturation * lightness.min(1.0 - lightness);
    [0.0, 8.0, 4.0].map(|offset| {
        let place = (offset + turn / 30.0).rem_euclid(12.0);
        lightness - reach * (place - 3.0).min(9.0 - place).clamp(-1.0, 1.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contrast(one: &str, two: &str) -> f64 {
        Colour::read(one).expect(one).contrast(Colour::read(two).expect(two))
    }

    #[test]
    fn the_known_ratios_come_out() {
        for (one, two, ratio) in [
            ("#000", "white", 21.0),
            ("#fff", "#ffffff", 1.0),
            ("#767676", "#fff", 4.54),
            ("#777777", "rgb(255, 255, 255)", 4.48),
            ("hsl(240 100% 50%)", "#ffffffff", 8.59),
            ("rgb(100% 0% 0%)", "white", 4.0),
        ] {
            let found = contrast(one, two);
            assert!((found - ratio).abs() < 0.01, "{one} {two}: {found}");
        }
    }

    #[test]
    fn half_covering_is_between() {
        let grey =
            Colour::read("rgba(0,0,0,.5)").expect("a colour").over(Colour::read("#fff").expect("white"));

        assert!((grey.rgb[0] - 0.5).abs() < 0.001);
    }

    #[test]
    fn what_is_written_otherwise_is_not_guessed() {
        for text in
            ["", "#12", "#ggg", "oklch(0.7 0.1 200)", "rgb(1,2)", "rgb(a,b,c)", "rebeccapurple", "var(--a)"]
        {
            assert_eq!(Colour::read(text), None, "{text}");
        }
    }
}
