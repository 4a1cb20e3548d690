# Signing in and out.

sign-in-title = Sign in
sign-in-name = User name
sign-in-password = Password
sign-in-next = Next
sign-in-code-follows = Next we ask for a code from your phone.
sign-in-name-missing = Fill in your user name.
sign-in-password-missing = Fill in your password.
sign-in-wrong = The name, password or code is not right. Try again.
sign-in-session-over = You have been signed out. Sign in to go on.
sign-in-typed-kept = You have been signed out. What you typed is kept. Sign in to go on.
code-title = Enter the code
code-label = 6-digit code
code-hint = The code is in the app on your phone. You may paste it.
code-lost = Lost your phone? Call us.
signed-out-title = You are signed out
signed-out-text = Is this not your own computer or phone? Then close this window too.
signed-out-quick = The history of this device remains. Clear it yourself if somebody else uses it.
signed-out-again = Sign in again
again-title = Sign in once more
again-why = This is a sensitive action. That is why we ask again.
again-go-on = Go on
too-many-tries-title = Too many tries
too-many-tries-wait = Try again in { $minutes } minutes. Or call us.
too-many-tries-why = This way nobody can guess your password.
