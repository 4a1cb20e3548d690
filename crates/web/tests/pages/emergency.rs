//! Breaking the glass on the pages: four pages to an open dossier, one answer for all that does not open, seen on every
//! page of the dossier and by everybody who should know.

use testkit::{BILAL, Intake, PASSWORD, World};

use crate::browser::{Answer, Browser, fresh_code};
use crate::street::Street;

const PATH: &str = "/werk/noodtoegang";
const SENTENCE: &str = "Staat aan de balie & \"kan\" niet wachten. <b>";

fn fields<'a>(surname: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut all =
        vec![("surname", surname), ("reason", "client-present"), ("sentence", SENTENCE), ("length", "4")];
    all.extend([("birth-date", "17"), ("birth-date-month", "5"), ("birth-date-year", "1984")]);
    all.extend_from_slice(more);
    all
}

/// Fatma's dossier, opened by somebody of another team.
async fn opened(w: &World, who: &'static str) -> (Street, Browser) {
    let street = Street::build(w).await;
    let mut browser = Browser::of(w, who).await;
    let form = browser.get(PATH).await;
    let done = browser.post(PATH, &fields("Özdemir", &[("once", &form.field("once"))])).await;
    assert_eq!((done.status, done.location()), (303, format!("/werk/dossier/{}", street.of_fatma)));
    (street, browser)
}

fn says(answer: &Answer, text: &str) -> bool {
    answer.text().contains(text)
}

