//! Documents that are not quite right are read as they are meant, with a warning for each place: `lenient.txt` has a row for
//! each kind of mistake. Rows are separated by empty lines. A row is a part of a document and, after `>`, every warning
//! that is expected: its pointer, pass and how its message begins. A line `= FRAME VERSION` says what the parts that
//! follow are: `schemas` (the schema `A` is sent and received), `paths` (with what follows `---` beside them), or `text`,
//! a whole document.

use codegen::{Request, Source, generate};

const ROWS: &str = include_str!("lenient.txt");

#[test]
fn every_mistake_is_read_as_meant_with_its_warnings() {
    let mut frame = "";
    let mut faults = Vec::new();
    let mut count = 0;
    for row in ROWS.split("\n\n").map(|row| row.trim_matches('\n')) {
        if let Some(next) = row.strip_prefix("= ") {
            frame = next;
            continue;
        }
        let (warnings, lines): (Vec<&str>, Vec<&str>) = row.lines().partition(|line| line.starts_with("> "));
        let expected: Vec<&str> = warnings.iter().map(|line| &line[2..]).collect();
        let found = warnings_of(&whole(frame, &lines.join("\n")));
        let is_expected = |(found, expected): (&String, &&str)| found.starts_with(expected);
        if found.len() != expected.len() || !found.iter().zip(&expected).all(is_expected) {
            faults.push(format!("{row}\nbut:\n{}", found.join("\n")));
        }
        count += 1;
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
    assert!(count > 100, "{count} rows");
}

/// The document of a row.
fn whole(frame: &str, part: &str) -> String {
    let indented = |part: &str, by: &str| part.lines().map(|line| format!("{by}{line}\n")).collect::<String>();
    let (frame, version) = frame.split_once(' ').unwrap_or((frame, ""));
    let key = if version == "2.0" { "swagger: '2.0'" } else { "openapi" };
    let head = match version {
        "2.0" => format!("{key}\ninfo: {{title: t, version: '1'}}\n"),
        version => format!("{key}: {version}\ninfo: {{title: t, version: '1'}}\n"),
    };
    match (frame, version) {
        ("text", _) => part
            .replace("\\t", "\t")
            .replace("\\r", "\r")
            .replace("\\u", "\u{feff}"),
        ("paths", _) => {
            let (paths, rest) = part.split_once("\n---\n").unwrap_or((part, ""));
            format!("{head}paths:\n{}{rest}\n", indented(paths, "  "))
        }
        (_, "2.0") => format!(
            "{head}paths:\n  /a:\n    post:\n      operationId: send\n      consumes: [application/json]\n      \
             produces: [application/json]\n      \
             parameters: [{{name: body, in: body, required: true, schema: {{$ref: '#/definitions/A'}}}}]\n      \
             responses: {{200: {{description: ok, schema: {{$ref: '#/definitions/A'}}}}}}\ndefinitions:\n{}",
            indented(part, "  ")
        ),
        _ => {
            let content = "content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}";
            format!(
                "{head}paths:\n  /a:\n    post:\n      operationId: send\n      requestBody: {{required: true, {content}}}\n      \
                 responses: {{200: {{description: ok, {content}}}}}\ncomponents:\n  schemas:\n{}",
                indented(part, "    ")
            )
        }
    }
}

/// The warnings, with the places of the frame left out; an error where there is no client.
fn warnings_of(document: &str) -> Vec<String> {
    let source = Source {
        name: "t",
        text: document,
    };
    let request = Request {
        document: source,
        overlays: &[],
        command: "c",
    };
    match generate(&request) {
        Ok(output) => output
            .warnings
            .iter()
            .map(|found| format!("{} [{}] {}", found.pointer, found.pass, found.message))
            .collect(),
        Err(error) => vec![format!("refused: {error}")],
    }
}
