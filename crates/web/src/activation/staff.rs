//! `/beheer/gebruikers/{staff}/inlogcode`: the administrator gives a colleague a way in. Nothing of a client stands here.

use app::activation::{Issued, ListStaff, StaffAccount, ToStaff, ToStaffRefused};
use axum::extract::Path;
use axum::response::Response;
use domain::StaffId;

use super::{document, documents, given, slip_page, whats};
use crate::answer::{html, see_other, to_mend};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::{StaffSent, once};
use crate::view::activation::StaffDeskPage;
use crate::view::{FieldErrors, Form};

/// The colleague of an address, when there is one, and it may be done now (ACC-16).
async fn colleague(page: &StaffPage, staff: &str) -> Result<StaffAccount, Response> {
    let accounts = page.read(ListStaff).await?;
    let wanted = staff.parse::<StaffId>().ok().filter(|id| *id != page.post.staff);
    let found = accounts.into_iter().find(|line| Some(line.staff) == wanted);
    let found = found.ok_or_else(|| refused::absent(page))?;
    if page.is_fresh() {
        Ok(found)
    } else {
        Err(see_other(&format!("/opnieuw?terug={}", address(found.staff))))
    }
}

fn address(staff: StaffId) -> String {
    format!("/beheer/gebruikers/{staff}/inlogcode")
}

fn desk_page(page: &StaffPage, colleague: &StaffAccount, form: Form) -> StaffDeskPage {
    StaffDeskPage {
        frame: page.frame(),
        form,
        name: colleague.name.clone(),
        action: address(colleague.staff),
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
                return Ok(slip_page(&page, page.words(), made, slip, "/beheer/gebruikers"));
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
