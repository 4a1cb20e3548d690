# Dividing questions and ending involvement.

questions-title = Vragen zonder medewerker
questions-count = { $count ->
    [0] Er wacht niemand bij { $team }.
    [one] Er wacht 1 vraag bij { $team }.
   *[other] Er wachten { $count } vragen bij { $team }.
}
questions-lead = Je ziet een klantnummer en geen naam. Dat is genoeg om te verdelen. Wie het langst wacht, staat bovenaan.
questions-filter = Kies welke vragen je ziet
questions-filter-go = Toon
questions-filter-clear = Toon alles
questions-found = { $found } van { $total }.
questions-for = Je zoekt een vraag voor { $name }.
questions-for-all = Zoek voor iedereen
questions-about = Gaat over
questions-area = Buurt
questions-language = Taal
questions-wishes = Taal en wensen
questions-prefers-woman = liever een vrouw
questions-prefers-man = liever een man
questions-all = Alles
questions-choice = { $name } ({ $count })
questions-none-of = Zo wacht er nu niemand. Kies iets anders, of toon alles.
questions-empty = Alle vragen hebben een medewerker.
questions-number = Klantnummer
questions-domain = Onderdeel
questions-waiting = Wacht al
questions-waiting-days = { $days ->
    [0] sinds vandaag
    [one] 1 dag
   *[other] { $days } dagen
}
questions-waiting-weeks = { $weeks } weken
waits-title = Hoe lang mensen wachten
waits-message = Er wachten { $count } vragen. De langste wacht { $longest }.
waits-week = { $weeks ->
    [0] minder dan een week
    [one] 1 week
   *[other] { $weeks } weken
}
waits-week-longer = { $weeks } weken of langer
waits-about = Alle vragen zonder medewerker van je team, vandaag. Een stip is een vraag.
waits-table = Dezelfde gegevens in een tabel
waits-count = Vragen
questions-intake-by = Intake door
questions-assign = Wijs toe
questions-read = Lees de vraag
question-title = De vraag die wacht
question-since = Sinds { $day }
question-told = De klant ziet in het portaal dat je deze vraag las, en waarvoor.
question-does-not-wait = Hier wacht geen nieuwe vraag. Er is al een medewerker, of de vraag staat bij een eerdere.
assign-title = Medewerker toewijzen
assign-lead = De medewerker kan daarna dit onderdeel lezen en erin schrijven.
assign-worker = Medewerker
assign-worker-missing = Kies een medewerker.
assign-worker-not-possible = Deze medewerker kan hier niet bij. Kies iemand anders.
assign-worker-already = Deze medewerker is hier al bij betrokken.
assign-domain = Onderdeel
assign-domain-missing = Kies een onderdeel.
assign-role = Rol
assign-role-missing = Kies een rol.
assign-reason = Waarom deze medewerker?
assign-reason-hint = De klant kan dit lezen. Bijvoorbeeld: kent schulden goed.
assign-reason-missing = Schrijf op waarom je deze medewerker kiest.
assign-from = Vanaf
assign-from-hint = Leeg is: vanaf vandaag.
assign-until = Tot
assign-until-hint = Leeg is: zonder einddatum. Een vervanger heeft altijd een einddatum.
assign-until-missing = Een vervanger heeft een einddatum. Vul die in.
end-title = Betrokkenheid beëindigen
end-what-happens = { $name } kan dit onderdeel daarna niet meer zien.
end-last-one = Daarna is er niemand meer betrokken. De coördinator moet iemand anders aanwijzen.
end-last-one-yourself = Er is nog niemand anders betrokken. Vraag de coördinator om eerst iemand aan te wijzen. Daarna kun je stoppen.
end-already = Dit was al beëindigd.
end-reason = Waarom stopt het?
end-reason-hint = De klant kan dit lezen. Bijvoorbeeld: overgedragen aan een collega.
end-reason-missing = Schrijf op waarom het stopt.
end-go = Beëindig
