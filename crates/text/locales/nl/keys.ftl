# Keys on the keyboard.

keys-title = Toetsen
keys-lead = Alles werkt ook met de Tab-toets en zonder deze toetsen.
keys-note = Een snelle notitie schrijven
keys-search = Zoeken in je dossiers
keys-today = Naar Vandaag
keys-save = Opslaan wat je schrijft in een notitie
keys-wanted = Wil je deze toetsen gebruiken?
keys-missing = Kies aan of uit.
keys-on = Ja, zet ze aan
keys-off = Nee, zet ze uit
keys-go = Sla op
