//! Decides what Typst remembers of finished runs.

/// Forgets what Typst kept of a finished run, where so many runs go on at once. Editions share next to nothing, and what
/// is kept slows every look-up; but what the others have used must stay until they are done, though several shorter runs
/// may end before a long one.
pub(crate) fn forget(at_once: usize) {
    comemo::evict(if at_once > 1 { at_once } else { 0 });
}

/// Forgets what Typst kept and none of the last `runs` runs has used: for one edition that is typeset again and again.
pub(crate) fn forget_unused(runs: usize) {
    comemo::evict(runs);
}

#[cfg(test)]
mod tests {
    use std::hint::black_box;
    use std::ops::Range;
    use std::process::Command;

    use comemo::{Track as _, Tracked};

    use super::forget_unused;

    /// What is looked at in very many ways.
    struct Numbers;

    #[comemo::track]
    impl Numbers {
        fn at(&self, index: usize) -> usize {
            index
        }
    }

    #[comemo::memoize]
    fn sum(numbers: Tracked<Numbers>, count: usize) -> usize {
        (0..count).map(|index| numbers.at(index)).sum()
    }

    /// The memory of this process in bytes.
    fn resident() -> Option<usize> {
        let figures = std::fs::read_to_string("/proc/self/statm").ok()?;
        Some(figures.split(' ').nth(1)?.parse::<usize>().ok()? * 4096)
    }

    /// Set in the process that measures its memory, in which no other test runs.
    const ALONE: &str = "FEUILLET_TEST_ALONE";

    #[test]
    fn evicting_gives_back_the_room_of_large_tables() {
        if std::env::var_os(ALONE).is_none() {
            let own = "typeset::memory::tests::evicting_gives_back_the_room_of_large_tables";
            let mut alone = Command::new(std::env::current_exe().unwrap());
            let ended = alone.args(["--exact", own]).env(ALONE, "1").output().unwrap();
            let said = String::from_utf8_lossy(&ended.stdout);
            assert!(ended.status.success() && said.contains("1 passed"), "{said}");
            return;
        }
        const LOOKS: usize = 2000;
        // What looks at something for the second time fills its table: another one in each round.
        let rounds = |rounds: Range<usize>| {
            for round in rounds {
                for _ in 0..round {
                    black_box(Numbers.track());
                }
                assert_eq!(sum(Numbers.track(), LOOKS), LOOKS * (LOOKS - 1) / 2);
                forget_unused(usize::MAX - 1);
            }
        };
        rounds(0..50);
        let Some(before) = resident() else { return };
        rounds(50..500);
        let grown = resident().unwrap().saturating_sub(before);
        // Kept, they would be 450 of about 130 kB.
        assert!(grown < 20_000_000, "{grown} bytes");
    }
}
