# When something goes wrong.

problem-not-found = This page does not exist
problem-not-found-advice = Perhaps the address is wrong. Start again at the beginning.
problem-unreadable = We did not understand this
problem-unreadable-advice = Go back and try again.
problem-page-too-old = The page was too old
problem-page-too-old-advice = Go back, reload the page and send it once more.
problem-too-large = This is too much text
problem-too-large-advice = Go back and make it shorter. Nothing has been saved.
problem-too-often = Too often
problem-too-often-advice = Try again in { $minutes } minutes. Or call us.
problem-broken = Something went wrong
problem-outage = The system is not working for a moment
problem-outage-advice = Try again in a few minutes. Does it go on? Call us.
problem-again-lead = What you sent may not have been saved yet. Keep this page open. Send it once more in a while.
problem-again-written = This is what you wrote
problem-again-send = Send once more
problem-danger = Is there danger? Call 112 or Veilig Thuis 0800-2000.
problem-request-id = Mention this number when you call: { $id }

# Faults in one field; the keys are the names of the rules that found them.
fault-empty = Fill in this field.
fault-too-long = This text is too long.
fault-not-one-line = Put this on one line.
fault-forbidden-character = It holds a character that we cannot keep.
fault-missing = Fill in this part of the date.
fault-not-a-number = Write the date with digits, such as 9 3 1968.
fault-not-four-digits = Write the year with four digits.
fault-out-of-range = This day or month does not exist.
fault-no-such-day = This month does not have this day.
fault-too-early = This date is too long ago.
fault-in-future = This date has not come yet.
fault-not-digits = A BSN has digits only.
fault-not-nine-digits = A BSN has 9 digits. Begin with a 0 if needed.
fault-fails-eleven-test = This is not a valid BSN. Look for a typing error.
fault-ends-before-it-starts = The end lies before the beginning.
fault-unknown-choice = Choose something from the list.
gap-no-way-to-reach = Fill in a telephone number, e-mail address or address.
gap-not-asked = We may not ask this here.
refused-no-domain = Choose what the question is about.
refused-role-not-for-function = With your function you do not go on with this yourself. Leave it to the coordinator.
refused-function-takes-nobody-in = With your function you make no dossiers.
refused-domain-not-for-controller = This organisation does not help with this part.
refused-domain-not-for-function = Your function does not work with this part.
refused-bsn-not-allowed = We may not write down the BSN here.
refused-notice-missing = First explain what we write down.
refused-agreement-missing = Ask whether the client agrees to this help.
