# Labels of codes.

domain-wmo = Wmo
domain-wmo-about = Hulp om thuis te wonen en mee te doen.
domain-youth-access = Toegang tot jeugdhulp
domain-youth-access-about = Praten over hulp voor een kind of gezin, en hulp vinden.
domain-youth-care = Jeugdhulp
domain-youth-care-about = Hulp die wij zelf aan een kind of gezin geven.
domain-participation = Werk en inkomen
domain-participation-about = Uitkering en hulp bij werk vinden.
domain-debt-counselling = Schuldhulp
domain-debt-counselling-about = Hulp bij schulden van de gemeente.
domain-voluntary = Vrijwillige hulp
domain-voluntary-about = Advies en steun. De klant kiest zelf.

kind-phone = Telefoongesprek
kind-visit = Huisbezoek
kind-conversation = Gesprek
kind-consultation = Overleg
kind-message = Bericht
kind-other = Iets anders
kind-emergency = Noodtoegang

source-client = de klant zelf
source-representative = een vertegenwoordiger
source-own-observation = zelf gezien of gehoord
source-third-party = iemand anders
source-other-system = een ander systeem

category-general = Algemeen
category-household = Gezin en huishouden
category-plan = Plan en afspraken
category-health = Gezondheid
category-finance = Geld en schulden
category-education = School
category-safety = Veiligheid
category-criminal = Strafbare feiten

ground-danger-to-client = Gevaar voor de klant
ground-danger-to-other = Gevaar voor iemand anders
ground-danger-to-worker = Gevaar voor een medewerker
ground-investigation-veilig-thuis = Onderzoek van Veilig Thuis
ground-criminal-investigation = Onderzoek van de politie
ground-told-in-person-first = Eerst vertellen wij het persoonlijk

function-worker = buurtteammedewerker
function-youth-worker = jeugd- en gezinswerker
function-debt-counsellor = schuldhulpverlener
function-intake = medewerker aanmelding
function-coordinator = coördinator
function-deputy = vervangend coördinator
function-decision-officer = consulent
function-functional-admin = functioneel beheerder
function-data-protection-officer = Functionaris Gegevensbescherming

role-emergency = noodtoegang
role-lead = vaste medewerker
role-support = tweede medewerker
role-replacement = vervanger

controller-municipality = gemeente
controller-youth-care-provider = jeugdhulpaanbieder
controller-wmo-provider = Wmo-aanbieder
controller-welfare-foundation = welzijnsstichting
controller-other = organisatie

safe-safe = Ja, veilig
safe-unsafe = Nee, niet veilig
safe-unknown = Nog niet gevraagd

field-surname = Achternaam
field-given-name = Voornaam
field-birth-date = Geboortedatum
field-bsn = BSN
field-phone = Telefoon
field-email = E-mail
field-address = Adres
field-salutation = Aanspreken als
field-secret-address = Adres geheim
field-contact-phone = Bellen
field-contact-mail = E-mail sturen
field-contact-post = Post sturen
field-contact-note = Afspraken over contact
field-language = Taal bij gesprekken
field-interpreter = Tolk
field-letter-language = Taal van brieven
field-safe-contact = Veilig contact
field-question = Vraag

why-know-who = Zo weten wij zeker om wie het gaat.
why-age = De leeftijd bepaalt wie er mag beslissen.
why-legal-duty = De wet zegt dat wij dit nummer hier gebruiken.
why-reach = Zo kunnen wij bellen, schrijven of een afspraak maken.
why-salutation = Zo klopt de aanhef.
why-understand = Zo begrijpen wij elkaar goed.
why-safety = Een bericht mag niemand in gevaar brengen.
why-help = Zo weten wij wat er van ons gevraagd wordt.

action-read-dossier = bekeek het dossier
action-read-entry = las een notitie
action-write-entry = schreef een notitie
action-correct-entry = verbeterde een notitie
action-reveal-bsn = bekeek het BSN
action-read-involvements = keek wie betrokken is
action-read-assignable = keek aan wie de vraag kan worden toegewezen
action-assign-involvement = wees een medewerker toe
action-end-involvement = beëindigde een betrokkenheid
action-check-existence = zocht of iemand bekend is
action-create-dossier = maakte het dossier
action-list-caseload = bekeek de eigen lijst met dossiers
action-list-queue = bekeek de vragen die wachten
action-read-own-home = bekeek het eigen overzicht
action-read-own-dossier = las het eigen dossier
action-read-own-access = keek wie er gekeken heeft

