//! Where settings come from: the environment first, then the file. And everything that can be wrong with
//! them, each with the name of the setting and what to write instead.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::mail::MailFault;
use super::policies::PolicyFolderFault;
use super::theme::ThemeFolderFault;

/// Every setting, as the environment names it; the file has the same names in small letters.
const SETTINGS: [&str; 31] = [
    "DATA",
    "LISTEN",
    "DATABASE_URL",
    "SHELF_URL",
    "KEYS",
    "KEYS_FROM",
    "CHECKPOINTS",
    "FILES",
    "SCANNER",
    "NODE",
    "HOUSE_NAME",
    "HOUSE_PHONE",
    "HOUSE_VISIT",
    "HOUSE_HOURS",
    "THEME",
    "THEME_CLASS",
    "POLICIES",
    "ORIGIN",
    "MAIL_HOST",
    "MAIL_PORT",
    "MAIL_TLS",
    "MAIL_CA",
    "MAIL_USER",
    "MAIL_PASSWORD_FILE",
    "MAIL_FROM",
    "MAIL_REPLY_TO",
    "MAIL_FOLDER",
    "SECURE_COOKIES",
    "TRUSTED_PROXIES",
    "LOG",
    "LOG_FORMAT",
];

/// What is wrong with the settings.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SettingsFault {
    #[error("CONFIG names {}, which cannot be read ({why}): correct the path, or leave CONFIG empty", .file.display())]
    FileUnreadable { file: PathBuf, why: String },
    #[error("{}, line {line}: this is no TOML ({why}): write lines like listen = \"127.0.0.1:8080\"", .file.display())]
    NotToml { file: PathBuf, line: usize, why: String },
    #[error("{}, line {line}: there is no setting \"{name}\"; there are: {}", .file.display(), known())]
    Unknown { file: PathBuf, line: usize, name: String },
    #[error("{}, line {line}: the value of {name} must be text between quotes", .file.display())]
    NotText { file: PathBuf, line: usize, name: String },
    /// What is wrong with a value, and the line of the file where it stands.
    #[error("{}, line {line}: {fault}", .file.display())]
    InFile { file: PathBuf, line: usize, fault: Box<Self> },
    #[error("{name} holds bytes that are no text: set it again")]
    NotUnicode { name: &'static str },
    #[error("ORIGIN={value} is no address for passkeys: write it like ORIGIN=https://dossier.example")]
    Origin { value: String },
    #[error("THEME={}: {fault}", .folder.display())]
    Theme { folder: PathBuf, fault: ThemeFolderFault },
    #[error(
        "THEME_CLASS is empty: give the class that the theme in THEME is written for, such as utrecht-theme"
    )]
    ThemeClassMissing,
    #[error("THEME_CLASS={value} has no theme: name its folder with THEME=folder, or leave both empty")]
    ThemeMissing { value: String },
    #[error("POLICIES={}: {fault}", .folder.display())]
    Policies { folder: PathBuf, fault: PolicyFolderFault },
    #[error("{0}")]
    Mail(MailFault),
    #[error("LISTEN={value} is no address with a port: write it like LISTEN=127.0.0.1:8080")]
    Listen { value: String },
    #[error("{name} must begin with postgres:// (leave it empty for SQLite in DATA)")]
    NotPostgres { name: &'static str },
    #[error(
        "SHELF_URL and DATABASE_URL lead to the same place: put the key shelf in another database, so that \
         no backup holds both"
    )]
    SamePlace,
    #[error("SHELF_URL needs DATABASE_URL: data in a SQLite file keeps its key shelf in a file too")]
    ShelfAlone,
    #[error("NODE must be at most 64 letters, digits, dots, hyphens: it stands on every line of the record")]
    Node,
    #[error("{name}={value} is not clear: write yes or no")]
    YesOrNo { name: &'static str, value: String },
    #[error("SCANNER={value} is no place of clamd: write unix:/run/clamav/clamd.ctl or tcp:127.0.0.1:3310")]
    Scanner { value: String },
    #[error("KEYS_FROM={value} is unknown: write folder, mount or environment")]
    KeysFrom { value: String },
    #[error(
        "TRUSTED_PROXIES names \"{value}\", which is no address and no range: write it like \
         TRUSTED_PROXIES=127.0.0.1,10.1.0.0/16"
    )]
    Proxy { value: String },
    #[error("LOG={value} is no filter: write info, warn, debug, or something like info,store=debug")]
    Log { value: String },
    #[error("LOG_FORMAT={value} is unknown: write text or json")]
    LogFormat { value: String },
}

