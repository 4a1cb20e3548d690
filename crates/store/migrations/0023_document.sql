-- Documents of a part. The file itself lies sealed beside the database, under a key of its own that stands here, sealed
-- by the key of the part: without that key the file is noise, in old backups too.

CREATE TABLE document (
  id {id} PRIMARY KEY NOT NULL,
  part {id} NOT NULL REFERENCES dossier_part (id),
  controller {id} NOT NULL REFERENCES controller (id),
  domain {text} NOT NULL,
  category {text} NOT NULL,
  subject {id} NOT NULL REFERENCES client (id),
  author {id} NOT NULL REFERENCES staff (id),
  -- From whom it came, as of an entry.
  source {text} NOT NULL,
  -- The day that stands on it, or on which it came in.
  dated {text} NOT NULL,
  title {bytes} NOT NULL,
  -- What the file is by what stands in it, how many sheets it shows, how many bytes are kept.
  kind {text} NOT NULL,
  sheets {int} NOT NULL,
  size {int} NOT NULL,
  file {id} NOT NULL UNIQUE,
  file_key {bytes} NOT NULL,
  -- Whether a scanner looked at it when it came in.
  scanned {bool} NOT NULL,
  recorded_at {int} NOT NULL,
  content_changed_at {int} NOT NULL,
  -- As of an entry: that it was there stays, the file is read by no deed any more (C24).
  withdrawn_at {int},
  withdrawn_by {id} REFERENCES staff (id),
  withdrawn_ground {text},
  withdrawn_why {bytes}
){table};
CREATE INDEX document_of_part ON document (part, dated);
