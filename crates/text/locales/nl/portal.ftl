# The resident's own pages.

portal-home-title = Overzicht
portal-hello = Hallo
portal-welcome = Welkom,
portal-welcome-what = Dit is uw eigen plek bij het buurtteam. Het is niet MijnOverheid. Hier staat alleen wat het buurtteam over u heeft.
    .je = Dit is jouw eigen plek bij het buurtteam. Het is niet MijnOverheid. Hier staat alleen wat het buurtteam over jou heeft.
portal-welcome-can = Dit kunt u hier doen
    .je = Dit kun je hier doen
portal-welcome-read = Lezen wat wij over u opschrijven.
    .je = Lezen wat wij over jou opschrijven.
portal-welcome-looked = Zien wie er keek.
portal-welcome-tell = Zien wie u kunt bellen als iets niet klopt.
    .je = Zien wie je kunt bellen als iets niet klopt.
portal-welcome-good-to-know = Goed om te weten
portal-welcome-silence = Alleen mensen die u helpen, kijken in uw dossier. Zij moeten zwijgen over wat zij weten.
    .je = Alleen mensen die jou helpen, kijken in je dossier. Zij moeten zwijgen over wat zij weten.
portal-welcome-danger = Is er gevaar voor u of een ander? Dan mogen wij soms iets delen zonder uw toestemming. Wij vertellen u dat, als dat kan.
    .je = Is er gevaar voor jou of een ander? Dan mogen wij soms iets delen zonder jouw toestemming. Wij vertellen je dat, als dat kan.
portal-welcome-exit = Kijkt er iemand mee? Klik op Snel weg.
portal-nothing-asked = U hoeft nu niets te doen.
    .je = Je hoeft nu niets te doen.
portal-nothing-asked-next = Vragen wij u iets? Dan staat het hier, met een datum.
    .je = Vragen wij je iets? Dan staat het hier, met een datum.
portal-asked = { $count ->
    [one] Dit vragen wij u
   *[other] Deze { $count } dingen vragen wij u
}
    .je = { $count ->
        [one] Dit vragen wij jou
       *[other] Deze { $count } dingen vragen wij jou
    }
portal-news = Sinds uw vorige bezoek: { $notes ->
        [0] geen nieuwe notities
        [one] 1 nieuwe notitie
       *[other] { $notes } nieuwe notities
    }, { $looks } keer gekeken.
    .je = Sinds je vorige bezoek: { $notes ->
        [0] geen nieuwe notities
        [one] 1 nieuwe notitie
       *[other] { $notes } nieuwe notities
    }, { $looks } keer gekeken.
portal-houses = Kies een organisatie
portal-houses-lead = Twee of meer organisaties helpen u. Kies er een:
    .je = Twee of meer organisaties helpen jou. Kies er een:
tile-dossier = Mijn dossier
tile-dossier-about = Lees wat wij opschreven.
tile-asked = Wat moet ik doen?
tile-asked-nothing = Nu niets.
tile-asked-count = { $count ->
    [one] 1 ding.
   *[other] { $count } dingen.
}
tile-looked = Wie heeft gekeken?
tile-looked-about = Zie wie uw dossier opende.
    .je = Zie wie je dossier opende.
tile-shared = Met wie gedeeld?
tile-shared-nothing = Wij hebben niets gedeeld.
portal-workers = { $count ->
    [one] Uw medewerker
   *[other] Uw medewerkers
}
    .je = { $count ->
        [one] Jouw medewerker
       *[other] Jouw medewerkers
    }
portal-no-worker = U heeft nog geen vaste medewerker. Wij zoeken iemand voor u.
    .je = Je hebt nog geen vaste medewerker. Wij zoeken iemand voor je.
portal-dossier-lead = Het nieuwste staat bovenaan.
portal-dossier-empty = Er staat nog niets in uw dossier.
    .je = Er staat nog niets in je dossier.
