//! Keeps what is to be sent to one page: what is said, in its order, and the latest pages alone.
//!
//! Whoever reads slowly gets fewer pictures, and holds up nobody: what is kept for them does not grow.

use std::collections::{BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::preview::pages::{Known, Rendering};

/// Whoever lets so many bytes wait has gone.
const MOST_WAITING: usize = 16 << 20;

/// What is to be sent to one page.
#[derive(Default)]
pub(super) struct Outbox {
    inner: Mutex<Inner>,
    changed: Notify,
}

#[derive(Default)]
struct Inner {
    said: VecDeque<String>,
    waiting: usize,
    /// Which pages are open: edition, language and profile, as pages are titled.
    title: String,
    pages: Option<Arc<Rendering>>,
    known: Known,
    wanted: BTreeSet<usize>,
    client: u64,
    is_closed: bool,
}

/// What is sent next.
pub(super) enum Next {
    /// A text frame.
    Frame(String),
    /// Nothing more, after this frame.
    Close(Option<String>),
}

impl Outbox {
    /// An empty one, for the client of this number.
    pub(super) fn new(client: u64) -> Outbox {
        let outbox = Outbox::default();
        outbox.lock().client = client;
        outbox
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        // Whoever panicked in here has left whole values.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds something that is said.
    pub(super) fn say(&self, frame: String) {
        let mut inner = self.lock();
        inner.waiting += frame.len();
        inner.said.push_back(frame);
        inner.is_closed |= inner.waiting > MOST_WAITING;
        drop(inner);
        self.changed.notify_one();
    }

    /// Says a last thing.
    pub(super) fn close(&self, frame: String) {
        self.say(frame);
        self.lock().is_closed = true;
        self.changed.notify_one();
    }

    /// Replaces the pages that are to be sent. Those of an edition that is not open any more may come late: they are not sent.
    pub(super) fn show(&self, pages: Arc<Rendering>) {
        let mut inner = self.lock();
        if inner.title != pages.title {
            return;
        }
        inner.pages = Some(pages);
        drop(inner);
        self.changed.notify_one();
    }

    /// Opens the pages of this title, and forgets those that the client has.
    pub(super) fn open(&self, title: String) {
        let mut inner = self.lock();
        inner.title = title;
        inner.pages = None;
        inner.known = Known::default();
        inner.wanted.clear();
    }

    /// Which pages are in sight.
    pub(super) fn want(&self, pages: impl IntoIterator<Item = usize>) {
        let mut inner = self.lock();
        inner.wanted = pages.into_iter().collect();
        inner.known.look_again();
        drop(inner);
        self.changed.notify_one();
    }

    /// Waits for what is to be sent next.
    pub(super) async fn next(&self) -> Next {
        loop {
            if let Some(next) = self.take() {
                return next;
            }
            self.changed.notified().await;
        }
    }

    fn take(&self) -> Option<Next> {
        let mut inner = self.lock();
        if let Some(frame) = inner.said.pop_front() {
            inner.waiting -= frame.len();
            if inner.is_closed && inner.said.is_empty() {
                return Some(Next::Close(Some(frame)));
            }
            return Some(Next::Frame(frame));
        }
        if inner.is_closed {
            return Some(Next::Close(None));
        }
        let Inner { pages, known, wanted, client, .. } = &mut *inner;
        let frame = pages.as_ref().and_then(|pages| pages.frame(*client, known, wanted));
        frame.map(Next::Frame)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Next, Outbox};
    use crate::preview::pages::tests::rendering;

    #[test]
    fn pages_that_are_not_open_any_more_hide_none_that_are() {
        let (own, mut other) = (rendering(1, &["a"; 4]), rendering(7, &["b"]));
        other.title = "\"edition\":\"full\"".to_owned();
        let outbox = Outbox::new(1);
        let sent = || match outbox.take() {
            Some(Next::Frame(frame)) => Some(frame.contains("\"edition\":\"short\"")),
            _ => None,
        };
        outbox.open(own.title.clone());
        outbox.show(Arc::new(own));
        assert_eq!(sent(), Some(true), "the first two pages");
        // What was drawn for the edition that was open before comes late.
        outbox.show(Arc::new(other));
        assert_eq!((sent(), sent()), (Some(true), None), "and then the others");
    }
}
