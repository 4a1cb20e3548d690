//! A family visit on the pages: chosen, written, warned about a name, kept as a draft, and what happens when one of the
//! dossiers is not the worker's any more between form and save.

use testkit::{BILAL, FATMA, Intake, NADIA, World};

use crate::browser::{Answer, Browser};

const PATH: &str = "/werk/gezinsbezoek";

/// Ria works with three dossiers; their ids and parts.
async fn family(w: &World) -> Vec<(String, String)> {
    let bilal = w.ria().opens_dossier_of(BILAL).await;
    let fatma = w.ria().opens_dossier_of(FATMA).await;
    let nadia = w.ria().takes_in(Intake::of(NADIA)).await;
    [bilal, fatma, nadia].iter().map(|it| (it.id.to_string(), it.first_part().to_string())).collect()
}

fn typed(family: &[(String, String)], shared: &str, once: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = [
        ("deed", "save"),
        ("once", once),
        ("shared", shared),
        ("kind", "visit"),
        ("source", "own-observation"),
        ("happened", "2"),
        ("happened-month", "3"),
        ("happened-year", "2026"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .into();
    for (at, (dossier, part)) in family.iter().enumerate() {
        fields.push(("with".into(), dossier.clone()));
        fields.push((format!("part-{dossier}"), part.clone()));
        fields.push((format!("facts-{dossier}"), format!("Eigen stuk {at}.")));
        fields.push((format!("there-{dossier}"), "yes".into()));
    }
    fields
}

async fn sends(browser: &mut Browser, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(PATH, &fields).await
}

async fn chosen(browser: &mut Browser, family: &[(String, String)]) -> Answer {
    let mut fields = vec![("deed", "choose")];
    fields.extend(family.iter().map(|(dossier, _)| ("with", dossier.as_str())));
    browser.post(PATH, &fields).await
}

async fn entries(w: &World) -> usize {
    w.raw().rows("SELECT id FROM entry").await.len()
}

testkit::both_engines! {
    async fn a_dossier_that_is_taken_away_meanwhile_is_told_by_number_and_loses_no_text(w: World) {
        let family = family(&w).await;
        let mut ria = Browser::of(&w, "ria").await;
        let once = chosen(&mut ria, &family).await.field("once");
        let dossier = family[1].0.parse().expect("an id");
        let exclude = app::standing::Exclude { dossier, staff: w.ria().staff() };
        w.joost().performs(exclude).await.expect("the client wants it");

        let refused = sends(&mut ria, &typed(&family, "Samen gegeten.", &once)).await;

        assert_eq!((refused.status, entries(&w).await), (422, 0), "{refused:?}");
        let text = refused.text();
        assert!(text.contains("Nummer 2 van dit bezoek") && text.contains("Eigen stuk 1."));
        assert!(!text.contains("Fatma"), "not even the name");
        assert_eq!(refused.field("without"), family[1].0);

        let mut rest = typed(&family, "Samen gegeten.", &once);
        rest.push(("without".into(), family[1].0.clone()));
        let done = sends(&mut ria, &rest).await;

        assert_eq!((done.status, done.location().as_str()), (303, "/werk/gezinsbezoek?klaar=2"));
        assert_eq!(entries(&w).await, 2);
        assert!(ria.get(&done.location()).await.text().contains("2 notities zijn bewaard"));
    }

    async fn a_name_in_the_shared_part_is_asked_about_once(w: World) {
        let family = family(&w).await;
        let mut ria = Browser::of(&w, "ria").await;
        let page = chosen(&mut ria, &family).await;
        assert!(!page.text().contains("staat een naam"), "nothing is said about what nobody wrote yet");
        let mut fields = typed(&family, "BÍLAL was boos op zijn zus.", &page.field("once"));

        let warned = sends(&mut ria, &fields).await;
        fields.push(("names-fit".into(), "on".into()));
        let done = sends(&mut ria, &fields).await;

        assert_eq!((warned.status, done.status), (422, 303), "{warned:?}");
        assert!(warned.text().contains("In dit stuk staat een naam: Bilal"));
        assert_eq!(entries(&w).await, 3);
    }

    async fn sent_twice_it_is_written_once(w: World) {
        let family = family(&w).await;
        let mut ria = Browser::of(&w, "ria").await;
        let once = chosen(&mut ria, &family).await.field("once");

        let first = sends(&mut ria, &typed(&family, "Samen gegeten.", &once)).await;
        let second = sends(&mut ria, &typed(&family, "Samen gegeten.", &once)).await;

        assert_eq!((first.status, second.status, entries(&w).await), (303, 303, 3));
    }

    async fn one_person_is_no_family_and_nine_are_too_many(w: World) {
        let family = family(&w).await;
        let mut ria = Browser::of(&w, "ria").await;

        let one = chosen(&mut ria, &family[..1]).await;
        let twice = chosen(&mut ria, &[family[0].clone(), family[0].clone()]).await;
        let many: Vec<_> = (0..9).map(|_| (w.random_id().simple().to_string(), String::new())).collect();
        let many = chosen(&mut ria, &many).await;

        assert_eq!((one.status, twice.status, many.status), (422, 422, 422));
        assert!(one.text().contains("Kies minstens twee mensen") && many.text().contains("niet meer dan acht"));
    }

    async fn somebody_elses_dossier_tells_nothing_on_the_form(w: World) {
        let mut family = Vec::new();
        for (worker, resident) in [("ria", BILAL), ("ria", FATMA), ("samira", NADIA)] {
            let dossier = w.person(worker).takes_in(Intake::of(resident)).await;
            family.push((dossier.id.to_string(), dossier.first_part().to_string()));
        }
        let mut ria = Browser::of(&w, "ria").await;

        let page = chosen(&mut ria, &family).await;
        let nowhere = (w.random_id().simple().to_string(), String::new());
        let unknown = chosen(&mut ria, &[family[0].clone(), family[1].clone(), nowhere.clone()]).await;

        let told = |page: &Answer, id: &str| page.text().replace(id, "ID");
        assert_eq!(page.status, 200);
        let (page, unknown) = (told(&page, &family[2].0), told(&unknown, &nowhere.0));
        let of = |page: &str| page[page.find("<fieldset").expect("people")..].to_owned();
        assert_eq!(of(&page), of(&unknown), "as if it did not exist");
    }

    async fn a_draft_of_it_is_its_writers_and_opens_again(w: World) {
        let family = family(&w).await;
        let mut ria = Browser::of(&w, "ria").await;
        chosen(&mut ria, &family).await;
        let mut fields = typed(&family, "Half werk.", "");
        fields[0].1 = "draft".into();

        let kept = sends(&mut ria, &fields).await;
        let list = ria.get("/werk/concepten").await;
        let draft = kept.field("draft");
        let again = ria.get(&format!("/werk/concepten/{draft}")).await;
        let mut samira = Browser::of(&w, "samira").await;
        let not_hers = samira.get(&format!("/werk/concepten/{draft}")).await;

        assert_eq!((kept.status, again.status, not_hers.status), (200, 200, 404));
        assert!(list.text().contains("Gezinsbezoek"));
        assert_eq!(again.field("shared"), "Half werk.");
        assert_eq!(again.field(&format!("facts-{}", family[2].0)), "Eigen stuk 2.");
        fields[0].1 = "save".into();
        fields.push(("draft".into(), draft.clone()));
        assert_eq!(sends(&mut ria, &fields).await.status, 303);
        assert_eq!(ria.get(&format!("/werk/concepten/{draft}")).await.status, 404, "it became notes");
    }

    async fn a_session_that_ended_gives_the_form_back(w: World) {
        let family = family(&w).await;
        let mut ria = Browser::of(&w, "ria").await;
        let once = chosen(&mut ria, &family).await.field("once");
        w.clock.advance(jiff::SignedDuration::from_mins(16));

        let sent = sends(&mut ria, &typed(&family, "Samen gegeten.", &once)).await;
        let signed_in = ria.signs_in_from(&w, "ria", &sent.location()).await;
        let back = ria.get(&signed_in.location()).await;

        assert_eq!(back.field("shared"), "Samen gegeten.");
        assert_eq!(back.field(&format!("facts-{}", family[1].0)), "Eigen stuk 1.");
        assert_eq!(back.field("once"), once);
    }
}
