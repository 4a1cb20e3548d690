//! Pages with invented content, for tests and for looking at.
//! Compiled only for tests and with the feature `samples`.

use askama::Template;

/// A page that can show itself in the states that matter: empty, typical, long names, errors.
pub trait Sample: Template + Sized {
    /// Name of the state and the page in it.
    fn samples() -> Vec<(&'static str, Self)>;
}

#[cfg(any(test, feature = "samples"))]
pub use invented::*;

#[cfg(any(test, feature = "samples"))]
mod invented {
    use askama::Template as _;
    use text::{Address, Lang, Words};

    use super::Sample;
    use crate::view::{
        Choice, Contact, Flash, Form, Frame, House, Section, SessionEnd, SignedIn, Tone, account, activation,
        birth_date, caseload, contact, dossier, drafts, entry, family_plan, family_visit, frame::Menu,
        inquiry, intake, involvement, language, log, parts, plan, pledge, portal, refusal, sign_in, standing,
        start, today,
    };

    /// A name that breaks careless layouts.
    pub const LONG_NAME: &str = "Maria-Antoinette Wilhelmina van der Meulen-Oosterhoff tot Drakensteijn";
    /// A word without a place to break.
    pub const LONG_WORD: &str = "schuldhulpverleningstrajectbegeleidingsovereenkomst";
    /// A name written from right to left.
    pub const ARABIC_NAME: &str = "سميرة بوزيد";

