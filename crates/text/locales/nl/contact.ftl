# Questions of people who stay anonymous.

contact-title = Vraag zonder naam
contact-lead = Voor een vraag waar geen dossier voor nodig is. Schrijf niet op wie het was.
contact-kind = Hoe kwam de vraag binnen?
contact-kind-walk-in = Aan de balie
contact-kind-phone = Telefoon
contact-kind-message = Bericht
contact-kind-outside = Op straat of in de wijk
contact-kind-missing = Kies hoe de vraag binnenkwam.
contact-topic = Waar ging het over?
contact-topic-missing = Kies waar het over ging.
topic-money = Geld en schulden
topic-housing = Wonen
topic-work = Werk en leren
topic-care = Gezondheid en zorg
topic-children = Kinderen en opvoeden
topic-relations = Familie en relaties
topic-company = Mensen ontmoeten
topic-papers = Brieven en formulieren
topic-safety = Veiligheid
topic-other = Iets anders
contact-done = Wat deed je?
contact-done-answered = Antwoord gegeven
contact-done-helped = Meteen geholpen
contact-done-referred = Verwezen
contact-done-comes-back = Komt terug
contact-done-intake = Wordt een nieuwe vraag
contact-done-missing = Kies wat je deed.
contact-day = Welke dag was het?
contact-day-to-come = Deze dag moet nog komen.
contact-day-too-long-ago = Dit is te lang geleden. Kies een dag van de laatste drie maanden.
contact-text = In een paar woorden
contact-text-hint = Geen naam, BSN, adres of telefoonnummer.
contact-holds-bsn = Hier staat een BSN in. Haal het weg: zonder dossier mag dat niet.
contact-may-tell-who = Misschien is iemand te herkennen. Kijk naar: { $signs }. Haal het weg, of kies hieronder dat het kan.
contact-looked = Ik heb gekeken. Niemand is hieraan te herkennen.
sign-bsn = een BSN
sign-name = een naam
sign-address = een adres
sign-phone = een telefoonnummer
sign-email = een e-mailadres
sign-birth-date = een geboortedatum
contact-go = Bewaar
contact-kept = De vraag is bewaard, zonder naam.
contact-noted = { $count ->
    [0] Dit jaar zijn er nog geen vragen opgeschreven.
    [one] Dit jaar is er 1 vraag opgeschreven.
   *[other] Dit jaar zijn er { $count } vragen opgeschreven.
}
contact-to-list = Bekijk de vragen van je team
contact-wants-help = Wil iemand hulp met een dossier? Vraag dan eerst of dat goed is.
contact-to-intake = Begin bij Nieuwe vraag
contacts-title = Vragen zonder naam
contacts-lead = Iedereen in je team kan dit lezen. De tekst gaat na drie maanden weg. De telling blijft tot het einde van volgend jaar.
contacts-empty = Je team schreef nog geen vragen op.
contacts-page-empty = Op deze bladzijde staat niets.
contacts-counts = Hoe vaak?
contact-all = Alles bij elkaar
contacts-list = De vragen
contact-remove = Haal weg
contact-remove-about = Is er iemand te herkennen? Of klopt het niet? Weghalen kan niet terug.
contact-remove-go = Haal dit weg
contact-removed = De vraag is weg.
