//! Keeps one session from taking what the others need: sockets, frames and bytes.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The largest frame, in bytes: four times the longest text, as JSON may write it, and what a clumsy paste adds.
pub(super) const LARGEST_FRAME: usize = 2 << 20;

/// So many sockets one session may have open: tabs, and those that a lost connection has left.
const MOST_SOCKETS: usize = 16;

/// So many sockets there may be at once.
const MOST_SOCKETS_OF_ALL: usize = 400;

/// So many frames a second a session may send for long, and at once.
const FRAMES: (f64, f64) = (60.0, 240.0);

/// So many bytes a second a session may send for long, and at once.
const BYTES: (f64, f64) = (1e6, 8e6);

/// So many codes a second anybody may try for long, and at once.
const CODES: (f64, f64) = (2.0, 20.0);

/// What refills by so much a second, up to so much.
#[derive(Debug)]
struct Bucket {
    rate: (f64, f64),
    level: f64,
    seen: Instant,
}

impl Bucket {
    fn new(rate: (f64, f64)) -> Bucket {
        Bucket { rate, level: rate.1, seen: Instant::now() }
    }

    /// Takes an amount, and gives how long to wait for it.
    fn take(&mut self, amount: f64, now: Instant) -> Duration {
        let (rate, most) = self.rate;
        let since = now.saturating_duration_since(self.seen).as_secs_f64();
        self.level = (self.level + since * rate).min(most) - amount;
        self.seen = now;
        Duration::from_secs_f64((-self.level / rate).max(0.0))
    }
}

/// What a session has and sends.
#[derive(Debug)]
struct Use {
    sockets: usize,
    frames: Bucket,
    bytes: Bucket,
}

/// What all sessions have and send.
#[derive(Debug)]
pub(super) struct Limits {
    sessions: Mutex<BTreeMap<String, Use>>,
    codes: Mutex<Bucket>,
}

impl Limits {
    /// Nothing yet.
    pub(super) fn new() -> Limits {
        Limits { sessions: Mutex::default(), codes: Mutex::new(Bucket::new(CODES)) }
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Use>> {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts a socket in; false if there are too many.
    pub(super) fn enter(&self, session: &str) -> bool {
        let mut sessions = self.lock();
        let all: usize = sessions.values().map(|own| own.sockets).sum();
        let own = sessions.entry(session.to_owned()).or_insert_with(|| Use {
            sockets: 0,
            frames: Bucket::new(FRAMES),
            bytes: Bucket::new(BYTES),
        });
        // Those who sit at this computer limit themselves.
        let most = if session == super::person::LOCAL { MOST_SOCKETS_OF_ALL } else { MOST_SOCKETS };
        let is_let_in = all < MOST_SOCKETS_OF_ALL && own.sockets < most;
        own.sockets += usize::from(is_let_in);
        is_let_in
    }

    /// Counts a socket out.
    pub(super) fn leave(&self, session: &str) {
        if let Some(own) = self.lock().get_mut(session) {
            own.sockets = own.sockets.saturating_sub(1);
        }
    }

    /// How long a session has to wait for what it has sent.
    pub(super) fn wait(&self, session: &str, bytes: usize) -> Duration {
        let mut sessions = self.lock();
        let Some(own) = sessions.get_mut(session) else { return Duration::ZERO };
        let now = Instant::now();
        // Several people may work at this computer, and each socket stands for one.
        let share = if session == super::person::LOCAL { own.sockets.max(1) } else { 1 };
        #[allow(clippy::cast_precision_loss)]
        let (frames, bytes) = (1.0 / share as f64, bytes as f64 / share as f64);
        own.frames.take(frames, now).max(own.bytes.take(bytes, now))
    }

    /// Whether another code may be tried now.
    pub(super) fn may_try_a_code(&self) -> bool {
        let mut codes = self.codes.lock().unwrap_or_else(PoisonError::into_inner);
        let is_free = codes.take(1.0, Instant::now()) == Duration::ZERO;
        if !is_free {
            codes.level += 1.0;
        }
        is_free
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::{Bucket, Limits, MOST_SOCKETS};

    #[test]
    fn a_bucket_refills() {
        let (mut bucket, now) = (Bucket::new((10.0, 20.0)), Instant::now());
        bucket.seen = now;
        assert_eq!(bucket.take(20.0, now), Duration::ZERO);
        assert_eq!(bucket.take(5.0, now), Duration::from_millis(500));
        assert_eq!(bucket.take(5.0, now + Duration::from_secs(1)), Duration::ZERO);
    }

    #[test]
    fn a_session_has_so_many_sockets_and_no_more() {
        let limits = Limits::new();
        assert!((0..MOST_SOCKETS).all(|_| limits.enter("a")));
        assert!(!limits.enter("a") && limits.enter("b"));
        limits.leave("a");
        assert!(limits.enter("a"));
    }
}
