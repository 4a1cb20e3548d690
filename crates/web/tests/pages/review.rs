//! Judging an emergency access on the pages: three pages from "Vandaag" to a verdict, the explanation before it, what the
//! officer and the board are told, and what the resident reads.

use jiff::SignedDuration;
use testkit::World;

use crate::browser::{Answer, Browser};
use crate::street::Street;

const WHY: &str = "Niemand was bereikbaar & \"het\" kon niet wachten. <b>";

fn says(answer: &Answer, text: &str) -> bool {
    answer.text().contains(text)
}

/// Fatma's dossier, of Zuid, opened by Samira of Noord.
async fn opened(w: &World) -> Street {
    let street = Street::build(w).await;
    let mut samira = Browser::of(w, "samira").await;
    let once = samira.get("/werk/noodtoegang").await.field("once");
    let fields = [
        ("surname", "Özdemir"),
        ("reason", "client-present"),
        ("sentence", "Staat aan de balie, kan niet wachten."),
        ("length", "4"),
        ("birth-date", "17"),
        ("birth-date-month", "5"),
        ("birth-date-year", "1984"),
        ("once", once.as_str()),
    ];
    assert_eq!(samira.post("/werk/noodtoegang", &fields).await.status, 303);
    street
}

/// The same, when its four hours are over.
async fn over(w: &World) -> Street {
    let street = opened(w).await;
    w.clock.advance(SignedDuration::from_hours(4));
    street
}

/// The first link of a page that begins with this.
fn link(answer: &Answer, begins: &str) -> String {
    let text = answer.text();
    let mut links = text.split("href=\"").filter_map(|rest| rest.split('"').next());
    links.find(|href| href.starts_with(begins) && *href != begins).expect("a link").to_owned()
}

async fn case_of(browser: &mut Browser, list: &str) -> String {
    link(&browser.get(list).await, "/toezicht/noodtoegang/")
}

