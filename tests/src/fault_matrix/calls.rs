//! The kinds of request, and what is checked after each.

use std::time::Duration;

use azure_openai::authoring::{FilesListOptions, Purpose};
use azure_openai::{Client, Error, ErrorKind, FilePart, PollError, user};
use azure_openai_emulator::Emulator;
use futures_util::TryStreamExt as _;

use super::faults::Limit;
use crate::paused::{self, BACKOFF, Hold};

/// A column of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A chat completion.
    Unstreamed,
    /// A chat completion as a stream.
    Streamed,
    /// The upload of a file: processed twice, it leaves two files.
    Upload,
    /// Polling until a file is processed.
    Poll,
    /// The list of two files, in pages of one.
    List,
}

/// The columns in order.
pub const KINDS: [Kind; 5] = [Kind::Unstreamed, Kind::Streamed, Kind::Upload, Kind::Poll, Kind::List];

const PROMPT: &str = "Why is the sky blue?";
const CONTENT: &[u8] =
    b"{\"messages\":[{\"role\":\"user\",\"content\":\"Q\"},{\"role\":\"assistant\",\"content\":\"A\"}]}\n";
const TIME_LIMIT: Duration = Duration::from_secs(30);

impl Kind {
    /// The title of the column.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unstreamed => "unstreamed",
            Self::Streamed => "streamed",
            Self::Upload => "upload",
            Self::Poll => "poll",
            Self::List => "list",
        }
    }

    /// The operation that the fault applies to.
    pub(super) fn operation(self) -> &'static str {
        match self {
            Self::Unstreamed | Self::Streamed => "ChatCompletions_Create",
            Self::Upload => "Files_Upload",
            Self::Poll => "Files_Get",
            Self::List => "Files_List",
        }
    }
}

/// Creates a client with this timeout only.
pub(super) fn client(emulator: &Emulator, limit: Limit) -> Client {
    let client = paused::client(emulator);
    let client = match limit {
        Limit::None => client,
        Limit::FirstByte | Limit::FirstByteOnce => client.with_first_byte_timeout(TIME_LIMIT),
        Limit::Idle | Limit::IdleOnceBegun => client.with_idle_timeout(TIME_LIMIT),
    };
    client.build().expect("a client")
}

/// Stops the clock once the second attempt has begun, where only the first one hangs: the timeout of the second must
/// not expire while its response is under way. Never returns.
pub(super) async fn referee(limit: Limit) {
    let _hold = if limit == Limit::FirstByteOnce {
        tokio::time::sleep(TIME_LIMIT + BACKOFF + Duration::from_millis(1)).await;
        Some(Hold::new())
    } else {
        None
    };
    std::future::pending().await
}

/// Prepares what the request needs, or must return, before the fault.
pub(super) async fn prepare(kind: Kind, quiet: &Client) -> String {
    match kind {
        Kind::Unstreamed | Kind::Streamed => {
            let response = quiet.deployment("gpt-4o").chat([user(PROMPT)]).send().await;
            response.expect("a response").text().to_owned()
        }
        Kind::Upload => String::new(),
        Kind::Poll => {
            let file = uploaded(quiet).await;
            let wait = quiet.files().wait(&file);
            let wait = wait.with_interval(Duration::from_millis(5), Duration::from_millis(20));
            wait.await.expect("a processed file");
            file
        }
        Kind::List => {
            uploaded(quiet).await;
            uploaded(quiet).await;
            String::new()
        }
    }
}

async fn uploaded(quiet: &Client) -> String {
    let file = FilePart::from_bytes("train.jsonl", CONTENT);
    let file = quiet.files().upload(Purpose::FineTune, file).await;
    file.expect("an upload").id.clone()
}

/// Sends the request and describes its outcome; with the error, if a request failed.
pub(super) async fn outcome(kind: Kind, client: &Client, limit: Limit, prepared: &str) -> (String, Option<Error>) {
    match kind {
        Kind::Unstreamed => unstreamed(client, prepared).await,
        Kind::Streamed => streamed(client, limit, prepared).await,
        Kind::Upload => upload(client).await,
        Kind::Poll => poll(client, prepared).await,
        Kind::List => list(client).await,
    }
}

async fn unstreamed(client: &Client, expected: &str) -> (String, Option<Error>) {
    let chat = client.deployment("gpt-4o").chat([user(PROMPT)]);
    match chat.send().await {
        Ok(response) => (judge(response.text(), expected), None),
        Err(error) => (reported(&error), Some(error)),
    }
}

async fn streamed(client: &Client, limit: Limit, expected: &str) -> (String, Option<Error>) {
    let hold = (limit == Limit::IdleOnceBegun).then(Hold::new);
    let chat = client.deployment("gpt-4o").chat([user(PROMPT)]);
    let mut stream = match chat.stream().await {
        Ok(stream) => stream,
        Err(error) => return (reported(&error), Some(error)),
    };
    let first = stream.next().await;
    drop(hold);
    let result = match first {
        Some(Err(error)) => Err(error),
        _ => stream.collect_response().await,
    };
    match result {
        Ok(response) => (judge(response.text(), expected), None),
        Err(error) => {
            let partial = stream.partial();
            let part = match partial.text() {
                "" => "",
                part if expected.starts_with(part) => " after a part",
                _ => " after a WRONG part",
            };
            (format!("{}{part}", reported(&error)), Some(error))
        }
    }
}

fn judge(response: &str, expected: &str) -> String {
    if response == expected {
        "ok".to_owned()
    } else {
        format!("WRONG {response:?}")
    }
}

async fn upload(client: &Client) -> (String, Option<Error>) {
    let file = FilePart::from_bytes("train.jsonl", CONTENT);
    match client.files().upload(Purpose::FineTune, file).await {
        Ok(_) => ("ok".to_owned(), None),
        Err(error) => (reported(&error), Some(error)),
    }
}

async fn poll(client: &Client, file: &str) -> (String, Option<Error>) {
    match client.files().wait(file).with_deadline(None).await {
        Ok(_) => ("ok".to_owned(), None),
        Err(PollError::Request { error, .. }) => (reported(&error), Some(error)),
        Err(error) => (format!("{error}"), None),
    }
}

async fn list(client: &Client) -> (String, Option<Error>) {
    let mut files = client.files().list_with(FilesListOptions::new().with_limit(1));
    let mut count = 0;
    loop {
        match files.try_next().await {
            Ok(Some(_)) => count += 1,
            Ok(None) if count == 2 => return ("ok".to_owned(), None),
            Ok(None) => return (format!("{count} of 2 files"), None),
            Err(error) => return (reported(&error), Some(error)),
        }
    }
}

/// Lists the files that an upload left at the service, whatever its outcome.
pub(super) async fn created(quiet: &Client, before: usize) -> String {
    let files: Vec<_> = quiet.files().list().try_collect().await.expect("a list");
    for file in &files {
        let content = quiet.files().content(&file.id).await.expect("the content");
        let content: Vec<_> = content.try_collect().await.expect("the content");
        if content.concat() != CONTENT {
            return "a BROKEN file".to_owned();
        }
    }
    match files.len() - before {
        1 => "1 file".to_owned(),
        n => format!("{n} files"),
    }
}

fn reported(error: &Error) -> String {
    match (error.kind(), error.status()) {
        (ErrorKind::Status, Some(status)) => status.as_u16().to_string(),
        (kind, _) => format!("{kind:?}"),
    }
}
