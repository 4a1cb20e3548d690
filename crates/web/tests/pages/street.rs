//! The street of these tests: dossiers made through the pages, with a unique word planted in each kind of text.
//! Ria works with Bilal in three domains, Daan with his debts only; Samira of the same team with nobody.

use domain::{DossierId, PersonId};
use testkit::World;
use uuid::Uuid;

use crate::browser::{Answer, Browser};

/// The words, each in one place only.
pub(crate) mod word {
    pub(crate) const SURNAME: &str = "Kwartelveen";
    pub(crate) const GIVEN: &str = "Zilvino";
    pub(crate) const PHONE: &str = "0600004711";
    pub(crate) const EMAIL: &str = "vuurdoorn@voorbeeld.example";
    pub(crate) const ADDRESS: &str = "Pimpernelpad";
    pub(crate) const SAFE_NOTE: &str = "Brandnetelkreek";
    pub(crate) const LANGUAGE: &str = "Kalmoestaal";
    pub(crate) const BSN: &str = "111222333";
    pub(crate) const BSN_SPACED: &str = "111 222 333";
    pub(crate) const WMO_QUESTION: &str = "Sleutelbloem";
    pub(crate) const DEBT_QUESTION: &str = "Duizendblad";
    pub(crate) const VOLUNTARY_QUESTION: &str = "Ooievaarsbek";
    pub(crate) const FIRST_FACTS: &str = "Bedstro";
    pub(crate) const OPINION: &str = "Kattenstaart";
    pub(crate) const CORRECTION: &str = "Wilgenroosje";
    pub(crate) const CORRECTION_REASON: &str = "Heelblaadjes";
    pub(crate) const DEBT_FACTS: &str = "Moerasspirea";
    pub(crate) const HIDDEN: &str = "Nachtschade";
    pub(crate) const DRAFT: &str = "Guichelheil";
    /// Whom Ria declared that she may not help: on no page at all.
    pub(crate) const RELATIVE: &str = "Klaverzuring";
    /// Said by somebody who stays anonymous, to team Noord.
    pub(crate) const CONTACT: &str = "Boterbloempje";
    /// Asked by Bilal about a look of Ria's.
    pub(crate) const ASKED: &str = "Herfsttijloos";
    /// A goal in the Wmo part.
    pub(crate) const GOAL: &str = "Zwanenbloem";
    pub(crate) const INVOLVEMENT_REASON: &str = "Parnassia";
    /// How a document in the Wmo part is called, and what stands in it.
    pub(crate) const DOCUMENT: &str = "Waterviolier";
    /// A section of a plan of the family.
    pub(crate) const FAMILY: &str = "Speenkruid";
    /// What Ria is to do, in the Wmo part.
    pub(crate) const TASK: &str = "Zevenblad";

    /// Who somebody is.
    pub(crate) const PERSON: &[&str] =
        &[SURNAME, GIVEN, PHONE, EMAIL, ADDRESS, SAFE_NOTE, LANGUAGE, BSN, BSN_SPACED];
    /// What stands in the Wmo and the voluntary part.
    pub(crate) const OTHER_DOMAINS: &[&str] = &[
        WMO_QUESTION,
        VOLUNTARY_QUESTION,
        FIRST_FACTS,
        OPINION,
        CORRECTION,
        CORRECTION_REASON,
        HIDDEN,
        GOAL,
        TASK,
        DOCUMENT,
        FAMILY,
    ];
    /// What stands in the debt part.
    pub(crate) const DEBT: &[&str] = &[DEBT_QUESTION, DEBT_FACTS, INVOLVEMENT_REASON];

    pub(crate) fn all() -> Vec<&'static str> {
        [PERSON, OTHER_DOMAINS, DEBT, &[DRAFT, RELATIVE, CONTACT, ASKED]].concat()
    }
}

