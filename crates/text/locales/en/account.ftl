# One's own way of signing in.

account-title = Signing in and security
account-untold = Something changed about the way you sign in.
account-untold-look = See what changed
account-means = How you sign in
account-password = Password
account-password-change = Change your password
account-app = Code from an app
account-app-has = You use an app on your phone.
account-app-none = You do not use an app.
account-app-change = Use another app or phone
account-app-add = Use an app
account-list = List of codes
account-list-none = You have no list. You can have one printed at our desk.
account-list-left = { $count ->
    [one] One code is left.
   *[other] { $count } codes are left.
  }
account-list-few = Get a new list at our desk in time.
account-recovery = Recovery codes
account-recovery-about = With these you sign in when you lost your phone or list.
account-recovery-left = { $count ->
    [0] You have no recovery codes.
    [one] One recovery code is left.
   *[other] { $count } recovery codes are left.
  }
account-recovery-renew = Make recovery codes
account-sessions = Where are you signed in?
account-sessions-lead = Is there something you do not know? Sign it out and change your password.
account-device = { $browser } on { $system }
account-this = This device, now
account-session-began = Signed in on { $when }
account-session-seen = Last used on { $when }
account-session-end = Sign this out
account-session-none = You are signed in only here.
account-sessions-end = Sign out everywhere but here
account-session-ended = You are signed out there now.
account-changes = What changed
account-changes-none = Nothing changed yet.
account-changes-not-you = Was this not you? Then call us at once.
account-password-title = Another password
account-password-hint = At least 12 characters. A short sentence is easy to remember.
account-password-new = New password
account-password-again = The same once more
account-password-others = You will be signed out on other devices.
account-password-short = Take at least 12 characters.
account-password-long = Take at most 200 characters.
account-password-easy = This password is too easy to guess. Take a sentence that only you know.
account-password-differs = This is not the same as above.
account-save = Save
account-changed = That was changed.
account-app-title = Codes from an app
account-app-step-1 = Open an app for sign-in codes on your phone. Choose: add.
account-app-step-2 = Scan this picture. Or copy the letters below it.
account-app-step-3 = Enter the code that the app shows now.
account-app-picture = Picture for the camera of the app
account-app-secret = Letters to copy
account-app-code = 6-digit code from the app
account-app-wrong = This code is not right. Scan the picture and enter the code that the app shows now.
account-app-others = The old app will stop working. You will be signed out on other devices.
account-codes-title = Recovery codes
account-codes-lead = You get ten codes. With each you can sign in once without phone or list.
account-codes-void = Old recovery codes will stop working.
account-codes-make = Make ten codes
account-codes-once = You see these codes only once. Copy them or print them.
account-codes-keep = Keep them in a safe place. Not with your computer or phone.
account-codes-activated = It worked. Your passkey is in this device. Have you lost it? Then sign in with your password and one of these codes.
account-codes-ready = I have kept the codes
account-mail = Messages by e-mail
account-mail-title = Messages by e-mail
account-mail-about = We only e-mail you that there is something. Never about whom or what.
account-mail-inside = In Samendossier itself you always see everything, also without e-mail.
account-mail-address = Your e-mail address at work
account-mail-hint = Empty this if you do not want e-mail.
account-mail-wrong = Write an e-mail address such as name@gemeente.nl.
account-mail-none = You get no e-mail. You see in Samendossier what there is.
account-mail-no-way = No e-mails are being sent now. The administrator can switch that on.
account-mail-fails = The last message may not have arrived. Is this address right?
account-mail-change = Change the address or stop the e-mail
account-mail-add = Give an e-mail address
account-back = Back to signing in and security

passkey-name = Passkey
passkey-about = With a passkey you sign in with your finger, face or PIN. Without password and without code.
passkey-own-device = Do this only on a device that is yours alone.
passkey-add = Add a passkey
passkey-make = Make a passkey
passkey-made = Made on { $when }.
passkey-again = Go on with a passkey
passkey-only-way = This is your only way to sign in now. First add an app or a list.
passkey-remove = Take this passkey away
passkey-sign-in = Sign in with a passkey
passkey-failed = That did not work. Try again, or sign in another way.
passkey-wrong = This passkey is not right. Try again.
passkey-without-script = This browser cannot make passkeys. Signing in with an app or a list keeps working.
