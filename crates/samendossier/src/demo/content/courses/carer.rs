//! Caring for somebody close, and being somebody as well.
//! Written by hand; `filling` chooses and places. What follows from something is only told after it.

use crate::demo::content::course::{Course, consultation, conversation, message, phone, visit};

/// Caring for somebody close, and being somebody as well.
pub static CARER: Course = Course {
    domain: "wmo",
    openings: &[
        phone(
            "household",
            "{Mevrouw} zorgt voor {ander}. Dat begon met boodschappen en is nu elke dag, ook 's nachts. \
                {Zij} vraagt niet om iets groots: 'Eén middag per week dat ik niet hoef te luisteren of \
                er iemand valt.'",
        ),
        conversation(
            "household",
            "{Mevrouw} kwam met de vraag of wij 'iets met vervoer' doen. Na een kwartier ging het over \
                {ander}: {mevrouw} staat elke nacht twee keer op en heeft al maanden niemand gesproken \
                buiten de dokter en de apotheek.",
        )
        .opinion("Vervoer was de vraag waarmee {zij} binnen durfde te komen."),
        visit(
            "household",
            "Op verzoek van {mevrouw} thuis gekomen, want {ander} kan niet lang alleen zijn. Tijdens het \
                gesprek stond {mevrouw} vijf keer op. Zittend is er twaalf minuten gepraat. {Zij} vraagt \
                om een vaste middag waarop iemand anders opstaat.",
        ),
    ],
    notes: &[
        visit(
            "household",
            "Kennisgemaakt, {ander} was erbij. Wij hebben eerst over {hem} gepraat en pas daarna over de \
                zorg. {Mevrouw} ging vroeger elke week zwemmen. De badtas hangt nog in de gang.",
        )
        .opinion("{Zij} lacht veel en zit geen minuut stil."),
        conversation(
            "plan",
            "Op kantoor, zonder {ander}. {Mevrouw} maakte een lijst van een gewone dag. Er staan \
                veertien dingen op voor een ander en twee voor {hem}: koffie en de krant. {Zij} schrok \
                van die lijst. Wij hebben drie dingen omcirkeld die iemand anders ook kan doen.",
        ),
        phone(
            "plan",
            "Uitgelegd wat dagopvang is en wat respijtzorg is. {Mevrouw} vindt dagopvang nog te vroeg. \
                {Zij} wil wel iemand die op woensdagmiddag thuis komt.",
        )
        .begins("bezoek"),
        visit(
            "plan",
            "De vrijwilliger is komen kennismaken. {Ander} vroeg meteen of de bezoeker van klaverjassen \
                hield. Dat was zo. {Mevrouw} stond in de keuken en luisterde mee.",
        )
        .observed()
        .follows("bezoek"),
        message("general", "Bericht van {mevrouw}: 'Gezwommen!! Twintig baantjes, ik ben kapot en blij 🏊'."),
        visit(
            "health",
            "{Mevrouw} heeft last van {zijn} schouder door het tillen. De ergotherapeut van de thuiszorg \
                doet voor hoe het anders kan. {Zij} bespreekt de pijn zelf met de huisarts.",
        ),
        phone(
            "household",
            "{Zijn} broer wil ook iets doen, maar vroeg nooit wat. Ik gaf de tip om iets kleins en vasts \
                te vragen. {Mevrouw} heeft hem de zaterdagse boodschappen gegeven. 'Hij was opgelucht,' \
                zegt {zij}.",
        ),
        consultation(
            "plan",
            "Met de mantelzorgmakelaar besproken welke papieren er komen bij een aanvraag voor \
                langdurige zorg. Zonder naam. De uitleg heb ik in gewone woorden op één blad gezet voor \
                {mevrouw}.",
        )
        .observed(),
        visit(
            "household",
            "Een zware week. {Ander} was drie nachten onrustig. {Mevrouw} huilde even en zei daarna: \
                'Schrijf dat maar op, dan weet ik later dat het ook weer overging.'",
        )
        .opinion("Niet oplossen vandaag. Wel volgende week weer komen."),
        conversation(
            "plan",
            "Wat als {mevrouw} zelf ziek wordt? Noodplan gemaakt op één bladzijde: wie belt wie, waar \
                ligt de sleutel, welke medicijnen. {Mevrouw}, {zijn} broer en de buren hebben een kopie.",
        ),
        phone(
            "plan",
            "Aanvraag voor logeeropvang is goedgekeurd: vier weekenden per jaar. {Mevrouw} weet nog niet \
                of {zij} het durft. Wij gaan eerst samen kijken.",
        )
        .begins("logeren"),
    ],
    closings: &[visit(
        "plan",
        "Het eerste logeerweekend is geweest. {Ander} vond het eten niets en het uitzicht prachtig. \
                {Mevrouw} heeft tot negen uur geslapen. Het gaat zo goed, wij ronden af. {Zij} heeft ons \
                nummer.",
    )
    .follows("logeren")],
};
