//! Many texts, cut into batches for one request each.

use std::fmt;

/// The most inputs that the service takes in a request.
pub(super) const MAX_INPUTS: usize = 2048;
/// A request may have 300,000 tokens. A token is at least one byte, three or four in most languages: this many bytes are
/// about 200,000 tokens of English, or 250,000 of Chinese.
pub(super) const MAX_BYTES: usize = 768 * 1024;

/// A text to embed, from a `String` or `&str`, owned or borrowed.
#[derive(Clone, PartialEq, Eq)]
pub struct EmbeddingText(pub(super) String);

impl From<String> for EmbeddingText {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for EmbeddingText {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<&&str> for EmbeddingText {
    fn from(text: &&str) -> Self {
        Self((*text).to_owned())
    }
}

impl From<&String> for EmbeddingText {
    fn from(text: &String) -> Self {
        Self(text.clone())
    }
}

impl fmt::Debug for EmbeddingText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EmbeddingText({} bytes)", self.0.len())
    }
}

/// Takes texts as they are needed, and cuts them into batches.
pub(super) struct TextBatches<'a> {
    texts: Box<dyn Iterator<Item = EmbeddingText> + Send + 'a>,
    /// A text that did not fit into the batch before.
    held: Option<String>,
    next: usize,
    pub(super) inputs: usize,
    pub(super) bytes: usize,
}

/// Some of the texts, and the number of the first among all.
#[derive(Debug, PartialEq)]
pub(super) struct TextBatch {
    pub(super) first: usize,
    pub(super) texts: Vec<String>,
}

impl<'a> TextBatches<'a> {
    pub(super) fn new(texts: impl Iterator<Item = EmbeddingText> + Send + 'a) -> Self {
        Self {
            texts: Box::new(texts),
            held: None,
            next: 0,
            inputs: MAX_INPUTS,
            bytes: MAX_BYTES,
        }
    }
}

impl Iterator for TextBatches<'_> {
    type Item = TextBatch;

    fn next(&mut self) -> Option<TextBatch> {
        let mut texts = Vec::new();
        let mut bytes = 0;
        while texts.len() < self.inputs {
            let Some(text) = self.held.take().or_else(|| Some(self.texts.next()?.0)) else {
                break;
            };
            // A text that is too large by itself is sent alone: the service reports what is wrong with it.
            if !texts.is_empty() && bytes + text.len() > self.bytes {
                self.held = Some(text);
                break;
            }
            bytes += text.len();
            texts.push(text);
        }
        if texts.is_empty() {
            return None;
        }
        let first = self.next;
        self.next += texts.len();
        Some(TextBatch { first, texts })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn batches(texts: &[&str], inputs: usize, bytes: usize) -> Vec<(usize, Vec<String>)> {
        let texts: Vec<EmbeddingText> = texts.iter().map(|text| (*text).into()).collect();
        let mut batches = TextBatches::new(texts.into_iter());
        (batches.inputs, batches.bytes) = (inputs, bytes);
        batches.map(|batch| (batch.first, batch.texts)).collect()
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
