//! A server over the measured world, in a process of its own, and how the measuring side runs it.

use std::path::Path;
use std::process::Stdio;

use axum::Router;
use axum::routing::get;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::world::World;

/// Serves the world in `folder` on a free port of 127.0.0.1 and says where.
pub async fn serve(folder: &Path) -> Result<(), String> {
    let world = World::make(folder).await?;
    let page = world.page().await?;
    let fixed: &'static [u8] = Vec::leak(page);
    let product = web::router(world.app.clone(), web::Settings::default());
    // The same bytes without session, facts, decision, keys or record.
    let router = Router::new().route("/bench-static", get(move || async move { fixed })).merge(product);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.map_err(|e| e.to_string())?;
    let port = listener.local_addr().map_err(|e| e.to_string())?.port();
    crate::say(&format!("{port} {} {}", world.cookie, world.dossier));
    crate::writes::numbering(&world);
    let router = router.into_make_service_with_connect_info::<std::net::SocketAddr>();
    axum::serve(listener, router).await.map_err(|e| e.to_string())
}

/// A running server.
pub struct Running {
    pub port: u16,
    pub cookie: String,
    dossier: String,
    _child: Child,
}

impl Running {
    /// Starts `binary` over a fresh world and waits until it serves.
    pub async fn start(binary: &Path) -> Result<Self, String> {
        let folder = crate::folder()?.join(binary.file_name().unwrap_or_default());
        std::fs::create_dir_all(&folder).map_err(|e| e.to_string())?;
        std::fs::write(folder.join("MEASURING"), "").map_err(|e| e.to_string())?;
        let mut child = Command::new(binary)
            .args(["server", &folder.to_string_lossy()])
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .map_err(|e| format!("{} does not start: {e}", binary.display()))?;
        let out = child.stdout.take().ok_or("no output")?;
        let mut lines = BufReader::new(out).lines();
        let line = lines.next_line().await.map_err(|e| e.to_string())?.ok_or("the server said nothing")?;
        let mut words = line.split(' ');
        let port = words.next().and_then(|w| w.parse().ok()).ok_or("no port")?;
        let cookie = format!("sessie={}", words.next().ok_or("no session")?);
        let dossier = words.next().ok_or("no dossier")?.to_owned();
        Ok(Self { port, cookie, dossier, _child: child })
    }

    pub fn path(&self, what: &str) -> String {
        match what {
            "static" => "/bench-static".to_owned(),
            _ => format!("/werk/dossier/{}/tijdlijn", self.dossier),
        }
    }
}
