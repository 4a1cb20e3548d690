# Who is involved, and who looked, as workers see it.

access-title = Wie kan dit dossier zien?
access-number = Klantnummer { $number }
access-now = Nu betrokken
access-nobody = Er is nog niemand betrokken.
access-assign = Betrek iemand
access-past = Eerder betrokken
involved-name = Naam
involved-role = Rol
involved-domain = Onderdeel
involved-period = Periode
involved-reason = Reden
involved-deed = Wat kun je doen?
involved-since = sinds { $since }
involved-since-until = { $since } tot { $until }
involved-end = Beëindig
look-times = { $times ->
    [one] keek 1 keer
   *[other] keek { $times } keer
}
look-at-time = { $what } om { $time }
