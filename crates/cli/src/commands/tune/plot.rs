//! `aoai tune plot`.

mod panel;
mod picture;
mod terminal;

use std::path::PathBuf;

use serde_json::json;

use self::panel::panels;
use super::metrics;
use crate::commands::refuse_existing;
use crate::failure::{Failure, Result};
use crate::session::Session;

/// Plot loss and accuracy of a job, of training and of validation
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aoai tune plot JOB_ID                    in the terminal
  aoai tune plot JOB_ID -o curves.png      or .svg
  aoai tune plot --csv results.csv
Output: with --json the metrics of each step, an object a line.")]
pub(super) struct Arguments {
    /// The job, done or running
    #[arg(required_unless_present = "csv")]
    id: Option<String>,
    /// Plot this result file instead
    #[arg(long, value_name = "FILE", conflicts_with = "id")]
    csv: Option<PathBuf>,
    /// Write a picture to this file: .png or .svg
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace FILE if it exists
    #[arg(long, requires = "output")]
    force: bool,
}

impl Arguments {
    pub(super) async fn run(self, session: &Session) -> Result<()> {
        if let Some(path) = &self.output {
            refuse_existing(path, self.force)?;
            picture::Format::of(path)?;
        }
        let (title, steps) = match (&self.csv, &self.id) {
            (Some(path), _) => (path.display().to_string(), metrics::of_file(path)?),
            (None, Some(id)) => (id.clone(), metrics::of_job(session, id).await?),
            (None, None) => return Err(Failure::usage("no job to plot")),
        };
        let panels = panels(&steps);
        if panels.is_empty() {
            return Err(Failure::input(format!("{title} has neither loss nor accuracy")));
        }
        if let Some(path) = &self.output {
            picture::write(path, &format!("Fine-tuning {title}"), &panels)?;
            let result = json!({ "path": path.to_string_lossy(), "steps": steps.len() });
            return session.out.result(&result, |_| path.display().to_string());
        }
        if session.out.is_json() {
            for step in &steps {
                session.out.json_line(&json!({
                    "step": step.step,
                    "train_loss": step.train_loss,
                    "train_accuracy": step.train_accuracy,
                    "valid_loss": step.valid_loss,
                    "valid_accuracy": step.valid_accuracy,
                }))?;
            }
            return Ok(());
        }
        terminal::print(session.out, &panels)
    }
}
