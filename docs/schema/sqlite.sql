-- Made by `make schema` from the migrations; do not edit.

-- the data

CREATE TABLE absence (
  id BLOB PRIMARY KEY NOT NULL,
  absence BLOB NOT NULL,
  staff BLOB NOT NULL REFERENCES staff (id),
  author BLOB NOT NULL,
  valid_from INTEGER NOT NULL,
  valid_until INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER
)STRICT;

CREATE INDEX absence_of_staff ON absence (staff);

CREATE INDEX absence_series ON absence (absence);

CREATE TABLE account (
  id BLOB PRIMARY KEY NOT NULL,
  person BLOB NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  login_name TEXT NOT NULL UNIQUE,
  password_hash TEXT NOT NULL,
  second_factor BLOB NOT NULL,
  last_code_step INTEGER NOT NULL,
  active INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL
, keys_off INTEGER NOT NULL DEFAULT FALSE)STRICT;

CREATE INDEX account_of_person ON account (person);

CREATE TABLE account_notice (
  id BLOB PRIMARY KEY NOT NULL,
  account BLOB NOT NULL REFERENCES account (id),
  event TEXT NOT NULL,
  happened_at INTEGER NOT NULL,
  seen_at INTEGER
)STRICT;

CREATE INDEX account_notice_of_account ON account_notice (account, happened_at);

CREATE TABLE activation (
  id BLOB PRIMARY KEY NOT NULL,
  account BLOB NOT NULL REFERENCES account (id),
  hash BLOB NOT NULL,
  document TEXT NOT NULL,
  author BLOB NOT NULL REFERENCES staff (id),
  issued_at INTEGER NOT NULL,
  valid_until INTEGER NOT NULL,
  used_at INTEGER
)STRICT;

CREATE INDEX activation_of_account ON activation (account);

CREATE TABLE anonymous_contact (
  id BLOB PRIMARY KEY NOT NULL,
  controller BLOB NOT NULL REFERENCES controller (id),
  team BLOB NOT NULL REFERENCES team (id),
  author BLOB NOT NULL REFERENCES staff (id),
  happened_on TEXT NOT NULL,
  kind TEXT NOT NULL,
  topic TEXT NOT NULL,
  done TEXT NOT NULL,
  words BLOB,
  recorded_at INTEGER NOT NULL
)STRICT;

CREATE INDEX anonymous_contact_of_team ON anonymous_contact (team, happened_on);

CREATE TABLE breach (
  id BLOB PRIMARY KEY NOT NULL,
  controller BLOB NOT NULL REFERENCES controller (id),
  reference TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  aware_at INTEGER NOT NULL,
  emergency BLOB UNIQUE,
  finding BLOB UNIQUE,
  noted_by BLOB NOT NULL REFERENCES staff (id)
, entry BLOB)STRICT;

CREATE INDEX breach_of_controller ON breach (controller, aware_at);

CREATE UNIQUE INDEX breach_of_entry ON breach (entry);

CREATE TABLE bsn_reveal (
  id BLOB PRIMARY KEY NOT NULL,
  client BLOB NOT NULL REFERENCES client (id),
  author BLOB NOT NULL,
  reason BLOB NOT NULL,
  recorded_at INTEGER NOT NULL
)STRICT;

CREATE INDEX bsn_reveal_of_client ON bsn_reveal (client);

CREATE TABLE checkpoint (
  size INTEGER PRIMARY KEY NOT NULL,
  note TEXT NOT NULL,
  recorded_at INTEGER NOT NULL
)STRICT;

CREATE TABLE client (
  id BLOB PRIMARY KEY NOT NULL,
  controller BLOB NOT NULL REFERENCES controller (id),
  person BLOB NOT NULL REFERENCES person (id),
  pseudonym BLOB NOT NULL UNIQUE,
  core_key BLOB NOT NULL,
  recorded_at INTEGER NOT NULL
)STRICT;

CREATE INDEX client_of_person ON client (person);

CREATE TABLE client_bsn (
  client BLOB PRIMARY KEY NOT NULL REFERENCES client (id),
  value BLOB NOT NULL,
  checked_with TEXT NOT NULL,
  recorded_at INTEGER NOT NULL
)STRICT;

CREATE TABLE client_field (
  id BLOB PRIMARY KEY NOT NULL,
  client BLOB NOT NULL REFERENCES client (id),
  field TEXT NOT NULL,
  value BLOB NOT NULL,
  source TEXT NOT NULL,
  author BLOB NOT NULL,
  valid_from INTEGER NOT NULL,
  valid_until INTEGER,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER
, seen TEXT NOT NULL DEFAULT '', second BLOB)STRICT;

CREATE INDEX client_field_of_client ON client_field (client, field);

CREATE TABLE client_index (
  token BLOB NOT NULL,
  kind TEXT NOT NULL,
  client BLOB NOT NULL REFERENCES client (id), replaced_at INTEGER,
  PRIMARY KEY (token, client)
)STRICT, WITHOUT ROWID;

CREATE INDEX client_index_of_client ON client_index (client);

CREATE TABLE complaint (
  id BLOB PRIMARY KEY NOT NULL,
  controller BLOB NOT NULL REFERENCES controller (id),
  client BLOB NOT NULL REFERENCES client (id),
  inquiry BLOB UNIQUE REFERENCES inquiry (id),
  author BLOB NOT NULL,
  received_at INTEGER NOT NULL,
  due_on TEXT NOT NULL
)STRICT;

