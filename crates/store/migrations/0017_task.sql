-- Something to do about a client. What is to be done is sealed by the key of the part; it goes when the part goes.
-- Only what a person wrote down stands here: what follows from a date is computed (domain::task::Origin).

CREATE TABLE task (
  id {id} PRIMARY KEY NOT NULL,
  controller {id} NOT NULL REFERENCES controller (id),
  dossier {id} NOT NULL REFERENCES dossier (id),
  part {id} NOT NULL REFERENCES dossier_part (id),
  domain {text} NOT NULL,
  author {id} NOT NULL REFERENCES staff (id),
  recorded_at {int} NOT NULL,
  what {bytes} NOT NULL,
  -- From when the client reads it, and why not at once (SHA-12); none: at once.
  visible_from {text},
  delay_ground {text} NOT NULL,
  due {text},
  -- Nobody: whoever is involved may pick it up.
  owner {id} REFERENCES staff (id),
  open {bool} NOT NULL,
  -- Counts the steps below; a deed names the step that it saw.
  step {int} NOT NULL,
  last_deed {text} NOT NULL,
  last_by {id} NOT NULL REFERENCES staff (id),
  changed_at {int} NOT NULL
){table};
CREATE INDEX task_of_part ON task (part, open);

-- What was done to a task: a line for each step, never changed.
CREATE TABLE task_step (
  id {id} PRIMARY KEY NOT NULL,
  task {id} NOT NULL REFERENCES task (id),
  step {int} NOT NULL,
  deed {text} NOT NULL,
  staff {id} NOT NULL REFERENCES staff (id),
  at {int} NOT NULL,
  due {text},
  owner {id} REFERENCES staff (id),
  -- Why it was postponed; none for what needs no reason.
  reason {bytes}
){table};
CREATE UNIQUE INDEX task_step_of_task ON task_step (task, step);
