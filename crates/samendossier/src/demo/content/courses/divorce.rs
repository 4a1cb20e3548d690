//! Two homes: what a child wants to say when parents live apart.
//! Written by hand; `filling` chooses and places. What follows from something is only told after it.

use crate::demo::content::course::{Course, consultation, conversation, message, phone, visit};

/// Two homes: what a child wants to say when parents live apart.
pub static DIVORCE: Course = Course {
    domain: "youth-access",
    openings: &[conversation(
        "household",
        "Kennisgemaakt met {naam}. {Zijn} ouders wonen sinds kort apart en beslissen samen over \
                {hem}. Ik heb uitgelegd dat ik er voor {naam} ben, niet voor een van de twee. Wat {naam} \
                zegt, vertel ik niet door, tenzij iemand gevaar loopt.",
    )],
    notes: &[
        conversation(
            "household",
            "{Naam} tekende twee huizen met een rivier ertussen. In elk huis staat een bed. De \
                tandenborstel ligt in de rivier. 'Die vergeet ik altijd.' Wij hebben bedacht dat er ook \
                twee tandenborstels mogen zijn.",
        )
        .opinion("Klein probleem, grote opluchting."),
        phone(
            "household",
            "{Ander} belt. De wissel op zondag gaat stroef. Ik heb naar de feiten gevraagd en beide \
                ouders dezelfde vraag gestuurd, met dezelfde woorden. Ik noem nooit het adres van de een \
                tegen de ander.",
        )
        .told_by_a_parent()
        .begins("wissel"),
        conversation(
            "household",
            "Met beide ouders aparte gesprekken gehad, op verschillende dagen. Alle twee willen zij dat \
                {naam} geen boodschapper is. Dat hebben wij opgeschreven in één zin die voor beiden \
                geldt. Zij hebben de zin allebei goedgevonden.",
        )
        .told_by_a_parent(),
        conversation(
            "general",
            "{Naam} had een vraag op een briefje: 'Mag ik bij de een zeggen dat het leuk was bij de \
                ander?' Ja. Wij hebben geoefend hoe dat klinkt.",
        ),
        consultation(
            "plan",
            "Overleg met een collega over gezag, zonder naam. Beide ouders hebben gezag. Een besluit \
                over de hulp nemen zij samen. Wie informatie vraagt, krijgt die over {naam}, niet over \
                de andere ouder.",
        )
        .observed(),
        message(
            "household",
            "Bericht van {ander}: de wissel is voortaan bij het buurthuis, om vijf uur, met de jas al \
                aan. Geen gesprekken op de stoep.",
        )
        .told_by_a_parent()
        .follows("wissel"),
        conversation(
            "general",
            "{Naam} had een moeilijke week: een verjaardag waar niet iedereen bij kon zijn. Wij hebben \
                een lijstje gemaakt met wat je twee keer kunt vieren. Er staat nu 'taart' op, en \
                'Sinterklaas', en 'rapport'.",
        ),
        conversation(
            "education",
            "School vroeg hoe het thuis gaat. {Naam} wil dat de juf weet in welk huis {zij} wakker werd, \
                want dan begrijpt zij waarom de gymtas er niet is. Meer niet. Beide ouders vinden dat \
                goed.",
        ),
        visit(
            "household",
            "Bij één van de twee huizen gekeken, op verzoek van {naam}. {Zij} wilde {zijn} kamer laten \
                zien. Ik schrijf hier niet op welk huis dat was.",
        )
        .observed()
        .opinion("{Naam} laat graag zien. Ik hoef weinig te vragen."),
        phone(
            "household",
            "De andere ouder belt: er is een brief van de rechter. Er verandert niets aan de dagen. Ik \
                heb gevraagd of {naam} dat al weet. Dat gaan zij samen vertellen, in de auto voor het \
                buurthuis.",
        )
        .told_by_a_parent()
        .begins("auto"),
        conversation(
            "general",
            "{Naam} vertelde dat de ouders samen in de auto zaten en dat niemand ruzie maakte. 'Papa \
                zette de radio aan en mama zong mee. Heel vals.'",
        )
        .follows("auto"),
    ],
    closings: &[conversation(
        "plan",
        "Laatste keer. {Naam} kreeg het boekje mee dat wij samen maakten: mijn twee huizen. Het \
                adres staat er niet in, dat kent {zij} zelf. {Naam} weet dat {zij} kan bellen. Beide \
                ouders hebben dezelfde brief gekregen.",
    )],
};
