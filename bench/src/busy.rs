//! A worker with 900 dossiers of 300 entries: what the pages of a working day cost against opening one dossier, and what
//! keeping a draft costs. On SQLite, one request at a time, in turns.

use std::sync::Arc;
use std::time::Instant;

use app::draft::{Keep, Known as Draft};
use app::involvement::Assign;
use app::search::Ask;
use domain::{DossierId, Function, RoleInCase};
use store::client::drafts;

use crate::load::Load;
use crate::world::{World, intake, note, said, take_in, undone};

/// What one worker has: so many dossiers, and so many entries in each.
#[derive(Clone, Copy)]
pub struct Size {
    pub dossiers: usize,
    pub entries: usize,
}

/// The size that the bars are about.
pub const FULL: Size = Size { dossiers: 900, entries: 300 };
/// Clients that one colleague takes in.
const EACH: usize = 25;
/// Dossiers that are filled at once.
const HANDS: usize = 16;
/// Drafts kept and dossiers opened in a round of the comparison of those two.
const KEPT: usize = 100;

/// Makes the world and prints the ratios.
pub async fn compare(size: Size) -> Result<(), String> {
    let folder = crate::folder()?.join("busy");
    std::fs::create_dir_all(&folder).map_err(said)?;
    std::fs::write(folder.join("MEASURING"), "").map_err(said)?;
    let world = Arc::new(World::make(&folder).await?);
    let numbering = crate::writes::numbering(&world);
    let began = Instant::now();
    let dossiers = fill(&world, size).await?;
    let Size { dossiers: people, entries } = size;
    let seconds = began.elapsed().as_secs();
    crate::say(&format!("{people} dossiers of {entries} entries for one worker, made in {seconds} s"));
    pages(&world, dossiers[dossiers.len() / 2]).await?;
    drafts(&world, dossiers[dossiers.len() / 2]).await?;
    numbering.abort();
    Ok(())
}

/// Takes everybody in, by as many colleagues as that takes (ACC-02: one may not look for so many in a day), and gives them
/// all to the one who is measured.
async fn fill(world: &Arc<World>, size: Size) -> Result<Vec<DossierId>, String> {
    let coordinator = world.house.hire(&world.store, &world.app, "verdeler", Function::Coordinator).await?;
    let mut taken_in = Vec::with_capacity(size.dossiers);
    let mut number = 0;
    while number < size.dossiers {
        let login = format!("intake{number}");
        let colleague = world.house.hire(&world.store, &world.app, &login, Function::Worker).await?;
        for number in number..(number + EACH).min(size.dossiers) {
            let surname = format!("Straat{}", letters(number));
            let open = intake(&world.store, world.house.team, surname, None);
            let created = take_in(&world.app, colleague.asker, open).await?;
            let part = created.parts[0].1;
            let assign = Assign {
                part,
                staff: world.staff,
                role: RoleInCase::Lead,
                reason: "Zij heeft plaats".into(),
                from: None,
                until: None,
            };
            world.app.perform(coordinator.asker, assign).await.map_err(undone)?;
            taken_in.push((created.dossier, part));
        }
        number += EACH;
    }
    let mut hands = Vec::new();
    for own in taken_in.chunks(size.dossiers.div_ceil(HANDS)) {
        let (world, own) = (Arc::clone(world), own.to_vec());
        hands.push(tokio::spawn(async move {
            for (_, part) in own {
                for at in 0..size.entries {
                    // The texts of a real caseload share most of their words and not all.
                    let mut entry = note(&world.store, part, at);
                    entry.facts = format!("Gebeld over de huur, afspraak {at}. Zij belt de woningbouw zelf.");
                    world.app.perform(world.asker, entry).await.map_err(undone)?;
                }
            }
            Ok::<(), String>(())
        }));
    }
    for hand in hands {
        hand.await.map_err(said)??;
    }
    Ok(taken_in.into_iter().map(|(dossier, _)| dossier).collect())
}

/// A number as letters, so that every surname is another.
fn letters(mut number: usize) -> String {
    let mut found = String::new();
    for _ in 0..3 {
        found.insert(0, char::from(b'a' + u8::try_from(number % 26).unwrap_or_default()));
        number /= 26;
    }
    found
}

/// The pages of a day against the newest page of one dossier.
async fn pages(world: &World, dossier: DossierId) -> Result<(), String> {
    let router = web::router(world.app.clone(), web::Settings::default());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.map_err(said)?;
    let port = listener.local_addr().map_err(said)?.port();
    let router = router.into_make_service_with_connect_info::<std::net::SocketAddr>();
    let server = tokio::spawn(async move { axum::serve(listener, router).await });
    let asked = world.app.perform(world.asker, Ask("woningbouw".into())).await.map_err(undone)?;
    let open = format!("/werk/dossier/{dossier}/tijdlijn");
    let rows = [
        ("Vandaag", "/werk".to_owned(), 3.0),
        ("Mijn dossiers", "/werk/dossiers".to_owned(), 3.0),
        ("a page of the timeline", format!("{open}?pagina=3"), 3.0),
        ("search over own dossiers", format!("/werk/zoeken/{asked}"), 30.0),
    ];
    for (name, path, bar) in rows {
        let mut ratios = Vec::new();
        for _ in 0..crate::ROUNDS {
            let one = measure(world, port, &open).await?;
            ratios.push(measure(world, port, &path).await? / one);
        }
        crate::say(&format!("{name} / opening one dossier: {:.2} (bar {bar})", crate::median(ratios)));
    }
    server.abort();
    Ok(())
}

async fn measure(world: &World, port: u16, path: &str) -> Result<f64, String> {
    let cookie = format!("sessie={}", world.cookie);
    let load = Load { port, cookie, path: path.to_owned(), connections: 1, seconds: crate::SECONDS };
    Ok(load.run().await?.p50)
}

/// Keeping a draft of a note against opening the dossier, both without the page around it.
async fn drafts(world: &World, dossier: DossierId) -> Result<(), String> {
    let mut ratios = Vec::new();
    let mut known: Option<Draft> = None;
    for _ in 0..crate::ROUNDS {
        let began = Instant::now();
        for at in 0..KEPT {
            let body = format!("facts={}", format!("{at:04} ").repeat(205));
            let keep = Keep { draft: known, form: "entry", dossier: Some(dossier), body };
            let kept = world.app.perform(world.asker, keep).await.map_err(undone)?;
            known = Some(drafts::Known { id: kept.id, seen: Some(kept.changed_at) });
        }
        let kept = began.elapsed().as_secs_f64();
        let began = Instant::now();
        for _ in 0..KEPT {
            let read = app::dossier::ReadIt { dossier, page: 0, take: app::dossier::PAGE };
            let awaiting = world.app.look(world.asker, read).await.map_err(undone)?;
            awaiting.done().await.map_err(said)?;
        }
        ratios.push(kept / began.elapsed().as_secs_f64());
    }
    crate::say(&format!("keeping a draft / opening one dossier: {:.2} (bar 0.8)", crate::median(ratios)));
    Ok(())
}
