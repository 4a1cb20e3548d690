//! The shapes of the demo world: plain `'static` data, codes as text, no behaviour beyond small defaults.
//! The content modules fill them; the loader reads them and turns codes into the product's own types.

/// A moment before the demo day, on the clock of Europe/Amsterdam.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// Whole days before the demo day; 0 is the day itself.
    pub days_ago: u32,
    /// Time of day as `HH:MM`, 24 hours.
    pub time: &'static str,
}

/// Short way to write a moment: `at(3, "14:05")` is 14:05, three days before the demo day.
pub const fn at(days_ago: u32, time: &'static str) -> At {
    At { days_ago, time }
}

/// All of it.
#[derive(Debug)]
pub struct World {
    /// The organisations responsible for dossiers (CTL-01).
    pub controllers: &'static [Controller],
    /// Every team of every controller.
    pub teams: &'static [Team],
    /// Everybody who signs in as staff.
    pub staff: &'static [Staff],
    /// One for each client dossier; a person helped by two controllers is here twice.
    pub residents: &'static [&'static Resident],
    /// Residents who can sign in to their own page.
    pub portal_accounts: &'static [PortalAccount],
    /// Dossiers that were opened to read, oldest first.
    pub looks: &'static [Look],
    /// What workers began to write and did not keep as a note yet.
    pub drafts: &'static [Draft],
    /// What stands between a worker and a dossier, and who is absent.
    pub standing: &'static [super::standing::Standing],
    /// What was recorded about people around residents, oldest first.
    pub tellings: &'static [super::people::Telling],
    /// Help that stopped, oldest first.
    pub closings: &'static [super::closings::Closing],
    /// Help that stopped and went on after a new question, oldest first.
    pub reopenings: &'static [super::closings::Reopening],
    /// How one talks with some of the residents.
    pub spoken: &'static [super::spoken::Spoken],
    pub wishes: &'static [super::wishes::Wish],
    /// Questions of people who stayed anonymous (BAS-10).
    pub contacts: &'static [super::contacts::Contact],
    /// Questions about a look, oldest first.
    pub inquiries: &'static [super::inquiries::Inquiry],
    /// Plans as they were made, oldest first.
    pub plans: &'static [super::plans::Planned],
    /// What workers have to do, oldest first.
    pub tasks: &'static [super::tasks::Task],
    /// Documents that came in, oldest first.
    pub documents: &'static [super::documents::Letter],
    /// What stands out in the record, oldest first.
    pub reviews: &'static [super::log_review::Reviewing],
}

/// An organisation responsible for its own dossiers (CTL-01, CTL-02).
#[derive(Debug)]
pub struct Controller {
    /// How the other data refer to it.
    pub key: &'static str,
    /// Name as residents know it.
    pub name: &'static str,
    /// `municipality`, `youth-care-provider` or `welfare-foundation`.
    pub kind: &'static str,
}

/// A team of one controller.
#[derive(Debug)]
pub struct Team {
    /// How the other data refer to it.
    pub key: &'static str,
    /// Key of its controller.
    pub controller: &'static str,
    /// Name as residents know it.
    pub name: &'static str,
    /// Number residents can call; not in use anywhere.
    pub phone: &'static str,
    /// Address at a reserved domain.
    pub email: &'static str,
}

/// Somebody who works at a controller and signs in with a local account.
#[derive(Clone, Debug)]
pub struct Staff {
    /// How the other data refer to this post.
    pub key: &'static str,
    /// The natural person; the same key as a resident's when a worker is a client as well (ACC-05).
    pub person: &'static str,
    /// Given name and surname.
    pub name: &'static str,
    /// `worker`, `youth-worker`, `debt-counsellor`, `intake`, `coordinator`, `deputy`, `decision-officer`,
    /// `functional-admin` or `data-protection-officer`.
    pub function: &'static str,
    /// Key of the employer (CTL-03).
    pub controller: &'static str,
    /// Key of the team; none for those who work for all teams.
    pub team: Option<&'static str>,
    /// Name to sign in with; unique over all demo accounts.
    pub login_name: &'static str,
    /// Demo passphrase, worth nothing elsewhere.
    pub password: &'static str,
    /// TOTP secret: 32 base32 characters, demo only.
    pub totp_secret: &'static str,
    /// Whether the account may be used at all.
    pub active: bool,
    /// When the current pledge of secrecy was signed, in days before the demo day (ACC-13).
    pub pledge_days_ago: Option<u32>,
    /// When the privacy training was last passed, in days before the demo day (ACC-13). Whoever works here
    /// longer passed it about once a year.
    pub trained_days_ago: u32,
    /// One Dutch phrase for the printed table of sign-ins: what there is to see with this account. None for an
    /// account that shows nothing another one does not.
    pub about: Option<&'static str>,
}

