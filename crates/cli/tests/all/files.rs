//! Files and batches.

use std::io::{Read, Write};

use azure_openai_emulator::Emulator;

use crate::support::Sandbox;

#[test]
fn file_goes_up_and_comes_back_byte_for_byte() {
    let sandbox = Sandbox::with(Emulator::builder());
    let content = "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"b\"}]}\n"
        .repeat(10);
    sandbox.write("training.jsonl", &content);
    let id = sandbox
        .run(&["files", "put", "training.jsonl", "--purpose", "fine-tune"])
        .ok();
    let id = id.trim();
    let listed = sandbox.run(&["files", "ls", "--purpose", "fine-tune"]).ok();
    assert!(
        listed.starts_with(&format!("{id}\ttraining.jsonl\tfine-tune\t")),
        "{listed}"
    );
    assert!(listed.contains("\tprocessed\t"), "{listed}");
    assert_eq!(sandbox.run(&["files", "ls", "--json"]).json_lines()[0]["id"], id);
    assert!(sandbox.run(&["files", "show", id]).ok().contains("training.jsonl"));
    assert_eq!(sandbox.run(&["files", "get", id]).ok(), content);
    sandbox.run(&["files", "get", id, "-o", "copy.jsonl"]).ok();
    assert_eq!(sandbox.read("copy.jsonl"), content);
    sandbox.run(&["files", "get", id, "-o", "copy.jsonl"]).fails(3);
    assert_eq!(sandbox.run(&["files", "rm", id]).ok(), format!("deleted {id}\n"));
    sandbox.run(&["files", "show", id]).fails(5);

    sandbox.write("empty.jsonl", "");
    let error = sandbox
        .run(&["files", "put", "empty.jsonl", "--purpose", "batch"])
        .fails(3);
    assert!(error.contains("`empty.jsonl` is empty"), "{error}");

    sandbox.write("bad.jsonl", "no JSON\n");
    for purpose in ["batch", "fine-tune"] {
        let error = sandbox
            .run(&["files", "put", "bad.jsonl", "--purpose", purpose])
            .fails(3);
        assert!(
            error.contains(" was not accepted: ") && error.contains("next:"),
            "{error}"
        );
    }
}

#[test]
fn batch_of_a_file_has_a_result_for_each_line() {
    let sandbox = Sandbox::with(Emulator::builder());
    let line = |id: &str, content: &str| {
        format!(
            "{{\"custom_id\":\"{id}\",\"method\":\"POST\",\"url\":\"/chat/completions\",\"body\":{{\"model\":\"gpt-4o\",\
             \"messages\":[{{\"role\":\"user\",\"content\":\"{content}\"}}]}}}}\n"
        )
    };
    sandbox.write("questions.jsonl", line("a", "Hi") + &line("b", "EMULATOR_BLOCK_PROMPT"));
    let file = sandbox
        .run(&["files", "put", "questions.jsonl", "--purpose", "batch"])
        .ok();
    let batch = sandbox
        .run(&["batch", "submit", file.trim(), "--metadata", "run=1"])
        .ok();
    let batch = batch.trim();
    let done = sandbox.run(&["batch", "wait", batch, "--json"]).json_lines();
    assert_eq!(
        (&done[0]["status"], &done[0]["metadata"]["run"]),
        (&"completed".into(), &"1".into())
    );
    assert!(
        sandbox
            .run(&["batch", "ls"])
            .ok()
            .starts_with(&format!("{batch}\tcompleted\t1\t1\t2\t"))
    );
    let results = sandbox.run(&["batch", "results", batch]);
    assert!(
        results.stdout.lines().count() == 2 && results.stdout.contains("\"custom_id\":\"a\""),
        "{results:?}"
    );
    let text = sandbox.run(&["batch", "results", batch, "--text"]).stdout;
    assert!(
        text.contains("a\tEmulated gpt-4o") && text.contains("b\terror: "),
        "{text}"
    );
    assert!(results.fails(10).contains("1 of 2 requests failed"));
}

#[test]
fn file_is_imported_from_a_url() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = [0; 1024];
        let _ = stream.read(&mut request);
        let body = "{\"a\": 1}\n";
        let head = format!(
            "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            body.len()
        );
        stream.write_all((head + body).as_bytes()).unwrap();
    });
    let sandbox = Sandbox::with(Emulator::builder().allow_import_host(&address));
    let url = format!("http://{address}/lines.jsonl?sig=canary");
    let id = sandbox.run(&["files", "import", &url, "--purpose", "batch"]).ok();
    assert_eq!(sandbox.run(&["files", "get", id.trim()]).ok(), "{\"a\": 1}\n");

    let error = sandbox
        .run(&["files", "import", "--url-env", "NO_SUCH", "--purpose", "batch"])
        .fails(3);
    assert!(error.contains("NO_SUCH is not set"), "{error}");
    let error = sandbox
        .run(&[
            "files",
            "import",
            "https://example.com/?sig=canary",
            "--purpose",
            "batch",
        ])
        .fails(2);
    assert!(error.contains("pass --name") && !error.contains("canary"), "{error}");
    sandbox
        .run(&["files", "import", "not a url", "--purpose", "batch"])
        .fails(3);
}
