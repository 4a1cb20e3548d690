# One's own way of signing in.

account-title = Inloggen en veiligheid
account-untold = Er is iets veranderd aan uw manier van inloggen.
    .je = Er is iets veranderd aan je manier van inloggen.
account-untold-look = Bekijk wat er veranderd is
account-means = Zo logt u in
    .je = Zo log je in
account-password = Wachtwoord
account-password-change = Verander uw wachtwoord
    .je = Verander je wachtwoord
account-app = Code van een app
account-app-has = U gebruikt een app op uw telefoon.
    .je = Je gebruikt een app op je telefoon.
account-app-none = U gebruikt geen app.
    .je = Je gebruikt geen app.
account-app-change = Gebruik een andere app of telefoon
account-app-add = Gebruik een app
account-list = Lijst met codes
account-list-none = U hebt geen lijst. U kunt er een laten printen bij ons aan de balie.
    .je = Je hebt geen lijst. Je kunt er een laten printen bij ons aan de balie.
account-list-left = { $count ->
    [one] Er is nog één code over.
   *[other] Er zijn nog { $count } codes over.
  }
account-list-few = Haal op tijd een nieuwe lijst bij ons aan de balie.
account-recovery = Herstelcodes
account-recovery-about = Daarmee logt u in als u uw telefoon of lijst kwijt bent.
    .je = Daarmee log je in als je je telefoon of lijst kwijt bent.
account-recovery-left = { $count ->
    [0] U hebt geen herstelcodes.
    [one] Er is nog één herstelcode over.
   *[other] Er zijn nog { $count } herstelcodes over.
  }
    .je = { $count ->
    [0] Je hebt geen herstelcodes.
    [one] Er is nog één herstelcode over.
   *[other] Er zijn nog { $count } herstelcodes over.
  }
account-recovery-renew = Maak herstelcodes
account-sessions = Waar bent u ingelogd?
    .je = Waar ben je ingelogd?
account-sessions-lead = Herkent u iets niet? Log het dan uit en verander uw wachtwoord.
    .je = Herken je iets niet? Log het dan uit en verander je wachtwoord.
account-device = { $browser } op { $system }
account-this = Dit apparaat, nu
account-session-began = Ingelogd op { $when }
account-session-seen = Laatst gebruikt op { $when }
account-session-end = Log dit uit
account-session-none = U bent alleen hier ingelogd.
    .je = Je bent alleen hier ingelogd.
account-sessions-end = Log overal uit, behalve hier
account-session-ended = Daar bent u nu uitgelogd.
    .je = Daar ben je nu uitgelogd.
account-changes = Wat er veranderde
account-changes-none = Er is nog niets veranderd.
account-changes-not-you = Hebt u dit niet zelf gedaan? Bel ons dan meteen.
    .je = Heb je dit niet zelf gedaan? Bel ons dan meteen.
account-password-title = Een ander wachtwoord
account-password-hint = Minstens 12 tekens. Een korte zin is makkelijk te onthouden.
account-password-new = Nieuw wachtwoord
account-password-again = Nog een keer hetzelfde
account-password-others = Op andere apparaten wordt u uitgelogd.
    .je = Op andere apparaten word je uitgelogd.
account-password-short = Neem minstens 12 tekens.
account-password-long = Neem hoogstens 200 tekens.
account-password-easy = Dit wachtwoord is te makkelijk te raden. Neem een zin die alleen u kent.
    .je = Dit wachtwoord is te makkelijk te raden. Neem een zin die alleen jij kent.
account-password-differs = Dit is niet hetzelfde als hierboven.
account-save = Opslaan
account-changed = Dat is veranderd.
account-app-title = Codes met een app
account-app-step-1 = Open op uw telefoon een app voor inlogcodes. Kies daar: toevoegen.
    .je = Open op je telefoon een app voor inlogcodes. Kies daar: toevoegen.
account-app-step-2 = Scan dit plaatje. Of typ de letters eronder over.
account-app-step-3 = Typ de code die de app nu laat zien.
account-app-picture = Plaatje voor de camera van de app
account-app-secret = Letters om over te typen
account-app-code = Code van 6 cijfers uit de app
account-app-wrong = Deze code klopt niet. Scan het plaatje en typ de code die de app nu toont.
account-app-others = De oude app werkt daarna niet meer. Op andere apparaten wordt u uitgelogd.
    .je = De oude app werkt daarna niet meer. Op andere apparaten word je uitgelogd.
account-codes-title = Herstelcodes
account-codes-lead = U krijgt tien codes. Met elke code kunt u één keer inloggen zonder telefoon of lijst.
    .je = Je krijgt tien codes. Met elke code kun je één keer inloggen zonder telefoon of lijst.
account-codes-void = Oude herstelcodes werken daarna niet meer.
account-codes-make = Maak tien codes
account-codes-once = Deze codes ziet u maar één keer. Schrijf ze over of print ze.
    .je = Deze codes zie je maar één keer. Schrijf ze over of print ze.
account-codes-keep = Bewaar ze op een veilige plek. Niet bij uw computer of telefoon.
    .je = Bewaar ze op een veilige plek. Niet bij je computer of telefoon.
account-codes-ready = Ik heb de codes bewaard
account-codes-activated = Dat is gelukt. Uw passkey zit in dit apparaat. Bent u het kwijt? Dan logt u in met uw wachtwoord en een van deze codes.
    .je = Dat is gelukt. Je passkey zit in dit apparaat. Ben je het kwijt? Dan log je in met je wachtwoord en een van deze codes.
account-mail = Berichten per e-mail
account-mail-title = Berichten per e-mail
account-mail-about = We mailen je alleen dat er iets klaarstaat. Nooit over wie of waarover het gaat.
account-mail-inside = In Samendossier zelf zie je alles altijd, ook zonder e-mail.
account-mail-address = E-mailadres van je werk
account-mail-hint = Maak dit leeg als je geen e-mail wilt.
account-mail-wrong = Schrijf een e-mailadres zoals naam@gemeente.nl.
account-mail-none = Je krijgt geen e-mail. Wat er is, zie je in Samendossier.
account-mail-no-way = Er worden nu geen e-mails verstuurd. De beheerder kan dat aanzetten.
account-mail-fails = Het laatste bericht kwam misschien niet aan. Klopt dit adres?
account-mail-change = Verander het adres of stop de e-mail
account-mail-add = Geef een e-mailadres
account-back = Terug naar inloggen en veiligheid

passkey-name = Passkey
passkey-about = Met een passkey logt u in met uw vinger, gezicht of pincode. Zonder wachtwoord en zonder code.
    .je = Met een passkey log je in met je vinger, gezicht of pincode. Zonder wachtwoord en zonder code.
passkey-own-device = Doe dit alleen op een apparaat dat van u alleen is.
    .je = Doe dit alleen op een apparaat dat van jou alleen is.
passkey-add = Voeg een passkey toe
passkey-make = Maak een passkey
passkey-made = Gemaakt op { $when }.
passkey-remove = Haal deze passkey weg
passkey-sign-in = Inloggen met een passkey
passkey-again = Ga verder met een passkey
passkey-only-way = Dit is nu uw enige manier om in te loggen. Neem er eerst een app of een lijst bij.
    .je = Dit is nu je enige manier om in te loggen. Neem er eerst een app of een lijst bij.
passkey-failed = Dat lukte niet. Probeer het opnieuw, of log op een andere manier in.
passkey-wrong = Deze passkey klopt niet. Probeer het opnieuw.
passkey-without-script = Deze browser kan geen passkeys maken. Inloggen met een app of een lijst blijft gewoon werken.
