//! `/mijn`: the resident's own pages.

pub(crate) mod documents;
pub(crate) mod emergency;
pub(crate) mod family;
pub(crate) mod inquiry;
pub(crate) mod people;
pub(crate) mod plan;
pub(crate) mod tasks;
pub(crate) mod together;

use app::NotDone;
use app::dossier::{Fields, Head, Involved, Part};
use app::portal::{Home, LooksRead, NotThere, OwnDossier, OwnRead, ReadLooks, ReadOwn, ReadOwnOne};
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::access_summary::{Day, Who, summarise};
use domain::emergency::SENT_AGAIN;
use domain::{DossierId, EntryId, LookId, RoleInCase, amsterdam, amsterdam_date};
use jiff::ToSpan;
use serde::Deserialize;
use text::Words;

use crate::answer::{self, html};
use crate::dossier::informed;
use crate::page::ResidentPage;
use crate::refused;
use crate::standing::shield;
use crate::view::Frame;
use crate::view::access::{LookDay, LookLine};
use crate::view::changes::{Effort, Since};
use crate::view::portal::Asked as Todo;
use crate::view::portal::inquiry::AskLink;
use crate::view::portal::{
    DetailsPage, DossierPage, Earlier, Entry, EntryPage, HomePage, HouseChoice, Line, LookedPage, Month,
    OwnQuestion, SharedPage, Tiles, TodoPage,
};
use crate::wording::{
    address_of, contacts, day, details as detail_lines, domain, greeting, happened, icon, moment,
};

/// Which organisation, when there are several; its dossier's id.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    pub(crate) bij: String,
}

/// The dossiers of the reader, and the one that is asked for.
pub(crate) struct Chosen {
    all: Vec<OwnDossier>,
    pub(crate) dossier: Option<DossierId>,
}

impl Chosen {
    pub(crate) async fn of(page: &ResidentPage, asked: &Asked) -> Result<Self, Response> {
        let all = page.read(Home).await?;
        let dossier = if asked.bij.is_empty() {
            all.first().map(|own| own.dossier)
        } else {
            let wanted = asked.bij.parse::<DossierId>().ok();
            let found = all.iter().map(|own| own.dossier).find(|id| Some(*id) == wanted);
            Some(found.ok_or_else(|| refused::not_yours(page))?)
        };
        Ok(Self { all, dossier })
    }

    /// `?bij=…`, only where there is a choice.
    pub(crate) fn ending(&self) -> String {
        match (self.all.len(), self.dossier) {
            (2.., Some(dossier)) => format!("?bij={dossier}"),
            _ => String::new(),
        }
    }

    /// All of them.
    fn dossiers(&self) -> Vec<DossierId> {
        self.all.iter().map(|own| own.dossier).collect()
    }

    pub(crate) fn houses(&self, path: &str) -> Vec<HouseChoice> {
        if self.all.len() < 2 {
            return Vec::new();
        }
        self.all
            .iter()
            .map(|own| HouseChoice {
                name: format!("{}, {}", own.controller_name, own.team_name),
                href: format!("{path}?bij={}", own.dossier),
                current: Some(own.dossier) == self.dossier,
            })
            .collect()
    }
}

/// The frame in u or je, by the reader's own age.
pub(crate) fn frame(page: &ResidentPage, fields: &Fields) -> (Frame, Words) {
    let words = Words::new(page.words().lang, address_of(fields, page.today()));
    let mut frame = page.frame();
    frame.words = words;
    if let Some(who) = &mut frame.signed_in {
        who.name = fields.full_name();
    }
    (frame, words)
}

pub(crate) async fn own(page: &ResidentPage, dossier: Option<DossierId>) -> Result<OwnRead, Response> {
    let Some(dossier) = dossier else { return Err(refused::not_yours(page)) };
    page.read(ReadOwn { dossier, page: 0 }).await
}

