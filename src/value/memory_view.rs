//! Memory views: the bytes of another object, seen as items of some machine type.
//!
//! In: an object that shows its bytes (bytes, a byte array, an array of a library module). Out: items by place, parts that
//! share the bytes, changes to them. A view keeps the object from changing its size as long as it lives.

use super::array::as_array;
use super::byte_array::{ByteArray, plain_bytes};
use super::bytes::Bytes;
use super::heap::{Gc, Ref, Trace};
use super::slice::Selection;
use super::{Kind, Raise, Res, Value, convert, type_name};
use crate::number::float::plain;
use crate::raise;
use std::cell::{Cell, RefCell};

/// An object of a library module that shows its bytes to views.
pub trait Buffer {
    /// The letter of its items' type, as `struct` has them.
    fn format(&self) -> char;
    /// Whether nothing may be stored in it.
    fn is_read_only(&self) -> bool {
        false
    }
    /// Shows all its bytes to something that runs no script code.
    fn look(&self, look: &mut dyn FnMut(&[u8]));
    /// Overwrites bytes from a place on; there are so many.
    fn write(&self, start: usize, bytes: &[u8]);
    /// Counts the views that forbid it to change its size: one more, or one less.
    fn hold(&self, more: bool);
}

/// What is seen in the bytes of an object.
pub fn seen_in<T>(buffer: &dyn Buffer, look: impl FnOnce(&[u8]) -> T) -> T {
    let (mut look, mut seen) = (Some(look), None);
    buffer.look(&mut |bytes| seen = look.take().map(|look| look(bytes)));
    // An object that has nothing to show any more shows no bytes.
    seen.unwrap_or_else(|| look.take().expect("not looked yet")(&[]))
}

/// The body of a memory view.
pub struct MemoryView {
    /// The object behind it, `Unbound` once the view was released.
    object: RefCell<Value>,
    /// The letter of the items' type.
    format: char,
    read_only: bool,
    /// Where the first item begins, in bytes.
    start: usize,
    /// The distance from one item to the next, in bytes.
    step: isize,
    length: usize,
    /// Its hash, once somebody has asked for it: it stays when the view is released.
    hash: Cell<Option<i64>>,
}

/// How many bytes an item of a type takes, if there is the type.
pub fn item_size(format: char) -> Option<usize> {
    Some(match format {
        'b' | 'B' | 'c' | '?' => 1,
        'h' | 'H' | 'e' => 2,
        'i' | 'I' | 'f' => 4,
        'l' | 'L' | 'q' | 'Q' | 'n' | 'N' | 'P' | 'd' => 8,
        _ => return None,
    })
}

/// The item that bytes stand for.
fn unpack(format: char, bytes: &[u8]) -> Value {
    let mut word = [0; 8];
    word[..bytes.len()].copy_from_slice(bytes);
    let word = u64::from_le_bytes(word);
    match format {
        'b' => Value::int(i64::from(word as i8)),
        'c' => Value::bytes(bytes),
        '?' => Value::bool(word != 0),
        'h' => Value::int(i64::from(word as i16)),
        'i' => Value::int(i64::from(word as i32)),
        'l' | 'q' | 'n' => Value::int(word as i64),
        'L' | 'Q' | 'N' | 'P' => Value::big(word.into()),
        'f' => Value::float(f64::from(f32::from_bits(word as u32))),
        'd' => Value::float(f64::from_bits(word)),
        _ => Value::int(word as i64),
    }
}

/// The bytes of an item.
fn pack(format: char, value: &Value) -> Result<Vec<u8>, Raise> {
    let size = item_size(format).unwrap_or(1);
    let invalid_value = || raise!(ValueError, "memoryview: invalid value for format '{format}'");
    let invalid_type = || raise!(TypeError, "memoryview: invalid type for format '{format}'");
    match format {
        'c' => match value.downcast::<Bytes>().map(Bytes::data) {
            Some([byte]) => Ok(vec![*byte]),
            Some(_) => Err(invalid_value()),
            None => Err(invalid_type()),
        },
        '?' => Ok(vec![u8::from(super::ops::truth(value)?)]),
        'f' => Ok((plain(convert::float(value).map_err(|_| invalid_type())?) as f32).to_le_bytes().to_vec()),
        'd' => Ok(plain(convert::float(value).map_err(|_| invalid_type())?).to_le_bytes().to_vec()),
        _ => {
            let Some(index) = convert::as_index(value)? else {
                return Err(invalid_type());
            };
            let signed = format.is_ascii_lowercase();
            let bits = size as u32 * 8 - u32::from(signed);
            let number = index.to_big().and_then(|number| i128::try_from(number).ok());
            let lowest = if signed { -(1i128 << bits) } else { 0 };
            match number.filter(|number| (lowest..1 << bits).contains(number)) {
                Some(number) => Ok(number.to_le_bytes()[..size].to_vec()),
                None => Err(invalid_value()),
            }
        }
    }
}

