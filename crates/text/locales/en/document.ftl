# Documents: files in a dossier.

tab-documents = Documents
documents-none = There are no documents in this dossier yet.
documents-back = All documents of this dossier
documents-add = Add documents
documents-add-lead = The client can read them at once, as notes.
documents-source = Who is it from?
documents-source-missing = Choose who it is from.
documents-category = What is it about?
documents-category-missing = Choose what it is about.
documents-dated = Date on the document
documents-dated-hint = Empty: today.
documents-dated-future = Choose a day that has been, or today.
documents-title = Title
documents-title-hint = Empty: the name of the file. With several files each keeps its own name.
documents-title-too-long = Make the title shorter: at most 150 characters.
documents-title-empty = Give the document a title.
documents-files = Files
documents-files-hint = Photo (jpg, png, webp), pdf, docx, odt or txt. At most 10 at once, each up to 25 MB.
documents-files-missing = Choose one or more files.
documents-files-again = Choose the files again. Your browser does not keep them.
documents-too-many = Choose at most { $count } files at once. The others were not added.
documents-no-name = Document without a name
documents-refused = { $file }: { $why }
documents-send = Add
documents-scanned = A virus scanner looks at each file. From photos we take away where and with what they were made.
documents-not-scanned = No virus scanner looks here. You see sheets as a picture or text: a file runs nothing. From photos we take away where and with what they were made.
documents-added = { $count ->
    [one] 1 document was added.
   *[other] { $count } documents were added.
}

documents-one = Document
documents-sheets = Sheets
documents-sheet = Sheet { $number } of { $last }
documents-sheet-before = Sheet before
documents-sheet-after = Next sheet
documents-sheet-alt = Picture of sheet { $number } of { $last }. The text on it cannot be read aloud.
documents-picture-only = This is a picture. Can you not read it? Ask a colleague to read it to you.
documents-withdrawn = Withdrawn document
documents-of-sheets = { $kind }, { $count ->
    [one] 1 sheet
   *[other] { $count } sheets
}
documents-size = { $whole }.{ $tenth } MB
documents-kept-until = Kept until { $day }
documents-kept-unknown = How long this is kept is not settled yet
documents-added-by = { $author }, { $when }
documents-fact-kind = Kind
documents-fact-day = Date
documents-fact-from = From
documents-fact-added = Added by
documents-fact-kept = Kept
documents-fact-scan = Virus check
documents-was-scanned = Looked at when it was added, nothing found
documents-was-not-scanned = Not looked at

documents-from-client = from the client
documents-from-representative = from a representative
documents-from-own-observation = from a worker
documents-from-third-party = from somebody else
documents-from-other-system = from another system

file-kind-jpeg = Photo
file-kind-png = Picture
file-kind-pdf = PDF
file-kind-text = Text
file-kind-word = Word document
file-kind-open-text = OpenDocument text

file-refused-empty = This file is empty.
file-refused-too-large = This file is larger than 25 MB. Make it smaller or cut it up.
file-refused-unknown-kind = We do not take this kind of file. Make it a pdf or a photo.
file-refused-locked = There is a password on this file. Take it off.
file-refused-broken = This file cannot be read. It may be damaged.
file-refused-too-much = There is too much in this file. Cut it up.
file-refused-harmful = The virus scanner found something in this file. It was not added. Tell the administrator.

documents-withdraw = Withdraw this document
documents-withdraw-title = Withdraw a document
documents-withdraw-lead = After that nobody can read it. The client and your colleagues do see that there was a document.
documents-withdraw-ground = Why do you withdraw the document?
documents-withdraw-go = Withdraw the document
documents-withdraw-done = The document was withdrawn.
documents-print-link = Print this document
documents-print-title = Print a document
documents-print-back = Back to the document
