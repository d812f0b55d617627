//! Text and bytes that lie behind the body which they are the end of, in the same block.
//!
//! In: text, written from the front, or bytes. Out: a string or a bytes object; a string that nobody else sees grows in its block. It
//! does not count characters.
#![allow(unsafe_code)]

use super::handle::{Boxed, Gc, Ref, block, front, layout_with_row};
use super::header::Header;
use super::memory;
use crate::value::Value;
use crate::value::bytes::Bytes;
use crate::value::heap::Body;
use crate::value::str::Str;
use std::alloc::{Layout, handle_alloc_error, realloc};
use std::mem::{MaybeUninit, offset_of};
use std::ptr::NonNull;

/// The end of a body: how many bytes lie behind it.
#[repr(C)]
pub struct Inline {
    length: usize,
    /// Where the bytes begin.
    start: [u8; 0],
}

/// The end of a string's body: the bytes behind it are text.
#[repr(transparent)]
pub struct Text(Inline);

/// A text is written with it from the front, into just the room that it needs.
pub struct Pen<'a>(&'a mut [MaybeUninit<u8>]);

impl Pen<'_> {
    /// Writes text.
    #[inline(always)]
    pub fn write(&mut self, text: &str) {
        let (now, rest) = std::mem::take(&mut self.0).split_at_mut(text.len());
        match (&mut *now, text.as_bytes()) {
            // Texts are full of these, and copying is a call.
            ([to], [byte]) => _ = to.write(*byte),
            (now, bytes) => _ = now.write_copy_of_slice(bytes),
        }
        self.0 = rest;
    }

    /// Writes bytes of ASCII, each changed into another one.
    #[inline(always)]
    pub fn write_ascii(&mut self, bytes: &[u8], change: impl Fn(&u8) -> u8) {
        let (now, rest) = std::mem::take(&mut self.0).split_at_mut(bytes.len());
        let write = |to: &mut MaybeUninit<u8>, from| _ = to.write(change(from) & 0x7f);
        // In eights, so that words are hardly ever changed byte by byte.
        let ((to, to_end), (from, from_end)) = (now.as_chunks_mut::<8>(), bytes.as_chunks::<8>());
        to.iter_mut().zip(from).for_each(|(to, from)| to.iter_mut().zip(from).for_each(|(to, from)| write(to, from)));
        to_end.iter_mut().zip(from_end).for_each(|(to, from)| write(to, from));
        self.0 = rest;
    }
}

impl Inline {
    /// The bytes.
    #[inline(always)]
    pub fn bytes(&self) -> &[u8] {
        // SAFETY: the block goes on behind the body with this many bytes, which were written and only change where nobody
        // else can see them.
        unsafe { std::slice::from_raw_parts(self.start.as_ptr(), self.length) }
    }

    /// How many values would take as much room as the bytes have behind those that stand beside a body of this type.
    #[inline(always)]
    pub fn room<T>(&self) -> usize {
        room::<T>(self.length)
    }
}

impl Text {
    /// The text.
    #[inline(always)]
    pub fn as_str(&self) -> &str {
        // SAFETY: the bytes were written as text.
        unsafe { std::str::from_utf8_unchecked(self.0.bytes()) }
    }

    /// How many bytes there are.
    #[inline(always)]
    pub fn size(&self) -> usize {
        self.0.length
    }

    /// How many values would take as much room as the text has.
    #[inline(always)]
    pub fn room(&self) -> usize {
        self.0.room::<Str>()
    }
}

/// How many values take as much room as text of a length gets, besides what is left of the body's last step. What is long gets up to an
/// eighth more than it needs, so that text which grows bit by bit is seldom moved.
#[inline(always)]
fn room<T>(length: usize) -> usize {
    let beside = const { front::<T>() - size_of::<Boxed<T>>() };
    let values = length.saturating_sub(beside).div_ceil(size_of::<Value>());
    if values <= 16 {
        return values;
    }
    let step = values.next_power_of_two() / 16;
    (values + step - 1) & !(step - 1)
}

/// The block of a body that ends in so many bytes.
#[inline(always)]
fn layout<T>(length: usize) -> Layout {
    layout_with_row::<T>(room::<T>(length)).unwrap_or_else(|| handle_alloc_error(Layout::new::<Boxed<T>>()))
}

