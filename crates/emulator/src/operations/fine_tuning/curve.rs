//! Numbers that look like training: the loss falls, with some noise, and the accuracy rises.
//!
//! They depend on the data, the seed and the step alone, so the same job gives the same numbers.

use serde_json::{Value, json};
use twox_hash::XxHash64;

#[derive(Clone, Copy, Debug)]
pub(super) struct Curve {
    seed: u64,
    steps: u64,
    start: f64,
    floor: f64,
    validated: bool,
}

/// The metrics of a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point {
    pub(super) step: u64,
    pub(super) train_loss: f64,
    pub(super) train_accuracy: f64,
    /// Loss and accuracy on the validation file, if there is one.
    pub(super) valid: Option<(f64, f64)>,
}

impl Curve {
    pub(super) fn new(data: u64, seed: i64, steps: u64, validated: bool) -> Self {
        let seed = mix(data, seed.unsigned_abs());
        Self {
            seed,
            steps,
            start: 1.8 + unit(mix(seed, 1)),
            floor: 0.25 + 0.25 * unit(mix(seed, 2)),
            validated,
        }
    }

    pub(super) fn at(&self, step: u64) -> Point {
        let done = step as f64 / self.steps.max(1) as f64;
        let loss = self.floor + (self.start - self.floor) * (-4.0 * done).exp();
        // Within a few percent.
        let noise = |kind| 1.0 + 0.08 * (unit(mix(mix(self.seed, step), kind)) - 0.5);
        let train_loss = loss * noise(3);
        let valid_loss = loss * 1.1 * noise(4);
        let accuracy = |loss: f64| rounded((-0.5 * loss).exp());
        Point {
            step,
            train_loss: rounded(train_loss),
            train_accuracy: accuracy(train_loss),
            valid: self.validated.then(|| (rounded(valid_loss), accuracy(valid_loss))),
        }
    }
}

impl Point {
    /// As in events and checkpoints.
    pub(super) fn metrics(&self) -> Value {
        let mut metrics = json!({
            "step": self.step,
            "train_loss": self.train_loss,
            "train_mean_token_accuracy": self.train_accuracy,
        });
        if let Some((loss, accuracy)) = self.valid {
            metrics["valid_loss"] = loss.into();
            metrics["valid_mean_token_accuracy"] = accuracy.into();
        }
        metrics
    }

    /// A line of the result file.
    pub(super) fn row(&self) -> String {
        let (loss, accuracy) = match self.valid {
            Some((loss, accuracy)) => (loss.to_string(), accuracy.to_string()),
            None => (String::new(), String::new()),
        };
        let (step, train_loss, train_accuracy) = (self.step, self.train_loss, self.train_accuracy);
        format!("{step},{train_loss},{train_accuracy},{loss},{accuracy}\n")
    }
}

/// The first line of the result file.
pub(super) const HEADER: &str = "step,train_loss,train_accuracy,valid_loss,valid_mean_token_accuracy\n";

fn mix(seed: u64, value: u64) -> u64 {
    XxHash64::oneshot(seed, &value.to_le_bytes())
}

/// From 0 to 1.
fn unit(hash: u64) -> f64 {
    (hash >> 11) as f64 / (1_u64 << 53) as f64
}

fn rounded(value: f64) -> f64 {
    (value * 1e5).round() / 1e5
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Curve;

    proptest! {
        #[test]
        fn losses_fall(data: u64, seed in 0_i64..i64::from(i32::MAX), steps in 2_u64..500) {
            let curve = Curve::new(data, seed, steps, true);
            let points: Vec<_> = (1..=steps).map(|step| curve.at(step)).collect();
            let half = points.len() / 2;
            let mean = |part: &[super::Point]| {
                part.iter().map(|point| point.train_loss).sum::<f64>() / part.len() as f64
            };
            prop_assert!(mean(&points[half..]) < mean(&points[..half]));
            for point in &points {
                let (loss, accuracy) = point.valid.unwrap();
                prop_assert!(point.train_loss > 0.0 && loss > 0.0);
                prop_assert!((0.0..1.0).contains(&point.train_accuracy));
                prop_assert!((0.0..1.0).contains(&accuracy));
            }
            prop_assert_eq!(curve.at(1), Curve::new(data, seed, steps, true).at(1));
        }
    }
}
