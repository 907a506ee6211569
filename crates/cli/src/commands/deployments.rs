//! `aoai deployments`.

use crate::failure::Result;
use crate::output::{Table, Tone, moment};
use crate::session::Session;

/// List the deployments of the resource
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  aoai deployments --json | jq -r 'select(.model == \"gpt-4o\").id'\nColumns: deployment, model, status, and when it was created, in UTC"
)]
pub(crate) struct Arguments {}

impl Arguments {
    pub(crate) async fn run(self, session: &Session) -> Result<()> {
        let list = session.client().await?.inference().deployments().list().await?;
        let mut table = Table::new(session.out, &["deployment", "model", "status", "created"]);
        for deployment in list.into_value().data {
            let status = deployment.status.as_ref().map_or("-", |status| status.as_str());
            let cells = [
                (deployment.id.clone(), Tone::Plain),
                (deployment.model.clone(), Tone::Plain),
                (status.to_owned(), Tone::of_state(status)),
                (moment(deployment.created_at.as_ref()), Tone::Dim),
            ];
            table.row(&deployment, cells)?;
        }
        table.finish(
            "no deployments: make one in the Azure portal or with `az cognitiveservices account deployment create`",
        )
    }
}
