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
closing-goal-reached = Het doel is bereikt
closing-client-stops = De klant gaat zelf verder
closing-other-help = Iemand anders helpt nu
closing-moved = De klant is verhuisd
closing-no-contact = Er is geen contact meer
closing-died = De klant is overleden