CREATE INDEX complaint_of_controller ON complaint (controller, due_on);

CREATE TABLE conflict (
  id BLOB PRIMARY KEY NOT NULL,
  conflict BLOB NOT NULL,
  staff BLOB NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL,
  about TEXT NOT NULL,
  token BLOB NOT NULL,
  author BLOB NOT NULL,
  valid_from INTEGER NOT NULL,
  valid_until INTEGER,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER
)STRICT;

CREATE INDEX conflict_of_staff ON conflict (staff);

CREATE INDEX conflict_series ON conflict (conflict);

CREATE TABLE controller (
  id BLOB PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  dpo_contact TEXT NOT NULL,
  recorded_at INTEGER NOT NULL
)STRICT;

CREATE TABLE deed_of_actor (
  account BLOB NOT NULL,
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  event TEXT NOT NULL,
  kind TEXT NOT NULL,
  outcome TEXT NOT NULL,
  subject BLOB,
  PRIMARY KEY (account, number)
)STRICT, WITHOUT ROWID;

CREATE INDEX deed_of_actor_at ON deed_of_actor (account, at);

CREATE TABLE document (
  id BLOB PRIMARY KEY NOT NULL,
  part BLOB NOT NULL REFERENCES dossier_part (id),
  controller BLOB NOT NULL REFERENCES controller (id),
  domain TEXT NOT NULL,
  category TEXT NOT NULL,
  subject BLOB NOT NULL REFERENCES client (id),
  author BLOB NOT NULL REFERENCES staff (id),
  -- From whom it came, as of an entry.
  source TEXT NOT NULL,
  -- The day that stands on it, or on which it came in.
  dated TEXT NOT NULL,
  title BLOB NOT NULL,
  -- What the file is by what stands in it, how many sheets it shows, how many bytes are kept.
  kind TEXT NOT NULL,
  sheets INTEGER NOT NULL,
  size INTEGER NOT NULL,
  file BLOB NOT NULL UNIQUE,
  file_key BLOB NOT NULL,
  -- Whether a scanner looked at it when it came in.
  scanned INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  content_changed_at INTEGER NOT NULL,
  -- As of an entry: that it was there stays, the file is read by no deed any more (C24).
  withdrawn_at INTEGER,
  withdrawn_by BLOB REFERENCES staff (id),
  withdrawn_ground TEXT,
  withdrawn_why BLOB
)STRICT;

CREATE INDEX document_of_part ON document (part, dated);

CREATE TABLE dossier (
  id BLOB PRIMARY KEY NOT NULL,
  client BLOB NOT NULL REFERENCES client (id),
  controller BLOB NOT NULL REFERENCES controller (id),
  team BLOB NOT NULL REFERENCES team (id),
  taken_in_by BLOB NOT NULL,
  number INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  closed_at INTEGER
)STRICT;

CREATE UNIQUE INDEX dossier_number ON dossier (controller, number);

CREATE INDEX dossier_of_client ON dossier (client);

CREATE INDEX dossier_of_team ON dossier (team);

CREATE TABLE dossier_part (
  id BLOB PRIMARY KEY NOT NULL,
  dossier BLOB NOT NULL REFERENCES dossier (id),
  controller BLOB NOT NULL REFERENCES controller (id),
  domain TEXT NOT NULL,
  question BLOB NOT NULL,
  opened_at INTEGER NOT NULL,
  closed_at INTEGER,
  last_content_change INTEGER NOT NULL,
  last_client_contact INTEGER NOT NULL, life_area BLOB,
  UNIQUE (dossier, domain)
)STRICT;

CREATE TABLE draft (
  id BLOB PRIMARY KEY NOT NULL,
  staff BLOB NOT NULL REFERENCES staff (id),
  form TEXT NOT NULL,
  dossier BLOB,
  body BLOB NOT NULL,
  recorded_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
)STRICT;

CREATE INDEX draft_of_staff ON draft (staff);

CREATE TABLE emergency_access (
  id BLOB PRIMARY KEY NOT NULL,
  dossier BLOB NOT NULL,
  number INTEGER NOT NULL,
  subject BLOB NOT NULL,
  controller BLOB NOT NULL REFERENCES controller (id),
  team BLOB NOT NULL REFERENCES team (id),
  staff BLOB NOT NULL REFERENCES staff (id),
  reason TEXT NOT NULL,
  sentence BLOB NOT NULL,
  hours INTEGER NOT NULL,
  domains TEXT NOT NULL,
  cleared INTEGER NOT NULL,
  approved_by BLOB REFERENCES staff (id),
  opened_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  ended_at INTEGER,
  ended_how TEXT NOT NULL,
  ended_by BLOB,
  review_due TEXT NOT NULL
, verdict TEXT, verdict_sentence BLOB, judged_by BLOB, judged_at INTEGER, board_told_at INTEGER, board_told_by BLOB)STRICT;

CREATE INDEX emergency_access_judged ON emergency_access (controller, judged_at) WHERE judged_at IS NOT NULL;

CREATE INDEX emergency_access_of_dossier ON emergency_access (dossier);

CREATE INDEX emergency_access_of_staff ON emergency_access (staff, opened_at);

