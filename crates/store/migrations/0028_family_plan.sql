-- A plan of several people (MOD-03). There is no family dossier: of each section every person it is about has a copy of
-- their own, sealed under the key of their own part, that goes when their part goes.
CREATE TABLE family_section (
  -- The copy of one person.
  id {id} PRIMARY KEY NOT NULL,
  -- The same for everybody the section is about; and for all sections of the plan.
  section {id} NOT NULL,
  plan {id} NOT NULL,
  part {id} NOT NULL REFERENCES dossier_part (id),
  controller {id} NOT NULL REFERENCES controller (id),
  domain {text} NOT NULL,
  category {text} NOT NULL,
  subject {id} NOT NULL REFERENCES client (id),
  source {text} NOT NULL,
  -- How many people it is about. Where a copy was destroyed, nobody else's becomes readable by that.
  people {int} NOT NULL,
  version {int} NOT NULL,
  stopped {bool} NOT NULL,
  recorded_at {int} NOT NULL,
  content_changed_at {int} NOT NULL,
  UNIQUE (section, part)
){table};
CREATE INDEX family_section_of_part ON family_section (part);
CREATE INDEX family_section_of_plan ON family_section (plan);
CREATE INDEX family_section_of_subject ON family_section (subject);

CREATE TABLE family_section_version (
  id {id} PRIMARY KEY NOT NULL,
  copy {id} NOT NULL REFERENCES family_section (id),
  version {int} NOT NULL,
  author {id} NOT NULL REFERENCES staff (id),
  content {bytes} NOT NULL,
  recorded_at {int} NOT NULL,
  UNIQUE (copy, version)
){table};

-- Whether the others in a section may read one version of it, said by the person of the copy.
CREATE TABLE family_answer (
  id {id} PRIMARY KEY NOT NULL,
  copy {id} NOT NULL REFERENCES family_section (id),
  version {int} NOT NULL,
  yes {bool} NOT NULL,
  how {text} NOT NULL,
  said_on {text} NOT NULL,
  -- From this instant somebody else says it (CON-04); none: it stays.
  ends_at {int},
  author {id} NOT NULL,
  -- None: the client.
  staff {id} REFERENCES staff (id),
  recorded_at {int} NOT NULL,
  superseded_at {int}
){table};
CREATE INDEX family_answer_now ON family_answer (copy) WHERE superseded_at IS NULL;
