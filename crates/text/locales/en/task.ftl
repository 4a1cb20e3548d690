# Tasks: what is to be done about a client.

tasks-title = Tasks
tasks-views = Which tasks
tasks-mine = My tasks
tasks-team = Nobody's yet ({ $count })
tasks-by-urgency = How soon
tasks-all = All
tasks-group = { $urgency } ({ $count })
tasks-none = You have no tasks now.
tasks-none-team = There are no tasks to pick up.
tasks-count = { $count ->
    [one] This is 1 task for you.
   *[other] These are { $count } tasks for you.
}
tasks-team-count = { $count ->
    [one] 1 task is nobody's yet. You are involved, so you can pick it up.
   *[other] { $count } tasks are nobody's yet. You are involved, so you can pick them up.
}
tasks-open = To do
tasks-none-here = There is nothing to do here now.
tasks-done-lately = Done in the last 30 days ({ $count })
tasks-back = All tasks of this dossier

task-title = Task
task-new = New task
task-client-reads = The client can read what you are going to do.
task-what = What is to be done?
task-what-hint = In one sentence.
task-what-missing = Write down what is to be done.
task-due = No later than
task-due-new = New date
task-due-missing = Choose a date.
task-due-passed = Choose a day that is still to come.
task-owner = Who does it?
task-owner-me = Me
task-owner-team = Whoever is involved and has time
task-owner-missing = Choose who does it.
task-owner-not-possible = This worker cannot do this task. Choose somebody else.
task-part = Part
task-part-missing = Choose which part this belongs to.
task-later = The client reads this later
task-visible = For the client
task-visible-from = From which day?
task-visible-from-missing = Choose from which day the client reads this.
task-visible-from-wrong = Choose a day after today, within 90 days.
task-ground = Why later?
task-ground-missing = Choose why the client reads this later.
task-client-reads-now = The client reads this.
task-client-reads-from = The client reads this from { $day }.
task-keep = Save
task-done = Done
task-done-now = Done.
task-done-on = Done on { $day }, by { $by }
task-undo = Undo
task-pick-up = Pick up
task-postpone = Postpone
task-postpone-title = Postpone the task
task-reason = Why later?
task-reason-hint = One sentence. It stays with the task.
task-reason-missing = Write down why it will be later.
task-pass-on = Pass on
task-pass-on-title = Pass the task on
task-pass-on-to = To whom?
task-history = What happened with this task
task-was-first = Somebody was before you.
task-by = No later than { $day }
task-of-team = nobody's yet
task-stands-in = you stand in for { $name }
task-explain = Explain why you opened the dossier of client { $number } in an emergency
task-silent = No contact with the client since { $day }
task-readable = { $kind }: the client can read this then
task-notice = Give the privacy notice
task-draft = Finish your draft, or throw it away
task-step-made = { $by } wrote the task down
task-step-picked-up = { $by } picked the task up
task-step-passed-on = { $by } passed the task on to { $owner }
task-step-to-team = { $by } gave the task to whoever is involved
task-step-postponed = { $by } postponed the task to { $day }
task-step-done = { $by } did the task
task-step-undone = { $by } undid this
task-step-dropped = { $by } closed the part. The task lapses.

urgency-late = Late
urgency-today = Today
urgency-week = This week
urgency-later = Later
urgency-undated = Without a date

origin-written = task
origin-explanation = explanation asked
origin-silent = long without contact
origin-readable = visible to the client
origin-notice = privacy
origin-draft = draft expires

plan-due-step = Something agreed in the plan
plan-due-evaluation = Look back on the plan together
people-due-authority-recheck = Look again whether authority still holds
people-due-capacity-ends = An assessment of deciding for oneself ends
people-due-safety-recheck = Look again whether the danger is still there
people-due-inform = Tell somebody that we keep something about them
people-due-turns-12 = The client turns 12
people-due-turns-16 = The client turns 16 and decides from then on
people-due-turns-18 = The client turns 18
origin-plan = plan
origin-people = people and authority
