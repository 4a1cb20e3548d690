//! The binary: reads the command and the settings, opens the house, hands in the real clock and real
//! randomness, and says in one line what to do when something stands in the way.

mod backup;
mod checkpoints;
mod clock;
mod clockwork;
mod command;
mod config;
mod demo;
mod disk;
mod doctor;
mod documents;
mod failure;
mod folder;
mod house;
mod keys;
mod ledger;
mod logs;
mod say;
mod serve;
mod setup;
mod surroundings;

use std::process::ExitCode;

/// A page of a dossier is some thousands of small allocations (docs/performance.md).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

use command::Command;
use config::Config;
use failure::Failure;

fn main() -> ExitCode {
    let typed = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned());
    match command::read(typed).map_err(Failure::Usage).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            say::trouble(&failure);
            ExitCode::from(failure.exit_code())
        }
    }
}

fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Help => {
            say::line(command::HELP);
            return Ok(());
        }
        Command::Version => {
            say::line(concat!("samendossier ", env!("CARGO_PKG_VERSION")));
            return Ok(());
        }
        // Before settings, logs and threads: it gives everything up first, and has none of them.
        Command::Confined { probes } => return documents::confined(probes).map_err(Failure::NotConfined),
        _ => {}
    }
    let config = Config::read()?;
    logs::start(&config)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|why| Failure::Runtime { why: why.to_string() })?;
    // The tree of futures of a whole run is large; it lives on the heap.
    runtime.block_on(Box::pin(perform(command, config)))
}

async fn perform(command: Command, config: Config) -> Result<(), Failure> {
    match command {
        Command::Serve { clock_is_right } => serve::run(&config, clock_is_right).await,
        Command::Demo { fresh } => demo::run(&config, fresh).await,
        Command::Code { login_name } => demo::code::tell(&config, &login_name),
        Command::Migrate => house::migrate(&config).await,
        Command::CreateKeys => keys::create(&config),
        Command::AddKey { name } => keys::add(&config, &name),
        Command::RotateKeys => keys::rotate(&config).await,
        Command::AcceptLoss => keys::accept_loss(&config).await,
        Command::SetUp { file } => setup::run(&config, &file).await,
        Command::Backup { target, shelf } => backup::run(&config, &target, shelf.as_deref()).await,
        Command::Restore { from, shelf } => backup::restore(&config, &from, shelf.as_deref()).await,
        Command::Doctor => doctor::run(&config).await,
        Command::VerifyLedger => ledger::verify(&config).await,
        Command::SignCheckpoint => ledger::checkpoint(&config).await,
        // Answered before the settings were read.
        Command::Help | Command::Version | Command::Confined { .. } => Ok(()),
    }
}
