//! Texts that the program is to write: they stand in the source of the tests, are compared whole, and can be renewed.

use std::cell::Cell;

use snapbox::assert::Action;
use snapbox::data::Inline;
use snapbox::{Assert, IntoData as _};

/// Set to renew what is expected: these texts, and the pictures in `tests/references`.
const RENEW: &str = "FEUILLET_RENEW_REFERENCES";

/// How what is expected is renewed.
pub(crate) const HOW: &str =
    "if what is found is right: FEUILLET_RENEW_REFERENCES=1 cargo test --release --test suite";

thread_local! {
    /// Whether this thread, which runs one test, has renewed a text.
    static RENEWED: Cell<bool> = const { Cell::new(false) };
}

/// Whether what is expected is renewed in this run. A test that renews must fail.
pub(crate) fn is_renewing() -> bool {
    std::env::var_os(RENEW).is_some()
}

/// Makes sure that a text is the expected one, or puts it into the source in its place.
#[track_caller]
pub(crate) fn assert_text(found: &str, expected: Inline) {
    let expected = expected.raw();
    let compare = |action| {
        let assert = Assert::new().action(action);
        assert.try_eq(None, found.into_data(), expected.clone())
    };
    let Err(difference) = compare(Action::Verify) else { return };
    assert!(is_renewing(), "{difference}\n{HOW}");
    compare(Action::Overwrite).unwrap_or_else(|error| panic!("{error}"));
    RENEWED.set(true);
}

/// Fails a test that has renewed a text, so that no run passes without a look at what it has written.
pub(crate) fn fail_if_renewed() {
    assert!(!RENEWED.take(), "expected texts are renewed: look at them, and run the tests again");
}
