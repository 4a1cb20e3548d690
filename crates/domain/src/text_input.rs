//! Checks for everything a person types, before it becomes a value of ours.
//! What passes is stored as typed: line ends become LF, nothing is trimmed or normalised.

/// Reads typed text. Lengths count characters (Unicode scalar values) after CRLF became LF.
/// Any script, direction and emoji is welcome; pages isolate it with `dir="auto"`.
#[derive(Clone, Copy, Debug)]
pub enum Input {}

/// What is wrong with a typed value.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum InputProblem {
    /// Nothing, or only spaces and invisible characters.
    #[error("nothing was filled in")]
    Empty,
    /// Longer than the field takes.
    #[error("{got} characters where {max} fit")]
    TooLong {
        /// What fits, in characters.
        max: usize,
        /// What was typed, in characters.
        got: usize,
    },
    /// A line end in a field of one line.
    #[error("more than one line")]
    NotOneLine,
    /// A control character, which no keyboard types and no page can show.
    #[error("control character U+{code:04X} at character {at}")]
    ForbiddenCharacter {
        /// The code point.
        code: u32,
        /// Which character it is, counting from 1.
        at: usize,
    },
}

/// A wrong field: which and why. Never repeats what was typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("the field {field} cannot be kept as typed")]
pub struct FieldProblem {
    /// The name of the field in the form.
    pub field: &'static str,
    /// What is wrong with it.
    #[source]
    pub problem: InputProblem,
}

impl Input {
    /// One line, not blank, at most `max` characters, no control character.
    ///
    /// # Errors
    /// [`FieldProblem`] names the field and the first problem.
    pub fn line(field: &'static str, typed: &str, max: usize) -> Result<String, FieldProblem> {
        one_line(typed, max).and_then(filled).map_err(|problem| FieldProblem { field, problem })
    }

    /// As [`Input::line`], but a blank field is `None`.
    ///
    /// # Errors
    /// [`FieldProblem`] names the field and the first problem.
    pub fn optional_line(
        field: &'static str,
        typed: &str,
        max: usize,
    ) -> Result<Option<String>, FieldProblem> {
        one_line(typed, max).map(|text| filled(text).ok()).map_err(|problem| FieldProblem { field, problem })
    }

    /// Any number of lines, not blank, at most `max` characters; of the control characters only
    /// line end and tab.
    ///
    /// # Errors
    /// [`FieldProblem`] names the field and the first problem.
    pub fn text(field: &'static str, typed: &str, max: usize) -> Result<String, FieldProblem> {
        lines(typed, max).and_then(filled).map_err(|problem| FieldProblem { field, problem })
    }

    /// As [`Input::text`], but a blank field is `None`.
    ///
    /// # Errors
    /// [`FieldProblem`] names the field and the first problem.
    pub fn optional_text(
        field: &'static str,
        typed: &str,
        max: usize,
    ) -> Result<Option<String>, FieldProblem> {
        lines(typed, max).map(|text| filled(text).ok()).map_err(|problem| FieldProblem { field, problem })
    }
}

/// Whether a reader would see nothing: only spaces, line ends and invisible characters.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// Checks text of any number of lines; a blank one passes.
pub(crate) fn lines(typed: &str, max: usize) -> Result<String, InputProblem> {
    let text = typed.replace("\r\n", "\n");
    fits(&text, max)?;
    match first(&text, |c| c.is_control() && c != '\n' && c != '\t') {
        Some(forbidden) => Err(forbidden),
        None => Ok(text),
    }
}

fn one_line(typed: &str, max: usize) -> Result<String, InputProblem> {
    fits(typed, max)?;
    if typed.contains(['\n', '\r', '\u{2028}', '\u{2029}']) {
        return Err(InputProblem::NotOneLine);
    }
    match first(typed, char::is_control) {
        Some(forbidden) => Err(forbidden),
        None => Ok(typed.to_owned()),
    }
}

fn filled(text: String) -> Result<String, InputProblem> {
    if is_blank(&text) { Err(InputProblem::Empty) } else { Ok(text) }
}

