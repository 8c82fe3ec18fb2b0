//! The bodies of requests and answers on the wire.

use std::{
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll},
    time::Duration,
};

use axum::body::Body;
use bytes::Bytes;
use http_body_util::BodyExt;
use hyper::body::{Frame, Incoming, SizeHint};

/// How large a request's body may be, in bytes.
pub(crate) const MAX_BODY: usize = 1 << 20;

/// How much of an unwanted body is still read, so that the sender gets to read the answer.
const MAX_DRAINED: usize = 64 << 20;

/// For how long.
const MAX_DRAIN_TIME: Duration = Duration::from_secs(30);

/// A request's body, of which what its reader leaves unread can be read to its end.
#[derive(Clone)]
pub(crate) struct Held(Arc<Mutex<Incoming>>);

impl Held {
    pub(crate) fn new(incoming: Incoming) -> Self {
        Self(Arc::new(Mutex::new(incoming)))
    }

    fn incoming(&self) -> MutexGuard<'_, Incoming> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads on and throws away. While this goes on, the connection stays open.
    ///
    /// Closed with a body unread, it would be reset, and the sender could lose the answer that is on its way.
    pub(crate) async fn drain(mut self) {
        let drain = async {
            let mut drained = 0;
            while let Some(Ok(frame)) = self.frame().await {
                drained += frame.data_ref().map_or(0, Bytes::len);
                if drained > MAX_DRAINED {
                    break;
                }
            }
        };
        let _ = tokio::time::timeout(MAX_DRAIN_TIME, drain).await;
    }
}

impl hyper::body::Body for Held {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        Pin::new(&mut *self.incoming()).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.incoming().is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.incoming().size_hint()
    }
}

/// A body that ends before it should: its first half, and then the end of the connection.
pub(crate) fn half(whole: Bytes) -> Body {
    let half = whole.slice(..whole.len() / 2);
    Body::new(Half { whole: whole.len() as u64, rest: Some(half), waited: false })
}

struct Half {
    whole: u64,
    rest: Option<Bytes>,
    waited: bool,
}

impl hyper::body::Body for Half {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
        if let Some(half) = self.rest.take().filter(|half| !half.is_empty()) {
            return Poll::Ready(Some(Ok(Frame::data(half))));
        }
        if !self.waited {
            // The connection writes out what it holds when there is nothing to be had.
            self.waited = true;
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(Some(Err(std::io::ErrorKind::ConnectionReset.into())))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.whole)
    }
}
