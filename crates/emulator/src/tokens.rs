//! Token counts by the models' own vocabularies, loaded when first used.

use tiktoken::CoreBpe;

/// The vocabulary of a family of models.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Vocabulary {
    /// gpt-4o and later.
    O200k,
    /// gpt-4, gpt-35-turbo and the embedding models.
    Cl100k,
}

impl Vocabulary {
    fn encoder(self) -> &'static CoreBpe {
        let name = match self {
            Self::O200k => "o200k_base",
            Self::Cl100k => "cl100k_base",
        };
        // Both are compiled in by the features that Cargo.toml names.
        tiktoken::get_encoding(name).expect("a vocabulary that is compiled in")
    }

    pub(crate) fn encode(self, text: &str) -> Vec<u32> {
        self.encoder().encode(text)
    }

    pub(crate) fn count(self, text: &str) -> usize {
        self.encoder().count(text)
    }

    /// The bytes of a token, which may be a part of a character; none if the token does not exist.
    pub(crate) fn spell(self, token: u32) -> Vec<u8> {
        self.encoder().decode(&[token])
    }

    /// The start of `text` that `limit` tokens spell, without a character cut in two, or `None` if it has no more
    /// tokens than that.
    pub(crate) fn cut(self, text: &str, limit: usize) -> Option<String> {
        let encoder = self.encoder();
        let tokens = encoder.encode(text);
        if tokens.len() <= limit {
            return None;
        }
        let kept = encoder.decode(&tokens[..limit]);
        let whole = std::str::from_utf8(&kept).map_or_else(|error| error.valid_up_to(), str::len);
        Some(text[..whole].to_owned())
    }

    /// The text that tokens spell, bytes that aren't UTF-8 replaced, or the first token that does not exist.
    pub(crate) fn decode(self, tokens: &[u32]) -> Result<String, u32> {
        let encoder = self.encoder();
        if let Some(unknown) = tokens.iter().find(|token| encoder.decode(&[**token]).is_empty()) {
            return Err(*unknown);
        }
        Ok(String::from_utf8_lossy(&encoder.decode(tokens)).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::Vocabulary::{Cl100k, O200k};

    #[test]
    fn counts_as_published() {
        // The first is the example of the tokenizer's own documentation, the second differs between the two.
        assert_eq!(Cl100k.count("tiktoken is great!"), 6);
        assert_eq!(O200k.count("お誕生日おめでとう"), 8);
        assert_eq!(Cl100k.count("お誕生日おめでとう"), 9);
        assert_eq!(O200k.count(""), 0);
    }

    #[test]
    fn cuts_between_tokens_and_never_within_a_character() {
        assert_eq!(Cl100k.cut("hello world", 1).as_deref(), Some("hello"));
        assert_eq!(Cl100k.cut("hello world", 2), None);
        let text = "👩‍🚀🦀日本語é";
        for limit in 0..Cl100k.count(text) {
            let cut = Cl100k.cut(text, limit).unwrap();
            assert!(text.starts_with(&cut), "{limit}: {cut}");
        }
    }

    #[test]
    fn decodes_known_tokens_only() {
        assert_eq!(Cl100k.decode(&[15339, 1917]).as_deref(), Ok("hello world"));
        assert_eq!(Cl100k.decode(&[15339, 999_999]), Err(999_999));
    }

    #[test]
    fn a_million_spaces_do_no_harm() {
        assert!(O200k.count(&" ".repeat(1_000_000)) > 0);
    }
}
