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
security-mail-changed = The address for e-mail has changed.

# Deeds, as "wie heeft gekeken" and the log tell them.
action-change-details = changed what is known of the client
action-begin-intake = opened a new question
action-read-drafts = viewed own drafts
action-keep-draft = kept a draft
action-discard-draft = threw a draft away
action-read-own-standing = viewed own declarations
action-declare-conflict = declared a conflict of interest
action-register-own-absence = registered an own absence
action-read-team = viewed who of the team is there
action-register-absence = registered a colleague's absence
action-end-conflict = ended a colleague's conflict of interest
action-add-question = added a question
action-close-part = closed a part
action-read-protection = viewed whether there is extra protection
action-protect-dossier = gave extra protection
action-lift-protection = lifted extra protection
action-read-exclusions = viewed which workers the client does not want
action-exclude-worker = excluded a worker at the client's wish
action-shield-entry = shielded a note
action-read-own-entry = read an own note
action-ask-about-look = asked why somebody looked
action-read-own-inquiry = read the own question about a look
action-pursue-inquiry = made a complaint or request of a question
action-list-inquiries = viewed which questions about looks wait
action-read-inquiry = read the question why somebody looked
action-answer-inquiry = answered the question why somebody looked
action-note-contact = noted a question without a name
action-list-contacts = viewed the questions without a name
action-remove-contact = removed a question without a name
action-address-owner = chose the form of address
action-purge-drafts = cleared away old drafts
action-purge-contacts = cleared away old questions without a name
action-choose-log = opened the log
action-read-client-log = viewed who looked at this dossier
action-read-worker-log = viewed the log of a member of staff
action-read-team-log = viewed the log of a team
action-sign-in = signed in
action-sign-out = signed out
action-confirm-sign-in = signed in again
action-activate = chose a password with a code from the desk
action-add-post = began a post
action-link-person = was linked to a dossier
action-add-account = was given an account
action-close-account = account was closed
action-sign-pledge = signed the pledge
action-change-password = changed the own password
action-change-second-factor = changed the app for codes
action-renew-codes = made new codes
action-add-passkey = added a passkey
action-remove-passkey = removed a passkey
action-end-session = ended a session
