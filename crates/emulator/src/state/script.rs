//! The order in which scripted replies are asked for.

mod file;

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use crate::error::StartError;
use crate::reply::{ChatContext, Reply};

type Rule = dyn Fn(&ChatContext<'_>) -> Option<Reply> + Send + Sync;

/// Closures and files as they were added.
#[derive(Clone, Default)]
pub(crate) struct Sources(Vec<ScriptSource>);

#[derive(Clone)]
enum ScriptSource {
    Rule(Arc<Rule>),
    File(PathBuf),
}

/// The rules, files read.
pub(crate) struct Script(Vec<Arc<Rule>>);

impl Sources {
    pub(crate) fn push(&mut self, rule: impl Fn(&ChatContext<'_>) -> Option<Reply> + Send + Sync + 'static) {
        self.0.push(ScriptSource::Rule(Arc::new(rule)));
    }

    pub(crate) fn push_file(&mut self, path: PathBuf) {
        self.0.push(ScriptSource::File(path));
    }

    /// Reads the files.
    pub(crate) async fn read(self) -> Result<Script, StartError> {
        let mut rules = Vec::new();
        for source in self.0 {
            match source {
                ScriptSource::Rule(rule) => rules.push(rule),
                ScriptSource::File(path) => {
                    for rule in file::read(&path).await? {
                        rules.push(Arc::new(move |call: &ChatContext<'_>| rule.reply(call)));
                    }
                }
            }
        }
        Ok(Script(rules))
    }
}

impl Script {
    /// The first rule's reply that matches.
    pub(crate) fn reply(&self, call: &ChatContext<'_>) -> Option<Reply> {
        self.0.iter().find_map(|rule| rule(call))
    }
}

impl fmt::Debug for Sources {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Script({} sources)", self.0.len())
    }
}

impl fmt::Debug for Script {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Script({} rules)", self.0.len())
    }
}
