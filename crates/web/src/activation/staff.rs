//! `/beheer/medewerkers`: the administrator gives a colleague a way in. Nothing of a client stands here.

use app::activation::{Issued, ListStaff, StaffAccount, ToStaff, ToStaffRefused};
use axum::extract::Path;
use axum::response::Response;
use domain::StaffId;

use super::{document, documents, given, slip_page, whats};
use crate::answer::{html, see_other, to_mend};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::{StaffSent, once};
use crate::view::activation::{AccountLine, AccountsPage, StaffDeskPage};
use crate::view::{FieldErrors, Form};

/// The staff of one's own organisation.
pub(crate) async fn list(page: StaffPage) -> Result<Response, Response> {
    let accounts = page.read(ListStaff).await?;
    let words = page.words();
    let lines = accounts.into_iter().map(|line| AccountLine {
        // Nobody gives themselves a way in (C58).
        give: (line.staff != page.post.staff).then(|| format!("/beheer/medewerkers/{}", line.staff)),
        function: words.code("function", &line.function),
        name: line.name,
        team: line.team,
        login_name: line.login_name,
        activated: line.activated,
    });
    Ok(html(&AccountsPage { frame: page.frame(), accounts: lines.collect() }))
}

/// The colleague of an address, when there is one, and it may be done now (ACC-16).
async fn colleague(page: &StaffPage, staff: &str) -> Result<StaffAccount, Response> {
    let accounts = page.read(ListStaff).await?;
    let wanted = staff.parse::<StaffId>().ok().filter(|id| *id != page.post.staff);
    let found = accounts.into_iter().find(|line| Some(line.staff) == wanted);
    let found = found.ok_or_else(|| refused::absent(page))?;
    if page.is_fresh() {
        Ok(found)
    } else {
        Err(see_other(&format!("/opnieuw?terug=/beheer/medewerkers/{}", found.staff)))
    }
}

fn desk_page(page: &StaffPage, colleague: &StaffAccount, form: Form) -> StaffDeskPage {
    StaffDeskPage {
        frame: page.frame(),
        form,
        name: colleague.name.clone(),
        action: format!("/beheer/medewerkers/{}", colleague.staff),
        documents: documents(page.words()),
        whats: whats(page.words()),
    }
}

/// Asks which document was seen.
pub(crate) async fn ask(page: StaffPage, Path(staff): Path<String>) -> Result<Response, Response> {
    let colleague = colleague(&page, &staff).await?;
    Ok(html(&desk_page(&page, &colleague, page.form_once())))
}

/// Makes the slip.
pub(crate) async fn issue(Path(staff): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let colleague = colleague(&page, &staff).await?;
    let mut errors = FieldErrors::default();
    let document = document(page.words(), &typed, &mut errors);
    let given = given(page.words(), &typed, &mut errors);
    if let (Some(document), Some((with_code, with_list))) = (document, given) {
        let slip = page.app().new_slip(document, with_code, with_list);
        let form = once(&typed).unwrap_or_else(|| page.app().random_id());
        let give = ToStaff { staff: colleague.staff, slip: slip.clone(), form };
        match page.perform(give).await? {
            Ok(Issued::Slip(made)) => {
                return Ok(slip_page(&page, page.words(), made, slip, "/beheer/medewerkers"));
            }
            Ok(Issued::CannotSay) => errors.put("", page.t("desk-cannot-say")),
            Err(ToStaffRefused::MadeAlready) => {
                errors.put("", page.t("desk-made-already"));
                return Ok(to_mend(&desk_page(&page, &colleague, page.form_once().but(errors))));
            }
        }
    }
    Ok(to_mend(&desk_page(&page, &colleague, page.form_again(typed).but(errors))))
}
