//! Speech: files that real decoders take, as long as their text.

use std::io::Cursor;

use azure_openai_emulator::Emulator;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use symphonia::core::codecs::CodecParameters;
use symphonia::core::codecs::audio::AudioDecoderOptions;
use symphonia::core::formats::probe::Hint;
use symphonia::core::formats::{FormatOptions, TrackType};
use symphonia::core::io::MediaSourceStream;
use symphonia::core::meta::MetadataOptions;

use crate::client::{Client, Response};

const PATH: &str = "/deployments/tts-1/audio/speech";
/// Seconds for a character at speed 1.
const PER_CHARACTER: f64 = 0.065;
const RATE: f64 = 24_000.0;

impl Client {
    pub(crate) async fn speak(&self, body: &Value) -> Response {
        self.post(PATH, body).await
    }

    /// The bytes of speech in a format.
    pub(crate) async fn spoken(&self, text: &str, format: &str) -> Vec<u8> {
        let body = json!({"model": "tts-1", "input": text, "voice": "alloy", "response_format": format});
        let response = self.speak(&body).await;
        assert_eq!(response.status, 200, "{response:?}");
        assert_eq!(response.headers["content-type"], "application/octet-stream");
        response.bytes
    }
}

/// Decodes a file whole: its sample rate and all samples of its one channel.
fn decode(file: Vec<u8>) -> (u32, Vec<f32>) {
    let source = MediaSourceStream::new(Box::new(Cursor::new(file)), Default::default());
    let mut reader = symphonia::default::get_probe()
        .probe(
            &Hint::new(),
            source,
            FormatOptions::default(),
            MetadataOptions::default(),
        )
        .unwrap();
    let track = reader.default_track(TrackType::Audio).unwrap();
    let Some(CodecParameters::Audio(parameters)) = track.codec_params.clone() else {
        panic!("{track:?}");
    };
    let mut decoder = symphonia::default::get_codecs()
        .make_audio_decoder(&parameters, &AudioDecoderOptions::default())
        .unwrap();
    let mut samples = Vec::new();
    let mut rate = 0;
    while let Some(packet) = reader.next_packet().unwrap() {
        let decoded = decoder.decode(&packet).unwrap();
        rate = decoded.spec().rate();
        assert_eq!(decoded.spec().channels().count(), 1);
        let mut frame: Vec<f32> = Vec::new();
        decoded.copy_to_vec_interleaved(&mut frame);
        samples.extend(frame);
    }
    (rate, samples)
}

#[tokio::test]
async fn decoders_take_each_format() {
    let client = Client::new().await;
    let text = "The quick brown fox jumps over the lazy dog. Zoë!";
    let seconds = PER_CHARACTER * text.chars().count() as f64;
    let pcm = client.spoken(text, "pcm").await;
    assert_eq!(pcm.len() as f64, (seconds * RATE).round() * 2.0);
    let samples: Vec<f32> = pcm
        .chunks(2)
        .map(|pair| f32::from(i16::from_le_bytes([pair[0], pair[1]])) / 32768.0)
        .collect();
    assert!(samples.iter().any(|sample| *sample > 0.2));
    for (format, frame) in [("wav", 1.0), ("flac", 1.0), ("mp3", 576.0), ("aac", 1024.0)] {
        let (rate, decoded) = decode(client.spoken(text, format).await);
        assert_eq!(rate, 24_000, "{format}");
        let expected = (samples.len() as f64 / frame).ceil() * frame;
        assert_eq!(decoded.len() as f64, expected, "{format}");
        if format == "mp3" {
            let loudest = decoded
                .iter()
                .fold(0.0, |loudest, sample| f32::max(loudest, sample.abs()));
            assert!((0.1..0.6).contains(&loudest), "{loudest}");
        }
        // Without losses, the samples are the very same.
        if frame == 1.0 {
            assert!(decoded == samples, "{format}");
        }
    }
}

/// The pages of an Ogg file: flags, granule position and packets, whose checksums are right.
fn pages(mut file: &[u8]) -> Vec<(u8, u64, Vec<Vec<u8>>)> {
    let mut pages = Vec::new();
    while !file.is_empty() {
        assert_eq!(&file[..5], b"OggS\0");
        let count = usize::from(file[26]);
        let lengths = &file[27..27 + count];
        let end = 27 + count + lengths.iter().map(|length| usize::from(*length)).sum::<usize>();
        let mut page = file[..end].to_vec();
        page[22..26].fill(0);
        let check = page.iter().fold(0_u32, |check, byte| {
            (0..8).fold(check ^ (u32::from(*byte) << 24), |check, _| {
                (check << 1) ^ if check >> 31 == 1 { 0x04c1_1db7 } else { 0 }
            })
        });
        assert_eq!(check.to_le_bytes(), file[22..26]);
        assert_eq!(
            u32::from_le_bytes(file[18..22].try_into().unwrap()) as usize,
            pages.len()
        );
        let mut packets = vec![Vec::new()];
        let mut rest = &file[27 + count..end];
        for length in lengths {
            let (segment, after) = rest.split_at(usize::from(*length));
            packets.last_mut().unwrap().extend_from_slice(segment);
            rest = after;
            if *length < 255 {
                packets.push(Vec::new());
            }
        }
        assert_eq!(packets.pop(), Some(Vec::new()));
        pages.push((file[5], u64::from_le_bytes(file[6..14].try_into().unwrap()), packets));
        file = &file[end..];
    }
    pages
}

