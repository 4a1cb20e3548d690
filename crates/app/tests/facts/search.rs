//! Finding words: nothing that a wall keeps away, no token that says anything outside its part, and what is found however it
//! is spelled. Every fact runs on both engines.

use app::NotDone;
use app::emergency::{Form, Open, Whom};
use app::entry::{Hide, Withdraw, Write};
use app::people::KeepPerson;
use app::plan::Save;
use app::search::{Ask, AskRefused, FillNext, Find, Found, PAGE, What, around};
use app::standing::Exclude;
use domain::LegalDomain::{DebtCounselling, Wmo};
use domain::entry::WithdrawGround;
use domain::people::{Contact, HowInformed, Informed, Relation, TypedPerson};
use domain::plan::Change;
use domain::{
    BirthDate, DelayGround, DraftId, EmergencyLength, EmergencyReason, EntryId, Sentence, ShieldAudience,
    Source, Visibility,
};
use jiff::SignedDuration;
use jiff::civil::date;
use policy::Job;
use store::{Asker, Who};
use testkit::{BILAL, Dossier, FATMA, Intake, Person, World, both_engines};

async fn asks(who: Person<'_>, words: &str) -> DraftId {
    who.performs(Ask(words.into())).await.expect("carries cases")
}

async fn page_of(who: Person<'_>, asked: DraftId, page: usize) -> Found {
    who.looks(Find { asked, page }).await.expect("carries cases").expect("it is kept")
}

async fn finds(who: Person<'_>, words: &str) -> Found {
    page_of(who, asks(who, words).await, 1).await
}

/// What a search says: the sentences.
async fn said(who: Person<'_>, words: &str) -> Vec<String> {
    let found = finds(who, words).await;
    assert_eq!(found.total, found.lines.len(), "the count tells of nothing that is not shown");
    let mut all = Vec::new();
    for line in &found.lines {
        let sentences = line.texts.iter().filter_map(|text| around(text, &found.stems));
        all.extend(sentences.map(|pieces| pieces.into_iter().map(|piece| piece.text).collect::<String>()));
    }
    all
}

/// Bilal's Wmo dossier: Ria and Samira work on it.
async fn shared(w: &World) -> Dossier {
    let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[Wmo])).await;
    w.joost().assigns(dossier.first_part(), w.samira().staff()).await.expect("fits");
    dossier
}

async fn written(w: &World, dossier: &Dossier, facts: &str) -> EntryId {
    w.ria().writes(dossier.first_part(), facts).await.expect("involved").entry
}

async fn tokens(w: &World) -> Vec<i64> {
    w.raw()
        .rows("SELECT token FROM search_token ORDER BY token")
        .await
        .iter()
        .map(|row| row[0].int())
        .collect()
}

pub(crate) async fn fills(w: &World) -> bool {
    let asker = Asker { who: Who::System(Job::IndexSearch), correlation: w.random_id() };
    w.app.perform(asker, FillNext { at_most: 2 }).await.expect("a clock may")
}

async fn empties(w: &World) {
    w.raw()
        .run("DELETE FROM search_token; DELETE FROM search_item; UPDATE search_fill SET last = NULL, filled = 0, finished_at = NULL;")
        .await;
}

