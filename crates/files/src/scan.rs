//! Asking clamd whether a file holds something harmful. Its protocol is small: `INSTREAM`, pieces with their length
//! before them, an empty piece, one line back.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpStream, UnixStream};
use tokio::time::timeout;

/// How long a scan may take.
const AT_MOST: Duration = Duration::from_secs(60);
/// The bytes of one piece; below what clamd takes at least.
const PIECE: usize = 64 * 1024;

/// Where clamd listens: `unix:/run/clamav/clamd.ctl` or `tcp:host:3310`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ScannerAt {
    /// A socket on this machine.
    Unix(PathBuf),
    /// Elsewhere. The file goes over this connection as it is: only within a network of one's own.
    Tcp(String),
}

impl FromStr for ScannerAt {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once(':') {
            Some(("unix", path)) if path.starts_with('/') => Ok(Self::Unix(PathBuf::from(path))),
            Some(("tcp", address))
                if address.rsplit_once(':').is_some_and(|(_, p)| p.parse::<u16>().is_ok()) =>
            {
                Ok(Self::Tcp(address.to_owned()))
            }
            _ => Err("unix:/path/of/the/socket or tcp:host:port"),
        }
    }
}

impl fmt::Display for ScannerAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unix(path) => write!(f, "unix:{}", path.display()),
            Self::Tcp(address) => write!(f, "tcp:{address}"),
        }
    }
}

/// Why nothing is known of a file. Then it does not come in.
#[derive(Debug, thiserror::Error)]
pub enum ScannerFailed {
    #[error("the scanner cannot be reached: {0}")]
    Unreachable(std::io::ErrorKind),
    #[error("the scanner took too long")]
    TooLong,
    /// Such as a limit of clamd below 25 MB: `StreamMaxLength`.
    #[error("the scanner did not look: it answered an error")]
    NotLooked,
}

/// A scanner that is configured.
#[derive(Clone, Debug)]
pub struct Scanner {
    at: ScannerAt,
}

impl Scanner {
    pub const fn new(at: ScannerAt) -> Self {
        Self { at }
    }

    /// Whether nothing harmful was found.
    ///
    /// # Errors
    /// [`ScannerFailed`]: not known.
    pub async fn is_clean(&self, bytes: &[u8]) -> Result<bool, ScannerFailed> {
        let looked = async {
            match &self.at {
                ScannerAt::Unix(path) => asked(UnixStream::connect(path).await?, bytes).await,
                ScannerAt::Tcp(address) => asked(TcpStream::connect(address).await?, bytes).await,
            }
        };
        let line = match timeout(AT_MOST, looked).await {
            Ok(Ok(line)) => line,
            Ok(Err(why)) => return Err(ScannerFailed::Unreachable(why.kind())),
            Err(_) => return Err(ScannerFailed::TooLong),
        };
        // The name of what was found may follow any path; only how the line ends counts.
        match line.trim_end_matches(['\0', '\n']) {
            line if line.ends_with(" OK") => Ok(true),
            line if line.ends_with(" FOUND") => Ok(false),
            _ => Err(ScannerFailed::NotLooked),
        }
    }
}

async fn asked<S: AsyncRead + AsyncWrite + Unpin>(mut stream: S, bytes: &[u8]) -> std::io::Result<String> {
    stream.write_all(b"zINSTREAM\0").await?;
    for piece in bytes.chunks(PIECE) {
        let length = u32::try_from(piece.len()).unwrap_or(u32::MAX);
        // Clamd hangs up when it has had enough; its line says why.
        if stream.write_all(&length.to_be_bytes()).await.is_err() || stream.write_all(piece).await.is_err() {
            break;
        }
    }
    let _ = stream.write_all(&[0; 4]).await;
    let _ = stream.flush().await;
    let mut line = Vec::new();
    stream.take(4096).read_to_end(&mut line).await?;
    Ok(String::from_utf8_lossy(&line).into_owned())
}
