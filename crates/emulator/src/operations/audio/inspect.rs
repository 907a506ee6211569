//! Reads an audio file: its format, its duration, and the text in its comment if the emulator spoke it.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use symphonia::core::codecs::CodecParameters;
use symphonia::core::common::Limit;
use symphonia::core::errors::Error;
use symphonia::core::formats::probe::Hint;
use symphonia::core::formats::{FormatOptions, FormatReader, TrackType};
use symphonia::core::io::{MediaSourceStream, MediaSourceStreamOptions};
use symphonia::core::meta::{MetadataOptions, RawValue};

use super::encode::SPOKEN;

/// Frames without a container: layers 1 to 3 and AAC.
const MPEG: &str = "MPEG";
/// Bytes at the start that identify the format.
const MAGIC: usize = 12;
/// In seconds; at the lowest bit rates there are, 25 MB are a tenth of it.
const MAX_DURATION: f64 = 360_000.0;
/// What is read of comments, in bytes: room for the longest text that can be spoken.
const MAX_COMMENT: u64 = 1 << 20;
/// How far the packets may fall short of what the header says, in seconds: encoders round.
const SLACK: f64 = 0.25;

/// The properties of an audio file.
#[derive(Debug)]
pub(super) struct AudioFile {
    /// Such as `MP3`.
    pub(super) format: &'static str,
    /// In seconds.
    pub(super) duration: f64,
    /// In hertz.
    pub(super) sample_rate: u32,
    pub(super) channels: usize,
    /// The spoken text, if the emulator made the file.
    pub(super) text: Option<String>,
}

impl AudioFile {
    /// What is heard: what the file's comment says, or else a description of the file.
    pub(super) fn heard(&self) -> String {
        let channels = match self.channels {
            1 => "one channel".to_owned(),
            count => format!("{count} channels"),
        };
        self.text.clone().unwrap_or_else(|| {
            format!(
                "This is {:.2} seconds of {} audio, sampled at {} hertz on {channels}.",
                self.duration, self.format, self.sample_rate
            )
        })
    }
}

/// Why an audio file cannot be transcribed.
#[derive(Debug, thiserror::Error)]
pub(super) enum InvalidAudio {
    #[error("{0}")]
    Storage(#[from] io::Error),
    #[error(
        "Unrecognized file format. Supported formats: ['flac', 'm4a', 'mp3', 'mp4', 'mpeg', 'mpga', 'oga', 'ogg', 'wav', \
         'webm']"
    )]
    Format,
    #[error("Audio file might be corrupted or unsupported: {0}")]
    Corrupt(String),
}

impl From<Error> for InvalidAudio {
    fn from(error: Error) -> Self {
        Self::Corrupt(error.to_string())
    }
}

/// Reads an audio file to its end, whatever its name.
pub(super) fn inspect(path: &Path) -> Result<AudioFile, InvalidAudio> {
    let mut file = File::open(path)?;
    let mut magic = Vec::new();
    (&mut file).take(MAGIC as u64).read_to_end(&mut magic)?;
    if magic.is_empty() {
        return Err(InvalidAudio::Corrupt("it is empty".to_owned()));
    }
    let (format, extension) = recognize(&magic).ok_or(InvalidAudio::Format)?;
    let comment = match format {
        "WAV" => spoken_in_wav(&mut file)?,
        _ => None,
    };
    let mut tail = Tail::read(&mut file)?;
    let source = MediaSourceStream::new(Box::new(file), MediaSourceStreamOptions::default());
    let mut hint = Hint::new();
    hint.with_extension(extension);
    let options = MetadataOptions::default().limit_tag_bytes(Limit::Maximum(MAX_COMMENT as usize));
    let mut reader = symphonia::default::get_probe().probe(&hint, source, FormatOptions::default(), options)?;
    let text = comment.or_else(|| spoken(reader.as_mut()));
    let audio = measure(reader.as_mut(), format, text, &mut tail)?;
    // Readers take a frame that is cut for the end, because nothing else marks the end of these.
    if format == MPEG && tail.is_cut() {
        return Err(InvalidAudio::Corrupt("it ends within a frame".to_owned()));
    }
    Ok(audio)
}

/// The end of a file, and what the last packet was.
struct Tail {
    bytes: Vec<u8>,
    packet: Box<[u8]>,
}

impl Tail {
    /// Many times the longest frame, in bytes.
    const LENGTH: u64 = 64 * 1024;

    fn read(file: &mut File) -> io::Result<Self> {
        let length = file.metadata()?.len();
        file.seek(SeekFrom::Start(length.saturating_sub(Self::LENGTH)))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        file.seek(SeekFrom::Start(0))?;
        Ok(Self {
            bytes,
            packet: Box::default(),
        })
    }

    /// Whether another frame begins after the last packet.
    fn is_cut(&self) -> bool {
        if self.packet.is_empty() {
            return false;
        }
        let mut places = self.bytes.windows(self.packet.len());
        let place = places.rposition(|window| window == &*self.packet);
        let after = place.and_then(|place| self.bytes.get(place + self.packet.len()));
        after == Some(&0xff)
    }
}

