-- The people around a client, and who decides (CON-08, CON-10, CON-27): persons, authority, representation, capacity, what a
-- judge arranged. One table, because each is a sealed sentence with the same two times: `fact` names the series of a row,
-- whose newest row has no `superseded_at`. `part` is the legal domain that needs it; none: it is about the client.
CREATE TABLE people_fact (
  id {id} PRIMARY KEY NOT NULL,
  fact {id} NOT NULL,
  client {id} NOT NULL REFERENCES client (id),
  part {id} REFERENCES dossier_part (id),
  kind {text} NOT NULL,
  body {bytes} NOT NULL,
  source {text} NOT NULL,
  author {id} NOT NULL REFERENCES staff (id),
  -- The second professional, where a change asks for one (C41).
  second {id} REFERENCES staff (id),
  -- The client reads it; false: somebody who may be a danger could read along.
  for_client {bool} NOT NULL,
  -- What it asks for and on which day, so that a list of tasks opens nothing.
  due_kind {text} NOT NULL,
  due_on {text},
  -- Why it ended; empty while it holds.
  end_reason {text} NOT NULL,
  valid_from {int} NOT NULL,
  valid_until {int},
  recorded_at {int} NOT NULL,
  superseded_at {int}
){table};
CREATE INDEX people_fact_of_client ON people_fact (client);
CREATE INDEX people_fact_of_part ON people_fact (part);
CREATE INDEX people_fact_series ON people_fact (fact);