impl Gc<Str> {
    /// Puts a string on the heap whose text has `length` bytes, all of which `write` writes.
    #[inline(always)]
    pub(in crate::value) fn with_text(
        length: usize,
        make: impl FnOnce(Text) -> Str,
        write: impl FnOnce(&mut Pen<'_>),
    ) -> Gc<Str> {
        const { assert!(offset_of!(Boxed<Str>, body.text.0.start) == size_of::<Boxed<Str>>()) };
        let block = block(layout::<Str>(length));
        // SAFETY: the body is written once; behind it is room for the text, of which nothing is left unwritten.
        unsafe {
            let boxed = block.cast::<Boxed<Str>>();
            boxed.write(Boxed { header: Header::new(Str::KIND), body: make(Text(Inline { length, start: [] })) });
            let room = std::slice::from_raw_parts_mut(block.add(size_of::<Boxed<Str>>()).cast(), length);
            let mut pen = Pen(room);
            write(&mut pen);
            assert!(pen.0.is_empty(), "a text has the length that was said");
            Ref::from_raw(block.cast::<Header>()).into_gc()
        }
    }
}

impl Gc<Bytes> {
    /// Puts bytes on the heap, one part after the other.
    pub(in crate::value) fn with_bytes(parts: &[&[u8]], make: impl FnOnce(Inline) -> Bytes) -> Gc<Bytes> {
        const { assert!(offset_of!(Boxed<Bytes>, body.data.start) == size_of::<Boxed<Bytes>>()) };
        let length = parts.iter().map(|part| part.len()).sum();
        let block = block(layout::<Bytes>(length));
        // SAFETY: the body is written once; behind it is room for all parts.
        unsafe {
            let boxed = block.cast::<Boxed<Bytes>>();
            boxed.write(Boxed { header: Header::new(Bytes::KIND), body: make(Inline { length, start: [] }) });
            let mut end = block.add(size_of::<Boxed<Bytes>>());
            for part in parts {
                end.copy_from_nonoverlapping(part.as_ptr(), part.len());
                end = end.add(part.len());
            }
            Ref::from_raw(block.cast::<Header>()).into_gc()
        }
    }
}

/// Appends to a string that nobody else sees, and returns its body; it may move. None if it is no string, or others see it.
pub(in crate::value) fn append<'a>(object: &'a mut Ref, more: &str) -> Option<&'a mut Str> {
    let length = object.body_mut::<Str>()?.text.size();
    let (before, after) = (layout::<Str>(length), layout::<Str>(length + more.len()));
    if before != after {
        // SAFETY: the block has this layout, and there is no other handle to it; the new size is that of a layout.
        let block = unsafe { realloc(object.as_raw().cast(), before, after.size()) };
        let Some(moved) = NonNull::new(block) else { handle_alloc_error(after) };
        memory::charge(after.size() - before.size());
        object.moved(moved.cast());
    }
    let start = object.as_raw();
    let body = object.body_mut::<Str>()?;
    // SAFETY: the text ends before this place, and the block has room for what is to come; `more` is the text of another
    // object, or none's.
    unsafe {
        let end = start.cast::<u8>().add(size_of::<Boxed<Str>>() + length);
        end.copy_from_nonoverlapping(more.as_ptr(), more.len());
    }
    body.text.0.length += more.len();
    Some(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_grows_by_little() {
        for length in (0..5000).chain([1 << 20, (1 << 30) + 1]) {
            let bytes = room::<Str>(length) * 16 + 8;
            assert!(bytes >= length && bytes <= length.max(8) + 15 + length / 8, "{length} {bytes}");
            assert!(room::<Str>(length) <= room::<Str>(length + 1));
            // What has grown into its room keeps it.
            assert_eq!(room::<Str>(bytes), room::<Str>(length));
        }
    }

    #[test]
    fn unseen_text_grows() {
        let mut object = Str::new("a").into_ref();
        for count in 1..3000 {
            assert_eq!(append(&mut object, "bc").map(|text| text.as_str().len()), Some(1 + 2 * count));
        }
        let seen = object.clone();
        assert!(append(&mut object, "x").is_none());
        let text = format!("a{}", "bc".repeat(2999));
        assert_eq!(seen.downcast::<Str>().map(Str::as_str), Some(text.as_str()));
    }
}