both_engines! {
    async fn one_word_in_two_dossiers_has_two_tokens(w: World) {
        for resident in [BILAL, FATMA] {
            let dossier = w.ria().opens_dossier_of(resident).await;
            written(&w, &dossier, "Schulden.").await;
        }

        let tokens = tokens(&w).await;

        assert_eq!(tokens.len(), 2);
        assert_ne!(tokens[0], tokens[1]);
        assert_eq!(finds(w.ria(), "schuld").await.total, 2);
    }

    async fn who_was_excluded_this_morning_finds_nothing(w: World) {
        let dossier = shared(&w).await;
        written(&w, &dossier, "Zijn zwager heeft schulden.").await;
        let before = asks(w.samira(), "zwager").await;
        assert_eq!(page_of(w.samira(), before, 1).await.total, 1);

        w.joost().performs(Exclude { dossier: dossier.id, staff: w.samira().staff() }).await.expect("his team");

        assert_eq!(page_of(w.samira(), before, 1).await.total, 0, "also in what was asked before");
        let by_name = finds(w.samira(), "Bilal").await;
        assert_eq!((by_name.total, by_name.clients.len()), (0, 0));
    }

    async fn who_is_not_involved_finds_nothing_and_hears_what_they_hear_of_nobody(w: World) {
        let dossier = shared(&w).await;
        written(&w, &dossier, "Zwager.").await;

        let of_somebody = finds(w.daan(), "zwager").await;
        let of_nobody = finds(w.daan(), "zwembad").await;

        assert_eq!((of_somebody.total, of_somebody.clients.len()), (of_nobody.total, of_nobody.clients.len()));
        let lines = w.records().await;
        let line = lines.iter().rfind(|it| it.event == "SearchOwn").expect("a record");
        assert_eq!((line.subject, line.items.len()), (None, 1), "only what was asked");
    }

    async fn who_carries_no_cases_cannot_search(w: World) {
        let asked = w.kees().performs(Ask("zwager".into())).await;
        assert!(matches!(asked, Err(NotDone::Denied { .. })), "{asked:?}");
    }

    async fn another_legal_domain_is_not_found(w: World) {
        let dossier = w.nadia().takes_in(Intake::of(BILAL).about(&[DebtCounselling])).await;
        w.nadia().writes(dossier.first_part(), "Deurwaarder aan de deur.").await.expect("involved");

        assert_eq!(said(w.nadia(), "deurwaarder").await, ["Deurwaarder aan de deur."]);
        assert_eq!(finds(w.ria(), "deurwaarder").await.total, 0);
    }

    async fn what_is_hidden_from_a_worker_is_in_no_count_and_on_no_page(w: World) {
        let dossier = shared(&w).await;
        written(&w, &dossier, "Een zwager.").await;
        let secret = written(&w, &dossier, "De zwager van de buren.").await;

        let hide = Hide { entry: secret, audience: ShieldAudience::OtherWorkers, staff: None };
        w.ria().performs(hide).await.expect("her own");

        assert_eq!(said(w.samira(), "zwager").await, ["Een zwager."]);
        assert_eq!(finds(w.ria(), "zwager").await.total, 2);
    }

    async fn a_withdrawn_note_is_not_found_and_has_no_token(w: World) {
        let dossier = shared(&w).await;
        let entry = written(&w, &dossier, "Geheim van de buren.").await;
        assert_eq!(finds(w.ria(), "geheim").await.total, 1);

        let ground = WithdrawGround::WrongDossier;
        w.ria().performs(Withdraw { entry, ground, why: "Van de buren.".into(), breach: false }).await.expect("hers");

        assert_eq!(finds(w.ria(), "geheim").await.total, 0);
        assert_eq!(tokens(&w).await, [] as [i64; 0]);
    }

    async fn what_was_corrected_away_is_not_found(w: World) {
        let dossier = shared(&w).await;
        let entry = written(&w, &dossier, "Zijn zwager drinkt.").await;

        w.ria().corrects(entry, 1, "Zijn broer werkt.").await.expect("hers");

        assert_eq!(finds(w.ria(), "zwager").await.total, 0);
        assert_eq!(said(w.samira(), "broer").await, ["Zijn broer werkt."]);
    }

    async fn a_delayed_note_is_found_by_who_works_on_it(w: World) {
        let dossier = shared(&w).await;
        let visibility =
            Visibility::Delayed { until: date(2026, 3, 9), ground: DelayGround::DangerToOther, announced: false };
        let note = Write { visibility, ..w.ria().note(dossier.first_part(), "Later: zwager.") };
        w.ria().performs(note).await.expect("written");

        assert_eq!(finds(w.samira(), "zwager").await.total, 1);
        let own = w.bilal().sees_looks(dossier.id).await.expect("the own dossier");
        assert!(!own.looks.is_empty(), "that somebody searched and saw something is told");
    }

    async fn capitals_accents_and_plurals_say_nothing(w: World) {
        let dossier = shared(&w).await;
        written(&w, &dossier, "Mevrouw Özdemir heeft SCHULDEN bij het café. Het bed is stuk.").await;

        for words in ["schuld", "Schulden", "ozdemir", "CAFE", "cafe\u{301}", "bed", "bed schuld ozdemir"] {
            assert_eq!(finds(w.ria(), words).await.total, 1, "{words}");
        }
        for words in ["schuld zwembad", "be", "demir"] {
            assert_eq!(finds(w.ria(), words).await.total, 0, "{words}: all words, and whole words");
        }
    }

    async fn what_cannot_be_looked_for_is_refused_and_breaks_nothing(w: World) {
        for (words, why) in [
            ("🙂🙂".to_owned(), AskRefused::Nothing),
            ("de het een".to_owned(), AskRefused::OnlySmallWords),
            ("schuld".repeat(1_700), AskRefused::TooLong),
        ] {
            let asked = w.ria().performs(Ask(words)).await;
            assert!(matches!(asked, Err(NotDone::Rejected(it)) if it == why), "{asked:?}");
        }
    }

    async fn plans_and_people_are_found_and_stop_being_found(w: World) {
        let dossier = shared(&w).await;
        let part = dossier.first_part();
        let goal = Change::Goal { own_words: "Weer zwemmen.".into(), worker_words: String::new() };
        let save = Save { part, item: None, seen: 0, change: goal, form: w.random_id(), draft: None };
        w.ria().performs(save).await.expect("involved");
        let typed = TypedPerson {
            relation: Relation::Neighbour,
            name: "Riet van Dam".into(),
            contact: Contact::default(),
            ground: None,
            informed: Some(Informed { on: date(2026, 3, 1), how: HowInformed::Talked }),
            agreed_on: Some(date(2026, 3, 1)),
            minor_until: None,
            under_curatele: false,
            hidden_from_client: false,
        };
        let keep = KeepPerson {
            dossier: dossier.id,
            known: None,
            typed,
            part: None,
            from: date(2026, 1, 1),
            source: Source::Client,
            form: w.random_id(),
        };
        w.ria().performs(keep).await.expect("she agreed");

        let plan = finds(w.samira(), "zwemmen").await;
        let person = finds(w.samira(), "riet").await;

        assert!(matches!(plan.lines[0].what, What::Plan { domain: Wmo }), "{plan:?}");
        assert_eq!((person.total, &person.lines[0].what), (1, &What::Person));
        assert_eq!(person.lines[0].name, "Bilal Amrani");
    }

    async fn a_client_is_found_by_name(w: World) {
        shared(&w).await;

        let found = finds(w.ria(), "amra bil").await;

        assert_eq!(found.clients.len(), 1);
    }

    async fn pages_are_full_and_the_newest_comes_first(w: World) {
        let dossier = shared(&w).await;
        for _ in 0..=PAGE {
            written(&w, &dossier, "Zwager.").await;
        }

        let asked = asks(w.ria(), "zwager").await;
        let (first, second) = (page_of(w.ria(), asked, 1).await, page_of(w.ria(), asked, 2).await);

        assert_eq!((first.lines.len(), first.total, first.last_page), (PAGE, PAGE + 1, 2));
        assert_eq!((second.lines.len(), second.total), (1, PAGE + 1));
    }

    async fn what_was_seen_stands_on_the_line_of_each_client_and_of_nobody_else(w: World) {
        let mut own = Vec::new();
        for resident in [BILAL, FATMA] {
            let dossier = w.ria().opens_dossier_of(resident).await;
            own.push((dossier.id.uuid(), written(&w, &dossier, "Zwager.").await.uuid()));
        }
        let asked = asks(w.ria(), "zwager").await;
        let before = w.records().await.len();

        page_of(w.ria(), asked, 1).await;

        let lines = w.records().await.split_off(before);
        assert_eq!(lines.len(), 3);
        assert_eq!((lines[0].subject, lines[0].items.len()), (None, 3), "{:?}", lines[0]);
        for line in &lines[1..] {
            let entry = own.iter().find(|(dossier, _)| line.object == Some(*dossier)).map(|(_, entry)| *entry);
            assert_eq!(line.items, [entry.expect("one of the two")]);
            assert!(line.subject.is_some() && line.domains.len() == 1);
        }
    }

    async fn what_is_asked_is_its_askers_alone_and_no_list_shows_it(w: World) {
        let asked = asks(w.ria(), "zwager").await;

        assert_eq!(w.samira().looks(Find { asked, page: 1 }).await.expect("carries cases"), None);
        assert!(w.ria().looks(app::draft::ListOwn).await.expect("hers").is_empty());
        w.clock.advance(SignedDuration::from_hours(8 * 24));
        w.ria().signs_in_again().await;
        let asker = Asker { who: Who::System(Job::PurgeDrafts), correlation: w.random_id() };
        w.app.perform(asker, app::draft::PurgeOld).await.expect("a clock may");
        assert_eq!(w.ria().looks(Find { asked, page: 1 }).await.expect("carries cases"), None);
    }

    async fn what_is_open_in_an_emergency_only_is_not_searched(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[Wmo])).await;
        written(&w, &dossier, "Zwager.").await;
        let form = Form {
            surname: BILAL.surname.into(),
            birth_date: BirthDate::full(BILAL.born),
            bsn: None,
            reason: EmergencyReason::ClientPresent,
            sentence: Sentence::new("Staat aan de balie, kan niet wachten.").expect("a sentence"),
            length: EmergencyLength::USUAL,
        };
        let open = Open { whom: Whom::Sought(Box::new(form)), form: w.random_id() };
        w.samira().signs_in_again().await;
        w.samira().performs(open).await.expect("opened");

        let found = finds(w.samira(), "zwager").await;

        assert_eq!((found.total, found.clients.len()), (0, 0));
    }

    async fn a_part_whose_key_is_gone_finds_nothing_and_stops_nothing(w: World) {
        let dossier = shared(&w).await;
        written(&w, &dossier, "Zwager van Bilal.").await;
        let other = w.ria().opens_dossier_of(FATMA).await;
        written(&w, &other, "Zwager van Fatma.").await;
        let gone = w.raw().id(dossier.first_part().uuid());
        let key = w.raw().rows(&format!("SELECT data_key FROM part_key WHERE part = {gone}")).await;
        let key = uuid::Uuid::from_slice(key[0][0].bytes()).expect("an id");
        w.raw_shelf().run(&format!("DELETE FROM data_key WHERE id = {}", w.raw_shelf().id(key))).await;
        w.clock.advance(SignedDuration::from_mins(2));

        assert_eq!(said(w.ria(), "zwager").await, ["Zwager van Fatma."]);
        empties(&w).await;
        while fills(&w).await {}
        assert_eq!(said(w.ria(), "zwager").await, ["Zwager van Fatma."]);
    }

    async fn a_note_that_is_undone_leaves_no_token(w: World) {
        let dossier = shared(&w).await;
        w.breaks(Some(store::Fault::CommitFails));
        let failed = w.ria().writes(dossier.first_part(), "Zwager.").await;
        w.breaks(None);

        assert!(failed.is_err());
        assert_eq!(tokens(&w).await, [] as [i64; 0]);
        assert_eq!(finds(w.ria(), "zwager").await.total, 0);
    }

    async fn what_was_written_before_becomes_findable_in_steps(w: World) {
        let dossier = shared(&w).await;
        for n in 0..5 {
            written(&w, &dossier, &format!("Zwager {n}0.")).await;
        }
        let entry = written(&w, &dossier, "Zwager weg.").await;
        let ground = WithdrawGround::WrongDossier;
        w.ria().performs(Withdraw { entry, ground, why: String::new(), breach: false }).await.expect("hers");
        empties(&w).await;
        assert_eq!(finds(w.ria(), "zwager").await.total, 0);

        assert!(fills(&w).await);
        let part_of_it = finds(w.ria(), "zwager").await.total;
        assert!(!w.store.search_filled().await.expect("it says so").finished);
        while fills(&w).await {}

        assert_eq!((part_of_it, finds(w.ria(), "zwager").await.total), (2, 5));
        let filled = w.store.search_filled().await.expect("it says so");
        assert_eq!((filled.items, filled.finished), (5, true));
        assert!(!fills(&w).await, "nothing is left");
    }
}
