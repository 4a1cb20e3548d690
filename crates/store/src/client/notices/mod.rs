//! Who is told by e-mail that there is something: the same people whom the product tells, in the transaction of the deed.
//! A row in the outbox for each of them that gave an address; what it is about stays in the product.

mod oversight;

use domain::inquiry::answerers;
use domain::{
    AccountId, ControllerId, DossierId, InquiryId, LegalDomain, NoticeKind, NoticeState, OutboxId, TeamId,
};
use policy::actions::{ListEmergencies, ReadDossier};
use policy::{Action, ActorFacts, Capacity, StaffFacts, Thing, decide};

use crate::error::Error;
use crate::facts::inquiry::{About, candidates};
use crate::value::Row;
use crate::work::Work;
use crate::{params, sql};

pub(super) use oversight::{breach_received, explained, explanation_asked, withholding_proposed};

/// Statements that a question to the coordinator takes at least: two coordinators and two deputies of two teams, and some
/// more.
const SAME_FOR_ALL: usize = 12;

/// Somebody opened parts of a dossier in an emergency: who works with one of those parts and may see it ("Vandaag"),
/// coordinator and deputy of the team (its list of emergencies).
pub(super) async fn emergency_opened<A: Action>(
    work: &mut Work<'_, A>,
    (dossier, team): (DossierId, TeamId),
    opened: &[LegalDomain],
) -> Result<(), Error> {
    let (accessor, controller, now) = (work.staff_id()?, work.staff()?.controller, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT m.account, s.id, s.person, s.team, s.function, i.domain
                   FROM mail_address m
                   JOIN staff s ON s.account = m.account
                   JOIN dossier d ON d.id = $2
                   JOIN client c ON c.id = d.client
                   LEFT JOIN involvement i ON i.dossier = d.id AND i.staff = s.id AND i.superseded_at IS NULL
                                          AND i.valid_from <= $4 AND (i.valid_until IS NULL OR i.valid_until > $4)
                  WHERE s.controller = $1 AND s.id <> $3 AND c.person <> s.person
                    AND s.valid_from <= $4 AND (s.valid_until IS NULL OR s.valid_until > $4)
                    AND (i.id IS NOT NULL OR (s.team = $5 AND s.function IN ('coordinator', 'deputy')))
                    AND NOT EXISTS (SELECT 1
                                      FROM conflict k
                                      JOIN client_index x ON x.token = k.token AND x.kind = k.about
                                     WHERE k.staff = s.id AND x.client = d.client AND k.superseded_at IS NULL
                                       AND k.valid_from <= $4 AND (k.valid_until IS NULL OR k.valid_until > $4))
                    AND NOT EXISTS (SELECT 1
                                      FROM exclusion e
                                     WHERE e.dossier = d.id AND e.staff = s.id AND e.superseded_at IS NULL
                                       AND e.valid_from <= $4 AND (e.valid_until IS NULL OR e.valid_until > $4))
                  ORDER BY m.account"
            ),
            params![controller, dossier, accessor, now, team],
        )
        .await?;
    let mut told = Vec::new();
    for row in &rows {
        let account: AccountId = row.get(0)?;
        let post = post(row, controller)?;
        let involved: Option<LegalDomain> = row.get(5)?;
        let works_with = involved.is_some_and(|domain| {
            opened.contains(&domain) && post.function.allowed_domains().contains(&domain)
        });
        if told.contains(&account) {
            continue;
        }
        let coordinates = post.function.coordinates() && post.team == Some(team);
        if (coordinates && house_lets_list(work, &post, team))
            || (works_with && house_lets_read(work, &post, dossier, involved).await?)
        {
            told.push(account);
        }
    }
    put(work, NoticeKind::EmergencyOpened, controller, &told).await
}

/// Somebody asks to open a dossier: coordinator and deputy of the asker's own team, and, but for who stands behind a wall
/// of it, of the team that has what was found.
pub(super) async fn emergency_asked<A: Action>(
    work: &mut Work<'_, A>,
    found: Option<(DossierId, TeamId)>,
) -> Result<(), Error> {
    let (asker, now) = (work.staff()?.clone(), work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT m.account, s.id, s.person, s.team, s.function
                   FROM mail_address m
                   JOIN staff s ON s.account = m.account
                  WHERE s.function IN ('coordinator', 'deputy') AND s.person <> $3
                    AND s.valid_from <= $4 AND (s.valid_until IS NULL OR s.valid_until > $4)
                    AND (s.team = $1
                         OR (s.team = $2
                             AND NOT EXISTS (SELECT 1
                                               FROM dossier d
                                               JOIN client c ON c.id = d.client
                                              WHERE d.id = $5 AND c.person = s.person)
                             AND NOT EXISTS (SELECT 1
                                               FROM dossier d
                                               JOIN client_index x ON x.client = d.client
                                               JOIN conflict k ON k.token = x.token AND k.about = x.kind
                                              WHERE d.id = $5 AND k.staff = s.id AND k.superseded_at IS NULL
                                                AND k.valid_from <= $4
                                                AND (k.valid_until IS NULL OR k.valid_until > $4))
                             AND NOT EXISTS (SELECT 1
                                               FROM exclusion e
                                              WHERE e.dossier = $5 AND e.staff = s.id AND e.superseded_at IS NULL
                                                AND e.valid_from <= $4
                                                AND (e.valid_until IS NULL OR e.valid_until > $4))))
                  ORDER BY m.account"
            ),
            params![asker.team, found.map(|it| it.1), asker.person, now, found.map(|it| it.0)],
        )
        .await?;
    let mut told = Vec::new();
    for row in &rows {
        let (account, team): (AccountId, TeamId) = (row.get(0)?, row.get(3)?);
        let post = post(row, asker.controller)?;
        if !told.contains(&account) && house_lets_list(work, &post, team) {
            told.push(account);
        }
    }
    put(work, NoticeKind::EmergencyAsked, asker.controller, &told).await?;
    // As many statements for nobody as for a dossier of another team (MOD-07).
    for _ in told.len()..SAME_FOR_ALL {
        let nothing = work.random_id();
        work.tx.run(sql!("DELETE FROM outbox WHERE id = $1"), params![nothing]).await?;
    }
    Ok(())
}

