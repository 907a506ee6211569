use super::*;
use crate::finish::Group;
use crate::model::{Declared, Field, Presence, Shape, Struct, Type};

fn found(name: &str, code: &str) -> Vec<String> {
    let file: syn::File = syn::parse_str(code).expect("Rust");
    let mut tree = Tree::default();
    tree.types.insert(name.to_owned(), file.items);
    messages(closed_world(&tree, &Model::default(), &mut Findings::of("d")))
}

fn messages(result: Result<(), Error>) -> Vec<String> {
    let error = result.err();
    let all = error.iter().flat_map(|error| error.diagnostics());
    all.map(|diagnostic| format!("{}: {}", diagnostic.pointer, diagnostic.message))
        .collect()
}

#[test]
fn whole_code_passes() {
    let code = r#"
        pub struct A { pub a: Vec<B>, pub extra: Extra }
        azure_openai_core::open_object!(A, sent { "a" => a: required, "k" => k: constant("x") });
        pub enum B { One(String), Unknown(Value) }
        azure_openai_core::shape_union!(B { One(String), Two(Vec<A>) });
        impl From<&str> for B {}
        impl From<String> for B {}
        impl A { fn new(a: impl Into<Option<B>>) -> Self {} }
    "#;
    assert_eq!(found("A", code), [""; 0]);
}

#[test]
fn names_that_lead_nowhere_are_found() {
    for code in [
        "pub struct A { pub a: Option<AInner> }",
        "pub struct A {} impl A { fn new(a: AInner) {} }",
        "pub enum A { X } azure_openai_core::shape_union!(A { X(Vec<AInner>) });",
        r#"pub enum A { X } azure_openai_core::tagged_union!(A, "k" { X(AInner) = "x" });"#,
        "pub struct A { pub a: types::B }",
    ] {
        let name = if code.contains("types") { "types" } else { "AInner" };
        assert_eq!(
            found("A", code),
            [format!("/components/schemas/A: unknown type `{name}`")],
            "{code}"
        );
    }
}

#[test]
fn duplicate_definitions_are_reported() {
    for (code, what) in [
        ("pub struct A { pub a: i64, pub a: i64 }", "`a` is there twice"),
        ("pub enum A { X, X }", "`X` is there twice"),
        (
            "pub struct A; impl A { fn a() {} } impl A { fn a() {} }",
            "`A::a` is there twice",
        ),
        (
            "pub struct A; pub struct A;",
            "`A` is also made of /components/schemas/A",
        ),
        ("pub struct Client;", "`Client` is also made of the client"),
        (
            "pub struct A; impl From<i64> for A {} impl From<i64> for A {}",
            "`From<i64>` is implemented twice for `A`",
        ),
        (
            r#"pub enum A {} azure_openai_core::open_enum!(A { X = "x" }); impl From<&str> for A {}"#,
            "`From<&str>` is implemented twice for `A`",
        ),
        (
            r#"pub struct B; pub enum A {} azure_openai_core::tagged_union!(A, "k" { X(B) = "x", Y(B) = "y" });"#,
            "`From<B>` is implemented twice for `A`",
        ),
    ] {
        assert_eq!(found("A", code), [format!("/components/schemas/A: {what}")], "{code}");
    }
}

#[test]
fn operations_are_looked_at_too() {
    let method = |text: &str| syn::parse_str::<syn::ImplItemFn>(text).expect("Rust");
    let group = Group {
        client: "AClient".to_owned(),
        pointers: vec!["/paths/~1a/get".to_owned()],
        methods: vec![
            method("fn get(&self) -> Nothing {}"),
            method("fn get(&self, a: &AClient) {}"),
        ],
        ..Group::default()
    };
    let mut tree = Tree::default();
    tree.groups.insert("a".to_owned(), group);
    assert_eq!(
        messages(closed_world(&tree, &Model::default(), &mut Findings::of("d"))),
        [
            "/paths/~1a/get: unknown type `Nothing`",
            "/paths/~1a/get: `get` is there twice",
        ]
    );
}

#[test]
fn a_type_without_a_size_is_found() {
    let field = Field {
        wire: "a".to_owned(),
        ident: "a".to_owned(),
        value: Type::Named("A".to_owned()),
        presence: Presence::Optional,
        only: None,
        is_read_only: false,
        style: None,
        part_type: None,
        docs: String::new(),
    };
    let made = Struct {
        fields: vec![field],
        is_form: false,
        has_default: false,
        list: None,
    };
    let mut model = Model::default();
    let declared = Declared {
        docs: String::new(),
        shape: Shape::Struct(made),
        is_sent: false,
        is_response: false,
        is_fitted: false,
    };
    model.types.insert("A".to_owned(), declared);
    let found = messages(closed_world(&Tree::default(), &model, &mut Findings::of("d")));
    assert_eq!(found, ["/components/schemas/A: `A` contains itself without a box"]);
}
