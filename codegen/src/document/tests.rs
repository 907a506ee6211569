//! Reading: values, refusals and their places.

use serde_json::json;

use super::*;

fn yaml(text: &str) -> Result<Value, String> {
    let parsed = parse(Source { name: "t", text }).map_err(|e| e.to_string())?;
    Ok(parsed.value)
}

fn read(text: &str) -> Result<Dialect, String> {
    Document::read(Source { name: "t", text })
        .map(|d| d.dialect)
        .map_err(|e| e.to_string())
}

#[test]
fn scalars_follow_the_core_schema() {
    let text = "
date: 2024-06-01
on: off
yes: no
quoted: '12'
int: 12
big: 18446744073709551615
huge: 18446744073709551616
negative: -7
plus: +5
hex: 0x1F
octal: 0o17
leading: 007
float: 1.5
exponent: 1e3
point: .5
version: 3.1.0
nothing:
tilde: ~
yep: true
tagged: !!str 12
infinite: .inf
beyond: 1e999
200: ok
block: |
  a
  b
";
    assert_eq!(
        yaml(text).unwrap(),
        json!({
            "date": "2024-06-01", "on": "off", "yes": "no", "quoted": "12", "int": 12,
            "big": 18446744073709551615_u64, "huge": 18446744073709551616.0, "negative": -7, "plus": 5, "hex": 31,
            "octal": 15, "leading": 7, "float": 1.5, "exponent": 1000.0, "point": 0.5, "version": "3.1.0",
            "nothing": null, "tilde": null, "yep": true, "tagged": "12", "infinite": ".inf", "beyond": "1e999", "200": "ok", "block": "a\nb\n",
        })
    );
}

#[test]
fn the_order_of_keys_is_kept() {
    let value = yaml("b: 1\na: 2\nc: 3\n").unwrap();
    let keys: Vec<_> = value.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["b", "a", "c"]);
}

#[test]
fn aliases_are_unfolded() {
    assert_eq!(
        yaml("a: &x {n: [1]}\nb: *x\n").unwrap(),
        json!({"a": {"n": [1]}, "b": {"n": [1]}})
    );
}

#[test]
fn yaml_value_that_json_lacks_is_refused_with_its_place() {
    let refused = [
        ("a: !thing 1\n", "the tag !thing has no meaning here at line 1 column 4"),
        ("a: !!int x\n", "\"x\" is not a !!int at line 1 column 4"),
        ("? [a]\n: 1\n", "a key that is not a scalar at line 1 column 3"),
        ("a: 1\n---\nb: 2\n", "a second document begins at line 2 column 1"),
        ("a: &x [*x]\n", "an alias inside its own anchor at line 1 column 8"),
    ];
    for (text, message) in refused {
        let error = yaml(text).unwrap_err();
        assert!(error.ends_with(message), "{text:?}: {error}");
    }
}

#[test]
fn sloppy_yaml_and_json_are_read_with_warnings() {
    for (text, value, pointer, message) in [
        (
            "a: 1\nb: 2\na: 3\n",
            json!({"a": 3, "b": 2}),
            "/a",
            "YAML: the key \"a\" twice, of which the last one counts, at line 3 column 1",
        ),
        (
            "a: &x {b: 1, d: 2}\nc:\n  <<: *x\n  d: 3\n",
            json!({"a": {"b": 1, "d": 2}, "c": {"d": 3, "b": 1}}),
            "/c",
            "YAML: a merge key (`<<`), which is of YAML 1.1, at line 3 column 3",
        ),
        (
            "a:\n\tb: 1\n\tc:\n\t\td: 2\n",
            json!({"a": {"b": 1, "c": {"d": 2}}}),
            "",
            "YAML: a tab at line 2; each is read as two spaces",
        ),
        (
            "a:\n    b:\n        {\n        c: [1, 2]\n  }\nd: 1\n",
            json!({"a": {"b": {"c": [1, 2]}}, "d": 1}),
            "",
            "YAML: the bracket at line 5 closes to the left of its block; such are read as within it",
        ),
        (
            "{\"l/\": [0, {\"a\": 1, \"a\": 2}]}",
            json!({"l/": [0, {"a": 2}]}),
            "/l~1/1/a",
            "JSON: the key \"a\" twice in one object; the last one counts",
        ),
    ] {
        let parsed = parse(Source { name: "t", text }).unwrap();
        let oddity = parsed::Oddity {
            pointer: pointer.to_owned(),
            message: message.to_owned(),
        };
        assert_eq!((parsed.value, parsed.oddities), (value, vec![oddity]));
    }
    let text = "openapi: 3.0.0\ninfo: {}\ninfo: {}\n";
    let document = Document::read(Source { name: "t", text }).unwrap();
    assert_eq!(document.findings.all().len(), 1);
}

