//! Content filter results, of a response or of a prompt that the filter blocked.

use std::cell::RefCell;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::decode::text::{JsonText, in_place};
use crate::decode::{Absent, Fit};
use crate::value::Extra;

/// The severity of what the content filter found.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Severity {
    /// `safe`
    Safe,
    /// `low`
    Low,
    /// `medium`
    Medium,
    /// `high`
    High,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}
crate::open_enum!(Severity { Safe = "safe", Low = "low", Medium = "medium", High = "high" });

/// The results of the content filter: [`ContentFilterCategories`], shared, so that a copy costs little. Nearly every
/// chunk of a stream has the same.
#[derive(Clone, Debug, Default)]
pub struct ContentFilterResults(Option<Arc<ContentFilterCategories>>);

/// The results of the content filter, by category. All are unset where the filter did not run; only
/// [`error`](Self::error) is set where it failed.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ContentFilterCategories {
    /// Hate and fairness.
    pub hate: Option<CategoryResult>,
    /// Self-harm.
    pub self_harm: Option<CategoryResult>,
    /// Sexual content.
    pub sexual: Option<CategoryResult>,
    /// Violence.
    pub violence: Option<CategoryResult>,
    /// Profanity; has `detected` in place of a severity.
    pub profanity: Option<CategoryResult>,
    /// An attempt to make the model break its rules; has `detected` in place of a severity.
    pub jailbreak: Option<CategoryResult>,
    /// Known protected text; has `detected` in place of a severity.
    pub protected_material_text: Option<CategoryResult>,
    /// Known protected source code; has `detected` in place of a severity, and a `citation`.
    pub protected_material_code: Option<CategoryResult>,
    /// The resource's own blocklists; the shape differs between api-versions.
    pub custom_blocklists: Option<Value>,
    /// Why the filter could not run; there are no results.
    pub error: Option<Box<ContentFilterError>>,
    /// Categories that this version of the crate does not know.
    pub extra: Extra,
}

/// The result of the content filter in one category.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CategoryResult {
    /// Whether the content was blocked for it.
    pub filtered: bool,
    /// The severity, in the categories that have one.
    pub severity: Option<Severity>,
    /// Whether it was found, in the categories without a severity.
    pub detected: Option<bool>,
    /// The origin of the protected code.
    pub citation: Option<Box<Citation>>,
    /// Fields that this version of the crate does not know.
    pub extra: Extra,
}

/// The origin of protected source code.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Citation {
    /// The URL of the repository. Serialized as `URL`.
    pub url: Option<String>,
    /// The license.
    pub license: Option<String>,
    /// Fields that this version of the crate does not know.
    pub extra: Extra,
}

/// Why the content filter could not run.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ContentFilterError {
    /// The code, `content_filter_error` as far as known.
    pub code: Option<String>,
    /// The message for people.
    pub message: Option<String>,
    /// Fields that this version of the crate does not know.
    pub extra: Extra,
}

crate::open_object!(ContentFilterCategories {
    "hate" => hate: optional,
    "self_harm" => self_harm: optional,
    "sexual" => sexual: optional,
    "violence" => violence: optional,
    "profanity" => profanity: optional,
    "jailbreak" => jailbreak: optional,
    "protected_material_text" => protected_material_text: optional,
    "protected_material_code" => protected_material_code: optional,
    "custom_blocklists" => custom_blocklists: optional,
    "error" => error: optional,
});
crate::open_object!(CategoryResult {
    "filtered" => filtered: required,
    "severity" => severity: optional,
    "detected" => detected: optional,
    "citation" => citation: optional,
});
crate::open_object!(Citation { "URL" => url: optional, "license" => license: optional });
crate::open_object!(ContentFilterError { "code" => code: optional, "message" => message: optional });

/// What results without any are seen as.
static NONE: ContentFilterCategories = ContentFilterCategories {
    hate: None,
    self_harm: None,
    sexual: None,
    violence: None,
    profanity: None,
    jailbreak: None,
    protected_material_text: None,
    protected_material_code: None,
    custom_blocklists: None,
    error: None,
    extra: Extra::NONE,
};

impl Deref for ContentFilterResults {
    type Target = ContentFilterCategories;

    fn deref(&self) -> &ContentFilterCategories {
        self.0.as_deref().unwrap_or(&NONE)
    }
}

impl DerefMut for ContentFilterResults {
    fn deref_mut(&mut self) -> &mut ContentFilterCategories {
        Arc::make_mut(self.0.get_or_insert_default())
    }
}

impl PartialEq for ContentFilterResults {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(&**self, &**other) || **self == **other
    }
}

impl Serialize for ContentFilterResults {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for ContentFilterResults {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut results = Self::default();
        Self::fill(&mut results, deserializer)?;
        Ok(results)
    }
}

crate::from_json!(ContentFilterResults, inline);

impl Absent for ContentFilterResults {
    fn absent() -> Self {
        Self::default()
    }

    fn fill<'de, D: Deserializer<'de>>(place: &mut Self, deserializer: D) -> Result<(), D::Error> {
        ContentFilterCategories::fill(place, deserializer)
    }

