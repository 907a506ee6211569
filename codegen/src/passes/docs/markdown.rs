//! One description, as Markdown without surprises.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

/// What rustdoc reads beside plain CommonMark.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS);

/// Plain lines; HTML, brackets that are no links and stray backticks as they are written; URLs as links; code as text,
/// for rustdoc would compile it; the lines of a list under its words.
pub(super) fn clean(text: &str) -> String {
    let text = lines(text);
    let mut edits = Edits {
        text: &text,
        edits: Vec::new(),
        containers: Vec::new(),
        is_literal: 0,
    };
    for (event, range) in Parser::new_ext(&text, OPTIONS).into_offset_iter() {
        edits.event(event, range);
    }
    let cleaned = edits.apply();
    if compiles(&cleaned) { verbatim(&text) } else { cleaned }
}

/// Whether there is code in it that rustdoc would compile.
fn compiles(text: &str) -> bool {
    Parser::new_ext(text, OPTIONS).any(|event| match event {
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => is_rust(&language),
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => true,
        _ => false,
    })
}

/// All of it as it was written: for what is nested in ways that nobody writes.
fn verbatim(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}text\n{text}\n{fence}")
}

/// Line feeds only, no tabs, nothing that cannot be seen, no blanks at the ends.
fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\t', "    ").replace("\\\"", "\"");
    let plain: String = text.chars().filter_map(crate::words::visible).collect();
    let lines: Vec<&str> = plain.lines().map(str::trim_end).collect();
    // The first line keeps its indentation, which can make it code.
    lines.join("\n").trim_start_matches('\n').trim_end().to_owned()
}

struct Edits<'a> {
    text: &'a str,
    /// What is put in the place of what; in any order, without overlap.
    edits: Vec<(Range<usize>, String)>,
    /// How the lines of each block around begin.
    containers: Vec<String>,
    /// Deeper than 0 within links and code.
    is_literal: usize,
}

