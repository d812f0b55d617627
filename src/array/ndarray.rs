//! An array: where its elements lie, and views of it.
//!
//! In: a buffer, a shape, strides. Out: other views of the same buffer. Machine code reads the header: what it needs lies
//! at fixed places, and the shape and strides of up to four dimensions lie in the header itself.
#![allow(unsafe_code)]

mod access;
mod lend;

pub use lend::is_looking;

use super::buffer::Buffer;
use super::dtype::DType;
use super::element::Handle;
use super::error::{Error, Kind, Outcome};
use super::reference;
use super::scalar::Scalar;
use smallvec::SmallVec;
use std::cell::{Cell, UnsafeCell};
use std::rc::Rc;

/// The most dimensions that an array has.
pub const MOST_DIMENSIONS: usize = 64;
/// So many lie in the header.
const INLINE: usize = 4;

/// Lengths of the dimensions.
pub type Shape = SmallVec<[usize; INLINE]>;
/// Bytes from an element to the next, by dimension.
pub type Strides = SmallVec<[isize; INLINE]>;

/// In which order the elements of a new array lie.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Order {
    /// The last dimension is the densest.
    C,
    /// The first one is.
    F,
    /// As in the array that it is made from.
    Keep,
    /// F if the array that it is made from is F and not C, else C.
    Any,
}

/// Along which dimension one element lies right behind the other.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[repr(u8)]
pub enum Dense {
    /// Along none that is known.
    Nowhere,
    /// Along the last one, as in C order.
    Last,
    /// Along the first one of several, as in F order.
    First,
}

/// What machine code tells apart of arrays, by one word of the header.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Layout {
    /// The number of dimensions.
    pub rank: u8,
    /// The type of the elements.
    pub dtype: DType,
    /// Where elements lie one after the other.
    pub dense: Dense,
}

impl Layout {
    /// A layout.
    pub fn new(rank: u8, dtype: DType, dense: Dense) -> Layout {
        Layout { rank, dtype, dense }
    }

    fn of(dtype: DType, strides: &[isize]) -> Layout {
        let item = dtype.size() as isize;
        let dense = match strides {
            [.., last] if *last == item => Dense::Last,
            [first, ..] if *first == item => Dense::First,
            _ => Dense::Nowhere,
        };
        Layout::new(strides.len() as u8, dtype, dense)
    }

    /// The word in the header.
    pub fn word(self) -> u32 {
        u32::from_le_bytes([self.rank, self.dtype.number() as u8, self.dense as u8, 0])
    }
}

/// An array, or a view of one. All but `writeable` stays as it is while machine code runs, which counts on that: the dimensions
/// change by `a.shape = …` alone, which [`reshaped`] counts.
#[repr(C)]
pub struct Array {
    data: *mut u8,
    size: usize,
    shape: UnsafeCell<[usize; INLINE]>,
    strides: UnsafeCell<[isize; INLINE]>,
    layout_word: Cell<u32>,
    writeable: Cell<bool>,
    dtype: DType,
    /// Shape and strides, if there are more dimensions than fit above.
    more: UnsafeCell<Option<Box<(Shape, Strides)>>>,
    buffer: Rc<Buffer>,
}

/// The number of elements of a shape, if memory could hold them.
pub fn count(shape: &[usize], item: usize) -> Option<usize> {
    // A dimension of zero does not excuse the others.
    let product = shape.iter().filter(|&&length| length != 0).try_fold(item, |all, &length| all.checked_mul(length))?;
    (product <= isize::MAX as usize).then(|| shape.iter().product())
}

/// A shape as messages have it.
pub fn shown(shape: &[usize]) -> String {
    let items: Vec<String> = shape.iter().map(usize::to_string).collect();
    match items.len() {
        1 => format!("({},)", items[0]),
        _ => format!("({})", items.join(",")),
    }
}

/// A shape as Python shows a tuple.
pub fn shown_as_tuple(shape: &[usize]) -> String {
    shown(shape).replace(',', ", ").replace(", )", ",)")
}

