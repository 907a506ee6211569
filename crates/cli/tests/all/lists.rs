//! Lists as text and as JSON.

use crate::support::Sandbox;

#[test]
fn deployments_are_tab_separated_into_a_pipe() {
    let text = Sandbox::embedded().run(&["deployments"]).ok();
    let line = text.lines().find(|line| line.starts_with("gpt-4o\t")).unwrap();
    assert_eq!(line.split('\t').count(), 4, "{line}");
}

#[test]
fn json_lists_print_an_object_a_line() {
    let lines = Sandbox::embedded().run(&["deployments", "--json"]).json_lines();
    assert!(
        lines
            .iter()
            .any(|line| line["id"] == "whisper" && line["object"] == "deployment")
    );
}

#[test]
fn models_can_be_listed_and_shown() {
    let sandbox = Sandbox::embedded();
    let text = sandbox.run(&["models", "--fine-tune"]).ok();
    let model = text.lines().next().unwrap().split('\t').next().unwrap();
    let shown = sandbox.run(&["models", model]).ok();
    assert!(shown.contains("fine-tune"), "{shown}");
    sandbox.run(&["models", "nope"]).fails(5);
}
