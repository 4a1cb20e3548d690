-- A part of a dossier that went to another worker, for good or for a time (ACC-01, ACC-25). Who is involved when stands in
-- `involvement`; here stands what the next one needs to know and what the client wants told, sealed by the key of the part.

CREATE TABLE handover (
  id {id} PRIMARY KEY NOT NULL,
  controller {id} NOT NULL REFERENCES controller (id),
  dossier {id} NOT NULL REFERENCES dossier (id),
  part {id} NOT NULL REFERENCES dossier_part (id),
  domain {text} NOT NULL,
  from_staff {id} NOT NULL REFERENCES staff (id),
  to_staff {id} NOT NULL REFERENCES staff (id),
  starts_at {int} NOT NULL,
  -- The first moment at which it is over; none: for good.
  ends_at {int},
  -- When the client was told and how; empty when that was not done yet.
  told_on {text},
  told_how {text} NOT NULL,
  note {bytes} NOT NULL,
  -- In the client's own words; none when they wanted nothing told.
  wish {bytes},
  author {id} NOT NULL REFERENCES staff (id),
  recorded_at {int} NOT NULL
){table};
CREATE INDEX handover_of_part ON handover (part, recorded_at);
