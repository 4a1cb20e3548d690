//! The commands of this build, read from the words behind the program's name.
//! Few enough to read by hand; what is not understood is named.

use std::path::PathBuf;

/// What to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Command {
    /// `clock_is_right`: also before the newest line of the record.
    Serve {
        clock_is_right: bool,
    },
    /// `fresh` throws the old demo world away first.
    Demo {
        fresh: bool,
    },
    /// The code of the second factor of a demo account, now.
    Code {
        login_name: String,
    },
    Migrate,
    CreateKeys,
    /// Another key-encryption key, by what follows "kek-".
    AddKey {
        name: String,
    },
    /// Wraps the key shelf by the first key-encryption key.
    RotateKeys,
    /// Gives up what no copy of the key shelf opens.
    AcceptLoss,
    /// The first controllers, teams and staff.
    SetUp {
        file: PathBuf,
    },
    /// A copy of data and key shelf, apart.
    Backup {
        target: PathBuf,
        shelf: Option<PathBuf>,
    },
    /// A backup into an empty folder.
    Restore {
        from: PathBuf,
        shelf: Option<PathBuf>,
    },
    /// Looks whether everything is as it should be; changes nothing.
    Doctor,
    VerifyLedger,
    SignCheckpoint,
    /// The process that reads files and can do nothing else; `probes`: only says whether that is so.
    Confined {
        probes: bool,
    },
    Help,
    Version,
}

/// Words that are no command.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum UsageFault {
    #[error("say what to do: `samendossier help` lists the commands")]
    Nothing,
    #[error("there is no command \"{0}\": `samendossier help` lists them")]
    Unknown(String),
    #[error("\"{command}\" wants {wanted} behind it")]
    Incomplete { command: &'static str, wanted: &'static str },
    #[error("\"{command}\" does not know \"{word}\": `samendossier help` says what it takes")]
    TooMuch { command: String, word: String },
}

/// What `help` prints.
pub const HELP: &str = "\
samendossier: a dossier that a resident and a neighbourhood team keep together

  samendossier serve [--accept-clock]
                                   serve the product; --accept-clock also when the newest record is in the future
  samendossier demo [--fresh]      make a demo world in DATA when there is none, and serve it;
                                   --fresh throws the old demo world away. Never for real data.
  samendossier code LOGIN          the code of a demo account at this moment
  samendossier keys create         make the keys of a new installation
  samendossier keys add NAME       make another key-encryption key, first in the list
  samendossier keys rotate         wrap the key shelf by the first key-encryption key, also while it serves
  samendossier keys accept-loss    give up what no copy of the key shelf opens any more
  samendossier setup FILE          make the first teams and staff of an empty installation from a TOML file
  samendossier migrate             bring the tables up to date and stop
  samendossier backup DIR [--shelf DIR]
                                   copy the data to DIR/data and the key shelf to DIR/shelf, also while it serves
  samendossier restore DIR [--shelf DIR]
                                   put a backup of the data and the latest key shelf in DATA, which is empty
  samendossier doctor              look whether everything is as it should be; changes nothing
  samendossier ledger verify       check the record; names the first wrong line
  samendossier ledger checkpoint   number what waits, sign a checkpoint, print and keep it
  samendossier help | --version

Settings come from the environment, or from the TOML file that CONFIG names, in small letters there.

  DATA            ./data                   the folder of this installation
  LISTEN          127.0.0.1:8080           address and port
  DATABASE_URL    SQLite in DATA           postgres://user@host/database
  SHELF_URL       SQLite in DATA/shelf     the key shelf, in another database than the data
  KEYS            DATA/keys                the folder of the key files
  KEYS_FROM       folder                   or mount (a secret mount in KEYS), or environment
  FILES           DATA/files               the folder of the files of documents, sealed
  SCANNER                                  clamd, which looks through files: unix:/run/clamav/clamd.ctl or tcp:host:port
  CHECKPOINTS     DATA/checkpoints.txt     where signed checkpoints are kept outside the database
  NODE            node-1                   the name of this process in the record
  HOUSE_NAME, HOUSE_PHONE, HOUSE_VISIT, HOUSE_HOURS    what each page says about who runs this
  THEME, THEME_CLASS                       a folder with the house's own stylesheet, and the class it is written for
  ORIGIN                                   where people reach this, for passkeys: https://dossier.example
  MAIL_HOST, MAIL_PORT, MAIL_TLS, MAIL_CA  the mail server; starttls, tls, or none to this machine
  MAIL_USER, MAIL_PASSWORD_FILE            the name to sign in with there, and a file with the password
  MAIL_FROM, MAIL_REPLY_TO, MAIL_FOLDER    from whom mail is; a folder to keep it in instead
  SECURE_COOKIES  yes (demo: no)           cookies over TLS only
  TRUSTED_PROXIES                          whose X-Forwarded-For and -Proto are believed: 127.0.0.1,10.1.0.0/16
  LOG             info                     how much is logged, to standard error
  LOG_FORMAT      text                     text or json";

