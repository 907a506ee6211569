//! What is plotted.

use azure_openai::fine_tuning::TrainingStep;

/// What is drawn in one coordinate system.
pub(super) struct Panel {
    pub(super) title: &'static str,
    /// The training first, then the validation.
    pub(super) curves: [Curve; 2],
}

pub(super) struct Curve {
    pub(super) name: &'static str,
    pub(super) points: Vec<(f64, f64)>,
}

/// Loss and accuracy, as far as they were measured.
pub(super) fn panels(steps: &[TrainingStep]) -> Vec<Panel> {
    let curve = |name, value: fn(&TrainingStep) -> Option<f64>| Curve {
        name,
        points: steps
            .iter()
            .filter_map(|step| Some((step.step as f64, value(step)?)))
            .filter(|(_, value)| value.is_finite())
            .collect(),
    };
    let panels = [
        Panel {
            title: "Loss",
            curves: [
                curve("training", |step| step.train_loss),
                curve("validation", |step| step.valid_loss),
            ],
        },
        Panel {
            title: "Accuracy",
            curves: [
                curve("training", |step| step.train_accuracy),
                curve("validation", |step| step.valid_accuracy),
            ],
        },
    ];
    let mut panels = Vec::from(panels);
    panels.retain(|panel| !panel.points().is_empty());
    panels
}

impl Panel {
    fn points(&self) -> Vec<(f64, f64)> {
        self.curves
            .iter()
            .flat_map(|curve| curve.points.iter().copied())
            .collect()
    }

    /// The steps from the first to the last, never none.
    pub(super) fn steps(&self) -> (f64, f64) {
        let (low, high) = bounds(self.points().into_iter().map(|(step, _)| step));
        (low, high.max(low + 1.0))
    }

    /// The values with some room, accuracy not beyond 0 and 1.
    pub(super) fn values(&self) -> (f64, f64) {
        let (low, high) = bounds(self.points().into_iter().map(|(_, value)| value));
        let room = ((high - low) * 0.06).max(high.abs() * 0.01).max(0.001);
        match low >= 0.0 {
            true => ((low - room).max(0.0), high + room),
            false => (low - room, high + room),
        }
    }
}

fn bounds(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
        (low.min(value), high.max(value))
    })
}
