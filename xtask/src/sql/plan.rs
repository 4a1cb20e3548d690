//! No statement reads all of a table that grows with the years: at the end of a city's decades that is a minute. Asked of
//! SQLite's planner, whose plan is the product's own; where it is right to read all, the table below says why.

use rusqlite::Connection;

/// Tables with a row for each dossier, entry or deed.
const GROWING: &[&str] = &[
    "account",
    "client",
    "client_field",
    "client_index",
    "deed_of_actor",
    "dossier",
    "dossier_part",
    "entry",
    "entry_version",
    "involvement",
    "leaf",
    "look_at_client",
    "part_closing",
    "part_key",
    "people_fact",
    "person",
    "privacy_notice_delivered",
    "record",
    "shield",
    "support_agreement",
];

/// File and table that may be read from one end to the other, and why.
const ALLOWED: &[(&str, &str, &str)] = &[
    ("client/intake.rs", "dossier", "the highest number"),
    ("client/log_review/job.rs", "record", "the oldest one"),
    ("fit.rs", "account", "the newest hundred"),
    ("fit.rs", "client", "the newest hundred"),
    ("fit.rs", "dossier_part", "the newest hundred"),
    ("newest.rs", "record", "the newest one"),
    ("store.rs", "client", "whether there is one"),
    ("store.rs", "part_key", "whether there is one"),
    ("verify.rs", "deed_of_actor", "verifying counts them all"),
    ("verify.rs", "look_at_client", "verifying counts them all"),
];

/// The growing tables that this statement of a file reads as a whole, without leave.
pub fn read_whole(conn: &Connection, file: &str, statement: &str) -> Vec<&'static str> {
    let plan = format!("EXPLAIN QUERY PLAN {statement}");
    let Ok(mut plan) = conn.prepare(&plan) else { return Vec::new() };
    // Parameters stay unbound: a plan does not look at them.
    let mut rows = plan.raw_query();
    let mut found = Vec::new();
    while let Ok(Some(row)) = rows.next() {
        let detail: String = row.get(3).unwrap_or_default();
        // All that one organisation has is all there is.
        let of_one = detail.strip_prefix("SEARCH ").filter(|rest| rest.ends_with("(controller=?)"));
        let Some(name) = detail.strip_prefix("SCAN ").or(of_one).and_then(|rest| rest.split(' ').next())
        else {
            continue;
        };
        let whole = |table: &&&'static str| {
            is_called(statement, table, name)
                && !ALLOWED.iter().any(|(where_, what, _)| file.ends_with(where_) && *what == **table)
        };
        found.extend(GROWING.iter().find(whole).copied());
    }
    found
}

/// Whether `name` stands for this table in the statement: the table itself, or its alias.
fn is_called(statement: &str, table: &str, name: &str) -> bool {
    let words: Vec<&str> =
        statement.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).collect();
    words
        .windows(2)
        .any(|two| matches!(two[0], "FROM" | "JOIN" | "UPDATE") && two[1] == table && name == table)
        || words.windows(3).any(|three| {
            matches!(three[0], "FROM" | "JOIN" | "UPDATE") && three[1] == table && three[2] == name
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(file: &str, statement: &str) -> Vec<&'static str> {
        let conn = Connection::open_in_memory().expect("a database");
        conn.execute_batch(
            "CREATE TABLE involvement (id BLOB PRIMARY KEY, part BLOB, staff BLOB);
             CREATE INDEX of_staff ON involvement (staff);
             CREATE TABLE client (id BLOB PRIMARY KEY, controller BLOB);
             CREATE INDEX of_controller ON client (controller);
             CREATE TABLE team (id BLOB PRIMARY KEY, name TEXT);",
        )
        .expect("tables");
        read_whole(&conn, file, statement)
    }

    #[test]
    fn a_column_without_an_index_reads_all_there_is() {
        let found =
            whole("client/involvements.rs", "SELECT i.id FROM involvement i WHERE i.part IN (?1, ?2)");

        assert_eq!(found, ["involvement"]);
    }

    #[test]
    fn so_does_a_question_asked_for_each_row() {
        let statement = "SELECT c.id FROM client c WHERE c.id = ?1 \
                         AND NOT EXISTS (SELECT 1 FROM involvement WHERE part = c.id)";

        assert_eq!(whole("queue.rs", statement), ["involvement"]);
    }

    #[test]
    fn all_that_one_organisation_has_is_all_there_is() {
        let statement = "SELECT id FROM client WHERE controller = ?1";

        assert_eq!(whole("client/portal.rs", statement), ["client"]);
    }

    #[test]
    fn what_an_index_finds_and_what_stays_small_pass() {
        for statement in [
            "SELECT id FROM involvement WHERE staff = ?1",
            "SELECT id FROM involvement WHERE id = ?1",
            "SELECT id FROM team ORDER BY name",
            "SELECT t.id FROM team t LEFT JOIN involvement i ON i.staff = t.id",
        ] {
            assert_eq!(whole("any.rs", statement), [""; 0], "{statement}");
        }
    }

    #[test]
    fn leave_is_of_one_file_and_one_table() {
        let statement = "SELECT id FROM client ORDER BY id DESC LIMIT ?1";

        assert_eq!(whole("crates/store/src/fit.rs", statement), [""; 0]);
        assert_eq!(whole("crates/store/src/client/portal.rs", statement), ["client"]);
    }
}
