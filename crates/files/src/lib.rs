//! What comes in as a file: known by what stands in it, stripped, looked through for harm, and drawn for whoever reads
//! it. Everything that reads the bytes of a stranger does so in a process that can open nothing and reach nobody.
//!
//! ```text
//! Workshop ── starts ──▶ confined process: take_in · sheet      (decision 33)
//! Scanner  ── asks ────▶ clamd, over its socket
//! ```

mod confined;
mod kind;
mod office;
mod pdf;
mod photo;
mod scan;
mod work;
mod workshop;

pub use confined::{NotConfined, Probe, confined, probe};
pub use scan::{Scanner, ScannerAt, ScannerFailed};
pub use work::{Shown, TakenIn, sheet, take_in};
pub use workshop::{Workshop, WorkshopFailed};
