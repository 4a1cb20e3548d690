//! A statement put together from what somebody typed.

fn main() {
    let typed = String::from("x'; DROP TABLE record; --");
    let _ = store::db::Sql::new(&format!("SELECT '{typed}'"), "SELECT 1");
}
