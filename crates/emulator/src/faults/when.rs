//! Which of the requests a fault meets.

use http::Method;
use percent_encoding::percent_decode_str;
use twox_hash::XxHash64;

use super::fault::Target;
use crate::routes::{Api, OPERATIONS, Operation};
use crate::wire::api_version::ApiVersion;

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
    /// Whether the n-th request, counted from 1, is met. Depends on nothing else, so that it can be repeated.
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

/// What is known of a request before it is routed.
#[derive(Clone, Debug)]
pub(crate) struct Facts {
    pub(crate) operation: Option<&'static str>,
    pub(crate) deployment: Option<String>,
    pub(crate) method: Method,
    /// As it came.
    pub(crate) path: String,
}

impl Facts {
    pub(crate) fn new(method: &Method, path: &str, api_version: Option<&str>) -> Self {
        let preview = api_version
            .and_then(ApiVersion::parse)
            .is_some_and(|version| version.preview);
        let segments: Vec<&str> = path.split('/').skip(1).collect();
        let deployment = match segments[..] {
            ["openai", "deployments", name, _, ..] => percent_decode_str(name)
                .decode_utf8()
                .ok()
                .map(|name| name.into_owned()),
            _ => None,
        };
        Self {
            operation: find(method, &segments, preview).map(|operation| operation.id),
            deployment,
            method: method.clone(),
            path: path.to_owned(),
        }
    }
}

impl Target {
    pub(super) fn covers(&self, facts: &Facts) -> bool {
        let operation = |id: &String| facts.operation == Some(id.as_str());
        let deployment = |name: &String| facts.deployment.as_deref() == Some(name.as_str());
        self.operation.as_ref().is_none_or(operation)
            && self.method.as_ref().is_none_or(|method| *method == facts.method)
            && self
                .path
                .as_ref()
                .is_none_or(|start| facts.path.starts_with(start.as_str()))
            && self.deployment.as_ref().is_none_or(deployment)
    }
}

/// The operation that the router would choose. Of several templates the one with the most literal segments wins.
fn find(method: &Method, segments: &[&str], preview: bool) -> Option<&'static Operation> {
    let [openai, rest @ ..] = segments else {
        return None;
    };
    if *openai != "openai" {
        return None;
    }
    let literal = |operation: &Operation| -> Option<usize> {
        let template = operation.path.split('/').skip(1);
        if template.clone().count() != rest.len() {
            return None;
        }
        let mut count = 0;
        for (expected, found) in template.zip(rest) {
            match expected.starts_with('{') {
                true if found.is_empty() => return None,
                true => {}
                false if expected == *found => count += 1,
                false => return None,
            }
        }
        Some(count)
    };
    let api = if preview { Api::Authoring } else { Api::Inference };
    OPERATIONS
        .iter()
        .filter(|operation| operation.method == *method)
        .filter_map(|operation| Some((literal(operation)?, operation.api == api, operation)))
        .max_by_key(|(literal, preferred, _)| (*literal, *preferred))
        .map(|(_, _, operation)| operation)
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::{Facts, When};

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
    fn what_is_drawn_can_be_repeated() {
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

    #[test]
    fn requests_are_known_by_their_operation() {
        let facts = |method: Method, path, version| Facts::new(&method, path, Some(version));
        let chat = facts(Method::POST, "/openai/deployments/a%20b/chat/completions", "2024-06-01");
        assert_eq!(chat.operation, Some("ChatCompletions_Create"));
        assert_eq!(chat.deployment.as_deref(), Some("a b"));
        for (method, path, id) in [
            (Method::POST, "/openai/files/import", Some("Files_Import")),
            (Method::GET, "/openai/files/import", Some("Files_Get")),
            (Method::GET, "/openai/files/x", Some("Files_Get")),
            (Method::GET, "/openai/models", Some("Models_List")),
            (Method::PUT, "/openai/files", None),
            (Method::GET, "/openai/files/", None),
            (Method::GET, "/files", None),
            (Method::GET, "/", None),
            (Method::OPTIONS, "*", None),
        ] {
            let found = facts(method, path, "2025-03-01-preview").operation;
            assert_eq!(found, id, "{path}");
        }
    }
}
