# Tasks: what is to be done about a client.

tasks-title = Taken
tasks-views = Welke taken
tasks-mine = Mijn taken
tasks-team = Nog van niemand ({ $count })
tasks-by-urgency = Hoe snel
tasks-all = Alles
tasks-group = { $urgency } ({ $count })
tasks-none = Je hebt nu geen taken.
tasks-none-team = Er zijn geen taken om op te pakken.
tasks-count = { $count ->
    [one] Dit is 1 taak voor jou.
   *[other] Dit zijn { $count } taken voor jou.
}
tasks-team-count = { $count ->
    [one] 1 taak is nog van niemand. Je bent betrokken, dus jij kunt hem oppakken.
   *[other] { $count } taken zijn nog van niemand. Je bent betrokken, dus jij kunt ze oppakken.
}
tasks-open = Nog te doen
tasks-none-here = Er is hier nu niets te doen.
tasks-done-lately = Klaar in de laatste 30 dagen ({ $count })
tasks-back = Alle taken van dit dossier

task-title = Taak
task-new = Nieuwe taak
task-client-reads = De klant leest mee wat je nog gaat doen.
task-what = Wat moet er gebeuren?
task-what-hint = In één zin.
task-what-missing = Schrijf op wat er moet gebeuren.
task-due = Uiterlijk op
task-due-new = Nieuwe datum
task-due-missing = Kies een datum.
task-due-passed = Kies een dag die nog komt.
task-owner = Wie doet het?
task-owner-me = Ik
task-owner-team = Wie betrokken is en tijd heeft
task-owner-missing = Kies wie het doet.
task-owner-not-possible = Deze medewerker kan deze taak niet doen. Kies iemand anders.
task-part = Onderdeel
task-part-missing = Kies bij welk onderdeel dit hoort.
task-later = De klant leest dit later
task-visible = Voor de klant
task-visible-from = Vanaf welke dag?
task-visible-from-missing = Kies vanaf welke dag de klant dit leest.
task-visible-from-wrong = Kies een dag na vandaag, binnen 90 dagen.
task-ground = Waarom later?
task-ground-missing = Kies waarom de klant dit later leest.
task-client-reads-now = De klant leest dit.
task-client-reads-from = De klant leest dit vanaf { $day }.
task-keep = Bewaar
task-done = Klaar
task-done-now = Gedaan.
task-done-on = Klaar op { $day }, door { $by }
task-undo = Ongedaan maken
task-pick-up = Oppakken
task-postpone = Verzetten
task-postpone-title = Taak verzetten
task-reason = Waarom later?
task-reason-hint = Eén zin. Dit blijft bij de taak staan.
task-reason-missing = Schrijf op waarom het later wordt.
task-pass-on = Doorgeven
task-pass-on-title = Taak doorgeven
task-pass-on-to = Aan wie?
task-history = Wat er met deze taak gebeurde
task-was-first = Iemand was je voor.
task-by = Uiterlijk op { $day }
task-of-team = nog van niemand
task-stands-in = je vervangt { $name }
task-explain = Leg uit waarom je het dossier van klant { $number } in nood opende
task-silent = Geen contact met de klant sinds { $day }
task-readable = { $kind }: de klant kan dit dan lezen
task-notice = Geef de uitleg over privacy
task-draft = Maak je concept af, of gooi het weg
task-step-made = { $by } schreef de taak op
task-step-picked-up = { $by } pakte de taak op
task-step-passed-on = { $by } gaf de taak door aan { $owner }
task-step-to-team = { $by } gaf de taak aan wie betrokken is
task-step-postponed = { $by } verzette de taak naar { $day }
task-step-done = { $by } deed de taak
task-step-undone = { $by } maakte dit ongedaan
task-step-dropped = { $by } sloot het onderdeel af. De taak vervalt.

urgency-late = Te laat
urgency-today = Vandaag
urgency-week = Deze week
urgency-later = Later
urgency-undated = Zonder datum

origin-written = taak
origin-explanation = uitleg gevraagd
origin-silent = lang geen contact
origin-readable = zichtbaar voor de klant
origin-notice = privacy
origin-draft = concept verloopt

plan-due-step = Een afspraak uit het plan
plan-due-evaluation = Kijk samen terug op het plan
people-due-authority-recheck = Kijk opnieuw of het gezag nog klopt
people-due-capacity-ends = Een beoordeling over zelf beslissen loopt af
people-due-safety-recheck = Kijk opnieuw of het gevaar er nog is
people-due-inform = Vertel iemand dat wij iets over die persoon bewaren
people-due-turns-12 = De klant wordt 12
people-due-turns-16 = De klant wordt 16 en beslist dan zelf
people-due-turns-18 = De klant wordt 18
origin-plan = plan
origin-people = mensen en gezag
