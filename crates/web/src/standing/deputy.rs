//! `/toezicht/vervanging`: the deputy stands in for the coordinator for some days. What is to be assigned and judged goes
//! to them from then on (ACC-04, ACC-09).

use app::standing::{Arrange, EndTeamAbsence, NotHeld, ReadTeamStanding, TeamStanding};
use axum::extract::Path;
use axum::response::Response;
use domain::Function;

use super::{absence, days, end_button, form, say_why};
use crate::answer::{html, see_other, to_mend};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::view::standing::DeputyPage;
use crate::view::{FieldErrors, Form};

/// `/toezicht/vervanging`
pub(crate) async fn show(page: StaffPage) -> Result<Response, Response> {
    let form = form(&page).await?;
    page.show(ReadTeamStanding(page.post.team), &(&page, form), |team, (page, form)| {
        html(&deputy_page(page, team, form.clone()))
    })
    .await
}

fn deputy_page(page: &StaffPage, team: &TeamStanding, form: Form) -> DeputyPage {
    let (words, now) = (page.words(), page.app().now());
    let deputies = team.people.iter().filter(|it| it.function == Function::Deputy);
    let own = team.absences.iter().filter(|it| it.staff == page.post.staff);
    DeputyPage {
        frame: page.frame(),
        form,
        deputies: deputies.map(|it| it.name.clone()).collect(),
        times: own
            .map(|it| {
                let action = format!("/toezicht/vervanging/{}/eind", it.id);
                let label = words.t(if it.from > now { "absence-cancel" } else { "absence-end" });
                absence(words, it, Some(end_button(page, action, label)))
            })
            .collect(),
        arranges: page.post.function == Function::Coordinator,
    }
}

/// Lets the deputy stand in.
pub(crate) async fn arrange(sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let team = page.read(ReadTeamStanding(page.post.team)).await?;
    let mut errors = FieldErrors::default();
    if let Some((from, until)) = days(&typed, page.words(), &mut errors) {
        match page.perform(Arrange { team: page.post.team, from, until }).await? {
            Ok(()) => return Ok(see_other("/toezicht/vervanging")),
            Err(refused) => say_why(refused, page.words(), &mut errors),
        }
    }
    Ok(to_mend(&deputy_page(&page, &team, page.form_again(typed).but(errors))))
}

/// Back earlier.
pub(crate) async fn end(Path(id): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let Ok(absence) = id.parse() else { return Err(refused::absent(&sent.page)) };
    match sent.page.perform(EndTeamAbsence { team: sent.page.post.team, absence }).await? {
        Ok(()) | Err(NotHeld) => Ok(see_other("/toezicht/vervanging")),
    }
}
