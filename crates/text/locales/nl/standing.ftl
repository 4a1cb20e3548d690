# Facts that stand between a worker and a dossier.

nav-team = Team
own-title = Over mij
own-kept = Opgeslagen.
own-conflicts = Wie ik niet mag helpen
own-conflicts-about = Ken je iemand privé? Geef dat hier op. Je kunt het dossier van die persoon dan niet openen. Nu niet en later niet.
own-conflicts-none = Je hebt niets opgegeven.
own-conflicts-end = Klopt dit niet meer? Vraag je coördinator om het weg te halen. Dat kan je niet zelf.
own-absences = Wanneer ik er niet ben
own-absences-about = Je collega’s en de coördinator weten dan dat jij er niet bent.
own-stand-in = Al mijn dossiers een tijd overdragen
own-absences-none = Je bent er gewoon.
held-since = Sinds { $day }.

tie-title = Opgeven wie ik niet mag helpen
tie-lead = Geef familie, vrienden, buren en huisgenoten op. Geef ook je eigen adres op.
tie-blind = Wij bewaren geen naam en geen adres. Wij maken er een code van. Niemand kan lezen wie je bedoelt. Ook je coördinator niet. Wij zeggen ook niet of iemand klant is.
tie-kind = Wie is het?
tie-kind-missing = Kies wie het is.
tie-about = Wat weet je?
tie-about-missing = Kies wat je weet.
tie-about-person = De achternaam en de geboortedatum
tie-about-address = Het adres. Dit geldt voor iedereen die daar woont.
tie-surname = Achternaam
tie-surname-missing = Vul de achternaam in.
tie-person-hint = Vul dit in als je de naam weet.
tie-birth-date = Geboortedatum
tie-address = Adres
tie-address-hint = Vul dit in als je het adres weet. Bijvoorbeeld: Voorbeeldkade 12, 1234 AB Waterrijk.
tie-address-too-little = Vul een adres in met postcode en huisnummer.
tie-go = Sla op
tie-line = { $kind }, { $about }
tie-of-person = opgegeven met naam en geboortedatum
tie-of-address = opgegeven met een adres
tie-end = Haal weg
conflict-with-relative = Familie
conflict-with-household = Huisgenoot of mijn eigen adres
conflict-with-neighbour = Buur
conflict-with-acquaintance = Vriend of bekende
conflict-with-other = Iets anders

absence-title = Afwezigheid opschrijven
absence-own-title = Opschrijven wanneer ik er niet ben
absence-lead = De eerste en de laatste dag tellen mee.
absence-who = Wie is er niet?
absence-who-missing = Kies wie er niet is.
absence-not-in-team = Deze medewerker zit niet in je team.
absence-from = Eerste dag
absence-until = Laatste dag
absence-passed = Deze dag is al voorbij. Vul een laatste dag in die nog komt.
absence-go = Sla op
absence-line = Afwezig
absence-from-until = Van { $from } tot en met { $until }.
absence-cancel = Gaat niet door
absence-end = Is er weer

team-title = Mijn team
team-lead = Is de coördinator afwezig? Dan mag de vervanger verdelen en toewijzen.
team-nothing = Is er.
team-people = De mensen van het team
team-unattended-title = Dossiers zonder medewerker
team-unattended-lead = De medewerker kan hier nu niet werken. Wijs iemand anders toe.
team-unattended-number = Dossier { $number }
team-soon-title = Straks zonder medewerker
team-soon-lead = Er is een vrije tijd of een laatste dag, en niemand neemt het over. Wijs op tijd iemand toe.
team-soon-from = Vanaf { $day }.
team-hand-on = Draag de dossiers over
team-find = Zoek een vraag die past
team-unattended-back = De medewerker is er weer op { $day }.
team-load = { $now ->
    [0] Geen dossiers
    [one] 1 dossier
   *[other] { $now } dossiers
}{ $later ->
    [0] {""}
    [one] , en er komt er 1 bij
   *[other] , en er komen er { $later } bij
}
team-replaced = Wordt nu vervangen door { $name }.
team-leaves = Stopt na { $day }. Draag de dossiers voor die dag over.
team-figures-title = Cijfers van het team
team-figures-waiting = { $count ->
    [0] Alle vragen hebben nu een medewerker.
    [one] Nu wacht 1 vraag op een medewerker.
   *[other] Nu wachten { $count } vragen op een medewerker.
}
team-figures-months = Per maand
team-figures-month = Maand
team-figures-opened = Nieuw
team-figures-closed = Afgesloten
team-figures-waited = Wachttijd
team-figures-waited-means = Wachttijd: de helft van de vragen uit die maand wachtte zo lang of korter.
team-figures-nobody = Nog niemand
team-figures-days = { $days ->
    [0] minder dan een dag
    [one] 1 dag
   *[other] { $days } dagen
}
team-figures-domains = Per onderdeel, over deze maanden samen
team-figures-small = Kleine aantallen tonen wij niet. Anders is iemand te herkennen.
team-figures-few = Minder dan { $count }, of te herkennen

protection-title = Extra bescherming
protection-lead = Een dossier met extra bescherming vraagt meer zorg. Wie een medewerker toewijst, logt eerst opnieuw in.
protection-none = Dit dossier heeft geen extra bescherming.
protection-ground = Waarom is extra bescherming nodig?
protection-ground-missing = Kies waarom.
protection-go = Geef extra bescherming
protection-end = Haal weg
protection-for-employee = De klant werkt bij ons
protection-for-relative-of-employee = De klant is familie van een collega
protection-for-well-known = De klant is bekend
protection-for-secret-address = Het adres is geheim
protection-for-safety = Iemand is een gevaar voor de klant
flag-extra-protected = extra bescherming

exclusion-title = Medewerkers die de klant niet wil
exclusion-lead = De klant hoeft niet te zeggen waarom. De medewerker kan het dossier daarna niet openen. Alleen jij en je vervanger zien dit.
exclusion-none = De klant heeft niemand genoemd.
exclusion-who = Wie wil de klant niet?
exclusion-who-missing = Kies een medewerker.
exclusion-not-now = Deze medewerker kan niet gekozen worden. Misschien staat die er al bij.
exclusion-oneself = Dit ben je zelf. Vraag je vervanger om dit op te schrijven.
exclusion-go = Sla op
exclusion-end = Mag weer

shield-title = Notitie afschermen
shield-lead = De klant mag kiezen wie deze notitie niet leest. Doe dit alleen als de klant het vraagt. Voor die medewerker is de notitie er dan niet.
shield-now = Nu afgeschermd voor
shield-audience = Wie mag deze notitie niet lezen?
shield-audience-missing = Kies wie de notitie niet mag lezen.
shield-already = Dit is al zo.
shield-go = Scherm af
shield-kept = De notitie is afgeschermd.
shield-lift = Hef op
shield-lifted = De notitie is weer te lezen.
shield-lift-ground = Waarom mag dit weer gelezen worden?
shield-lift-ground-missing = Kies waarom de notitie weer gelezen mag worden.
audience-other-workers = andere medewerkers
audience-other-workers-about = Alleen wie de notitie schreef kan die nog lezen.
lift-client-agrees = De klant vindt het goed
lift-danger = Er is gevaar
lift-legal-duty = De wet of de rechter vraagt het
entry-shield = Afschermen
entry-hidden-from = Niet te lezen door
