# Noodtoegang beoordelen, uitleg, bestuur, cijfers en datalekken.

review-title = Noodtoegang beoordelen
review-back = Terug naar de lijst
review-judge = Beoordeel nummer { $number }
review-look = Bekijk nummer { $number }
review-of-team = Dossier van { $team }.
review-yours = Jij beoordeelt
review-others = Een ander beoordeelt
review-judged = Beoordeeld
review-none = Alles is beoordeeld.
review-by-another = Een ander beoordeelt dit. Jij had er zelf mee te maken.
review-due = Beoordeel dit uiterlijk op { $day }.
review-asked = Je vroeg op { $asked } om uitleg. Beoordeel dit uiterlijk op { $day }.
review-explained = De uitleg kwam op { $answered }. Beoordeel dit uiterlijk op { $day }.
review-turn-coordinator = De coördinator van het team beoordeelt dit.
review-turn-deputy = De vervanger van de coördinator beoordeelt dit.
review-turn-data-protection-officer = De functionaris gegevensbescherming beoordeelt dit.
review-turn-nobody = Er is nu niemand die dit mag beoordelen. Vraag het bestuur om iemand aan te wijzen.
review-was-justified = Terecht.
review-was-not-justified = Niet terecht.
review-was-needs-info = Om uitleg gevraagd.
review-by = Beoordeeld op { $when } door { $name }, { $function }.
review-choice-justified = Terecht
review-choice-not-justified = Niet terecht. Het wordt ook een datalek.
review-choice-needs-info = Vraag eerst uitleg
review-verdict = Het oordeel
review-breach = Er is een datalek van gemaakt: { $reference }.
review-opened = Geopend
review-until = Gestopt
review-domains = Onderdelen
review-approved = Goedgekeurd door
review-done = Wat er is gedaan
review-kinds = Je ziet hoe vaak en wat voor werk. Niet wat er in het dossier staat.
review-seen = { $times ->
    [one] { $what }: 1 keer, om { $first }
   *[other] { $what }: { $times } keer, van { $first } tot { $last }
}
review-nothing-seen = Hiervan staat niets meer in het logboek.
review-workers = Waren de vaste medewerkers er?
review-there = was er
review-away = was afwezig
review-away-noted-later = was afwezig, maar dat is pas later opgeschreven
review-no-workers = Er was toen niemand betrokken.
review-gone = Het dossier is er niet meer. Wie er toen betrokken was, is niet meer te zien.
review-earlier = Eerdere noodtoegang van deze medewerker
review-first = Dit was de eerste keer.
review-earlier-one = { $day }: { $reason }. { $verdict }
review-not-judged = Nog niet beoordeeld.
review-client-asked = Wat de klant vraagt
review-client-nothing = De klant stelde hier geen vraag over.
review-client-answered = De klant heeft antwoord gekregen.
review-client-waits = De klant wacht nog op antwoord.
review-yours-now = Jouw oordeel
review-outcome = Was deze noodtoegang terecht?
review-outcome-missing = Kies een oordeel, of vraag uitleg.
review-sentence = Waarom, of wat wil je weten?
review-sentence-hint = Minstens 20 tekens. De medewerker leest dit.
review-go = Verstuur
review-already = Iemand anders heeft dit net beoordeeld. Dat oordeel telt. Wat jij schreef, staat hieronder.
review-still-open = Dit dossier is nog open. Terecht is het pas als alles te zien is. Beëindig de toegang eerst, of wacht tot die eindigt.
review-asked-already = Je vroeg al om uitleg. Wacht op antwoord, of geef je oordeel.
review-done-justified = Je oordeel is bewaard.
review-done-breach = Je oordeel is bewaard. De functionaris gegevensbescherming ziet het datalek nu.
review-done-asked = De medewerker ziet je vraag. De dag waarop je oordeelt blijft gelijk.
review-overdue = { $count ->
    [one] 1 noodtoegang wacht al langer dan tien werkdagen. Vertel het bestuur dit.
   *[other] { $count } keer noodtoegang wacht al langer dan tien werkdagen. Vertel het bestuur dit.
}

