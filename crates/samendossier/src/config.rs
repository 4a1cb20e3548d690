//! The settings of an installation: from the environment, or from the file that CONFIG names. A setting
//! that is unknown or wrong stops the start, by its name.

mod mail;
mod policies;
mod source;
mod theme;

use std::net::SocketAddr;
use std::path::PathBuf;

use app::document::ScannerAt;
use app::sign_in::Passkeys;
use store::{Place, Places};
use tracing_subscriber::EnvFilter;

pub use mail::{Post, in_folder};
pub use policies::LocalPolicies;
pub use source::SettingsFault;
use source::Source;
pub use theme::Themed;

/// Where the product listens unless LISTEN says otherwise.
const LISTEN: &str = "127.0.0.1:8080";
/// The longest name of a node, which stands on every line of the record.
const NODE_MAX: usize = 64;

/// What can be set, with the defaults filled in.
#[derive(Clone, Debug)]
pub struct Config {
    /// The folder of this installation.
    pub data: PathBuf,
    pub listen: SocketAddr,
    /// The data and the key shelf, which are never in one place.
    pub places: Places,
    pub keys: PathBuf,
    pub keys_from: KeysFrom,
    pub checkpoints: PathBuf,
    /// Where the files of documents lie.
    pub files: PathBuf,
    /// Who looks through them for harm; none: nobody, and the pages say so.
    pub scanner: Option<ScannerAt>,
    /// The name of this process in the record (NEN 7513 AuditSourceID).
    pub node: String,
    pub house: HouseAbout,
    /// Its own looks; none: those that are built in.
    pub theme: Option<Themed>,
    /// What the house forbids besides; none: nothing.
    pub policies: Option<LocalPolicies>,
    /// Where people reach this, "https://dossier.example": passkeys belong to it. None: no passkeys.
    pub origin: Option<String>,
    /// By which way e-mail leaves; none: there is no e-mail.
    pub mail: Option<Post>,
    /// None: as the command finds best.
    pub secure_cookies: Option<bool>,
    /// Whose X-Forwarded headers are believed.
    pub trusted_proxies: Vec<web::Network>,
    pub log: String,
    pub log_format: LogFormat,
}

/// What each page says about who runs this; empty lines are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HouseAbout {
    pub name: String,
    pub phone: String,
    pub visit: String,
    pub hours: String,
}

/// What kind of place the keys come from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KeysFrom {
    /// A folder of this user's own.
    Folder,
    /// A folder that the system put there for this service: a secret mount, credentials of systemd.
    Mount,
    /// Variables of the environment.
    Environment,
}

/// What a line of the log looks like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LogFormat {
    Text,
    Json,
}

impl Config {
    /// Reads the settings of this process.
    ///
    /// # Errors
    /// [`SettingsFault`], with the name of the setting.
    pub fn read() -> Result<Self, SettingsFault> {
        Self::from_source(&Source::of_process()?)
    }

    fn from_source(source: &Source) -> Result<Self, SettingsFault> {
        let data = PathBuf::from(source.text("DATA").unwrap_or_else(|| "data".to_owned()));
        let path = |name, default: &str| source.text(name).map_or_else(|| data.join(default), PathBuf::from);
        let origin = origin(source)?;
        Ok(Self {
            listen: listen(source)?,
            places: places(source, &data)?,
            keys: path("KEYS", "keys"),
            keys_from: keys_from(source)?,
            checkpoints: path("CHECKPOINTS", "checkpoints.txt"),
            files: path("FILES", "files"),
            scanner: scanner(source)?,
            node: node(source)?,
            house: HouseAbout {
                name: source.text("HOUSE_NAME").unwrap_or_default(),
                phone: source.text("HOUSE_PHONE").unwrap_or_default(),
                visit: source.text("HOUSE_VISIT").unwrap_or_default(),
                hours: source.text("HOUSE_HOURS").unwrap_or_default(),
            },
            theme: theme::read(source)?,
            policies: policies::read(source)?,
            mail: mail::read(source, origin.as_deref())?,
            origin,
            secure_cookies: yes_or_no(source, "SECURE_COOKIES")?,
            trusted_proxies: trusted_proxies(source)?,
            log: log(source)?,
            log_format: log_format(source)?,
            data,
        })
    }

    /// Whether there is data already, as far as the folder tells. A database server is asked when opened.
    pub fn has_data(&self) -> bool {
        matches!(&self.places.data, Place::File(file) if file.exists())
    }
}

