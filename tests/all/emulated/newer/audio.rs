//! Rows about audio.

use azure_openai::FilePart;
use azure_openai::inference::TranscriptionEvent;
use futures_util::TryStreamExt;

use super::{rows, sent, start};

#[tokio::test]
async fn rows_of_audio() {
    let (emulator, client) = start().await;
    let text = "Good morning. The tide is out.";
    let speech = client.deployment("gpt-4o-mini-tts");
    let audio = speech
        .speak(text, "coral")
        .with_response_format("wav")
        .with_instructions("Whisper.");
    let wav = audio.await.unwrap().into_value().bytes(1 << 24).await.unwrap();
    sent(&emulator, "\"model\":\"gpt-4o-mini-tts\"");
    let file = || FilePart::from_bytes("tide.wav", wav.clone());
    let mut done = Vec::new();

    let whisper = client.deployment("whisper");
    let verbose = whisper
        .transcribe(file())
        .with_timestamp_granularities(["word", "segment"])
        .verbose()
        .await
        .unwrap();
    assert_eq!((verbose.words.len(), verbose.segments.len()), (6, 2));
    done.push("`timestamp_granularities`");

    let gpt = client.deployment("gpt-4o-transcribe");
    let heard = gpt.transcribe(file()).with_include(["logprobs"]).await.unwrap();
    assert_eq!(heard.text, text);
    let tokens: String = heard
        .logprobs
        .iter()
        .filter_map(|token| token.token.as_deref())
        .collect();
    assert_eq!(tokens, text);
    done.push("`include` with `logprobs`");

    let mini = client.deployment("gpt-4o-mini-transcribe");
    let stream = mini
        .transcribe(file())
        .with_include(["logprobs"])
        .stream()
        .await
        .unwrap()
        .into_value();
    let events: Vec<TranscriptionEvent> = stream.try_collect().await.unwrap();
    let deltas: String = events.iter().filter_map(TranscriptionEvent::delta).collect();
    assert_eq!(deltas, text);
    let Some(TranscriptionEvent::TranscriptTextDone(whole)) = events.last() else {
        panic!("{events:?}");
    };
    assert_eq!(
        (whole.text.as_str(), whole.logprobs.len()),
        (text, heard.logprobs.len())
    );
    // A model that does not stream sends the whole transcript.
    let stream = whisper.transcribe(file()).stream().await.unwrap().into_value();
    let events: Vec<TranscriptionEvent> = stream.try_collect().await.unwrap();
    assert!(matches!(&events[..], [TranscriptionEvent::TranscriptTextDone(whole)] if whole.text == text));
    done.push("`stream` of transcriptions");

    let usage = heard.usage.as_ref().unwrap();
    assert_eq!(usage.type_.as_ref().map(|name| name.as_str()), Some("tokens"));
    assert_eq!(
        usage.total_tokens,
        Some(usage.input_tokens.unwrap() + usage.output_tokens.unwrap())
    );
    done.push("`usage` of transcriptions");

    let diarizing = client.deployment("gpt-4o-transcribe-diarize");
    let diarized = diarizing.transcribe(file()).diarized().await.unwrap();
    let speakers = |response: &azure_openai::inference::AudioTranscriptionResponse| -> Vec<String> {
        response
            .segments
            .iter()
            .filter_map(|segment| segment.speaker.clone())
            .collect()
    };
    assert_eq!(speakers(&diarized), ["A", "B"]);
    let stream = diarizing
        .transcribe(file())
        .stream_diarized()
        .await
        .unwrap()
        .into_value();
    let events: Vec<TranscriptionEvent> = stream.try_collect().await.unwrap();
    let said: Vec<_> = events
        .iter()
        .filter_map(|event| match event {
            TranscriptionEvent::TranscriptTextSegment(segment) => Some(segment.text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(said, ["Good morning.", "The tide is out."]);
    let refused = gpt.transcribe(file()).diarized().await.unwrap_err();
    assert_eq!(refused.param(), Some("response_format"));
    done.push("`diarized_json`");

    let known = diarizing
        .transcribe(file())
        .with_known_speaker_names(["agent", "caller"]);
    let sample = "data:audio/wav;base64,UklGRg==";
    let known = known
        .with_known_speaker_references([sample, sample])
        .diarized()
        .await
        .unwrap();
    assert_eq!(speakers(&known), ["agent", "caller"]);
    done.push("`known_speaker_names`, `known_speaker_references`");

    let long = speech
        .speak("word ".repeat(100), "coral")
        .with_response_format("wav")
        .await
        .unwrap();
    let long = long.into_value().bytes(1 << 24).await.unwrap();
    let long = || diarizing.transcribe(FilePart::from_bytes("long.wav", long.clone()));
    let refused = long().diarized().await.unwrap_err();
    assert_eq!(refused.param(), Some("chunking_strategy"));
    assert!(
        !long()
            .with_chunking_strategy("auto")
            .diarized()
            .await
            .unwrap()
            .segments
            .is_empty()
    );
    done.push("`chunking_strategy`");

    let refused = client
        .deployment("tts-1")
        .speak(text, "alloy")
        .with_instructions("Whisper.")
        .await
        .unwrap_err();
    assert_eq!(refused.param(), Some("instructions"));
    done.push("`instructions` of speech");

    assert_eq!(done, rows("## Audio"));
    assert_eq!(emulator.violations(), [""; 0]);
}
