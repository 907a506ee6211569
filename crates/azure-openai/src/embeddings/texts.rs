//! Many texts, cut into batches for one request each.

use std::fmt;

use azure_openai_core::Value;

use crate::tokens;

/// The most inputs that the service takes in a request.
pub(super) const MAX_INPUTS: usize = 2048;
/// A request may have 300,000 tokens; some are left for what the service counts otherwise.
const MAX_TOKENS: usize = 290_000;
/// Where tokens are not counted: a token is at least one byte, three or four in most languages: this many bytes are
/// about 200,000 tokens of English, or 250,000 of Chinese.
const MAX_BYTES: usize = 768 * 1024;

/// A text to embed, from a `String` or `&str`, owned or borrowed.
#[derive(Clone, PartialEq, Eq)]
pub struct EmbeddingText {
    text: String,
    id: Option<Value>,
}

impl EmbeddingText {
    /// Sets what is written beside the embedding as `id`: see [`EmbedAll::save_jsonl`](super::EmbedAll::save_jsonl).
    pub fn with_id(mut self, id: impl Into<Value>) -> Self {
        self.id = Some(id.into());
        self
    }
}

impl From<String> for EmbeddingText {
    fn from(text: String) -> Self {
        Self { text, id: None }
    }
}

impl From<&str> for EmbeddingText {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<&&str> for EmbeddingText {
    fn from(text: &&str) -> Self {
        (*text).to_owned().into()
    }
}

impl From<&String> for EmbeddingText {
    fn from(text: &String) -> Self {
        text.clone().into()
    }
}

impl fmt::Debug for EmbeddingText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EmbeddingText({} bytes)", self.text.len())
    }
}

/// How much the texts of a request may have together.
#[derive(Clone, Copy, Debug)]
pub(super) enum Limit {
    Bytes(usize),
    Tokens(usize),
}

impl Limit {
    const DEFAULT: Self = match cfg!(feature = "tiktoken") {
        true => Self::Tokens(MAX_TOKENS),
        false => Self::Bytes(MAX_BYTES),
    };

    /// The size of a text, and the limit.
    fn of(self, text: &str) -> (usize, usize) {
        match self {
            Self::Bytes(limit) => (text.len(), limit),
            Self::Tokens(limit) => (tokens::count("text-embedding", text) as usize, limit),
        }
    }
}

/// Takes texts as they are needed, and cuts them into batches.
pub(super) struct TextBatches<'a> {
    texts: Box<dyn Iterator<Item = EmbeddingText> + Send + 'a>,
    /// A text that did not fit into the batch before.
    held: Option<EmbeddingText>,
    next: usize,
    /// Of all texts so far.
    sum: u128,
    pub(super) inputs: usize,
    pub(super) limit: Limit,
}

/// Some of the texts, and the number of the first among all.
#[derive(Debug, PartialEq)]
pub(super) struct TextBatch {
    pub(super) first: usize,
    pub(super) texts: Vec<String>,
    /// What is written beside the embeddings.
    pub(super) ids: Vec<Option<Value>>,
    /// The sum of all texts up to its last.
    pub(super) sum: u128,
}

impl<'a> TextBatches<'a> {
    pub(super) fn new(texts: impl Iterator<Item = EmbeddingText> + Send + 'a) -> Self {
        Self {
            texts: Box::new(texts),
            held: None,
            next: 0,
            sum: 0,
            inputs: MAX_INPUTS,
            limit: Limit::DEFAULT,
        }
    }
}

impl TextBatches<'_> {
    /// Leaves out some of the first texts, as many as there are, and returns the sum of these.
    pub(super) fn skip(&mut self, texts: u64) -> u128 {
        for _ in 0..texts {
            let Some(EmbeddingText { text, .. }) = self.texts.next() else {
                break;
            };
            self.sum = add(self.sum, &text);
            self.next += 1;
        }
        self.sum
    }
}

/// The sum of some texts and one more.
fn add(sum: u128, text: &str) -> u128 {
    let mut md5 = md5::Context::new();
    md5.consume(sum.to_le_bytes());
    md5.consume(text);
    u128::from_le_bytes(md5.finalize().0)
}

impl Iterator for TextBatches<'_> {
    type Item = TextBatch;

    fn next(&mut self) -> Option<TextBatch> {
        let (mut texts, mut ids) = (Vec::new(), Vec::new());
        let mut sum = 0;
        while texts.len() < self.inputs {
            let Some(text) = self.held.take().or_else(|| self.texts.next()) else {
                break;
            };
            // A text that is too large by itself is sent alone: the service reports what is wrong with it.
            let (size, limit) = self.limit.of(&text.text);
            if !texts.is_empty() && sum + size > limit {
                self.held = Some(text);
                break;
            }
            sum += size;
            texts.push(text.text);
            ids.push(text.id);
        }
        if texts.is_empty() {
            return None;
        }
        let first = self.next;
        self.next += texts.len();
        for text in &texts {
            self.sum = add(self.sum, text);
        }
        Some(TextBatch {
            first,
            texts,
            ids,
            sum: self.sum,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn batches(texts: &[&str], inputs: usize, bytes: usize) -> Vec<(usize, Vec<String>)> {
        let texts: Vec<EmbeddingText> = texts.iter().map(|text| (*text).into()).collect();
        let mut batches = TextBatches::new(texts.into_iter());
        (batches.inputs, batches.limit) = (inputs, Limit::Bytes(bytes));
        batches.map(|batch| (batch.first, batch.texts)).collect()
    }

    #[test]
    fn batches_are_bounded_in_tokens() {
        let texts = vec![EmbeddingText::from("one two three four five six seven eight"); 4];
        let mut batches = TextBatches::new(texts.into_iter());
        batches.limit = Limit::Tokens(22);
        assert_eq!(batches.map(|batch| batch.texts.len()).collect::<Vec<_>>(), [2, 2]);
    }

    #[test]
    fn batches_are_bounded_in_inputs_and_bytes() {
        assert_eq!(batches(&[], 2, 9), []);
        assert_eq!(
            batches(&["a", "b", "c"], 2, 9),
            [(0, vec!["a".into(), "b".into()]), (2, vec!["c".into()])]
        );
        assert_eq!(
            batches(&["aaaa", "bbb", "ccccccccccccc", "d", "e"], 9, 7),
            [
                (0, vec!["aaaa".into(), "bbb".into()]),
                (2, vec!["ccccccccccccc".into()]),
                (3, vec!["d".into(), "e".into()]),
            ]
        );
    }
}