browser-edge = Edge
browser-firefox = Firefox
browser-chrome = Chrome
browser-safari = Safari
browser-samsung = Samsung Internet
browser-opera = Opera
browser-other = Onbekende browser

system-iphone = iPhone
system-ipad = iPad
system-android = Android
system-windows = Windows
system-chromebook = Chromebook
system-mac = Mac
system-linux = Linux
system-other = onbekend apparaat

security-password-changed = Het wachtwoord is veranderd.
security-app-changed = De app voor codes is veranderd.
security-recovery-renewed = Er zijn nieuwe herstelcodes gemaakt.
security-list-renewed = Er is een nieuwe lijst met codes geprint.
security-activation-issued = Aan de balie is een nieuwe code gegeven om in te loggen.
security-activated = Er is een wachtwoord gekozen met een code van de balie.

document-passport = Paspoort
document-identity-card = Identiteitskaart
document-driving-licence = Rijbewijs
document-residence-document = Verblijfsdocument

action-activate-resident = gaf een code om in te loggen
action-list-accounts = bekeek de accounts van medewerkers
action-explain-access = keek wie bij het dossier kan
action-activate-staff = gaf een medewerker een code om in te loggen
action-open-emergency = opende het dossier in nood
action-approve-emergency = keurde goed dat iemand het dossier in nood opent
action-end-emergency = stopte de noodtoegang
action-list-emergencies = bekeek wie noodtoegang gebruikt
security-passkey-added = Er is een passkey bijgekomen.
security-passkey-removed = Er is een passkey weggehaald.
security-mail-changed = Het adres voor e-mail is veranderd.

# Deeds, as "wie heeft gekeken" and the log tell them.
action-change-details = veranderde gegevens van de klant
action-begin-intake = opende een nieuwe vraag
action-read-drafts = bekeek de eigen concepten
action-keep-draft = bewaarde een concept
action-discard-draft = gooide een concept weg
action-read-own-standing = bekeek de eigen opgaven
action-declare-conflict = gaf op iemand niet te mogen helpen
action-register-own-absence = gaf op afwezig te zijn
action-read-team = bekeek wie van het team er is
action-register-absence = gaf op dat een collega afwezig is
action-end-conflict = haalde weg wat een collega opgaf
action-add-question = voegde een vraag toe
action-close-part = sloot een onderdeel af
action-read-protection = keek of er extra bescherming is
action-protect-dossier = gaf extra bescherming
action-lift-protection = haalde extra bescherming weg
action-read-exclusions = keek welke medewerker de klant niet wil
action-exclude-worker = sloot een medewerker uit op verzoek van de klant
action-shield-entry = schermde een notitie af
action-read-own-entry = las een eigen notitie
action-ask-about-look = vroeg waarom er is gekeken
action-read-own-inquiry = las de eigen vraag over wie er keek
action-pursue-inquiry = maakte van een vraag een klacht of verzoek
action-list-inquiries = bekeek welke vragen over kijken wachten
action-read-inquiry = las de vraag waarom er is gekeken
action-answer-inquiry = beantwoordde de vraag waarom er is gekeken
action-note-contact = schreef een vraag zonder naam op
action-list-contacts = bekeek de vragen zonder naam
action-remove-contact = haalde een vraag zonder naam weg
action-address-owner = koos de aanspreekvorm
action-purge-drafts = ruimde oude concepten op
action-purge-contacts = ruimde oude vragen zonder naam op
action-choose-log = opende het logboek
action-read-client-log = bekeek wie er keek in dit dossier
action-read-worker-log = bekeek het logboek van een medewerker
action-read-team-log = bekeek het logboek van een team
action-sign-in = logde in
action-sign-out = logde uit
action-confirm-sign-in = logde opnieuw in
action-activate = koos een wachtwoord met een code van de balie
action-add-post = begon aan een functie
action-link-person = is gekoppeld aan een dossier
action-add-account = kreeg een account
action-close-account = account is gesloten
action-sign-pledge = tekende de belofte
action-change-password = veranderde het eigen wachtwoord
action-change-second-factor = veranderde de app voor codes
action-renew-codes = maakte nieuwe codes
action-add-passkey = voegde een passkey toe
action-remove-passkey = haalde een passkey weg
action-end-session = stopte een sessie
