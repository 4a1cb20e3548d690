//! Mevrouw Bhagwandin, 58: debts, an ill husband, a phone and patience. Signs in to her own page.
//! The longest dossier: two domains, a replacement, a correction and an entry she will read after a visit.

use super::NOTICE;
use crate::demo::content::world::{
    Address, Correction, Delay, Entry, Intake, Involvement, Notice, Part, Resident, SafeContact, at,
};

/// Municipality, team Noord; Wmo with Samira (a week with Ria), debt counselling with Wouter.
pub static BHAGWANDIN: Resident = Resident {
    key: "bhagwandin",
    person: "bhagwandin",
    controller: "gemeente",
    team: "noord",
    surname: "Bhagwandin",
    given_names: "Sharmila Devi",
    address_form: "mevrouw",
    birth_date: "1968-02-09",
    bsn: Some("999990019"),
    phone: Some("06-00000131"),
    email: Some("s.bhagwandin@example.nl"),
    address: Address { street: "Kalmoes 112", postcode: "1234 AD", town: "Waterrijk" },
    secret_address: false,
    safe_contact: SafeContact {
        phone: "safe",
        mail: "unsafe",
        post: "safe",
        note: Some(
            "Haar man leest de mail. Hij weet van de schulden, maar schrikt van berichten. Liever bellen.",
        ),
    },
    help_question: "Mijn man is ziek en kan niet meer werken. De rekeningen komen door elkaar. Ik zorg de hele dag voor \
        hem en ik weet niet meer hoe ik het moet doen.",
    intake: Intake { by: "marlies", at: at(104, "10:10") },
    notice: Notice { version: NOTICE, delivered: at(104, "10:25") },
    support_agreement: None,
    parts: &[
        Part { domain: "wmo", opened: at(104, "10:30") },
        Part { domain: "debt-counselling", opened: at(97, "09:10") },
    ],
    involvements: &[
        Involvement {
            staff: "samira",
            domain: "wmo",
            role: "lead",
            assigned_by: "joost",
            from: at(104, "11:30"),
            until: None,
            ended_because: None,
            reason: "Vaste medewerker. Werkt in de buurt van mevrouw.",
        },
        Involvement {
            staff: "wouter",
            domain: "debt-counselling",
            role: "lead",
            assigned_by: "joost",
            from: at(97, "09:20"),
            until: None,
            ended_because: None,
            reason: "Mevrouw heeft zelf om schuldhulp gevraagd.",
        },
        Involvement {
            staff: "ria",
            domain: "wmo",
            role: "replacement",
            assigned_by: "joost",
            from: at(20, "08:30"),
            until: Some(at(16, "17:30")),
            ended_because: None,
            reason: "Samira heeft een week vakantie. Ria vervangt haar.",
        },
    ],
    entries: &[
        Entry {
            domain: "wmo",
            kind: "phone",
            category: "household",
            happened: at(104, "14:30"),
            author: "samira",
            facts: "Mevrouw zorgt sinds het voorjaar voor haar zieke man. Zij helpt hem met wassen, eten en medicijnen. \
                's Nachts is zij twee keer wakker. Haar dochter komt op zaterdag. Mevrouw leest brieven liever samen \
                met iemand.\n\nAfspraak: donderdag 10.30 uur thuis, haar dochter is erbij.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "visit",
            category: "plan",
            happened: at(101, "10:30"),
            written: Some(at(101, "13:10")),
            author: "samira",
            facts: "Uitgelegd wat ik opschrijf en dat mevrouw alles zelf kan lezen. Haar dochter hielp met vertalen van \
                moeilijke woorden.\n\nWat mevrouw wil:\n- één avond per week voor zichzelf\n- weten welke rekening \
                eerst moet\n- niet meer elke keer hetzelfde verhaal vertellen\n\nWat er al goed gaat: haar dochter \
                komt elke zaterdag, de huisarts komt thuis en mevrouw kookt graag.",
            opinion: Some("Mevrouw doet heel veel en vraagt weinig. Zij heeft zelf ook rust nodig."),
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "conversation",
            category: "plan",
            happened: at(95, "15:00"),
            author: "samira",
            facts: "Op kantoor, met haar dochter. Uitgelegd wat er kan: hulp in huis, iemand die een avond bij haar man \
                is, en de mantelzorgmakelaar. Mevrouw kiest: eerst die ene avond. Hulp in huis wil zij nog niet.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "visit",
            category: "plan",
            happened: at(87, "10:30"),
            author: "samira",
            facts: "Een vrijwilliger komt voortaan op dinsdagavond. Mevrouw en haar man hebben hem zelf uitgekozen. Hij \
                weet alleen hun voornaam, het adres en de tijd. Mevrouw gaat dan naar het koor.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "phone",
            happened: at(73, "09:50"),
            author: "samira",
            facts: "De eerste twee dinsdagen gingen goed. Mevrouw: 'Ik heb gezongen en niet op mijn telefoon gekeken.' Haar \
                man vond het gezellig; zij praten over cricket.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "visit",
            category: "health",
            happened: at(60, "10:30"),
            author: "samira",
            facts: "Mevrouw heeft zelf rugpijn. Zij wil nu wel hulp in huis, drie uur per week. Ik heb de melding gedaan. \
                Zij krijgt binnen zes weken bericht. Zij werkt niet buitenshuis.",
            correction: Some(Correction {
                at: at(59, "09:05"),
                facts: "Mevrouw heeft zelf rugpijn. Zij wil nu wel hulp in huis, drie uur per week. Ik heb de melding \
                    gedaan. Zij krijgt binnen zes weken bericht. Zij past één ochtend per week op in de crèche van \
                    de kerk, als vrijwilliger.",
                opinion: None,
                reason: "Mevrouw las het en belde: zij doet wél werk buiten huis. Dat stond er verkeerd.",
            }),
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "consultation",
            happened: at(45, "11:30"),
            author: "samira",
            facts: "Overleg in het team, zonder naam: hoe help je iemand die vooral voor een ander zorgt? Tip: vraag elke \
                keer eerst hoe het met háár gaat, dan pas met hem.",
            source: "own-observation",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "visit",
            category: "plan",
            happened: at(31, "10:30"),
            author: "samira",
            facts: "De hulp in huis is begonnen, op maandag. De eerste keer was onwennig, de tweede keer was fijn. Mevrouw \
                slaapt nog slecht. Zij bespreekt dat met haar huisarts.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "phone",
            category: "plan",
            happened: at(18, "11:40"),
            author: "ria",
            facts: "Ik vervang Samira deze week. Mevrouw belt: de hulp is ziek en er komt niemand. Ik heb het bureau \
                gebeld. Donderdag komt een ander. Mevrouw weet hoe zij heet.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "visit",
            happened: at(10, "10:30"),
            author: "samira",
            facts: "Mevrouw heeft zelf in het portaal gekeken, op haar telefoon. Zij vroeg waarom Ria in het dossier keek. \
                Ik heb uitgelegd: ik had vakantie, Ria verving mij van maandag tot en met vrijdag. Mevrouw: 'Dat mag, \
                maar zeg het de volgende keer van tevoren.' Dat doe ik.",
            opinion: Some("Zij heeft gelijk. Ik had het haar vóór mijn vakantie moeten zeggen."),
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "message",
            happened: at(4, "20:15"),
            written: Some(at(3, "08:35")),
            author: "samira",
            facts: "Bericht van mevrouw: 'Beste Samira, het koor zingt de week voor kerst in de kerk. Jij bent welkom 🎶 en mijn \
                man komt ook, in de rolstoel.' Teruggebeld: ik kom graag.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "phone",
            category: "plan",
            happened: at(2, "15:20"),
            author: "samira",
            facts: "Afspraak gemaakt voor de evaluatie: over drie weken, thuis, met haar dochter. Mevrouw schrijft op wat \
                beter kan. Ik neem het plan in grote letters mee.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "debt-counselling",
            kind: "conversation",
            category: "finance",
            happened: at(97, "13:30"),
            author: "wouter",
            facts: "Eerste gesprek. Mevrouw had een tas vol brieven bij zich. Totaal: € 11.870, bij negen bedrijven. De \
                grootste: een lening van € 6.200. Inkomen sinds de ziekte van haar man: € 1.780 per maand.\n\n\
                Afgesproken: geen nieuwe leningen, en alle post gaat in één map.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "debt-counselling",
            kind: "conversation",
            category: "finance",
            happened: at(83, "13:30"),
            author: "wouter",
            facts: "Aangevraagd, samen met mevrouw: zorgtoeslag, huurtoeslag en kwijtschelding van de waterbelasting. Zij \
                heeft elk formulier zelf nagekeken en ondertekend.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "debt-counselling",
            kind: "message",
            category: "finance",
            happened: at(55, "10:05"),
            author: "wouter",
            facts: "Brief van de belastingdienst ontvangen van mevrouw: € 94 zorgtoeslag per maand erbij. De waterbelasting \
                is kwijtgescholden.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "debt-counselling",
            kind: "conversation",
            category: "finance",
            happened: at(27, "13:30"),
            author: "wouter",
            facts: "Voorstel aan alle negen bedrijven geschreven. Mevrouw heeft per bedrijf gelezen wat erin staat. Er staat \
                niets in over de ziekte van haar man; dat is niet nodig. Antwoord verwacht binnen een maand.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "debt-counselling",
            kind: "phone",
            category: "finance",
            happened: at(5, "11:20"),
            author: "wouter",
            facts: "De bank van de lening zegt nee tegen het voorstel. De andere acht zeggen ja. Wij kunnen de rechter vragen \
                om de bank te laten meedoen. Ik vertel het mevrouw dinsdag thuis, met haar dochter erbij.",
            opinion: Some(
                "Het is een tegenvaller, geen ramp. Acht keer ja is een sterk verhaal bij de rechter.",
            ),
            source: "third-party",
            delay: Some(Delay {
                until_days_from_now: 3,
                ground: "told-in-person-first",
                announced: true,
                agreed: true,
                reason: "Bij de vorige slechte brief werd mevrouw niet goed. Zij vroeg om zulk nieuws eerst thuis te \
                    horen. Besproken met een collega.",
            }),
            ..Entry::PLAIN
        },
    ],
};