fn too_large(shape: &[usize], dtype: DType) -> Error {
    let bytes = shape.iter().fold(dtype.size() as f64, |all, &length| all * length as f64);
    let units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
    let unit = ((bytes.log2() / 10.0) as usize).min(units.len() - 1);
    let scaled = bytes / 1024f64.powi(unit as i32);
    let digits = if scaled < 10.0 {
        2
    } else if scaled < 100.0 {
        1
    } else {
        0
    };
    let (unit, shape) = (units[unit], shown_as_tuple(shape));
    let text =
        format!("Unable to allocate {scaled:.digits$} {unit} for an array with shape {shape} and data type {dtype}");
    Error::new(Kind::Memory, text)
}

/// The strides of a new array. An array without elements has strides of zero.
pub fn strides_of(shape: &[usize], item: usize, order: Order) -> Strides {
    let mut strides: Strides = SmallVec::from_elem(0, shape.len());
    if shape.contains(&0) {
        return strides;
    }
    let mut next = item as isize;
    let mut step = |axis: usize| {
        strides[axis] = next;
        next *= shape[axis] as isize;
    };
    match order {
        Order::F => (0..shape.len()).for_each(&mut step),
        _ => (0..shape.len()).rev().for_each(&mut step),
    }
    strides
}

thread_local! {
    static RESHAPED: Cell<u64> = const { Cell::new(0) };
}

/// How often an array took other dimensions. Compiled code counts on those that it has seen: where this has changed behind a call, it is
/// left before it looks at an array again.
#[inline]
pub fn reshaped() -> u64 {
    RESHAPED.get()
}

impl Array {
    /// Where the address of the first element lies.
    pub const DATA_OFFSET: usize = std::mem::offset_of!(Array, data);
    /// Where the number of elements lies.
    pub const SIZE_OFFSET: usize = std::mem::offset_of!(Array, size);
    /// Where the lengths of up to four dimensions lie.
    pub const SHAPE_OFFSET: usize = std::mem::offset_of!(Array, shape);
    /// Where their strides lie.
    pub const STRIDES_OFFSET: usize = std::mem::offset_of!(Array, strides);
    /// Where the layout lies, a word of four bytes.
    pub const LAYOUT_OFFSET: usize = std::mem::offset_of!(Array, layout_word);
    /// Where a byte lies that is zero if elements may not be changed.
    pub const WRITEABLE_OFFSET: usize = std::mem::offset_of!(Array, writeable);

    fn new(buffer: Rc<Buffer>, data: *mut u8, dtype: DType, shape: &[usize], strides: &[isize]) -> Array {
        debug_assert_eq!(shape.len(), strides.len());
        let layout = Layout::of(dtype, strides);
        let mut array = Array {
            data,
            size: shape.iter().product(),
            shape: UnsafeCell::new([1; INLINE]),
            strides: UnsafeCell::new([0; INLINE]),
            layout_word: Cell::new(layout.word()),
            writeable: Cell::new(true),
            dtype,
            more: UnsafeCell::new(None),
            buffer,
        };
        let (own, steps, more) = (array.shape.get_mut(), array.strides.get_mut(), array.more.get_mut());
        match shape.len() <= INLINE {
            true => {
                own[..shape.len()].copy_from_slice(shape);
                steps[..shape.len()].copy_from_slice(strides);
            }
            false => *more = Some(Box::new((shape.into(), strides.into()))),
        }
        array
    }

    /// Counts the same elements in other dimensions from now on.
    ///
    /// # Safety
    /// Nobody holds the shape or the strides of this array, and the elements under the new ones are the same.
    pub unsafe fn set_dimensions(&self, shape: &[usize], strides: &[isize]) {
        RESHAPED.set(RESHAPED.get() + 1);
        let model = Array::new(self.buffer.clone(), self.data, self.dtype(), shape, strides);
        // SAFETY: no reference into these cells is alive, as the caller promises, and arrays belong to one thread.
        unsafe {
            *self.shape.get() = model.shape.into_inner();
            *self.strides.get() = model.strides.into_inner();
            *self.more.get() = model.more.into_inner();
        }
        self.layout_word.set(model.layout_word.get());
    }

