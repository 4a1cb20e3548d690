-- What is found by its words in the own dossiers. A token is a keyed hash of one word under a key that is derived from
-- the key of the part: nothing compares across parts, and when the key goes no token says anything any more.

-- Something that can be found: an entry, a plan, a person around the client. `owner` is the part whose key made the
-- tokens, or the client for what is the client's own. No foreign key: both are swept by their own deeds.
CREATE TABLE search_item (
  id {rowid},
  kind {text} NOT NULL,
  item {id} NOT NULL,
  owner {id} NOT NULL,
  -- The day it is about: newest first.
  day {text} NOT NULL,
  UNIQUE (item, kind)
){table};
CREATE INDEX search_item_of_owner ON search_item (owner);

CREATE TABLE search_token (
  token {int} NOT NULL,
  item {int} NOT NULL REFERENCES search_item (id),
  PRIMARY KEY (token, item)
){clustered};
CREATE INDEX search_token_of_item ON search_token (item);

-- How far the clock is that makes findable what was written before there was a search: the last one, by id.
CREATE TABLE search_fill (
  kind {text} PRIMARY KEY NOT NULL,
  last {id},
  filled {int} NOT NULL,
  finished_at {int}
){table};
INSERT INTO search_fill (kind, filled) VALUES ('entry', 0), ('plan', 0), ('person', 0);