CREATE INDEX emergency_access_of_team ON emergency_access (team, opened_at);

CREATE UNIQUE INDEX emergency_access_open ON emergency_access (staff, dossier) WHERE ended_at IS NULL;

CREATE INDEX emergency_access_to_judge ON emergency_access (controller, review_due) WHERE judged_at IS NULL;

CREATE TABLE emergency_question (
  id BLOB PRIMARY KEY NOT NULL,
  emergency BLOB NOT NULL REFERENCES emergency_access (id) ON DELETE CASCADE,
  asked_by BLOB NOT NULL REFERENCES staff (id),
  question BLOB NOT NULL,
  asked_at INTEGER NOT NULL,
  answer BLOB,
  answered_at INTEGER
)STRICT;

CREATE INDEX emergency_question_of ON emergency_question (emergency);

CREATE UNIQUE INDEX emergency_question_open ON emergency_question (emergency) WHERE answered_at IS NULL;

CREATE TABLE emergency_request (
  id BLOB PRIMARY KEY NOT NULL,
  staff BLOB NOT NULL REFERENCES staff (id),
  team BLOB REFERENCES team (id),
  dossier_team BLOB REFERENCES team (id),
  dossier BLOB,
  token BLOB NOT NULL,
  whom BLOB NOT NULL,
  reason TEXT NOT NULL,
  sentence BLOB NOT NULL,
  hours INTEGER NOT NULL,
  asked_at INTEGER NOT NULL,
  approved_by BLOB REFERENCES staff (id),
  approved_at INTEGER,
  used_at INTEGER
)STRICT;

CREATE INDEX emergency_request_of_dossier_team ON emergency_request (dossier_team, asked_at);

CREATE INDEX emergency_request_of_staff ON emergency_request (staff, asked_at);

CREATE INDEX emergency_request_of_team ON emergency_request (team, asked_at);

CREATE TABLE entry (
  id BLOB PRIMARY KEY NOT NULL,
  part BLOB NOT NULL REFERENCES dossier_part (id),
  controller BLOB NOT NULL REFERENCES controller (id),
  domain TEXT NOT NULL,
  category TEXT NOT NULL,
  subject BLOB NOT NULL REFERENCES client (id),
  author BLOB NOT NULL,
  source TEXT NOT NULL,
  kind TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  happened_time TEXT NOT NULL,
  visible_from TEXT,
  delay_ground TEXT NOT NULL,
  delay_announced INTEGER NOT NULL,
  version INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  content_changed_at INTEGER NOT NULL
, withdrawn_at INTEGER, withdrawn_by BLOB, withdrawn_ground TEXT, withdrawn_why BLOB, delay_lapses_at INTEGER, delay_decided_by BLOB, delay_decided_at INTEGER)STRICT;

CREATE INDEX entry_delayed ON entry (visible_from) WHERE visible_from IS NOT NULL;

CREATE INDEX entry_of_part ON entry (part, happened_on);

CREATE TABLE entry_version (
  id BLOB PRIMARY KEY NOT NULL,
  entry BLOB NOT NULL REFERENCES entry (id),
  version INTEGER NOT NULL,
  author BLOB NOT NULL,
  facts BLOB NOT NULL,
  opinion BLOB NOT NULL,
  reason BLOB NOT NULL,
  recorded_at INTEGER NOT NULL,
  UNIQUE (entry, version)
)STRICT;

CREATE TABLE exclusion (
  id BLOB PRIMARY KEY NOT NULL,
  exclusion BLOB NOT NULL,
  dossier BLOB NOT NULL REFERENCES dossier (id),
  staff BLOB NOT NULL REFERENCES staff (id),
  author BLOB NOT NULL,
  valid_from INTEGER NOT NULL,
  valid_until INTEGER,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER
)STRICT;

CREATE INDEX exclusion_of_dossier ON exclusion (dossier, staff);

CREATE INDEX exclusion_series ON exclusion (exclusion);

CREATE TABLE existence_check (
  id BLOB PRIMARY KEY NOT NULL,
  staff BLOB NOT NULL REFERENCES staff (id),
  on_day TEXT NOT NULL,
  recorded_at INTEGER NOT NULL
)STRICT;

CREATE INDEX existence_check_of_day ON existence_check (staff, on_day);

CREATE TABLE family_answer (
  id BLOB PRIMARY KEY NOT NULL,
  copy BLOB NOT NULL REFERENCES family_section (id),
  version INTEGER NOT NULL,
  yes INTEGER NOT NULL,
  how TEXT NOT NULL,
  said_on TEXT NOT NULL,
  -- From this instant somebody else says it (CON-04); none: it stays.
  ends_at INTEGER,
  author BLOB NOT NULL,
  -- None: the client.
  staff BLOB REFERENCES staff (id),
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER
)STRICT;

CREATE INDEX family_answer_now ON family_answer (copy) WHERE superseded_at IS NULL;

CREATE TABLE family_section (
  -- The copy of one person.
  id BLOB PRIMARY KEY NOT NULL,
  -- The same for everybody the section is about; and for all sections of the plan.
  section BLOB NOT NULL,
  plan BLOB NOT NULL,
  part BLOB NOT NULL REFERENCES dossier_part (id),
  controller BLOB NOT NULL REFERENCES controller (id),
  domain TEXT NOT NULL,
  category TEXT NOT NULL,
  subject BLOB NOT NULL REFERENCES client (id),
  source TEXT NOT NULL,
  -- How many people it is about. Where a copy was destroyed, nobody else's becomes readable by that.
  people INTEGER NOT NULL,
  version INTEGER NOT NULL,
  stopped INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  content_changed_at INTEGER NOT NULL,
  UNIQUE (section, part)
)STRICT;

