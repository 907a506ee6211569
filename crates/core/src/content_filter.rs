//! What the content filter found, in an answer or in a prompt that it blocked.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::value::Extra;

/// How bad the content filter takes what it found.
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
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}
crate::open_enum!(Severity { Safe = "safe", Low = "low", Medium = "medium", High = "high" });

/// What the content filter found, by category. Empty where the filter did not run; only
/// [`error`](Self::error) is set where it failed.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ContentFilterResults {
    /// Hate and fairness.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hate: Option<CategoryResult>,
    /// Self-harm.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub self_harm: Option<CategoryResult>,
    /// Sexual content.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sexual: Option<CategoryResult>,
    /// Violence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub violence: Option<CategoryResult>,
    /// Profanity; told by `detected`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profanity: Option<CategoryResult>,
    /// An attempt to make the model break its rules; told by `detected`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub jailbreak: Option<CategoryResult>,
    /// Known protected text; told by `detected`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub protected_material_text: Option<CategoryResult>,
    /// Known protected source code; told by `detected`, with its `citation`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub protected_material_code: Option<CategoryResult>,
    /// The resource's own blocklists; its shape differs between versions of the service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom_blocklists: Option<Value>,
    /// Why the filter could not run; the content was not judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<Box<ContentFilterError>>,
    /// Categories that this version of the crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What the content filter found in one category.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CategoryResult {
    /// Whether the content was blocked for it.
    pub filtered: bool,
    /// How bad it is, in the categories that have degrees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// Whether it was found, in the categories that have no degrees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detected: Option<bool>,
    /// Where the protected code comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub citation: Option<Box<Citation>>,
    /// What else the service says of the category.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Where protected source code comes from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Citation {
    /// The repository. On the wire: `URL`.
    #[serde(rename = "URL", default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Its licence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// What else the service says of it.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Why the content filter could not run.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ContentFilterError {
    /// `content_filter_error` as far as known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What went wrong, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// What else the service says of it.
    #[serde(flatten)]
    pub extra: Extra,
}

// Every event of a stream has several of these.
crate::open_struct!(ContentFilterResults {
    "hate" => hate,
    "self_harm" => self_harm,
    "sexual" => sexual,
    "violence" => violence,
    "profanity" => profanity,
    "jailbreak" => jailbreak,
    "protected_material_text" => protected_material_text,
    "protected_material_code" => protected_material_code,
    "custom_blocklists" => custom_blocklists,
    "error" => error,
});
crate::open_struct!(CategoryResult {
    "filtered" => filtered: or_default,
    "severity" => severity,
    "detected" => detected,
    "citation" => citation,
});

impl ContentFilterResults {
    /// The categories that were judged, by wire name.
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

    /// The wire names of the categories that the content was blocked for.
    pub fn blocked(&self) -> impl Iterator<Item = &'static str> {
        self.categories()
            .filter(|(_, result)| result.filtered)
            .map(|(name, _)| name)
    }
}
