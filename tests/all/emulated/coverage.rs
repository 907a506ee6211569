//! The groups together cover every operation.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::group::Named;
use super::{batches, files, fine_tuning, generation, ingestion, media, models, stored};
use crate::operations::exchange::Api;

/// The operations of each group, which its test checks itself.
const GROUPS: [&[Named]; 8] = [
    batches::OPERATIONS,
    files::OPERATIONS,
    fine_tuning::OPERATIONS,
    generation::OPERATIONS,
    ingestion::OPERATIONS,
    media::OPERATIONS,
    models::OPERATIONS,
    stored::OPERATIONS,
];

#[test]
fn every_operation_of_the_specifications_is_covered() {
    let called: BTreeSet<(Api, String)> = GROUPS
        .iter()
        .flat_map(|group| group.iter())
        .map(|(api, id)| (*api, (*id).to_owned()))
        .collect();
    let mut expected = BTreeSet::new();
    for (api, directory) in [(Api::Inference, "inference"), (Api::Authoring, "authoring")] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../specs/{directory}/normalized.json"));
        let document: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        for item in document["paths"].as_object().unwrap().values() {
            for operation in item.as_object().unwrap().values() {
                if let Some(id) = operation["operationId"].as_str() {
                    expected.insert((api, id.to_owned()));
                }
            }
        }
    }
    assert_eq!(expected.len(), 43);
    assert_eq!(called, expected);
}
