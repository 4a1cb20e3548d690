# "Wie kan dit dossier zien?": what the data protection officer asks about the rules (ACC-14).

explain-title = Wie kan dit dossier zien?
explain-lead = Hier vraag je wie een dossier nu kan zien, en waarom. De inhoud zie je niet.
explain-recorded = Je vraag komt in het logboek. De klant ziet dat je keek wie bij het dossier kan.
explain-number = Nummer van het dossier
explain-number-hint = Alleen cijfers. Het nummer staat in brieven en boven het dossier.
explain-number-missing = Vul het nummer van het dossier in. Gebruik alleen cijfers.
explain-no-dossier = Er is geen dossier met dit nummer waar je dit over kunt vragen.
explain-ground = Waarom vraag je dit?
explain-ground-missing = Kies waarom je dit vraagt.
explain-suppose = Wat verandert er als…
explain-suppose-lead = Dit hoef je niet in te vullen. Er wordt niets veranderd.
explain-worker = Medewerker
explain-worker-missing = Kies om welke medewerker het gaat.
explain-as-it-is = Niemand, zoals het nu is
explain-change = Wat verandert er?
explain-change-missing = Kies wat er verandert.
explain-domain = Onder welke wet
explain-domain-missing = Kies onder welke wet.
explain-function = Andere functie
explain-function-missing = Kies de andere functie.
explain-go = Vraag het na
explain-again = Nog een vraag
explain-dossier = Dossier { $number }, { $team }
explain-count = { $all ->
    [0] Geen enkele medewerker heeft iets met dit dossier te maken.
    [one] 1 medewerker heeft iets met dit dossier te maken.
   *[other] { $all } medewerkers hebben iets met dit dossier te maken.
  } { $seeing ->
    [0] Niemand kan de inhoud zien.
    [one] 1 van hen kan inhoud zien.
   *[other] { $seeing } van hen kunnen inhoud zien.
  }
explain-sees = ziet de inhoud.
explain-sees-not = ziet de inhoud niet.
explain-knows = Ziet wel dat het dossier er is en wie betrokken is.
explain-no-rule = Geen regel staat dit toe.
explain-fact-involved = betrokken
explain-fact-coordinates = coördineert het team
explain-fact-conflict = gaf op niet te mogen helpen
explain-fact-excluded = wil de klant niet
explain-fact-emergency = noodtoegang, nu open
explain-fact-not-ready = mist belofte, training of account
explain-if = Als dit verandert voor { $name }: { $change }
explain-gained = Mag dan wel
explain-lost = Mag dan niet meer
explain-no-change = Dan verandert er niets.
explain-not-ready = Deze medewerker mist nu een belofte, training of account. Zolang dat zo is, mag die niets.
explain-nothing-written = Dit is berekend. Er is niets veranderd.
nav-explain = Wie ziet wat

investigation-complaint = Er is een klacht
investigation-client-asked = De klant vraagt het
investigation-check = Controle van de regels

supposed-involved = wordt betrokken
supposed-not-involved = is niet meer betrokken
supposed-function = krijgt een andere functie
supposed-conflict = geeft op deze klant niet te mogen helpen
supposed-no-conflict = mag deze klant weer helpen
supposed-excluded = de klant wil deze medewerker niet
supposed-not-excluded = de klant wil deze medewerker weer wel
supposed-coordinator-absent = de coördinator is er niet
supposed-coordinator-back = de coördinator is er weer
supposed-emergency = opent het dossier met noodtoegang
supposed-no-emergency = de noodtoegang stopt
