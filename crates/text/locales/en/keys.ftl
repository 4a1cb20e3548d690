# Keys on the keyboard.

keys-title = Keys
keys-lead = Everything works with the Tab key too, and without these keys.
keys-note = Write a quick note
keys-search = Search in your dossiers
keys-today = To Today
keys-save = Save what you write in a note
keys-wanted = Do you want to use these keys?
keys-missing = Choose on or off.
keys-on = Yes, put them on
keys-off = No, put them off
keys-go = Save
