//! Embeddings as lines and arrays, resumed runs, bad input.

use azure_openai_emulator::{Emulator, Fault};

use crate::support::{Sandbox, embed};

#[test]
fn vectors_come_in_the_order_of_the_texts() {
    let sandbox = Sandbox::embedded();
    let lines = sandbox
        .run_with_input(&["embed", "--batch-size", "2"], "a cat\na dog\nthe sea\n")
        .json_lines();
    assert_eq!(lines.len(), 3);
    for (index, text) in ["a cat", "a dog", "the sea"].iter().enumerate() {
        assert_eq!(lines[index]["index"], index);
        let alone = sandbox.run(&["embed", text]).json_lines();
        assert_eq!(alone[0]["embedding"], lines[index]["embedding"]);
    }
}

#[test]
fn text_that_names_a_file_is_embedded_with_a_warning() {
    let sandbox = Sandbox::embedded();
    sandbox.write("t.txt", "a cat\n");
    let named = sandbox.run(&["embed", "t.txt"]);
    assert!(
        named.stderr.contains("--file t.txt")
            && named.stderr.contains("embedding 1 text\n")
            && named.stderr.contains("1 vector, "),
        "{named:?}"
    );
    assert_eq!(named.json_lines().len(), 1);
    let lines = sandbox.run(&["embed", "--file", "t.txt"]);
    assert!(!lines.stderr.contains("warning"), "{lines:?}");
}

#[test]
fn fields_of_json_lines_are_embedded_under_their_ids() {
    let sandbox = Sandbox::embedded();
    sandbox.write(
        "items.jsonl",
        "{\"sku\":\"x1\",\"title\":\"a\"}\n\n{\"sku\":\"x2\",\"title\":\"b\"}\n",
    );
    let lines = sandbox
        .run(&["embed", "--jsonl", "items.jsonl", "--field", "title", "--id", "sku"])
        .json_lines();
    assert_eq!((&lines[0]["id"], &lines[1]["id"]), (&"x1".into(), &"x2".into()));
}

#[test]
fn stopped_run_is_resumed_to_the_same_array() {
    let texts: String = (0..20).map(|number| format!("text {number}\n")).collect();
    let whole = Sandbox::with(Emulator::builder());
    whole.write("texts.txt", &texts);
    let options = embed("4");
    let options = [&options[..], &["--dimensions", "8"]].concat();
    assert_eq!(whole.run(&options).ok(), "v.npy\n");
    let expected = std::fs::read(whole.path("v.npy")).unwrap();
    assert_eq!(expected.len(), 128 + 20 * 8 * 4);
    assert!(expected.starts_with(b"\x93NUMPY\x01\x00"));
    assert!(String::from_utf8_lossy(&expected[..128]).contains("'shape': (20, 8)"));

    // The third request fails for good, once.
    let fault: Fault = "status=403; skip=2; first=1".parse().unwrap();
    let sandbox = Sandbox::with(Emulator::builder().fault(fault));
    sandbox.write("texts.txt", &texts);
    let error = sandbox.run(&options).fails(4);
    assert!(error.contains("--resume"), "{error}");
    assert!(!sandbox.path("v.npy").exists());
    sandbox.run(&options).fails(3);
    sandbox.run(&[&options[..], &["--resume"]].concat()).ok();
    assert_eq!(std::fs::read(sandbox.path("v.npy")).unwrap(), expected);
    let names = std::fs::read_dir(sandbox.directory.path()).unwrap();
    let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(
        names.filter(|name| name.starts_with("v.npy")).count(),
        1,
        "no part and no state is left"
    );
    // Two requests before the failure, three after it: none is sent twice.
    let sent = sandbox
        .emulator()
        .requests()
        .iter()
        .filter(|request| request.processed)
        .count();
    assert_eq!(sent, 5);
}

