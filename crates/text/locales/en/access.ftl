# Who is involved, and who looked, as workers see it.

access-title = Who can see this dossier?
access-number = Client number { $number }
access-now = Involved now
access-nobody = Nobody is involved yet.
access-assign = Involve somebody
access-past = Involved before
involved-name = Name
involved-role = Role
involved-domain = Part
involved-period = Period
involved-reason = Reason
involved-deed = What can you do?
involved-since = since { $since }
involved-since-until = { $since } until { $until }
involved-end = End
look-times = { $times ->
    [one] looked once
   *[other] looked { $times } times
}
look-at-time = { $what } at { $time }
