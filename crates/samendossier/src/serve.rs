//! Serving: listener, pages, clockwork, and an orderly end: requests that run are finished, the record is
//! numbered and signed, the writer is emptied.

use std::io::ErrorKind;
use std::net::SocketAddr;

use app::App;
use app::sign_in::Passkeys;
use store::{Outgrown, Store};
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;
use tokio::time::{Duration, sleep, timeout};

use crate::clockwork::Clockwork;
use crate::config::{Config, HouseAbout};
use crate::failure::Failure;
use crate::house::House;
use crate::{clock, documents, surroundings};

/// How long requests that run may take to finish after a stop was asked for.
const FINISH_WITHIN: Duration = Duration::from_secs(10);

/// How often is looked whether a newer program has changed the tables.
const SCHEMA_EVERY: Duration = Duration::from_secs(5);

/// What a page says about the house, and whether cookies need TLS, as the command decided.
pub struct Front {
    pub about: HouseAbout,
    pub secure_cookies: bool,
}

/// `serve`: opens the installation and serves it until told to stop.
///
/// # Errors
/// What stands in the way and what to do.
pub async fn run(config: &Config, clock_is_right: bool) -> Result<(), Failure> {
    let listener = listen(config.listen).await?;
    let house = House::open(config, surroundings::real(&config.node)).await?;
    clock::check(&house.store, clock_is_right).await?;
    if house.store.is_empty().await? {
        tracing::warn!("nobody was added to this installation yet: no one can sign in");
    }
    let front = Front { about: config.house.clone(), secure_cookies: config.secure_cookies.unwrap_or(true) };
    until_stopped(config, house, listener, front).await
}

/// Takes the port, before anything else is touched.
///
/// # Errors
/// [`Failure::PortBusy`] or why the address cannot be had.
pub async fn listen(address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|why| match why.kind() {
        ErrorKind::AddrInUse => Failure::PortBusy { address },
        kind => Failure::CannotListen { address, why: kind.to_string() },
    })
}

/// Serves an open house until SIGTERM or SIGINT.
///
/// # Errors
/// When the server stops by itself, or the clock fell behind.
pub async fn until_stopped(
    config: &Config,
    house: House,
    listener: TcpListener,
    front: Front,
) -> Result<(), Failure> {
    let mut asked = StopAsked::listening()?;
    house.tell_when_restored().await?;
    let node = house.node(config);
    let House { store, signer } = house;
    let app = App::new(store.clone()).with_documents(documents::desk(config)?);
    // Judged when the settings were read.
    let app = match config.origin.as_deref().map(Passkeys::at) {
        Some(Ok(passkeys)) => app.with_passkeys(passkeys),
        _ => app,
    };

    // The port is taken: whoever connects from here on is answered.
    tracing::info!(listen = %config.listen, node = config.node, "serving");
    let (stop_serving, stopped) = watch::channel(false);
    let router = web::router(app.clone(), settings(front, config));
    let connected = router.into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, connected).with_graceful_shutdown(until(stopped));
    let mut serving = tokio::spawn(serving.into_future());

    let (stop_clocks, stopped) = watch::channel(false);
    let mut postman =
        config.mail.as_ref().map(|post| tokio::spawn(post.postman(&store).run(stopped.clone())));
    let clockwork = Clockwork {
        store: store.clone(),
        app,
        signer,
        outside: config.checkpoints.clone(),
        node,
        name: config.node.clone(),
        data: config.data.clone(),
        files: store::Files::in_folder(config.files.clone()),
    };
    let mut clockwork = tokio::spawn(clockwork.run(stopped));

    let ended = tokio::select! {
        () = asked.one() => Ok(()),
        by = clock::watched() => Err(Failure::ClockFell { minutes: by.as_mins() }),
        Outgrown { schema, known_schema } = outgrown(&store) => {
            Err(Failure::Outgrown { found: schema, known: known_schema })
        }
        ended = &mut serving => {
            Err(Failure::Stopped { why: ended.map_or_else(|e| e.to_string(), |_| "it ended".to_owned()) })
        }
    };
    tracing::info!("stopping");
    stop_serving.send_replace(true);
    if !matches!(ended, Err(Failure::Stopped { .. })) && timeout(FINISH_WITHIN, &mut serving).await.is_err() {
        tracing::warn!("some requests took too long to finish and were left");
        serving.abort();
    }
    stop_clocks.send_replace(true);
    match timeout(FINISH_WITHIN, &mut clockwork).await {
        Ok(Ok(())) => {}
        Ok(Err(_)) => tracing::warn!("the clockwork had stopped before its time"),
        // What it was numbering is undone by the database, and numbered by whoever comes next.
        Err(_) => {
            tracing::warn!("the clockwork took too long to finish and was left");
            clockwork.abort();
        }
    }
    if let Some(postman) = &mut postman {
        match timeout(FINISH_WITHIN, &mut *postman).await {
            Ok(Ok(())) => {}
            Ok(Err(_)) => tracing::warn!("the postman had stopped before its time"),
            // What it was handing over is sent once more by whoever comes next.
            Err(_) => {
                tracing::warn!("mail took too long to finish and was left");
                postman.abort();
            }
        }
    }
    store.close();
    tracing::info!("stopped");
    ended
}

/// Ends when a newer program has changed the tables: what this one would write could break what that one relies on.
async fn outgrown(store: &Store) -> Outgrown {
    loop {
        sleep(SCHEMA_EVERY).await;
        // A database that does not answer has its own ways to tell.
        if let Ok(Some(outgrown)) = store.outgrown().await {
            return outgrown;
        }
    }
}

fn settings(front: Front, config: &Config) -> web::Settings {
    web::Settings {
        house_name: front.about.name,
        house_phone: front.about.phone,
        house_visit: front.about.visit,
        house_hours: front.about.hours,
        secure_cookies: front.secure_cookies,
        trusted_proxies: config.trusted_proxies.clone(),
        theme: config.theme.as_ref().map(|themed| themed.theme.clone()),
        sends_mail: config.mail.is_some(),
    }
}

async fn until(mut stopped: watch::Receiver<bool>) {
    // The sender lives as long as the server; were it gone, stopping is right too.
    let _ = stopped.wait_for(|stopped| *stopped).await;
}

/// The two signals that ask for an orderly end.
struct StopAsked {
    terminate: Signal,
    interrupt: Signal,
}

impl StopAsked {
    fn listening() -> Result<Self, Failure> {
        let on = |kind| signal(kind).map_err(|why| Failure::Runtime { why: why.to_string() });
        Ok(Self { terminate: on(SignalKind::terminate())?, interrupt: on(SignalKind::interrupt())? })
    }

    async fn one(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}
