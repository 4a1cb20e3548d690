//! How a client can be reached without harm (PST-06). Unknown is never treated as safe.
//! A secret address is shown to involved workers only and leaves in nothing.

use crate::codes::coded;
use crate::text_input::{FieldProblem, Input};

coded! {
    /// Whether a channel is safe, as the client said.
    #[expect(clippy::enum_variant_names, reason = "safe and unsafe are the words people use")]
    pub enum Safe, "channel safety" {
        /// The client confirmed it.
        Safe = "safe",
        /// Somebody else may read or hear it.
        Unsafe = "unsafe",
        /// Not asked yet.
        Unknown = "unknown",
    }
}

/// A way to reach a client.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Channel {
    /// Telephone and text message.
    Phone,
    /// E-mail.
    Mail,
    /// Paper post.
    Post,
}

/// What a notice on a channel may say (PST-05). Content never travels in a notice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoticeWording {
    /// May name the client, the team and the worker.
    Named,
    /// "There is a message", without any name.
    Neutral,
    /// Send nothing.
    Nothing,
}

/// The longest note, in characters.
pub const SAFE_CONTACT_NOTE_MAX: usize = 500;

/// What a client said about being reached (PST-06).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SafeContact {
    /// Telephone and text message.
    pub phone: Safe,
    /// E-mail.
    pub mail: Safe,
    /// Paper post.
    pub post: Safe,
    /// Times, shared devices, who must not hear. Empty when there is nothing to say.
    pub note: String,
    /// The address is secret, or the population register restricts it (Wet BRP 2.59).
    pub secret_address: bool,
}

impl SafeContact {
    /// Nothing asked yet.
    pub const fn unasked() -> Self {
        Self {
            phone: Safe::Unknown,
            mail: Safe::Unknown,
            post: Safe::Unknown,
            note: String::new(),
            secret_address: false,
        }
    }

    /// The same, with a note as typed; a blank one becomes empty.
    ///
    /// # Errors
    /// [`FieldProblem`] on the field "safe_contact_note".
    pub fn with_note(mut self, typed: &str) -> Result<Self, FieldProblem> {
        let note = Input::optional_text("safe_contact_note", typed, SAFE_CONTACT_NOTE_MAX)?;
        self.note = note.unwrap_or_default();
        Ok(self)
    }

    /// How safe a channel is.
    pub const fn on(&self, channel: Channel) -> Safe {
        match channel {
            Channel::Phone => self.phone,
            Channel::Mail => self.mail,
            Channel::Post => self.post,
        }
    }

    /// What a notice on this channel may say (PST-05).
    pub const fn notice_by(&self, channel: Channel) -> NoticeWording {
        match self.on(channel) {
            Safe::Safe => NoticeWording::Named,
            Safe::Unknown => NoticeWording::Neutral,
            Safe::Unsafe => NoticeWording::Nothing,
        }
    }

    /// Whether every page on this client should open with a warning.
    pub fn warns(&self) -> bool {
        self.secret_address || [self.phone, self.mail, self.post].contains(&Safe::Unsafe)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_channel_is_named_on_only_when_the_client_confirmed_it() {
        let contact = SafeContact { phone: Safe::Safe, mail: Safe::Unsafe, ..SafeContact::unasked() };

        assert_eq!(contact.notice_by(Channel::Phone), NoticeWording::Named);
        assert_eq!(contact.notice_by(Channel::Mail), NoticeWording::Nothing);
        assert_eq!(contact.notice_by(Channel::Post), NoticeWording::Neutral);
    }

    #[test]
    fn an_unsafe_channel_or_a_secret_address_warns() {
        let unasked = SafeContact::unasked();
        let unsafe_post = SafeContact { post: Safe::Unsafe, ..SafeContact::unasked() };
        let secret = SafeContact { secret_address: true, ..SafeContact::unasked() };

        assert!(!unasked.warns());
        assert!(unsafe_post.warns());
        assert!(secret.warns());
    }

    #[test]
    fn a_note_is_kept_as_typed() {
        let noted = SafeContact::unasked().with_note("Bel na 10 uur.\r\nNiet inspreken. ");
        let blank = SafeContact::unasked().with_note("  ");

        assert_eq!(noted.map(|contact| contact.note), Ok("Bel na 10 uur.\nNiet inspreken. ".to_owned()));
        assert_eq!(blank, Ok(SafeContact::unasked()));
        assert!(SafeContact::unasked().with_note("\0").is_err());
    }
}