impl Edits<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(TagEnd::Item | TagEnd::BlockQuote(_)) => drop(self.containers.pop()),
            Event::End(TagEnd::CodeBlock) => self.is_literal -= 1,
            Event::End(TagEnd::Link | TagEnd::Image) => self.is_literal = self.is_literal.saturating_sub(1),
            Event::Text(_) if self.is_literal == 0 => self.words(range),
            Event::Html(_) | Event::InlineHtml(_) => self.escape(range, &['<', '[', ']']),
            Event::SoftBreak | Event::HardBreak => self.next_line(range.end),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Item => {
                let marker = self.text[range.clone()].find(' ').unwrap_or(1);
                self.containers.push(" ".repeat(marker + 1));
            }
            Tag::BlockQuote(_) => self.containers.push("> ".to_owned()),
            Tag::CodeBlock(kind) => {
                self.is_literal += 1;
                self.code(kind, range);
            }
            Tag::Link {
                link_type, dest_url, ..
            }
            | Tag::Image {
                link_type, dest_url, ..
            } => {
                let is_absolute = ["https://", "http://", "mailto:"]
                    .iter()
                    .any(|start| dest_url.starts_with(start));
                if !is_absolute && !matches!(link_type, LinkType::Autolink | LinkType::Email) {
                    // It leads to nowhere in this documentation.
                    self.escape(range, &['[', ']']);
                }
                self.is_literal += 1;
            }
            _ => {}
        }
    }

    /// What stands before a place in its line.
    fn before(&self, place: usize) -> &str {
        let start = self.text[..place].rfind('\n').map_or(0, |end| end + 1);
        &self.text[start..place]
    }

    /// Code in whatever language is text to rustdoc, unless it says that it is something else than Rust.
    fn code(&mut self, kind: &CodeBlockKind<'_>, range: Range<usize>) {
        let code = &self.text[range.clone()];
        match kind {
            CodeBlockKind::Fenced(language) => {
                let fence = code.chars().take_while(|c| matches!(c, '`' | '~')).count();
                if is_rust(language) {
                    let end = code.find('\n').unwrap_or(code.len());
                    self.edits
                        .push((range.start + fence..range.start + end, "text".to_owned()));
                }
                let is_closed = code.lines().skip(1).last().is_some_and(|line| {
                    let line = line.trim_start_matches([' ', '>']);
                    line.len() >= fence && line.chars().all(|c| code.starts_with(c))
                });
                if !is_closed {
                    let line = format!("\n{}{}", self.containers.concat(), &code[..fence]);
                    self.edits.push((range.end..range.end, line));
                }
            }
            CodeBlockKind::Indented => {
                let indented = self.before(range.start);
                let outside = indented.get(..indented.len().saturating_sub(4)).unwrap_or_default();
                let start = range.start - (indented.len() - outside.len());
                let end = range.start + code.trim_end().len();
                // A list's marker stands before the first line alone.
                let next: String = outside.chars().map(|c| if c == '>' { c } else { ' ' }).collect();
                self.edits.push((start..start, format!("```text\n{next}")));
                self.edits.push((end..end, format!("\n{next}```")));
            }
        }
    }

    fn words(&mut self, range: Range<usize>) {
        let text = self.text;
        let words = &text[range.clone()];
        let mut skip = 0;
        for (index, c) in words.char_indices() {
            let place = range.start + index;
            if place < skip || text[..place].ends_with('\\') {
                continue;
            }
            match c {
                '[' | ']' | '<' | '`' => self.edits.push((place..place, "\\".to_owned())),
                'h' if is_url(&text[place..range.end]) => {
                    let url = url(&text[place..range.end]);
                    skip = place + url.len();
                    self.edits.push((place..skip, format!("<{url}>")));
                }
                _ => {}
            }
        }
    }

    fn escape(&mut self, range: Range<usize>, which: &[char]) {
        for (index, _) in self.text[range.clone()].match_indices(which) {
            let place = range.start + index;
            let known = self.edits.iter().any(|(other, _)| other.start == place);
            if !known && !self.text[..place].ends_with('\\') {
                self.edits.push((place..place, "\\".to_owned()));
            }
        }
    }

    /// A paragraph that goes on in the next line, there as far to the right as in the first.
    fn next_line(&mut self, place: usize) {
        if self.containers.is_empty() {
            return;
        }
        let start = self.text[..place].rfind('\n').map_or(0, |end| end + 1);
        let line = &self.text[start..];
        let end = start + line.len() - line.trim_start_matches([' ', '>']).len();
        let begin = self.containers.concat();
        if self.text[start..end] != begin {
            self.edits.push((start..end, begin));
        }
    }

    fn apply(mut self) -> String {
        // Stable: what is put at one place stays in its order.
        self.edits.sort_by_key(|(range, _)| range.start);
        let mut result = String::with_capacity(self.text.len() + 2 * self.edits.len());
        let mut done = 0;
        for (range, new) in &self.edits {
            if range.start < done {
                continue;
            }
            result.push_str(&self.text[done..range.start]);
            result.push_str(new);
            done = range.end;
        }
        result.push_str(&self.text[done..]);
        result.trim().to_owned()
    }
}

/// The languages that rustdoc takes for Rust: none, and its own attributes.
fn is_rust(language: &str) -> bool {
    let own = [
        "rust",
        "ignore",
        "should_panic",
        "no_run",
        "compile_fail",
        "standalone_crate",
        "test_harness",
        "custom",
    ];
    language
        .split([',', ' ', '\t', '{', '}'])
        .filter(|word| !word.is_empty())
        .all(|word| own.contains(&word) || word.starts_with("edition") || word.starts_with("ignore-"))
}

fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
}

/// A URL at the beginning, without the punctuation of the sentence around it.
fn url(text: &str) -> &str {
    let end = text
        .find(|c: char| c.is_whitespace() || "<>\"')]`|\\".contains(c))
        .unwrap_or(text.len());
    text[..end].trim_end_matches(['.', ',', ';', ':'])
}

#[cfg(test)]
mod tests;
