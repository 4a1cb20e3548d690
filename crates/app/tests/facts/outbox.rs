//! Who is told by e-mail that there is something: whom the product tells, and nobody else; in the transaction of the
//! deed, so that what did not happen is told to nobody.

use std::collections::BTreeSet;

use app::emergency::{Ask, Begin, End, Form, List, Open, Opened, Whom};
use app::review::{Explain, Judge};
use app::standing::{About, Declare, Exclude, OwnAbsence};
use app::today::{ReadToday, What};
use app::withhold::{Count, Propose};
use domain::{
    BirthDate, ConflictKind, EmergencyLength, EmergencyReason, HiddenFrom, LegalDomain, MailAddress, Outcome,
    Sentence, WithholdGround,
};
use jiff::SignedDuration;
use policy::{LocalFile, Policies};
use testkit::{BILAL, Dossier, FATMA, Fault, Intake, Resident, World, both_engines};

/// Everybody with a post, at both controllers.
const STAFF: [&str; 13] = [
    "ria", "samira", "joost", "devi", "karin", "tom", "daan", "ingeborg", "nadia", "petra", "kees", "olga",
    "wouter",
];

const NOT_VOLUNTARY: &str = r#"
@id("local-not-voluntary")
@reason("Vrijwillige hulp doet bij ons een ander team.")
forbid (principal is Staff, action == Action::"ReadDossier", resource is Part)
when { resource.domain == "voluntary" };
"#;
const NO_LISTS: &str = r#"
@id("local-no-lists")
@reason("Bij ons leest alleen de functionaris deze lijst.")
forbid (principal is Staff, action == Action::"ListEmergencies", resource is Team);
"#;

fn address(who: &str) -> MailAddress {
    format!("{who}@voorbeeldstad.example").parse().expect("an address")
}

async fn everybody_has_an_address(w: &World) {
    for who in STAFF {
        let account = w.person(who).member().account;
        w.store.give_mail_address(account, address(who)).await.expect("an account");
    }
}

/// Whom the outbox tells, of this kind.
async fn mailed(w: &World, kind: &str) -> Vec<&'static str> {
    let query = format!("SELECT account FROM outbox WHERE kind = '{kind}'");
    let rows = w.raw().rows(&query).await;
    let of = |who: &&'static str| {
        let account = w.person(who).member().account.uuid();
        rows.iter().filter(|row| row[0].bytes() == account.as_bytes()).count()
    };
    let told: Vec<&str> = STAFF.iter().filter(|who| of(who) > 0).copied().collect();
    assert_eq!(told.len(), rows.len(), "each once");
    told
}

fn form(of: &Resident) -> Form {
    Form {
        surname: of.surname.to_owned(),
        birth_date: BirthDate::full(of.born),
        bsn: None,
        reason: EmergencyReason::ClientPresent,
        sentence: Sentence::new("Staat aan de balie, kan niet wachten.").expect("a sentence"),
        length: EmergencyLength::USUAL,
    }
}

async fn opens(
    w: &World,
    who: &'static str,
    of: &Resident,
) -> Result<Opened, app::NotDone<app::emergency::OpenRefused>> {
    w.person(who).signs_in_again().await;
    let whom = Whom::Sought(Box::new(form(of)));
    w.person(who).performs(Open { whom, form: w.random_id() }).await
}

/// Whom the product itself tells that somebody opened a dossier: in "Vandaag", or in the list of a team.
async fn told_inside(w: &World) -> Vec<&'static str> {
    let mut told = Vec::new();
    for who in STAFF {
        let person = w.person(who);
        let today = person.looks(ReadToday).await.map(|today| today.waits).unwrap_or_default();
        let in_today = today.iter().any(|wait| matches!(wait.what, What::Emergency { .. }));
        let list =
            person.looks(List(person.member().team)).await.map(|list| list.openings).unwrap_or_default();
        if in_today || !list.is_empty() {
            told.push(who);
        }
    }
    told
}

/// Bilal's dossier, with which Ria, Samira and Nadia work; Daan too, for debts.
async fn bilals(w: &World) -> Dossier {
    let about = [LegalDomain::Voluntary, LegalDomain::DebtCounselling];
    let dossier = w.ria().takes_in(Intake::of(BILAL).about(&about)).await;
    for who in ["samira", "nadia"] {
        let staff = w.person(who).staff();
        w.joost().assigns(dossier.part(LegalDomain::Voluntary), staff).await.expect("his team");
    }
    w.joost().assigns(dossier.part(LegalDomain::DebtCounselling), w.daan().staff()).await.expect("his team");
    dossier
}