    fn allocate(shape: &[usize], dtype: DType, strides: &[isize], zeroed: bool) -> Outcome<Array> {
        if shape.len() > MOST_DIMENSIONS {
            let (most, rank) = (MOST_DIMENSIONS, shape.len());
            return Err(Error::value(format!(
                "maximum supported dimension for an ndarray is currently {most}, found {rank}"
            )));
        }
        let Some(size) = count(shape, dtype.size()) else {
            return Err(Error::value(
                "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.",
            ));
        };
        let buffer = match dtype.is_reference() {
            true => Buffer::of_references(size),
            false => Buffer::create(size * dtype.size(), zeroed),
        };
        let buffer = buffer.map_err(|_| too_large(shape, dtype))?;
        let data = buffer.start();
        Ok(Array::new(buffer, data, dtype, shape, strides))
    }

    /// A new array whose elements are anything.
    pub fn empty(shape: &[usize], dtype: DType, order: Order) -> Outcome<Array> {
        Array::allocate(shape, dtype, &strides_of_checked(shape, dtype, order), false)
    }

    /// A new array of zeros.
    pub fn zeros(shape: &[usize], dtype: DType, order: Order) -> Outcome<Array> {
        Array::allocate(shape, dtype, &strides_of_checked(shape, dtype, order), true)
    }

    /// A new array with the axes ordered as given, the densest last.
    pub fn empty_ordered(shape: &[usize], dtype: DType, axes: &[usize]) -> Outcome<Array> {
        let permuted: Shape = axes.iter().map(|&axis| shape[axis]).collect();
        let dense = strides_of_checked(&permuted, dtype, Order::C);
        let mut strides: Strides = SmallVec::from_elem(0, shape.len());
        for (&axis, stride) in axes.iter().zip(dense) {
            strides[axis] = stride;
        }
        Array::allocate(shape, dtype, &strides, false)
    }

    /// A one-dimensional array of elements.
    pub fn from_slice<T: super::element::Element>(items: &[T]) -> Outcome<Array> {
        let array = Array::empty(&[items.len()], T::DTYPE, Order::C)?;
        // SAFETY: the new block has room for the items, and nobody else has it.
        unsafe { std::ptr::copy_nonoverlapping(items.as_ptr(), array.data.cast::<T>(), items.len()) };
        Ok(array)
    }

    /// An array without dimensions.
    pub fn from_scalar(scalar: Scalar) -> Outcome<Array> {
        let array = Array::empty(&[], scalar.dtype(), Order::C)?;
        // SAFETY: the new block has room for one element.
        unsafe { scalar.write(array.data) };
        reference::keep_all(&array);
        Ok(array)
    }

    /// The references of its buffer, if nothing else looks at it.
    pub fn own_references(&self) -> &[Handle] {
        if self.owns_alone() { self.buffer.references() } else { &[] }
    }

    /// Where its buffer begins.
    pub fn buffer_start(&self) -> *mut u8 {
        self.buffer.start()
    }

    /// Another view of the same memory.
    ///
    /// # Safety
    /// Every element of the view lies in the buffer.
    pub unsafe fn view(&self, data: *mut u8, dtype: DType, shape: &[usize], strides: &[isize]) -> Array {
        let view = Array::new(self.buffer.clone(), data, dtype, shape, strides);
        view.writeable.set(self.writeable.get());
        view
    }

    /// The same elements in the same order.
    pub fn alias(&self) -> Array {
        // SAFETY: these are the same elements.
        unsafe { self.view(self.data, self.dtype(), self.shape(), self.strides()) }
    }

    /// The address of the first element.
    #[inline(always)]
    pub fn data(&self) -> *mut u8 {
        self.data
    }

    /// How many elements there are.
    #[inline(always)]
    pub fn size(&self) -> usize {
        self.size
    }

    /// How many dimensions there are.
    #[inline(always)]
    pub fn rank(&self) -> usize {
        (self.layout_word.get() & 0xff) as usize
    }

