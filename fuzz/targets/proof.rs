//! Proofs and the right edge of the tree, of any size: a wrong proof is refused, never a crash.
#![no_main]

use ledger::{Frontier, Hash, verify_consistency, verify_inclusion};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u64, u64, [u8; 32], [u8; 32], Vec<[u8; 32]>, &[u8])| {
    let (number, size, leaf, root, proof, bytes) = input;
    let (leaf, root) = (Hash::from(leaf), Hash::from(root));
    let proof: Vec<Hash> = proof.into_iter().map(Hash::from).collect();
    // Only an empty proof over equal hashes can be true by chance.
    if verify_inclusion(&leaf, number, size, &proof, &root).is_ok() {
        assert!(size == 1 && leaf == root);
    }
    if verify_consistency(number, &leaf, size, &root, &proof).is_ok() {
        assert!(number == size && leaf == root);
    }
    if let Ok(mut frontier) = Frontier::from_bytes(bytes) {
        assert_eq!(frontier.to_bytes(), bytes);
        let _ = frontier.root();
        if frontier.size() < u64::MAX {
            frontier.append(leaf);
            assert_eq!(Frontier::from_bytes(&frontier.to_bytes()).map(|it| it.root()), Ok(frontier.root()));
        }
    }
});
