//! Rent arrears: from the first letter to a rent that pays itself.
//! Written by hand; `filling` chooses and places. What follows from something is only told after it.

use crate::demo::content::course::{Course, conversation, message, phone, visit};

/// Rent arrears: from the first letter to a rent that pays itself.
pub static RENT: Course = Course {
    domain: "wmo",
    openings: &[
        phone(
            "finance",
            "{Mevrouw} belt over een brief van de verhuurder. Er staat twee maanden huur open, samen € \
                1.290. {Zij} heeft de brief een week laten liggen. Wij hebben hem samen aan de telefoon \
                gelezen. Er staat nog geen datum voor de rechter in.",
        )
        .opinion("{Zij} belde zelf. Dat is het halve werk."),
        visit(
            "finance",
            "{Mevrouw} stond voor de deur van het wijkgebouw met een plastic tas. Daarin zaten vier \
                aanmaningen en een brief van de deurwaarder over de huur. Wij hebben eerst thee \
                gedronken en daarna de datum op die brief gezocht: er zijn nog drie weken.",
        ),
        conversation(
            "finance",
            "{Mevrouw} heeft sinds kort minder inkomen en de huur is gelijk gebleven. {Zij} loopt nu één \
                maand achter en wil er vroeg bij zijn. Wij hebben opgeschreven wat er deze maand nog \
                binnenkomt, en wanneer.",
        )
        .opinion("Eén maand achterstand is te overzien. Goed dat {zij} nu al komt."),
    ],
    notes: &[
        visit(
            "finance",
            "Thuis langs geweest. Op tafel lag een stapel van elf brieven, de meeste dicht. Wij hebben \
                ze op volgorde gelegd: eerst wonen, dan stroom, dan de rest. De huur is het enige dat \
                haast heeft. {Mevrouw} heeft zelf op elke envelop gezet wat het is.",
        ),
        phone(
            "finance",
            "Samen de verhuurder gebeld, met de telefoon op luidspreker. {Mevrouw} deed het woord. De \
                verhuurder wacht drie weken met verdere stappen, als er deze maand in elk geval één huur \
                binnenkomt.",
        )
        .told_by_others(),
        visit(
            "finance",
            "Uitgerekend wat er binnenkomt en wat eruit gaat. De huur werd op de eerste van de maand \
                afgeschreven en het loon komt op de vijfde. Daar gaat het elke maand mis. {Mevrouw} \
                vraagt de verhuurder om een andere dag.",
        )
        .opinion("Dit is geen onwil. De data passen niet op elkaar.")
        .begins("dag"),
        message(
            "finance",
            "Bericht van {mevrouw}: 'De huur gaat voortaan op de zevende 🎉'. De verhuurder heeft het per \
                brief bevestigd.",
        )
        .follows("dag"),
        conversation(
            "finance",
            "Betalingsregeling besproken op kantoor: naast de huur € 60 per maand, tot de schuld weg is. \
                Ik heb gevraagd of dat ook lukt in een maand met een dure verjaardag. {Mevrouw} rekende \
                het na en zei: 'Dan wordt het vijftig.' Wij stellen € 50 voor.",
        )
        .begins("regeling"),
        message(
            "finance",
            "De verhuurder gaat akkoord met € 50 per maand. {Mevrouw} heeft de regeling ondertekend. Een \
                kopie ligt in {zijn} map, niet bij ons.",
        )
        .told_by_others()
        .follows("regeling"),
        visit(
            "household",
            "Niet over geld gepraat vandaag. {Mevrouw} liet de keuken zien: er is geverfd. {Zij} slaapt \
                beter nu {zij} weet dat er niemand aan de deur komt.",
        )
        .observed(),
        phone(
            "finance",
            "De energierekening is hoger dan gedacht: € 38 per maand erbij. {Mevrouw} wil eerst zelf \
                bellen. Ik heb verteld wat {zij} kan vragen: een betaalplan, en een overzicht van het \
                verbruik.",
        ),
        visit(
            "plan",
            "{Mevrouw} heeft een vaste plek voor post: een schoenendoos met drie vakken. Betaald, nog \
                doen, vragen aan iemand. In het laatste vak lag één brief. Die begreep ik ook pas na \
                twee keer lezen.",
        )
        .opinion("{Zij} heeft mij steeds minder nodig. Ik ga minder vaak langs.")
        .begins("doos"),
        phone(
            "finance",
            "Huurtoeslag klopt niet: op het formulier staat nog de oude huur. {Mevrouw} heeft het zelf \
                aangepast met DigiD, ik bleef aan de lijn. {Zij} las voor wat er op het scherm stond; \
                {zijn} wachtwoord hield {zij} voor zich.",
        ),
        conversation(
            "finance",
            "Alweer op tijd betaald. {Mevrouw} heeft een potje voor de wasmachine, € 15 per maand. {Zij} \
                vertelde dat {zijn} zus nu ook een schoenendoos heeft.",
        )
        .follows("doos"),
    ],
    closings: &[
        conversation(
            "plan",
            "Laatste gesprek. De achterstand is betaald. {Mevrouw} bewaart de brief daarover. Wat {zij} \
                doet als het weer krap wordt: eerst de huur, dan bellen, niet wachten. {Zij} heeft ons \
                nummer op de koelkast.",
        ),
        phone(
            "plan",
            "Afgesloten aan de telefoon, op verzoek van {mevrouw}. De huur loopt, de achterstand is weg \
                en {zij} heeft het lijstje met betalingen zelf bijgehouden. {Zij} vraagt of het dossier \
                nu dichtgaat. Ja, en {zij} kan het blijven lezen.",
        ),
        conversation(
            "finance",
            "{Mevrouw} kwam zelf langs om te zeggen dat het klaar is. De verhuurder heeft de zaak \
                gesloten, zwart op wit. {Zij} wil geen gesprekken meer en dat kan. Wij hebben \
                afgesproken wat een reden is om wél te bellen: twee dichte enveloppen.",
        ),
    ],
};
