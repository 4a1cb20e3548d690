//! The result of a look, read before its record is durable.

use store::Awaiting;

fn peek(awaiting: Awaiting<String>) -> String {
    awaiting.out
}

fn main() {}
