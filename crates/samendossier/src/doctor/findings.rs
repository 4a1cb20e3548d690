//! What was found: one line for each thing, and one verdict.

use crate::failure::Failure;

/// How a thing is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Is {
    Fine,
    Warning,
    Wrong,
}

/// Everything that was looked at, in order.
#[derive(Default)]
pub struct Findings(Vec<(Is, &'static str, String)>);

impl Findings {
    /// As it should be.
    pub fn fine(&mut self, about: &'static str, text: impl Into<String>) {
        self.0.push((Is::Fine, about, text.into()));
    }

    /// It works, and somebody should look at it.
    pub fn warning(&mut self, about: &'static str, text: impl Into<String>) {
        self.0.push((Is::Warning, about, text.into()));
    }

    /// It does not work, or will not for long.
    pub fn wrong(&mut self, about: &'static str, text: impl Into<String>) {
        self.0.push((Is::Wrong, about, text.into()));
    }

    /// As they are printed.
    pub fn lines(&self) -> Vec<String> {
        let line = |(is, about, text): &(Is, &str, String)| {
            let word = match is {
                Is::Fine => "ok",
                Is::Warning => "look",
                Is::Wrong => "WRONG",
            };
            format!("{word:<6}{about:<11}{text}")
        };
        self.0.iter().map(line).collect()
    }

    /// Whether all is well.
    ///
    /// # Errors
    /// [`Failure::Unwell`] with the first thing that is wrong.
    pub fn verdict(&self) -> Result<(), Failure> {
        let wrong: Vec<_> = self.0.iter().filter(|(is, ..)| *is == Is::Wrong).collect();
        match wrong.first() {
            None => Ok(()),
            Some((_, about, text)) => {
                Err(Failure::Unwell { wrong: wrong.len(), first: format!("{about}: {text}") })
            }
        }
    }
}
