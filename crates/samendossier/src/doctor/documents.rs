//! Documents: whether their folder can be used, whether reading them is confined, whether the scanner answers.

use std::process::Command;

use app::document::Scanner;

use super::findings::Findings;
use crate::config::Config;

/// Tries all three.
pub async fn look(config: &Config, found: &mut Findings) {
    match crate::documents::kept(&config.files) {
        Ok(files) => found.fine("documents", format!("{} files in {}", files.len(), config.files.display())),
        Err(why) => found.wrong(
            "documents",
            format!("{} cannot be read ({}): make it yours", config.files.display(), why.kind()),
        ),
    }
    match probed() {
        Ok(true) => found.fine("documents", "files are read in a process that can open, reach and start nothing"),
        Ok(false) => found.wrong(
            "documents",
            "the process that reads files is not confined: no documents are taken in; use a kernel with seccomp filters",
        ),
        Err(why) => {
            found.wrong("documents", format!("the process that reads files does not start ({})", why.kind()));
        }
    }
    match &config.scanner {
        None => found.warning(
            "documents",
            "SCANNER is empty: no virus scanner looks through files, and the pages say so",
        ),
        Some(at) => match Scanner::new(at.clone()).is_clean(b"samendossier").await {
            Ok(_) => found.fine("documents", format!("the scanner at {at} answers")),
            Err(why) => {
                found.wrong("documents", format!("{at}: {why}; until it answers no documents are taken in"))
            }
        },
    }
}

fn probed() -> std::io::Result<bool> {
    let said = Command::new(std::env::current_exe()?).args(["confined", "probe"]).env_clear().output()?;
    Ok(said.status.success() && said.stdout.starts_with(b"confined"))
}
