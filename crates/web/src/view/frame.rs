//! The frame around every page: who reads, where, and what stands in header and footer.
//! `templates/layout.html` renders it; every page struct has one as its `frame` field.

use text::{Arg, Words};

use super::assets;
use crate::theme::ThemeLink;

/// Everything the layout needs.
#[derive(Clone, Debug)]
pub struct Frame {
    pub words: Words,
    pub section: Section,
    /// Path and query of this page, for the navigation and the links that come back here.
    pub path: String,
    /// Who to call; stands at the same place on every page (WCAG 3.2.6).
    pub house: House,
    /// None before signing in.
    pub signed_in: Option<SignedIn>,
    /// Goes as hidden `csrf` into every form.
    pub csrf: String,
    /// When the session ends by itself; none before signing in.
    pub session: Option<SessionEnd>,
    /// What the previous deed did, shown once.
    pub flash: Option<Flash>,
    /// Something changed about the reader's own signing in, and they did not see yet what.
    pub untold: bool,
    /// Keys on the keyboard do something: for staff who did not put them off (WCAG 2.1.4).
    pub keys: bool,
}

/// Which menu and which width a page has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Section {
    /// No menu.
    #[default]
    Public,
    /// Staff. A function shows the menu lines of its work.
    Worker(Menu),
    /// A resident.
    Portal,
}

/// The lines a member of staff has in the menu.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Menu {
    /// Carries cases: today, dossiers, note, drafts.
    pub cases: bool,
    /// May take in a new question.
    pub intake: bool,
    /// Notes questions of people who stay anonymous.
    pub contacts: bool,
    /// Divides questions.
    pub oversight: bool,
    /// Knows who of the team is absent.
    pub team: bool,
    /// Answers clients who ask why somebody looked.
    pub inquiries: bool,
    /// Watches over the rules: the data protection officer.
    pub oversees: bool,
    /// Manages accounts of staff.
    pub accounts: bool,
}

/// The organisation a page belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct House {
    pub name: String,
    /// "030 123 45 67"
    pub phone: String,
    /// One line; empty when unknown.
    pub visit: String,
    /// "maandag tot en met vrijdag, 9.00 tot 17.00 uur"; empty when unknown.
    pub hours: String,
    /// Its own looks; none: those that are built in.
    pub theme: Option<ThemeLink>,
}

/// Who is signed in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignedIn {
    pub name: String,
    /// Function and team; empty for a resident.
    pub role: String,
}

/// The end of the session without activity (ACC-17).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionEnd {
    /// "14.47 uur"
    pub until: String,
    /// Seconds from now; the script warns 120 s before.
    pub seconds: u32,
}

/// How a message looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Done,
    Note,
    Warning,
}

impl Tone {
    /// The CSS class of the message.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Done => "sd-message--done",
            Self::Note => "sd-message--note",
            Self::Warning => "sd-message--warning",
        }
    }
}

/// A message about the previous deed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flash {
    pub tone: Tone,
    pub text: String,
}

/// One line of a menu.
#[derive(Clone, Debug)]
pub struct NavLink {
    pub href: &'static str,
    pub label: String,
    pub current: bool,
}

impl NavLink {
    /// The letter of the shortcut that goes there; none has no shortcut.
    pub fn key(&self) -> Option<&'static str> {
        (self.href == "/werk").then_some("d")
    }
}

impl Frame {
    /// A frame for a page before signing in; fill in the rest as known.
    pub fn public(words: Words, path: impl Into<String>, house: House) -> Self {
        Self {
            words,
            section: Section::Public,
            path: path.into(),
            house,
            signed_in: None,
            csrf: String::new(),
            session: None,
            flash: None,
            untold: false,
            keys: false,
        }
    }

    /// The text of a key.
    pub fn t(&self, key: &str) -> String {
        self.words.t(key)
    }

    /// The text of a key with one value.
    pub fn say(&self, key: &str, name: &str, value: impl Into<Arg>) -> String {
        self.words.with(key, &[(name, value.into())])
    }

