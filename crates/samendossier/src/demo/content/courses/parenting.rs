//! Help with bringing up, at home and at the kitchen table.
//! Written by hand; `filling` chooses and places. What follows from something is only told after it.

use crate::demo::content::course::{Course, conversation, message, phone, visit};

/// Help with bringing up, at home and at the kitchen table.
pub static PARENTING: Course = Course {
    domain: "youth-care",
    openings: &[
        visit(
            "household",
            "Eerste huisbezoek. {Naam} speelde op de grond met een trein, {ander} vertelde. Het eten en \
                het naar bed gaan duren samen drie uur en eindigen in tranen, bij iedereen. Ik heb \
                uitgelegd wat ik opschrijf en dat {ander} het kan lezen.",
        )
        .told_by_a_parent(),
        conversation(
            "household",
            "{Ander} kwam alleen, om eerst te vertellen. {Naam} kan moeilijk stoppen met wat {zij} aan \
                het doen is. Elke overgang kost een uur. {Ander} wil niet horen wat er fout gaat, maar \
                zien hoe het anders kan. Uitgelegd dat wij dat thuis doen, en hoe vaak.",
        )
        .told_by_a_parent(),
    ],
    notes: &[
        visit(
            "household",
            "Meegekeken bij het avondeten. {Naam} stond elf keer op van tafel. {Ander} bleef rustig tot \
                de achtste keer. Er was één rustig moment: toen wij over de trein praatten.",
        )
        .observed()
        .opinion("{Ander} ziet vooral wat misgaat. Ik zag veel wat lukt."),
        conversation(
            "plan",
            "Met {ander} een kort plan gemaakt. Eén ding tegelijk, te beginnen met tafel: een kookwekker \
                van tien minuten, daarna mag {naam} van tafel. Geen gesprek over eten zelf.",
        )
        .told_by_a_parent()
        .begins("wekker"),
        message(
            "household",
            "Bericht van {ander}: 'Wekker werkt. Gisteren won de wekker, vandaag won {naam} 😅'. \
                Geantwoord dat humor ook opvoeden is.",
        )
        .told_by_a_parent()
        .follows("wekker"),
        visit(
            "household",
            "Filmpje van vijf minuten teruggekeken met {ander}, alleen voor onszelf. {Ander} zag het \
                zelf: als de stem zachter wordt, kijkt {naam} op. Het filmpje is daarna gewist, daar \
                waren wij het over eens.",
        )
        .told_by_a_parent(),
        phone(
            "household",
            "{Ander} belt: het ging twee avonden mis. Er was bezoek en het werd laat. Wij hebben \
                besproken dat een uitzondering geen mislukking is.",
        )
        .told_by_a_parent(),
        visit(
            "general",
            "Gespeeld met {naam}, zonder plan. {Zij} legde mij de regels van de trein uit. Ik was steeds \
                het perron.",
        )
        .observed(),
        conversation(
            "education",
            "Gesprek op de opvang, met {ander} erbij. Daar gaat het opstaan van tafel goed. Zij \
                gebruiken ook een wekker, met een eend erop. {Ander} heeft die nu ook.",
        )
        .told_by_others()
        .follows("wekker"),
        conversation(
            "plan",
            "Nu het naar bed gaan. Vier plaatjes op een rij: wassen, pyjama, boek, licht. {Naam} mag \
                elke avond zelf het plaatje omdraaien.",
        )
        .told_by_a_parent()
        .begins("plaatjes"),
        visit(
            "household",
            "De plaatjes hangen. {Naam} heeft er een vijfde bij getekend: een trein. Die komt nu tussen \
                boek en licht. Het hele rondje duurt veertig minuten.",
        )
        .observed()
        .follows("plaatjes"),
        conversation(
            "household",
            "{Ander} praatte vandaag over de eigen slaap. Die is ook slecht. Ik heb gevraagd of {ander} \
                dat met de huisarts wil bespreken. Dat hoort niet in het dossier van {naam}; meer \
                schrijf ik er dus niet over op.",
        )
        .told_by_a_parent(),
        phone(
            "household",
            "Drie weken zonder tranen bij het naar bed gaan, op één avond na. {Ander} belt om dat te \
                vertellen, niet om iets te vragen.",
        )
        .told_by_a_parent()
        .follows("plaatjes"),
    ],
    closings: &[visit(
        "plan",
        "Afgerond. {Ander} kan zelf noemen wat werkt: zachte stem, één ding tegelijk, plaatjes. \
                {Naam} gaf mij een kaartje mee voor in de trein. Wij hebben afgesproken dat er geen \
                nieuwe hulp nodig is.",
    )
    .told_by_a_parent()
    .follows("plaatjes")],
};
