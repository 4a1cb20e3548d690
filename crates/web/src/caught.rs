//! A bug in a handler becomes an answer: without this the connection would just end, and nobody could say which
//! line of the log belongs to it.

use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::Poll;

/// The handler panicked. What it said is on standard error already, and may hold anything: it is not kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Panicked;

/// Runs to the end, or to the first panic.
pub(crate) async fn caught<T>(future: impl Future<Output = T>) -> Result<T, Panicked> {
    let mut future = pin!(future);
    poll_fn(|cx| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(cx))) {
        Ok(Poll::Ready(done)) => Poll::Ready(Ok(done)),
        Ok(Poll::Pending) => Poll::Pending,
        // It is not polled again.
        Err(_) => Poll::Ready(Err(Panicked)),
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_panic_is_an_answer_and_everything_else_passes() {
        let fine = caught(async { 7 }).await;
        let late = caught(async {
            tokio::task::yield_now().await;
            assert!(fine.is_err(), "a bug");
        })
        .await;

        assert_eq!(fine, Ok(7));
        assert_eq!(late, Err(Panicked));
    }
}
