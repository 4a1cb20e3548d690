# What stands out in the record, and what people say of it.

nav-findings = Opvallend
findings-title = Wat opvalt in het logboek
findings-lead = Het systeem telt elke nacht wat iedereen deed. Het oordeelt niet. Kijk jij wat er aan de hand was?
findings-empty = Er wacht niets op jouw oordeel.
findings-today = Vandaag tot nu toe
findings-today-lead = Dit telt het systeem op dit moment. Morgen kun je oordelen, als de dag voorbij is.
findings-today-empty = Vandaag valt er nog niets op.
findings-thresholds = Grenzen
findings-back = Terug naar wat opvalt
findings-waiting = Wacht op een oordeel
findings-settled = Beoordeeld
findings-day = Dag
findings-who = Wie
findings-what = Wat opviel
findings-state = Stand
findings-judge = Bekijk
findings-open = nog geen oordeel
findings-judged = Je oordeel is bewaard.

finding-title = Wat er opviel
finding-many-dossiers = Veel dossiers op een dag
finding-after-closing = Gekeken nadat de hulp was gestopt
finding-namesake = Gekeken bij iemand met dezelfde naam of hetzelfde adres
finding-empty-searches = Vaak gezocht zonder iemand te vinden
finding-out-of-hours = Gekeken buiten werktijd
finding-repeated-emergency = Vaker noodtoegang
finding-sample = Steekproef

finding-about-many-dossiers = Misschien was er een wijkactie. Of iemand nam werk over van een zieke collega.
finding-about-after-closing = De hulp was gestopt. Ook de tijd om iets af te maken was voorbij.
finding-about-namesake = Een achternaam komt vaak voor. Dan is het toeval. Van adressen kennen we alleen wat de medewerker zelf opgaf.
finding-about-empty-searches = Misschien stond er iemand aan de balie die anders heet. Ook pogingen met noodtoegang tellen mee.
finding-about-out-of-hours = Dit is vroeg, laat, in het weekend of op een feestdag.
finding-about-repeated-emergency = Elke poging en elke vraag aan de coördinator telt mee, dertig dagen lang.
finding-about-sample = Er viel niets op. Deze dag is geloot. Kijk of alles klopt.

finding-times-many-dossiers = { $times ->
    [one] 1 dossier. Tot en met { $ordinary } is gewoon.
   *[other] { $times } verschillende dossiers. Tot en met { $ordinary } is gewoon.
}
finding-times-after-closing = { $times ->
    [one] 1 keer gekeken of gezocht.
   *[other] { $times } keer gekeken of gezocht.
}
finding-times-namesake = { $times ->
    [one] 1 keer gekeken of gezocht.
   *[other] { $times } keer gekeken of gezocht.
}
finding-times-empty-searches = { $times ->
    [one] 1 keer gezocht. Tot en met { $ordinary } is gewoon.
   *[other] { $times } keer gezocht. Tot en met { $ordinary } is gewoon.
}
finding-times-out-of-hours = { $times ->
    [one] 1 keer gekeken. Tot en met { $ordinary } is gewoon.
   *[other] { $times } keer gekeken. Tot en met { $ordinary } is gewoon.
}
finding-times-repeated-emergency = { $times ->
    [one] 1 keer in dertig dagen. Tot en met { $ordinary } is gewoon.
   *[other] { $times } keer in dertig dagen. Tot en met { $ordinary } is gewoon.
}
finding-times-sample = { $times ->
    [one] 1 keer gekeken.
   *[other] { $times } keer gekeken.
}
finding-refused-dossiers = { $times ->
    [one] 1 daarvan is steeds geweigerd.
   *[other] { $times } daarvan zijn steeds geweigerd.
}
finding-refused = { $times ->
    [one] Daarvan is 1 keer geweigerd.
   *[other] Daarvan is { $times } keer geweigerd.
}

finding-how-often = Hoe vaak
finding-perhaps = Wat betekent dit?
finding-log = Wat gebeurde er precies?
finding-log-about = Lees het logboek van die dag. Wij schrijven op dat je dit leest. De klant ziet dat ook.
finding-log-go = Lees het logboek van die dag
finding-said = Wat er al is gezegd
finding-said-by = { $who }, { $when }
finding-verdict = Wat is jouw oordeel?
finding-verdict-explained = Er is een gewone verklaring
finding-verdict-asked = Ik vraag de medewerker om uitleg
finding-verdict-wrong = Dit kijken was niet terecht
finding-state-explained = gewone verklaring
finding-state-asked = uitleg gevraagd
finding-state-wrong = niet terecht
finding-verdict-explained-hint = Bijvoorbeeld: een collega was ziek.
finding-verdict-asked-hint = Vraag het zelf. Kom daarna terug met je oordeel.
finding-verdict-wrong-hint = Zag de medewerker iets? Dan krijgt de functionaris gegevensbescherming een datalek.
finding-sentence = Waarom vind je dat?
finding-sentence-hint = Schrijf één of twee zinnen. Noem geen namen van klanten.
finding-go = Bewaar mijn oordeel
finding-verdict-missing = Kies een oordeel.
finding-sentence-missing = Schrijf waarom je dat vindt.
finding-overtaken = Iemand anders gaf net een oordeel. Lees dat eerst. Wat jij schreef, staat er nog.
finding-settled = Dit is beoordeeld. Er is niets meer te doen.
finding-yours-typed = Dit schreef jij

thresholds-title = Vanaf wanneer valt iets op?
thresholds-lead = Je bepaalt hier wat gewoon is. Alles daarboven valt op. Een verandering geldt nooit voor dagen die al voorbij zijn.
thresholds-now = Dit geldt vandaag
thresholds-dossiers = Verschillende dossiers op een dag
thresholds-empty-searches = Keer zoeken zonder iemand te vinden, op een dag
thresholds-out-of-hours = Keer kijken buiten werktijd, op een dag
thresholds-emergencies = Keer noodtoegang in dertig dagen
thresholds-begins = Een werkdag begint om
thresholds-ends = Een werkdag eindigt om
thresholds-hours = Werkdag
thresholds-from-until = van { $from } tot { $until }
thresholds-change = Verander de grenzen
thresholds-from = Vanaf welke dag?
thresholds-from-hint = Vandaag of later.
thresholds-reason = Waarom verander je dit?
thresholds-reason-hint = Iedereen die hier komt, leest dit later terug.
thresholds-go = Bewaar de grenzen
thresholds-kept = De grenzen zijn bewaard.
thresholds-history = Alle veranderingen
thresholds-none = De grenzen zijn nog nooit veranderd.
thresholds-since = Vanaf
thresholds-number-wrong = Vul een getal in van 0 tot en met 9999.
thresholds-time-wrong = Vul een tijd in, zoals 7.00.
thresholds-ends-first = De werkdag eindigt voordat die begint. Kies een later einde.
thresholds-past = Deze dag is al voorbij. Kies vandaag of een dag daarna.
thresholds-reason-missing = Schrijf waarom je dit verandert.
thresholds-line = { $dossiers } dossiers, { $searches } keer zoeken, { $late } keer buiten werktijd, { $emergencies } keer noodtoegang, { $hours }
