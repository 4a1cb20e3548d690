-- The key shelf, apart from the data: wrapped data keys and nothing else (DESIGN, "The key shelf").

CREATE TABLE installation (
  name {text} PRIMARY KEY NOT NULL,
  value {text} NOT NULL
){table};

CREATE TABLE data_key (
  id {id} PRIMARY KEY NOT NULL,
  kek {text} NOT NULL,
  wrapped {bytes} NOT NULL,
  covers {text} NOT NULL,
  recorded_at {int} NOT NULL
){table};
