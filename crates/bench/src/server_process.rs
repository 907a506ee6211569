//! The canned server as a process of its own, so that its processor time is not the clients'.

use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::task::Failure;

/// A running server, which ends with this value.
pub(crate) struct Server {
    base: String,
    http: reqwest::Client,
    _process: Child,
}

impl Server {
    pub(crate) async fn start() -> Result<Self, Failure> {
        let mut process = Command::new(std::env::current_exe()?)
            .arg("serve")
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        let output = process.stdout.take().ok_or("the server has no output")?;
        let mut port = String::new();
        BufReader::new(output).read_line(&mut port).await?;
        Ok(Self {
            base: format!("http://127.0.0.1:{}", port.trim()),
            http: reqwest::Client::builder().no_proxy().build()?,
            _process: process,
        })
    }

    pub(crate) fn base(&self) -> &str {
        &self.base
    }

    /// Asks the server for the processor time that it has used.
    pub(crate) async fn processor_time(&self) -> Result<Duration, Failure> {
        let response = self
            .http
            .get(format!("{}/files/processor-time", self.base))
            .send()
            .await?;
        Ok(Duration::from_nanos(response.text().await?.parse()?))
    }
}
