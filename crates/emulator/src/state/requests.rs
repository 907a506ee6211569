//! A record of requests, for tests to inspect.

use std::collections::{BTreeMap, VecDeque};

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use parking_lot::Mutex;

use crate::faults::Facts;

/// Requests that are kept; the oldest give way. Counts go on.
const KEPT: usize = 10_000;

/// How much of a request's body is kept, in bytes.
const KEPT_BODY: usize = 16 * 1024;

/// How the body of a response ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum BodyEnd {
    /// All of it was sent, as the emulator meant it: a fault may have meant less than the whole.
    Complete,
    /// The client went away before its end, or a fault ended the connection.
    Cut,
}

/// A request to the service, from [`Emulator::requests`](crate::Emulator::requests). Holds no credentials.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RequestRecord {
    /// The id of the operation in the documents; `None` if no operation has the path and method.
    pub operation: Option<&'static str>,
    /// The deployment in the path, decoded.
    pub deployment: Option<String>,
    /// The request's method.
    pub method: Method,
    /// The request's headers; the values of credentials are `***`.
    pub headers: HeaderMap,
    /// The start of the request's body, up to 16 KiB, as far as it was read.
    pub body: Bytes,
    /// The request's path, still percent-encoded, without the query.
    pub path: String,
    /// The response's status; `None` until it is known, and if the connection ended before it.
    pub status: Option<StatusCode>,
    /// How the response's body ended; `None` while it is sent, and where there was none.
    pub body_end: Option<BodyEnd>,
    /// Whether the request reached the service, even if it was refused there. A fault may have responded instead.
    pub processed: bool,
    /// The fault that the request met, as text.
    pub fault: Option<String>,
}

/// The last requests, and how often each operation was asked.
#[derive(Debug, Default)]
pub(crate) struct RequestLog(Mutex<Log>);

#[derive(Debug, Default)]
struct Log {
    kept: VecDeque<RequestRecord>,
    /// The number of the first one kept.
    first: u64,
    counts: BTreeMap<&'static str, u64>,
}

impl RequestLog {
    /// Takes down a request, and gives its number.
    pub(crate) fn begin(&self, facts: Facts, headers: &HeaderMap, fault: Option<String>) -> u64 {
        let mut log = self.0.lock();
        if let Some(id) = facts.operation {
            *log.counts.entry(id).or_default() += 1;
        }
        if log.kept.len() >= KEPT {
            log.kept.pop_front();
            log.first += 1;
        }
        log.kept.push_back(RequestRecord {
            operation: facts.operation,
            deployment: facts.deployment,
            method: facts.method,
            headers: without_secrets(headers),
            body: Bytes::new(),
            path: facts.path,
            status: None,
            body_end: None,
            processed: false,
            fault,
        });
        log.first + log.kept.len() as u64 - 1
    }

    pub(crate) fn end(&self, number: u64, status: Option<StatusCode>, processed: bool) {
        self.change(number, |record| {
            record.status = status;
            record.processed = processed;
        });
    }

    /// Adds a part of the request's body.
    pub(crate) fn received(&self, number: u64, part: &[u8]) {
        self.change(number, |record| {
            let room = KEPT_BODY.saturating_sub(record.body.len()).min(part.len());
            if room > 0 {
                record.body = [&record.body, &part[..room]].concat().into();
            }
        });
    }

    pub(crate) fn body_ended(&self, number: u64, end: BodyEnd) {
        self.change(number, |record| record.body_end = Some(end));
    }

    fn change(&self, number: u64, change: impl FnOnce(&mut RequestRecord)) {
        let mut log = self.0.lock();
        let index = number.checked_sub(log.first);
        let index = index.and_then(|index| usize::try_from(index).ok());
        if let Some(record) = index.and_then(|index| log.kept.get_mut(index)) {
            change(record);
        }
    }

    pub(crate) fn list(&self) -> Vec<RequestRecord> {
        self.0.lock().kept.iter().cloned().collect()
    }

    pub(crate) fn counts(&self) -> BTreeMap<&'static str, u64> {
        self.0.lock().counts.clone()
    }

    pub(crate) fn clear(&self) {
        let mut log = self.0.lock();
        // Numbers go on, so that requests still in progress do not end another record.
        log.first += log.kept.len() as u64;
        log.kept.clear();
        log.counts.clear();
    }
}

fn without_secrets(headers: &HeaderMap) -> HeaderMap {
    let mut headers = headers.clone();
    for name in ["api-key", header::AUTHORIZATION.as_str(), header::COOKIE.as_str()] {
        if let header::Entry::Occupied(mut entry) = headers.entry(name) {
            entry.insert(HeaderValue::from_static("***"));
        }
    }
    headers
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, Method, StatusCode};

    use super::{KEPT, RequestLog};
    use crate::catalogue::Route;
    use crate::faults::Facts;

    #[test]
    fn keeps_the_last_and_counts_all() {
        let log = RequestLog::default();
        let route = Route::find(&Method::GET, "/openai/files", true);
        let facts = Facts::new(&Method::GET, "/openai/files", &route);
        let number = log.begin(facts.clone(), &HeaderMap::new(), None);
        let late = log.begin(facts.clone(), &HeaderMap::new(), None);
        for _ in 1..KEPT {
            log.begin(facts.clone(), &HeaderMap::new(), None);
        }
        assert_eq!(log.list().len(), KEPT);
        assert_eq!(log.counts()["Files_List"], KEPT as u64 + 1);
        log.end(number, Some(StatusCode::OK), true);
        assert!(log.list().iter().all(|record| record.status.is_none()));
        log.end(late, Some(StatusCode::OK), true);
        assert_eq!(log.list()[0].status, Some(StatusCode::OK));
        log.clear();
        log.begin(facts, &HeaderMap::new(), None);
        log.end(late, Some(StatusCode::OK), true);
        assert_eq!(log.list()[0].status, None);
    }
}
