//! `aoai tune cancel` and `aoai tune rm`.

use serde_json::json;

use crate::failure::Result;
use crate::output::or_dash;
use crate::session::Session;

/// Cancel a job
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  aoai tune cancel JOB_ID")]
pub(super) struct Cancel {
    /// The id of the job
    id: String,
}

/// Delete jobs that are done
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  aoai tune rm JOB_ID JOB_ID")]
pub(super) struct Remove {
    /// The ids of the jobs
    #[arg(required = true)]
    id: Vec<String>,
}

impl Cancel {
    pub(super) async fn run(self, session: &Session) -> Result<()> {
        let job = session
            .client()
            .await?
            .fine_tuning()
            .cancel(&self.id)
            .await?
            .into_value();
        session.out.result(&job, |job| {
            let status = or_dash(job.status.as_ref().map(|status| status.as_str()));
            format!("{} is {status}", job.id)
        })
    }
}

impl Remove {
    pub(super) async fn run(self, session: &Session) -> Result<()> {
        let jobs = session.client().await?.fine_tuning();
        for id in self.id {
            jobs.delete(&id).await?;
            session
                .out
                .result(&json!({ "id": id, "deleted": true }), |_| format!("deleted {id}"))?;
        }
        Ok(())
    }
}