    /// What machine code tells apart.
    #[inline(always)]
    pub fn layout(&self) -> Layout {
        let [rank, _, dense, _] = self.layout_word.get().to_le_bytes();
        let dense = match dense {
            0 => Dense::Nowhere,
            1 => Dense::Last,
            _ => Dense::First,
        };
        Layout::new(rank, self.dtype, dense)
    }

    /// Whether elements are of a type of numbers.
    #[inline(always)]
    pub fn holds(&self, dtype: DType) -> bool {
        ((self.layout_word.get() >> 8) & 0xff) as usize == dtype.number()
    }

    /// The type of the elements.
    #[inline(always)]
    pub fn dtype(&self) -> DType {
        self.dtype
    }

    /// The lengths of the dimensions.
    #[inline(always)]
    pub fn shape(&self) -> &[usize] {
        // SAFETY: whoever changes these cells promises that nobody looks at them.
        unsafe {
            match &*self.more.get() {
                None => &(&*self.shape.get())[..self.rank()],
                Some(more) => &more.0,
            }
        }
    }

    /// Bytes from an element to the next, by dimension.
    #[inline(always)]
    pub fn strides(&self) -> &[isize] {
        // SAFETY: as for the shape.
        unsafe {
            match &*self.more.get() {
                None => &(&*self.strides.get())[..self.rank()],
                Some(more) => &more.1,
            }
        }
    }

    /// Whether elements may be changed.
    #[inline(always)]
    pub fn is_writeable(&self) -> bool {
        self.writeable.get()
    }

    /// Says whether elements may be changed.
    pub fn set_writeable(&self, writeable: bool) {
        self.writeable.set(writeable);
    }

    /// Whether both look at one buffer.
    pub fn shares_buffer(&self, other: &Array) -> bool {
        Rc::ptr_eq(&self.buffer, &other.buffer)
    }

    /// Whether its memory was written before, since it may be far then. Who asks is about to write all of it.
    pub fn is_in_old_memory(&self) -> bool {
        self.buffer.is_old()
    }

    /// Whether nothing else looks at its buffer.
    pub fn owns_alone(&self) -> bool {
        Rc::strong_count(&self.buffer) == 1
    }

    /// The addresses that its elements span.
    pub fn span(&self) -> std::ops::Range<usize> {
        let start = self.data as usize;
        if self.size == 0 {
            return start..start;
        }
        let (mut low, mut high) = (0isize, self.dtype().size() as isize);
        for (&length, &stride) in self.shape().iter().zip(self.strides()) {
            let reach = (length as isize - 1) * stride;
            if reach < 0 { low += reach } else { high += reach }
        }
        start.wrapping_add_signed(low)..start.wrapping_add_signed(high)
    }

    /// Whether some element may be an element of the other too.
    pub fn may_overlap(&self, other: &Array) -> bool {
        if !self.shares_buffer(other) {
            return false;
        }
        let (a, b) = (self.span(), other.span());
        a.start < b.end && b.start < a.end
    }

    /// Whether both have the very same elements at the same places.
    pub fn is_same_view(&self, other: &Array) -> bool {
        self.data == other.data
            && self.dtype() == other.dtype()
            && self.shape() == other.shape()
            && self.shape().iter().zip(self.strides().iter().zip(other.strides())).all(|(&n, (a, b))| n <= 1 || a == b)
    }

    fn is_dense(&self, axes: impl Iterator<Item = usize>) -> bool {
        let mut next = self.dtype().size() as isize;
        for axis in axes {
            let length = self.shape()[axis];
            if length != 1 && self.strides()[axis] != next {
                return false;
            }
            next *= length as isize;
        }
        true
    }

    /// Whether the elements lie one after the other, the last dimension densest.
    pub fn is_c_contiguous(&self) -> bool {
        self.size == 0 || self.is_dense((0..self.rank()).rev())
    }

    /// The same, the first dimension densest.
    pub fn is_f_contiguous(&self) -> bool {
        self.size == 0 || self.is_dense(0..self.rank())
    }