portal-dossier-empty-next = Na een gesprek leest u hier wat wij opschreven.
    .je = Na een gesprek lees je hier wat wij opschreven.
portal-written-by = Geschreven door
portal-opinion = Mening van de medewerker
portal-opinion-about = Dit is wat de medewerker denkt. Een ander kan er anders over denken.
portal-later = Hier komt nog een notitie. U kunt die lezen vanaf { $day }.
    .je = Hier komt nog een notitie. Je kunt die lezen vanaf { $day }.
portal-back-to-dossier = Terug naar mijn dossier
portal-when = Wanneer
portal-recorded = Opgeschreven op
portal-source = Gehoord van
portal-hidden-from = Niet te lezen door
portal-readers = Wie kan dit lezen
portal-readers-list = U kunt dit lezen. En: { $names }.
    .je = Jij kunt dit lezen. En: { $names }.
portal-facts = Wat er is gezien of gezegd
portal-earlier = Eerdere tekst
portal-earlier-about = Deze notitie is gewijzigd. De oude tekst blijft bewaard.
portal-earlier-until = Tekst tot { $when }
portal-earlier-reason = Waarom gewijzigd:
portal-changed = Gewijzigd op { $day }
portal-not-right = Klopt er iets niet?
portal-not-right-how = Bel uw medewerker. Dan verbeteren wij het samen.
    .je = Bel je medewerker. Dan verbeteren wij het samen.
looked-lead = Wij schrijven altijd op wie er kijkt. Uw eigen medewerkers tellen wij per dag bij elkaar.
    .je = Wij schrijven altijd op wie er kijkt. Jouw eigen medewerkers tellen wij per dag bij elkaar.
looked-empty = Er heeft nog niemand gekeken.
looked-reason = Reden:
looked-own = uw medewerker
    .je = jouw medewerker
looked-involved = ook betrokken
looked-emergency = met noodtoegang
looked-question = Heeft u hier een vraag over?
    .je = Heb je hier een vraag over?
looked-question-how = Bel ons. Wij leggen uit wie keek en waarom.
portal-details-lead = Dit weten wij van u.
    .je = Dit weten wij van jou.
portal-details-empty = Wij hebben nog geen gegevens van u opgeschreven.
    .je = Wij hebben nog geen gegevens van jou opgeschreven.
portal-details-source = Gehoord van: { $source }. Sinds { $since }.
portal-informed = Wat wij u uitlegden
    .je = Wat wij jou uitlegden
shared-nothing = Wij hebben niets gedeeld.
shared-first-ask = Willen wij iets delen? Dan vragen wij het eerst aan u.
    .je = Willen wij iets delen? Dan vragen wij het eerst aan jou.
shared-danger = Bij gevaar mogen wij soms delen zonder toestemming. Wij vertellen u dat, als dat kan.
    .je = Bij gevaar mogen wij soms delen zonder toestemming. Wij vertellen je dat, als dat kan.
# Where something came from, said to the resident.
told-client = uzelf
    .je = jezelf
told-representative = iemand die voor u regelt
    .je = iemand die voor je regelt
told-own-observation = uw medewerker, die het zag of hoorde
    .je = je medewerker, die het zag of hoorde
told-third-party = iemand anders
told-other-system = een ander systeem

portal-emergency = Iemand die niet bij u betrokken is, opende uw dossier. Onze coördinator kijkt of dit terecht was. Hieronder leest u de reden.
    .je = Iemand die niet bij je betrokken is, opende je dossier. Onze coördinator kijkt of dit terecht was. Hieronder lees je de reden.
emergency-why-involved-unavailable = Uw vaste medewerker was er niet.
    .je = Je vaste medewerker was er niet.
emergency-why-immediate-danger = Er was gevaar.
emergency-why-client-present = U was bij ons of belde ons.
    .je = Je was bij ons of belde ons.
emergency-why-other = Het kon niet wachten. De reden staat in uw dossier.
    .je = Het kon niet wachten. De reden staat in je dossier.
