-- What a client asks about a look, and what that can become. Words are sealed with the key of the client's own
-- fields: a look is about the client, not about one part of the dossier.
CREATE TABLE inquiry (
  id {id} PRIMARY KEY NOT NULL,
  controller {id} NOT NULL REFERENCES controller (id),
  dossier {id} NOT NULL REFERENCES dossier (id),
  client {id} NOT NULL REFERENCES client (id),
  -- The look, as the record had it: its line goes after five years, the question stays readable as long as it is kept.
  number {int} NOT NULL,
  times {int} NOT NULL,
  looked_at {int} NOT NULL,
  staff {id} NOT NULL REFERENCES staff (id),
  function {text} NOT NULL,
  team {id},
  event {text} NOT NULL,
  reason {text} NOT NULL,
  emergency {bool} NOT NULL,
  words {bytes},
  author {id} NOT NULL,
  asked_at {int} NOT NULL,
  due_on {text} NOT NULL,
  answer {bytes},
  answered_by {id} REFERENCES staff (id),
  answered_at {int},
  -- When the client opened the answer; until then their own page points at it.
  seen_at {int}
){table};

CREATE UNIQUE INDEX inquiry_of_line ON inquiry (dossier, number);
CREATE INDEX inquiry_open ON inquiry (controller, due_on) WHERE answered_at IS NULL;

-- Received, and no more: handling comes with its own screens. A complaint stands apart from the dossier (CMP-04).
CREATE TABLE complaint (
  id {id} PRIMARY KEY NOT NULL,
  controller {id} NOT NULL REFERENCES controller (id),
  client {id} NOT NULL REFERENCES client (id),
  inquiry {id} UNIQUE REFERENCES inquiry (id),
  author {id} NOT NULL,
  received_at {int} NOT NULL,
  due_on {text} NOT NULL
){table};

CREATE INDEX complaint_of_controller ON complaint (controller, due_on);

CREATE TABLE rights_request (
  id {id} PRIMARY KEY NOT NULL,
  controller {id} NOT NULL REFERENCES controller (id),
  client {id} NOT NULL REFERENCES client (id),
  inquiry {id} UNIQUE REFERENCES inquiry (id),
  data_right {text} NOT NULL,
  author {id} NOT NULL,
  received_at {int} NOT NULL,
  due_on {text} NOT NULL
){table};

CREATE INDEX rights_request_of_controller ON rights_request (controller, due_on);

-- The lines of one account within some days, newest first: the views per member of staff, and per team and day.
CREATE INDEX deed_of_actor_at ON deed_of_actor (account, at);
