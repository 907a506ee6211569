//! Names of the document as Rust names, by the same rules as typify, so that both agree.

use heck::{ToPascalCase, ToShoutySnakeCase, ToSnakeCase};

/// A type or variant name, for example `AzureAISearchIndex` → `AzureAiSearchIndex`.
pub(crate) fn pascal(name: &str) -> String {
    ident(name, |text| text.to_pascal_case(), "X")
}

/// Names of the standard library, of serde and of the client that generated code writes without a path.
const PLAIN: [&str; 22] = [
    "AsRef",
    "BTreeMap",
    "Box",
    "Client",
    "Clone",
    "Debug",
    "Default",
    "Deserialize",
    "Err",
    "From",
    "Into",
    "IntoIterator",
    "Map",
    "None",
    "Ok",
    "Option",
    "PartialEq",
    "Result",
    "Serialize",
    "Some",
    "String",
    "Vec",
];

/// The names of the core crate that generated code uses.
pub(crate) const CORE: [&str; 35] = [
    "Base64Bytes",
    "Base64UrlBytes",
    "Binary",
    "Bytes",
    "RequestBuilder",
    "ContentFilterResults",
    "EmbeddingVector",
    "Events",
    "Extra",
    "FilePart",
    "Form",
    "Json",
    "JsonByStatus",
    "JsonOrBytes",
    "JsonOrDefault",
    "JsonOrText",
    "Method",
    "NoContent",
    "Operation",
    "OptionalJson",
    "ParameterStyle",
    "Pipeline",
    "PlainText",
    "Request",
    "Secret",
    "Timestamp",
    "DateTime",
    "HttpDate",
    "IsoDuration",
    "PlainDate",
    "PlainTime",
    "Uuid",
    "Value",
    "ByteStream",
    "Response",
];

/// The name of a type that stands for a schema: as [`pascal`], and typify leaves it as it is: `x_y_z` → `XYZ` → `Xyz`.
/// `Option` → `OptionModel`.
pub(crate) fn type_name(name: &str) -> String {
    let mut name = pascal(name);
    for _ in 0..8 {
        name = pascal(&name);
    }
    // A schema of such a name would take its place.
    if PLAIN.contains(&name.as_str()) || CORE.contains(&name.as_str()) {
        format!("{name}Model")
    } else {
        name
    }
}

/// A field, argument, method or module name, for example `deployment-id` → `deployment_id`.
pub(crate) fn snake(name: &str) -> String {
    ident(name, |text| text.to_snake_case(), "x")
}

/// A constant's name, for example `FineTuning_List` → `FINE_TUNING_LIST`.
pub(crate) fn shouty(name: &str) -> String {
    ident(name, |text| text.to_shouty_snake_case(), "X")
}

/// A word for one of several: `choices` → `choice`, `entries` → `entry`, `data` → `data`.
pub(crate) fn singular(word: &str) -> String {
    let keeps_its_s = ["ss", "us", "is", "data"].iter().any(|end| word.ends_with(end));
    if keeps_its_s {
        return word.to_owned();
    }
    if let Some(stem) = word.strip_suffix("ies") {
        return format!("{stem}y");
    }
    for end in ["xes", "ches", "shes", "sses"] {
        if word.ends_with(end) {
            return word[..word.len() - 2].to_owned();
        }
    }
    word.strip_suffix('s').unwrap_or(word).to_owned()
}

fn ident(name: &str, case: impl Fn(&str) -> String, prefix: &str) -> String {
    let cleaned: String = name
        .chars()
        .filter(|c| *c != '\'')
        .map(|c| if unicode_ident::is_xid_continue(c) { c } else { '-' })
        .collect();
    let cased = case(&cleaned);
    let cased = match cased.chars().next() {
        Some(first) if unicode_ident::is_xid_start(first) => cased,
        _ => format!("{prefix}{cased}"),
    };
    // `syn` knows the keywords; `gen` became one in edition 2024.
    if cased != "gen" && cased != "_" && syn::parse_str::<syn::Ident>(&cased).is_ok() {
        cased
    } else {
        format!("{cased}_")
    }
}

/// The first of `name`, `name2`, `name3`, … that is not taken.
pub(crate) fn unique(name: String, taken: impl Fn(&str) -> bool) -> String {
    if !taken(&name) {
        return name;
    }
    // A number makes the escape of a keyword unnecessary: `Self_` → `Self2`.
    let stem = name.trim_end_matches('_');
    (2..)
        .map(|number: u32| format!("{stem}{number}"))
        .find(|candidate| !taken(candidate))
        .unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_are_valid_and_by_convention() {
        assert_eq!(pascal("AzureAISearchIndex"), "AzureAiSearchIndex");
        assert_eq!(pascal("256x256"), "X256x256");
        assert_eq!(pascal("fine-tune-results"), "FineTuneResults");
        assert_eq!(pascal(""), "X");
        assert_eq!(pascal("Self"), "Self_");
        assert_eq!(snake("deployment-id"), "deployment_id");
        assert_eq!(snake("$filter"), "filter");
        assert_eq!(snake("type"), "type_");
        assert_eq!(snake("gen"), "gen_");
        assert_eq!(snake("expires_after.anchor"), "expires_after_anchor");
        assert_eq!(shouty("FineTuning_List"), "FINE_TUNING_LIST");
    }

    #[test]
    fn a_schema_takes_no_name_that_generated_code_writes() {
        assert_eq!(type_name("Option"), "OptionModel");
        assert_eq!(type_name("value"), "ValueModel");
        assert_eq!(type_name("Thing"), "Thing");
        assert_eq!(type_name("x_y_z"), "Xyz");
        for name in PLAIN.into_iter().chain(CORE) {
            assert_eq!(pascal(name), name, "is compared with names in this form");
            assert_eq!(pascal(&type_name(name)), type_name(name));
        }
    }

    proptest! {
        #[test]
        fn any_text_becomes_a_valid_name(text in any::<String>()) {
            for name in [pascal(&text), snake(&text), shouty(&text), type_name(&text)] {
                prop_assert!(syn::parse_str::<syn::Ident>(&name).is_ok(), "{text:?} became {name:?}");
                prop_assert_ne!(name, "_");
            }
        }

        #[test]
        fn a_name_of_a_type_stays_as_it_is(text in any::<String>()) {
            let name = type_name(&text);
            prop_assert_eq!(type_name(&name), name.clone());
            prop_assert_eq!(pascal(&name), name);
        }
    }

    #[test]
    fn singular_of_common_words() {
        for (many, one) in [
            ("choices", "choice"),
            ("entries", "entry"),
            ("data", "data"),
            ("status", "status"),
            ("batches", "batch"),
            ("boxes", "box"),
        ] {
            assert_eq!(singular(many), one);
        }
    }

    #[test]
    fn unique_counts_up() {
        let taken = ["A", "A2"];
        assert_eq!(unique("A".to_owned(), |n| taken.contains(&n)), "A3");
        assert_eq!(unique("Self_".to_owned(), |n| n == "Self_"), "Self2");
    }
}
