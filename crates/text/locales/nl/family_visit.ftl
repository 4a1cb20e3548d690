# One visit to several members of a family.

visit-title = Gezinsbezoek
visit-link = Was je bij meer mensen tegelijk? Schrijf een gezinsbezoek.
visit-lead = Kies van wie je iets opschrijft. Elk dossier krijgt een eigen notitie.
visit-search = Zoek op naam
visit-search-go = Zoek
visit-search-nobody = Niemand met deze naam in jouw dossiers.
visit-who = Wie heb je bezocht?
visit-more = Er zijn meer dossiers. Zoek op naam.
visit-go-on = Verder
visit-too-few = Kies minstens twee mensen.
visit-too-many = Kies niet meer dan acht mensen.
visit-write-lead = Iedereen krijgt een eigen notitie in het eigen dossier. Daar staat niet in dat er nog een notitie is.
visit-shared = Wat geldt voor iedereen
visit-shared-hint = Dit komt in elke notitie. Noem hier geen namen.
visit-named = In dit stuk staat een naam: { $names }. Elke notitie krijgt dit stuk. De anderen lezen die naam dus ook.
visit-names-fit = Dit mag iedereen lezen
visit-names-fit-missing = Haal de naam weg, of zet een vinkje dat iedereen dit mag lezen.
visit-own = Alleen voor dit dossier
visit-nothing = Schrijf iets op voor deze persoon, of bij wat voor iedereen geldt.
visit-there = Was deze persoon er zelf bij?
visit-there-yes = Ja
visit-there-no = Nee
visit-there-missing = Kies of deze persoon er zelf bij was.
visit-save = Bewaar alle notities
visit-saved = { $count ->
    [one] Eén notitie is bewaard.
   *[other] { $count } notities zijn bewaard.
}
visit-gone = Voor één of meer mensen kan dit niet meer. Er is nog niets bewaard. Kijk hieronder om wie het gaat.
visit-gone-about = In dit dossier kun je niet meer schrijven. Bewaar je nu, dan gaat deze tekst niet mee. Overleg met je coördinator.
visit-gone-text = Jouw tekst
visit-number-gone = Nummer { $number } van dit bezoek
visit-nobody-left = Er is niemand meer over om voor te schrijven.
