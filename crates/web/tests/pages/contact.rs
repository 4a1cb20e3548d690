//! "Vraag zonder naam" on the pages: few taps, nothing lost, and a second look when somebody might be recognised.

use testkit::{Engine, World};

use crate::browser::{Answer, Browser};

const PATH: &str = "/werk/zonder-naam";
const LIST: &str = "/werk/zonder-naam/lijst";

fn fields<'a>(text: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let day = [("day", "2"), ("day-month", "3"), ("day-year", "2026")];
    let mut all = vec![("kind", "phone"), ("topic", "money"), ("done", "referred"), ("text", text)];
    all.extend(day);
    all.extend_from_slice(more);
    all
}

async fn kept(w: &World) -> i64 {
    w.raw().one("SELECT COUNT(*) FROM anonymous_contact").await.int()
}

fn ticked(answer: &Answer, name: &str, value: &str) -> bool {
    answer.text().contains(&format!("name=\"{name}\" value=\"{value}\" checked"))
}

testkit::both_engines! {
    async fn a_number_of_a_citizen_is_never_kept_and_what_was_typed_is_not_lost(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        ria.get(PATH).await;
        let text = "Haar nummer is 111 222 333, \"zei\" ze. <b>";

        for more in [&[][..], &[("looked", "ja")][..]] {
            let answer = ria.post(PATH, &fields(text, more)).await;
            assert_eq!(answer.status, 422, "{answer:?}");
            assert!(answer.text().contains("Hier staat een BSN in."));
            assert_eq!(answer.field("text"), text);
            assert!(ticked(&answer, "kind", "phone") && ticked(&answer, "done", "referred"));
        }
        assert_eq!(kept(&w).await, 0);
    }

    async fn a_name_is_asked_about_once_and_kept_after_a_second_look(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let first = ria.get(PATH).await;
        assert_eq!(first.field("day"), "2");
        assert_eq!(first.field("looked"), "", "nothing to look at yet");
        let text = "Mevrouw Jansen van de bakker belde, 030 765 43 21.";

        let asked = ria.post(PATH, &fields(text, &[])).await;
        assert_eq!(asked.status, 422, "{asked:?}");
        assert!(asked.text().contains("Kijk naar: een naam, een telefoonnummer."));
        assert_eq!(kept(&w).await, 0);

        let done = ria.post(PATH, &fields(text, &[("looked", "ja"), ("once", &asked.field("once"))])).await;
        let told = ria.get(&done.location()).await.text();
        assert!(told.contains("De vraag is bewaard, zonder naam.") && told.contains("Dit jaar is er 1 vraag"));
        let again = ria.post(PATH, &fields(text, &[("looked", "ja"), ("once", &asked.field("once"))])).await;
        assert_eq!((again.status, kept(&w).await), (303, 1), "the same form sent twice");
    }

    async fn everything_that_is_missing_is_told_at_once_and_a_day_that_cannot_be(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        ria.get(PATH).await;

        let empty = ria.post(PATH, &[]).await;
        assert_eq!(empty.status, 422);
        for message in ["Kies hoe de vraag binnenkwam.", "Kies waar het over ging.", "Kies wat je deed."] {
            assert_eq!(empty.text().matches(message).count(), 2, "in the list and at the field: {message}");
        }
        for (day, month, year, message) in [
            ("3", "3", "2026", "Deze dag moet nog komen."),
            ("1", "12", "2025", "Dit is te lang geleden."),
            ("30", "2", "2026", "Deze dag bestaat niet"),
            ("x", "", "", ""),
        ] {
            let mut typed = fields("", &[]);
            typed.retain(|(name, _)| !name.starts_with("day"));
            typed.extend([("day", day), ("day-month", month), ("day-year", year)]);
            let answer = ria.post(PATH, &typed).await;
            assert_eq!(answer.status, 422, "{day}: {answer:?}");
            assert!(answer.text().contains(message), "{message} {answer:?}");
            assert_eq!(answer.field("day"), day);
        }
        assert_eq!(kept(&w).await, 0);
    }

    async fn the_team_reads_it_and_another_team_does_not(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        ria.get(PATH).await;
        ria.post(PATH, &fields("Vroeg naar de toeslag.\r\nTwee keer.", &[])).await.location();

        let list = Browser::of(&w, "ingeborg").await.get(LIST).await.text();
        assert!(list.contains("Vroeg naar de toeslag.\nTwee keer."));
        assert!(list.contains("Geld en schulden") && list.contains("Verwezen"));
        assert!(!Browser::of(&w, "tom").await.get(LIST).await.text().contains("toeslag"));
        for who in ["petra", "kees"] {
            let mut browser = Browser::of(&w, who).await;
            for path in [PATH, LIST] {
                assert_eq!(browser.get(path).await.status, 403, "{who} {path}");
            }
        }
    }

    async fn what_tells_who_it_was_is_taken_away_in_two_taps(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        ria.get(PATH).await;
        ria.post(PATH, &fields("Bouzid belde.", &[])).await.location();
        let mut samira = Browser::of(&w, "samira").await;
        let list = samira.get(LIST).await.text();
        let id: String = list.split("/werk/zonder-naam/").find(|rest| rest.get(32..36) == Some("/weg")).expect("a button").chars().take(32).collect();

        let path = format!("/werk/zonder-naam/{id}/weg");
        for _ in 0..2 {
            let done = samira.post(&path, &[]).await;
            assert!(samira.get(&done.location()).await.text().contains("De vraag is weg."));
        }
        assert_eq!(kept(&w).await, 0);
        assert_eq!(samira.post("/werk/zonder-naam/geen-id/weg", &[]).await.status, 404);
    }
}

#[test]
fn a_long_list_comes_in_pages_and_a_page_too_far_is_empty() {
    testkit::run(Engine::Sqlite, async |w: World| {
        let mut ria = Browser::of(&w, "ria").await;
        ria.get(PATH).await;
        for number in 0..26 {
            ria.post(PATH, &fields(&format!("Vraag nummer {number}."), &[])).await.location();
        }

        let first = ria.get(LIST).await.text();
        let second = ria.get("/werk/zonder-naam/lijst?pagina=2").await.text();
        let beyond = ria.get("/werk/zonder-naam/lijst?pagina=4000000000").await.text();

        assert_eq!((first.matches("Vraag nummer").count(), second.matches("Vraag nummer").count()), (25, 1));
        assert!(first.contains("lijst?pagina=2") && second.contains("lijst?pagina=1"));
        assert!(beyond.contains("Op deze bladzijde staat niets."));
    });
}
