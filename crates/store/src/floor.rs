//! The floor build, compiled in only by `make bench`: it measures what the record costs by leaving out
//! handing it over and waiting for it. No product build holds any of this.

use std::path::Path;

use tokio::sync::oneshot;

use crate::error::Error;
use crate::record::Line;

/// The file that marks a folder as made for measuring.
const MARK: &str = "MEASURING";

/// Refuses any folder that was not marked, and says aloud what this is.
pub(crate) fn only_where_marked(data: &Path) -> Result<(), Error> {
    tracing::error!("MEASURING BUILD: looks leave no record");
    let marked = data.parent().is_some_and(|folder| folder.join(MARK).exists());
    if marked { Ok(()) } else { Err(Error::Unavailable("MEASURING BUILD: this folder is not marked".into())) }
}

/// The record was made and hashed; nobody gets it.
pub(crate) fn drop_lines(lines: &[Line]) -> oneshot::Receiver<Result<(), Error>> {
    let (answer, heard) = oneshot::channel();
    let hashes = lines.iter().map(|line| line.leaf().0[0]).fold(0_u8, u8::wrapping_add);
    std::hint::black_box(hashes);
    let _ = answer.send(Ok(()));
    heard
}
