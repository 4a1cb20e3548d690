//! Notes that somebody began and did not keep yet: what "Concepten" and "Vandaag" show.
//! They are as old as the last working day, because a draft lives seven days (ACC-23).

use super::world::Draft;

/// In the order of the day.
pub static DRAFTS: [Draft; 3] = [
    Draft {
        staff: "johan",
        resident: "de-vries",
        domain: "wmo",
        time: "15:40",
        facts: "Meneer bracht zijn twee opmerkingen op papier. De eerste gaat over de helling: ",
    },
    Draft {
        staff: "johan",
        resident: "alie-bos",
        domain: "wmo",
        time: "15:50",
        facts: "Mevrouw Bos belde drie keer vandaag.\n\nNog navragen: ",
    },
    Draft {
        staff: "hakan",
        resident: "krzysztof",
        domain: "debt-counselling",
        time: "16:10",
        facts: "Twee bedrijven hebben geantwoord. Bedragen nog invullen.",
    },
];
