# One visit to several members of a family.

visit-title = Family visit
visit-link = Were you with several people at once? Write a family visit.
visit-lead = Choose for whom you write. Each dossier gets a note of its own.
visit-search = Search by name
visit-search-go = Search
visit-search-nobody = Nobody with this name in your dossiers.
visit-who = Whom did you visit?
visit-more = There are more dossiers. Search by name.
visit-go-on = Go on
visit-too-few = Choose at least two people.
visit-too-many = Choose no more than eight people.
visit-write-lead = Everybody gets a note of their own in their own dossier. It does not say that there is another note.
visit-shared = What holds for everybody
visit-shared-hint = This goes into each note. Mention no names here.
visit-named = There is a name in this part: { $names }. Each note gets this part. So the others read that name too.
visit-names-fit = Everybody may read this
visit-names-fit-missing = Take the name away, or tick that everybody may read this.
visit-own = Only for this dossier
visit-nothing = Write something for this person, or under what holds for everybody.
visit-there = Was this person there themselves?
visit-there-yes = Yes
visit-there-no = No
visit-there-missing = Choose whether this person was there themselves.
visit-save = Save all notes
visit-saved = { $count ->
    [one] One note has been saved.
   *[other] { $count } notes have been saved.
}
visit-gone = This is no longer possible for one or more people. Nothing has been saved yet. See below who it is.
visit-gone-about = You can no longer write in this dossier. If you save now, this text does not go along. Talk to your coordinator.
visit-gone-text = Your text
visit-number-gone = Number { $number } of this visit
visit-nobody-left = There is nobody left to write for.
