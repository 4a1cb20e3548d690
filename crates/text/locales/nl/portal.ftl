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
portal-withdrawn = De tekst is niet meer te lezen. Wilt u weten wat er stond? Vraag het uw medewerker.
    .je = De tekst is niet meer te lezen. Wil je weten wat er stond? Vraag het je medewerker.
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
looked-judged-by = Iemand anders beoordeelt of dit mocht. Dat gebeurt uiterlijk op { $day }.
looked-judged-late = Iemand anders beoordeelt of dit mocht. Dat duurt langer dan het mag.
looked-judged-justified = Iemand anders heeft dit beoordeeld. Het was terecht.
looked-judged-not-justified = Iemand anders heeft dit beoordeeld. Dit had niet gemogen. Wij bellen u.
    .je = Iemand anders heeft dit beoordeeld. Dit had niet gemogen. Wij bellen je.
looked-question = Heeft u hier een vraag over?
    .je = Heb je hier een vraag over?
looked-question-how = Kies bij een regel: Vraag waarom. Of bel ons.
portal-details-lead = Dit weten wij van u.
    .je = Dit weten wij van jou.
portal-details-empty = Wij hebben nog geen gegevens van u opgeschreven.
    .je = Wij hebben nog geen gegevens van jou opgeschreven.
portal-details-source = Gehoord van: { $source }. Sinds { $since }.
portal-questions = Wat u heeft gevraagd
    .je = Wat je hebt gevraagd
portal-question-since = Sinds { $day }.
portal-question-about = Het gaat vooral over: { $area }.
portal-informed = Wat wij u uitlegden
    .je = Wat wij jou uitlegden
portal-agreement = U vond onze hulp goed op { $day }.
    .je = Je vond onze hulp goed op { $day }.
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
# "Waarom heeft u gekeken?"
inquiry-ask = Vraag waarom
inquiry-read-answer = Lees het antwoord
inquiry-new = Nieuw
inquiry-waits = Uw vraag
    .je = Jouw vraag
inquiry-waits-until = Antwoord uiterlijk op { $day }.
inquiry-waits-late = Het antwoord zou er zijn op { $day }. Wij zijn te laat.
tile-looked-answers = { $count ->
    [one] 1 antwoord voor u
   *[other] { $count } antwoorden voor u
}
    .je = { $count ->
        [one] 1 antwoord voor jou
       *[other] { $count } antwoorden voor jou
    }
inquiry-back = Terug naar wie er keek
inquiry-title = Waarom keek iemand?
inquiry-promise = U krijgt binnen 5 werkdagen antwoord. Nooit van degene die keek.
    .je = Je krijgt binnen 5 werkdagen antwoord. Nooit van degene die keek.
inquiry-words = Wilt u er iets bij schrijven?
    .je = Wil je er iets bij schrijven?
inquiry-words-hint = Dit hoeft niet. Bijvoorbeeld: Ik had die dag geen afspraak.
inquiry-go = Verstuur de vraag
inquiry-own-title = Uw vraag over wie er keek
    .je = Jouw vraag over wie er keek
inquiry-answer = Het antwoord
inquiry-answer-by = Van: { $who }, op { $day }.
inquiry-about = Hier ging het over
inquiry-due = U krijgt uiterlijk op { $day } antwoord.
    .je = Je krijgt uiterlijk op { $day } antwoord.
inquiry-due-passed = U zou op { $day } antwoord hebben. Wij zijn te laat.
    .je = Je zou op { $day } antwoord hebben. Wij zijn te laat.
inquiry-not-content = Wilt u verder?
    .je = Wil je verder?
inquiry-not-content-about = U kunt van uw vraag een klacht of een verzoek maken. Dat kan ook zonder antwoord.
    .je = Je kunt van je vraag een klacht of een verzoek maken. Dat kan ook zonder antwoord.
inquiry-go-on = Maak er een klacht of verzoek van
inquiry-or-call = Praat u liever? Bel het team.
    .je = Praat je liever? Bel het team.
inquiry-call = Bel
pursue-back = Terug naar uw vraag
    .je = Terug naar jouw vraag
pursue-title = Klacht of verzoek
pursue-lead = U hoeft verder niets in te vullen. Wij lezen uw vraag erbij.
    .je = Je hoeft verder niets in te vullen. Wij lezen jouw vraag erbij.
pursue-what = Wat wilt u?
    .je = Wat wil je?
pursue-missing = Kies wat u wilt.
    .je = Kies wat je wilt.
pursue-go = Verstuur
pursue-complaint = Klacht
pursue-complaint-about = Vindt u dat iemand niet had mogen kijken?
    .je = Vind je dat iemand niet had mogen kijken?
