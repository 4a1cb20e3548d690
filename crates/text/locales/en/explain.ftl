# "Who can see this dossier?": what the data protection officer asks about the rules (ACC-14).

explain-title = Who can see this dossier?
explain-lead = Here you ask who can see a dossier now, and why. You do not see the content.
explain-recorded = Your question is put in the log. The client sees that you looked who can see the dossier.
explain-number = Number of the dossier
explain-number-hint = Digits only. The number stands in letters and above the dossier.
explain-number-missing = Fill in the number of the dossier. Use digits only.
explain-no-dossier = There is no dossier with this number about which you can ask this.
explain-ground = Why do you ask?
explain-ground-missing = Choose why you ask.
explain-suppose = What changes if…
explain-suppose-lead = You need not fill this in. Nothing is changed.
explain-worker = Worker
explain-worker-missing = Choose which worker it is about.
explain-as-it-is = Nobody, as it is now
explain-change = What changes?
explain-change-missing = Choose what changes.
explain-domain = Under which law
explain-domain-missing = Choose under which law.
explain-function = Other function
explain-function-missing = Choose the other function.
explain-go = Ask
explain-again = Another question
explain-dossier = Dossier { $number }, { $team }
explain-count = { $all ->
    [0] No worker has anything to do with this dossier.
    [one] 1 worker has something to do with this dossier.
   *[other] { $all } workers have something to do with this dossier.
  } { $seeing ->
    [0] Nobody can see the content.
    [one] 1 of them can see content.
   *[other] { $seeing } of them can see content.
  }
explain-sees = sees the content.
explain-sees-not = does not see the content.
explain-knows = Does see that the dossier is there and who is involved.
explain-no-rule = No rule allows this.
explain-fact-involved = involved
explain-fact-coordinates = coordinates the team
explain-fact-conflict = declared that they may not help
explain-fact-excluded = not wanted by the client
explain-fact-emergency = emergency access, open now
explain-fact-not-ready = lacks pledge, training or account
explain-if = If this changes for { $name }: { $change }
explain-gained = May do then
explain-lost = May not do any more then
explain-no-change = Then nothing changes.
explain-not-ready = This worker now lacks a pledge, training or account. As long as that is so, they may do nothing.
explain-nothing-written = This is worked out. Nothing was changed.
nav-explain = Who sees what

investigation-complaint = There is a complaint
investigation-client-asked = The client asks
investigation-check = A check of the rules

supposed-involved = becomes involved
supposed-not-involved = is involved no longer
supposed-function = gets another function
supposed-conflict = declares that they may not help this client
supposed-no-conflict = may help this client again
supposed-excluded = the client does not want this worker
supposed-not-excluded = the client wants this worker again
supposed-coordinator-absent = the coordinator is away
supposed-coordinator-back = the coordinator is back
supposed-emergency = opens the dossier in an emergency
supposed-no-emergency = the emergency access ends
