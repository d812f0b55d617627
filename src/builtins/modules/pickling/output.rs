//! The bytes of a pickle on their way out, in frames.
//!
//! In: operations with what belongs to them. Out: the bytes. From protocol 4 on they lie in frames of some 64 KiB, so that whoever
//! reads a file need not ask for every few bytes; large payloads lie between frames.

use super::code;

/// From so many bytes on a frame is ended at the next operation, and a payload lies outside.
const LARGE: usize = 64 << 10;
/// Frames of fewer bytes go without a header.
const LEAST: usize = 4;
/// The header of a frame: its code and its length.
const HEADER: usize = 9;

/// What has been written.
#[derive(Default)]
pub struct Output {
    bytes: Vec<u8>,
    /// Whether frames are written.
    framed: bool,
    /// Where the header of the frame lies that is open.
    frame: Option<usize>,
}

impl Output {
    /// From now on everything lies in frames.
    pub fn begin_frames(&mut self) {
        self.framed = true;
    }

    /// Writes bytes.
    #[inline]
    pub fn write(&mut self, bytes: &[u8]) {
        self.open();
        self.bytes.extend_from_slice(bytes);
    }

    /// Writes a byte.
    #[inline]
    pub fn byte(&mut self, byte: u8) {
        self.open();
        self.bytes.push(byte);
    }

    #[inline]
    fn open(&mut self) {
        if self.framed && self.frame.is_none() {
            self.frame = Some(self.bytes.len());
            self.bytes.extend_from_slice(&[0; HEADER]);
        }
    }

    /// Writes a payload behind what introduces it.
    pub fn payload(&mut self, introduction: &[u8], payload: &[u8]) {
        let framed = self.framed;
        if payload.len() >= LARGE {
            self.close();
            self.framed = false;
        }
        self.write(introduction);
        self.bytes.extend_from_slice(payload);
        self.framed = framed;
    }

    /// An object begins: the frame ends here if it is long enough.
    #[inline]
    pub fn boundary(&mut self) {
        if self.frame.is_some_and(|frame| self.bytes.len() - frame - HEADER >= LARGE) {
            self.close();
        }
    }

    /// Ends the frame that is open.
    fn close(&mut self) {
        let Some(frame) = self.frame.take() else { return };
        let length = self.bytes.len() - frame - HEADER;
        if length < LEAST {
            self.bytes.drain(frame..frame + HEADER);
            return;
        }
        self.bytes[frame] = code::FRAME;
        self.bytes[frame + 1..frame + HEADER].copy_from_slice(&(length as u64).to_le_bytes());
    }

    /// The bytes, after everything was written.
    pub fn end(mut self) -> Vec<u8> {
        self.close();
        self.bytes
    }
}
