//! A text over time: segments, words, subtitles.

use std::collections::HashSet;
use std::fmt::Write as _;

use serde_json::{Value, json};

/// A segment ends after so many words at the latest.
const SEGMENT_WORDS: usize = 12;
/// The seconds of sound that the model hears at a time.
const WINDOW: f64 = 30.0;

/// A word, and when it is spoken.
#[derive(Debug)]
struct Word<'a> {
    text: &'a str,
    /// In milliseconds.
    start: u64,
    end: u64,
}

/// A text spread evenly over an audio file.
#[derive(Debug)]
pub(super) struct Transcript<'a> {
    text: &'a str,
    duration: f64,
    temperature: f64,
    segments: Vec<Vec<Word<'a>>>,
}

impl<'a> Transcript<'a> {
    pub(super) fn new(text: &'a str, duration: f64, temperature: f64) -> Self {
        let length: usize = text.split_whitespace().map(characters).sum();
        let whole = milliseconds(duration);
        let mut spoken = 0;
        let mut segments: Vec<Vec<Word<'a>>> = Vec::new();
        let mut open = false;
        for text in text.split_whitespace() {
            let at = |spoken: usize| whole * spoken as u64 / length.max(1) as u64;
            let start = at(spoken);
            spoken += characters(text);
            let word = Word {
                text,
                start,
                end: at(spoken),
            };
            match segments.last_mut().filter(|_| open) {
                Some(segment) => segment.push(word),
                None => segments.push(vec![word]),
            }
            let words = segments.last().map_or(0, Vec::len);
            open = words < SEGMENT_WORDS && !text.ends_with(['.', '!', '?', '。']);
        }
        Self {
            text,
            duration,
            temperature,
            segments,
        }
    }

    /// The fields that `verbose_json` always has.
    pub(super) fn verbose(&self, task: &str, language: &str) -> Value {
        json!({
            "task": task,
            "language": language,
            "duration": milliseconds(self.duration) as f64 / 1000.0,
            "text": self.text,
        })
    }

    pub(super) fn segments(&self) -> Value {
        let describe = |(id, words): (usize, &Vec<Word<'_>>)| {
            let (start, end) = span(words);
            // Each begins with a space, so that joined they are the text.
            let text = format!(" {}", line(words));
            let different: HashSet<&str> = words.iter().map(|word| word.text).collect();
            let seek = (seconds(start) / WINDOW).floor() * WINDOW * 100.0;
            json!({
                "id": id,
                "seek": seek as u64,
                "start": seconds(start),
                "end": seconds(end),
                "tokens": crate::tokens::Vocabulary::Cl100k.encode(&text),
                "text": text,
                "temperature": self.temperature,
                // Longer words are less certain.
                "avg_logprob": -0.02 * text.len() as f64 / words.len() as f64,
                // How often it repeats itself.
                "compression_ratio": words.len() as f64 / different.len() as f64,
                "no_speech_prob": 0.01,
            })
        };
        self.segments.iter().enumerate().map(describe).collect()
    }

    /// The segments as each speaker says them, in turns.
    pub(super) fn diarized(&self, speakers: &[&str]) -> Vec<Value> {
        let describe = |(index, words): (usize, &Vec<Word<'_>>)| {
            let (start, end) = span(words);
            json!({
                "type": "transcript.text.segment",
                "id": format!("seg_{index:03}"),
                "start": seconds(start),
                "end": seconds(end),
                "text": line(words),
                "speaker": speakers[index % speakers.len()],
            })
        };
        self.segments.iter().enumerate().map(describe).collect()
    }

    pub(super) fn words(&self) -> Value {
        let describe =
            |word: &Word<'_>| json!({"word": word.text, "start": seconds(word.start), "end": seconds(word.end)});
        self.segments.iter().flatten().map(describe).collect()
    }

    pub(super) fn srt(&self) -> String {
        let mut file = String::new();
        for (index, words) in self.segments.iter().enumerate() {
            let (start, end) = span(words);
            // Writing to a string never fails.
            let _ = write!(
                file,
                "{}\n{} --> {}\n{}\n\n",
                index + 1,
                timestamp(start, ','),
                timestamp(end, ','),
                line(words)
            );
        }
        file
    }

    pub(super) fn vtt(&self) -> String {
        let mut file = "WEBVTT\n\n".to_owned();
        for words in &self.segments {
            let (start, end) = span(words);
            // These characters mean something else in a cue.
            let text = line(words)
                .replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('>', "&gt;");
            let _ = write!(
                file,
                "{} --> {}\n{text}\n\n",
                timestamp(start, '.'),
                timestamp(end, '.')
            );
        }
        file
    }
}

/// In milliseconds.
fn span(words: &[Word<'_>]) -> (u64, u64) {
    let start = words.first().map_or(0, |word| word.start);
    (start, words.last().map_or(start, |word| word.end))
}

fn line(words: &[Word<'_>]) -> String {
    let words: Vec<&str> = words.iter().map(|word| word.text).collect();
    words.join(" ")
}

fn characters(word: &str) -> usize {
    word.chars().count()
}

fn milliseconds(seconds: f64) -> u64 {
    (seconds * 1000.0).round() as u64
}

fn seconds(milliseconds: u64) -> f64 {
    milliseconds as f64 / 1000.0
}

/// `01:02:03,456`
fn timestamp(milliseconds: u64, mark: char) -> String {
    let (seconds, rest) = (milliseconds / 1000, milliseconds % 1000);
    let (minutes, hours) = (seconds / 60, seconds / 3600);
    format!("{hours:02}:{:02}:{:02}{mark}{rest:03}", minutes % 60, seconds % 60)
}
