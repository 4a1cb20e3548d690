//! A dossier for its involved workers: overview, timeline, details, and the BSN when it must be.

use app::dossier::{DossierRead, Entry, PAGE, ReadIt, Reveal, RevealRefused};
use app::people::KnownNames;
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::text_input::InputProblem;
use domain::{EntryId, LegalDomain};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;
use text::Words;

use crate::answer::{html, see_other, to_mend};
use crate::entry::{dossier_id, problem_key};
use crate::language;
use crate::page::StaffPage;
use crate::people::strip::strip;
use crate::refused;
use crate::sent::StaffSent;
use crate::view::caseload::Pages;
use crate::view::dossier::{
    BsnPage, DetailsPage, DossierPage, Masthead, Month, PartCard, PhoneLine, Tab, TimelineEntry, TimelinePage,
};
use crate::view::{FieldErrors, Flash, Tone};
use crate::wording::{
    age, birth_date, born, contacts, day, details as detail_lines, domain, flags, happened, icon,
};

/// Entries on the overview.
const LATEST: u32 = 3;

/// What the address may add.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    pub(crate) pagina: u32,
    pub(crate) bewaard: String,
    pub(crate) verbeterd: String,
    pub(crate) afgeschermd: String,
    pub(crate) ingetrokken: String,
    pub(crate) later: String,
    pub(crate) vraag: String,
    pub(crate) gesloten: String,
    pub(crate) heropend: String,
    /// The note that was saved and may name somebody.
    pub(crate) namen: String,
}

impl Asked {
    /// What was done to the parts of the dossier, if anything.
    fn done(&self, words: Words) -> Option<Flash> {
        let key = match (self.vraag.as_str(), self.gesloten.as_str(), self.heropend.as_str()) {
            ("1", ..) => "add-done",
            (_, "1", _) => "close-done",
            (.., "1") => "reopen-done",
            _ => return None,
        };
        Some(Flash { tone: Tone::Done, text: words.t(key) })
    }

    /// What was done about hiding an entry, if anything.
    pub(crate) fn shielded(&self, words: Words) -> Option<String> {
        match self.afgeschermd.as_str() {
            "1" => Some(words.t("shield-kept")),
            "0" => Some(words.t("shield-lifted")),
            _ => None,
        }
    }
}

