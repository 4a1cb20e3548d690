//! The plan of a family on the pages: written for two people, mended, changed by two at once, agreed, and what each of them
//! finds in the own portal.

use testkit::{BILAL, Dossier, FATMA, NADIA, World};

use crate::browser::{Answer, Browser};

const TEXT: &str = "Bilal brengt Fatma om acht uur.";

struct Family {
    bilal: Dossier,
    fatma: Dossier,
    plan: String,
}

async fn family(w: &World) -> Family {
    let bilal = w.ria().opens_dossier_of(BILAL).await;
    let fatma = w.ria().opens_dossier_of(FATMA).await;
    w.ria().opens_dossier_of(NADIA).await;
    let plan = format!("/werk/dossier/{}/gezinsplan", bilal.id);
    Family { bilal, fatma, plan }
}

/// The path of a section that is about both.
async fn written(ria: &mut Browser, family: &Family) -> String {
    let (part, with) = (family.bilal.first_part().to_string(), family.fatma.id.to_string());
    let form =
        [("part", &*part), ("with", &*with), ("title", "Naar school"), ("words", TEXT), ("deed", "save")];
    let done = ria.post(&format!("{}/nieuw", family.plan), &form).await;
    assert_eq!(done.status, 303, "{done:?}");
    let page = ria.get(&family.plan).await.text().to_string();
    let (_, rest) = page.split_once(&format!("{}/", family.plan)).expect("a section");
    let id: String = rest.chars().take(32).collect();
    format!("{}/{id}", family.plan)
}

async fn says(ria: &mut Browser, section: &str, who: &Dossier, answer: &str) -> Answer {
    let part = who.first_part().to_string();
    let on = [("on", "2"), ("on-month", "3"), ("on-year", "2026")];
    let form = [("who", &*part), ("answer", answer), ("how", "talk"), ("version", "1")];
    ria.post(section, &[&form[..], &on[..]].concat()).await
}

