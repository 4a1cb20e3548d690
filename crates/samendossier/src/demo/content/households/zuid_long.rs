//! The longest dossier: two years, four domains, more notes than fit on one page. Signs in to his own page.
//! All of it is told by the same worker, but for money and work.

use crate::demo::content::courses::{
    aids::AIDS, debts::DEBTS, home_help::HOME_HELP, lonely::LONELY, rent::RENT, work::WORK,
};
use crate::demo::content::household::{Household, Member, Speaks, address, by, told};
use crate::demo::content::world::{Entry, SafeContact, at};

/// Henk de Vries, 61.
pub static HOUSEHOLDS: [Household; 1] = [Household {
    address: address("Lisdodde 101", "1234 AB"),
    secret_address: false,
    members: &[Member {
        key: "de-vries",
        surname: "de Vries",
        given_names: "Hendrik Willem",
        address_form: "meneer",
        speaks: Speaks::OfHim,
        birth_date: "1965-04-01",
        bsn: Some("999990214"),
        phone: Some("06-00000381"),
        email: Some("h.w.devries@example.nl"),
        safe_contact: SafeContact {
            phone: "safe",
            mail: "safe",
            post: "safe",
            note: Some("Leest alles mee in het portaal. Belt als iets niet klopt, en dat is fijn."),
        },
        help_question: "Na mijn herseninfarct moest alles opnieuw: lopen, wonen, geld, werk. Ik wil het stap voor stap doen en \
            zelf bijhouden waar wij zijn.",
        help: &[
            by(
                "johan",
                "Vaste medewerker vanaf het begin.",
                &[told(&RENT, 700, 480, 15), told(&AIDS, 660, 380, 15), told(&HOME_HELP, 400, 60, 15)],
            )
            .stood_in("marit", 151, 142),
            by("johan", "Vaste medewerker, ook voor de vrijwillige hulp.", &[told(&LONELY, 290, 10, 12)]),
            by("hakan", "Schuldhulpverlener. Meneer vroeg om één overzicht.", &[told(&DEBTS, 640, 95, 8)]),
            by("linda", "Consulent werk en inkomen.", &[told(&WORK, 330, 18, 6)]),
        ],
        own_notes: &[
            Entry {
                domain: "wmo",
                kind: "conversation",
                category: "general",
                happened: at(163, "10:45"),
                author: "johan",
                facts: "Meneer vertelde iets van vroeger dat hij aan één mens kwijt wil. Hij wil niet dat \
                        wie mij vervangt dit leest. Daarom is deze notitie afgeschermd voor andere \
                        medewerkers. Uitgelegd wanneer dat toch anders kan: als iemand gevaar loopt, of \
                        als een rechter het zegt.",
                ..Entry::PLAIN
            },
            Entry {
                domain: "wmo",
                kind: "conversation",
                category: "finance",
                happened: at(368, "10:20"),
                author: "johan",
                facts: "Samen de polis gelezen van zijn arbeidsongeschiktheidsverzekeringsmaatschappij. Meneer sprak dat \
                    woord in één keer uit en vroeg of hij dat mocht houden als oefening voor de logopedist.",
                ..Entry::PLAIN
            },
            Entry {
                domain: "wmo",
                kind: "phone",
                category: "plan",
                happened: at(5, "11:40"),
                author: "johan",
                facts: "Meneer belt over zijn dossier: hij heeft alles gelezen, vanaf de eerste bladzijde. Twee dingen wil hij \
                    zelf anders vertellen. Hij schrijft ze op en neemt ze mee naar het volgende gesprek.",
                opinion: Some("Hij kent zijn dossier beter dan ik. Zo hoort het."),
                ..Entry::PLAIN
            },
        ],
        ..Member::PLAIN
    }],
}];
