//! The tables made from the record, for "who looked" and the log views: a row that tells otherwise than its record, one
//! too few and one too many are found.

use testkit::{BILAL, World, both_engines};

both_engines! {
    async fn a_projection_that_tells_otherwise_is_found(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().reads(dossier.id).await.expect("involved");
        w.sequences().await;
        let raw = w.raw();
        let newest = |table: &str| format!("(SELECT MAX(number) FROM {table})");
        let line = raw.one("SELECT MAX(number) FROM look_at_client").await.int();
        let id = raw.id(uuid::Uuid::from_u128(5));
        let changes = [
            "at = at + 1".to_owned(),
            format!("staff = {id}"),
            format!("account = {id}"),
            format!("team = {id}"),
            "function = 'intake'".into(),
            "event = 'ReadEntry'".into(),
            "kind = 'C'".into(),
            "outcome = 'denied'".into(),
            "basis = 'function'".into(),
            "reason = 'x'".into(),
            "emergency = TRUE".into(),
            "domains = 'wmo'".into(),
            format!("subject = {id}"),
        ];
        for change in changes {
            raw.run(&format!("UPDATE look_at_client SET {change} WHERE number = {}", newest("look_at_client"))).await;
            let found = w.store.check_projections().await.expect("it can be read");
            assert_eq!((found.wrong, found.too_many), (vec![line], 0), "{change}");
            w.recomputes().await;
        }

        let line = raw.one("SELECT MAX(number) FROM deed_of_actor").await.int();
        for change in ["at = at + 1", "event = 'X'", "kind = 'C'", "outcome = 'failed'", "subject = NULL"] {
            raw.run(&format!("UPDATE deed_of_actor SET {change} WHERE number = {}", newest("deed_of_actor"))).await;
            let found = w.store.check_projections().await.expect("it can be read");
            assert_eq!((found.wrong, found.too_many), (vec![line], 0), "{change}");
            w.recomputes().await;
        }

        for table in ["look_at_client", "deed_of_actor"] {
            let line = raw.one(&format!("SELECT MAX(number) FROM {table}")).await.int();
            raw.run(&format!("DELETE FROM {table} WHERE number = {line}")).await;
            let found = w.store.check_projections().await.expect("it can be read");
            assert_eq!(found.wrong, [line], "a row taken out of {table}");
            w.recomputes().await;
        }

        raw.run(&format!(
            "INSERT INTO deed_of_actor (account, number, at, event, kind, outcome)
             VALUES ({id}, 1, 0, 'ReadDossier', 'R', 'done')"
        ))
        .await;
        let found = w.store.check_projections().await.expect("it can be read");
        assert_eq!((found.wrong.len(), found.too_many), (0, 1), "a row that no record knows");
    }
}
