//! A text completion from its chunks.

use std::sync::Arc;

use azure_openai_core::{ContentFilterResults, Extra};
use serde::Deserialize;

use super::event::{CompletionEvent, FilterAnnotation};
use super::{Collector, merge};
use crate::{CompletionChoice, CompletionLogprobs, ContentFilterOffsets, CreateCompletionResponse};

/// Makes a [`CreateCompletionResponse`] of the chunks of a stream, which have the same type.
///
/// Texts are joined, of the filter's judgements the worst of each category is kept, and of members that the types do not
/// know the last one counts.
#[derive(Clone, Debug, Default)]
pub struct CompletionCollector {
    answer: CreateCompletionResponse,
}

impl Collector for CompletionCollector {
    type Chunk = CreateCompletionResponse;
    type Piece = CreateCompletionResponse;
    type Event = CompletionEvent;
    type Response = CreateCompletionResponse;

    fn push_with(&mut self, chunk: impl Into<CreateCompletionResponse>, mut event: impl FnMut(CompletionEvent)) {
        let chunk = chunk.into();
        let answer = &mut self.answer;
        if answer.id.is_empty() {
            answer.id = chunk.id;
        }
        if answer.model.is_empty() {
            answer.model = chunk.model;
        }
        if answer.created.is_none() {
            answer.created = chunk.created.filter(|created| created.unix_seconds() != 0);
        }
        for result in chunk.prompt_filter_results {
            answer.prompt_filter_results.push(result.clone());
            event(CompletionEvent::PromptFilter(Box::new(result)));
        }
        for result in chunk.prompt_annotations {
            answer.prompt_annotations.push(result.clone());
            event(CompletionEvent::PromptFilter(Box::new(result)));
        }
        for choice in chunk.choices {
            take(self.choice(choice.index.unwrap_or_default()), choice, &mut event);
        }
        if let Some(usage) = chunk.usage {
            self.answer.usage = Some(usage.clone());
            event(CompletionEvent::Usage(Box::new(usage)));
        }
        merge::replace(&mut self.answer.extra, chunk.extra);
    }

    fn answer(&self) -> CreateCompletionResponse {
        let mut answer = self.answer.clone();
        answer.choices.sort_by_key(|choice| choice.index);
        answer
    }
}

impl CompletionCollector {
    fn choice(&mut self, index: i64) -> &mut CompletionChoice {
        let choices = &mut self.answer.choices;
        let place = choices
            .iter()
            .position(|choice| choice.index == Some(index))
            .unwrap_or_else(|| {
                choices.push(CompletionChoice::new().with_index(index));
                choices.len() - 1
            });
        &mut choices[place]
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
        merge::worse(&mut kept.content_filter_results, &results);
        if offsets.is_some() || results != ContentFilterResults::default() {
            event(CompletionEvent::Filter(FilterAnnotation {
                choice,
                results: Arc::new(results),
                offsets: offsets.map(Box::new),
            }));
        }
    }
    if let Some(reason) = new.finish_reason {
        kept.finish_reason = Some(reason.clone());
        event(CompletionEvent::Finish { choice, reason });
    }
    merge::replace(&mut kept.extra, new.extra);
}

/// The document's type of a choice does not know them.
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
