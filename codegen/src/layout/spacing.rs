//! Blank lines between items: prettyplease sets none.

/// What the line before was the end of.
#[derive(Clone, Copy, PartialEq)]
enum Ended {
    Nothing,
    Import,
    Item,
}

/// A blank line before each item and each method, and after the imports.
///
/// Lines are distinguished by how they begin. That is safe: a documentation comment is one line to prettyplease (see
/// `finish::words::doc`), so each of its lines begins with slashes, and a string literal has its line ends escaped.
pub(super) fn spaced(code: &str) -> String {
    let mut result = String::with_capacity(code.len() + code.len() / 16);
    let mut ended = Ended::Nothing;
    // How a list over several lines ends, and what ends with it.
    let mut open: Option<(&str, Ended)> = None;
    for line in code.lines() {
        let trimmed = line.trim_start();
        let is_outer = line.len() - trimmed.len() <= 4;
        let is_import = ["use ", "pub use ", "mod "].iter().any(|start| line.starts_with(start));
        // Only modules and their exports are behind features in the outermost items.
        let is_joined = is_import || line.starts_with("#[cfg(");
        if is_outer && begins(trimmed) && (ended == Ended::Item || ended == Ended::Import && !is_joined) {
            result.push('\n');
        }
        result.push_str(line);
        result.push('\n');
        ended = Ended::Nothing;
        match open {
            Some((end, kind)) if trimmed == end => {
                ended = kind;
                open = None;
            }
            Some(_) => {}
            None if trimmed.starts_with("//!") => ended = Ended::Item,
            None if trimmed.starts_with("//") => {}
            None if trimmed.starts_with("#[") && !trimmed.ends_with(']') => {
                open = Some((")]", Ended::Nothing));
            }
            None if is_import && trimmed.ends_with(';') => ended = Ended::Import,
            None if is_import => open = Some(("};", Ended::Import)),
            None if is_outer && (trimmed.starts_with('}') || trimmed.ends_with([';', '}'])) => ended = Ended::Item,
            None => {}
        }
    }
    result
}

fn begins(line: &str) -> bool {
    let starts = [
        "///",
        "#[",
        "pub ",
        "pub(",
        "impl",
        "fn ",
        "azure_openai_core::",
        "use ",
        "mod ",
    ];
    starts.iter().any(|start| line.starts_with(start))
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use crate::words::doc;

    fn shown(tokens: proc_macro2::TokenStream) -> String {
        super::spaced(&prettyplease::unparse(&syn::parse2(tokens).unwrap()))
    }

    #[test]
    fn items_and_methods_stand_apart_and_fields_together() {
        let code = shown(quote! {
            #![doc = " File."]
            use a::b;
            use c::d;
            #[derive(Debug)]
            pub struct A {
                #[serde(default = "azure_openai_core::decode::absent", skip_serializing_if = "azure_openai_core::decode::is_absent")]
                pub a: u8,
                /// B.
                pub b: u8,
            }
            impl A {
                /// One.
                pub fn one() {}
                fn two() {}
            }
            pub(super) const C: u8 = 1;
        });
        insta::assert_snapshot!(code, @r#"
        //! File.

        use a::b;
        use c::d;

        #[derive(Debug)]
        pub struct A {
            #[serde(
                default = "azure_openai_core::decode::absent",
                skip_serializing_if = "azure_openai_core::decode::is_absent"
            )]
            pub a: u8,
            /// B.
            pub b: u8,
        }

        impl A {
            /// One.
            pub fn one() {}

            fn two() {}
        }

        pub(super) const C: u8 = 1;
        "#);
    }

    #[test]
    fn words_and_texts_are_left_alone() {
        let words = "}\n#[a]\npub struct A;\n\nuse b;\n*/ } \\\n\tlast\r\nend;";
        let text = "}\n#[a]\npub fn b() {}\n";
        let docs = doc(words);
        let code = shown(quote! {
            #(#docs)*
            pub struct A;
            const B: &str = #text;
        });
        let expected = "/// }\n/// #[a]\n/// pub struct A;\n///\n/// use b;\n/// */ } \\\n///  last\n/// end;\n\
            pub struct A;\nconst B: &str = \"}\\n#[a]\\npub fn b() {}\\n\";\n";
        assert_eq!(code, expected);
    }
}
