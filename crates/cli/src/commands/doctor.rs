//! `aoai doctor`.

mod network;
mod report;
mod service;

use self::report::Report;
use crate::failure::{Failure, Kind, Result};
use crate::session::Session;

/// Check everything between here and the deployments, and say what to do
///
/// Nothing is changed and no tokens are used.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aoai doctor
  aoai doctor --profile work --json
Output: a line for each check; with --json {\"check\":…,\"status\":\"ok\",\"detail\":…,\"advice\":…} a line, where status
is ok, warning, failed or skipped. The exit code is that of the first check that failed.")]
pub(crate) struct Arguments {}

impl Arguments {
    pub(crate) async fn run(self, session: &Session) -> Result<()> {
        let mut report = Report::new(session.out);
        let connection = match session.connection().await {
            Ok(connection) => connection,
            Err(failure) => {
                report.failed("configuration", &failure)?;
                report.skipped(&["dns", "connection", "tls", "credential", "api-version", "deployments"])?;
                return report.finish();
            }
        };
        let config = &connection.config;
        report.ok("configuration", format!("{}: {}", config.origin, config.endpoint))?;
        let url = url::Url::parse(&config.endpoint)
            .map_err(|error| Failure::new(Kind::Credential, format!("the endpoint is not a URL: {error}")))?;
        if network::check(&mut report, &url).await? {
            service::check(&mut report, connection).await?;
        } else {
            report.skipped(&["tls", "credential", "api-version", "deployments"])?;
        }
        report.finish()
    }
}
