//! A server over a scale world, with the product's own store, use cases and pages, and how the measuring side runs it.

use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use std::time::{Duration, Instant};

use app::App;
use app::sign_in::Caller;
use policy::Policies;
use rusqlite::Connection;
use store::{Store, Surroundings};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use super::entropy::DrawnEntropy;
use super::http::Client;
use super::{folder, house, said};
use crate::world::{PASSWORD, RealClock, code};

/// Opens the world as the product does.
pub async fn open(world: &Path) -> Result<Store, String> {
    let entropy = Arc::new(DrawnEntropy::new()?);
    let surroundings = Surroundings { clock: Arc::new(RealClock), entropy, node: "bench".into() };
    let policies = Policies::built_in().map_err(said)?;
    Store::open(&folder::places(world), house::secrets(), policies, surroundings).await.map_err(said)
}

/// Serves the world on a free port of 127.0.0.1; says where, and then who is signed in.
pub async fn serve(world: &Path) -> Result<(), String> {
    forget_the_last_time(world)?;
    let store = open(world).await?;
    let app = App::new(store.clone());
    let router = web::router(app.clone(), web::Settings::default());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.map_err(said)?;
    crate::say(&format!("port {}", listener.local_addr().map_err(said)?.port()));
    tokio::spawn(number_all(store));
    let router = router.into_make_service_with_connect_info::<std::net::SocketAddr>();
    let serving = tokio::spawn(async move { axum::serve(listener, router).await });
    sign_all_in(&app, world).await?;
    serving.await.map_err(said)?.map_err(said)
}

/// Gives each record its number, as the product does beside serving.
pub async fn number_all(store: Store) {
    let node = store.random_id();
    store.numbers_in_each_commit(node);
    loop {
        store.recorded().await;
        while matches!(store.sequence(node).await, Ok(Some(n)) if n > 0) {}
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// A worker searches at most thirty times a day (ACC-02), and signs in with a code once. The rules stay as they are; a
/// world that is measured twice forgets what was measured before.
fn forget_the_last_time(world: &Path) -> Result<(), String> {
    let conn = Connection::open(folder::data(world)).map_err(said)?;
    conn.execute_batch("DELETE FROM existence_check; UPDATE account SET last_code_step = 0;").map_err(said)
}

/// Signs in whoever is measured, and says so line by line.
async fn sign_all_in(app: &App, world: &Path) -> Result<(), String> {
    let text = std::fs::read_to_string(folder::measured(world)).map_err(said)?;
    let mut known: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        let [worker, dossier, surname, birth, resident] = words(line)?;
        for login in [worker, resident] {
            if login != "-" && !known.iter().any(|(name, _)| name == login) {
                known.push((login.to_owned(), sign_in(app, login).await?));
            }
        }
        let cookie = |login: &str| known.iter().find(|(name, _)| name == login).map_or("-", |(_, it)| it);
        crate::say(&format!("{} {dossier} {surname} {birth} {}", cookie(worker), cookie(resident)));
    }
    crate::say("ready");
    Ok(())
}

async fn sign_in(app: &App, login: &str) -> Result<String, String> {
    let caller = Caller::house(app.random_id());
    let token = app.sign_in(&caller, login, PASSWORD.into(), code(app.now())?).await.map_err(said)?;
    Ok(token.ok_or_else(|| format!("{login} could not sign in"))?.cookie)
}

pub fn words(line: &str) -> Result<[&str; 5], String> {
    line.split(' ').collect::<Vec<_>>().try_into().map_err(|_| format!("not a line of the measured: {line}"))
}

/// One dossier that is measured, and who opens it.
pub struct Opened {
    pub cookie: String,
    pub dossier: String,
    pub surname: String,
    /// "1980-02-03"
    pub birth: String,
    pub resident: Option<String>,
}

/// A running server.
pub struct Running {
    pub port: u16,
    pub pid: u32,
    /// Seconds from its start to its first page.
    pub first_page: f64,
    pub opened: Vec<Opened>,
    child: Child,
}

impl Running {
    /// Starts a server over this world; back when everybody is signed in.
    pub async fn start(world: &Path) -> Result<Self, String> {
        let began = Instant::now();
        let this = std::env::current_exe().map_err(said)?;
        let mut child = Command::new(this)
            .args(["scale-serve", &world.to_string_lossy()])
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .map_err(said)?;
        let out = child.stdout.take().ok_or("no output")?;
        let mut lines = BufReader::new(out).lines();
        let mut line = async || lines.next_line().await.map_err(said)?.ok_or("the server stopped".to_owned());
        let port = line().await?.strip_prefix("port ").and_then(|port| port.parse().ok()).ok_or("no port")?;
        Client::connect(port).await?.get("/inloggen", "").await?;
        let first_page = began.elapsed().as_secs_f64();
        let mut opened = Vec::new();
        loop {
            let said = line().await?;
            if said == "ready" {
                break;
            }
            let [cookie, dossier, surname, birth, resident] = words(&said)?;
            let sessie = |cookie: &str| format!("sessie={cookie}");
            opened.push(Opened {
                cookie: sessie(cookie),
                dossier: dossier.to_owned(),
                surname: surname.to_owned(),
                birth: birth.to_owned(),
                resident: (resident != "-").then(|| sessie(resident)),
            });
        }
        let pid = child.id().ok_or("the server stopped")?;
        Ok(Self { port, pid, first_page, opened, child })
    }

    /// A figure of `/proc/PID/status` in MB, such as `VmHWM`.
    pub fn memory(&self, name: &str) -> Result<f64, String> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.pid)).map_err(said)?;
        let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        let kb = line.and_then(|rest| rest.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok());
        kb.map(|kb| kb / 1024.0).ok_or_else(|| format!("no {name}"))
    }

    pub async fn stop(mut self) -> Result<(), String> {
        self.child.kill().await.map_err(said)
    }
}
