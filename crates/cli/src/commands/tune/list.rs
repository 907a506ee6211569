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
        let jobs = session.client().await?.fine_tuning().list();
        let columns = ["id", "status", "model", "fine-tuned model", "created"];
        Table::list(session.out, columns, jobs, "no fine-tuning jobs", |job| {
            let status = or_dash(job.status.as_ref().map(|status| status.as_str()));
            [
                (job.id.clone(), Tone::Plain),
                (status.clone(), Tone::of_state(&status)),
                (job.model.clone(), Tone::Plain),
                (or_dash(job.fine_tuned_model.as_deref()), Tone::Plain),
                (moment(job.created_at.as_ref()), Tone::Dim),
            ]
        })
        .await
    }
}
