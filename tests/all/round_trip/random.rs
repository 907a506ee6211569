//! Bodies changed in several places at once.

use proptest::prelude::*;
use proptest::sample::Index;
use tests::json::{lost, without_empties};

use super::mutation::{Change, change, places};
use crate::samples;

fn changes() -> impl Strategy<Value = Vec<(Change, Index)>> {
    let kind = prop_oneof![Just(Change::Drop), Just(Change::Null), Just(Change::Add)];
    proptest::collection::vec((kind, any::<Index>()), 1..6)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn responses_decode_with_missing_null_or_unknown_fields(sample in any::<Index>(), changes in changes()) {
        let samples = samples::all();
        let sample = &samples[sample.index(samples.len())];
        let mut body = sample.body.clone();
        for (kind, place) in changes {
            let places = places(&body);
            if let Some(changed) = change(&body, &places[place.index(places.len())], kind) {
                body = changed;
            }
        }
        let encoded = sample.round_trip(&body);
        prop_assert!(encoded.is_ok(), "{}: {} of {body}", sample.name, encoded.unwrap_err());
        let lost = lost(&without_empties(&body), &without_empties(&encoded.unwrap()));
        prop_assert!(lost.is_empty(), "{}: {lost:?} of {body}", sample.name);
    }
}
