//! All of it on a paused clock.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::atomic::{AtomicUsize, Ordering};

use futures_util::future::join_all;
use tokio::time::{advance, sleep};

use super::*;

const HOUR: Duration = Duration::from_secs(3600);
/// How long the source takes to respond.
const TAKES: Duration = Duration::from_millis(200);

/// A cache over a source that gives `t1`, `t2`, … and the number of times it was asked.
fn source(
    response: impl Fn(usize, Option<Secret>) -> Result<AccessToken, BoxError> + Send + Sync + 'static,
) -> (Arc<TokenCache>, Arc<AtomicUsize>) {
    let asked = Arc::new(AtomicUsize::new(0));
    let response = Arc::new(response);
    let cache = TokenCache::new({
        let asked = Arc::clone(&asked);
        move |rejected| {
            let count = asked.fetch_add(1, Ordering::SeqCst) + 1;
            let response = Arc::clone(&response);
            async move {
                sleep(TAKES).await;
                response(count, rejected)
            }
        }
    });
    (Arc::new(cache), asked)
}

fn numbered(count: usize, _: Option<Secret>) -> Result<AccessToken, BoxError> {
    Ok(AccessToken::new(format!("t{count}"), HOUR))
}

async fn token(cache: &TokenCache) -> Result<String, String> {
    shown(cache.token().await)
}

async fn refresh(cache: &TokenCache, rejected: &str) -> Result<String, String> {
    shown(cache.refresh(&Secret::from(rejected)).await)
}

fn shown(result: Result<Secret, BoxError>) -> Result<String, String> {
    result
        .map(|secret| secret.expose().to_owned())
        .map_err(|error| error.to_string())
}

#[tokio::test(start_paused = true)]
async fn concurrent_requests_share_one_token_request() {
    let (cache, asked) = source(numbered);
    let tokens = join_all((0..100).map(|_| token(&cache))).await;
    assert!(tokens.iter().all(|token| token.as_deref() == Ok("t1")), "{tokens:?}");
    assert_eq!(asked.load(Ordering::SeqCst), 1);
}

#[tokio::test(start_paused = true)]
async fn a_token_is_renewed_ahead_while_calls_go_on_with_it() {
    let (cache, asked) = source(numbered);
    assert_eq!(token(&cache).await.unwrap(), "t1");
    advance(HOUR - AHEAD - Duration::from_secs(1)).await;
    assert_eq!(token(&cache).await.unwrap(), "t1");
    assert_eq!(asked.load(Ordering::SeqCst), 1, "too early");

    advance(Duration::from_secs(2)).await;
    let before = Instant::now();
    let tokens = join_all((0..100).map(|_| token(&cache))).await;
    assert!(tokens.iter().all(|token| token.as_deref() == Ok("t1")));
    assert_eq!(Instant::now(), before, "nobody waits for it");
    sleep(2 * TAKES).await;
    assert_eq!(token(&cache).await.unwrap(), "t2");
    assert_eq!(asked.load(Ordering::SeqCst), 2);
}

#[tokio::test(start_paused = true)]
async fn requests_wait_for_a_refresh_of_an_expired_token() {
    let (cache, asked) = source(numbered);
    token(&cache).await.unwrap();
    advance(HOUR).await;
    let tokens = join_all((0..100).map(|_| token(&cache))).await;
    assert!(tokens.iter().all(|token| token.as_deref() == Ok("t2")));
    assert_eq!(asked.load(Ordering::SeqCst), 2);
}

#[tokio::test(start_paused = true)]
async fn failed_refresh_keeps_the_token_until_it_expires() {
    let (cache, asked) = source(|count, rejected| match count {
        1 => numbered(1, rejected),
        _ => Err("the endpoint is down".into()),
    });
    token(&cache).await.unwrap();
    let start = Instant::now();
    advance(HOUR - AHEAD).await;
    while Instant::now() - start < HOUR - Duration::from_secs(1) {
        assert_eq!(token(&cache).await.unwrap(), "t1");
        sleep(Duration::from_secs(1)).await;
    }
    // 300 requests in 300 s, and the provider is left out for longer and longer.
    let times = asked.load(Ordering::SeqCst);
    assert!((5..=20).contains(&times), "asked {times} times");
    sleep(Duration::from_secs(40)).await;
    assert_eq!(token(&cache).await.unwrap_err(), "the endpoint is down");
}

#[tokio::test(start_paused = true)]
async fn failing_provider_is_called_once_by_many_requests_and_rests() {
    let (cache, asked) = source(|_, _| Err("no such identity".into()));
    for round in 1..=3 {
        let tokens = join_all((0..100).map(|_| token(&cache))).await;
        assert!(tokens.iter().all(|token| *token == Err("no such identity".to_owned())));
        assert_eq!(asked.load(Ordering::SeqCst), round);
        // The next herd comes at once and gets the same.
        assert!(token(&cache).await.is_err());
        assert_eq!(asked.load(Ordering::SeqCst), round);
        sleep(LONGEST_PAUSE).await;
    }
}

