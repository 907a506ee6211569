//! The clients that are measured. Each returns what it read, so that a run that did nothing is noticed.

mod floor;
mod ours;
mod peer;
mod spans;
mod typed;

use std::io::{self, Read};

use futures_util::StreamExt;
use futures_util::stream;
use tempfile::NamedTempFile;

use crate::generation::Generation;
use crate::jobs::{Chat, Job, Stream};
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

    /// Whether the client has a way to do the job.
    pub(crate) fn does(self, job: Job) -> bool {
        match job {
            Job::Generate(..) => self == Self::Ours,
            Job::Upload { known_length } => known_length || self != Self::Peer,
            _ => true,
        }
    }
}

/// A job made ready: the client exists and has a connection, and what is sent exists.
pub(crate) struct Ready {
    client: Prepared,
    job: Job,
    input: Input,
}

enum Prepared {
    Floor(floor::Floor),
    Typed(typed::Typed),
    Peer(Box<peer::Peer>),
    Ours(ours::Ours),
}

/// What a job needs besides the server.
enum Input {
    None,
    File(NamedTempFile),
    Documents(Generation),
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
    /// Makes the client, sends a first request and prepares so many units, so that none of it is measured.
    pub(crate) async fn new(client: Client, job: Job, units: usize, base: &str) -> Result<Self, Failure> {
        let prepared = match client {
            Client::Floor => Prepared::Floor(floor::Floor::new(base)?),
            Client::Typed => Prepared::Typed(typed::Typed::new(base)?),
            Client::Peer => Prepared::Peer(Box::new(peer::Peer::new(base)?)),
            Client::Ours => Prepared::Ours(ours::Ours::new(base)?),
        };
        each!(&prepared, client => client.chat("chat").await?);
        let input = match job {
            Job::Upload { .. } => {
                let mut file = NamedTempFile::new()?;
                // Written, since the kernel clears a page for each read of a hole.
                io::copy(&mut io::repeat(b'\n').take((units as u64) << 20), file.as_file_mut())?;
                Input::File(file)
            }
            Job::Generate(documents, stage) => Input::Documents(Generation::new(documents, stage, units)?),
            _ => Input::None,
        };
        Ok(Self {
            client: prepared,
            job,
            input,
        })
    }

    /// Does `units` of the job and returns how much was read: zero is a run that did nothing.
    pub(crate) async fn run(&self, units: usize) -> Result<usize, Failure> {
        each!(&self.client, client => match (self.job, &self.input) {
            (Job::Chat(Chat { traced: true, at_once, .. }), _) => {
                sum(units, at_once, || client.traced_chat("chat")).await
            }
            (Job::Chat(Chat { filtered, at_once, .. }), _) => {
                let deployment = if filtered { "chat-filtered" } else { "chat" };
                sum(units, at_once, || client.chat(deployment)).await
            }
            (Job::Stream(Stream { at_once, each, micros, stalled }), _) => {
                let deployment = format!("stream-{each}-{}-{micros}", units / at_once);
                sum(at_once, at_once, || client.stream(&deployment, stalled)).await
            }
            (Job::Decode { kib }, _) => {
                let each = kib.min(units);
                let deployment = format!("sized-{each}");
                sum(units / each.max(1), 1, || client.chat(&deployment)).await
            }
            (Job::Embeddings(format), _) => sum(units, 1, || client.embed(format)).await,
            (Job::Upload { known_length }, Input::File(file)) => client.upload(file.path(), known_length).await,
            (Job::BatchLines, _) => client.lines(&format!("lines-{units}")).await,
            (Job::Generate(..), Input::Documents(documents)) => documents.run(),
            (Job::Upload { .. } | Job::Generate(..), _) => Err("the job was not prepared".into()),
        })
    }
}

/// Makes so many requests, so many of them at once, and adds up what was read.
async fn sum<F>(requests: usize, at_once: usize, request: impl Fn() -> F) -> Result<usize, Failure>
where
    F: Future<Output = Result<usize, Failure>>,
{
    let mut responses = stream::iter(0..requests).map(|_| request()).buffer_unordered(at_once);
    let mut read = 0;
    while let Some(response) = responses.next().await {
        read += response?;
    }
    Ok(read)
}
