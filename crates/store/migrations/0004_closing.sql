-- Why a part of a dossier was closed, each time. When it was opened again is in the part itself.
CREATE TABLE part_closing (
  id {id} PRIMARY KEY NOT NULL,
  part {id} NOT NULL REFERENCES dossier_part (id),
  reason {text} NOT NULL,
  author {id} NOT NULL,
  recorded_at {int} NOT NULL
){table};
CREATE INDEX part_closing_of_part ON part_closing (part);
