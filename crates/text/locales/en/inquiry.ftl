# Questions of clients about a look: the desk of who answers.

inquiry-day = Day
inquiry-who = Who
inquiry-what = What
inquiry-reason = Reason
inquiry-asked-on = Asked on { $day }.
inquiry-late-by = { $days ->
    [one] 1 working day late
   *[other] { $days } working days late
}
turn-coordinator = The coordinator of the team answers.
turn-deputy = The coordinator's deputy answers.
turn-data-protection-officer = The data protection officer answers.
turn-nobody = There is nobody now who can answer. Somebody must be appointed.
nav-inquiries = Why did you look?
inquiries-title = Why did somebody look?
inquiries-lead = Clients ask this. You answer, at the latest on the day beside it.
inquiries-empty = No question waits for your answer.
inquiries-due = Answer by
inquiries-looker = Who looked
inquiries-looked = Looked on
inquiries-answer = Answer
inquiries-look = View
answer-title = A client asks why somebody looked
answer-back = Back to the questions
answer-due = Answer at the latest on { $day }.
answer-about = What happened
answer-was-involved = Was involved at that moment as { $role }.
answer-was-not-involved = Was not involved at that moment.
answer-asked = What the client asks
answer-no-words = The client added no words.
answer-label = Your answer
answer-hint = Write in short, plain Dutch. Ask your colleague first where you need to. The client reads this at once.
answer-go = Send the answer
answer-missing = Write an answer.
answer-already = Somebody else answered already. That answer stands. What you wrote is below.
answer-done = The answer was sent.
answer-given = The answer
answer-yours-typed = You wrote this
inquiry-emergency = by emergency access
reason-own-words = written in own words
reason-log-complaint = looking into a complaint
reason-log-request = a request of the client
reason-log-signal = a sign that something is wrong
reason-log-sample = a random check
reason-sent-again = the same form, sent once more

# The name of who looked.

answer-name-asked = The client also wants to know who looked.
answer-name = Tell the name: { $name }
answer-name-hint = Could this be dangerous for the worker? Then do not tell the name. Explain why in your answer.
