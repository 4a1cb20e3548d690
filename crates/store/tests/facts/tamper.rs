//! Somebody with the database and without the signing key edits it and recomputes everything that can be
//! recomputed: leaves, tree, projections. Verification names the first wrong line. On both engines.

use std::sync::Arc;

use ledger::{Checkpoint, Finding, Purge, Record, Salt, Signer};
use testkit::{BILAL, Cell, ORIGIN, World, both_engines};

/// One record as it lies in the database.
#[derive(Clone, PartialEq, Debug)]
struct Line {
    bytes: Vec<u8>,
    salt: Vec<u8>,
}

impl Line {
    /// Says that somebody else did it.
    fn by_somebody_else(&mut self) {
        let mut record = Record::decode(&self.bytes).expect("a record");
        record.staff = Some(uuid::Uuid::from_u128(1));
        self.bytes = record.encode();
    }
}

/// A ledger with two checkpoints and a tail, and what an outsider and an old copy remember of it.
struct Kept {
    lines: Vec<Line>,
    /// The sizes that were signed.
    first: u64,
    second: u64,
    notes: Vec<String>,
}

async fn worked(w: &World) -> Kept {
    let dossier = w.ria().opens_dossier_of(BILAL).await;
    let mut notes = Vec::new();
    let mut sizes = Vec::new();
    for round in 0..2 {
        for turn in 0..4 {
            w.ria().writes(dossier.first_part(), &format!("{round} {turn}")).await.expect("written");
            w.ria().reads(dossier.id).await.expect("involved");
        }
        notes.push(w.checkpoint().await);
        sizes.push(size(w).await);
    }
    for _ in 0..3 {
        w.ria().reads(dossier.id).await.expect("involved");
    }
    w.sequences().await;
    assert_eq!(w.verifies(&notes).await.expect("nothing is wrong").tail, 3);
    Kept { lines: lines(w).await, first: sizes[0], second: sizes[1], notes }
}

async fn size(w: &World) -> u64 {
    u64::try_from(w.raw().one("SELECT size FROM tree").await.int()).expect("a size")
}

async fn lines(w: &World) -> Vec<Line> {
    let rows = w.raw().rows("SELECT bytes, salt FROM record ORDER BY row_no").await;
    rows.iter().map(|row| Line { bytes: row[0].bytes().to_vec(), salt: row[1].bytes().to_vec() }).collect()
}

/// Puts these lines in the place of all records, and has the product itself recompute the rest.
async fn rewritten(w: &World, lines: &[Line]) {
    let raw = w.raw();
    let mut text = String::from("DELETE FROM record; DELETE FROM record_waiting;");
    for (row_no, line) in (1..).zip(lines) {
        let (bytes, salt) = (raw.bytes(&line.bytes), raw.bytes(&line.salt));
        text += &format!("INSERT INTO record (row_no, bytes, salt) VALUES ({row_no}, {bytes}, {salt});");
    }
    raw.run(&text).await;
    w.recomputes().await;
}

/// Replaces the checkpoints in the database.
async fn notes_are(w: &World, notes: &[(u64, String)]) {
    let mut text = String::from("DELETE FROM checkpoint;");
    for (size, note) in notes {
        text += &format!("INSERT INTO checkpoint (size, note, recorded_at) VALUES ({size}, '{note}', 0);");
    }
    w.raw().run(&text).await;
}

fn at(line: u64) -> usize {
    usize::try_from(line).expect("a line")
}

async fn first_finding(w: &World, notes: &[String]) -> Finding {
    w.verifies(notes).await.expect_err("it was tampered with").first().clone()
}

/// Checkpoints over the present tree, signed with a key of the tamperer.
async fn forged_note(w: &World) -> (u64, String) {
    let frontier = w.raw().one("SELECT frontier FROM tree").await;
    let tree = ledger::Frontier::from_bytes(frontier.bytes()).expect("a tree");
    let signer = Signer::new(ORIGIN, [66; 32]).expect("a name");
    let checkpoint = Checkpoint { origin: ORIGIN.into(), size: tree.size(), root: tree.root() };
    (tree.size(), checkpoint.sign(&signer).expect("it signs"))
}

