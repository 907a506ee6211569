//! Where in a value decoding failed.
//!
//! A failure is noted on its way out, from the innermost field to the outermost, so that success does not pay for it and
//! no second pass is needed. Types that others derive note nothing.

use std::cell::RefCell;
use std::fmt::Write as _;

use super::mode::is_tolerant;

/// The deepest place that is noted. JSON is not decoded deeper than 128 values.
const DEEPEST: usize = 256;

enum Segment {
    Field(Box<str>),
    Index(usize),
}

thread_local! {
    /// The way from the place that failed to the whole.
    static SEGMENTS: RefCell<Vec<Segment>> = const { RefCell::new(Vec::new()) };
}

/// Forgets what failed: at the start, and where a failure is made up for.
#[cold]
pub(super) fn clear() {
    SEGMENTS.with_borrow_mut(Vec::clear);
}

/// Notes that decoding failed in this field.
#[cold]
pub(crate) fn note_field(name: &str) {
    note(|| Segment::Field(name.into()));
}

/// Notes that decoding failed in the item of this index.
#[cold]
pub(super) fn note_index(index: usize) {
    note(|| Segment::Index(index));
}

fn note(segment: impl FnOnce() -> Segment) {
    // Tolerant decoding makes up for what fails.
    if is_tolerant() {
        return;
    }
    SEGMENTS.with_borrow_mut(|segments| {
        if segments.len() < DEEPEST {
            segments.push(segment());
        }
    });
}

/// The path from the whole to the place that failed, as in `choices[0].message`; `None` where it is the whole.
pub(super) fn take() -> Option<String> {
    let segments = SEGMENTS.take();
    let mut path = String::new();
    for segment in segments.iter().rev() {
        match segment {
            Segment::Field(name) if path.is_empty() => path.push_str(name),
            Segment::Field(name) => {
                path.push('.');
                path.push_str(name);
            }
            Segment::Index(index) => {
                let _ = write!(path, "[{index}]");
            }
        }
    }
    Some(path).filter(|path| !path.is_empty())
}