/// The format that a file begins as, and the ending that such files have.
fn recognize(magic: &[u8]) -> Option<(&'static str, &'static str)> {
    let at = |place: usize, text: &[u8]| magic.get(place..).is_some_and(|rest| rest.starts_with(text));
    Some(match magic {
        _ if at(0, b"fLaC") => ("FLAC", "flac"),
        _ if at(0, b"OggS") => ("Ogg", "ogg"),
        _ if at(0, b"RIFF") && at(8, b"WAVE") => ("WAV", "wav"),
        _ if at(4, b"ftyp") => ("MP4", "m4a"),
        _ if at(0, b"\x1a\x45\xdf\xa3") => ("WebM", "webm"),
        // Precedes MPEG audio and AAC alike; the frames show which.
        _ if at(0, b"ID3") => (MPEG, "mp3"),
        // The layer is 0 in AAC.
        [0xff, second, ..] if second & 0xf6 == 0xf0 => (MPEG, "aac"),
        [0xff, second, ..] if second & 0xe0 == 0xe0 && second & 0x06 != 0 => (MPEG, "mp3"),
        _ => return None,
    })
}

/// Sums the packets, so that the duration is that of the audio that is really there.
fn measure(
    reader: &mut dyn FormatReader,
    format: &'static str,
    text: Option<String>,
    tail: &mut Tail,
) -> Result<AudioFile, InvalidAudio> {
    let corrupt = |reason: &str| InvalidAudio::Corrupt(reason.to_owned());
    let track = reader
        .default_track(TrackType::Audio)
        .ok_or_else(|| corrupt("no audio track"))?;
    let Some(CodecParameters::Audio(parameters)) = &track.codec_params else {
        return Err(corrupt("unknown kind of audio"));
    };
    let rate = parameters
        .sample_rate
        .filter(|rate| *rate > 0)
        .ok_or_else(|| corrupt("no sample rate"))?;
    let channels = parameters.channels.as_ref().map_or(1, |channels| channels.count());
    let base = track.time_base.ok_or_else(|| corrupt("no time base"))?;
    let seconds = |ticks| base.calc_duration(ticks).map(|time| time.as_secs_f64());
    let declared = track.duration.and_then(seconds);
    let declared = declared.or_else(|| Some(track.num_frames? as f64 / f64::from(rate)));
    let id = track.id;

    let mut duration = 0.0;
    let (mut first, mut last, mut step) = (None, 0, 0);
    while let Some(packet) = reader.next_packet()? {
        if packet.track_id != id {
            continue;
        }
        duration += seconds(packet.dur).ok_or_else(|| corrupt("a packet without a length"))?;
        let start = packet.pts.get();
        step = start.saturating_sub(last);
        last = start;
        first.get_or_insert(start);
        tail.packet = packet.data;
    }
    // WebM has the start of a packet, not its duration: the last is assumed to be as long as the one before.
    let span = last.saturating_sub(first.unwrap_or_default());
    let ticks = |count: i64| u64::try_from(count).ok().and_then(|count| seconds(count.into()));
    if let Some(length) = ticks(span.saturating_add(step))
        && ticks(span).is_some_and(|span| duration < span)
    {
        duration = length;
    }
    if duration <= 0.0 {
        return Err(corrupt("no sound"));
    }
    if duration > MAX_DURATION {
        return Err(corrupt("implausible duration"));
    }
    if declared.is_some_and(|declared| duration + SLACK < declared) {
        return Err(corrupt("it ends too early"));
    }
    let format = match (format, reader.format_info().short_name) {
        (MPEG, "mp1") => "MP1",
        (MPEG, "mp2") => "MP2",
        (MPEG, "mp3") => "MP3",
        (MPEG, "aac") => "AAC",
        _ => format,
    };
    Ok(AudioFile {
        format,
        duration,
        sample_rate: rate,
        channels,
        text,
    })
}

/// The same of a WAV file, which stands in an `INFO` list: symphonia 0.6.1 reads it, but does not return it.
fn spoken_in_wav(file: &mut File) -> io::Result<Option<String>> {
    let mut start = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.take(MAX_COMMENT).read_to_end(&mut start)?;
    let name = start.windows(4).position(|name| name == b"ICMT");
    let spoken = name.and_then(|name| {
        let (length, text) = start.get(name + 4..)?.split_first_chunk()?;
        let text = text.get(..u32::from_le_bytes(*length) as usize)?;
        // Others end it with a zero.
        let text = String::from_utf8_lossy(text.strip_suffix(b"\0").unwrap_or(text));
        text.strip_prefix(SPOKEN).map(str::to_owned)
    });
    Ok(spoken)
}

/// The text in the comment that the emulator writes into what it speaks.
fn spoken(reader: &mut dyn FormatReader) -> Option<String> {
    let mut metadata = reader.metadata();
    loop {
        let tags = metadata.current()?.media.tags.iter();
        let mut found = tags.filter_map(|tag| match &tag.raw.value {
            RawValue::String(text) => text.strip_prefix(SPOKEN),
            _ => None,
        });
        if let Some(text) = found.next_back() {
            return Some(text.to_owned());
        }
        metadata.pop()?;
    }
}
