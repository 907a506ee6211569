use proptest::prelude::*;

use super::*;

#[test]
fn words_stay_words() {
    for (before, after) in [
        ("plain *words* and `code <T> [x]`", "plain *words* and `code <T> [x]`"),
        ("Vec<String> [a][b]", "Vec\\<String> \\[a\\]\\[b\\]"),
        ("an odd ` tick", "an odd \\` tick"),
        ("``a`b`` <br/>", "``a`b`` \\<br/>"),
        ("See https://a.example/b?c=d.", "See <https://a.example/b?c=d>."),
        (
            "[text](https://a.example) <https://a.example>",
            "[text](https://a.example) <https://a.example>",
        ),
        ("[text](other.md) ![i](x.png)", "\\[text\\](other.md) !\\[i\\](x.png)"),
        ("already \\[escaped\\]", "already \\[escaped\\]"),
        ("a\r\nb\rc\u{2028}d\u{202e}\u{0}e", "a\nb\nc\nde"),
        ("* one\nlazy\n* two\n      deep", "* one\n  lazy\n* two\n  deep"),
        ("1. one\n> quote\nlazy", "1. one\n> quote\n> lazy"),
        ("a \\\"quote\\\"", "a \"quote\""),
        ("  \n \n", ""),
    ] {
        assert_eq!(clean(before), after, "{before:?}");
    }
}

#[test]
fn code_is_text() {
    for (before, after) in [
        ("```\nlet x;\n```", "```text\nlet x;\n```"),
        ("~~~ rust\nx\n~~~", "~~~text\nx\n~~~"),
        ("```json\n{}\n```", "```json\n{}\n```"),
        ("a\n\n    b\n      c\n\nd", "a\n\n```text\n    b\n      c\n```\n\nd"),
        ("- a\n\n      b", "- a\n\n  ```text\n      b\n  ```"),
        ("\tb", "```text\n    b\n```"),
        ("```\nopen", "```text\nopen\n```"),
        ("```rust,no_run\nx\n```", "```text\nx\n```"),
    ] {
        assert_eq!(clean(before), after, "{before:?}");
    }
}

proptest! {
    #[test]
    fn nothing_is_left_that_rustdoc_compiles(
        text in r"([a-z<>\[\]`~*>#\\ \n\t(){}|!-]|https://|```|    |> |- |1\. ){0,40}"
    ) {
        let cleaned = clean(&text);
        prop_assert!(!compiles(&cleaned), "{text:?} became {cleaned:?}");
    }
}