#[test]
fn broken_syntax_names_line_and_column() {
    let error = yaml("openapi: 3.1.0\npaths: {a: [1\n").unwrap_err();
    assert!(error.starts_with("error: t: [read] YAML: "), "{error}");
    assert!(error.contains(" at line "), "{error}");
    let error = yaml("{\"a\": 1,\n  \"b\" 2}").unwrap_err();
    assert!(error.contains("JSON: expected `:` at line 2 column 7"), "{error}");
}

#[test]
fn depth_and_aliases_are_bounded() {
    // The parser's own limit for brackets comes first.
    let deep = format!("a: {}{}", "[".repeat(5000), "]".repeat(5000));
    let error = yaml(&deep).unwrap_err();
    assert!(error.contains("recursion limit exceeded"), "{error}");
    assert!(yaml(&"- ".repeat(5000)).unwrap_err().contains("nested deeper than 100"));
    let deep = format!("{}{}", "[".repeat(110), "]".repeat(110));
    assert!(yaml(&deep).unwrap_err().contains("nested deeper than 100"));

    let mut bomb = "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n".to_owned();
    for level in 1..12 {
        let alias = format!("*a{}", level - 1);
        bomb += &format!("a{level}: &a{level} [{}]\n", vec![alias; 10].join(", "));
    }
    assert!(
        yaml(&bomb)
            .unwrap_err()
            .contains("aliases unfold to more than 500000 values")
    );

    let mut tower = "a0: &a0 [1]\n".to_owned();
    for level in 1..200 {
        tower += &format!("a{level}: &a{level} [*a{}]\n", level - 1);
    }
    assert!(yaml(&tower).unwrap_err().contains("aliases nest deeper than 100"));
}

#[test]
fn json_is_recognized_by_content() {
    assert_eq!(
        yaml("\u{feff} {\"a\": \"\\ud83d\\ude00\"}").unwrap(),
        json!({"a": "😀"})
    );
    // A flow mapping is YAML, not JSON.
    assert_eq!(yaml("{a: b}").unwrap(), json!({"a": "b"}));
}

#[test]
fn dialect_is_recognized_by_the_version() {
    assert_eq!(read("swagger: '2.0'"), Ok(Dialect::Swagger20));
    assert_eq!(read("swagger: 2.0"), Ok(Dialect::Swagger20));
    assert_eq!(read("openapi: 3.0.3"), Ok(Dialect::OpenApi30));
    assert_eq!(read("openapi: 3.0"), Ok(Dialect::OpenApi30));
    assert_eq!(read("openapi: 3.1"), Ok(Dialect::OpenApi31));
    assert_eq!(read("{\"openapi\": \"3.1.0\"}"), Ok(Dialect::OpenApi31));
    let refused = [
        (
            "swagger: '1.2'",
            "error: t#/swagger: [read] version \"1.2\" is not supported",
        ),
        (
            "openapi: 3.2.0",
            "error: t#/openapi: [read] version \"3.2.0\" is not supported",
        ),
        (
            "openapi: 3.10.0",
            "error: t#/openapi: [read] version \"3.10.0\" is not supported",
        ),
        ("openapi: [3]", "error: t#/openapi: [read] version [3] is not supported"),
        ("info: {}", "neither `swagger` nor `openapi`"),
        ("swagger: '2.0'\nopenapi: 3.0.0", "both"),
        ("- a", "not a mapping"),
        ("", "not a mapping"),
    ];
    for (text, message) in refused {
        let error = read(text).unwrap_err();
        assert!(error.contains(message), "{text:?}: {error}");
    }
}
