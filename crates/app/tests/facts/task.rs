//! Tasks: whose they are, what may follow on what, what follows from dates, and what walls and laws leave out.

use app::NotDone;
use app::dossier::Close;
use app::portal::ReadOwnTasks;
use app::standing::{About, Declare, Exclude, OwnAbsence};
use app::task::{
    Change, ChangeRefused, Changed, Filter, Item, Later, Line, ListTasks, Next, ReadOne, ReadTasks, View,
    Write, WriteRefused,
};
use app::today::ReadToday;
use domain::{
    BirthDate, ClosingReason, ConflictKind, DelayGround, LegalDomain, RoleInCase, StaffId, TaskDeed, TaskId,
    amsterdam_date,
};
use jiff::civil::Date;
use jiff::{SignedDuration, ToSpan};
use testkit::{BILAL, Dossier, FATMA, Intake, Person, World, both_engines};

fn days(days: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * days)
}

fn in_days(w: &World, days: i64) -> Date {
    amsterdam_date(w.now()).saturating_add(days.days())
}

fn task(w: &World, dossier: &Dossier, what: &str, owner: Option<StaffId>) -> Write {
    Write {
        part: dossier.first_part(),
        what: what.into(),
        due: Some(in_days(w, 0)),
        owner,
        later: None,
        form: w.random_id(),
    }
}

/// Bilal's Wmo dossier: Ria and Samira work on it.
async fn shared(w: &World) -> Dossier {
    let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[LegalDomain::Wmo])).await;
    w.joost().assigns(dossier.first_part(), w.samira().staff()).await.expect("fits");
    dossier
}

async fn of_team(w: &World, dossier: &Dossier) -> TaskId {
    w.ria().performs(task(w, dossier, "Bel de huisarts.", None)).await.expect("involved")
}

async fn change(
    who: Person<'_>,
    task: TaskId,
    known: i64,
    next: Next,
) -> Result<Changed, NotDone<ChangeRefused>> {
    who.performs(Change { task, known, next }).await
}

async fn listed(who: Person<'_>, view: View) -> Vec<Line> {
    let filter = Filter { view, ..Filter::default() };
    who.looks(ListTasks(filter)).await.expect("carries cases").lines
}

fn stored(lines: &[Line]) -> Vec<TaskId> {
    let id = |line: &Line| match &line.item {
        Item::Task { id, .. } => Some(*id),
        _ => None,
    };
    lines.iter().filter_map(id).collect()
}

fn was_first(done: &Result<Changed, NotDone<ChangeRefused>>, who: &str, what: TaskDeed) {
    assert!(
        matches!(done, Err(NotDone::Rejected(ChangeRefused::Changed { by, deed })) if by.starts_with(who) && *deed == what),
        "{done:?}"
    );
}

fn denied<T: std::fmt::Debug, R: std::fmt::Debug>(done: &Result<T, NotDone<R>>) {
    assert!(matches!(done, Err(NotDone::Denied { .. })), "{done:?}");
}

