# When something goes wrong.

problem-not-found = Deze pagina is er niet
problem-not-found-advice = Misschien klopt het adres niet. Begin opnieuw bij het begin.
problem-unreadable = Wij begrepen dit niet
problem-unreadable-advice = Ga terug en probeer het opnieuw.
problem-page-too-old = De pagina was te oud
problem-page-too-old-advice = Ga terug, laad de pagina opnieuw en verstuur nog een keer.
problem-too-large = Dit is te veel tekst
problem-too-large-advice = Ga terug en maak het korter. Bewaar uw tekst eerst ergens anders.
    .je = Ga terug en maak het korter. Er is niets bewaard.
problem-too-often = Te vaak achter elkaar
problem-too-often-advice = Probeer het over { $minutes } minuten opnieuw. Of bel ons.
problem-broken = Er ging iets mis
problem-outage = Het systeem doet het even niet
problem-outage-advice = Probeer het over een paar minuten opnieuw. Blijft het misgaan? Bel ons.
problem-danger = Is er gevaar? Bel 112 of Veilig Thuis 0800-2000.
problem-request-id = Noem dit nummer als u belt: { $id }
    .je = Noem dit nummer als je belt: { $id }

# Faults in one field; the keys are the names of the rules that found them.
fault-empty = Vul dit veld in.
fault-too-long = Deze tekst is te lang.
fault-not-one-line = Zet dit op één regel.
fault-forbidden-character = Er staat een teken in dat wij niet kunnen bewaren.
fault-missing = Vul dit deel van de datum in.
fault-not-a-number = Schrijf de datum met cijfers, zoals 9 3 1968.
fault-not-four-digits = Schrijf het jaar met vier cijfers.
fault-out-of-range = Deze dag of maand bestaat niet.
fault-no-such-day = Deze dag bestaat niet in die maand.
fault-too-early = Deze datum is te lang geleden.
fault-in-future = Deze datum is nog niet geweest.
fault-not-digits = Een BSN heeft alleen cijfers.
fault-not-nine-digits = Een BSN heeft 9 cijfers. Begin zo nodig met een 0.
fault-fails-eleven-test = Dit is geen goed BSN. Kijk of er een typefout in zit.
fault-ends-before-it-starts = De einddatum ligt vóór de begindatum.
fault-unknown-choice = Kies iets uit de lijst.
gap-no-way-to-reach = Vul een telefoonnummer, e-mailadres of adres in.
gap-not-asked = Dit gegeven mogen wij hier niet vragen.
refused-no-domain = Kies waar de vraag over gaat.
refused-role-not-for-function = Met jouw functie help je hier niet zelf verder. Laat het aan de coördinator over.
refused-function-takes-nobody-in = Met jouw functie maak je geen dossiers.
refused-domain-not-for-controller = Deze organisatie helpt niet met dit onderdeel.
refused-domain-not-for-function = Jouw functie werkt niet met dit onderdeel.
refused-bsn-not-allowed = Het BSN mogen wij hier niet opschrijven.
refused-notice-missing = Leg eerst uit wat wij opschrijven.
refused-agreement-missing = Vraag of de klant deze hulp goed vindt.
