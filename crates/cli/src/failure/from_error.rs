//! The library's errors as failures of a command.

use azure_openai::polling::Job;
use azure_openai::{Error, ErrorKind, PollError};

use super::{Failure, Kind};

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::of(&error)
    }
}

impl<T: Job> From<PollError<T>> for Failure {
    fn from(error: PollError<T>) -> Self {
        Self::of(&Error::from(error))
    }
}

impl Failure {
    /// The failure that an error of the library means.
    pub(crate) fn of(error: &Error) -> Self {
        Self {
            kind: kind(error),
            message: error.to_string(),
            advice: advice(error),
            status: error.status().map(|status| status.as_u16()),
            code: error.code().map(str::to_owned),
            request_id: error.request_id().map(str::to_owned),
        }
    }
}

fn kind(error: &Error) -> Kind {
    if error.is_content_filtered() {
        return Kind::Blocked;
    }
    if error.is_rate_limited() {
        return Kind::RateLimited;
    }
    if error.is_credential() || error.is_unauthorized() || error.is_forbidden() {
        return Kind::Credential;
    }
    if error.is_not_found() {
        return Kind::NotFound;
    }
    if let Some(status) = error.status().filter(|_| error.kind() == ErrorKind::Status) {
        return match status.as_u16() {
            408 | 504 => Kind::Network,
            400..=499 => Kind::Input,
            500..=599 => Kind::Service,
            _ => Kind::Unexpected,
        };
    }
    match error.kind() {
        ErrorKind::InvalidRequest | ErrorKind::File => Kind::Input,
        ErrorKind::Connect | ErrorKind::Send | ErrorKind::Timeout | ErrorKind::Body | ErrorKind::Truncated => {
            Kind::Network
        }
        ErrorKind::Stream | ErrorKind::CircuitOpen => Kind::Service,
        ErrorKind::Job => Kind::Incomplete,
        _ => Kind::Unexpected,
    }
}

/// What this program has to say beyond the library's own advice, which is in the message.
fn advice(error: &Error) -> Option<String> {
    let text = match kind(error) {
        Kind::Credential => {
            "check that the key or token belongs to this endpoint: `aoai --help` says where both are read from"
        }
        Kind::NotFound if error.code() == Some("DeploymentNotFound") => {
            "run `aoai deployments` to list the deployments, then pass one with --deployment"
        }
        Kind::Network if error.is_connect() => "check the endpoint, the network and the proxy",
        Kind::RateLimited => "wait, or ask for less at once (--concurrency); quota is raised in the Azure portal",
        _ => return None,
    };
    Some(text.to_owned())
}
