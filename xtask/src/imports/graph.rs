//! Files, the imports between them, and the circles that these make.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt;

/// The files of a crate and their imports.
#[derive(Debug)]
pub(crate) struct Graph {
    pub(crate) files: Vec<SourceFile>,
    /// The first path by which one file names another's.
    paths: BTreeMap<(usize, usize), String>,
}

/// A file of a crate.
#[derive(Debug, Clone)]
pub(crate) struct SourceFile {
    /// Relative to the directory of the root module, with `/`: `wire/error.rs`.
    pub(crate) path: String,
    /// Lines before the tests at the end.
    pub(crate) lines: usize,
}

/// That one file names something that another file defines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Import<'a> {
    pub(crate) from: &'a str,
    pub(crate) to: &'a str,
    /// As the first one writes it: `crate::wire::Error`.
    pub(crate) path: &'a str,
}

impl fmt::Display for Import<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { from, to, path } = self;
        write!(f, "{from} imports {to} (`{path}`)")
    }
}

/// Files that import each other.
#[derive(Debug)]
pub(crate) struct Circle<'a> {
    /// The shortest way round.
    pub(crate) imports: Vec<Import<'a>>,
    /// How many files reach each other in all.
    pub(crate) knot: usize,
}

impl Graph {
    pub(super) fn new(files: Vec<SourceFile>) -> Self {
        let paths = BTreeMap::new();
        Self { files, paths }
    }

    /// Adds an import. A file does not import itself.
    pub(super) fn add(&mut self, from: usize, path: &[String], to: usize) {
        if from != to {
            self.paths.entry((from, to)).or_insert_with(|| path.join("::"));
        }
    }

    /// Every import, by file.
    pub(crate) fn imports(&self) -> impl Iterator<Item = Import<'_>> {
        self.paths.keys().map(|&(from, to)| self.import(from, to))
    }

    /// The shortest circle of each group of files that all reach each other.
    pub(crate) fn circles(&self) -> Vec<Circle<'_>> {
        let mut seen: BTreeSet<usize> = BTreeSet::new();
        let mut circles = Vec::new();
        for file in 0..self.files.len() {
            if seen.contains(&file) {
                continue;
            }
            let reached = self.reached_from(file);
            if !reached.contains_key(&file) {
                continue;
            }
            let mut knot: Vec<_> = reached.into_keys().collect();
            knot.retain(|&other| self.reached_from(other).contains_key(&file));
            let ways = knot.iter().map(|&other| self.circle_through(other));
            circles.extend(ways.min_by_key(Vec::len).map(|imports| Circle {
                imports,
                knot: knot.len(),
            }));
            seen.extend(knot);
        }
        circles
    }

    fn import(&self, from: usize, to: usize) -> Import<'_> {
        Import {
            from: &self.files[from].path,
            to: &self.files[to].path,
            path: &self.paths[&(from, to)],
        }
    }

    /// Every file that `start` reaches, each with the file before it on a shortest way; `start` only by a circle.
    fn reached_from(&self, start: usize) -> BTreeMap<usize, usize> {
        let mut before = BTreeMap::new();
        let mut queue = VecDeque::from([start]);
        while let Some(file) = queue.pop_front() {
            for &(_, to) in self.paths.range((file, 0)..(file + 1, 0)).map(|(edge, _)| edge) {
                if let std::collections::btree_map::Entry::Vacant(entry) = before.entry(to) {
                    entry.insert(file);
                    queue.push_back(to);
                }
            }
        }
        before
    }

    /// The shortest circle through a file that reaches itself.
    fn circle_through(&self, file: usize) -> Vec<Import<'_>> {
        let before = self.reached_from(file);
        let mut circle = Vec::new();
        let mut to = file;
        while let Some(&from) = before.get(&to) {
            circle.push(self.import(from, to));
            to = from;
            if to == file {
                break;
            }
        }
        circle.reverse();
        circle
    }
}
