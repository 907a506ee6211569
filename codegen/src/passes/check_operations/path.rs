//! Path templates.

use crate::passes::inner_schemas::capitalized;

/// A path taken apart.
pub(super) struct Template {
    /// The names of its parameters, in order.
    pub(super) names: Vec<String>,
    /// The path with all names left out.
    pub(super) shape: String,
}

impl Template {
    pub(super) fn parse(path: &str) -> Result<Self, String> {
        let mut names: Vec<String> = Vec::new();
        let mut shape = String::new();
        let mut rest = path;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, after)) = after.split_once('}') else {
                return Err("a `{` without its `}`".to_owned());
            };
            if name.is_empty() || name.contains(['{', '/']) {
                return Err(format!("`{{{name}}}` is not a parameter"));
            }
            if before.contains('}') {
                return Err("a `}` without its `{`".to_owned());
            }
            if !names.iter().any(|other| other == name) {
                names.push(name.to_owned());
            }
            shape.push_str(before);
            shape.push_str("{}");
            rest = after;
        }
        if rest.contains('}') {
            return Err("a `}` without its `{`".to_owned());
        }
        shape.push_str(rest);
        Ok(Self { names, shape })
    }
}

/// The path with its leading slash.
pub(super) fn rooted(path: String) -> String {
    if path.starts_with('/') {
        path
    } else {
        format!("/{path}")
    }
}

/// `get` and `/files/{file-id}/content` give `getFilesFileIdContent`.
pub(super) fn made_up_id(method: &str, path: &str) -> String {
    format!("{method}{}", capitalized(path))
}