/// One resident as client of one controller.
#[derive(Debug)]
pub struct Resident {
    /// How the other data refer to this client; unique.
    pub key: &'static str,
    /// The natural person; shared by the clients of two controllers and by a worker who is a client.
    pub person: &'static str,
    /// Key of the controller.
    pub controller: &'static str,
    /// Key of the team where the question landed.
    pub team: &'static str,
    /// Surname with prefix, as one writes it.
    pub surname: &'static str,
    /// Given name or names.
    pub given_names: &'static str,
    /// `mevrouw`, `meneer` or `none`.
    pub address_form: &'static str,
    /// `YYYY-MM-DD`; `00` for a month or day nobody knows (MOD-06).
    pub birth_date: &'static str,
    /// Nine digits; only where the controller may use it for one of the parts (BSN-01).
    pub bsn: Option<&'static str>,
    /// Phone number; not in use anywhere.
    pub phone: Option<&'static str>,
    /// Address at a reserved domain.
    pub email: Option<&'static str>,
    /// Where the person lives.
    pub address: Address,
    /// Whether the address may be known to involved workers only (PST-06).
    pub secret_address: bool,
    /// Over which channels this person can be reached safely (PST-06).
    pub safe_contact: SafeContact,
    /// The question in the resident's own words.
    pub help_question: &'static str,
    /// Who took the question in, and when.
    pub intake: Intake,
    /// When the privacy notice was delivered and which one (CON-03).
    pub notice: Notice,
    /// When the resident agreed to be helped; a must in `voluntary` (CON-03).
    pub support_agreement: Option<At>,
    /// The dossier parts (MOD-02).
    pub parts: &'static [Part],
    /// Who is or was involved; empty while the question waits for the coordinator (ACC-01).
    pub involvements: &'static [Involvement],
    /// What was written, oldest first within a domain.
    pub entries: &'static [Entry],
}

/// A postal address in a town that does not exist.
#[derive(Clone, Copy, Debug)]
pub struct Address {
    /// Street and house number.
    pub street: &'static str,
    /// `1234 AB`.
    pub postcode: &'static str,
    /// Town.
    pub town: &'static str,
}

/// Which channels are safe: each `safe`, `unsafe` or `unknown`.
#[derive(Clone, Copy, Debug)]
pub struct SafeContact {
    /// Calling and text messages.
    pub phone: &'static str,
    /// E-mail.
    pub mail: &'static str,
    /// Letters.
    pub post: &'static str,
    /// What a colleague must know before making contact.
    pub note: Option<&'static str>,
}

/// The first contact, before anybody was involved.
#[derive(Debug)]
pub struct Intake {
    /// Key of the member of staff who took it.
    pub by: &'static str,
    /// When.
    pub at: At,
}

impl Involvement {
    /// Whether it began with the taking in, by whoever took in.
    pub fn began_at_intake(&self) -> bool {
        self.assigned_by == self.staff
    }
}

/// The privacy notice the resident got.
#[derive(Debug)]
pub struct Notice {
    /// Version of the text.
    pub version: u32,
    /// When it was given and explained.
    pub delivered: At,
}

/// A dossier part under one legal domain (MOD-02).
#[derive(Debug)]
pub struct Part {
    /// `youth-access`, `youth-care`, `wmo`, `participation`, `debt-counselling` or `voluntary`.
    pub domain: &'static str,
    /// When it was opened.
    pub opened: At,
}