    /// The order that `Keep` and `Any` stand for beside this array, as far as it is one of the two.
    pub fn settled(&self, order: Order) -> Order {
        match order {
            Order::Any | Order::Keep if self.is_f_contiguous() && !self.is_c_contiguous() => Order::F,
            Order::Any => Order::C,
            Order::Keep if self.is_c_contiguous() => Order::C,
            order => order,
        }
    }

    /// The elements as a slice, if they are of this type and lie one after the other.
    pub fn as_slice<T: super::element::Element>(&self) -> Option<&[T]> {
        let are_references = T::DTYPE == DType::Object && self.dtype().is_reference();
        if T::DTYPE != self.dtype() && !are_references || !self.is_c_contiguous() {
            return None;
        }
        // SAFETY: the elements are initialised, of this type, dense, and live as long as the buffer.
        Some(unsafe { std::slice::from_raw_parts(self.data.cast::<T>(), self.size) })
    }

    /// The bytes of a dense array of machine numbers, as long as nothing writes there.
    pub fn bytes(&self) -> Option<&[u8]> {
        if self.dtype().is_reference() || !self.is_c_contiguous() {
            return None;
        }
        // SAFETY: as above; each byte of a number is one.
        Some(unsafe { std::slice::from_raw_parts(self.data, self.size * self.dtype().size()) })
    }

