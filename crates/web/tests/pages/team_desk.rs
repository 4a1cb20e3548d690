//! The coordinator's desk on the page: the question that waits, what people carry, and the figures of the team.

use domain::LegalDomain;
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

    async fn the_list_is_narrowed_by_a_link_and_tells_weeks(w: World) {
        w.ria().takes_in(Intake::of(BILAL).about(&[LegalDomain::Wmo]).for_the_queue()).await;
        w.ria().takes_in(Intake::of(FATMA).about(&[LegalDomain::Voluntary]).for_the_queue()).await;
        w.clock.advance(SignedDuration::from_hours(24 * 22));
        let mut joost = Browser::of(&w, "joost").await;

        let all = joost.get("/toezicht").await;
        let wmo = joost.get("/toezicht?onderdeel=wmo").await;
        let none = joost.get("/toezicht?onderdeel=youth-care").await;
        let odd = joost.get("/toezicht?onderdeel=%3Cb%3E&pagina=900").await;

        let rows = |page: &str| page.matches("/vraag/").count();
        assert!(all.text().contains("href=\"/toezicht?onderdeel=wmo\"") && all.text().contains("3 weken"), "{all:?}");
        assert_eq!((rows(&all.text()), rows(&wmo.text()), rows(&odd.text())), (2, 1, 2));
        assert!(wmo.text().contains("/vraag/wmo") && wmo.text().contains("Er wachten 2 vragen"), "{wmo:?}");
        assert!(none.text().contains("Van dit onderdeel wacht nu niemand."), "{none:?}");
    }
}
