//! On a paused clock, with replies from memory: every pause is exact.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use http::{HeaderMap, HeaderValue, StatusCode};
use proptest::prelude::*;

use super::*;
use crate::error::ErrorKind;
use crate::head::ResponseHead;

#[derive(Clone, Debug, serde::Deserialize)]
struct Work {
    id: String,
    state: String,
}

impl crate::FromJson for Work {}

impl Job for Work {
    const NAME: &'static str = "work";
    const INTERVAL: Interval = Interval::new(Duration::from_secs(10), Duration::from_secs(30));
    const DEADLINE: Duration = Duration::from_secs(1000);

    fn id(&self) -> &str {
        &self.id
    }

    fn state(&self) -> &str {
        &self.state
    }

    fn phase(&self) -> Phase {
        match self.state.as_str() {
            "done" => Phase::Succeeded,
            "broken" => Phase::Failed,
            _ => Phase::Running,
        }
    }

    fn problem(&self) -> Cow<'_, str> {
        "line 3:\nno JSON".into()
    }
}

/// How the service replies to a poll.
#[derive(Clone, Debug)]
enum Reply {
    State(&'static str),
    /// And asks to wait so many seconds.
    After(&'static str, &'static str),
    Status(u16),
    StatusAfter(u16, &'static str),
    Never,
}

/// The replies in order, the last for ever; and when each poll came, in seconds.
fn watch(
    replies: impl IntoIterator<Item = Reply>,
    change: impl FnOnce(&mut Settings),
) -> (Watch<Work>, Arc<Mutex<Vec<u64>>>) {
    let mut settings = Settings {
        interval: Work::INTERVAL,
        deadline: Some(Work::DEADLINE),
        every_poll: false,
    };
    change(&mut settings);
    let mut replies: VecDeque<_> = replies.into_iter().collect();
    let times = Arc::new(Mutex::new(Vec::new()));
    let start = Instant::now();
    let log = Arc::clone(&times);
    let ask = move || -> Poll<Work> {
        log.lock().unwrap().push(start.elapsed().as_secs());
        let reply = match replies.len() {
            1 => replies[0].clone(),
            _ => replies.pop_front().unwrap(),
        };
        Box::pin(reply.given())
    };
    (Watch::new(Box::new(ask), settings), times)
}

impl Reply {
    async fn given(self) -> Result<Response<Work>, Error> {
        let (status, state, after) = match self {
            Self::State(state) => (200, state, None),
            Self::After(state, after) => (200, state, Some(after)),
            Self::Status(status) => (status, "", None),
            Self::StatusAfter(status, after) => (status, "", Some(after)),
            Self::Never => std::future::pending().await,
        };
        let mut headers = HeaderMap::new();
        if let Some(after) = after {
            headers.insert("retry-after", HeaderValue::from_static(after));
        }
        let status = StatusCode::from_u16(status).unwrap();
        if !status.is_success() {
            return Err(Error::from_response("Work_Get", status, headers, b""));
        }
        let work = Work {
            id: "w-1".to_owned(),
            state: state.to_owned(),
        };
        let head = ResponseHead {
            operation: "Work_Get",
            status,
            headers: headers.into(),
            endpoint: None,
            attempt: 1,
        };
        Ok(Response::new(work, Arc::new(head)))
    }
}

use Reply::{After, Never, State, Status, StatusAfter};

#[tokio::test(start_paused = true)]
async fn first_poll_is_immediate_and_pauses_grow() {
    let (watch, times) = watch(
        [
            State("queued"),
            State("a"),
            State("a"),
            State("b"),
            State("b"),
            State("done"),
        ],
        |_| {},
    );
    let job = watch.finish().await.unwrap();
    assert_eq!(job.state, "done");
    assert_eq!(*times.lock().unwrap(), [0, 10, 25, 47, 77, 107]);
}

#[tokio::test(start_paused = true)]
async fn only_changes_are_returned_unless_every_poll_is_wanted() {
    for (every, expected) in [
        (false, vec!["queued", "a", "b", "done"]),
        (true, vec!["queued", "a", "A", "b", "done"]),
    ] {
        let (watch, _) = watch(
            [State("queued"), State("a"), State("A"), State("b"), State("done")],
            |settings| settings.every_poll = every,
        );
        let returned: Vec<_> = watch
            .into_stream()
            .map(|job| job.unwrap().into_value().state)
            .collect()
            .await;
        assert_eq!(returned, expected);
    }
}

#[tokio::test(start_paused = true)]
async fn poll_waits_as_long_as_retry_after() {
    let (watch, times) = watch(
        [
            After("a", "3"),
            After("a", "100"),
            After("a", "0"),
            State("a"),
            State("done"),
        ],
        |_| {},
    );
    watch.finish().await.unwrap();
    // Zero is not a hint.
    assert_eq!(*times.lock().unwrap(), [0, 3, 103, 125, 155]);
}

#[tokio::test(start_paused = true)]
async fn failed_poll_returns_the_job() {
    let (watch, _) = watch([State("a"), State("broken")], |_| {});
    let mut watch = std::pin::pin!(watch.into_stream());
    assert_eq!(watch.next().await.unwrap().unwrap().state, "a");
    let error = watch.next().await.unwrap().unwrap_err();
    assert!(watch.next().await.is_none());
    assert!(error.is_failed());
    assert_eq!(error.job().unwrap().state, "broken");
    assert_eq!(error.to_string(), "the work w-1 is broken: line 3: no JSON");
    let error = Error::from(error);
    assert_eq!(error.kind(), ErrorKind::Job);
    assert_eq!(
        error.to_string(),
        "the job did not succeed: the work w-1 is broken: line 3: no JSON"
    );
}

#[tokio::test(start_paused = true)]
async fn failed_poll_is_not_repeated() {
    for (failure, status) in [(Status(503), 503), (StatusAfter(429, "40"), 429), (Status(404), 404)] {
        let (watch, times) = watch([State("a"), failure, State("done")], |_| {});
        let error = watch.finish().await.unwrap_err();
        assert_eq!(times.lock().unwrap().len(), 2);
        assert_eq!(error.job().unwrap().state, "a");
        assert!(error.to_string().starts_with("cannot poll the work w-1: "), "{error}");
        assert_eq!(Error::from(error).status().unwrap().as_u16(), status);
    }
}

#[tokio::test(start_paused = true)]
async fn deadline_ends_polling_between_and_within_polls() {
    for (replies, polls) in [(vec![State("new-word")], 2), (vec![State("a"), Never], 2)] {
        let (watch, times) = watch(replies, |settings| {
            settings.deadline = Some(Duration::from_secs(24));
        });
        let error = watch.finish().await.unwrap_err();
        let PollError::TimedOut { job, waited } = &error else {
            panic!("{error}")
        };
        assert_eq!(*waited, Duration::from_secs(24));
        assert!(job.is_some());
        assert_eq!(times.lock().unwrap().len(), polls);
        assert!(Error::from(error).is_timeout());
    }
    // A deadline that the clock cannot represent is none.
    let (watch, _) = watch([State("a"), State("done")], |settings| {
        settings.deadline = Some(Duration::MAX);
    });
    watch.finish().await.unwrap();
}

fn replies() -> impl Strategy<Value = Vec<Reply>> {
    let one = prop_oneof![
        4 => prop::sample::select(vec!["a", "b", "unheard-of", ""]).prop_map(State),
        1 => prop::sample::select(vec!["0", "5", "86400", "soon", "-1", "1e300"]).prop_map(|after| After("a", after)),
        1 => prop::sample::select(vec![429, 500, 503, 404]).prop_map(Status),
        1 => Just(StatusAfter(429, "7")),
        1 => Just(Never),
        1 => Just(State("done")),
        1 => Just(State("broken")),
    ];
    prop::collection::vec(one, 1..20)
}

proptest! {
    #[test]
    fn polling_ends_by_the_deadline_at_the_allowed_rate(replies in replies()) {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .unwrap();
        runtime.block_on(async {
            let start = Instant::now();
            let (watch, times) = watch(replies, |_| {});
            let result = watch.finish().await;
            prop_assert!(start.elapsed() <= Work::DEADLINE + Duration::from_millis(1));
            if let Ok(job) = result {
                prop_assert_eq!(&job.state, "done");
            }
            let times = times.lock().unwrap();
            prop_assert!(times.windows(2).all(|pair| pair[1] > pair[0]), "{:?}", times);
            Ok(())
        })?;
    }
}
