//! `aoai tune ls`.

use crate::failure::Result;
use crate::output::{Table, Tone, moment, or_dash};
use crate::session::Session;

/// List the fine-tuning jobs
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  aoai tune ls --json | jq -r .id")]
pub(super) struct Arguments {}

impl Arguments {
    pub(super) async fn run(self, session: &Session) -> Result<()> {
        let mut jobs = session.client().await?.fine_tuning().list();
        let mut table = Table::new(session.out, &["id", "status", "model", "fine-tuned model", "created"]);
        while let Some(job) = jobs.next().await {
            let job = job?;
            let status = or_dash(job.status.as_ref().map(|status| status.as_str()));
            let cells = [
                (job.id.clone(), Tone::Plain),
                (status.clone(), Tone::of_state(&status)),
                (job.model.clone(), Tone::Plain),
                (or_dash(job.fine_tuned_model.as_deref()), Tone::Plain),
                (moment(job.created_at.as_ref()), Tone::Dim),
            ];
            table.row(&job, cells)?;
        }
        table.finish("no fine-tuning jobs")
    }
}