CREATE INDEX family_section_of_part ON family_section (part);

CREATE INDEX family_section_of_plan ON family_section (plan);

CREATE INDEX family_section_of_subject ON family_section (subject);

CREATE TABLE family_section_version (
  id BLOB PRIMARY KEY NOT NULL,
  copy BLOB NOT NULL REFERENCES family_section (id),
  version INTEGER NOT NULL,
  author BLOB NOT NULL REFERENCES staff (id),
  content BLOB NOT NULL,
  recorded_at INTEGER NOT NULL,
  UNIQUE (copy, version)
)STRICT;

CREATE TABLE form_done (
  token BLOB PRIMARY KEY NOT NULL,
  account BLOB NOT NULL,
  location TEXT NOT NULL,
  done_at INTEGER NOT NULL
)STRICT;

CREATE TABLE handover (
  id BLOB PRIMARY KEY NOT NULL,
  controller BLOB NOT NULL REFERENCES controller (id),
  dossier BLOB NOT NULL REFERENCES dossier (id),
  part BLOB NOT NULL REFERENCES dossier_part (id),
  domain TEXT NOT NULL,
  from_staff BLOB NOT NULL REFERENCES staff (id),
  to_staff BLOB NOT NULL REFERENCES staff (id),
  starts_at INTEGER NOT NULL,
  -- The first moment at which it is over; none: for good.
  ends_at INTEGER,
  -- When the client was told and how; empty when that was not done yet.
  told_on TEXT,
  told_how TEXT NOT NULL,
  note BLOB NOT NULL,
  -- In the client's own words; none when they wanted nothing told.
  wish BLOB,
  author BLOB NOT NULL REFERENCES staff (id),
  recorded_at INTEGER NOT NULL
)STRICT;

CREATE INDEX handover_of_part ON handover (part, recorded_at);

CREATE TABLE inquiry (
  id BLOB PRIMARY KEY NOT NULL,
  controller BLOB NOT NULL REFERENCES controller (id),
  dossier BLOB NOT NULL REFERENCES dossier (id),
  client BLOB NOT NULL REFERENCES client (id),
  -- The look, as the record had it: its line goes after five years, the question stays readable as long as it is kept.
  number INTEGER NOT NULL,
  times INTEGER NOT NULL,
  looked_at INTEGER NOT NULL,
  staff BLOB NOT NULL REFERENCES staff (id),
  function TEXT NOT NULL,
  team BLOB,
  event TEXT NOT NULL,
  reason TEXT NOT NULL,
  emergency INTEGER NOT NULL,
  words BLOB,
  author BLOB NOT NULL,
  asked_at INTEGER NOT NULL,
  due_on TEXT NOT NULL,
  answer BLOB,
  answered_by BLOB REFERENCES staff (id),
  answered_at INTEGER,
  -- When the client opened the answer; until then their own page points at it.
  seen_at INTEGER
, wants_name INTEGER NOT NULL DEFAULT FALSE, name_told INTEGER NOT NULL DEFAULT FALSE)STRICT;

CREATE UNIQUE INDEX inquiry_of_line ON inquiry (dossier, number);

CREATE INDEX inquiry_open ON inquiry (controller, due_on) WHERE answered_at IS NULL;

CREATE TABLE installation (
  name TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
)STRICT;

CREATE TABLE involvement (
  id BLOB PRIMARY KEY NOT NULL,
  involvement BLOB NOT NULL,
  dossier BLOB NOT NULL REFERENCES dossier (id),
  part BLOB NOT NULL REFERENCES dossier_part (id),
  domain TEXT NOT NULL,
  staff BLOB NOT NULL REFERENCES staff (id),
  role TEXT NOT NULL,
  reason BLOB NOT NULL,
  end_reason BLOB,
  author BLOB NOT NULL,
  valid_from INTEGER NOT NULL,
  valid_until INTEGER,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER
)STRICT;

CREATE INDEX involvement_now ON involvement (staff, valid_until) WHERE superseded_at IS NULL;

CREATE INDEX involvement_of_dossier ON involvement (dossier, staff);

CREATE INDEX involvement_of_part ON involvement (part);

CREATE INDEX involvement_of_staff ON involvement (staff, dossier);

CREATE INDEX involvement_series ON involvement (involvement);

CREATE TABLE kept_form (
  account BLOB PRIMARY KEY NOT NULL REFERENCES account (id),
  path TEXT NOT NULL,
  body BLOB NOT NULL,
  kept_at INTEGER NOT NULL
)STRICT;

CREATE TABLE leaf (
  number INTEGER PRIMARY KEY NOT NULL,
  hash BLOB NOT NULL,
  row_no INTEGER NOT NULL
)STRICT;

CREATE TABLE lease (
  name TEXT PRIMARY KEY NOT NULL,
  holder BLOB NOT NULL,
  until INTEGER NOT NULL
)STRICT;

