//! The tree: the root kept while growing is the root RFC 6962 defines, and every proof proves only itself.
//! The fixed roots were computed from the RFC's definition by a program that is not this one.

use ledger::{
    Frontier, Hash, ProofError, Unproven, consistency_proof, inclusion_proof, verify_consistency,
    verify_inclusion,
};
use proptest::prelude::*;

fn leaves(count: u64) -> Vec<Hash> {
    (0..count).map(|number| Hash::of_leaf(&[number.to_string().as_bytes()])).collect()
}

fn grown(leaves: &[Hash]) -> Frontier {
    let mut tree = Frontier::new();
    tree.append_all(leaves.iter().copied());
    tree
}

/// RFC 6962 §2.1, word for word.
fn defined(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Hash::of_empty_tree(),
        [leaf] => *leaf,
        _ => {
            let mut k = 1;
            while k * 2 < leaves.len() {
                k *= 2;
            }
            Hash::of_node(&defined(&leaves[..k]), &defined(&leaves[k..]))
        }
    }
}

fn flipped(hash: &Hash, bit: usize) -> Hash {
    let mut bytes = hash.0;
    bytes[bit / 8 % 32] ^= 1 << (bit % 8);
    Hash(bytes)
}

#[test]
fn well_known_trees_have_their_roots() {
    let entries: [&[u8]; 8] = [
        b"",
        b"\x00",
        b"\x10",
        b"\x20\x21",
        b"\x30\x31",
        b"\x40\x41\x42\x43",
        b"\x50\x51\x52\x53\x54\x55\x56\x57",
        b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
    ];
    let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    for (size, root) in roots.iter().enumerate() {
        let mut tree = Frontier::new();
        tree.append_all(entries[..size].iter().map(|entry| Hash::of_leaf(&[entry])));

        assert_eq!(format!("{:?}", tree.root()), *root, "at size {size}");
    }
    let thousand = "638afa98022925bacfddadb15ef22fd0199c1ac99c2973b6158243d13fce05c2";
    assert_eq!(format!("{:?}", grown(&leaves(1000)).root()), thousand);
}

#[test]
fn the_root_kept_is_the_root_defined() {
    let leaves = leaves(300);
    let mut tree = Frontier::new();

    for size in 0..=300 {
        assert_eq!(tree.root(), defined(&leaves[..size]), "at size {size}");
        assert_eq!(tree.size(), size as u64);
        tree.append_all(leaves.get(size).copied());
    }
}

#[test]
fn a_tree_kept_in_bytes_grows_on() {
    let leaves = leaves(140);
    for size in 0..140 {
        let kept = grown(&leaves[..size]).to_bytes();

        let mut read = Frontier::from_bytes(&kept).unwrap();

        assert_eq!(read.to_bytes(), kept);
        read.append_all(leaves[size..].iter().copied());
        assert_eq!(read, grown(&leaves));
    }
}

#[test]
fn bytes_that_are_no_tree_are_refused() {
    let kept = grown(&leaves(13)).to_bytes();
    let mut too_long = kept.clone();
    too_long.push(0);
    let mut other_size = kept.clone();
    other_size[7] = 12;

    for length in 0..kept.len() {
        assert!(Frontier::from_bytes(&kept[..length]).is_err(), "{length} bytes");
    }
    assert!(Frontier::from_bytes(&too_long).is_err());
    assert!(Frontier::from_bytes(&other_size).is_err());
}

#[test]
fn every_line_of_every_tree_is_proved() {
    let leaves = leaves(200);
    for size in 0..=200 {
        let root = grown(&leaves[..size as usize]).root();
        for number in 0..size {
            let proof = inclusion_proof(leaves.as_slice(), number, size).unwrap();

            let leaf = &leaves[number as usize];

            assert_eq!(verify_inclusion(leaf, number, size, &proof, &root), Ok(()), "{number} of {size}");
        }
    }
}

#[test]
fn every_growth_of_every_tree_is_proved() {
    let leaves = leaves(120);
    let roots: Vec<_> = (0..=120).map(|size| defined(&leaves[..size])).collect();
    for new in 1..=120 {
        for old in 1..=new {
            let proof = consistency_proof(leaves.as_slice(), old, new).unwrap();

            let (old_root, new_root) = (&roots[old as usize], &roots[new as usize]);

            assert_eq!(verify_consistency(old, old_root, new, new_root, &proof), Ok(()), "{old} to {new}");
        }
    }
}

