//! Drinking or using less: honest, without applause and without scolding.
//! Written by hand; `filling` chooses and places. What follows from something is only told after it.

use crate::demo::content::course::{Course, conversation, message, other, phone, visit};

/// Drinking or using less: honest, without applause and without scolding.
pub static ADDICTION: Course = Course {
    domain: "wmo",
    openings: &[
        conversation(
            "health",
            "{Mevrouw} kwam met een vraag over de wachtlijst van een kliniek. {Zij} drinkt al jaren, \
                elke avond. Sinds vorige maand ook overdag. {Zij} zei het in één adem en vroeg toen of \
                er thee was.",
        )
        .opinion("Er is vertrouwen nodig voor zo'n zin. Ik begin met luisteren."),
        phone(
            "health",
            "{Mevrouw} belt en wil weten of {zij} {zijn} baan verliest als {zij} hulp vraagt. Uitgelegd \
                dat wij {zijn} werk niets vertellen. Daarna was het even stil en zei {zij}: 'Dan wil ik \
                hulp vragen.' Wij spreken deze week af.",
        ),
    ],
    notes: &[
        conversation(
            "health",
            "Uitgelegd wat ik opschrijf en wat niet. {Mevrouw} wil dat er geen hoeveelheden in het \
                dossier staan. Dat is goed: die horen bij de behandelaar.",
        ),
        phone(
            "health",
            "De kliniek belde {mevrouw} terug voor de intake. {Zij} ziet op tegen de vragenlijst van \
                twaalf bladzijden. Wij spreken af om die samen aan de keukentafel in te vullen; {zij} \
                schrijft, ik zet koffie.",
        )
        .begins("lijst"),
        visit(
            "health",
            "Vragenlijst ingevuld, negen van de twaalf bladzijden. Bij bladzijde tien wilde {mevrouw} \
                stoppen. Wij hebben de vogels op het balkon geteld.",
        )
        .observed()
        .follows("lijst"),
        message("health", "Bericht van {mevrouw}: 'Intake geweest. Niemand keek raar.'").follows("lijst"),
        conversation(
            "plan",
            "{Mevrouw} begint met een dagbehandeling, twee dagen in de week. {Zij} wil de andere dagen \
                ook iets te doen hebben. Op de lijst staat: de moestuin bij de school en fietsen maken.",
        )
        .begins("dagen"),
        phone(
            "health",
            "{Mevrouw} heeft gedronken en belde zelf. {Zij} verwachtte dat ik boos zou zijn. Ik heb \
                gevraagd wat er die dag gebeurde en wat {zij} nu nodig heeft. {Zij} belt morgen de \
                behandelaar.",
        )
        .opinion("Terugvallen hoort erbij. Dat {zij} belde, is het belangrijkste."),
        other(
            "general",
            "{Mevrouw} was in de moestuin. {Zij} heeft uitgelegd hoe je tomaten dieft. Niemand daar weet \
                waarom {zij} er is en dat blijft zo.",
        )
        .observed()
        .follows("dagen"),
        visit(
            "household",
            "{Zijn} zus was erbij, op verzoek van {mevrouw}. De zus had jarenlang boodschappen gedaan \
                'zonder flessen'. {Mevrouw} heeft haar bedankt. Over de zus zelf schrijf ik verder niets \
                op.",
        ),
        conversation(
            "finance",
            "Nu er minder geld naar drank gaat, houdt {mevrouw} ongeveer € 45 per week over. {Zij} wil \
                dat apart zetten voordat {zij} eraan gewend raakt. Eerste doel: een fiets.",
        )
        .begins("fiets"),
        conversation(
            "health",
            "De dagbehandeling is klaar. {Mevrouw} kreeg een steen mee met een datum erop. {Zij} gaat nu \
                elke week naar een groep van lotgenoten, in een andere wijk.",
        )
        .follows("dagen"),
        message("general", "Foto van een fiets, rood, met een krat. Geen tekst erbij. Dat hoefde ook niet.")
            .follows("fiets"),
    ],
    closings: &[conversation(
        "plan",
        "Afscheid. {Mevrouw} heeft een plan voor slechte dagen op een kaartje in {zijn} portemonnee: \
                wie {zij} belt, waar {zij} heen fietst. {Zij} wil dat dit dossier dichtgaat. Wij hebben \
                samen gelezen wat erin staat.",
    )],
};
