//! Who is told of it (ACC-03): every line on the record, coordinator and deputy, and the client once for each look.

use testkit::both_engines;

use super::*;

both_engines! {
    async fn every_line_of_it_is_marked_and_says_why(w: World) {
        let dossier = bilals(&w).await;

        opened(&w, "tom", &BILAL).await;
        let opening = w.last_record().await;
        w.tom().reads(dossier.id).await.expect("open");
        let look = w.last_record().await;
        w.ria().reads(dossier.id).await.expect("involved");
        let ordinary = w.last_record().await;

        let access = access(&w, "tom").await.uuid();
        for record in [&opening, &look] {
            assert!(record.emergency);
            assert_eq!((record.basis.as_str(), record.basis_id), ("emergency", Some(access)));
            assert_eq!(record.reason, "client-present");
            assert_eq!(record.domains, ["voluntary"]);
            assert_eq!(record.subject, ordinary.subject);
        }
        assert_eq!(opening.event, "OpenEmergency");
        assert_eq!(look.policies, ["emergency-reads"]);
        assert!(!ordinary.emergency);
    }

    async fn coordinator_and_deputy_are_told_at_once_and_others_of_nothing(w: World) {
        bilals(&w).await;

        opened(&w, "tom", &BILAL).await;

        for who in ["joost", "devi"] {
            let told = w.person(who).looks(List(w.person(who).member().team)).await.expect("coordinates").openings;
            assert_eq!(told.len(), 1, "{who}");
            assert_eq!((told[0].name.as_str(), told[0].team_name.as_str()), ("Tom Bakker", "Wijkteam Zuid"));
            assert_eq!(&*told[0].sentence, "Staat aan de balie, kan niet wachten.");
            assert_eq!(told[0].review_due, jiff::civil::date(2026, 3, 9));
            assert!(told[0].is_open(w.now()));
        }
        assert!(w.karin().looks(List(w.karin().member().team)).await.expect("her team").openings.is_empty());
        for who in ["ria", "tom", "kees"] {
            denied(&w.person(who).looks(List(w.joost().member().team)).await);
        }
    }

    async fn a_client_who_is_in_a_list_twice_is_looked_at_once(w: World) {
        bilals(&w).await;
        for _ in 0..2 {
            opened(&w, "tom", &BILAL).await;
            let open = access(&w, "tom").await;
            w.person("tom").performs(End(open)).await.expect("his own");
        }
        let before = w.records().await.len();

        let told = w.joost().looks(List(w.joost().member().team)).await.expect("coordinates").openings;

        assert_eq!(told.len(), 2);
        let lines = w.records().await.split_off(before);
        let about = lines.iter().filter(|it| it.event == "ListEmergencies" && it.subject.is_some()).count();
        assert_eq!(about, 1, "one look is one line to the client: {lines:?}");
    }

    async fn the_only_coordinator_opens_and_the_deputy_is_told(w: World) {
        let dossier = bilals(&w).await;

        opened(&w, "joost", &BILAL).await;

        w.joost().reads(dossier.id).await.expect("open");
        let told = w.person("devi").looks(List(w.joost().member().team)).await.expect("coordinates").openings;
        assert_eq!(told.len(), 1);
        w.person("devi").performs(End(told[0].id)).await.expect("the deputy");
        denied(&w.joost().reads(dossier.id).await);
    }

    async fn a_look_restarts_no_term(w: World) {
        let dossier = bilals(&w).await;
        let clocks = "SELECT last_content_change, last_client_contact FROM dossier_part";
        let before = w.raw().rows(clocks).await;
        w.clock.advance(SignedDuration::from_hours(48));

        opened(&w, "tom", &BILAL).await;
        w.tom().reads(dossier.id).await.expect("open");

        assert_eq!(format!("{:?}", w.raw().rows(clocks).await), format!("{before:?}"));
    }
}
