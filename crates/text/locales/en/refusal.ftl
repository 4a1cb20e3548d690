# Saying no, with the way on.

not-involved-title = You cannot open this dossier
not-involved-why = You are not involved with a dossier at this address. Perhaps it does not exist.
not-involved-what-now = What can you do?
not-involved-call = Do you think you should be involved? Call your coordinator:
not-involved-emergency = Can it not wait?
not-involved-emergency-text = Then there is emergency access. You give a reason and it ends by itself.
not-involved-emergency-seen = Emergency access is never secret. The client sees it and the coordinator checks it.
not-yours-title = This page is not yours or does not exist.
not-yours-what-now = Go back to your overview. Or call us if something is missing.
not-yours-home = To my overview
refused-title = This is not possible now
coordinator-of-duty = Coordinator on duty
