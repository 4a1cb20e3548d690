//! Judging an emergency access (ACC-04): whose turn it is, and what can come of it. Nobody judges what they had a part
//! in, nothing is approved by silence, and after ten working days the data protection officer judges.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::codes::coded;
use crate::emergency::{Judge, Part, escalates_after, judge};
use crate::inquiry::Candidate;
use crate::{Function, PersonId};

coded! {
    /// What a reviewer says.
    pub enum Outcome, "outcome of a review" {
        /// Opening it was right.
        Justified = "justified",
        /// It should not have been opened: a breach is received (BRE-01).
        NotJustified = "not-justified",
        /// Whoever opened it explains first; the deadline stays what it is.
        NeedsInfo = "needs-info",
    }
}

impl Outcome {
    /// It stands: nobody judges again.
    pub const fn is_verdict(self) -> bool {
        !matches!(self, Self::NeedsInfo)
    }
}

/// What decides who judges.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Case {
    /// Who opened the dossier.
    pub accessor: PersonId,
    /// Who approved that, as it happened; none where nobody was asked.
    pub approver: Option<PersonId>,
    /// When it was opened.
    pub opened: Timestamp,
}

impl Case {
    /// So late that the data protection officer judges and the board is told (`bg_escalate`).
    pub fn is_overdue(self, today: Date) -> bool {
        today > escalates_after(self.opened)
    }
}

/// Whose turn it is to judge: the coordinator of the team that has the dossier, else the deputy, else the data
/// protection officer; whoever is at work goes before whoever is absent. Empty: there is nobody, and somebody must be
/// appointed.
pub fn reviewers(case: Case, candidates: &[Candidate], today: Date) -> Vec<&Candidate> {
    let has_part = |it: &Candidate| it.person == case.accessor || Some(it.person) == case.approver;
    let fit: Vec<&Candidate> = candidates.iter().filter(|it| !has_part(it) && !it.walled).collect();
    let present: Vec<&Candidate> = fit.iter().copied().filter(|it| it.at_work).collect();
    let first = turn(case, &present, today);
    if first.is_empty() { turn(case, &fit, today) } else { first }
}

fn turn<'a>(case: Case, among: &[&'a Candidate], today: Date) -> Vec<&'a Candidate> {
    let none = |of: Judge| !among.iter().any(|it| judges_as(it, of));
    let part = Part { coordinator: none(Judge::Coordinator), deputy: none(Judge::Deputy) };
    let judge = judge(part, case.opened, today);
    among.iter().copied().filter(|it| judges_as(it, judge)).collect()
}

