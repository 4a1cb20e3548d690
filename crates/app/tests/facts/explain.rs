//! The data protection officer asks who can see a dossier now, why, and what a change would do (ACC-14): the engine
//! answers, nothing is changed, and the asking is a look of which the client hears.

use app::NotDone;
use app::dossier::ReadIt;
use app::emergency::{Begin, End, Form, Open, Whom};
use app::explain::{Change, Effect, Explain, Explained, Question, Seer};
use app::standing::{About, Declare, Exclude};
use domain::{
    BirthDate, ConflictKind, DossierId, EmergencyId, EmergencyLength, EmergencyReason, InvestigationGround,
    LegalDomain, Sentence, StaffId,
};
use testkit::{BILAL, FATMA, Intake, Outcome, World, both_engines};

fn question(number: i64, suppose: Option<(StaffId, Change)>) -> Explain {
    Explain { question: Question { number, suppose }, ground: InvestigationGround::ClientAsked }
}

async fn number_of(w: &World, dossier: DossierId) -> i64 {
    w.ria().looks(ReadIt { dossier, page: 0, take: 0 }).await.expect("involved").head.number
}

async fn asks(w: &World, who: &'static str, asked: Explain) -> Option<Explained> {
    w.person(who).signs_in_again().await;
    w.person(who).looks(asked).await.expect("the officer may ask").1
}

fn seer<'a>(found: &'a Explained, name: &str) -> &'a Seer {
    found.people.iter().find(|it| it.name == name).unwrap_or_else(|| panic!("no {name} in {found:?}"))
}

fn deeds(effects: &[Effect], gained: bool) -> Vec<&str> {
    effects.iter().filter(|it| it.gained == gained).map(|it| it.action).collect()
}

async fn breaks_the_glass(w: &World, who: &'static str) -> EmergencyId {
    let form = Form {
        surname: BILAL.surname.to_owned(),
        birth_date: BirthDate::full(BILAL.born),
        bsn: None,
        reason: EmergencyReason::ClientPresent,
        sentence: Sentence::new("Staat aan de balie, kan niet wachten.").expect("a sentence"),
        length: EmergencyLength::USUAL,
    };
    w.person(who).signs_in_again().await;
    let open = Open { whom: Whom::Sought(Box::new(form)), form: w.random_id() };
    w.person(who).performs(open).await.expect("it opens");
    w.person(who).looks(Begin).await.expect("carries cases").openings[0].id
}

