//! Breaking the glass (ACC-03): who may, what opens, how it ends, who is told, and that an ordinary open costs no more.

use testkit::{BILAL, Engine, World};

/// What one look at a dossier with one part costs; with what emergency access needs to know in it.
const STATEMENTS_OF_AN_OPEN: u64 = 11;
const DECISIONS_OF_AN_OPEN: u64 = 1;

/// On SQLite a look is one poll on the thread that asks, so that its own counters say all; the statements are the same
/// on PostgreSQL.
#[test]
fn an_ordinary_open_makes_as_many_statements_and_decisions_as_before() {
    testkit::run(Engine::Sqlite, async |w: World| {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().writes(dossier.first_part(), "Bilal belde.").await.expect("involved");
        w.ria().reads(dossier.id).await.expect("involved");
        let asker = w.ria().asker().await;
        let before = store::tally();

        let look = app::dossier::ReadIt { dossier: dossier.id, page: 0, take: app::dossier::PAGE };
        let found = w.app.look(asker, look).await.expect("involved");

        let after = store::tally();
        found.done().await.expect("recorded");
        assert_eq!(after.statements - before.statements, STATEMENTS_OF_AN_OPEN);
        assert_eq!(after.decisions - before.decisions, DECISIONS_OF_AN_OPEN);
    });
}