testkit::both_engines! {
    async fn three_pages_lead_from_today_to_a_verdict(w: World) {
        over(&w).await;
        let mut karin = Browser::of(&w, "karin").await;

        let today = karin.get("/werk").await;
        assert!(says(&today, "1 keer noodtoegang te beoordelen"));
        assert!(says(&karin.get("/toezicht").await, "1 keer noodtoegang te beoordelen"), "and on the first page of oversight");
        let list = karin.get(&link(&today, "/toezicht/noodtoeg")).await;
        let case = karin.get(&link(&list, "/toezicht/noodtoegang/")).await;
        for text in ["Samira Haddad", "Wijkteam Noord", "De klant is hier of belt", "Tom Bakker", "was er", "Dit was de eerste keer."] {
            assert!(says(&case, text), "{text}");
        }
        assert!(!says(&case, "/werk/dossier/") && !says(&case, "Özdemir"), "no name and no way into the dossier");
        let path = link(&list, "/toezicht/noodtoegang/");
        let judged = karin.post(&path, &[("outcome", "justified"), ("sentence", WHY)]).await;

        assert_eq!((judged.status, judged.location()), (303, "/toezicht/noodtoegang?klaar=terecht".to_owned()));
        let after = karin.get(&judged.location()).await;
        assert!(says(&after, "Je oordeel is bewaard.") && says(&after, "Alles is beoordeeld."));
        assert!(says(&after, "Terecht. Beoordeeld op"));
        assert!(!says(&karin.get("/werk").await, "te beoordelen"));
    }

    async fn what_is_missing_is_told_at_its_field_and_nothing_typed_is_lost(w: World) {
        opened(&w).await;
        let mut karin = Browser::of(&w, "karin").await;
        let path = case_of(&mut karin, "/toezicht/noodtoegang").await;

        let answer = karin.post(&path, &[("sentence", "Te kort.")]).await;

        assert_eq!(answer.status, 422);
        assert!(says(&answer, "Kies een oordeel") && says(&answer, "Schrijf minstens 20 tekens."));
        assert_eq!(answer.field("sentence"), "Te kort.");
    }

    async fn what_is_open_still_can_be_ended_and_is_judged_after_that(w: World) {
        opened(&w).await;
        let mut karin = Browser::of(&w, "karin").await;
        let path = case_of(&mut karin, "/toezicht/noodtoegang").await;

        let early = karin.post(&path, &[("outcome", "justified"), ("sentence", WHY)]).await;

        assert_eq!((early.status, early.field("sentence")), (422, WHY.to_owned()));
        assert!(says(&early, "Dit dossier is nog open."));
        let judged = karin.post(&path, &[("outcome", "not-justified"), ("sentence", WHY)]).await;
        assert_eq!(judged.status, 303, "what should not have been opened ends with the verdict");
    }

    async fn who_comes_second_reads_who_was_first_and_keeps_what_they_typed(w: World) {
        over(&w).await;
        let mut karin = Browser::of(&w, "karin").await;
        let path = case_of(&mut karin, "/toezicht/noodtoegang").await;
        karin.get(&path).await;
        assert_eq!(karin.post(&path, &[("outcome", "justified"), ("sentence", WHY)]).await.status, 303);

        let second = "Dit schreef ik in mijn andere venster op.";
        let late = karin.post(&path, &[("outcome", "not-justified"), ("sentence", second)]).await;

        assert_eq!(late.status, 422);
        assert!(says(&late, "Iemand anders heeft dit net beoordeeld.") && says(&late, "Karin Smit"));
        assert!(says(&late, second));
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM breach").await.int(), 0, "one verdict stands");
    }

    async fn an_explanation_is_asked_on_today_and_comes_back(w: World) {
        over(&w).await;
        let mut karin = Browser::of(&w, "karin").await;
        let path = case_of(&mut karin, "/toezicht/noodtoegang").await;
        let asked = karin.post(&path, &[("outcome", "needs-info"), ("sentence", WHY)]).await;
        assert!(says(&karin.get(&asked.location()).await, "Je vroeg op 2 maart 2026 om uitleg."));

        let mut samira = Browser::of(&w, "samira").await;
        let today = samira.get("/werk").await;
        assert!(says(&today, "Leg uit waarom je dit dossier in nood opende"));
        let explain = link(&today, "/werk/noodtoegang/");
        let page = samira.get(&explain).await;
        assert!(says(&page, "Niemand was bereikbaar &amp; &quot;het&quot;") || says(&page, "Niemand was bereikbaar &#38;"), "{}", page.text());
        let short = samira.post(&explain, &[("answer", "Kort.")]).await;
        assert_eq!((short.status, short.field("answer")), (422, "Kort.".to_owned()));
        let given = samira.post(&explain, &[("answer", "De telefoon van het team stond uit.")]).await;
        assert_eq!(given.location(), explain);

        assert!(says(&karin.get("/toezicht/noodtoegang").await, "De uitleg kwam op 2 maart 2026."));
        assert!(says(&karin.get(&path).await, "De telefoon van het team stond uit."));
        let again = samira.post(&explain, &[("answer", "Nog iets wat ik vergeten was te zeggen.")]).await;
        assert_eq!(again.status, 422);
        assert!(says(&again, "Nog iets wat ik vergeten was te zeggen."), "nothing typed is lost");
        karin.post(&path, &[("outcome", "justified"), ("sentence", WHY)]).await;
        assert!(says(&samira.get(&explain).await, "Terecht."));
    }

    async fn what_should_not_have_been_stands_on_the_officers_list_and_the_resident_is_told(w: World) {
        opened(&w).await;
        let mut fatma = Browser::of(&w, "fatma").await;
        assert!(says(&fatma.get("/mijn/gekeken").await, "Dat gebeurt uiterlijk op 9 maart 2026."));
        let mut karin = Browser::of(&w, "karin").await;
        let path = case_of(&mut karin, "/toezicht/noodtoegang").await;

        let judged = karin.post(&path, &[("outcome", "not-justified"), ("sentence", WHY)]).await;

        assert!(says(&karin.get(&judged.location()).await, "De functionaris gegevensbescherming ziet het datalek nu."));
        assert!(says(&fatma.get("/mijn/gekeken").await, "Dit had niet gemogen. Wij bellen u."));
        assert_eq!(karin.get("/fg/datalekken").await.status, 403);
        let mut olga = Browser::of(&w, "olga").await;
        let list = olga.get("/fg/datalekken").await;
        assert!(says(&list, "Nog 71 uur") || says(&list, "Nog 72 uur"), "{}", list.text());
        let breach = olga.get(&link(&list, "/fg/datalekken/")).await;
        for text in ["Ontvangen", "Samira Haddad", "Karin Smit", "Je kunt een datalek hier nog niet afhandelen."] {
            assert!(says(&breach, text), "{text}");
        }
        w.clock.advance(SignedDuration::from_hours(72));
        olga.signs_in(&w, "olga").await;
        assert!(says(&olga.get("/fg/datalekken").await, "De 72 uur zijn voorbij"));
        assert_eq!(olga.get("/fg/datalekken/0123456789abcdef0123456789abcdef").await.status, 404);
    }

    async fn after_ten_working_days_the_officer_judges_and_tells_the_board(w: World) {
        opened(&w).await;
        w.clock.set_to("2026-03-17T09:00:00Z".parse().expect("an instant"));
        let mut karin = Browser::of(&w, "karin").await;
        let list = karin.get("/toezicht/noodtoegang").await;
        assert!(says(&list, "De functionaris gegevensbescherming beoordeelt dit.") && says(&list, "6 werkdagen te laat"));

        let mut olga = Browser::of(&w, "olga").await;
        let waiting = olga.get("/fg/noodtoegang").await;
        assert!(says(&waiting, "1 noodtoegang wacht al langer dan tien werkdagen."));
        let report = olga.get("/fg/noodtoegang/bestuur").await;
        assert!(says(&report, "Wijkteam Zuid") && says(&report, "Nog niet beoordeeld."));
        for name in ["Samira", "Özdemir", "Nummer"] {
            assert!(!says(&report, name), "the board reads no {name}");
        }
        let told = olga.post("/fg/noodtoegang/bestuur", &[("told", &report.field("told"))]).await;
        assert!(says(&olga.get(&told.location()).await, "Op 17 maart 2026 door Olga Post"));
        let path = link(&olga.get("/fg/noodtoegang").await, "/toezicht/noodtoegang/");
        let judged = olga.post(&path, &[("outcome", "justified"), ("sentence", WHY)]).await;
        assert_eq!(judged.location(), "/fg/noodtoegang?klaar=terecht");
        assert!(says(&olga.get("/fg/noodtoegang/bestuur").await, "Beoordeeld op 17 maart 2026."));
    }

    async fn the_deputy_stands_in_for_the_days_that_were_said(w: World) {
        let mut joost = Browser::of(&w, "joost").await;
        assert!(says(&joost.get("/toezicht/vervanging").await, "Devi Ramdin"));
        let days = [("from", "2"), ("from-month", "3"), ("from-year", "2026"),
                    ("until", "6"), ("until-month", "3"), ("until-year", "2026")];
        assert_eq!(joost.post("/toezicht/vervanging", &days).await.status, 303);
        assert!(says(&joost.get("/toezicht/vervanging").await, "Van 2 maart 2026 tot en met 6 maart 2026."));

        let twice = joost.post("/toezicht/vervanging", &days).await;

        assert_eq!(twice.status, 422);
        assert!(says(&twice, "In deze dagen is er al een vervanging."));
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM absence").await.int(), 1);
        let mut karin = Browser::of(&w, "karin").await;
        assert!(says(&karin.get("/toezicht/vervanging").await, "Er is geen vervanger. De FG krijgt de beoordelingen."));
    }

    async fn figures_hide_small_groups(w: World) {
        opened(&w).await;
        let mut karin = Browser::of(&w, "karin").await;

        let shown = karin.get("/toezicht/cijfers").await;

        assert!(says(&shown, "1e kwartaal 2026") && says(&shown, "Te weinig"));
        let mut joost = Browser::of(&w, "joost").await;
        assert!(says(&joost.get("/toezicht/cijfers").await, "gebruikte niemand noodtoegang"), "another team's are not his");
        let mut samira = Browser::of(&w, "samira").await;
        assert_eq!(samira.get("/toezicht/cijfers").await.status, 403);
    }
}