CREATE TABLE log_finding (
  id BLOB PRIMARY KEY NOT NULL,
  controller BLOB NOT NULL REFERENCES controller (id),
  account BLOB NOT NULL REFERENCES account (id),
  staff BLOB NOT NULL REFERENCES staff (id),
  day TEXT NOT NULL,
  finding TEXT NOT NULL,
  times INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  -- The threshold of that day: a later change alters nothing here.
  ordinary INTEGER NOT NULL,
  found_at INTEGER NOT NULL,
  settled_at INTEGER,
  UNIQUE (controller, account, day, finding)
)STRICT;

CREATE INDEX log_finding_of_day ON log_finding (controller, day);

CREATE INDEX log_finding_open ON log_finding (controller, day) WHERE settled_at IS NULL;

CREATE TABLE log_review_progress (
  one INTEGER PRIMARY KEY NOT NULL,
  day TEXT NOT NULL,
  up_to BLOB NOT NULL,
  finished INTEGER NOT NULL
)STRICT;

CREATE TABLE log_threshold (
  id BLOB PRIMARY KEY NOT NULL,
  controller BLOB NOT NULL REFERENCES controller (id),
  from_day TEXT NOT NULL,
  dossiers INTEGER NOT NULL,
  empty_searches INTEGER NOT NULL,
  out_of_hours INTEGER NOT NULL,
  emergencies INTEGER NOT NULL,
  begins TEXT NOT NULL,
  ends TEXT NOT NULL,
  reason BLOB NOT NULL,
  author BLOB NOT NULL REFERENCES staff (id),
  recorded_at INTEGER NOT NULL
)STRICT;

CREATE INDEX log_threshold_of_controller ON log_threshold (controller, from_day);

CREATE TABLE log_verdict (
  id BLOB PRIMARY KEY NOT NULL,
  finding BLOB NOT NULL REFERENCES log_finding (id),
  turn INTEGER NOT NULL,
  verdict TEXT NOT NULL,
  sentence BLOB NOT NULL,
  author BLOB NOT NULL REFERENCES staff (id),
  recorded_at INTEGER NOT NULL,
  UNIQUE (finding, turn)
)STRICT;

CREATE TABLE look_at_client (
  subject BLOB NOT NULL,
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  staff BLOB,
  account BLOB,
  team BLOB,
  function TEXT NOT NULL,
  event TEXT NOT NULL,
  kind TEXT NOT NULL,
  outcome TEXT NOT NULL,
  basis TEXT NOT NULL,
  reason TEXT NOT NULL,
  emergency INTEGER NOT NULL,
  domains TEXT NOT NULL,
  PRIMARY KEY (subject, number)
)STRICT, WITHOUT ROWID;

CREATE TABLE mail_address (
  account BLOB PRIMARY KEY NOT NULL REFERENCES account (id),
  address BLOB NOT NULL,
  changed_at INTEGER NOT NULL
)STRICT;

CREATE TABLE one_time_code (
  account BLOB NOT NULL REFERENCES account (id),
  kind TEXT NOT NULL,
  number INTEGER NOT NULL,
  hash BLOB NOT NULL,
  made_at INTEGER NOT NULL,
  used_at INTEGER,
  PRIMARY KEY (account, kind, number)
)STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  id BLOB PRIMARY KEY NOT NULL,
  controller BLOB NOT NULL REFERENCES controller (id),
  account BLOB NOT NULL REFERENCES account (id),
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  message_id TEXT NOT NULL,
  tries INTEGER NOT NULL,
  repeats INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  claim BLOB,
  created_at INTEGER NOT NULL,
  ended_at INTEGER
)STRICT;

CREATE INDEX outbox_ended ON outbox (ended_at) WHERE ended_at IS NOT NULL;

CREATE INDEX outbox_of_account ON outbox (account, ended_at);

CREATE INDEX outbox_open ON outbox (due_at) WHERE ended_at IS NULL;

CREATE TABLE owner_key (
  owner BLOB PRIMARY KEY NOT NULL,
  data_key BLOB NOT NULL
)STRICT;

CREATE TABLE part_closing (
  id BLOB PRIMARY KEY NOT NULL,
  part BLOB NOT NULL REFERENCES dossier_part (id),
  reason TEXT NOT NULL,
  author BLOB NOT NULL,
  recorded_at INTEGER NOT NULL
)STRICT;

CREATE INDEX part_closing_of_part ON part_closing (part);

CREATE TABLE part_key (
  part BLOB NOT NULL REFERENCES dossier_part (id),
  quarter TEXT NOT NULL,
  data_key BLOB NOT NULL,
  PRIMARY KEY (part, quarter)
)STRICT, WITHOUT ROWID;

CREATE TABLE passkey (
  id BLOB PRIMARY KEY NOT NULL,
  account BLOB NOT NULL REFERENCES account (id),
  credential BLOB NOT NULL UNIQUE,
  body BLOB NOT NULL,
  browser TEXT NOT NULL,
  system TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  used_at INTEGER
)STRICT;

CREATE INDEX passkey_of_account ON passkey (account);

CREATE TABLE passkey_question (
  token BLOB PRIMARY KEY NOT NULL,
  account BLOB,
  state TEXT NOT NULL,
  began_at INTEGER NOT NULL
)STRICT;

CREATE TABLE pending_activation (
  token BLOB PRIMARY KEY NOT NULL,
  activation BLOB NOT NULL REFERENCES activation (id),
  began_at INTEGER NOT NULL
)STRICT;

