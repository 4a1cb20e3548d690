//! Which help has stopped: the part was closed when its story was told to its end, with a reason and a last word
//! for the client. And one that was closed too early: there a new question opened it again (RET-02).

use super::world::{At, at};

/// What the client reads of each involvement that ends with it; as the product itself says it.
pub const ENDS: &str = "De hulp voor dit onderdeel is gestopt.";

/// Help in a legal domain that stopped.
#[derive(Debug)]
pub struct Closing {
    /// Key of the resident.
    pub resident: &'static str,
    /// Domain code of the part.
    pub domain: &'static str,
    /// Key of the worker who closed it.
    pub by: &'static str,
    /// When.
    pub at: At,
    /// `goal-reached`, `client-stops`, `other-help`, `moved`, `no-contact` or `died`.
    pub reason: &'static str,
    /// How it ended, for the client and for whoever comes later.
    pub result: &'static str,
}

/// A new question in a domain that was closed, and who was asked to help.
#[derive(Debug)]
pub struct Reopening {
    /// Key of the resident.
    pub resident: &'static str,
    /// Domain code of the part.
    pub domain: &'static str,
    /// Key of the worker who noted the question; involved with another part.
    pub by: &'static str,
    /// When.
    pub at: At,
    /// In the client's words.
    pub question: &'static str,
    /// Key of the worker who helps from then on.
    pub worker: &'static str,
    /// Key of the coordinator who asked that worker.
    pub assigned_by: &'static str,
    /// When.
    pub assigned: At,
    /// Why this worker, in a sentence that the client may read.
    pub reason: &'static str,
}

const fn reached(
    (resident, domain): (&'static str, &'static str),
    by: &'static str,
    days_ago: u32,
    result: &'static str,
) -> Closing {
    Closing { resident, domain, by, at: at(days_ago, "16:50"), reason: "goal-reached", result }
}

const fn stops(
    (resident, domain): (&'static str, &'static str),
    by: &'static str,
    days_ago: u32,
    result: &'static str,
) -> Closing {
    Closing { reason: "client-stops", ..reached((resident, domain), by, days_ago, result) }
}

/// Oldest first. Three of Johan's are of this week: whoever was involved can still look (ACC-01).
pub static CLOSINGS: [Closing; 21] = [
    stops(
        ("youssra", "wmo"),
        "naima",
        226,
        "De huur is bij en u regelt het zelf. U wilt geen gesprekken meer. De verhuurder heeft de zaak gesloten.",
    ),
    reached(
        ("de-vries", "debt-counselling"),
        "hakan",
        159,
        "Alle schulden zijn afbetaald. U houdt zelf uw overzicht bij. In de zomer bel ik u nog één keer.",
    ),
    reached(
        ("hamid", "wmo"),
        "johan",
        139,
        "De achterstand is betaald en de huur komt op tijd. U weet bij wie u eerst belt als het weer krap wordt.",
    ),
    stops(
        ("t-hoen", "wmo"),
        "johan",
        121,
        "U hebt een plan voor slechte dagen en mensen die u belt. Op uw verzoek gaat dit deel nu dicht.",
    ),
    reached(
        ("soekinah", "wmo"),
        "johan",
        121,
        "De hulp in huis loopt via het bureau. U regelt het zelf. Over een jaar vragen wij hoe het gaat.",
    ),
    reached(
        ("landveld", "voluntary"),
        "carlos",
        118,
        "Vaste gesprekken hoeven niet meer. Uw plek aan de open tafel blijft, vier dagen per week.",
    ),
    reached(
        ("rayan", "youth-access"),
        "sanne",
        108,
        "Rayan gaat weer naar school. Hij en zijn nieuwe mentor weten wat helpt. Een appje mag altijd.",
    ),
    // He took over from Gerda, read it, and called first.
    reached(
        ("ramdin", "wmo"),
        "johan",
        107,
        "Alles wat u nodig had, staat of hangt. Ik heb u gebeld: er is niets bijgekomen. Gerda had het al afgerond.",
    ),
    reached(
        ("priya", "wmo"),
        "johan",
        107,
        "De aanpassingen in uw huis zijn klaar. Voor het onderhoud belt u de leverancier.",
    ),
    reached(
        ("youssra", "participation"),
        "fatima",
        102,
        "U werkt twintig uur bij de school en uw contract is met een jaar verlengd. U hebt ons niet meer nodig.",
    ),
    reached(
        ("van-der-linden", "voluntary"),
        "naima",
        100,
        "U komt nu zelf naar de open tafel. Vaste gesprekken zijn niet meer nodig. Er wordt nog wel eens aangebeld.",
    ),
    Closing {
        reason: "other-help",
        ..reached(
            ("maksym", "youth-access"),
            "anouk",
            95,
            "Het gaat weer op school. De mentor neemt het over, omdat Maksym dat zelf wil.",
        )
    },
    reached(
        ("bouazza", "voluntary"),
        "carlos",
        90,
        "U spreekt genoeg Nederlands voor een gesprek met de juf. Nu helpt u zelf anderen, als maatje.",
    ),
    reached(
        ("priya", "participation"),
        "linda",
        89,
        "U hebt een contract voor nog een jaar. De bladzijde met wat u kunt, houdt u zelf.",
    ),
    reached(
        ("fatiha", "debt-counselling"),
        "hakan",
        89,
        "Alles is voldaan. U blijft het budgetplan gebruiken. Daar hebt u ons niet bij nodig.",
    ),
    reached(
        ("milan", "youth-care"),
        "mirjam",
        82,
        "Eten en slapen gaan goed. Vader kan zelf zeggen wat werkt: zachte stem, één ding tegelijk, plaatjes.",
    ),
    reached(
        ("baidjoe", "debt-counselling"),
        "wouter",
        81,
        "De laatste termijn is betaald en alle bedrijven hebben dat bevestigd. Het is opgehouden, zoals u wilde.",
    ),
    stops(
        ("krzysztof", "wmo"),
        "johan",
        79,
        "De huur is in orde en u wilt geen gesprekken meer. Twee dichte enveloppen zijn een reden om te bellen.",
    ),
    reached(
        ("gulsum", "wmo"),
        "johan",
        4,
        "Het logeren van uw zus gaat al twee maanden goed. U hebt mij niet gebeld, en dat was de afspraak.",
    ),
    reached(
        ("mehmet", "wmo"),
        "johan",
        4,
        "U kunt zich in huis en buiten bewegen. Het onderhoud loopt via de leverancier. Belt u als er iets verandert.",
    ),
    reached(
        ("daan", "wmo"),
        "johan",
        4,
        "Zeven weken lang is alles op tijd betaald. U maakt uw post zelf open. Ons nummer hangt op de koelkast.",
    ),
];

/// Oldest first.
pub static REOPENINGS: [Reopening; 1] = [Reopening {
    resident: "krzysztof",
    domain: "wmo",
    by: "hakan",
    at: at(10, "16:20"),
    question: "Er liggen weer twee enveloppen van de verhuurder. Johan zei dat ik dan moet bellen. Kan hij meekijken?",
    worker: "johan",
    assigned_by: "karin",
    assigned: at(9, "09:10"),
    reason: "Meneer kent Johan en vroeg naar hem.",
}];
