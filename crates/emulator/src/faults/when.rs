//! Which of the requests a fault meets.

use twox_hash::XxHash64;

/// Conditions on a request's place among those that the fault is for. All that are set must hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct When {
    pub(super) skip: u64,
    pub(super) first: Option<u64>,
    pub(super) every: Option<u64>,
    pub(super) probability: Option<f64>,
    pub(super) seed: u64,
}

impl When {
    /// Whether the n-th request, counted from 1, is met. Depends on nothing else, so that runs can be repeated.
    pub(super) fn met(&self, n: u64) -> bool {
        let Some(n) = n.checked_sub(self.skip).filter(|n| *n > 0) else {
            return false;
        };
        self.first.is_none_or(|first| n <= first)
            && self.every.is_none_or(|every| n.is_multiple_of(every))
            && self.probability.is_none_or(|probability| {
                let drawn = XxHash64::oneshot(self.seed, &n.to_le_bytes());
                // The upper 53 bits, which a float holds exactly.
                ((drawn >> 11) as f64) < probability * (1_u64 << 53) as f64
            })
    }
}

#[cfg(test)]
mod tests {
    use super::When;

    fn met(when: &When) -> Vec<u64> {
        (1..=12).filter(|n| when.met(*n)).collect()
    }

    #[test]
    fn conditions_hold_together() {
        let when = When::default();
        assert_eq!(met(&when).len(), 12);
        let when = When {
            skip: 2,
            first: Some(7),
            every: Some(3),
            ..When::default()
        };
        assert_eq!(met(&when), [5, 8]);
    }

    #[test]
    fn draws_are_repeatable() {
        let drawn = |probability, seed| When {
            probability: Some(probability),
            seed,
            ..When::default()
        };
        assert_eq!(met(&drawn(0.5, 7)), met(&drawn(0.5, 7)));
        assert_ne!(met(&drawn(0.5, 7)), met(&drawn(0.5, 8)));
        assert!(met(&drawn(0.0, 1)).is_empty());
        assert_eq!(met(&drawn(1.0, 1)).len(), 12);
        let many = drawn(0.3, 42);
        let hits = (1..=10_000).filter(|n| many.met(*n)).count();
        assert!((2_800..3_200).contains(&hits), "{hits}");
    }
}
