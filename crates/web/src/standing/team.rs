//! `/toezicht/team`: who is absent, and who may not help whom, as far as a coordinator may know.

use app::involvement::{ReadLoads, SoonUnattended, TeamLoads, Unattended, WithoutWorker, WithoutWorkerSoon};
use app::standing::{
    Colleague, EndConflict, EndTeamAbsence, NotHeld, ReadTeamStanding, TeamAbsence, TeamStanding,
};
use axum::extract::Path;
use axum::response::Response;
use domain::StaffId;
use jiff::ToSpan;
use text::Words;

use super::{absence, conflict, days, end_button, form, say_why};
use crate::answer::{html, see_other, to_mend};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::view::standing::{AbsencePage, TeamMember, TeamPage, UnattendedRow};
use crate::view::{Choice, FieldErrors, Form};
use crate::wording::{day, domain, number};

/// `/toezicht/team`
pub(crate) async fn show(page: StaffPage) -> Result<Response, Response> {
    // Dividing is the coordinator's; a deputy who does not act knows the people only (ACC-09).
    let without = match page.post.coordinates_now {
        true => page.read(WithoutWorker(page.post.team)).await?,
        false => Vec::new(),
    };
    let soon = match page.post.coordinates_now {
        true => page.read(WithoutWorkerSoon(page.post.team)).await?,
        false => Vec::new(),
    };
    let carried = match page.post.coordinates_now {
        true => Some(page.read(ReadLoads(page.post.team)).await?),
        false => None,
    };
    let around = (&page, &without, &soon, &carried);
    page.show(ReadTeamStanding(page.post.team), &around, |team, (page, without, soon, carried)| {
        let words = page.words();
        let now = page.app().now();
        let people = team.people.iter().map(|person| {
            let of = |staff| staff == person.staff;
            let away = team.absences.iter().filter(|it| of(it.staff)).map(|it| {
                let action = format!("/toezicht/team/afwezig/{}/eind", it.id);
                let label = words.t(if it.from > now { "absence-cancel" } else { "absence-end" });
                absence(words, it, Some(end_button(page, action, label)))
            });
            // Nobody takes down their own wall (ACC-05).
            let may_end = page.post.coordinates_now && person.staff != page.post.staff;
            let walls = team.conflicts.iter().filter(|it| of(it.staff)).map(|it| {
                let action = format!("/toezicht/team/belang/{}/eind", it.id);
                let end = may_end.then(|| end_button(page, action, words.t("tie-end")));
                conflict(words, it, end)
            });
            TeamMember {
                name: person.name.clone(),
                function: words.code("function", person.function.code()),
                load: carried.as_ref().map(|it| load(words, it, person.staff)).unwrap_or_default(),
                replaced: carried.as_ref().map(|it| replaced(words, it, person.staff)).unwrap_or_default(),
                leaves: carried.as_ref().map(|it| leaves(words, it, person.staff)).unwrap_or_default(),
                hand_on: carried.as_ref().map(|it| hand_on(it, person.staff)).unwrap_or_default(),
                find: carried.as_ref().map_or_else(String::new, |_| find_for(page, person)),
                held: away.chain(walls).collect(),
            }
        });
        html(&TeamPage {
            frame: page.frame(),
            team: page.post.team_name.clone(),
            divides: page.post.coordinates_now,
            unattended: without.iter().map(|part| unattended(words, part)).collect(),
            soon: soon.iter().map(|part| soon_unattended(words, part)).collect(),
            people: people.collect(),
        })
    })
    .await
}

/// What somebody carries, in words.
fn load(words: Words, team: &TeamLoads, staff: StaffId) -> String {
    let load = team.loads.iter().find(|it| it.staff == staff);
    let count = |it: Option<u64>| it.and_then(|count| i64::try_from(count).ok()).unwrap_or_default();
    let (now, later) = (count(load.map(|it| it.now)), count(load.map(|it| it.to_come)));
    words.with("team-load", &[("now", now.into()), ("later", later.into())])
}

fn replaced(words: Words, team: &TeamLoads, staff: StaffId) -> String {
    let names: Vec<&str> =
        team.replacing.iter().filter(|it| it.staff == staff).map(|it| it.by.as_str()).collect();
    if names.is_empty() {
        return String::new();
    }
    words.with("team-replaced", &[("name", names.join(", ").into())])
}

