//! How what comes in pieces is put together.

use azure_openai_core::error::{CategoryResult, Severity};
use azure_openai_core::{ContentFilterResults, Extra, Value};

/// Keeps the first text that is not empty.
pub(super) fn first_text(kept: &mut Option<String>, new: Option<String>) {
    if kept.is_none() {
        *kept = new.filter(|text| !text.is_empty());
    }
}

/// Members of the message: texts grow and lists get longer, anything else takes the place of what was there; `null` says
/// nothing new.
pub(super) fn grow(kept: &mut Extra, new: &Extra) {
    for (name, new) in new {
        match kept.get_mut(name) {
            Some(kept) => grow_value(kept, new),
            None => {
                kept.insert(name.clone(), new.clone());
            }
        }
    }
}

fn grow_value(kept: &mut Value, new: &Value) {
    match (kept, new) {
        (_, Value::Null) => {}
        (Value::String(kept), Value::String(new)) => kept.push_str(new),
        (Value::Array(kept), Value::Array(new)) => kept.extend(new.iter().cloned()),
        (Value::Object(kept), Value::Object(new)) => {
            for (name, new) in new {
                match kept.get_mut(name) {
                    Some(kept) => grow_value(kept, new),
                    None => {
                        kept.insert(name.clone(), new.clone());
                    }
                }
            }
        }
        (kept, new) => *kept = new.clone(),
    }
}

/// Members beside the message: the last one counts; `null` says nothing new.
pub(super) fn replace(kept: &mut Extra, new: impl IntoIterator<Item = (String, Value)>) {
    for (name, value) in new {
        match kept.get_mut(&name) {
            Some(_) if value.is_null() => {}
            Some(kept) => *kept = value,
            None => drop(kept.insert(name, value)),
        }
    }
}

/// Of two judgements by the content filter, the worse of each category.
pub(super) fn worse(kept: &mut Option<ContentFilterResults>, new: &ContentFilterResults) {
    let Some(kept) = kept else {
        *kept = Some(new.clone());
        return;
    };
    for (kept, new) in [
        (&mut kept.hate, &new.hate),
        (&mut kept.self_harm, &new.self_harm),
        (&mut kept.sexual, &new.sexual),
        (&mut kept.violence, &new.violence),
        (&mut kept.profanity, &new.profanity),
        (&mut kept.jailbreak, &new.jailbreak),
        (&mut kept.protected_material_text, &new.protected_material_text),
        (&mut kept.protected_material_code, &new.protected_material_code),
    ] {
        match (&mut *kept, new) {
            (_, None) => {}
            (None, Some(new)) => *kept = Some(new.clone()),
            (Some(kept), Some(new)) => worse_of_category(kept, new),
        }
    }
    if new.custom_blocklists.is_some() {
        kept.custom_blocklists.clone_from(&new.custom_blocklists);
    }
    if new.error.is_some() {
        kept.error.clone_from(&new.error);
    }
    for (name, value) in &new.extra {
        kept.extra.insert(name.clone(), value.clone());
    }
}

fn worse_of_category(kept: &mut CategoryResult, new: &CategoryResult) {
    kept.filtered |= new.filtered;
    if rank(&new.severity) > rank(&kept.severity) {
        kept.severity.clone_from(&new.severity);
    }
    if new.detected > kept.detected {
        kept.detected = new.detected;
    }
    if new.citation.is_some() {
        kept.citation.clone_from(&new.citation);
    }
    for (name, value) in &new.extra {
        kept.extra.insert(name.clone(), value.clone());
    }
}

fn rank(severity: &Option<Severity>) -> u8 {
    match severity {
        None => 0,
        Some(Severity::Safe) => 1,
        Some(Severity::Low) => 2,
        Some(Severity::Medium) => 3,
        Some(Severity::High) => 4,
        // Unknown to us, so not to be played down.
        Some(_) => 5,
    }
}
