//! Cheating compiles nowhere: each file in `cheats/` tries one way around the gate, and the compiler says no.
//! `TRYBUILD=overwrite cargo nextest run -p store --test cheats` writes its answers anew.

#[test]
fn no_cheat_compiles() {
    let cheats = trybuild::TestCases::new();
    cheats.compile_fail("tests/cheats/*.rs");
}