testkit::both_engines! {
    async fn four_pages_lead_to_an_open_dossier_and_what_was_typed_stays(w: World) {
        let street = Street::build(&w).await;
        let mut samira = Browser::of(&w, "samira").await;
        w.clock.advance(jiff::SignedDuration::from_mins(12));

        let first = samira.get(PATH).await;
        assert!(says(&first, "name=\"length\" value=\"4\" checked"), "four hours are ticked");
        let asked = samira.post(PATH, &fields("Özdemir", &[("once", &first.field("once"))])).await;
        assert_eq!((asked.status, asked.location()), (303, format!("/opnieuw?terug={PATH}")));
        samira.get(&asked.location()).await;
        let code = fresh_code(&w, "samira");
        let again = [("password", PASSWORD), ("code", code.as_str()), ("terug", PATH)];
        let confirmed = samira.post("/opnieuw", &again).await;
        assert_eq!((confirmed.status, confirmed.location()), (303, PATH.to_owned()));
        let third = samira.get(PATH).await;
        assert_eq!(third.field("sentence"), SENTENCE);
        assert!(says(&third, "value=\"client-present\" checked"));
        let once = third.field("once");
        let done = samira.post(PATH, &fields(&third.field("surname"), &[("once", &once)])).await;
        let fourth = samira.get(&done.location()).await;

        assert_eq!(done.location(), format!("/werk/dossier/{}", street.of_fatma));
        assert_eq!(fourth.status, 200);
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM emergency_access").await.int(), 1, "only after password and code");
    }

    async fn the_end_stands_on_every_page_of_the_dossier_and_only_what_is_allowed_is_offered(w: World) {
        let (street, mut samira) = opened(&w, "samira").await;
        let base = format!("/werk/dossier/{}", street.of_fatma);
        let note = format!("{base}/notitie/{}", street.entry_of_fatma);

        for page in [&base, &format!("{base}/tijdlijn"), &format!("{base}/gegevens"), &note, &format!("{base}/toegang")] {
            let shown = samira.get(page).await;
            assert_eq!(shown.status, 200, "{page}");
            assert!(says(&shown, "Noodtoegang tot 14.0"), "{page} {}", shown.text());
            assert!(says(&shown, "Stop noodtoegang"), "{page}");
            for deed in ["/corrigeren", "/afschermen", "/afsluiten/", "/gegevens/taal", "/bsn\"", "/vraag\"", "/bescherming"] {
                assert!(!says(&shown, deed), "{page} offers {deed}");
            }
        }
        assert_eq!(samira.get(&format!("{base}/bescherming")).await.status, 403);
        let reason = [("reason", "Voor de aanvraag van vandaag.")];
        assert_eq!(samira.post(&format!("{base}/bsn"), &reason).await.status, 403);
        let corrected = [("version", "1"), ("facts", "Anders."), ("opinion", "")];
        assert_eq!(samira.post(&format!("{note}/corrigeren"), &corrected).await.status, 403);
        assert!(says(&samira.get("/werk/dossiers").await, &base), "the list leads there as well");
        assert!(says(&samira.get("/werk").await, "dit dossier is nu voor je open"));
        let written = samira.get(&format!("/werk/notitie/{}", street.of_fatma)).await;
        assert_eq!(written.status, 200, "a note may be added");

        let mine = samira.get(PATH).await;
        assert!(says(&mine, &base));
        let end = mine.text().split("action=\"").find_map(|rest| {
            let action = rest.split('"').next()?;
            action.ends_with("/eind").then(|| action.to_owned())
        });
        let ended = samira.post(&end.expect("a button"), &[]).await;
        assert!(says(&samira.get(&ended.location()).await, "De noodtoegang is gestopt."));
        assert_eq!(samira.get(&base).await.status, 403);
    }

    async fn who_works_with_one_part_is_offered_nothing_about_the_part_that_is_open_in_an_emergency(w: World) {
        use domain::LegalDomain::{DebtCounselling, Voluntary};
        let taken = Intake::of(BILAL).about(&[DebtCounselling, Voluntary]).for_the_queue();
        let dossier = w.ria().takes_in(taken).await;
        for (domain, who) in [(Voluntary, "samira"), (DebtCounselling, "ria")] {
            w.joost().assigns(dossier.part(domain), w.person(who).staff()).await.expect("his team");
        }
        let own = w.person("samira").writes(dossier.part(Voluntary), "Eigen.").await.expect("involved").entry;
        let other = w.ria().writes(dossier.part(DebtCounselling), "Van een ander.").await.expect("involved").entry;
        let mut samira = Browser::of(&w, "samira").await;
        let once = samira.get(PATH).await.field("once");
        let asked = fields(BILAL.surname, &[("once", &once)]);
        assert_eq!(samira.post(PATH, &asked).await.status, 303);

        let base = format!("/werk/dossier/{}", dossier.id);
        let overview = samira.get(&base).await;
        assert!(says(&overview, "/afsluiten/voluntary") && !says(&overview, "/afsluiten/debt"));
        let note = samira.get(&format!("{base}/notitie/{own}")).await;
        assert!(says(&note, "/corrigeren") && says(&note, "/afschermen"));
        let note = samira.get(&format!("{base}/notitie/{other}")).await;
        assert_eq!(note.status, 200);
        assert!(!says(&note, "/corrigeren") && !says(&note, "/afschermen"));
    }

    async fn everybody_who_should_know_sees_it(w: World) {
        let (street, mut samira) = opened(&w, "samira").await;
        samira.get(&format!("/werk/dossier/{}", street.of_fatma)).await;

        let mut tom = Browser::of(&w, "tom").await;
        assert!(says(&tom.get("/werk").await, "Samira Haddad, Wijkteam Noord opende dit dossier in nood"));
        let timeline = tom.get(&format!("/werk/dossier/{}/tijdlijn", street.of_fatma)).await;
        assert!(says(&timeline, "Noodtoegang") && says(&timeline, "Staat aan de balie"));
        let mut karin = Browser::of(&w, "karin").await;
        assert!(says(&karin.get("/werk").await, "1 keer noodtoegang te beoordelen, uiterlijk op 9 maart 2026."));
        let told = karin.get("/toezicht/noodtoegang").await;
        for text in ["Samira Haddad", "Wijkteam Noord", "De klant is hier of belt", "Beoordeel dit uiterlijk op 9 maart 2026."] {
            assert!(says(&told, text), "{text}");
        }
        let mut fatma = Browser::of(&w, "fatma").await;
        let looked = fatma.get("/mijn/gekeken").await;
        assert!(says(&looked, "opende het dossier in nood"));
        assert!(says(&looked, "met noodtoegang") && says(&looked, "U was bij ons of belde ons."));
        assert!(says(&looked, "Wijkteam Noord") && !says(&looked, "Samira"), "by function and team");
        let dossier = fatma.get("/mijn/dossier").await;
        assert!(says(&dossier, "Iemand die niet bij u betrokken is, opende uw dossier."));
        assert!(!says(&dossier, "Samira"), "the name follows on asking");
        for who in ["ria", "joost"] {
            let mut other = Browser::of(&w, who).await;
            assert!(!says(&other.get("/werk").await, "in nood"), "{who}");
        }
    }

    async fn what_does_not_open_answers_the_same_to_the_byte(w: World) {
        Street::build(&w).await;
        let mut samira = Browser::of(&w, "samira").await;
        // Nobody, another controller, and extra protection; all with one birth date and equally long names.
        let mut answers = Vec::new();
        for surname in ["Niemanden", "Jansen"] {
            let form = samira.get(PATH).await;
            let answer = samira.post(PATH, &fields(surname, &[("once", &form.field("once"))])).await;
            assert_eq!(answer.status, 200);
            assert!(says(&answer, "Je kunt hier geen dossier openen"));
            let once = answer.field("once");
            answers.push((answer.status, answer.text().replace(surname, "NAAM").replace(&once, "ONCE")));
        }
        let form = samira.get(PATH).await;
        let protected = crate::street::word::SURNAME;
        let answer = samira.post(PATH, &fields(protected, &[("once", &form.field("once"))])).await;
        let once = answer.field("once");
        answers.push((answer.status, answer.text().replace(protected, "NAAM").replace(&once, "ONCE")));

        assert_eq!(answers[0], answers[1]);
        assert_eq!(answers[0], answers[2]);
        assert!(!answers[0].1.contains("Zuid"), "no team before it is open");
        let ask = fields(protected, &[("once", &once)]);
        let asked = samira.post("/werk/noodtoegang/vraag", &ask).await;
        assert!(says(&samira.get(&asked.location()).await, "Je vraag is bij de coördinator van dienst."));
    }

    async fn the_coordinator_approves_and_the_worker_opens(w: World) {
        let street = Street::build(&w).await;
        let mut nadia = Browser::of(&w, "nadia").await;
        let protected = crate::street::word::SURNAME;
        let form = nadia.get(PATH).await;
        let cannot = nadia.post(PATH, &fields(protected, &[("once", &form.field("once"))])).await;
        nadia.post("/werk/noodtoegang/vraag", &fields(protected, &[("once", &cannot.field("once"))])).await;
        assert!(says(&nadia.get(PATH).await, "Je vraag geldt tot"));

        let mut joost = Browser::of(&w, "joost").await;
        let told = joost.get("/toezicht/noodtoegang").await;
        assert!(says(&told, "Nadia Yildiz") && says(&told, protected), "{}", told.text());
        let approve = action(&told, "/goed");
        let done = joost.post(&approve, &[]).await;
        assert!(says(&joost.get(&done.location()).await, "een uur lang"));
        let late = joost.post(&approve, &[]).await;
        assert_eq!(late.location(), "/toezicht/noodtoegang?goed=0");

        let mine = nadia.get(PATH).await;
        let opened = nadia.post(&action(&mine, "/open"), &[]).await;
        assert_eq!(opened.location(), format!("/werk/dossier/{}", street.dossier));
        assert_eq!(nadia.get(&opened.location()).await.status, 200);
    }

    async fn what_is_missing_is_told_at_once_before_anything_is_looked_for(w: World) {
        let mut samira = Browser::of(&w, "samira").await;
        samira.get(PATH).await;
        w.clock.advance(jiff::SignedDuration::from_mins(12));

        let answer = samira.post(PATH, &[("surname", "Özdemir"), ("sentence", "Te kort."), ("length", "99")]).await;

        assert_eq!(answer.status, 422, "and no password is asked for");
        for text in ["de hele geboortedatum", "Kies waarom het nu moet.", "Schrijf minstens 20 tekens.", "Kies hoe lang"] {
            assert!(says(&answer, text), "{text}");
        }
        assert_eq!(answer.field("sentence"), "Te kort.");
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM existence_check").await.int(), 0);
    }
}

fn action(answer: &Answer, ending: &str) -> String {
    let text = answer.text();
    let mut actions = text.split("action=\"").filter_map(|rest| rest.split('"').next());
    actions.find(|action| action.ends_with(ending)).expect("a button").to_owned()
}
