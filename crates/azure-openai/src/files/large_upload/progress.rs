//! How far an upload is.

/// How far an upload is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadProgress {
    /// The bytes that the service has, those of an earlier process included.
    pub bytes_sent: u64,
    /// The bytes of the file.
    pub bytes: u64,
    /// The parts that the service has.
    pub parts_sent: usize,
    /// The parts of the file; 1 for a file that is sent as one form.
    pub parts: usize,
}
