//! The team desk: what a coordinator divides by, in counts, and the question that waits (ACC-09).

use app::NotDone;
use app::dossier::AddQuestion;
use app::intake::{Assess, DoesNotWait};
use app::involvement::{
    AssignRefused, Load, Queue, Queued, ReadFigures, ReadLoads, Sizes, TeamFigures, TeamLoads,
};
use app::standing::{About, Declare, Exclude, OwnAbsence, Protect};
use domain::matching::Sought;
use domain::{
    BirthDate, ConflictKind, ControllerKind, LanguageNeeds, LegalDomain, LifeArea, PreferredWorker,
    ProtectionGround, TypedLanguage,
};
use jiff::{SignedDuration, ToSpan};
use testkit::{BILAL, Dossier, FATMA, Intake, NADIA, Resident, World, both_engines};

const HOUR: SignedDuration = SignedDuration::from_hours(1);

async fn loads(w: &World, who: &'static str) -> TeamLoads {
    w.person(who).looks(ReadLoads(w.person(who).member().team)).await.expect("their team")
}

/// What Ria carries, as this coordinator counts it: now and to come.
async fn of_ria(w: &World, who: &'static str) -> (u64, u64) {
    let found = loads(w, who).await.loads.into_iter().find(|it| it.staff == w.ria().staff());
    found.map_or((0, 0), |Load { now, to_come, .. }| (now, to_come))
}

async fn figures(w: &World, who: &'static str) -> TeamFigures {
    w.person(who).looks(ReadFigures(w.person(who).member().team)).await.expect("their team")
}

async fn declares(w: &World, who: &'static str, resident: &Resident) {
    let about =
        About::Person { surname: resident.surname.into(), birth_date: BirthDate::full(resident.born) };
    w.person(who).performs(Declare { kind: ConflictKind::Relative, about }).await.expect("declared");
}

/// What waits for Joost to divide: of one legal domain or of all, on one page.
async fn queue(w: &World, domain: Option<LegalDomain>, page: usize) -> Queued {
    let team = w.joost().member().team;
    w.joost().looks(Queue { domain, page, ..Queue::of(team) }).await.expect("his team")
}

/// What waits for Joost and is like this.
async fn sought(w: &World, sought: Sought) -> Queued {
    w.joost().looks(Queue { sought, ..Queue::of(w.joost().member().team) }).await.expect("his team")
}

/// Bilal's question under the Wmo, without a worker.
async fn waiting(w: &World) -> Dossier {
    w.ria().takes_in(Intake::of(BILAL).about(&[LegalDomain::Wmo]).for_the_queue()).await
}

