//! Everything that can stop a command, each as one line that says what to do. Exit code 2 for what was
//! asked or set wrongly, 1 for the rest.

use std::net::SocketAddr;
use std::path::PathBuf;

use store::migrate::MigrateError;
use store::{KeyFault, OpenError, Place, Unfit};
use vault::{CreateError, ProviderError};

use crate::backup::BackupFault;
use crate::command::UsageFault;
use crate::config::SettingsFault;
use crate::demo::LoadFailed;

/// Why a command stopped.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(transparent)]
    Usage(UsageFault),
    #[error(transparent)]
    Settings(#[from] SettingsFault),
    #[error("the program could not start its threads ({why}): look at the limits of this user")]
    Runtime { why: String },
    #[error(
        "port {} is in use on {}: stop the program that has it, or choose another with LISTEN={}:{}",
        .address.port(), .address.ip(), .address.ip(), free_looking(.address.port())
    )]
    PortBusy { address: SocketAddr },
    #[error("cannot listen on {address} ({why}): choose another address with LISTEN=127.0.0.1:8080")]
    CannotListen { address: SocketAddr, why: String },
    #[error(
        "the folder {} cannot be written ({why}): make it yours, or choose another with {setting}=folder",
        .folder.display()
    )]
    Unwritable { folder: PathBuf, setting: &'static str, why: String },
    #[error("this program does not know where it is ({why}): start it by its full path")]
    NoProgram { why: String },
    #[error("{0}: documents need a kernel with seccomp filters")]
    NotConfined(files::NotConfined),
    #[error(
        "there are no keys in {} yet: look around with `samendossier demo`, or begin a new installation with \
         `samendossier keys create`", .folder.display()
    )]
    NoKeys { folder: PathBuf },
    #[error(transparent)]
    Keys(ProviderError),
    #[error("{0}: choose an empty folder with KEYS=folder, or keep the keys that are there")]
    CreateKeys(CreateError),
    #[error(
        "{} holds data that other keys sealed: put those keys back; new ones open nothing of it", .data.display()
    )]
    KeysForOldData { data: PathBuf },
    #[error("no key was added: {0}")]
    AddKey(CreateError),
    #[error(
        "the key shelf is in {} and its data is not in {}: put the data back, or choose the right folder with DATA=folder",
        .shelf.display(), .data.display()
    )]
    DataMissing { data: PathBuf, shelf: PathBuf },
    #[error(
        "KEYS_FROM is not folder: make the keys where the system keeps them (`openssl rand -base64 32`), as \
         docs/operating/keys.md says"
    )]
    KeysMadeElsewhere,
    #[error(
        "{keys} keys of the key shelf were not wrapped anew, the first because {first}: keep every old key, and put back the latest whole copy of the shelf"
    )]
    Stuck { keys: usize, first: String },
    #[error(
        "the ledger key is another one than this installation signs its checkpoints with: put it back, for a \
         history that was signed again proves nothing"
    )]
    OtherLedgerKey,
    #[error("there is no installation in {}: choose its folder with DATA=folder", .data.display())]
    NoInstallation { data: PathBuf },
    #[error(transparent)]
    Backup(#[from] BackupFault),
    #[error("{0}")]
    Open(String),
    #[error("the database does not do what it should ({0}): look at the log and at the disk")]
    Store(#[from] store::Error),
    #[error("the file with checkpoints {} cannot be used ({why}): look at its owner and the disk", .file.display())]
    Checkpoints { file: PathBuf, why: String },
    #[error("the ledger key cannot sign: {0}")]
    Signer(ledger::NoteError),
    #[error(
        "the clock of this machine says {now}, {minutes} minutes before the newest line of the record: set the clock \
         right; when it is right, start once with `samendossier serve --accept-clock`"
    )]
    ClockBehind { now: String, minutes: i64 },
    #[error(
        "the clock of this machine went back {minutes} minutes while serving: set it right and start again, for the \
         lines of the record follow each other in time"
    )]
    ClockFell { minutes: i64 },
    #[error(
        "a newer program changed the tables while this one served: the database has schema {found}, this program \
         knows up to {known}: start the newer program here too"
    )]
    Outgrown { found: i64, known: i64 },
    #[error("{wrong} things are wrong, the first: {first}")]
    Unwell { wrong: usize, first: String },
    #[error("the server stopped by itself ({why}): start it again, and look at the log")]
    Stopped { why: String },
    #[error("the ledger is NOT sound: {0}")]
    Unsound(String),
    #[error("the demo world in {} was not finished: start over with `make demo-fresh` (or `samendossier demo --fresh`)", .data.display())]
    DemoUnfinished { data: PathBuf },
    #[error(
        "{} holds an installation that is no demo: serve it with `samendossier serve`, or choose another folder \
         for a demo with DATA=folder", .data.display()
    )]
    NotADemo { data: PathBuf },
    #[error(
        "{} holds things that no demo put there; nothing was thrown away: choose another folder with DATA=folder",
        .data.display()
    )]
    NotOurs { data: PathBuf },
    #[error("the file {} cannot be used: {why}", .file.display())]
    SetupFile { file: PathBuf, why: String },
    #[error("{} was set up before: `setup` begins an empty installation only", .data.display())]
    AlreadySetUp { data: PathBuf },
    #[error("{0}; nothing was thrown away: choose another database with DATABASE_URL=")]
    StartOver(store::StartOverRefused),
    #[error("{} cannot be thrown away ({why}): remove it by hand", .path.display())]
    CannotRemove { path: PathBuf, why: String },
    #[error("the demo world could not be made ({0}): start over with `make demo-fresh`")]
    Load(#[from] LoadFailed),
    #[error("no demo account is called \"{0}\": `samendossier demo` prints them all")]
    NoSuchAccount(String),
}

