# Questions of people who stay anonymous.

contact-title = Question without a name
contact-lead = For a question that needs no dossier. Do not write down who it was.
contact-kind = How did the question come in?
contact-kind-walk-in = At the desk
contact-kind-phone = Telephone
contact-kind-message = Message
contact-kind-outside = In the street or the neighbourhood
contact-kind-missing = Choose how the question came in.
contact-topic = What was it about?
contact-topic-missing = Choose what it was about.
topic-money = Money and debts
topic-housing = Housing
topic-work = Work and learning
topic-care = Health and care
topic-children = Children and parenting
topic-relations = Family and relations
topic-company = Meeting people
topic-papers = Letters and forms
topic-safety = Safety
topic-other = Something else
contact-done = What did you do?
contact-done-answered = Answered
contact-done-helped = Helped at once
contact-done-referred = Referred
contact-done-comes-back = Comes back
contact-done-intake = Becomes a new question
contact-done-missing = Choose what you did.
contact-day = Which day was it?
contact-day-to-come = This day is still to come.
contact-day-too-long-ago = This is too long ago. Choose a day of the last three months.
contact-text = In a few words
contact-text-hint = No name, BSN, address or telephone number.
contact-holds-bsn = This holds a BSN. Take it out: without a dossier that may not be.
contact-may-tell-who = Perhaps somebody can be recognised. Look at: { $signs }. Take it out, or choose below that it is all right.
contact-looked = I looked. Nobody can be recognised by this.
sign-bsn = a BSN
sign-name = a name
sign-address = an address
sign-phone = a telephone number
sign-email = an e-mail address
sign-birth-date = a date of birth
contact-go = Save
contact-kept = The question has been saved, without a name.
contact-noted = { $count ->
    [0] No questions have been written down this year.
    [one] 1 question has been written down this year.
   *[other] { $count } questions have been written down this year.
}
contact-to-list = See the questions of your team
contact-wants-help = Does somebody want help with a dossier? First ask whether that is all right.
contact-to-intake = Begin at New question
contacts-title = Questions without a name
contacts-lead = Everybody in your team can read this. The text goes after three months. The count stays until the end of next year.
contacts-empty = Your team wrote down no questions yet.
contacts-page-empty = There is nothing on this page.
contacts-counts = How often?
contact-all = All together
contacts-list = The questions
contact-remove = Take away
contact-remove-about = Can somebody be recognised? Or is it not right? Taking away cannot be undone.
contact-remove-go = Take this away
contact-removed = The question is gone.
