//! `/werk/dossiers`: the dossiers of one worker. Enough to pick one, no content.
//! Filters travel in the body, never in the address: a name in a URL ends up in history and logs.

use askama::Template;

use super::{Choice, Form, Frame};

/// `/werk/dossiers`, GET for the first page and POST with filters.
/// Fields: `text`, `domain`, `role`, `order`, `page`.
#[derive(Template)]
#[template(path = "caseload/caseload.html")]
pub struct CaseloadPage {
    pub frame: Frame,
    pub form: Form,
    pub domains: Vec<Choice>,
    pub roles: Vec<Choice>,
    pub orders: Vec<Choice>,
    /// The rows of this page.
    pub rows: Vec<CaseRow>,
    /// How many fit the filters.
    pub found: usize,
    /// How many there are.
    pub total: usize,
    pub pages: Pages,
}

/// One dossier in the list.
#[derive(Clone, Debug, Default)]
pub struct CaseRow {
    pub href: String,
    pub name: String,
    /// "58 jaar", or "40 of 41 jaar" with a partial birth date.
    pub age: String,
    /// Labels of the legal domains this worker is involved with.
    pub domains: Vec<String>,
    /// First day, in words.
    pub since: String,
    /// Day of the last contact with the client, in words.
    pub last_contact: String,
    /// The worker's own role.
    pub role: String,
    /// Warnings in words: "adres geheim".
    pub flags: Vec<String>,
}

/// Where one is in a list of pages. Pages count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pages {
    pub current: usize,
    pub last: usize,
}

impl Pages {
    /// The pages to offer: first, last, and those around the current one; 0 stands for a gap.
    pub fn offered(self) -> Vec<usize> {
        // Never walks to the last page: an address can name any number.
        let near =
            [1, self.current.saturating_sub(1), self.current, self.current.saturating_add(1), self.last];
        let mut wanted: Vec<usize> = near.into_iter().filter(|page| (1..=self.last).contains(page)).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let mut pages: Vec<usize> = Vec::new();
        for page in wanted {
            if pages.last().is_some_and(|before| page > before + 1) {
                pages.push(0);
            }
            pages.push(page);
        }
        pages
    }
}

impl CaseloadPage {
    /// Some filter is in use.
    pub fn filtered(&self) -> bool {
        ["text", "domain", "role"].iter().any(|name| !self.form.values.get(name).is_empty())
    }

    /// A label for a page button.
    pub fn page_label(&self, page: &usize) -> String {
        self.frame.say("pages-go", "page", *page)
    }
}

#[cfg(test)]
mod tests {
    use super::Pages;

    #[test]
    fn first_last_and_neighbours_are_offered() {
        assert_eq!(Pages { current: 6, last: 12 }.offered(), [1, 0, 5, 6, 7, 0, 12]);
        assert_eq!(Pages { current: 1, last: 2 }.offered(), [1, 2]);
        assert_eq!(Pages { current: 3, last: 5 }.offered(), [1, 2, 3, 4, 5]);
        assert_eq!(Pages { current: 1, last: 0 }.offered(), [] as [usize; 0]);
    }

    #[test]
    fn a_page_that_nobody_can_reach_costs_nothing() {
        let far = usize::MAX - 1;

        assert_eq!(Pages { current: far, last: far }.offered(), [1, 0, far - 1, far]);
    }
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{Sample, sample::*};

    fn row(name: &str, flags: &[&str]) -> CaseRow {
        CaseRow {
            href: "/werk/dossier/8f3a".into(),
            name: name.into(),
            age: "58 jaar".into(),
            domains: vec!["Wmo".into(), "Schuldhulpverlening".into()],
            since: "3 november 2026".into(),
            last_contact: "20 november 2026".into(),
            role: "vaste medewerker".into(),
            flags: flags.iter().map(|f| (*f).to_owned()).collect(),
        }
    }

    impl CaseloadPage {
        fn with(frame: Frame, rows: Vec<CaseRow>, found: usize, total: usize, pages: Pages) -> Self {
            let words = frame.words;
            Self {
                form: form(words).with([("order", "changed")]),
                domains: coded(words, "domain", &["wmo", "youth-access", "voluntary"]),
                roles: coded(words, "role", &["lead", "support", "replacement"]),
                orders: vec![
                    Choice::new("changed", words.t("caseload-order-changed")),
                    Choice::new("name", words.t("caseload-order-name")),
                    Choice::new("contact", words.t("caseload-order-contact")),
                ],
                frame,
                rows,
                found,
                total,
                pages,
            }
        }
    }

    impl Sample for CaseloadPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let none = Pages { current: 1, last: 1 };
            let mut nothing_found = Self::with(worker("/werk/dossiers"), vec![], 0, 38, none);
            nothing_found.form.values.put("text", "Jansen <x>");
            let mut long_row = row(LONG_NAME, &["adres geheim", "twee gezagsouders", "kind"]);
            long_row.domains.push("Jeugdhulp (verlenen van hulp aan kinderen en ouders)".into());
            vec![
                ("empty", Self::with(worker("/werk/dossiers"), vec![], 0, 0, none)),
                ("filtered-empty", nothing_found),
                (
                    "typical",
                    Self::with(
                        worker("/werk/dossiers"),
                        vec![
                            row("Rosa Bhagwandin", &[]),
                            row("Bilal Özdemir", &["kind"]),
                            row("Chantal de Wit", &["adres geheim"]),
                            row("Riet van Dam", &[]),
                        ],
                        38,
                        38,
                        Pages { current: 1, last: 2 },
                    ),
                ),
                (
                    "long",
                    Self::with(
                        long_worker("/werk/dossiers"),
                        vec![long_row, row(ARABIC_NAME, &[]), row(LONG_WORD, &["adres geheim"])],
                        300,
                        912,
                        Pages { current: 6, last: 12 },
                    ),
                ),
            ]
        }
    }
}