/// A client asks about a look: whose turn it is to answer.
pub(super) async fn inquiry_asked<A: Action>(
    work: &mut Work<'_, A>,
    inquiry: InquiryId,
) -> Result<(), Error> {
    let now = work.now();
    let row = work
        .tx
        .one(
            sql!(
                "SELECT q.controller, q.dossier, q.client, c.person, s.person, q.team, d.team
                   FROM inquiry q
                   JOIN client c ON c.id = q.client
                   JOIN dossier d ON d.id = q.dossier
                   JOIN staff s ON s.id = q.staff
                  WHERE q.id = $1"
            ),
            params![inquiry],
        )
        .await?;
    let about = About {
        controller: row.get(0)?,
        dossier: row.get(1)?,
        client: row.get(2)?,
        subject: row.get(3)?,
        looker: row.get(4)?,
        look_team: row.get(5)?,
        dossier_team: row.get(6)?,
    };
    let known = candidates(&mut work.tx, about, now).await?;
    let mut told = Vec::new();
    for turn in answerers(about.looker, &known) {
        let row = work
            .tx
            .opt(
                sql!(
                    "SELECT m.account
                       FROM staff s
                       JOIN mail_address m ON m.account = s.account
                      WHERE s.id = $1"
                ),
                params![turn.staff],
            )
            .await?;
        let account: Option<AccountId> = row.map(|row| row.get(0)).transpose()?;
        told.extend(account.filter(|account| !told.contains(account)));
    }
    put(work, NoticeKind::InquiryAsked, about.controller, &told).await
}

/// The list of a team's emergencies, by what the house forbids besides.
fn house_lets_list<A: Action>(work: &Work<'_, A>, post: &StaffFacts, team: TeamId) -> bool {
    let policies = work.policies_running();
    let list = Thing::Team { team, controller: post.controller };
    !policies.house_speaks_of(ListEmergencies::NAME)
        || decide(policies, ListEmergencies::NAME, &actor(post), &list).allowed
}

/// The part that somebody works with, by what the house forbids besides: as their own list asks it.
async fn house_lets_read<A: Action>(
    work: &mut Work<'_, A>,
    post: &StaffFacts,
    dossier: DossierId,
    domain: Option<LegalDomain>,
) -> Result<bool, Error> {
    if !work.policies_running().house_speaks_of(ReadDossier::NAME) {
        return Ok(true);
    }
    let actor = actor(post);
    let things = work.things_to(&actor, dossier).await?;
    let policies = work.policies_running();
    Ok(things.iter().any(|thing| {
        matches!(thing, Thing::Part(part) if Some(part.domain) == domain)
            && decide(policies, ReadDossier::NAME, &actor, thing).allowed
    }))
}

/// A worker as if they were signed in now.
fn actor(post: &StaffFacts) -> ActorFacts {
    ActorFacts { account: None, session: None, capacity: Capacity::Staff(post.clone()), fresh: true }
}

fn post(row: &Row, controller: ControllerId) -> Result<StaffFacts, Error> {
    Ok(StaffFacts {
        staff: row.get(1)?,
        person: row.get(2)?,
        controller,
        team: row.get(3)?,
        function: row.get(4)?,
        coordinator_absent: false,
        ready: true,
    })
}

/// One row for each. A deed that is undone takes them along.
async fn put<A: Action>(
    work: &mut Work<'_, A>,
    kind: NoticeKind,
    controller: ControllerId,
    to: &[AccountId],
) -> Result<(), Error> {
    let now = work.now();
    for account in to {
        let id = OutboxId(work.new_id());
        work.tx
            .run_one(
                sql!(
                    "INSERT INTO outbox (id, controller, account, kind, state, message_id, tries, repeats, due_at,
                                         created_at)
                     VALUES ($1, $2, $3, $4, $5, '', 0, 0, $6, $6)"
                ),
                params![id, controller, *account, kind.code(), NoticeState::Waiting.code(), now],
            )
            .await?;
    }
    Ok(())
}