    /// The text of a key with two values.
    pub fn say2(&self, key: &str, a: &(&str, &str), b: &(&str, &str)) -> String {
        self.words.with(key, &[(a.0, a.1.into()), (b.0, b.1.into())])
    }

    /// True for staff.
    pub fn is_worker(&self) -> bool {
        matches!(self.section, Section::Worker(_))
    }

    /// True for a resident.
    pub fn is_portal(&self) -> bool {
        self.section == Section::Portal
    }

    /// The shortcut to a quick note exists.
    pub fn may_note(&self) -> bool {
        matches!(self.section, Section::Worker(Menu { cases: true, .. }))
    }

    /// The other language a member of staff may choose: code and own name.
    pub fn other_language(&self) -> Option<(&'static str, &'static str)> {
        self.is_worker().then_some(match self.words.lang {
            text::Lang::Nl => ("en", "English"),
            text::Lang::En => ("nl", "Nederlands"),
        })
    }

    /// Where the logo leads.
    pub fn home(&self) -> &'static str {
        match self.section {
            Section::Public => "/",
            Section::Worker(menu) if menu.cases => "/werk",
            Section::Worker(menu) if menu.oversight => "/toezicht",
            Section::Worker(menu) if menu.oversees => "/fg",
            Section::Worker(menu) if menu.accounts => "/beheer",
            Section::Worker(_) => "/werk/nieuw",
            Section::Portal => "/mijn",
        }
    }

    /// The page about the reader's own signing in; none before signing in.
    pub fn account(&self) -> Option<&'static str> {
        match self.section {
            Section::Public => None,
            Section::Worker(_) => Some("/werk/inloggen"),
            Section::Portal => Some("/mijn/inloggen"),
        }
    }

    /// The menu of this section.
    pub fn nav(&self) -> Nav {
        Nav::of(self.lines())
    }

    fn lines(&self) -> Vec<NavLink> {
        let mut lines: Vec<(&'static str, &'static str)> = Vec::new();
        match self.section {
            // The tiles on the first page of the portal are its menu.
            Section::Portal if self.path == "/mijn" => {}
            Section::Public => {}
            Section::Worker(menu) => {
                if menu.cases {
                    lines.extend([
                        ("/werk", "nav-today"),
                        ("/werk/dossiers", "nav-caseload"),
                        ("/werk/taken", "nav-tasks"),
                    ]);
                }
                if menu.intake {
                    lines.push(("/werk/nieuw", "nav-intake"));
                }
                if menu.oversight {
                    lines.push(("/toezicht", "nav-oversight"));
                }
                if menu.team {
                    lines.push(("/toezicht/noodtoegang", "emergency-title"));
                    lines.push(("/toezicht/achterhouden", "withhold-title"));
                    lines.push(("/toezicht/team", "nav-team"));
                }
                if menu.oversees {
                    lines.push(("/fg", "officer-title"));
                }
                if menu.inquiries {
                    lines.push(("/toezicht/vragen", "nav-inquiries"));
                    lines.push((
                        if menu.oversees { "/fg/opvallend" } else { "/toezicht/opvallend" },
                        "nav-findings",
                    ));
                }
                if menu.oversees {
                    lines.push(("/fg/noodtoegang", "emergency-title"));
                    lines.push(("/fg/datalekken", "breaches-title"));
                    lines.push(("/fg/achterhouden", "withhold-title"));
                    lines.push(("/fg/logboek", "nav-log"));
                    lines.push(("/fg/toegang", "nav-explain"));
                } else if menu.oversight {
                    lines.push(("/toezicht/logboek", "nav-log"));
                }
                if menu.cases {
                    lines.push(("/werk/concepten", "nav-drafts"));
                }
                if menu.contacts {
                    lines.push(("/werk/zonder-naam", "contact-title"));
                }
                if menu.intake {
                    lines.push(("/werk/balie", "nav-desk"));
                }
                if menu.accounts {
                    lines.push(("/beheer", "admin-title"));
                    lines.push(("/beheer/gebruikers", "users-title"));
                    lines.push(("/beheer/teams", "teams-title"));
                }
            }
            Section::Portal => lines.extend([
                ("/mijn", "nav-portal-home"),
                ("/mijn/dossier", "nav-portal-dossier"),
                ("/mijn/plan", "portal-plan-title"),
                ("/mijn/documenten", "own-documents-title"),
                ("/mijn/gekeken", "nav-portal-looked"),
                ("/mijn/gegevens", "nav-portal-details"),
                ("/mijn/mensen", "own-people-title"),
            ]),
        }
        let path = self.path.split('?').next().unwrap_or_default();
        // The longest address that fits: a page below another is not both.
        let here =
            lines.iter().map(|(href, _)| *href).filter(|href| is_here(path, href)).max_by_key(|h| h.len());
        lines
            .into_iter()
            .map(|(href, key)| NavLink { href, label: self.t(key), current: here == Some(href) })
            .collect()
    }

    /// The telephone number of the house as a link wants it.
    pub fn dial(&self) -> String {
        super::dial(&self.house.phone)
    }

    /// The address of an icon file.
    pub fn icon(&self, name: &str) -> &'static str {
        assets::icon(name)
    }
}

