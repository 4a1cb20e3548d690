# Handing a dossier over to a colleague.

handover-title = Overdragen
handover-lead = Je collega ziet het dossier vanaf de dag die je kiest. De klant leest in het portaal wie helpt, en vanaf wanneer.
handover-worker = Aan wie?
handover-worker-missing = Kies een collega.
handover-worker-not-possible = Deze medewerker kan dit dossier niet overnemen. Kies iemand anders.
handover-worker-already = Deze medewerker is in die tijd al betrokken.
handover-length = Voor hoelang?
handover-length-for-good = Voorgoed. Mijn taken gaan mee en ik stop.
handover-length-for-a-time = Voor een tijd. Ik kom terug.
handover-from = Vanaf
handover-from-hint = Laat leeg voor meteen.
handover-until = Tot en met
handover-until-hint = Alleen als je terugkomt.
handover-until-missing = Kies de laatste dag.
handover-note = Wat moet je collega weten?
handover-note-hint = Wat loopt er, wat is afgesproken, wat komt er aan?
handover-note-missing = Schrijf op wat je collega moet weten.
handover-wish = Wat wil de klant dat je doorgeeft?
handover-wish-hint = In de woorden van de klant. Laat leeg als er niets is.
handover-told-how = Hoe weet de klant het?
handover-told-missing = Kies hoe de klant het weet.
handover-told-on = Op welke dag?
handover-told-on-missing = Kies de dag waarop je het vertelde. Dat kan ook vandaag zijn.
handover-tasks = Jouw taken hier
handover-go = Draag over
handover-done = Het dossier is overgedragen.
handover-earlier = Eerdere overdrachten
handover-from-to = Van { $from } naar { $to }: { $domain }
handover-since = Vanaf { $from }
handover-from-until = Van { $from } tot en met { $until }
handover-told = De klant weet het: { $how }, { $day }
handover-not-told = De klant heeft het nog niet gehoord.
handover-reason = Neemt de hulp over van { $name }.

told-how-conversation = in een gesprek
told-how-phone = aan de telefoon
told-how-letter = in een brief
told-how-not-yet = nog niet verteld

stand-in-title = Ik ben er een tijd niet
stand-in-lead = Een collega neemt al je dossiers over tot je terug bent. De klant leest in het portaal wie jou vervangt, en tot wanneer.
stand-in-none = Je hebt nu geen dossiers om over te dragen.
stand-in-count = { $count ->
    [one] Het gaat om 1 onderdeel van een dossier.
   *[other] Het gaat om { $count } onderdelen van dossiers.
}
stand-in-worker = Wie vervangt je?
stand-in-each = Voor een dossier iemand anders kiezen
stand-in-as-above = Dezelfde als hierboven
stand-in-nobody = Niemand
stand-in-note-hint = Dit komt bij elk dossier te staan. Schrijf niets op over één klant.
stand-in-go = Regel de vervanging
stand-in-changed = Er is iets veranderd in je dossiers. Kijk de lijst na en probeer het opnieuw.
stand-in-taken = { $count ->
    [0] Er is niets overgedragen.
    [one] Gelukt: 1 onderdeel is overgedragen.
   *[other] Gelukt: { $count } onderdelen zijn overgedragen.
}
stand-in-absent = Wij hebben ook opgeschreven dat je er dan niet bent.
stand-in-not-taken = Niet gelukt
stand-in-not-taken-next = Hier is nog geen vervanger. Kies iemand anders. Je coördinator ziet deze dossiers ook, met een nummer en zonder naam.
stand-in-already = De collega helpt hier al
stand-in-already-about = Hier is niets veranderd. Kijk na of die hulp lang genoeg duurt.
stand-in-back = Klaar
handover-reason-for-a-time = Vervangt { $name }.

leaving-title = Dossiers overdragen
leaving-lead = Je ziet nummers en geen namen. De klant leest in het portaal wie er komt.
leaving-none = Deze medewerker heeft geen dossiers meer in je team.
leaving-worker = Wie gaat verder?
leaving-from-hint = Laat leeg voor meteen. Tot die dag helpt de eerste medewerker nog.
leaving-reason-hint = De klant kan dit lezen. Bijvoorbeeld: je medewerker heeft een andere baan.
leaving-changed = Er is iets veranderd in deze dossiers. Kijk de lijst na en probeer het opnieuw.
leaving-not-taken-next = Hier is nog geen opvolger. Kies iemand anders.
