//! Writes true examples for the targets to begin with, as today's code writes them: `seeds FOLDER`.

use std::fs;
use std::path::Path;

use ledger::{Checkpoint, Frontier, Hash, Purge, Record, Signer};
use uuid::Uuid;
use vault::{DataKey, KeyId, Place, SeededEntropy};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args_os().nth(1).ok_or("usage: seeds FOLDER")?;
    let write = |target: &str, name: &str, bytes: &[u8]| {
        let folder = Path::new(&folder).join(target);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(name), bytes)
    };

    let full = Record {
        event: "ReadDossier".into(),
        staff: Some(Uuid::from_u128(1)),
        subject: Some(Uuid::from_u128(2)),
        domains: vec!["wmo".into(), "youth-care".into()],
        items: vec![Uuid::from_u128(3), Uuid::from_u128(4)],
        detail: vec![("rule".into(), "RET-02".into())],
        ..Record::default()
    };
    let purge = Purge { numbers: vec![0..=3, 7..=7], rule: "RET-02".into() };
    write("record", "plain", &Record::default().encode())?;
    write("record", "full", &full.encode())?;
    write("record", "purge", &purge.to_record().encode())?;

    let signer = Signer::new("example.org/log", [2; 32])?;
    let mut frontier = Frontier::new();
    frontier.append_all((0..7u8).map(|n| Hash::from([n; 32])));
    let checkpoint = Checkpoint { origin: signer.name().into(), size: 7, root: frontier.root() };
    write("checkpoint", "text", checkpoint.to_note_text().as_bytes())?;
    write("checkpoint", "note", checkpoint.sign(&signer)?.as_bytes())?;
    write("checkpoint", "vkey", signer.vkey().as_bytes())?;
    write("proof", "frontier", &frontier.to_bytes())?;

    let key = DataKey::generate(KeyId(Uuid::nil()), &SeededEntropy::new(2));
    let place = Place { table: "entry_version", row: Uuid::nil(), column: "fact" };
    write("sealed", "value", key.seal(place, b"text", &SeededEntropy::new(3)).as_bytes())?;

    let base64 = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
    write("keys", "two", format!("kek-2027-02:{base64} kek-2026-11:{base64}{base64}").as_bytes())?;
    for (name, typed) in [
        ("bsn", "111222333"),
        ("born", "1968-03-09"),
        ("address", "Kade 12 bis, 1234 AB Waterrijk"),
        ("name", "Wałęsiak-'t Hart"),
    ] {
        write("typed", name, typed.as_bytes())?;
    }
    Ok(())
}
