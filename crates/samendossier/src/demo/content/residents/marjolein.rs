//! Mevrouw Voorbeeld, 38: rent arrears, a bailiff at the door, a son of 14 who must not notice.
//! The first half of the story that councillors walk along; the second half is `sem.rs`.

use super::NOTICE;
use crate::demo::content::world::{
    Address, Correction, Entry, Intake, Involvement, Notice, Part, Resident, SafeContact, at,
};

/// Municipality, team Noord; Wmo with Samira, debt counselling with Wouter.
pub static MARJOLEIN: Resident = Resident {
    key: "marjolein",
    person: "marjolein",
    controller: "gemeente",
    team: "noord",
    surname: "Voorbeeld",
    given_names: "Marjolein",
    address_form: "mevrouw",
    birth_date: "1988-03-14",
    bsn: Some("111222333"),
    phone: Some("06-00000111"),
    email: Some("m.voorbeeld@example.nl"),
    address: Address { street: "Lisdodde 27", postcode: "1234 AB", town: "Waterrijk" },
    secret_address: false,
    safe_contact: SafeContact {
        phone: "safe",
        mail: "safe",
        post: "safe",
        note: Some("Liever bellen vóór 15.00 uur. Daarna is haar zoon thuis."),
    },
    help_question: "Ik heb drie maanden huurschuld en nu komt er een deurwaarder. Ik weet niet waar ik moet \
        beginnen. En ik wil niet dat mijn zoon het merkt.",
    intake: Intake { by: "marlies", at: at(62, "09:20") },
    notice: Notice { version: NOTICE, delivered: at(62, "09:35") },
    support_agreement: None,
    parts: &[
        Part { domain: "wmo", opened: at(62, "09:40") },
        Part { domain: "debt-counselling", opened: at(55, "14:10") },
    ],
    involvements: &[
        Involvement {
            staff: "samira",
            domain: "wmo",
            role: "lead",
            assigned_by: "joost",
            from: at(62, "11:00"),
            until: None,
            ended_because: None,
            reason: "Vaste medewerker. Samira heeft ervaring met huurschuld en had ruimte.",
        },
        Involvement {
            staff: "wouter",
            domain: "debt-counselling",
            role: "lead",
            assigned_by: "joost",
            from: at(55, "14:15"),
            until: None,
            ended_because: None,
            reason: "Mevrouw heeft zelf om schuldhulp gevraagd.",
        },
    ],
    entries: &[
        Entry {
            domain: "wmo",
            kind: "phone",
            category: "finance",
            happened: at(62, "14:05"),
            author: "samira",
            facts: "Eerste gesprek, 20 minuten. Mevrouw heeft drie maanden de huur niet betaald: samen € 2.340. Zij \
                werkt in de thuiszorg. Sinds het voorjaar heeft zij minder uren: 20 in plaats van 28. Zij maakt haar \
                post niet meer open.\n\nAfspraak: donderdag om 10.00 uur bij haar thuis. Mevrouw legt alle post klaar. \
                Zij hoeft niets uit te zoeken.",
            opinion: Some(
                "Bellen kostte haar moeite. Zij was blij dat iemand terugbelde. Eerst rust, dan pas papieren.",
            ),
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "visit",
            category: "finance",
            happened: at(59, "10:00"),
            written: Some(at(59, "16:20")),
            author: "samira",
            facts: "Huisbezoek van anderhalf uur. Haar zoon was op school.\n\n\
                Ik heb verteld wat ik opschrijf, waarom, en wie het kan lezen. Mevrouw vroeg: 'Kan de gemeente dan \
                alles zien?' Nee: alleen wie haar helpt. Zij kan zelf zien wie gekeken heeft.\n\n\
                Wij hebben samen de post gesorteerd. Er waren 41 brieven, 26 nog dicht. Wij maakten drie stapels:\n\
                1. Deze week iets doen: twee brieven van de corporatie en één van de deurwaarder.\n\
                2. Later: de zorgverzekeraar, de energierekening, de sportclub.\n\
                3. Mag weg: reclame en dubbele brieven.\n\n\
                De brief van de deurwaarder is van vorige week. Daarin staat: betalen binnen veertien dagen, anders \
                vraagt de corporatie de rechter om ontruiming. Er zijn dus nog zes dagen.\n\n\
                Wat mevrouw zelf al deed:\n\
                - Zij belde de corporatie, maar kwam niet verder dan het keuzemenu.\n\
                - Zij heeft de krant en het sportabonnement opgezegd.\n\
                - Zij vroeg haar werkgever om meer uren. Het antwoord komt over drie weken.\n\n\
                Wat mevrouw wil: in haar huis blijven, weer elke maand op tijd betalen en 'niet meer schrikken van de \
                bel'. Haar zoon weet dat er weinig geld is. Hij weet niet van de deurwaarder. Zij wil dat zelf \
                vertellen, op een rustig moment.\n\n\
                Waar zij zich zorgen over maakt: dat haar werkgever het hoort, en dat er op school over gepraat wordt. Ik heb \
                gezegd dat ik met niemand praat zonder dat zij het weet. Alleen als iemand gevaar loopt, is dat anders.\n\n\
                Afgesproken: ik bel maandag samen met haar de corporatie. Mevrouw zoekt haar laatste drie loonstroken.",
            opinion: Some(
                "Mevrouw heeft goed overzicht als het rustig is. De stapel maakte haar bang, niet de bedragen. Toen \
                 alles op tafel lag, ging zij rechtop zitten. Ik denk dat zij dit kan, met iemand naast zich.",
            ),
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "consultation",
            category: "finance",
            happened: at(59, "15:30"),
            author: "samira",
            facts: "Overleg met een schuldhulpverlener, zonder naam. Vraag: wat is het eerste wat helpt als ontruiming \
                dreigt? Antwoord: meteen bellen, een voorstel doen dat past, en vragen om uitstel op papier.",
            source: "own-observation",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "phone",
            happened: at(55, "09:15"),
            author: "samira",
            facts: "Mevrouw belt. De deurwaarder stond zaterdag aan de deur toen zij werkte. Haar buurvrouw Riet heeft \
                de brief aangenomen. Mevrouw schaamt zich. Haar zoon was niet thuis.",
            opinion: Some("Dat een ander de brief aannam, vond zij erger dan de brief zelf."),
            correction: Some(Correction {
                at: at(54, "08:50"),
                facts: "Mevrouw belt. De deurwaarder stond zaterdag aan de deur toen zij werkte. Een buurvrouw heeft \
                    de brief aangenomen. Mevrouw schaamt zich. Haar zoon was niet thuis.",
                opinion: Some("Dat een ander de brief aannam, vond zij erger dan de brief zelf."),
                reason: "De buurvrouw weet niet dat haar naam hier stond. De naam is niet nodig.",
            }),
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "phone",
            category: "finance",
            happened: at(55, "13:20"),
            author: "samira",
            facts: "Met de luidspreker aan gebeld met de corporatie. Mevrouw zat naast mij en deed zelf het woord. De \
                corporatie zegt: de zaak ligt klaar voor de rechter, maar is nog niet verstuurd. Zij wachten tot na \
                een gesprek. Dat is woensdag om 11.00 uur, met zijn drieën.\n\nIk heb niets over andere schulden \
                gezegd. Daar vroegen zij wel naar. Mevrouw wil dat niet en het is voor uitstel ook niet nodig. Zij wil \
                wel hulp bij die schulden. Joost zoekt iemand.",
            source: "third-party",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "conversation",
            category: "plan",
            happened: at(53, "11:00"),
            written: Some(at(53, "12:40")),
            author: "samira",
            facts: "Gesprek op het kantoor van de corporatie: mevrouw, de medewerker incasso en ik.\n\n\
                Afspraken:\n\
                - Mevrouw betaalt elke maand de huur, € 780, vóór de 1e.\n\
                - Daarbovenop betaalt zij € 90 per maand, tot de schuld van € 2.340 weg is. Dat duurt 26 maanden.\n\
                - De corporatie vraagt nu geen ontruiming. Mist mevrouw een betaling, dan bellen zij eerst haar.\n\
                - De kosten van de deurwaarder (€ 148) komen er niet bij.\n\n\
                Iedereen heeft getekend. Mevrouw heeft het papier.",
            opinion: Some("€ 90 is krap. Het kan als de zorgtoeslag goed staat. Dat kijken wij na."),
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "message",
            category: "finance",
            happened: at(52, "19:42"),
            written: Some(at(51, "08:30")),
            author: "samira",
            facts: "Bericht van mevrouw: 'Eerste € 90 is overgemaakt. Vannacht voor het eerst weer geslapen 🙏'",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "phone",
            category: "finance",
            happened: at(41, "16:10"),
            author: "samira",
            facts: "Mevrouw belt en is geschrokken. Een andere deurwaarder dreigt met beslag op haar loon, voor een oude \
                rekening van de zorgverzekeraar: € 612. Op de brief staat dat zij nog tien dagen heeft. Wouter pakt \
                dit met haar op. Zij belt hem morgen om 9.00 uur. Ik heb haar gezegd dat zij vandaag niets hoeft te \
                tekenen of te betalen.",
            opinion: Some("Zij belde dezelfde dag. Een maand geleden was deze brief dicht gebleven."),
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "visit",
            category: "plan",
            happened: at(39, "10:30"),
            author: "samira",
            facts: "Plan gemaakt, in haar woorden:\n1. Ik open mijn post elke maandag.\n2. De huur gaat automatisch, de \
                dag na mijn loon.\n3. Ik vertel Sem wat er aan de hand is.\n\nDe zorgtoeslag klopte niet. Wij hebben \
                het samen aangepast: zij krijgt € 38 per maand meer.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "conversation",
            category: "plan",
            happened: at(25, "10:00"),
            author: "samira",
            facts: "Op kantoor. De tweede betaling is gedaan. Mevrouw heeft het Sem verteld, aan de keukentafel. Hij had \
                het al gemerkt. Zij zegt: 'Hij was opgelucht, niet boos.' Vanaf volgende maand krijgt zij 24 uur werk.",
            opinion: Some("Het gaat de goede kant op. Ik hoef minder te doen en dat is de bedoeling."),
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "visit",
            category: "finance",
            happened: at(11, "10:00"),
            author: "samira",
            facts: "De poststapel is weg: er ligt een map met tabbladen. Mevrouw liet zelf zien wat betaald is. Vraag van \
                haar: kan zij iets doen aan de energierekening? Ik zoek uit wie daarbij helpt.",
            source: "own-observation",
            ..Entry::PLAIN
        },
        // Of somebody else: withdrawn within the hour.
        Entry {
            domain: "wmo",
            kind: "phone",
            happened: at(10, "11:20"),
            author: "samira",
            facts: "Mevrouw vraagt wanneer de traplift wordt gekeurd. Ik bel haar vrijdag terug.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "phone",
            happened: at(3, "13:45"),
            author: "samira",
            facts: "Teruggebeld over energie. Mevrouw kan bij het spreekuur in het buurthuis terecht, op dinsdagmiddag. \
                Zij maakt zelf een afspraak. Wij bellen over twee weken.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "debt-counselling",
            kind: "conversation",
            category: "finance",
            happened: at(54, "13:00"),
            author: "wouter",
            facts: "Overzicht gemaakt van alle schulden:\n- huur: € 2.340\n- zorgverzekeraar: € 612\n- energie: € 455\n- \
                sportclub: € 96\nSamen: € 3.503.\n\nInkomen: € 1.610 loon, plus zorgtoeslag en kindgebonden budget. \
                Mevrouw heeft geen spaargeld en geen leningen.",
            opinion: Some(
                "Dit is op te lossen met afspraken. Een schuldregeling via de rechter is niet nodig.",
            ),
            ..Entry::PLAIN
        },
        Entry {
            domain: "debt-counselling",
            kind: "phone",
            category: "finance",
            happened: at(40, "09:00"),
            author: "wouter",
            facts: "Samen met mevrouw de tweede deurwaarder gebeld. Hij legt geen beslag als zij € 51 per maand betaalt, \
                twaalf maanden lang. Hij bevestigt dat per brief. Mevrouw krijgt de brief; ik krijg geen kopie.",
            source: "third-party",
            ..Entry::PLAIN
        },
        Entry {
            domain: "debt-counselling",
            kind: "conversation",
            category: "finance",
            happened: at(19, "11:15"),
            author: "wouter",
            facts: "Budgetplan ingevuld. Er komt € 1.942 binnen en er gaat € 1.905 uit, met de afspraken erbij. Over: € 37. \
                Mevrouw wil dat bewaren voor de fiets van haar zoon. Volgende keer: de rekening van de sportclub.",
            ..Entry::PLAIN
        },
    ],
};
