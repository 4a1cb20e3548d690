//! "Waarom heeft u gekeken?": a client asks about a look, somebody else than who looked answers, and the client goes
//! on with it when they want to.

mod answer;
mod ask;
mod own;

pub use answer::{Answer, AnswerRefused, ListWaiting, ReadWaiting};
pub use ask::{Ask, AskRefused};
pub use own::{OwnInquiry, Pursue, ReadOwnInquiry};
pub use store::client::inquiries::{
    AboutLook, Answer as Given, Asked, Doors, Inquiry, Name, Received, Waiting,
};
