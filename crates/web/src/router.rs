//! Every route there is. Each stands in `ROUTES` too, which a test walks as each kind of person.

use std::sync::Arc;

use app::App;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::{get, post};

use crate::caught::{Panicked, caught};
use crate::page::{RequestId, Visit};
use crate::peer::Network;
use crate::refused::problem;
use crate::standing::{deputy, figures, own, shield, team};
use crate::theme::Theme;
use crate::view::refusal::Problem;
use crate::{
    account, activation, administration, birth_date, caseload, contact, document, dossier, draft, emergency,
    entry, explain, family_plan, family_visit, inquiry, intake, involvement, keys, language, log, log_review,
    model, parts, passkey, people, plan, portal, review, search, sign_in, standing, start, task, today,
    withhold,
};

/// The largest body a form may have, in bytes: two long texts, percent-encoded, with room.
pub(crate) const BODY_MAX: usize = 1024 * 1024;

/// What an installation says about itself on every page.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Who runs this: "Buurtteam Waterrijk".
    pub house_name: String,
    pub house_phone: String,
    pub house_visit: String,
    pub house_hours: String,
    /// Cookies go over TLS only; off for a demo on 127.0.0.1.
    pub secure_cookies: bool,
    /// The proxies whose X-Forwarded-For and X-Forwarded-Proto are believed.
    pub trusted_proxies: Vec<Network>,
    /// The house's own looks, over those that are built in.
    pub theme: Option<Theme>,
    /// E-mail leaves from here; otherwise nobody is promised any.
    pub sends_mail: bool,
}

/// What every handler reaches.
#[derive(Clone)]
pub(crate) struct Web {
    pub(crate) app: App,
    pub(crate) settings: Arc<Settings>,
}

macro_rules! routes {
    ($($path:literal => $method:ident $handler:expr $(, $method2:ident $handler2:expr)?;)+) => {
        /// Method and path of every route, for the coverage test.
        pub const ROUTES: &[(&str, &str)] = &[
            $((stringify!($method), $path), $((stringify!($method2), $path),)?)+
        ];

        fn all() -> Router<Web> {
            Router::new()$(.route($path, $method($handler)$(.$method2($handler2))?))+
        }
    };
}

