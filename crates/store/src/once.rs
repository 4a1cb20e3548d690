//! Futures that never wait. On SQLite every statement answers at once, so a deed is polled exactly
//! once; one that is not ready then has awaited something it must not, and is refused.

use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use crate::error::Error;

/// Polls once. Pending is an error.
pub(crate) fn once<T>(future: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => Err(Error::NotReady),
    }
}

/// Runs the inside of a deed: a panic becomes an error, and so does waiting where nothing may wait.
pub(crate) async fn guarded<T>(may_wait: bool, future: impl Future<Output = T>) -> Result<T, Error> {
    let mut future = pin!(future);
    poll_fn(|cx| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(cx))) {
        Ok(Poll::Ready(done)) => Poll::Ready(Ok(done)),
        Ok(Poll::Pending) if may_wait => Poll::Pending,
        Ok(Poll::Pending) => Poll::Ready(Err(Error::NotReady)),
        Err(_) => Poll::Ready(Err(Error::Panicked)),
    })
    .await
}