CREATE TABLE pending_sign_in (
  token BLOB PRIMARY KEY NOT NULL,
  name BLOB NOT NULL,
  account BLOB,
  password_fits INTEGER NOT NULL,
  began_at INTEGER NOT NULL
)STRICT;

CREATE TABLE people_fact (
  id BLOB PRIMARY KEY NOT NULL,
  fact BLOB NOT NULL,
  client BLOB NOT NULL REFERENCES client (id),
  part BLOB REFERENCES dossier_part (id),
  kind TEXT NOT NULL,
  body BLOB NOT NULL,
  source TEXT NOT NULL,
  author BLOB NOT NULL REFERENCES staff (id),
  -- The second professional, where a change asks for one (C41).
  second BLOB REFERENCES staff (id),
  -- The client reads it; false: somebody who may be a danger could read along.
  for_client INTEGER NOT NULL,
  -- What it asks for and on which day, so that a list of tasks opens nothing.
  due_kind TEXT NOT NULL,
  due_on TEXT,
  -- Why it ended; empty while it holds.
  end_reason TEXT NOT NULL,
  valid_from INTEGER NOT NULL,
  valid_until INTEGER,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER
)STRICT;

CREATE INDEX people_fact_of_client ON people_fact (client);

CREATE INDEX people_fact_of_part ON people_fact (part);

CREATE INDEX people_fact_series ON people_fact (fact);

CREATE TABLE person (
  id BLOB PRIMARY KEY NOT NULL,
  recorded_at INTEGER NOT NULL
)STRICT;

CREATE TABLE plan (
  part BLOB PRIMARY KEY NOT NULL REFERENCES dossier_part (id),
  controller BLOB NOT NULL REFERENCES controller (id),
  domain TEXT NOT NULL,
  category TEXT NOT NULL,
  subject BLOB NOT NULL REFERENCES client (id),
  source TEXT NOT NULL,
  -- The newest version, which whoever saves must have seen.
  version INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  content_changed_at INTEGER NOT NULL
)STRICT;

CREATE TABLE plan_date (
  part BLOB NOT NULL REFERENCES plan (part),
  item BLOB NOT NULL,
  kind TEXT NOT NULL,
  due_on TEXT NOT NULL,
  PRIMARY KEY (part, item)
)STRICT, WITHOUT ROWID;

CREATE TABLE plan_mark (
  id BLOB PRIMARY KEY NOT NULL,
  part BLOB NOT NULL REFERENCES plan (part),
  item BLOB NOT NULL,
  done INTEGER NOT NULL,
  side TEXT NOT NULL,
  marked_on TEXT NOT NULL,
  author BLOB NOT NULL,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER
)STRICT;

CREATE UNIQUE INDEX plan_mark_now ON plan_mark (part, item) WHERE superseded_at IS NULL;

CREATE TABLE plan_question (
  id BLOB PRIMARY KEY NOT NULL,
  part BLOB NOT NULL REFERENCES plan (part),
  -- None: about the plan as a whole.
  item BLOB,
  kind TEXT NOT NULL,
  words BLOB,
  author BLOB NOT NULL,
  asked_at INTEGER NOT NULL,
  answer BLOB,
  answered_by BLOB REFERENCES staff (id),
  answered_at INTEGER
)STRICT;

CREATE INDEX plan_question_of_part ON plan_question (part, asked_at);

CREATE INDEX plan_question_open ON plan_question (part) WHERE answered_at IS NULL;

CREATE TABLE plan_statement (
  id BLOB PRIMARY KEY NOT NULL,
  part BLOB NOT NULL REFERENCES plan (part),
  version INTEGER NOT NULL,
  side TEXT NOT NULL,
  answer TEXT NOT NULL,
  how TEXT NOT NULL,
  said_on TEXT NOT NULL,
  author BLOB NOT NULL,
  -- None: the client.
  staff BLOB REFERENCES staff (id),
  recorded_at INTEGER NOT NULL
)STRICT;

CREATE INDEX plan_statement_of_part ON plan_statement (part, recorded_at);

CREATE TABLE plan_version (
  id BLOB PRIMARY KEY NOT NULL,
  part BLOB NOT NULL REFERENCES plan (part),
  version INTEGER NOT NULL,
  author BLOB NOT NULL REFERENCES staff (id),
  content BLOB NOT NULL,
  recorded_at INTEGER NOT NULL,
  UNIQUE (part, version)
)STRICT;

CREATE TABLE pledge_signature (
  staff BLOB NOT NULL REFERENCES staff (id),
  text_version INTEGER NOT NULL,
  signed_at INTEGER NOT NULL,
  PRIMARY KEY (staff, text_version)
)STRICT, WITHOUT ROWID;

CREATE TABLE post_change (
  id BLOB PRIMARY KEY NOT NULL,
  staff BLOB NOT NULL REFERENCES staff (id),
  turn INTEGER NOT NULL,
  change TEXT NOT NULL,
  -- From when: the first moment of the post, or the first moment at which it is over.
  holds_from INTEGER NOT NULL,
  author BLOB NOT NULL REFERENCES staff (id),
  recorded_at INTEGER NOT NULL,
  UNIQUE (staff, turn)
)STRICT;

