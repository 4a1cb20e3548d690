# Saying no, with the way on.

not-involved-title = Je kunt dit dossier niet openen
not-involved-why = Je bent niet betrokken bij een dossier op dit adres. Misschien bestaat het niet.
not-involved-what-now = Wat kun je doen?
not-involved-call = Denk je dat je wel betrokken hoort te zijn? Bel je coördinator:
not-involved-emergency = Kan het niet wachten?
not-involved-emergency-text = Dan is er noodtoegang. Je geeft een reden en het stopt vanzelf.
not-involved-emergency-seen = Noodtoegang is nooit geheim. De klant ziet het en de coördinator controleert het.
not-yours-title = Deze pagina is niet van u of bestaat niet.
    .je = Deze pagina is niet van jou of bestaat niet.
not-yours-what-now = Ga terug naar uw overzicht. Of bel ons als u iets mist.
    .je = Ga terug naar je overzicht. Of bel ons als je iets mist.
not-yours-home = Naar mijn overzicht
refused-title = Dit kan nu niet
coordinator-of-duty = Coördinator van dienst
