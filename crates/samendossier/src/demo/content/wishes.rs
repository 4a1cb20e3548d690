//! What some questions are mostly about, and whom some residents would rather be helped by.

/// What was asked at intake.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    /// Key of the resident.
    pub resident: &'static str,
    /// Code of an area of life.
    pub life_area: &'static str,
    /// `woman` or `man`; none: no wish.
    pub prefers: Option<&'static str>,
}

const fn about(resident: &'static str, life_area: &'static str) -> Wish {
    Wish { resident, life_area, prefers: None }
}

const fn by_a_woman(resident: &'static str, life_area: &'static str) -> Wish {
    Wish { resident, life_area, prefers: Some("woman") }
}

/// In no order.
pub static WISHES: [Wish; 8] = [
    by_a_woman("agnieszka", "money"),
    about("prins", "people"),
    about("destiny", "growing-up"),
    Wish { resident: "nguyen", life_area: "work", prefers: Some("man") },
    about("bohdan", "growing-up"),
    by_a_woman("gulsum", "daily-life"),
    about("bhagwandin", "home"),
    about("kuipers", "home"),
];
