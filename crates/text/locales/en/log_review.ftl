# What stands out in the record, and what people say of it.

nav-findings = Stands out
findings-title = What stands out in the log
findings-lead = Every night the system counts what everybody did. It does not judge. Will you look what happened?
findings-empty = Nothing waits for your verdict.
findings-today = Today so far
findings-today-lead = This is what the system counts now. You can judge tomorrow, when the day is over.
findings-today-empty = Nothing stands out today yet.
findings-thresholds = Thresholds
findings-back = Back to what stands out
findings-waiting = Waits for a verdict
findings-settled = Judged
findings-day = Day
findings-who = Who
findings-what = What stood out
findings-state = State
findings-judge = View
findings-open = no verdict yet
findings-judged = Your verdict is kept.

finding-title = What stood out
finding-many-dossiers = Many files in a day
finding-after-closing = Looked after help had stopped
finding-namesake = Looked at somebody of the same name or address
finding-empty-searches = Searched often and found nobody
finding-out-of-hours = Looked out of working hours
finding-repeated-emergency = Emergency access more often
finding-sample = Random check

finding-about-many-dossiers = Perhaps there was a campaign in the area. Or somebody took over from a colleague who was ill.
finding-about-after-closing = Help had stopped. The time to finish things was over as well.
finding-about-namesake = A surname may be common. Then it is chance. Of addresses we know only what the worker declared.
finding-about-empty-searches = Perhaps somebody at the desk has another name. Attempts at emergency access count too.
finding-about-out-of-hours = This is early, late, in the weekend or on a holiday.
finding-about-repeated-emergency = Each attempt and each question to the coordinator counts, for thirty days.
finding-about-sample = Nothing stood out. This day was drawn. Look whether all is well.

finding-times-many-dossiers = { $times ->
    [one] 1 file. Up to { $ordinary } is ordinary.
   *[other] { $times } different files. Up to { $ordinary } is ordinary.
}
finding-times-after-closing = { $times ->
    [one] Looked or searched once.
   *[other] Looked or searched { $times } times.
}
finding-times-namesake = { $times ->
    [one] Looked or searched once.
   *[other] Looked or searched { $times } times.
}
finding-times-empty-searches = { $times ->
    [one] Searched once. Up to { $ordinary } is ordinary.
   *[other] Searched { $times } times. Up to { $ordinary } is ordinary.
}
finding-times-out-of-hours = { $times ->
    [one] Looked once. Up to { $ordinary } is ordinary.
   *[other] Looked { $times } times. Up to { $ordinary } is ordinary.
}
finding-times-repeated-emergency = { $times ->
    [one] Once in thirty days. Up to { $ordinary } is ordinary.
   *[other] { $times } times in thirty days. Up to { $ordinary } is ordinary.
}
finding-times-sample = { $times ->
    [one] Looked once.
   *[other] Looked { $times } times.
}
finding-refused-dossiers = { $times ->
    [one] 1 of these was always refused.
   *[other] { $times } of these were always refused.
}
finding-refused = { $times ->
    [one] 1 of these was refused.
   *[other] { $times } of these were refused.
}

finding-how-often = How often
finding-perhaps = What does this mean?
finding-log = What happened exactly?
finding-log-about = Read the log of that day. We write down that you read it. The client sees that too.
finding-log-go = Read the log of that day
finding-said = What was said already
finding-said-by = { $who }, { $when }
finding-verdict = What is your verdict?
finding-verdict-explained = There is an ordinary explanation
finding-verdict-asked = I ask the worker to explain
finding-verdict-wrong = This looking was not right
finding-state-explained = ordinary explanation
finding-state-asked = explanation asked
finding-state-wrong = not right
finding-verdict-explained-hint = For example: a colleague was ill.
finding-verdict-asked-hint = Ask it yourself. Then come back with your verdict.
finding-verdict-wrong-hint = Did the worker see something? Then the data protection officer gets a data breach.
finding-sentence = Why do you think so?
finding-sentence-hint = Write one or two sentences. Name no clients.
finding-go = Keep my verdict
finding-verdict-missing = Choose a verdict.
finding-sentence-missing = Write why you think so.
finding-overtaken = Somebody else gave a verdict just now. Read that first. What you wrote is still here.
finding-settled = This was judged. There is nothing left to do.
finding-yours-typed = You wrote this

thresholds-title = From where on does something stand out?
thresholds-lead = You say here what is ordinary. Anything above it stands out. A change never holds for days that are over.
thresholds-now = This holds today
thresholds-dossiers = Different files in a day
thresholds-empty-searches = Searches that find nobody, in a day
thresholds-out-of-hours = Looks out of working hours, in a day
thresholds-emergencies = Emergency accesses in thirty days
thresholds-begins = A working day begins at
thresholds-ends = A working day ends at
thresholds-hours = Working day
thresholds-from-until = from { $from } to { $until }
thresholds-change = Change the thresholds
thresholds-from = From which day?
thresholds-from-hint = Today or later.
thresholds-reason = Why do you change this?
thresholds-reason-hint = Everybody who comes here reads this later.
thresholds-go = Keep the thresholds
thresholds-kept = The thresholds are kept.
thresholds-history = All changes
thresholds-none = The thresholds were never changed.
thresholds-since = From
thresholds-number-wrong = Fill in a number from 0 to 9999.
thresholds-time-wrong = Fill in a time, such as 7:00.
thresholds-ends-first = The working day ends before it begins. Choose a later end.
thresholds-past = This day is over. Choose today or a day after.
thresholds-reason-missing = Write why you change this.
thresholds-line = { $dossiers } files, { $searches } searches, { $late } out of hours, { $emergencies } emergency accesses, { $hours }
