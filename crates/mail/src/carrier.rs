//! By which way a letter leaves: a mail server, or a folder where somebody can look at it.

use std::fmt;
use std::path::PathBuf;

use domain::outbox::Went;

use crate::folder;
use crate::letter::Letter;
use crate::smtp::Server;

/// By which way letters leave.
#[derive(Clone, Debug)]
pub enum Carrier {
    /// A mail server.
    Server(Server),
    /// A folder of `.eml` files, for the demo and for who tries the product out. Nothing leaves the machine.
    Folder(PathBuf),
}

/// Why a letter was not taken, as far as a log may tell: no address, and no words of the server, which repeat it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Trouble {
    #[error("the mail server cannot be reached")]
    Unreachable,
    #[error("the mail server and this program agree on no safe connection")]
    Tls,
    #[error("the mail server took too long")]
    TooSlow,
    #[error("the mail server does not accept the name and password")]
    Login,
    #[error("the connection broke off")]
    Broken,
    #[error("the mail server answered {0}")]
    Answer(Code),
    #[error("the letter could not be written")]
    Unwritable,
}

/// The code of an answer: three digits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Code(pub u16);

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:03}", self.0)
    }
}

impl Carrier {
    /// Hands a letter over, and says what became of it.
    pub(crate) async fn carry(&self, letter: &Letter) -> (Went, Option<Trouble>) {
        match self {
            Self::Server(server) => server.carry(letter).await,
            Self::Folder(folder) => match folder::keep(folder, letter) {
                Ok(()) => (Went::Accepted, None),
                Err(_) => (Went::NotNow, Some(Trouble::Unwritable)),
            },
        }
    }

    /// Tries the way without sending anything.
    ///
    /// # Errors
    /// Why a letter would not leave now.
    pub async fn test(&self) -> Result<(), Trouble> {
        match self {
            Self::Server(server) => server.test().await,
            Self::Folder(folder) => folder::make(folder).map_err(|_| Trouble::Unwritable),
        }
    }
}
