//! The clients that are measured. Each returns what it read, so that a run that did nothing is noticed.

mod floor;
mod ours;
mod peer;
mod typed;

use std::path::PathBuf;

use futures_util::StreamExt;
use futures_util::stream::{self, FuturesUnordered};

use crate::jobs::Job;
use crate::task::Failure;

/// A client under measurement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Client {
    /// reqwest, which reads the bytes and looks at none.
    Floor,
    /// reqwest and serde, with every field typed by hand.
    Typed,
    /// async-openai.
    Peer,
    /// This project.
    Ours,
}

impl Client {
    pub(crate) const ALL: [Self; 4] = [Self::Floor, Self::Typed, Self::Peer, Self::Ours];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Floor => "floor",
            Self::Typed => "typed",
            Self::Peer => "async-openai",
            Self::Ours => "ours",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|client| client.name() == name)
    }
}

/// A job made ready: the client exists and has a connection.
pub(crate) struct Ready {
    client: Prepared,
    job: Job,
    file: Option<PathBuf>,
}

enum Prepared {
    Floor(floor::Floor),
    Typed(typed::Typed),
    Peer(Box<peer::Peer>),
    Ours(ours::Ours),
}

macro_rules! each {
    ($prepared:expr, $client:ident => $body:expr) => {
        match $prepared {
            Prepared::Floor($client) => $body,
            Prepared::Typed($client) => $body,
            Prepared::Peer($client) => $body,
            Prepared::Ours($client) => $body,
        }
    };
}

impl Ready {
    /// Makes the client and sends a first request, so that neither is measured.
    pub(crate) async fn new(client: Client, job: Job, base: &str, file: Option<PathBuf>) -> Result<Self, Failure> {
        let prepared = match client {
            Client::Floor => Prepared::Floor(floor::Floor::new(base)?),
            Client::Typed => Prepared::Typed(typed::Typed::new(base)?),
            Client::Peer => Prepared::Peer(Box::new(peer::Peer::new(base))),
            Client::Ours => Prepared::Ours(ours::Ours::new(base)?),
        };
        each!(&prepared, client => client.chat("chat").await?);
        Ok(Self {
            client: prepared,
            job,
            file,
        })
    }

    /// Does `units` of the job; `None` where the client has no way to do it.
    pub(crate) async fn run(&self, units: usize) -> Result<Option<usize>, Failure> {
        each!(&self.client, client => match self.job {
            Job::Chat { filtered, concurrent, .. } => {
                let deployment = if filtered { "chat-filtered" } else { "chat" };
                let mut read = 0;
                let mut requests =
                    stream::iter(0..units).map(|_| client.chat(deployment)).buffer_unordered(concurrent);
                while let Some(bytes) = requests.next().await {
                    read += bytes?;
                }
                Ok(Some(read))
            }
            Job::Stream { each, pace } => {
                let pace = pace.map_or_else(String::new, |pace| format!("-{pace}"));
                Ok(Some(client.stream(&format!("stream-{each}-{units}{pace}"), false).await?))
            }
            Job::Streams { at_once } => {
                let deployment = format!("stream-1-{units}-100000");
                let mut streams: FuturesUnordered<_> =
                    (0..at_once).map(|_| client.stream(&deployment, false)).collect();
                let mut read = 0;
                while let Some(bytes) = streams.next().await {
                    read += bytes?;
                }
                Ok(Some(read))
            }
            Job::Stalled => Ok(Some(client.stream(&format!("stream-16-{units}"), true).await?)),
            Job::Embeddings { format } => {
                let mut read = 0;
                for _ in 0..units {
                    match client.embed(format).await? {
                        Some(bytes) => read += bytes,
                        None => return Ok(None),
                    }
                }
                Ok(Some(read))
            }
            Job::Upload { known_length } => match &self.file {
                Some(file) => client.upload(file, known_length).await,
                None => Err("an upload needs a file".into()),
            },
            Job::BatchLines => client.lines(&format!("lines-{units}")).await,
        })
    }
}
