//! What the doctor finds, check by check.

use azure_openai_emulator::Emulator;
use serde_json::Value;

use crate::support::{Ran, Sandbox, finish};

/// The status of each check.
fn statuses(ran: &Ran) -> Vec<(String, String)> {
    let lines = ran
        .stdout
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    lines
        .map(|line| (text(&line["check"]), text(&line["status"])))
        .collect()
}

fn status<'a>(statuses: &'a [(String, String)], check: &str) -> &'a str {
    &statuses.iter().find(|(name, _)| name == check).unwrap().1
}

#[test]
fn healthy_resource_passes_every_check() {
    let sandbox = Sandbox::with(Emulator::builder());
    let ran = sandbox.run(&["doctor", "--json"]);
    let all = statuses(&ran);
    assert!(all.iter().all(|(_, status)| status == "ok"), "{all:?}");
    let checks: Vec<_> = all.iter().map(|(check, _)| check.as_str()).collect();
    assert_eq!(
        checks,
        [
            "configuration",
            "dns",
            "connection",
            "tls",
            "credential",
            "api-version",
            "deployments"
        ]
    );
    let text = sandbox.run(&["doctor"]).ok();
    assert!(
        text.starts_with("ok      configuration  environment: http://127.0.0.1:"),
        "{text}"
    );
}

#[test]
fn each_failure_has_its_exit_code_and_advice() {
    let sandbox = Sandbox::with(Emulator::builder());
    let endpoint = sandbox.emulator().endpoint().to_owned();
    let run = |arguments: &[&str], endpoint: &str, key: &str, chat: &str| {
        let mut command = sandbox.bare(&[&["doctor", "--json"], arguments].concat());
        command
            .env("AZURE_OPENAI_ENDPOINT", endpoint)
            .env("AZURE_OPENAI_API_KEY", key)
            .env("AZURE_OPENAI_CHAT_DEPLOYMENT", chat);
        finish(command.spawn().unwrap())
    };
    let key = sandbox.emulator().api_key().to_owned();
    let closed = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}", listener.local_addr().unwrap())
    };
    for (arguments, endpoint, key, chat, check, code, advice) in [
        (
            &[][..],
            endpoint.as_str(),
            "wrong",
            "gpt-4o",
            "credential",
            4,
            "Keys and Endpoint",
        ),
        (
            &["--api-version", "1999-01-01"],
            &endpoint,
            &key,
            "gpt-4o",
            "api-version",
            5,
            "does not know the api-version",
        ),
        (&[], &endpoint, &key, "gone", "deployments", 5, "configure one of these"),
        (&[], &closed, &key, "gpt-4o", "connection", 7, "firewall"),
        (
            &[],
            "https://no-such-host.invalid",
            &key,
            "gpt-4o",
            "dns",
            7,
            "spelling",
        ),
        (
            &["--profile", "none"],
            &endpoint,
            &key,
            "gpt-4o",
            "configuration",
            4,
            "write a profile",
        ),
    ] {
        let ran = run(arguments, endpoint, key, chat);
        let all = statuses(&ran);
        assert_eq!(status(&all, check), "failed", "{ran:?}");
        assert!(ran.stdout.contains(advice), "{ran:?}");
        if check != "deployments" {
            assert_eq!(status(&all, "deployments"), "skipped", "{ran:?}");
        }
        ran.fails(code);
    }
}