/// `/mijn`
pub(crate) async fn home(page: ResidentPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let chosen = Chosen::of(&page, &asked).await?;
    let read = own(&page, chosen.dossier).await?;
    let (frame, words) = frame(&page, &read.fields);
    let previous =
        page.app().previous_visit(&page.session).await.map_err(|e| refused::failed(&page.visit, &e))?;
    let news = match previous {
        None => None,
        Some(previous) => {
            let since = amsterdam_date(previous);
            // What was delayed counts from the day it could be read.
            let now = page.app().now();
            let is_new = |e: &&app::entry::Entry| match e.readable_since(now) {
                Some(from) => from > since,
                None => e.recorded_at > previous,
            };
            let notes = read.entries.iter().filter(|it| it.withdrawn.is_none()).filter(is_new).count();
            let looks = page.read(ReadLooks(read.head.dossier)).await?;
            let looks = looks.looks.iter().filter(|look| look.at > previous).count();
            Some(words.with("portal-news", &[("notes", notes.into()), ("looks", looks.into())]))
        }
    };
    let current = chosen.all.iter().find(|own| Some(own.dossier) == chosen.dossier);
    let answers = match current.map(|own| own.new_answers) {
        None | Some(0) => String::new(),
        Some(count) => {
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            words.with("tile-looked-answers", &[("count", count.into())])
        }
    };
    let end = chosen.ending();
    let tile = |path: &str| format!("{path}{end}");
    Ok(html(&HomePage {
        frame,
        greeting: greeting(&read.fields, words.address),
        houses: chosen.houses("/mijn"),
        asked: asked_of(words, &chosen),
        workers: contacts(words, &read.involved, page.app().now()),
        changes: changes(words, &read),
        first_visit: previous.is_none(),
        news,
        answers,
        links: Tiles {
            dossier: tile("/mijn/dossier"),
            plan: tile("/mijn/plan"),
            asked: tile("/mijn/acties"),
            looked: tile("/mijn/gekeken"),
            shared: tile("/mijn/gedeeld"),
            documents: tile("/mijn/documenten"),
        },
    }))
}

/// What is asked of the reader at the chosen organisation: today only whether they agree with a plan.
fn asked_of(words: Words, chosen: &Chosen) -> Vec<Todo> {
    let current = chosen.all.iter().find(|own| Some(own.dossier) == chosen.dossier);
    let waits = current.is_some_and(|own| own.plan_waits);
    let href = format!("/mijn/plan{}", chosen.ending());
    waits
        .then(|| Todo { href, what: words.t("portal-plan-asked"), before: String::new() })
        .into_iter()
        .collect()
}

/// Who will help, from when, and who does until then (ACC-25).
pub(crate) fn changes(words: Words, read: &OwnRead) -> Vec<String> {
    let change = |next: &Involved| {
        let now = read.involved.iter().filter(|it| it.domain == next.domain);
        let now: Vec<&str> = now.map(|it| it.name.as_str()).collect();
        let args = [
            ("name", next.name.as_str().into()),
            ("day", day(words, next.from).into()),
            ("domain", words.code("domain", next.domain.code()).into()),
            ("now", now.join(", ").into()),
            // The last day is the one before the first moment without.
            ("until", next.until.map(|until| day(words, until - 1.second())).unwrap_or_default().into()),
        ];
        let stands_in = next.until.is_some() && next.role == RoleInCase::Replacement.code();
        if stands_in && !now.is_empty() {
            return words.with("portal-stands-in", &args);
        }
        words.with(if now.is_empty() { "portal-changes-new" } else { "portal-changes" }, &args)
    };
    read.coming.iter().map(change).collect()
}

/// `/mijn/acties`
pub(crate) async fn todo(page: ResidentPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let chosen = Chosen::of(&page, &asked).await?;
    let read = own(&page, chosen.dossier).await?;
    let (frame, words) = frame(&page, &read.fields);
    Ok(html(&TodoPage { frame, asked: asked_of(words, &chosen) }))
}