/// Lines in sight when some are folded.
const IN_SIGHT: usize = 5;

/// A menu: what is in sight, and below "Meer" the others. The order is the same on every page (WCAG 3.2.3); a line of
/// the others is in sight on its own page.
#[derive(Clone, Debug)]
pub struct Nav {
    pub seen: Vec<NavLink>,
    pub folded: Vec<NavLink>,
}

impl Nav {
    fn of(mut seen: Vec<NavLink>) -> Self {
        // A fold of one or two lines would hide more than it saves.
        if seen.len() <= IN_SIGHT + 2 {
            return Self { seen, folded: Vec::new() };
        }
        let mut folded = seen.split_off(IN_SIGHT);
        if let Some(here) = folded.iter().position(|link| link.current) {
            seen.push(folded.remove(here));
        }
        Self { seen, folded }
    }

    /// There is no menu.
    pub fn is_empty(&self) -> bool {
        self.seen.is_empty()
    }
}

/// A page belongs to the menu line that it is, or that it stands under.
fn is_here(path: &str, href: &str) -> bool {
    // `/werk` and `/mijn` stand above everything, so they are current only as themselves.
    if matches!(href, "/werk" | "/mijn") {
        return path == href;
    }
    let part_of_caseload = href == "/werk/dossiers" && path.starts_with("/werk/dossier/");
    path == href || part_of_caseload || path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(count: usize, current: usize) -> Vec<NavLink> {
        let link = |at: usize| NavLink { href: "/", label: at.to_string(), current: at == current };
        (0..count).map(link).collect()
    }

    fn labels(links: &[NavLink]) -> String {
        links.iter().map(|it| it.label.as_str()).collect()
    }

    #[test]
    fn a_long_menu_is_folded_and_the_own_page_stays_in_sight() {
        let short = Nav::of(links(7, 6));
        assert_eq!((labels(&short.seen).as_str(), short.folded.len()), ("0123456", 0));

        let long = Nav::of(links(9, 2));
        assert_eq!((labels(&long.seen), labels(&long.folded)), ("01234".into(), "5678".into()));
        let below = Nav::of(links(9, 7));
        assert_eq!((labels(&below.seen), labels(&below.folded)), ("012347".into(), "568".into()));
    }

    #[test]
    fn a_page_lights_up_one_menu_line() {
        assert!(is_here("/werk/dossier/8f/tijdlijn", "/werk/dossiers"));
        assert!(is_here("/mijn/dossier/8f", "/mijn/dossier"));
        assert!(!is_here("/werk/dossiers", "/werk"));
        assert!(!is_here("/werk/dossiers", "/werk/dossier"));
    }
}
