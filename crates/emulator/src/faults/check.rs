//! Validates faults.

use std::time::Duration;

use super::fault::Fault;
use super::kinds::{FaultBody, Place, RetryAfter};
use super::text::names;
use crate::catalogue::OPERATIONS;
use crate::error::InvalidFault;

const MAX_WAIT: Duration = Duration::from_secs(24 * 60 * 60);

impl Fault {
    /// Whether it does something, and its parts go together.
    pub(super) fn validate(&self) -> Result<(), InvalidFault> {
        let refuse = |why: String| Err(InvalidFault::new(why));
        if let Some(status) = self.status.filter(|status| !(200..600).contains(status)) {
            return refuse(format!("status={status} must be from 200 to 599"));
        }
        let made_up = self.status.is_some() || self.redirect.is_some();
        let at_headers = matches!(self.cut(), Some((_, Place::Headers)));
        if [self.reset, self.close, self.end].iter().flatten().count() > 1 {
            return refuse("only one of reset, close and end may be given".to_owned());
        }
        let needs_status = [
            ("body", self.body.is_some()),
            ("code", self.code.is_some()),
            ("message", self.message.is_some()),
            ("retry-after", !self.retry_after.is_empty()),
        ];
        if let Some((what, _)) = needs_status.iter().find(|(_, set)| *set && !made_up) {
            return refuse(format!("{what} needs a status, such as status=429"));
        }
        if let Some(shape) = self.body.filter(|body| *body != FaultBody::Service)
            && self.code.is_some()
        {
            return refuse(format!("code cannot be sent in body={shape}"));
        }
        if matches!(self.body, Some(FaultBody::Html | FaultBody::Empty)) && self.message.is_some() {
            return refuse("message needs body=service or body=gateway".to_owned());
        }
        let same = |one: &RetryAfter, other: &RetryAfter| one.name() == other.name();
        for (index, one) in self.retry_after.iter().enumerate() {
            if self.retry_after[..index].iter().any(|other| same(one, other)) {
                return refuse(format!("{} is given twice", one.name()));
            }
            if let RetryAfter::Raw(value) = one
                && http::HeaderValue::from_str(value).is_err()
            {
                return refuse(format!("retry-after={value:?} cannot be sent in a header"));
            }
        }
        for (name, value) in [
            ("redirect", self.redirect.as_deref()),
            ("content-type", self.content_type.as_deref()),
        ] {
            if let Some(value) = value
                && (value.is_empty() || http::HeaderValue::from_str(value).is_err())
            {
                return refuse(format!("{name}={value:?} cannot be sent in a header"));
            }
        }
        if self.end == Some(Place::Headers) {
            return refuse("invalid end=headers: a response needs headers; use close=headers".to_owned());
        }
        if at_headers && made_up {
            return refuse("a status is not sent if the connection ends before the headers".to_owned());
        }
        if self.processed && !made_up && !at_headers {
            return refuse(
                "processed needs a status, a redirect, reset=headers or close=headers: other faults run the operation anyway".to_owned(),
            );
        }
        if self.chop == Some(0) {
            return refuse("chop must be at least 1 byte".to_owned());
        }
        for (name, wait) in [
            ("latency", self.latency),
            ("first-byte", self.first_byte),
            ("pace", self.pace),
            ("keep-alive", self.keep_alive),
        ] {
            if wait > MAX_WAIT {
                return refuse(format!("{name} is a day at most"));
            }
        }
        if self.when.every == Some(0) {
            return refuse("every must be at least 1".to_owned());
        }
        if let Some(probability) = self.when.probability.filter(|p| !(0.0..=1.0).contains(p)) {
            return refuse(format!("probability={probability} must be from 0 to 1"));
        }
        if let Some(id) = &self.target.operation
            && !OPERATIONS.iter().any(|operation| operation.id == id)
        {
            let why = "operation must be the id of one of the documents' operations, such as ChatCompletions_Create";
            return refuse(format!("{why}, not {id:?}"));
        }
        let conditions_alone = Self {
            target: self.target.clone(),
            when: self.when.clone(),
            ..Self::default()
        };
        match *self == conditions_alone {
            true => refuse(format!("no effect; set one of: {}", names())),
            false => Ok(()),
        }
    }
}
