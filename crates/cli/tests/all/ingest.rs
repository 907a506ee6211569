//! Ingestion jobs.

use azure_openai_emulator::Emulator;

use crate::support::{Ran, Sandbox, finish};

fn run(sandbox: &Sandbox, arguments: &[&str]) -> Ran {
    let mut command = sandbox.command(arguments);
    command
        .env("AOAI_STORAGE_CONNECTION", "AccountKey=canary-1")
        .env("AOAI_SEARCH_KEY", "canary-2")
        .env("AOAI_MGMT_USER_TOKEN", "canary-3")
        .env("AOAI_AML_USER_TOKEN", "canary-4");
    let ran = finish(command.spawn().unwrap());
    assert!(!format!("{ran:?}").contains("canary"), "{ran:?}");
    ran
}

#[test]
fn job_is_made_and_its_run_followed_by_stages() {
    let sandbox = Sandbox::with(Emulator::builder().clock_speed(20.0));
    let search = ["--search-endpoint", "https://s.search.windows.net"];
    let create = [
        &["ingest", "create", "my-index", "--container", "docs"],
        &search[..],
        &["--follow"],
    ]
    .concat();
    let ran = run(&sandbox, &create);
    // Which stages are seen depends on when the run is asked for.
    let stages = ["waiting", "Preprocessing", "Indexing"];
    assert!(
        stages.iter().any(|stage| ran.stderr.contains(stage)),
        "stages are notes: {ran:?}"
    );
    let text = ran.ok();
    assert!(text.contains("succeeded") && text.contains("stages"), "{text}");
    assert_eq!(run(&sandbox, &["ingest", "ls"]).ok(), "my-index\tSystemCompute\n");
    assert!(
        run(&sandbox, &["ingest", "show", "my-index"])
            .ok()
            .contains("\"containerName\": \"docs\"")
    );
    let runs = run(&sandbox, &["ingest", "runs", "my-index", "--json"]).json_lines();
    let id = runs[0]["runId"].as_str().unwrap();
    let followed = run(&sandbox, &["ingest", "follow", "my-index", id, "--json"]).json_lines();
    assert_eq!(followed.len(), 1);

    let pages = [
        &[
            "ingest",
            "create",
            "pages",
            "--container",
            "p",
            "--url",
            "https://example.com/",
        ],
        &search[..],
    ]
    .concat();
    assert_eq!(run(&sandbox, &pages).ok(), "pages\n");
}

#[test]
fn missing_key_and_bad_job_are_named() {
    let sandbox = Sandbox::with(Emulator::builder());
    let create = [
        "ingest",
        "create",
        "i",
        "--container",
        "c",
        "--search-endpoint",
        "https://s.search.windows.net",
    ];
    let error = sandbox.run(&create).fails(4);
    assert!(error.contains("AOAI_STORAGE_CONNECTION is not set"), "{error}");
    sandbox.write("job.json", "[]");
    let error = sandbox.run(&["ingest", "create", "i", "--job", "job.json"]).fails(3);
    assert!(error.contains("`job.json`: not an ingestion job"), "{error}");
    sandbox.run(&["ingest", "create", "i"]).fails(2);
    sandbox.run(&["ingest", "show", "nope"]).fails(5);
    sandbox.run(&["ingest", "follow", "nope"]).fails(5);
}
