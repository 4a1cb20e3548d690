//! The people around a client on both engines: authority as it was and as it was known, two workers at once, walls between
//! legal domains, the client's own page, and whose names are kept.

use app::NotDone;
use app::people::{
    DueDates, EndFact, EndPerson, KeepFact, KeepPerson, KeepRefused, Kept, KnownNames, ReadHeld, ReadOwn,
    ReadThem,
};
use app::task::{Filter, Item, ListTasks};
use domain::people::{
    AuthorityFault, AuthorityKind, Bar, Basis, CapacityAssessment, Contact, Contradiction, DocumentSeen,
    DueKind, EndReason, Fact, HowInformed, Informed, KeptFor, Matter, Outcome as Found, ParentalAuthority,
    PersonFault, Relation, Representative, RepresentativeKind, Scope, Seen, TypedPerson, unknown_names,
};
use domain::{LegalDomain, PeopleFactId, Source, amsterdam_date};
use jiff::SignedDuration;
use jiff::civil::{Date, date};
use testkit::{BILAL, Dossier, FATMA, Intake, Outcome, Resident, World, both_engines};

/// A child of nine, who cannot sign in.
const JAYLANO: Resident = Resident { given_names: "Jaylano", born: date(2016, 6, 1), who: None, ..BILAL };

fn somebody(relation: Relation, name: &str) -> TypedPerson {
    TypedPerson {
        relation,
        name: name.into(),
        contact: Contact::default(),
        ground: None,
        informed: None,
        agreed_on: None,
        minor_until: None,
        under_curatele: false,
        hidden_from_client: false,
    }
}

/// Told and agreed on the first of March.
fn agreed(relation: Relation, name: &str) -> TypedPerson {
    let informed = Some(Informed { on: date(2026, 3, 1), how: HowInformed::Talked });
    TypedPerson { informed, agreed_on: Some(date(2026, 3, 1)), ..somebody(relation, name) }
}

fn on_ground(relation: Relation, name: &str, ground: KeptFor) -> TypedPerson {
    TypedPerson { ground: Some(ground), ..somebody(relation, name) }
}

fn keep(w: &World, dossier: &Dossier, typed: TypedPerson) -> KeepPerson {
    KeepPerson {
        dossier: dossier.id,
        known: None,
        typed,
        part: None,
        from: date(2026, 1, 1),
        source: Source::Client,
        form: w.random_id(),
    }
}

async fn parent(w: &World, dossier: &Dossier, relation: Relation, name: &str) -> PeopleFactId {
    let typed = on_ground(relation, name, KeptFor::AuthorityHolderOrGuardian);
    w.ria().performs(keep(w, dossier, typed)).await.expect("a parent")
}

fn authority(person: PeopleFactId, kind: AuthorityKind, basis: Basis) -> ParentalAuthority {
    let seen = Seen { document: DocumentSeen::AuthorityRegister, on: date(2026, 2, 1) };
    ParentalAuthority { person, kind, basis, recognised_on: None, scope: Scope::Whole, seen }
}

fn record(w: &World, dossier: &Dossier, says: Fact) -> KeepFact {
    KeepFact {
        dossier: dossier.id,
        known: None,
        says,
        part: None,
        from: date(2020, 1, 1),
        second: None,
        source: Source::Client,
        form: w.random_id(),
    }
}

fn joint(person: PeopleFactId) -> Fact {
    Fact::Authority(authority(person, AuthorityKind::Joint, Basis::AuthorityRegister))
}

async fn seen(w: &World, dossier: &Dossier) -> Vec<Kept> {
    w.ria().looks(ReadThem(dossier.id)).await.expect("involved").kept
}

async fn one(w: &World, dossier: &Dossier, fact: PeopleFactId) -> Kept {
    seen(w, dossier).await.into_iter().find(|it| it.held.fact == fact).expect("it is there")
}

