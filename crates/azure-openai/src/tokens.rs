//! Tokens of texts.

/// Counts the tokens of a text by the vocabulary of a model; without the feature `tiktoken`, a quarter of its bytes.
pub(crate) fn count(model: &str, text: &str) -> u64 {
    #[cfg(feature = "tiktoken")]
    {
        // Older chat models and embeddings have the first vocabulary, gpt-4o and all later ones the second.
        let old = ["gpt-4-", "gpt-35", "gpt-3.5", "text-embedding"]
            .iter()
            .any(|name| model.starts_with(name));
        let name = if old || model == "gpt-4" {
            "cl100k_base"
        } else {
            "o200k_base"
        };
        if let Some(encoding) = tiktoken::get_encoding(name) {
            return encoding.count(text) as u64;
        }
    }
    let _ = model;
    (text.len() as u64).div_ceil(4)
}
