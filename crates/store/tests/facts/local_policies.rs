//! What a house forbids besides the program: the gate says no, the record says why, and no list shows what does not open.

use app::NotDone;
use app::caseload::ChooseOwn;
use domain::LegalDomain;
use policy::{LocalFile, Policies};
use testkit::{BILAL, Intake, World, both_engines};

const WMO_ELSEWHERE: &str = r#"
@id("local-wmo-elsewhere")
@reason("De Wmo doet bij ons een ander team.")
forbid (principal is Staff, action in [Action::"ReadDossier", Action::"ReadEntry"], resource is Part)
when { resource.domain == "wmo" };
"#;

fn house(text: &str) -> Policies {
    let file = LocalFile { name: "huis.cedar".into(), text: text.into() };
    Policies::with_local(&[file]).expect("it only forbids")
}

both_engines! {
    async fn a_forbid_of_the_house_closes_what_the_program_opens(w: World) {
        let mut w = w;
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[LegalDomain::Wmo])).await;
        w.ria().reads(dossier.id).await.expect("involved");
        let version = w.last_record().await.policy_set;

        w.restarts_by(house(WMO_ELSEWHERE)).await;
        let read = w.ria().reads(dossier.id).await;
        let record = w.last_record().await;
        let list = w.ria().looks(ChooseOwn).await.expect("the list is there");

        assert!(matches!(read, Err(NotDone::Denied { ref policies }) if policies.is_empty()), "nothing is told");
        assert_eq!(record.policies, ["local-wmo-elsewhere"]);
        assert_ne!(record.policy_set, version, "each record tells by which policies");
        assert!(list.is_empty(), "no list shows what does not open: {list:?}");
    }

    async fn what_the_house_does_not_speak_of_stays_as_it_was(w: World) {
        let mut w = w;
        let both = w.ria().takes_in(Intake::of(BILAL).about(&[LegalDomain::Voluntary, LegalDomain::Wmo])).await;

        w.restarts_by(house(WMO_ELSEWHERE)).await;
        let read = w.ria().reads(both.id).await.expect("voluntary help is still there");
        let list = w.ria().looks(ChooseOwn).await.expect("the list is there");

        let domains: Vec<LegalDomain> = read.head.parts.iter().map(|part| part.domain).collect();
        assert_eq!(domains, [LegalDomain::Voluntary]);
        let listed: Vec<LegalDomain> = list.iter().flat_map(|case| case.domains.iter().map(|(of, _)| *of)).collect();
        assert_eq!(listed, [LegalDomain::Voluntary]);
    }
}
