-- Facts that stand between a worker and a dossier. Each is effective-dated and keeps when it was known; the
-- column named after the table names the series of a row, whose newest row has no `superseded_at`.

-- ACC-05. Whom it is about is kept as a blind index only, made as `client_index` makes its own: `about` says
-- which kind. Nobody can read from it who is meant.
CREATE TABLE conflict (
  id {id} PRIMARY KEY NOT NULL,
  conflict {id} NOT NULL,
  staff {id} NOT NULL REFERENCES staff (id),
  kind {text} NOT NULL,
  about {text} NOT NULL,
  token {bytes} NOT NULL,
  author {id} NOT NULL,
  valid_from {int} NOT NULL,
  valid_until {int},
  recorded_at {int} NOT NULL,
  superseded_at {int}
){table};
CREATE INDEX conflict_of_staff ON conflict (staff);
CREATE INDEX conflict_series ON conflict (conflict);

-- A worker whom a client does not want, in the whole dossier. Only the coordinator sees it.
CREATE TABLE exclusion (
  id {id} PRIMARY KEY NOT NULL,
  exclusion {id} NOT NULL,
  dossier {id} NOT NULL REFERENCES dossier (id),
  staff {id} NOT NULL REFERENCES staff (id),
  author {id} NOT NULL,
  valid_from {int} NOT NULL,
  valid_until {int},
  recorded_at {int} NOT NULL,
  superseded_at {int}
){table};
CREATE INDEX exclusion_of_dossier ON exclusion (dossier, staff);
CREATE INDEX exclusion_series ON exclusion (exclusion);

-- RGT-R11: an entry hidden from an audience. `staff` is the one worker of that audience.
CREATE TABLE shield (
  id {id} PRIMARY KEY NOT NULL,
  shield {id} NOT NULL,
  entry {id} NOT NULL REFERENCES entry (id),
  part {id} NOT NULL REFERENCES dossier_part (id),
  audience {text} NOT NULL,
  staff {id} REFERENCES staff (id),
  lift_ground {text} NOT NULL,
  author {id} NOT NULL,
  valid_from {int} NOT NULL,
  valid_until {int},
  recorded_at {int} NOT NULL,
  superseded_at {int}
){table};
CREATE INDEX shield_of_entry ON shield (entry);
CREATE INDEX shield_of_part ON shield (part);
CREATE INDEX shield_series ON shield (shield);

-- ACC-03: a dossier that needs more than the ordinary care.
CREATE TABLE protection (
  id {id} PRIMARY KEY NOT NULL,
  protection {id} NOT NULL,
  dossier {id} NOT NULL REFERENCES dossier (id),
  ground {text} NOT NULL,
  author {id} NOT NULL,
  valid_from {int} NOT NULL,
  valid_until {int},
  recorded_at {int} NOT NULL,
  superseded_at {int}
){table};
CREATE INDEX protection_of_dossier ON protection (dossier);
CREATE INDEX protection_series ON protection (protection);

-- When somebody is not at work. A coordinator's absence is what lets the deputy act (ACC-09).
CREATE TABLE absence (
  id {id} PRIMARY KEY NOT NULL,
  absence {id} NOT NULL,
  staff {id} NOT NULL REFERENCES staff (id),
  author {id} NOT NULL,
  valid_from {int} NOT NULL,
  valid_until {int} NOT NULL,
  recorded_at {int} NOT NULL,
  superseded_at {int}
){table};
CREATE INDEX absence_of_staff ON absence (staff);
CREATE INDEX absence_series ON absence (absence);