/// `/mijn/gedeeld`
pub(crate) async fn shared(page: ResidentPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let chosen = Chosen::of(&page, &asked).await?;
    let read = own(&page, chosen.dossier).await?;
    let (frame, _) = frame(&page, &read.fields);
    Ok(html(&SharedPage { frame, houses: chosen.houses("/mijn/gedeeld") }))
}

/// `/mijn/dossier`
pub(crate) async fn dossier(page: ResidentPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let chosen = Chosen::of(&page, &asked).await?;
    let Some(dossier) = chosen.dossier else { return Err(refused::not_yours(&page)) };
    page.show(ReadOwn { dossier, page: 0 }, &(&page, &chosen), |read, (page, chosen)| {
        let (frame, words) = frame(page, &read.fields);
        html(&DossierPage {
            frame,
            houses: chosen.houses("/mijn/dossier"),
            ending: chosen.ending(),
            months: months(words, read),
        })
    })
    .await
}

pub(crate) fn months(words: Words, read: &OwnRead) -> Vec<Month> {
    let later = read.announced.iter().map(|coming| {
        let line =
            Line::Later { on: words.date(coming.visible_from), reason: words.code("ground", &coming.ground) };
        (coming.happened_on, line)
    });
    let entries = read.entries.iter().map(|e| (e.happened_on, Line::Entry(Box::new(entry_line(words, e)))));
    let mut lines: Vec<_> = entries.chain(later).collect();
    lines.sort_by_key(|(on, _)| std::cmp::Reverse(*on));
    let mut months: Vec<Month> = Vec::new();
    for (on, line) in lines {
        let anchor = on.strftime("%Y-%m").to_string();
        match months.last_mut() {
            Some(month) if month.anchor == anchor => month.lines.push(line),
            _ => months.push(Month { label: words.month_and_year(on), anchor, lines: vec![line] }),
        }
    }
    months
}

fn entry_line(words: Words, entry: &app::entry::Entry) -> Entry {
    let changed = if entry.version > 1 && entry.withdrawn.is_none() {
        words.with("portal-changed", &[("day", day(words, entry.changed_at).into())])
    } else {
        String::new()
    };
    let function = words.code("function", &entry.author_function);
    // Who opened it in an emergency is told by function, as with the looks; the name follows on asking.
    let in_emergency = entry.kind == domain::EntryKind::Emergency.code();
    let (author, author_role) =
        if in_emergency { (function, String::new()) } else { (entry.author_name.clone(), function) };
    Entry {
        href: format!("/mijn/dossier/{}", entry.id),
        icon: icon(&entry.kind),
        kind: words.code("kind", &entry.kind),
        happened: happened(words, entry),
        author,
        author_role,
        about: if in_emergency { words.t("portal-emergency") } else { String::new() },
        facts: entry.facts.to_string(),
        opinion: entry.opinion.to_string(),
        withdrawn: entry.withdrawn.as_ref().map(|it| crate::entry::withdraw::told(words, it)),
        changed,
    }
}

/// `/mijn/dossier/{entry}`
pub(crate) async fn entry(page: ResidentPage, Path(entry): Path<String>) -> Result<Response, Response> {
    let Ok(id) = entry.parse::<EntryId>() else { return Err(refused::not_yours(&page)) };
    let awaiting = page.app().look(page.asker(), ReadOwnOne(id)).await.map_err(|e| match e {
        NotDone::Rejected(NotThere::NotForYou) | NotDone::Denied { .. } => refused::not_yours(&page),
        NotDone::SignedOut => answer::to_sign_in(&page.visit.path, true),
        NotDone::Failed(e) => refused::failed(&page.visit, &e),
    })?;
    let found = awaiting.done().await.map_err(|e| refused::failed(&page.visit, &e))?;
    let read = own(&page, Some(found.dossier)).await?;
    let (frame, words) = frame(&page, &read.fields);
    let (author, shields) = (found.entry.author, &found.shields);
    let mut readers = found.involved.clone();
    readers.retain(|it| shields.iter().all(|shield| !shield.hides_from(it.staff, author)));
    let names: Vec<String> = names(&readers, found.entry.domain);
    let mut effort = Effort::default();
    let earlier = found.versions.windows(2).map(|pair| Earlier {
        since: Since::between(
            (&pair[1].facts, &pair[1].opinion),
            (&pair[0].facts, &pair[0].opinion),
            &mut effort,
        ),
        until: moment(words, pair[0].recorded_at),
        reason: pair[0].reason.to_string(),
        facts: pair[1].facts.to_string(),
        opinion: pair[1].opinion.to_string(),
    });
    Ok(html(&EntryPage {
        frame,
        entry: entry_line(words, &found.entry),
        source: words.code("told", &found.entry.source),
        recorded: moment(words, found.entry.recorded_at),
        readers: words.with("portal-readers-list", &[("names", names.join(", ").into())]),
        earlier: earlier.collect(),
        hidden_from: shields.iter().map(|it| shield::audience(words, it)).collect(),
        back: "/mijn/dossier".to_owned(),
    }))
}

