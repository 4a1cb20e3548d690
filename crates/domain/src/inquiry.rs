//! "Waarom heeft u gekeken?": what a client asks about a look, who answers it, by when, and what it can become.
//! Nobody answers about their own look (ACC-04, ACC-21, CMP-03).

use jiff::ToSpan;
use jiff::civil::Date;

use crate::codes::coded;
use crate::working_days::{is_working_day, working_days_after};
use crate::{Function, PersonId, StaffId};

/// Working days within which a question is answered.
pub const ANSWER_WITHIN: u32 = 5;
/// Working days after the due day from which the data protection officer sees it as well.
pub const DPO_SEES_AFTER: u32 = 5;
/// The longest question, in characters.
pub const QUESTION_MAX: usize = 1000;
/// The longest answer, in characters.
pub const ANSWER_MAX: usize = 4000;

coded! {
    /// The eight rights over one's data (RGT-05, R1 to R8).
    pub enum DataRight, "right" {
        /// R1: to be told what is kept and why (GDPR 13, 14).
        Information = "information",
        /// R2: to read it and have a copy (GDPR 15).
        Access = "access",
        /// R3: to have a mistake mended (GDPR 16).
        Rectification = "rectification",
        /// R4: to have it taken away (GDPR 17).
        Erasure = "erasure",
        /// R5: to have it kept and not used (GDPR 18).
        Restriction = "restriction",
        /// R6: to take it along (GDPR 20).
        Portability = "portability",
        /// R7: to object to its use (GDPR 21).
        Objection = "objection",
        /// R8: to have a human being decide (GDPR 22).
        HumanView = "human-view",
    }
}

/// What a question becomes when its asker goes on, answered or not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pursuit {
    /// A complaint (CMP-02).
    Complaint,
    /// A request under one of the eight rights (RGT-05).
    Request(DataRight),
}

impl Pursuit {
    /// The last day for an answer: a complaint six weeks (Awb 9:11, CMP-02), a request 28 days (RGT-04); on a day on
    /// which nobody works, the next one.
    pub fn due(self, received: Date) -> Date {
        let days = match self {
            Self::Complaint => 42,
            Self::Request(_) => 28,
        };
        on_working_day(received.checked_add(days.days()).unwrap_or(Date::MAX))
    }
}

/// The last day on which a question of this day is answered in time.
pub fn answer_due(asked_on: Date) -> Date {
    working_days_after(asked_on, ANSWER_WITHIN)
}

/// How many working days an answer is late; 0 until a working day has passed after the due one.
pub fn late_by(due: Date, today: Date) -> u32 {
    let (mut day, mut late) = (due, 0);
    while let Ok(next) = day.tomorrow()
        && next <= today
    {
        day = next;
        late += u32::from(is_working_day(day));
    }
    late
}

/// The same day, or the next working day when nobody works then (Algemene termijnenwet, art. 1).
fn on_working_day(day: Date) -> Date {
    if is_working_day(day) { day } else { working_days_after(day, 1) }
}

/// Whether the data protection officer sees the question as well.
pub fn dpo_sees(due: Date, today: Date) -> bool {
    late_by(due, today) >= DPO_SEES_AFTER
}

/// Somebody at the controller who may have to answer, as it is now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// The post.
    pub staff: StaffId,
    /// Whose post.
    pub person: PersonId,
    /// In which function.
    pub function: Function,
    /// Of the team that the look was made for.
    pub of_look_team: bool,
    /// Of the team that has the dossier.
    pub of_dossier_team: bool,
    /// Not absent now.
    pub at_work: bool,
    /// Behind a wall: a declared conflict, not wanted by the client, or the client themselves (ACC-05).
    pub walled: bool,
}

/// Who answers a question about a look by `looker`: the coordinator of the team of that look; else its deputy; else
/// the data protection officer; else coordinator and deputy of the team that has the dossier. Whoever is at work goes
/// before whoever is absent. Empty: there is nobody, and somebody must be appointed.
pub fn answerers(looker: PersonId, candidates: &[Candidate]) -> Vec<&Candidate> {
    let fit = || candidates.iter().filter(|it| it.person != looker && !it.walled);
    let first = |among: Vec<&'_ Candidate>| among.iter().filter_map(|it| turn(it)).min();
    let present: Vec<_> = fit().filter(|it| it.at_work).collect();
    if let Some(first) = first(present.clone()) {
        return present.into_iter().filter(|it| turn(it) == Some(first)).collect();
    }
    let anybody: Vec<_> = fit().collect();
    match first(anybody.clone()) {
        Some(first) => anybody.into_iter().filter(|it| turn(it) == Some(first)).collect(),
        None => Vec::new(),
    }
}

