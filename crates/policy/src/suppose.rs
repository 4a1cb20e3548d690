//! "What would change if …": facts that are supposed rather than stored, asked of the same engine. Nothing is written.

use domain::{EmergencyId, EmergencyReason, Function, InvolvementId, LegalDomain};
use jiff::Timestamp;
use uuid::Uuid;

use crate::actor::{ActorFacts, Capacity};
use crate::decide::{Verdict, decide};
use crate::model::deeds_in_a_dossier;
use crate::set::Policies;
use crate::things::{Emergency, Thing};

/// One fact that is supposed about a worker and a dossier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Change {
    /// Is made involved under this law.
    Involved(LegalDomain),
    /// Is involved under this law no longer.
    NotInvolved(LegalDomain),
    /// Gets another function.
    Function(Function),
    /// Declares a conflict of interest about the client, or it ends.
    Conflict(bool),
    /// The client does not want this worker, or takes that back.
    Excluded(bool),
    /// The coordinator of the team is absent, or is back.
    CoordinatorAbsent(bool),
    /// Opens the dossier in an emergency, or that ends (ACC-03). Extra protection is not lifted by supposing this.
    Emergency(bool),
}

/// A deed that a change allows or takes away, under one law.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Effect {
    pub action: &'static str,
    pub domain: LegalDomain,
    /// Allowed after the change and not before; otherwise the reverse.
    pub gained: bool,
    /// The policies that allow it now, or that forbid it now; empty when simply none allows it any more.
    pub policies: Vec<String>,
}

/// What the change would do, deed by deed. The asker counts as just signed in, so that what needs a fresh sign-in is
/// compared too.
pub fn effects(policies: &Policies, actor: &ActorFacts, things: &[Thing], change: Change) -> Vec<Effect> {
    let actor = ActorFacts { fresh: true, ..actor.clone() };
    let mut supposed_actor = actor.clone();
    let mut supposed = things.to_vec();
    suppose(change, &mut supposed_actor, &mut supposed);

    let mut effects = Vec::new();
    for (now, then) in things.iter().zip(&supposed) {
        let Thing::Part(part) = now else { continue };
        for action in deeds_in_a_dossier(policies) {
            let before = decide(policies, action, &actor, now);
            let Verdict { allowed, policies } = decide(policies, action, &supposed_actor, then);
            if allowed != before.allowed {
                effects.push(Effect { action, domain: part.domain, gained: allowed, policies });
            }
        }
    }
    effects
}

/// No policy looks at more of it than that it is there.
const SUPPOSED_EMERGENCY: Emergency = Emergency {
    id: EmergencyId(Uuid::nil()),
    reason: EmergencyReason::InvolvedUnavailable,
    until: Timestamp::MAX,
};

fn suppose(change: Change, actor: &mut ActorFacts, things: &mut [Thing]) {
    if let Capacity::Staff(post) = &mut actor.capacity {
        match change {
            Change::Function(function) => post.function = function,
            Change::CoordinatorAbsent(absent) => post.coordinator_absent = absent,
            _ => {}
        }
    }
    for thing in things {
        let Thing::Part(part) = thing else { continue };
        match change {
            Change::Involved(domain) if part.domain == domain => {
                part.involvement = Some(InvolvementId(Uuid::nil()));
            }
            Change::NotInvolved(domain) if part.domain == domain => part.involvement = None,
            Change::Conflict(holds) => part.walls.conflict = holds,
            Change::Excluded(holds) => part.walls.excluded = holds,
            Change::Emergency(opens) => part.emergency = opens.then_some(SUPPOSED_EMERGENCY),
            _ => {}
        }
    }
}
