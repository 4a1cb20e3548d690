//! Where settings come from: the environment first, then the file. And everything that can be wrong with
//! them, each with the name of the setting and what to write instead.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Every setting, as the environment names it; the file has the same names in small letters.
const SETTINGS: [&str; 14] = [
    "DATA",
    "LISTEN",
    "DATABASE_URL",
    "SHELF_URL",
    "KEYS",
    "CHECKPOINTS",
    "NODE",
    "HOUSE_NAME",
    "HOUSE_PHONE",
    "HOUSE_VISIT",
    "HOUSE_HOURS",
    "SECURE_COOKIES",
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
    #[error("{name} holds bytes that are no text: set it again")]
    NotUnicode { name: &'static str },
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
    file: BTreeMap<&'static str, String>,
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
            None => BTreeMap::new(),
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
        let given = |from: &BTreeMap<&str, String>| from.get(name).filter(|value| !value.is_empty()).cloned();
        given(&self.environment).or_else(|| given(&self.file))
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

fn settings_in(file: &Path, text: &str) -> Result<BTreeMap<&'static str, String>, SettingsFault> {
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
        settings.insert(name, value);
    }
    Ok(settings)
}

/// The line of this byte, counted from 1.
fn line_at(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1
}

/// The line that begins with this key, or names it as a table.
fn line_of(text: &str, key: &str) -> usize {
    let names = |line: &str| line.trim_start_matches([' ', '\t', '[', '"']).starts_with(key);
    text.lines().position(names).map_or(1, |at| at + 1)
}