#[test]
fn refused_text_has_an_error_and_the_others_their_vectors() {
    let sandbox = Sandbox::with(Emulator::builder());
    let item = |n: u32, text: &str| format!("{{\"n\":{n},\"text\":\"{text}\"}}\n");
    let long = "word ".repeat(9000);
    sandbox.write("items.jsonl", item(1, "a") + &item(2, &long) + &item(3, "b"));
    let embed = ["embed", "--jsonl", "items.jsonl", "--id", "n", "--dimensions", "4"];
    for output in [None, Some("v.jsonl")] {
        let ran = match output {
            None => sandbox.run(&embed),
            Some(path) => sandbox.run(&[&embed[..], &["-o", path]].concat()),
        };
        let text = output.map_or_else(|| ran.stdout.clone(), |path| sandbox.read(path));
        assert!(ran.fails(10).contains("1 of 3 texts have no vector"));
        let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let found: Vec<_> = lines
            .iter()
            .map(|line| (&line["id"], line["embedding"].is_array()))
            .collect();
        assert_eq!(found, [(&1.into(), true), (&2.into(), false), (&3.into(), true)]);
        assert!(
            lines[1]["error"].as_str().unwrap().contains("context_length_exceeded"),
            "{lines:?}"
        );
    }
    sandbox.run(&[&embed[..], &["-o", "v.npy"]].concat()).fails(10);
    let array = std::fs::read(sandbox.path("v.npy")).unwrap();
    assert_eq!(array.len(), 128 + 3 * 16);
    assert!(f32::from_le_bytes(array[144..148].try_into().unwrap()).is_nan());
}

#[test]
fn resumed_run_must_have_the_same_texts() {
    let fault: Fault = "status=403; skip=1; first=1".parse().unwrap();
    let sandbox = Sandbox::with(Emulator::builder().fault(fault));
    sandbox.write("texts.txt", "a\nb\nc\n");
    let embed = [
        "embed",
        "--file",
        "texts.txt",
        "-o",
        "v.jsonl",
        "--batch-size",
        "1",
        "--concurrency",
        "1",
    ];
    sandbox.run(&embed).fails(4);
    let resume = [&embed[..], &["--resume"]].concat();
    sandbox.write("texts.txt", "other\nb\nc\n");
    let error = sandbox.run(&resume).fails(3);
    assert!(error.contains("`v.jsonl.part` is of other texts"), "{error}");
    sandbox.write("texts.txt", "a\nb\nc\n");
    let error = sandbox.run(&[&resume[..], &["--dimensions", "3"]].concat()).fails(3);
    assert!(error.contains("take another file"), "{error}");
    sandbox.run(&resume).ok();
    assert_eq!(sandbox.read("v.jsonl").lines().count(), 3);
}

#[test]
fn bad_input_names_file_and_line() {
    let sandbox = Sandbox::embedded();
    let mut large: String = (1..=70_000)
        .map(|number| format!("{{\"text\":\"{number}\"}}\n"))
        .collect();
    large.push_str("{\"text\": oops}\n");
    sandbox.write("large.jsonl", large);
    let mut blank = "\n".repeat(70_000);
    blank.push_str("{\"text\": oops}\n");
    sandbox.write("blank.jsonl", blank);
    sandbox.write("binary.jsonl", [0x7f, b'E', b'L', b'F', 0, 1, b'\n']);
    sandbox.write("latin1.txt", [b'a', b'\n', 0xe9, b'\n']);
    sandbox.write("blank.txt", "a\n\nb\n");
    sandbox.write("empty.txt", "");
    let cases: &[(&[&str], &str)] = &[
        (
            &["--jsonl", "blank.jsonl", "-o", "out.jsonl"],
            "`blank.jsonl`, line 70001, column 10: expected value",
        ),
        (
            &["--jsonl", "binary.jsonl"],
            "`binary.jsonl`, line 1: the file is binary",
        ),
        (
            &["--jsonl", "large.jsonl", "--field", "title"],
            "`large.jsonl`, line 1: no field `title`",
        ),
        (&["--file", "latin1.txt"], "`latin1.txt`, line 2: not UTF-8 text"),
        (&["--file", "blank.txt"], "`blank.txt`, line 2: the text is empty"),
        (&["--file", "empty.txt"], "no text to embed"),
        (
            &["--file", "missing.txt"],
            "cannot read `missing.txt`: no such file or directory",
        ),
        (&["--file", "."], "`.` is a directory"),
        (&["x", "-o", "missing/v.npy"], "missing/v.npy.part"),
    ];
    for (arguments, expected) in cases {
        let error = sandbox.run(&[&["embed"], *arguments].concat()).fails(3);
        assert!(error.contains(expected), "{error}");
    }
    assert_eq!(
        sandbox
            .run(&["embed", "--file", "blank.txt", "--skip-empty"])
            .json_lines()
            .len(),
        2
    );
}
