//! Renders every page in every state and reads it as a browser and a screen reader would.
//! What it refuses: broken HTML, fields without a label, dangling ids, inline style or script.

use std::collections::{HashMap, HashSet};

use scraper::{ElementRef, Html, Selector};

use super::{assets, sample};

fn select<'a>(page: &'a Html, css: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(css).unwrap_or_else(|_| panic!("{css} is no selector"));
    page.select(&selector).collect()
}

/// Runs a check on every page and lists everything that is wrong, by page.
fn each_page(check: impl Fn(&Html, &str) -> Vec<String>) {
    let pages = sample::all().expect("every template renders");
    let mut faults = Vec::new();
    for (name, html) in &pages {
        let page = Html::parse_document(html);
        faults.extend(check(&page, html).into_iter().map(|fault| format!("{name}: {fault}")));
    }

    assert!(pages.len() > 100, "only {} pages", pages.len());
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

fn text_of(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().trim().to_owned()
}

#[test]
fn html_parses_without_errors() {
    each_page(|page, _| page.errors.iter().map(ToString::to_string).collect());
}

#[test]
fn tags_are_balanced() {
    // The parser forgives a missing end tag of these; a person reading the template does not.
    each_page(|_, html| {
        [
            "a", "div", "p", "li", "ul", "ol", "td", "th", "tr", "table", "section", "article", "form",
            "option", "span", "dt", "dd",
        ]
        .into_iter()
        .filter_map(|tag| {
            let open = html.matches(&format!("<{tag} ")).count() + html.matches(&format!("<{tag}>")).count();
            let closed = html.matches(&format!("</{tag}>")).count();
            (open != closed).then(|| format!("{open} <{tag}> and {closed} </{tag}>"))
        })
        .collect()
    });
}

#[test]
fn every_page_says_what_it_is() {
    each_page(|page, _| {
        let mut faults = Vec::new();
        let headings = select(page, "h1");
        if headings.len() != 1 || headings.iter().any(|h| text_of(*h).is_empty()) {
            faults.push(format!("{} headings h1", headings.len()));
        }
        let title = select(page, "title").first().map(|t| text_of(*t)).unwrap_or_default();
        if title.len() < 4 || title.starts_with('–') {
            faults.push(format!("title {title:?}"));
        }
        let lang = select(page, "html").first().and_then(|h| h.attr("lang")).unwrap_or_default().to_owned();
        if !["nl", "en"].contains(&lang.as_str()) {
            faults.push(format!("lang {lang:?}"));
        }
        if select(page, "main#inhoud").len() != 1 || select(page, "a[href='#inhoud']").is_empty() {
            faults.push("no way to skip to the content".to_owned());
        }
        faults
    });
}

#[test]
fn headings_go_down_one_step_at_a_time() {
    each_page(|page, _| {
        let levels: Vec<(u8, String)> = select(page, "h1, h2, h3, h4, h5, h6")
            .into_iter()
            // The dialog is shown alone, above the page.
            .filter(|h| !h.ancestors().any(|a| a.value().as_element().is_some_and(|e| e.name() == "dialog")))
            .map(|h| (h.value().name().as_bytes()[1] - b'0', text_of(h)))
            .collect();
        levels
            .windows(2)
            .filter(|pair| pair[1].0 > pair[0].0 + 1)
            .map(|pair| format!("{:?} jumps from h{} to h{}", pair[1].1, pair[0].0, pair[1].0))
            .collect()
    });
}

#[test]
fn every_field_has_a_label() {
    each_page(|page, _| {
        let labels: HashMap<String, String> = select(page, "label")
            .into_iter()
            .filter_map(|label| Some((label.attr("for")?.to_owned(), text_of(label))))
            .collect();
        select(page, "input, textarea, select")
            .into_iter()
            .filter(|field| field.attr("type") != Some("hidden"))
            .filter(|field| field.attr("id").and_then(|id| labels.get(id)).is_none_or(String::is_empty))
            .map(|field| format!("{:?} has no label", field.attr("name")))
            .collect()
    });
}

#[test]
fn every_link_and_button_says_where_it_leads() {
    each_page(|page, _| {
        select(page, "a, button")
            .into_iter()
            .filter(|e| text_of(*e).is_empty() && e.attr("aria-label").is_none_or(str::is_empty))
            .map(|e| format!("nothing to read: {}", e.html()))
            .chain(
                select(page, "a")
                    .into_iter()
                    .filter(|a| a.attr("href").is_none_or(str::is_empty))
                    .map(|a| format!("leads nowhere: {}", a.html())),
            )
            .collect()
    });
}

#[test]
fn ids_are_unique_and_lead_somewhere() {
    each_page(|page, _| {
        let mut faults = Vec::new();
        let mut ids = HashSet::new();
        for element in select(page, "[id]") {
            let id = element.attr("id").unwrap_or_default();
            if id.is_empty() || id.contains(' ') || !ids.insert(id.to_owned()) {
                faults.push(format!("id {id:?} is empty, has a space or stands twice"));
            }
        }
        for name in ["for", "aria-describedby", "aria-labelledby", "form", "data-counter"] {
            for element in select(page, &format!("[{name}]")) {
                for id in element.attr(name).unwrap_or_default().split_whitespace() {
                    if !ids.contains(id) {
                        faults.push(format!("{name}={id:?} leads nowhere"));
                    }
                }
            }
        }
        for link in select(page, "a[href^='#']") {
            let target = link.attr("href").unwrap_or_default().trim_start_matches('#').to_owned();
            if !ids.contains(&target) {
                faults.push(format!("#{target} leads nowhere"));
            }
        }
        faults
    });
}

#[test]
fn nothing_is_inline_and_nothing_comes_from_elsewhere() {
    each_page(|page, _| {
        let mut faults = Vec::new();
        for element in select(page, "*") {
            for (name, value) in element.value().attrs() {
                let inline = name == "style" || name.starts_with("on");
                let elsewhere = ["src", "href", "action"].contains(&name)
                    && (value.contains("://") || value.starts_with("//") || value.starts_with("javascript:"));
                if inline || elsewhere {
                    faults.push(format!("{name}={value:?}"));
                }
            }
            let tag = element.value().name();
            if tag == "style"
                || (tag == "script" && (element.attr("src").is_none() || !text_of(element).is_empty()))
            {
                faults.push(format!("inline {tag}"));
            }
        }
        faults
    });
}

#[test]
fn every_file_a_page_asks_for_is_embedded() {
    each_page(|page, _| {
        select(page, "img, script, link")
            .into_iter()
            .filter_map(|e| e.attr("src").or(e.attr("href")))
            // A sheet of a document is drawn when it is asked for, by a route of its own.
            .filter(|path| !path.contains("/blad/"))
            .filter(|path| assets::find(path).is_none())
            .map(|path| format!("{path:?} is not embedded"))
            .collect()
    });
}

#[test]
fn every_picture_has_a_text_or_none_on_purpose() {
    each_page(|page, _| {
        select(page, "img")
            .into_iter()
            // How wide a sheet is, only its file knows.
            .filter(|img| {
                let sheet = img.attr("src").is_some_and(|src| src.contains("/blad/"));
                img.attr("alt").is_none() || (img.attr("width").is_none() && !sheet)
            })
            .map(|img| img.html())
            .collect()
    });
}

#[test]
fn forms_that_post_carry_their_token_and_never_validate_in_the_browser() {
    each_page(|page, _| {
        let mut faults = Vec::new();
        for form in select(page, "form") {
            let csrf = Selector::parse("input[type=hidden][name=csrf]").expect("a constant");
            if form.attr("method") != Some("post") || form.select(&csrf).count() != 1 {
                faults.push(format!("{:?} has no csrf or is no post", form.attr("action")));
            }
        }
        for field in select(page, "[required], button[disabled], input[disabled], [maxlength], [placeholder]")
        {
            faults
                .push(format!("{:?} is required, disabled, cut off or explained inside", field.attr("name")));
        }
        faults
    });
}

#[test]
fn what_is_wrong_stands_in_the_summary_and_at_the_field() {
    each_page(|page, _| {
        let mut faults = Vec::new();
        let invalid = select(page, "[aria-invalid]").len();
        let summary = select(page, ".sd-errors a").len();
        if invalid > 0 && summary == 0 {
            faults.push("a field is invalid and no summary says so".to_owned());
        }
        for link in select(page, ".sd-errors a") {
            let id = link.attr("href").unwrap_or_default().trim_start_matches('#').to_owned();
            let at_field = select(page, ".sd-error[id]").into_iter().any(|e| {
                e.attr("id") == Some(format!("{id}-error").as_str()) && text_of(e).ends_with(&text_of(link))
            });
            if !at_field {
                faults.push(format!("the message {:?} does not stand at {id:?}", text_of(link)));
            }
        }
        if summary > 0 && !select(page, "title").first().is_some_and(|t| text_of(*t).contains(':')) {
            faults.push("the title does not say that something is wrong".to_owned());
        }
        faults
    });
}

#[test]
fn no_text_is_missing() {
    each_page(|_, html| {
        html.match_indices('[')
            .filter_map(|(at, _)| html[at..].split_once(']').map(|(key, _)| &key[1..]))
            .filter(|key| {
                !key.is_empty()
                    && key.contains('-')
                    && key.chars().all(|c| c.is_ascii_lowercase() || c == '-')
            })
            .map(|key| format!("no text for {key}"))
            .collect()
    });
}

#[test]
fn what_somebody_typed_is_echoed_byte_for_byte() {
    let typed = "\n\n  begint met twee regels </textarea><script>";
    let (_, html) = sample::all()
        .expect("every template renders")
        .into_iter()
        .find(|(name, _)| name == "notitie-schrijven-errors")
        .expect("the sample exists");

    let page = Html::parse_document(&html);
    let echoed: String = select(&page, "textarea#facts").iter().flat_map(|e| e.text()).collect();

    assert_eq!(echoed, typed);
}

#[test]
fn no_title_names_a_client() {
    // Titles stay in the history of the browser.
    each_page(|page, _| {
        select(page, "title")
            .into_iter()
            .map(text_of)
            .filter(|title| ["Bhagwandin", sample::LONG_NAME].iter().any(|name| title.contains(name)))
            .collect()
    });
}

#[test]
fn pages_for_who_is_not_involved_say_nothing_about_a_dossier() {
    let pages = sample::all().expect("every template renders");
    let (_, html) =
        pages.iter().find(|(name, _)| name == "niet-betrokken-typical").expect("the sample exists");

    for id in ["8f3a/", "Bhagwandin", "team Zuilen"] {
        assert!(!html.contains(id), "{id} is on the page");
    }
}
