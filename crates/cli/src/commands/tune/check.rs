//! `aoai tune check`.

use std::path::PathBuf;

use azure_openai::fine_tuning::TrainingReport;
use serde_json::json;

use crate::failure::{Failure, Result};
use crate::session::Session;

/// Check training data before it is uploaded: shape, roles, tokens
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aoai tune check training.jsonl
  aoai tune check training.jsonl --model gpt-4o-mini --epochs 3
Output: a line for each problem, then the sums; with --json one object with both. The exit code is 3 where there is a
problem. Nothing is sent.")]
pub(super) struct Arguments {
    /// The training data, an example of JSON on each line
    file: PathBuf,
    /// Count the tokens of this model
    #[arg(long, value_name = "NAME", default_value = "gpt-4o")]
    model: String,
    /// Estimate the tokens of so many passes through the data
    #[arg(long, value_name = "N", default_value_t = 3)]
    epochs: u64,
}

impl Arguments {
    pub(super) async fn run(self, session: &Session) -> Result<()> {
        let (file, model) = (self.file.clone(), self.model);
        let report = tokio::task::spawn_blocking(move || TrainingReport::check(file, &model)).await;
        let report = report.map_err(|error| Failure::input(format!("the data cannot be read: {error}")))??;
        let out = session.out;
        let trained = report.training_tokens(self.epochs);
        if out.is_json() {
            let problems = report.problems.iter();
            out.json_line(&json!({
                "examples": report.examples,
                "problem_count": report.problem_count,
                "tokens": report.tokens,
                "training_tokens": trained,
                "longest": report.longest.map(|(tokens, line)| json!({ "tokens": tokens, "line": line })),
                "problems": problems
                    .map(|problem| json!({ "line": problem.line, "message": problem.message }))
                    .collect::<Vec<_>>(),
            }))?;
        } else {
            for problem in &report.problems {
                out.line(&problem.to_string())?;
            }
            let longest = report
                .longest
                .map(|(tokens, line)| format!("{tokens} tokens, line {line}"));
            let pairs = [
                ("examples", report.examples.to_string()),
                ("tokens", report.tokens.to_string()),
                ("longest", longest.unwrap_or_default()),
                ("training", format!("{trained} tokens in {} epochs", self.epochs)),
            ];
            out.details(&json!(null), &pairs)?;
        }
        match report.is_valid() {
            true => Ok(()),
            false => Err(Failure::input(format!(
                "`{}`: {}",
                self.file.display(),
                match report.problem_count {
                    1 => "1 problem".to_owned(),
                    problems => format!("{problems} problems"),
                }
            ))
            .advise("correct it: the service refuses the whole file")),
        }
    }
}
