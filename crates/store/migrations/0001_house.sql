-- The first house: organisation, sign-in, clients and dossiers, the record.
-- Column words: {id} {bytes} {int} {bool} {text} {rowid}; a table ends in {table} or {clustered}.
-- Instants are UTC milliseconds, calendar dates ISO text. What a person wrote is always sealed.

CREATE TABLE installation (
  name {text} PRIMARY KEY NOT NULL,
  value {text} NOT NULL
){table};

-- Organisation ------------------------------------------------------------------------------------

CREATE TABLE controller (
  id {id} PRIMARY KEY NOT NULL,
  kind {text} NOT NULL,
  name {text} NOT NULL,
  phone {text} NOT NULL,
  dpo_contact {text} NOT NULL,
  recorded_at {int} NOT NULL
){table};

CREATE TABLE team (
  id {id} PRIMARY KEY NOT NULL,
  controller {id} NOT NULL REFERENCES controller (id),
  name {text} NOT NULL,
  phone {text} NOT NULL,
  recorded_at {int} NOT NULL
){table};

-- A natural person, whatever their role. Nothing about them is kept here.
CREATE TABLE person (
  id {id} PRIMARY KEY NOT NULL,
  recorded_at {int} NOT NULL
){table};

CREATE TABLE account (
  id {id} PRIMARY KEY NOT NULL,
  person {id} NOT NULL REFERENCES person (id),
  kind {text} NOT NULL,
  login_name {text} NOT NULL UNIQUE,
  password_hash {text} NOT NULL,
  second_factor {bytes} NOT NULL,
  last_code_step {int} NOT NULL,
  active {bool} NOT NULL,
  failures {int} NOT NULL,
  failed_at {int} NOT NULL,
  recorded_at {int} NOT NULL
){table};

-- A person's post at one controller, effective-dated.
CREATE TABLE staff (
  id {id} PRIMARY KEY NOT NULL,
  person {id} NOT NULL REFERENCES person (id),
  account {id} NOT NULL REFERENCES account (id),
  controller {id} NOT NULL REFERENCES controller (id),
  team {id} REFERENCES team (id),
  function {text} NOT NULL,
  name {text} NOT NULL,
  phone {text} NOT NULL,
  valid_from {int} NOT NULL,
  valid_until {int},
  recorded_at {int} NOT NULL
){table};
CREATE INDEX staff_of_account ON staff (account);
CREATE INDEX staff_of_team ON staff (team);

-- ACC-13: signed once per text version.
CREATE TABLE pledge_signature (
  staff {id} NOT NULL REFERENCES staff (id),
  text_version {int} NOT NULL,
  signed_at {int} NOT NULL,
  PRIMARY KEY (staff, text_version)
){clustered};

CREATE TABLE training (
  staff {id} NOT NULL REFERENCES staff (id),
  passed_on {text} NOT NULL,
  recorded_at {int} NOT NULL,
  PRIMARY KEY (staff, passed_on)
){clustered};

-- ACC-17. The token itself is never kept, only its keyed hash.
CREATE TABLE session (
  id {id} PRIMARY KEY NOT NULL,
  token {bytes} NOT NULL UNIQUE,
  account {id} NOT NULL REFERENCES account (id),
  staff {id} REFERENCES staff (id),
  ready {bool} NOT NULL,
  created_at {int} NOT NULL,
  seen_at {int} NOT NULL,
  confirmed_at {int} NOT NULL,
  ended_at {int}
){table};
CREATE INDEX session_of_account ON session (account);

-- Between password and code: five minutes. `account` is none for a name nobody has, so that the second
-- page looks the same for everybody.
CREATE TABLE pending_sign_in (
  token {bytes} PRIMARY KEY NOT NULL,
  account {id},
  password_fits {bool} NOT NULL,
  began_at {int} NOT NULL
){table};

-- Clients and dossiers ----------------------------------------------------------------------------

CREATE TABLE client (
  id {id} PRIMARY KEY NOT NULL,
  controller {id} NOT NULL REFERENCES controller (id),
  person {id} NOT NULL REFERENCES person (id),
  pseudonym {id} NOT NULL UNIQUE,
  core_key {id} NOT NULL,
  recorded_at {int} NOT NULL
){table};
CREATE INDEX client_of_person ON client (person);

-- One field of a client, with where it came from and since when (MOD-01, UX-R26).
CREATE TABLE client_field (
  id {id} PRIMARY KEY NOT NULL,
  client {id} NOT NULL REFERENCES client (id),
  field {text} NOT NULL,
  value {bytes} NOT NULL,
  source {text} NOT NULL,
  author {id} NOT NULL,
  valid_from {int} NOT NULL,
  valid_until {int},
  recorded_at {int} NOT NULL,
  superseded_at {int}
){table};
CREATE INDEX client_field_of_client ON client_field (client, field);

