//! Puts what was encoded into the tables, each row after an example that the product wrote.

use rusqlite::Connection;
use rusqlite::types::Null;
use vault::WrappedKey;

use super::encode::{Batch, Closed, Line, Opened, Written};
use super::example::Rows;
use super::said;

/// Lines between two commits.
const COMMIT: usize = 1 << 20;

/// The tables of a world, open for filling.
pub struct Fill<'c> {
    data: &'c Connection,
    shelf: &'c Connection,
    people: Rows<'c, 2>,
    clients: Rows<'c, 5>,
    fields: Rows<'c, 7>,
    tokens: Rows<'c, 2>,
    dossiers: Rows<'c, 7>,
    notices: Rows<'c, 4>,
    parts: Rows<'c, 7>,
    agreements: Rows<'c, 4>,
    part_keys: Rows<'c, 2>,
    closings: Rows<'c, 4>,
    involvements: Rows<'c, 12>,
    entries: Rows<'c, 8>,
    versions: Rows<'c, 7>,
    records: Rows<'c, 3>,
    leaves: Rows<'c, 3>,
    checkpoints: rusqlite::Statement<'c>,
    keys: Rows<'c, 4>,
    row_no: i64,
    number: i64,
    uncommitted: usize,
}

const A_KEY: &str = "covers = 'part'";

impl<'c> Fill<'c> {
    /// Looks for the examples; `number` is that of the next leaf.
    pub fn new(data: &'c Connection, shelf: &'c Connection, number: u64) -> Result<Self, String> {
        let row_no = data.query_row("SELECT MAX(row_no) FROM record", [], |row| row.get(0)).map_err(said)?;
        begin(data)?;
        begin(shelf)?;
        Ok(Self {
            people: Rows::like(data, "person", "1", ["id", "recorded_at"])?,
            clients: Rows::like(
                data,
                "client",
                "1",
                ["id", "person", "pseudonym", "core_key", "recorded_at"],
            )?,
            fields: Rows::like(
                data,
                "client_field",
                "superseded_at IS NULL",
                ["id", "client", "field", "value", "author", "valid_from", "recorded_at"],
            )?,
            tokens: Rows::like(data, "client_index", "kind = 'name-birth'", ["token", "client"])?,
            dossiers: Rows::like(
                data,
                "dossier",
                "1",
                ["id", "client", "team", "taken_in_by", "number", "recorded_at", "closed_at"],
            )?,
            notices: Rows::like(
                data,
                "privacy_notice_delivered",
                "1",
                ["id", "dossier", "author", "recorded_at"],
            )?,
            parts: Rows::like(
                data,
                "dossier_part",
                "closed_at IS NULL",
                [
                    "id",
                    "dossier",
                    "question",
                    "opened_at",
                    "closed_at",
                    "last_content_change",
                    "last_client_contact",
                ],
            )?,
            agreements: Rows::like(data, "support_agreement", "1", ["id", "part", "author", "recorded_at"])?,
            part_keys: Rows::like(data, "part_key", "1", ["part", "data_key"])?,
            closings: Rows::like(data, "part_closing", "1", ["id", "part", "author", "recorded_at"])?,
            involvements: Rows::like(
                data,
                "involvement",
                "superseded_at IS NULL AND valid_until IS NULL",
                [
                    "id",
                    "involvement",
                    "dossier",
                    "part",
                    "staff",
                    "reason",
                    "end_reason",
                    "author",
                    "valid_from",
                    "valid_until",
                    "recorded_at",
                    "superseded_at",
                ],
            )?,
            entries: Rows::like(
                data,
                "entry",
                "kind = 'phone'",
                [
                    "id",
                    "part",
                    "subject",
                    "author",
                    "happened_on",
                    "version",
                    "recorded_at",
                    "content_changed_at",
                ],
            )?,
            versions: Rows::like(
                data,
                "entry_version",
                "1",
                ["id", "entry", "author", "facts", "opinion", "reason", "recorded_at"],
            )?,
            records: Rows::like(data, "record", "1", ["row_no", "bytes", "salt"])?,
            leaves: Rows::like(data, "leaf", "1", ["number", "hash", "row_no"])?,
            checkpoints: data
                .prepare("INSERT INTO checkpoint (size, note, recorded_at) VALUES (?1, ?2, ?3)")
                .map_err(said)?,
            keys: Rows::like(shelf, "data_key", A_KEY, ["id", "wrapped", "covers", "recorded_at"])?,
            row_no,
            number: number.cast_signed(),
            uncommitted: 0,
            data,
            shelf,
        })
    }

