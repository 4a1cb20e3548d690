//! The binary as a person meets it: started with settings in the environment, in a folder of its own, on a
//! free port, and stopped by a signal.

use std::fs::File;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

use tempfile::TempDir;

/// Everything that could be set by whoever runs the tests.
const SETTINGS: [&str; 34] = [
    "CONFIG",
    "DATA",
    "LISTEN",
    "DATABASE_URL",
    "SHELF_URL",
    "KEYS",
    "KEYS_FROM",
    "KEY_ENCRYPTION_KEYS",
    "KEY_BLIND_INDEX",
    "KEY_LEDGER",
    "KEY_SESSION",
    "CHECKPOINTS",
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
const READY_WITHIN: Duration = Duration::from_secs(240);

/// Who is there in a house that was set up.
const BEGIN: &str = r#"
[[controller]]
key = "gemeente"
kind = "municipality"
name = "Gemeente Waterrijk"
phone = "088-0000100"
dpo_contact = "fg@example.nl"

[[team]]
key = "noord"
controller = "gemeente"
name = "Buurtteam Noord"
phone = "088-0000101"

[[staff]]
controller = "gemeente"
team = "noord"
function = "coordinator"
name = "Joost van Rijn"
phone = "088-0000101"
login_name = "joost"
trained_on = "2026-11-02"

[[staff]]
controller = "gemeente"
team = "noord"
function = "worker"
name = "Samira el Amrani"
phone = "088-0000101"
login_name = "samira"
trained_on = "2026-11-02"

[[staff]]
controller = "gemeente"
team = "noord"
function = "worker"
name = "Ria Bakker"
phone = "088-0000101"
login_name = "ria"
trained_on = "2026-11-02"
"#;

/// A place for an installation.
pub struct House {
    folder: TempDir,
    pub port: u16,
    settings: Vec<(&'static str, String)>,
    /// What `setup` printed: who can sign in, and how.
    people: String,
}

/// What a command answered.
#[derive(Debug)]
pub struct Answer {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl House {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self { folder, port: free_port(), settings: Vec::new(), people: String::new() }
    }

    /// A house in which a demo world was made, stopped. The world is made once for all tests of a run, because
    /// that takes long, and copied.
    pub fn with_demo_world() -> Self {
        // The tests of one run have one parent, and one binary.
        let built = std::fs::metadata(env!("CARGO_BIN_EXE_samendossier")).and_then(|file| file.modified());
        let built = built.expect("the binary").duration_since(SystemTime::UNIX_EPOCH).expect("after 1970");
        let run = format!("{}-{}", std::os::unix::process::parent_id(), built.as_millis());
        let worlds = Path::new(env!("CARGO_TARGET_TMPDIR")).join("demo-worlds");
        std::fs::create_dir_all(&worlds).expect("a folder");
        let turn = File::create(worlds.join("turn")).expect("a file");
        turn.lock().expect("a lock");
        let world = worlds.join(&run);
        if !world.exists() {
            for old in std::fs::read_dir(&worlds).expect("a folder").flatten() {
                // A file is the turn; a folder is the world of an earlier run.
                let _ = std::fs::remove_dir_all(old.path());
            }
            let house = Self::new();
            assert_eq!(house.serve(&["demo"]).stop(), Some(0));
            let half = worlds.join("half");
            copy(&house.data(), &half);
            std::fs::rename(half, &world).expect("renamed");
        }
        let house = Self::new();
        copy(&world, &house.data());
        house
    }

    /// A house that was set up: keys, tables, and three people who can sign in.
    pub fn set_up() -> Self {
        Self::new().sets_up()
    }

    /// The same with the settings of this one.
    pub fn sets_up(mut self) -> Self {
        let plan = self.beside("begin.toml");
        std::fs::write(&plan, BEGIN).expect("written");
        let plan = plan.display().to_string();
        for words in [&["keys", "create"][..], &["setup", &plan]] {
            let answer = self.run(words);
            assert_eq!(answer.code, Some(0), "{answer:?}");
            self.people = answer.out;
        }
        self
    }

    /// What `setup` printed about somebody: "password", "second factor".
    pub fn told(&self, login_name: &str, what: &str) -> &str {
        let after = format!("sign in as   {login_name}\n");
        let (_, theirs) = self.people.split_once(&after).expect("somebody who was set up");
        let mut lines = theirs.lines().map(str::trim_start);
        lines.find_map(|line| line.strip_prefix(what)).expect("it was printed").trim()
    }

    /// Another house with the same data, stopped.
    pub fn copy(&self) -> Self {
        let house = Self::new();
        copy(&self.data(), &house.data());
        house
    }

    /// A house with nothing but the keys of this one, as on another machine before a restore.
    pub fn keys_only(&self) -> Self {
        let mut other = Self::new();
        std::fs::create_dir(other.data()).expect("a folder");
        let (from, to) = (self.data().join("keys"), other.data().join("keys"));
        copy(&from, &to);
        other.people.clone_from(&self.people);
        other
    }

    /// The same house with one more setting.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.settings.push((name, value.into()));
        self
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// A file of the data, opened around the product: to change what no use case may change.
    pub fn opens(&self, file: &str) -> rusqlite::Connection {
        rusqlite::Connection::open(self.data().join(file)).expect("a database")
    }

    /// How many lines the first checkpoint signed, and their root.
    pub fn signed_root(&self) -> (String, String) {
        let kept = std::fs::read_to_string(self.data().join("checkpoints.txt")).expect("the checkpoints");
        let mut lines = kept.lines().skip(1).map(str::to_owned);
        (lines.next().expect("a size"), lines.next().expect("a root"))
    }

    /// A place beside the data.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_samendossier"));
        for name in SETTINGS {
            command.env_remove(name);
        }
        command.args(words).env("DATA", self.data()).env("LISTEN", format!("127.0.0.1:{}", self.port));
        command.envs(self.settings.iter().map(|(name, value)| (*name, value)));
        command.stdin(Stdio::null());
        command
    }

    /// Runs a command to its end.
    pub fn run(&self, words: &[&str]) -> Answer {
        let output = self.command(words).output().expect("it runs");
        Answer {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).expect("text"),
            err: String::from_utf8(output.stderr).expect("text"),
        }
    }

    /// Starts a command that serves.
    pub fn start(&self, words: &[&str]) -> Running {
        self.started(&mut self.command(words))
    }

    fn started(&self, command: &mut Command) -> Running {
        let (out, err) = (self.beside("out"), self.beside("err"));
        let to = |path: &Path| File::create(path).expect("a file");
        let child = command.stdout(to(&out)).stderr(to(&err)).spawn().expect("it starts");
        Running { child, port: self.port, out, err }
    }

    /// Starts a command that serves and lives on when a file gets too large for it, as on a disk that is full.
    pub fn serve_where_files_can_be_too_large(&self, words: &[&str]) -> Running {
        let meant = self.command(words);
        let mut shell = Command::new("sh");
        shell
            .args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\""])
            .arg(meant.get_program())
            .args(meant.get_args());
        for (name, value) in meant.get_envs() {
            match value {
                Some(value) => shell.env(name, value),
                None => shell.env_remove(name),
            };
        }
        self.until_ready(self.started(shell.stdin(Stdio::null())))
    }

    /// Starts a command and waits until it serves.
    pub fn serve(&self, words: &[&str]) -> Running {
        self.until_ready(self.start(words))
    }

    fn until_ready(&self, mut running: Running) -> Running {
        let began = Instant::now();
        while !running.is_ready() {
            let ended = running.child.try_wait().expect("a child");
            assert!(ended.is_none(), "it ended: {}", running.err());
            assert!(began.elapsed() < READY_WITHIN, "it is not ready: {}", running.err());
            std::thread::sleep(Duration::from_millis(50));
        }
        running
    }
}