/// Done to all lines.
type Deed = dyn Fn(&mut Vec<Line>);

/// A kind of tampering: what is done to the lines, and what verification says first.
struct Kind {
    deed: Box<Deed>,
    finding: Finding,
}

/// Does it, recomputes everything that can be recomputed without the key, and is found all the same: by the
/// checkpoints in the database, and by those that were kept outside.
async fn found_by_the_signature(w: &World, kinds: impl FnOnce(&Kept) -> Vec<Kind>) {
    let kept = worked(w).await;
    for Kind { deed, finding } in kinds(&kept) {
        let mut all = kept.lines.clone();
        deed(&mut all);
        rewritten(w, &all).await;

        assert_eq!(first_finding(w, &[]).await, finding, "by the checkpoints in the database");
        assert_eq!(first_finding(w, &kept.notes).await, finding, "by those kept outside");
        assert!(finding.line().is_some(), "a line is named");
    }
    rewritten(w, &kept.lines).await;
    assert!(w.verifies(&kept.notes).await.is_ok(), "put back, nothing is wrong");
}

impl Kept {
    /// Something in the lines that the first checkpoint signed.
    fn before(&self, deed: impl Fn(&mut Vec<Line>) + 'static) -> Kind {
        let finding = Finding::CheckpointRoot { from: 0, size: self.first };
        Kind { deed: Box::new(deed), finding }
    }

    /// Something in the lines that the second checkpoint signed, and the first did not.
    fn between(&self, deed: impl Fn(&mut Vec<Line>) + 'static) -> Kind {
        let finding = Finding::CheckpointRoot { from: self.first, size: self.second };
        Kind { deed: Box::new(deed), finding }
    }

    /// So many lines are left.
    fn shrunk(&self, lines: u64) -> Kind {
        let finding = Finding::Shrunk { lines, signed: self.second };
        Kind { deed: Box::new(move |all| all.truncate(at(lines))), finding }
    }
}