fn listen(source: &Source) -> Result<SocketAddr, SettingsFault> {
    let value = source.text("LISTEN").unwrap_or_else(|| LISTEN.to_owned());
    value.parse().map_err(|_| source.wrong("LISTEN", SettingsFault::Listen { value }))
}

fn places(source: &Source, data: &std::path::Path) -> Result<Places, SettingsFault> {
    let url = |name: &'static str| match source.text(name) {
        None => Ok(None),
        Some(url) if url.starts_with("postgres://") || url.starts_with("postgresql://") => Ok(Some(url)),
        // The value may hold a password: it is not repeated.
        Some(_) => Err(source.wrong(name, SettingsFault::NotPostgres { name })),
    };
    let (database, shelf) = (url("DATABASE_URL")?, url("SHELF_URL")?);
    if database.is_some() && database == shelf {
        return Err(source.wrong("SHELF_URL", SettingsFault::SamePlace));
    }
    if database.is_none() && shelf.is_some() {
        return Err(source.wrong("SHELF_URL", SettingsFault::ShelfAlone));
    }
    Ok(Places {
        data: database.map_or_else(|| Place::File(data.join("samendossier.db")), Place::Url),
        shelf: shelf.map_or_else(|| Place::File(data.join("shelf").join("keys.db")), Place::Url),
    })
}

fn scanner(source: &Source) -> Result<Option<ScannerAt>, SettingsFault> {
    let Some(value) = source.text("SCANNER") else { return Ok(None) };
    value.parse().map(Some).map_err(|_| source.wrong("SCANNER", SettingsFault::Scanner { value }))
}

fn origin(source: &Source) -> Result<Option<String>, SettingsFault> {
    match source.text("ORIGIN") {
        None => Ok(None),
        Some(value) if Passkeys::at(&value).is_ok() => Ok(Some(value)),
        Some(value) => Err(SettingsFault::Origin { value }),
    }
}

fn node(source: &Source) -> Result<String, SettingsFault> {
    let node = source.text("NODE").unwrap_or_else(|| "node-1".to_owned());
    let plain = |sign: char| sign.is_ascii_alphanumeric() || "-._".contains(sign);
    if node.len() > NODE_MAX || !node.chars().all(plain) {
        return Err(source.wrong("NODE", SettingsFault::Node));
    }
    Ok(node)
}

fn yes_or_no(source: &Source, name: &'static str) -> Result<Option<bool>, SettingsFault> {
    match source.text(name).as_deref() {
        None => Ok(None),
        Some("yes" | "true" | "1") => Ok(Some(true)),
        Some("no" | "false" | "0") => Ok(Some(false)),
        Some(value) => Err(source.wrong(name, SettingsFault::YesOrNo { name, value: value.to_owned() })),
    }
}

fn log_format(source: &Source) -> Result<LogFormat, SettingsFault> {
    match source.text("LOG_FORMAT").as_deref() {
        None | Some("text") => Ok(LogFormat::Text),
        Some("json") => Ok(LogFormat::Json),
        Some(value) => Err(source.wrong("LOG_FORMAT", SettingsFault::LogFormat { value: value.to_owned() })),
    }
}

fn log(source: &Source) -> Result<String, SettingsFault> {
    let value = source.text("LOG").unwrap_or_else(|| "info".to_owned());
    match EnvFilter::try_new(&value) {
        Ok(_) => Ok(value),
        Err(_) => Err(source.wrong("LOG", SettingsFault::Log { value })),
    }
}

fn keys_from(source: &Source) -> Result<KeysFrom, SettingsFault> {
    match source.text("KEYS_FROM").as_deref() {
        None | Some("folder") => Ok(KeysFrom::Folder),
        Some("mount") => Ok(KeysFrom::Mount),
        Some("environment") => Ok(KeysFrom::Environment),
        Some(value) => Err(source.wrong("KEYS_FROM", SettingsFault::KeysFrom { value: value.to_owned() })),
    }
}

