//! What happens in a fine-tuning job, and how well it learns.

mod follow;
mod metrics;

pub(crate) use follow::follow;
pub use follow::{TrainingUpdate, TrainingUpdates};
pub use metrics::{TrainingMetrics, TrainingStep};
