//! A plan of several people (MOD-03): written for all of them or for nobody, read by workers who may read each of them, and in
//! the portal only after everybody else in it said yes to exactly that text. Every fact runs on both engines.

use app::dossier::CorrectBirthDate;
use app::family_plan::{
    Answer, AnswerOwn, AnswerRefused, Change, FamilySection, OwnAnswerRefused, OwnSection, ReadFamilyPlan,
    ReadOwnFamily, ReadSection, Save, SaveRefused,
};
use app::standing::Protect;
use app::{NoneDone, NotDone};
use domain::people::BirthSeen;
use domain::plan::How;
use domain::{BirthDate, FamilyPlanId, FamilySectionId, ProtectionGround, Source, amsterdam_date};
use jiff::SignedDuration;
use jiff::civil::date;
use ledger::Outcome;
use testkit::{BILAL, Dossier, FATMA, Intake, NADIA, Resident, World, both_engines};

const TEXT: &str = "Bilal brengt Fatma om acht uur naar school.";

/// Bilal and Fatma are a family here; Ria helps both. Fatma is fifteen.
async fn family(w: &World) -> [Dossier; 2] {
    let bilal = w.ria().opens_dossier_of(BILAL).await;
    let fatma = Resident { born: date(2010, 5, 10), ..FATMA };
    let fatma = w.ria().opens_dossier_of(fatma).await;
    w.clock.advance(SignedDuration::from_hours(1));
    [bilal, fatma]
}

fn new(w: &World, words: &str) -> Change {
    let plan = FamilyPlanId(w.random_id());
    Change::New { plan, title: "Naar school".to_owned(), words: words.to_owned() }
}

fn all(w: &World, section: FamilySectionId, about: &[&Dossier], change: &Change) -> Vec<Save> {
    let form = w.random_id();
    let people = about.len();
    let one = |dossier: &&Dossier| Save {
        part: dossier.first_part(),
        section,
        people,
        change: change.clone(),
        form,
    };
    about.iter().map(one).collect()
}

type NotSaved = Vec<NoneDone<SaveRefused>>;

async fn saves(
    w: &World,
    section: FamilySectionId,
    about: &[&Dossier],
    change: &Change,
) -> Result<(), NotSaved> {
    w.app.perform_all(w.ria().asker().await, all(w, section, about, change)).await.map(drop)
}

/// A section about these people.
async fn written(w: &World, about: &[&Dossier], words: &str) -> FamilySectionId {
    let section = FamilySectionId(w.random_id());
    saves(w, section, about, &new(w, words)).await.expect("written");
    // The next one comes after it.
    w.clock.advance(SignedDuration::from_secs(1));
    section
}

fn changed(seen: i64, words: &str) -> Change {
    Change::Text { seen, title: "Naar school".to_owned(), words: words.to_owned() }
}

async fn says(
    w: &World,
    dossier: &Dossier,
    section: FamilySectionId,
    version: i64,
    yes: bool,
) -> Result<(), NotDone<AnswerRefused>> {
    let on = amsterdam_date(w.now());
    w.ria().performs(Answer { part: dossier.first_part(), section, version, yes, how: How::Talk, on }).await
}

async fn plan(w: &World, dossier: &Dossier) -> Vec<FamilySection> {
    w.ria().looks(ReadFamilyPlan(dossier.id)).await.expect("involved")
}

async fn bilal_reads(w: &World, dossier: &Dossier) -> Vec<OwnSection> {
    w.bilal().looks(ReadOwnFamily(dossier.id)).await.expect("the own dossier")
}

fn text(section: &OwnSection) -> &str {
    &section.text.as_ref().expect("it is theirs to read").content.words
}

fn only(not_done: Result<(), NotSaved>) -> SaveRefused {
    match not_done.expect_err("nothing is saved").remove(0).why {
        NotDone::Rejected(why) => why,
        other => panic!("{other:?}"),
    }
}

async fn copies(w: &World) -> usize {
    w.raw().rows("SELECT id FROM family_section_version").await.len()
}

