# E-mail that says that there is something, never what (PST-05).

mail-subject = Er staat een bericht klaar
mail-ready = Er staat een bericht klaar in Samendossier.
mail-look = Log in om het te lezen: { $address }
mail-look-nowhere = Log in om het te lezen.
mail-neutral = In deze e-mail staat met opzet niet waar het over gaat.
mail-careful = Stuur zelf ook geen gegevens van klanten per e-mail.
mail-off = Wil je deze e-mails niet? Zet ze uit bij Inloggen en veiligheid.
