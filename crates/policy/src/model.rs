//! The authorization model as a table: which role may do which deed, and when (ACC-14). Made by asking the engine, so
//! it says what the running policies do, those of the house included.

use domain::{
    AccountId, ControllerId, DossierId, EmergencyId, EmergencyReason, FindingId, Function, InquiryId,
    InvolvementId, LegalDomain, PartId, PersonId, ProxyId, ProxyKind, SessionId, StaffId, TeamId,
};
use uuid::Uuid;

use crate::actions::ALL;
use crate::actor::{ActorFacts, Capacity, Job, ProxyFacts, StaffFacts};
use crate::decide::decide;
use crate::set::Policies;
use crate::things::{Emergency, InquiryFacts, PartFacts, ReviewFacts, Thing, Walls, WithholdFacts};

/// Who may do something: what somebody is to the product.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    Staff(Function),
    /// The person whom a dossier is about.
    Resident,
    /// Who acts for a resident.
    Proxy,
    /// A job of the house itself.
    Clock,
}

/// When a role may do it. The narrowest that is said here; walls come on top.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum When {
    /// At the own organisation.
    Organisation,
    /// In the own team, also without being involved.
    OwnTeam,
    /// The same, while the coordinator is absent (ACC-09).
    StandingIn,
    /// Being involved with the part (ACC-01).
    Involved,
    /// Having opened the dossier in an emergency that has not ended (ACC-03).
    Emergency,
    /// About what is one's own.
    Own,
}

impl Role {
    /// Every role, in the order of the table.
    pub fn all() -> Vec<Self> {
        let staff = Function::ALL.iter().copied().map(Self::Staff);
        [Self::Resident, Self::Proxy].into_iter().chain(staff).chain([Self::Clock]).collect()
    }

    /// The code, such as "worker" or "resident".
    pub fn code(self) -> &'static str {
        match self {
            Self::Staff(function) => function.code(),
            Self::Resident => "resident",
            Self::Proxy => "proxy",
            Self::Clock => "clock",
        }
    }
}

impl When {
    /// The code, such as "own-team".
    pub const fn code(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::OwnTeam => "own-team",
            Self::StandingIn => "standing-in",
            Self::Involved => "involved",
            Self::Emergency => "emergency",
            Self::Own => "own",
        }
    }
}

/// One tick of the table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Grant {
    /// The deed, as the record names it.
    pub action: &'static str,
    pub role: Role,
    pub when: When,
    /// Under which laws, for a deed on a part by who is involved. Empty where the law does not matter.
    pub domains: Vec<LegalDomain>,
    /// Only after signing in again (ACC-17).
    pub fresh: bool,
    /// The ids of the policies that allow it.
    pub policies: Vec<String>,
}

/// Which kind of thing a deed is about, for the headings of the table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Subject {
    /// What a resident does with what is theirs.
    Own,
    Dossier,
    Desk,
    Team,
    Desktop,
    Accounts,
    House,
}

impl Subject {
    pub const ALL: [Self; 7] =
        [Self::Own, Self::Dossier, Self::Desk, Self::Team, Self::Desktop, Self::Accounts, Self::House];

    /// The code, such as "dossier".
    pub const fn code(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Dossier => "dossier",
            Self::Desk => "desk",
            Self::Team => "team",
            Self::Desktop => "desktop",
            Self::Accounts => "accounts",
            Self::House => "house",
        }
    }
}

/// Every deed of staff about a part of a dossier.
pub fn deeds_in_a_dossier(policies: &Policies) -> Vec<&'static str> {
    let envs: Vec<_> = policies.schema().request_envs().collect();
    let fits = |action: &str| {
        envs.iter().any(|env| {
            env.action().id().unescaped() == action
                && env.principal().basename() == "Staff"
                && env.resource().basename() == "Part"
        })
    };
    ALL.iter().map(|(action, _, _)| *action).filter(|action| fits(action)).collect()
}

/// What a deed is about, by the schema; the first heading that fits.
pub fn subject_of(policies: &Policies, action: &str) -> Option<Subject> {
    let kinds = policies.schema().request_envs().filter(|env| env.action().id().unescaped() == action);
    kinds.filter_map(|env| subject(env.principal().basename(), env.resource().basename())).min()
}

