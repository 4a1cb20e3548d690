//! The scale world: as many dossiers as a city gathers in decades, real for the product in every byte (DESIGN §6), and
//! what it costs to work in it. Made by `load` in a folder of its own, measured by `compare`; never in the product.

mod clock;
mod compare;
mod encode;
mod entropy;
mod example;
mod fill;
mod folder;
mod house;
mod http;
mod load;
mod plan;
mod projections;
mod schema;
mod serve;
mod size;
#[cfg(test)]
mod tests;
mod verify;

pub use compare::compare;
pub use load::load;
pub use serve::serve;
pub use size::Size;
pub use verify::{projections, verify};

fn said(e: impl std::fmt::Display) -> String {
    e.to_string()
}
