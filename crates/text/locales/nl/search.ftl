# Finding words in the own dossiers.

search-title = Zoeken in mijn dossiers
search-words = Naam of woorden
search-hint = Bijvoorbeeld: schulden verhuurder. We zoeken alle woorden bij elkaar.
search-go = Zoek
search-recorded = We leggen vast dat je zoekt. De inwoner ziet dat je een stuk tekst zag.
search-nothing = Vul een naam of een woord in.
search-small-words = Deze woorden staan in bijna elke tekst. Vul ook een ander woord in.
search-too-long = Dit is te lang. Gebruik niet meer dan { $most } tekens.
search-too-many = Dit zijn te veel woorden. Gebruik er niet meer dan { $most }.
search-gone = Deze zoekvraag bewaren we niet meer. Zoek opnieuw.
search-none = Niets gevonden.
search-none-why = Je zoekt alleen in dossiers waarbij je betrokken bent. Of een ander dossier bestaat, zie je hier niet.
search-clients = Dossiers met deze naam
search-hits = Waar deze woorden staan
search-count = { $total ->
    [one] 1 plek gevonden. De nieuwste staat bovenaan.
   *[other] { $total } plekken gevonden. De nieuwste staat bovenaan.
}
search-plan = Plan
search-document = Document
search-person = Iemand uit de omgeving
search-by = door { $who }
