//! Who opened which dossier to read: what makes 'Wie heeft gekeken?' worth looking at.
//! The own worker several times a day, a replacement once, each within an involvement.

use super::world::{Look, at};

const fn look(staff: &'static str, resident: &'static str, days_ago: u32, time: &'static str) -> Look {
    Look { staff, resident, at: at(days_ago, time) }
}

/// Oldest first.
pub static LOOKS: [Look; 34] = [
    look("samira", "bhagwandin", 101, "10:05"),
    look("bram", "maria", 101, "11:10"),
    look("samira", "maria", 62, "15:40"),
    look("samira", "marjolein", 59, "09:30"),
    look("samira", "marjolein", 55, "09:10"),
    look("samira", "marjolein", 55, "13:15"),
    look("samira", "marjolein", 53, "10:40"),
    look("wouter", "marjolein", 40, "08:55"),
    look("samira", "bhagwandin", 31, "09:55"),
    look("samira", "bhagwandin", 31, "13:20"),
    look("linda", "el-idrissi", 24, "09:40"),
    look("ria", "bhagwandin", 18, "11:35"),
    look("anouk", "sem", 13, "16:00"),
    look("carlos", "yildiz-haven", 12, "11:30"),
    look("samira", "marjolein", 11, "09:35"),
    look("sanne", "finn", 11, "13:40"),
    look("samira", "bhagwandin", 10, "09:50"),
    look("samira", "bhagwandin", 10, "14:15"),
    look("samira", "bhagwandin", 10, "16:40"),
    look("sanne", "dmytro", 6, "14:15"),
    look("anouk", "sem", 6, "15:45"),
    look("johan", "yildiz", 5, "10:10"),
    look("wouter", "bhagwandin", 5, "11:10"),
    look("marit", "lotte", 4, "09:40"),
    look("sanne", "noor", 4, "13:45"),
    look("romy", "jaylano", 4, "16:20"),
    look("samira", "bhagwandin", 3, "08:30"),
    look("samira", "bhagwandin", 3, "11:55"),
    look("samira", "marjolein", 3, "13:40"),
    look("johan", "el-idrissi", 3, "16:40"),
    look("samira", "bhagwandin", 2, "09:05"),
    look("johan", "yildiz", 2, "10:20"),
    look("samira", "bhagwandin", 2, "15:10"),
    look("samira", "bhagwandin", 2, "16:50"),
];
