# A question under another law, and closing what is finished.

add-title = Nieuwe vraag voor een ander onderdeel
add-lead = De coördinator zoekt een medewerker voor deze vraag. Jij ziet dat onderdeel pas als de coördinator jou kiest.
add-domain = Waar gaat de vraag over?
add-domain-missing = Kies waar de vraag over gaat.
add-question = Wat is de vraag?
add-question-hint = Schrijf op wat de klant zei. De klant kan dit lezen.
add-question-missing = Schrijf de vraag op.
add-agreement = Hoe zei de klant ja?
add-agreement-hint = Alleen nodig bij vrijwillige hulp.
add-go = Geef door
add-done = De vraag is doorgegeven aan de coördinator.
dossier-add-question = Nieuwe vraag voor een ander onderdeel

close-title = { $part } afsluiten
close-lead = Je kunt dit onderdeel daarna nog lezen tot { $until }, maar er niet meer in schrijven. Met een nieuwe vraag gaat het weer open.
close-reason = Waarom stopt de hulp?
close-reason-missing = Kies waarom de hulp stopt.
close-result = Hoe is het afgelopen?
close-result-hint = Schrijf het samen op als dat kan. De klant kan dit lezen.
close-result-missing = Schrijf op hoe het is afgelopen.
close-open = Dit staat nog open
close-open-tasks = Deze taken vervallen als je afsluit. Geef ze eerst door als iemand ze nog moet doen.
close-open-drafts = { $count ->
    [one] Je hebt nog 1 concept over deze klant. Maak het eerst af, of gooi het weg.
   *[other] Je hebt nog { $count } concepten over deze klant. Maak ze eerst af, of gooi ze weg.
}
close-last-contact = Het laatste contact met de klant was op { $day }.
close-go = Sluit af
close-done = Het onderdeel is afgesloten.
close-involvement-ends = De hulp voor dit onderdeel is gestopt.
dossier-close = Afsluiten
dossier-closed = Afgesloten
close-contact = Wanneer was het laatste contact met de klant?
close-contact-hint = Dat weten wij nog niet. Was er geen contact na de aanmelding? Vul dan de dag van de aanmelding in.
close-contact-missing = Vul de dag van het laatste contact in.
close-contact-wrong = Die dag kan niet. Kies een dag tussen de aanmelding en vandaag.

reopen-title = { $part } weer openen
reopen-lead = Doe dit als het onderdeel te vroeg is afgesloten. Wie erbij hoorde, gaat weer verder. Taken die vervallen zijn, komen niet terug. Heeft de klant een nieuwe vraag? Geef die dan door.
reopen-reason = Waarom gaat het weer open?
reopen-reason-hint = De klant kan dit lezen.
reopen-reason-missing = Schrijf op waarom het weer opengaat.
reopen-go = Open weer
reopen-done = Het onderdeel is weer open.
reopen-said = Dit onderdeel is weer open.
dossier-reopen = Weer openen
closing-goal-reached = Het doel is bereikt
closing-client-stops = De klant gaat zelf verder
closing-other-help = Iemand anders helpt nu
closing-moved = De klant is verhuisd
closing-no-contact = Er is geen contact meer
closing-died = De klant is overleden
