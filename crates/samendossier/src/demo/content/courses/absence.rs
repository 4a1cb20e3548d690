//! Not at school: finding out why, one small step at a time.
//! Written by hand; `filling` chooses and places. What follows from something is only told after it.

use crate::demo::content::course::{Course, consultation, conversation, message, other, phone, visit};

/// Not at school: finding out why, one small step at a time.
pub static ABSENCE: Course = Course {
    domain: "youth-access",
    openings: &[
        phone(
            "education",
            "School heeft {naam} en {ander} gewezen op ons. {Naam} mist al zes weken veel lessen. \
                {Ander} belt, met {naam} naast de telefoon. Afgesproken dat {naam} zelf kiest waar wij \
                praten.",
        )
        .told_by_a_parent(),
        conversation(
            "education",
            "{Naam} en {ander} kwamen samen. {Naam} keek uit het raam, {ander} vertelde: het begon met \
                buikpijn op maandag en nu is het elke dag maandag. {Naam} moest daar een beetje om \
                lachen. Wij maken een afspraak zonder {ander} erbij; dat wilden zij allebei.",
        )
        .told_by_a_parent(),
        message(
            "education",
            "Bericht van {naam}, via het formulier op de website: 'ik ga niet meer en iedereen is boos. \
                help'. Dezelfde dag gebeld. {Naam} wil praten, {ander} weet dat {zij} ons heeft \
                geschreven.",
        ),
    ],
    notes: &[
        conversation(
            "general",
            "Kennisgemaakt op het bankje bij de skatebaan. Uitgelegd wat ik opschrijf, wie dat leest en \
                wat ik niet geheim kan houden. {Naam} zei tien minuten niets en daarna: 'Ik ga wel naar \
                school. Ik ga alleen niet naar binnen.'",
        )
        .opinion("{Zij} weet precies waar het stopt: bij de deur van de aula.")
        .begins("baan"),
        visit(
            "household",
            "Thuis gepraat met {naam} en {ander}. 's Ochtends is er ruzie over opstaan. Wij hebben \
                afgesproken dat niemand vóór acht uur over school begint. {Ander} vindt dat moeilijk en \
                wil het proberen.",
        )
        .begins("ochtend"),
        conversation(
            "education",
            "{Naam} tekende {zijn} schooldag als een lijn met bergen. De hoogste berg is de pauze. \
                Lessen zijn niet het probleem. {Zij} wil graag weten of {zij} de pauze ergens anders mag \
                doorbrengen.",
        ),
        other(
            "education",
            "Gesprek op school, samen met {naam} en {ander}. Wij hadden vooraf opgeschreven wat school \
                mag weten: dat de pauze lastig is. Verder niets. De mentor biedt de bibliotheek aan, en \
                één vaste docent bij wie {naam} mag binnenlopen.",
        )
        .begins("bieb"),
        message("education", "Bericht van {naam}: 'drie dagen geweest. bieb is saai maar ok 📚'.")
            .follows("bieb"),
        phone(
            "education",
            "{Ander} belt: vandaag bleef {naam} toch thuis. Ik heb gevraagd wat er de dag ervoor anders \
                was. Er was een invaller. Dat is een verklaring, geen terugval.",
        )
        .told_by_a_parent()
        .opinion("Zij kijken samen terug zonder verwijt. Dat is nieuw."),
        conversation(
            "general",
            "Gewandeld. {Naam} vertelt voor het eerst over de groepsapp waar {zij} uit is gezet. {Zij} \
                wil niet dat ik er iets mee doe. Dat doe ik dus niet, en dat heb ik gezegd. {Zij} wil \
                wel oefenen wat {zij} kan zeggen als er iemand over begint.",
        ),
        consultation(
            "education",
            "Overleg met de leerplichtambtenaar, met toestemming van {naam} en {ander}. Er komt geen \
                melding zolang het plan loopt. Zij heeft alleen het plan gezien, niet mijn notities.",
        )
        .told_by_others(),
        visit(
            "household",
            "De ochtenden gaan beter. Er hangt een whiteboard in de keuken waarop {naam} zelf schrijft \
                hoe laat {zij} gewekt wil worden. {Ander} zegt: 'Ik hoef geen politieagent meer te \
                zijn.'",
        )
        .follows("ochtend"),
        conversation(
            "education",
            "{Naam} was vier weken achter elkaar alle dagen op school. {Zij} haalde een voldoende voor \
                wiskunde en liet die zien alsof het niets was.",
        )
        .observed()
        .follows("bieb"),
        message(
            "general",
            "Bericht van {naam}: 'mag ik iemand meenemen naar de skatebaan'. Natuurlijk. {Zij} stelde \
                een klasgenoot voor. Wij hebben het over wielen gehad.",
        )
        .follows("baan"),
    ],
    closings: &[
        conversation(
            "plan",
            "Teruggekeken met {naam} en {ander}. Wat hielp: geen gesprek over school vóór acht uur, en \
                iemand op school bij wie {zij} mag binnenlopen. {Naam} schrijft het zelf op voor de \
                nieuwe mentor. Wij stoppen. {Zij} mag altijd appen.",
        )
        .follows("ochtend"),
        other(
            "education",
            "Met {naam}, {ander} en de mentor om de tafel, op verzoek van {naam}. {Zij} vertelde zelf \
                dat het weer gaat en wat er nog lastig is. De mentor neemt het over, als {naam} dat wil. \
                Dat wil {zij}. Wij stoppen.",
        ),
    ],
};