both_engines! {
    async fn an_emergency_is_mailed_to_exactly_whom_the_product_tells(w: World) {
        everybody_has_an_address(&w).await;
        bilals(&w).await;

        assert!(matches!(opens(&w, "tom", &BILAL).await, Ok(Opened::Now { .. })));

        let mailed = mailed(&w, "emergency-opened").await;
        assert_eq!(mailed, ["ria", "samira", "joost", "devi", "daan", "nadia"]);
        assert_eq!(mailed, told_inside(&w).await);
    }

    async fn behind_a_wall_there_is_no_mail_either(w: World) {
        everybody_has_an_address(&w).await;
        let dossier = bilals(&w).await;
        let about = || About::Person { surname: BILAL.surname.into(), birth_date: BirthDate::full(BILAL.born) };
        for who in ["samira", "devi"] {
            w.person(who).signs_in_again().await;
            w.person(who).performs(Declare { kind: ConflictKind::Neighbour, about: about() }).await.expect("declared");
        }
        let staff = w.person("nadia").staff();
        w.joost().performs(Exclude { dossier: dossier.id, staff }).await.expect("his team");

        assert!(matches!(opens(&w, "tom", &BILAL).await, Ok(Opened::Now { .. })));

        let mailed = mailed(&w, "emergency-opened").await;
        assert_eq!(mailed, ["ria", "joost", "daan"]);
        assert_eq!(mailed, told_inside(&w).await);
    }

    async fn what_a_house_forbids_is_not_mailed(w: World) {
        let mut w = w;
        everybody_has_an_address(&w).await;
        bilals(&w).await;
        let house = |text: &str| {
            let file = LocalFile { name: "huis.cedar".into(), text: text.into() };
            Policies::with_local(&[file]).expect("it only forbids")
        };

        w.restarts_by(house(NOT_VOLUNTARY)).await;
        assert!(matches!(opens(&w, "tom", &BILAL).await, Ok(Opened::Now { .. })));
        let mailed_to = mailed(&w, "emergency-opened").await;
        assert_eq!(mailed_to, ["ria", "joost", "devi", "daan"], "Ria works with the debts too");
        assert_eq!(mailed_to, told_inside(&w).await);

        w.raw().run("DELETE FROM outbox").await;
        w.tom().performs(End(w.tom().looks(Begin).await.expect("carries cases").openings[0].id)).await.expect("his own");
        w.restarts_by(house(NO_LISTS)).await;
        assert!(matches!(opens(&w, "tom", &BILAL).await, Ok(Opened::Now { .. })));
        assert_eq!(mailed(&w, "emergency-opened").await, ["ria", "samira", "daan", "nadia"]);
    }

    async fn a_second_window_mails_nobody_twice(w: World) {
        everybody_has_an_address(&w).await;
        bilals(&w).await;
        opens(&w, "tom", &BILAL).await.expect("it opens");
        let before = mailed(&w, "emergency-opened").await;

        let again = opens(&w, "tom", &BILAL).await;

        assert!(matches!(again, Ok(Opened::Already { .. })), "{again:?}");
        assert_eq!(mailed(&w, "emergency-opened").await, before);
    }

    async fn what_did_not_happen_is_mailed_to_nobody(w: World) {
        everybody_has_an_address(&w).await;
        bilals(&w).await;
        for fault in [Fault::InsertFails, Fault::CommitFails] {
            w.tom().signs_in_again().await;
            let asker = w.tom().asker().await;
            let open = Open { whom: Whom::Sought(Box::new(form(&BILAL))), form: w.random_id() };
            w.breaks(Some(fault));
            let failed = w.app.perform(asker, open).await;
            w.breaks(None);

            assert!(failed.is_err(), "{failed:?}");
            assert!(mailed(&w, "emergency-opened").await.is_empty());
            assert!(w.tom().looks(Begin).await.expect("carries cases").openings.is_empty());
        }
        assert_eq!(opens(&w, "tom", &FATMA).await.expect("it answers"), Opened::Cannot);
        assert!(mailed(&w, "emergency-opened").await.is_empty(), "nothing opened");
    }

    async fn who_gave_no_address_is_told_in_the_product_only(w: World) {
        bilals(&w).await;
        w.store.give_mail_address(w.ria().member().account, address("ria")).await.expect("an account");

        opens(&w, "tom", &BILAL).await.expect("it opens");

        assert_eq!(mailed(&w, "emergency-opened").await, ["ria"]);
        assert!(told_inside(&w).await.contains(&"joost"));
    }

    async fn the_address_goes_when_the_account_is_closed(w: World) {
        everybody_has_an_address(&w).await;
        let kept = async || w.raw().one("SELECT COUNT(*) FROM mail_address").await.int();
        let before = kept().await;

        w.store.close_account(w.ria().member().account).await.expect("an account");

        assert_eq!(kept().await, before - 1);
    }

    async fn a_question_for_approval_goes_to_both_teams_that_see_it(w: World) {
        everybody_has_an_address(&w).await;
        bilals(&w).await;
        w.tom().signs_in_again().await;

        w.tom().performs(Ask { form: form(&BILAL), once: w.random_id() }).await.expect("asking always works");

        let mut seen = Vec::new();
        for who in STAFF {
            let list = w.person(who).looks(List(w.person(who).member().team)).await;
            if list.is_ok_and(|list| !list.requests.is_empty()) {
                seen.push(who);
            }
        }
        assert_eq!(mailed(&w, "emergency-asked").await, ["joost", "devi", "karin"]);
        assert_eq!(seen, ["joost", "devi", "karin"]);
    }

    async fn asking_costs_the_same_where_there_is_nothing(w: World) {
        everybody_has_an_address(&w).await;
        bilals(&w).await;
        let mut costs = BTreeSet::new();
        for of in [&FATMA, &BILAL] {
            w.tom().signs_in_again().await;
            let asker = w.tom().asker().await;
            let ask = Ask { form: form(of), once: w.random_id() };
            // The key of the controller is made by whoever asks first.
            w.tom().performs(Ask { form: form(&FATMA), once: w.random_id() }).await.expect("asking always works");
            let before = store::tally();
            w.app.perform(asker, ask).await.expect("asking always works");
            costs.insert(store::tally().since(before).statements);
        }

        assert_eq!(costs.len(), 1, "{costs:?}");
    }

    async fn a_clients_question_goes_to_whose_turn_it_is(w: World) {
        everybody_has_an_address(&w).await;
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let asks = async || {
            w.ria().reads(dossier.id).await.expect("involved");
            w.sequences().await;
            let read = w.bilal().sees_looks(dossier.id).await.expect("his own");
            let look = read.looks.iter().find(|look| look.staff_name == "Ria de Wit").and_then(|look| look.id);
            let look = look.expect("she looked");
            let ask = app::inquiry::Ask { dossier: dossier.id, look, words: "Waarom?".into(), wants_name: false };
            w.bilal().performs(ask).await.expect("asked");
        };

        asks().await;
        assert_eq!(mailed(&w, "inquiry-asked").await, ["joost"]);

        w.raw().run("DELETE FROM outbox").await;
        w.raw().run("DELETE FROM inquiry").await;
        let until = w.now() + SignedDuration::from_hours(48);
        w.joost().performs(OwnAbsence { from: w.now(), until }).await.expect("his own");
        asks().await;
        assert_eq!(mailed(&w, "inquiry-asked").await, ["devi"], "the coordinator is away");
    }

    async fn an_explanation_is_asked_of_who_opened_it_and_goes_back_to_who_asked(w: World) {
        everybody_has_an_address(&w).await;
        bilals(&w).await;
        opens(&w, "tom", &BILAL).await.expect("it opens");
        let emergency = w.tom().looks(Begin).await.expect("carries cases").openings[0].id;
        let sentence = || Sentence::new("Waarom was er niemand van het team te bereiken?").expect("a sentence");
        let ask = || Judge { emergency, outcome: Outcome::NeedsInfo, sentence: sentence() };

        w.joost().performs(ask()).await.expect("his to judge");
        let twice = w.joost().performs(ask()).await;

        assert!(twice.is_err(), "one question at a time");
        assert_eq!(mailed(&w, "explanation-asked").await, ["tom"]);
        assert!(mailed(&w, "explained").await.is_empty());

        let explain = || Explain { emergency, text: sentence() };
        w.tom().performs(explain()).await.expect("he is asked");
        assert!(w.tom().performs(explain()).await.is_err(), "nothing is asked any more");
        assert_eq!(mailed(&w, "explained").await, ["joost"]);
    }

    async fn a_proposal_to_tell_later_goes_to_who_may_be_the_second_person(w: World) {
        everybody_has_an_address(&w).await;
        bilals(&w).await;
        let team = w.joost().member().team.expect("of Noord");
        // The coordinator had a part in it; the deputy is left, and at work or not can decide.
        opens(&w, "joost", &BILAL).await.expect("it opens");
        let emergency = w.joost().looks(Begin).await.expect("carries cases").openings[0].id;
        assert_eq!(w.person("devi").member().team, Some(team));
        let propose = || Propose {
            emergency,
            ground: WithholdGround::DangerToClient,
            hidden_from: HiddenFrom::ClientAndProxies,
            sentence: Sentence::new("De ex-partner leest mee op zijn telefoon.").expect("a sentence"),
        };
        w.samira().signs_in_again().await;
        let first = w.samira().performs(propose()).await.expect("she works with it");
        assert_eq!(w.samira().performs(propose()).await.expect("it runs already"), first);

        let mut decide = Vec::new();
        for who in STAFF {
            let asker = w.person(who).asker().await;
            let Ok(found) = w.app.look(asker, Count).await else { continue };
            if found.done().await.expect("recorded").0 > 0 {
                decide.push(who);
            }
        }
        assert_eq!(mailed(&w, "withholding-proposed").await, ["devi"]);
        assert_eq!(decide, ["devi"]);
    }
}
