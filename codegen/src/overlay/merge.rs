//! What `update` and `remove` do to a place.

use serde_json::Value;

use crate::reference::tokens;

/// Applies an update to a selected place; says whether that changed anything.
pub(super) fn update(place: &mut Value, update: &Value) -> Result<bool, String> {
    match (&mut *place, update) {
        (Value::Object(_), Value::Object(_)) => merge(place, update),
        (Value::Object(_), _) => Err("an object can only be updated with an object".to_owned()),
        (Value::Array(list), entry) => {
            refuse_repeated(list, entry)?;
            list.push(entry.clone());
            Ok(true)
        }
        (plain, _) => Err(format!(
            "{plain} is neither object nor list; select the object that holds it"
        )),
    }
}

/// Objects merge, lists grow, everything else is replaced.
fn merge(place: &mut Value, update: &Value) -> Result<bool, String> {
    match (place, update) {
        (Value::Object(into), Value::Object(from)) => {
            let mut changed = false;
            for (key, value) in from {
                match into.get_mut(key) {
                    Some(field) => changed |= merge(field, value)?,
                    None => {
                        into.insert(key.clone(), value.clone());
                        changed = true;
                    }
                }
            }
            Ok(changed)
        }
        (Value::Array(into), Value::Array(from)) => {
            for entry in from {
                refuse_repeated(into, entry)?;
                into.push(entry.clone());
            }
            Ok(!from.is_empty())
        }
        (place, update) if place == update => Ok(false),
        (place, update) => {
            *place = update.clone();
            Ok(true)
        }
    }
}

/// Lists of plain values (`enum`, `required`, `tags`) are sets: adding what is there is a dead fix.
fn refuse_repeated(list: &[Value], entry: &Value) -> Result<(), String> {
    let plain = !entry.is_object() && !entry.is_array();
    if plain && list.contains(entry) {
        return Err(format!("no effect: {entry} is already in the list"));
    }
    Ok(())
}

/// Removes places, the last first, so that the indices of those before them stay true.
pub(super) fn remove(root: &mut Value, pointers: Vec<String>) -> Result<(), String> {
    let mut places: Vec<Vec<Token>> = pointers
        .iter()
        .map(|pointer| tokens(pointer).map(Token::from).collect())
        .collect();
    places.sort();
    for place in places.iter().rev() {
        let Some((last, parents)) = place.split_last() else {
            return Err("it is the whole document".to_owned());
        };
        let parent = parents.iter().try_fold(&mut *root, |value, token| token.child(value));
        match (parent, last) {
            (Some(Value::Object(map)), token) => {
                map.shift_remove(&token.text);
            }
            (Some(Value::Array(list)), Token { index: Some(index), .. }) if *index < list.len() => {
                list.remove(*index);
            }
            // Gone with something that held it.
            _ => {}
        }
    }
    Ok(())
}

/// A pointer's token, ordered by number where it is one.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Token {
    index: Option<usize>,
    text: String,
}

impl From<String> for Token {
    fn from(text: String) -> Self {
        Self {
            index: text.parse().ok(),
            text,
        }
    }
}

impl Token {
    fn child<'a>(&self, value: &'a mut Value) -> Option<&'a mut Value> {
        match value {
            Value::Object(map) => map.get_mut(&self.text),
            Value::Array(list) => list.get_mut(self.index?),
            _ => None,
        }
    }
}
