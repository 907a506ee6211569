//! azure_identity's managed identity credential against a token endpoint on loopback.
//!
//! It reads `IDENTITY_ENDPOINT` and `IDENTITY_HEADER` from the process environment, so the requests are sent by a child
//! process: this test binary, started again for the ignored test below.

use std::process::Stdio;
use std::time::{Duration, Instant};

use azure_openai::entra::{self, UserAssignedId};
use azure_openai::{Client, Credential, Error, ErrorKind};
use futures_util::future::join_all;

use super::token_server::{self, HEADER, TOKEN};

const SERVICE: &str = "AZURE_OPENAI_TEST_IDENTITY_SERVICE";

#[tokio::test]
async fn managed_identity_token_is_sent() {
    let (endpoint, asked) = token_server::start().await;
    let (service, seen) = token_server::start_service().await;
    let output = tokio::process::Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "credentials::managed_identity::in_a_process_with_an_identity",
        ])
        .args(["--ignored", "--nocapture", "--test-threads=1"])
        .env("IDENTITY_ENDPOINT", endpoint)
        .env("IDENTITY_HEADER", HEADER)
        .env(SERVICE, &service)
        // Everything is printed, and searched below.
        .env(tests::trace::VARIABLE, "1")
        // The variables that `from_env` reads.
        .env("AZURE_OPENAI_ENDPOINT", &service)
        .env("AZURE_CLIENT_ID", "environment")
        // An unreachable proxy: requests to loopback must bypass it.
        .env("HTTP_PROXY", "http://127.0.0.1:1")
        .env("http_proxy", "http://127.0.0.1:1")
        .env("ALL_PROXY", "http://127.0.0.1:1")
        .env_remove("NO_PROXY")
        .env_remove("no_proxy")
        .env_remove("AZURE_OPENAI_API_KEY")
        .env_remove("AZURE_OPENAI_AD_TOKEN")
        .env_remove("AZURE_TOKEN_CREDENTIALS")
        .env_remove("AZURE_CLIENT_SECRET")
        .env_remove("AZURE_FEDERATED_TOKEN_FILE")
        .env_remove("IDENTITY_SERVER_THUMBPRINT")
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .output()
        .await
        .unwrap();
    let printed = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.success(), "{printed}");
    assert!(printed.contains("1 passed"), "{printed}");
    assert!(printed.contains("a token came"), "{printed}");
    for canary in [HEADER, TOKEN] {
        assert!(!printed.contains(canary), "{printed}");
    }

    for (identity, times) in [
        ("system", 1),
        ("hundred", 1),
        ("environment", 1),
        ("revoked", 2),
        // A hundred requests at once, and one more.
        ("unknown", 1),
        ("short", 2),
        ("recovering", 3),
    ] {
        assert_eq!(asked.times(identity), times, "{identity}");
    }
    let seen = seen.lock().unwrap();
    let sent = |token: &str| {
        let token = format!("{TOKEN}-{token}");
        seen.iter().filter(|other| **other == token).count()
    };
    assert_eq!(sent("system-1"), 1);
    assert_eq!(sent("hundred-1"), 100);
    assert_eq!((sent("revoked-1"), sent("revoked-2")), (100, 101));
    assert_eq!(sent("unknown-1"), 0);
}

fn client(service: &str, identity: &str) -> Client {
    let credential = entra::user_assigned_identity(UserAssignedId::ClientId(identity.to_owned()));
    with(service, credential.build().unwrap())
}

fn with(service: &str, credential: Credential) -> Client {
    let builder = Client::builder().with_endpoint(service).with_credential(credential);
    builder.build().unwrap()
}

async fn call(client: &Client) -> Result<(), Error> {
    client.inference().models().list().await.map(drop)
}

async fn herd(client: &Client) -> Vec<Result<(), Error>> {
    join_all((0..100).map(|_| call(client))).await
}

/// Sends requests until the duration has passed; each must succeed.
async fn keep_calling(client: &Client, time: Duration) {
    let start = Instant::now();
    while start.elapsed() < time {
        call(client).await.unwrap();
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "run by the test above, in a process of its own"]
async fn in_a_process_with_an_identity() {
    let Ok(service) = std::env::var(SERVICE) else {
        return;
    };
    tests::trace::start();
    let system = with(&service, entra::managed_identity().build().unwrap());
    call(&system).await.unwrap();
    call(&Client::from_env().unwrap()).await.unwrap();

    let hundred = async {
        for result in herd(&client(&service, "hundred")).await {
            result.unwrap();
        }
    };
    let revoked = async {
        let client = client(&service, "revoked");
        for result in herd(&client).await {
            result.unwrap();
        }
        call(&client).await.unwrap();
    };
    let unknown = async {
        let client = client(&service, "unknown");
        let mut results = herd(&client).await;
        results.push(call(&client).await);
        println!("{:?}", results[0]);
        for result in results {
            let error = result.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Credential);
            let text = error.to_string();
            for expected in [
                "Models_List: cannot get a token to send: the managed identity returned no token (403), check",
                "no such identity for [redacted]",
            ] {
                assert!(text.contains(expected), "{text}");
            }
        }
    };
    // The first token is valid for 1 to 2 seconds; the requests continue past that.
    let short = client(&service, "short");
    let short = keep_calling(&short, Duration::from_millis(2500));
    // The first token is valid for 3 to 4 seconds; its renewal in the last quarter fails once, then succeeds.
    let recovering = client(&service, "recovering");
    let recovering = keep_calling(&recovering, Duration::from_secs(5));
    tokio::join!(hundred, revoked, unknown, short, recovering);
}
