//! Log review (ACC-22): what the clock finds in every access of a day, who judges it, and from where on something stands
//! out. Every fact runs on both engines.

mod clock;
mod found;
mod judged;
mod listed;

use app::emergency::{Ask, Form, Open, Whom};
use app::intake::Search;
use app::involvement::ReadWho;
use app::log_review::{
    ChangeRefused, ChangeThem, Finding, History, Judge, JudgeRefused, Line, List, ReadOne, ReviewNext,
    Reviewed, Thresholds, Today, Verdict,
};
use app::standing::{About, Declare, OwnAbsence};
use app::{Asker, Job, NotDone, Who};
use domain::{
    BirthDate, ClosingReason, ConflictKind, EmergencyLength, EmergencyReason, FindingId, Function, Sentence,
};
use jiff::SignedDuration;
use jiff::civil::{Date, date};
use store::office::organisation::NewPost;
use testkit::{BILAL, Dossier, FATMA, Intake, NADIA, Outcome, Resident, World};

/// Monday, when every world begins.
const MONDAY: Date = date(2026, 3, 2);
/// Everybody of the municipality who could be thought to judge.
const STAFF: [&str; 8] = ["ria", "samira", "joost", "devi", "karin", "olga", "kees", "ingeborg"];

/// One step of the clock that reviews.
async fn step(w: &World, at_most: u32) -> Reviewed {
    let asker = Asker { who: Who::System(Job::ReviewLog), correlation: w.random_id() };
    w.app.perform(asker, ReviewNext { at_most }).await.expect("the clock may")
}

/// Everything that is due.
async fn reviews(w: &World) {
    w.sequences().await;
    while w.store.log_review_is_due().await.expect("it can be read") {
        assert_ne!(step(w, 20).await, Reviewed::Nothing);
        w.sequences().await;
    }
}

/// Goes on to this moment and looks through every day before it.
async fn reviews_at(w: &World, instant: &str) {
    w.sequences().await;
    w.clock.set(instant);
    reviews(w).await;
}

async fn sets(w: &World, from: Date, thresholds: Thresholds) {
    w.person("olga").signs_in().await;
    let change = ChangeThem { from, thresholds, reason: "Wij kijken deze maand scherper.".into() };
    w.person("olga").performs(change).await.expect("hers to change");
}

/// Every dossier that is looked at stands out from this day on.
async fn any_look_stands_out(w: &World, from: Date) {
    sets(w, from, Thresholds { dossiers: 0, ..Thresholds::FIRST }).await;
}

async fn waiting(w: &World, who: &'static str) -> Vec<Line> {
    match w.person(who).looks(List::default()).await {
        // What was drawn says nothing of what was found.
        Ok(listed) => listed.waiting.into_iter().filter(|it| it.finding != Finding::Sample).collect(),
        Err(NotDone::Denied { .. }) => Vec::new(),
        Err(other) => panic!("{who}: {other:?}"),
    }
}

/// What waits for the officer, as "day name finding times/refused>ordinary".
async fn told(w: &World) -> Vec<String> {
    let lines = waiting(w, "olga").await;
    lines
        .iter()
        .map(|it| {
            let (times, refused, ordinary) = (it.times, it.refused, it.ordinary);
            format!("{} {} {} {times}/{refused}>{ordinary}", it.day, it.staff_name, it.finding)
        })
        .collect()
}

async fn of(w: &World, name: &str, finding: Finding) -> Line {
    let lines = waiting(w, "olga").await;
    let found = lines.iter().find(|it| it.staff_name == name && it.finding == finding);
    found.cloned().unwrap_or_else(|| panic!("{name} {finding}: {lines:?}"))
}

/// Whose it is to judge, by their lists; and that the policies say the same of each of them.
async fn judges_of(w: &World, finding: FindingId) -> Vec<&'static str> {
    let mut judges = Vec::new();
    for who in STAFF {
        if !w.person(who).works_here().await {
            continue;
        }
        let listed = waiting(w, who).await.iter().any(|it| it.id == finding);
        let read = w.person(who).looks(ReadOne(finding)).await;
        assert_eq!(listed, read.is_ok(), "{who}: {read:?}");
        let empty = Judge { finding, verdict: Verdict::Explained, sentence: String::new(), read: 0 };
        let judged = w.person(who).performs(empty).await;
        assert_eq!(
            listed,
            matches!(judged, Err(NotDone::Rejected(JudgeRefused::Sentence(_)))),
            "{who}: {judged:?}"
        );
        if listed {
            judges.push(who);
        }
    }
    judges
}

async fn says(
    w: &World,
    who: &'static str,
    finding: FindingId,
    verdict: Verdict,
    read: u32,
) -> Result<(), NotDone<JudgeRefused>> {
    let sentence = "Was een groot huisbezoek met de hele straat.".to_owned();
    w.person(who).performs(Judge { finding, verdict, sentence, read }).await
}

/// Ria's dossiers of three residents.
async fn three(w: &World) -> [Dossier; 3] {
    [
        w.ria().opens_dossier_of(BILAL).await,
        w.ria().opens_dossier_of(FATMA).await,
        w.ria().opens_dossier_of(NADIA).await,
    ]
}

async fn rings(w: &World, who: &'static str, of: &Resident) {
    let form = form(of);
    w.person(who).performs(Ask { form, once: w.random_id() }).await.expect("asking always works");
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

async fn searches(w: &World, who: &'static str, of: &Resident) {
    let birth_date = BirthDate::full(of.born);
    let search = Search { surname: of.surname.into(), birth_date, bsn: None };
    w.person(who).performs(search).await.expect("takes in");
}

async fn breaks_the_glass(w: &World, who: &'static str, of: &Resident) {
    w.person(who).signs_in_again().await;
    let open = Open { whom: Whom::Sought(Box::new(form(of))), form: w.random_id() };
    w.person(who).performs(open).await.expect("carries cases");
}

fn denied<T: std::fmt::Debug, R: std::fmt::Debug>(done: &Result<T, NotDone<R>>) {
    assert!(matches!(done, Err(NotDone::Denied { .. })), "{done:?}");
}

/// Somebody else of Bilal's surname.
const BILAL_SENIOR: Resident = Resident { born: date(1950, 2, 3), bsn: "012345672", ..BILAL };