#[tokio::test(start_paused = true)]
async fn provider_that_recovers_is_used_again() {
    let (cache, _) = source(|count, rejected| match count {
        1 => Err("busy".into()),
        _ => numbered(count, rejected),
    });
    assert!(token(&cache).await.is_err());
    sleep(FIRST_PAUSE).await;
    assert_eq!(token(&cache).await.unwrap(), "t2");
}

/// However long it waits after a failure, it is asked once more before the token is of no use.
#[tokio::test(start_paused = true)]
async fn expired_token_is_requested_again_despite_the_pause() {
    let (cache, asked) = source(|count, rejected| match count {
        2..=5 => Err("busy".into()),
        _ => numbered(count, rejected),
    });
    token(&cache).await.unwrap();
    advance(HOUR - LATE - Duration::from_secs(10)).await;
    for _ in 0..200 {
        token(&cache).await.unwrap();
        sleep(Duration::from_millis(500)).await;
    }
    assert_eq!(asked.load(Ordering::SeqCst), 6);
}

#[tokio::test(start_paused = true)]
async fn concurrent_401s_refresh_the_token_once() {
    let (cache, asked) = source(|count, rejected| {
        let seen = rejected.map(|secret| secret.expose().to_owned());
        assert_eq!(seen.as_deref(), (count > 1).then_some("t1"));
        numbered(count, None)
    });
    token(&cache).await.unwrap();
    let tokens = join_all((0..100).map(|_| refresh(&cache, "t1"))).await;
    assert!(tokens.iter().all(|token| token.as_deref() == Ok("t2")));
    // One that was still on its way with the old token.
    assert_eq!(refresh(&cache, "t1").await.unwrap(), "t2");
    assert_eq!(asked.load(Ordering::SeqCst), 2);
}

#[tokio::test(start_paused = true)]
async fn provider_that_repeats_a_rejected_token_is_not_called_at_every_401() {
    let (cache, asked) = source(|_, _| Ok(AccessToken::new("t1", HOUR)));
    token(&cache).await.unwrap();
    for _ in 0..10 {
        assert_eq!(refresh(&cache, "t1").await.unwrap(), "t1");
    }
    assert_eq!(asked.load(Ordering::SeqCst), 2);
    advance(LONGEST_PAUSE).await;
    refresh(&cache, "t1").await.unwrap();
    assert_eq!(asked.load(Ordering::SeqCst), 3);
}

#[tokio::test(start_paused = true)]
async fn token_rejected_during_a_refresh_is_refreshed_again() {
    // The second fetch starts ahead of expiry and brings the old token; the third knows of the rejection.
    let (cache, asked) = source(|count, rejected| {
        assert_eq!(rejected.is_some(), count == 3);
        Ok(AccessToken::new(if count == 3 { "new" } else { "old" }, HOUR))
    });
    token(&cache).await.unwrap();
    advance(HOUR - AHEAD).await;
    token(&cache).await.unwrap();
    assert_eq!(refresh(&cache, "old").await.unwrap(), "new");
    assert_eq!(asked.load(Ordering::SeqCst), 3);
}

#[tokio::test(start_paused = true)]
async fn token_request_survives_the_request_that_began_it() {
    let (cache, asked) = source(numbered);
    assert!(tokio::time::timeout(TAKES / 2, token(&cache)).await.is_err());
    assert_eq!(token(&cache).await.unwrap(), "t1");
    assert_eq!(asked.load(Ordering::SeqCst), 1);
}

#[tokio::test(start_paused = true)]
async fn provider_that_never_responds_is_given_up() {
    let cache = TokenCache::new(|_| std::future::pending());
    let error = token(&cache).await.unwrap_err();
    assert!(error.contains("90 s"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn an_expired_token_is_refused() {
    let (cache, _) = source(|_, _| Ok(AccessToken::new("t", Duration::ZERO)));
    assert!(token(&cache).await.unwrap_err().contains("expired"));
}

/// The first runtime is shut down while it asks; the next one asks anew.
#[test]
fn token_cache_works_in_a_second_runtime() {
    let (cache, asked) = source(numbered);
    let runtime = || {
        tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .unwrap()
    };
    runtime().block_on(async {
        let _ = tokio::time::timeout(TAKES / 2, token(&cache)).await;
    });
    assert_eq!(runtime().block_on(token(&cache)).unwrap(), "t2");
    assert_eq!(asked.load(Ordering::SeqCst), 2);
}

#[tokio::test(start_paused = true)]
async fn panicking_provider_is_treated_as_a_failure() {
    let (cache, asked) = source(|_, _| panic!("a bug of the caller"));
    let tokens = join_all((0..1000).map(|_| token(&cache))).await;
    assert!(
        tokens
            .iter()
            .all(|token| token.as_ref().is_err_and(|error| error.contains("panicked")))
    );
    assert_eq!(asked.load(Ordering::SeqCst), 1);
    advance(FIRST_PAUSE).await;
    assert!(token(&cache).await.is_err());
    assert_eq!(asked.load(Ordering::SeqCst), 2);
}