routes! {
    "/" => get start::home;
    "/privacy" => get start::notice;
    "/autorisatiemodel" => get model::show;
    "/autorisatiemodel/tabel" => get model::table;
    "/static/{file}" => get start::asset;
    "/healthz" => get start::alive;
    "/readyz" => get start::ready;
    "/taal/{code}" => get start::language;

    "/inloggen" => get sign_in::ask, post sign_in::first;
    "/inloggen/code" => get sign_in::ask_code, post sign_in::second;
    "/activeren" => get activation::owner::ask, post activation::owner::open;
    "/activeren/kies" => get activation::owner::ask_choice, post activation::owner::choose;
    "/activeren/kies/vraag" => post activation::owner::question;
    "/inloggen/passkey" => post passkey::sign_in;
    "/inloggen/passkey/vraag" => post passkey::question;
    "/uitloggen" => get sign_in::gone, post sign_in::leave;
    "/opnieuw" => get sign_in::ask_again, post sign_in::again;
    "/opnieuw/passkey" => get sign_in::ask_again, post passkey::confirm;
    "/opnieuw/passkey/vraag" => post passkey::question_again;
    "/sessie" => post sign_in::extend;
    "/werk/geheimhouding" => get sign_in::pledge, post sign_in::promise;
    "/werk/niet-klaar" => get sign_in::not_ready;

    "/werk/inloggen" => get account::overview;
    "/werk/inloggen/sessies" => post account::sessions::end_others;
    "/werk/inloggen/sessies/{session}" => post account::sessions::end_one;
    "/werk/inloggen/wachtwoord" => get account::password::ask, post account::password::change;
    "/werk/inloggen/app" => get account::second_factor::ask, post account::second_factor::change;
    "/werk/inloggen/herstelcodes" => get account::codes::ask, post account::codes::renew;
    "/werk/inloggen/mail" => get account::mail::ask, post account::mail::change;
    "/werk/inloggen/passkey" => get account::passkey::ask, post account::passkey::add;
    "/werk/inloggen/passkey/vraag" => post account::passkey::question;
    "/werk/inloggen/passkey/{passkey}/weg" => post account::passkey::remove;

    "/werk" => get today::show;
    "/werk/taken" => get task::list;
    "/werk/dossiers" => get caseload::first_page, post caseload::filtered;

    "/werk/zoeken" => get search::ask, post search::keep;
    "/werk/zoeken/{draft}" => get search::show;

    "/werk/nieuw" => get intake::start, post intake::search;
    "/werk/nieuw/formulier" => get intake::back_to_start, post intake::form;
    "/werk/nieuw/opslaan" => get intake::given_back, post intake::save;
    "/werk/nieuw/klaar/{dossier}" => get intake::done;

    "/werk/balie" => get activation::desk::ask, post activation::desk::issue;

    "/werk/zonder-naam" => get contact::ask, post contact::note;
    "/werk/zonder-naam/lijst" => get contact::list;
    "/werk/zonder-naam/{contact}/weg" => post contact::remove;

    "/werk/noodtoegang" => get emergency::ask, post emergency::open;
    "/werk/noodtoegang/vraag" => get emergency::back_to_form, post emergency::ask_coordinator;
    "/werk/noodtoegang/vraag/{request}/open" => post emergency::open_approved;
    "/werk/noodtoegang/{emergency}/eind" => post emergency::end_own;
    "/werk/noodtoegang/{emergency}/uitleg" => get review::explain::show, post review::explain::explain;
    "/werk/noodtoegang/{emergency}/later" => get withhold::ask, post withhold::propose;
    "/werk/achterhouden/{notice}" => get withhold::desk::show;

    "/werk/notitie" => get entry::choose;
    "/werk/notitie/{dossier}" => get entry::new, post entry::write;
    "/werk/notitie/{dossier}/concept" => post entry::autosave;
    "/werk/concepten" => get draft::list;
    "/werk/concepten/{draft}" => get draft::open;
    "/werk/concepten/{draft}/weg" => post draft::discard;

    "/werk/gezinsbezoek" => get family_visit::ask, post family_visit::send;
    "/werk/gezinsbezoek/concept" => post family_visit::autosave;

    "/werk/toetsen" => get keys::show, post keys::put;
    "/werk/ik" => get own::show;
    "/werk/ik/belang" => get own::ask_conflict, post own::declare;
    "/werk/ik/afwezig" => get own::ask_absence, post own::absent;
    "/werk/ik/afwezig/{absence}/eind" => post own::end_absence;

    "/werk/vervanging" => get involvement::stand_in::ask, post involvement::stand_in::arrange;

    "/werk/dossier/{dossier}" => get dossier::overview;
    "/werk/dossier/{dossier}/vraag" => get parts::ask_question, post parts::add_question;
    "/werk/dossier/{dossier}/afsluiten/{domain}" => get parts::ask_close, post parts::close;
    "/werk/dossier/{dossier}/heropenen/{domain}" => get parts::ask_reopen, post parts::reopen;
    "/werk/dossier/{dossier}/tijdlijn" => get dossier::timeline;
    "/werk/dossier/{dossier}/gezinsplan" => get family_plan::show;
    "/werk/dossier/{dossier}/gezinsplan/nieuw" => get family_plan::form::new, post family_plan::form::save_new;
    "/werk/dossier/{dossier}/gezinsplan/{section}" => get family_plan::section, post family_plan::answer;
    "/werk/dossier/{dossier}/gezinsplan/{section}/wijzigen" => get family_plan::form::edit, post family_plan::form::save_edit;
    "/werk/dossier/{dossier}/gezinsplan/{section}/stoppen" => get family_plan::form::ask_stop, post family_plan::form::stop;
    "/werk/dossier/{dossier}/plan" => get plan::show;
    "/werk/dossier/{dossier}/plan/afdrukken" => get plan::ask_print, post plan::print;
    "/werk/dossier/{dossier}/plan/{domain}/versies" => get plan::versions::list;
    "/werk/dossier/{dossier}/plan/{domain}/versies/{number}" => get plan::versions::show;
    "/werk/dossier/{dossier}/plan/{domain}/afgesproken" => get plan::ask_agree, post plan::agree;
    "/werk/dossier/{dossier}/plan/{domain}/vraag/{question}" => get plan::ask_answer, post plan::answer;
    "/werk/dossier/{dossier}/plan/{domain}/klaar/{item}" => post plan::mark;
    "/werk/dossier/{dossier}/plan/{domain}/nieuw/{what}" => get plan::form::new, post plan::form::save_new;
    "/werk/dossier/{dossier}/plan/{domain}/{item}/{deed}" => get plan::form::edit, post plan::form::save_edit;
    "/werk/dossier/{dossier}/documenten" => get document::list, post document::add;
    "/werk/dossier/{dossier}/documenten/{document}" => get document::show;
    "/werk/dossier/{dossier}/documenten/{document}/blad/{number}" => get document::sheet_of;
    "/werk/dossier/{dossier}/documenten/{document}/afdrukken" => get document::ask_print, post document::print;
    "/werk/dossier/{dossier}/documenten/{document}/intrekken" => get document::ask_withdraw, post document::withdraw;
    "/werk/dossier/{dossier}/taken" => get task::dossier::show, post task::dossier::write;
    "/werk/dossier/{dossier}/taken/{task}" => get task::dossier::one;
    "/werk/dossier/{dossier}/taken/{task}/klaar" => post task::deed::done;
    "/werk/dossier/{dossier}/taken/{task}/terug" => post task::deed::undo;
    "/werk/dossier/{dossier}/taken/{task}/oppakken" => post task::deed::pick_up;
    "/werk/dossier/{dossier}/taken/{task}/verzetten" => get task::deed::ask_postpone, post task::deed::postpone;
    "/werk/dossier/{dossier}/taken/{task}/doorgeven" => get task::deed::ask_pass_on, post task::deed::pass_on;
    "/werk/dossier/{dossier}/gegevens" => get dossier::details;
    "/werk/dossier/{dossier}/gegevens/geboortedatum" => get birth_date::ask, post birth_date::correct;
    "/werk/dossier/{dossier}/gegevens/taal" => get language::ask, post language::change;
    "/werk/dossier/{dossier}/mensen" => get people::show;
    "/werk/dossier/{dossier}/mensen/nieuw/{kind}" => get people::ask_new, post people::add;
    "/werk/dossier/{dossier}/mensen/{fact}" => get people::ask_change, post people::change;
    "/werk/dossier/{dossier}/mensen/{fact}/eind" => get people::ask_end, post people::end;
    "/werk/dossier/{dossier}/bsn" => get dossier::ask_bsn, post dossier::show_bsn;
    "/werk/dossier/{dossier}/notitie/{entry}" => get entry::show;
    "/werk/dossier/{dossier}/notitie/{entry}/corrigeren" => get entry::correct::form, post entry::correct::save;
    "/werk/dossier/{dossier}/notitie/{entry}/intrekken" => get entry::withdraw::ask, post entry::withdraw::withdraw;
    "/werk/dossier/{dossier}/notitie/{entry}/later" => post entry::delay::decide;
    "/werk/dossier/{dossier}/notitie/{entry}/afschermen" => get shield::ask, post shield::hide;
    "/werk/dossier/{dossier}/notitie/{entry}/afschermen/{shield}/eind" => post shield::lift;
    "/werk/dossier/{dossier}/bescherming" => get standing::dossier::protection, post standing::dossier::protect;
    "/werk/dossier/{dossier}/bescherming/{protection}/eind" => post standing::dossier::lift;
    "/werk/dossier/{dossier}/samen-kijken" => get portal::together::show;
    "/werk/dossier/{dossier}/toegang" => get involvement::access;
    "/werk/dossier/{dossier}/overdragen" => get involvement::hand_over::ask, post involvement::hand_over::hand_over;
    "/werk/dossier/{dossier}/toegang/{involvement}/eind" => get involvement::ask_end, post involvement::end;

    "/toezicht" => get involvement::queue::show, post involvement::queue::choose;
    "/toezicht/toewijzen/{dossier}" => get involvement::ask_assign, post involvement::assign;
    "/toezicht/toewijzen/{dossier}/vraag/{domain}" => get involvement::assess::show;

    "/toezicht/overdragen/{staff}" => get involvement::leaving::ask, post involvement::leaving::hand_on;

    "/toezicht/noodtoegang" => get emergency::list;
    "/toezicht/noodtoegang/vraag/{request}/goed" => post emergency::approve;
    "/toezicht/noodtoegang/{emergency}/eind" => post emergency::end_of_team;
    "/toezicht/noodtoegang/{emergency}" => get review::show, post review::judge;
    "/toezicht/cijfers" => get review::figures::show;

    "/toezicht/achterhouden" => get withhold::desk::list;
    "/toezicht/achterhouden/{notice}" => get withhold::desk::show, post withhold::desk::decide;
    "/toezicht/uitgesteld" => get entry::delay::list;
    "/toezicht/uitgesteld/{entry}" => post entry::delay::decide_in_list;
    "/toezicht/vervanging" => get deputy::show, post deputy::arrange;
    "/toezicht/vervanging/{absence}/eind" => post deputy::end;
    "/toezicht/team" => get team::show;
    "/toezicht/team/cijfers" => get figures::show;
    "/toezicht/team/afwezig" => get team::ask_absence, post team::absent;
    "/toezicht/team/afwezig/{absence}/eind" => post team::end_absence;
    "/toezicht/team/belang/{conflict}/eind" => post team::end_conflict;
    "/toezicht/vragen" => get inquiry::desk::list;
    "/toezicht/vragen/{inquiry}" => get inquiry::desk::show, post inquiry::desk::answer;
    "/toezicht/uitsluiten/{dossier}" => get standing::dossier::exclusions, post standing::dossier::exclude;
    "/toezicht/uitsluiten/{dossier}/{exclusion}/eind" => post standing::dossier::include;

    "/toezicht/opvallend" => get log_review::list;
    "/toezicht/opvallend/vandaag" => get log_review::today;
    "/toezicht/opvallend/{finding}" => get log_review::show, post log_review::judge;
    "/fg/opvallend" => get log_review::list;
    "/fg/opvallend/vandaag" => get log_review::today;
    "/fg/opvallend/grenzen" => get log_review::thresholds::ask, post log_review::thresholds::change;
    "/fg/opvallend/{finding}" => get log_review::show, post log_review::judge;
    "/fg" => get review::officer::home;
    "/fg/toegang" => get explain::ask, post explain::answer;
    "/toezicht/logboek" => get log::ask_own_team, post log::own_team;
    "/fg/noodtoegang" => get review::board::list;
    "/fg/noodtoegang/bestuur" => get review::board::report, post review::board::tell;
    "/fg/datalekken" => get review::breach::list;
    "/fg/datalekken/{breach}" => get review::breach::show;
    "/fg/achterhouden" => get withhold::desk::list;
    "/fg/achterhouden/{notice}" => get withhold::desk::show, post withhold::desk::decide;
    "/fg/logboek" => get log::home;
    "/fg/logboek/klant" => get log::ask_client, post log::client;
    "/fg/logboek/medewerker" => get log::ask_worker, post log::worker;
    "/fg/logboek/team" => get log::ask_team, post log::team;

    "/beheer" => get administration::start;
    "/beheer/gebruikers" => get administration::users::first_page, post administration::users::filtered;
    "/beheer/gebruikers/nieuw" => get administration::change::ask_new, post administration::change::appoint;
    "/beheer/gebruikers/{staff}" => get administration::users::show;
    "/beheer/gebruikers/{staff}/beeindigen" => get administration::change::ask_end, post administration::change::end;
    "/beheer/gebruikers/{staff}/inlogcode" => get activation::staff::ask, post activation::staff::issue;
    "/beheer/gebruikers/{staff}/training" => get administration::change::ask_training, post administration::change::note_training;
    "/beheer/gebruikers/{staff}/uitloggen" => post administration::users::stop;
    "/beheer/gebruikers/{staff}/wijzigen" => get administration::change::ask_move, post administration::change::change;
    "/beheer/teams" => get administration::teams::show;

    "/mijn" => get portal::home;
    "/mijn/acties" => get portal::todo;
    "/mijn/dossier" => get portal::dossier;
    "/mijn/dossier/{entry}" => get portal::entry;
    "/mijn/taken" => get portal::tasks::show;
    "/mijn/gekeken" => get portal::looked;
    "/mijn/gekeken/vragen/{inquiry}" => get portal::inquiry::show;
    "/mijn/gekeken/vragen/{inquiry}/verder" => get portal::inquiry::ask_pursuit, post portal::inquiry::pursue;
    "/mijn/gekeken/{look}/noodtoegang" => get portal::emergency::show;
    "/mijn/gekeken/{look}/vraag" => get portal::inquiry::ask, post portal::inquiry::send;
    "/mijn/plan" => get portal::plan::show;
    "/mijn/plan/groot" => get portal::plan::large;
    "/mijn/plan/{part}/antwoord" => post portal::plan::answer;
    "/mijn/plan/{part}/gezin/{section}" => post portal::family::answer;
    "/mijn/plan/{part}/klaar/{item}" => post portal::plan::mark;
    "/mijn/plan/{part}/versies" => get portal::plan::versions;
    "/mijn/plan/{part}/versies/{number}" => get portal::plan::version;
    "/mijn/plan/{part}/vraag/{item}" => get portal::plan::ask, post portal::plan::send;
    "/mijn/documenten" => get portal::documents::list;
    "/mijn/documenten/{document}" => get portal::documents::one;
    "/mijn/documenten/{document}/blad/{number}" => get portal::documents::sheet;
    "/mijn/gegevens" => get portal::details;
    "/mijn/mensen" => get portal::people::show;
    "/mijn/gedeeld" => get portal::shared;
    "/mijn/inloggen" => get account::overview;
    "/mijn/inloggen/sessies" => post account::sessions::end_others;
    "/mijn/inloggen/sessies/{session}" => post account::sessions::end_one;
    "/mijn/inloggen/wachtwoord" => get account::password::ask, post account::password::change;
    "/mijn/inloggen/app" => get account::second_factor::ask, post account::second_factor::change;
    "/mijn/inloggen/herstelcodes" => get account::codes::ask, post account::codes::renew;
    "/mijn/inloggen/passkey" => get account::passkey::ask, post account::passkey::add;
    "/mijn/inloggen/passkey/vraag" => post account::passkey::question;
    "/mijn/inloggen/passkey/{passkey}/weg" => post account::passkey::remove;
    "/mijn/snel-weg" => get sign_in::leave_quickly;
}