const fn judges_as(it: &Candidate, judge: Judge) -> bool {
    match judge {
        Judge::Coordinator => matches!(it.function, Function::Coordinator) && it.of_dossier_team,
        Judge::Deputy => matches!(it.function, Function::Deputy) && it.of_dossier_team,
        Judge::DataProtectionOfficer => matches!(it.function, Function::DataProtectionOfficer),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::StaffId;

    fn of(name: &str, function: Function) -> Candidate {
        let id = Uuid::from_u128(name.bytes().fold(0, |all, byte| all << 8 | u128::from(byte)));
        Candidate {
            staff: StaffId(id),
            person: PersonId(id),
            function,
            of_look_team: false,
            of_dossier_team: !function.oversees(),
            at_work: true,
            walled: false,
        }
    }

    fn joost() -> Candidate {
        of("joost", Function::Coordinator)
    }

    fn devi() -> Candidate {
        of("devi", Function::Deputy)
    }

    fn olga() -> Candidate {
        of("olga", Function::DataProtectionOfficer)
    }

    fn everybody() -> Vec<Candidate> {
        vec![olga(), devi(), joost()]
    }

    /// Monday 2 March 2026.
    fn opened_by(accessor: &Candidate) -> Case {
        let opened = "2026-03-02T09:00:00Z".parse().expect("an instant");
        Case { accessor: accessor.person, approver: None, opened }
    }

    /// The tenth working day, and the day after it.
    const LAST: Date = date(2026, 3, 16);
    const NEXT: Date = date(2026, 3, 17);

    fn judges(case: Case, candidates: &[Candidate], today: Date) -> Vec<StaffId> {
        reviewers(case, candidates, today).iter().map(|it| it.staff).collect()
    }

    #[test]
    fn nobody_judges_what_they_opened_or_approved() {
        for who in everybody() {
            for today in [LAST, NEXT] {
                let opened = opened_by(&who);
                assert!(!judges(opened, &everybody(), today).contains(&who.staff), "{who:?}");
                let tom = of("tom", Function::Worker);
                let approved = Case { approver: Some(who.person), ..opened_by(&tom) };
                assert!(!judges(approved, &everybody(), today).contains(&who.staff), "{who:?}");
            }
        }
    }

    #[test]
    fn also_not_from_another_post_of_the_same_person() {
        let other = Candidate { person: joost().person, ..devi() };

        assert_eq!(judges(opened_by(&joost()), &[joost(), other, olga()], LAST), [olga().staff]);
    }

    #[test]
    fn coordinator_then_deputy_then_officer() {
        let tom = of("tom", Function::Worker);

        assert_eq!(judges(opened_by(&tom), &everybody(), LAST), [joost().staff]);
        assert_eq!(judges(opened_by(&joost()), &everybody(), LAST), [devi().staff]);
        let both = Case { approver: Some(devi().person), ..opened_by(&joost()) };
        assert_eq!(judges(both, &everybody(), LAST), [olga().staff]);
        assert_eq!(judges(opened_by(&joost()), &[joost(), olga()], LAST), [olga().staff], "no deputy");
    }

    #[test]
    fn of_two_coordinators_the_other_one_judges() {
        let bea = of("bea", Function::Coordinator);

        assert_eq!(judges(opened_by(&joost()), &[joost(), bea.clone(), devi()], LAST), [bea.staff]);
    }

    #[test]
    fn after_ten_working_days_the_officer_judges_and_the_team_no_longer() {
        let tom = opened_by(&of("tom", Function::Worker));

        assert_eq!(judges(tom, &everybody(), NEXT), [olga().staff]);
        assert_eq!(judges(tom, &[joost(), devi()], NEXT), [], "nobody at all: somebody must be appointed");
        assert!(!tom.is_overdue(LAST) && tom.is_overdue(NEXT));
    }

    #[test]
    fn an_absent_coordinator_gives_way_and_comes_back_when_there_is_nobody_else() {
        let tom = opened_by(&of("tom", Function::Worker));
        let away = Candidate { at_work: false, ..joost() };

        assert_eq!(judges(tom, &[away.clone(), devi(), olga()], LAST), [devi().staff]);
        assert_eq!(judges(tom, &[away.clone(), olga()], LAST), [olga().staff]);
        assert_eq!(judges(tom, std::slice::from_ref(&away), LAST), [away.staff]);
        let officer = Candidate { at_work: false, ..olga() };
        assert_eq!(judges(tom, &[away, officer], NEXT), [olga().staff]);
    }

    #[test]
    fn a_wall_stands_before_a_verdict_too() {
        let tom = opened_by(&of("tom", Function::Worker));
        let walled = Candidate { walled: true, ..joost() };

        assert_eq!(judges(tom, &[walled.clone(), devi(), olga()], LAST), [devi().staff]);
        assert_eq!(judges(tom, &[walled], LAST), []);
    }

    #[test]
    fn who_has_no_say_and_who_is_of_another_team_never_judges() {
        let tom = opened_by(&of("tom", Function::Worker));
        let elsewhere = Candidate { of_dossier_team: false, of_look_team: true, ..joost() };
        assert_eq!(judges(tom, &[elsewhere], LAST), []);

        let mine = [Function::Coordinator, Function::Deputy, Function::DataProtectionOfficer];
        for function in Function::ALL.iter().filter(|function| !mine.contains(function)) {
            for today in [LAST, NEXT] {
                assert_eq!(judges(tom, &[of("kim", *function)], today), [], "{function}");
            }
        }
    }

    #[test]
    fn asking_is_no_verdict() {
        let verdicts: Vec<_> = Outcome::ALL.iter().filter(|it| it.is_verdict()).collect();

        assert_eq!(verdicts, [&Outcome::Justified, &Outcome::NotJustified]);
    }
}