fn fits(text: &str, max: usize) -> Result<(), InputProblem> {
    let got = text.chars().count();
    if got > max { Err(InputProblem::TooLong { max, got }) } else { Ok(()) }
}

fn first(text: &str, forbidden: impl Fn(char) -> bool) -> Option<InputProblem> {
    let (index, c) = text.chars().enumerate().find(|&(_, c)| forbidden(c))?;
    Some(InputProblem::ForbiddenCharacter { code: u32::from(c), at: index + 1 })
}

/// Characters that take part in text but show nothing by themselves.
const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}'                      // soft hyphen
        | '\u{61C}'                   // Arabic letter mark
        | '\u{115F}'..='\u{1160}'     // Hangul fillers
        | '\u{200B}'..='\u{200F}'     // zero width, direction marks
        | '\u{202A}'..='\u{202E}'     // direction embeddings
        | '\u{2060}'..='\u{206F}'     // joiners, isolates
        | '\u{2800}'                  // empty braille cell
        | '\u{3164}'                  // Hangul filler
        | '\u{FE00}'..='\u{FE0F}'     // variation selectors
        | '\u{FEFF}'                  // byte order mark
        | '\u{FFA0}'                  // half-width Hangul filler
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(typed: &str) -> Result<String, InputProblem> {
        Input::line("surname", typed, 10).map_err(|wrong| wrong.problem)
    }

    fn text(typed: &str) -> Result<String, InputProblem> {
        Input::text("facts", typed, 10).map_err(|wrong| wrong.problem)
    }

    #[test]
    fn what_was_typed_is_kept_as_it_was() {
        for typed in [" Ria ", "e\u{301}é", "مرحبا", "👩‍👧‍👦", "<b>&"] {
            assert_eq!(line(typed).as_deref(), Ok(typed));
            assert_eq!(text(typed).as_deref(), Ok(typed));
        }
    }

    #[test]
    fn line_ends_become_lf_and_nothing_else_changes() {
        assert_eq!(text(" a\r\n\tb\n\n ").as_deref(), Ok(" a\n\tb\n\n "));
    }

    #[test]
    fn blank_is_empty_also_when_it_is_invisible() {
        for typed in ["", "   ", "\u{200B}\u{FEFF}", "\u{A0}", "\u{2800}"] {
            assert_eq!(line(typed), Err(InputProblem::Empty));
            assert_eq!(text(typed), Err(InputProblem::Empty));
            assert_eq!(Input::optional_line("phone", typed, 10), Ok(None));
            assert_eq!(Input::optional_text("note", typed, 10), Ok(None));
        }
        assert_eq!(text("\r\n \n"), Err(InputProblem::Empty));
    }

    #[test]
    fn a_line_is_one_line() {
        for typed in ["a\nb", "a\r\nb", "a\u{2028}b"] {
            assert_eq!(line(typed), Err(InputProblem::NotOneLine));
        }
    }

    #[test]
    fn control_characters_are_refused_by_place() {
        let at = |code, at| Err(InputProblem::ForbiddenCharacter { code, at });

        assert_eq!(line("é\0"), at(0, 2));
        assert_eq!(line("a\tb"), at(9, 2));
        assert_eq!(text("a\0b"), at(0, 2));
        assert_eq!(text("\u{1B}[31m"), at(0x1B, 1));
        assert_eq!(text("a\rb"), at(0x0D, 2));
        assert_eq!(text("a\u{85}"), at(0x85, 2));
        assert!(Input::optional_line("phone", "\0", 10).is_err());
    }

    #[test]
    fn length_counts_characters_after_line_ends_were_joined() {
        let too_long = Err(InputProblem::TooLong { max: 10, got: 11 });

        assert_eq!(text("1234\r\n6789é").as_deref(), Ok("1234\n6789é"));
        assert_eq!(line("ééééééééééé"), too_long);
        assert_eq!(text("12345678901"), too_long);
    }

    #[test]
    fn the_problem_names_the_field() {
        let refused = Input::line("surname", "", 10).expect_err("an empty name is refused");

        assert_eq!(refused.field, "surname");
        assert_eq!(refused.problem, InputProblem::Empty);
        assert_eq!(refused.to_string(), "the field surname cannot be kept as typed");
    }
}
