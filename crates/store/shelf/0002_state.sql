-- Which key-encryption key wraps new keys, and what shows that a copy of the shelf or of the data is an old one.

-- One row. `changes` grows with each key that is made, wrapped anew or destroyed: the data notes it, and refuses a
-- shelf that has seen fewer. `data_size` is the size of the record that the shelf saw the data have.
CREATE TABLE shelf_state (
  one {int} PRIMARY KEY NOT NULL,
  sealing_kek {text} NOT NULL,
  changes {int} NOT NULL,
  data_size {int} NOT NULL
){table};

-- What was destroyed on purpose: a key that is neither here nor on the shelf was lost. Ids only.
CREATE TABLE destroyed_key (
  id {id} PRIMARY KEY NOT NULL,
  destroyed_at {int} NOT NULL
){table};

CREATE INDEX data_key_of_kek ON data_key (kek, id);
