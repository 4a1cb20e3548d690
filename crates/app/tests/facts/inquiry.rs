//! "Waarom heeft u gekeken?": who may ask, who answers, by when, and what it becomes.
//! Every fact runs on both engines.

use app::NotDone;
use app::inquiry::{
    Answer, AnswerRefused, Ask, AskRefused, ListWaiting, Name, Pursue, ReadOwnInquiry, ReadWaiting,
};
use app::involvement::ReadWho;
use app::portal::{Home, LooksRead};
use app::standing::{About, Declare, Exclude, OwnAbsence};
use domain::{BirthDate, ConflictKind, DataRight, DossierId, InquiryId, LookId, Pursuit};
use jiff::SignedDuration;
use testkit::{BILAL, Dossier, FATMA, Outcome, World, both_engines};

/// Everybody of the municipality who could be thought to answer.
const STAFF: [&str; 8] = ["ria", "samira", "joost", "devi", "karin", "olga", "kees", "ingeborg"];

async fn looks(w: &World, dossier: DossierId) -> LooksRead {
    w.sequences().await;
    w.bilal().sees_looks(dossier).await.expect("the own dossier")
}

/// The newest look that this person made.
async fn look_of(w: &World, dossier: DossierId, name: &str) -> LookId {
    let read = looks(w, dossier).await;
    let look = read.looks.iter().find(|look| look.staff_name == name).expect("they looked");
    look.id.expect("it has its number")
}

async fn asks(w: &World, dossier: DossierId, look: LookId) -> Result<InquiryId, NotDone<AskRefused>> {
    w.bilal().performs(Ask { dossier, look, words: "Ik had geen afspraak.".into(), wants_name: false }).await
}

/// Bilal's dossier, and his question about Ria's look.
async fn asked_about_ria(w: &World) -> (Dossier, InquiryId) {
    let dossier = w.ria().opens_dossier_of(BILAL).await;
    w.ria().reads(dossier.id).await.expect("involved");
    let look = look_of(w, dossier.id, "Ria de Wit").await;
    let inquiry = asks(w, dossier.id, look).await.expect("asked");
    (dossier, inquiry)
}

/// Bilal's question about a look of the coordinator.
async fn asked_about_joost(w: &World) -> (Dossier, InquiryId) {
    let dossier = w.ria().opens_dossier_of(BILAL).await;
    w.joost().looks(ReadWho(dossier.id)).await.expect("his team");
    let look = look_of(w, dossier.id, "Joost Meijer").await;
    let inquiry = asks(w, dossier.id, look).await.expect("asked");
    (dossier, inquiry)
}

async fn waits_for(w: &World, who: &'static str) -> Vec<InquiryId> {
    match w.person(who).looks(ListWaiting).await {
        Ok(rows) => rows.iter().filter(|it| it.yours).map(|it| it.id).collect(),
        Err(NotDone::Denied { .. } | NotDone::SignedOut) => Vec::new(),
        Err(other) => panic!("{who}: {other:?}"),
    }
}

/// Whose turn it is, by their lists; and that the policies say the same of each of them.
async fn turn_of(w: &World, inquiry: InquiryId) -> Vec<&'static str> {
    let mut turn = Vec::new();
    for who in STAFF {
        if !w.person(who).works_here().await {
            continue;
        }
        let listed = waits_for(w, who).await.contains(&inquiry);
        let empty = w.person(who).performs(Answer { inquiry, text: String::new(), name: Name::Kept }).await;
        assert_eq!(
            listed,
            matches!(empty, Err(NotDone::Rejected(AnswerRefused::Text(_)))),
            "{who}: {empty:?}"
        );
        if listed {
            turn.push(who);
        }
    }
    turn
}

async fn answers(
    w: &World,
    who: &'static str,
    inquiry: InquiryId,
    text: &str,
) -> Result<(), NotDone<AnswerRefused>> {
    w.person(who).performs(Answer { inquiry, text: text.into(), name: Name::Kept }).await
}

fn denied<T: std::fmt::Debug, R: std::fmt::Debug>(done: &Result<T, NotDone<R>>) {
    assert!(matches!(done, Err(NotDone::Denied { .. })), "{done:?}");
}

