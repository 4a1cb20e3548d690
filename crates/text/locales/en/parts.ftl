# A question under another law, and closing what is finished.

add-title = New question for another part
add-lead = The coordinator finds a worker for this question. You see that part only when the coordinator chooses you.
add-domain = What is the question about?
add-domain-missing = Choose what the question is about.
add-question = What is the question?
add-question-hint = Write down what the client said. The client can read this.
add-question-missing = Write down the question.
add-agreement = How did the client say yes?
add-agreement-hint = Needed for voluntary help only.
add-go = Pass on
add-done = The question has been passed on to the coordinator.
dossier-add-question = New question for another part

close-title = Close { $part }
close-lead = You can still read this part until { $until }, but no longer write in it. A new question opens it again.
close-reason = Why does the help stop?
close-reason-missing = Choose why the help stops.
close-result = How did it end?
close-result-hint = Write it together when you can. The client can read this.
close-result-missing = Write down how it ended.
close-open = This is still open
close-open-tasks = These tasks lapse when you close. Pass them on first when somebody still has to do them.
close-open-drafts = { $count ->
    [one] You still have 1 draft about this client. Finish it first, or throw it away.
   *[other] You still have { $count } drafts about this client. Finish them first, or throw them away.
}
close-last-contact = The last contact with the client was on { $day }.
close-go = Close
close-done = The part is closed.
close-involvement-ends = The help for this part has stopped.
dossier-close = Close
dossier-closed = Closed
close-contact = When was the last contact with the client?
close-contact-hint = We do not know that yet. Was there no contact after the intake? Then fill in the day of the intake.
close-contact-missing = Fill in the day of the last contact.
close-contact-wrong = That day is not possible. Choose a day between the intake and today.

reopen-title = Open { $part } again
reopen-lead = Do this when the part was closed too soon. Whoever belonged to it goes on. Tasks that lapsed do not come back. Does the client have a new question? Then pass that on.
reopen-reason = Why is it opened again?
reopen-reason-hint = The client can read this.
reopen-reason-missing = Write down why it is opened again.
reopen-go = Open again
reopen-done = The part is open again.
reopen-said = This part is open again.
dossier-reopen = Open again
closing-goal-reached = The goal has been reached
closing-client-stops = The client goes on without us
closing-other-help = Somebody else helps now
closing-moved = The client moved away
closing-no-contact = There is no contact any more
closing-died = The client died
