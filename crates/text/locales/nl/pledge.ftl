# The confidentiality pledge and what staff need before they see a dossier.

pledge-title = Ik houd geheim wat ik weet
pledge-name = Naam
pledge-function = Functie
pledge-team = Team
pledge-1 = Ik vertel niemand wat ik over klanten weet. Ook thuis niet. Ook niet als ik hier niet meer werk.
pledge-2 = Ik kijk alleen in dossiers van mensen die ik help.
pledge-3 = Is een collega er niet en kan het niet wachten? Dan gebruik ik noodtoegang en schrijf ik op waarom.
pledge-4 = Ik deel alleen wat nodig is, met toestemming. Of omdat de wet of de veiligheid dat vraagt. Dat schrijf ik op.
pledge-5 = Ik schrijf niet meer op dan nodig is. De klant kan alles lezen.
pledge-6 = Ik bewaar niets over klanten op mijn telefoon, laptop of thuis.
pledge-7 = Mijn wachtwoord en pas zijn alleen van mij.
pledge-8 = Ken ik een klant privé? Dan zeg ik dat. Een collega neemt het over.
pledge-9 = Zie ik een fout of een datalek? Dan meld ik dat meteen. Ook als het mijn eigen fout is.
pledge-10 = Ik weet dat het systeem opschrijft wat ik open.
pledge-otherwise = Houd ik mij hier niet aan? Dan kan dat gevolgen hebben voor mijn werk.
pledge-read = Ik heb dit gelezen en begrepen. { $day }.
pledge-promise = Ik beloof dit
pledge-signed-on = Je hebt dit beloofd op { $day }.
pledge-go-on = Ga verder
pledge-every-year = Je krijgt deze verklaring elk jaar te zien. Zonder verklaring heb je geen toegang tot dossiers.
pledge-version = Versie { $version }.

not-ready-title = Je kunt nog niet in dossiers
not-ready-lead = Er moet eerst iets geregeld worden.
not-ready-pledge = Je hebt nog niet beloofd om te zwijgen
not-ready-pledge-how = Lees de verklaring. Daarna kun je verder.
not-ready-pledge-read = Lees de verklaring
not-ready-training = Je hebt de privacytraining nog niet gedaan
not-ready-training-expired = Je privacytraining is verlopen sinds { $day }
not-ready-training-how = Doe de training. Je coördinator zet hem daarna in het systeem.
not-ready-post = Je account is niet actief
not-ready-post-how = Misschien is je dienst nog niet begonnen of al gestopt.
not-ready-call = Wie kan helpen?
