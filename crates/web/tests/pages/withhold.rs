//! Telling the client later on the pages: proposed and decided by two people, nothing of it on any page of the client's, and
//! told with its days when it is released.

use testkit::World;

use crate::browser::{Answer, Browser};
use crate::street::{Street, entries};

const SENTENCE: &str = "De ex-partner leest mee & \"kijkt\" in de telefoon. <b>";

/// Every page of the resident that lists or counts something.
const OWN: [&str; 6] =
    ["/mijn", "/mijn/dossier", "/mijn/gekeken", "/mijn/gegevens", "/mijn/gedeeld", "/mijn/acties"];

fn says(answer: &Answer, text: &str) -> bool {
    answer.text().contains(text)
}

/// The first address on a page that begins like this.
fn link(answer: &Answer, begin: &str) -> String {
    let text = answer.text();
    let found = text.split("href=\"").skip(1).find_map(|rest| {
        let href = rest.split('"').next()?;
        href.starts_with(begin).then(|| href.to_owned())
    });
    found.unwrap_or_else(|| panic!("no link to {begin}: {text}"))
}

/// The first address on a page that ends like this.
fn ending(answer: &Answer, end: &str) -> String {
    let text = answer.text();
    let found = text.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let found = found.filter(|href| href.ends_with(end)).map(str::to_owned).next();
    found.unwrap_or_else(|| panic!("no link that ends in {end}: {text}"))
}

/// Each of them as it is now, but for how long the session goes on.
async fn own_pages(browser: &mut Browser) -> Vec<(u16, String)> {
    let mut pages = Vec::new();
    for path in OWN {
        let page = browser.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        let text = page.text();
        let lines: Vec<&str> = text.lines().filter(|line| !line.contains("data-session-text")).collect();
        pages.push((page.status, lines.join("\n")));
    }
    pages
}

async fn opens(browser: &mut Browser) {
    let form = browser.get("/werk/noodtoegang").await;
    let once = form.field("once");
    let fields = [
        ("surname", "Özdemir"),
        ("birth-date", "17"),
        ("birth-date-month", "5"),
        ("birth-date-year", "1984"),
        ("reason", "immediate-danger"),
        ("sentence", "Er staat iemand voor haar deur te schreeuwen."),
        ("length", "1"),
        ("once", &once),
    ];
    let done = browser.post("/werk/noodtoegang", &fields).await;
    assert_eq!(done.status, 303, "{done:?}");
    assert_eq!(browser.get(&done.location()).await.status, 200);
}

async fn proposes(browser: &mut Browser) -> Answer {
    let path = link(&browser.get("/werk/noodtoegang").await, "/werk/noodtoegang/");
    assert!(path.ends_with("/later"), "{path}");
    let fields =
        [("ground", "danger-to-client"), ("hidden-from", "client-and-proxies"), ("sentence", SENTENCE)];
    browser.post(&path, &fields).await
}

/// To the byte; says the first line that tells of it.
fn same(now: &[(u16, String)], before: &[(u16, String)], when: &str) {
    for (path, (now, before)) in OWN.iter().zip(now.iter().zip(before)) {
        let differs = now.1.lines().zip(before.1.lines()).find(|(now, before)| now != before);
        assert!(now == before, "{when}: {path} tells of it: {differs:?}");
    }
}

