# Handing a dossier over to a colleague.

handover-title = Hand over
handover-lead = Your colleague sees the dossier from the day you choose. The client reads in the portal who helps, and from when.
handover-worker = To whom?
handover-worker-missing = Choose a colleague.
handover-worker-not-possible = This worker cannot take this dossier over. Choose somebody else.
handover-worker-already = This worker is involved in that time already.
handover-length = For how long?
handover-length-for-good = For good. My tasks go along and I stop.
handover-length-for-a-time = For a time. I come back.
handover-from = From
handover-from-hint = Leave empty for at once.
handover-until = Through
handover-until-hint = Only when you come back.
handover-until-missing = Choose the last day.
handover-note = What does your colleague need to know?
handover-note-hint = What is going on, what was agreed, what is coming?
handover-note-missing = Write down what your colleague needs to know.
handover-wish = What does the client want told?
handover-wish-hint = In the client's words. Leave empty when there is nothing.
handover-told-how = How does the client know?
handover-told-missing = Choose how the client knows.
handover-told-on = On which day?
handover-told-on-missing = Choose the day on which you told it. It may be today.
handover-tasks = Your tasks here
handover-go = Hand over
handover-done = The dossier was handed over.
handover-earlier = Earlier hand-overs
handover-from-to = From { $from } to { $to }: { $domain }
handover-since = From { $from }
handover-from-until = From { $from } through { $until }
handover-told = The client knows: { $how }, { $day }
handover-not-told = The client has not heard it yet.
handover-reason = Takes the help over from { $name }.

told-how-conversation = in a conversation
told-how-phone = by telephone
told-how-letter = in a letter
told-how-not-yet = not told yet

stand-in-title = I am away for a time
stand-in-lead = A colleague takes over all your dossiers until you are back. The client reads in the portal who stands in, and until when.
stand-in-none = You have no dossiers to hand over now.
stand-in-count = { $count ->
    [one] It is about 1 part of a dossier.
   *[other] It is about { $count } parts of dossiers.
}
stand-in-worker = Who stands in for you?
stand-in-each = Choose somebody else for a dossier
stand-in-as-above = The same as above
stand-in-nobody = Nobody
stand-in-note-hint = This is kept with each dossier. Write nothing about one client.
stand-in-go = Arrange it
stand-in-changed = Something changed in your dossiers. Look at the list and try again.
stand-in-taken = { $count ->
    [0] Nothing was handed over.
    [one] Done: 1 part was handed over.
   *[other] Done: { $count } parts were handed over.
}
stand-in-absent = We also wrote down that you are away then.
stand-in-not-taken = Not done
stand-in-not-taken-next = Nobody stands in here yet. Choose somebody else. Your coordinator sees these dossiers too, by number and without a name.
stand-in-already = The colleague helps here already
stand-in-already-about = Nothing was changed here. Check that this help lasts long enough.
stand-in-back = Ready
handover-reason-for-a-time = Stands in for { $name }.

leaving-title = Hand dossiers on
leaving-lead = You see numbers and no names. The client reads in the portal who comes.
leaving-none = This worker has no dossiers left in your team.
leaving-worker = Who goes on?
leaving-from-hint = Leave empty for at once. Until that day the first worker still helps.
leaving-reason-hint = The client can read this. For example: your worker has another job.
leaving-changed = Something changed in these dossiers. Look at the list and try again.
leaving-not-taken-next = Nobody goes on here yet. Choose somebody else.
