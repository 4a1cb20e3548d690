# Where a worker's day begins.

today-title = Today
today-nothing = Nothing for today.
today-no-tasks = No tasks for this week.
today-all-tasks = All my tasks
today-team-tasks = { $count ->
    [one] 1 task is nobody's yet.
   *[other] { $count } tasks are nobody's yet.
}
today-team-tasks-open = Look and pick up
today-waits = This waits for you
today-assigned = New to you: { $domain }, { $role }
today-since = Since { $day }
today-readable = { $kind }: the client can read this from { $day }
today-readable-now = { $kind }: the client can read this from today
today-ends = Your involvement with { $domain } ends
today-closed = { $domain } has been closed
today-until = You can read the dossier up to and including { $day }
today-more = Show { $count } more
today-drafts = My drafts
today-recent-empty = Your dossiers in which something changes come here.
today-changed = Changed on { $day }
today-all-dossiers = All my dossiers
today-waiting = Questions without a worker
today-waiting-count = { $count ->
    [0] Nobody is waiting.
    [one] 1 question waits for a worker.
   *[other] { $count } questions wait for a worker.
}
today-waiting-open = Divide questions
today-stands-in = { $name } is away until the end of { $day }. You stand in.
today-no-coordinator = There is no coordinator now. You stand in.
today-emergency = { $by } opened this file in an emergency: { $domain }
today-opened = Emergency access: this file is open for you now
today-emergencies = { $count ->
    [one] Asked once to open a file in an emergency
   *[other] Asked { $count } times to open a file in an emergency
}
today-to-judge = { $count ->
    [one] 1 emergency access to judge, no later than { $day }.
   *[other] { $count } emergency accesses to judge. The first no later than { $day }.
}
today-explain = Explain why you opened this file in an emergency
today-later = { $count ->
    [one] 1 client hears something later. Decide no later than { $day }.
   *[other] { $count } times a client hears something later. Decide about the first no later than { $day }.
}
today-later-open = Look and decide
today-emergencies-open = Look at emergency access
