//! Why a command failed: a message, what to do next, and the exit code.

mod from_error;

use std::fmt;

use serde::Serialize;
use serde_json::{Value, json};

/// What went wrong, by who can mend it. Each kind has its exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Unexpected,
    Usage,
    Input,
    Credential,
    NotFound,
    RateLimited,
    Network,
    Service,
    Blocked,
    Incomplete,
    Interrupted,
    /// The reader of the output has gone away. Nothing is printed.
    ClosedOutput,
}

/// The section of `--help` on exit codes.
pub(crate) const EXIT_CODES: &str = "\
Exit codes:
    0  done
    1  unexpected: the response was not understood, a bug
    2  arguments that make no command
    3  bad input: a file or line that cannot be used, or a request that the service refused as invalid
    4  no credential or configuration, or the service did not accept it (401, 403)
    5  not found: the deployment, file, batch or job (404)
    6  rate limit or quota exhausted (429)
    7  no connection, or a time limit passed
    8  the service failed (5xx)
    9  blocked by the content filter
   10  a job failed, or some of its requests did
  130  interrupted; what can be resumed is kept, and the command to resume it is printed";

impl Kind {
    pub(crate) fn exit_code(self) -> u8 {
        match self {
            Self::ClosedOutput => 0,
            Self::Unexpected => 1,
            Self::Usage => 2,
            Self::Input => 3,
            Self::Credential => 4,
            Self::NotFound => 5,
            Self::RateLimited => 6,
            Self::Network => 7,
            Self::Service => 8,
            Self::Blocked => 9,
            Self::Incomplete => 10,
            Self::Interrupted => 130,
        }
    }
}

/// A failed command.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    kind: Kind,
    message: String,
    advice: Option<String>,
    status: Option<u16>,
    code: Option<String>,
    request_id: Option<String>,
}

pub(crate) type Result<T, E = Failure> = std::result::Result<T, E>;

impl Failure {
    pub(crate) fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            advice: None,
            status: None,
            code: None,
            request_id: None,
        }
    }

    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(Kind::Usage, message)
    }

    pub(crate) fn input(message: impl Into<String>) -> Self {
        Self::new(Kind::Input, message)
    }

    /// What to do next.
    pub(crate) fn advise(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }

    /// The same failure with another kind, and so another exit code.
    pub(crate) fn with_kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    /// Puts what was done before the message.
    pub(crate) fn context(mut self, what: impl fmt::Display) -> Self {
        self.message = format!("{what}: {}", self.message);
        self
    }

    /// A failed read or write of a local file.
    pub(crate) fn file(path: &std::path::Path, verb: &str, error: &std::io::Error) -> Self {
        Self::input(format!("cannot {verb} `{}`: {}", path.display(), io_reason(error)))
    }

    pub(crate) fn kind(&self) -> Kind {
        self.kind
    }

    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    pub(crate) fn advice(&self) -> Option<&str> {
        self.advice.as_deref()
    }

    /// The one line of `--json` on standard error.
    pub(crate) fn json(&self) -> Value {
        let fields = json!({
            "kind": self.kind,
            "exit_code": self.kind.exit_code(),
            "message": self.message,
            "advice": self.advice,
            "status": self.status,
            "code": self.code,
            "request_id": self.request_id,
        });
        let fields = fields.as_object().into_iter().flatten();
        let set: serde_json::Map<_, _> = fields
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        json!({ "error": set })
    }
}

/// The system's words without Rust's `(os error N)`.
fn io_reason(error: &std::io::Error) -> String {
    let text = error.to_string();
    let end = text.find(" (os error").unwrap_or(text.len());
    let mut reason = text[..end].to_owned();
    if let Some(first) = reason.get_mut(0..1) {
        first.make_ascii_lowercase();
    }
    reason
}

/// A failed write to the output.
impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::BrokenPipe => Self::new(Kind::ClosedOutput, "the output was closed"),
            _ => Self::input(format!("cannot write the output: {}", io_reason(&error))),
        }
    }
}