both_engines! {
    async fn of_two_who_divide_at_once_one_assigns(w: World) {
        let dossier = waiting(&w).await;
        let (from, until) = (w.now(), w.now() + HOUR);
        w.joost().performs(OwnAbsence { from, until }).await.expect("registered");
        let (part, staff) = (dossier.first_part(), w.samira().staff());
        let (joost, devi) = (w.joost(), w.person("devi"));
        // Signed in beforehand, so that nothing but the deed itself comes between the two.
        joost.session().await;
        devi.session().await;

        let (one, other) = tokio::join!(joost.assigns(part, staff), devi.assigns(part, staff));

        let held = [&one, &other].into_iter().filter(|it| it.is_ok()).count();
        assert_eq!(held, 1, "{one:?} {other:?}");
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM involvement").await.int(), 1);
    }

    async fn a_question_that_waits_is_read_by_who_divides_and_the_resident_sees_it(w: World) {
        let dossier = waiting(&w).await;

        let found = w.joost().performs(Assess(dossier.first_part())).await.expect("his team");

        assert_eq!((found.number, found.domain), (dossier.number, LegalDomain::Wmo));
        assert_eq!(found.question.to_string(), "Een vraag over wmo.");
        let record = w.last_record().await;
        assert_eq!((record.event.as_str(), record.subject.is_some()), ("AssessIntake", true));
        let looks = w.bilal().sees_looks(dossier.id).await.expect("his own").lines();
        let told: Vec<&str> =
            looks.iter().filter(|it| it.staff == w.joost().staff()).map(|it| it.action.as_str()).collect();
        assert_eq!(told, ["AssessIntake"]);
    }

    async fn nobody_else_reads_it(w: World) {
        let dossier = waiting(&w).await;

        for who in ["ria", "samira", "karin", "tom", "devi", "kees", "petra"] {
            let refused = w.person(who).performs(Assess(dossier.first_part())).await;
            assert!(matches!(refused, Err(NotDone::Denied { .. })), "{who}: {refused:?}");
        }
        let (from, until) = (w.now(), w.now() + HOUR * 8);
        w.joost().performs(OwnAbsence { from, until }).await.expect("his own");
        w.person("devi").performs(Assess(dossier.first_part())).await.expect("she stands in");
    }

    async fn a_wall_and_extra_protection_hold_for_the_question_too(w: World) {
        let dossier = waiting(&w).await;
        w.joost().performs(Protect { dossier: dossier.id, ground: ProtectionGround::Employee }).await.expect("his team");
        w.joost().session().await;
        w.clock.advance(SignedDuration::from_mins(11));
        let stale = w.joost().performs(Assess(dossier.first_part())).await;
        assert!(matches!(&stale, Err(NotDone::Denied { .. })), "{stale:?}");
        w.joost().signs_in_again().await;
        w.joost().performs(Assess(dossier.first_part())).await.expect("he signed in again");

        declares(&w, "joost", &BILAL).await;

        let walled = w.joost().performs(Assess(dossier.first_part())).await;
        assert!(matches!(walled, Err(NotDone::Denied { .. })), "{walled:?}");
    }

    async fn what_has_a_worker_now_or_soon_is_no_question_to_divide(w: World) {
        let dossier = waiting(&w).await;
        w.joost().assigns(dossier.first_part(), w.samira().staff()).await.expect("he divides");

        let refused = w.joost().performs(Assess(dossier.first_part())).await;

        assert!(matches!(refused, Err(NotDone::Rejected(DoesNotWait))), "{refused:?}");
        let looks = w.bilal().sees_looks(dossier.id).await.expect("his own").lines();
        assert!(looks.iter().all(|it| it.action != "AssessIntake"), "nothing was shown");
    }

    async fn not_wanted_and_conflicted_get_the_same_answer(w: World) {
        let dossier = waiting(&w).await;
        w.joost().performs(Exclude { dossier: dossier.id, staff: w.samira().staff() }).await.expect("his team");
        declares(&w, "ria", &BILAL).await;

        for who in ["samira", "ria", "lotte"] {
            let refused = w.joost().assigns(dossier.first_part(), w.person(who).staff()).await;
            assert!(matches!(refused, Err(NotDone::Rejected(AssignRefused::DoesNotFit))), "{who}: {refused:?}");
        }
    }

    async fn a_load_counts_dossiers_of_the_own_team_and_none_behind_a_wall(w: World) {
        w.ria().opens_dossier_of(BILAL).await;
        w.ria().opens_dossier_of(FATMA).await;
        assert_eq!(of_ria(&w, "joost").await, (2, 0));
        assert_eq!(loads(&w, "karin").await.loads, [], "another team, not even a count");

        declares(&w, "joost", &BILAL).await;
        assert_eq!(of_ria(&w, "joost").await, (1, 0));

        declares(&w, "joost", &FATMA).await;
        assert_eq!(of_ria(&w, "joost").await, (0, 0));
    }

    async fn only_who_divides_sees_loads_and_figures(w: World) {
        w.ria().opens_dossier_of(BILAL).await;

        for who in ["ria", "devi", "tom", "kees", "petra"] {
            let team = w.person(who).member().team;
            let loads = w.person(who).looks(ReadLoads(team)).await;
            assert!(matches!(loads, Err(NotDone::Denied { .. })), "{who}: {loads:?}");
            let figures = w.person(who).looks(ReadFigures(team)).await;
            assert!(matches!(figures, Err(NotDone::Denied { .. })), "{who}: {figures:?}");
        }
    }

    async fn who_leaves_is_told_until_the_last_moment(w: World) {
        let until = w.now() + HOUR;
        let (raw, ria) = (w.raw(), w.ria().staff());
        let post = raw.id(ria.uuid());
        raw.run(&format!("UPDATE staff SET valid_until = {} WHERE id = {post}", until.as_millisecond())).await;
        let told = loads(&w, "joost").await.leaving;
        assert_eq!(told.iter().map(|it| it.staff).collect::<Vec<_>>(), [ria]);
        assert_eq!(loads(&w, "karin").await.leaving, []);

        w.clock.set_to(until);

        assert_eq!(loads(&w, "joost").await.leaving, []);
    }

    async fn figures_count_what_came_and_hide_what_is_small(w: World) {
        w.ria().opens_dossier_of(FATMA).await;
        let dossier = waiting(&w).await;
        w.ria().takes_in(Intake::of(NADIA).about(&[LegalDomain::Wmo]).for_the_queue()).await;
        w.clock.advance(HOUR * 24 * 3);
        w.joost().assigns(dossier.first_part(), w.samira().staff()).await.expect("he divides");

        let told = figures(&w, "joost").await;

        assert_eq!((told.waiting, told.months.len()), (1, 6));
        let opened: u64 = told.months.iter().map(|it| it.opened).sum();
        let closed: u64 = told.months.iter().map(|it| it.closed).sum();
        assert!((opened, closed) >= (3, 0) && closed == 0, "{told:?}");
        assert!(told.months.iter().any(|it| it.waited == Some(3)), "of two the longer: {told:?}");
        let wmo = told.domains.iter().find(|it| it.domain == LegalDomain::Wmo).expect("each domain");
        assert_eq!((wmo.opened, wmo.closed), (None, Some(0)), "two are too few to show");
        let elsewhere = figures(&w, "karin").await;
        assert!(elsewhere.waiting == 0 && elsewhere.months.iter().all(|it| it.opened == 0), "{elsewhere:?}");

        declares(&w, "joost", &NADIA).await;
        assert_eq!(figures(&w, "joost").await.waiting, 0, "a wall counts as for a list");
    }

    async fn the_list_is_narrowed_to_a_legal_domain_and_the_record_names_who_was_shown(w: World) {
        let both = Intake::of(FATMA).about(&[LegalDomain::Wmo, LegalDomain::Voluntary]).for_the_queue();
        w.ria().takes_in(both).await;
        w.clock.advance(HOUR);
        let bilal = waiting(&w).await;
        declares(&w, "joost", &FATMA).await;
        let behind_a_wall = queue(&w, None, 1).await;
        w.ria().takes_in(Intake::of(NADIA).for_the_queue()).await;
        let before = w.records().await.len();

        let found = queue(&w, Some(LegalDomain::Wmo), 1).await;
        let nobody = queue(&w, Some(LegalDomain::YouthCare), 1).await;

        assert_eq!(behind_a_wall.sizes.domains, [(LegalDomain::Wmo, 1)], "no count of what stands behind the own wall");
        assert_eq!(found.waiting.iter().map(|it| it.dossier).collect::<Vec<_>>(), [bilal.id]);
        assert_eq!(found.total, 2, "{found:?}");
        assert_eq!((nobody.waiting.len(), nobody.total), (0, 2));
        let told = w.records().await.split_off(before);
        let of_the_list: Vec<_> = told.iter().filter(|it| it.subject.is_none()).map(|it| it.count).collect();
        assert_eq!(of_the_list, [1, 0], "what was shown, not what waits");
        assert_eq!(told.iter().filter(|it| it.subject.is_some()).count(), 1, "a line for who was shown");
    }

    async fn the_list_is_narrowed_to_what_helps_to_find_who_fits(w: World) {
        let polish = TypedLanguage { best: "pl", interpreter: "language", ..TypedLanguage::default() };
        let fatma = Intake {
            address: "Voorbeeldkade 12, 1234 AB Waterrijk".into(),
            language: LanguageNeeds::typed(polish).expect("a language"),
            prefers: Some(PreferredWorker::Woman),
            life_area: Some(LifeArea::Money),
            ..Intake::of(FATMA).for_the_queue()
        };
        let fatma = w.ria().takes_in(fatma).await;
        w.clock.advance(HOUR);
        let secret = Intake {
            address: "Voorbeeldkade 14, 1234 AB Waterrijk".into(),
            secret_address: true,
            life_area: Some(LifeArea::Money),
            ..Intake::of(BILAL).for_the_queue()
        };
        w.ria().takes_in(secret).await;
        queue(&w, None, 1).await;
        let before = w.records().await.len();

        let women = sought(&w, Sought { prefers: Some(PreferredWorker::Woman), ..Sought::default() }).await;
        let here = sought(&w, Sought { area: Some("1234".into()), ..Sought::default() }).await;
        let polish = sought(&w, Sought { language: Some("pl".into()), ..Sought::default() }).await;
        let money = sought(&w, Sought { life_area: Some(LifeArea::Money), ..Sought::default() }).await;
        let men = sought(&w, Sought { prefers: Some(PreferredWorker::Man), ..Sought::default() }).await;

        for found in [&women, &here, &polish] {
            assert_eq!(found.waiting.iter().map(|it| it.dossier).collect::<Vec<_>>(), [fatma.id], "{found:?}");
        }
        assert_eq!((money.found, money.total, men.found), (2, 2, 0));
        assert_eq!(women.sizes, men.sizes, "how many wait, whatever was asked for");
        assert_eq!(women.sizes.areas, [("1234".to_owned(), 1)], "an address that is secret counts nowhere");
        assert_eq!((women.sizes.life_areas, women.sizes.languages), (vec![(LifeArea::Money, 2)], vec![("pl".to_owned(), 1)]));
        assert_eq!((women.sizes.weeks[0], women.sizes.weeks.iter().sum::<usize>()), (2, 2));
        assert!(polish.waiting[0].known.interpreter.is_some());
        let told = w.records().await.split_off(before);
        let of_the_list: Vec<_> = told.iter().filter(|it| it.subject.is_none()).map(|it| it.count).collect();
        assert_eq!(of_the_list, [1, 1, 1, 2, 0], "what was shown, not what was opened to choose from");
        assert_eq!(told.iter().filter(|it| it.subject.is_some()).count(), 5, "a line for each who was shown");
    }

    async fn what_helps_to_divide_counts_nobody_behind_the_own_wall(w: World) {
        let fatma = Intake { prefers: Some(PreferredWorker::Woman), ..Intake::of(FATMA).for_the_queue() };
        w.ria().takes_in(fatma).await;
        declares(&w, "joost", &FATMA).await;

        let told = queue(&w, None, 1).await;

        assert_eq!((told.total, told.sizes), (0, Sizes::default()));
    }

    async fn a_question_is_looked_for_for_a_colleague_of_the_team_only(w: World) {
        let team = w.joost().member().team;
        let of = |staff| Queue { for_whom: Some(staff), ..Queue::of(team) };

        let samira = w.joost().looks(of(w.samira().staff())).await.expect("his team");
        let elsewhere = w.joost().looks(of(w.karin().staff())).await.expect("his team");

        assert!(samira.for_whom.is_some() && elsewhere.for_whom.is_none(), "{samira:?} {elsewhere:?}");
    }

    async fn a_new_question_under_a_closed_part_is_about_something_else(w: World) {
        let fatma = Intake { life_area: Some(LifeArea::Money), ..Intake::of(FATMA).about(&[LegalDomain::Wmo]) };
        let dossier = w.samira().takes_in(fatma).await;
        let add = |life_area| AddQuestion {
            dossier: dossier.id,
            kind: ControllerKind::Municipality,
            domain: Some(LegalDomain::Participation),
            question: "Ik wil weer werken.".into(),
            life_area,
            agreement: None,
            form: w.store.random_id(),
        };

        w.samira().performs(add(Some(LifeArea::Work))).await.expect("a new part");
        let first = queue(&w, None, 1).await.waiting;
        w.samira().performs(add(None)).await.expect("asked again, and not what it is about");
        let second = queue(&w, None, 1).await.waiting;

        assert_eq!(first.iter().map(|it| it.known.life_area).collect::<Vec<_>>(), [Some(LifeArea::Work)]);
        assert_eq!(second.iter().map(|it| it.known.life_area).collect::<Vec<_>>(), [None]);
    }

    async fn many_who_wait_stand_on_pages_with_the_longest_first(w: World) {
        let mut came = Vec::new();
        for n in 0..51 {
            let resident = Resident { born: FATMA.born + n.days(), who: None, ..FATMA };
            // One worker may not search for so many.
            let who = if n < 30 { w.ria() } else { w.samira() };
            came.push(who.takes_in(Intake::of(resident).for_the_queue()).await.id);
            w.clock.advance(SignedDuration::from_secs(1));
        }

        let (first, second) = (queue(&w, None, 1).await, queue(&w, None, 2).await);
        let (zero, far) = (queue(&w, None, 0).await, queue(&w, None, usize::MAX).await);

        assert_eq!((first.page, first.last_page, first.total), (1, 2, 51));
        let shown: Vec<_> = first.waiting.iter().chain(&second.waiting).map(|it| it.dossier).collect();
        assert_eq!((first.waiting.len(), shown), (50, came), "each once, in the order they came");
        assert_eq!((zero, far), (first, second), "a page that is not there is the nearest that is");
    }
}