both_engines! {
    async fn nobody_answers_about_their_own_look_nor_reads_what_is_asked(w: World) {
        let (_, inquiry) = asked_about_joost(&w).await;

        denied(&answers(&w, "joost", inquiry, "Dat was nodig.").await);
        denied(&w.joost().looks(ReadWaiting(inquiry)).await);
        assert_eq!(turn_of(&w, inquiry).await, ["devi"], "while he is at work as well");
    }

    async fn about_the_coordinator_without_a_deputy_the_officer_answers(w: World) {
        let (_, inquiry) = asked_about_joost(&w).await;

        w.person("devi").leaves().await;

        assert_eq!(turn_of(&w, inquiry).await, ["olga"]);
    }

    async fn when_the_whole_team_is_gone_the_officer_answers_and_else_nobody(w: World) {
        let (_, inquiry) = asked_about_ria(&w).await;
        assert_eq!(turn_of(&w, inquiry).await, ["joost"]);

        for who in ["joost", "devi", "ria"] {
            w.person(who).leaves().await;
        }
        let officer = turn_of(&w, inquiry).await;
        w.person("olga").leaves().await;
        let nobody = turn_of(&w, inquiry).await;

        assert_eq!((officer, nobody), (vec!["olga"], vec![]));
        let own = w.bilal().performs(ReadOwnInquiry(inquiry)).await.expect("his own");
        assert_eq!(own.inquiry.turn, None, "and he is told");
    }

    async fn the_deputy_answers_for_an_absent_coordinator(w: World) {
        let (_, inquiry) = asked_about_ria(&w).await;
        let (from, until) = (w.now(), w.now() + SignedDuration::from_hours(48));
        w.joost().performs(OwnAbsence { from, until }).await.expect("registered");

        assert_eq!(turn_of(&w, inquiry).await, ["devi"]);
    }

    async fn a_wall_stands_before_the_answer_too(w: World) {
        let (dossier, inquiry) = asked_about_ria(&w).await;
        let born = BILAL.born;
        let birth_date = BirthDate::from_fields(
            &born.day().to_string(), &born.month().to_string(), &born.year().to_string(), jiff::civil::date(2026, 11, 1),
        ).expect("a birth date");
        let about = About::Person { surname: BILAL.surname.into(), birth_date };

        w.joost().performs(Exclude { dossier: dossier.id, staff: w.person("devi").staff() }).await.expect("excluded");
        w.joost().performs(Declare { kind: ConflictKind::Neighbour, about }).await.expect("declared");

        assert_eq!(turn_of(&w, inquiry).await, ["olga"]);
        denied(&w.joost().looks(ReadWaiting(inquiry)).await);
    }

    async fn a_line_of_another_cannot_be_asked_about(w: World) {
        let of_bilal = w.ria().opens_dossier_of(BILAL).await;
        let of_fatma = w.ria().opens_dossier_of(FATMA).await;
        w.ria().reads(of_bilal.id).await.expect("involved");
        w.ria().reads(of_fatma.id).await.expect("involved");
        w.sequences().await;
        let theirs = w.fatma().sees_looks(of_fatma.id).await.expect("hers").looks[0].id.expect("numbered");
        let nothing = LookId(w.random_id());

        let of_another = asks(&w, of_bilal.id, theirs).await;
        let not_there = asks(&w, of_bilal.id, nothing).await;
        let at_her_dossier = asks(&w, of_fatma.id, theirs).await;

        assert!(matches!(of_another, Err(NotDone::Rejected(AskRefused::NotThere))), "{of_another:?}");
        assert_eq!(format!("{of_another:?}"), format!("{not_there:?}"));
        denied(&at_her_dossier);
        assert_eq!(w.last_record().await.outcome, Outcome::Denied);
    }

    async fn what_the_own_list_does_not_show_cannot_be_asked_about(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().reads(dossier.id).await.expect("involved");
        let look = look_of(&w, dossier.id, "Ria de Wit").await;
        // As something withheld would be: the record has the line, the list leaves it out.
        w.raw().run("UPDATE look_at_client SET outcome = 'hidden' WHERE kind = 'R'").await;

        let withheld = asks(&w, dossier.id, look).await;

        assert!(matches!(withheld, Err(NotDone::Rejected(AskRefused::NotThere))), "{withheld:?}");
    }

    async fn a_question_of_another_does_not_open(w: World) {
        let (_, inquiry) = asked_about_ria(&w).await;
        let nowhere = InquiryId(w.random_id());

        for id in [inquiry, nowhere] {
            denied(&w.fatma().performs(ReadOwnInquiry(id)).await);
            denied(&w.fatma().performs(Pursue { inquiry: id, pursuit: Pursuit::Complaint }).await);
            for who in ["karin", "ria", "kees", "wouter", "olga"] {
                denied(&w.person(who).looks(ReadWaiting(id)).await);
                denied(&answers(&w, who, id, "Nee.").await);
            }
        }
    }

    async fn asking_again_at_the_same_line_is_the_same_question(w: World) {
        let (dossier, inquiry) = asked_about_ria(&w).await;
        w.clock.advance(SignedDuration::from_mins(5));
        w.ria().reads(dossier.id).await.expect("involved");

        // Her looks of one day are one line, also when there are more of them by now.
        let newer = look_of(&w, dossier.id, "Ria de Wit").await;
        let again = asks(&w, dossier.id, newer).await.expect("the line is there");

        assert_eq!(again, inquiry);
        w.clock.advance(SignedDuration::from_hours(24));
        w.ria().reads(dossier.id).await.expect("involved");
        let next_day = look_of(&w, dossier.id, "Ria de Wit").await;
        assert_ne!(asks(&w, dossier.id, next_day).await.expect("another line"), inquiry);
    }

    async fn the_answer_stays_with_the_line_and_shows_until_it_is_opened(w: World) {
        let (dossier, inquiry) = asked_about_ria(&w).await;
        let before = w.bilal().looks(Home).await.expect("his")[0].new_answers;

        answers(&w, "joost", inquiry, "Ria las de afspraak terug.").await.expect("answered");

        let read = looks(&w, dossier.id).await;
        let line = read.on_line(read.looks.iter().find(|it| it.staff_name == "Ria de Wit").and_then(|it| it.id).expect("hers"));
        let asked = read.asked_at(&line).expect("the question is at its line");
        assert_eq!((asked.id, asked.answered, asked.seen), (inquiry, true, false));
        let pointed = w.bilal().looks(Home).await.expect("his")[0].new_answers;
        let own = w.bilal().performs(ReadOwnInquiry(inquiry)).await.expect("his own").inquiry;
        let after = w.bilal().looks(Home).await.expect("his")[0].new_answers;
        assert_eq!((before, pointed, after), (0, 1, 0));
        assert_eq!(own.words.expect("words").as_str(), "Ik had geen afspraak.");
        assert_eq!(own.answer.expect("an answer").text.as_str(), "Ria las de afspraak terug.");
    }

    async fn whoever_answers_reads_no_name_of_the_client_and_nothing_of_the_dossier(w: World) {
        let (dossier, inquiry) = asked_about_ria(&w).await;
        w.ria().writes(dossier.first_part(), "Brandnetel").await.expect("written");

        let read = w.joost().looks(ReadWaiting(inquiry)).await.expect("his turn");

        let shown = format!("{read:?} {}", read.words.as_ref().expect("words").as_str());
        assert!(!shown.contains(BILAL.surname) && !shown.contains("Brandnetel"), "{shown}");
        assert_eq!((read.number, read.look.staff_name.as_str()), (dossier.number, "Ria de Wit"));
        assert_eq!(read.look.role.as_deref(), Some("lead"), "what she was to the client then");
        denied(&w.joost().reads(dossier.id).await);
    }

    async fn the_second_answer_is_told_and_the_first_one_stands(w: World) {
        let (_, inquiry) = asked_about_ria(&w).await;
        let (from, until) = (w.now(), w.now() + SignedDuration::from_hours(1));
        w.joost().performs(OwnAbsence { from, until }).await.expect("registered");
        answers(&w, "devi", inquiry, "De eerste.").await.expect("answered");
        w.clock.advance(SignedDuration::from_hours(2));

        let second = answers(&w, "joost", inquiry, "De tweede.").await;

        assert!(matches!(second, Err(NotDone::Rejected(AnswerRefused::Already))), "{second:?}");
        let own = w.bilal().performs(ReadOwnInquiry(inquiry)).await.expect("his own").inquiry;
        assert_eq!(own.answer.expect("an answer").text.as_str(), "De eerste.");
        assert_eq!(waits_for(&w, "joost").await, []);
    }

    async fn the_officer_sees_it_from_five_working_days_late_on_and_does_not_answer(w: World) {
        // Asked on Monday 2 March, due on Monday 9, five working days late on Monday 16.
        let (_, inquiry) = asked_about_ria(&w).await;
        let mut seen = Vec::new();
        for instant in ["2026-03-09T22:59:00Z", "2026-03-15T22:59:00Z", "2026-03-15T23:01:00Z"] {
            w.clock.set(instant);
            let listed = w.person("olga").looks(ListWaiting).await.expect("her list").len();
            seen.push((listed, w.person("olga").looks(ReadWaiting(inquiry)).await.is_ok()));
        }

        assert_eq!(seen, [(0, false), (0, false), (1, true)]);
        denied(&answers(&w, "olga", inquiry, "Ik weet het niet.").await);
        assert_eq!(waits_for(&w, "joost").await, [inquiry], "it is still his");
    }

    async fn a_question_becomes_one_complaint_and_one_request_answered_or_not(w: World) {
        let (_, inquiry) = asked_about_ria(&w).await;
        let pursue = async |pursuit| w.bilal().performs(Pursue { inquiry, pursuit }).await.expect("his own");

        let first = pursue(Pursuit::Complaint).await;
        answers(&w, "joost", inquiry, "Zij las terug.").await.expect("answered");
        let done = [
            first,
            pursue(Pursuit::Complaint).await,
            pursue(Pursuit::Request(DataRight::Access)).await,
            pursue(Pursuit::Request(DataRight::Erasure)).await,
        ];

        assert_eq!(done, [true, false, true, false]);
        let own = w.bilal().performs(ReadOwnInquiry(inquiry)).await.expect("his own");
        let received: Vec<_> = own.received.iter().map(|it| (it.pursuit, it.due_on.to_string())).collect();
        assert_eq!(received, [
            (Pursuit::Complaint, "2026-04-13".to_owned()),
            (Pursuit::Request(DataRight::Access), "2026-03-30".to_owned()),
        ]);
    }

    async fn two_windows_ask_once(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().reads(dossier.id).await.expect("involved");
        let look = look_of(&w, dossier.id, "Ria de Wit").await;
        w.bilal().session().await;

        let (one, other) = tokio::join!(asks(&w, dossier.id, look), asks(&w, dossier.id, look));

        assert_eq!(one.expect("asked"), other.expect("the same"));
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM inquiry").await.int(), 1);
    }

    async fn the_name_is_asked_for_and_told_by_whoever_answers_or_not(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        for (name, told) in [(Name::Kept, false), (Name::Told, true)] {
            w.joost().looks(ReadWho(dossier.id)).await.expect("his team");
            let look = look_of(&w, dossier.id, "Joost Meijer").await;
            let ask = Ask { dossier: dossier.id, look, words: String::new(), wants_name: true };
            let inquiry = w.bilal().performs(ask).await.expect("asked");
            let waiting = w.person("devi").looks(ReadWaiting(inquiry)).await.expect("her turn");
            assert!(waiting.wants_name && !waiting.name_told);

            let answer = Answer { inquiry, text: "Hij zocht een medewerker.".into(), name };
            w.person("devi").performs(answer).await.expect("answered");

            let own = w.bilal().performs(ReadOwnInquiry(inquiry)).await.expect("his own").inquiry;
            assert_eq!((own.wants_name, own.name_told), (true, told));
            w.raw().run("DELETE FROM inquiry").await;
        }
    }

    async fn what_is_typed_is_kept_as_typed_or_refused(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().reads(dossier.id).await.expect("involved");
        let look = look_of(&w, dossier.id, "Ria de Wit").await;

        let long = w.bilal().performs(Ask { dossier: dossier.id, look, words: "a".repeat(1001), wants_name: false }).await;
        let blank = w.bilal().performs(Ask { dossier: dossier.id, look, words: " \u{200b} ".into(), wants_name: false }).await.expect("without words");

        assert!(matches!(long, Err(NotDone::Rejected(AskRefused::Words(_)))), "{long:?}");
        let own = w.bilal().performs(ReadOwnInquiry(blank)).await.expect("his own").inquiry;
        assert_eq!(own.words, None);
        for text in ["", "   ", &"a".repeat(4001)] {
            let refused = answers(&w, "joost", blank, text).await;
            assert!(matches!(refused, Err(NotDone::Rejected(AnswerRefused::Text(_)))), "{refused:?}");
        }
    }

    async fn asking_and_answering_are_on_the_record(w: World) {
        let (_, inquiry) = asked_about_ria(&w).await;
        let asked = w.last_record().await;
        answers(&w, "joost", inquiry, "Zij las terug.").await.expect("answered");
        let answered = w.last_record().await;

        assert_eq!((asked.event.as_str(), asked.outcome), ("AskAboutLook", Outcome::Done));
        assert_eq!((answered.event.as_str(), answered.outcome), ("AnswerInquiry", Outcome::Done));
        assert_eq!(answered.subject, asked.subject);
        assert!(asked.items.contains(&inquiry.uuid()) && answered.items.contains(&inquiry.uuid()));
        w.checkpoint().await;
        w.verifies(&[]).await.expect("nothing was changed");
    }
}
