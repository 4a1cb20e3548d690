//! Alone at home, and slowly less so.
//! Written by hand; `filling` chooses and places. What follows from something is only told after it.

use crate::demo::content::course::{Course, conversation, message, other, phone};

/// Alone at home, and slowly less so.
pub static LONELY: Course = Course {
    domain: "voluntary",
    openings: &[
        conversation(
            "general",
            "{Mevrouw} kwam binnen voor een kop koffie en bleef een uur. Sinds een jaar zijn de meeste \
                mensen die {zij} kende verhuisd of overleden. {Zij} vraagt niet om hulp: 'Ik wil gewoon \
                dat iemand merkt of ik er ben.'",
        ),
        phone(
            "general",
            "{Mevrouw} belde om te vragen hoe laat het spreekuur is. Dat wist {zij} al, bleek later. \
                {Zij} belde omdat het stil was. Wij hebben een kwartier over het weer en over soep \
                gepraat. Donderdag komt {zij} soep eten.",
        )
        .opinion("Bellen om niets is ook een vraag."),
    ],
    notes: &[
        conversation(
            "plan",
            "Uitgelegd wat wij opschrijven en dat {mevrouw} altijd kan stoppen. Wat {zij} leuk vond: \
                kaarten, radio, koken voor meer mensen. Wat {zij} niet wil: 'zingen met een begeleider'.",
        ),
        other(
            "general",
            "{Mevrouw} was bij de open tafel. {Zij} ging naast de deur zitten, met de jas aan. Na de \
                soep was de jas uit.",
        )
        .observed(),
        phone(
            "general",
            "{Mevrouw} belt af voor vandaag: geen zin. Ik heb gezegd dat dat mag en dat {zijn} plek aan \
                tafel blijft. Wij hebben over de radio gepraat, over een programma dat niet meer \
                bestaat.",
        ),
        conversation(
            "plan",
            "{Mevrouw} wil iets terugdoen. In de keuken zoeken zij iemand die aardappels kan schillen \
                voor veertig mensen. {Zij}: 'Dat heb ik in dienst geleerd.' Ik weet niet of dat waar is. \
                Het ging wel snel.",
        ),
        other(
            "general",
            "{Mevrouw} heeft een nieuwe bezoeker opgevangen die de weg niet wist. Zonder dat iemand het \
                vroeg.",
        )
        .observed()
        .opinion("{Zij} ziet als eerste wie er alleen staat."),
        message(
            "general",
            "Kaartje van {mevrouw} door de brievenbus van het buurthuis: 'Maandag niet, dan heb ik \
                bezoek. Ik schrijf het even op omdat ik dat lang niet heb kunnen schrijven.'",
        ),
        phone(
            "general",
            "{Mevrouw} mist de kat van de buren, die is verhuisd. Wij hebben gezocht naar iemand in de \
                buurt die af en toe oppas zoekt voor een dier. Er is een konijn.",
        )
        .begins("konijn"),
        conversation(
            "household",
            "Het konijn heet Sjaak. {Mevrouw} past op in de vakanties. De familie van Sjaak heeft {hem} \
                uitgenodigd om te komen eten.",
        )
        .follows("konijn"),
        conversation(
            "plan",
            "Over de donkere maanden gepraat. Die zijn lang. {Mevrouw} heeft met drie mensen van de \
                tafel een belrondje gemaakt: elke ochtend belt de een de ander. Neemt iemand niet op, \
                dan loopt de volgende langs.",
        )
        .opinion("Het idee kwam van henzelf. Ik heb alleen de telefoonnummers laten overschrijven.")
        .begins("rondje"),
        other(
            "general",
            "Het belrondje heeft één keer gewerkt: iemand was gevallen en kon niet bij de telefoon. \
                {Mevrouw} liep langs. Over die ander schrijf ik hier niets.",
        )
        .observed()
        .follows("rondje"),
        conversation(
            "general",
            "{Mevrouw} heeft {zijn} verjaardag gevierd aan de lange tafel. Er was taart met een gaatje \
                erin, want iemand had al geproefd. {Zij} vond dat het mooiste.",
        ),
    ],
    closings: &[conversation(
        "plan",
        "{Mevrouw} zegt dat {zij} geen vaste gesprekken meer nodig heeft. 'Ik kom toch wel.' Dat \
                klopt: {zij} is er vier dagen per week. Wij stoppen met de gesprekken. {Zijn} plek \
                blijft.",
    )],
};
