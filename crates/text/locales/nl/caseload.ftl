# The dossiers of one worker.

caseload-title = Mijn dossiers
caseload-count = { $total ->
    [one] Je bent betrokken bij 1 dossier.
   *[other] Je bent betrokken bij { $total } dossiers.
}
caseload-found = { $found ->
    [one] 1 van de { $total } dossiers past hierbij.
   *[other] { $found } van de { $total } dossiers passen hierbij.
}
caseload-empty = Je bent nog bij geen dossier betrokken.
caseload-empty-next = Je ziet hier dossiers na een intake. Of als de coördinator je betrekt.
caseload-filtered-empty = Geen van je dossiers past bij wat je zoekt.
caseload-filter = Zoek in mijn dossiers
caseload-filter-name = Deel van de naam
caseload-filter-domain = Onderdeel
caseload-filter-role = Mijn rol
caseload-filter-all = Alles
caseload-filter-go = Toon
caseload-filter-clear = Toon alles
caseload-order = Volgorde
caseload-order-changed = Laatst gewijzigd
caseload-order-name = Naam
caseload-order-contact = Langst geen contact
caseload-name = Naam
caseload-age = Leeftijd
caseload-domains = Onderdelen
caseload-since = Sinds
caseload-last-contact = Laatste contact
caseload-role = Mijn rol
caseload-flags = Let op
age-years = { $age } jaar
age-between = { $low } of { $high } jaar
age-unknown = leeftijd onbekend
flag-secret-address = adres geheim
flag-minor = kind
flag-unsafe-contact = niet elk contact is veilig
flag-interpreter = tolk nodig
flag-interpreter-in = tolk nodig: { $language }
flag-interpreter-writing = schrijftolk nodig
flag-interpreter-deafblind = tolk nodig: doof en blind
