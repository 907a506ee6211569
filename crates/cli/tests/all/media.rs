//! Images, speech, transcripts.

use crate::support::Sandbox;

#[test]
fn image_is_written_once_and_not_replaced() {
    let sandbox = Sandbox::embedded();
    assert_eq!(
        sandbox.run(&["image", "a cat", "-o", "cat.png", "-q"]).ok(),
        "cat.png\n"
    );
    let bytes = std::fs::read(sandbox.path("cat.png")).unwrap();
    assert!(bytes.starts_with(b"\x89PNG"));
    let error = sandbox.run(&["image", "a dog", "-o", "cat.png"]).fails(3);
    assert!(
        error.contains("`cat.png` exists") && error.contains("--force"),
        "{error}"
    );
    assert_eq!(std::fs::read(sandbox.path("cat.png")).unwrap(), bytes);
}

#[test]
fn speech_can_be_transcribed_and_translated() {
    let sandbox = Sandbox::embedded();
    sandbox.run(&["speak", "Good morning.", "-o", "morning.wav"]).ok();
    assert!(std::fs::read(sandbox.path("morning.wav")).unwrap().starts_with(b"RIFF"));
    let text = sandbox.run(&["transcribe", "morning.wav"]).ok();
    assert!(text.trim().len() > 3, "{text}");
    let subtitles = sandbox.run(&["transcribe", "morning.wav", "--format", "srt"]).ok();
    assert!(subtitles.contains("00:00:00,000 --> "), "{subtitles}");
    let json = sandbox.run(&["translate", "morning.wav", "--json"]).json_lines();
    assert!(json[0]["segments"].is_array(), "{json:?}");
    let error = sandbox.run(&["transcribe", "missing.wav"]).fails(3);
    assert!(error.contains("cannot read `missing.wav`"), "{error}");
}
