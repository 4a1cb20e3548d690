# Who works here, as what and from when to when. For whoever manages accounts.

admin-title = Administration
admin-lead = Here you see what asks for attention. You see nothing of clients.
admin-working = { $many ->
    [one] 1 member of staff works here now.
   *[other] { $many } members of staff work here now.
}
admin-todo = This asks for attention
admin-todo-waiting = { $many ->
    [one] 1 member of staff has not signed in with a code yet.
   *[other] { $many } members of staff have not signed in with a code yet.
}
admin-todo-pledge = { $many ->
    [one] 1 member of staff has not signed the pledge of secrecy yet.
   *[other] { $many } members of staff have not signed the pledge of secrecy yet.
}
admin-todo-training = { $many ->
    [one] 1 member of staff has no valid training.
   *[other] { $many } members of staff have no valid training.
}
admin-nothing = There is nothing to do now.
admin-show = See who

teams-title = Teams and functions
teams-lead = Here you see the teams, and what each function may work in. You see nothing of clients.
teams-teams = Teams
teams-none = There is no team yet.
teams-people = Members of staff
teams-working = { $many ->
    [0] Nobody works here now.
    [one] 1 member of staff works here now.
   *[other] { $many } members of staff work here now.
}
teams-coming = { $many ->
    [one] 1 member of staff begins later.
   *[other] { $many } members of staff begin later.
}
teams-functions = Functions
teams-functions-lead = A function opens no dossier. For that somebody must be involved as well.
teams-given = Who gives this function
teams-given-here = The administrator
teams-given-elsewhere = Two people together, outside this screen

users-title = Users
users-lead = Here you see who works here, and what they may do. You see nothing of clients.
users-new = New member of staff
users-filter = Find a member of staff
users-name = Name
users-state = State
users-all = Works here now or will
users-function = Function
users-domains = Works in
users-no-domains = No dossiers
users-team = Team
users-phone = Telephone
users-login = User name
users-missing = Missing
users-period = Period
users-trained-on = Last training
users-dossiers = Open dossiers
users-dossier-count = { $many ->
    [0] None
    [one] 1 dossier
   *[other] { $many } dossiers
}
users-found = { $found } of { $total } members of staff
users-count = { $total ->
    [one] 1 member of staff
   *[other] { $total } members of staff, with those who worked here
}
users-nobody = Nobody fits this choice.
users-lacks-waiting = sign-in code
users-lacks-pledge = pledge
users-lacks-training = training
users-lacks-waiting-long = This colleague has not signed in with a code yet.
users-lacks-pledge-long = The pledge of secrecy is not signed yet. We ask for it at signing in.
users-lacks-training-long = There is no valid training. Without training nobody opens a dossier.
post-state-now = Works here now
post-state-not-yet = Begins later
post-state-over = Works here no longer
post-state-waiting = Without a sign-in code
post-state-pledge = Without a pledge
post-state-training = Without a valid training
users-begins = Begins on { $from }
users-since = Since { $from }
users-ends = Until and including { $until }
users-ended = Stopped after { $until }

users-one = Member of staff
users-back = Back to users
users-deeds = What can you do?
users-code = Give a sign-in code
users-move = Change function or team
users-training = Note a training
users-end = End
users-stop = Sign this colleague out at once
users-history = What changed
users-no-history = Nothing has changed here yet.
users-history-begun = Begins on { $when }
users-history-ended = Last day: { $when }
users-history-moved = Another function or team. Last day in this one: { $when }
users-privileged = An administrator or officer is not changed here. Two people do that together, outside this screen.
users-over = This is over. Nothing changes about what was.
users-goes-on = This colleague gets another function or team. Find that in the list.
users-appointed = The colleague is ready to begin. Give a sign-in code on the first day.
users-moved = The change is kept. This is the new function.
users-ended-done = The last day is kept.
users-trained = The training is kept.
users-stopped = This colleague is signed out everywhere.

users-new-lead = You prepare the colleague. Signing in takes a code from you.
users-name-hint = As clients see this name.
users-name-missing = Fill in the name.
users-no-team = No team
users-team-missing = Choose a team. Only a decision officer can do without.
users-function-missing = Choose a function.
users-first-day = First day
users-past = Choose today or a day to come.
users-new-go = Prepare
users-privileged-hint = An administrator or officer is not made here. Two people do that together, outside this screen.

users-move-title = Another function or team for { $name }
users-move-lead = Dossiers do not come along. From the first day only the new rights hold.
users-move-go = Keep
users-same = It is this function and this team already. Choose another.
users-dossiers-left = { $many ->
    [one] 1 dossier needs another worker.
   *[other] { $many } dossiers need another worker.
}
users-told = The coordinator knows that these dossiers need another worker
users-told-missing = Tell the coordinator first. Then tick this.
users-overtaken = Somebody else just changed this. Read what it says now, then keep it again.

users-end-title = { $name } leaves
users-end-lead = After the last day this colleague cannot sign in any more.
users-when = When does access stop?
users-when-missing = Choose when access stops.
users-end-now = At once
users-end-now-hint = The colleague is signed out everywhere.
users-end-after = After a last working day
users-last-day = Last working day
users-last-day-hint = Only when access stops later. It stops at midnight after that day.
users-end-go = End

users-training-title = Training of { $name }
users-training-lead = A training is valid for 12 months. Without training nobody opens a dossier.
users-training-day = Day on which the training was passed
users-training-future = This day has not been yet.
users-training-go = Keep