impl Failure {
    /// What the process ends with.
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::Usage(_) | Self::Settings(_) => 2,
            _ => 1,
        }
    }

    /// Why the store did not open, with what helps.
    pub fn opening(why: &OpenError, data: &Place, shelf: &Place) -> Self {
        Self::Open(match why {
            OpenError::Database { what, why } => {
                let (place, setting) =
                    if *what == "the data" { (data, "DATABASE_URL") } else { (shelf, "SHELF_URL") };
                database(what, why, place, setting)
            }
            OpenError::SamePlace | OpenError::MixedPlaces => {
                format!("{why}: look at DATABASE_URL and SHELF_URL")
            }
            OpenError::Strangers => {
                format!(
                    "{why}: put back the key shelf that belongs to this data, or choose the right folder with DATA=folder"
                )
            }
            OpenError::Unfit(why) => format!("{why}: {}", cure(why)),
            OpenError::Policies(_) => format!("{why}: this build is broken, use another"),
        })
    }
}

/// What helps when data, key shelf and keys do not belong together.
fn cure(why: &Unfit) -> String {
    match why {
        Unfit::Key(KeyFault::Missing { kek, .. } | KeyFault::SealingMissing { kek }) => {
            format!("put {kek} back among the keys and in their list")
        }
        Unfit::Key(KeyFault::Wrong { kek }) => {
            format!("put back the {kek} of this installation, or the key shelf when that was changed")
        }
        Unfit::BlindIndex => {
            "put back the one of this installation, for with another one searching finds nobody".to_owned()
        }
        Unfit::OldShelf { .. } | Unfit::LostKeys { .. } => {
            "put back its latest copy; when there is none, `samendossier keys accept-loss` gives up what is lost"
                .to_owned()
        }
    }
}

fn database(what: &str, why: &MigrateError, place: &Place, setting: &str) -> String {
    match (why, place) {
        (MigrateError::Newer { .. } | MigrateError::Missing, _) => format!("{what}: {why}"),
        (MigrateError::Other { .. }, _) => {
            format!("{what}: {why}: it was made by another program, choose another place for this one")
        }
        (MigrateError::Store(why), Place::File(file)) if is_torn(why) => {
            let cure = if setting == "SHELF_URL" { "its latest whole copy" } else { "a whole backup" };
            format!("{what} in {} is damaged, or half of a copy ({why}): put back {cure}", file.display())
        }
        (MigrateError::Store(why), Place::File(file)) => {
            format!(
                "{what} in {} cannot be used ({why}): look at its owner, at the disk, and whether it is a database",
                file.display()
            )
        }
        (MigrateError::Store(why), Place::Url(_)) => {
            format!("{what} cannot be reached ({why}): start PostgreSQL, and look at {setting}")
        }
    }
}

/// SQLite found pages missing or garbled: code 11 and its kin.
fn is_torn(why: &store::Error) -> bool {
    let store::Error::Statement(said) = why else { return false };
    let code = said.strip_prefix("sqlite ").and_then(|rest| rest.split(':').next());
    code.and_then(|code| code.trim().parse::<u32>().ok()).is_some_and(|code| code & 0xff == 11)
}

/// Another port to try.
const fn free_looking(port: u16) -> u16 {
    if port < u16::MAX - 1 { port + 1 } else { 8080 }
}