#[tokio::test]
async fn opus_is_whole() {
    let client = Client::new().await;
    let text = "A sentence that is said a few times over. ".repeat(30);
    let pages = pages(&client.spoken(&text, "opus").await);
    assert_eq!(pages[0].0, 2);
    assert_eq!(&pages[0].2[0][..10], b"OpusHead\x01\x01");
    assert!(pages[1].2[0].starts_with(b"OpusTags"));
    let granules: Vec<u64> = pages[2..].iter().map(|page| page.1).collect();
    assert!(granules.is_sorted());
    let samples = (PER_CHARACTER * RATE) as u64 * text.chars().count() as u64;
    let last = pages.last().unwrap();
    assert_eq!((last.0, last.1), (4, 312 + 2 * samples));
    let packets: usize = pages[2..].iter().map(|page| page.2.len()).sum();
    assert_eq!(packets as u64, last.1.div_ceil(960));
}

#[tokio::test]
async fn the_length_follows_text_and_speed() {
    let client = Client::new().await;
    let length = async |input: &str, speed: f64| {
        let body = json!({"model": "tts-1", "input": input, "voice": "nova", "response_format": "pcm", "speed": speed});
        client.speak(&body).await.bytes.len() as f64
    };
    let text = "Count the letters";
    let plain = length(text, 1.0).await;
    assert_eq!(length(&text.repeat(2), 1.0).await, 2.0 * plain);
    assert_eq!(length(text, 0.25).await, 4.0 * plain);
    assert_eq!(length(text, 4.0).await, plain / 4.0);
}

#[tokio::test]
async fn voices_differ_and_models_may_be_named_by_deployment() {
    let client = Client::of(azure_openai_emulator::Emulator::builder().with_deployment("my-voice", "tts-1-hd")).await;
    let mut heard = Vec::new();
    for voice in ["alloy", "echo", "fable", "onyx", "nova", "shimmer"] {
        let body = json!({"model": "my-voice", "input": "hello", "voice": voice, "response_format": "wav"});
        let response = client.post("/deployments/my-voice/audio/speech", &body).await;
        assert_eq!(response.status, 200);
        assert!(!heard.contains(&response.bytes));
        heard.push(response.bytes);
    }
    // The same sound without a container.
    let body = json!({"model": "my-voice", "input": "hello", "voice": "alloy", "response_format": "pcm"});
    let response = client.post("/deployments/my-voice/audio/speech", &body).await;
    assert_eq!(response.status, 200);
    assert!(!response.bytes.is_empty() && heard[0].ends_with(&response.bytes));
}

#[tokio::test]
async fn errors_name_the_cause() {
    let client = Client::new().await;
    for (name, value) in [
        ("input", Value::Null),
        ("input", json!("")),
        ("input", json!("x".repeat(4097))),
        ("input", json!(["a"])),
        ("voice", Value::Null),
        ("voice", json!("mine")),
        ("model", Value::Null),
        ("model", json!("gpt-4o")),
        ("speed", json!(0.2)),
        ("speed", json!(4.1)),
        ("speed", json!("fast")),
        ("response_format", json!("midi")),
    ] {
        let mut body = json!({"model": "tts-1", "input": "a", "voice": "echo"});
        body[name] = value;
        let response = client.speak(&body).await;
        assert_eq!(response.status, 400, "{body}");
        assert_eq!(response.json()["error"]["param"], name);
    }
    let longest = client.spoken(&"ü".repeat(4096), "mp3").await;
    assert!(longest.len() > 96 * 10_000);
    let body = json!({"model": "tts-1", "input": "a", "voice": "echo"});
    client
        .post("/deployments/whisper/audio/speech", &body)
        .await
        .error(400, "OperationNotSupported");
}

#[tokio::test]
async fn sample_of_a_voice_may_be_ten_seconds_long() {
    let client = Client::of(Emulator::builder().with_deployment("d", "gpt-4o-transcribe-diarize")).await;
    let file = client.spoken("Hello.", "wav").await;
    let sample = format!("data:audio/wav;base64,{}", STANDARD.encode(vec![0; 10 * 48_000 * 4]));
    let fields = [
        ("response_format", "diarized_json"),
        ("chunking_strategy", "auto"),
        ("known_speaker_names[]", "Ann"),
        ("known_speaker_references[]", &sample),
    ];
    let response = client.hear("d", "transcriptions", &file, &fields).await.ok();
    assert_eq!(response["segments"][0]["speaker"], "Ann");
}
