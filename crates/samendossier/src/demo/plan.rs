//! The demo world as a row of deeds in the order in which they happened. Pure: content in, deeds out.

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::content::closings::{Closing, Reopening};
use super::content::contacts::Contact;
use super::content::documents::Letter;
use super::content::inquiries::Inquiry;
use super::content::log_review::Reviewing;
use super::content::people::Telling;
use super::content::plans::Planned;
use super::content::standing::Standing;
use super::content::tasks::Task;
use super::content::world::{At, Draft, Involvement, Look, Resident, Staff, World};

static AMSTERDAM: TimeZone = jiff::tz::get!("Europe/Amsterdam");

/// An entry without a time of writing was written this long after it happened.
const WRITTEN_AFTER: SignedDuration = SignedDuration::from_mins(15);
/// Whoever left did so this long ago.
pub const LEFT_DAYS_AGO: u32 = 90;
/// From one training to the next: within the twelve months that one is valid (ACC-13).
const BETWEEN_TRAININGS: u32 = 350;

/// One deed of one person, in the order in which deeds of the same minute happen.
#[derive(Clone, Copy, Debug)]
pub enum Deed {
    /// Person, account and post are made.
    Employ(&'static Staff),
    /// A training that was passed this many days before the demo day.
    NoteTraining(&'static Staff, u32),
    SignPledge(&'static Staff),
    CloseAccount(&'static Staff),
    /// Is this person possibly known? (ACC-02)
    Search(&'static Resident),
    TakeIn(&'static Resident),
    Assign(&'static Resident, usize),
    Write(&'static Resident, usize),
    Correct(&'static Resident, usize),
    Look(&'static Look),
    Keep(&'static Draft),
    Note(&'static Contact),
    /// Something is said that stands from then on.
    Say(&'static Standing),
    /// Somebody around a resident, or who decides, is recorded.
    Tell(&'static Telling),
    End(&'static Resident, usize),
    /// Help in a legal domain stops.
    Close(&'static Closing),
    /// A question about something that was closed.
    AskAgain(&'static Reopening),
    /// Somebody is asked to take up that question.
    TakeUp(&'static Reopening),
    /// A resident asks why somebody looked.
    Inquire(&'static Inquiry),
    /// That is answered.
    Answer(&'static Inquiry),
    /// A plan is changed, or something is said about it.
    Plan(&'static Planned),
    /// A letter comes in.
    AddDocument(&'static Letter),
    /// A worker writes down what is to be done.
    WriteTask(&'static Task),
    /// It is done.
    DoTask(&'static Task),
    /// What stands out in the record, and what is said of it.
    Review(&'static Reviewing),
}

/// A deed and its moment.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    pub at: Timestamp,
    pub deed: Deed,
}

impl Deed {
    /// After it somebody may be told by e-mail that there is something.
    pub const fn tells_somebody(self) -> bool {
        matches!(self, Self::Say(_) | Self::Inquire(_))
    }

    const fn rank(self) -> u8 {
        match self {
            Self::Employ(_) => 0,
            Self::NoteTraining(..) => 1,
            Self::SignPledge(_) => 2,
            Self::CloseAccount(_) => 3,
            Self::Search(_) => 4,
            Self::TakeIn(_) => 5,
            Self::Assign(..) => 6,
            Self::Write(..) => 7,
            Self::Correct(..) => 8,
            Self::Look(_) => 9,
            Self::Keep(_) | Self::Note(_) | Self::Tell(_) => 10,
            // Whoever falls ill does so before anybody takes over.
            Self::Say(_) => 3,
            Self::End(..) => 11,
            Self::Close(_) => 12,
            Self::AskAgain(_) => 13,
            Self::TakeUp(_) => 14,
            Self::Inquire(_) => 15,
            Self::Answer(_) => 16,
            Self::Review(_) => 17,
            Self::Plan(_) => 18,
            Self::WriteTask(_) | Self::DoTask(_) | Self::AddDocument(_) => 18,
        }
    }

    /// What it is, for the line that says where loading stopped. Keys of invented people only.
    pub fn name(self) -> String {
        match self {
            Self::Employ(staff) => format!("employ {}", staff.key),
            Self::NoteTraining(staff, _) => format!("training of {}", staff.key),
            Self::SignPledge(staff) => format!("pledge of {}", staff.key),
            Self::CloseAccount(staff) => format!("close the account of {}", staff.key),
            Self::Search(resident) => format!("search {}", resident.key),
            Self::TakeIn(resident) => format!("take in {}", resident.key),
            Self::Assign(resident, index) => format!("assign {index} of {}", resident.key),
            Self::Write(resident, index) => format!("entry {index} of {}", resident.key),
            Self::Correct(resident, index) => format!("correction of entry {index} of {}", resident.key),
            Self::Look(look) => format!("look of {} at {}", look.staff, look.resident),
            Self::Keep(draft) => format!("draft of {} about {}", draft.staff, draft.resident),
            Self::Note(contact) => format!("question without a name, noted by {}", contact.by),
            Self::Say(standing) => format!("what {} says: {:?}", standing.by, standing.what),
            Self::Tell(it) => format!("what {} records of the people of {}", it.by, it.resident),
            Self::End(resident, index) => format!("end of assignment {index} of {}", resident.key),
            Self::Close(closing) => format!("closing of {} of {}", closing.domain, closing.resident),
            Self::AskAgain(again) => format!("new question of {}", again.resident),
            Self::Inquire(it) => format!("question of {} about a look of {}", it.resident, it.looker),
            Self::Answer(it) => format!("answer to {} about a look of {}", it.resident, it.looker),
            Self::Plan(it) => format!("plan of {}: {:?}", it.resident, it.what),
            Self::AddDocument(it) => format!("document of {} about {}", it.by, it.resident),
            Self::WriteTask(it) => format!("task of {} about {}", it.by, it.resident),
            Self::DoTask(it) => format!("{} does a task about {}", it.by, it.resident),
            Self::Review(it) => format!("review by {}: {:?}", it.by, it.what),
            Self::TakeUp(again) => format!("who takes up the new question of {}", again.resident),
        }
    }
}

/// The day the stories are told from: the last Sunday, today included. Their weekdays ("donderdag om 10.00
/// uur") and working days fit no other day of the week.
pub fn story_day(today: Date) -> Date {
    let since_sunday = i32::from(today.weekday().to_sunday_zero_offset());
    today.saturating_sub(since_sunday.days())
}

/// The calendar date of a moment.
pub fn date_of(at: At, story_day: Date) -> Date {
    story_day.saturating_sub(i64::from(at.days_ago).days())
}

/// The time of day of a moment; midnight for one that is not written as HH:MM, which a test excludes.
pub fn time_of(at: At) -> Time {
    at.time.parse().unwrap_or_default()
}

/// The instant of a moment, on the clock of Amsterdam.
pub fn instant(at: At, story_day: Date) -> Timestamp {
    let moment = date_of(at, story_day).to_datetime(time_of(at));
    // A moment that the clock skips in spring moves an hour; no date of ours is outside the calendar.
    moment.to_zoned(AMSTERDAM.clone()).map_or(Timestamp::MAX, |zoned| zoned.timestamp())
}

/// When an entry was written down.
fn written(resident: &Resident, index: usize, story_day: Date) -> Timestamp {
    let entry = &resident.entries[index];
    entry.written.map_or_else(
        || instant(entry.happened, story_day) + WRITTEN_AFTER,
        |written| instant(written, story_day),
    )
}

/// Everything that happens until today, oldest first.
pub fn plan(world: &World, today: Date) -> Vec<Event> {
    let story_day = story_day(today);
    let mut events = Vec::new();
    let mut add = |at: Timestamp, deed: Deed| events.push(Event { at, deed });
    for staff in world.staff {
        employment(staff, story_day, &mut add);
    }
    for &resident in world.residents {
        help(resident, story_day, &mut add);
    }
    for look in world.looks {
        add(instant(look.at, story_day), Deed::Look(look));
    }
    for standing in world.standing {
        add(instant(standing.at, story_day), Deed::Say(standing));
    }
    for telling in world.tellings {
        add(instant(telling.at, story_day), Deed::Tell(telling));
    }
    for closing in world.closings {
        add(instant(closing.at, story_day), Deed::Close(closing));
    }
    for again in world.reopenings {
        add(instant(again.at, story_day), Deed::AskAgain(again));
        add(instant(again.assigned, story_day), Deed::TakeUp(again));
    }
    for inquiry in world.inquiries {
        add(instant(inquiry.asked, story_day), Deed::Inquire(inquiry));
        if let Some((_, at, _)) = inquiry.answer {
            add(instant(at, story_day), Deed::Answer(inquiry));
        }
    }
    for planned in world.plans {
        add(instant(planned.at, story_day), Deed::Plan(planned));
    }
    for letter in world.documents {
        add(instant(letter.at, story_day), Deed::AddDocument(letter));
    }
    for task in world.tasks {
        add(instant(task.at, story_day), Deed::WriteTask(task));
        if let Some(done) = task.done {
            add(instant(done, story_day), Deed::DoTask(task));
        }
    }
    for review in world.reviews {
        add(instant(review.at, story_day), Deed::Review(review));
    }
    for contact in world.contacts {
        add(instant(contact.at, story_day), Deed::Note(contact));
    }
    for draft in world.drafts {
        // Counted from the real today, so that it is younger than its seven days whenever the demo is made.
        add(instant(At { days_ago: 0, time: draft.time }, last_working_day_before(today)), Deed::Keep(draft));
    }
    events.sort_by_key(|event| (event.at, event.deed.rank()));
    events
}

/// The last day before this one on which people work.
fn last_working_day_before(today: Date) -> Date {
    let days = match today.weekday() {
        Weekday::Monday => 3,
        Weekday::Sunday => 2,
        _ => 1,
    };
    today.saturating_sub(days.days())
}

/// The instant from which the clock of a new world runs: the day before anybody was employed.
pub fn beginning(world: &World, today: Date) -> Timestamp {
    let first = plan(world, today).first().map(|event| event.at);
    first.unwrap_or(Timestamp::UNIX_EPOCH) - SignedDuration::from_hours(24)
}

fn employment(staff: &'static Staff, story_day: Date, add: &mut impl FnMut(Timestamp, Deed)) {
    let day = |days_ago: u32, time: &'static str| instant(At { days_ago, time }, story_day);
    let first_day = staff.pledge_days_ago.unwrap_or(staff.trained_days_ago + 1);
    add(day(first_day, "08:30"), Deed::Employ(staff));
    for trained in trainings(staff) {
        // A training from before the employment is noted on the first day.
        add(day(trained.min(first_day), "09:15"), Deed::NoteTraining(staff, trained));
    }
    if let Some(signed) = staff.pledge_days_ago {
        add(day(signed, "09:00"), Deed::SignPledge(staff));
    }
    if !staff.active {
        add(day(LEFT_DAYS_AGO.min(first_day), "17:00"), Deed::CloseAccount(staff));
    }
}

/// When somebody passed the training, in days before the demo day: the last time, and before that about each
/// year, back to the first day of whoever is not new.
pub fn trainings(staff: &Staff) -> Vec<u32> {
    let mut trained = vec![staff.trained_days_ago];
    while let Some(last) =
        trained.last().filter(|last| staff.pledge_days_ago.is_some_and(|first| **last < first))
    {
        trained.push(last + BETWEEN_TRAININGS);
    }
    trained
}

fn help(resident: &'static Resident, story_day: Date, add: &mut impl FnMut(Timestamp, Deed)) {
    add(instant(resident.intake.at, story_day), Deed::Search(resident));
    // All parts at once: a part that is added later is not a thing the product can do yet.
    if let Some(opened) = resident.parts.iter().map(|part| instant(part.opened, story_day)).min() {
        // CON-03: informed first.
        add(opened.max(instant(resident.notice.delivered, story_day)), Deed::TakeIn(resident));
    }
    for (index, involvement) in resident.involvements.iter().enumerate() {
        if !involvement.began_at_intake() {
            add(instant(involvement.from, story_day), Deed::Assign(resident, index));
        }
        if let Some(until) = ended_by_hand(involvement) {
            add(instant(until, story_day), Deed::End(resident, index));
        }
    }
    for (index, entry) in resident.entries.iter().enumerate() {
        add(written(resident, index, story_day), Deed::Write(resident, index));
        if let Some(correction) = entry.correction {
            add(instant(correction.at, story_day), Deed::Correct(resident, index));
        }
    }
}

/// The moment at which somebody ended it; none when the end was set with the assignment.
fn ended_by_hand(involvement: &Involvement) -> Option<At> {
    involvement.ended_because.and(involvement.until)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::content::WORLD;
    use super::*;

    const SUNDAY: Date = date(2026, 11, 22);

    #[test]
    fn stories_are_told_from_the_last_sunday() {
        assert_eq!(story_day(SUNDAY), SUNDAY);
        assert_eq!(story_day(date(2026, 11, 28)), SUNDAY);
        assert_eq!(story_day(date(2026, 11, 29)).weekday(), Weekday::Sunday);
    }

    #[test]
    fn every_deed_lies_in_the_past_and_in_order() {
        let events = plan(&WORLD, SUNDAY);
        let midnight = domain::age::amsterdam_midnight(SUNDAY).expect("a day");

        assert!(events.len() > 700, "{}", events.len());
        assert!(events.is_sorted_by_key(|event| event.at));
        assert!(events.iter().all(|event| event.at < midnight));
        assert!(beginning(&WORLD, SUNDAY) < events[0].at);
    }

    #[test]
    fn the_clock_of_amsterdam_counts_in_summer_and_winter() {
        let at = |days_ago| instant(At { days_ago, time: "09:00" }, SUNDAY).to_string();

        assert_eq!(at(2), "2026-11-20T08:00:00Z");
        assert_eq!(at(60), "2026-09-23T07:00:00Z");
    }

    #[test]
    fn a_draft_is_of_the_last_working_day() {
        let before = |day| last_working_day_before(date(2026, 11, day));

        assert_eq!(before(22), date(2026, 11, 20));
        assert_eq!(before(23), date(2026, 11, 20));
        assert_eq!(before(24), date(2026, 11, 23));
        assert_eq!(before(28), date(2026, 11, 27));
    }

    #[test]
    fn whoever_works_here_longer_was_trained_every_year_since_the_first_day() {
        for staff in WORLD.staff {
            let trained = trainings(staff);

            assert!(trained.windows(2).all(|pair| pair[1] - pair[0] < 365), "{}", staff.key);
            assert!(trained.last() >= staff.pledge_days_ago.as_ref(), "{}", staff.key);
        }
    }

    #[test]
    fn an_entry_is_written_after_it_happened_and_on_the_same_day() {
        for resident in WORLD.residents {
            for (index, entry) in resident.entries.iter().enumerate().filter(|(_, e)| e.written.is_none()) {
                let at = written(resident, index, SUNDAY);

                assert_eq!(domain::amsterdam_date(at), date_of(entry.happened, SUNDAY), "{}", resident.key);
            }
        }
    }
}
