-- Acting for another person (ACC-11, PST-08), effective-dated and with when we knew it. `proxy` names the
-- series of a row. `domains` are the legal domains it reaches, with a comma between them.
CREATE TABLE proxy (
  id {id} PRIMARY KEY NOT NULL,
  proxy {id} NOT NULL,
  person {id} NOT NULL REFERENCES person (id),
  for_person {id} NOT NULL REFERENCES person (id),
  kind {text} NOT NULL,
  domains {text} NOT NULL,
  author {id} NOT NULL,
  valid_from {int} NOT NULL,
  valid_until {int},
  recorded_at {int} NOT NULL,
  superseded_at {int}
){table};
CREATE INDEX proxy_series ON proxy (proxy);
CREATE INDEX proxy_of_person ON proxy (person);

-- A session in which somebody acts for another. None: for oneself, or as staff.
ALTER TABLE session ADD COLUMN proxy {id};
