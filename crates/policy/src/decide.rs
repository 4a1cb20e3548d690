//! One decision: may this actor do this, about this thing, now.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityId, EntityTypeName, EntityUid, Request,
    RestrictedExpression,
};
use uuid::Uuid;

use crate::actor::{ActorFacts, Capacity};
use crate::set::Policies;
use crate::things::Thing;

/// What was decided and by which policies.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verdict {
    pub allowed: bool,
    /// The ids of the policies that decided: the permits, or the forbids. Empty when no policy spoke,
    /// which denies; `"evaluation-error"` when one could not be evaluated, which denies too.
    pub policies: Vec<String>,
}

impl Verdict {
    /// Nothing was there to decide about: denied.
    pub const fn nothing() -> Self {
        Self { allowed: false, policies: Vec::new() }
    }
}

/// Decides. Any error, in the facts or in a policy, denies: Cedar skips a policy that errs, also a
/// `forbid`, so an error may have hidden one.
pub fn decide(policies: &Policies, action: &str, actor: &ActorFacts, thing: &Thing) -> Verdict {
    evaluate(policies, action, actor, thing)
        .unwrap_or_else(|_| Verdict { allowed: false, policies: vec!["evaluation-error".into()] })
}

/// Something in the question did not fit the schema; the details are for the debugger only.
struct Unfit;

fn evaluate(policies: &Policies, action: &str, actor: &ActorFacts, thing: &Thing) -> Result<Verdict, Unfit> {
    let principal = principal(actor)?;
    let resource = resource(actor, thing)?;
    let context = Context::from_pairs([("fresh".to_owned(), RestrictedExpression::new_bool(actor.fresh))])
        .map_err(|_| Unfit)?;
    let schema = policies.schema();
    let request =
        Request::new(principal.uid(), uid("Action", action)?, resource.uid(), context, Some(schema))
            .map_err(|_| Unfit)?;
    let entities = Entities::from_entities([principal, resource], Some(schema)).map_err(|_| Unfit)?;

    let answer = Authorizer::new().is_authorized(&request, policies.about(action), &entities);

    if answer.diagnostics().errors().next().is_some() {
        return Err(Unfit);
    }
    let mut deciding: Vec<String> = answer.diagnostics().reason().map(ToString::to_string).collect();
    deciding.sort();
    Ok(Verdict { allowed: answer.decision() == Decision::Allow, policies: deciding })
}

fn principal(actor: &ActorFacts) -> Result<Entity, Unfit> {
    let (kind, id, attributes) = match &actor.capacity {
        Capacity::Own { person } => {
            ("Resident", person.to_string(), vec![("person", entity("Person", person.uuid())?)])
        }
        Capacity::Proxy(proxy) => (
            "Proxy",
            proxy.proxy.to_string(),
            vec![
                ("person", entity("Person", proxy.person.uuid())?),
                ("on_behalf_of", entity("Person", proxy.on_behalf_of.uuid())?),
                ("kind", text(proxy.kind.code())),
                ("domains", RestrictedExpression::new_set(proxy.domains.iter().map(|d| text(d.code())))),
            ],
        ),
        Capacity::System(job) => ("Job", job.name().to_owned(), vec![("name", text(job.name()))]),
        Capacity::Staff(staff) => {
            let function = staff.function;
            let domains = function.allowed_domains().iter().map(|d| text(d.code()));
            let mut attributes = vec![
                ("person", entity("Person", staff.person.uuid())?),
                ("controller", entity("Controller", staff.controller.uuid())?),
                ("domains", RestrictedExpression::new_set(domains)),
                ("ready", RestrictedExpression::new_bool(staff.ready)),
                ("carries_cases", RestrictedExpression::new_bool(function.carries_cases())),
                ("takes_in", RestrictedExpression::new_bool(function.takes_in())),
                ("administers", RestrictedExpression::new_bool(function.administers())),
                ("oversees", RestrictedExpression::new_bool(function.oversees())),
                ("coordinates", RestrictedExpression::new_bool(function.coordinates())),
                ("deputy", RestrictedExpression::new_bool(function == domain::Function::Deputy)),
                ("coordinator_absent", RestrictedExpression::new_bool(staff.coordinator_absent)),
            ];
            if let Some(team) = staff.team {
                attributes.push(("team", entity("Team", team.uuid())?));
            }
            ("Staff", staff.staff.to_string(), attributes)
        }
    };
    build(kind, &id, attributes)
}