fn subject(principal: &str, resource: &str) -> Option<Subject> {
    Some(match (principal, resource) {
        ("Resident" | "Proxy", _) => Subject::Own,
        ("Job", _) => Subject::House,
        (_, "Part" | "Emergency" | "Withholding") => Subject::Dossier,
        (_, "Desk" | "Applicant") => Subject::Desk,
        (_, "Team" | "Inquiry" | "Finding" | "Review") => Subject::Team,
        (_, "Desktop") => Subject::Desktop,
        (_, "Post") => Subject::Accounts,
        _ => return None,
    })
}

/// Every tick, by deed and role in the order of the lists.
pub fn grants(policies: &Policies) -> Vec<Grant> {
    let mut grants = Vec::new();
    for (action, _, _) in ALL {
        for role in Role::all() {
            let mut widest = false;
            for (when, askers, things) in situations(role) {
                // Whoever may it everywhere in the organisation needs no team and no involvement.
                if !widest {
                    let tick = tick(policies, action, role, when, &askers, &things);
                    widest = when == When::Organisation && tick.is_some();
                    grants.extend(tick);
                }
            }
        }
    }
    grants
}

/// Whether somebody of this role may do it in one of these situations.
fn tick(
    policies: &Policies,
    action: &'static str,
    role: Role,
    when: When,
    askers: &[ActorFacts],
    things: &[Thing],
) -> Option<Grant> {
    let mut grant = Grant { action, role, when, domains: Vec::new(), fresh: true, policies: Vec::new() };
    for asker in askers {
        for thing in things {
            let verdict = decide(policies, action, asker, thing);
            if !verdict.allowed {
                continue;
            }
            grant.policies.extend(verdict.policies);
            if let (When::Involved | When::Emergency, Thing::Part(part)) = (when, thing) {
                grant.domains.push(part.domain);
            }
            let stale = ActorFacts { fresh: false, ..asker.clone() };
            grant.fresh &= !decide(policies, action, &stale, thing).allowed;
        }
    }
    grant.policies.sort();
    grant.policies.dedup();
    (!grant.policies.is_empty()).then_some(grant)
}

/// What the table asks about a role: when, as whom, about what. Nobody in it is anybody.
fn situations(role: Role) -> Vec<(When, Vec<ActorFacts>, Vec<Thing>)> {
    match role {
        Role::Resident => {
            vec![(When::Own, vec![actor(Capacity::Own { person: ONESELF })], own_things(ONESELF))]
        }
        Role::Proxy => {
            let proxy = ProxyFacts {
                proxy: ProxyId(id(10)),
                person: ONESELF,
                on_behalf_of: CLIENT,
                kind: ProxyKind::Authority,
                domains: LegalDomain::ALL.to_vec(),
            };
            vec![(When::Own, vec![actor(Capacity::Proxy(proxy))], own_things(CLIENT))]
        }
        Role::Clock => {
            let clocks = Job::ALL.iter().map(|job| actor(Capacity::System(*job))).collect();
            vec![(When::Own, clocks, vec![Thing::House, Thing::Portal { person: CLIENT }])]
        }
        Role::Staff(function) => of_staff(function),
    }
}

fn of_staff(function: Function) -> Vec<(When, Vec<ActorFacts>, Vec<Thing>)> {
    let staff = |coordinator_absent| {
        let post = StaffFacts {
            staff: WORKER,
            person: ONESELF,
            controller: HOUSE,
            team: Some(TEAM),
            function,
            coordinator_absent,
            ready: true,
        };
        actor(Capacity::Staff(post))
    };
    let team = vec![
        Thing::Team { team: TEAM, controller: HOUSE },
        part(LegalDomain::Wmo, TEAM, false),
        emergency(StaffId(id(12)), TEAM),
        inquiry(function.coordinates()),
        finding(function.coordinates()),
        review(function.coordinates(), TEAM),
        withholding(TEAM, false),
    ];
    let desk = vec![
        // What is said of the whole organisation is said of a team that is not one's own.
        Thing::Team { team: OTHER_TEAM, controller: HOUSE },
        inquiry(function.oversees()),
        finding(function.oversees()),
        review(function.oversees(), OTHER_TEAM),
        Thing::Desk { controller: HOUSE },
        Thing::Applicant { controller: HOUSE, person: CLIENT, walls: Walls::default() },
        Thing::Post { staff: StaffId(id(11)), controller: HOUSE, person: CLIENT },
        part(LegalDomain::Wmo, OTHER_TEAM, false),
        withholding(OTHER_TEAM, false),
    ];
    let involved = LegalDomain::ALL.iter().map(|&domain| part(domain, OTHER_TEAM, true)).collect();
    let in_emergency =
        LegalDomain::ALL.iter().map(|&domain| opened(part(domain, OTHER_TEAM, false))).collect();
    let mut asked = vec![
        (
            When::Own,
            vec![staff(false)],
            vec![
                Thing::Desktop { owner: WORKER },
                emergency(WORKER, OTHER_TEAM),
                withholding(OTHER_TEAM, true),
            ],
        ),
        (When::Organisation, vec![staff(false)], desk),
        (When::Involved, vec![staff(false)], involved),
        (When::Emergency, vec![staff(false)], in_emergency),
        (When::OwnTeam, vec![staff(false)], team.clone()),
    ];
    if function == Function::Deputy {
        asked.push((When::StandingIn, vec![staff(true)], team));
    }
    asked
}

const fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

const ONESELF: PersonId = PersonId(id(1));
const CLIENT: PersonId = PersonId(id(2));
const WORKER: StaffId = StaffId(id(3));
const HOUSE: ControllerId = ControllerId(id(4));
const TEAM: TeamId = TeamId(id(5));
const OTHER_TEAM: TeamId = TeamId(id(6));

fn actor(capacity: Capacity) -> ActorFacts {
    ActorFacts { account: Some(AccountId(id(7))), session: Some(SessionId(id(8))), capacity, fresh: true }
}

/// What a resident could have: a portal and a part about them.
fn own_things(person: PersonId) -> Vec<Thing> {
    vec![Thing::Portal { person }, part_of(person, LegalDomain::Wmo, TEAM, false)]
}

/// Somebody's emergency access to a dossier of a team.
fn emergency(accessor: StaffId, team: TeamId) -> Thing {
    Thing::Emergency { emergency: EmergencyId(id(23)), team, controller: HOUSE, accessor }
}

/// The same part, opened in an emergency.
fn opened(thing: Thing) -> Thing {
    match thing {
        Thing::Part(part) => {
            let (id, reason) = (EmergencyId(id(23)), EmergencyReason::Other);
            let emergency = Some(Emergency { id, reason, until: jiff::Timestamp::MAX });
            Thing::Part(PartFacts { emergency, ..part })
        }
        other => other,
    }
}

/// A question about a look of somebody else, which is this asker's to answer or nobody's.
fn inquiry(answers: bool) -> Thing {
    Thing::Inquiry(InquiryFacts {
        inquiry: InquiryId(id(23)),
        controller: HOUSE,
        looker: PersonId(id(24)),
        subject: CLIENT,
        answers,
        walls: Walls::default(),
        long_overdue: false,
    })
}

/// What stood out about somebody else, which is this asker's to judge or nobody's.
fn finding(reviews: bool) -> Thing {
    Thing::Finding { finding: FindingId(id(23)), controller: HOUSE, worker: PersonId(id(24)), reviews }
}

/// Somebody else's emergency access, which is this asker's to judge or nobody's.
fn review(judges: bool, team: TeamId) -> Thing {
    Thing::Review(ReviewFacts {
        emergency: EmergencyId(id(23)),
        controller: HOUSE,
        team,
        accessor: PersonId(id(24)),
        approver: None,
        subject: Some(CLIENT),
        judges,
        judged: true,
        walls: Walls::default(),
    })
}

/// What the client is told later, or could be. One's own: proposed, or opened, by the asker.
fn withholding(team: TeamId, own: bool) -> Thing {
    Thing::Withholding(WithholdFacts {
        id: id(23),
        controller: HOUSE,
        team,
        subject: Some(CLIENT),
        parties: vec![if own { ONESELF } else { PersonId(id(24)) }],
        proposes: own,
        walls: Walls::default(),
        officers_turn: true,
        officer_only: false,
    })
}

fn part(domain: LegalDomain, team: TeamId, involved: bool) -> Thing {
    part_of(CLIENT, domain, team, involved)
}

fn part_of(subject: PersonId, domain: LegalDomain, team: TeamId, involved: bool) -> Thing {
    Thing::Part(PartFacts {
        part: PartId(id(20)),
        dossier: DossierId(id(21)),
        controller: HOUSE,
        team,
        domain,
        subject,
        involvement: involved.then_some(InvolvementId(id(22))),
        emergency: None,
        cleared: false,
        walls: Walls::default(),
        extra_protected: false,
        closed: false,
    })
}
