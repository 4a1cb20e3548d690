-- Breaking the glass (ACC-03, ACC-04). Neither table refers to the dossier: what was opened is judged also when the
-- dossier is gone. `sentence` and `whom` are sealed by a key of the controller for this alone (owner_key).

-- Somebody who is not involved opened a dossier. `ended_at` none: it runs until `ends_at`, or did.
CREATE TABLE emergency_access (
  id {id} PRIMARY KEY NOT NULL,
  dossier {id} NOT NULL,
  number {int} NOT NULL,
  subject {id} NOT NULL,
  controller {id} NOT NULL REFERENCES controller (id),
  team {id} NOT NULL REFERENCES team (id),
  staff {id} NOT NULL REFERENCES staff (id),
  reason {text} NOT NULL,
  sentence {bytes} NOT NULL,
  hours {int} NOT NULL,
  domains {text} NOT NULL,
  cleared {bool} NOT NULL,
  approved_by {id} REFERENCES staff (id),
  opened_at {int} NOT NULL,
  ends_at {int} NOT NULL,
  ended_at {int},
  ended_how {text} NOT NULL,
  ended_by {id},
  review_due {text} NOT NULL
){table};
-- One at a time: a second window, or a second try, finds the first.
CREATE UNIQUE INDEX emergency_access_open ON emergency_access (staff, dossier) WHERE ended_at IS NULL;
CREATE INDEX emergency_access_of_dossier ON emergency_access (dossier);
CREATE INDEX emergency_access_of_team ON emergency_access (team, opened_at);
CREATE INDEX emergency_access_of_staff ON emergency_access (staff, opened_at);

-- "Vraag de coördinator van dienst": always kept, whether there is a dossier or not. `dossier` only where there is
-- something to approve; `token` finds it again when the worker opens it.
CREATE TABLE emergency_request (
  id {id} PRIMARY KEY NOT NULL,
  staff {id} NOT NULL REFERENCES staff (id),
  team {id} REFERENCES team (id),
  dossier_team {id} REFERENCES team (id),
  dossier {id},
  token {bytes} NOT NULL,
  whom {bytes} NOT NULL,
  reason {text} NOT NULL,
  sentence {bytes} NOT NULL,
  hours {int} NOT NULL,
  asked_at {int} NOT NULL,
  approved_by {id} REFERENCES staff (id),
  approved_at {int},
  used_at {int}
){table};
CREATE INDEX emergency_request_of_staff ON emergency_request (staff, asked_at);
CREATE INDEX emergency_request_of_team ON emergency_request (team, asked_at);
CREATE INDEX emergency_request_of_dossier_team ON emergency_request (dossier_team, asked_at);
