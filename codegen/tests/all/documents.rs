//! The workspace's two documents through reading, checking, lifting and lowering.

use codegen::passes::{check_operations, check_references, check_types, inline_parts, lift_swagger2, lower_openapi31};
use codegen::{Dialect, Document, Source};

pub(crate) const SPECS: [(&str, &str); 2] = [
    (
        "specs/inference/openapi.yaml",
        include_str!("../../../specs/inference/openapi.yaml"),
    ),
    (
        "specs/authoring/swagger.yaml",
        include_str!("../../../specs/authoring/swagger.yaml"),
    ),
];

/// How many warnings the checks give.
fn checks(document: &mut Document) -> usize {
    check_types(document) + check_references(document) + check_operations(document)
}

#[test]
fn both_become_openapi_3_0() {
    for (name, text) in SPECS {
        let mut document = Document::read(Source { name, text }).unwrap();
        // Three untyped parameters of the authoring document, which its overlay mends.
        let untyped = if name.ends_with("swagger.yaml") { 3 } else { 0 };
        assert_eq!(checks(&mut document), untyped);
        inline_parts(&mut document);
        let changed = lift_swagger2(&mut document) + lower_openapi31(&mut document);
        assert!(changed > 0);
        assert_eq!(document.dialect, Dialect::OpenApi30);
        let message = "a parameter without `type`; any string is accepted";
        assert!(document.findings.all().iter().all(|warning| warning.message == message));
        assert_eq!(document.findings.all().len(), untyped);
        assert_eq!(checks(&mut document), 0);
        let parsed: openapiv3::OpenAPI = serde_json::from_value(document.root.clone()).unwrap();
        assert_eq!(parsed.openapi, "3.0.3");
    }
}
