# What a worker began to write.

drafts-title = Concepten
drafts-lead = Alleen jij ziet je concepten. Wij bewaren een concept 7 dagen.
drafts-empty = Je hebt geen concepten. Wat je begint te schrijven, komt hier.
draft-no-dossier = Nog geen dossier gekozen
draft-changed = Gewijzigd op { $when }.
draft-expires = Verloopt op { $day }
draft-discard = Gooi weg
draft-discarded = Het concept is weg.
draft-saved = Concept bewaard om { $time }.
draft-saved-apart = Dit concept is ook op een andere plek veranderd. Deze tekst is nu een eigen concept, bewaard om { $time }.
draft-not-saved = Het concept is niet bewaard. Klik op Bewaar concept.
draft-only-you = Alleen jij ziet dit. Wij bewaren een concept 7 dagen.