right-information = Verzoek: uitleg
right-about-information = Wij leggen uit wat wij van u bewaren en waarom.
    .je = Wij leggen uit wat wij van jou bewaren en waarom.
right-access = Verzoek: inzage of een kopie
right-about-access = U krijgt alles wat wij over u hebben.
    .je = Je krijgt alles wat wij over jou hebben.
right-rectification = Verzoek: verbeteren
right-about-rectification = Er staat iets dat niet klopt.
right-erasure = Verzoek: weghalen
right-about-erasure = U wilt dat iets weggaat.
    .je = Je wilt dat iets weggaat.
right-restriction = Verzoek: niet gebruiken
right-about-restriction = Wij bewaren het, maar gebruiken het even niet.
right-portability = Verzoek: meenemen
right-about-portability = U krijgt uw gegevens mee in een bestand.
    .je = Je krijgt je gegevens mee in een bestand.
right-objection = Verzoek: bezwaar tegen gebruik
right-about-objection = U wilt niet dat wij uw gegevens hiervoor gebruiken.
    .je = Je wilt niet dat wij je gegevens hiervoor gebruiken.
right-human-view = Verzoek: een mens laten kijken
right-about-human-view = U wilt dat een mens beslist, en geen computer.
    .je = Je wilt dat een mens beslist, en geen computer.
received-on = Ontvangen op { $day }.
received-complaint-by = Iemand van { $controller } die niet keek, behandelt de klacht.
received-request-by = { $controller } behandelt het verzoek. De functionaris gegevensbescherming let erop: { $dpo }.

# Wat pas later is verteld.

looked-told-later = Wij vertelden dit later. Van { $from } tot { $until } stond dit niet in deze lijst.
told-later-danger-to-client = U kon gevaar lopen als iemand anders dit las.
    .je = Je kon gevaar lopen als iemand anders dit las.
told-later-danger-to-other = Iemand anders kon gevaar lopen.
told-later-danger-to-worker = Een medewerker kon gevaar lopen.
told-later-investigation-veilig-thuis = Veilig Thuis deed onderzoek.
told-later-criminal-investigation = De politie deed onderzoek.

# Iemand anders keek in het dossier, met noodtoegang.

told-title = Iemand anders dan uw vaste medewerker keek in uw dossier
    .je = Iemand anders dan je vaste medewerker keek in je dossier
told-read = Lees wat er is gebeurd
told-short = Wie: { $who }. Wanneer: { $day }.
told-why = Waarom?
told-what-title = Wat was te zien?
told-what = Te zien was: { $parts }.
told-wrote = Er is ook een notitie geschreven. Die staat in uw dossier.
    .je = Er is ook een notitie geschreven. Die staat in je dossier.
told-how-long = Hoe lang?
told-until = Van { $from } tot { $until }. Daarna kon deze medewerker niet meer kijken.
told-until-still = Van { $from } tot { $until }. Daarna kan deze medewerker niet meer kijken.
told-next-title = Wat gebeurt er nu?
told-next = Iemand anders beoordeelt of dit terecht was. De laatste dag daarvoor is { $day }.
told-ask = Vraag waarom, of vraag de naam
inquiry-name = Ik wil weten wie er keek
inquiry-name-asked = U vroeg ook om de naam.
    .je = Je vroeg ook om de naam.

# The people in one's own dossier.
own-people-title = Mensen om mij heen
own-people-none = Er staan geen andere mensen in uw dossier.
    .je = Er staan geen andere mensen in je dossier.
own-people-lead = Deze mensen staan in uw dossier. U leest hier waarom.
    .je = Deze mensen staan in je dossier. Je leest hier waarom.
own-people-relation = Wie is dat?
own-people-why = Waarom staat deze persoon hier?
own-people-knows = Weet deze persoon het?
own-people-call = Mogen wij bellen?
own-people-keeps = Wat bewaren wij?
own-people-agreed = Deze persoon vindt het goed.
own-people-role-word = Deze persoon wil hier niet met naam staan.
own-people-told = Ja, verteld op { $day }.
own-people-not-told = Nog niet.
own-people-not-told-danger = Nee, want dat is niet veilig.
own-people-may-call = Ja
own-people-no-call = Nee
own-people-keeps-name = naam
own-people-keeps-phone = telefoonnummer
own-people-keeps-mail = e-mailadres
own-people-keeps-nothing = alleen dit woord
own-people-addresses = Adressen van anderen staan niet op deze pagina.
own-people-decides = Wie beslist?
own-people-authority = { $name } heeft gezag: { $kind }.
own-people-represents = { $name } vertegenwoordigt u: { $kind }.
    .je = { $name } vertegenwoordigt jou: { $kind }.