    fn fill_field<'de, D: Deserializer<'de>>(place: &mut Self, deserializer: D) -> Result<(), D::Error> {
        let json = JsonText::deserialize(deserializer)?;
        *place = Self::read_text(json.as_str()).map_err(in_place)?;
        Ok(())
    }
}

/// The longest text that is kept: a citation or a blocklist can be of any length.
const LONGEST_KEPT: usize = 1024;

thread_local! {
    /// The results that were decoded last, and their text.
    static LAST: RefCell<(String, ContentFilterResults)> = RefCell::default();
}

impl ContentFilterResults {
    /// Decodes JSON text. What is the same as the last is not decoded again.
    fn read_text(json: &str) -> Result<Self, serde_json::Error> {
        if json.len() > LONGEST_KEPT {
            return serde_json::from_str(json);
        }
        LAST.with_borrow_mut(|(text, results)| {
            if text != json {
                *results = serde_json::from_str(json)?;
                json.clone_into(text);
            }
            Ok(results.clone())
        })
    }
}

impl Fit for ContentFilterResults {
    fn fit(value: &Value) -> Option<u32> {
        Self::deserialize(value).ok().map(|_| 1)
    }
}

impl ContentFilterResults {
    /// Iterates over the categories that have a result, by wire name.
    pub fn categories(&self) -> impl Iterator<Item = (&'static str, &CategoryResult)> {
        [
            ("hate", &self.hate),
            ("self_harm", &self.self_harm),
            ("sexual", &self.sexual),
            ("violence", &self.violence),
            ("profanity", &self.profanity),
            ("jailbreak", &self.jailbreak),
            ("protected_material_text", &self.protected_material_text),
            ("protected_material_code", &self.protected_material_code),
        ]
        .into_iter()
        .filter_map(|(name, result)| Some((name, result.as_ref()?)))
    }

    /// Iterates over the wire names of the categories that the content was blocked for.
    pub fn blocked(&self) -> impl Iterator<Item = &'static str> {
        self.categories()
            .filter(|(_, result)| result.filtered)
            .map(|(name, _)| name)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{ContentFilterResults, LAST, LONGEST_KEPT};

    #[test]
    fn null_is_unset_and_fields_without_a_name_are_kept() {
        let object = json!({
            "hate": {"filtered": null, "severity": "safe"},
            "jailbreak": {"filtered": true, "detected": true, "details": [1]},
            "violence": null,
            "newer": {"filtered": true}
        });
        let results: ContentFilterResults = serde_json::from_value(object).expect("results");
        assert!(!results.hate.as_ref().expect("hate").filtered);
        assert!(results.violence.is_none());
        assert!(results.blocked().eq(["jailbreak"]));
        assert_eq!(
            serde_json::to_value(&results).expect("JSON"),
            json!({
                "hate": {"filtered": false, "severity": "safe"},
                "jailbreak": {"filtered": true, "detected": true, "details": [1]},
                "newer": {"filtered": true}
            })
        );
    }

    #[test]
    fn invalid_filter_category_leaves_the_others() {
        let object = json!({
            "hate": {"filtered": "true", "severity": 3, "citation": {"URL": 1, "license": "MIT"}},
            "sexual": "none",
            "error": {"code": 500, "message": ["off"]},
            "violence": {"filtered": true}
        });
        let results: ContentFilterResults = crate::decode::from_value(&object).expect("results");
        let hate = results.hate.as_ref().expect("hate");
        assert!(hate.filtered);
        assert_eq!(
            hate.citation.as_ref().and_then(|citation| citation.license.as_deref()),
            Some("MIT")
        );
        assert_eq!(results.extra["sexual"], "none");
        assert_eq!(
            results.error.as_ref().and_then(|error| error.code.as_deref()),
            Some("500")
        );
        assert!(results.blocked().eq(["hate", "violence"]));
        assert!(crate::decode::from_value::<ContentFilterResults>(&Value::from("x")).is_err());
    }

    #[test]
    fn long_results_are_read_and_not_kept() {
        // As a field, which is read from its text.
        let read = |license: usize| {
            let citation = json!({"license": "x".repeat(license)});
            let results = json!({"protected_material_code": {"filtered": false, "citation": citation}}).to_string();
            let chunk = json!({"results": null}).to_string().replace("null", &results);
            let chunk: Chunk = serde_json::from_str(&chunk).expect("chunk");
            let code = chunk
                .results
                .and_then(|results| results.protected_material_code.clone());
            let citation = code.and_then(|code| code.citation).expect("citation");
            assert_eq!(citation.license.map(|license| license.len()), Some(license));
        };
        read(100);
        let kept = LAST.with_borrow(|(text, _)| text.clone());
        assert!(kept.contains("xxx") && kept.len() < LONGEST_KEPT, "{kept}");
        read(LONGEST_KEPT);
        assert_eq!(LAST.with_borrow(|(text, _)| text.clone()), kept);
    }

    struct Chunk {
        results: Option<ContentFilterResults>,
        extra: crate::Extra,
    }
    crate::open_object!(Chunk { "results" => results: optional });
}
