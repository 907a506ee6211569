//! The public surface of both clients: what a change of the generator or of a document changes for their users.

mod text;
mod text_tests;

use codegen::{Request, Source, generate};

use self::text::surface;

fn client(document: (&str, &str), overlays: &[(&str, &str)]) -> String {
    let source = |(name, text)| Source { name, text };
    let overlays: Vec<_> = overlays.iter().copied().map(source).collect();
    let output = generate(&Request {
        document: source(document),
        overlays: &overlays,
        command: "",
    });
    surface(&output.expect("a client").files).expect("files of Rust")
}

/// A file of `specs`, and its text.
macro_rules! spec {
    ($path:literal) => {
        ($path, include_str!(concat!("../../../specs/", $path)))
    };
}

#[test]
fn inference() {
    let surface = client(
        spec!("inference/openapi.yaml"),
        &[
            spec!("inference/overlay.yaml"),
            spec!("inference/newer/chat-requests.yaml"),
            spec!("inference/newer/chat-responses.yaml"),
            spec!("inference/newer/media.yaml"),
        ],
    );
    insta::assert_snapshot!("inference", surface);
}

#[test]
fn authoring() {
    let surface = client(spec!("authoring/swagger.yaml"), &[spec!("authoring/overlay.yaml")]);
    insta::assert_snapshot!("authoring", surface);
}
