//! Forms: only from a page of this session, done once, and what was typed is never lost (UX §3.3).

use jiff::SignedDuration;
use testkit::World;
use web::ROUTES;

use crate::browser::Browser;
use crate::street::{Street, entries, note, somebody, takes_in, writes};

testkit::both_engines! {
    async fn a_form_without_a_token_of_this_session_changes_nothing(w: World) {
        let street = Street::build(&w).await;
        let mut ria = Browser::of(&w, "ria").await;
        let (mut other, mut samira) = (Browser::of(&w, "ria").await, Browser::of(&w, "samira").await);
        other.get("/").await;
        samira.get("/").await;
        let flipped: String = ria.csrf.chars().map(|c| if c == '0' { '1' } else { '0' }).collect();
        let tokens =
            ["", "x", &"0".repeat(64), &flipped, &ria.csrf[1..], &other.csrf.clone(), &samira.csrf.clone(), "é💩"]
                .map(str::to_owned);
        let before = kept(&w).await;

        for (_, route) in ROUTES.iter().filter(|(method, _)| *method == "post") {
            let path = street.fill(route);
            for token in &tokens {
                let mut fields = note(&street.wmo, "Zonder bewijs", &[("reason", "Zomaar"), ("version", "1")]);
                fields.push(("csrf", token));
                let answer = ria.post(&path, &fields).await;
                assert_eq!(answer.status, 403, "{path} with {token:?}: {answer:?}");
            }
        }

        assert_eq!(kept(&w).await, before);
        assert!(ria.is_signed_in().await, "not even signed out");
    }

    async fn a_form_of_a_session_that_ended_is_given_back_byte_for_byte(w: World) {
        let street = Street::build(&w).await;
        let path = format!("/werk/notitie/{}", street.dossier);
        let typed = two_thousand_words();
        let opinion = " \u{202E}omgekeerd\u{202C}\r\n\r\n  ";
        let mut ria = Browser::of(&w, "ria").await;
        let once = ria.get(&path).await.field("once");
        let before = entries(&ria.get(&format!("/werk/dossier/{}/tijdlijn", street.dossier)).await);
        w.clock.advance(SignedDuration::from_mins(16));

        let sent = ria.post(&path, &note(&street.wmo, &typed, &[("opinion", opinion), ("once", &once)])).await;
        let page = sent.location();
        let signed_in = ria.signs_in_from(&w, "ria", &page).await;
        let back = ria.get(&signed_in.location()).await;

        assert_eq!(page, format!("/inloggen?terug={path}&waarom=bewaard"));
        assert_eq!(signed_in.location(), format!("{path}?bewaard=1"));
        assert_eq!(back.field("facts"), typed.replace("\r\n", "\n"));
        assert_eq!(back.field("opinion"), opinion.replace("\r\n", "\n"));
        assert_eq!((back.field("kind"), back.field("happened-year")), ("phone".to_owned(), "2026".to_owned()));
        assert_eq!(back.field("once"), once, "sending it now is still the same sending");

        let again = note(&street.wmo, &typed, &[("opinion", opinion), ("once", &once)]);
        assert_eq!(ria.post(&path, &again).await.status, 303);
        let after = entries(&ria.get(&format!("/werk/dossier/{}/tijdlijn", street.dossier)).await);
        assert_eq!(after.len(), before.len() + 1);
        let new = after.iter().find(|id| !before.contains(id)).expect("a new entry");
        let correct = ria.get(&format!("/werk/dossier/{}/notitie/{new}/corrigeren", street.dossier)).await;
        assert_eq!(correct.field("facts"), typed.replace("\r\n", "\n"), "stored as it was typed");
        assert_eq!(correct.field("opinion"), opinion.replace("\r\n", "\n"));
        let given_once = ria.get(&path).await;
        assert_eq!(given_once.field("facts"), "", "what was given back is not kept any longer");
    }

    async fn every_form_of_a_session_that_ended_is_given_back(w: World) {
        let street = Street::build(&w).await;
        let d = &street.dossier;
        let forms = [
            ("ria", "/werk/nieuw".to_owned(), "surname"),
            ("ria", "/werk/nieuw/opslaan".to_owned(), "surname"),
            ("ria", format!("/werk/notitie/{d}"), "facts"),
            ("ria", format!("/werk/dossier/{d}/notitie/{}/corrigeren", street.entry), "facts"),
            ("joost", format!("/toezicht/toewijzen/{d}"), "reason"),
            ("joost", format!("/werk/dossier/{d}/toegang/{}/eind", street.involvement), "reason"),
        ];
        for (who, path, field) in forms {
            let mut browser = Browser::of(&w, who).await;
            w.clock.advance(SignedDuration::from_mins(16));

            let sent = browser.post(&path, &[(field, "  Žlutý 🐎 <b> ")]).await;
            let signed_in = browser.signs_in_from(&w, who, &sent.location()).await;
            let back = browser.get(&signed_in.location()).await;

            assert_eq!(back.status, 200, "{path}: {back:?}");
            assert_eq!(back.field(field), "  Žlutý 🐎 <b> ", "{path}");
        }
    }

    async fn what_was_typed_is_given_back_to_its_author_alone_and_not_for_ever(w: World) {
        let street = Street::build(&w).await;
        let path = format!("/werk/notitie/{}", street.dossier);
        let mut ria = Browser::of(&w, "ria").await;
        w.clock.advance(SignedDuration::from_mins(16));
        ria.post(&path, &[("facts", "Alleen van Ria")]).await;

        let of_samira = Browser::of(&w, "samira").await.get(&format!("{path}?bewaard=1")).await;
        assert!(!of_samira.text().contains("Alleen van Ria"));
        let mut forged = Browser::new(&w);
        forged.cookies.insert("sessie".to_owned(), ria.cookies["sessie"].clone());
        forged.csrf = "0".repeat(64);
        assert_eq!(
            forged.post(&path, &[("facts", "Niet van Ria")]).await.location(),
            format!("/inloggen?terug={path}&waarom=voorbij"),
            "with a wrong token nothing is kept"
        );
        w.clock.advance(SignedDuration::from_mins(61));
        ria.signs_in(&w, "ria").await;
        let back = ria.get(&format!("{path}?bewaard=1")).await;
        assert_eq!(back.field("facts"), "", "an hour is long enough");
    }

    async fn a_form_sent_twice_is_done_once(w: World) {
        let street = Street::build(&w).await;
        let mut ria = Browser::of(&w, "ria").await;
        let path = format!("/werk/notitie/{}", street.dossier);
        let once = ria.get(&path).await.field("once");
        let fields = note(&street.wmo, "Eén keer", &[("once", &once)]);
        let before = kept(&w).await;

        let (first, second) = (ria.post(&path, &fields).await, ria.post(&path, &fields).await);

        assert_eq!((first.status, second.status), (303, 303), "{second:?}");
        assert_eq!(first.location(), second.location());
        let after = kept(&w).await;
        assert_eq!(after[0].1, before[0].1 + 1, "{before:?} {after:?}");

        let intake = somebody("Dubbel", "Dirk");
        let mut fields: Vec<_> = intake.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let once = ria.post("/werk/nieuw/formulier", &[]).await.field("once");
        fields.push(("once", &once));
        let first = ria.post("/werk/nieuw/opslaan", &fields).await;
        let second = ria.post("/werk/nieuw/opslaan", &fields).await;
        assert_eq!(first.location(), second.location());
        assert_eq!(kept(&w).await[1].1, after[1].1 + 1, "one dossier");

        let path = format!("/werk/dossier/{}/notitie/{}/corrigeren", street.dossier, street.entry);
        let fields = [("version", "2"), ("facts", "Beter gezegd."), ("opinion", ""), ("reason", "Beter")];
        let (first, second) = (ria.post(&path, &fields).await, ria.post(&path, &fields).await);
        assert_eq!((first.status, second.status), (303, 303), "the same correction again is no conflict: {second:?}");
        assert_eq!(kept(&w).await[2].1, after[2].1 + 1, "one correction");
    }

    async fn a_double_click_writes_once(w: World) {
        let street = Street::build(&w).await;
        let mut ria = Browser::of(&w, "ria").await;
        let mut twin = ria.clone();
        let path = format!("/werk/notitie/{}", street.dossier);
        let before = kept(&w).await;

        for n in 0..8 {
            let once = ria.get(&path).await.field("once");
            twin.get(&path).await;
            let text = format!("Klik {n}");
            let fields = note(&street.wmo, &text, &[("once", &once)]);
            let (a, b) = tokio::join!(ria.post(&path, &fields), twin.post(&path, &fields));
            assert_eq!((a.status, b.status), (303, 303), "{a:?} {b:?}");
        }

        assert_eq!(kept(&w).await[0].1, before[0].1 + 8);
    }

    async fn the_token_of_anothers_form_writes_nothing_of_theirs_again(w: World) {
        let street = Street::build(&w).await;
        let mut ria = Browser::of(&w, "ria").await;
        let mut tom = Browser::of(&w, "tom").await;
        let path = format!("/werk/notitie/{}", street.dossier);
        let once = ria.get(&path).await.field("once");
        ria.post(&path, &note(&street.wmo, "Van Ria", &[("once", &once)])).await;

        let form = tom.get(&format!("/werk/notitie/{}", street.of_fatma)).await;
        let part = crate::street::parts(&form).remove(0);
        let sent = tom
            .post(&format!("/werk/notitie/{}", street.of_fatma), &note(&part, "Van Tom", &[("once", &once)]))
            .await;

        assert!(!sent.header("location").contains(&street.dossier), "{sent:?}");
        assert!(sent.status < 500, "{sent:?}");
    }

    async fn two_who_correct_at_the_same_time_lose_nothing(w: World) {
        let street = Street::build(&w).await;
        let path = format!("/werk/dossier/{}/notitie/{}/corrigeren", street.dossier, street.entry);
        let mut ria = Browser::of(&w, "ria").await;
        let first = [("version", "2"), ("facts", "Eerst Ria."), ("reason", "Beter")];
        assert_eq!(ria.post(&path, &first).await.status, 303);

        let stale = ria.post(&path, &[("version", "2"), ("facts", "Dan  nog eens. "), ("reason", "Anders")]).await;

        assert_eq!(stale.status, 409);
        assert!(stale.text().contains("Eerst Ria."));
        assert_eq!(stale.field("facts"), "Dan  nog eens. ");
        let resolved = ria
            .post(&path, &[("version", &stale.field("version")), ("facts", &stale.field("facts")), ("reason", "Anders")])
            .await;
        assert_eq!(resolved.status, 303);
    }

    async fn a_correction_that_changes_nothing_is_told_and_what_was_typed_stays(w: World) {
        let street = Street::build(&w).await;
        let page = format!("/werk/dossier/{}/notitie/{}", street.dossier, street.entry);
        let path = format!("{page}/corrigeren");
        let mut ria = Browser::of(&w, "ria").await;
        let form = ria.get(&path).await;
        let fields = [("version", form.field("version")), ("facts", form.field("facts")), ("opinion", form.field("opinion"))];
        let mut fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fields.push(("reason", "Het bedrag klopte niet"));
        let before = kept(&w).await;

        let sent = ria.post(&path, &fields).await;

        assert_eq!(sent.status, 200, "{sent:?}");
        assert!(sent.text().contains("Er is niets veranderd"), "{sent:?}");
        assert_eq!((sent.field("reason"), sent.field("version")), ("Het bedrag klopte niet".into(), form.field("version")));
        assert_eq!(kept(&w).await[2], before[2]);
    }

    async fn a_reason_is_asked_for_only_when_it_is_needed(w: World) {
        let street = Street::build(&w).await;
        let path = format!("/werk/dossier/{}/notitie/{}/corrigeren", street.dossier, street.entry);
        let required = async || {
            let form = Browser::of(&w, "ria").await.get(&path).await;
            let reason = scraper::Selector::parse("[name=reason][aria-required], [name=reason][required]").expect("a selector");
            form.page().select(&reason).next().is_some()
        };

        let at_first = required().await;
        w.clock.advance(SignedDuration::from_hours(25));
        let later = required().await;

        assert_eq!((at_first, later), (false, true));
    }

    async fn a_draft_survives_the_session_byte_for_byte_and_goes_when_it_is_filed(w: World) {
        let street = Street::build(&w).await;
        let path = format!("/werk/notitie/{}", street.dossier);
        let typed = two_thousand_words();
        let mut ria = Browser::of(&w, "ria").await;
        let mut fields = note(&street.wmo, &typed, &[]);
        fields.retain(|(name, _)| *name != "deed");
        let with_a_button = [fields.clone(), vec![("deed", "draft")]].concat();
        let saved = ria.post(&path, &with_a_button).await;
        let kept = ria.post(&format!("{path}/concept"), &fields).await;
        let draft = kept.header("draft").to_owned();
        assert_eq!((saved.status, kept.status), (200, 200));
        w.clock.advance(SignedDuration::from_hours(20));

        ria.signs_in(&w, "ria").await;
        let open = ria.get(&format!("/werk/concepten/{draft}")).await;

        assert_eq!(open.field("facts"), typed.replace("\r\n", "\n"));
        let mut fields = note(&street.wmo, &typed, &[]);
        fields.push(("draft", &draft));
        assert_eq!(ria.post(&path, &fields).await.status, 303);
        assert_eq!(ria.get(&format!("/werk/concepten/{draft}")).await.status, 404);
    }

    async fn a_note_is_three_clicks_away_and_shows_on_both_sides(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let dossier = takes_in(&mut ria, &somebody("Amrani", "Bilal")).await;
        crate::street::belongs_to(&w, &dossier, w.bilal().member().person).await;
        let choose = ria.get("/werk/notitie").await;
        assert!(choose.text().contains(&format!("/werk/notitie/{dossier}")));
        let part = crate::street::parts(&ria.get(&format!("/werk/notitie/{dossier}")).await).remove(0);
        let entry = writes(&mut ria, &dossier, &note(&part, "Bilal belde over de brief.", &[])).await;

        let mut bilal = Browser::of(&w, "bilal").await;
        let read = bilal.get(&format!("/mijn/dossier/{entry}")).await;

        assert!(read.text().contains("Bilal belde over de brief."), "{read:?}");
        assert!(bilal.get("/mijn/gekeken").await.text().contains("Ria de Wit"));
    }
}

/// How many rows there are of what a deed leaves behind.
async fn kept(w: &World) -> Vec<(&'static str, i64)> {
    let mut counts = Vec::new();
    for table in [
        "entry",
        "dossier",
        "entry_version",
        "involvement",
        "draft",
        "kept_form",
        "pledge_signature",
        "form_done",
        "session",
    ] {
        counts.push((table, w.raw().one(&format!("SELECT COUNT(*) FROM {table}")).await.int()));
    }
    counts
}

/// Words as people write them: emoji, from right to left, spaces at the ends, and line ends as browsers send them.
fn two_thousand_words() -> String {
    let mut text = String::from("\r\n  Begin met spaties  \r\n");
    for n in 0..500 {
        text.push_str(["huis ", "🏠 ", "بيت ", "  e\u{301}én\t"][n % 4]);
        text.push_str("“en” & <i>dan</i> \u{200F}verder ");
        if n % 50 == 0 {
            text.push_str("\r\n\r\n");
        }
    }
    text + "slot   \r\n "
}