impl Answer {
    /// The one line of trouble, after checking that it is one and what the process ended with.
    pub fn trouble(&self, code: i32) -> &str {
        assert_eq!(self.code, Some(code), "{self:?}");
        let line = self.err.trim_end();
        assert!(!line.contains('\n'), "more than one line: {line}");
        line.strip_prefix("samendossier: ").unwrap_or_else(|| panic!("{line}"))
    }
}

/// A command that serves.
pub struct Running {
    child: Child,
    port: u16,
    out: PathBuf,
    err: PathBuf,
}

impl Running {
    pub fn out(&self) -> String {
        std::fs::read_to_string(&self.out).expect("text")
    }

    pub fn err(&self) -> String {
        std::fs::read_to_string(&self.err).expect("text")
    }

    /// From now on no file of this process gets larger than so many bytes; none: as large as it wants.
    pub fn files_at_most(&self, bytes: Option<u64>) {
        use rustix::process::{Pid, Resource, Rlimit, prlimit};
        let pid = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw).expect("a process");
        // The hard limit stays, so that the other can be lifted.
        let limits = Rlimit { current: bytes, maximum: None };
        prlimit(Some(pid), Resource::Fsize, limits).expect("limited");
    }

    pub fn is_ready(&self) -> bool {
        self.get("/readyz").is_some_and(|answer| answer.starts_with("HTTP/1.1 200"))
    }

    /// The whole answer to a request.
    pub fn get(&self, path: &str) -> Option<String> {
        self.get_with(path, "")
    }

    /// The same with more headers, each closed by `\r\n`.
    pub fn get_with(&self, path: &str, headers: &str) -> Option<String> {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}Connection: close\r\n\r\n"))
    }

    /// The whole answer to what is sent as it is.
    pub fn send(&self, request: &str) -> Option<String> {
        send(self.port, request)
    }

    /// Whether it ended by itself: its exit code.
    pub fn has_ended(&mut self) -> Option<Option<i32>> {
        self.child.try_wait().expect("a child").map(|status| status.code())
    }

    /// Asks for an orderly end and waits for it; gives the exit code.
    pub fn stop(mut self) -> Option<i32> {
        let asked = Command::new("kill").arg(self.child.id().to_string()).status().expect("kill");
        assert!(asked.success());
        self.child.wait().expect("it ends").code()
    }

    /// Ends it without asking.
    pub fn kill(mut self) {
        self.child.kill().expect("it is killed");
        self.child.wait().expect("it ends");
    }
}

/// The whole answer of whoever listens on this port.
pub fn send(port: u16, request: &str) -> Option<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    stream.set_read_timeout(Some(READY_WITHIN)).ok()?;
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    Some(String::from_utf8_lossy(&answer).into_owned())
}

impl Drop for Running {
    fn drop(&mut self) {
        // A test that failed leaves nothing running; after an orderly end there is nothing to kill.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn copy(from: &Path, to: &Path) {
    let done = Command::new("cp").arg("-a").args([from, to]).status().expect("cp");
    assert!(done.success());
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address").port()
}
