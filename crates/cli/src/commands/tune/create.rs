//! `aoai tune create`.

use std::path::Path;

use azure_openai::authoring::{
    DpoHyperparamsRequest, DpoMethodConfigRequest, DpoMethodRequest, FineTuningHyperParameters, FineTuningJobCreation,
};

use super::follow;
use crate::commands::files::put::{self, Uploaded};
use crate::failure::Result;
use crate::session::Session;

/// Make a fine-tuning job
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aoai tune create gpt-4o-mini file-abc123
  aoai tune create gpt-4o-mini training.jsonl --validation validation.jsonl --epochs 3 --follow
Output: the id of the job; with --json the job.")]
pub(super) struct Arguments {
    /// The model to start from: `aoai models --fine-tune` lists them
    model: String,
    /// The training data: the id of an uploaded file, or a file here, which is uploaded first
    training: String,
    /// The validation data, likewise
    #[arg(long, value_name = "FILE")]
    validation: Option<String>,
    /// What the name of the new model ends with
    #[arg(long, value_name = "TEXT")]
    suffix: Option<String>,
    /// The same seed and settings give the same result, mostly
    #[arg(long, value_name = "N")]
    seed: Option<i32>,
    /// Go through the data so many times
    #[arg(long, value_name = "N")]
    epochs: Option<i64>,
    /// Examples in a batch
    #[arg(long, value_name = "N")]
    batch_size: Option<i64>,
    /// Multiplies the learning rate
    #[arg(long, value_name = "NUMBER")]
    learning_rate: Option<f64>,
    /// Train by preference: each line has a preferred and a non-preferred response
    #[arg(long)]
    dpo: bool,
    /// How strongly the model keeps to the one it started from
    #[arg(long, value_name = "NUMBER", requires = "dpo")]
    beta: Option<f64>,
    /// Follow the job until it is done
    #[arg(long)]
    follow: bool,
}

impl Arguments {
    pub(super) async fn run(self, session: &Session) -> Result<()> {
        let mut uploads = Vec::new();
        let training = file(session, &self.training, &mut uploads).await?;
        let mut job = FineTuningJobCreation::new(self.model.as_str(), training);
        if let Some(validation) = &self.validation {
            job = job.with_validation_file(file(session, validation, &mut uploads).await?);
        }
        job.suffix.clone_from(&self.suffix);
        job.seed = self.seed;
        let job = self.with_parameters(job);
        let job = session.client().await?.fine_tuning().create(&job).await?.into_value();
        uploads.into_iter().try_for_each(Uploaded::noted)?;
        match self.follow {
            false => session.out.result(&job, |job| job.id.clone()),
            true => {
                session.out.note(&format!("job {}", job.id));
                follow::follow(session, &job.id).await
            }
        }
    }

    fn with_parameters(&self, job: FineTuningJobCreation) -> FineTuningJobCreation {
        /// The two methods differ in their types alone.
        macro_rules! parameters {
            ($parameters:expr) => {{
                let mut parameters = $parameters;
                parameters.n_epochs = self.epochs.map(Into::into);
                parameters.batch_size = self.batch_size.map(Into::into);
                parameters.learning_rate_multiplier = self.learning_rate.map(Into::into);
                parameters
            }};
        }
        if self.dpo {
            let mut parameters = parameters!(DpoHyperparamsRequest::new());
            parameters.beta = self.beta;
            let config = DpoMethodConfigRequest::new().with_hyperparameters(parameters);
            return job.with_method(DpoMethodRequest::new(config));
        }
        match (self.epochs, self.batch_size, self.learning_rate) {
            (None, None, None) => job,
            _ => job.with_hyperparameters(parameters!(FineTuningHyperParameters::new())),
        }
    }
}

/// The id of a file; one that is here is uploaded.
async fn file(session: &Session, name: &str, uploads: &mut Vec<Uploaded>) -> Result<String> {
    let path = Path::new(name);
    match path.is_file() {
        false => Ok(name.to_owned()),
        true => {
            let uploaded = put::upload(session, path, "fine-tune", true, Default::default()).await?;
            let id = uploaded.file.id.clone();
            uploads.push(uploaded);
            Ok(id)
        }
    }
}
