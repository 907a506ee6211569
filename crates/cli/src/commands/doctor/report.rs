//! What was checked, line by line.

use serde_json::json;

use crate::failure::{Failure, Result};
use crate::output::{Output, Tone};

/// The checks so far.
pub(super) struct Report {
    out: Output,
    first: Option<Failure>,
    failed: usize,
}

impl Report {
    pub(super) fn new(out: Output) -> Self {
        Self {
            out,
            first: None,
            failed: 0,
        }
    }

    pub(super) fn ok(&mut self, check: &str, detail: impl Into<String>) -> Result<()> {
        self.print(check, "ok", &detail.into(), None)
    }

    pub(super) fn warning(&mut self, check: &str, detail: &str, advice: &str) -> Result<()> {
        self.print(check, "warning", detail, Some(advice))
    }

    pub(super) fn failed(&mut self, check: &str, failure: &Failure) -> Result<()> {
        self.failed += 1;
        self.first
            .get_or_insert_with(|| Failure::new(failure.kind(), format!("{check}: {}", failure.message())));
        self.print(check, "failed", failure.message(), failure.advice())
    }

    /// What cannot be checked after a failure.
    pub(super) fn skipped(&mut self, checks: &[&str]) -> Result<()> {
        checks
            .iter()
            .try_for_each(|check| self.print(check, "skipped", "", None))
    }

    fn print(&self, check: &str, status: &str, detail: &str, advice: Option<&str>) -> Result<()> {
        if self.out.is_json() {
            let mut line = json!({ "check": check, "status": status, "detail": detail });
            if let Some(advice) = advice {
                line["advice"] = advice.into();
            }
            return self.out.json_line(&line);
        }
        let (mark, tone) = match status {
            "ok" => ("ok", Tone::Good),
            "warning" => ("warning", Tone::Warning),
            "failed" => ("FAILED", Tone::Bad),
            _ => ("skipped", Tone::Dim),
        };
        let mark = self.out.paint(tone, &format!("{mark:8}"));
        self.out.text(format!("{mark}{check:15}{detail}").trim_end())?;
        self.out.text("\n")?;
        match advice {
            Some(advice) => self.out.text(&format!("{:23}→ {advice}\n", "")),
            None => Ok(()),
        }
    }

    /// Fails as the first failed check did.
    pub(super) fn finish(self) -> Result<()> {
        match (self.first, self.failed) {
            (None, _) => Ok(()),
            (Some(first), 1) => Err(first),
            (Some(first), failed) => Err(Failure::new(
                first.kind(),
                format!("{} ({failed} checks failed)", first.message()),
            )),
        }
    }
}