/// Two parents with authority together: both people and both facts.
async fn two_parents(w: &World, dossier: &Dossier) -> [PeopleFactId; 4] {
    let chantal = parent(w, dossier, Relation::Mother, "Chantal de Groot").await;
    let wensley = parent(w, dossier, Relation::Father, "Wensley Pinas").await;
    let hers = w.ria().performs(record(w, dossier, joint(chantal))).await.expect("seen in the register");
    let his = w.ria().performs(record(w, dossier, joint(wensley))).await.expect("seen in the register");
    [chantal, wensley, hers, his]
}

async fn end(w: &World, dossier: &Dossier, fact: PeopleFactId, reason: EndReason) -> EndFact {
    let known = (fact, one(w, dossier, fact).await.held.version);
    EndFact { dossier: dossier.id, known, on: amsterdam_date(w.now()), reason, second: None }
}

fn refused<T: std::fmt::Debug>(done: Result<T, NotDone<KeepRefused>>) -> KeepRefused {
    match done {
        Err(NotDone::Rejected(why)) => why,
        other => panic!("{other:?}"),
    }
}

fn denied<T: std::fmt::Debug, R: std::fmt::Debug>(done: &Result<T, NotDone<R>>) {
    assert!(matches!(done, Err(NotDone::Denied { .. })), "{done:?}");
}