both_engines! {
    async fn a_changed_line_is_found(w: World) {
        found_by_the_signature(&w, |kept| {
            let (k, last) = (at(kept.first + 2), at(kept.second) - 1);
            vec![
                kept.before(|all| all[0].by_somebody_else()),
                kept.before(|all| all[3].by_somebody_else()),
                kept.between(move |all| all[k].by_somebody_else()),
                kept.between(move |all| all[last].by_somebody_else()),
            ]
        })
        .await;
    }

    async fn a_deleted_first_line_is_found(w: World) {
        found_by_the_signature(&w, |kept| vec![kept.before(|all| drop(all.remove(0)))]).await;
    }

    async fn a_deleted_line_in_the_middle_is_found(w: World) {
        found_by_the_signature(&w, |kept| {
            let k = at(kept.first + 2);
            vec![kept.before(|all| drop(all.remove(3))), kept.between(move |all| drop(all.remove(k)))]
        })
        .await;
    }

    async fn deleted_last_lines_are_found(w: World) {
        found_by_the_signature(&w, |kept| {
            vec![kept.shrunk(kept.second - 1), kept.shrunk(kept.first), kept.shrunk(1)]
        })
        .await;
    }

    async fn a_record_of_which_nothing_is_left_is_found(w: World) {
        let kept = worked(&w).await;
        rewritten(&w, &[]).await;

        assert_eq!(first_finding(&w, &[]).await, Finding::Shrunk { lines: 0, signed: kept.second });
        notes_are(&w, &[]).await;
        assert_eq!(first_finding(&w, &kept.notes).await, Finding::Shrunk { lines: 0, signed: kept.second });
    }

    async fn an_inserted_line_is_found(w: World) {
        found_by_the_signature(&w, |kept| {
            let (k, last) = (at(kept.first + 2), at(kept.second) - 1);
            vec![
                kept.before(|all| all.insert(0, all[5].clone())),
                kept.between(move |all| all.insert(k, all[0].clone())),
                kept.between(move |all| all.insert(last, all[0].clone())),
            ]
        })
        .await;
    }

    async fn lines_put_far_beyond_the_last_are_found_and_hold_nobody_up(w: World) {
        let kept = worked(&w).await;
        let size = size(&w).await;
        let (far, farthest) = (size + 1_000_000, i64::MAX.unsigned_abs());
        for number in [far, farthest] {
            let copy = format!(
                "INSERT INTO leaf (number, hash, row_no) SELECT {number}, hash, row_no FROM leaf WHERE number = 0"
            );
            w.raw().run(&copy).await;
        }

        let failure = w.verifies(&kept.notes).await.expect_err("they are no lines of this log");

        let gap = |expected, found| Finding::Gap { expected, found };
        assert_eq!(failure.findings(), [gap(size, far), gap(far + 1, farthest)]);
    }

    async fn reordered_lines_are_found(w: World) {
        found_by_the_signature(&w, |kept| {
            let (k, second) = (at(kept.first + 2), at(kept.second));
            vec![
                kept.before(|all| all.swap(0, 1)),
                kept.between(move |all| all.swap(k, k + 1)),
                kept.between(move |all| all[k..second].rotate_left(1)),
            ]
        })
        .await;
    }

    async fn swapped_salts_are_found(w: World) {
        found_by_the_signature(&w, |kept| {
            let k = at(kept.first + 2);
            vec![
                kept.before(|all| all[0].salt[0] ^= 1),
                kept.between(move |all| {
                    let salt = all[k].salt.clone();
                    all[k].salt = std::mem::replace(&mut all[k + 1].salt, salt);
                }),
            ]
        })
        .await;
    }

    async fn an_edge_of_a_checkpoint_belongs_to_it(w: World) {
        let kept = worked(&w).await;
        let mut all = kept.lines.clone();
        all[at(kept.first) - 1].by_somebody_else();
        rewritten(&w, &all).await;
        assert_eq!(first_finding(&w, &kept.notes).await, Finding::CheckpointRoot { from: 0, size: kept.first });

        let mut all = kept.lines.clone();
        all[at(kept.first)].by_somebody_else();
        rewritten(&w, &all).await;
        let between = Finding::CheckpointRoot { from: kept.first, size: kept.second };
        assert_eq!(first_finding(&w, &kept.notes).await, between);
    }

    async fn after_the_newest_checkpoint_only_a_cut_is_seen_and_only_by_the_shelf(w: World) {
        let kept = worked(&w).await;
        w.store.note_each_other().await.expect("noted");
        assert_eq!(w.store.behind().await.expect("read"), None);

        // The weakness that the documents tell: nobody signed these lines.
        let mut all = kept.lines.clone();
        all[at(kept.second)].by_somebody_else();
        rewritten(&w, &all).await;
        assert!(w.verifies(&kept.notes).await.is_ok(), "not seen");

        all.truncate(at(kept.second));
        rewritten(&w, &all).await;
        let behind = w.store.behind().await.expect("read").expect("the shelf saw more");
        assert!(w.verifies(&kept.notes).await.is_ok(), "not seen by the tree");
        assert_eq!(behind.lines, kept.lines.len() as u64 - kept.second);

        // Signed, it is: this is what signing often is for.
        rewritten(&w, &kept.lines).await;
        let note = w.checkpoint().await;
        rewritten(&w, &all).await;
        let shrunk = Finding::Shrunk { lines: kept.second, signed: kept.lines.len() as u64 };
        assert_eq!(first_finding(&w, &[note]).await, shrunk);
    }

    async fn a_history_that_another_key_signed_is_found(w: World) {
        let kept = worked(&w).await;
        let mut all = kept.lines.clone();
        all[at(kept.first + 2)].by_somebody_else();
        all.truncate(at(kept.second) - 2);
        rewritten(&w, &all).await;
        notes_are(&w, &[forged_note(&w).await]).await;

        let inside = first_finding(&w, &[]).await;
        let outside = w.verifies(&kept.notes).await.expect_err("it was tampered with");

        assert!(matches!(inside, Finding::CheckpointSignature { .. }), "{inside:?}");
        assert!(outside.findings().iter().any(|it| matches!(it, Finding::CheckpointSignature { .. })));
        assert_eq!(*outside.first(), Finding::Shrunk { lines: kept.second - 2, signed: kept.second });

        // The whole of it, and more than there ever was.
        let mut all = kept.lines.clone();
        all[at(kept.first + 2)].by_somebody_else();
        all.push(kept.lines[0].clone());
        rewritten(&w, &all).await;
        notes_are(&w, &[forged_note(&w).await]).await;

        let inside = first_finding(&w, &[]).await;
        let outside = first_finding(&w, &kept.notes).await;

        assert!(matches!(inside, Finding::CheckpointSignature { .. }), "{inside:?}");
        assert_eq!(outside, Finding::CheckpointRoot { from: kept.first, size: kept.second });
    }

    async fn an_older_copy_put_back_is_found_by_the_checkpoints_kept_outside(w: World) {
        let kept = worked(&w).await;
        let dossier = w.ria().looks(app::caseload::ChooseOwn).await.expect("hers")[0].dossier;
        rewritten(&w, &kept.lines[..at(kept.first)]).await;
        notes_are(&w, &[(kept.first, kept.notes[0].clone())]).await;

        assert!(w.verifies(&[]).await.is_ok(), "the copy is sound in itself");
        let shrunk = Finding::Shrunk { lines: kept.first, signed: kept.second };
        assert_eq!(first_finding(&w, &kept.notes).await, shrunk);

        // The product goes on from the old copy and signs that, with its own key.
        if w.raw().file().is_none() {
            w.raw().rows("SELECT setval(pg_get_serial_sequence('record', 'row_no'), 10000)").await;
        }
        for _ in 0..20 {
            w.ria().reads(dossier).await.expect("involved");
        }
        w.checkpoint().await;

        assert!(w.verifies(&[]).await.is_ok());
        let other = Finding::CheckpointRoot { from: kept.first, size: kept.second };
        assert_eq!(first_finding(&w, &kept.notes).await, other);
    }

    async fn whoever_recomputes_nothing_is_found_on_the_line(w: World) {
        let kept = worked(&w).await;
        let raw = w.raw();
        let (k, n) = (kept.first + 2, kept.lines.len());
        let row = raw.one(&format!("SELECT row_no FROM leaf WHERE number = {k}")).await.int();
        let mut other = kept.lines[at(k)].clone();
        other.by_somebody_else();
        let as_long_as_an_id = [7; 16];
        let deeds = [
            (
                format!("UPDATE record SET bytes = {} WHERE row_no = {row}", raw.bytes(&other.bytes)),
                Finding::LeafMismatch { line: k },
            ),
            (
                format!("UPDATE record SET salt = {} WHERE row_no = {row}", raw.bytes(&[0; 32])),
                Finding::LeafMismatch { line: k },
            ),
            (
                format!("UPDATE record SET salt = {} WHERE row_no = {row}", raw.bytes(&[])),
                Finding::LeafMismatch { line: k },
            ),
            (
                format!("UPDATE record SET bytes = {} WHERE row_no = {row}", raw.bytes(&as_long_as_an_id)),
                Finding::LeafMismatch { line: k },
            ),
            (
                format!("UPDATE record SET salt = {} WHERE row_no = {row}", raw.bytes(&as_long_as_an_id)),
                Finding::LeafMismatch { line: k },
            ),
            (
                format!("UPDATE leaf SET hash = {} WHERE number = {k}", raw.bytes(&[0; 32])),
                Finding::LeafMismatch { line: k },
            ),
            (
                format!("UPDATE leaf SET row_no = row_no + 1 WHERE number = {k}"),
                Finding::LeafMismatch { line: k },
            ),
            (format!("DELETE FROM record WHERE row_no = {row}"), Finding::Missing { line: k, last: k }),
            (format!("DELETE FROM leaf WHERE number = {k}"), Finding::Gap { expected: k, found: k + 1 }),
            (
                format!("DELETE FROM leaf WHERE number >= {}", kept.second - 1),
                Finding::Shrunk { lines: kept.second - 1, signed: kept.second },
            ),
        ];

        for (statement, expected) in deeds {
            raw.run(&statement).await;
            assert_eq!(first_finding(&w, &kept.notes).await, expected, "{statement}");
            rewritten(&w, &kept.lines).await;
            assert_eq!(lines(&w).await.len(), n);
        }
    }

    async fn a_record_that_cannot_be_read_is_found_though_its_leaf_fits(w: World) {
        let kept = worked(&w).await;
        let raw = w.raw();
        let k = kept.first + 2;
        let garbage = [9, 9, 9];
        let salt = Salt(kept.lines[at(k)].salt.clone().try_into().expect("a salt"));
        let hash = ledger::leaf_hash(&salt, &garbage);
        raw.run(&format!(
            "UPDATE record SET bytes = {} WHERE row_no = (SELECT row_no FROM leaf WHERE number = {k});
             UPDATE leaf SET hash = {} WHERE number = {k};",
            raw.bytes(&garbage),
            raw.bytes(&hash.0)
        ))
        .await;

        let failure = w.verifies(&kept.notes).await.expect_err("it was tampered with");

        assert_eq!(*failure.first(), Finding::CheckpointRoot { from: kept.first, size: kept.second });
        assert!(failure.findings().iter().any(|it| matches!(it, Finding::Undecodable { line, .. } if *line == k)));
    }

    async fn a_lawful_purge_is_no_tampering(w: World) {
        let kept = worked(&w).await;
        let raw = w.raw();
        let purged = 5..=7;
        let purge = Purge { numbers: vec![purged.clone()], rule: "RET-02".into() };
        let salt = [8; 32];
        if raw.file().is_none() {
            raw.rows("SELECT setval(pg_get_serial_sequence('record', 'row_no'), 10000)").await;
        }
        raw.run(&format!(
            "INSERT INTO record (row_no, bytes, salt) VALUES (20000, {}, {});
             INSERT INTO record_waiting (row_no) VALUES (20000);",
            raw.bytes(&purge.to_record().encode()),
            raw.bytes(&salt)
        ))
        .await;
        let note = w.checkpoint().await;
        let delete = |number: u64| format!("DELETE FROM record WHERE row_no = (SELECT row_no FROM leaf WHERE number = {number});");
        raw.run(&purged.clone().map(delete).collect::<String>()).await;

        let notes = [kept.notes.clone(), vec![note]].concat();
        let report = w.verifies(&notes).await.expect("a lawful purge");
        assert_eq!((report.purged, report.purged_by_tail), (3, 0));

        raw.run(&delete(8)).await;
        assert_eq!(first_finding(&w, &notes).await, Finding::Missing { line: 8, last: 8 }, "one more than was said");
    }

    async fn the_same_tree_is_signed_once(w: World) {
        let one = w.checkpoint().await;
        let rows = async || w.raw().one("SELECT COUNT(*) FROM checkpoint").await;
        assert_eq!(rows().await, Cell::Int(1));

        let again = w.store.checkpoint(Arc::new(testkit::signer())).await.expect("it signs");

        assert_eq!(again, Some(one));
        assert_eq!(rows().await, Cell::Int(1));
    }
}
