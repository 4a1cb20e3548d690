-- What leaves by the network, written in the transaction of the deed that causes it; and where a notice may go.

-- Where somebody wants to be told by e-mail that there is something. No row: they do not. Sealed by the key of the
-- account.
CREATE TABLE mail_address (
  account {id} PRIMARY KEY NOT NULL REFERENCES account (id),
  address {bytes} NOT NULL,
  changed_at {int} NOT NULL
){table};

-- One notice to one account: that there is something, never what. The address is looked up when it is sent.
-- `due_at`: when it may be tried, or while somebody is sending it, when they count as gone. `claim`: who sends it, another
-- one each time. `repeats`: how many tries may have arrived without anybody hearing of it. `message_id`: made before the
-- first try, and the same in each.
CREATE TABLE outbox (
  id {id} PRIMARY KEY NOT NULL,
  controller {id} NOT NULL REFERENCES controller (id),
  account {id} NOT NULL REFERENCES account (id),
  kind {text} NOT NULL,
  state {text} NOT NULL,
  message_id {text} NOT NULL,
  tries {int} NOT NULL,
  repeats {int} NOT NULL,
  due_at {int} NOT NULL,
  claim {id},
  created_at {int} NOT NULL,
  ended_at {int}
){table};
CREATE INDEX outbox_open ON outbox (due_at) WHERE ended_at IS NULL;
CREATE INDEX outbox_ended ON outbox (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX outbox_of_account ON outbox (account, ended_at);
