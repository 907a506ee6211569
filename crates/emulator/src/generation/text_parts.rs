//! Divides a text into the parts of a stream.

use std::ops::Range;
use std::vec;

use crate::reply::Content;
use crate::tokens::Vocabulary;

/// The state of dividing one text; the text itself is kept by the caller, so that neither borrows from the other.
#[derive(Debug)]
pub(crate) struct TextParts {
    vocabulary: Vocabulary,
    tokens: Vec<u32>,
    /// Tokens taken so far, and the bytes that they spell.
    taken: usize,
    spelled: usize,
    /// Bytes returned so far.
    given: usize,
    ends: Option<vec::IntoIter<usize>>,
}

/// Bytes of the text, and the tokens that spell them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TextPart {
    pub(crate) text: Range<usize>,
    pub(crate) tokens: Range<usize>,
}

impl TextParts {
    pub(crate) fn new(vocabulary: Vocabulary, text: &str, ends: Option<Vec<usize>>) -> Self {
        Self {
            vocabulary,
            tokens: vocabulary.encode(text),
            taken: 0,
            spelled: 0,
            given: 0,
            ends: ends.map(IntoIterator::into_iter),
        }
    }

    pub(crate) fn of(vocabulary: Vocabulary, text: &Content) -> Self {
        Self::new(vocabulary, &text.text, text.ends.clone())
    }

    /// The next part of `text`, which must be the text given to `new`. It is never empty and never splits a character.
    pub(crate) fn next(&mut self, text: &str) -> Option<TextPart> {
        if self.given >= text.len() {
            return None;
        }
        let (given, first) = (self.given, self.taken);
        let scripted = self.ends.as_mut().map(|ends| {
            let end = ends.find(|end| *end > given);
            end.unwrap_or(text.len()).min(text.len())
        });
        let wanted = scripted.unwrap_or(given + 1);
        while self.spelled < wanted || (scripted.is_none() && !text.is_char_boundary(self.spelled)) {
            let Some(token) = self.tokens.get(self.taken) else {
                self.spelled = text.len();
                break;
            };
            self.spelled += self.vocabulary.spell(*token).len();
            self.taken += 1;
        }
        self.given = scripted.unwrap_or(self.spelled).min(text.len());
        Some(TextPart {
            text: given..self.given,
            tokens: first..self.taken,
        })
    }

    /// The tokens of a part.
    pub(crate) fn tokens(&self, part: &TextPart) -> &[u32] {
        self.tokens.get(part.tokens.clone()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::TextParts;
    use crate::tokens::Vocabulary::{Cl100k, O200k};

    fn all(mut parts: TextParts, text: &str) -> (Vec<String>, usize) {
        let mut found = Vec::new();
        let mut tokens = 0;
        while let Some(part) = parts.next(text) {
            tokens += parts.tokens(&part).len();
            found.push(text[part.text].to_owned());
        }
        (found, tokens)
    }

    #[test]
    fn part_is_a_token_or_a_whole_character() {
        let text = "hello world";
        assert_eq!(all(TextParts::new(Cl100k, text, None), text).0, ["hello", " world"]);
        // Each of these is several tokens in this vocabulary.
        let text = "🦀👩‍🚀";
        let (parts, _) = all(TextParts::new(Cl100k, text, None), text);
        assert_eq!(parts.concat(), text);
    }

    #[test]
    fn scripted_ends_are_kept() {
        let text = "one, two";
        let parts = |ends: &[usize]| all(TextParts::new(O200k, text, Some(ends.to_vec())), text).0;
        assert_eq!(parts(&[1, 1, 5, 8]), ["o", "ne, ", "two"]);
        assert_eq!(parts(&[2, 99]), ["on", "e, two"]);
        assert_eq!(parts(&[]), ["one, two"]);
    }

    proptest! {
        #[test]
        fn parts_join_to_the_text_and_use_each_token_once(text in "\\PC{0,40}") {
            let (parts, tokens) = all(TextParts::new(O200k, &text, None), &text);
            prop_assert!(parts.iter().all(|part| !part.is_empty()));
            prop_assert_eq!(parts.concat(), text.clone());
            prop_assert_eq!(tokens, O200k.count(&text));
        }
    }
}
