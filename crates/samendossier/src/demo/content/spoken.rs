//! How one talks with some of the residents: asked only of those where it mattered.

/// What was asked at intake.
#[derive(Clone, Copy, Debug)]
pub struct Spoken {
    /// Key of the resident.
    pub resident: &'static str,
    /// Code of a language, or its name where the list does not have it; empty when not asked.
    pub best: &'static str,
    /// `no`, `language`, `writing`, `deafblind`, or empty.
    pub interpreter: &'static str,
    /// Code of the language of letters, or empty.
    pub letters: &'static str,
}

const fn spoken(
    resident: &'static str,
    best: &'static str,
    interpreter: &'static str,
    letters: &'static str,
) -> Spoken {
    Spoken { resident, best, interpreter, letters }
}

/// In no order.
pub static SPOKEN: [Spoken; 12] = [
    spoken("yildiz", "tr", "language", "nl"),
    spoken("yildiz-haven", "tr", "language", ""),
    spoken("gulsum", "tr", "language", "tr"),
    spoken("oksana", "uk", "language", "uk"),
    spoken("petrenko", "uk", "language", "en"),
    spoken("dmytro", "en", "no", "nl"),
    spoken("agnieszka", "pl", "no", "nl"),
    spoken("zielinski", "pl", "language", "pl"),
    spoken("nguyen", "vi", "language", "nl"),
    spoken("abubakar", "Hausa", "language", "en"),
    spoken("van-der-linden", "", "writing", ""),
    spoken("kuipers", "nl-signed", "language", "nl"),
];