/// The last day at work, not the moment after it.
fn leaves(words: Words, team: &TeamLoads, staff: StaffId) -> String {
    let Some(leaving) = team.leaving.iter().find(|it| it.staff == staff) else { return String::new() };
    words.with("team-leaves", &[("day", day(words, leaving.until - 1.second()).into())])
}

fn unattended(words: Words, part: &Unattended) -> UnattendedRow {
    let back = |at| words.with("team-unattended-back", &[("day", day(words, at).into())]);
    UnattendedRow {
        number: number(part.number),
        domain: domain(words, part.domain),
        from: String::new(),
        back: part.back.map(back).unwrap_or_default(),
        assign: format!("/toezicht/toewijzen/{}", part.dossier),
    }
}

fn soon_unattended(words: Words, part: &SoonUnattended) -> UnattendedRow {
    let back = |at| words.with("team-unattended-back", &[("day", day(words, at).into())]);
    UnattendedRow {
        number: number(part.number),
        domain: domain(words, part.domain),
        from: words.with("team-soon-from", &[("day", day(words, part.gap.from).into())]),
        back: part.gap.back.map(back).unwrap_or_default(),
        assign: format!("/toezicht/toewijzen/{}", part.dossier),
    }
}

/// Where a question is looked for that fits a colleague; empty for who carries no cases.
fn find_for(page: &StaffPage, person: &Colleague) -> String {
    let may = page.post.coordinates_now && person.function.carries_cases();
    if may { format!("/toezicht?voor={}", person.staff) } else { String::new() }
}

/// Where what a colleague carries is handed on.
fn hand_on(team: &TeamLoads, staff: StaffId) -> String {
    let carries = team.loads.iter().any(|it| it.staff == staff && it.now + it.to_come > 0);
    if carries { format!("/toezicht/overdragen/{staff}") } else { String::new() }
}

fn absence_page(page: &StaffPage, team: &TeamStanding, form: Form) -> AbsencePage {
    AbsencePage {
        frame: page.frame(),
        form,
        people: team.people.iter().map(|it| Choice::new(it.staff.to_string(), it.name.clone())).collect(),
        action: "/toezicht/team/afwezig".into(),
        cancel: "/toezicht/team".into(),
    }
}

/// `/toezicht/team/afwezig`
pub(crate) async fn ask_absence(page: StaffPage) -> Result<Response, Response> {
    let team = page.read(ReadTeamStanding(page.post.team)).await?;
    let form = form(&page).await?;
    Ok(html(&absence_page(&page, &team, form)))
}

/// Somebody of the team is or will be absent.
pub(crate) async fn absent(sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let team = page.read(ReadTeamStanding(page.post.team)).await?;
    let words = page.words();
    let mut errors = FieldErrors::default();
    let staff = typed.get("worker").parse::<StaffId>();
    if staff.is_err() {
        errors.put("worker", words.t("absence-who-missing"));
    }
    if let (Some((from, until)), Ok(staff)) = (days(&typed, words, &mut errors), staff) {
        match page.perform(TeamAbsence { team: page.post.team, staff, from, until }).await? {
            Ok(()) => return Ok(see_other("/toezicht/team")),
            Err(refused) => say_why(refused, words, &mut errors),
        }
    }
    Ok(to_mend(&absence_page(&page, &team, page.form_again(typed).but(errors))))
}

/// Somebody is back earlier.
pub(crate) async fn end_absence(Path(id): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let Ok(absence) = id.parse() else { return Err(refused::absent(&sent.page)) };
    match sent.page.perform(EndTeamAbsence { team: sent.page.post.team, absence }).await? {
        Ok(()) | Err(NotHeld) => Ok(see_other("/toezicht/team")),
    }
}

/// Ends a conflict that somebody else declared.
pub(crate) async fn end_conflict(Path(id): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let Ok(conflict) = id.parse() else { return Err(refused::absent(&sent.page)) };
    match sent.page.perform(EndConflict { team: sent.page.post.team, conflict }).await? {
        Ok(()) | Err(NotHeld) => Ok(see_other("/toezicht/team")),
    }
}
