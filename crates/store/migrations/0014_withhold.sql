-- Telling somebody later (SHA-12). What is withheld is named by kind and id: today an emergency access, later a share or
-- a track of the reporting code. Like that access it refers to no dossier by a foreign key, and its sentences are sealed
-- by the key of the controller for emergencies (owner_key).

CREATE TABLE withhold_notice (
  id {id} PRIMARY KEY NOT NULL,
  controller {id} NOT NULL REFERENCES controller (id),
  team {id} NOT NULL REFERENCES team (id),
  dossier {id} NOT NULL,
  number {int} NOT NULL,
  subject {id} NOT NULL,
  what {text} NOT NULL,
  what_id {id} NOT NULL,
  ground {text} NOT NULL,
  hidden_from {text} NOT NULL,
  proposed_by {id} NOT NULL REFERENCES staff (id),
  proposed_at {int} NOT NULL,
  -- The first moment at which it hides nothing any more while nobody else decided.
  lapses_at {int} NOT NULL,
  confirmed_by {id} REFERENCES staff (id),
  confirmed_at {int},
  review_on {text},
  ended_at {int},
  ended_by {id} REFERENCES staff (id),
  -- refused or released; empty while it runs, and when it lapsed.
  ended_how {text} NOT NULL,
  -- Whether the client is told the ground, once it is released.
  tell_ground {bool} NOT NULL
){table};
-- One at a time: a second window, or a second worker, finds the first.
CREATE UNIQUE INDEX withhold_notice_running ON withhold_notice (what_id) WHERE ended_at IS NULL;
CREATE INDEX withhold_notice_of_dossier ON withhold_notice (dossier);
CREATE INDEX withhold_notice_of_controller ON withhold_notice (controller, proposed_at) WHERE ended_at IS NULL;

-- Who decided what, and why: a line for each step, never changed.
CREATE TABLE withhold_step (
  id {id} PRIMARY KEY NOT NULL,
  notice {id} NOT NULL REFERENCES withhold_notice (id),
  step {text} NOT NULL,
  staff {id} NOT NULL REFERENCES staff (id),
  at {int} NOT NULL,
  review_on {text},
  sentence {bytes} NOT NULL
){table};
CREATE INDEX withhold_step_of_notice ON withhold_step (notice, at);

-- "Vraag de naam": who looked is told by function and team; the name follows on asking, from whoever answers.
ALTER TABLE inquiry ADD COLUMN wants_name {bool} NOT NULL DEFAULT FALSE;
ALTER TABLE inquiry ADD COLUMN name_told {bool} NOT NULL DEFAULT FALSE;