testkit::both_engines! {
    async fn what_was_typed_and_chosen_stays_until_it_can_be_kept(w: World) {
        let family = family(&w).await;
        let mut ria = Browser::of(&w, "ria").await;
        let new = format!("{}/nieuw", family.plan);
        let page = ria.get(&new).await;
        assert!(page.text().contains("Fatma Özdemir") && page.text().contains("Nadia Yildiz"));
        let part = family.bilal.first_part().to_string();
        let with = family.fatma.id.to_string();
        let typed = [("part", &*part), ("with", &*with), ("words", TEXT)];

        let refused = ria.post(&new, &[&typed[..], &[("title", " "), ("deed", "save")]].concat()).await;
        let searched = ria.post(&new, &[&typed[..], &[("name", "yil"), ("deed", "search")]].concat()).await;
        let mut nine = vec![("part", &*part), ("title", "Samen"), ("words", TEXT), ("deed", "save")];
        let ids: Vec<String> = (0..8).map(|_| w.random_id().to_string()).collect();
        nine.extend(ids.iter().map(|id| ("with", id.as_str())));
        let too_many = ria.post(&new, &nine).await;
        let nobody = [("part", &*part), ("title", "Samen"), ("words", TEXT), ("deed", "save"), ("with", &*ids[0])];
        let unknown = ria.post(&new, &nobody).await;

        assert_eq!((refused.status, searched.status), (422, 200));
        assert!(refused.text().contains(TEXT) && refused.text().contains("Fout: "));
        assert!(searched.text().contains("Fatma Özdemir"), "who is chosen stays");
        assert!(searched.text().contains("Nadia Yildiz") && searched.text().contains(TEXT));
        assert_eq!((too_many.status, unknown.status), (422, 422));
        assert!(too_many.text().contains("niet meer dan acht mensen"));
        assert!(unknown.text().contains("Er is niets bewaard"));
        assert!(w.raw().rows("SELECT id FROM family_section").await.is_empty());
    }

    async fn a_colleague_who_was_first_is_read_before_the_own_text_replaces_it(w: World) {
        let family = family(&w).await;
        let mut ria = Browser::of(&w, "ria").await;
        let section = written(&mut ria, &family).await;
        let change = format!("{section}/wijzigen");
        let page = ria.get(&change).await;
        assert!(page.text().contains(TEXT), "it begins with the text that is there");
        let form = |words: &'static str| [("title", "Naar school"), ("words", words), ("deed", "save")];
        let first = ria.post(&change, &[&form("Fatma fietst.")[..], &[("seen", "1")]].concat()).await;
        assert_eq!(first.status, 303, "{first:?}");

        let late = ria.post(&change, &[&form("Oma brengt haar.")[..], &[("seen", "1")]].concat()).await;

        assert_eq!(late.status, 422);
        assert!(late.text().contains("Een collega was eerder") && late.text().contains("Fatma fietst."));
        assert!(late.text().contains("Oma brengt haar."));
        let seen = late.field("seen");
        let kept = ria.post(&change, &[&form("Oma brengt haar.")[..], &[("seen", &*seen)]].concat()).await;
        assert_eq!(kept.status, 303, "{kept:?}");
        let page = ria.get(&section).await;
        for text in ["Oma brengt haar.", "Fatma fietst.", TEXT] {
            assert!(page.text().contains(text), "{text}");
        }
    }

    async fn each_of_them_finds_it_in_the_portal_when_the_other_said_yes(w: World) {
        let family = family(&w).await;
        let mut ria = Browser::of(&w, "ria").await;
        let section = written(&mut ria, &family).await;
        let mut bilal = Browser::of(&w, "bilal").await;
        let own = format!("/mijn/plan?bij={}", family.bilal.id);
        assert!(!bilal.get(&own).await.text().contains(TEXT));

        let wrong = says(&mut ria, &section, &family.fatma, "").await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.text().contains("Kies ja of nee."));
        assert_eq!(says(&mut ria, &section, &family.fatma, "yes").await.status, 303);

        let page = bilal.get(&own).await;
        assert!(page.text().contains(TEXT) && page.text().contains("Dit stuk gaat over u en één ander."));
        let (_, id) = section.rsplit_once('/').expect("a path");
        let hers = format!("/mijn/plan/{}/gezin/{id}", family.fatma.first_part());
        let mut fatma = Browser::of(&w, "fatma").await;
        let unread = fatma.get("/mijn/plan").await;
        assert!(!unread.text().contains(TEXT), "Bilal said nothing yet");
        assert!(unread.text().contains("U leest het zelf nu niet"), "her own yes she can take back");
        assert_eq!(says(&mut ria, &section, &family.bilal, "yes").await.status, 303);
        assert_eq!(fatma.post(&hers, &[("version", "1")]).await.status, 422, "nothing was chosen");
        assert_eq!(fatma.post(&hers, &[("answer", "no"), ("version", "1")]).await.status, 303);
        assert!(!bilal.get(&own).await.text().contains(TEXT));
        assert!(ria.get(&section).await.text().contains("Wil niet dat de anderen dit lezen."));
        assert_eq!(bilal.post(&hers, &[("answer", "yes"), ("version", "1")]).await.status, 404);
    }

    async fn a_stopped_section_stays_to_be_read_and_changes_no_more(w: World) {
        let family = family(&w).await;
        let mut ria = Browser::of(&w, "ria").await;
        let section = written(&mut ria, &family).await;
        let stop = format!("{section}/stoppen");

        let empty = ria.post(&stop, &[("why", ""), ("seen", "1")]).await;
        let done = ria.post(&stop, &[("why", "Fatma gaat zelf."), ("seen", "1")]).await;

        assert_eq!((empty.status, done.status), (422, 303));
        let page = ria.get(&family.plan).await;
        assert!(page.text().contains(TEXT) && page.text().contains("Fatma gaat zelf."));
        assert_eq!(ria.get(&format!("{section}/wijzigen")).await.status, 404);
        assert_eq!(ria.get(&stop).await.status, 404);
        assert_eq!(says(&mut ria, &section, &family.fatma, "yes").await.status, 404);
    }
}
