//! Each feature of the emission on one tiny document: what is generated compiles under the workspace's lints and does
//! what it says. The files are made and compared by the library's own test `emission_is_fresh`.

mod kinds;
mod number_formats;
mod requests;
mod server;
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
    "../emission/alternatives/generated/mod.rs" alternatives
    "../emission/binary_response/generated/mod.rs" binary_response
    "../emission/boxed/generated/mod.rs" boxed
    "../emission/constants/generated/mod.rs" constants
    "../emission/enum_values/generated/mod.rs" enum_values
    "../emission/features/generated/mod.rs" features
    "../emission/field_names/generated/mod.rs" field_names
    "../emission/form/generated/mod.rs" form
    "../emission/formats/generated/mod.rs" formats
    "../emission/inheritance/generated/mod.rs" inheritance
    "../emission/json_or_text/generated/mod.rs" json_or_text
    "../emission/many_required/generated/mod.rs" many_required
    "../emission/maps/generated/mod.rs" maps
    "../emission/nested_lists/generated/mod.rs" nested_lists
    "../emission/nullable/generated/mod.rs" nullable
    "../emission/nullable_shared/generated/mod.rs" nullable_shared
    "../emission/numbers/generated/mod.rs" numbers
    "../emission/open_enum/generated/mod.rs" open_enum
    "../emission/operations/generated/mod.rs" operations
    "../emission/overlapping/generated/mod.rs" overlapping
    "../emission/parents/generated/mod.rs" parents
    "../emission/presence/generated/mod.rs" presence
    "../emission/recursion/generated/mod.rs" recursion
    "../emission/relaxed_responses/generated/mod.rs" relaxed_responses
    "../emission/streaming/generated/mod.rs" streaming
    "../emission/tagged_in_place/generated/mod.rs" tagged_in_place
    "../emission/tagged_union/generated/mod.rs" tagged_union
    "../emission/type_names/generated/mod.rs" type_names
    "../emission/untagged_union/generated/mod.rs" untagged_union
    "../emission/wire_bodies/generated/mod.rs" wire_bodies
    "../emission/wire_continuations/generated/mod.rs" wire_continuations
    "../emission/wire_forms/generated/mod.rs" wire_forms
    "../emission/wire_objects/generated/mod.rs" wire_objects
    "../emission/wire_parameters/generated/mod.rs" wire_parameters
    "../emission/wire_responses/generated/mod.rs" wire_responses
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