/// Whose turn it is, the lowest first; none for who never answers.
const fn turn(of: &Candidate) -> Option<u8> {
    match of.function {
        Function::Coordinator if of.of_look_team => Some(0),
        Function::Deputy if of.of_look_team => Some(1),
        Function::DataProtectionOfficer => Some(2),
        Function::Coordinator if of.of_dossier_team => Some(3),
        Function::Deputy if of.of_dossier_team => Some(4),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;

    fn of(name: &str, function: Function) -> Candidate {
        let id = Uuid::from_u128(name.bytes().fold(0, |all, byte| all << 8 | u128::from(byte)));
        Candidate {
            staff: StaffId(id),
            person: PersonId(id),
            function,
            of_look_team: true,
            of_dossier_team: false,
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
        Candidate { of_look_team: false, ..of("olga", Function::DataProtectionOfficer) }
    }

    fn karin() -> Candidate {
        Candidate { of_look_team: false, of_dossier_team: true, ..of("karin", Function::Coordinator) }
    }

    fn answers(looker: &Candidate, candidates: &[Candidate]) -> Vec<StaffId> {
        answerers(looker.person, candidates).iter().map(|it| it.staff).collect()
    }

    fn everybody() -> Vec<Candidate> {
        vec![olga(), karin(), devi(), joost()]
    }

    #[test]
    fn nobody_answers_about_their_own_look() {
        for looker in everybody() {
            assert!(!answers(&looker, &everybody()).contains(&looker.staff), "{looker:?}");
        }
    }

    #[test]
    fn also_not_from_another_post_of_the_same_person() {
        let second = Candidate { staff: StaffId(Uuid::from_u128(9)), ..devi() };
        let joost_too = Candidate { person: joost().person, ..second };

        assert_eq!(answers(&joost(), &[joost(), joost_too, olga()]), [olga().staff]);
    }

    #[test]
    fn the_coordinator_of_the_look_answers() {
        let ria = of("ria", Function::Worker);

        assert_eq!(answers(&ria, &everybody()), [joost().staff]);
    }

    #[test]
    fn about_the_coordinator_the_deputy_answers_and_else_the_officer() {
        assert_eq!(answers(&joost(), &everybody()), [devi().staff]);
        assert_eq!(answers(&joost(), &[joost(), olga(), karin()]), [olga().staff]);
    }

    #[test]
    fn with_two_coordinators_the_other_one_answers() {
        let other = of("bea", Function::Coordinator);

        assert_eq!(answers(&joost(), &[joost(), other.clone(), devi()]), [other.staff]);
    }

    #[test]
    fn about_the_officer_the_team_of_the_dossier_answers() {
        assert_eq!(answers(&olga(), &[olga(), karin()]), [karin().staff]);
        let deputy = Candidate { function: Function::Deputy, ..karin() };
        assert_eq!(answers(&olga(), &[olga(), deputy.clone()]), [deputy.staff]);
    }

    #[test]
    fn an_absent_coordinator_gives_way_and_comes_back_when_there_is_nobody_else() {
        let ria = of("ria", Function::Worker);
        let absent = Candidate { at_work: false, ..joost() };

        assert_eq!(answers(&ria, &[absent.clone(), devi()]), [devi().staff]);
        assert_eq!(answers(&ria, &[absent.clone(), olga()]), [olga().staff]);
        assert_eq!(answers(&ria, std::slice::from_ref(&absent)), [absent.staff]);
        // Both are away: the coordinator goes before the deputy.
        let away = Candidate { at_work: false, ..devi() };
        assert_eq!(answers(&ria, &[away, absent.clone()]), [absent.staff]);
    }

    #[test]
    fn a_wall_stands_before_the_answer_too() {
        let ria = of("ria", Function::Worker);
        let walled = Candidate { walled: true, ..joost() };

        assert_eq!(answers(&ria, &[walled.clone(), devi()]), [devi().staff]);
        assert_eq!(answers(&ria, &[walled]), []);
    }

    #[test]
    fn a_team_that_is_gone_leaves_it_to_the_officer() {
        let ria = of("ria", Function::Worker);

        assert_eq!(answers(&ria, &[olga(), karin()]), [olga().staff]);
        assert_eq!(answers(&ria, &[]), []);
    }

    #[test]
    fn who_has_no_say_never_answers() {
        let others = Function::ALL.iter().filter(|function| {
            !matches!(function, Function::Coordinator | Function::Deputy | Function::DataProtectionOfficer)
        });

        for function in others {
            let it = Candidate { of_dossier_team: true, ..of("tom", *function) };
            assert_eq!(answers(&joost(), &[it]), [], "{function}");
        }
    }

    #[test]
    fn a_coordinator_of_a_third_team_does_not_answer() {
        let elsewhere = Candidate { of_look_team: false, ..joost() };

        assert_eq!(answers(&of("ria", Function::Worker), &[elsewhere]), []);
    }

    #[test]
    fn an_answer_is_late_after_its_day_and_the_officer_sees_it_five_working_days_later() {
        // Good Friday and Easter Monday stand between.
        let due = answer_due(date(2026, 3, 27));

        assert_eq!(due, date(2026, 4, 7));
        assert_eq!(late_by(due, due), 0);
        assert_eq!(late_by(due, date(2026, 4, 8)), 1);
        assert!(!dpo_sees(due, date(2026, 4, 13)));
        assert!(dpo_sees(due, date(2026, 4, 14)));
        assert_eq!(late_by(due, date(2026, 4, 12)), 3, "a weekend makes nobody later");
        assert_eq!(late_by(Date::MAX, Date::MAX), 0);
    }

    #[test]
    fn a_complaint_has_six_weeks_and_a_request_four() {
        let received = date(2026, 3, 2);

        assert_eq!(Pursuit::Complaint.due(received), date(2026, 4, 13));
        assert_eq!(Pursuit::Request(DataRight::Access).due(received), date(2026, 3, 30));
        assert_eq!(Pursuit::Complaint.due(date(2026, 11, 22)), date(2027, 1, 4), "not on a Sunday");
        assert_eq!(
            Pursuit::Request(DataRight::Access).due(date(2026, 3, 9)),
            date(2026, 4, 7),
            "nor at Easter"
        );
        assert_eq!(Pursuit::Complaint.due(Date::MAX), Date::MAX);
    }
}
