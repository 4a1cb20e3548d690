# Where a worker's day begins.

today-title = Vandaag
today-nothing = Niets voor vandaag.
today-no-tasks = Geen taken voor deze week.
today-all-tasks = Al mijn taken
today-team-tasks = { $count ->
    [one] 1 taak is nog van niemand.
   *[other] { $count } taken zijn nog van niemand.
}
today-team-tasks-open = Bekijk en pak op
today-waits = Dit wacht op je
today-assigned = Nieuw voor jou: { $domain }, { $role }
today-since = Sinds { $day }
today-readable = { $kind }: de klant kan dit lezen vanaf { $day }
today-readable-now = { $kind }: de klant kan dit vanaf vandaag lezen
today-ends = Je betrokkenheid bij { $domain } stopt
today-closed = { $domain } is afgesloten
today-until = Je leest het dossier tot en met { $day }
today-more = Nog { $count } tonen
today-drafts = Mijn concepten
today-recent-empty = Hier komen je dossiers waarin iets verandert.
today-changed = Gewijzigd op { $day }
today-all-dossiers = Al mijn dossiers
today-waiting = Vragen zonder medewerker
today-waiting-count = { $count ->
    [0] Er wacht niemand.
    [one] Er wacht 1 vraag op een medewerker.
   *[other] Er wachten { $count } vragen op een medewerker.
}
today-waiting-open = Vragen verdelen
today-stands-in = { $name } is er niet tot en met { $day }. Jij vervangt.
today-no-coordinator = Er is nu geen coördinator. Jij vervangt.
today-emergency = { $by } opende dit dossier in nood: { $domain }
today-opened = Noodtoegang: dit dossier is nu voor je open
today-emergencies = { $count ->
    [one] 1 keer gevraagd om een dossier in nood te openen
   *[other] { $count } keer gevraagd om een dossier in nood te openen
}
today-to-judge = { $count ->
    [one] 1 keer noodtoegang te beoordelen, uiterlijk op { $day }.
   *[other] { $count } keer noodtoegang te beoordelen. De eerste uiterlijk op { $day }.
}
today-explain = Leg uit waarom je dit dossier in nood opende
today-later = { $count ->
    [one] 1 keer hoort een klant iets later. Beslis uiterlijk op { $day }.
   *[other] { $count } keer hoort een klant iets later. Beslis over de eerste uiterlijk op { $day }.
}
today-later-open = Bekijk en beslis
today-emergencies-open = Bekijk noodtoegang
