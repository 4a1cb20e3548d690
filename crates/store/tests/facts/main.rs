//! What the store holds to, on both engines; the way round it that must not compile is in `cheats.rs`. One program:
//! linking one for each file took longer than running them.

mod caseload;
mod faults;
mod gate;
mod key_shelf;
mod local_policies;
mod nodes;
mod numbering;
mod projections;
mod proxy;
mod shielded;
mod tamper;
mod vault_scan;
