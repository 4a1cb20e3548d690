-- Administration (ACC-07): what was changed about a post, by whom, and when that was known. `staff` holds what holds now;
-- these rows hold each change as it was made, and none of them is changed or taken away while the post is kept.

-- `turn` counts the changes of a post: of two at once, one is told that the other was first.
CREATE TABLE post_change (
  id {id} PRIMARY KEY NOT NULL,
  staff {id} NOT NULL REFERENCES staff (id),
  turn {int} NOT NULL,
  change {text} NOT NULL,
  -- From when: the first moment of the post, or the first moment at which it is over.
  holds_from {int} NOT NULL,
  author {id} NOT NULL REFERENCES staff (id),
  recorded_at {int} NOT NULL,
  UNIQUE (staff, turn)
){table};
