//! Tokens of texts.

/// How a family of models counts tokens.
#[cfg(feature = "tiktoken")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Encoding {
    /// gpt-4o and later, reasoning models included.
    O200k,
    /// gpt-4, gpt-35-turbo and embedding models.
    Cl100k,
}

#[cfg(feature = "tiktoken")]
impl Encoding {
    /// Returns the encoding of a model by its name (not that of a deployment): that of gpt-4o for names that are not
    /// known.
    pub fn of_model(model: &str) -> Self {
        let old = ["gpt-4-", "gpt-35", "gpt-3.5", "text-embedding"];
        match model == "gpt-4" || old.iter().any(|start| model.starts_with(start)) {
            true => Self::Cl100k,
            false => Self::O200k,
        }
    }

    pub(crate) fn count(self, text: &str) -> usize {
        let name = match self {
            Self::O200k => "o200k_base",
            Self::Cl100k => "cl100k_base",
        };
        let encoder = tiktoken::get_encoding(name);
        encoder
            .expect("both are compiled in by the features in Cargo.toml")
            .count(text)
    }
}

/// Counts the tokens of a text by the vocabulary of a model; without the feature `tiktoken`, a quarter of its bytes.
#[cfg(any(feature = "authoring", feature = "embeddings"))]
pub(crate) fn count(model: &str, text: &str) -> u64 {
    #[cfg(feature = "tiktoken")]
    return Encoding::of_model(model).count(text) as u64;
    #[cfg(not(feature = "tiktoken"))]
    {
        let _ = model;
        (text.len() as u64).div_ceil(4)
    }
}