#[test]
fn there_is_no_proof_outside_the_tree() {
    let leaves = leaves(4);
    let some = leaves[0];

    let outside = inclusion_proof(leaves.as_slice(), 4, 4);
    let unread = inclusion_proof(leaves.as_slice(), 0, 9);

    assert_eq!(outside, Err(ProofError::Range));
    assert!(matches!(unread, Err(ProofError::Leaves(_))));
    assert_eq!(consistency_proof(leaves.as_slice(), 0, 4), Err(ProofError::Range));
    assert_eq!(consistency_proof(leaves.as_slice(), 5, 4), Err(ProofError::Range));
    assert_eq!(verify_inclusion(&some, 0, 0, &[], &some), Err(Unproven::Range));
    assert_eq!(verify_consistency(0, &some, 0, &some, &[]), Err(Unproven::Range));
    assert_eq!(verify_consistency(4, &some, 3, &some, &[]), Err(Unproven::Range));
}

#[test]
fn the_largest_sizes_end_without_a_fault() {
    let some = Hash::of_empty_tree();
    let long = vec![some; 200];

    assert!(verify_inclusion(&some, u64::MAX - 1, u64::MAX, &long, &some).is_err());
    assert!(verify_consistency(1 << 63, &some, u64::MAX, &some, &long).is_err());
    assert!(verify_consistency(u64::MAX - 1, &some, u64::MAX, &some, &long).is_err());
}

#[test]
fn a_hash_reads_what_it_shows() {
    let hash = Hash::of_leaf(&[b"Bilal"]);

    let shown = hash.to_string();

    assert_eq!(Hash::from_base64(&shown), Some(hash));
    assert_eq!(Hash::from_base64(&shown[..40]), None);
    assert_eq!(Hash::from_base64(&shown.replace('=', "")), None);
    assert_eq!(Hash::from_base64(&format!("{shown}\n")), None);
}

proptest! {
    #[test]
    fn one_flipped_bit_and_a_line_is_not_proved(
        size in 1..500_u64, number in any::<proptest::sample::Index>(), bit in any::<proptest::sample::Index>(),
    ) {
        let leaves = leaves(size);
        let number = number.index(size as usize);
        let root = grown(&leaves).root();
        let mut proof = inclusion_proof(leaves.as_slice(), number as u64, size).unwrap();
        let bit = bit.index((proof.len() + 2) * 256);
        let (mut leaf, mut claimed) = (leaves[number], root);

        match bit / 256 {
            0 => leaf = flipped(&leaf, bit % 256),
            1 => claimed = flipped(&claimed, bit % 256),
            at => proof[at - 2] = flipped(&proof[at - 2], bit % 256),
        }

        prop_assert_eq!(verify_inclusion(&leaf, number as u64, size, &proof, &claimed), Err(Unproven::Root));
    }

    #[test]
    fn one_flipped_bit_and_growth_is_not_proved(
        new in 2..500_u64, old in any::<proptest::sample::Index>(), bit in any::<proptest::sample::Index>(),
    ) {
        let leaves = leaves(new);
        let old = 1 + old.index(new as usize - 1);
        let mut old_root = grown(&leaves[..old]).root();
        let mut new_root = grown(&leaves).root();
        let mut proof = consistency_proof(leaves.as_slice(), old as u64, new).unwrap();
        let bit = bit.index((proof.len() + 2) * 256);

        match bit / 256 {
            0 => old_root = flipped(&old_root, bit % 256),
            1 => new_root = flipped(&new_root, bit % 256),
            at => proof[at - 2] = flipped(&proof[at - 2], bit % 256),
        }

        prop_assert_eq!(verify_consistency(old as u64, &old_root, new, &new_root, &proof), Err(Unproven::Root));
    }

    #[test]
    fn a_proof_too_long_or_too_short_proves_nothing(
        size in 2..300_u64, number in any::<proptest::sample::Index>(), longer in any::<bool>(),
    ) {
        let leaves = leaves(size);
        let number = number.index(size as usize);
        let root = grown(&leaves).root();
        let mut proof = inclusion_proof(leaves.as_slice(), number as u64, size).unwrap();

        if longer { proof.push(root) } else { proof.pop().map(drop).unwrap() }

        let verdict = verify_inclusion(&leaves[number], number as u64, size, &proof, &root);
        prop_assert_eq!(verdict, Err(Unproven::Length));
    }

    #[test]
    fn a_proof_is_of_one_line_only(
        size in 2..300_u64, one in any::<proptest::sample::Index>(), other in any::<proptest::sample::Index>(),
    ) {
        let leaves = leaves(size);
        let (one, other) = (one.index(size as usize), other.index(size as usize));
        prop_assume!(one != other);
        let root = grown(&leaves).root();

        let proof = inclusion_proof(leaves.as_slice(), one as u64, size).unwrap();

        prop_assert!(verify_inclusion(&leaves[one], other as u64, size, &proof, &root).is_err());
        prop_assert!(verify_inclusion(&leaves[other], one as u64, size, &proof, &root).is_err());
    }
}
