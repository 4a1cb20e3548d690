//! The words of a notice and the head above them. The same for everybody and everything: no name of a client, a worker
//! or a team, and not what happened (PST-05).

use std::time::SystemTime;

use domain::MailAddress;
use jiff::Timestamp;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::{Address, address};
use store::office::outbox::Claimed;
use text::{Lang, Words};

/// What stands above each letter of this installation.
#[derive(Clone, Debug)]
pub struct Letterhead {
    /// Who it is from: an address of the house, no person.
    pub from: MailAddress,
    /// Where an answer goes; none: to `from`.
    pub reply_to: Option<MailAddress>,
    /// Where people reach the product, "https://dossier.example"; none: the letter names no address.
    pub origin: Option<String>,
}

/// A letter, ready to be handed over.
#[derive(Clone)]
pub(crate) struct Letter {
    pub(crate) from: Address,
    pub(crate) to: Address,
    pub(crate) message_id: String,
    pub(crate) bytes: Vec<u8>,
}

/// Why no letter could be made: an address that one library takes and another does not.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NoLetter {
    #[error("an address cannot be used")]
    Address(#[from] address::AddressError),
    #[error("the letter cannot be put together")]
    Message(#[from] lettre::error::Error),
}

/// No holiday greeting and no receipt comes back (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

impl Letterhead {
    /// The letter of a notice. Which kind of notice it is makes no difference to a single byte.
    pub(crate) fn letter(&self, notice: &Claimed, now: Timestamp) -> Result<Letter, NoLetter> {
        let (from, to) = (plain(&self.from)?, plain(&notice.to)?);
        let words = Words::new(Lang::Nl, text::Address::Informal);
        let mut message = Message::builder()
            .message_id(Some(format!("<{}>", notice.message_id)))
            .date(SystemTime::from(now))
            .from(Mailbox::new(Some("Samendossier".to_owned()), from.clone()))
            .to(Mailbox::new(None, to.clone()))
            .subject(words.t("mail-subject"))
            .header(AutoSubmitted)
            .header(ContentType::TEXT_PLAIN);
        if let Some(reply_to) = &self.reply_to {
            message = message.reply_to(Mailbox::new(None, plain(reply_to)?));
        }
        let message = message.body(self.body(words))?;
        let message_id = notice.message_id.clone();
        Ok(Letter { from, to, message_id, bytes: message.formatted() })
    }

    fn body(&self, words: Words) -> String {
        let look = match &self.origin {
            Some(origin) => words.with("mail-look", &[("address", origin.as_str().into())]),
            None => words.t("mail-look-nowhere"),
        };
        let [ready, neutral, careful, off] =
            ["mail-ready", "mail-neutral", "mail-careful", "mail-off"].map(|key| words.t(key));
        format!("{ready}\n\n{look}\n\n{neutral}\n{careful}\n\n{off}\n")
    }
}

fn plain(address: &MailAddress) -> Result<Address, address::AddressError> {
    address.as_str().parse()
}
