//! The program that tests confine. `confined` does what the product's own does; `probe` says what is still possible.

use std::io::Write;

fn main() {
    let asked = std::env::args().nth(1);
    match asked.as_deref() {
        Some("probe") => match files::probe() {
            Ok(found) => {
                let _ = writeln!(std::io::stdout(), "{found:?}");
            }
            Err(_) => std::process::exit(2),
        },
        _ => {
            if files::confined().is_err() {
                std::process::exit(2);
            }
        }
    }
}
