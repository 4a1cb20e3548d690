# Facts that stand between a worker and a dossier.

nav-team = Team
own-title = About me
own-kept = Saved.
own-conflicts = Whom I may not help
own-conflicts-about = Do you know somebody privately? Say so here. You cannot open that person's dossier then. Not now and not later.
own-conflicts-none = You declared nothing.
own-conflicts-end = Is this no longer right? Ask your coordinator to take it away. You cannot do that yourself.
own-absences = When I am not here
own-absences-about = Your colleagues and the coordinator then know that you are not here.
own-stand-in = Hand all my dossiers over for a time
own-absences-none = You are here as usual.
held-since = Since { $day }.

tie-title = Declare whom I may not help
tie-lead = Name relatives, friends, neighbours and people you live with. Give your own address too.
tie-blind = We keep no name and no address. We turn it into a code. Nobody can read whom you mean, not even your coordinator. We do not say either whether somebody is a client.
tie-kind = Who is it?
tie-kind-missing = Choose who it is.
tie-about = What do you know?
tie-about-missing = Choose what you know.
tie-about-person = The surname and the birth date
tie-about-address = The address. This goes for everybody who lives there.
tie-surname = Surname
tie-surname-missing = Fill in the surname.
tie-person-hint = Fill this in when you know the name.
tie-birth-date = Birth date
tie-address = Address
tie-address-hint = Fill this in when you know the address. For example: Voorbeeldkade 12, 1234 AB Waterrijk.
tie-address-too-little = Fill in an address with postcode and house number.
tie-go = Save
tie-line = { $kind }, { $about }
tie-of-person = declared by name and birth date
tie-of-address = declared by address
tie-end = Take away
conflict-with-relative = Relative
conflict-with-household = Somebody I live with, or my own address
conflict-with-neighbour = Neighbour
conflict-with-acquaintance = Friend or acquaintance
conflict-with-other = Something else

absence-title = Note an absence
absence-own-title = Note when I am not here
absence-lead = The first and the last day count.
absence-who = Who is not here?
absence-who-missing = Choose who is not here.
absence-not-in-team = This worker is not in your team.
absence-from = First day
absence-until = Last day
absence-passed = This day has passed. Fill in a last day that is still to come.
absence-go = Save
absence-line = Absent
absence-from-until = From { $from } up to and including { $until }.
absence-cancel = Does not happen
absence-end = Is back

team-title = My team
team-lead = Is the coordinator absent? Then the deputy may divide and assign.
team-nothing = Is here.
team-people = The people of the team
team-unattended-title = Dossiers without a worker
team-unattended-lead = The worker cannot work here now. Assign somebody else.
team-unattended-number = Dossier { $number }
team-soon-title = Without a worker soon
team-soon-lead = Somebody is away or leaves, and nobody takes over. Assign somebody in time.
team-soon-from = From { $day }.
team-hand-on = Hand the dossiers on
team-find = Find a question that fits
team-unattended-back = The worker is back on { $day }.
team-load = { $now ->
    [0] No dossiers
    [one] 1 dossier
   *[other] { $now } dossiers
}{ $later ->
    [0] {""}
    [one] , and 1 to come
   *[other] , and { $later } to come
}
team-replaced = Replaced now by { $name }.
team-leaves = Leaves after { $day }. Hand the dossiers over before that day.
team-figures-title = Figures of the team
team-figures-waiting = { $count ->
    [0] All questions have a worker now.
    [one] 1 question waits for a worker now.
   *[other] { $count } questions wait for a worker now.
}
team-figures-months = By month
team-figures-month = Month
team-figures-opened = New
team-figures-closed = Closed
team-figures-waited = Waiting time
team-figures-waited-means = Waiting time: half of the questions of that month waited this long or less.
team-figures-nobody = Nobody yet
team-figures-days = { $days ->
    [0] less than a day
    [one] 1 day
   *[other] { $days } days
}
team-figures-domains = By part, over these months together
team-figures-small = Small numbers are not shown. Somebody could be recognised by them.
team-figures-few = Fewer than { $count }, or recognisable

protection-title = Extra protection
protection-lead = A dossier with extra protection asks for more care. Whoever assigns a worker signs in again first.
protection-none = This dossier has no extra protection.
protection-ground = Why is extra protection needed?
protection-ground-missing = Choose why.
protection-go = Give extra protection
protection-end = Take away
protection-for-employee = The client works with us
protection-for-relative-of-employee = The client is related to a colleague
protection-for-well-known = The client is well known
protection-for-secret-address = The address is secret
protection-for-safety = Somebody is a danger to the client
flag-extra-protected = extra protection

exclusion-title = Workers the client does not want
exclusion-lead = The client need not say why. The worker cannot open the dossier afterwards. Only you and your deputy see this.
exclusion-none = The client named nobody.
exclusion-who = Whom does the client not want?
exclusion-who-missing = Choose a worker.
exclusion-not-now = This worker cannot be chosen. Perhaps they are in the list already.
exclusion-oneself = This is yourself. Ask your deputy to note it.
exclusion-go = Save
exclusion-end = Welcome again

shield-title = Hide a note
shield-lead = The client may choose who does not read this note. Do this only when the client asks. For that worker the note is then not there.
shield-now = Hidden now from
shield-audience = Who may not read this note?
shield-audience-missing = Choose who may not read the note.
shield-already = This is so already.
shield-go = Hide
shield-kept = The note is hidden.
shield-lift = Lift
shield-lifted = The note can be read again.
shield-lift-ground = Why may this be read again?
shield-lift-ground-missing = Choose why the note may be read again.
audience-other-workers = other workers
audience-other-workers-about = Only whoever wrote the note can still read it.
lift-client-agrees = The client agrees
lift-danger = There is danger
lift-legal-duty = The law or a judge asks for it
entry-shield = Hide
entry-hidden-from = Not to be read by