impl MemoryView {
    /// A view of all of an object, if it shows its bytes.
    pub fn of(object: &Value) -> Result<Gc<MemoryView>, Raise> {
        if let Some(view) = object.as_gc::<MemoryView>() {
            view.check()?;
            return Ok(view.with(view.format, view.start, view.step, view.length, view.read_only));
        }
        if object.kind() == Some(Kind::Instance)
            && let Some(inside) = object.inside().filter(|inside| plain_bytes(inside).is_some())
        {
            return MemoryView::of(&inside);
        }
        let (format, bytes, read_only) = match (object.downcast::<Bytes>(), object.downcast::<ByteArray>()) {
            (Some(bytes), _) => ('B', bytes.data().len(), true),
            (_, Some(array)) => ('B', array.len(), false),
            _ => match object.buffer() {
                Some(buffer) => (buffer.format(), seen_in(buffer, <[u8]>::len), buffer.is_read_only()),
                None => {
                    let class = type_name(object);
                    return Err(raise!(TypeError, "memoryview: a bytes-like object is required, not '{class}'"));
                }
            },
        };
        let dimensions = as_array(object).map_or(1, |array| array.rank());
        let Some(size) = item_size(format).filter(|_| dimensions == 1) else {
            let what = format!("of {dimensions} dimensions and items of format '{format}'");
            return Err(raise!(NotImplementedError, "memoryview: arrays {what} are not shown: take array.tobytes()"));
        };
        Ok(MemoryView::create(object.clone(), format, 0, size as isize, bytes / size, read_only))
    }

    fn create(
        object: Value,
        format: char,
        start: usize,
        step: isize,
        length: usize,
        read_only: bool,
    ) -> Gc<MemoryView> {
        hold(&object, true);
        let object = RefCell::new(object);
        let view = Gc::new(MemoryView { object, format, read_only, start, step, length, hash: Cell::new(None) });
        view.track();
        view
    }

    fn with(&self, format: char, start: usize, step: isize, length: usize, read_only: bool) -> Gc<MemoryView> {
        MemoryView::create(self.object.borrow().clone(), format, start, step, length, read_only)
    }

    /// Raises if the view was released.
    pub fn check(&self) -> Result<(), Raise> {
        match self.object.borrow().is_unbound() {
            true => Err(raise!(ValueError, "operation forbidden on released memoryview object")),
            false => Ok(()),
        }
    }

    /// Lets go of the object.
    pub fn release(&self) {
        let object = self.object.take();
        hold(&object, false);
    }

