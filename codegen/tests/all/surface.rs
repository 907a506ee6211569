//! The public surface of both clients: what a change of the generator or of a document changes for their users.

use codegen::surface::surface;
use codegen::{Request, Source, generate};

fn client(document: (&str, &str), overlay: (&str, &str)) -> String {
    let source = |(name, text)| Source { name, text };
    let output = generate(&Request {
        document: source(document),
        overlay: Some(source(overlay)),
        command: "",
    });
    surface(&output.expect("a client").files).expect("files of Rust")
}

#[test]
fn inference() {
    let surface = client(
        ("openapi.yaml", include_str!("../../../specs/inference/openapi.yaml")),
        ("overlay.yaml", include_str!("../../../specs/inference/overlay.yaml")),
    );
    insta::assert_snapshot!("inference", surface);
}

#[test]
fn authoring() {
    let surface = client(
        ("swagger.yaml", include_str!("../../../specs/authoring/swagger.yaml")),
        ("overlay.yaml", include_str!("../../../specs/authoring/overlay.yaml")),
    );
    insta::assert_snapshot!("authoring", surface);
}