CREATE TABLE privacy_notice_delivered (
  id BLOB PRIMARY KEY NOT NULL,
  dossier BLOB NOT NULL REFERENCES dossier (id),
  text_version INTEGER NOT NULL,
  manner TEXT NOT NULL,
  author BLOB NOT NULL,
  recorded_at INTEGER NOT NULL
)STRICT;

CREATE INDEX notice_of_dossier ON privacy_notice_delivered (dossier);

CREATE TABLE protection (
  id BLOB PRIMARY KEY NOT NULL,
  protection BLOB NOT NULL,
  dossier BLOB NOT NULL REFERENCES dossier (id),
  ground TEXT NOT NULL,
  author BLOB NOT NULL,
  valid_from INTEGER NOT NULL,
  valid_until INTEGER,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER
)STRICT;

CREATE INDEX protection_of_dossier ON protection (dossier);

CREATE INDEX protection_series ON protection (protection);

CREATE TABLE proxy (
  id BLOB PRIMARY KEY NOT NULL,
  proxy BLOB NOT NULL,
  person BLOB NOT NULL REFERENCES person (id),
  for_person BLOB NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  domains TEXT NOT NULL,
  author BLOB NOT NULL,
  valid_from INTEGER NOT NULL,
  valid_until INTEGER,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER
)STRICT;

CREATE INDEX proxy_of_person ON proxy (person);

CREATE INDEX proxy_series ON proxy (proxy);

CREATE TABLE record (
  row_no INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL,
  salt BLOB NOT NULL
)STRICT;

CREATE TABLE record_waiting (
  row_no INTEGER PRIMARY KEY NOT NULL
)STRICT;

CREATE TABLE rights_request (
  id BLOB PRIMARY KEY NOT NULL,
  controller BLOB NOT NULL REFERENCES controller (id),
  client BLOB NOT NULL REFERENCES client (id),
  inquiry BLOB UNIQUE REFERENCES inquiry (id),
  data_right TEXT NOT NULL,
  author BLOB NOT NULL,
  received_at INTEGER NOT NULL,
  due_on TEXT NOT NULL
)STRICT;

CREATE INDEX rights_request_of_controller ON rights_request (controller, due_on);

CREATE TABLE schema_version (
           number INTEGER PRIMARY KEY NOT NULL,
           name TEXT NOT NULL,
           applied_at INTEGER NOT NULL
         )STRICT;

CREATE TABLE search_fill (
  kind TEXT PRIMARY KEY NOT NULL,
  last BLOB,
  filled INTEGER NOT NULL,
  finished_at INTEGER
)STRICT;

CREATE TABLE search_item (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  item BLOB NOT NULL,
  owner BLOB NOT NULL,
  -- The day it is about: newest first.
  day TEXT NOT NULL,
  UNIQUE (item, kind)
)STRICT;

CREATE INDEX search_item_of_owner ON search_item (owner);

CREATE TABLE search_token (
  token INTEGER NOT NULL,
  item INTEGER NOT NULL REFERENCES search_item (id),
  PRIMARY KEY (token, item)
)STRICT, WITHOUT ROWID;

CREATE INDEX search_token_of_item ON search_token (item);

CREATE TABLE session (
  id BLOB PRIMARY KEY NOT NULL,
  token BLOB NOT NULL UNIQUE,
  account BLOB NOT NULL REFERENCES account (id),
  staff BLOB REFERENCES staff (id),
  ready INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  confirmed_at INTEGER NOT NULL,
  ended_at INTEGER
, proxy BLOB, browser TEXT NOT NULL DEFAULT 'other', system TEXT NOT NULL DEFAULT 'other')STRICT;

CREATE INDEX session_of_account ON session (account);

CREATE TABLE shield (
  id BLOB PRIMARY KEY NOT NULL,
  shield BLOB NOT NULL,
  entry BLOB NOT NULL REFERENCES entry (id),
  part BLOB NOT NULL REFERENCES dossier_part (id),
  audience TEXT NOT NULL,
  staff BLOB REFERENCES staff (id),
  lift_ground TEXT NOT NULL,
  author BLOB NOT NULL,
  valid_from INTEGER NOT NULL,
  valid_until INTEGER,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER
)STRICT;

CREATE INDEX shield_of_entry ON shield (entry);

CREATE INDEX shield_of_part ON shield (part);

CREATE INDEX shield_series ON shield (shield);

CREATE TABLE sign_in_try (
  token BLOB PRIMARY KEY NOT NULL,
  tries INTEGER NOT NULL,
  since INTEGER NOT NULL
)STRICT;

CREATE TABLE staff (
  id BLOB PRIMARY KEY NOT NULL,
  person BLOB NOT NULL REFERENCES person (id),
  account BLOB NOT NULL REFERENCES account (id),
  controller BLOB NOT NULL REFERENCES controller (id),
  team BLOB REFERENCES team (id),
  function TEXT NOT NULL,
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  valid_from INTEGER NOT NULL,
  valid_until INTEGER,
  recorded_at INTEGER NOT NULL
)STRICT;

CREATE INDEX staff_of_account ON staff (account);

CREATE INDEX staff_of_team ON staff (team);

CREATE TABLE support_agreement (
  id BLOB PRIMARY KEY NOT NULL,
  part BLOB NOT NULL REFERENCES dossier_part (id),
  manner TEXT NOT NULL,
  author BLOB NOT NULL,
  recorded_at INTEGER NOT NULL
)STRICT;

