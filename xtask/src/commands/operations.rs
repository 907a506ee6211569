//! `cargo xtask operations [--json]`: every operation of both clients.

use codegen::OperationRow;
use serde_json::json;

use super::output::print;
use crate::failure::Failure;
use crate::workspace::Workspace;

pub(crate) fn run(workspace: &Workspace, json: bool) -> Result<(), Failure> {
    let mut rows = Vec::new();
    for (client, output) in workspace.generate_all()? {
        rows.extend(output.operations.into_iter().map(|row| (client.name, row)));
    }
    let text = if json { as_json(&rows) } else { as_table(&rows) };
    print(&text)
}

fn as_json(rows: &[(&str, OperationRow)]) -> String {
    let row = |(client, row): &(&str, OperationRow)| {
        let mut json = json!({ "client": client });
        if let (Some(json), serde_json::Value::Object(row)) = (json.as_object_mut(), json!(row)) {
            json.extend(row);
        }
        json
    };
    format!("{:#}\n", rows.iter().map(row).collect::<serde_json::Value>())
}

fn as_table(rows: &[(&str, OperationRow)]) -> String {
    const TITLES: [&str; 8] = [
        "client",
        "id",
        "method",
        "path",
        "rust",
        "request",
        "response",
        "streaming",
    ];
    let lines: Vec<[&str; 8]> = rows
        .iter()
        .map(|(client, row)| {
            let or_dash = |text| if str::is_empty(text) { "-" } else { text };
            let streaming = row.streaming.as_ref().map_or("-", |form| &form.event);
            [
                *client,
                &row.id,
                &row.method,
                &row.path,
                &row.rust,
                or_dash(&row.request),
                or_dash(&row.response),
                streaming,
            ]
        })
        .collect();
    let mut text = String::new();
    let widths: [usize; 8] = std::array::from_fn(|column| {
        let cells = lines.iter().map(|line| line[column]).chain([TITLES[column]]);
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    });
    for line in std::iter::once(&TITLES).chain(&lines) {
        let mut cells = String::new();
        for (cell, width) in line.iter().zip(widths) {
            cells.push_str(&format!("{cell:width$}  "));
        }
        text.push_str(cells.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use codegen::StreamingRow;

    use super::*;

    fn rows() -> Vec<(&'static str, OperationRow)> {
        let row = |id: &str, request: &str, event: Option<&str>| OperationRow {
            id: id.to_owned(),
            method: "GET".to_owned(),
            path: "/a".to_owned(),
            rust: "a().b(…)".to_owned(),
            request: request.to_owned(),
            response: "B".to_owned(),
            feature: event.map(|_| "f".to_owned()),
            streaming: event.map(|event| StreamingRow {
                rust: "a().b_stream(…)".to_owned(),
                event: event.to_owned(),
            }),
        };
        vec![("x", row("A_Long", "", None)), ("y", row("A", "R", Some("E")))]
    }

    #[test]
    fn columns_are_aligned() {
        assert_eq!(
            as_table(&rows()),
            "client  id      method  path  rust      request  response  streaming\n\
             x       A_Long  GET     /a    a().b(…)  -        B         -\n\
             y       A       GET     /a    a().b(…)  R        B         E\n"
        );
    }

    #[test]
    fn json_has_every_column() {
        let json: serde_json::Value = serde_json::from_str(&as_json(&rows())).unwrap();
        assert_eq!(
            json[1],
            json!({"client": "y", "id": "A", "method": "GET", "path": "/a", "rust": "a().b(…)", "request": "R",
                "response": "B", "feature": "f", "streaming": {"rust": "a().b_stream(…)", "event": "E"}})
        );
    }
}
