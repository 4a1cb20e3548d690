//! Who judges a finding: the coordinator of the worker's team, about a coordinator the deputy, and the data protection
//! officer about everybody. Nobody judges what they did themselves (ACC-04, ACC-22).

use crate::{Function, PersonId, TeamId};

/// Who would judge.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reader {
    pub person: PersonId,
    pub function: Function,
    /// Has the rights of a coordinator now: a deputy only in the coordinator's absence (ACC-09).
    pub coordinates_now: bool,
    pub team: Option<TeamId>,
}

/// Whom a finding is about, by the posts they had that day at this organisation.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    pub person: PersonId,
    /// Team and function of each post.
    pub posts: &'a [(Option<TeamId>, Function)],
}

/// Whether this reader may see the finding and judge it.
pub fn reviews(reader: Reader, about: About<'_>) -> bool {
    if reader.person == about.person {
        return false;
    }
    if reader.function.oversees() {
        return true;
    }
    let own_team = |team: &Option<TeamId>| team.is_some() && *team == reader.team;
    let mut of_team = about.posts.iter().filter(|(team, _)| own_team(team)).peekable();
    if of_team.peek().is_none() {
        return false;
    }
    // A deputy judges the coordinator at any time, and for the coordinator only in their absence.
    match of_team.any(|(_, function)| *function == Function::Coordinator) {
        true => reader.function == Function::Deputy,
        false => reader.coordinates_now,
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const NOORD: TeamId = TeamId(Uuid::from_u128(1));
    const ZUID: TeamId = TeamId(Uuid::from_u128(2));

    fn reader(person: u128, function: Function, team: Option<TeamId>) -> Reader {
        let coordinates_now = function == Function::Coordinator;
        Reader { person: PersonId(Uuid::from_u128(person)), function, coordinates_now, team }
    }

    fn judges(reader: Reader, person: u128, posts: &[(Option<TeamId>, Function)]) -> bool {
        reviews(reader, About { person: PersonId(Uuid::from_u128(person)), posts })
    }

    #[test]
    fn nobody_judges_themselves_and_the_officer_judges_everybody_else() {
        let officer = reader(1, Function::DataProtectionOfficer, None);
        let joost = reader(2, Function::Coordinator, Some(NOORD));

        assert!(!judges(officer, 1, &[(None, Function::DataProtectionOfficer)]));
        assert!(judges(officer, 2, &[(Some(NOORD), Function::Coordinator)]));
        assert!(
            !judges(joost, 2, &[(Some(NOORD), Function::Worker)]),
            "in another post of their own neither"
        );
    }

    #[test]
    fn a_coordinator_judges_the_own_team_and_also_who_works_in_two() {
        let joost = reader(2, Function::Coordinator, Some(NOORD));

        assert!(judges(joost, 3, &[(Some(NOORD), Function::Worker)]));
        assert!(judges(joost, 3, &[(Some(ZUID), Function::Worker), (Some(NOORD), Function::Worker)]));
        assert!(!judges(joost, 3, &[(Some(ZUID), Function::Worker)]));
        assert!(!judges(joost, 3, &[(None, Function::DecisionOfficer)]));
        assert!(judges(joost, 4, &[(Some(NOORD), Function::Deputy)]), "the deputy's own looks");
    }

    #[test]
    fn about_the_coordinator_the_deputy_judges_and_else_only_in_their_place() {
        let devi = reader(5, Function::Deputy, Some(NOORD));
        let standing_in = Reader { coordinates_now: true, ..devi };
        let worker = [(Some(NOORD), Function::Worker)];

        assert!(judges(devi, 2, &[(Some(NOORD), Function::Coordinator)]));
        assert!(!judges(devi, 3, &worker));
        assert!(judges(standing_in, 3, &worker));
        let second = reader(6, Function::Coordinator, Some(NOORD));
        assert!(!judges(second, 2, &[(Some(NOORD), Function::Coordinator)]), "no coordinator about another");
    }

    #[test]
    fn whoever_is_of_no_team_is_of_no_coordinators() {
        let of_none = reader(2, Function::Coordinator, None);

        assert!(!judges(of_none, 3, &[(None, Function::Worker)]));
    }
}
