//! The program: what it prints, and that it stays small and stops cleanly.

use std::process::Stdio;
use std::time::Duration;

use futures_util::StreamExt as _;
use reqwest::multipart::{Form, Part};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, BufReader};
use tokio::process::{Child, Command};

use crate::client::http;

const SIZE: usize = 64 * 1024 * 1024;
const BLOCK: usize = 1024 * 1024;

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_azure-openai-emulator"));
    command
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    command
}

/// The program, and the endpoint that it printed.
async fn started(arguments: &[&str]) -> (Child, String, String) {
    let mut child = program(arguments).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut banner = String::new();
    while let Some(line) = lines.next_line().await.unwrap() {
        banner.push_str(&line);
        banner.push('\n');
        if line.contains("-d '") {
            break;
        }
    }
    let endpoint = banner.lines().next().unwrap().rsplit(' ').next().unwrap().to_owned();
    (child, endpoint, banner)
}

/// Block `index` of the file that is uploaded: no two are alike.
fn block(index: usize) -> Vec<u8> {
    let bytes: Vec<u8> = (0..=u8::MAX).collect();
    let mut block = bytes.repeat(BLOCK / bytes.len());
    block[..8].copy_from_slice(&(index as u64).to_le_bytes());
    block
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_large_upload_leaves_memory_flat_and_ctrl_c_stops() {
    let (mut child, endpoint, banner) = started(&["--port", "0", "--api-key", "it's"]).await;
    assert!(
        banner.contains("API key: it's") && banner.contains(r"-H 'api-key: it'\''s'"),
        "{banner}"
    );

    let http = http();
    let blocks = (0..SIZE / BLOCK).map(|index| Ok::<_, std::io::Error>(block(index)));
    let stream = reqwest::Body::wrap_stream(futures_util::stream::iter(blocks));
    let part = Part::stream(stream)
        .file_name("big")
        .mime_str("application/octet-stream")
        .unwrap();
    let form = Form::new().text("purpose", "batch").part("file", part);
    let url = |path: &str| format!("{endpoint}/openai/files{path}?api-version=2025-03-01-preview");
    let response = http
        .post(url(""))
        .header("api-key", "it's")
        .multipart(form)
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), 201);
    let file: serde_json::Value = serde_json::from_str(&response.text().await.unwrap()).unwrap();
    assert_eq!(file["bytes"], SIZE);

    let content = http
        .get(url(&format!("/{}/content", file["id"].as_str().unwrap())))
        .header("api-key", "it's");
    let mut content = content.send().await.unwrap().bytes_stream();
    let (mut read, mut index) = (Vec::with_capacity(2 * BLOCK), 0);
    while let Some(received) = content.next().await {
        read.extend_from_slice(&received.unwrap());
        while read.len() >= BLOCK {
            assert!(read[..BLOCK] == block(index), "block {index}");
            read.drain(..BLOCK);
            index += 1;
        }
    }
    assert_eq!((index, read.len()), (SIZE / BLOCK, 0));

    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id().unwrap())).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let peak: u64 = peak.trim().trim_end_matches(" kB").parse().unwrap();
    assert!(peak < 48 * 1024, "a peak of {peak} KiB for a file of {SIZE} bytes");

    interrupt(&child).await;
    let status = tokio::time::timeout(Duration::from_secs(10), child.wait())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(status.code(), Some(0));
    let mut log = String::new();
    child.stderr.take().unwrap().read_to_string(&mut log).await.unwrap();
    assert!(
        log.starts_with("201 POST /openai/files api-version=2025-03-01-preview "),
        "{log}"
    );
    assert!(!log.contains("it's"), "{log}");
}

/// Presses Ctrl-C.
#[cfg(unix)]
async fn interrupt(child: &Child) {
    let id = child.id().unwrap().to_string();
    let status = Command::new("kill").args(["-INT", &id]).status().await.unwrap();
    assert!(status.success());
}

