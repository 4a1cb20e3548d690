# E-mail that says that there is something, never what (PST-05).

mail-subject = A message is waiting
mail-ready = A message is waiting in Samendossier.
mail-look = Sign in to read it: { $address }
mail-look-nowhere = Sign in to read it.
mail-neutral = This e-mail does not say what it is about, on purpose.
mail-careful = Do not send details of clients by e-mail either.
mail-off = Do you not want these e-mails? Switch them off at Signing in and security.
