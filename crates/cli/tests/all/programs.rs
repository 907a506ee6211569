//! The tour, and what shells and `man` get.

use crate::support::{Sandbox, finish};

#[test]
fn tour_runs_every_step_without_configuration() {
    let sandbox = Sandbox::embedded();
    let text = finish(sandbox.bare(&["tour"]).spawn().unwrap()).ok();
    for part in [
        "$ aoai chat 'Why is the sky blue?'",
        "question-1\tEmulated",
        "Job succeeded.",
        "Accuracy",
        "curves.svg",
        "ok      deployments",
        "That was the emulator.",
    ] {
        assert!(text.contains(part), "{part} is missing in\n{text}");
    }
    assert_eq!(
        std::fs::read_dir(sandbox.path("")).unwrap().count(),
        0,
        "nothing is left behind"
    );
}

#[test]
fn shells_and_man_know_every_command() {
    let sandbox = Sandbox::embedded();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = finish(sandbox.bare(&["completions", shell]).spawn().unwrap()).ok();
        assert!(script.contains("doctor") && script.contains("batch-size"), "{shell}");
    }
    std::fs::create_dir(sandbox.path("man")).unwrap();
    finish(sandbox.bare(&["man", "man"]).spawn().unwrap()).ok();
    for page in ["aoai.1", "aoai-tune-plot.1", "aoai-files-put.1"] {
        assert!(sandbox.read(&format!("man/{page}")).contains(".SH"), "{page}");
    }
    let error = finish(sandbox.bare(&["man", "nowhere"]).spawn().unwrap()).fails(3);
    assert!(error.contains("cannot write into `nowhere`"), "{error}");
}

/// `--help` ends each command once its arguments are read, before it does anything.
#[cfg(unix)]
#[test]
fn commands_of_the_readme_exist() {
    let readme = include_str!("../../README.md");
    let shown = readme
        .lines()
        .filter(|line| line.starts_with("    ") || line.starts_with("$ "));
    let mut count = 0;
    for line in shown {
        let line = line.split(['#', ';']).next().unwrap();
        let Some((_, arguments)) = line.split_once("aoai ") else {
            continue;
        };
        let arguments = arguments.trim_start_matches("-- ");
        let mut command = std::process::Command::new("sh");
        command.args(["-c", &format!("\"$0\" {arguments} --help"), env!("CARGO_BIN_EXE_aoai")]);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{line}: {output:?}");
        count += 1;
    }
    assert!(count > 15, "only {count} commands were found");
}