    /// Puts one batch.
    pub fn put(&mut self, batch: &Batch) -> Result<(), String> {
        for opened in &batch.opened {
            self.open(opened)?;
        }
        for written in &batch.written {
            self.write(written)?;
        }
        for Line { bytes, salt, .. } in &batch.lines {
            self.row_no += 1;
            self.records.put([&self.row_no, bytes, salt])?;
        }
        let first = self.row_no - batch.lines.len() as i64;
        for (row_no, line) in (first + 1..).zip(&batch.lines) {
            self.leaves.put([&self.number, &line.leaf, &row_no])?;
            self.number += 1;
        }
        for checkpoint in &batch.checkpoints {
            self.checkpoints.execute((checkpoint.0, &checkpoint.1, checkpoint.2)).map_err(said)?;
        }
        self.uncommitted += batch.lines.len();
        if self.uncommitted >= COMMIT {
            self.uncommitted = 0;
            for conn in [self.data, self.shelf] {
                commit(conn)?;
                begin(conn)?;
            }
        }
        Ok(())
    }

    /// Commits what was put since.
    pub fn finish(self) -> Result<(), String> {
        commit(self.data)?;
        commit(self.shelf)
    }

    fn open(&mut self, it: &Opened) -> Result<(), String> {
        let at = it.at;
        let (client, dossier, part) = (it.client.as_bytes(), it.dossier.as_bytes(), it.part.as_bytes());
        let staff = it.post.staff.as_bytes();
        self.key(&it.core_key, "client", at)?;
        self.key(&it.part_key, "part", at)?;
        if it.is_new_person {
            self.people.put([it.person.as_bytes(), &at])?;
        }
        let core = it.core_key.id.0;
        self.clients.put([client, it.person.as_bytes(), it.pseudonym.as_bytes(), core.as_bytes(), &at])?;
        for (id, field, value) in &it.fields {
            self.fields.put([id.as_bytes(), client, field, value, staff, &at, &at])?;
        }
        self.tokens.put([&it.token, client])?;
        let team = it.post.team.as_bytes();
        self.dossiers.put([dossier, client, team, staff, &it.number, &at, &Null])?;
        self.notices.put([it.notice.as_bytes(), dossier, staff, &at])?;
        let closed_at = it.closed.as_ref().map(|closed| closed.at);
        self.parts.put([part, dossier, &it.question, &at, &closed_at, &it.changed, &it.changed])?;
        self.agreements.put([it.agreement.as_bytes(), part, staff, &at])?;
        self.part_keys.put([part, it.part_key.id.0.as_bytes()])?;
        let series = it.involvement.as_bytes();
        let superseded = it.closed.as_ref().map(|closed| closed.at);
        self.involvements.put([
            series,
            series,
            dossier,
            part,
            staff,
            &it.reason,
            &Null,
            staff,
            &at,
            &Null,
            &at,
            &superseded,
        ])?;
        if let Some(Closed { at: closed, until, closing, involvement, reason, end_reason }) = &it.closed {
            self.closings.put([closing.as_bytes(), part, staff, closed])?;
            self.involvements.put([
                involvement.as_bytes(),
                series,
                dossier,
                part,
                staff,
                reason,
                end_reason,
                staff,
                &at,
                until,
                closed,
                &Null,
            ])?;
        }
        Ok(())
    }

    fn key(&mut self, key: &WrappedKey, covers: &str, at: i64) -> Result<(), String> {
        self.keys.put([key.id.0.as_bytes(), &key.bytes, &covers, &at])
    }

    fn write(&mut self, it: &Written) -> Result<(), String> {
        let (entry, author) = (it.entry.as_bytes(), it.post.staff.as_bytes());
        let (part, client) = (it.part.as_bytes(), it.client.as_bytes());
        self.entries.put([entry, part, client, author, &it.day, &1, &it.at, &it.at])?;
        let version = it.version.as_bytes();
        self.versions.put([version, entry, author, &it.facts, &it.opinion, &it.reason, &it.at])
    }
}

/// Begins what is committed at once.
pub fn begin(conn: &Connection) -> Result<(), String> {
    conn.execute_batch("BEGIN").map_err(said)
}

pub fn commit(conn: &Connection) -> Result<(), String> {
    conn.execute_batch("COMMIT").map_err(said)
}
