-- Questions of people who stay anonymous (BAS-10): codes, a day, and at most a few sealed words. There is no client, no
-- name, no number and no way from here to a dossier. `words` goes before the row does (RET-01).
CREATE TABLE anonymous_contact (
  id {id} PRIMARY KEY NOT NULL,
  controller {id} NOT NULL REFERENCES controller (id),
  team {id} NOT NULL REFERENCES team (id),
  author {id} NOT NULL REFERENCES staff (id),
  happened_on {text} NOT NULL,
  kind {text} NOT NULL,
  topic {text} NOT NULL,
  done {text} NOT NULL,
  words {bytes},
  recorded_at {int} NOT NULL
){table};
CREATE INDEX anonymous_contact_of_team ON anonymous_contact (team, happened_on);
