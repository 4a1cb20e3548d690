# Questions of clients about a look: the desk of who answers. What the client reads is in portal.ftl.

inquiry-day = Dag
inquiry-who = Wie
inquiry-what = Wat
inquiry-reason = Reden
inquiry-asked-on = Gevraagd op { $day }.
inquiry-late-by = { $days ->
    [one] 1 werkdag te laat
   *[other] { $days } werkdagen te laat
}
turn-coordinator = De coördinator van het team antwoordt.
turn-deputy = De vervanger van de coördinator antwoordt.
turn-data-protection-officer = De functionaris gegevensbescherming antwoordt. Die let op of wij de privacyregels volgen.
turn-nobody = Er is nu niemand die kan antwoorden. Wij zoeken iemand. Bellen kan altijd.
inquiry-emergency = met noodtoegang
nav-inquiries = Waarom gekeken?
inquiries-title = Waarom heeft iemand gekeken?
inquiries-lead = Klanten vragen dit. Jij geeft antwoord, uiterlijk op de dag die erbij staat.
inquiries-empty = Er wacht geen vraag op jouw antwoord.
inquiries-due = Antwoord uiterlijk
inquiries-looker = Wie keek
inquiries-looked = Gekeken op
inquiries-answer = Geef antwoord
inquiries-look = Bekijk
answer-title = Een klant vraagt waarom er is gekeken
answer-back = Terug naar de vragen
answer-due = Antwoord uiterlijk op { $day }.
answer-about = Wat er is gebeurd
answer-was-involved = Was op dat moment betrokken als { $role }.
answer-was-not-involved = Was op dat moment niet betrokken.
answer-asked = Wat de klant vraagt
answer-no-words = De klant schreef er niets bij.
answer-label = Jouw antwoord
answer-hint = Schrijf kort en gewoon. Vraag zo nodig eerst na bij je collega. De klant leest dit meteen.
answer-go = Verstuur het antwoord
answer-missing = Schrijf een antwoord.
answer-already = Iemand anders gaf al antwoord. Dat antwoord telt. Wat jij schreef, staat onderaan.
answer-done = Het antwoord is verstuurd.
answer-given = Het antwoord
answer-yours-typed = Dit schreef jij

# Reasons of a look, as the client reads them.

reason-own-words = in eigen woorden opgeschreven
reason-log-complaint = onderzoek na een klacht
reason-log-request = een verzoek van u
    .je = een verzoek van jou
reason-log-signal = een signaal dat er iets niet klopt
reason-log-sample = een steekproef
reason-sent-again = hetzelfde formulier, nog een keer verstuurd

# De naam van wie er keek.

answer-name-asked = De klant wil ook weten wie er keek.
answer-name = Noem de naam: { $name }
answer-name-hint = Kan dit gevaar geven voor de medewerker? Noem de naam dan niet. Leg in je antwoord uit waarom.
