-- Judging an emergency access (ACC-04). What is judged stays judged, also when the dossier is gone: nothing here refers
-- to it. Sentences are sealed by the key of the controller that seals those of the access.
ALTER TABLE emergency_access ADD COLUMN verdict {text};
ALTER TABLE emergency_access ADD COLUMN verdict_sentence {bytes};
ALTER TABLE emergency_access ADD COLUMN judged_by {id};
ALTER TABLE emergency_access ADD COLUMN judged_at {int};
-- The board was told that it waited too long, and who said so.
ALTER TABLE emergency_access ADD COLUMN board_told_at {int};
ALTER TABLE emergency_access ADD COLUMN board_told_by {id};
CREATE INDEX emergency_access_to_judge ON emergency_access (controller, review_due) WHERE judged_at IS NULL;
CREATE INDEX emergency_access_judged ON emergency_access (controller, judged_at) WHERE judged_at IS NOT NULL;

-- "Vraag uitleg": a reviewer asks whoever opened it, who answers. One question at a time.
CREATE TABLE emergency_question (
  id {id} PRIMARY KEY NOT NULL,
  emergency {id} NOT NULL REFERENCES emergency_access (id) ON DELETE CASCADE,
  asked_by {id} NOT NULL REFERENCES staff (id),
  question {bytes} NOT NULL,
  asked_at {int} NOT NULL,
  answer {bytes},
  answered_at {int}
){table};
CREATE INDEX emergency_question_of ON emergency_question (emergency);
CREATE UNIQUE INDEX emergency_question_open ON emergency_question (emergency) WHERE answered_at IS NULL;

-- A personal data breach, received (BRE-01): handling comes with its own screens. `emergency`, `finding`: where it
-- came from, by id; that goes after five years and the breach stays.
CREATE TABLE breach (
  id {id} PRIMARY KEY NOT NULL,
  controller {id} NOT NULL REFERENCES controller (id),
  reference {text} NOT NULL UNIQUE,
  kind {text} NOT NULL,
  state {text} NOT NULL,
  aware_at {int} NOT NULL,
  emergency {id} UNIQUE,
  finding {id} UNIQUE,
  noted_by {id} NOT NULL REFERENCES staff (id)
){table};
CREATE INDEX breach_of_controller ON breach (controller, aware_at);
