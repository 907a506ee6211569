//! A record of requests, for tests to inspect.

use std::collections::{BTreeMap, VecDeque};

use http::{Method, StatusCode};
use parking_lot::Mutex;

use crate::faults::Facts;

/// Requests that are kept; the oldest give way. Counts go on.
const KEPT: usize = 10_000;

/// A request to the service, from [`Emulator::requests`](crate::Emulator::requests). Holds neither credentials nor
/// bodies.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RequestRecord {
    /// The id of the operation in the documents; `None` if no operation has the path and method.
    pub operation: Option<&'static str>,
    /// The deployment in the path, decoded.
    pub deployment: Option<String>,
    /// The request's method.
    pub method: Method,
    /// The request's path, still percent-encoded, without the query.
    pub path: String,
    /// The response's status; `None` until it is known, and if the connection ended before it.
    pub status: Option<StatusCode>,
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
    pub(crate) fn begin(&self, facts: Facts, fault: Option<String>) -> u64 {
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
            path: facts.path,
            status: None,
            processed: false,
            fault,
        });
        log.first + log.kept.len() as u64 - 1
    }

    pub(crate) fn end(&self, number: u64, status: Option<StatusCode>, processed: bool) {
        let mut log = self.0.lock();
        let index = number.checked_sub(log.first);
        let index = index.and_then(|index| usize::try_from(index).ok());
        if let Some(record) = index.and_then(|index| log.kept.get_mut(index)) {
            record.status = status;
            record.processed = processed;
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

#[cfg(test)]
mod tests {
    use http::{Method, StatusCode};

    use super::{KEPT, RequestLog};
    use crate::catalogue::Route;
    use crate::faults::Facts;

    #[test]
    fn keeps_the_last_and_counts_all() {
        let log = RequestLog::default();
        let route = Route::find(&Method::GET, "/openai/files", true);
        let facts = Facts::new(&Method::GET, "/openai/files", &route);
        let number = log.begin(facts.clone(), None);
        let late = log.begin(facts.clone(), None);
        for _ in 1..KEPT {
            log.begin(facts.clone(), None);
        }
        assert_eq!(log.list().len(), KEPT);
        assert_eq!(log.counts()["Files_List"], KEPT as u64 + 1);
        log.end(number, Some(StatusCode::OK), true);
        assert!(log.list().iter().all(|record| record.status.is_none()));
        log.end(late, Some(StatusCode::OK), true);
        assert_eq!(log.list()[0].status, Some(StatusCode::OK));
        log.clear();
        log.begin(facts, None);
        log.end(late, Some(StatusCode::OK), true);
        assert_eq!(log.list()[0].status, None);
    }
}