explanation-title = Uitleg over noodtoegang
explanation-questions = Vragen aan jou
explanation-opened = Je opende dit dossier op { $when }.
explanation-asked = De vraag
explanation-answer = De uitleg
explanation-waits = Hier is nog geen antwoord op.
explanation-label = Jouw uitleg
explanation-hint = Minstens 20 tekens. Wie beoordeelt, leest dit.
explanation-go = Verstuur de uitleg
explanation-not-asked = Er wordt niet meer om uitleg gevraagd. Wat jij schreef, staat onderaan.
explanation-judged-soon = Een ander beoordeelt of het terecht was. Je leest dat hier.

board-title = Verslag voor het bestuur
board-lead = Noodtoegang die langer dan tien werkdagen op een oordeel wacht of wachtte. Op { $day }.
board-empty = Alles is binnen tien werkdagen beoordeeld.
board-due = Uiterlijk
board-state = Oordeel
board-told = Bestuur ingelicht
board-not-told = Nog niet
board-told-by = Op { $day } door { $name }
board-judged = Beoordeeld op { $day }.
board-how = Druk dit verslag af en geef het aan het bestuur. Noteer daarna hier dat je dat deed.
board-go = Het bestuur is ingelicht
board-done = Genoteerd dat het bestuur is ingelicht.

figures-title = Cijfers over noodtoegang
figures-small = Is een groep kleiner dan { $count }? Dan tonen wij het getal niet. Anders is iemand te herkennen.
figures-empty = De afgelopen vijftien maanden gebruikte niemand noodtoegang.
figures-quarter = Kwartaal
figures-quarter-of = { $quarter }e kwartaal { $year }
figures-opened = Geopend
figures-justified = Terecht
figures-days = De helft beoordeeld
figures-in-days = { $days ->
    [0] binnen een dag
    [one] binnen 1 dag
   *[other] binnen { $days } dagen
}
figures-hidden = Te weinig

breaches-title = Datalekken
breaches-lead = Deze datalekken zijn binnengekomen. Binnen 72 uur moet een lek bij de toezichthouder zijn, ook in het weekend.
breaches-empty = Er is geen datalek binnengekomen.
breach-title = Datalek { $reference }
breach-reference = Kenmerk
breach-back = Terug naar de datalekken
breach-left = Tijd om te melden
breach-hours = { $hours ->
    [0] Minder dan 1 uur
    [one] Nog 1 uur
   *[other] Nog { $hours } uur
}
breach-over = De 72 uur zijn voorbij
breach-due = Meld dit uiterlijk op { $when }, behalve als er geen risico is.
breach-aware = Bekend sinds
breach-kind = Soort
breach-state = Stand
breach-of-confidentiality = Iemand zag iets wat niet mocht
breach-of-integrity = Iemand veranderde iets wat niet mocht
breach-of-availability = Iets is kwijt of onbereikbaar
breach-state-received = Ontvangen
breach-handling = Je kunt een datalek hier nog niet afhandelen. Doe dat zoals je gewend bent.
breach-origin = Waar het vandaan komt
breach-origin-gone = Waar het van kwam, staat niet meer in het systeem.
breach-by = { $name } opende het dossier met nummer { $number } in nood op { $when }.
breach-by-entry = { $name } trok een notitie in uit dossier { $number }, { $when }. Er stond misschien iets over iemand anders in.
breach-by-log = In het logboek van { $name } viel op { $day } iets op.
breach-judged = Beoordeeld als niet terecht door { $name }.
breach-case = Bekijk de beoordeling

deputy-title = Vervanging
deputy-none = Er is geen vervanger. De FG krijgt de beoordelingen.
deputy-lead = Ben je er niet? Dan neemt de vervanger het over. Die wijst toe en beoordeelt.
deputy-times = Wanneer de vervanger het overneemt
deputy-new = Nieuwe vervanging
deputy-go = Sla op
deputy-overlaps = In deze dagen is er al een vervanging. Kies andere dagen.

officer-title = Overzicht
officer-open = Bekijk
officer-nothing = Niets wacht op jou.
officer-breaches = { $count ->
    [one] 1 datalek ontvangen. Meld het uiterlijk op { $when }, behalve als er geen risico is.
   *[other] { $count } datalekken ontvangen. Meld het eerste uiterlijk op { $when }, behalve als er geen risico is.
}
officer-breaches-over = { $count ->
    [one] 1 datalek ontvangen. De 72 uur zijn voorbij.
   *[other] { $count } datalekken ontvangen. De 72 uur zijn voorbij.
}
officer-late = { $count ->
    [one] Van 1 datalek zijn de 72 uur voorbij.
   *[other] Van { $count } datalekken zijn de 72 uur voorbij.
}