/// Reads the words.
///
/// # Errors
/// [`UsageFault`], which names the word that is not understood.
pub fn read(words: impl IntoIterator<Item = String>) -> Result<Command, UsageFault> {
    let words: Vec<String> = words.into_iter().collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (command, rest) = match words.as_slice() {
        [] => return Err(UsageFault::Nothing),
        ["serve", "--accept-clock", rest @ ..] => (Command::Serve { clock_is_right: true }, rest),
        ["serve", rest @ ..] => (Command::Serve { clock_is_right: false }, rest),
        ["doctor", rest @ ..] => (Command::Doctor, rest),
        ["demo", "--fresh", rest @ ..] => (Command::Demo { fresh: true }, rest),
        ["demo", rest @ ..] => (Command::Demo { fresh: false }, rest),
        ["code", login_name, rest @ ..] => (Command::Code { login_name: (*login_name).to_owned() }, rest),
        ["code"] => return Err(UsageFault::Incomplete { command: "code", wanted: "a name to sign in with" }),
        ["setup", file, rest @ ..] => (Command::SetUp { file: PathBuf::from(file) }, rest),
        ["setup"] => return Err(UsageFault::Incomplete { command: "setup", wanted: "a TOML file" }),
        ["backup", target, "--shelf", shelf, rest @ ..] => {
            (Command::Backup { target: PathBuf::from(target), shelf: Some(PathBuf::from(shelf)) }, rest)
        }
        ["backup", target, rest @ ..] => {
            (Command::Backup { target: PathBuf::from(target), shelf: None }, rest)
        }
        ["backup"] => return Err(UsageFault::Incomplete { command: "backup", wanted: "a folder" }),
        ["restore", from, "--shelf", shelf, rest @ ..] => {
            (Command::Restore { from: PathBuf::from(from), shelf: Some(PathBuf::from(shelf)) }, rest)
        }
        ["restore", from, rest @ ..] => (Command::Restore { from: PathBuf::from(from), shelf: None }, rest),
        ["restore"] => {
            return Err(UsageFault::Incomplete { command: "restore", wanted: "the folder of a backup" });
        }
        ["migrate", rest @ ..] => (Command::Migrate, rest),
        ["keys", "create", rest @ ..] => (Command::CreateKeys, rest),
        ["keys", "add", name, rest @ ..] => (Command::AddKey { name: (*name).to_owned() }, rest),
        ["keys", "add"] => return Err(UsageFault::Incomplete { command: "keys add", wanted: "a name" }),
        ["keys", "rotate", rest @ ..] => (Command::RotateKeys, rest),
        ["keys", "accept-loss", rest @ ..] => (Command::AcceptLoss, rest),
        ["keys"] => {
            return Err(UsageFault::Incomplete {
                command: "keys",
                wanted: "create, add, rotate or accept-loss",
            });
        }
        ["ledger", "verify", rest @ ..] => (Command::VerifyLedger, rest),
        ["ledger", "checkpoint", rest @ ..] => (Command::SignCheckpoint, rest),
        ["ledger"] => {
            return Err(UsageFault::Incomplete { command: "ledger", wanted: "verify or checkpoint" });
        }
        // Started by the product itself, so it is not in the help.
        ["confined", "probe", rest @ ..] => (Command::Confined { probes: true }, rest),
        ["confined", rest @ ..] => (Command::Confined { probes: false }, rest),
        ["help" | "--help" | "-h", rest @ ..] => (Command::Help, rest),
        ["version" | "--version" | "-V", rest @ ..] => (Command::Version, rest),
        ["keys" | "ledger", ..] => return Err(UsageFault::Unknown(words[..2].join(" "))),
        [unknown, ..] => return Err(UsageFault::Unknown((*unknown).to_owned())),
    };
    match rest.first() {
        None => Ok(command),
        Some(word) => Err(UsageFault::TooMuch { command: words[0].to_owned(), word: (*word).to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(line: &str) -> Result<Command, UsageFault> {
        read(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn each_command_of_the_help_is_understood() {
        let commands = HELP.lines().filter_map(|line| line.strip_prefix("  samendossier "));

        for line in commands {
            let words = line.split("  ").next().unwrap_or_default().replace(['[', ']'], "");
            for form in words.split(" | ") {
                assert!(typed(form).is_ok(), "{form}");
            }
        }
    }

    #[test]
    fn fresh_is_asked_for_by_name() {
        assert_eq!(typed("demo"), Ok(Command::Demo { fresh: false }));
        assert_eq!(typed("demo --fresh"), Ok(Command::Demo { fresh: true }));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        let told = |line: &str| typed(line).expect_err("no command").to_string();

        assert!(told("sevre").contains("\"sevre\""));
        assert!(told("serve now").contains("\"now\""));
        assert!(told("demo --frehs").contains("\"--frehs\""));
        assert!(told("ledger verfy").contains("\"ledger verfy\""));
        assert!(told("code").contains("a name to sign in with"));
        assert!(told("").contains("samendossier help"));
    }
}