fn trusted_proxies(source: &Source) -> Result<Vec<web::Network>, SettingsFault> {
    let value = source.text("TRUSTED_PROXIES").unwrap_or_default();
    let ranges = value.split([',', ' ']).filter(|range| !range.is_empty());
    let parsed = ranges.map(|range| {
        let fault = || SettingsFault::Proxy { value: range.to_owned() };
        range.parse().map_err(|_| source.wrong("TRUSTED_PROXIES", fault()))
    });
    parsed.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(environment: &[(&str, &str)], file: &str) -> Result<Config, SettingsFault> {
        Config::from_source(&Source::of_test(environment, file)?)
    }

    #[test]
    fn nothing_set_is_sqlite_in_a_folder_here() {
        let config = read(&[], "").expect("settings");

        assert_eq!(config.places.data, Place::File("data/samendossier.db".into()));
        assert_eq!(config.places.shelf, Place::File("data/shelf/keys.db".into()));
        assert_eq!(config.keys, PathBuf::from("data/keys"));
        assert_eq!(config.listen.to_string(), LISTEN);
        assert_eq!((config.secure_cookies, config.log_format), (None, LogFormat::Text));
    }

    #[test]
    fn the_environment_wins_from_the_file_and_an_empty_value_is_none() {
        let file = "listen = \"127.0.0.1:9000\"\nnode = \"noord\"\nsecure_cookies = false\n";

        let config = read(&[("LISTEN", "127.0.0.1:9001"), ("NODE", "")], file).expect("settings");

        assert_eq!(config.listen.port(), 9001);
        assert_eq!(config.node, "noord");
        assert_eq!(config.secure_cookies, Some(false));
    }

    #[test]
    fn a_password_in_a_wrong_url_is_not_repeated() {
        let told = read(&[("DATABASE_URL", "mysql://ria:geheim@db/x")], "").expect_err("refused").to_string();

        assert!(told.contains("DATABASE_URL") && !told.contains("geheim"), "{told}");
    }

    #[test]
    fn the_shelf_is_never_where_the_data_is() {
        let same = [("DATABASE_URL", "postgres://db/x"), ("SHELF_URL", "postgres://db/x")];
        let alone = [("SHELF_URL", "postgres://db/x")];

        assert_eq!(read(&same, "").err(), Some(SettingsFault::SamePlace));
        assert_eq!(read(&alone, "").err(), Some(SettingsFault::ShelfAlone));
    }

    #[test]
    fn a_wrong_value_in_the_file_is_named_by_its_line_and_one_in_the_environment_is_not() {
        let file = "# ours\nnode = \"een twee\"\n";

        let in_file = read(&[], file).expect_err("refused").to_string();
        let in_environment = read(&[("NODE", "een twee")], file).expect_err("refused").to_string();

        assert!(in_file.starts_with("samendossier.toml, line 2: NODE must be"), "{in_file}");
        assert!(in_environment.starts_with("NODE must be"), "{in_environment}");
    }

    #[test]
    fn proxies_are_a_list_of_addresses_and_ranges() {
        let list = [("TRUSTED_PROXIES", "127.0.0.1, 10.1.0.0/16 fd00::/8")];

        let config = read(&list, "").expect("settings");

        assert_eq!(config.trusted_proxies.len(), 3);
        assert_eq!(read(&[], "").expect("settings").trusted_proxies, []);
    }

    #[test]
    fn an_address_that_no_passkey_can_belong_to_is_refused() {
        let good = read(&[("ORIGIN", "https://dossier.example")], "").expect("settings");
        let told = read(&[("ORIGIN", "http://10.0.0.1")], "").expect_err("refused").to_string();

        assert_eq!(good.origin.as_deref(), Some("https://dossier.example"));
        assert!(told.contains("ORIGIN=http://10.0.0.1") && told.contains("https://"), "{told}");
    }

    #[test]
    fn a_scanner_is_a_socket_here_or_a_port_elsewhere() {
        let good = read(&[("SCANNER", "unix:/run/clamav/clamd.ctl")], "").expect("settings");
        let told = read(&[("SCANNER", "/run/clamd")], "").expect_err("refused").to_string();

        assert_eq!(good.scanner.map(|at| at.to_string()).as_deref(), Some("unix:/run/clamav/clamd.ctl"));
        assert!(told.contains("SCANNER=/run/clamd") && told.contains("unix:"), "{told}");
        assert_eq!(read(&[], "").expect("settings").scanner, None);
    }

    #[test]
    fn a_line_that_names_no_setting_is_named() {
        let told = read(&[], "listen = \"127.0.0.1:1\"\nlistn = \"x\"\n").expect_err("refused").to_string();

        assert!(told.contains("listn") && told.contains("line 2"), "{told}");
    }
}