    /// Overwrites bytes of such an array, from a place on.
    pub fn set_bytes(&self, start: usize, bytes: &[u8]) {
        let end = start.checked_add(bytes.len());
        if self.bytes().is_some_and(|all| end.is_some_and(|end| end <= all.len())) {
            // SAFETY: the bytes lie within the elements, and are not part of them.
            unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), self.data.add(start), bytes.len()) };
        }
    }

    /// The same of an array that nobody else has, to be filled.
    pub fn as_mut_slice<T: super::element::Element>(&mut self) -> Option<&mut [T]> {
        if T::DTYPE != self.dtype() || !self.is_c_contiguous() || !self.owns_alone() {
            return None;
        }
        // SAFETY: as above, and no other view of the buffer is there to look at it meanwhile.
        Some(unsafe { std::slice::from_raw_parts_mut(self.data.cast::<T>(), self.size) })
    }

    /// The element at a place in the order of C.
    pub fn at(&self, place: usize) -> Scalar {
        // SAFETY: an element lies there.
        unsafe { Scalar::read(self.dtype(), self.address_of(place)) }
    }

    /// Where the element at a place in the order of C lies.
    pub fn address_of(&self, place: usize) -> *mut u8 {
        debug_assert!(place < self.size);
        if let &[stride] = self.strides() {
            return self.data.wrapping_offset(place as isize * stride);
        }
        let mut left = place;
        let mut offset = 0;
        for (&length, &stride) in self.shape().iter().zip(self.strides()).rev() {
            offset += (left % length) as isize * stride;
            left /= length;
        }
        self.data.wrapping_offset(offset)
    }

    /// The element at a place in the order of C as an array without dimensions.
    pub fn view_of_element(&self, place: usize) -> Array {
        assert!(place < self.size, "places are those of elements");
        // SAFETY: an element of this array lies there.
        unsafe { self.view(self.address_of(place), self.dtype(), &[], &[]) }
    }

    /// The only element.
    pub fn only(&self) -> Scalar {
        debug_assert!(self.size == 1);
        // SAFETY: there is an element, and the first is all there is.
        unsafe { Scalar::read(self.dtype(), self.data) }
    }

    /// The axes in another order.
    pub fn transposed(&self, axes: &[usize]) -> Array {
        let shape: Shape = axes.iter().map(|&axis| self.shape()[axis]).collect();
        let strides: Strides = axes.iter().map(|&axis| self.strides()[axis]).collect();
        // SAFETY: the same elements, counted in another order.
        unsafe { self.view(self.data, self.dtype(), &shape, &strides) }
    }

    /// The axes the other way round.
    pub fn reversed_axes(&self) -> Array {
        let axes: Vec<usize> = (0..self.rank()).rev().collect();
        self.transposed(&axes)
    }

    /// A view of another shape, if the elements lie so that there is one.
    pub fn reshaped_view(&self, shape: &[usize], order: Order) -> Option<Array> {
        let strides = if self.size == 0 {
            let filled: Shape = shape.iter().map(|&length| length.max(1)).collect();
            strides_of(&filled, self.dtype().size(), order)
        } else {
            reshape_strides(self.shape(), self.strides(), shape, self.dtype().size(), order)?
        };
        // SAFETY: the same elements.
        Some(unsafe { self.view(self.data, self.dtype(), shape, &strides) })
    }

    /// A view in which dimensions of length 1 are repeated to fill a shape.
    pub fn broadcast_view(&self, shape: &[usize]) -> Option<Array> {
        let strides = broadcast_strides(self.shape(), self.strides(), shape)?;
        // SAFETY: strides of zero stay at elements that there are.
        Some(unsafe { self.view(self.data, self.dtype(), shape, &strides) })
    }

    /// A view of any shape and strides, if all of it lies within the buffer.
    pub fn strided_view(&self, shape: &[usize], strides: &[isize]) -> Option<Array> {
        if shape.len() != strides.len() || shape.len() > MOST_DIMENSIONS {
            return None;
        }
        count(shape, self.dtype().size())?;
        if !shape.contains(&0) {
            let start = (self.data as isize).checked_sub(self.buffer.start() as isize)?;
            let (mut low, mut high) = (start, start.checked_add(self.dtype().size() as isize)?);
            for (&length, &stride) in shape.iter().zip(strides) {
                let reach = isize::try_from(length - 1).ok()?.checked_mul(stride)?;
                let end = if reach < 0 { &mut low } else { &mut high };
                *end = end.checked_add(reach)?;
            }
            if low < 0 || high > self.buffer.size() as isize {
                return None;
            }
        }
        // SAFETY: the view was seen to lie within the buffer.
        Some(unsafe { self.view(self.data, self.dtype(), shape, strides) })
    }

    /// A view without some axes, which have length 1.
    pub fn without_axes(&self, gone: &[usize]) -> Array {
        let left = || (0..self.rank()).filter(|axis| !gone.contains(axis));
        let shape: Shape = left().map(|axis| self.shape()[axis]).collect();
        let strides: Strides = left().map(|axis| self.strides()[axis]).collect();
        // SAFETY: axes of length 1 have one place.
        unsafe { self.view(self.data, self.dtype(), &shape, &strides) }
    }

    /// Whether all elements lie where numbers of their type do.
    pub fn is_aligned(&self) -> bool {
        let unit = self.dtype().part().size().min(8);
        let lies_well = |bytes: usize| bytes.is_multiple_of(unit.max(1));
        lies_well(self.data().addr()) && self.strides().iter().all(|step| lies_well(step.unsigned_abs()))
    }

    /// The same memory as elements of another type, whose number in the last dimension may be another.
    pub fn with_dtype(&self, dtype: DType) -> Option<Array> {
        let (old, new) = (self.dtype().size(), dtype.size());
        if self.dtype().is_reference() || dtype.is_reference() {
            return None;
        }
        let (mut shape, mut strides) = (Shape::from(self.shape()), Strides::from(self.strides()));
        if old != new {
            let last = shape.len().checked_sub(1)?;
            let bytes = shape[last] * old;
            if (strides[last] != old as isize && shape[last] > 1) || bytes % new != 0 {
                return None;
            }
            shape[last] = bytes / new;
            strides[last] = new as isize;
        }
        // SAFETY: the bytes are those of this view's elements, and any bytes are elements of any type.
        Some(unsafe { self.view(self.data, dtype, &shape, &strides) })
    }

    /// All bytes, of an array whose elements lie one after the other.
    pub fn to_bytes(&self) -> Vec<u8> {
        debug_assert!(self.is_c_contiguous() || self.is_f_contiguous());
        debug_assert!(!self.dtype().is_reference());
        // SAFETY: the elements are dense.
        unsafe { std::slice::from_raw_parts(self.data, self.size * self.dtype().size()) }.to_vec()
    }

    /// The real or the imaginary parts of a complex array, as a view.
    pub fn part_view(&self, imaginary: bool) -> Array {
        let part = self.dtype().part();
        let offset = if imaginary { part.size() } else { 0 };
        // SAFETY: a complex element is its two parts, one after the other.
        unsafe { self.view(self.data.wrapping_add(offset), part, self.shape(), self.strides()) }
    }
}