own-people-capable = U beslist zelf over { $matter }. Dat is beoordeeld en geldt tot en met { $day }.
    .je = Je beslist zelf over { $matter }. Dat is beoordeeld en geldt tot en met { $day }.
own-people-incapable = U kunt nu niet zelf beslissen over { $matter }. Dat geldt tot en met { $day }.
    .je = Je kunt nu niet zelf beslissen over { $matter }. Dat geldt tot en met { $day }.
own-people-scheme = De rechter maakte een regeling: { $kind }.
own-kept-for-authority-or-guardian = Deze persoon heeft gezag over u, of is uw voogd.
    .je = Deze persoon heeft gezag over jou, of is je voogd.
own-kept-for-household-wmo = Deze persoon woont bij u. Dat is nodig voor de hulp.
    .je = Deze persoon woont bij je. Dat is nodig voor de hulp.
own-kept-for-informal-carer = Deze persoon zorgt voor u.
    .je = Deze persoon zorgt voor je.
own-kept-for-legal-duty = De wet verplicht ons dit.
own-kept-for-safety-suspicion = Wij letten op uw veiligheid.
    .je = Wij letten op je veiligheid.
own-kept-for-professional = Deze persoon helpt u vanuit zijn werk.
    .je = Deze persoon helpt je vanuit zijn werk.
# The own plan.

portal-plan-title = Mijn plan
portal-plan-about = Lees wat u afsprak.
    .je = Lees wat je afsprak.
portal-plan-empty = Samen met uw medewerker maakt u een plan.
    .je = Samen met je medewerker maak je een plan.
portal-plan-lead = Dit plan maakt u samen met uw medewerker. Klopt iets niet? Stel een vraag.
    .je = Dit plan maak je samen met je medewerker. Klopt iets niet? Stel een vraag.
portal-plan-large = Bekijk in grote letters
portal-plan-mark = Zo stond het plan op { $day }.
portal-plan-back = Terug naar mijn plan
portal-plan-ask = Stel een vraag
portal-plan-question = Wat wilt u vragen?
    .je = Wat wil je vragen?
portal-plan-ask-go = Verstuur de vraag
portal-plan-asked = Bent u het eens met uw plan?
    .je = Ben je het eens met je plan?
portal-plan-agree-title = Bent u het eens met dit plan?
    .je = Ben je het eens met dit plan?
portal-plan-agree-about = U mag er altijd eerst over praten.
    .je = Je mag er altijd eerst over praten.
portal-plan-words = Wilt u er iets bij zeggen?
    .je = Wil je er iets bij zeggen?
portal-plan-agree = Ik ben het eens
portal-plan-talk-first = Ik wil er eerst over praten
portal-plan-answer-missing = Kies een van de twee knoppen.
portal-plan-told-agreed = U bent het eens met dit plan.
    .je = Je bent het eens met dit plan.
portal-plan-told-newer = Uw antwoord is bewaard. Het plan is intussen veranderd. Lees het nieuwe voorstel.
    .je = Je antwoord is bewaard. Het plan is intussen veranderd. Lees het nieuwe voorstel.
portal-plan-told-talk = Uw medewerker ziet dat u eerst wilt praten.
    .je = Je medewerker ziet dat je eerst wilt praten.
portal-plan-told-done = Goed gedaan. Uw medewerker ziet dat dit klaar is.
    .je = Goed gedaan. Je medewerker ziet dat dit klaar is.
portal-plan-told-undone = Dit staat weer open.
portal-plan-told-asked = Uw medewerker ziet de vraag.
    .je = Je medewerker ziet de vraag.
plan-own-state-proposal = Dit is een voorstel. Het is nog niet afgesproken.
plan-own-state-waits-for-client = Dit is een voorstel. Uw medewerker vraagt of u het eens bent.
    .je = Dit is een voorstel. Je medewerker vraagt of je het eens bent.
plan-own-state-waits-for-worker = U bent het eens. Uw medewerker legt dat nog vast.
    .je = Je bent het eens. Je medewerker legt dat nog vast.
plan-own-state-talk-first = U wilt er eerst over praten. Uw medewerker weet dat.
    .je = Je wilt er eerst over praten. Je medewerker weet dat.
plan-own-state-agreed = Dit plan is samen afgesproken.
plan-done-you = Ja. U gaf dat door op { $day }.
    .je = Ja. Jij gaf dat door op { $day }.
doer-own-client = u zelf
    .je = jijzelf
doer-own-worker = uw medewerker
    .je = je medewerker
doer-own-network = iemand uit uw netwerk
    .je = iemand uit je netwerk