/// `/werk/dossier/{dossier}`
pub(crate) async fn overview(
    page: StaffPage,
    Path(dossier): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Response> {
    let dossier = dossier_id(&page, &dossier)?;
    page.show(ReadIt { dossier, page: 0, take: LATEST }, &(&page, &asked), |read, (page, asked)| {
        let words = page.words();
        let mut frame = page.frame();
        frame.flash = asked.done(words);
        html(&DossierPage {
            frame,
            masthead: masthead(page, read, Tab::Overview),
            parts: parts(page, read),
            latest: read
                .entries
                .iter()
                .map(|entry| line(words, read, entry, (page.today(), page.app().now())))
                .collect(),
        })
    })
    .await
}

/// What stands above every page of a dossier.
pub(crate) fn masthead(page: &StaffPage, read: &DossierRead, tab: Tab) -> Masthead {
    let words = page.words();
    let client = &read.client;
    let date = birth_date(client);
    let phone = client.get("phone");
    let phones = if phone.is_empty() {
        Vec::new()
    } else {
        let safe = client.get("contact-phone");
        vec![PhoneLine {
            number: phone.to_owned(),
            words: words.t(match safe {
                "safe" => "phone-safe",
                "unsafe" => "phone-unsafe",
                _ => "phone-unknown",
            }),
            may_call: safe != "unsafe",
        }]
    };
    Masthead {
        base: format!("/werk/dossier/{}", read.head.dossier),
        name: client.full_name(),
        age: age(words, &date, page.today()),
        born: born(words, &date),
        phones,
        language: language::spoken(words, client),
        safe_words: client.get("contact-note").to_owned(),
        flags: {
            let mut flags = flags(words, client, page.today());
            flags.extend(read.extra_protected.then(|| words.t("flag-extra-protected")));
            flags.extend(read.head.withheld.then(|| words.t("withhold-flag")));
            flags
        },
        workers: contacts(words, &read.involved, page.app().now()),
        bsn: read.bsn.clone(),
        emergency: read.emergency.map(|it| crate::emergency::banner(page, &it)),
        only_emergency: read.is_only_emergency(),
        tab,
        may_write: page.post.function.carries_cases(),
    }
}

fn parts(page: &StaffPage, read: &DossierRead) -> Vec<PartCard> {
    let words = page.words();
    let works_here = |part: &app::dossier::Part| {
        read.works_with.contains(&part.domain) && page.post.function.carries_cases()
    };
    let card = |part: &app::dossier::Part| {
        let here: Vec<_> = read.involved.iter().filter(|i| i.domain == part.domain).cloned().collect();
        PartCard {
            domain: domain(words, part.domain),
            question: part.question.to_string(),
            life_area: part
                .life_area
                .as_ref()
                .map_or_else(String::new, |it| words.code("life-area", it.as_str())),
            since: day(words, part.opened_at),
            last_contact: day(words, part.last_client_contact),
            workers: contacts(words, &here, page.app().now()),
            closed: part.closed_at.map_or_else(String::new, |at| day(words, at)),
            close: (part.closed_at.is_none() && works_here(part))
                .then(|| format!("/werk/dossier/{}/afsluiten/{}", read.head.dossier, part.domain)),
            reopen: (part.closed_at.is_some() && works_here(part))
                .then(|| format!("/werk/dossier/{}/heropenen/{}", read.head.dossier, part.domain)),
        }
    };
    read.head.parts.iter().map(card).collect()
}

fn line(words: Words, read: &DossierRead, entry: &Entry, (today, now): (Date, Timestamp)) -> TimelineEntry {
    let later = entry.hidden_until(today, now);
    TimelineEntry {
        href: format!("/werk/dossier/{}/notitie/{}", read.head.dossier, entry.id),
        icon: icon(&entry.kind),
        kind: words.code("kind", &entry.kind),
        happened: happened(words, entry),
        author: entry.author_name.clone(),
        part: domain(words, entry.domain),
        facts: entry.facts.clone(),
        opinion: entry.opinion.clone(),
        version: u32::try_from(entry.version).unwrap_or(1),
        withdrawn: entry.withdrawn.as_ref().map(|it| crate::entry::withdraw::told(words, it)),
        later: later
            .map_or_else(String::new, |from| words.with("entry-later", &[("day", words.date(from).into())])),
        awaits: entry.awaits_second(today, now),
    }
}

/// `/werk/dossier/{dossier}/tijdlijn`
pub(crate) async fn timeline(
    page: StaffPage,
    Path(dossier): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Response> {
    let dossier = dossier_id(&page, &dossier)?;
    let skip = asked.pagina.saturating_sub(1).min(10_000);
    let named = match asked.namen.parse::<EntryId>() {
        Ok(entry) => Some((entry, page.read(KnownNames(dossier)).await?)),
        Err(_) => None,
    };
    page.show(
        ReadIt { dossier, page: skip, take: PAGE },
        &(&page, asked, named),
        |read, (page, asked, named)| {
            let words = page.words();
            let mut frame = page.frame();
            if !asked.bewaard.is_empty() {
                frame.flash = Some(Flash { tone: Tone::Done, text: words.t("note-saved") });
            }
            let current = asked.pagina.max(1) as usize;
            html(&TimelinePage {
                frame,
                masthead: masthead(page, read, Tab::Timeline),
                months: months(words, read, (page.today(), page.app().now())),
                pages: Pages { current, last: if read.more { current + 1 } else { current } },
                strip: named.as_ref().and_then(|(entry, known)| strip(page, read, *entry, known)),
            })
        },
    )
    .await
}

fn months(words: Words, read: &DossierRead, moment: (Date, Timestamp)) -> Vec<Month> {
    let mut months: Vec<Month> = Vec::new();
    for entry in &read.entries {
        let anchor = entry.happened_on.strftime("%Y-%m").to_string();
        let entry_line = line(words, read, entry, moment);
        match months.last_mut() {
            Some(month) if month.anchor == anchor => month.entries.push(entry_line),
            _ => months.push(Month {
                label: words.month_and_year(entry.happened_on),
                anchor,
                entries: vec![entry_line],
            }),
        }
    }
    months
}

/// `/werk/dossier/{dossier}/gegevens`
pub(crate) async fn details(
    page: StaffPage,
    Path(dossier): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Response> {
    let dossier = dossier_id(&page, &dossier)?;
    page.show(ReadIt { dossier, page: 0, take: 0 }, &(&page, asked), |read, (page, asked)| {
        let words = page.words();
        let mut frame = page.frame();
        if !asked.bewaard.is_empty() {
            frame.flash = Some(Flash { tone: Tone::Done, text: words.t("language-kept") });
        }
        if !asked.verbeterd.is_empty() {
            frame.flash = Some(Flash { tone: Tone::Done, text: words.t("birth-corrected") });
        }
        let masthead = masthead(page, read, Tab::Details);
        let may_change = masthead.may_write && !masthead.only_emergency;
        let is_open = read.head.parts.iter().any(|part| part.closed_at.is_none());
        let reveal = read.bsn.as_ref().filter(|_| may_change).map(|_| format!("{}/bsn", masthead.base));
        html(&DetailsPage {
            frame,
            change_language: (is_open && may_change).then(|| format!("{}/gegevens/taal", masthead.base)),
            correct_birth_date: (is_open && may_change)
                .then(|| format!("{}/gegevens/geboortedatum", masthead.base)),
            masthead,
            fields: detail_lines(words, &read.client, "source"),
            informed: informed(words, &read.informed, "details-agreement"),
            reveal_bsn: reveal,
        })
    })
    .await
}

/// When the notice was given and the help agreed to, each a sentence; `agreed` is the one that fits the reader.
pub(crate) fn informed(words: Words, informed: &app::dossier::Informed, agreed: &str) -> Vec<String> {
    let notices = informed.notices.iter().map(|notice| {
        words.with(
            "details-notice",
            &[
                ("day", day(words, notice.at).into()),
                ("worker", notice.by.as_str().into()),
                ("version", notice.text_version.to_string().into()),
            ],
        )
    });
    let agreements = informed
        .agreements
        .iter()
        .map(|agreement| words.with(agreed, &[("day", day(words, agreement.at).into())]));
    notices.chain(agreements).collect()
}

/// `/werk/dossier/{dossier}/bsn`: only after signing in again, whatever there is to see (ACC-16).
pub(crate) async fn ask_bsn(page: StaffPage, Path(dossier): Path<String>) -> Result<Response, Response> {
    if !page.is_fresh() {
        return Ok(see_other(&format!("/opnieuw?terug={}", page.visit.path)));
    }
    let dossier = dossier_id(&page, &dossier)?;
    let read = page.read(ReadIt { dossier, page: 0, take: 0 }).await?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form(),
    };
    let masthead = masthead(&page, &read, Tab::Details);
    Ok(html(&BsnPage { frame: page.frame(), masthead, form, shown: None }))
}

/// Shows the BSN, for a reason, on the record (BSN-05).
pub(crate) async fn show_bsn(Path(dossier): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, body } = sent;
    if !page.is_fresh() {
        return Err(page.confirm_first(body).await);
    }
    let dossier = dossier_id(&page, &dossier)?;
    let read = page.read(ReadIt { dossier, page: 0, take: 0 }).await?;
    let words = page.words();
    let masthead = masthead(&page, &read, Tab::Details);
    // Where no part uses the number, the policies refuse, on the record.
    let parts = &read.head.parts;
    let part = parts.iter().find(|part| part.domain != LegalDomain::Voluntary).or(parts.first());
    let Some(part) = part else { return Err(refused::absent(&page)) };
    let reveal = Reveal { part: part.id, reason: typed.get("reason").to_owned() };
    match page.perform(reveal).await? {
        Ok(bsn) => {
            let digits = bsn.digits();
            let shown = Some(format!("{} {} {}", &digits[..3], &digits[3..6], &digits[6..]));
            Ok(html(&BsnPage { frame: page.frame(), masthead, form: page.form(), shown }))
        }
        Err(RevealRefused::NoNumber) => Err(refused::absent(&page)),
        Err(RevealRefused::Reason(why)) => {
            let mut errors = FieldErrors::default();
            errors.put(
                "reason",
                match why.problem {
                    InputProblem::Empty => words.t("bsn-reason-missing"),
                    problem => words.t(problem_key(problem)),
                },
            );
            let form = page.form_again(typed).but(errors);
            Ok(to_mend(&BsnPage { frame: page.frame(), masthead, form, shown: None }))
        }
    }
}
