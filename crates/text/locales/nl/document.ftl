# Documents: files in a dossier. Shared by staff and residents: what says u has its je.

tab-documents = Documenten
documents-none = Er staan nog geen documenten in dit dossier.
documents-back = Alle documenten van dit dossier
documents-add = Documenten toevoegen
documents-add-lead = De klant kan ze meteen lezen, net als notities.
documents-source = Van wie komt het?
documents-source-missing = Kies van wie het komt.
documents-category = Waar gaat het over?
documents-category-missing = Kies waar het over gaat.
documents-dated = Datum op het document
documents-dated-hint = Leeg: vandaag.
documents-dated-future = Kies een dag die geweest is, of vandaag.
documents-title = Titel
documents-title-hint = Leeg: de naam van het bestand. Bij meer bestanden houdt elk zijn eigen naam.
documents-title-too-long = Maak de titel korter: hoogstens 150 tekens.
documents-title-empty = Geef het document een titel.
documents-files = Bestanden
documents-files-hint = Foto (jpg, png, webp), pdf, docx, odt of txt. Hoogstens 10 tegelijk, elk tot 25 MB.
documents-files-missing = Kies een of meer bestanden.
documents-files-again = Kies de bestanden opnieuw. Je browser bewaart ze niet.
documents-too-many = Kies hoogstens { $count } bestanden tegelijk. De rest is niet toegevoegd.
documents-no-name = Document zonder naam
documents-refused = { $file }: { $why }
documents-send = Voeg toe
documents-scanned = Een virusscanner bekijkt elk bestand. Van foto's halen we weg waar en waarmee ze gemaakt zijn.
documents-not-scanned = Hier kijkt geen virusscanner mee. Je ziet bladen als beeld of tekst: een bestand voert niets uit. Van foto's halen we weg waar en waarmee ze gemaakt zijn.
documents-added = { $count ->
    [one] 1 document is toegevoegd.
   *[other] { $count } documenten zijn toegevoegd.
}

documents-one = Document
documents-sheets = Bladen
documents-sheet = Blad { $number } van { $last }
documents-sheet-before = Vorig blad
documents-sheet-after = Volgend blad
documents-sheet-alt = Beeld van blad { $number } van { $last }. De tekst erop is niet voor te lezen.
documents-picture-only = Dit is een beeld. Vraag een collega om het voor te lezen als je het niet kunt lezen.
documents-withdrawn = Ingetrokken document
documents-of-sheets = { $kind }, { $count ->
    [one] 1 blad
   *[other] { $count } bladen
}
documents-size = { $whole },{ $tenth } MB
documents-kept-until = Bewaren tot { $day }
documents-kept-unknown = Hoelang dit bewaard blijft, staat nog niet vast
documents-added-by = { $author }, { $when }
documents-fact-kind = Soort
documents-fact-day = Datum
documents-fact-from = Van
documents-fact-added = Toegevoegd door
documents-fact-kept = Bewaren
documents-fact-scan = Viruscontrole
documents-was-scanned = Bekeken bij het toevoegen, niets gevonden
documents-was-not-scanned = Niet bekeken

documents-from-client = van de klant
documents-from-representative = van een vertegenwoordiger
documents-from-own-observation = van een medewerker
documents-from-third-party = van iemand anders
documents-from-other-system = uit een ander systeem

file-kind-jpeg = Foto
file-kind-png = Plaatje
file-kind-pdf = PDF
file-kind-text = Tekst
file-kind-word = Word-document
file-kind-open-text = OpenDocument-tekst

file-refused-empty = Dit bestand is leeg.
file-refused-too-large = Dit bestand is groter dan 25 MB. Maak het kleiner of knip het in delen.
file-refused-unknown-kind = Dit soort bestand nemen we niet aan. Maak er een pdf of foto van.
file-refused-locked = Op dit bestand zit een wachtwoord. Haal het wachtwoord eraf.
file-refused-broken = Dit bestand is niet te lezen. Misschien is het beschadigd.
file-refused-too-much = Er zit te veel in dit bestand. Knip het in delen.
file-refused-harmful = De virusscanner vond iets in dit bestand. Het is niet toegevoegd. Meld het bij de beheerder.

documents-withdraw = Trek dit document in
documents-withdraw-title = Document intrekken
documents-withdraw-lead = Niemand kan het daarna nog lezen. De klant en je collega's zien wel dat er een document stond.
documents-withdraw-ground = Waarom trek je het document in?
documents-withdraw-go = Trek het document in
documents-withdraw-done = Het document is ingetrokken.
documents-print-link = Druk dit document af
documents-print-title = Document afdrukken
documents-print-back = Terug naar het document
