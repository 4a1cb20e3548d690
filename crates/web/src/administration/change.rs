//! The forms: somebody new, another function or team, the end of a post, a training. Each after password and code.

use app::post::{
    Appoint, AppointRefused, ChangeRefused, End, ListTeams, Move, NoteTraining, ReadOne, TeamName,
    TrainingRefused, When, WithTeams,
};
use axum::extract::Path;
use axum::response::Response;
use domain::post::PostFault;
use domain::{Function, StaffId, TeamId};
use jiff::civil::Date;
use text::Words;

use super::users::{base, staff_of};
use super::{functions, teams};
use crate::answer::{html, see_other, to_mend};
use crate::entry::problem_key;
use crate::page::StaffPage;
use crate::sent::{StaffSent, once};
use crate::typed_date;
use crate::view::administration::{EndPage, MovePage, NewUserPage, TrainingPage};
use crate::view::{Choice, FieldErrors, Form, Typed};

/// What was typed about a post.
struct TypedPost {
    function: Function,
    team: Option<TeamId>,
    from: Date,
}

fn read_post(typed: &Typed, words: Words, errors: &mut FieldErrors) -> Option<TypedPost> {
    let function = typed.get("function").parse::<Function>().ok();
    if function.is_none() {
        errors.put("function", words.t("users-function-missing"));
    }
    let team = match typed.get("team") {
        "" => Ok(None),
        team => team.parse::<TeamId>().map(Some),
    };
    if team.is_err() {
        errors.put("team", words.t("users-team-missing"));
    }
    let from = needed_date(typed, "from", words, errors);
    Some(TypedPost { function: function?, team: team.ok()?, from: from? })
}

fn needed_date(typed: &Typed, name: &str, words: Words, errors: &mut FieldErrors) -> Option<Date> {
    let date = typed_date::date(typed, name, words, errors);
    if date.is_none() && errors.of(name).is_none() {
        errors.put(name, words.t("fault-missing"));
    }
    date
}

fn say_fault(why: PostFault, words: Words, day: &str, errors: &mut FieldErrors) {
    match why {
        PostFault::Past => errors.put(day, words.t("users-past")),
        PostFault::Privileged => errors.put("function", words.t("users-privileged")),
        PostFault::NoTeam => errors.put("team", words.t("users-team-missing")),
    }
}

fn say_why(why: ChangeRefused, words: Words, day: &str, errors: &mut FieldErrors) {
    match why {
        ChangeRefused::Post(why) => say_fault(why, words, day, errors),
        ChangeRefused::Dossiers(_) => errors.put("told", words.t("users-told-missing")),
        ChangeRefused::Overtaken => errors.put("", words.t("users-overtaken")),
        ChangeRefused::Over => errors.put("", words.t("users-over")),
        ChangeRefused::NoSuchTeam => errors.put("team", words.t("users-team-missing")),
        ChangeRefused::Same => errors.put("function", words.t("users-same")),
    }
}

/// The form as it was left, or a fresh one.
async fn form_of(page: &StaffPage) -> Result<Form, Response> {
    Ok(match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form_once(),
    })
}

fn new_page(page: &StaffPage, known: &[TeamName], form: Form) -> NewUserPage {
    NewUserPage { functions: functions(page.words()), teams: teams(known), frame: page.frame(), form }
}

/// `/beheer/gebruikers/nieuw`
pub(crate) async fn ask_new(page: StaffPage) -> Result<Response, Response> {
    let known = page.read(ListTeams).await?;
    let mut form = form_of(&page).await?;
    if form.values.get("from-year").is_empty() {
        typed_date::put(&mut form.values, "from", page.today());
    }
    Ok(html(&new_page(&page, &known, form)))
}

/// Gives somebody new a post.
pub(crate) async fn appoint(sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, body } = sent;
    let known = page.read(ListTeams).await?;
    if !page.is_fresh() {
        return Err(page.confirm_first(body).await);
    }
    let words = page.words();
    let mut errors = FieldErrors::default();
    if domain::text_input::is_blank(typed.get("name")) {
        errors.put("name", words.t("users-name-missing"));
    }
    let post = read_post(&typed, words, &mut errors);
    if let (Some(post), true) = (post, errors.is_empty()) {
        let new = Appoint {
            name: typed.get("name").to_owned(),
            phone: typed.get("phone").to_owned(),
            function: post.function,
            team: post.team,
            from: post.from,
            form: once(&typed).unwrap_or_else(|| page.app().random_id()),
        };
        match page.perform(new).await? {
            Ok(staff) => return Ok(see_other(&format!("{}?klaar=nieuw", base(staff)))),
            Err(AppointRefused::Post(why)) => say_fault(why, words, "from", &mut errors),
            Err(AppointRefused::NoSuchTeam) => errors.put("team", words.t("users-team-missing")),
            Err(AppointRefused::Field(why)) => errors.put(why.field, words.t(problem_key(why.problem))),
        }
    }
    Ok(to_mend(&new_page(&page, &known, page.form_again(typed).but(errors))))
}

/// That dossiers need another worker, if any do.
fn dossiers(words: Words, found: &WithTeams) -> Option<String> {
    let many = found.post.dossiers;
    (many > 0).then(|| words.with("users-dossiers-left", &[("many", i64::from(many).into())]))
}

fn move_page(page: &StaffPage, found: &WithTeams, form: Form) -> MovePage {
    let words = page.words();
    MovePage {
        name: found.post.line.name.clone(),
        base: base(found.post.line.staff),
        functions: functions(words),
        teams: teams(&found.teams),
        dossiers: dossiers(words, found),
        frame: page.frame(),
        form,
    }
}

