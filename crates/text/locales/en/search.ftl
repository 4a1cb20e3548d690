# Finding words in the own dossiers.

search-title = Search my dossiers
search-words = Name or words
search-hint = For example: schulden verhuurder. We look for all words together.
search-go = Search
search-recorded = We record that you search. The client sees that you saw a piece of text.
search-nothing = Enter a name or a word.
search-small-words = These words are in almost every text. Add another word.
search-too-long = This is too long. Use no more than { $most } characters.
search-too-many = These are too many words. Use no more than { $most }.
search-gone = We no longer keep this search. Search again.
search-none = Nothing found.
search-none-why = You only search dossiers you are involved with. You cannot see here whether another dossier exists.
search-clients = Dossiers with this name
search-hits = Where these words are
search-count = { $total ->
    [one] Found in 1 place. The newest is on top.
   *[other] Found in { $total } places. The newest is on top.
}
search-plan = Plan
search-document = Document
search-person = Somebody around the client
search-by = by { $who }
