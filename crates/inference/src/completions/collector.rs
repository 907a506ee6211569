//! A text completion from its chunks.

use azure_openai_core::{ContentFilterResults, Extra};
use serde::Deserialize;

use super::event::CompletionEvent;
use crate::chunks::is_finish;
use crate::streams::filter::worse;
use crate::streams::{Collector, FilterAnnotation, merge};
use crate::{CompletionChoice, CompletionLogprobs, ContentFilterOffsets, CreateCompletionResponse};

/// Collects the chunks of a stream into a [`CreateCompletionResponse`], which is also their type.
///
/// Texts are joined, of content filter results the worst of each category is kept, and of fields that the types do not
/// know the last value counts.
#[derive(Clone, Debug, Default)]
pub struct CompletionCollector {
    response: CreateCompletionResponse,
}

impl Collector for CompletionCollector {
    type Chunk = CreateCompletionResponse;
    type Event = CompletionEvent;
    type Response = CreateCompletionResponse;

    fn push_with(&mut self, chunk: CreateCompletionResponse, mut event: impl FnMut(CompletionEvent)) {
        let response = &mut self.response;
        if response.id.is_empty() {
            response.id = chunk.id;
        }
        if response.model.is_empty() {
            response.model = chunk.model;
        }
        if response.created.is_none() {
            response.created = chunk.created.filter(|created| created.unix_seconds() != 0);
        }
        for result in chunk.prompt_filter_results {
            response.prompt_filter_results.push(result.clone());
            event(CompletionEvent::PromptFilter(Box::new(result)));
        }
        for result in chunk.prompt_annotations {
            response.prompt_annotations.push(result.clone());
            event(CompletionEvent::PromptFilter(Box::new(result)));
        }
        for choice in chunk.choices {
            take(self.choice(choice.index.unwrap_or_default()), choice, &mut event);
        }
        if let Some(usage) = chunk.usage {
            self.response.usage = Some(usage.clone());
            event(CompletionEvent::Usage(Box::new(usage)));
        }
        merge::replace(&mut self.response.extra, chunk.extra);
    }

    fn response(&self) -> CreateCompletionResponse {
        self.response.clone()
    }
}

impl CompletionCollector {
    fn choice(&mut self, index: i64) -> &mut CompletionChoice {
        let new = || CompletionChoice::new().with_index(index);
        merge::at_index(&mut self.response.choices, index, |choice| choice.index, new)
    }
}

fn take(kept: &mut CompletionChoice, mut new: CompletionChoice, event: &mut impl FnMut(CompletionEvent)) {
    let choice = kept.index.unwrap_or_default();
    if let Some(text) = new.text {
        kept.text.get_or_insert_default().push_str(&text);
        if !text.is_empty() {
            event(CompletionEvent::Text { choice, text });
        }
    }
    if let Some(logprobs) = new.logprobs {
        append(kept.logprobs.get_or_insert_default(), &logprobs);
        event(CompletionEvent::Logprobs {
            choice,
            logprobs: Box::new(logprobs),
        });
    }
    let offsets = offsets(&mut new.extra);
    if let Some(results) = new.content_filter_results {
        worse(&mut kept.content_filter_results, &results);
        if offsets.is_some() || results != ContentFilterResults::default() {
            event(CompletionEvent::Filter(FilterAnnotation {
                choice,
                results,
                offsets: offsets.map(Box::new),
            }));
        }
    }
    if let Some(reason) = new.finish_reason.filter(|reason| is_finish(reason.as_str())) {
        kept.finish_reason = Some(reason.clone());
        event(CompletionEvent::Finish { choice, reason });
    }
    merge::replace(&mut kept.extra, new.extra);
}

/// The specification's type of a choice does not have them.
fn offsets(extra: &mut Extra) -> Option<ContentFilterOffsets> {
    if extra.is_empty() {
        return None;
    }
    let found = extra.get("content_filter_offsets")?;
    let offsets = ContentFilterOffsets::deserialize(found).ok()?;
    extra.shift_remove("content_filter_offsets");
    Some(offsets)
}

fn append(kept: &mut CompletionLogprobs, new: &CompletionLogprobs) {
    kept.tokens.extend_from_slice(&new.tokens);
    kept.token_logprobs.extend_from_slice(&new.token_logprobs);
    kept.top_logprobs.extend_from_slice(&new.top_logprobs);
    kept.text_offset.extend_from_slice(&new.text_offset);
    merge::grow(&mut kept.extra, &new.extra);
}
