# The confidentiality pledge and what staff need before they see a dossier.

pledge-title = I keep secret what I know
pledge-name = Name
pledge-function = Function
pledge-team = Team
pledge-1 = I tell nobody what I know about clients. Not at home either. Not even when I no longer work here.
pledge-2 = I look only in dossiers of people I help.
pledge-3 = Is a colleague away and can it not wait? Then I use emergency access and write down why.
pledge-4 = I share only what is needed, with consent. Or because the law or safety asks for it. I write that down.
pledge-5 = I do not write down more than needed. The client can read everything.
pledge-6 = I keep nothing about clients on my phone, laptop or at home.
pledge-7 = My password and card are mine alone.
pledge-8 = Do I know a client privately? Then I say so. A colleague takes over.
pledge-9 = Do I see a mistake or a data breach? Then I report it at once. Also when it is my own mistake.
pledge-10 = I know that the system writes down what I open.
pledge-otherwise = Do I not keep to this? Then it can have consequences for my work.
pledge-read = I have read and understood this. { $day }.
pledge-promise = I promise this
pledge-signed-on = You promised this on { $day }.
pledge-go-on = Go on
pledge-every-year = You see this statement every year. Without it you have no access to dossiers.
pledge-version = Version { $version }.

not-ready-title = You cannot open dossiers yet
not-ready-lead = Something must be arranged first.
not-ready-pledge = You have not yet promised to keep silent
not-ready-pledge-how = Read the statement. Then you can go on.
not-ready-pledge-read = Read the statement
not-ready-training = You have not done the privacy training
not-ready-training-expired = Your privacy training expired on { $day }
not-ready-training-how = Do the training. Your coordinator then enters it.
not-ready-post = Your account is not active
not-ready-post-how = Perhaps your post has not begun or has ended.
not-ready-call = Who can help?
