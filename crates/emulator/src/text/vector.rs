//! Embedding vectors from the words and letters of a text.
//!
//! Each word, and each run of three to five letters in it, points in a direction of its own that follows from a hash.
//! Texts that share them point in similar directions. The same text gives the same vector on every machine.

use std::collections::BTreeMap;

use twox_hash::XxHash64;

/// How many coordinates a feature touches anywhere.
const SPREAD: u64 = 18;
/// How many more it touches near the start, so that a shortened vector still distinguishes texts.
const SPREAD_NEAR_START: u64 = 6;
const WORD_WEIGHT: f32 = 1.0;
const LETTERS_WEIGHT: f32 = 0.4;
/// All texts share a little of one direction, as with real models, so that no vector is without a length.
const SHARED_WEIGHT: f32 = 0.5;

/// A vector of unit length with `length` coordinates: the first ones of `full`, as the service shortens.
pub(crate) fn embed(text: &str, full: usize, length: usize) -> Vec<f32> {
    let mut vector = vec![0.0; full];
    if full == 0 {
        return vector;
    }
    let mut features: BTreeMap<u64, (f32, u32)> = BTreeMap::new();
    let mut add = |kind: u64, weight: f32, feature: &str| {
        let entry = features
            .entry(XxHash64::oneshot(kind, feature.as_bytes()))
            .or_insert((weight, 0));
        entry.1 = entry.1.saturating_add(1);
    };
    for word in words(text) {
        add(0, WORD_WEIGHT, &word);
        let letters: Vec<char> = format!("<{word}>").chars().collect();
        for size in 3..=5 {
            for run in letters.windows(size) {
                add(1, LETTERS_WEIGHT, &run.iter().collect::<String>());
            }
        }
    }
    // Texts without words (punctuation, spaces) are distinguished as a whole.
    if features.is_empty() {
        features.insert(XxHash64::oneshot(2, text.as_bytes()), (WORD_WEIGHT, 1));
    }
    // A word said nine times counts three times. Square roots, unlike logarithms, are the same on every machine.
    let weigh = |(weight, count): (f32, u32)| weight * (count as f32).sqrt();
    let norm = features
        .values()
        .map(|feature| weigh(*feature).powi(2))
        .sum::<f32>()
        .sqrt();
    for (feature, weight) in &features {
        point(&mut vector, *feature, weigh(*weight) / norm);
    }
    share(&mut vector);
    vector.truncate(length);
    normalize(&mut vector);
    vector
}

/// Words in small letters. Scripts without spaces give long words, whose letter runs do the work.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

/// Adds a direction of about the length `weight`.
fn point(vector: &mut [f32], feature: u64, weight: f32) {
    let turns = SPREAD + SPREAD_NEAR_START;
    let step = weight / (turns as f32).sqrt();
    let full = vector.len() as u64;
    for turn in 0..turns {
        let hash = XxHash64::oneshot(turn, &feature.to_le_bytes());
        // The first coordinate, the first two, four, eight and so on are equally likely.
        let start = 1 << ((hash >> 32) % u64::from(full.ilog2() + 1));
        let range = if turn < SPREAD { full } else { start };
        // In range: the remainder is below the length, which is a usize.
        let index = ((hash >> 1) % range) as usize;
        vector[index] += if hash & 1 == 0 { step } else { -step };
    }
}

fn share(vector: &mut [f32]) {
    let step = SHARED_WEIGHT / (vector.len() as f32).sqrt();
    for (index, value) in vector.iter_mut().enumerate() {
        let hash = XxHash64::oneshot(3, &(index as u64).to_le_bytes());
        *value += if hash & 1 == 0 { step } else { -step };
    }
}

fn normalize(vector: &mut [f32]) {
    let norm = vector.iter().map(|value| f64::from(*value).powi(2)).sum::<f64>().sqrt();
    if norm > 0.0 {
        vector
            .iter_mut()
            .for_each(|value| *value = (f64::from(*value) / norm) as f32);
    } else if let Some(first) = vector.first_mut() {
        *first = 1.0;
    }
}

#[cfg(test)]
mod tests {
    use super::embed;

    fn cosine(one: &str, other: &str) -> f32 {
        let (one, other) = (embed(one, 1536, 1536), embed(other, 1536, 1536));
        one.iter().zip(&other).map(|(one, other)| one * other).sum()
    }

    #[test]
    fn similar_texts_are_near_and_others_far() {
        let near = cosine("The cat sat on the mat.", "A cat was sitting on a mat");
        let far = cosine("The cat sat on the mat.", "Quarterly revenue grew by nine percent");
        assert!(near > 0.45, "{near}");
        assert!(far < 0.35, "{far}");
        let inflected = cosine("translate documents", "translating a document");
        assert!(inflected > 0.5, "{inflected}");
        assert!(cosine("東京の天気", "東京の天気は晴れ") > cosine("東京の天気", "株価が上がった"));
        assert!(cosine("Hello", "hello!") > 0.999);
    }

    #[test]
    fn different_texts_differ() {
        for (one, other) in [("a", "b"), ("!", "?"), ("not good", "good"), (" ", "\n")] {
            assert!(cosine(one, other) < 0.999, "{one} {other}");
        }
    }

    #[test]
    fn short_vector_still_distinguishes_texts() {
        let short = |text: &str| embed(text, 1536, 64);
        let cosine = |one: &str, other: &str| short(one).iter().zip(short(other)).map(|(a, b)| a * b).sum::<f32>();
        let near = cosine("The cat sat on the mat.", "A cat was sitting on a mat");
        let far = cosine("The cat sat on the mat.", "Quarterly revenue grew by nine percent");
        assert!(near > far + 0.1, "{near} {far}");
        assert_ne!(embed("a", 1536, 8), embed("b", 1536, 8));
    }

    #[test]
    fn unit_length_at_any_size() {
        for text in ["", " ", "a", "The cat sat on the mat.", "🦀", &"word ".repeat(5000)] {
            for length in [1, 2, 3, 256, 1535, 1536] {
                let vector = embed(text, 1536, length);
                let norm: f64 = vector.iter().map(|value| f64::from(*value).powi(2)).sum();
                assert_eq!(vector.len(), length);
                assert!((norm - 1.0).abs() < 1e-5, "{text:?} {length} {norm}");
            }
        }
    }

    #[test]
    fn the_same_on_every_machine() {
        let vector = embed("hello", 8, 8)
            .iter()
            .map(|value| format!("{value:.4}"))
            .collect::<Vec<_>>();
        insta::assert_snapshot!(vector.join(" "), @"0.4904 -0.5626 -0.0144 -0.0336 -0.4183 -0.1827 -0.2789 -0.3943");
    }
}