#[tokio::test]
async fn help_version_and_mistakes() {
    let run = async |arguments: &[&str]| {
        let output = program(arguments).output().await.unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    let (code, help, _) = run(&["--help"]).await;
    assert_eq!(code, Some(0));
    for option in [
        "--port",
        "--api-key",
        "--bearer-token",
        "--deployment",
        "--blocked-marker",
        "--token-lifetime",
        "--disable-keys",
        "--no-default-deployments",
        "--clock-speed",
        "--rate-limit",
        "--gateway-limit",
        "--fault",
        "x-emulator-fault",
        "/emulator/faults",
        "--help",
        "--version",
    ] {
        assert!(help.contains(option), "{option}");
    }
    assert_eq!(
        run(&["-V"]).await.1,
        format!("azure-openai-emulator {}\n", env!("CARGO_PKG_VERSION"))
    );
    for (arguments, message) in [
        (&["--port", "x"][..], "invalid digit"),
        (&["--port"], "missing argument"),
        (&["--nothing"], "--nothing"),
        (&["extra"], "extra"),
        (&["--deployment", "mine"], "NAME=MODEL"),
        (&["--fault", "status=99"], "from 200 to 599"),
        (&["--fault", "nothing"], "known names: status, "),
        (&["--rate-limit", "gpt-4o=60"], "NAME=REQUESTS/TOKENS"),
        (&["--clock-speed", "-1"], "at least 0"),
        (&["--clock-speed", "inf"], "at least 0"),
        (&["--gateway-limit", "many"], "invalid digit"),
    ] {
        let (code, _, errors) = run(arguments).await;
        assert_eq!(code, Some(2), "{errors}");
        assert!(errors.contains(message) && errors.contains("--help"), "{errors}");
    }
    let (code, _, errors) = run(&["--port", "0", "--deployment", "mine=gpt-99"]).await;
    assert_eq!(code, Some(1));
    assert!(
        errors.contains("unknown model") && errors.contains("gpt-4o"),
        "{errors}"
    );
}

#[cfg(unix)]
#[tokio::test]
async fn options_reach_the_emulator() {
    let (mut child, endpoint, banner) = started(&[
        "--port=0",
        "--api-key=k",
        "--disable-keys",
        "--bearer-token=a",
        "--bearer-token=b",
        "--token-lifetime=60",
        "--no-default-deployments",
        "--deployment=gpt-4o=gpt-4o",
        "--rate-limit=gpt-4o=1/1000",
        "--clock-speed=0",
        "--fault=status=503; first=1",
        "--fault=reset=headers; operation=Deployments_List",
    ])
    .await;
    assert!(
        banner.contains(&format!("export AZURE_OPENAI_ENDPOINT={endpoint} ")),
        "{banner}"
    );
    let http = http();
    let url = |path: &str| format!("{endpoint}/openai{path}?api-version=2024-06-01");
    let status = async |token: &str, path: &str| {
        let request = http.get(url(path)).bearer_auth(token).header("api-key", "k");
        request.send().await.map(|response| response.status().as_u16())
    };
    assert_eq!(status("a", "/models").await.unwrap(), 503);
    assert_eq!(status("a", "/models").await.unwrap(), 200);
    assert_eq!(status("b", "/models").await.unwrap(), 200);
    assert!(status("b", "/deployments").await.is_err());
    let chat = async || {
        let request = http.post(url("/deployments/gpt-4o/chat/completions")).bearer_auth("a");
        let body = r#"{"messages":[{"role":"user","content":"hi"}]}"#;
        request.body(body).send().await.unwrap().status().as_u16()
    };
    assert_eq!((chat().await, chat().await), (200, 429));
    let clock = http.put(format!("{endpoint}/emulator/clock")).header("api-key", "k");
    assert_eq!(clock.body(r#"{"advance":60}"#).send().await.unwrap().status(), 200);
    assert_eq!(status("a", "/models").await.unwrap(), 401);

    interrupt(&child).await;
    let mut log = String::new();
    child.stderr.take().unwrap().read_to_string(&mut log).await.unwrap();
    let lines: Vec<&str> = log.lines().collect();
    assert!(
        lines[0].starts_with("503 GET /openai/models ") && lines[0].ends_with("fault: status=503; first=1"),
        "{log}"
    );
    assert!(lines[3].starts_with("--- GET /openai/deployments "), "{log}");
    assert!(!log.contains("bearer"), "{log}");
}
