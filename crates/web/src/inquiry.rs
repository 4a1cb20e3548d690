//! "Waarom heeft u gekeken?": what the desk of who answers shares with the resident's own pages.

pub(crate) mod desk;

use domain::Function;
use domain::inquiry::late_by;
use jiff::Timestamp;
use jiff::civil::Date;
use text::Words;

use crate::view::inquiry::{Answered, Line};
use crate::wording::day;

/// Who answers, as it is now.
pub(crate) fn turn(words: Words, turn: Option<Function>) -> String {
    words.code("turn", turn.map_or("nobody", Function::code))
}

/// "2 werkdagen te laat"; empty when in time.
pub(crate) fn late(words: Words, due: Date, today: Date) -> String {
    match late_by(due, today) {
        0 => String::new(),
        days => words.with("inquiry-late-by", &[("days", i64::from(days).into())]),
    }
}

pub(crate) fn answered(words: Words, given: &app::inquiry::Given) -> Answered {
    Answered {
        text: given.text.to_string(),
        by: function_of(words, &given.function, &given.team_name),
        at: day(words, given.at),
    }
}

/// "coördinator, Team Noord"
pub(crate) fn function_of(words: Words, function: &str, team: &str) -> String {
    let function = words.code("function", function);
    if team.is_empty() { function } else { format!("{function}, {team}") }
}

/// What was done, as the list says it: counted where a day was summed up, else what and when.
pub(crate) fn what(words: Words, event: &str, times: usize, at: Timestamp) -> String {
    if times > 1 {
        return words.with("look-times", &[("times", times.into())]);
    }
    let time = words.time(domain::amsterdam(at).time());
    words.with("look-at-time", &[("what", words.code("action", event).into()), ("time", time.into())])
}

/// The line of a look that was asked about, by whoever reads it: a name or a function.
pub(crate) fn line(words: Words, look: &app::inquiry::AboutLook, who: String) -> Line {
    let times = usize::try_from(look.times).unwrap_or(usize::MAX);
    Line {
        day: words.weekday_and_date(domain::amsterdam_date(look.at)),
        who,
        what: what(words, &look.event, times, look.at),
        reason: crate::portal::reason(words, &look.reason),
        emergency: if look.emergency { words.t("inquiry-emergency") } else { String::new() },
    }
}
