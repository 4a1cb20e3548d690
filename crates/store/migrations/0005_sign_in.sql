-- Signing in, complete: guessing slowed, sessions seen by their owner, codes that work once, activation
-- at the desk, passkeys, and what changed told to the person.

-- Guessing is slowed by what was tried, never by who exists: keyed hashes of a network, of a name, or of
-- both. No name and no address stands here.
CREATE TABLE sign_in_try (
  token {bytes} PRIMARY KEY NOT NULL,
  tries {int} NOT NULL,
  since {int} NOT NULL
){table};

-- Names that nobody has are slowed like others, so an account counts nothing itself.
ALTER TABLE account DROP COLUMN failures;
ALTER TABLE account DROP COLUMN failed_at;

-- `name` is the keyed hash of the name that was typed, for counting at the second step.
DROP TABLE pending_sign_in;
CREATE TABLE pending_sign_in (
  token {bytes} PRIMARY KEY NOT NULL,
  name {bytes} NOT NULL,
  account {id},
  password_fits {bool} NOT NULL,
  began_at {int} NOT NULL
){table};

-- In plain words for its owner: what kind of browser on what kind of machine.
ALTER TABLE session ADD COLUMN browser {text} NOT NULL DEFAULT 'other';
ALTER TABLE session ADD COLUMN system {text} NOT NULL DEFAULT 'other';

-- Recovery codes and printed lists: keyed hashes, each used once. A new set takes the place of the old.
CREATE TABLE one_time_code (
  account {id} NOT NULL REFERENCES account (id),
  kind {text} NOT NULL,
  number {int} NOT NULL,
  hash {bytes} NOT NULL,
  made_at {int} NOT NULL,
  used_at {int},
  PRIMARY KEY (account, kind, number)
){clustered};

-- Issued at a desk after seeing an identity document: its kind, never its number or a copy. Once, 14 days.
CREATE TABLE activation (
  id {id} PRIMARY KEY NOT NULL,
  account {id} NOT NULL REFERENCES account (id),
  hash {bytes} NOT NULL,
  document {text} NOT NULL,
  author {id} NOT NULL REFERENCES staff (id),
  issued_at {int} NOT NULL,
  valid_until {int} NOT NULL,
  used_at {int}
){table};
CREATE INDEX activation_of_account ON activation (account);

-- Between the activation code and the new password: half an hour.
CREATE TABLE pending_activation (
  token {bytes} PRIMARY KEY NOT NULL,
  activation {id} NOT NULL REFERENCES activation (id),
  began_at {int} NOT NULL
){table};

-- `credential` is the keyed hash of its id; `body` the public key and what belongs to it, sealed.
CREATE TABLE passkey (
  id {id} PRIMARY KEY NOT NULL,
  account {id} NOT NULL REFERENCES account (id),
  credential {bytes} NOT NULL UNIQUE,
  body {bytes} NOT NULL,
  browser {text} NOT NULL,
  system {text} NOT NULL,
  made_at {int} NOT NULL,
  used_at {int}
){table};
CREATE INDEX passkey_of_account ON passkey (account);

-- Between the question to a passkey and its answer: five minutes. `state` holds the question only.
CREATE TABLE passkey_question (
  token {bytes} PRIMARY KEY NOT NULL,
  account {id},
  state {text} NOT NULL,
  began_at {int} NOT NULL
){table};

-- What changed about signing in, told to the person until they saw it.
CREATE TABLE account_notice (
  id {id} PRIMARY KEY NOT NULL,
  account {id} NOT NULL REFERENCES account (id),
  event {text} NOT NULL,
  happened_at {int} NOT NULL,
  seen_at {int}
){table};
CREATE INDEX account_notice_of_account ON account_notice (account, happened_at);