/// The product as a service.
pub fn router(app: App, settings: Settings) -> Router {
    let web = Web { app, settings: Arc::new(settings) };
    all()
        .fallback(start::not_found)
        .method_not_allowed_fallback(start::not_found)
        .layer(DefaultBodyLimit::max(BODY_MAX))
        .layer(from_fn_with_state(web.clone(), identify))
        // Outermost, so that every answer has them.
        .layer(from_fn_with_state(policy_for(&web.settings), headers))
        .with_state(web)
}

/// Gives each request an id, and the log a line without personal data: the route's pattern, never the path.
/// What the framework itself could not read gets our page, not its own English line.
async fn identify(State(web): State<Web>, mut request: Request, next: Next) -> Response {
    let id = RequestId(web.app.random_id());
    let pattern =
        request.extensions().get::<axum::extract::MatchedPath>().map_or("-", |m| m.as_str()).to_owned();
    let method = request.method().clone();
    request.extensions_mut().insert(id);
    let (parts, body) = request.into_parts();
    let visit = Visit::of(&parts, &web);
    let ran = caught(next.run(Request::from_parts(parts, body))).await;
    let mut response = ran.unwrap_or_else(|Panicked| {
        tracing::error!(request = %id.0.simple(), "a request panicked");
        problem(&visit, visit.frame(), Problem::Broken)
    });
    if is_plain_refusal(&response) {
        response = problem(&visit, visit.frame(), Problem::Unreadable);
    }
    let status = response.status().as_u16();
    tracing::info!(%method, route = pattern, status, request = %id.0.simple(), "request");
    if let Ok(value) = HeaderValue::from_str(&id.0.simple().to_string()) {
        response.headers_mut().insert(HeaderName::from_static("x-request-id"), value);
    }
    if visit.peer.over_tls {
        // Said over plain HTTP it would mean nothing, or lock a browser out of a demo.
        response
            .headers_mut()
            .insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(STAY_ON_TLS));
    }
    response
}

/// A 400 that no handler of ours wrote: a query or a path that does not parse.
fn is_plain_refusal(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    response.status() == StatusCode::BAD_REQUEST && kind.is_some_and(|kind| kind.starts_with("text/plain"))
}

/// Headers of every answer. Only the fixed files may be kept by a browser.
async fn headers(State(policy): State<HeaderValue>, request: Request, next: Next) -> Response {
    let is_file = request.uri().path().starts_with("/static/");
    let mut response = next.run(request).await;
    let found = response.status().is_success();
    let headers = response.headers_mut();
    let cache = if is_file && found { "public, max-age=31536000, immutable" } else { "no-store" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    for (name, value) in HEADERS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    response
}

/// A year.
const STAY_ON_TLS: &str = "max-age=31536000";

/// What a page may fetch: from here, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// The same for a house whose theme brings fonts.
const POLICY_WITH_FONTS: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
     font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

fn policy_for(settings: &Settings) -> HeaderValue {
    let has_fonts = settings.theme.as_ref().is_some_and(|theme| theme.fonts() > 0);
    HeaderValue::from_static(if has_fonts { POLICY_WITH_FONTS } else { POLICY })
}

const HEADERS: [(&str, &str); 6] = [
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()"),
];
