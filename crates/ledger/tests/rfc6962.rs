//! The public RFC 6962 proof vectors, where the machine has them: `RFC6962_VECTORS` names the folder that holds
//! `inclusion` and `consistency`. Each file is one proof and whether it must be refused.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use ledger::{Hash, verify_consistency, verify_inclusion};
use serde_json::Value;

#[test]
fn the_public_vectors_get_the_verdict_they_ask_for() {
    let Some(folder) = std::env::var_os("RFC6962_VECTORS") else {
        println!("skipped: RFC6962_VECTORS names no folder");
        return;
    };

    let inclusion = files_below(&Path::new(&folder).join("inclusion"));
    let consistency = files_below(&Path::new(&folder).join("consistency"));

    assert!(!inclusion.is_empty() && !consistency.is_empty(), "the folder holds no vectors");
    for file in &inclusion {
        judge(file, includes);
    }
    for file in &consistency {
        judge(file, is_consistent);
    }
    println!("{} inclusion and {} consistency vectors", inclusion.len(), consistency.len());
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of vectors") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(files_below(&path));
        } else if path.extension().is_some_and(|ending| ending == "json") {
            files.push(path);
        }
    }
    files
}

fn judge(file: &Path, holds: fn(&Value) -> Option<bool>) {
    let vector: Value = serde_json::from_slice(&fs::read(file).expect("a file")).expect("JSON");
    let refused = vector["wantErr"].as_bool().expect("wantErr");

    // What cannot even be read as a proof is refused.
    let accepted = holds(&vector).unwrap_or(false);

    assert_eq!(accepted, !refused, "{}: {}", file.display(), vector["desc"]);
}

fn includes(vector: &Value) -> Option<bool> {
    let (number, size) = (vector["leafIdx"].as_u64()?, vector["treeSize"].as_u64()?);
    let (leaf, root) = (hash(&vector["leafHash"])?, hash(&vector["root"])?);
    Some(verify_inclusion(&leaf, number, size, &proof(vector)?, &root).is_ok())
}

fn is_consistent(vector: &Value) -> Option<bool> {
    let (old, new) = (vector["size1"].as_u64()?, vector["size2"].as_u64()?);
    let (old_root, new_root) = (hash(&vector["root1"])?, hash(&vector["root2"])?);
    Some(verify_consistency(old, &old_root, new, &new_root, &proof(vector)?).is_ok())
}

fn proof(vector: &Value) -> Option<Vec<Hash>> {
    match &vector["proof"] {
        Value::Null => Some(Vec::new()),
        hashes => hashes.as_array()?.iter().map(hash).collect(),
    }
}

/// Some vectors have words where a hash should be ("don't care"), and one of them must be accepted: such words
/// become a leaf of their own, so that equal words stay equal and different words stay different. Nothing at all
/// is no hash.
fn hash(value: &Value) -> Option<Hash> {
    let bytes = BASE64.decode(value.as_str()?).ok()?;
    match <[u8; 32]>::try_from(bytes.as_slice()) {
        Ok(bytes) => Some(Hash(bytes)),
        Err(_) if bytes.is_empty() => None,
        Err(_) => Some(Hash::of_leaf(&[&bytes])),
    }
}