fn known() -> String {
    SETTINGS.map(str::to_lowercase).join(", ")
}

/// The values as they were given.
pub struct Source {
    environment: BTreeMap<&'static str, String>,
    file: File,
}

/// The settings of a file, each with its line.
#[derive(Default)]
struct File {
    path: PathBuf,
    settings: BTreeMap<&'static str, (String, usize)>,
}

impl Source {
    /// The settings of this process.
    ///
    /// # Errors
    /// [`SettingsFault`] for a file that cannot be read or understood.
    pub fn of_process() -> Result<Self, SettingsFault> {
        let mut environment = BTreeMap::new();
        for name in SETTINGS {
            match std::env::var(name) {
                Ok(value) => drop(environment.insert(name, value)),
                Err(std::env::VarError::NotPresent) => {}
                Err(std::env::VarError::NotUnicode(_)) => return Err(SettingsFault::NotUnicode { name }),
            }
        }
        let file = match std::env::var_os("CONFIG").filter(|path| !path.is_empty()) {
            None => File::default(),
            Some(path) => {
                let path = PathBuf::from(path);
                let text = std::fs::read_to_string(&path).map_err(|why| SettingsFault::FileUnreadable {
                    file: path.clone(),
                    why: why.kind().to_string(),
                })?;
                settings_in(&path, &text)?
            }
        };
        Ok(Self { environment, file })
    }

    /// The value of a setting; an empty one counts as none.
    pub fn text(&self, name: &str) -> Option<String> {
        let given = |value: &&String| !value.is_empty();
        let in_file = || self.file.settings.get(name).map(|(value, _)| value);
        self.environment.get(name).filter(given).or_else(|| in_file().filter(given)).cloned()
    }

    /// What is wrong with the value of a setting; with its line, when the file gave it.
    pub fn wrong(&self, name: &str, fault: SettingsFault) -> SettingsFault {
        let in_environment = self.environment.get(name).is_some_and(|value| !value.is_empty());
        match self.file.settings.get(name) {
            Some((_, line)) if !in_environment => {
                SettingsFault::InFile { file: self.file.path.clone(), line: *line, fault: Box::new(fault) }
            }
            _ => fault,
        }
    }

    #[cfg(test)]
    pub(super) fn of_test(environment: &[(&str, &str)], file: &str) -> Result<Self, SettingsFault> {
        let environment = SETTINGS
            .into_iter()
            .filter_map(|name| {
                environment.iter().find(|(n, _)| *n == name).map(|(_, v)| (name, (*v).to_owned()))
            })
            .collect();
        Ok(Self { environment, file: settings_in(Path::new("samendossier.toml"), file)? })
    }
}

fn settings_in(file: &Path, text: &str) -> Result<File, SettingsFault> {
    let table: toml::Table = toml::from_str(text).map_err(|why| SettingsFault::NotToml {
        file: file.to_owned(),
        line: why.span().map_or(1, |span| line_at(text, span.start)),
        why: why.message().to_owned(),
    })?;
    let mut settings = BTreeMap::new();
    for (key, value) in table {
        let line = line_of(text, &key);
        let Some(name) = SETTINGS.into_iter().find(|name| name.to_lowercase() == key) else {
            return Err(SettingsFault::Unknown { file: file.to_owned(), line, name: key });
        };
        let value = match value {
            toml::Value::String(text) => text,
            toml::Value::Boolean(true) if name == "SECURE_COOKIES" => "yes".to_owned(),
            toml::Value::Boolean(false) if name == "SECURE_COOKIES" => "no".to_owned(),
            _ => return Err(SettingsFault::NotText { file: file.to_owned(), line, name: key }),
        };
        settings.insert(name, (value, line));
    }
    Ok(File { path: file.to_owned(), settings })
}

/// The line of this byte, counted from 1.
fn line_at(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1
}

/// The line that begins with this key, or names it as a table.
fn line_of(text: &str, key: &str) -> usize {
    // "keys" is not the line of "keys_from".
    let ends = |rest: &str| !rest.starts_with(|sign: char| sign.is_alphanumeric() || sign == '_');
    let names =
        |line: &str| line.trim_start_matches([' ', '\t', '[', '"']).strip_prefix(key).is_some_and(ends);
    text.lines().position(names).map_or(1, |at| at + 1)
}
