//! The numbers that a JSON Schema allows.

use serde_json::{Map, Value};

/// The numbers that a schema allows.
pub(super) struct Range {
    min: f64,
    max: f64,
    step: Option<f64>,
    integer: bool,
    /// Whether the ends themselves are left out.
    open: (bool, bool),
}

impl Range {
    pub(super) fn of(schema: &Map<String, Value>, integer: bool) -> Self {
        let bound = |name: &str| schema.get(name).and_then(Value::as_f64);
        // Draft 4 has `exclusiveMinimum: true` beside the bound, later drafts a bound of its own.
        let flag = |name: &str| schema.get(name) == Some(&Value::Bool(true));
        let (above, below) = (bound("exclusiveMinimum"), bound("exclusiveMaximum"));
        Self {
            min: bound("minimum")
                .into_iter()
                .chain(above)
                .fold(f64::NEG_INFINITY, f64::max),
            max: bound("maximum").into_iter().chain(below).fold(f64::INFINITY, f64::min),
            step: bound("multipleOf")
                .filter(|step| *step > 0.0)
                .or(integer.then_some(1.0)),
            integer,
            open: (
                flag("exclusiveMinimum") || above >= bound("minimum") && above.is_some(),
                flag("exclusiveMaximum") || below.is_some(),
            ),
        }
    }

    pub(super) fn holds(&self, number: f64) -> bool {
        let low = if self.open.0 {
            number > self.min
        } else {
            number >= self.min
        };
        let high = if self.open.1 {
            number < self.max
        } else {
            number <= self.max
        };
        let whole = self.step.is_none_or(|step| (number / step).fract() == 0.0);
        low && high && whole && (!self.integer || number.fract() == 0.0)
    }

    /// The `turn`th number from 1, or from the end that is nearest to 1.
    pub(super) fn pick(&self, turn: usize) -> f64 {
        let turn = turn as f64;
        let Some(step) = self.step else {
            let start = if self.holds(1.0) {
                1.0
            } else {
                middle(self.min, self.max)
            };
            let next = start + turn;
            return if self.holds(next) { next } else { start };
        };
        let start = match 1.0 {
            one if one < self.min => (self.min / step).ceil(),
            one if one > self.max => (self.max / step).floor(),
            one => (one / step).ceil(),
        };
        let away = if 1.0 > self.max { -step } else { step };
        let tries = [0.0, 1.0, -1.0].map(|shift| start * step + away * (turn + shift));
        tries
            .into_iter()
            .find(|number| self.holds(*number))
            .unwrap_or(start * step)
    }
}

fn middle(min: f64, max: f64) -> f64 {
    match (min.is_finite(), max.is_finite()) {
        (true, true) => min + (max - min) / 2.0,
        (true, false) => min + 1.0,
        (false, true) => max - 1.0,
        (false, false) => 1.0,
    }
}