fn names(involved: &[Involved], domain: domain::LegalDomain) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for worker in involved.iter().filter(|worker| worker.domain == domain) {
        if !names.contains(&worker.name) {
            names.push(worker.name.clone());
        }
    }
    names
}

/// `/mijn/gekeken`
pub(crate) async fn looked(page: ResidentPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let chosen = Chosen::of(&page, &asked).await?;
    let read = own(&page, chosen.dossier).await?;
    page.show(ReadLooks(read.head.dossier), &(&page, &chosen, &read), |looks, (page, chosen, read)| {
        let (frame, words) = frame(page, &read.fields);
        let days = summarise(&looks.lines());
        html(&LookedPage {
            frame,
            houses: chosen.houses("/mijn/gekeken"),
            days: days
                .iter()
                .map(|day| look_day(words, day, looks, (&chosen.ending(), page.today())))
                .collect(),
        })
    })
    .await
}

fn look_day(words: Words, day: &Day, read: &LooksRead, around: Around<'_>) -> LookDay {
    let own = day.own.iter().map(|own| LookLine {
        who: own.name.clone(),
        role: words.t("looked-own"),
        what: words.with("look-times", &[("times", own.times.into())]),
        reason: String::new(),
        later: String::new(),
        about: None,
        other: false,
        judging: String::new(),
        ask: ask_link(words, read, &own.ids, around),
    });
    let others = day.others.iter().map(|line| {
        let (who, role) = match &line.who {
            Who::Named { name, .. } => (name.clone(), words.t("looked-involved")),
            Who::ByFunction { function, team } if team.is_empty() => {
                (words.code("function", function.code()), String::new())
            }
            Who::ByFunction { function, team } => {
                let function = words.code("function", function.code());
                (if team.is_empty() { function } else { format!("{function}, {team}") }, String::new())
            }
        };
        let time = words.time(amsterdam(line.at).time());
        LookLine {
            who,
            role: if line.emergency { words.t("looked-emergency") } else { role },
            what: words.with(
                "look-at-time",
                &[("what", words.code("action", &line.action).into()), ("time", time.into())],
            ),
            reason: match &line.reason {
                Some(code) if line.emergency => words.code("emergency-why", code),
                code => reason(words, code.as_deref().unwrap_or_default()),
            },
            later: told_later(words, read, line),
            about: line
                .id
                .filter(|_| line.action == "OpenEmergency")
                .map(|id| format!("/mijn/gekeken/{id}/noodtoegang{}", around.0)),
            other: matches!(line.who, Who::ByFunction { .. }) || line.emergency,
            judging: judging(words, read, line, around.1),
            ask: ask_link(words, read, line.id.as_slice(), around),
        }
    });
    LookDay { label: words.weekday_and_date(day.date), lines: own.chain(others).collect() }
}

