//! The one place that prints: what a command answers goes to standard output, trouble to standard error.
//! A reader that went away (`| head`) is no reason to fall over.

use std::io::Write;

use crate::failure::Failure;

/// One line, or several, of a command's answer.
pub fn line(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
}

/// The line that says what went wrong and what to do.
pub fn trouble(failure: &Failure) {
    // One line, whatever a library put in its message.
    let told = failure.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
    let _ = writeln!(std::io::stderr().lock(), "samendossier: {told}");
}
