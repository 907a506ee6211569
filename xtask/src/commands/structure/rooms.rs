//! The rooms of each crate: files and directories of its sources, in their order.

use crate::imports::Graph;

/// For each crate its floors from top to bottom, each with its rooms. A file imports from floors below its own, and
/// from its own floor as long as that makes no circle. A room is a file or a directory of that name, or both. The root
/// module is above all rooms.
const ALL: [(&str, &[&str]); 8] = [
    (
        "azure-openai-core",
        &[
            "polling",
            "paging",
            "downloads request_builder",
            "pipeline reader request",
            "credential incoming",
            "form response result_stream telemetry",
            "error",
            "content_filter encode head secrets",
            "compression decode endpoint operation retry setters temporary value",
        ],
    ),
    (
        "azure-openai-inference",
        &[
            "completions embeddings responses streams",
            "arguments audio chunks images messages usage",
            "generated text_as_json",
        ],
    ),
    ("azure-openai-authoring", &["ingestion jobs lists", "generated"]),
    (
        "azure-openai",
        &[
            "guide",
            "audio chat completions embeddings images",
            "batches deployment files fine_tuning ingestion stored_completions",
            "client jsonl",
            "entra file_error options state_file stream tokens",
        ],
    ),
    (
        "azure-openai-emulator",
        &[
            "server",
            "operations",
            "generation storage",
            "call",
            "state",
            "faults spec",
            "catalogue clock error exchange reply setters text tokens wire",
        ],
    ),
    (
        "aoai",
        &["arguments", "commands", "session", "config input output", "failure"],
    ),
    (
        "codegen",
        &[
            "pipeline",
            "closed_world",
            "emit layout",
            "finish",
            "model passes",
            "overlay words",
            "walk",
            "document",
            "error keys naming reference",
        ],
    ),
    ("xtask", &["commands", "args imports tree workspace", "failure"]),
];

/// The rooms of a crate.
pub(super) struct Rooms {
    package: &'static str,
    floors: &'static [&'static str],
}

impl Rooms {
    /// The rooms of a package that has an order of them.
    pub(super) fn of(name: &str) -> Option<Self> {
        let (package, floors) = *ALL.iter().find(|(package, _)| *package == name)?;
        Some(Self { package, floors })
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.floors.iter().flat_map(|floor| floor.split(' '))
    }

    /// The room of a file such as `wire/error.rs`: the innermost one, if it is in several.
    pub(super) fn room(&self, path: &str) -> Option<&'static str> {
        let holds = |name: &&str| {
            let rest = path.strip_prefix(*name);
            rest.is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
        };
        self.names().filter(holds).max_by_key(|name| name.len())
    }

    /// The floor of a file, counted from the top.
    fn floor(&self, path: &str) -> Option<usize> {
        let room = self.room(path)?;
        self.floors
            .iter()
            .position(|floor| floor.split(' ').any(|name| name == room))
    }

    /// Imports that run up, files without a room, and rooms without a file.
    pub(super) fn problems(&self, graph: &Graph) -> Vec<String> {
        let package = self.package;
        let is_root = |path: &str| matches!(path, "lib.rs" | "main.rs");
        let mut problems = Vec::new();
        for file in &graph.files {
            if !is_root(&file.path) && self.room(&file.path).is_none() {
                problems.push(format!(
                    "{package}: {} is in no room: add it to structure/rooms.rs",
                    file.path
                ));
            }
        }
        for name in self.names() {
            if !graph.files.iter().any(|file| self.room(&file.path) == Some(name)) {
                problems.push(format!(
                    "{package}: room {name} has no file: remove it from structure/rooms.rs"
                ));
            }
        }
        for import in graph.imports() {
            let up = match (self.floor(import.from), self.floor(import.to)) {
                (Some(from), Some(to)) => from > to,
                _ => is_root(import.to),
            };
            if up {
                problems.push(format!("{package}: {import}, which is above it"));
            }
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::imports;

    const ROOMS: Rooms = Rooms {
        package: "made-up",
        floors: &["server", "state wire", "wire/error gone"],
    };

    fn problems(files: &[(&str, &str)]) -> Vec<String> {
        let directory = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = directory.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        ROOMS.problems(&imports::read(&directory.path().join("lib.rs")).unwrap())
    }

    #[test]
    fn import_that_runs_up_is_found() {
        let files = [
            ("lib.rs", "mod server; mod state; mod wire; mod attic; pub struct Top;"),
            ("server/mod.rs", "mod run; pub struct Server(crate::state::State);"),
            (
                "server/run.rs",
                "fn f(_: crate::wire::error::Error, _: super::Server) {}",
            ),
            ("state.rs", "pub struct State(crate::wire::Format);"),
            (
                "wire/mod.rs",
                "pub mod error; pub struct Format;\nfn f(_: crate::Top) {}",
            ),
            (
                "wire/error.rs",
                "\npub struct Error(super::Format, crate::server::Server);",
            ),
            ("attic.rs", ""),
        ];
        assert_eq!(
            problems(&files),
            [
                "made-up: attic.rs is in no room: add it to structure/rooms.rs",
                "made-up: room gone has no file: remove it from structure/rooms.rs",
                "made-up: wire/mod.rs imports lib.rs (`crate::Top`), which is above it",
                "made-up: wire/error.rs imports server/mod.rs (`crate::server::Server`), which is above it",
                "made-up: wire/error.rs imports wire/mod.rs (`super::Format`), which is above it",
            ]
        );
    }
}
