-- The plan that client and worker make together: one for each part (MOD-02), each save a version. A version is one
-- sealed document under the key of its part; only what a list must find stands beside it: ids, codes and days.
CREATE TABLE plan (
  part {id} PRIMARY KEY NOT NULL REFERENCES dossier_part (id),
  controller {id} NOT NULL REFERENCES controller (id),
  domain {text} NOT NULL,
  category {text} NOT NULL,
  subject {id} NOT NULL REFERENCES client (id),
  source {text} NOT NULL,
  -- The newest version, which whoever saves must have seen.
  version {int} NOT NULL,
  recorded_at {int} NOT NULL,
  content_changed_at {int} NOT NULL
){table};

CREATE TABLE plan_version (
  id {id} PRIMARY KEY NOT NULL,
  part {id} NOT NULL REFERENCES plan (part),
  version {int} NOT NULL,
  author {id} NOT NULL REFERENCES staff (id),
  content {bytes} NOT NULL,
  recorded_at {int} NOT NULL,
  UNIQUE (part, version)
){table};

-- What somebody said about a version: never changed, never overwritten.
CREATE TABLE plan_statement (
  id {id} PRIMARY KEY NOT NULL,
  part {id} NOT NULL REFERENCES plan (part),
  version {int} NOT NULL,
  side {text} NOT NULL,
  answer {text} NOT NULL,
  how {text} NOT NULL,
  said_on {text} NOT NULL,
  author {id} NOT NULL,
  -- None: the client.
  staff {id} REFERENCES staff (id),
  recorded_at {int} NOT NULL
){table};
CREATE INDEX plan_statement_of_part ON plan_statement (part, recorded_at);

-- Whether an agreement was done. No version: what was agreed stays what it was.
CREATE TABLE plan_mark (
  id {id} PRIMARY KEY NOT NULL,
  part {id} NOT NULL REFERENCES plan (part),
  item {id} NOT NULL,
  done {bool} NOT NULL,
  side {text} NOT NULL,
  marked_on {text} NOT NULL,
  author {id} NOT NULL,
  recorded_at {int} NOT NULL,
  superseded_at {int}
){table};
CREATE UNIQUE INDEX plan_mark_now ON plan_mark (part, item) WHERE superseded_at IS NULL;

-- What the client asks about the plan, and the answer.
CREATE TABLE plan_question (
  id {id} PRIMARY KEY NOT NULL,
  part {id} NOT NULL REFERENCES plan (part),
  -- None: about the plan as a whole.
  item {id},
  kind {text} NOT NULL,
  words {bytes},
  author {id} NOT NULL,
  asked_at {int} NOT NULL,
  answer {bytes},
  answered_by {id} REFERENCES staff (id),
  answered_at {int}
){table};
CREATE INDEX plan_question_of_part ON plan_question (part, asked_at);
CREATE INDEX plan_question_open ON plan_question (part) WHERE answered_at IS NULL;

-- The days that still ask for work, of the newest version. No words.
CREATE TABLE plan_date (
  part {id} NOT NULL REFERENCES plan (part),
  item {id} NOT NULL,
  kind {text} NOT NULL,
  due_on {text} NOT NULL,
  PRIMARY KEY (part, item)
){clustered};
