//! A debt arrangement: from a bag of envelopes to the last payment.
//! Written by hand; `filling` chooses and places. What follows from something is only told after it.

use crate::demo::content::course::{Course, conversation, message, phone};

/// A debt arrangement: from a bag of envelopes to the last payment.
pub static DEBTS: Course = Course {
    domain: "debt-counselling",
    openings: &[
        conversation(
            "finance",
            "Intakegesprek over schulden. {Mevrouw} heeft een overzicht gemaakt op de achterkant van een \
                kalender. Wij kwamen samen op € 9.460, bij zeven bedrijven. Er ontbreken nog twee \
                brieven. {Mevrouw} hoeft niets te betalen voordat wij weten wat er is.",
        ),
        phone(
            "finance",
            "{Mevrouw} belt uit de auto, omdat thuis niemand het weet. Er is vandaag beslag op {zijn} \
                loon gelegd. Uitgelegd wat er minstens moet overblijven om van te leven. Morgen komt \
                {zij} langs met alles wat in het handschoenenkastje ligt.",
        ),
        conversation(
            "finance",
            "{Mevrouw} kwam met een lijst die {zij} zelf had gemaakt, op ruitjespapier. Bij elk bedrag \
                staat hoe oud het is. Er staat meer dan € 9.000. Ik heb alleen gevraagd wat er deze week \
                moet. Dat was één ding.",
        )
        .opinion("De lijst klopt tot op de euro. Overzicht is hier niet het probleem."),
    ],
    notes: &[
        conversation(
            "finance",
            "Inkomsten en vaste lasten nagelopen. Er is € 71 per maand te weinig. Dat zit in een oude \
                verzekering, twee abonnementen en een boete die blijft groeien. {Mevrouw} zegt de \
                abonnementen vandaag op.",
        ),
        phone(
            "finance",
            "Gebeld met het bureau dat boetes int, {mevrouw} luisterde mee. De boete gaat op pauze tot \
                het plan er ligt. {Zij} krijgt daar een brief over.",
        )
        .told_by_others(),
        message(
            "finance",
            "Er kwam een brief die {mevrouw} niet begreep. 'Is dit erg?' Nee. Het is een bevestiging dat \
                {zij} zich heeft aangemeld. Ik heb de eerste zin voor {hem} herschreven in gewone \
                woorden.",
        ),
        conversation(
            "finance",
            "Er is een stabiele maand: alles wat moest, is betaald. Dat is voor het eerst in twee jaar. \
                Nu pas schrijven wij de bedrijven aan.",
        )
        .opinion("Eerst rust, dan een plan. Anders valt het om."),
        conversation(
            "finance",
            "Brieven aan zeven bedrijven klaargelegd. {Mevrouw} heeft ze allemaal gelezen. In geen \
                enkele brief staat waarom het misging; dat gaat hun niet aan.",
        )
        .begins("brieven"),
        phone(
            "finance",
            "Vijf bedrijven zijn akkoord, twee hebben nog niet geantwoord. {Mevrouw} belt die twee zelf, \
                met een zin die wij hebben geoefend.",
        )
        .begins("vijf")
        .follows("brieven"),
        message(
            "finance",
            "Bericht van {mevrouw}: 'Nummer zes zegt ja!! nr. 7 wil het op papier'. Geantwoord: dat \
                papier maken wij.",
        )
        .follows("vijf"),
        conversation(
            "finance",
            "Alle zeven zeggen ja. Het plan is ondertekend. {Mevrouw} houdt een vast bedrag per week \
                over voor eten en een klein bedrag voor wat {zij} zelf wil. Ik vraag niet waaraan.",
        )
        .begins("plan")
        .follows("brieven"),
        conversation(
            "household",
            "Over kinderfeestjes en cadeaus gepraat, en hoe je nee zegt zonder het uit te leggen. \
                {Mevrouw} bedacht: 'Wij geven dit jaar tijd.'",
        ),
        phone(
            "finance",
            "De auto is kapot en moet gekeurd. {Mevrouw} vroeg eerst of dat mag, in plaats van te lenen. \
                Er is een spaarpot van € 120 in het plan; die is hiervoor.",
        )
        .opinion("Een jaar geleden was hier een lening van gekomen.")
        .follows("plan"),
        conversation(
            "finance",
            "Halverwege. {Mevrouw} heeft een grafiek op de koelkast met een lijn omlaag. Er hangt een \
                sticker van een raket bij.",
        )
        .begins("lijn")
        .follows("plan"),
    ],
    closings: &[
        conversation(
            "plan",
            "De laatste termijn is betaald. Alle bedrijven hebben dat bevestigd. {Mevrouw} scheurde de \
                grafiek niet kapot, maar vouwde hem op: 'Voor als ik denk dat ik niets kan.' Wij sluiten \
                af. Over een half jaar bel ik één keer, als {zij} dat goedvindt. Dat vindt {zij} goed.",
        )
        .follows("lijn"),
        conversation(
            "plan",
            "De laatste brief is binnen: alles is voldaan. {Mevrouw} las hem voor en toen nog een keer. \
                Wij spreken niet meer af. {Zij} houdt het budgetplan aan, 'omdat ik er nu aan gewend \
                ben'.",
        )
        .follows("plan"),
    ],
};
