//! Keys on the keyboard: told on a page of their own, and put off for an account on every machine.

use testkit::World;

use crate::browser::Browser;

const PATH: &str = "/werk/toetsen";

testkit::both_engines! {
    async fn put_off_they_are_off_in_every_browser_until_put_on_again(w: World) {
        let (mut ria, mut elsewhere) = (Browser::of(&w, "ria").await, Browser::of(&w, "ria").await);
        let page = ria.get(PATH).await;
        assert!(page.text().contains("Alt + Shift + N") && page.text().contains(" data-keys"), "{page:?}");

        let put = ria.post(PATH, &[("keys", "off")]).await;

        assert_eq!(put.status, 303, "{put:?}");
        for browser in [&mut ria, &mut elsewhere] {
            assert!(!browser.get("/werk").await.text().contains(" data-keys"));
        }
        assert!(Browser::of(&w, "samira").await.get("/werk").await.text().contains(" data-keys"), "hers stay on");
        elsewhere.get(PATH).await;
        elsewhere.post(PATH, &[("keys", "on")]).await;
        assert!(ria.get("/werk").await.text().contains(" data-keys"));
    }

    async fn an_empty_form_decides_nothing_and_residents_have_no_such_keys(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        ria.get(PATH).await;

        let empty = ria.post(PATH, &[]).await;

        assert_eq!(empty.status, 422);
        assert!(ria.get("/werk").await.text().contains(" data-keys"));
        w.ria().opens_dossier_of(testkit::BILAL).await;
        assert!(!Browser::of(&w, "bilal").await.get("/mijn").await.text().contains(" data-keys"));
    }
}
