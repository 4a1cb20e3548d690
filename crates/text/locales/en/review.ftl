# Judging emergency access, explanations, the board, figures and data breaches.

review-title = Judge emergency access
review-back = Back to the list
review-judge = Judge number { $number }
review-look = View number { $number }
review-of-team = File of { $team }.
review-yours = You judge
review-others = Somebody else judges
review-judged = Judged
review-none = Everything has been judged.
review-by-another = Somebody else judges this. You had a part in it yourself.
review-due = Judge this no later than { $day }.
review-asked = You asked for an explanation on { $asked }. Judge this no later than { $day }.
review-explained = The explanation came on { $answered }. Judge this no later than { $day }.
review-turn-coordinator = The coordinator of the team judges this.
review-turn-deputy = The coordinator's deputy judges this.
review-turn-data-protection-officer = The data protection officer judges this.
review-turn-nobody = Nobody may judge this now. Ask the board to appoint somebody.
review-was-justified = Justified.
review-was-not-justified = Not justified.
review-was-needs-info = An explanation was asked.
review-by = Judged on { $when } by { $name }, { $function }.
review-choice-justified = Justified
review-choice-not-justified = Not justified. It becomes a data breach too.
review-choice-needs-info = Ask for an explanation first
review-verdict = The verdict
review-breach = It became a data breach: { $reference }.
review-opened = Opened
review-until = Ended
review-domains = Parts
review-approved = Approved by
review-done = What was done
review-kinds = You see how often and what kind of work. Not what the file says.
review-seen = { $times ->
    [one] { $what }: once, at { $first }
   *[other] { $what }: { $times } times, from { $first } to { $last }
}
review-nothing-seen = The log has nothing of this any more.
review-workers = Were the usual workers there?
review-there = was there
review-away = was absent
review-away-noted-later = was absent, but that was noted only later
review-no-workers = Nobody was involved then.
review-gone = The file is gone. Who was involved then cannot be seen any more.
review-earlier = Earlier emergency access of this worker
review-first = This was the first time.
review-earlier-one = { $day }: { $reason }. { $verdict }
review-not-judged = Not judged yet.
review-client-asked = What the client asks
review-client-nothing = The client asked nothing about this.
review-client-answered = The client was answered.
review-client-waits = The client still waits for an answer.
review-yours-now = Your verdict
review-outcome = Was this emergency access justified?
review-outcome-missing = Choose a verdict, or ask for an explanation.
review-sentence = Why, or what do you want to know?
review-sentence-hint = At least 20 characters. The worker reads this.
review-go = Send
review-already = Somebody else has just judged this. That verdict counts. What you wrote is below.
review-still-open = This dossier is still open. Judge it justified when all of it can be seen. End the access first, or wait until it ends.
review-asked-already = You asked for an explanation already. Wait for the answer, or judge.
review-done-justified = Your verdict is kept.
review-done-breach = Your verdict is kept. The data protection officer sees the data breach now.
review-done-asked = The worker sees your question. The day on which you judge stays the same.
review-overdue = { $count ->
    [one] 1 emergency access has waited longer than ten working days. Tell the board.
   *[other] { $count } emergency accesses have waited longer than ten working days. Tell the board.
}

explanation-title = Explain emergency access
explanation-questions = Questions to you
explanation-opened = You opened this file on { $when }.
explanation-asked = The question
explanation-answer = The explanation
explanation-waits = There is no answer to this yet.
explanation-label = Your explanation
explanation-hint = At least 20 characters. Whoever judges reads this.
explanation-go = Send the explanation
explanation-not-asked = No explanation is asked any more. What you wrote is below.
explanation-judged-soon = Somebody else judges whether it was justified. You will read that here.

board-title = Report for the board
board-lead = Emergency access that waits or waited longer than ten working days for a verdict. On { $day }.
board-empty = Everything was judged within ten working days.
board-due = No later than
board-state = Verdict
board-told = Board told
board-not-told = Not yet
board-told-by = On { $day } by { $name }
board-judged = Judged on { $day }.
board-how = Print this report and give it to the board. Then note here that you did.
board-go = The board was told
board-done = Noted that the board was told.

figures-title = Figures about emergency access
figures-small = Is a group smaller than { $count }? Then we do not show the number. Somebody could be recognised.
figures-empty = Nobody used emergency access in the last fifteen months.
figures-quarter = Quarter
figures-quarter-of = Quarter { $quarter } of { $year }
figures-opened = Opened
figures-justified = Justified
figures-days = Half judged
figures-in-days = { $days ->
    [0] within a day
    [one] within 1 day
   *[other] within { $days } days
}
figures-hidden = Too few

breaches-title = Data breaches
breaches-lead = These data breaches were received. Within 72 hours a breach is reported to the authority, in weekends too.
breaches-empty = No data breach was received.
breach-title = Data breach { $reference }
breach-reference = Reference
breach-back = Back to the data breaches
breach-left = Time to report
breach-hours = { $hours ->
    [0] Less than 1 hour
    [one] 1 hour left
   *[other] { $hours } hours left
}
breach-over = The 72 hours are over
breach-due = Report this no later than { $when }, unless there is no risk.
breach-aware = Known since
breach-kind = Kind
breach-state = State
breach-of-confidentiality = Somebody saw what they should not have
breach-of-integrity = Somebody changed what they should not have
breach-of-availability = Something is lost or out of reach
breach-state-received = Received
breach-handling = You cannot handle a data breach here yet. Do so as you are used to.
breach-origin = Where it comes from
breach-origin-gone = What it came from is not in the system any more.
breach-by = { $name } opened the file with number { $number } in an emergency on { $when }.
breach-by-entry = { $name } withdrew a note from dossier { $number }, { $when }. It may have said something about somebody else.
breach-by-log = Something stood out in the log of { $name } on { $day }.
breach-judged = Judged as not justified by { $name }.
breach-case = View the judging

deputy-title = Deputy
deputy-none = There is no deputy. The data protection officer gets what is to be judged.
deputy-lead = Are you away? Then the deputy takes over. They assign and judge.
deputy-times = When the deputy takes over
deputy-new = New period
deputy-go = Save
deputy-overlaps = There is a deputy in these days already. Choose other days.

officer-title = Overview
officer-open = Look
officer-nothing = Nothing waits for you.
officer-breaches = { $count ->
    [one] 1 breach received. Report it no later than { $when }, unless there is no risk.
   *[other] { $count } breaches received. Report the first no later than { $when }, unless there is no risk.
}
officer-breaches-over = { $count ->
    [one] 1 breach received. The 72 hours are over.
   *[other] { $count } breaches received. The 72 hours are over.
}
officer-late = { $count ->
    [one] Of 1 breach the 72 hours are over.
   *[other] Of { $count } breaches the 72 hours are over.
}
