# Labels of codes.

domain-wmo = Social support (Wmo)
domain-wmo-about = Help to live at home and take part.
domain-youth-access = Access to youth care (toegang)
domain-youth-access-about = Talking about help for a child or family, and finding it.
domain-youth-care = Youth care (jeugdhulp)
domain-youth-care-about = Help that we give to a child or family ourselves.
domain-participation = Work and income (Participatiewet)
domain-participation-about = Benefit and help with finding work.
domain-debt-counselling = Debt counselling (schuldhulp)
domain-debt-counselling-about = Help with debts by the municipality.
domain-voluntary = Voluntary support (vrijwillige hulp)
domain-voluntary-about = Advice and support. The client chooses.

kind-phone = Telephone call
kind-visit = Home visit
kind-conversation = Conversation
kind-consultation = Consultation
kind-message = Message
kind-other = Something else
kind-emergency = Emergency access

source-client = the client
source-representative = a representative
source-own-observation = seen or heard myself
source-third-party = somebody else
source-other-system = another system

category-general = General
category-household = Family and household
category-plan = Plan and agreements
category-health = Health
category-finance = Money and debts
category-education = School
category-safety = Safety
category-criminal = Criminal offences

ground-danger-to-client = Danger to the client
ground-danger-to-other = Danger to somebody else
ground-danger-to-worker = Danger to a worker
ground-investigation-veilig-thuis = Investigation by Veilig Thuis
ground-criminal-investigation = Police investigation
ground-told-in-person-first = We tell it in person first

function-worker = neighbourhood team worker
function-youth-worker = youth and family worker
function-debt-counsellor = debt counsellor
function-intake = intake officer
function-coordinator = coordinator
function-deputy = deputy coordinator
function-decision-officer = decision officer
function-functional-admin = functional administrator
function-data-protection-officer = data protection officer

role-emergency = emergency access
role-lead = lead worker
role-support = second worker
role-replacement = replacement

controller-municipality = municipality
controller-youth-care-provider = youth care provider
controller-wmo-provider = Wmo provider
controller-welfare-foundation = welfare foundation
controller-other = organisation

safe-safe = Yes, safe
safe-unsafe = No, not safe
safe-unknown = Not asked yet

field-surname = Surname
field-given-name = Given name
field-birth-date = Date of birth
field-bsn = Citizen service number (BSN)
field-phone = Telephone
field-email = E-mail
field-address = Address
field-salutation = Form of address
field-secret-address = Secret address
field-contact-phone = Calling
field-contact-mail = Sending e-mail
field-contact-post = Sending post
field-contact-note = Agreements about contact
field-language = Language of talks
field-interpreter = Interpreter
field-letter-language = Language of letters
field-safe-contact = Safe contact
field-question = Question

why-know-who = So that we know for certain whom it is about.
why-age = Age determines who may decide.
why-legal-duty = The law says that we use this number here.
why-reach = So that we can call, write or make an appointment.
why-salutation = So that the salutation is right.
why-understand = So that we understand each other.
why-safety = A message may put nobody in danger.
why-help = So that we know what is asked of us.

action-read-dossier = looked at the dossier
action-read-entry = read a note
action-write-entry = wrote a note
action-correct-entry = corrected a note
action-reveal-bsn = saw the BSN
action-read-involvements = looked who is involved
action-read-assignable = looked to whom the question can be assigned
action-assign-involvement = assigned a worker
action-end-involvement = ended an involvement
action-check-existence = searched whether somebody is known
action-create-dossier = made the dossier
action-list-caseload = looked at the own list of dossiers
action-list-queue = looked at the questions that wait
action-read-own-home = looked at the own overview
action-read-own-dossier = read the own dossier
action-read-own-access = looked who looked

browser-edge = Edge
browser-firefox = Firefox
browser-chrome = Chrome
browser-safari = Safari
browser-samsung = Samsung Internet
browser-opera = Opera
browser-other = Unknown browser

system-iphone = iPhone
system-ipad = iPad
system-android = Android
system-windows = Windows
system-chromebook = Chromebook
system-mac = Mac
system-linux = Linux
system-other = unknown device

security-password-changed = The password was changed.
security-app-changed = The app for codes was changed.
security-recovery-renewed = New recovery codes were made.
security-list-renewed = A new list of codes was printed.
security-activation-issued = A new code to sign in was given at the desk.
security-activated = A password was chosen with a code from the desk.

document-passport = Passport
document-identity-card = Identity card
document-driving-licence = Driving licence
document-residence-document = Residence document

action-activate-resident = gave a code to sign in
action-list-accounts = looked at the accounts of staff
action-explain-access = looked who can see the dossier
action-activate-staff = gave a member of staff a code to sign in
action-open-emergency = opened the file in an emergency
action-approve-emergency = approved that somebody opens the file in an emergency
action-end-emergency = ended the emergency access
action-list-emergencies = looked at who uses emergency access
security-passkey-added = A passkey was added.
security-passkey-removed = A passkey was taken away.
