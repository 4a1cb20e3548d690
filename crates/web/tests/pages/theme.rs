//! The theme of the house: served from here, over the built-in one, under a policy that is as strict.

use testkit::{Engine, World};
use web::Settings;
use web::theme::Theme;

use crate::browser::{Browser, router_of};

const CSS: &[u8] = b".waterrijk-theme{--basis-color-default-bg-document:#fffdf8} @font-face{font-family:Ons;src:url(ons.woff2)}";

fn themed(w: &World, css: &[u8], fonts: Vec<(String, Vec<u8>)>) -> Browser {
    let theme = Theme::new("waterrijk-theme", ("waterrijk.css", css), fonts).expect("a theme");
    Browser::at(router_of(w, Settings { theme: Some(theme), ..Settings::default() }))
}

/// The addresses of the style sheets of a page, in order.
fn sheets(page: &str) -> Vec<&str> {
    page.split("rel=\"stylesheet\" href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn a_theme_lies_over_the_built_in_one_and_is_served_from_here() {
    testkit::run(Engine::Sqlite, async |w: World| {
        let mut browser = themed(&w, CSS, vec![("ons.woff2".into(), b"wOF2 ...".to_vec())]);

        let page = browser.get("/").await;

        let text = page.text();
        let sheets = sheets(&text);
        assert!(text.contains("class=\"utrecht-root voorbeeld-theme waterrijk-theme\""));
        assert!(
            sheets.len() == 2
                && sheets[0].starts_with("/static/app-")
                && sheets[1].starts_with("/static/theme-")
        );
        assert!(page.header("content-security-policy").contains("font-src 'self';"));
        let css = browser.get(sheets[1]).await;
        assert_eq!((css.status, css.header("content-type")), (200, "text/css; charset=utf-8"));
        assert_eq!(css.header("cache-control"), "public, max-age=31536000, immutable");
        let css = css.text();
        let font = css.split("url(").nth(1).and_then(|rest| rest.split(')').next()).expect("an address");
        let font = browser.get(font).await;
        assert_eq!((font.status, font.header("content-type")), (200, "font/woff2"));
        assert_eq!(browser.get("/static/theme-0000000000000000.css").await.status, 404);
        assert_eq!(browser.get("/static/ons.woff2").await.status, 404);
    });
}

#[test]
fn without_fonts_of_its_own_a_page_may_fetch_none() {
    testkit::run(Engine::Sqlite, async |w: World| {
        let mut themed = themed(&w, b".waterrijk-theme{}", Vec::new());
        let mut plain = Browser::new(&w);

        for browser in [&mut themed, &mut plain] {
            let page = browser.get("/").await;
            assert!(!page.header("content-security-policy").contains("font-src"));
        }
        assert_eq!(sheets(&plain.get("/").await.text()).len(), 1);
    });
}
