//! The commands as somebody at a terminal meets them: what they print, what they refuse, what they leave
//! behind. One binary of tests, so that the house is built once.

mod backup;
mod clock;
mod cut;
mod demo_world;
mod disk_full;
mod doctor;
mod house;
mod keys;
mod nodes;
mod policies;
mod proxy;
mod refused;
mod request_id;
mod settings;
mod theme;
mod visitor;
