//! What the types do not know.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

/// Fields of a JSON object that the type has no field for, kept as they came, in their order, and sent back.
///
/// On a request it sends parameters that the types do not know yet. `Debug` shows the names, not the values.
///
/// ```
/// # use azure_openai_core::Extra;
/// let mut extra = Extra::default();
/// extra.insert("reasoning_effort".into(), "low".into());
/// assert_eq!(extra["reasoning_effort"], "low");
/// ```
#[derive(Clone, Default)]
pub struct Extra(
    // Boxed, since most objects have none and every struct of a response holds one of these.
    Option<Box<Fields>>,
);

#[derive(Clone, Default)]
struct Fields {
    fields: Map<String, Value>,
    /// Fields of the struct that holds this, which are not what their value alone says: required and did not come, set to
    /// an empty list, or read from a value that is kept among the fields.
    marks: Vec<Mark>,
}

#[derive(Clone)]
struct Mark {
    field: &'static str,
    /// What was read, as JSON, where something was.
    read: Option<Box<[u8]>>,
}

/// What an `Extra` without fields is seen as.
static NONE: LazyLock<Map<String, Value>> = LazyLock::new(Map::new);

impl Extra {
    /// No fields, where a constant is needed.
    pub(crate) const NONE: Self = Self(None);

    /// No fields.
    pub fn new() -> Self {
        Self::default()
    }

    /// The fields as a plain map.
    pub fn into_inner(self) -> Map<String, Value> {
        self.0.map(|inner| inner.fields).unwrap_or_default()
    }

    /// Remembers that a field is not what its value alone says. Part of what the macros expand to.
    #[doc(hidden)]
    pub fn mark(&mut self, field: &'static str) {
        self.mark_as(field, None);
    }

    /// Marks a field, and remembers what was read from its value, which is kept among the fields.
    pub(crate) fn mark_as(&mut self, field: &'static str, read: Option<Box<[u8]>>) {
        if !self.is_marked(field) {
            self.0.get_or_insert_default().marks.push(Mark { field, read });
        }
    }

    /// Marks a list or map that is set to an empty one: it is sent. Part of what generated setters expand to.
    #[doc(hidden)]
    #[must_use]
    pub fn set<C: Collection>(&mut self, field: &'static str, value: C) -> C {
        if value.is_empty() {
            self.mark(field);
        }
        value
    }

    pub(crate) fn is_marked(&self, field: &str) -> bool {
        self.marked(field).is_some()
    }

    /// What was read from the value of a marked field, if anything was.
    pub(crate) fn marked(&self, field: &str) -> Option<Option<&[u8]>> {
        let mark = self.0.as_ref()?.marks.iter().find(|mark| mark.field == field)?;
        Some(mark.read.as_deref())
    }
}

/// Lists and maps, for which empty and unset mean the same unless they were set to empty.
pub trait Collection {
    /// Whether it holds nothing.
    fn is_empty(&self) -> bool;
}

impl<T> Collection for Vec<T> {
    fn is_empty(&self) -> bool {
        self.is_empty()
    }
}

impl<T> Collection for BTreeMap<String, T> {
    fn is_empty(&self) -> bool {
        self.is_empty()
    }
}

impl Collection for Map<String, Value> {
    fn is_empty(&self) -> bool {
        self.is_empty()
    }
}

impl Deref for Extra {
    type Target = Map<String, Value>;

    fn deref(&self) -> &Self::Target {
        self.0.as_ref().map_or(&NONE, |inner| &inner.fields)
    }
}

impl DerefMut for Extra {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0.get_or_insert_default().fields
    }
}

impl PartialEq for Extra {
    fn eq(&self, other: &Self) -> bool {
        if self.0.is_none() && other.0.is_none() {
            return true;
        }
        let marks = |extra: &Self| extra.0.as_ref().map_or(0, |inner| inner.marks.len());
        let all = |from: &Self, to: &Self| {
            let inner = from.0.as_ref();
            inner.is_none_or(|inner| inner.marks.iter().all(|mark| to.is_marked(mark.field)))
        };
        **self == **other && marks(self) == marks(other) && all(self, other)
    }
}

impl Serialize for Extra {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Extra {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Map::deserialize(deserializer).map(Self::from)
    }
}

impl From<Map<String, Value>> for Extra {
    fn from(fields: Map<String, Value>) -> Self {
        Self((!fields.is_empty()).then(|| {
            Box::new(Fields {
                fields,
                marks: Vec::new(),
            })
        }))
    }
}

impl<K: Into<String>, V: Into<Value>> FromIterator<(K, V)> for Extra {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(fields: I) -> Self {
        let fields: Map<String, Value> = fields
            .into_iter()
            .map(|(name, value)| (name.into(), value.into()))
            .collect();
        fields.into()
    }
}

impl<K: Into<String>, V: Into<Value>, const N: usize> From<[(K, V); N]> for Extra {
    fn from(fields: [(K, V); N]) -> Self {
        fields.into_iter().collect()
    }
}

impl<K: Into<String>, V: Into<Value>> Extend<(K, V)> for Extra {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, fields: I) {
        (**self).extend(fields.into_iter().map(|(name, value)| (name.into(), value.into())));
    }
}

impl IntoIterator for Extra {
    type Item = (String, Value);
    type IntoIter = serde_json::map::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        self.into_inner().into_iter()
    }
}

impl<'a> IntoIterator for &'a Extra {
    type Item = (&'a String, &'a Value);
    type IntoIter = serde_json::map::Iter<'a>;

    fn into_iter(self) -> Self::IntoIter {
        (**self).iter()
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.keys()).finish()
    }
}
