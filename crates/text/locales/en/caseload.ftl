# The dossiers of one worker.

caseload-title = My dossiers
caseload-count = { $total ->
    [one] You are involved with 1 dossier.
   *[other] You are involved with { $total } dossiers.
}
caseload-found = { $found ->
    [one] 1 of { $total } dossiers fits.
   *[other] { $found } of { $total } dossiers fit.
}
caseload-empty = You are not involved with any dossier yet.
caseload-empty-next = Dossiers come here after an intake. Or when the coordinator involves you.
caseload-filtered-empty = None of your dossiers fits what you look for.
caseload-filter = Search my dossiers
caseload-filter-name = Part of the name
caseload-filter-domain = Part
caseload-filter-role = My role
caseload-filter-all = All
caseload-filter-go = Show
caseload-filter-clear = Show all
caseload-order = Order
caseload-order-changed = Changed last
caseload-order-name = Name
caseload-order-contact = Longest without contact
caseload-name = Name
caseload-age = Age
caseload-domains = Parts
caseload-since = Since
caseload-last-contact = Last contact
caseload-role = My role
caseload-flags = Mind
age-years = { $age } years
age-between = { $low } or { $high } years
age-unknown = age unknown
flag-secret-address = secret address
flag-minor = child
flag-unsafe-contact = not every contact is safe
flag-interpreter = interpreter needed
flag-interpreter-in = interpreter needed: { $language }
flag-interpreter-writing = speech-to-text interpreter needed
flag-interpreter-deafblind = interpreter needed: deaf and blind