/// `/beheer/gebruikers/{staff}/wijzigen`
pub(crate) async fn ask_move(page: StaffPage, Path(staff): Path<String>) -> Result<Response, Response> {
    let found = page.read(ReadOne(staff_of(&page, &staff)?)).await?;
    let mut form = form_of(&page).await?;
    let post = &found.post;
    form.values.put_if_empty("read", &post.turn.to_string());
    form.values.put_if_empty("function", post.line.function.code());
    form.values.put_if_empty("team", &post.team.map(|it| it.to_string()).unwrap_or_default());
    if form.values.get("from-year").is_empty() {
        typed_date::put(&mut form.values, "from", page.today());
    }
    Ok(html(&move_page(&page, &found, form)))
}

/// Gives a colleague another function or team.
pub(crate) async fn change(Path(staff): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, body } = sent;
    let staff = staff_of(&page, &staff)?;
    let found = page.read(ReadOne(staff)).await?;
    if !page.is_fresh() {
        return Err(page.confirm_first(body).await);
    }
    let words = page.words();
    let mut errors = FieldErrors::default();
    if let Some(post) = read_post(&typed, words, &mut errors) {
        let (told, read) = (typed.ticked("told"), read_turn(&typed));
        let to = Move { staff, function: post.function, team: post.team, from: post.from, told, read };
        match page.perform(to).await? {
            Ok(staff) => return Ok(see_other(&format!("{}?klaar=gewijzigd", base(staff)))),
            Err(why) => say_why(why, words, "from", &mut errors),
        }
    }
    Ok(to_mend(&move_page(&page, &found, page.form_again(now_read(typed, &found)).but(errors))))
}

/// How many changes had been read when the form was made.
fn read_turn(typed: &Typed) -> u32 {
    typed.get("read").parse().unwrap_or(u32::MAX)
}

/// The same form, with what is read now.
fn now_read(typed: Typed, found: &WithTeams) -> Typed {
    let kept: Vec<(String, String)> =
        typed.pairs().iter().filter(|(name, _)| name != "read").cloned().collect();
    let mut typed = Typed::from(kept);
    typed.put("read", found.post.turn.to_string());
    typed
}

fn end_page(page: &StaffPage, found: &WithTeams, form: Form) -> EndPage {
    let words = page.words();
    EndPage {
        name: found.post.line.name.clone(),
        base: base(found.post.line.staff),
        whens: vec![
            Choice::new("now", words.t("users-end-now")).hint(words.t("users-end-now-hint")),
            Choice::new("after", words.t("users-end-after")),
        ],
        dossiers: dossiers(words, found),
        frame: page.frame(),
        form,
    }
}

/// `/beheer/gebruikers/{staff}/beeindigen`
pub(crate) async fn ask_end(page: StaffPage, Path(staff): Path<String>) -> Result<Response, Response> {
    let found = page.read(ReadOne(staff_of(&page, &staff)?)).await?;
    let mut form = form_of(&page).await?;
    form.values.put_if_empty("read", &found.post.turn.to_string());
    Ok(html(&end_page(&page, &found, form)))
}

/// Ends a post.
pub(crate) async fn end(Path(staff): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, body } = sent;
    let staff = staff_of(&page, &staff)?;
    let found = page.read(ReadOne(staff)).await?;
    if !page.is_fresh() {
        return Err(page.confirm_first(body).await);
    }
    let words = page.words();
    let mut errors = FieldErrors::default();
    let when = match typed.get("when") {
        "now" => Some(When::Now),
        "after" => needed_date(&typed, "last", words, &mut errors).map(When::After),
        _ => {
            errors.put("when", words.t("users-when-missing"));
            None
        }
    };
    if let Some(when) = when {
        let end = End { staff, when, told: typed.ticked("told"), read: read_turn(&typed) };
        match page.perform(end).await? {
            Ok(()) => return Ok(see_other(&format!("{}?klaar=beeindigd", base(staff)))),
            Err(why) => say_why(why, words, "last", &mut errors),
        }
    }
    Ok(to_mend(&end_page(&page, &found, page.form_again(now_read(typed, &found)).but(errors))))
}

fn training_page(page: &StaffPage, found: &WithTeams, staff: StaffId, form: Form) -> TrainingPage {
    TrainingPage { name: found.post.line.name.clone(), base: base(staff), frame: page.frame(), form }
}

/// `/beheer/gebruikers/{staff}/training`
pub(crate) async fn ask_training(page: StaffPage, Path(staff): Path<String>) -> Result<Response, Response> {
    let staff = staff_of(&page, &staff)?;
    let found = page.read(ReadOne(staff)).await?;
    let form = form_of(&page).await?;
    Ok(html(&training_page(&page, &found, staff, form)))
}

/// Notes that a training was passed.
pub(crate) async fn note_training(Path(staff): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, body } = sent;
    let staff = staff_of(&page, &staff)?;
    let found = page.read(ReadOne(staff)).await?;
    if !page.is_fresh() {
        return Err(page.confirm_first(body).await);
    }
    let words = page.words();
    let mut errors = FieldErrors::default();
    if let Some(passed_on) = needed_date(&typed, "passed", words, &mut errors) {
        match page.perform(NoteTraining { staff, passed_on }).await? {
            Ok(()) => return Ok(see_other(&format!("{}?klaar=training", base(staff)))),
            Err(TrainingRefused::Future) => errors.put("passed", words.t("users-training-future")),
        }
    }
    Ok(to_mend(&training_page(&page, &found, staff, page.form_again(typed).but(errors))))
}
