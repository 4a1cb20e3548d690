//! Enums that are stored and sent as a short code. The code is final once it is in a database;
//! the English variant name and the Dutch wording can change without touching stored data.

/// A stored or posted code that names nothing we know. Carries no input, so it can be logged.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("unknown code for {kind}")]
pub struct UnknownCode {
    /// What was being read, such as "legal domain".
    pub kind: &'static str,
}

/// Declares an enum with `ALL`, `code()`, `FromStr`, `Display` and serde, all through the same code.
macro_rules! coded {
    (
        $(#[$doc:meta])*
        pub enum $name:ident, $kind:literal {
            $($(#[$variant_doc:meta])* $variant:ident = $code:literal),+ $(,)?
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name {
            $($(#[$variant_doc])* $variant),+
        }

        impl $name {
            /// Every value, in the order of declaration (also the order on screen).
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stored code: lower case ASCII, words joined by a hyphen.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code),+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::UnknownCode;

            fn from_str(code: &str) -> Result<Self, Self::Err> {
                match code {
                    $($code => Ok(Self::$variant),)+
                    _ => Err($crate::UnknownCode { kind: $kind }),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let code = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(from)?;
                code.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use coded;

#[cfg(test)]
mod tests {
    use super::*;

    coded! {
        /// A light.
        pub enum Light, "light" {
            /// Stop.
            Red = "red",
            /// Go.
            Green = "green",
        }
    }

    #[test]
    fn a_code_reads_back_as_itself_in_text_and_in_json() {
        for &light in Light::ALL {
            let json = serde_json::to_string(&light).expect("a string serialises");

            assert_eq!(light.code().parse(), Ok(light));
            assert_eq!(json, format!("\"{}\"", light.code()));
            assert_eq!(serde_json::from_str::<Light>(&json).ok(), Some(light));
        }
    }

    #[test]
    fn an_unknown_code_is_refused_without_repeating_it() {
        let refused = "purple".parse::<Light>();

        assert_eq!(refused, Err(UnknownCode { kind: "light" }));
        assert_eq!(UnknownCode { kind: "light" }.to_string(), "unknown code for light");
    }
}
