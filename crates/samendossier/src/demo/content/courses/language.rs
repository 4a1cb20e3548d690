//! Dutch in the mouth instead of on paper.
//! Written by hand; `filling` chooses and places. What follows from something is only told after it.

use crate::demo::content::course::{Course, conversation, message, other, phone};

/// Dutch in the mouth instead of on paper.
pub static LANGUAGE: Course = Course {
    domain: "voluntary",
    openings: &[conversation(
        "plan",
        "{Mevrouw} wil beter Nederlands spreken. {Zij} leest al goed. 'Op papier ben ik slim, aan de \
                balie ben ik een kind.' Afgesproken: wij spreken langzaam, zonder over te schakelen naar \
                een andere taal, tenzij {zij} daarom vraagt.",
    )],
    notes: &[
        other(
            "general",
            "Eerste keer taalcafé. {Mevrouw} zei vooral 'ja' en 'precies'. In de pauze vertelde {zij} \
                een hele mop. De clou was in {zijn} eigen taal. Iedereen lachte toch.",
        )
        .observed(),
        conversation(
            "plan",
            "Een taalmaatje gevonden dat ook van tuinieren houdt. Het maatje weet {zijn} voornaam en \
                wanneer zij afspreken. Meer heb ik niet verteld.",
        )
        .begins("maatje"),
        conversation(
            "education",
            "{Mevrouw} wil examen doen op niveau B1. Samen op de site gekeken wat dat kost en wanneer \
                het kan. {Zij} schrijft zich pas in als {zij} een oefenexamen haalt.",
        ),
        message(
            "general",
            "Bericht van {mevrouw}: 'Ik heb met de tandarts gesproken. Alleen Nederlands. Ook over de \
                pijn. 😬👍'",
        ),
        other(
            "general",
            "In het taalcafé geoefend met bellen: iemand in de gang, iemand in de keuken. {Mevrouw} \
                belde over een kapotte lift. De lift werd in het spel pas na drie telefoontjes gemaakt. \
                Net echt, vond {zij}.",
        )
        .observed(),
        conversation(
            "household",
            "{Mevrouw} kreeg op het werk de vraag waarom {zij} zo stil is. {Zij} wilde een zin om te \
                zeggen. Het werd: 'Ik denk eerst, dan praat ik. Vraag het mij gerust.'",
        )
        .opinion("Geen woord te veel. Die zin is beter dan wat ik had bedacht."),
        phone(
            "general",
            "Het taalmaatje is verhuisd. {Mevrouw} vindt dat jammer en wil een ander. Liefst iemand die \
                harder praat.",
        )
        .follows("maatje"),
        conversation(
            "education",
            "Oefenexamen gedaan op onze computer. Lezen en luisteren: ruim gehaald. Schrijven: net niet. \
                {Mevrouw} wil elke week één brief schrijven aan iemand die niet bestaat. De eerste is \
                aan een koning.",
        )
        .begins("examen"),
        message("general", "Brief aan de koning ontvangen. Over de prijs van tomaten. Twee fouten.")
            .follows("examen"),
        conversation(
            "plan",
            "{Mevrouw} helpt nu zelf bij de jongste groep in het taalcafé. {Zij} doet voor hoe je 'eu' \
                zegt, met een spiegeltje.",
        ),
        message(
            "education",
            "GESLAAGD, schreef {mevrouw}, met negen uitroeptekens. In de bijlage een foto van een taart \
                met een komma op de verkeerde plaats.",
        )
        .follows("examen"),
    ],
    closings: &[conversation(
        "plan",
        "{Mevrouw} heeft geen maatje meer nodig. {Zij} wordt er nu zelf een, eerst met een ervaren \
                maatje erbij. Dit dossier stopt. Wat {zij} als vrijwilliger doet, komt hier niet in.",
    )
    .follows("maatje")],
};
