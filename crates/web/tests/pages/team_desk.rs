//! The coordinator's desk on the page: the question that waits, what people carry, and the figures of the team.

use domain::{LegalDomain, LifeArea, PreferredWorker};
use jiff::SignedDuration;
use testkit::{BILAL, FATMA, Intake, World};

use crate::browser::Browser;

testkit::both_engines! {
    async fn from_the_list_the_question_is_one_step_and_the_resident_reads_that_it_was_read(w: World) {
        let waits = Intake::of(BILAL).about(&[LegalDomain::Wmo]).for_the_queue();
        let dossier = w.ria().takes_in(waits).await;
        let mut joost = Browser::of(&w, "joost").await;
        let path = format!("/toezicht/toewijzen/{}/vraag/wmo", dossier.id);

        let list = joost.get("/toezicht").await;
        assert!(list.text().contains(&format!("href=\"{path}\"")), "{list:?}");
        assert!(!list.text().contains("Een vraag over wmo."), "the list has no question");
        let page = joost.get(&path).await;

        assert_eq!(page.status, 200, "{page:?}");
        assert!(page.text().contains("Een vraag over wmo."), "{page:?}");
        assert!(!page.text().contains(BILAL.surname), "no name");
        let looked = Browser::of(&w, "bilal").await.get("/mijn/gekeken").await;
        assert!(looked.text().contains("las de vraag om een medewerker te zoeken"), "{looked:?}");
    }

    async fn a_question_with_a_worker_is_not_shown(w: World) {
        let waits = Intake::of(BILAL).about(&[LegalDomain::Wmo]).for_the_queue();
        let dossier = w.ria().takes_in(waits).await;
        w.joost().assigns(dossier.first_part(), w.samira().staff()).await.expect("he divides");

        let page = Browser::of(&w, "joost").await.get(&format!("/toezicht/toewijzen/{}/vraag/wmo", dossier.id)).await;

        assert!(page.text().contains("Hier wacht geen nieuwe vraag."), "{page:?}");
        assert!(!page.text().contains("Een vraag over wmo."), "{page:?}");
    }

    async fn the_team_tells_what_people_carry_and_a_deputy_who_does_not_act_reads_none_of_it(w: World) {
        w.ria().opens_dossier_of(BILAL).await;

        let team = Browser::of(&w, "joost").await.get("/toezicht/team").await;
        let figures = Browser::of(&w, "joost").await.get("/toezicht/team/cijfers").await;
        let deputy = Browser::of(&w, "devi").await.get("/toezicht/team").await;

        assert!(team.text().contains("1 dossier") && team.text().contains("Geen dossiers"), "{team:?}");
        assert!(figures.text().contains("Alle vragen hebben nu een medewerker."), "{figures:?}");
        assert_eq!(deputy.status, 200);
        assert!(!deputy.text().contains("1 dossier") && !deputy.text().contains("team/cijfers"), "{deputy:?}");
    }

    async fn the_list_is_narrowed_to_who_fits_and_leads_to_assigning_them(w: World) {
        let bilal = Intake {
            address: "Voorbeeldkade 12, 1234 AB Waterrijk".into(),
            prefers: Some(PreferredWorker::Woman),
            life_area: Some(LifeArea::Home),
            ..Intake::of(BILAL).about(&[LegalDomain::Wmo]).for_the_queue()
        };
        w.ria().takes_in(bilal).await;
        w.ria().takes_in(Intake::of(FATMA).about(&[LegalDomain::Voluntary]).for_the_queue()).await;
        w.clock.advance(SignedDuration::from_hours(24 * 22));
        let samira = w.samira().staff();
        let mut joost = Browser::of(&w, "joost").await;

        let all = joost.get("/toezicht").await;
        let none = joost.get("/toezicht?onderdeel=youth-care").await;
        let odd = joost.get("/toezicht?onderdeel=%3Cb%3E&buurt=%3Cb%3E&taal=Fula&pagina=900").await;
        let mine = [("wens", "woman"), ("buurt", "1234"), ("leefgebied", "home"), ("voor", &samira.to_string())];
        let chosen = joost.post("/toezicht", &mine).await;
        let address = format!("/toezicht?leefgebied=home&buurt=1234&wens=woman&voor={samira}");
        assert_eq!(chosen.location(), address, "{chosen:?}");
        let one = joost.get(&address).await;

        assert!(all.text().contains("Er wachten 2 vragen. De langste wacht 3 weken."), "{all:?}");
        assert_eq!(all.text().matches("<circle").count(), 2, "a dot for each, and no name");
        let rows = |page: &str| page.matches("/vraag/").count();
        assert!(all.text().contains("Wmo (1)") && all.text().contains("3 weken"), "{all:?}");
        assert_eq!((rows(&all.text()), rows(&one.text()), rows(&odd.text())), (2, 1, 2));
        assert!(one.text().contains("/vraag/wmo") && one.text().contains("1 van 2."), "{one:?}");
        assert!(one.text().contains("Je zoekt een vraag voor Samira"), "{one:?}");
        assert!(!one.text().contains(BILAL.surname) && !one.text().contains("Voorbeeldkade"), "no name, no home");
        assert!(none.text().contains("Zo wacht er nu niemand."), "{none:?}");
        let assign = one.text().split("href=\"").find(|it| it.contains("medewerker=")).map(ToOwned::to_owned);
        let assign = assign.expect("a link").split('"').next().unwrap_or_default().replace("&amp;", "&").replace("&#38;", "&");
        let form = joost.get(&assign).await;
        assert!(form.text().contains(&format!("value=\"{samira}\" selected")), "{form:?}");
        let team = joost.get("/toezicht/team").await;
        assert!(team.text().contains(&format!("href=\"/toezicht?voor={samira}\"")), "{team:?}");
    }

    async fn what_is_asked_at_intake_to_find_who_fits_the_client_reads_too(w: World) {
        let bilal = Intake {
            prefers: Some(PreferredWorker::Man),
            life_area: Some(LifeArea::GrowingUp),
            ..Intake::of(BILAL).about(&[LegalDomain::Wmo])
        };
        let dossier = w.ria().takes_in(bilal).await;

        let own = Browser::of(&w, "bilal").await.get("/mijn/gegevens").await;
        let worker = Browser::of(&w, "ria").await.get(&format!("/werk/dossier/{}", dossier.id)).await;

        for said in ["Een man", "Opgroeien en opvoeden", "Een vraag over wmo."] {
            assert!(own.text().contains(said), "{said}: {own:?}");
        }
        assert!(worker.text().contains("Opgroeien en opvoeden"), "{worker:?}");
    }
}
