//! A worker with 900 dossiers of 300 entries: what the pages of a working day cost against opening one dossier, and what
//! keeping a draft costs. On SQLite, one request at a time, in turns.

use std::sync::Arc;
use std::time::Instant;

use app::draft::{Keep, Known as Draft};
use app::intake::{Known, NoticeManner, Open, Typed};
use app::search::Ask;
use domain::{
    BirthDate, ControllerKind, DossierId, LanguageNeeds, LegalDomain, PartId, RoleInCase, SafeContact,
};
use store::client::drafts;

use crate::load::Load;
use crate::world::{World, note, said, undone};

const DOSSIERS: usize = 900;
const ENTRIES: usize = 300;
/// Dossiers that are filled at once.
const HANDS: usize = 16;
/// Drafts kept and dossiers opened in a round of the comparison of those two.
const KEPT: usize = 100;

/// Makes the world and prints the ratios.
pub async fn compare() -> Result<(), String> {
    let folder = crate::folder()?.join("busy");
    std::fs::create_dir_all(&folder).map_err(said)?;
    std::fs::write(folder.join("MEASURING"), "").map_err(said)?;
    let world = Arc::new(World::make(&folder).await?);
    let numbering = crate::writes::numbering(&world);
    let began = Instant::now();
    let dossiers = fill(&world).await?;
    crate::say(&format!(
        "{DOSSIERS} dossiers of {ENTRIES} entries for one worker, made in {} s",
        began.elapsed().as_secs()
    ));
    pages(&world, dossiers[dossiers.len() / 2]).await?;
    drafts(&world, dossiers[dossiers.len() / 2]).await?;
    numbering.abort();
    Ok(())
}

async fn fill(world: &Arc<World>) -> Result<Vec<DossierId>, String> {
    let mut dossiers = Vec::with_capacity(DOSSIERS);
    let mut parts = Vec::with_capacity(DOSSIERS);
    for number in 0..DOSSIERS {
        let (dossier, part) = taken_in(world, number).await?;
        dossiers.push(dossier);
        parts.push(part);
    }
    let mut hands = Vec::new();
    for own in parts.chunks(DOSSIERS.div_ceil(HANDS)) {
        let (world, own) = (Arc::clone(world), own.to_vec());
        hands.push(tokio::spawn(async move {
            for part in own {
                for at in 0..ENTRIES {
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
    Ok(dossiers)
}

async fn taken_in(world: &World, number: usize) -> Result<(DossierId, PartId), String> {
    let team = world.app.teams().await.map_err(said)?.first().ok_or("no team")?.id;
    let open = Open {
        kind: ControllerKind::Municipality,
        team,
        typed: Typed {
            surname: format!("Straat{}", letters(number)),
            given_names: "Anna".into(),
            phone: "0600000000".into(),
            ..Typed::default()
        },
        birth_date: BirthDate::full(jiff::civil::date(1980, 2, 3)),
        safe_contact: SafeContact::unasked(),
        language: LanguageNeeds::default(),
        questions: vec![(LegalDomain::Wmo, "Wie helpt mij met de post?".into())],
        notice: Some(NoticeManner::Told),
        agreement: None,
        searched: None,
        my_role: Some(RoleInCase::Lead),
        form: world.store.random_id(),
    };
    let Known::NoMatch(proof) = world.app.perform(world.asker, open.search()).await.map_err(undone)? else {
        return Err("somebody new is known".into());
    };
    let created =
        world.app.perform(world.asker, Open { searched: Some(proof), ..open }).await.map_err(undone)?;
    Ok((created.dossier, created.parts[0].1))
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
        ("Vandaag", "/werk/vandaag".to_owned(), 3.0),
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
