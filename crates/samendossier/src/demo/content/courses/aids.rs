//! Ramps, chairs and taxis: what makes a house one's own again.
//! Written by hand; `filling` chooses and places. What follows from something is only told after it.

use crate::demo::content::course::{Course, conversation, message, phone, visit};

/// Ramps, chairs and taxis: what makes a house one's own again.
pub static AIDS: Course = Course {
    domain: "wmo",
    openings: &[
        phone(
            "health",
            "{Mevrouw} kan niet meer van de bank naar de keuken zonder zich vast te houden. {Zij} vraagt \
                om een rolstoel 'voor erbij'. Afgesproken: ik kom kijken, met een ergotherapeut.",
        ),
        visit(
            "health",
            "{Mevrouw} heeft de woonkamer al zelf anders ingericht: alles op armlengte. De voordeur is \
                het probleem. Naar buiten kan alleen als er iemand is om te duwen. {Zij} wil dat het \
                zonder duwen kan.",
        ),
        conversation(
            "plan",
            "De revalidatie is bijna klaar. {Mevrouw} gaat naar huis en weet niet of {zijn} huis ook al \
                zover is. Wij hebben op een plattegrond ingetekend waar {zij} op een dag langs moet: \
                bed, badkamer, koffie, brievenbus.",
        ),
    ],
    notes: &[
        visit(
            "plan",
            "Gemeten: de deuren zijn 78 centimeter breed en er is een drempel bij de voordeur. De \
                ergotherapeut raadt een smalle stoel aan, een helling van één meter en een tweede \
                leuning. {Mevrouw} wil de helling niet aan de straatkant.",
        )
        .observed()
        .begins("maten"),
        phone(
            "plan",
            "Uitgelegd dat de gemeente eerst kijkt wat goedkoop en passend is. {Mevrouw}: 'Passend, daar \
                gaat het om.' Het verslag komt naar {hem} toe voordat iemand beslist.",
        ),
        message(
            "plan",
            "{Mevrouw} heeft het verslag gelezen en één ding toegevoegd: dat {zij} elke week naar de \
                begraafplaats wil kunnen. Daar is grind. Dat telt mee bij de keuze van de wielen.",
        )
        .opinion("Daar had ik niet naar gevraagd. Goed dat {zij} het zelf leest.")
        .begins("grind")
        .follows("maten"),
        phone(
            "plan",
            "Het besluit is positief. De stoel wordt geleverd over drie weken. {Mevrouw} krijgt een \
                oefenmiddag, met iemand die zelf ook rolt.",
        )
        .begins("stoel")
        .follows("maten"),
        visit(
            "general",
            "Oefenmiddag gehad. Stoep op, stoep af, deur open terwijl je zit. {Mevrouw} reed mij omver \
                bij de supermarkt. Wij hebben allebei excuses gemaakt.",
        )
        .observed()
        .follows("stoel"),
        phone(
            "general",
            "De helling ligt er, aan de tuinkant. De leverancier had hem eerst aan de straatkant gelegd. \
                {Mevrouw} liet hem omdraaien en heeft dat zelf geregeld.",
        )
        .follows("maten"),
        visit(
            "household",
            "Met {mevrouw} gekeken naar de keuken: wat staat er te hoog? De kopjes staan nu in de la en \
                de pannen op ooghoogte als je zit.",
        ),
        phone(
            "plan",
            "De rem aan de linkerkant sleept. Het onderhoudsnummer staat op de stoel, {mevrouw} belde en \
                werd dezelfde dag geholpen. Ik hoefde niets te doen.",
        )
        .follows("stoel"),
        visit(
            "health",
            "Op de begraafplaats geweest. Het grind ging, met de bredere wielen. {Mevrouw} wilde er even \
                alleen zijn. Ik wachtte bij het hek.",
        )
        .follows("grind"),
        message("general", "Bericht van {mevrouw}: 'Taxipas ook binnen 🚐 ik ga naar zee'."),
        phone(
            "plan",
            "Nagebeld. De stoel past. {Mevrouw} wil weten of {zij} hem mag houden als {zij} verhuist. \
                Binnen de gemeente wel.",
        )
        .follows("stoel"),
    ],
    closings: &[
        visit(
            "plan",
            "{Mevrouw} heeft geen vragen meer. Het onderhoud loopt via de leverancier, dat nummer kent \
                {zij} uit {zijn} hoofd. Wij sluiten dit deel af. Als er iets verandert, belt {zij}.",
        )
        .follows("stoel"),
        visit(
            "plan",
            "Alles wat was aangevraagd, staat of hangt op zijn plek. {Mevrouw} liet het zien, van \
                voordeur tot balkon. Wat {zij} zelf nog wil: een plant op een hoogte waar {zij} bij kan. \
                Daar hoeft de gemeente niets van te vinden. Wij ronden af.",
        ),
    ],
};
