//! Withdrawing and correcting on the pages: what is left to read of a note, what changed in words, and two who write at once.

use testkit::{BILAL, World};

use crate::browser::Browser;

testkit::both_engines! {
    async fn a_withdrawn_note_is_a_line_without_its_words_for_worker_and_client(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let entry = w.ria().writes(dossier.first_part(), "Zwaluwtong.").await.expect("written").entry;
        w.ria().corrects(entry, 1, "Kievitsbloem.").await.expect("corrected");
        let note = format!("/werk/dossier/{}/notitie/{entry}", dossier.id);
        let mut ria = Browser::of(&w, "ria").await;
        let missing = ria.post(&format!("{note}/intrekken"), &[("why", "Van de <b>buren</b>")]).await;
        assert_eq!((missing.status, missing.field("why").as_str()), (422, "Van de <b>buren</b>"));

        let fields = [("ground", "wrong-dossier"), ("why", "Van de <b>buren</b>")];
        let done = ria.post(&format!("{note}/intrekken"), &fields).await;

        assert_eq!(done.status, 303, "{done:?}");
        let mut bilal = Browser::of(&w, "bilal").await;
        let mut pages = Vec::new();
        for path in [done.location(), format!("/werk/dossier/{}", dossier.id), format!("/werk/dossier/{}/tijdlijn", dossier.id)]
        {
            pages.push(ria.get(&path).await.text());
        }
        for path in ["/mijn/dossier".to_owned(), format!("/mijn/dossier/{entry}")] {
            pages.push(bilal.get(&path).await.text());
        }
        for text in pages {
            assert!(text.contains("Deze notitie hoort niet in dit dossier."), "{text}");
            assert!(text.contains("Ingetrokken door Ria de Wit"), "{text}");
            assert!(!text.contains("Zwaluwtong") && !text.contains("Kievitsbloem"), "{text}");
            assert!(!text.contains("<b>buren"), "{text}");
        }
        let page = ria.get(&note).await.text();
        assert!(!page.contains("/corrigeren") && !page.contains("/intrekken"), "there is nothing left to do");
        let again = ria.post(&format!("{note}/corrigeren"), &[("version", "2"), ("facts", "Toch nog.")]).await;
        assert_eq!((again.status, again.field("facts").as_str()), (422, "Toch nog."));
    }

    async fn what_changed_is_marked_and_said_for_worker_and_client(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let entry = w.ria().writes(dossier.first_part(), "De huur is 600 euro.").await.expect("written").entry;
        w.ria().corrects(entry, 1, "De huur is <i>650</i> euro.").await.expect("corrected");
        let (mut ria, mut bilal) = (Browser::of(&w, "ria").await, Browser::of(&w, "bilal").await);

        for text in [
            ria.get(&format!("/werk/dossier/{}/notitie/{entry}", dossier.id)).await.text(),
            bilal.get(&format!("/mijn/dossier/{entry}")).await.text(),
        ] {
            let gone = text.split("<del").nth(1).expect("what was taken away");
            assert!(gone.contains("weggehaald:") && gone.contains(">600<"), "{gone}");
            let new = text.split("<ins").nth(1).expect("what was added");
            assert!(new.contains("toegevoegd:") && new.contains("650"), "{new}");
            assert!(!text.contains("<i>650"));
        }
    }

    async fn whoever_was_second_sees_both_texts_and_keeps_both(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.joost().assigns(dossier.first_part(), w.samira().staff()).await.expect("assigned");
        let entry = w.ria().writes(dossier.first_part(), "Huur: 600.").await.expect("written").entry;
        w.samira().corrects(entry, 1, "Huur: 650.").await.expect("first");
        let mut ria = Browser::of(&w, "ria").await;
        let path = format!("/werk/dossier/{}/notitie/{entry}/corrigeren", dossier.id);

        let second = ria.post(&path, &[("version", "1"), ("facts", "Huur: 700.")]).await;
        let both = [("version", "2"), ("facts", "Huur: 700."), ("deed", "both")];
        let done = ria.post(&path, &both).await;

        assert_eq!((second.status, done.status), (409, 303), "{second:?}");
        assert!(second.text().contains("Huur: 650.") && second.field("facts") == "Huur: 700.");
        let read = w.ria().looks(app::entry::ReadOne(entry)).await.expect("involved");
        assert_eq!(read.entry.facts.as_str(), "Huur: 650.\n\nHuur: 700.");
    }
}