/// The strides of a new array, if its size fits; else anything, since it is refused later.
fn strides_of_checked(shape: &[usize], dtype: DType, order: Order) -> Strides {
    match count(shape, dtype.size()) {
        Some(_) => strides_of(shape, dtype.size(), order),
        None => SmallVec::from_elem(0, shape.len()),
    }
}

/// Strides under which an array fills a larger shape; none if it does not fit.
pub fn broadcast_strides(shape: &[usize], strides: &[isize], wanted: &[usize]) -> Option<Strides> {
    let extra = wanted.len().checked_sub(shape.len())?;
    let mut result: Strides = SmallVec::from_elem(0, wanted.len());
    for (axis, (&length, &stride)) in shape.iter().zip(strides).enumerate() {
        if length == wanted[extra + axis] {
            result[extra + axis] = if length == 1 { 0 } else { stride };
        } else if length != 1 {
            return None;
        }
    }
    Some(result)
}

/// The shape that all of some shapes fill together; none if they do not fit.
pub fn broadcast_shape<'a>(shapes: impl Iterator<Item = &'a [usize]>) -> Option<Shape> {
    let mut all: Shape = Shape::new();
    for shape in shapes {
        if shape.len() > all.len() {
            let extra = shape.len() - all.len();
            all.insert_many(0, std::iter::repeat_n(1, extra));
        }
        let extra = all.len() - shape.len();
        for (axis, &length) in shape.iter().enumerate() {
            let own = &mut all[extra + axis];
            if *own == 1 {
                *own = length;
            } else if length != 1 && *own != length {
                return None;
            }
        }
    }
    Some(all)
}

/// The strides of a view of another shape, if the elements of the old one lie right for it.
fn reshape_strides(shape: &[usize], strides: &[isize], wanted: &[usize], item: usize, order: Order) -> Option<Strides> {
    let is_f = order == Order::F;
    // In C's order both are walked from the last axis on, in F's from the first.
    let old: Vec<(usize, isize)> = {
        let kept = shape.iter().copied().zip(strides.iter().copied()).filter(|&(length, _)| length != 1);
        let mut kept: Vec<_> = kept.collect();
        if !is_f {
            kept.reverse();
        }
        kept
    };
    let mut result: Strides = SmallVec::from_elem(0, wanted.len());
    let axis_of = |place: usize| if is_f { place } else { wanted.len() - 1 - place };
    let (mut from, mut to) = (0, 0);
    let mut last = item as isize;
    while from < old.len() && to < wanted.len() {
        let (mut have, mut want) = (old[from].0, wanted[axis_of(to)]);
        let (first_from, first_to) = (from, to);
        (from, to) = (from + 1, to + 1);
        while have != want {
            if have < want {
                have *= old.get(from)?.0;
                from += 1;
            } else {
                if to == wanted.len() {
                    return None;
                }
                want *= wanted[axis_of(to)];
                to += 1;
            }
        }
        for pair in old[first_from..from].windows(2) {
            if pair[1].1 != pair[0].1 * pair[0].0 as isize {
                return None;
            }
        }
        let mut stride = old[first_from].1;
        for place in first_to..to {
            result[axis_of(place)] = stride;
            stride *= wanted[axis_of(place)] as isize;
        }
        last = stride;
    }
    // What is left are axes of length 1.
    for place in to..wanted.len() {
        result[axis_of(place)] = last;
    }
    Some(result)
}
