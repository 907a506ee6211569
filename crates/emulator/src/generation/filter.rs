//! Results of the content filter.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::wire::ServiceError;

/// Categories that are rated by severity.
const SEVERITIES: [&str; 4] = ["hate", "self_harm", "sexual", "violence"];
/// Categories that are detected or not.
const DETECTORS: [&str; 4] = [
    "profanity",
    "jailbreak",
    "protected_material_text",
    "protected_material_code",
];
const LEVELS: [&str; 4] = ["safe", "low", "medium", "high"];

/// A text with `EMULATOR_FILTER:violence=medium` in it is annotated so, and passes.
const ANNOTATION: &str = "EMULATOR_FILTER:";

/// The position of a marker, and the category behind it, as in `MARKER:violence`. An empty marker is never found.
pub(crate) fn find(text: &str, marker: &str) -> Option<(usize, &'static str)> {
    let place = text.find(marker).filter(|_| !marker.is_empty())?;
    let named = text[place + marker.len()..].strip_prefix(':').and_then(|rest| {
        let end = rest.find(|letter: char| !(letter.is_ascii_lowercase() || letter == '_'));
        let name = &rest[..end.unwrap_or(rest.len())];
        SEVERITIES
            .into_iter()
            .chain(DETECTORS)
            .find(|category| *category == name)
    });
    Some((place, named.unwrap_or("hate")))
}

/// Refuses a prompt that contains the marker.
pub(crate) fn check_prompt<'t>(texts: impl IntoIterator<Item = &'t str>, marker: &str) -> Result<(), ServiceError> {
    let Some((_, category)) = texts.into_iter().find_map(|text| find(text, marker)) else {
        return Ok(());
    };
    let mut results = safe(&["jailbreak"]);
    results.insert(category.to_owned(), filtered(category));
    Err(ServiceError::content_filter(results.into()))
}

/// The results of a prompt that passed.
pub(crate) fn prompt_results<'t>(index: usize, texts: impl IntoIterator<Item = &'t str>) -> Value {
    let mut results = safe(&["jailbreak"]);
    texts.into_iter().for_each(|text| annotate(&mut results, text));
    json!({"prompt_index": index, "content_filter_results": results})
}

/// The results of a text that passed; `scripted` results take precedence.
pub(crate) fn completion_results(text: &str, scripted: &BTreeMap<String, Value>) -> Value {
    let mut results = safe(&["protected_material_text", "protected_material_code"]);
    annotate(&mut results, text);
    results.extend(
        scripted
            .iter()
            .map(|(category, result)| (category.clone(), result.clone())),
    );
    results.into()
}

/// The same results, but this category cut the text short.
pub(crate) fn cut_results(passed: &Value, category: &str) -> Value {
    let mut results = passed.clone();
    results[category] = filtered(category);
    results
}

fn filtered(category: &str) -> Value {
    if SEVERITIES.contains(&category) {
        json!({"filtered": true, "severity": "high"})
    } else {
        json!({"filtered": true, "detected": true})
    }
}

/// What a prompt of an image model is searched for too.
pub(crate) const OF_IMAGE_PROMPTS: [&str; 2] = ["jailbreak", "profanity"];

/// Refuses the prompt of an image that contains the marker, in the shape of image models.
pub(crate) fn check_image_prompt(prompt: &str, revised: &str, marker: &str) -> Result<(), ServiceError> {
    let Some((_, category)) = find(prompt, marker) else {
        return Ok(());
    };
    let mut results = safe(&OF_IMAGE_PROMPTS);
    results.insert(category.to_owned(), filtered(category));
    let message = "Your request was rejected as a result of our safety system. Your prompt may contain text that is not \
                   allowed by our safety system.";
    let inner = json!({
        "code": "ResponsibleAIPolicyViolation",
        "content_filter_results": results,
        "revised_prompt": revised,
    });
    Err(ServiceError::invalid_request("content_filter", "prompt", message).with("inner_error", inner))
}

/// Results without a finding: each severity, and these detectors.
pub(crate) fn safe(detectors: &[&str]) -> Map<String, Value> {
    let severities = SEVERITIES
        .iter()
        .map(|name| (*name, json!({"filtered": false, "severity": "safe"})));
    let detectors = detectors
        .iter()
        .map(|name| (*name, json!({"filtered": false, "detected": false})));
    severities
        .chain(detectors)
        .map(|(name, result)| (name.to_owned(), result))
        .collect()
}

/// Applies each annotation marker in a text. Unknown categories and levels are ignored.
fn annotate(results: &mut Map<String, Value>, text: &str) {
    for rest in text.split(ANNOTATION).skip(1) {
        let end = rest.find(|letter: char| !(letter.is_ascii_lowercase() || "_=".contains(letter)));
        let Some((category, level)) = rest[..end.unwrap_or(rest.len())].split_once('=') else {
            continue;
        };
        if SEVERITIES.contains(&category) && LEVELS.contains(&level) {
            let result = json!({"filtered": false, "severity": level});
            results.insert(category.to_owned(), result);
        } else if DETECTORS.contains(&category) && level == "detected" {
            let result = json!({"filtered": false, "detected": true});
            results.insert(category.to_owned(), result);
        }
    }
}