    /// The object behind it.
    pub fn object(&self) -> Value {
        self.object.borrow().clone()
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.length
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// The letter of the items' type.
    pub fn format(&self) -> char {
        self.format
    }

    /// How many bytes an item takes.
    pub fn item_size(&self) -> usize {
        item_size(self.format).unwrap_or(1)
    }

    /// The distance from one item to the next, in bytes.
    pub fn step(&self) -> isize {
        self.step
    }

    /// Whether nothing can be stored through it.
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Whether the items lie side by side.
    pub fn is_contiguous(&self) -> bool {
        self.length <= 1 || self.step == self.item_size() as isize
    }

    /// A view of the same items through which nothing can be stored.
    pub fn to_read_only(&self) -> Gc<MemoryView> {
        self.with(self.format, self.start, self.step, self.length, true)
    }

    /// The bytes of the object behind it, looked at, if it was not released.
    fn look<T>(&self, look: impl FnOnce(&[u8]) -> T) -> Result<T, Raise> {
        self.check()?;
        let object = self.object.borrow();
        Ok(match (object.downcast::<Bytes>(), object.downcast::<ByteArray>()) {
            (Some(bytes), _) => look(bytes.data()),
            (_, Some(array)) => look(&array.lend()),
            _ => match object.buffer() {
                Some(buffer) => seen_in(buffer, look),
                None => look(&[]),
            },
        })
    }

    /// The hash of the bytes of a view through which nothing can be stored.
    pub fn hash(&self, of_bytes: impl FnOnce(&[u8]) -> i64) -> Result<i64, Raise> {
        if let Some(known) = self.hash.get() {
            return Ok(known);
        }
        self.check()?;
        if !self.read_only {
            return Err(raise!(ValueError, "cannot hash writable memoryview object"));
        }
        if !matches!(self.format, 'B' | 'b' | 'c') {
            return Err(raise!(ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'"));
        }
        let hash = of_bytes(&self.to_vec()?);
        self.hash.set(Some(hash));
        Ok(hash)
    }

    fn offset(&self, place: usize) -> usize {
        (self.start as isize + self.step * place as isize) as usize
    }

    /// The bytes of all items in their order.
    pub fn to_vec(&self) -> Result<Vec<u8>, Raise> {
        self.with_bytes(<[u8]>::to_vec)
    }

    /// The same bytes where they lie, if they lie in one row, for something that runs no script code.
    pub fn with_bytes<T>(&self, look: impl FnOnce(&[u8]) -> T) -> Result<T, Raise> {
        let size = self.item_size();
        self.look(|bytes| {
            if self.is_contiguous() {
                return look(&bytes[self.start..self.start + self.length * size]);
            }
            let items = (0..self.length).map(|place| self.offset(place));
            let together: Vec<u8> = items.flat_map(|start| bytes[start..start + size].iter().copied()).collect();
            look(&together)
        })
    }

    /// The item at a place, which there is.
    pub fn get(&self, place: usize) -> Res {
        let start = self.offset(place);
        self.look(|bytes| unpack(self.format, &bytes[start..start + self.item_size()]))
    }

    /// The items that a slice selects.
    pub fn part(&self, chosen: Selection) -> Gc<MemoryView> {
        let first = if chosen.count == 0 { 0 } else { chosen.start as usize };
        let step = self.step.wrapping_mul(chosen.step as isize);
        self.with(self.format, self.offset(first), step, chosen.count, self.read_only)
    }

    /// Stores an item.
    pub fn set(&self, place: usize, value: &Value) -> Result<(), Raise> {
        let bytes = pack(self.format, value)?;
        self.check()?;
        self.write(self.offset(place), &bytes);
        Ok(())
    }

    /// Overwrites all items by those of another view of the same type and length.
    pub fn fill(&self, from: &MemoryView) -> Result<(), Raise> {
        if self.length != from.length || self.format != from.format {
            return Err(raise!(ValueError, "memoryview assignment: lvalue and rvalue have different structures"));
        }
        let bytes = from.to_vec()?;
        self.check()?;
        for (place, item) in bytes.chunks(self.item_size()).enumerate() {
            self.write(self.offset(place), item);
        }
        Ok(())
    }

    fn write(&self, start: usize, bytes: &[u8]) {
        let object = self.object.borrow();
        if let Some(array) = object.downcast::<ByteArray>() {
            array.change(|data| data[start..start + bytes.len()].copy_from_slice(bytes));
        } else if let Some(buffer) = object.buffer() {
            buffer.write(start, bytes);
        }
    }

    /// The same bytes as items of another type.
    pub fn cast(&self, format: char) -> Result<Gc<MemoryView>, Raise> {
        let Some(size) = item_size(format) else {
            let wanted =
                "memoryview: destination format must be a native single character format prefixed with an optional";
            return Err(raise!(ValueError, "{wanted} '@'"));
        };
        if !self.is_contiguous() {
            return Err(raise!(TypeError, "memoryview: casts are restricted to C-contiguous views"));
        }
        if self.item_size() != 1 && size != 1 {
            return Err(raise!(TypeError, "memoryview: cannot cast between two non-byte formats"));
        }
        let bytes = self.length * self.item_size();
        if !bytes.is_multiple_of(size) {
            return Err(raise!(TypeError, "memoryview: length is not a multiple of itemsize"));
        }
        Ok(self.with(format, self.start, size as isize, bytes / size, self.read_only))
    }

    /// All items as a list.
    pub fn to_list(&self) -> Res {
        let items: Result<Vec<Value>, Raise> = (0..self.length).map(|place| self.get(place)).collect();
        self.check()?;
        Ok(Value::list(items?))
    }
}

/// Tells an object that one view more, or one less, shows its bytes.
fn hold(object: &Value, more: bool) {
    if let Some(array) = object.downcast::<ByteArray>() {
        array.hold(more);
    } else if let Some(buffer) = object.buffer() {
        buffer.hold(more);
    }
}

impl Drop for MemoryView {
    fn drop(&mut self) {
        self.release();
    }
}

impl Trace for MemoryView {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.object.borrow().trace(visit);
    }
}