/// A member of staff directly involved with one domain of the dossier (ACC-01).
#[derive(Clone, Copy, Debug)]
pub struct Involvement {
    /// Key of the member of staff.
    pub staff: &'static str,
    /// Domain code.
    pub domain: &'static str,
    /// `lead`, `support` or `replacement`.
    pub role: &'static str,
    /// Key of the coordinator or deputy who assigned it; the worker's own when they took the question in and
    /// helped at once.
    pub assigned_by: &'static str,
    /// From when.
    pub from: At,
    /// The first moment it no longer counts; none while it lasts.
    pub until: Option<At>,
    /// Why it was ended; none with an `until` means that the end was set when it was assigned.
    pub ended_because: Option<&'static str>,
    /// Why this person, in a sentence the client may read.
    pub reason: &'static str,
}

/// Something written in a dossier part.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Domain code of the part.
    pub domain: &'static str,
    /// `phone`, `visit`, `conversation`, `consultation`, `message` or `other`.
    pub kind: &'static str,
    /// What it is about: `general`, `household`, `plan`, `health`, `finance`, `education` or `safety` (MOD-01).
    pub category: &'static str,
    /// When it happened.
    pub happened: At,
    /// When it was written down; none means within the hour after it happened.
    pub written: Option<At>,
    /// Key of the author.
    pub author: &'static str,
    /// What was said, seen or agreed.
    pub facts: &'static str,
    /// What the worker makes of it, apart from the facts.
    pub opinion: Option<&'static str>,
    /// `client`, `representative`, `own-observation` or `third-party`.
    pub source: &'static str,
    /// A later version by the same author.
    pub correction: Option<Correction>,
    /// When the client may not read it at once.
    pub delay: Option<Delay>,
}

impl Entry {
    /// What most entries have in common: told by the client, readable at once, never changed.
    pub const PLAIN: Entry = Entry {
        domain: "",
        kind: "",
        category: "general",
        happened: at(0, "00:00"),
        written: None,
        author: "",
        facts: "",
        opinion: None,
        source: "client",
        correction: None,
        delay: None,
    };
}

/// A new version of an entry; the old text stays as the version before it.
#[derive(Clone, Copy, Debug)]
pub struct Correction {
    /// When it was corrected.
    pub at: At,
    /// The facts as they read from then on.
    pub facts: &'static str,
    /// The opinion as it reads from then on.
    pub opinion: Option<&'static str>,
    /// Why it was changed.
    pub reason: &'static str,
}

/// Why and until when the client does not read an entry yet.
#[derive(Clone, Copy, Debug)]
pub struct Delay {
    /// Days after the demo day on which the client may read it.
    pub until_days_from_now: u32,
    /// `told-in-person-first` (RGT-05 R14) or `danger-to-client` (SHA-12).
    pub ground: &'static str,
    /// Whether the client may know that something follows; if not, nothing of it shows (MOD-07).
    pub announced: bool,
    /// The coordinator agreed as the second person; if not, it waits and lapses after five working days.
    pub agreed: bool,
    /// The reason in a sentence.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "the product keeps the ground of a delay, no sentence yet")
    )]
    pub reason: &'static str,
}

/// How a resident signs in to their own page.
#[derive(Debug)]
pub struct PortalAccount {
    /// The natural person, as in [`Resident::person`]; opens every dossier of that person.
    pub person: &'static str,
    /// Name to sign in with; unique over all demo accounts.
    pub login_name: &'static str,
    /// Demo passphrase, worth nothing elsewhere.
    pub password: &'static str,
    /// TOTP secret: 32 base32 characters, demo only.
    pub totp_secret: &'static str,
    /// One Dutch phrase for the printed table of sign-ins.
    pub about: &'static str,
}

/// A note that somebody began to write on the last working day before today. Nothing of it is in the dossier.
#[derive(Debug)]
pub struct Draft {
    /// Key of the member of staff.
    pub staff: &'static str,
    /// Key of the resident.
    pub resident: &'static str,
    /// Domain code of the part.
    pub domain: &'static str,
    /// Time of day as `HH:MM`.
    pub time: &'static str,
    /// The facts so far.
    pub facts: &'static str,
}

/// A dossier opened to read.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Key of the member of staff.
    pub staff: &'static str,
    /// Key of the resident.
    pub resident: &'static str,
    /// When.
    pub at: At,
}