both_engines! {
    async fn a_section_lies_in_the_dossier_of_everybody_it_is_about(w: World) {
        let [bilal, fatma] = family(&w).await;

        let section = written(&w, &[&bilal, &fatma], TEXT).await;

        for dossier in [&bilal, &fatma] {
            let plan = plan(&w, dossier).await;
            assert_eq!(plan.len(), 1);
            assert_eq!((plan[0].section, plan[0].version, &*plan[0].content.words), (section, 1, TEXT));
            let names: Vec<&str> = plan[0].people.iter().map(|it| it.name.as_str()).collect();
            assert_eq!(names, ["Bilal Amrani", "Fatma Özdemir"]);
        }
        assert_eq!(copies(&w).await, 2);
    }

    async fn who_is_involved_with_one_of_them_finds_nothing_of_what_is_about_both(w: World) {
        let [bilal, fatma] = family(&w).await;
        let alone = written(&w, &[&bilal], "Bilal belt de huisarts.").await;
        let both = written(&w, &[&bilal, &fatma], TEXT).await;
        w.joost().assigns(bilal.first_part(), w.samira().staff()).await.expect("assigned");
        w.clock.advance(SignedDuration::from_hours(1));

        let seen = w.samira().looks(ReadFamilyPlan(bilal.id)).await.expect("involved with Bilal");
        assert_eq!(seen.iter().map(|it| it.section).collect::<Vec<_>>(), [alone]);
        let record = w.last_record().await;
        assert_eq!((record.event.as_str(), record.outcome), ("ReadPlan", Outcome::Done));
        let hidden = ReadSection { dossier: bilal.id, section: both };
        assert!(w.samira().looks(hidden).await.expect("the dossier is hers").is_none());

        let save = all(&w, both, &[&bilal, &fatma], &changed(1, "Samira schrijft."));
        let not_done = w.app.perform_all(w.samira().asker().await, save).await.expect_err("not both");
        assert!(not_done.iter().any(|it| it.which == 1 && matches!(it.why, NotDone::Denied { .. })));
        assert_eq!(plan(&w, &bilal).await[1].version, 1);
    }

    async fn a_section_that_a_worker_does_not_read_moves_nothing_they_see(w: World) {
        let [bilal, fatma] = family(&w).await;
        w.joost().assigns(bilal.first_part(), w.samira().staff()).await.expect("assigned");
        w.clock.advance(SignedDuration::from_hours(30));
        w.samira().signs_in_again().await;
        let seen = async || {
            let cases = w.samira().looks(app::caseload::ChooseOwn).await.expect("her own list");
            let read = w.samira().reads(bilal.id).await.expect("involved");
            (cases[0].last_content_change, cases[0].last_client_contact, read.head.parts)
        };
        let before = seen().await;

        w.ria().signs_in_again().await;
        let section = written(&w, &[&bilal, &fatma], TEXT).await;
        says(&w, &bilal, section, 1, true).await.expect("noted");

        assert_eq!(seen().await, before);
        w.ria().signs_in_again().await;
        written(&w, &[&bilal], "Bilal belt de huisarts.").await;
        assert_ne!(seen().await, before, "what she reads does");
    }

    async fn a_look_at_the_plan_stands_on_the_line_of_everybody_it_shows(w: World) {
        let [bilal, fatma] = family(&w).await;
        written(&w, &[&bilal, &fatma], TEXT).await;
        let before = w.records().await.len();

        plan(&w, &bilal).await;

        let lines = w.records().await.split_off(before);
        assert_eq!(lines.len(), 2, "one for each client");
        assert_ne!(lines[0].subject, lines[1].subject);
        assert_eq!((lines[0].object, lines[1].object), (Some(bilal.id.uuid()), Some(fatma.id.uuid())));
        assert!(lines.iter().all(|it| it.items.len() == 1), "each names its own copy and no other");
        assert_ne!(lines[0].items, lines[1].items);
    }

    async fn who_reads_one_section_is_recorded_at_that_one_only(w: World) {
        let [bilal, fatma] = family(&w).await;
        written(&w, &[&bilal], "Bilal belt de huisarts.").await;
        let section = written(&w, &[&bilal, &fatma], TEXT).await;
        let before = w.records().await.len();

        let read = w.ria().looks(ReadSection { dossier: bilal.id, section }).await.expect("involved");

        assert_eq!(read.map(|(it, _)| it.section), Some(section));
        let lines = w.records().await.split_off(before);
        assert_eq!(lines.iter().map(|it| it.items.len()).collect::<Vec<_>>(), [1, 1]);
    }

    async fn nothing_is_written_when_one_of_them_refuses_the_worker(w: World) {
        let [bilal, fatma] = family(&w).await;
        w.joost().performs(app::standing::Exclude { dossier: fatma.id, staff: w.ria().staff() }).await.expect("so");

        let section = FamilySectionId(w.random_id());
        let not_done = saves(&w, section, &[&bilal, &fatma], &new(&w, TEXT)).await.expect_err("not both");

        assert!(matches!(not_done.as_slice(), [NoneDone { which: 1, why: NotDone::Denied { .. } }]));
        assert_eq!(copies(&w).await, 0);
    }

    async fn two_who_change_the_same_text_both_keep_theirs(w: World) {
        let [bilal, fatma] = family(&w).await;
        let about = [&bilal, &fatma];
        let section = written(&w, &about, TEXT).await;
        saves(&w, section, &about, &changed(1, "Fatma fietst zelf.")).await.expect("first");

        let late = only(saves(&w, section, &about, &changed(1, "Oma brengt Fatma.")).await);
        let SaveRefused::Stale(now) = late else { panic!("{late:?}") };
        assert_eq!((now.0, &*now.1.words), (2, "Fatma fietst zelf."));
        saves(&w, section, &about, &changed(now.0, "Oma brengt Fatma.")).await.expect("read first");

        let read = w.ria().looks(ReadSection { dossier: fatma.id, section }).await.expect("involved");
        let (_, versions) = read.expect("about her");
        let words: Vec<&str> = versions.iter().map(|it| &*it.content.words).collect();
        assert_eq!(words, ["Oma brengt Fatma.", "Fatma fietst zelf.", TEXT]);
        assert_eq!(copies(&w).await, 6, "each version once for each of them");
    }

    async fn the_same_form_twice_writes_once_and_what_is_stopped_stays_to_be_read(w: World) {
        let [bilal, fatma] = family(&w).await;
        let section = FamilySectionId(w.random_id());
        let form = all(&w, section, &[&bilal, &fatma], &new(&w, TEXT));
        for _ in 0..2 {
            w.app.perform_all(w.ria().asker().await, form.clone()).await.expect("written");
        }
        assert_eq!(copies(&w).await, 2);

        let stop = |why: &str| Change::Stop { seen: 1, why: why.to_owned() };
        let why = only(saves(&w, section, &[&bilal, &fatma], &stop(" ")).await);
        assert!(matches!(why, SaveRefused::Field(why) if why.field == "why"));
        saves(&w, section, &[&bilal, &fatma], &stop("Fatma gaat zelf.")).await.expect("stopped");

        let stopped = &plan(&w, &bilal).await[0];
        assert_eq!(&*stopped.content.words, TEXT);
        assert_eq!(stopped.content.stopped.as_ref().map(|it| it.why.as_str()), Some("Fatma gaat zelf."));
        let after = only(saves(&w, section, &[&bilal, &fatma], &changed(2, "Toch.")).await);
        assert_eq!(after, SaveRefused::Gone);
    }

    async fn a_text_for_fewer_people_than_it_is_about_is_refused(w: World) {
        let [bilal, fatma] = family(&w).await;
        let section = written(&w, &[&bilal, &fatma], TEXT).await;

        assert_eq!(only(saves(&w, section, &[&bilal], &changed(1, "Alleen Bilal.")).await), SaveRefused::Gone);
        let nadia = w.ria().takes_in(Intake::of(NADIA)).await;
        let more = saves(&w, section, &[&bilal, &fatma, &nadia], &changed(1, "Ook Nadia.")).await;
        assert_eq!(only(more), SaveRefused::Gone);
    }

    async fn a_resident_reads_it_only_after_the_others_said_yes_to_that_text(w: World) {
        let [bilal, fatma] = family(&w).await;
        let own = written(&w, &[&bilal], "Bilal belt de huisarts.").await;
        let section = written(&w, &[&bilal, &fatma], TEXT).await;
        assert_eq!(bilal_reads(&w, &bilal).await.iter().map(|it| it.section).collect::<Vec<_>>(), [own]);

        says(&w, &bilal, section, 1, true).await.expect("noted");
        assert!(bilal_reads(&w, &bilal).await[1].text.is_none(), "the own yes opens nothing for oneself");
        says(&w, &fatma, section, 1, true).await.expect("noted");

        let seen = bilal_reads(&w, &bilal).await;
        assert_eq!((seen[1].section, seen[1].others, text(&seen[1])), (section, 1, TEXT));
        assert_eq!(seen[1].said.map(|said| said.yes), Some(true));
        saves(&w, section, &[&bilal, &fatma], &changed(1, "Fatma woont bij oma.")).await.expect("changed");
        let seen = bilal_reads(&w, &bilal).await;
        assert_eq!((seen[1].version, text(&seen[1])), (1, TEXT), "the new text waits for a yes of its own");
    }

    async fn a_no_of_the_other_takes_it_away_at_once_and_a_new_yes_gives_it_back(w: World) {
        let [bilal, fatma] = family(&w).await;
        let section = written(&w, &[&bilal, &fatma], TEXT).await;
        for who in [&bilal, &fatma] {
            says(&w, who, section, 1, true).await.expect("noted");
        }
        let own = AnswerOwn { part: fatma.first_part(), section, version: 1, yes: false };

        w.fatma().performs(own).await.expect("hers to say");

        assert!(bilal_reads(&w, &bilal).await[0].text.is_none(), "only his own yes is left");
        let said = plan(&w, &bilal).await[0].people[1].said.expect("said");
        assert_eq!((said.yes, said.how), (false, How::Portal));
        let again = w.fatma().performs(AnswerOwn { yes: true, ..own }).await;
        assert!(matches!(again, Err(NotDone::Rejected(OwnAnswerRefused::WithParent))), "she is fifteen");
        says(&w, &fatma, section, 1, true).await.expect("with her mother");
        assert_eq!(text(&bilal_reads(&w, &bilal).await[0]), TEXT);
    }

    async fn an_own_yes_can_be_taken_back_also_before_one_reads_it(w: World) {
        let [bilal, fatma] = family(&w).await;
        let section = written(&w, &[&bilal, &fatma], TEXT).await;
        says(&w, &fatma, section, 1, true).await.expect("noted");

        let hers = w.fatma().looks(ReadOwnFamily(fatma.id)).await.expect("her own dossier");
        assert_eq!((hers.len(), hers[0].version, hers[0].text.is_none()), (1, 1, true));
        let no = AnswerOwn { part: fatma.first_part(), section, version: 1, yes: false };
        w.fatma().performs(no).await.expect("as easy as the yes");

        assert!(bilal_reads(&w, &bilal).await.is_empty());
        assert!(w.fatma().looks(ReadOwnFamily(fatma.id)).await.expect("her own dossier").is_empty());
    }

    async fn a_yes_ends_at_midnight_of_the_day_she_turns_sixteen(w: World) {
        let [bilal, fatma] = family(&w).await;
        let section = written(&w, &[&bilal, &fatma], TEXT).await;
        says(&w, &fatma, section, 1, true).await.expect("with her mother");

        w.clock.set("2026-05-09T21:45:00Z");
        w.bilal().signs_in_again().await;
        w.clock.set("2026-05-09T21:59:59.999Z");
        assert_eq!(bilal_reads(&w, &bilal).await.len(), 1);
        w.clock.set("2026-05-09T22:00:00Z");
        assert!(bilal_reads(&w, &bilal).await.is_empty(), "from now on she says it herself");
    }

    async fn a_corrected_birth_date_asks_again(w: World) {
        let [bilal, fatma] = family(&w).await;
        let section = written(&w, &[&bilal, &fatma], TEXT).await;
        says(&w, &fatma, section, 1, true).await.expect("noted");
        let correct = CorrectBirthDate {
            dossier: fatma.id,
            known: BirthDate::full(date(2010, 5, 10)),
            born: BirthDate::full(date(2010, 5, 11)),
            source: Source::Client,
            seen: BirthSeen::IdentityDocument,
            agreed: false,
            second: None,
        };

        w.ria().performs(correct).await.expect("seen");

        assert!(bilal_reads(&w, &bilal).await.is_empty());
    }

    async fn what_is_about_a_protected_client_goes_to_no_other(w: World) {
        let [bilal, fatma] = family(&w).await;
        let section = written(&w, &[&bilal, &fatma], TEXT).await;
        says(&w, &fatma, section, 1, true).await.expect("noted");
        w.ria().performs(Protect { dossier: fatma.id, ground: ProtectionGround::Safety }).await.expect("involved");

        assert!(bilal_reads(&w, &bilal).await.is_empty());
    }

    async fn a_copy_that_is_destroyed_opens_the_others_for_nobody(w: World) {
        let [bilal, fatma] = family(&w).await;
        let section = written(&w, &[&bilal, &fatma], TEXT).await;
        let raw = w.raw();
        let hers = raw.id(fatma.first_part().uuid());
        raw.run(&format!(
            "DELETE FROM family_section_version
              WHERE copy IN (SELECT id FROM family_section WHERE part = {hers});
             DELETE FROM family_section WHERE part = {hers}"
        ))
        .await;

        assert!(plan(&w, &bilal).await.is_empty());
        assert!(bilal_reads(&w, &bilal).await.is_empty());
        assert!(says(&w, &bilal, section, 1, true).await.is_ok(), "it is still in his dossier");
    }

    async fn what_is_noted_fits_the_text_and_the_day(w: World) {
        let [bilal, fatma] = family(&w).await;
        let section = written(&w, &[&bilal, &fatma], TEXT).await;
        let today = amsterdam_date(w.now());
        let said = Answer { part: fatma.first_part(), section, version: 1, yes: true, how: How::Talk, on: today };
        let refused = async |said: Answer| match w.ria().performs(said).await {
            Err(NotDone::Rejected(why)) => why,
            other => panic!("{other:?}"),
        };

        let tomorrow = today.tomorrow().expect("a day");
        assert_eq!(refused(Answer { on: tomorrow, ..said }).await, AnswerRefused::InFuture);
        let yesterday = today.yesterday().expect("a day");
        assert_eq!(refused(Answer { on: yesterday, ..said }).await, AnswerRefused::BeforeVersion);
        assert_eq!(refused(Answer { version: 2, ..said }).await, AnswerRefused::Gone);
        assert_eq!(refused(Answer { how: How::Portal, ..said }).await, AnswerRefused::NotTheirs);
        let elsewhere = FamilySectionId(w.random_id());
        assert_eq!(refused(Answer { section: elsewhere, ..said }).await, AnswerRefused::Gone);
        let samira = w.samira().performs(said).await;
        assert!(matches!(samira, Err(NotDone::Denied { .. })), "{samira:?}");
    }

    async fn who_is_no_longer_involved_with_one_of_them_reads_it_no_more(w: World) {
        let [bilal, fatma] = family(&w).await;
        written(&w, &[&bilal, &fatma], TEXT).await;
        let samira = w.samira().staff();
        w.joost().assigns(bilal.first_part(), samira).await.expect("assigned");
        let hers = w.joost().assigns(fatma.first_part(), samira).await.expect("assigned");
        let reads = async || w.samira().looks(ReadFamilyPlan(bilal.id)).await.expect("involved").len();
        assert_eq!(reads().await, 1);

        w.joost().ends(hers).await.expect("ended");

        assert_eq!(reads().await, 0);
    }
}
