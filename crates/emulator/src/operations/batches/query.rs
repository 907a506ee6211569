//! `$filter` and `$orderby` of the list: `created_at gt 1728860560 and status eq 'Completed'`, `created_at asc`.

use crate::call::Call;
use crate::call::lists::invalid_query;
use crate::state::batches::Batch;
use crate::wire::ServiceError;

#[derive(Debug, Default)]
pub(super) struct Query {
    conditions: Vec<Condition>,
    pub(super) oldest_first: bool,
}

#[derive(Debug, PartialEq, Eq)]
enum Condition {
    Created(Comparison, i64),
    /// Whether it is this state or is not, in lower case without underscores.
    Status(bool, String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Comparison {
    Equal,
    Unequal,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}

impl Query {
    pub(super) fn wants(&self, batch: &Batch) -> bool {
        let status = plain(batch.progress().status.into_str());
        self.conditions.iter().all(|condition| match condition {
            Condition::Created(comparison, time) => comparison.holds(batch.created_at, *time),
            Condition::Status(equal, name) => (*name == status) == *equal,
        })
    }
}

pub(super) fn read(call: &Call) -> Result<Query, ServiceError> {
    let mut query = Query::default();
    if let Some(filter) = call.query("$filter") {
        query.conditions = parse(&filter).ok_or_else(|| {
            invalid_query(
                "$filter",
                &filter,
                "comparisons of created_at and status joined by 'and', such as created_at gt 1728860560 and status eq 'completed'",
            )
        })?;
    }
    if let Some(order) = call.query("$orderby") {
        let words: Vec<&str> = order.split_whitespace().collect();
        query.oldest_first = match words[..] {
            ["created_at"] | ["created_at", "asc"] => true,
            ["created_at", "desc"] => false,
            _ => {
                let expected = "created_at asc or created_at desc";
                return Err(invalid_query("$orderby", &order, expected));
            }
        };
    }
    Ok(query)
}

fn parse(filter: &str) -> Option<Vec<Condition>> {
    let words: Vec<&str> = filter.split_whitespace().collect();
    let conditions = words.split(|word| word.eq_ignore_ascii_case("and"));
    conditions.map(condition).collect()
}

fn condition(words: &[&str]) -> Option<Condition> {
    let [field, comparison, value] = words else {
        return None;
    };
    let comparison = match comparison.to_ascii_lowercase().as_str() {
        "eq" => Comparison::Equal,
        "ne" => Comparison::Unequal,
        "gt" => Comparison::Greater,
        "ge" => Comparison::GreaterOrEqual,
        "lt" => Comparison::Less,
        "le" => Comparison::LessOrEqual,
        _ => return None,
    };
    match (*field, comparison) {
        ("created_at", comparison) => Some(Condition::Created(comparison, value.parse().ok()?)),
        ("status", Comparison::Equal | Comparison::Unequal) => {
            let name = value.strip_prefix('\'')?.strip_suffix('\'')?;
            Some(Condition::Status(comparison == Comparison::Equal, plain(name)))
        }
        _ => None,
    }
}

/// `InProgress` and `in_progress` are the same state.
fn plain(name: &str) -> String {
    name.replace('_', "").to_ascii_lowercase()
}

impl Comparison {
    fn holds(self, left: i64, right: i64) -> bool {
        match self {
            Self::Equal => left == right,
            Self::Unequal => left != right,
            Self::Greater => left > right,
            Self::GreaterOrEqual => left >= right,
            Self::Less => left < right,
            Self::LessOrEqual => left <= right,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Comparison, Condition, parse};

    #[test]
    fn reads_the_published_filters() {
        assert_eq!(
            parse("created_at gt 1728860560 and status eq 'InProgress'"),
            Some(vec![
                Condition::Created(Comparison::Greater, 1_728_860_560),
                Condition::Status(true, "inprogress".to_owned())
            ])
        );
        for wrong in [
            "",
            "created_at",
            "status gt 'completed'",
            "status eq completed",
            "status eq '",
            "created_at eq x",
            "id eq '1'",
            "created_at gt 1 or created_at lt 2",
            "created_at gt 1 and",
        ] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
