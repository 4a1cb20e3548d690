//! A worker looks along at the client's own view: what the client would see, of what the worker may see, and both read in
//! the record that it was done.

use app::NotDone;
use app::entry::Hide;
use app::portal::Together;
use domain::{DelayGround, LegalDomain, ShieldAudience, Visibility};
use testkit::{BILAL, Dossier, Intake, World, both_engines};

async fn of_bilal(w: &World) -> Dossier {
    w.ria().takes_in(Intake::of(BILAL).about(&[LegalDomain::Wmo])).await
}

both_engines! {
    async fn together_is_what_the_client_reads_alone(w: World) {
        let dossier = of_bilal(&w).await;
        w.ria().writes(dossier.first_part(), "Bilal belt de huisarts.").await.expect("involved");
        let mut later = w.ria().note(dossier.first_part(), "Zijn broer leest mee.");
        let until = jiff::civil::date(2026, 4, 1);
        later.visibility = Visibility::Delayed { until, ground: DelayGround::DangerToClient, announced: false };
        w.ria().performs(later).await.expect("involved");

        let together = w.ria().looks(Together(dossier.id)).await.expect("involved");

        assert_eq!(together, w.bilal().reads_own(dossier.id).await.expect("his own"));
        assert_eq!(together.entries.len(), 1, "what is delayed is for nobody on this screen");
    }

    async fn what_is_hidden_from_the_worker_or_under_another_law_is_not_on_that_screen(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[LegalDomain::Wmo])).await;
        w.joost().assigns(dossier.first_part(), w.samira().staff()).await.expect("his team");
        let secret = w.ria().writes(dossier.first_part(), "Niet voor Samira.").await.expect("involved").entry;
        w.ria().writes(dossier.first_part(), "Voor iedereen.").await.expect("involved");
        let hide = Hide { entry: secret, audience: ShieldAudience::OneWorker, staff: Some(w.samira().staff()) };
        w.ria().performs(hide).await.expect("the client asked");

        let with_samira = w.samira().looks(Together(dossier.id)).await.expect("involved");
        let with_ria = w.ria().looks(Together(dossier.id)).await.expect("involved");

        let facts: Vec<String> = with_samira.entries.iter().map(|it| it.facts.to_string()).collect();
        assert_eq!(facts, ["Voor iedereen."]);
        assert_eq!(with_ria.entries.len(), 2);
        let named = w.records().await.into_iter().filter(|it| it.event == "LookTogether");
        let of_samira: Vec<_> = named.filter(|it| it.staff == Some(w.samira().staff().uuid())).collect();
        assert!(of_samira.iter().all(|it| !it.items.contains(&secret.uuid())), "nor in the record");
    }

    async fn the_client_reads_who_looked_along_and_only_the_involved_can(w: World) {
        let dossier = of_bilal(&w).await;

        w.ria().looks(Together(dossier.id)).await.expect("involved");

        let looks = w.bilal().sees_looks(dossier.id).await.expect("his own").lines();
        let told: Vec<&str> =
            looks.iter().filter(|it| it.staff == w.ria().staff()).map(|it| it.action.as_str()).collect();
        assert!(told.contains(&"LookTogether"), "{told:?}");
        for who in ["samira", "joost", "devi", "tom", "kees", "olga"] {
            let refused = w.person(who).looks(Together(dossier.id)).await;
            assert!(matches!(refused, Err(NotDone::Denied { .. })), "{who}: {refused:?}");
        }
    }
}
