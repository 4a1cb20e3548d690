//! Logs: to standard error, as text or one JSON object a line. Codes, ids of requests and route patterns
//! only; nothing that was written or typed.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt;

use crate::config::{Config, LogFormat, SettingsFault};
use crate::failure::Failure;

/// Starts logging as the settings say.
///
/// # Errors
/// When LOG is no filter.
pub fn start(config: &Config) -> Result<(), Failure> {
    let filter = EnvFilter::try_new(&config.log)
        // The settings were checked: what is no filter did not come this far.
        .map_err(|_| SettingsFault::Log { value: config.log.clone() })?;
    // A log on a disk that is full must not stop the work: saying that it cannot be said would panic.
    let to_stderr = fmt().with_env_filter(filter).with_writer(std::io::stderr).log_internal_errors(false);
    match config.log_format {
        LogFormat::Json => to_stderr.json().flatten_event(true).init(),
        LogFormat::Text => {
            let colours = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
            to_stderr.compact().with_ansi(colours).with_target(false).init();
        }
    }
    Ok(())
}
