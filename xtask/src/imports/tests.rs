use std::fs;

use super::graph::Import;
use super::*;

/// Reads a crate of the given files; the root is `lib.rs`.
fn graph(files: &[(&str, &str)]) -> Graph {
    let directory = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = directory.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    read(&directory.path().join("lib.rs")).unwrap()
}

fn imports(files: &[(&str, &str)]) -> Vec<String> {
    let show = |import: Import<'_>| format!("{} {}", import.from, import.to);
    graph(files).imports().map(show).collect()
}

fn circles(files: &[(&str, &str)]) -> Vec<Vec<String>> {
    let graph = graph(files);
    let show = |circle: Vec<Import<'_>>| circle.into_iter().map(|import| import.from.to_owned()).collect();
    graph.circles().into_iter().map(|circle| show(circle.imports)).collect()
}

const A: (&str, &str) = ("a.rs", "pub struct A; pub fn make() {} pub enum Kind { One }");

#[test]
fn every_spelling_of_an_import_is_found() {
    let spellings = [
        "use crate::a::A;",
        "use super::a::{self, A as Other};",
        "use crate::{a::Kind::One};",
        "fn f() -> crate::a::A { todo!() }",
        "use crate::a; fn f() { a::make() }",
        "fn f() { use crate::a; a::make() }",
        "use super::a::*; fn f(_: A) {}",
        "use crate::a::*; fn f() -> Kind { Kind::One }",
        "fn f() { assert!(x.y, \"{}\", crate::a::make()) }",
        "use super::a; fn f() { vec![0..a::make()] }",
        "mod inner { use super::super::a::A; }",
        "#[serde(with = \"crate::a::make\")] struct S;",
        "macro_rules! m { () => { $crate::a::make() } }",
        "impl From<u8> for super::a::A {}",
        "pub(crate) use super::a::A;",
    ];
    for text in spellings {
        let found = imports(&[("lib.rs", "mod a; mod b;"), A, ("b.rs", text)]);
        assert_eq!(found, ["b.rs a.rs"], "{text}");
    }
}

#[test]
fn other_names_are_not_imports() {
    let texts = [
        "",
        "use a::A;",
        "use ::a::A;",
        "use crate::a;",
        "pub(in crate::a) struct S;",
        "#[cfg(test)] mod tests { use crate::a::A; }",
        "#[cfg(all(test, unix))] fn f() { crate::a::make() }",
        "/// See [`crate::a::A`].\nstruct S;",
        "fn f(x: X) { println!(\"{}\", x.make()) }",
    ];
    for text in texts {
        let found = imports(&[("lib.rs", "mod a; mod b;"), A, ("b.rs", text)]);
        assert_eq!(found, [""; 0], "{text}");
    }
}

#[test]
fn re_export_leads_to_the_file_that_defines_the_name() {
    let files = [
        ("lib.rs", "mod a; mod user; pub use a::Named;"),
        (
            "a/mod.rs",
            "mod deep; pub use deep::Deep as Named; pub mod all { pub use super::deep::*; }",
        ),
        ("a/deep.rs", "pub struct Deep; pub struct More;"),
        ("user.rs", "use crate::Named;\nuse crate::a::all::More;"),
    ];
    assert_eq!(imports(&files), ["user.rs a/deep.rs"]);
}

#[test]
fn re_export_counts_where_the_file_uses_the_name() {
    let lib = ("lib.rs", "mod a;");
    let b = ("a/b.rs", "use super::A; pub struct B(A);");
    let passed_on = [lib, ("a.rs", "mod b; pub use b::B; pub struct A;"), b];
    assert_eq!(imports(&passed_on), ["a/b.rs a.rs"]);
    assert!(circles(&passed_on).is_empty());
    let used = [lib, ("a.rs", "mod b; pub use b::B; pub struct A(Box<B>);"), b];
    assert_eq!(circles(&used), [["a.rs", "a/b.rs"]]);
}

#[test]
fn macro_by_example_belongs_to_the_file_that_defines_it() {
    let files = [
        ("lib.rs", "#[macro_use] mod a; mod b;"),
        ("a.rs", "macro_rules! twice { () => {} }"),
        ("b.rs", "fn f() { twice!() }"),
    ];
    assert_eq!(imports(&files), ["b.rs a.rs"]);
}

#[test]
fn shortest_circle_is_shown() {
    let files = [
        ("lib.rs", "mod a; mod b; mod c; mod d; mod e;"),
        ("a.rs", "pub struct A(crate::b::B);"),
        ("b.rs", "pub struct B(crate::c::C);"),
        ("c.rs", "pub struct C(crate::a::A, crate::d::D);"),
        ("d.rs", "pub struct D(crate::c::C);"),
        ("e.rs", "pub struct E(crate::a::A);"),
    ];
    assert_eq!(circles(&files), [["c.rs", "d.rs"]]);
    let graph = graph(&files);
    let circle = &graph.circles()[0];
    assert_eq!(circle.knot, 4);
    assert_eq!(circle.imports[0].to_string(), "c.rs imports d.rs (`crate::d::D`)");
}

#[test]
fn lines_of_tests_are_not_counted() {
    let text = "pub struct A;\n\n#[cfg(test)]\nmod tests {\n    fn f() {}\n}\n";
    assert_eq!(graph(&[("lib.rs", text)]).files[0].lines, 2);
}

#[test]
fn missing_and_broken_files_are_named() {
    let directory = tempfile::tempdir().unwrap();
    let root = directory.path().join("lib.rs");
    fs::write(&root, "mod gone;").unwrap();
    let message = read(&root).unwrap_err().to_string();
    assert!(message.contains("no file for `mod gone;`"), "{message}");
    fs::write(&root, "fn f() {}\nfn 1() {}").unwrap();
    let message = read(&root).unwrap_err().to_string();
    assert!(message.contains("lib.rs: expected"), "{message}");
}
