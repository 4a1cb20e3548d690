//! The courses from which dossiers are filled: what often happens in a neighbourhood team, each told once from
//! beginning to end. A dossier takes some notes of a course, never one twice.

pub mod absence;
pub mod addiction;
pub mod aids;
pub mod carer;
pub mod debts;
pub mod divorce;
pub mod home_help;
pub mod language;
pub mod lonely;
pub mod parenting;
pub mod rent;
pub mod work;
