# Who works here, as what and from when to when. For whoever manages accounts.

admin-title = Beheer
admin-lead = Hier zie je wat aandacht vraagt. Je ziet niets van klanten.
admin-working = { $many ->
    [one] 1 medewerker werkt hier nu.
   *[other] { $many } medewerkers werken hier nu.
}
admin-todo = Dit vraagt aandacht
admin-todo-waiting = { $many ->
    [one] 1 medewerker heeft nog niet ingelogd met een inlogcode.
   *[other] { $many } medewerkers hebben nog niet ingelogd met een inlogcode.
}
admin-todo-pledge = { $many ->
    [one] 1 medewerker heeft de geheimhouding nog niet getekend.
   *[other] { $many } medewerkers hebben de geheimhouding nog niet getekend.
}
admin-todo-training = { $many ->
    [one] 1 medewerker heeft geen geldige training.
   *[other] { $many } medewerkers hebben geen geldige training.
}
admin-nothing = Er is nu niets te doen.
admin-show = Bekijk wie

teams-title = Teams en functies
teams-lead = Hier zie je de teams, en waarin elke functie mag werken. Je ziet niets van klanten.
teams-teams = Teams
teams-none = Er is nog geen team.
teams-people = Medewerkers
teams-working = { $many ->
    [0] Niemand werkt hier nu.
    [one] 1 medewerker werkt hier nu.
   *[other] { $many } medewerkers werken hier nu.
}
teams-coming = { $many ->
    [one] 1 medewerker begint later.
   *[other] { $many } medewerkers beginnen later.
}
teams-functions = Functies
teams-functions-lead = Een functie opent geen dossier. Daarvoor is iemand ook zelf betrokken.
teams-given = Wie geeft deze functie
teams-given-here = De beheerder
teams-given-elsewhere = Twee mensen samen, buiten dit scherm

users-title = Gebruikers
users-lead = Hier zie je wie er werkt, en wat iemand mag. Je ziet niets van klanten.
users-new = Nieuwe medewerker
users-filter = Zoek een medewerker
users-name = Naam
users-state = Stand
users-all = Werkt hier nu of straks
users-function = Functie
users-domains = Werkt in
users-no-domains = Geen dossiers
users-team = Team
users-phone = Telefoon
users-login = Gebruikersnaam
users-missing = Ontbreekt
users-period = Periode
users-trained-on = Laatste training
users-dossiers = Open dossiers
users-dossier-count = { $many ->
    [0] Geen
    [one] 1 dossier
   *[other] { $many } dossiers
}
users-found = { $found } van { $total } medewerkers
users-count = { $total ->
    [one] 1 medewerker
   *[other] { $total } medewerkers, met wie hier werkte
}
users-nobody = Niemand past bij deze keuze.
users-lacks-waiting = inlogcode
users-lacks-pledge = geheimhouding
users-lacks-training = training
users-lacks-waiting-long = Deze medewerker heeft nog niet ingelogd met een inlogcode.
users-lacks-pledge-long = De geheimhouding is nog niet getekend. Dat vragen wij bij het inloggen.
users-lacks-training-long = Er is geen geldige training. Zonder training opent iemand geen dossier.
post-state-now = Werkt hier nu
post-state-not-yet = Begint later
post-state-over = Werkt hier niet meer
post-state-waiting = Zonder inlogcode
post-state-pledge = Zonder geheimhouding
post-state-training = Zonder geldige training
users-begins = Begint op { $from }
users-since = Vanaf { $from }
users-ends = Tot en met { $until }
users-ended = Gestopt na { $until }

users-one = Medewerker
users-back = Terug naar gebruikers
users-deeds = Wat kun je doen?
users-code = Geef een inlogcode
users-move = Verander functie of team
users-training = Noteer een training
users-end = Beëindig
users-stop = Log deze medewerker meteen uit
users-history = Wat er veranderde
users-no-history = Er is hier nog niets veranderd.
users-history-begun = Begint op { $when }
users-history-ended = Laatste dag: { $when }
users-history-moved = Andere functie of ander team. Laatste dag in deze: { $when }
users-privileged = Een beheerder of functionaris verander je hier niet. Dat doen twee mensen samen, buiten dit scherm.
users-over = Dit is voorbij. Aan wat was, verandert niets.
users-goes-on = Deze medewerker krijgt een andere functie of een ander team. Zoek die in de lijst.
users-appointed = De medewerker staat klaar. Geef op de eerste dag een inlogcode.
users-moved = De verandering is bewaard. Dit is de nieuwe functie.
users-ended-done = De laatste dag is bewaard.
users-trained = De training is bewaard.
users-stopped = Deze medewerker is overal uitgelogd.

users-new-lead = Jij zet de medewerker klaar. Inloggen kan pas met een code van jou.
users-name-hint = Zoals klanten deze naam zien.
users-name-missing = Vul de naam in.
users-no-team = Geen team
users-team-missing = Kies een team. Alleen een beslismedewerker kan zonder.
users-function-missing = Kies een functie.
users-first-day = Eerste dag
users-past = Kies vandaag of een dag die nog komt.
users-new-go = Zet klaar
users-privileged-hint = Een beheerder of functionaris maak je hier niet. Dat doen twee mensen samen, buiten dit scherm.

users-move-title = Andere functie of ander team voor { $name }
users-move-lead = Dossiers gaan niet mee. Vanaf de eerste dag gelden alleen de nieuwe rechten.
users-move-go = Bewaar
users-same = Deze functie en dit team zijn al zo. Kies iets anders.
users-dossiers-left = { $many ->
    [one] 1 dossier heeft een andere medewerker nodig.
   *[other] { $many } dossiers hebben een andere medewerker nodig.
}
users-told = De coördinator weet dat deze dossiers een andere medewerker nodig hebben
users-told-missing = Vertel het eerst aan de coördinator. Zet daarna het vinkje.
users-overtaken = Iemand anders veranderde dit net. Lees wat er nu staat, en bewaar dan opnieuw.

users-end-title = { $name } stopt
users-end-lead = Na de laatste dag kan deze medewerker niet meer inloggen.
users-when = Wanneer stopt de toegang?
users-when-missing = Kies wanneer de toegang stopt.
users-end-now = Meteen
users-end-now-hint = De medewerker wordt overal uitgelogd.
users-end-after = Na een laatste werkdag
users-last-day = Laatste werkdag
users-last-day-hint = Alleen als de toegang later stopt. De toegang stopt om 0.00 uur de dag erna.
users-end-go = Beëindig

users-training-title = Training van { $name }
users-training-lead = Een training geldt 12 maanden. Zonder training opent iemand geen dossier.
users-training-day = Dag waarop de training is gehaald
users-training-future = Deze dag moet nog komen.
users-training-go = Bewaar