both_engines! {
    async fn authority_ended_by_a_judge_is_over_the_minute_it_is_recorded(w: World) {
        let dossier = w.ria().opens_dossier_of(JAYLANO).await;
        let [chantal, _, _, his] = two_parents(&w, &dossier).await;
        w.clock.advance(SignedDuration::from_mins(5));
        let before = w.now();
        w.clock.advance(SignedDuration::from_mins(1));

        w.ria().performs(end(&w, &dossier, his, EndReason::CourtDecision).await).await.expect("involved");

        let ended = w.now();
        let at = async |at, known_at| {
            let read = ReadHeld { dossier: dossier.id, at, known_at };
            w.ria().looks(read).await.expect("involved").authority
        };
        assert_eq!(at(ended, ended).await.holders.iter().map(|it| it.person).collect::<Vec<_>>(), [chantal]);
        assert_eq!(at(before, ended).await.holders.len(), 2, "until then he held it");
        assert_eq!(at(ended, before).await.holders.len(), 2, "and then nobody knew");
        assert_eq!(at(ended, ended).await.contradictions.len(), 1, "joint authority of one is said");
        assert_eq!(w.last_record().await.event, "ReadPeople");
    }

    async fn what_was_known_before_a_correction_keeps_its_answer(w: World) {
        let dossier = w.ria().opens_dossier_of(JAYLANO).await;
        let [_, _, _, his] = two_parents(&w, &dossier).await;
        let then = w.now();
        w.clock.advance(SignedDuration::from_hours(1));

        w.ria().performs(end(&w, &dossier, his, EndReason::Mistake).await).await.expect("involved");

        let held = async |known_at| {
            let read = ReadHeld { dossier: dossier.id, at: then, known_at };
            w.ria().looks(read).await.expect("involved").authority.holders.len()
        };
        assert_eq!((held(then).await, held(w.now()).await), (2, 1));
    }

    async fn sole_authority_beside_joint_is_kept_and_said(w: World) {
        let dossier = w.ria().opens_dossier_of(JAYLANO).await;
        let [chantal, _, hers, his] = two_parents(&w, &dossier).await;
        let known = Some((hers, one(&w, &dossier, hers).await.held.version));
        let sole = Fact::Authority(authority(chantal, AuthorityKind::Sole, Basis::CourtDecision));

        w.ria().performs(KeepFact { known, ..record(&w, &dossier, sole) }).await.expect("seen");

        let read = w.ria().looks(ReadThem(dossier.id)).await.expect("involved");
        assert_eq!(read.contradictions, [Contradiction::SoleBesideJoint(hers, his)]);
    }

    async fn who_can_never_hold_authority_is_refused(w: World) {
        let dossier = w.ria().opens_dossier_of(JAYLANO).await;
        let marriage = |who| Fact::Authority(authority(who, AuthorityKind::Joint, Basis::Marriage));
        let grandmother = parent(&w, &dossier, Relation::Grandparent, "Oma Ans").await;
        let minor = TypedPerson {
            minor_until: Some(date(2027, 1, 1)),
            ..on_ground(Relation::Mother, "Kim", KeptFor::AuthorityHolderOrGuardian)
        };
        let minor = w.ria().performs(keep(&w, &dossier, minor)).await.expect("kept");
        let curatele = TypedPerson {
            under_curatele: true,
            ..on_ground(Relation::Father, "Rob", KeptFor::AuthorityHolderOrGuardian)
        };
        let curatele = w.ria().performs(keep(&w, &dossier, curatele)).await.expect("kept");

        for (who, bar) in [(grandmother, Bar::Grandparent), (minor, Bar::Minor), (curatele, Bar::UnderCuratele)] {
            let why = refused(w.ria().performs(record(&w, &dossier, marriage(who))).await);
            assert_eq!(why, KeepRefused::Authority(AuthorityFault::Never(bar)));
        }
    }

    async fn the_second_of_two_workers_sees_both_texts_and_nothing_is_lost(w: World) {
        let dossier = w.ria().opens_dossier_of(JAYLANO).await;
        w.joost().assigns(dossier.first_part(), w.samira().staff()).await.expect("she helps");
        let [chantal, _, hers, _] = two_parents(&w, &dossier).await;
        let on_screen = (hers, one(&w, &dossier, hers).await.held.version);
        let known = Some(on_screen);
        let by_judge = Fact::Authority(authority(chantal, AuthorityKind::Joint, Basis::CourtDecision));
        let by_marriage = Fact::Authority(authority(chantal, AuthorityKind::Joint, Basis::Marriage));

        w.ria().performs(KeepFact { known, ..record(&w, &dossier, by_judge.clone()) }).await.expect("first");
        let why = refused(w.samira().performs(KeepFact { known, ..record(&w, &dossier, by_marriage) }).await);

        let KeepRefused::Stale(theirs) = why else { panic!("{why:?}") };
        assert_eq!((theirs.held.says.clone(), theirs.author_name.as_str()), (by_judge, "Ria de Wit"));
        let why = refused(w.samira().performs(EndFact {
            dossier: dossier.id,
            known: on_screen,
            on: amsterdam_date(w.now()),
            reason: EndReason::Over,
            second: None,
        }).await);
        assert!(matches!(why, KeepRefused::Stale(_)), "{why:?}");
    }

    async fn a_form_sent_twice_adds_once(w: World) {
        let dossier = w.ria().opens_dossier_of(JAYLANO).await;
        let riet = keep(&w, &dossier, agreed(Relation::Neighbour, "Riet"));

        let first = w.ria().performs(riet.clone()).await.expect("she agreed");
        let again = w.ria().performs(riet).await.expect("the same form");

        assert_eq!((first, seen(&w, &dossier).await.len()), (again, 1));
    }

    async fn nobody_is_kept_untold_and_the_name_of_who_withdraws_is_gone_from_every_text(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let untold = w.ria().performs(keep(&w, &dossier, somebody(Relation::Friend, "Rick"))).await;
        assert_eq!(refused(untold), KeepRefused::Person(PersonFault::NotInformed));
        let riet = w.ria().performs(keep(&w, &dossier, agreed(Relation::Neighbour, "Riet"))).await.expect("agreed");
        let version = one(&w, &dossier, riet).await.held.version;
        let renamed = KeepPerson {
            known: Some((riet, version)),
            ..keep(&w, &dossier, agreed(Relation::Neighbour, "Riet van Dam"))
        };
        w.ria().performs(renamed).await.expect("her whole name");

        let known = (riet, one(&w, &dossier, riet).await.held.version);
        let on = amsterdam_date(w.now());
        let reason = EndReason::AgreementWithdrawn;
        w.ria().performs(EndPerson { dossier: dossier.id, known, on, reason }).await.expect("she wants it");

        let history = w.ria().looks(ReadHeld { dossier: dossier.id, at: w.now(), known_at: w.now() }).await;
        let history = history.expect("involved").history;
        assert_eq!(history.len(), 3);
        for text in &history {
            let Fact::Person(person) = &text.held.says else { panic!("{text:?}") };
            assert_eq!((person.name.as_str(), person.relation), ("", Relation::Neighbour));
        }
        let again = w.ria().performs(EndPerson {
            dossier: dossier.id,
            known: (riet, one(&w, &dossier, riet).await.held.version),
            on,
            reason,
        }).await;
        assert_eq!(refused(again), KeepRefused::NothingToWithdraw);
    }

    async fn who_decides_by_law_stays_when_agreement_is_withdrawn_and_is_not_ended(w: World) {
        let dossier = w.ria().opens_dossier_of(JAYLANO).await;
        let father = w.ria().performs(keep(&w, &dossier, agreed(Relation::Father, "Wensley"))).await.expect("agreed");
        w.ria().performs(record(&w, &dossier, joint(father))).await.expect("seen");
        let on = amsterdam_date(w.now());
        let end = async |reason| {
            let known = (father, one(&w, &dossier, father).await.held.version);
            w.ria().performs(EndPerson { dossier: dossier.id, known, on, reason }).await
        };

        assert_eq!(refused(end(EndReason::Over).await), KeepRefused::HoldsOffice);
        end(EndReason::AgreementWithdrawn).await.expect("the law asks for him");

        let Fact::Person(now) = one(&w, &dossier, father).await.held.says else { panic!("a person") };
        assert_eq!((now.name.as_str(), now.ground()), ("Wensley", Some(KeptFor::AuthorityHolderOrGuardian)));
    }

    async fn from_sixteen_on_a_second_person_is_named_who_is_somebody_else(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let mentor = on_ground(Relation::Professional, "Mentor Van Dijk", KeptFor::ProfessionalCapacity);
        let mentor = w.ria().performs(keep(&w, &dossier, mentor)).await.expect("kept");
        let says = Fact::Representative(Representative {
            person: mentor,
            kind: RepresentativeKind::Mentor,
            matters: Vec::new(),
            seen: Seen { document: DocumentSeen::CourtDecision, on: date(2026, 2, 1) },
        });
        let with = |second| KeepFact { second, ..record(&w, &dossier, says.clone()) };

        assert_eq!(refused(w.ria().performs(with(None)).await), KeepRefused::SecondMissing);
        let oneself = Some(w.ria().staff());
        assert_eq!(refused(w.ria().performs(with(oneself)).await), KeepRefused::SecondIsOneself);
        let elsewhere = Some(w.wouter().staff());
        assert_eq!(refused(w.ria().performs(with(elsewhere)).await), KeepRefused::NoSuchSecond);
        let fact = w.ria().performs(with(Some(w.samira().staff()))).await.expect("two professionals");

        assert_eq!(one(&w, &dossier, fact).await.second_name.as_deref(), Some("Samira Haddad"));
    }

    async fn only_the_involved_read_and_change(w: World) {
        let dossier = w.ria().opens_dossier_of(JAYLANO).await;
        two_parents(&w, &dossier).await;

        for who in ["samira", "joost", "ingeborg", "kees", "tom", "wouter", "olga"] {
            denied(&w.person(who).looks(ReadThem(dossier.id)).await);
            assert_eq!(w.last_record().await.outcome, Outcome::Denied, "{who}");
            denied(&w.person(who).performs(keep(&w, &dossier, agreed(Relation::Friend, "Rick"))).await);
        }
        let kept = w.raw().one("SELECT COUNT(*) FROM people_fact").await.int();
        assert_eq!(kept, 4);
    }

    async fn another_legal_domain_sees_who_decides_and_nothing_that_is_not_its_own(w: World) {
        let wide = Intake::of(BILAL).about(&[LegalDomain::Wmo, LegalDomain::DebtCounselling]);
        let dossier = w.ria().takes_in(wide).await;
        let debts = dossier.part(LegalDomain::DebtCounselling);
        w.joost().assigns(debts, w.daan().staff()).await.expect("he counsels");
        let wmo = Some(dossier.part(LegalDomain::Wmo));
        let home = on_ground(Relation::Partner, "Sanne", KeptFor::HouseholdWmo);
        w.ria().performs(KeepPerson { part: wmo, ..keep(&w, &dossier, home) }).await.expect("Wmo needs her");
        let administrator = on_ground(Relation::Professional, "Bureau Boven Water", KeptFor::ProfessionalCapacity);
        let administrator = w.ria().performs(keep(&w, &dossier, administrator)).await.expect("kept");
        let money = Fact::Representative(Representative {
            person: administrator,
            kind: RepresentativeKind::PropertyAdministrator,
            matters: Vec::new(),
            seen: Seen { document: DocumentSeen::CourtDecision, on: date(2026, 2, 1) },
        });
        let second = Some(w.samira().staff());
        w.ria().performs(KeepFact { second, ..record(&w, &dossier, money) }).await.expect("seen");
        let capacity = Fact::Capacity(CapacityAssessment {
            matter: Matter::Care,
            outcome: Found::Incapable,
            assessor: "Huisarts".into(),
            reasons: "Overziet het niet.".into(),
            made_on: date(2026, 2, 1),
            valid_until: date(2026, 8, 1),
        });
        let nowhere = KeepFact { second, ..record(&w, &dossier, capacity) };
        assert_eq!(refused(w.ria().performs(nowhere.clone()).await), KeepRefused::NoSuchPart);
        w.ria().performs(KeepFact { part: wmo, form: w.random_id(), ..nowhere.clone() }).await.expect("of the Wmo");

        let his = w.daan().looks(ReadThem(dossier.id)).await.expect("involved");
        let hers = w.ria().looks(ReadThem(dossier.id)).await.expect("involved");

        assert_eq!((his.kept.len(), hers.kept.len()), (2, 4));
        assert!(his.kept.iter().all(|it| it.part.is_none()) && his.due.iter().all(|it| it.kind != DueKind::CapacityEnds));
        let not_his = KeepFact { part: wmo, form: w.random_id(), ..nowhere };
        assert_eq!(refused(w.daan().performs(not_his).await), KeepRefused::NoSuchPart);
    }

    async fn the_client_reads_who_is_kept_and_never_who_is_hidden(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().performs(keep(&w, &dossier, agreed(Relation::Neighbour, "Riet"))).await.expect("agreed");
        let danger = on_ground(Relation::FormerPartner, "Dirk", KeptFor::SafetySuspicion);
        let hidden = TypedPerson { hidden_from_client: true, ..danger.clone() };
        w.ria().performs(keep(&w, &dossier, hidden)).await.expect("kept for safety");

        let own = w.bilal().looks(ReadOwn(dossier.id)).await.expect("his own");
        assert_eq!(own.kept.len(), 1);
        w.ria().performs(keep(&w, &dossier, danger)).await.expect("kept for safety, and he knows");
        assert_eq!(w.bilal().looks(ReadOwn(dossier.id)).await.expect("his own").kept.len(), 2);
        assert_eq!(w.last_record().await.event, "ReadOwnPeople");
        denied(&w.fatma().looks(ReadOwn(dossier.id)).await);
        denied(&w.bilal().looks(ReadThem(dossier.id)).await);
    }

    async fn the_household_is_kept_for_the_wmo_and_for_nothing_else(w: World) {
        let voluntary = w.ria().opens_dossier_of(JAYLANO).await;
        let of_wmo = w.ria().takes_in(Intake::of(BILAL).about(&[LegalDomain::Wmo, LegalDomain::Voluntary])).await;
        let sanne = || on_ground(Relation::Partner, "Sanne", KeptFor::HouseholdWmo);

        let nowhere = w.ria().performs(keep(&w, &voluntary, sanne())).await;
        assert_eq!(refused(nowhere), KeepRefused::NoWmoPart);
        let kept = w.ria().performs(keep(&w, &of_wmo, sanne())).await.expect("the Wmo needs her");

        assert_eq!(one(&w, &of_wmo, kept).await.part, Some(of_wmo.part(LegalDomain::Wmo)));
    }

    async fn names_and_addresses_lie_sealed(w: World) {
        let dossier = w.ria().opens_dossier_of(JAYLANO).await;
        let contact = Contact { address: "Geheimlaan 9".into(), address_secret: true, ..Contact::default() };
        let chantal = TypedPerson { contact, ..agreed(Relation::Mother, "Chantal") };
        w.ria().performs(keep(&w, &dossier, chantal)).await.expect("agreed");

        let body = w.raw().one("SELECT body FROM people_fact").await;

        for word in ["Chantal", "Geheimlaan"] {
            assert!(!body.bytes().windows(word.len()).any(|it| it == word.as_bytes()), "{word}");
        }
        let Fact::Person(read) = &seen(&w, &dossier).await[0].held.says.clone() else { panic!("a person") };
        assert_eq!((read.contact.address.as_str(), read.contact.address_secret), ("Geheimlaan 9", true));
    }

    async fn a_note_may_name_the_client_colleagues_and_who_agreed(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().performs(keep(&w, &dossier, agreed(Relation::Neighbour, "Riet"))).await.expect("agreed");

        let known = w.ria().looks(KnownNames(dossier.id)).await.expect("involved");

        let note = "Gebeld met Bilal en met Samira. Buurvrouw Riet was er. Ook Rick zat erbij.";
        assert_eq!(unknown_names(note, &known), ["Rick"]);
    }

    async fn days_that_ask_for_work_are_told_to_who_works_with_the_client(w: World) {
        let sixteen_soon = Resident { born: date(2010, 4, 20), who: None, ..FATMA };
        let dossier = w.ria().opens_dossier_of(sixteen_soon).await;
        let danger = on_ground(Relation::FormerPartner, "Dirk", KeptFor::SafetySuspicion);
        w.ria().performs(keep(&w, &dossier, danger)).await.expect("kept for safety");
        let [.., his] = two_parents(&w, &dossier).await;

        let until = |until: Date| DueDates { until };
        let soon = w.ria().looks(until(date(2026, 4, 5))).await.expect("her own");
        let kinds: Vec<_> = soon.iter().map(|it| (it.kind, it.on)).collect();
        assert_eq!(kinds, [
            (DueKind::SafetyRecheck, date(2026, 4, 1)),
            (DueKind::Inform, date(2026, 4, 2)),
            (DueKind::Inform, date(2026, 4, 2)),
            (DueKind::Turns16, date(2026, 4, 20)),
        ]);
        let listed = async || {
            let all = w.ria().looks(ListTasks(Filter::default())).await.expect("carries cases").lines;
            all.into_iter().filter_map(|line| match line.item {
                Item::People { kind } => Some((kind, line.due)),
                _ => None,
            }).collect::<Vec<_>>()
        };
        assert_eq!(listed().await, [(DueKind::Turns16, Some(date(2026, 4, 20)))], "sixty days before");
        w.clock.advance(SignedDuration::from_hours(4 * 24));
        assert_eq!(listed().await[0], (DueKind::SafetyRecheck, Some(date(2026, 4, 1))), "four weeks before");
        let year = w.ria().looks(until(date(2027, 2, 1))).await.expect("her own");
        assert!(year.iter().any(|it| it.fact == Some(his) && it.kind == DueKind::AuthorityRecheck));
        w.ria().performs(end(&w, &dossier, his, EndReason::Over).await).await.expect("over");
        let year = w.ria().looks(until(date(2027, 2, 1))).await.expect("her own");
        assert!(year.iter().all(|it| it.fact != Some(his)));
        assert!(w.samira().looks(until(date(2027, 2, 1))).await.expect("her own").is_empty());
    }

    async fn a_closed_dossier_is_frozen(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let close = app::dossier::Close {
            part: dossier.first_part(),
            reason: domain::ClosingReason::GoalReached,
            result: "Klaar.".into(),
            contact: None, why: "De hulp is gestopt.".into(),
        };
        w.ria().performs(close).await.expect("involved");

        denied(&w.ria().performs(keep(&w, &dossier, agreed(Relation::Neighbour, "Riet"))).await);
        w.ria().looks(ReadThem(dossier.id)).await.expect("fourteen days");
    }
}