both_engines! {
    async fn nobody_but_the_officer_may_ask_and_not_even_the_officer_with_an_old_sign_in(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let number = number_of(&w, dossier.id).await;

        for who in ["ria", "samira", "joost", "kees", "wouter", "petra"] {
            w.person(who).signs_in_again().await;
            let refused = w.person(who).looks(question(number, None)).await;
            assert!(matches!(refused, Err(NotDone::Denied { ref policies }) if policies.is_empty()), "{who}: {refused:?}");
        }
        w.olga().session().await;
        w.clock.advance(jiff::SignedDuration::from_mins(14));
        let stale = w.olga().looks(question(number, None)).await;

        assert!(matches!(stale, Err(NotDone::Denied { ref policies }) if policies == &["wall-stale-sign-in"]), "{stale:?}");
    }

    async fn who_sees_a_dossier_and_why_is_what_the_engine_says(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[LegalDomain::DebtCounselling, LegalDomain::Wmo])).await;
        let number = number_of(&w, dossier.id).await;

        let found = asks(&w, "olga", question(number, None)).await.expect("there is one");

        assert_eq!(found.domains, [LegalDomain::DebtCounselling, LegalDomain::Wmo]);
        let ria = seer(&found, "Ria de Wit");
        assert!(ria.facts.involved && ria.knows && ria.ready);
        assert!(ria.sees.iter().all(|(_, verdict)| verdict.allowed && verdict.policies == ["involved-reads"]), "{ria:?}");
        let joost = seer(&found, "Joost Meijer");
        assert!(joost.facts.coordinates && joost.knows && joost.sees.iter().all(|(_, verdict)| !verdict.allowed));
        let devi = seer(&found, "Devi Ramdin");
        assert!(!devi.knows, "the coordinator is there");
        assert!(found.people.iter().all(|it| it.name != "Samira Haddad"), "a team is no fact");
    }

    async fn who_is_kept_out_stands_there_with_the_wall(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let number = number_of(&w, dossier.id).await;
        let born = BirthDate::full(BILAL.born);
        let about = About::Person { surname: BILAL.surname.to_owned(), birth_date: born };
        w.samira().performs(Declare { kind: ConflictKind::Relative, about }).await.expect("declared");
        w.joost().performs(Exclude { dossier: dossier.id, staff: w.daan().staff() }).await.expect("excluded");

        let found = asks(&w, "olga", question(number, None)).await.expect("there is one");

        let walls = |name| seer(&found, name).sees.iter().flat_map(|(_, verdict)| verdict.policies.clone()).collect::<Vec<_>>();
        assert!(seer(&found, "Samira Haddad").facts.conflict && walls("Samira Haddad").contains(&"wall-conflict".to_owned()));
        assert!(seer(&found, "Daan Vos").facts.excluded && walls("Daan Vos").contains(&"wall-excluded".to_owned()));
    }

    async fn whoever_has_it_open_in_an_emergency_stands_there_until_it_ends(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let number = number_of(&w, dossier.id).await;
        let opened = breaks_the_glass(&w, "samira").await;

        let found = asks(&w, "olga", question(number, None)).await.expect("there is one");
        let samira = seer(&found, "Samira Haddad");
        assert!(samira.facts.emergency && !samira.facts.involved);
        assert!(samira.sees.iter().any(|(_, verdict)| verdict.allowed && verdict.policies == ["emergency-reads"]), "{samira:?}");

        w.samira().performs(End(opened)).await.expect("ended");
        let found = asks(&w, "olga", question(number, None)).await.expect("there is one");
        assert!(found.people.iter().all(|it| it.name != "Samira Haddad"));
    }

    async fn a_change_is_worked_out_and_nothing_is_written(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let number = number_of(&w, dossier.id).await;
        let domain = asks(&w, "olga", question(number, None)).await.expect("there is one").domains[0];
        let samira = w.samira().staff();
        let before = w.raw().one("SELECT COUNT(*) FROM involvement").await.int();

        let found = asks(&w, "olga", question(number, Some((samira, Change::Involved(domain))))).await.expect("there is one");
        let ria = asks(&w, "olga", question(number, Some((w.ria().staff(), Change::Conflict(true))))).await.expect("there is one");

        let supposed = found.supposed.expect("it was asked");
        assert_eq!(supposed.name, "Samira Haddad");
        assert!(deeds(&supposed.effects, true).contains(&"ReadDossier") && deeds(&supposed.effects, false).is_empty());
        assert!(found.people.iter().all(|it| it.name != "Samira Haddad"), "as it is, she has nothing to do with it");
        let lost = ria.supposed.expect("it was asked").effects;
        assert!(deeds(&lost, false).contains(&"ReadDossier") && lost.iter().all(|it| it.policies == ["wall-conflict"]));
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM involvement").await.int(), before);
        assert!(matches!(w.samira().reads(dossier.id).await, Err(NotDone::Denied { .. })));
        w.ria().reads(dossier.id).await.expect("still involved");
    }

    async fn the_asking_is_on_the_record_and_the_client_sees_it(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let number = number_of(&w, dossier.id).await;

        asks(&w, "olga", question(number, None)).await.expect("there is one");
        let record = w.last_record().await;
        w.sequences().await;
        let looks = w.bilal().sees_looks(dossier.id).await.expect("the own dossier").looks;

        assert_eq!((record.event.as_str(), record.outcome, record.reason.as_str()), ("ExplainAccess", Outcome::Done, "client-asked"));
        assert_eq!(record.object, Some(dossier.id.uuid()));
        assert!(looks.iter().any(|look| look.event == "ExplainAccess" && look.function == "data-protection-officer"), "{looks:?}");
    }

    async fn no_number_another_organisation_and_a_wall_sound_alike(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let number = number_of(&w, dossier.id).await;
        w.wouter().opens_dossier_of(FATMA).await;
        let born = BirthDate::full(BILAL.born);
        let about = About::Person { surname: BILAL.surname.to_owned(), birth_date: born };

        let nobody = asks(&w, "olga", question(999_999, None)).await;
        w.olga().performs(Declare { kind: ConflictKind::Relative, about }).await.expect("declared");
        let walled = asks(&w, "olga", question(number, None)).await;

        assert_eq!((nobody, walled), (None, None));
        assert_eq!(w.last_record().await.outcome, Outcome::Denied, "the record tells them apart");
        assert!(w.last_record().await.policies.contains(&"wall-conflict".to_owned()));
    }
}