-- Keyed hashes for exact search (ACC-02, BSN-06). Keyed per controller, so equal people do not match.
CREATE TABLE client_index (
  token {bytes} NOT NULL,
  kind {text} NOT NULL,
  client {id} NOT NULL REFERENCES client (id),
  PRIMARY KEY (token, client)
){clustered};
CREATE INDEX client_index_of_client ON client_index (client);

-- BSN-06: sealed apart from the other fields.
CREATE TABLE client_bsn (
  client {id} PRIMARY KEY NOT NULL REFERENCES client (id),
  value {bytes} NOT NULL,
  checked_with {text} NOT NULL,
  recorded_at {int} NOT NULL
){table};

-- BSN-05: who saw the whole number, and why in their own words.
CREATE TABLE bsn_reveal (
  id {id} PRIMARY KEY NOT NULL,
  client {id} NOT NULL REFERENCES client (id),
  author {id} NOT NULL,
  reason {bytes} NOT NULL,
  recorded_at {int} NOT NULL
){table};
CREATE INDEX bsn_reveal_of_client ON bsn_reveal (client);

CREATE TABLE dossier (
  id {id} PRIMARY KEY NOT NULL,
  client {id} NOT NULL REFERENCES client (id),
  controller {id} NOT NULL REFERENCES controller (id),
  team {id} NOT NULL REFERENCES team (id),
  taken_in_by {id} NOT NULL,
  number {int} NOT NULL,
  recorded_at {int} NOT NULL,
  closed_at {int}
){table};
CREATE INDEX dossier_of_client ON dossier (client);
CREATE INDEX dossier_of_team ON dossier (team);
-- Also finds the highest number without reading them all.
CREATE UNIQUE INDEX dossier_number ON dossier (controller, number);

-- MOD-02: one part per legal domain, each with its own clocks (RET-02, RET-03).
CREATE TABLE dossier_part (
  id {id} PRIMARY KEY NOT NULL,
  dossier {id} NOT NULL REFERENCES dossier (id),
  controller {id} NOT NULL REFERENCES controller (id),
  domain {text} NOT NULL,
  question {bytes} NOT NULL,
  opened_at {int} NOT NULL,
  closed_at {int},
  last_content_change {int} NOT NULL,
  last_client_contact {int} NOT NULL,
  UNIQUE (dossier, domain)
){table};

-- A part has one key; for Wmo one per quarter of last change, since Wmo terms run per item (RET-04).
CREATE TABLE part_key (
  part {id} NOT NULL REFERENCES dossier_part (id),
  quarter {text} NOT NULL,
  data_key {id} NOT NULL,
  PRIMARY KEY (part, quarter)
){clustered};

-- CON-03 (a): the notice goes before the first entry.
CREATE TABLE privacy_notice_delivered (
  id {id} PRIMARY KEY NOT NULL,
  dossier {id} NOT NULL REFERENCES dossier (id),
  text_version {int} NOT NULL,
  manner {text} NOT NULL,
  author {id} NOT NULL,
  recorded_at {int} NOT NULL
){table};
CREATE INDEX notice_of_dossier ON privacy_notice_delivered (dossier);

-- CON-03 (b): agreement to the support itself, in the voluntary domain.
CREATE TABLE support_agreement (
  id {id} PRIMARY KEY NOT NULL,
  part {id} NOT NULL REFERENCES dossier_part (id),
  manner {text} NOT NULL,
  author {id} NOT NULL,
  recorded_at {int} NOT NULL
){table};
CREATE INDEX agreement_of_part ON support_agreement (part);

-- ACC-01, effective-dated and with when we knew it. `involvement` names the series of a row.
CREATE TABLE involvement (
  id {id} PRIMARY KEY NOT NULL,
  involvement {id} NOT NULL,
  dossier {id} NOT NULL REFERENCES dossier (id),
  part {id} NOT NULL REFERENCES dossier_part (id),
  domain {text} NOT NULL,
  staff {id} NOT NULL REFERENCES staff (id),
  role {text} NOT NULL,
  reason {bytes} NOT NULL,
  end_reason {bytes},
  author {id} NOT NULL,
  valid_from {int} NOT NULL,
  valid_until {int},
  recorded_at {int} NOT NULL,
  superseded_at {int}
){table};
CREATE INDEX involvement_of_staff ON involvement (staff, dossier);
CREATE INDEX involvement_of_dossier ON involvement (dossier, staff);
CREATE INDEX involvement_series ON involvement (involvement);

