//! Each feature of the emission on one tiny document: what is generated compiles under the workspace's lints and does
//! what it says. The files are made and compared by the library's own test `emission_is_fresh`.

mod requests;
mod values;

/// Declares the generated modules, and lists them.
macro_rules! features {
    ($($path:literal $name:ident)*) => {
        $(
            #[deny(warnings)]
            #[allow(dead_code, reason = "the tests call a part of what is generated")]
            #[rustfmt::skip]
            #[path = $path]
            pub mod $name;
        )*

        const FEATURES: &[&str] = &[$(stringify!($name)),*];
    };
}

features! {
    "../emission/binary_response/generated/mod.rs" binary_response
    "../emission/constants/generated/mod.rs" constants
    "../emission/field_names/generated/mod.rs" field_names
    "../emission/form/generated/mod.rs" form
    "../emission/formats/generated/mod.rs" formats
    "../emission/inheritance/generated/mod.rs" inheritance
    "../emission/json_or_text/generated/mod.rs" json_or_text
    "../emission/many_required/generated/mod.rs" many_required
    "../emission/maps/generated/mod.rs" maps
    "../emission/nullable/generated/mod.rs" nullable
    "../emission/open_enum/generated/mod.rs" open_enum
    "../emission/operations/generated/mod.rs" operations
    "../emission/recursion/generated/mod.rs" recursion
    "../emission/relaxed_responses/generated/mod.rs" relaxed_responses
    "../emission/streaming/generated/mod.rs" streaming
    "../emission/tagged_union/generated/mod.rs" tagged_union
    "../emission/type_names/generated/mod.rs" type_names
    "../emission/untagged_union/generated/mod.rs" untagged_union
}

impl azure_openai_core::StreamChunk for streaming::Chunk {}

#[test]
fn every_feature_is_compiled() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/emission");
    let mut found: Vec<String> = std::fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    found.sort();
    assert_eq!(found, FEATURES);
}
