-- Log review (ACC-22): what stood out in what somebody did on a day, what people said of it, and from where on
-- something stands out. No client stands in it. Sentences are sealed by the key of the controller's own words on
-- oversight (owner_key).

-- A finding is a question. It is about an account at one controller, over all posts; `staff` is the post it is told by.
CREATE TABLE log_finding (
  id {id} PRIMARY KEY NOT NULL,
  controller {id} NOT NULL REFERENCES controller (id),
  account {id} NOT NULL REFERENCES account (id),
  staff {id} NOT NULL REFERENCES staff (id),
  day {text} NOT NULL,
  finding {text} NOT NULL,
  times {int} NOT NULL,
  refused {int} NOT NULL,
  -- The threshold of that day: a later change alters nothing here.
  ordinary {int} NOT NULL,
  found_at {int} NOT NULL,
  settled_at {int},
  UNIQUE (controller, account, day, finding)
){table};
CREATE INDEX log_finding_of_day ON log_finding (controller, day);
CREATE INDEX log_finding_open ON log_finding (controller, day) WHERE settled_at IS NULL;

-- `turn` counts the verdicts on a finding: of two at once, one is told that the other was first.
CREATE TABLE log_verdict (
  id {id} PRIMARY KEY NOT NULL,
  finding {id} NOT NULL REFERENCES log_finding (id),
  turn {int} NOT NULL,
  verdict {text} NOT NULL,
  sentence {bytes} NOT NULL,
  author {id} NOT NULL REFERENCES staff (id),
  recorded_at {int} NOT NULL,
  UNIQUE (finding, turn)
){table};

-- The history of the thresholds: each row holds from its day on, the newest of a day counts.
CREATE TABLE log_threshold (
  id {id} PRIMARY KEY NOT NULL,
  controller {id} NOT NULL REFERENCES controller (id),
  from_day {text} NOT NULL,
  dossiers {int} NOT NULL,
  empty_searches {int} NOT NULL,
  out_of_hours {int} NOT NULL,
  emergencies {int} NOT NULL,
  begins {text} NOT NULL,
  ends {text} NOT NULL,
  reason {bytes} NOT NULL,
  author {id} NOT NULL REFERENCES staff (id),
  recorded_at {int} NOT NULL
){table};
CREATE INDEX log_threshold_of_controller ON log_threshold (controller, from_day);

-- How far the clock is that looks through the record: the day, and up to which account of it.
CREATE TABLE log_review_progress (
  one {int} PRIMARY KEY NOT NULL,
  day {text} NOT NULL,
  up_to {id} NOT NULL,
  finished {bool} NOT NULL
){table};