    /// Every page in every state: name and HTML, in Dutch; staff pages in English too.
    ///
    /// # Errors
    /// When a template fails, which means that it is wrong.
    pub fn all() -> askama::Result<Vec<(String, String)>> {
        let mut pages = Vec::new();
        macro_rules! render {
            ($($name:literal: $page:ty),+ $(,)?) => {$(
                for (state, page) in <$page as Sample>::samples() {
                    pages.push((format!("{}-{state}", $name), page.render()?));
                    let mut page = page;
                    if page.frame.is_worker() {
                        page.frame.words.lang = Lang::En;
                        pages.push((format!("{}-{state}-en", $name), page.render()?));
                    }
                }
            )+};
        }
        render! {
            "start": start::StartPage,
            "privacy": start::NoticePage,
            "autorisatiemodel": crate::view::model::ModelPage,
            "inloggen": sign_in::SignInPage,
            "inloggen-code": sign_in::CodePage,
            "uitgelogd": sign_in::SignedOutPage,
            "opnieuw": sign_in::AgainPage,
            "te-veel-pogingen": sign_in::TooManyTriesPage,
            "geheimhouding": pledge::PledgePage,
            "niet-klaar": pledge::NotReadyPage,
            "vandaag": today::TodayPage,
            "taken": crate::view::task::TasksPage,
            "dossier-taken": crate::view::task::DossierTasksPage,
            "taak": crate::view::task::TaskPage,
            "taak-verzetten": crate::view::task::PostponePage,
            "taak-doorgeven": crate::view::task::PassOnPage,
            "mijn-taken": portal::tasks::OwnTasksPage,
            "documenten": crate::view::document::DocumentsPage,
            "document": crate::view::document::DocumentPage,
            "document-afdrukken": crate::view::document::PrintDocumentPage,
            "document-papier": crate::view::document::PaperPage,
            "document-intrekken": crate::view::document::WithdrawDocumentPage,
            "mijn-documenten": portal::documents::OwnDocumentsPage,
            "mijn-document": portal::documents::OwnDocumentPage,
            "dossiers": caseload::CaseloadPage,
            "zoeken": crate::view::search::SearchPage,
            "nieuw-zoeken": intake::SearchPage,
            "nieuw-uitkomst": intake::SearchResultPage,
            "nieuw-formulier": intake::IntakePage,
            "nieuw-klaar": intake::IntakeDonePage,
            "zonder-naam": contact::NotePage,
            "zonder-naam-lijst": contact::ContactsPage,
            "noodtoegang": crate::view::emergency::EmergencyPage,
            "noodtoegang-kan-niet": crate::view::emergency::CannotPage,
            "toezicht-noodtoegang": crate::view::emergency::TeamPage,
            "toezicht-noodtoegang-oordeel": crate::view::review::CasePage,
            "noodtoegang-uitleg": crate::view::review::ExplainPage,
            "fg-noodtoegang": crate::view::review::ReviewsPage,
            "fg-noodtoegang-bestuur": crate::view::review::BoardPage,
            "toezicht-cijfers": crate::view::review::FiguresPage,
            "fg-datalekken": crate::view::review::BreachesPage,
            "fg-datalek": crate::view::review::BreachPage,
            "notitie-kiezen": entry::ChooseDossierPage,
            "notitie-schrijven": entry::NotePage,
            "notitie": entry::EntryPage,
            "notitie-corrigeren": entry::CorrectPage,
            "notitie-conflict": entry::ConflictPage,
            "notitie-intrekken": entry::WithdrawPage,
            "toezicht-uitgesteld": entry::DelaysPage,
            "gezinsplan": family_plan::FamilyPlanPage,
            "gezinsplan-stuk": family_plan::FamilySectionPage,
            "gezinsplan-schrijven": family_plan::FamilyFormPage,
            "gezinsplan-stoppen": family_plan::FamilyStopPage,
            "gezinsbezoek": family_visit::ChooseFamilyPage,
            "gezinsbezoek-schrijven": family_visit::FamilyVisitPage,
            "concepten": drafts::DraftsPage,
            "dossier": dossier::DossierPage,
            "tijdlijn": dossier::TimelinePage,
            "gegevens": dossier::DetailsPage,
            "geboortedatum": birth_date::BirthDatePage,
            "taal": language::LanguagePage,
            "mensen": crate::view::people::PeoplePage,
            "mensen-formulier": crate::view::people::PeopleFormPage,
            "mensen-beeindigen": crate::view::people::PeopleEndPage,
            "bsn": dossier::BsnPage,
            "vraag": parts::AddQuestionPage,
            "afsluiten": parts::ClosePage,
            "heropenen": parts::ReopenPage,
            "plan": plan::PlanPage,
            "plan-formulier": plan::PlanFormPage,
            "plan-conflict": plan::PlanConflictPage,
            "plan-versies": plan::VersionsPage,
            "plan-versie": plan::VersionPage,
            "plan-afgesproken": plan::AgreePage,
            "plan-antwoord": plan::AnswerPage,
            "plan-afdrukken": plan::PrintPage,
            "plan-groot": plan::LargePage,
            "toegang": crate::view::access::AccessPage,
            "overdragen": crate::view::handover::HandOverPage,
            "vervanging-alles": crate::view::stand_in::StandInPage,
            "vervanging-klaar": crate::view::stand_in::AllDonePage,
            "toezicht-overdragen": crate::view::stand_in::LeavingPage,
            "toezicht": involvement::QuestionsPage,
            "toewijzen": involvement::AssignPage,
            "beeindigen": involvement::EndPage,
            "toetsen": crate::view::keys::KeysPage,
            "over-mij": standing::OwnPage,
            "belang": standing::ConflictPage,
            "afwezig": standing::AbsencePage,
            "team": standing::TeamPage,
            "vervanging": standing::DeputyPage,
            "bescherming": standing::ProtectionPage,
            "uitsluiten": standing::ExclusionPage,
            "afschermen": standing::ShieldPage,
            "niet-betrokken": refusal::NotInvolvedPage,
            "niet-van-u": refusal::NotYoursPage,
            "geweigerd": refusal::RefusedPage,
            "probleem": refusal::ProblemPage,
            "mijn": portal::HomePage,
            "mijn-dossier": portal::DossierPage,
            "mijn-notitie": portal::EntryPage,
            "mijn-gekeken": portal::LookedPage,
            "mijn-plan": portal::plan::OwnPlanPage,
            "mijn-plan-versies": portal::plan::OwnVersionsPage,
            "mijn-plan-versie": portal::plan::OwnVersionPage,
            "mijn-plan-vraag": portal::plan::PlanAskPage,
            "samen-kijken": portal::together::TogetherPage,
            "mijn-gekeken-vraag": portal::inquiry::AskPage,
            "mijn-gekeken-antwoord": portal::inquiry::OwnInquiryPage,
            "mijn-gekeken-verder": portal::inquiry::PursuePage,
            "toezicht-vragen": inquiry::WaitingPage,
            "toezicht-antwoord": inquiry::AnswerPage,
            "opvallend": crate::view::log_review::FindingsPage,
            "opvallend-vandaag": crate::view::log_review::TodayPage,
            "opvallend-een": crate::view::log_review::FindingPage,
            "opvallend-grenzen": crate::view::log_review::ThresholdsPage,
            "logboek": log::LogHomePage,
            "logboek-regels": log::LogPage,
            "mijn-gegevens": portal::DetailsPage,
            "mijn-mensen": portal::people::OwnPeoplePage,
            "mijn-acties": portal::TodoPage,
            "mijn-gedeeld": portal::SharedPage,
            "fg-toegang": crate::view::explain::ExplainPage,
            "balie": activation::DeskPage,
            "balie-strook": activation::SlipPage,
            "beheer": crate::view::administration::AdminPage,
            "beheer-gebruikers": crate::view::administration::UsersPage,
            "beheer-gebruiker": crate::view::administration::UserPage,
            "beheer-nieuw": crate::view::administration::NewUserPage,
            "beheer-wijzigen": crate::view::administration::MovePage,
            "beheer-beeindigen": crate::view::administration::EndPage,
            "beheer-training": crate::view::administration::TrainingPage,
            "beheer-teams": crate::view::administration::teams::TeamsPage,
            "beheer-activatie": activation::StaffDeskPage,
            "activeren": activation::ActivatePage,
            "activeren-kies": activation::ChoosePage,
            "account": account::AccountPage,
            "account-wachtwoord": account::PasswordPage,
            "account-mail": account::MailPage,
            "account-app": account::AppPage,
            "account-passkey": account::PasskeyPage,
            "account-herstelcodes": account::RenewCodesPage,
            "account-codes": account::CodesPage,
        }
        Ok(pages)
    }