/// The ids a page address can name.
#[derive(Clone, Debug)]
pub(crate) struct Street {
    /// Bilal's dossier at the municipality.
    pub(crate) dossier: String,
    /// The Wmo part.
    pub(crate) wmo: String,
    /// A corrected entry in the Wmo part.
    pub(crate) entry: String,
    pub(crate) debt_entry: String,
    /// In the Wmo part; delayed, and the client may not know.
    pub(crate) hidden_entry: String,
    /// Daan's involvement with the debt part.
    pub(crate) involvement: String,
    /// Ria's involvement with the Wmo part.
    pub(crate) wmo_involvement: String,
    /// Ria's draft.
    pub(crate) draft: String,
    /// Ria's task, in the Wmo part.
    pub(crate) task: String,
    /// A document in the Wmo part.
    pub(crate) document: String,
    /// The pseudonym of Bilal on the record.
    pub(crate) subject: Uuid,
    /// Nadia's dossier as a client, at her own employer.
    pub(crate) of_nadia: String,
    /// Fatma's dossier, of another team.
    pub(crate) of_fatma: String,
    pub(crate) entry_of_fatma: String,
    /// A dossier of another controller.
    pub(crate) elsewhere: String,
    /// A line of who looked at Bilal's dossier, and his question at another.
    pub(crate) look: String,
    pub(crate) inquiry: String,
    /// A goal in the plan of the Wmo part.
    pub(crate) goal: String,
    pub(crate) section: String,
    /// What stands: a shield on `entry`, protection and an exclusion of `dossier`, an absence and a declared
    /// conflict of somebody in team Noord.
    pub(crate) standing: [(&'static str, String); 6],
}

impl Street {
    pub(crate) async fn build(w: &World) -> Self {
        let mut ria = Browser::of(w, "ria").await;
        let dossier = takes_in(&mut ria, &of_bilal()).await;
        belongs_to(w, &dossier, w.bilal().member().person).await;
        let form = ria.get(&format!("/werk/notitie/{dossier}")).await;
        let [debt, voluntary, wmo] = parts(&form).try_into().expect("three parts");
        assert_ne!(voluntary, wmo);

        let entry =
            writes(&mut ria, &dossier, &note(&wmo, word::FIRST_FACTS, &[("opinion", word::OPINION)])).await;
        let debt_entry = writes(&mut ria, &dossier, &note(&debt, word::DEBT_FACTS, &[])).await;
        let later = [
            ("visible", "later"),
            ("visible-from", "30"),
            ("visible-from-month", "3"),
            ("visible-from-year", "2026"),
            ("ground", "danger-to-client"),
        ];
        let hidden_entry = writes(&mut ria, &dossier, &note(&wmo, word::HIDDEN, &later)).await;
        let correction = [
            ("version", "1"),
            ("facts", word::CORRECTION),
            ("opinion", word::OPINION),
            ("reason", word::CORRECTION_REASON),
        ];
        let corrected =
            ria.post(&format!("/werk/dossier/{dossier}/notitie/{entry}/corrigeren"), &correction).await;
        assert_eq!(corrected.status, 303, "{corrected:?}");
        let kept = ria.post(&format!("/werk/notitie/{dossier}/concept"), &[("facts", word::DRAFT)]).await;
        let draft = kept.header("draft").to_owned();

        let task = task(w, &mut ria, &dossier).await;
        let document = document(w, &mut ria, &dossier).await;

        let mut joost = Browser::of(w, "joost").await;
        let staff = w.daan().staff().to_string();
        let assigned = [
            ("worker", staff.as_str()),
            ("domain", "debt-counselling"),
            ("role", "support"),
            ("reason", word::INVOLVEMENT_REASON),
        ];
        let done = joost.post(&format!("/toezicht/toewijzen/{dossier}"), &assigned).await;
        assert_eq!(done.status, 303, "{done:?}");
        let (involvement, wmo_involvement) =
            (involvement(w, &debt, "daan").await, involvement(w, &wmo, "ria").await);

        let of_nadia = takes_in(&mut ria, &somebody("Yildiz", "Nadia")).await;
        belongs_to(w, &of_nadia, w.nadia().member().person).await;
        let mut tom = Browser::of(w, "tom").await;
        let of_fatma = takes_in(&mut tom, &somebody("Özdemir", "Fatma")).await;
        belongs_to(w, &of_fatma, w.fatma().member().person).await;
        let part = parts(&tom.get(&format!("/werk/notitie/{of_fatma}")).await).remove(0);
        let entry_of_fatma = writes(&mut tom, &of_fatma, &note(&part, "Fatma belde.", &[])).await;
        let mut wouter = Browser::of(w, "wouter").await;
        let elsewhere = takes_in(&mut wouter, &somebody("Jansen", "Piet")).await;

        let standing = stands(w, &mut ria, &mut joost, &dossier, &entry).await;

        let goal = plans(&mut ria, &dossier).await;
        let section = family(&mut ria, &dossier, &wmo).await;
        let (look, inquiry) = asks(w, &dossier).await;

        let id: Uuid = dossier.parse().expect("an id");
        let records = w.records().await;
        let about = records.iter().find(|r| r.object == Some(id)).expect("it is on the record");
        Self {
            subject: about.subject.expect("a dossier is about somebody"),
            dossier,
            wmo,
            entry,
            debt_entry,
            hidden_entry,
            involvement,
            wmo_involvement,
            draft,
            task,
            document,
            of_nadia,
            of_fatma,
            entry_of_fatma,
            elsewhere,
            look,
            inquiry,
            goal,
            section,
            standing,
        }
    }

    /// A route with ids of Bilal's dossier in it.
    pub(crate) fn fill(&self, route: &str) -> String {
        self.fill_with(route, &self.dossier, &self.entry, &self.involvement)
    }

    pub(crate) fn fill_with(&self, route: &str, dossier: &str, entry: &str, involvement: &str) -> String {
        let filled = route
            .replace("{dossier}", dossier)
            .replace("{entry}", entry)
            .replace("{involvement}", involvement)
            .replace("{draft}", &self.draft)
            .replace("{task}", &self.task)
            .replace("{document}", &self.document)
            .replace("{breach}", "0123456789abcdef0123456789abcdef")
            .replace("{fact}", "0123456789abcdef0123456789abcdef")
            .replace("{kind}", "person")
            .replace("{emergency}", "0123456789abcdef0123456789abcdef")
            .replace("{notice}", "0123456789abcdef0123456789abcdef")
            .replace("{request}", "0123456789abcdef0123456789abcdef")
            .replace("{finding}", "0123456789abcdef0123456789abcdef")
            .replace("{look}", &self.look)
            .replace("{inquiry}", &self.inquiry)
            .replace("{domain}", "wmo")
            .replace("{section}", &self.section)
            .replace("{part}", &self.wmo)
            .replace("{item}", &self.goal)
            .replace("{what}", "doel")
            .replace("{deed}", "wijzigen")
            .replace("{number}", "1")
            .replace("{question}", "0123456789abcdef0123456789abcdef")
            .replace("{passkey}", "0123456789abcdef0123456789abcdef")
            .replace("{staff}", "0123456789abcdef0123456789abcdef")
            .replace("{session}", "0123456789abcdef0123456789abcdef")
            .replace("{code}", "en")
            .replace("{file}", "niets.css");
        let fill = |filled: String, (name, id): &(&str, String)| filled.replace(name, id);
        let filled = self.standing.iter().fold(filled, fill);
        assert!(!filled.contains('{'), "{route} names an id that this street does not have");
        filled
    }
}

/// A text that came in as a file.
async fn document(w: &World, ria: &mut Browser, dossier: &str) -> String {
    let path = format!("/werk/dossier/{dossier}/documenten");
    ria.get(&path).await;
    let fields = [("part", "wmo"), ("source", "client"), ("category", "general"), ("title", word::DOCUMENT)];
    let text = format!("Beste Ria, {} staat in bloei.", word::DOCUMENT);
    let done = ria.uploads(&path, &fields, &[("brief.txt", text.as_bytes())]).await;
    assert_eq!(done.status, 303, "{done:?}");
    let id = w.raw().one("SELECT id FROM document").await;
    Uuid::from_slice(id.bytes()).expect("an id").simple().to_string()
}

/// Ria writes down what she is to do.
async fn task(w: &World, ria: &mut Browser, dossier: &str) -> String {
    let path = format!("/werk/dossier/{dossier}/taken");
    let done = ria.post(&path, &[("what", word::TASK), ("owner", "me"), ("part", "wmo")]).await;
    assert_eq!(done.status, 303, "{done:?}");
    let id = w.raw().one("SELECT id FROM task").await;
    Uuid::from_slice(id.bytes()).expect("an id").simple().to_string()
}

/// Puts one of each fact that stands between workers and dossiers; gives their ids by the name in the routes.
async fn stands(
    w: &World,
    ria: &mut Browser,
    joost: &mut Browser,
    dossier: &str,
    entry: &str,
) -> [(&'static str, String); 6] {
    let absent = [
        ("from", "1"),
        ("from-month", "1"),
        ("from-year", "2026"),
        ("until", "31"),
        ("until-month", "12"),
        ("until-year", "2027"),
    ];
    // Of somebody who is no client, so that nobody's dossier closes.
    let conflict = [
        ("kind", "relative"),
        ("about", "person"),
        ("surname", word::RELATIVE),
        ("birth-date", "1"),
        ("birth-date-month", "2"),
        ("birth-date-year", "1950"),
    ];
    let contact = [
        ("kind", "phone"),
        ("topic", "money"),
        ("done", "answered"),
        ("day", "2"),
        ("day-month", "3"),
        ("day-year", "2026"),
        ("text", word::CONTACT),
    ];
    let samira = w.samira().staff().to_string();
    for (path, fields) in [
        ("/werk/ik/afwezig".to_owned(), &absent[..]),
        ("/werk/ik/belang".to_owned(), &conflict[..]),
        ("/werk/zonder-naam".to_owned(), &contact[..]),
        (format!("/werk/dossier/{dossier}/notitie/{entry}/afschermen"), &[("audience", "other-workers")][..]),
        (format!("/werk/dossier/{dossier}/bescherming"), &[("ground", "employee")][..]),
    ] {
        let done = ria.post(&path, fields).await;
        assert_eq!(done.status, 303, "{path}: {done:?}");
    }
    let done = joost.post(&format!("/toezicht/uitsluiten/{dossier}"), &[("worker", samira.as_str())]).await;
    assert_eq!(done.status, 303, "{done:?}");
    let mut ids = Vec::new();
    for (name, table) in [
        ("{shield}", "shield"),
        ("{protection}", "protection"),
        ("{exclusion}", "exclusion"),
        ("{absence}", "absence"),
        ("{conflict}", "conflict"),
        ("{contact}", "anonymous_contact"),
    ] {
        let id = w.raw().one(&format!("SELECT id FROM {table}")).await;
        ids.push((name, Uuid::from_slice(id.bytes()).expect("an id").simple().to_string()));
    }
    ids.try_into().expect("six")
}

/// Puts one goal in the plan of the Wmo part; gives its id.
async fn plans(ria: &mut Browser, dossier: &str) -> String {
    let saved = ria
        .post(
            &format!("/werk/dossier/{dossier}/plan/wmo/nieuw/doel"),
            &[("own-words", word::GOAL), ("worker-words", ""), ("version", "0"), ("deed", "save")],
        )
        .await;
    assert_eq!(saved.status, 303, "{saved:?}");
    let page = ria.get(&format!("/werk/dossier/{dossier}/plan")).await.text().to_string();
    let (_, rest) = page.split_once("id=\"doel-").expect("a goal");
    rest.chars().take(32).collect()
}

/// A section of a plan of the family, about Bilal alone.
async fn family(ria: &mut Browser, dossier: &str, part: &str) -> String {
    let path = format!("/werk/dossier/{dossier}/gezinsplan");
    let form = [("part", part), ("title", "Samen"), ("words", word::FAMILY), ("deed", "save")];
    let saved = ria.post(&format!("{path}/nieuw"), &form).await;
    assert_eq!(saved.status, 303, "{saved:?}");
    let page = ria.get(&path).await.text().to_string();
    let (_, rest) = page.split_once("/gezinsplan/").expect("a section");
    rest.chars().take(32).collect()
}

/// Bilal asks at Ria's line why she looked. Gives another line, and the question.
async fn asks(w: &World, dossier: &str) -> (String, String) {
    w.sequences().await;
    let mut bilal = Browser::of(w, "bilal").await;
    let lines = looks(&bilal.get(&format!("/mijn/gekeken?bij={dossier}")).await);
    let of_ria = lines.iter().find(|line| line.1.contains("Ria")).expect("she looked");
    let other = lines.iter().find(|line| line.0 != of_ria.0).expect("somebody else looked too");
    let path = format!("/mijn/gekeken/{}/vraag", of_ria.0);
    let sent = bilal.post(&path, &[("words", word::ASKED)]).await;
    let inquiry = sent.location().strip_prefix("/mijn/gekeken/vragen/").expect("it was asked").to_owned();
    (other.0.clone(), inquiry)
}

/// The lines that can be asked about: the id of each, and what stands beside its link.
pub(crate) fn looks(page: &Answer) -> Vec<(String, String)> {
    let text = page.text();
    let links = text.split("href=\"/mijn/gekeken/").skip(1);
    links
        .filter_map(|rest| {
            let (id, rest) = rest.split_once("/vraag")?;
            let told = rest.split_once("</a>")?.0.to_owned();
            (id.len() == 32).then(|| (id.to_owned(), told))
        })
        .collect()
}

/// The fields of an intake of somebody with one voluntary question.
pub(crate) fn somebody(surname: &str, given: &str) -> Vec<(&'static str, String)> {
    let fields = [
        ("surname", surname),
        ("given-names", given),
        ("birth-date", "17"),
        ("birth-date-month", "5"),
        ("birth-date-year", "1984"),
        ("phone", "0600000000"),
        ("notice", "told"),
        ("agreement", "oral"),
        ("domain", "voluntary"),
        ("question-voluntary", "Wie helpt mij met de papieren?"),
        ("role", "lead"),
    ];
    fields.map(|(name, value)| (name, value.to_owned())).to_vec()
}

pub(crate) fn of_bilal() -> Vec<(&'static str, String)> {
    let mut fields = somebody(word::SURNAME, word::GIVEN);
    fields.retain(|(name, _)| !["phone", "question-voluntary"].contains(name));
    let more = [
        ("salutation", "meneer"),
        ("phone", word::PHONE),
        ("email", word::EMAIL),
        ("address", word::ADDRESS),
        ("bsn", word::BSN),
        ("safe-phone", "safe"),
        ("safe-note", word::SAFE_NOTE),
        ("language", "other"),
        ("language-other", word::LANGUAGE),
        ("interpreter", "language"),
        ("domain", "wmo"),
        ("domain", "debt-counselling"),
        ("question-voluntary", word::VOLUNTARY_QUESTION),
        ("question-wmo", word::WMO_QUESTION),
        ("question-debt-counselling", word::DEBT_QUESTION),
    ];
    fields.extend(more.map(|(name, value)| (name, value.to_owned())));
    fields
}

/// Takes somebody in through the pages; gives the id of the dossier.
pub(crate) async fn takes_in(worker: &mut Browser, fields: &[(&'static str, String)]) -> String {
    let form = worker.post("/werk/nieuw/formulier", &[]).await;
    assert_eq!(form.status, 200, "{form:?}");
    let once = form.field("once");
    let mut fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fields.push(("once", &once));
    let saved = worker.post("/werk/nieuw/opslaan", &fields).await;
    let location = saved.location();
    location.strip_prefix("/werk/nieuw/klaar/").expect("it was made").to_owned()
}

/// The dossier is of somebody who can sign in.
pub(crate) async fn belongs_to(w: &World, dossier: &str, person: PersonId) {
    let dossier: DossierId = dossier.parse().expect("an id");
    w.store.client_is_person(dossier, person).await.expect("the person is known");
}

/// The fields of a note on the day the world begins.
pub(crate) fn note<'a>(
    part: &'a str,
    facts: &'a str,
    more: &[(&'a str, &'a str)],
) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("part", part),
        ("facts", facts),
        ("kind", "phone"),
        ("source", "client"),
        ("category", "general"),
        ("happened", "2"),
        ("happened-month", "3"),
        ("happened-year", "2026"),
        ("deed", "save"),
    ];
    fields.extend_from_slice(more);
    fields
}

/// Writes a note through the page; gives the id of the entry, which is the one that was not there before.
pub(crate) async fn writes(worker: &mut Browser, dossier: &str, fields: &[(&str, &str)]) -> String {
    let timeline = format!("/werk/dossier/{dossier}/tijdlijn");
    let before = entries(&worker.get(&timeline).await);
    let once = worker.get(&format!("/werk/notitie/{dossier}")).await.field("once");
    let mut fields = fields.to_vec();
    fields.push(("once", &once));
    let saved = worker.post(&format!("/werk/notitie/{dossier}"), &fields).await;
    assert_eq!(saved.status, 303, "{saved:?}");
    let after = entries(&worker.get(&timeline).await);
    after.into_iter().find(|id| !before.contains(id)).expect("a new entry")
}

/// The entries a page links to.
pub(crate) fn entries(page: &Answer) -> Vec<String> {
    let text = page.text();
    let mut found: Vec<String> = Vec::new();
    for rest in text.split("/werk/dossier/").skip(1) {
        let Some((_, rest)) = rest.split_at_checked(32).filter(|(_, rest)| rest.starts_with("/notitie/"))
        else {
            continue;
        };
        let id: String = rest.chars().skip("/notitie/".len()).take(32).collect();
        if id.parse::<Uuid>().is_ok() && !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

/// The parts a form offers, in the order of their domains' codes.
pub(crate) fn parts(form: &Answer) -> Vec<String> {
    let text = form.text();
    let inputs = text.split("name=\"part\" value=\"").skip(1);
    inputs.map(|rest| rest.chars().take_while(|c| *c != '"').collect()).collect()
}

/// The involvement of somebody with a part, as it is kept.
pub(crate) async fn involvement(w: &World, part: &str, who: &'static str) -> String {
    let raw = w.raw();
    let (part, staff) = (raw.id(part.parse().expect("an id")), raw.id(w.person(who).staff().uuid()));
    let query = format!("SELECT involvement FROM involvement WHERE part = {part} AND staff = {staff}");
    Uuid::from_slice(raw.one(&query).await.bytes()).expect("an id").simple().to_string()
}
