//! The tour, and what shells and `man` get.

use crate::support::{Place, finish};

#[test]
fn tour_runs_every_step_without_configuration() {
    let place = Place::embedded();
    let text = finish(place.bare(&["tour"]).spawn().unwrap()).ok();
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
        std::fs::read_dir(place.path("")).unwrap().count(),
        0,
        "nothing is left behind"
    );
}

#[test]
fn shells_and_man_know_every_command() {
    let place = Place::embedded();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = finish(place.bare(&["completions", shell]).spawn().unwrap()).ok();
        assert!(script.contains("doctor") && script.contains("batch-size"), "{shell}");
    }
    std::fs::create_dir(place.path("man")).unwrap();
    finish(place.bare(&["man", "man"]).spawn().unwrap()).ok();
    for page in ["aoai.1", "aoai-tune-plot.1", "aoai-files-put.1"] {
        assert!(place.read(&format!("man/{page}")).contains(".SH"), "{page}");
    }
    let error = finish(place.bare(&["man", "nowhere"]).spawn().unwrap()).fails(3);
    assert!(error.contains("cannot write into `nowhere`"), "{error}");
}