CREATE INDEX agreement_of_part ON support_agreement (part);

CREATE TABLE task (
  id BLOB PRIMARY KEY NOT NULL,
  controller BLOB NOT NULL REFERENCES controller (id),
  dossier BLOB NOT NULL REFERENCES dossier (id),
  part BLOB NOT NULL REFERENCES dossier_part (id),
  domain TEXT NOT NULL,
  author BLOB NOT NULL REFERENCES staff (id),
  recorded_at INTEGER NOT NULL,
  what BLOB NOT NULL,
  -- From when the client reads it, and why not at once (SHA-12); none: at once.
  visible_from TEXT,
  delay_ground TEXT NOT NULL,
  due TEXT,
  -- Nobody: whoever is involved may pick it up.
  owner BLOB REFERENCES staff (id),
  open INTEGER NOT NULL,
  -- Counts the steps below; a deed names the step that it saw.
  step INTEGER NOT NULL,
  last_deed TEXT NOT NULL,
  last_by BLOB NOT NULL REFERENCES staff (id),
  changed_at INTEGER NOT NULL
)STRICT;

CREATE INDEX task_of_part ON task (part, open);

CREATE TABLE task_step (
  id BLOB PRIMARY KEY NOT NULL,
  task BLOB NOT NULL REFERENCES task (id),
  step INTEGER NOT NULL,
  deed TEXT NOT NULL,
  staff BLOB NOT NULL REFERENCES staff (id),
  at INTEGER NOT NULL,
  due TEXT,
  owner BLOB REFERENCES staff (id),
  -- Why it was postponed; none for what needs no reason.
  reason BLOB
)STRICT;

CREATE UNIQUE INDEX task_step_of_task ON task_step (task, step);

CREATE TABLE team (
  id BLOB PRIMARY KEY NOT NULL,
  controller BLOB NOT NULL REFERENCES controller (id),
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  recorded_at INTEGER NOT NULL
)STRICT;

CREATE TABLE training (
  staff BLOB NOT NULL REFERENCES staff (id),
  passed_on TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (staff, passed_on)
)STRICT, WITHOUT ROWID;

CREATE TABLE tree (
  one INTEGER PRIMARY KEY NOT NULL,
  size INTEGER NOT NULL,
  frontier BLOB NOT NULL
)STRICT;

CREATE TABLE withhold_notice (
  id BLOB PRIMARY KEY NOT NULL,
  controller BLOB NOT NULL REFERENCES controller (id),
  team BLOB NOT NULL REFERENCES team (id),
  dossier BLOB NOT NULL,
  number INTEGER NOT NULL,
  subject BLOB NOT NULL,
  what TEXT NOT NULL,
  what_id BLOB NOT NULL,
  ground TEXT NOT NULL,
  hidden_from TEXT NOT NULL,
  proposed_by BLOB NOT NULL REFERENCES staff (id),
  proposed_at INTEGER NOT NULL,
  -- The first moment at which it hides nothing any more while nobody else decided.
  lapses_at INTEGER NOT NULL,
  confirmed_by BLOB REFERENCES staff (id),
  confirmed_at INTEGER,
  review_on TEXT,
  ended_at INTEGER,
  ended_by BLOB REFERENCES staff (id),
  -- refused or released; empty while it runs, and when it lapsed.
  ended_how TEXT NOT NULL,
  -- Whether the client is told the ground, once it is released.
  tell_ground INTEGER NOT NULL
)STRICT;

CREATE INDEX withhold_notice_of_controller ON withhold_notice (controller, proposed_at) WHERE ended_at IS NULL;

CREATE INDEX withhold_notice_of_dossier ON withhold_notice (dossier);

CREATE UNIQUE INDEX withhold_notice_running ON withhold_notice (what_id) WHERE ended_at IS NULL;

CREATE TABLE withhold_step (
  id BLOB PRIMARY KEY NOT NULL,
  notice BLOB NOT NULL REFERENCES withhold_notice (id),
  step TEXT NOT NULL,
  staff BLOB NOT NULL REFERENCES staff (id),
  at INTEGER NOT NULL,
  review_on TEXT,
  sentence BLOB NOT NULL
)STRICT;

CREATE INDEX withhold_step_of_notice ON withhold_step (notice, at);

-- the key shelf, a database of its own

CREATE TABLE data_key (
  id BLOB PRIMARY KEY NOT NULL,
  kek TEXT NOT NULL,
  wrapped BLOB NOT NULL,
  covers TEXT NOT NULL,
  recorded_at INTEGER NOT NULL
)STRICT;

CREATE INDEX data_key_of_kek ON data_key (kek, id);

CREATE TABLE destroyed_key (
  id BLOB PRIMARY KEY NOT NULL,
  destroyed_at INTEGER NOT NULL
)STRICT;

CREATE TABLE installation (
  name TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
)STRICT;

CREATE TABLE schema_version (
           number INTEGER PRIMARY KEY NOT NULL,
           name TEXT NOT NULL,
           applied_at INTEGER NOT NULL
         )STRICT;

CREATE TABLE shelf_state (
  one INTEGER PRIMARY KEY NOT NULL,
  sealing_kek TEXT NOT NULL,
  changes INTEGER NOT NULL,
  data_size INTEGER NOT NULL
)STRICT;