testkit::both_engines! {
    async fn nothing_of_it_is_on_any_page_of_the_client_until_it_is_released(w: World) {
        let street = Street::build(&w).await;
        let (mut samira, mut karin) = (Browser::of(&w, "samira").await, Browser::of(&w, "karin").await);
        let (mut tom, mut fatma) = (Browser::of(&w, "tom").await, Browser::of(&w, "fatma").await);
        let before = own_pages(&mut fatma).await;

        // The clock stands still; what she read now, she did not read of what comes.
        w.clock.advance(jiff::SignedDuration::from_millis(1));
        opens(&mut samira).await;
        karin.get("/toezicht/noodtoegang").await;
        let proposed = proposes(&mut samira).await;
        assert_eq!(proposed.status, 303, "{proposed:?}");
        same(&own_pages(&mut fatma).await, &before, "proposed");
        let shown = samira.get(&proposed.location()).await;
        assert!(says(&shown, "Je voorstel is bij de coördinator") && says(&shown, "Een ander beslist."));
        assert!(!says(&shown, "name=\"says\""), "the proposer is offered nothing to decide");
        let notice = proposed.location().split('?').next().expect("a path").replace("/werk/", "/toezicht/");

        assert!(says(&karin.get("/werk").await, "1 keer hoort een klant iets later. Beslis uiterlijk op 9 maart 2026."));
        let list = karin.get("/toezicht/achterhouden").await;
        assert_eq!(link(&list, "/toezicht/achterhouden/"), notice);
        assert!(says(&list, "Gevaar voor de klant") && says(&list, "maandag 9 maart 2026"));
        let page = karin.get(&notice).await;
        assert!(says(&page, "De ex-partner leest mee &amp; ") || says(&page, "De ex-partner leest mee &#38; "));
        assert_eq!((page.field("review"), page.field("review-month")), ("1".to_owned(), "4".to_owned()), "30 days are filled in");
        let decided = karin
            .post(&notice, &[
                ("says", "later"),
                ("review", "20"), ("review-month", "3"), ("review-year", "2026"),
                ("sentence", "Eens: eerst is zij veilig."),
            ])
            .await;
        assert_eq!((decided.status, decided.location()), (303, "/toezicht/achterhouden?klaar=later".to_owned()));
        same(&own_pages(&mut fatma).await, &before, "decided");

        let timeline = tom.get(&format!("/werk/dossier/{}/tijdlijn", street.of_fatma)).await;
        assert!(says(&timeline, "Klant hoort iets later: zeg er nu niets over"), "her worker is told to keep quiet");
        let hidden = entries(&timeline).into_iter().find(|id| *id != street.entry_of_fatma).expect("the product wrote it");
        let nowhere = fatma.get(&format!("/mijn/dossier/{}", "0".repeat(32))).await;
        let refused = fatma.get(&format!("/mijn/dossier/{hidden}")).await;
        assert_eq!((refused.status, refused.text()), (nowhere.status, nowhere.text()), "as what was never written");

        let released = karin.post(&notice, &[("says", "tell"), ("sentence", "Zij woont nu op een veilig adres.")]).await;
        assert_eq!(released.location(), "/toezicht/achterhouden?klaar=nu");
        let looked = fatma.get("/mijn/gekeken").await;
        assert!(says(&looked, "Wij vertelden dit later. Van 2 maart 2026 tot 2 maart 2026"), "{}", looked.text());
        assert!(says(&looked, "U kon gevaar lopen als iemand anders dit las."));
        assert!(says(&looked, "opende het dossier in nood") && !says(&looked, "ex-partner"), "the sentences are not hers");
        assert_eq!(fatma.get(&format!("/mijn/dossier/{hidden}")).await.status, 200);
    }

    async fn the_client_reads_what_happened_and_asks_for_the_name(w: World) {
        Street::build(&w).await;
        let (mut samira, mut karin) = (Browser::of(&w, "samira").await, Browser::of(&w, "karin").await);
        let mut fatma = Browser::of(&w, "fatma").await;
        opens(&mut samira).await;
        w.sequences().await;

        let looked = fatma.get("/mijn/gekeken").await;
        let page = fatma.get(&ending(&looked, "/noodtoegang")).await;
        assert_eq!(page.status, 200);
        for text in ["Iemand anders dan uw vaste medewerker keek", "Wijkteam Noord", "Er was gevaar.", "is maandag 9 maart 2026"] {
            assert!(says(&page, text), "{text}: {}", page.text());
        }
        assert!(!says(&page, "Samira"), "by function and team");

        let ask = ending(&page, "/vraag");
        assert!(says(&fatma.get(&ask).await, "Ik wil weten wie er keek"));
        let asked = fatma.post(&ask, &[("words", ""), ("name", "1")]).await;
        assert_eq!(asked.status, 303, "{asked:?}");
        let own = fatma.get(&asked.location()).await;
        assert!(says(&own, "U vroeg ook om de naam.") && !says(&own, "Samira"));
        let desk = asked.location().replace("/mijn/gekeken/vragen", "/toezicht/vragen");
        let mut joost = Browser::of(&w, "joost").await;
        let page = joost.get(&desk).await;
        assert!(says(&page, "De klant wil ook weten wie er keek.") && says(&page, "Noem de naam: Samira Haddad"));
        assert_eq!(karin.get(&desk).await.status, 403, "another team's look");
        let done = joost.post(&desk, &[("answer", "Er was gevaar voor u."), ("name", "1")]).await;
        assert_eq!(done.status, 303);
        assert!(says(&fatma.get(&asked.location()).await, "Samira Haddad"));
    }

    async fn what_is_wrong_is_told_at_once_and_what_was_typed_stays(w: World) {
        Street::build(&w).await;
        let (mut samira, mut karin) = (Browser::of(&w, "samira").await, Browser::of(&w, "karin").await);
        opens(&mut samira).await;
        let path = link(&samira.get("/werk/noodtoegang").await, "/werk/noodtoegang/");

        let wrong = samira.post(&path, &[("sentence", "te kort")]).await;
        assert_eq!(wrong.status, 422);
        assert_eq!(wrong.field("sentence"), "te kort");
        for text in ["Kies waarom de klant het later moet horen.", "Kies voor wie het niet te zien is.", "Schrijf minstens 20 tekens."] {
            assert!(says(&wrong, text), "{text}");
        }
        let proposed = proposes(&mut samira).await;
        let notice = proposed.location().split('?').next().expect("a path").replace("/werk/", "/toezicht/");
        let again = samira.get(&path).await;
        assert!(again.location().ends_with("?al=1"), "a second window finds the first");

        let late = [("review", "2"), ("review-month", "4"), ("review-year", "2026")];
        for (says_it, review, told) in [
            ("later", &late[..], "Kies een dag uiterlijk op 1 april 2026."),
            ("later", &[][..], "Vul in wanneer er opnieuw wordt beslist."),
            ("", &late[..], "Kies wat je besluit."),
        ] {
            let mut fields = vec![("says", says_it), ("sentence", SENTENCE)];
            fields.extend_from_slice(review);
            let wrong = karin.post(&notice, &fields).await;
            assert_eq!(wrong.status, 422, "{told}");
            assert!(says(&wrong, told), "{told}: {}", wrong.text());
            assert_eq!(wrong.field("sentence"), SENTENCE);
        }
        // The proposer's own page takes no decision, and the officer's none before it is the officer's turn.
        let mut olga = Browser::of(&w, "olga").await;
        let now = [("says", "now"), ("sentence", SENTENCE)];
        assert_eq!(samira.post(&notice, &now).await.status, 403);
        assert_eq!(olga.post(&notice.replace("/toezicht/", "/fg/"), &now).await.status, 403);
        assert!(says(&olga.get("/fg/achterhouden").await, "Er is niets dat een klant later hoort."));
    }

    async fn what_the_client_saw_cannot_be_proposed_any_more(w: World) {
        Street::build(&w).await;
        let (mut samira, mut fatma) = (Browser::of(&w, "samira").await, Browser::of(&w, "fatma").await);
        opens(&mut samira).await;
        fatma.get("/mijn").await;

        let refused = proposes(&mut samira).await;

        assert_eq!(refused.status, 422);
        assert!(says(&refused, "Dit is al gezien in het portaal."));
        assert_eq!(refused.field("sentence"), SENTENCE);
    }

    async fn a_worker_who_works_with_the_dossier_proposes_from_the_entry(w: World) {
        let street = Street::build(&w).await;
        let (mut samira, mut tom) = (Browser::of(&w, "samira").await, Browser::of(&w, "tom").await);
        opens(&mut samira).await;
        let base = format!("/werk/dossier/{}", street.of_fatma);
        let timeline = tom.get(&format!("{base}/tijdlijn")).await;
        let entry = entries(&timeline).into_iter().find(|id| *id != street.entry_of_fatma).expect("the product wrote it");

        let path = link(&tom.get(&format!("{base}/notitie/{entry}")).await, "/werk/noodtoegang/");
        let page = tom.get(&path).await;

        assert_eq!(page.status, 200, "{page:?}");
        assert!(says(&page, "Samira Haddad"));
        assert!(!says(&tom.get(&format!("{base}/notitie/{}", street.entry_of_fatma)).await, "/later"));
    }
}