doer-own-provider = een organisatie
own-tasks-title = Wat wij nog voor u doen
    .je = Wat wij nog voor jou doen
own-tasks-lead = Dit gaan wij nog doen.
own-tasks-none = Er staat nu niets open.
own-tasks-team = Iemand van het team
own-tasks-by = { $who }, uiterlijk op { $day }
own-tasks-question = Klopt er iets niet? Bel uw medewerker.
    .je = Klopt er iets niet? Bel je medewerker.
portal-changes-title = Uw medewerker verandert
    .je = Je medewerker verandert
portal-changes = { $domain }: { $name } helpt u vanaf { $day }. Tot dan helpt { $now } u.
    .je = { $domain }: { $name } helpt je vanaf { $day }. Tot dan helpt { $now } je.
portal-changes-new = { $domain }: { $name } helpt u vanaf { $day }.
    .je = { $domain }: { $name } helpt je vanaf { $day }.

# Documents of one's own dossier.
own-documents-title = Documenten
own-documents-about = Brieven en foto's in uw dossier
    .je = Brieven en foto's in jouw dossier
own-documents-none = Er staan geen documenten in uw dossier.
    .je = Er staan geen documenten in jouw dossier.
own-documents-lead = Deze brieven, foto's en bestanden staan in uw dossier.
    .je = Deze brieven, foto's en bestanden staan in jouw dossier.
own-documents-question = Klopt er iets niet? Bel uw medewerker.
    .je = Klopt er iets niet? Bel je medewerker.
own-documents-one = Document
own-documents-picture-only = Dit is een beeld. Kunt u het niet lezen? Dan leest uw medewerker het voor.
    .je = Dit is een beeld. Kun je het niet lezen? Dan leest je medewerker het voor.
own-documents-from-client = van u
    .je = van jou
own-documents-from-representative = van wie namens u beslist
    .je = van wie namens jou beslist
own-documents-from-own-observation = van een medewerker
own-documents-from-third-party = van iemand anders
own-documents-from-other-system = uit een ander systeem
portal-stands-in = { $domain }: { $name } vervangt { $now } van { $day } tot en met { $until }.
together-title = Samen kijken
together-with = U kijkt samen met { $name }.
    .je = Je kijkt samen met { $name }.
together-recorded = Dit is uw eigen dossier. Bij Wie heeft gekeken staat dat u samen keek.
    .je = Dit is je eigen dossier. Bij Wie heeft gekeken staat dat jullie samen keken.
together-more = Er is meer van vroeger. Dat staat in uw eigen portaal.
    .je = Er is meer van vroeger. Dat staat in je eigen portaal.
together-stop = Stop met samen kijken
portal-family-title = Plan met uw gezin
    .je = Plan met je gezin
portal-family-lead = Deze stukken maakte u samen met anderen. U leest een stuk pas als alle anderen erin dat goed vinden.
    .je = Deze stukken maakte je samen met anderen. Je leest een stuk pas als alle anderen erin dat goed vinden.
portal-family-alone = Dit stuk gaat over u alleen.
    .je = Dit stuk gaat over jou alleen.
portal-family-others = { $count ->
    [one] Dit stuk gaat over u en één ander.
   *[other] Dit stuk gaat over u en { $count } anderen.
}
    .je = { $count ->
    [one] Dit stuk gaat over jou en één ander.
   *[other] Dit stuk gaat over jou en { $count } anderen.
}
portal-family-said-yes = U vindt het goed dat de anderen dit lezen.
    .je = Je vindt het goed dat de anderen dit lezen.
portal-family-said-no = U wilt niet dat de anderen dit lezen. Zij zien dit stuk niet in hun portaal.
    .je = Je wilt niet dat de anderen dit lezen. Zij zien dit stuk niet in hun portaal.
portal-family-said-nothing = De anderen lezen dit pas als u dat goed vindt.
    .je = De anderen lezen dit pas als jij dat goed vindt.
portal-family-unread = Een stuk met anderen
portal-family-said-unread = U vond het goed dat de anderen dit lezen. U leest het zelf nu niet.
    .je = Je vond het goed dat de anderen dit lezen. Je leest het zelf nu niet.
portal-family-with-parent = Wilt u dat de anderen dit wel lezen? Vraag het uw medewerker. Uw ouder of voogd zegt dan ook ja.
    .je = Wil je dat de anderen dit wel lezen? Vraag het je medewerker. Je ouder of voogd zegt dan ook ja.
portal-family-yes = De anderen mogen dit lezen
portal-family-no = De anderen mogen dit niet lezen
portal-family-told-yes = De anderen in dit stuk mogen het lezen.
portal-family-told-no = De anderen lezen dit stuk niet meer.
