//! Samples of tests that could run for ever: how large they are. A sample is the same in every run; a larger one begins
//! with the smaller one.

/// Set to a number to run so many times as many cases as in a sample.
const FACTOR: &str = "FEUILLET_TEST_FACTOR";

/// What the cases of a sample follow from.
pub(crate) const SEED: u64 = 20_261_124;

/// How many times as many cases as in a sample are to be run.
pub(crate) fn factor() -> u32 {
    let Some(factor) = std::env::var_os(FACTOR) else { return 1 };
    let factor = factor.to_str().and_then(|it| it.parse().ok()).filter(|it| *it > 0);
    factor.unwrap_or_else(|| panic!("{FACTOR} must be a number from 1"))
}
