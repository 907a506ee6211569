//! Reports of files that differ.

use std::fmt::Write as _;

use similar::TextDiff;

use crate::failure::Failure;
use crate::tree::{Difference, Finding, Tree};

/// The maximum number of lines of difference shown.
const MAX_LINES: usize = 200;

/// Writes a tree and reports what changed.
pub(crate) fn write(tree: &Tree) -> Result<(), Failure> {
    let found = tree.compare()?;
    tree.write(&found)?;
    for Finding { path, difference, .. } in &found {
        let done = match difference {
            Difference::Missing => "made",
            Difference::Changed => "changed",
            Difference::Extra => "removed",
        };
        eprintln!("{done:>8} {path}");
    }
    let same = tree.files.len()
        - found
            .iter()
            .filter(|finding| finding.difference != Difference::Extra)
            .count();
    eprintln!("{same:>8} files as they were");
    Ok(())
}

/// Reports what differs without writing; fails, with the command that updates the files, if anything does.
pub(crate) fn check(tree: &Tree, command: &str) -> Result<(), Failure> {
    let found = tree.compare()?;
    if found.is_empty() {
        eprintln!("{} files, all fresh", tree.files.len());
        return Ok(());
    }
    Err(Failure::Other(report(&found, command)))
}

fn report(found: &[Finding], command: &str) -> String {
    let mut text = "generated files are not what the documents make:\n".to_owned();
    for finding in found {
        // Writing to a String does not fail.
        let _ = writeln!(text, "{:>8} {}", finding.difference, finding.path);
    }
    let mut left = MAX_LINES;
    for finding in found.iter().filter(|finding| finding.difference == Difference::Changed) {
        text.push('\n');
        let diff = unified(finding);
        let lines: Vec<&str> = diff.lines().collect();
        let shown = lines.len().min(left);
        left -= shown;
        for line in &lines[..shown] {
            text.push_str(line);
            text.push('\n');
        }
        if shown < lines.len() {
            let _ = writeln!(text, "… {} more lines of {}", lines.len() - shown, finding.path);
        }
    }
    let _ = write!(text, "\nRun `{command}`.");
    text
}

/// Returns the difference that the command would make.
fn unified(finding: &Finding) -> String {
    TextDiff::from_lines(finding.is.as_str(), finding.should_be.as_str())
        .unified_diff()
        .context_radius(3)
        .header(
            &format!("{} (as it is)", finding.path),
            &format!("{} (as it should be)", finding.path),
        )
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(path: &str, is: String, should_be: String) -> Finding {
        Finding {
            path: path.to_owned(),
            difference: Difference::Changed,
            is,
            should_be,
        }
    }

    #[test]
    fn report_names_every_file_and_shows_the_difference() {
        let extra = Finding {
            path: "b.rs".to_owned(),
            difference: Difference::Extra,
            is: "x".to_owned(),
            should_be: String::new(),
        };
        let found = [changed("a.rs", "1\n2\n3\n".to_owned(), "1\ntwo\n3\n".to_owned()), extra];
        assert_eq!(
            report(&found, "cargo xtask codegen"),
            "generated files are not what the documents make:\n \
             changed a.rs\n   extra b.rs\n\n--- a.rs (as it is)\n+++ a.rs (as it should be)\n\
             @@ -1,3 +1,3 @@\n 1\n-2\n+two\n 3\n\nRun `cargo xtask codegen`."
        );
    }

    #[test]
    fn long_difference_is_truncated() {
        let lines = |word: &str| (0..500).map(|n| format!("{word} {n}\n")).collect::<String>();
        let found = [
            changed("a.rs", lines("old"), lines("new")),
            changed("b.rs", lines("old"), lines("new")),
        ];
        let report = report(&found, "c");
        assert!(report.lines().count() < 220, "{}", report.lines().count());
        assert!(report.contains("… 803 more lines of a.rs\n"), "{report}");
        assert!(report.contains("… 1003 more lines of b.rs\n"), "{report}");
    }
}