    /// Words for an adult resident.
    pub const fn formal() -> Words {
        Words::new(Lang::Nl, Address::Formal)
    }

    /// Words for a young person.
    pub const fn informal() -> Words {
        Words::new(Lang::Nl, Address::Informal)
    }

    /// An invented organisation.
    pub fn house() -> House {
        House {
            name: "Buurtteam Zonneweide".into(),
            phone: "030 765 43 21".into(),
            visit: "Marktplein 3, Zonneweide".into(),
            hours: "maandag tot en met vrijdag, 9.00 tot 17.00 uur".into(),
            theme: None,
        }
    }

    fn session() -> Option<SessionEnd> {
        Some(SessionEnd { until: "14.47 uur".into(), seconds: 900 })
    }

    /// The frame of a page before signing in.
    pub fn public(path: &str) -> Frame {
        Frame { csrf: "c5rf".into(), ..Frame::public(formal(), path, house()) }
    }

    /// The frame of a worker's page.
    pub fn worker(path: &str) -> Frame {
        Frame {
            words: Words::staff(Lang::Nl),
            section: Section::Worker(Menu {
                cases: true,
                intake: true,
                contacts: true,
                oversight: false,
                team: false,
                inquiries: false,
                oversees: false,
                accounts: false,
            }),
            signed_in: Some(SignedIn {
                name: "Samira Bouzid".into(),
                role: "buurtteammedewerker, team Noord".into(),
            }),
            session: session(),
            ..public(path)
        }
    }

    /// The frame of a coordinator's page.
    pub fn coordinator(path: &str) -> Frame {
        Frame {
            section: Section::Worker(Menu {
                cases: false,
                intake: true,
                contacts: true,
                oversight: true,
                team: true,
                inquiries: true,
                oversees: false,
                accounts: false,
            }),
            signed_in: Some(SignedIn {
                name: "Joost Verhagen".into(),
                role: "coördinator, team Noord".into(),
            }),
            ..worker(path)
        }
    }

    /// The frame of the data protection officer's page.
    pub fn officer(path: &str) -> Frame {
        Frame {
            section: Section::Worker(Menu { inquiries: true, oversees: true, ..Menu::default() }),
            signed_in: Some(SignedIn {
                name: "Ineke Postma".into(),
                role: "functionaris gegevensbescherming".into(),
            }),
            ..worker(path)
        }
    }

    /// A worker's frame with everything long.
    pub fn long_worker(path: &str) -> Frame {
        Frame {
            signed_in: Some(SignedIn { name: LONG_NAME.into(), role: LONG_WORD.into() }),
            section: Section::Worker(Menu {
                cases: true,
                intake: true,
                contacts: true,
                oversight: true,
                team: true,
                inquiries: true,
                oversees: false,
                accounts: false,
            }),
            flash: Some(Flash { tone: Tone::Done, text: "Opgeslagen om 14.32 uur.".into() }),
            ..worker(path)
        }
    }

    /// The frame of a resident's page.
    pub fn portal(path: &str, words: Words) -> Frame {
        Frame {
            words,
            section: Section::Portal,
            signed_in: Some(SignedIn { name: "mevrouw R. Bhagwandin".into(), role: String::new() }),
            session: session(),
            ..public(path)
        }
    }

    /// An empty form with tokens.
    pub fn form(words: Words) -> Form {
        Form::new(words, "c5rf", "0nce")
    }

    /// A worker one can call.
    pub fn samira() -> Contact {
        Contact {
            name: "Samira Bouzid".into(),
            role: "buurtteammedewerker".into(),
            phone: "06 12 00 00 34".into(),
        }
    }

    /// A coordinator one can call.
    pub fn joost() -> Contact {
        Contact { name: "Joost Verhagen".into(), role: "coördinator".into(), phone: "030 765 43 22".into() }
    }

    /// Choices from codes of one family.
    pub fn coded(words: Words, family: &str, codes: &[&str]) -> Vec<Choice> {
        codes.iter().map(|code| Choice::new(*code, words.code(family, code))).collect()
    }

    /// A text of several paragraphs as a worker writes it.
    pub fn facts() -> String {
        "Mevrouw belt. Zij heeft een brief van de verhuurder gekregen: drie maanden huurachterstand, € 2.340.\n\n\
         Zij zegt dat haar man sinds juni ziek thuis is. Haar zoon (14) zit op zijn kamer en slaapt slecht.\n\
         Afgesproken: dinsdag 24 november om 10.00 uur thuis, brief klaarleggen."
            .into()
    }

    /// An opinion as a worker writes it.
    pub fn opinion() -> String {
        "Ik maak mij zorgen over de zoon. Ik denk dat de huur eerst moet, dan komt er rust.".into()
    }
}
