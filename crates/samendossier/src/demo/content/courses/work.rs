//! Looking for work with what somebody can do.
//! Written by hand; `filling` chooses and places. What follows from something is only told after it.

use crate::demo::content::course::{Course, conversation, message, phone};

/// Looking for work with what somebody can do.
pub static WORK: Course = Course {
    domain: "participation",
    openings: &[
        conversation(
            "plan",
            "Eerste gesprek over werk. {Mevrouw} heeft negen jaar in een magazijn gewerkt, tot dat \
                lichamelijk niet meer ging. Uitgelegd wat bij de uitkering hoort en wat niet, en dat \
                {zij} alles kan lezen wat ik hier schrijf.",
        ),
        conversation(
            "plan",
            "Kennisgemaakt. {Mevrouw} wil werken en is bang dat {zij} het niet volhoudt. Het vorige werk \
                was druk en luid. Wij hebben opgeschreven wanneer het wél goed ging: rustige ruimte, \
                vaste taak, iemand die uitlegt zonder haast.",
        )
        .opinion("{Zij} weet goed wat {zij} nodig heeft. Dat scheelt maanden."),
        phone(
            "plan",
            "{Mevrouw} belt na onze brief over werk en inkomen. De toon van de brief viel verkeerd: \
                'Alsof ik niet wil.' Ik heb {hem} gelijk gegeven en uitgelegd wat er echt moet: één \
                gesprek, en samen een plan. De brief pas ik aan voor de volgende.",
        ),
    ],
    notes: &[
        conversation(
            "plan",
            "Niet begonnen bij vacatures, maar bij een lijst: wat kun je, wat wil je nooit meer, waar \
                word je blij van. {Mevrouw} schreef 'orde' bij alle drie.",
        )
        .opinion("Die lijst zegt meer dan {zijn} diploma's."),
        phone(
            "finance",
            "Vraag over bijverdienen. {Mevrouw} was bang dat één ochtend helpen op de markt {zijn} \
                uitkering kost. Uitgerekend wat {zij} mag houden, en waar {zij} het moet melden.",
        ),
        message(
            "plan",
            "{Mevrouw} heeft een gesprek bij een bibliotheek. 'Ik weet niet wat ik aan moet.' \
                Geantwoord: waarin je je trui niet voelt.",
        )
        .begins("gesprek"),
        conversation(
            "plan",
            "Het gesprek bij de bibliotheek leverde geen baan op, wel een proefplaats. Afspraken op \
                papier: tijden, wie {hem} begeleidt, dat {zij} mag stoppen. Over {zijn} gezondheid staat \
                er alleen dat tillen niet kan.",
        )
        .begins("proef")
        .follows("gesprek"),
        phone(
            "plan",
            "Eerste week. {Mevrouw} heeft vierhonderd boeken teruggezet en er twee geleend. De \
                leidinggevende is tevreden en vertelde dat zelf aan {mevrouw}, niet aan mij. Zo hadden \
                wij het afgesproken.",
        )
        .follows("proef"),
        conversation(
            "education",
            "{Mevrouw} wil leren werken met het systeem waarin de boeken staan. Er is een cursus van zes \
                avonden. Reiskosten kunnen worden vergoed, het formulier is ingevuld.",
        )
        .begins("cursus")
        .follows("proef"),
        phone(
            "household",
            "De oppas is ziek, de cursus begint om zeven uur. Samen gezocht wie er nog kan. {Zijn} \
                buurvrouw wil het doen, in ruil voor een boek over orchideeën.",
        )
        .follows("cursus"),
        conversation(
            "plan",
            "Proefplaats is voorbij. Er is geen geld voor een contract. {Mevrouw} is teleurgesteld en \
                heeft het goed gedaan, allebei. Wij hebben opgeschreven wat {zij} er leerde. Dat past op \
                één bladzijde die {zij} meeneemt naar een volgend gesprek.",
        )
        .opinion("Ik was zelf ook teleurgesteld. Dat heb ik gezegd.")
        .follows("proef"),
        message(
            "plan",
            "Bericht: een school zoekt iemand voor de bibliotheek en de kopieerruimte, twintig uur. \
                {Mevrouw} stuurde de vacature zelf, met de vraag of 'representatief' iets met kleding \
                is.",
        )
        .begins("school"),
        phone(
            "plan",
            "{Mevrouw} is aangenomen op de school, om te beginnen voor twee maanden. De uitkering wordt \
                aangevuld. De eerste maand kan er even te weinig op de rekening staan; dat weet {zij} en \
                daar ligt een buffer voor.",
        )
        .begins("loon")
        .follows("school"),
        conversation(
            "finance",
            "Loonstrook bekeken. Er klopte iets niet: twee keer reiskosten ingehouden. {Mevrouw} belde \
                zelf de administratie. Volgende maand komt er € 62 terug.",
        )
        .follows("loon"),
    ],
    closings: &[conversation(
        "plan",
        "Het contract is verlengd met een jaar. {Mevrouw} heeft ons niet meer nodig. {Zij} vraagt of \
                de bladzijde met wat {zij} kan in {zijn} eigen map mag blijven. Die was altijd al van \
                {hem}.",
    )
    .follows("loon")],
};
