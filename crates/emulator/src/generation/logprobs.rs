//! Log probabilities, made up from the tokens themselves and the same every time.

use serde_json::{Map, Value, json};
use twox_hash::XxHash64;

use crate::tokens::Vocabulary;

/// A prime that is not greater than any vocabulary, so that alternatives to a token exist and differ.
const ALTERNATIVES: u32 = 99_991;
const STRIDE: u32 = 7_919;

/// A token, its bytes and its probability.
struct Guess {
    bytes: Vec<u8>,
    logprob: f64,
}

/// The token that was taken, and `top` guesses of which it is the likeliest.
fn guesses(vocabulary: Vocabulary, token: u32, top: usize) -> (Guess, Vec<Guess>) {
    let hash = XxHash64::oneshot(1, &token.to_le_bytes());
    // Between -0.0001 and -0.7, which is better than even.
    let likeliest = -((hash % 7_000 + 1) as f64) / 10_000.0;
    let guess = |rank: u32| Guess {
        bytes: vocabulary.spell(match rank {
            0 => token,
            _ => (token % ALTERNATIVES + rank * STRIDE) % ALTERNATIVES,
        }),
        logprob: likeliest - f64::from(rank),
    };
    (guess(0), (0..top as u32).map(guess).collect())
}

/// The name of a token, which may be a part of a character.
fn name(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes
            .iter()
            .fold("bytes:".to_owned(), |name, byte| name + &format!("\\x{byte:02x}")),
    }
}

fn describe(guess: &Guess) -> Value {
    json!({"token": name(&guess.bytes), "logprob": guess.logprob, "bytes": guess.bytes})
}

/// The `logprobs` of a chat's choice; `top` is at most 20.
pub(crate) fn chat(vocabulary: Vocabulary, tokens: &[u32], top: usize) -> Value {
    let entry = |token: &u32| {
        let (taken, top) = guesses(vocabulary, *token, top);
        let mut entry = describe(&taken);
        entry["top_logprobs"] = top.iter().map(describe).collect::<Vec<_>>().into();
        entry
    };
    json!({"content": tokens.iter().map(entry).collect::<Vec<_>>(), "refusal": null})
}

/// The `logprobs` of a transcript.
pub(crate) fn transcript(vocabulary: Vocabulary, tokens: &[u32]) -> Value {
    tokens
        .iter()
        .map(|token| describe(&guesses(vocabulary, *token, 0).0))
        .collect()
}

/// The `logprobs` of a text completion's choice; `top` is at most 5. The text starts `offset` characters into the
/// whole.
pub(crate) fn completion(vocabulary: Vocabulary, tokens: &[u32], top: usize, offset: usize) -> Value {
    let mut spelled = Vec::new();
    let (mut names, mut logprobs, mut tops, mut offsets) = (vec![], vec![], vec![], vec![]);
    let mut at = offset;
    for token in tokens {
        let (taken, others) = guesses(vocabulary, *token, top);
        names.push(name(&taken.bytes));
        logprobs.push(taken.logprob);
        let others = others.iter().map(|guess| (name(&guess.bytes), guess.logprob.into()));
        tops.push(others.collect::<Map<_, _>>());
        offsets.push(at);
        spelled.extend_from_slice(&taken.bytes);
        // Characters are counted once they are whole.
        let whole = std::str::from_utf8(&spelled).map_or_else(|error| error.valid_up_to(), str::len);
        at += String::from_utf8_lossy(&spelled[..whole]).chars().count();
        spelled.drain(..whole);
    }
    let tops = if top == 0 { Value::Null } else { json!(tops) };
    json!({"tokens": names, "token_logprobs": logprobs, "top_logprobs": tops, "text_offset": offsets})
}
