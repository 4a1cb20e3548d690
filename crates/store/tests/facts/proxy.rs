//! Acting for another person (ACC-11): the session, the policies and the record know who acted and for whom.
//! No policy gives a proxy anything yet, so what is held here is that nothing else does.

use app::portal::Home;
use domain::PersonId;
use ledger::{Capacity, Outcome};
use store::NotDone;
use testkit::{BILAL, FATMA, World, both_engines};
use uuid::Uuid;

const PROXY: Uuid = Uuid::from_u128(1);

/// Fatma's session becomes one in which she acts for Bilal, from now until the given instant.
async fn fatma_acts_for_bilal(w: &World, until: Option<i64>) -> PersonId {
    let session = w.person("fatma").signs_in().await;
    let (fatma, bilal) = (w.person("fatma").member().person, w.bilal().member().person);
    let raw = w.raw();
    raw.run(&format!(
        "INSERT INTO proxy (id, proxy, person, for_person, kind, domains, author, valid_from, valid_until, recorded_at)
         VALUES ({id}, {id}, {fatma}, {bilal_id}, 'adult', 'wmo', {fatma}, {now}, {until}, {now});
         UPDATE session SET proxy = {id} WHERE id = {session}",
        id = raw.id(PROXY),
        fatma = raw.id(fatma.uuid()),
        bilal_id = raw.id(bilal.uuid()),
        now = w.now().as_millisecond(),
        until = until.map_or("NULL".into(), |until| until.to_string()),
        session = raw.id(session.uuid()),
    ))
    .await;
    bilal
}

both_engines! {
    async fn a_proxy_reaches_nothing_without_a_policy_and_the_record_names_both(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let bilal = fatma_acts_for_bilal(&w, None).await;

        let home = w.person("fatma").looks(Home).await;
        let read = w.person("fatma").reads_own(dossier.id).await;

        assert!(matches!(home, Err(NotDone::Denied { .. })), "{home:?}");
        assert!(matches!(read, Err(NotDone::Denied { .. })), "{read:?}");
        let record = w.last_record().await;
        assert_eq!((record.event.as_str(), record.outcome), ("ReadOwnDossier", Outcome::Denied));
        assert_eq!(record.capacity, Capacity::Proxy);
        assert_eq!(record.account, Some(w.person("fatma").member().account.uuid()));
        assert_eq!(record.on_behalf_of, Some(bilal.uuid()));
    }

    async fn whoever_acts_for_another_is_not_themselves_meanwhile(w: World) {
        let own = w.ria().opens_dossier_of(FATMA).await;
        w.person("fatma").reads_own(own.id).await.expect("for herself");
        fatma_acts_for_bilal(&w, None).await;

        let read = w.person("fatma").reads_own(own.id).await;

        assert!(matches!(read, Err(NotDone::Denied { .. })), "{read:?}");
    }

    async fn a_proxy_that_ends_ends_its_sessions_at_once(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let end = w.now() + jiff::SignedDuration::from_secs(60);
        fatma_acts_for_bilal(&w, Some(end.as_millisecond())).await;
        let before = w.person("fatma").reads_own(dossier.id).await;
        let lines = w.records().await.len();

        w.clock.set_to(end);
        let after = w.person("fatma").reads_own(dossier.id).await;

        assert!(matches!(before, Err(NotDone::Denied { .. })), "{before:?}");
        assert!(matches!(after, Err(NotDone::SignedOut)), "{after:?}");
        assert_eq!(w.records().await.len(), lines, "there is no actor left to record");
    }
}