-- MOD-01. The text is in the versions; a change is a new version.
CREATE TABLE entry (
  id {id} PRIMARY KEY NOT NULL,
  part {id} NOT NULL REFERENCES dossier_part (id),
  controller {id} NOT NULL REFERENCES controller (id),
  domain {text} NOT NULL,
  category {text} NOT NULL,
  subject {id} NOT NULL REFERENCES client (id),
  author {id} NOT NULL,
  source {text} NOT NULL,
  kind {text} NOT NULL,
  happened_on {text} NOT NULL,
  happened_time {text} NOT NULL,
  visible_from {text},
  delay_ground {text} NOT NULL,
  delay_announced {bool} NOT NULL,
  version {int} NOT NULL,
  recorded_at {int} NOT NULL,
  content_changed_at {int} NOT NULL
){table};
CREATE INDEX entry_of_part ON entry (part, happened_on);

CREATE TABLE entry_version (
  id {id} PRIMARY KEY NOT NULL,
  entry {id} NOT NULL REFERENCES entry (id),
  version {int} NOT NULL,
  author {id} NOT NULL,
  facts {bytes} NOT NULL,
  opinion {bytes} NOT NULL,
  reason {bytes} NOT NULL,
  recorded_at {int} NOT NULL,
  UNIQUE (entry, version)
){table};

-- Drafts and what was typed in a session that ended -----------------------------------------------

-- The key of what one account or one post keeps for itself: second factor, kept form, drafts.
CREATE TABLE owner_key (
  owner {id} PRIMARY KEY NOT NULL,
  data_key {id} NOT NULL
){table};

-- What was typed when the session was already over: one hour, given back after the next sign-in.
CREATE TABLE kept_form (
  account {id} PRIMARY KEY NOT NULL REFERENCES account (id),
  path {text} NOT NULL,
  body {bytes} NOT NULL,
  kept_at {int} NOT NULL
){table};

-- ACC-23: seven days, its author's alone.
CREATE TABLE draft (
  id {id} PRIMARY KEY NOT NULL,
  staff {id} NOT NULL REFERENCES staff (id),
  form {text} NOT NULL,
  dossier {id},
  body {bytes} NOT NULL,
  recorded_at {int} NOT NULL,
  changed_at {int} NOT NULL
){table};
CREATE INDEX draft_of_staff ON draft (staff);

-- A form sent twice does its deed once.
CREATE TABLE form_done (
  token {id} PRIMARY KEY NOT NULL,
  account {id} NOT NULL,
  location {text} NOT NULL,
  done_at {int} NOT NULL
){table};

-- ACC-02: exact searches per post and day.
CREATE TABLE existence_check (
  id {id} PRIMARY KEY NOT NULL,
  staff {id} NOT NULL REFERENCES staff (id),
  on_day {text} NOT NULL,
  recorded_at {int} NOT NULL
){table};
CREATE INDEX existence_check_of_day ON existence_check (staff, on_day);

-- The record --------------------------------------------------------------------------------------

-- Append-only, no index beside the row number: this is in the commit path of every look.
CREATE TABLE record (
  row_no {rowid},
  bytes {bytes} NOT NULL,
  salt {bytes} NOT NULL
){table};

-- Rows that the sequencer has not numbered yet.
CREATE TABLE record_waiting (
  row_no {int} PRIMARY KEY NOT NULL
){table};

-- Kept for ever: numbers and hashes say nothing about anybody.
CREATE TABLE leaf (
  number {int} PRIMARY KEY NOT NULL,
  hash {bytes} NOT NULL,
  row_no {int} NOT NULL
){table};

CREATE TABLE tree (
  one {int} PRIMARY KEY NOT NULL,
  size {int} NOT NULL,
  frontier {bytes} NOT NULL
){table};

CREATE TABLE checkpoint (
  size {int} PRIMARY KEY NOT NULL,
  note {text} NOT NULL,
  recorded_at {int} NOT NULL
){table};

-- Covering projection: "who looked at this client's dossier".
CREATE TABLE look_at_client (
  subject {id} NOT NULL,
  number {int} NOT NULL,
  at {int} NOT NULL,
  staff {id},
  account {id},
  team {id},
  function {text} NOT NULL,
  event {text} NOT NULL,
  kind {text} NOT NULL,
  outcome {text} NOT NULL,
  basis {text} NOT NULL,
  reason {text} NOT NULL,
  emergency {bool} NOT NULL,
  domains {text} NOT NULL,
  PRIMARY KEY (subject, number)
){clustered};

-- Covering projection: "what did this account do".
CREATE TABLE deed_of_actor (
  account {id} NOT NULL,
  number {int} NOT NULL,
  at {int} NOT NULL,
  event {text} NOT NULL,
  kind {text} NOT NULL,
  outcome {text} NOT NULL,
  subject {id},
  PRIMARY KEY (account, number)
){clustered};

CREATE TABLE lease (
  name {text} PRIMARY KEY NOT NULL,
  holder {id} NOT NULL,
  until {int} NOT NULL
){table};
