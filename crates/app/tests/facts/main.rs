//! What the use cases hold to, as stories with `World` and named people, each on both engines. One program: linking
//! one for each file took longer than running them.

mod birth_date;
mod contact;
mod delayed;
mod documents;
mod emergency;
mod explain;
mod family_plan;
mod family_visit;
mod handover;
mod inquiry;
mod intake;
mod involved_only;
mod language;
mod log;
mod log_review;
mod outbox;
mod parts;
mod people;
mod plan;
mod portal;
mod post;
mod review;
mod search;
mod stand_in;
mod standing;
mod task;
mod team_desk;
mod today;
mod together;
mod way_in;
mod withdrawn;
mod withhold;
mod without_worker;
mod writing;