both_engines! {
    async fn of_two_who_pick_up_the_same_task_one_is_first_and_the_other_hears_it(w: World) {
        let dossier = shared(&w).await;
        let id = of_team(&w, &dossier).await;
        assert_eq!(stored(&listed(w.samira(), View::Team).await), [id]);

        change(w.samira(), id, 1, Next::PickUp).await.expect("it was nobody's");
        let second = change(w.ria(), id, 1, Next::PickUp).await;

        was_first(&second, "Samira", TaskDeed::PickedUp);
        assert_eq!(stored(&listed(w.samira(), View::Mine).await), [id]);
        assert_eq!(stored(&listed(w.ria(), View::Mine).await), []);
        assert_eq!(stored(&listed(w.ria(), View::Team).await), []);
    }

    async fn a_double_click_does_it_once(w: World) {
        let dossier = shared(&w).await;
        let id = of_team(&w, &dossier).await;

        let first = change(w.ria(), id, 1, Next::Done).await.expect("open");
        let again = change(w.ria(), id, 1, Next::Done).await.expect("the same");

        assert_eq!(first, again);
        let one = w.ria().looks(ReadOne(id)).await.expect("involved");
        assert_eq!(one.steps.len(), 2, "made and done");
        was_first(&change(w.samira(), id, 1, Next::Done).await, "Ria", TaskDeed::Done);
    }

    async fn what_was_done_is_taken_back_while_nothing_followed(w: World) {
        let dossier = shared(&w).await;
        let id = of_team(&w, &dossier).await;
        let done = change(w.ria(), id, 1, Next::Done).await.expect("open");
        was_first(&change(w.samira(), id, done.step, Next::Undo).await, "Ria", TaskDeed::Done);

        change(w.ria(), id, done.step, Next::Undo).await.expect("nothing followed");
        change(w.ria(), id, done.step, Next::Undo).await.expect("sent twice");
        change(w.samira(), id, done.step + 1, Next::PickUp).await.expect("nobody's again");
        let late = change(w.ria(), id, done.step, Next::Undo).await;

        was_first(&late, "Samira", TaskDeed::PickedUp);
        assert_eq!(w.last_record().await.reason, "undone");
    }

    async fn postponing_needs_a_reason_and_keeps_the_history(w: World) {
        let dossier = shared(&w).await;
        let id = w.ria().performs(task(&w, &dossier, "Bel.", Some(w.ria().staff()))).await.expect("involved");
        let postpone = |until, reason: &str| Next::Postpone { until, reason: reason.into() };
        let blank = change(w.ria(), id, 1, postpone(in_days(&w, 3), " ")).await;
        assert!(matches!(blank, Err(NotDone::Rejected(ChangeRefused::Reason(_)))), "{blank:?}");
        let passed = change(w.ria(), id, 1, postpone(in_days(&w, -1), "Te laat.")).await;
        assert!(matches!(passed, Err(NotDone::Rejected(ChangeRefused::DuePassed))), "{passed:?}");

        change(w.ria(), id, 1, postpone(in_days(&w, 3), "De huisarts is er niet.")).await.expect("open");
        change(w.ria(), id, 2, postpone(in_days(&w, 9), "Nog niet.")).await.expect("open");

        let one = w.ria().looks(ReadOne(id)).await.expect("involved");
        let reasons: Vec<_> = one.steps.iter().map(|it| it.reason.to_string()).collect();
        assert_eq!(reasons, ["Nog niet.", "De huisarts is er niet.", ""]);
        assert_eq!(one.task.due, Some(in_days(&w, 9)));
    }

    async fn a_task_goes_only_to_who_is_involved_and_nobody_hears_why_not(w: World) {
        let dossier = shared(&w).await;
        let id = of_team(&w, &dossier).await;
        let somebody = About::Person { surname: BILAL.surname.into(), birth_date: BirthDate::full(BILAL.born) };
        w.nadia().performs(Declare { kind: ConflictKind::Neighbour, about: somebody }).await.expect("declared");
        w.joost().performs(Exclude { dossier: dossier.id, staff: w.samira().staff() }).await.expect("his team");

        for who in [w.daan(), w.nadia(), w.samira(), w.tom()] {
            let to = Some(who.staff());
            let passed = change(w.ria(), id, 1, Next::PassOn { to }).await;
            assert!(matches!(passed, Err(NotDone::Rejected(ChangeRefused::Owner))), "{passed:?}");
            let written = w.ria().performs(task(&w, &dossier, "Bel.", to)).await;
            assert!(matches!(written, Err(NotDone::Rejected(WriteRefused::Owner))), "{written:?}");
        }
    }

    async fn passed_on_it_is_the_others_and_back_to_the_team_it_is_nobodys(w: World) {
        let dossier = shared(&w).await;
        let id = w.ria().performs(task(&w, &dossier, "Bel.", Some(w.ria().staff()))).await.expect("involved");

        change(w.ria(), id, 1, Next::PassOn { to: Some(w.samira().staff()) }).await.expect("involved");
        assert_eq!((stored(&listed(w.samira(), View::Mine).await), stored(&listed(w.ria(), View::Mine).await)), (vec![id], vec![]));
        change(w.samira(), id, 2, Next::PassOn { to: None }).await.expect("hers");

        assert_eq!(stored(&listed(w.ria(), View::Team).await), [id]);
    }

    async fn a_task_of_another_law_is_nowhere(w: World) {
        let wide = Intake::of(BILAL).about(&[LegalDomain::Wmo, LegalDomain::DebtCounselling]);
        let dossier = w.ria().takes_in(wide).await;
        w.joost().assigns(dossier.part(LegalDomain::DebtCounselling), w.daan().staff()).await.expect("fits");
        let id = of_team(&w, &dossier).await;
        assert_eq!(dossier.first_part(), dossier.part(LegalDomain::Wmo));

        let list = w.daan().looks(ListTasks(Filter { view: View::Team, ..Filter::default() })).await.expect("carries cases");
        let read = w.daan().looks(ReadTasks(dossier.id)).await.expect("the debt part");
        let today = w.daan().looks(ReadToday).await.expect("carries cases");

        assert_eq!((list.lines.len(), list.team, list.found, list.counts), (0, 0, 0, [0; 5]));
        assert_eq!((read.tasks.len(), today.team_tasks, today.counts), (0, 0, [0; 5]));
        denied(&w.daan().looks(ReadOne(id)).await);
        denied(&change(w.daan(), id, 1, Next::Done).await);
    }

    async fn a_colleague_of_the_team_who_is_not_involved_sees_no_task(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[LegalDomain::Wmo])).await;
        let id = of_team(&w, &dossier).await;

        let list = w.samira().looks(ListTasks(Filter { view: View::Team, ..Filter::default() })).await.expect("carries cases");

        assert_eq!((list.lines.len(), list.team), (0, 0));
        denied(&w.samira().looks(ReadTasks(dossier.id)).await);
        denied(&w.samira().looks(ReadOne(id)).await);
        denied(&w.joost().looks(ReadTasks(dossier.id)).await);
        denied(&w.kees().looks(ListTasks(Filter::default())).await);
    }

    async fn behind_a_wall_there_are_no_tasks(w: World) {
        let dossier = shared(&w).await;
        let id = of_team(&w, &dossier).await;
        assert_eq!(stored(&listed(w.samira(), View::Team).await), [id]);

        w.joost().performs(Exclude { dossier: dossier.id, staff: w.samira().staff() }).await.expect("his team");

        assert_eq!(listed(w.samira(), View::Team).await, []);
        assert_eq!(w.samira().looks(ReadToday).await.expect("carries cases").team_tasks, 0);
        denied(&change(w.samira(), id, 1, Next::PickUp).await);
    }

    async fn the_replacement_has_the_tasks_of_who_is_away_and_only_then(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[LegalDomain::Wmo])).await;
        let id = w.ria().performs(task(&w, &dossier, "Bel.", Some(w.ria().staff()))).await.expect("involved");
        let (from, until) = (w.now() + days(2), w.now() + days(9));
        let stands_in = app::involvement::Assign {
            part: dossier.first_part(),
            staff: w.samira().staff(),
            role: RoleInCase::Replacement,
            reason: "Ria is weg.".into(),
            from: None,
            until: Some(w.now() + days(12)),
        };
        w.joost().performs(stands_in).await.expect("fits");
        let absent = OwnAbsence { from, until };
        w.ria().performs(absent).await.expect("her own");
        assert_eq!(stored(&listed(w.samira(), View::Mine).await), [], "Ria is here");

        w.clock.advance(days(4));
        assert_eq!(stored(&listed(w.samira(), View::Mine).await), [id], "Ria is away");
        w.clock.advance(days(7));
        assert_eq!(stored(&listed(w.samira(), View::Mine).await), [], "Ria is back");
        w.clock.advance(days(2));

        denied(&w.samira().looks(ReadOne(id)).await);
    }

    async fn what_is_closed_has_nothing_to_do_any_more(w: World) {
        let dossier = shared(&w).await;
        let id = of_team(&w, &dossier).await;
        let close = Close {
            part: dossier.first_part(),
            reason: ClosingReason::GoalReached,
            result: "Alles is geregeld.".into(),
            contact: None, why: "De hulp is gestopt.".into(),
        };
        w.ria().performs(close).await.expect("involved");

        assert_eq!(listed(w.ria(), View::Team).await, []);
        let one = w.ria().looks(ReadOne(id)).await.expect("two weeks more");
        assert_eq!((one.task.standing.open, one.task.standing.last), (false, TaskDeed::Dropped));
        denied(&change(w.ria(), id, 2, Next::Done).await);
        denied(&w.ria().performs(task(&w, &dossier, "Nog iets.", None)).await);
    }

    async fn after_ninety_days_of_silence_there_is_something_to_do(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let silent = |lines: &[Line]| lines.iter().any(|line| matches!(line.item, Item::Silent { .. }));
        w.clock.advance(days(89));
        assert!(!silent(&listed(w.ria(), View::Mine).await));

        w.clock.advance(days(1));
        assert!(silent(&listed(w.ria(), View::Mine).await));
        assert!(silent(&w.ria().looks(ReadToday).await.expect("carries cases").tasks));
        w.ria().writes(dossier.first_part(), "Bilal belde.").await.expect("involved");

        assert!(!silent(&listed(w.ria(), View::Mine).await), "it goes by itself");
    }

    async fn the_client_reads_what_is_still_to_be_done_but_for_what_is_delayed(w: World) {
        let dossier = shared(&w).await;
        let id = of_team(&w, &dossier).await;
        let before = w.bilal().looks(ReadOwnTasks(dossier.id)).await.expect("his own");
        assert!(matches!(&before[..], [one] if one.what == "Bel de huisarts." && one.owner_name.is_empty()));

        let later = Later { from: in_days(&w, 5), ground: DelayGround::DangerToClient };
        let hidden = Write { later: Some(later), ..task(&w, &dossier, "Vraag Veilig Thuis.", None) };
        let hidden = w.ria().performs(hidden).await.expect("involved");
        assert_eq!(w.bilal().looks(ReadOwnTasks(dossier.id)).await.expect("his own"), before);
        assert!(!w.last_record().await.items.contains(&hidden.uuid()), "and the record does not name it");
        w.clock.advance(days(5));
        change(w.ria(), id, 1, Next::Done).await.expect("open");

        let after = w.bilal().looks(ReadOwnTasks(dossier.id)).await.expect("his own");
        assert!(matches!(&after[..], [one] if one.what == "Vraag Veilig Thuis."), "{after:?}");
        let refused = w.fatma().looks(ReadOwnTasks(dossier.id)).await;
        denied(&refused);
    }

    async fn a_form_sent_twice_writes_one_task(w: World) {
        let dossier = shared(&w).await;
        let new = task(&w, &dossier, "Bel.", None);

        let first = w.ria().performs(new.clone()).await.expect("involved");
        let again = w.ria().performs(new).await.expect("the same");

        assert_eq!(first, again);
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM task").await.int(), 1);
    }

    async fn who_no_longer_works_with_the_client_leaves_their_tasks_to_the_team(w: World) {
        let dossier = shared(&w).await;
        let own = Some(w.samira().staff());
        let id = w.ria().performs(task(&w, &dossier, "Bel.", own)).await.expect("involved");
        let who = w.joost().looks(app::involvement::ReadWho(dossier.id)).await.expect("his team");
        let of_samira = who.involved.iter().find(|it| it.staff == w.samira().staff()).expect("assigned").id;
        w.joost().signs_in_again().await;
        let end = app::involvement::End { involvement: of_samira, until: None, reason: "Andere wijk.".into() };
        w.joost().performs(end).await.expect("his team");

        assert_eq!(stored(&listed(w.ria(), View::Team).await), [id]);
        change(w.ria(), id, 1, Next::PickUp).await.expect("nobody's now");
    }

    async fn a_list_of_many_dossiers_names_what_it_shows_and_no_more(w: World) {
        let dossier = shared(&w).await;
        let other = w.ria().takes_in(Intake::of(FATMA).about(&[LegalDomain::Wmo])).await;
        for at in 0..40 {
            let of = if at % 2 == 0 { &dossier } else { &other };
            w.ria().performs(task(&w, of, &format!("Taak {at}"), None)).await.expect("involved");
        }

        let page = w.ria().looks(ListTasks(Filter { view: View::Team, page: 2, ..Filter::default() })).await.expect("carries cases");

        assert_eq!((page.found, page.last_page, page.lines.len(), page.team), (40, 2, 15, 40));
        assert_eq!(w.last_record().await.items.len(), 15);
    }
}