fn resource(actor: &ActorFacts, thing: &Thing) -> Result<Entity, Unfit> {
    // Each fact is about the asker alone: a set that holds the asker or nobody.
    let asker = |holds: bool| match actor.staff() {
        Some(staff) if holds => Ok(RestrictedExpression::new_set([entity("Staff", staff.staff.uuid())?])),
        _ => Ok(RestrictedExpression::new_set([])),
    };
    let (kind, id, attributes) = match thing {
        Thing::Part(part) => (
            "Part",
            part.part.to_string(),
            vec![
                ("controller", entity("Controller", part.controller.uuid())?),
                ("dossier", entity("Dossier", part.dossier.uuid())?),
                ("team", entity("Team", part.team.uuid())?),
                ("domain", text(part.domain.code())),
                ("subject", entity("Person", part.subject.uuid())?),
                ("involved", asker(part.involvement.is_some())?),
                ("emergency", asker(part.emergency.is_some())?),
                ("cleared", asker(part.cleared)?),
                ("conflicted", asker(part.walls.conflict)?),
                ("excluded", asker(part.walls.excluded)?),
                ("hidden_from", asker(part.walls.hidden)?),
                ("closed", RestrictedExpression::new_bool(part.closed)),
                ("extra_protected", RestrictedExpression::new_bool(part.extra_protected)),
            ],
        ),
        Thing::Applicant { controller, person, walls } => (
            "Applicant",
            person.to_string(),
            vec![
                ("controller", entity("Controller", controller.uuid())?),
                ("person", entity("Person", person.uuid())?),
                ("conflicted", asker(walls.conflict)?),
                ("excluded", asker(walls.excluded)?),
            ],
        ),
        Thing::Inquiry(inquiry) => (
            "Inquiry",
            inquiry.inquiry.to_string(),
            vec![
                ("controller", entity("Controller", inquiry.controller.uuid())?),
                ("looker", entity("Person", inquiry.looker.uuid())?),
                ("subject", entity("Person", inquiry.subject.uuid())?),
                ("answerers", asker(inquiry.answers)?),
                ("conflicted", asker(inquiry.walls.conflict)?),
                ("excluded", asker(inquiry.walls.excluded)?),
                ("long_overdue", RestrictedExpression::new_bool(inquiry.long_overdue)),
            ],
        ),
        Thing::Finding { finding, controller, worker, reviews } => (
            "Finding",
            finding.to_string(),
            vec![
                ("controller", entity("Controller", controller.uuid())?),
                ("worker", entity("Person", worker.uuid())?),
                ("reviewers", asker(*reviews)?),
            ],
        ),
        Thing::Review(review) => {
            let mut attributes = vec![
                ("controller", entity("Controller", review.controller.uuid())?),
                ("team", entity("Team", review.team.uuid())?),
                ("accessor", entity("Person", review.accessor.uuid())?),
                ("judges", asker(review.judges)?),
                ("judged", RestrictedExpression::new_bool(review.judged)),
                ("conflicted", asker(review.walls.conflict)?),
                ("excluded", asker(review.walls.excluded)?),
            ];
            for (name, person) in [("approver", review.approver), ("subject", review.subject)] {
                if let Some(person) = person {
                    attributes.push((name, entity("Person", person.uuid())?));
                }
            }
            ("Review", review.emergency.to_string(), attributes)
        }
        Thing::Withholding(about) => {
            let parties = about.parties.iter().map(|person| entity("Person", person.uuid()));
            let mut attributes = vec![
                ("controller", entity("Controller", about.controller.uuid())?),
                ("team", entity("Team", about.team.uuid())?),
                ("parties", RestrictedExpression::new_set(parties.collect::<Result<Vec<_>, _>>()?)),
                ("proposers", asker(about.proposes)?),
                ("conflicted", asker(about.walls.conflict)?),
                ("excluded", asker(about.walls.excluded)?),
                ("officers_turn", RestrictedExpression::new_bool(about.officers_turn)),
                ("officer_only", RestrictedExpression::new_bool(about.officer_only)),
            ];
            if let Some(subject) = about.subject {
                attributes.push(("subject", entity("Person", subject.uuid())?));
            }
            ("Withholding", about.id.simple().to_string(), attributes)
        }
        Thing::Desk { controller } => {
            ("Desk", controller.to_string(), vec![("controller", entity("Controller", controller.uuid())?)])
        }
        Thing::Desktop { owner } => {
            ("Desktop", owner.to_string(), vec![("owner", entity("Staff", owner.uuid())?)])
        }
        Thing::Team { team, controller } => {
            ("Team", team.to_string(), vec![("controller", entity("Controller", controller.uuid())?)])
        }
        Thing::Post { staff, controller, person } => (
            "Post",
            staff.to_string(),
            vec![
                ("controller", entity("Controller", controller.uuid())?),
                ("person", entity("Person", person.uuid())?),
            ],
        ),
        Thing::Emergency { emergency, team, controller, accessor } => (
            "Emergency",
            emergency.to_string(),
            vec![
                ("controller", entity("Controller", controller.uuid())?),
                ("team", entity("Team", team.uuid())?),
                ("accessor", entity("Staff", accessor.uuid())?),
            ],
        ),
        Thing::Portal { person } => {
            ("Portal", person.to_string(), vec![("person", entity("Person", person.uuid())?)])
        }
        Thing::House => ("House", "house".to_owned(), Vec::new()),
    };
    build(kind, &id, attributes)
}

fn build(kind: &str, id: &str, attributes: Vec<(&str, RestrictedExpression)>) -> Result<Entity, Unfit> {
    let attributes: HashMap<String, RestrictedExpression> =
        attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    Entity::new(uid(kind, id)?, attributes, HashSet::new()).map_err(|_| Unfit)
}

/// The kinds of the schema, parsed once: a name costs more than a decision about it.
static KINDS: LazyLock<HashMap<&'static str, EntityTypeName>> = LazyLock::new(|| {
    let kinds = [
        "Account",
        "Action",
        "Applicant",
        "Controller",
        "Desk",
        "Desktop",
        "Dossier",
        "House",
        "Job",
        "Part",
        "Person",
        "Portal",
        "Post",
        "Proxy",
        "Resident",
        "Review",
        "Staff",
        "Team",
    ];
    kinds.into_iter().filter_map(|kind| Some((kind, kind.parse().ok()?))).collect()
});

fn uid(kind: &str, id: &str) -> Result<EntityUid, Unfit> {
    let kind = match KINDS.get(kind) {
        Some(kind) => kind.clone(),
        None => kind.parse().map_err(|_| Unfit)?,
    };
    Ok(EntityUid::from_type_name_and_id(kind, EntityId::new(id)))
}

fn entity(kind: &str, id: Uuid) -> Result<RestrictedExpression, Unfit> {
    Ok(RestrictedExpression::new_entity_uid(uid(kind, &id.simple().to_string())?))
}

fn text(value: &str) -> RestrictedExpression {
    RestrictedExpression::new_string(value.to_owned())
}
