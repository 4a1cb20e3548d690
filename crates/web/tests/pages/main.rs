//! The product as browsers meet it: the router in process, signed in with password and code, on both engines
//! where the store matters. One binary, one file a subject.

mod account;
mod activation;
mod any_request;
mod bad_input;
mod browser;
mod contact;
mod coverage;
mod emergency;
mod english;
mod equality;
mod explain;
mod faults;
mod fixation;
mod forms;
mod hidden;
mod inquiry;
mod intake;
mod language;
mod led_away;
mod log;
mod log_review;
mod mail;
mod model;
mod passkey_ways;
mod passkeys;
mod planted;
mod refusals;
mod sessions;
mod sheets;
mod sign_in;
mod street;
mod theme;
mod today;
mod tries;
mod young;
