# Dividing questions and ending involvement.

questions-title = Questions without a worker
questions-count = { $count ->
    [0] Nobody is waiting at { $team }.
    [one] 1 question is waiting at { $team }.
   *[other] { $count } questions are waiting at { $team }.
}
questions-lead = You see a client number and no name. That is enough to assign. Who waits longest comes first.
questions-filter = Choose which questions you see
questions-filter-go = Show
questions-filter-clear = Show all
questions-found = { $found } of { $total }.
questions-for = You are looking for a question for { $name }.
questions-for-all = Look for everybody
questions-about = Is about
questions-area = Area
questions-language = Language
questions-wishes = Language and wishes
questions-prefers-woman = rather a woman
questions-prefers-man = rather a man
questions-all = All
questions-choice = { $name } ({ $count })
questions-none-of = Nobody waits like that now. Choose something else, or show all.
questions-empty = All questions have a worker.
questions-number = Client number
questions-domain = Part
questions-waiting = Waiting
questions-waiting-days = { $days ->
    [0] since today
    [one] 1 day
   *[other] { $days } days
}
questions-waiting-weeks = { $weeks } weeks
waits-title = How long people wait
waits-message = { $count } questions are waiting. The longest waits { $longest }.
waits-week = { $weeks ->
    [0] less than a week
    [one] 1 week
   *[other] { $weeks } weeks
}
waits-week-longer = { $weeks } weeks or longer
waits-about = All questions of your team without a worker, today. A dot is a question.
waits-table = The same data in a table
waits-count = Questions
questions-intake-by = Intake by
questions-assign = Assign
questions-read = Read the question
question-title = The question that waits
question-since = Since { $day }
question-told = The client sees in the portal that you read this question, and what for.
question-does-not-wait = No new question waits here. There is a worker already, or it stands with an earlier one.
assign-title = Assign a worker
assign-lead = The worker can then read this part and write in it.
assign-worker = Worker
assign-worker-missing = Choose a worker.
assign-worker-not-possible = This worker cannot do this part. Choose somebody else.
assign-worker-already = This worker is involved already.
assign-domain = Part
assign-domain-missing = Choose a part.
assign-role = Role
assign-role-missing = Choose a role.
assign-reason = Why this worker?
assign-reason-hint = The client can read this. For example: knows debts well.
assign-reason-missing = Write down why you choose this worker.
assign-from = From
assign-from-hint = Empty means: from today.
assign-until = Until
assign-until-hint = Empty means: without an end. A replacement always has an end.
assign-until-missing = A replacement has an end. Fill it in.
end-title = End an involvement
end-what-happens = { $name } can no longer see this part.
end-last-one = Then nobody is involved any more. The coordinator must assign somebody else.
end-last-one-yourself = Nobody else is involved yet. Ask the coordinator to assign somebody first. Then you can stop.
end-already = This had ended already.
end-reason = Why does it end?
end-reason-hint = The client can read this. For example: handed over to a colleague.
end-reason-missing = Write down why it ends.
end-go = End