/// At the line of an emergency access: by when somebody else judges it, or what came of that (ux §6.3).
fn judging(
    words: Words,
    read: &LooksRead,
    line: &domain::access_summary::Line,
    today: jiff::civil::Date,
) -> String {
    if line.action != "OpenEmergency" {
        return String::new();
    }
    match read.judging_of(line.at) {
        None => String::new(),
        Some(it) => match it.outcome {
            Some(outcome) => words.code("looked-judged", outcome.code()),
            None if today > it.due => words.t("looked-judged-late"),
            None => words.with("looked-judged-by", &[("day", words.date(it.due).into())]),
        },
    }
}

/// That an emergency access was told later than it was; said once, at the line of its opening (SHA-12).
fn told_later(words: Words, read: &LooksRead, line: &domain::access_summary::Line) -> String {
    let told = read.told_later.iter().rfind(|it| it.opened_at == line.at && line.action == "OpenEmergency");
    told.map_or_else(String::new, |told| later(words, told))
}

/// From when until when it was left out, and why where that may be told.
fn later(words: Words, told: &app::withhold::ToldLater) -> String {
    let days = [("from", words.date(told.from).into()), ("until", words.date(told.until).into())];
    let ground = told.ground.map(|it| words.code("told-later", it.code()));
    [Some(words.with("looked-told-later", &days)), ground].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What an address ends in, and the day of today.
type Around<'a> = (&'a str, jiff::civil::Date);

/// The reason of a look, where its code has words; a code is for machines.
pub(crate) fn reason(words: Words, code: &str) -> String {
    const TOLD: [&str; 6] =
        ["own-words", "log-complaint", "log-request", "log-signal", "log-sample", SENT_AGAIN];
    match code.parse::<domain::InvestigationGround>() {
        Ok(ground) => words.code("investigation", ground.code()),
        Err(_) if TOLD.contains(&code) || code.parse::<domain::plan::PrintPurpose>().is_ok() => {
            words.code("reason", code)
        }
        Err(_) => String::new(),
    }
}

/// Asking why, or where the question stands. A line of a moment ago has no name yet, so nothing to ask by.
fn ask_link(words: Words, read: &LooksRead, ids: &[LookId], (ending, today): Around<'_>) -> Option<AskLink> {
    let first = ids.first()?;
    let Some(asked) = read.asked_of(ids) else {
        return Some(AskLink {
            href: format!("/mijn/gekeken/{first}/vraag{ending}"),
            label: words.t("inquiry-ask"),
            about: String::new(),
            new: false,
        });
    };
    let (label, about) = if asked.answered {
        (words.t("inquiry-read-answer"), String::new())
    } else {
        let due = words.date(asked.due_on);
        let key = if today > asked.due_on { "inquiry-waits-late" } else { "inquiry-waits-until" };
        (words.t("inquiry-waits"), words.with(key, &[("day", due.into())]))
    };
    let new = asked.answered && !asked.seen;
    Some(AskLink { href: format!("/mijn/gekeken/vragen/{}", asked.id), label, about, new })
}

/// `/mijn/gegevens`
pub(crate) async fn details(page: ResidentPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let chosen = Chosen::of(&page, &asked).await?;
    let read = own(&page, chosen.dossier).await?;
    let (frame, words) = frame(&page, &read.fields);
    Ok(html(&DetailsPage {
        frame,
        houses: chosen.houses("/mijn/gegevens"),
        questions: questions(words, &read.head),
        fields: detail_lines(words, &read.fields, "told"),
        informed: informed(words, &read.informed, "portal-agreement"),
    }))
}

/// What somebody asked, as it stands in the dossier (art. 15 AVG).
fn questions(words: Words, head: &Head) -> Vec<OwnQuestion> {
    let question = |part: &Part| {
        let since = words.with("portal-question-since", &[("day", day(words, part.opened_at).into())]);
        let mostly = part.life_area.as_ref().map(|it| {
            let area = words.code("life-area", it.as_str());
            words.with("portal-question-about", &[("area", area.into())])
        });
        OwnQuestion {
            domain: domain(words, part.domain),
            question: part.question.to_string(),
            about: [Some(since), mostly].into_iter().flatten().collect::<Vec<_>>().join(" "),
        }
    };
    head.parts.iter().map(question).collect()
}
