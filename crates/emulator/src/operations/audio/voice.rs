//! What speech sounds like here: a tone for each character, silence for what isn't spoken.

use std::f64::consts::TAU;

/// Samples a second, one channel, 16 bits: what the service's models speak in.
pub(super) const SAMPLE_RATE: u32 = 24_000;
/// Seconds for a character, about as fast as people talk.
const PER_CHARACTER: f64 = 0.065;
const LOUDNESS: f64 = 9_000.0;

/// A text to be spoken.
#[derive(Clone, Debug)]
pub(super) struct Voice {
    text: String,
    /// In hertz; 0 is silence.
    tones: Vec<f64>,
    samples_per_tone: u64,
}

impl Voice {
    /// `pitch` numbers the voices; `speed` is above 0.
    pub(super) fn new(text: &str, pitch: usize, speed: f64) -> Self {
        let lowest = 110.0 + 22.0 * pitch as f64;
        let tone = |character: char| match character.is_alphanumeric() {
            true => lowest * (1.0 + f64::from(u32::from(character) % 24) / 24.0),
            false => 0.0,
        };
        Self {
            text: text.to_owned(),
            tones: text.chars().map(tone).collect(),
            samples_per_tone: (f64::from(SAMPLE_RATE) * PER_CHARACTER / speed).round() as u64,
        }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// How many samples there are in all.
    pub(super) fn len(&self) -> u64 {
        self.samples_per_tone * self.tones.len() as u64
    }

    /// Up to `count` samples from the `start`th.
    pub(super) fn samples(&self, start: u64, count: u64) -> Vec<i16> {
        let end = self.len().min(start.saturating_add(count));
        (start..end).map(|index| self.sample(index)).collect()
    }

    /// What is heard at a sample, in hertz; 0 is silence.
    pub(super) fn tone_at(&self, index: u64) -> f64 {
        let place = (index / self.samples_per_tone) as usize;
        self.tones.get(place).copied().unwrap_or_default()
    }

    fn sample(&self, index: u64) -> i16 {
        let (tone, within) = (self.tone_at(index), index % self.samples_per_tone);
        if tone == 0.0 {
            return 0;
        }
        // Each tone swells and fades, or it would click.
        let swell = (TAU / 2.0 * within as f64 / self.samples_per_tone as f64).sin();
        let wave = (TAU * tone * index as f64 / f64::from(SAMPLE_RATE)).sin();
        (LOUDNESS * swell * wave).round() as i16
    }
}
