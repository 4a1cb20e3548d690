//! "Wie mag wat zien?" for everybody, as a page and as a table to take away (ACC-14, UX-R15). About rules, never about
//! people: no session is needed and nothing is recorded.

use app::model::{Deed, Model, Tick};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use text::Words;

use crate::answer::html;
use crate::page::{Page, Visit};
use crate::view::Frame;
use crate::view::model::{DeedLine, ModelPage, RuleLine, SubjectLines, WhoLine};
use crate::wording;

/// How many functions of staff there are: when all of them may, one word is enough.
const FUNCTIONS: usize = domain::Function::ALL.len();

/// `/autorisatiemodel`
pub(crate) async fn show(visit: Visit, page: Option<Page>) -> Response {
    let frame: Frame = page.map_or_else(|| visit.frame(), |page| page.frame());
    let words = frame.words;
    let model = visit.app().model();
    let subjects = model.subjects.iter().map(|subject| SubjectLines {
        id: format!("over-{}", subject.code),
        heading: words.code("subject", subject.code),
        deeds: deed_lines(words, &subject.deeds),
    });
    let functions = |codes: &[&str]| {
        let names: Vec<String> = codes.iter().map(|code| words.code("function", code)).collect();
        names.join(", ")
    };
    let domains =
        model.domains.iter().map(|(law, codes)| (words.code("domain", law.code()), functions(codes)));
    html(&ModelPage {
        version: model.version.clone(),
        day: wording::day(words, visit.app().now()),
        subjects: subjects.collect(),
        domains: domains.collect(),
        permits: rules(words, model, false),
        forbids: rules(words, model, true),
        of_the_house: model.of_the_house.iter().map(of_the_house).collect(),
        frame,
    })
}

/// `/autorisatiemodel/tabel`: every deed for every role, yes or no. With semicolons and a mark of UTF-8, as the
/// spreadsheets of Dutch offices open it.
pub(crate) async fn table(visit: Visit) -> Response {
    let csv = csv(visit.frame().words, visit.app().model());
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_static("attachment; filename=\"autorisatiemodel.csv\""),
        ),
    ];
    (headers, csv).into_response()
}

/// A line for each group of people: what the same people may do in the same circumstances stands together.
fn deed_lines(words: Words, deeds: &[Deed]) -> Vec<DeedLine> {
    let mut lines: Vec<DeedLine> = Vec::new();
    for deed in deeds {
        let (what, who) = (words.code("deed", deed.action), who(words, deed));
        match lines.iter_mut().find(|line| line.who == who) {
            Some(line) => line.what.push(what),
            None => lines.push(DeedLine { what: vec![what], who }),
        }
    }
    lines
}

fn who(words: Words, deed: &Deed) -> Vec<WhoLine> {
    let mut circumstances: Vec<(&str, bool, Vec<&Tick>)> = Vec::new();
    for tick in &deed.ticks {
        match circumstances.iter_mut().find(|(when, fresh, _)| (*when, *fresh) == (tick.when, tick.fresh)) {
            Some((_, _, ticks)) => ticks.push(tick),
            None => circumstances.push((tick.when, tick.fresh, vec![tick])),
        }
    }
    let who = circumstances.into_iter().map(|(when, fresh, ticks)| {
        let roles: Vec<String> = if ticks.iter().filter(|tick| tick.is_staff).count() == FUNCTIONS {
            vec![words.t("model-every-worker")]
        } else {
            ticks.iter().map(|tick| role(words, tick.role, tick.is_staff)).collect()
        };
        let by_itself = ticks.iter().all(|tick| tick.role == "clock");
        WhoLine {
            when: if by_itself { String::new() } else { words.code("when", when) },
            roles: roles.join(", "),
            fresh: fresh && !by_itself,
        }
    });
    who.collect()
}

fn role(words: Words, code: &str, is_staff: bool) -> String {
    words.code(if is_staff { "function" } else { "who" }, code)
}

fn rules(words: Words, model: &Model, forbids: bool) -> Vec<RuleLine> {
    let rules = model.rules.iter().filter(|rule| rule.forbids == forbids);
    let line = |rule: &app::model::Described| RuleLine {
        id: rule.id.clone(),
        says: words.code("rule", &rule.id),
        source: rule.source.clone(),
    };
    rules.map(line).collect()
}

fn of_the_house(rule: &app::model::Described) -> RuleLine {
    RuleLine {
        id: rule.id.clone(),
        says: rule.reason.clone().unwrap_or_default(),
        source: rule.source.clone(),
    }
}

fn csv(words: Words, model: &Model) -> String {
    let heads = [
        "model-csv-deed",
        "model-csv-role",
        "model-csv-may",
        "model-csv-when",
        "model-csv-fresh",
        "model-csv-rules",
    ];
    let mut out = String::from("\u{feff}");
    line(&mut out, &heads.map(|key| words.t(key)));
    let yes_or_no = |yes| words.t(if yes { "model-csv-yes" } else { "model-csv-no" });
    for deed in model.subjects.iter().flat_map(|subject| &subject.deeds) {
        for (code, is_staff) in &model.roles {
            let mut cells = [
                words.code("deed", deed.action),
                role(words, code, *is_staff),
                yes_or_no(false),
                String::new(),
                String::new(),
                String::new(),
            ];
            let mut ticks = deed.ticks.iter().filter(|tick| tick.role == *code).peekable();
            if ticks.peek().is_none() {
                line(&mut out, &cells);
            }
            for tick in ticks {
                cells[2] = yes_or_no(true);
                cells[3] = words.code("when", tick.when);
                cells[4] = yes_or_no(tick.fresh);
                cells[5] = tick.rules.join(" ");
                line(&mut out, &cells);
            }
        }
    }
    out
}

/// One row; every cell between quotes, so that no word of ours is taken for a separator.
fn line(out: &mut String, cells: &[String; 6]) {
    let quoted = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
    out.push_str(&quoted.collect::<Vec<_>>().join(";"));
    out.push_str("\r\n");
}
