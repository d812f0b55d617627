//! Subscripts: views by integers and slices, and elements by arrays of places or truths.
//!
//! In: an array and the parts of a subscript. Out: a view, or the elements that arrays of places name, read or written.
#![allow(unsafe_code)]

use super::cast;
use super::dtype::DType;
use super::element::copy_piece;
use super::error::{Error, Kind, Outcome};
use super::ndarray::{self, Array, MOST_DIMENSIONS, Order, Shape, Strides, broadcast_shape, shown};
use super::reference;
use super::select;

/// A part of a subscript.
pub enum Part {
    /// A place.
    Place(i64),
    /// Every `step`th place from `start` on, `count` of them, for a dimension of the length that was asked about.
    Slice(SliceOf),
    /// A new dimension.
    New,
    /// All dimensions that no other part names.
    Ellipsis,
    /// Places in an array of `int64`, or truths.
    Array(Array),
}

/// A slice, before the length of its dimension is known.
pub type SliceOf = Box<dyn Fn(usize) -> Outcome<(i64, i64, usize)>>;

/// `IndexError`: a place that is not there.
#[cold]
pub fn out_of_bounds(place: i64, axis: usize, length: usize) -> Error {
    Error::index(format!("index {place} is out of bounds for axis {axis} with size {length}"))
}

/// The place counted from the start.
#[inline]
pub fn place_of(place: i64, axis: usize, length: usize) -> Outcome<usize> {
    let from_start = if place < 0 { place + length as i64 } else { place };
    if from_start < 0 || from_start >= length as i64 {
        Err(out_of_bounds(place, axis, length))
    } else {
        Ok(from_start as usize)
    }
}

/// Whether all places are counted from the start, and are places of elements.
pub fn are_from_start(places: &[i64], length: usize) -> bool {
    places.iter().fold(true, |all, &place| all & ((place as u64) < length as u64))
}

/// What a subscript means.
pub enum Meaning {
    /// A view.
    View(Array),
    /// Elements: places in a view.
    Places(Chosen),
}

/// Elements that arrays of places name.
pub struct Chosen {
    /// What the places are places of.
    view: Array,
    /// For each of its dimensions, the places, of one shape; none for dimensions that are taken whole.
    places: Vec<Option<Array>>,
    /// The shape of the places.
    shape: Shape,
    /// Before which of the dimensions of the result that are taken whole the places' shape stands.
    front: usize,
    /// Whether the whole subscript is one array of truths.
    is_mask: bool,
}

fn too_many(array: &Array, count: usize) -> Error {
    let rank = array.rank();
    Error::index(format!("too many indices for array: array is {rank}-dimensional, but {count} were indexed"))
}

/// Finds out what a subscript means for an array.
pub fn resolve(array: &Array, parts: Vec<Part>) -> Outcome<Meaning> {
    let used: usize = parts
        .iter()
        .map(|part| match part {
            Part::Place(_) | Part::Slice(_) => 1,
            Part::New | Part::Ellipsis => 0,
            Part::Array(truths) if truths.dtype() == DType::Bool => truths.rank(),
            Part::Array(_) => 1,
        })
        .sum();
    if used > array.rank() {
        return Err(too_many(array, used));
    }
    let left = array.rank() - used;
    if parts.iter().filter(|part| matches!(part, Part::Ellipsis)).count() > 1 {
        return Err(Error::index("an index can only have a single ellipsis ('...')"));
    }
    let has_arrays = parts.iter().any(|part| matches!(part, Part::Array(_)));
    let is_mask = matches!(
        &parts[..],
        [Part::Array(truths)] if truths.dtype() == DType::Bool && truths.shape() == array.shape()
    );
    let mut walk = Resolver {
        array,
        axis: 0,
        data: array.data(),
        shape: Shape::new(),
        strides: Strides::new(),
        places: Vec::new(),
    };
    let mut saw_ellipsis = false;
    // Whether the parts that are arrays (an integer beside them counts as one) stand together.
    let mut groups: Vec<usize> = Vec::new();
    for (number, part) in parts.into_iter().enumerate() {
        match part {
            Part::Place(place) if has_arrays => {
                groups.push(number);
                walk.places_along(
                    Array::from_slice(&[place])?.reshaped_view(&[], Order::C).unwrap_or_else(|| array.alias()),
                )?;
            }
            Part::Place(place) => walk.place(place)?,
            Part::Slice(slice) => walk.slice(&slice)?,
            Part::New => walk.new_axis(),
            Part::Ellipsis => {
                saw_ellipsis = true;
                (0..left).for_each(|_| walk.whole());
            }
            Part::Array(truths) if truths.dtype() == DType::Bool => {
                groups.push(number);
                walk.truths(&truths)?;
            }
            Part::Array(places) => {
                groups.push(number);
                walk.places_along(places)?;
            }
        }
    }
    if !saw_ellipsis {
        (0..left).for_each(|_| walk.whole());
    }
    if walk.shape.len() > MOST_DIMENSIONS {
        return Err(Error::index(format!("number of dimensions must be within [0, {MOST_DIMENSIONS}]")));
    }
    // SAFETY: each step stayed within the elements of the array.
    let view = unsafe { array.view(walk.data, array.dtype(), &walk.shape, &walk.strides) };
    if !has_arrays {
        return Ok(Meaning::View(view));
    }
    let together = groups.windows(2).all(|pair| pair[1] == pair[0] + 1);
    let shapes = walk.places.iter().flatten().map(Array::shape);
    let Some(shape) = broadcast_shape(shapes) else {
        let all: Vec<String> = walk.places.iter().flatten().map(|places| shown(places.shape())).collect();
        let all = all.join(" ");
        return Err(Error::index(format!(
            "shape mismatch: indexing arrays could not be broadcast together with shapes {all} "
        )));
    };
    let front = if together { walk.places.iter().take_while(|places| places.is_none()).count() } else { 0 };
    Ok(Meaning::Places(Chosen { view, places: walk.places, shape, front, is_mask }))
}

struct Resolver<'a> {
    array: &'a Array,
    /// The next dimension of the array.
    axis: usize,
    data: *mut u8,
    shape: Shape,
    strides: Strides,
    places: Vec<Option<Array>>,
}

impl Resolver<'_> {
    fn push(&mut self, length: usize, stride: isize, places: Option<Array>) {
        self.shape.push(length);
        self.strides.push(stride);
        self.places.push(places);
    }

    fn whole(&mut self) {
        let axis = self.axis;
        self.push(self.array.shape()[axis], self.array.strides()[axis], None);
        self.axis += 1;
    }

    fn new_axis(&mut self) {
        self.push(1, 0, None);
    }

    fn place(&mut self, place: i64) -> Outcome<()> {
        let place = place_of(place, self.axis, self.array.shape()[self.axis])?;
        self.data = self.data.wrapping_offset(place as isize * self.array.strides()[self.axis]);
        self.axis += 1;
        Ok(())
    }

    fn slice(&mut self, slice: &SliceOf) -> Outcome<()> {
        let stride = self.array.strides()[self.axis];
        let (start, step, count) = slice(self.array.shape()[self.axis])?;
        if count > 0 {
            self.data = self.data.wrapping_offset(start as isize * stride);
        }
        self.push(count, stride.wrapping_mul(step as isize), None);
        self.axis += 1;
        Ok(())
    }

    fn places_along(&mut self, places: Array) -> Outcome<()> {
        let axis = self.axis;
        let length = self.array.shape()[axis];
        let given = cast::dense(&places, DType::I64)?;
        let row = given.as_slice::<i64>().unwrap_or_default();
        let places = if are_from_start(row, length) {
            // They serve as they are, unless what is written there changes them.
            if self.array.may_overlap(&given) { cast::copy(&given, DType::I64, Order::C)? } else { given }
        } else {
            let checked: Outcome<Vec<i64>> =
                row.iter().map(|&place| place_of(place, axis, length).map(|place| place as i64)).collect();
            let flat = Array::from_slice(&checked?)?;
            flat.reshaped_view(places.shape(), Order::C).unwrap_or(flat)
        };
        self.push(length, self.array.strides()[axis], Some(places));
        self.axis += 1;
        Ok(())
    }

    fn truths(&mut self, truths: &Array) -> Outcome<()> {
        if truths.rank() == 0 {
            // Stands for a new dimension of which all or nothing is taken.
            let count = usize::from(truths.only().truth());
            let places = Array::from_slice(&vec![0i64; count])?;
            self.push(1, 0, Some(places));
            return Ok(());
        }
        for (place, &length) in truths.shape().iter().enumerate() {
            let axis = self.axis + place;
            let own = self.array.shape()[axis];
            // Truths of which there are none fit whatever there is, as in numpy.
            if own != length && length > 0 {
                return Err(Error::index(format!(
                    "boolean index did not match indexed array along axis {axis}; size of axis is {own} but size of \
                     corresponding boolean axis is {length}"
                )));
            }
        }
        for places in select::nonzero(truths)? {
            let axis = self.axis;
            self.push(self.array.shape()[axis], self.array.strides()[axis], Some(places));
            self.axis += 1;
        }
        Ok(())
    }
}

impl Chosen {
    /// The shape of the elements.
    pub fn result_shape(&self) -> Shape {
        let mut shape: Shape = Shape::new();
        let whole = self.places.iter().zip(self.view.shape()).filter(|(places, _)| places.is_none());
        for (number, (_, &length)) in whole.enumerate() {
            if number == self.front {
                shape.extend_from_slice(&self.shape);
            }
            shape.push(length);
        }
        if self.places.iter().filter(|places| places.is_none()).count() <= self.front {
            shape.extend_from_slice(&self.shape);
        }
        shape
    }

    /// Copies elements between the places and a companion that has them one after the other, or one of them for all; tells whether it is
    /// such a one.
    fn move_single(&self, companion: &Array, out: bool) -> Outcome<bool> {
        let (view, size) = (&self.view, self.view.dtype().size());
        let is_one = companion.strides().iter().all(|&step| step == 0) && !out;
        if self.places.iter().any(Option::is_none) || !(is_one || companion.is_c_contiguous()) {
            return Ok(false);
        }
        let ends = Ends { base: view.data(), other: companion.data(), step: if is_one { 0 } else { size }, out };
        // One dense row of places says by itself where elements are.
        let only = match &self.places[..] {
            [Some(places)] if places.shape() == &self.shape[..] => places.as_slice::<i64>(),
            _ => None,
        };
        // SAFETY: the places were checked, and the companion has as many elements, or one.
        unsafe {
            match only {
                Some(places) => {
                    let stride = view.strides()[0];
                    ends.move_all(size, places.iter().map(|&place| place as isize * stride));
                }
                None => ends.move_all(size, self.offsets()?.into_iter()),
            }
        }
        Ok(true)
    }

    /// How many places there are, if memory could hold them.
    fn count(&self) -> Outcome<usize> {
        ndarray::count(&self.shape, size_of::<isize>()).ok_or_else(|| Error::value("iterator is too large"))
    }

    /// The bytes that the places stand for, of all arrays of places together.
    fn offsets(&self) -> Outcome<Vec<isize>> {
        let mut offsets = Vec::new();
        let count = self.count()?;
        offsets.try_reserve_exact(count).map_err(|_| Error::new(Kind::Memory, "Unable to allocate the places"))?;
        offsets.resize(count, 0isize);
        for (axis, places) in self.places.iter().enumerate() {
            let Some(places) = places else { continue };
            let stride = self.view.strides()[axis];
            let places = places.broadcast_view(&self.shape).ok_or_else(|| Error::index("shape mismatch"))?;
            let dense = cast::dense(&places, DType::I64)?;
            let all = dense.as_slice::<i64>().unwrap_or_default();
            offsets.iter_mut().zip(all).for_each(|(offset, &place)| *offset += place as isize * stride);
        }
        Ok(offsets)
    }

    /// The same of elements that lie in pieces on both sides: what is taken whole is all that there is of some last dimensions.
    fn move_pieces(&self, companion: &Array, out: bool) -> Outcome<bool> {
        let whole = self.places.iter().rev().take_while(|places| places.is_none()).count();
        let (first, axes) = (self.places.len() - whole, self.view.shape().len());
        let mut piece = self.view.dtype().size();
        for axis in (first..axes).rev() {
            if self.view.strides()[axis] != piece as isize {
                return Ok(false);
            }
            piece *= self.view.shape()[axis];
        }
        if self.places[..first].iter().any(Option::is_none) || !companion.is_c_contiguous() {
            return Ok(false);
        }
        for (number, offset) in self.offsets()?.into_iter().enumerate() {
            let place = self.view.data().wrapping_offset(offset);
            let other = companion.data().wrapping_add(number * piece);
            // SAFETY: the places were checked, and the companion has as many pieces.
            unsafe {
                match out {
                    true => copy_piece(place, other, piece),
                    false => copy_piece(other, place, piece),
                }
            }
        }
        Ok(true)
    }

    /// Calls `each` with every address in the array and in a companion of the result's shape.
    fn pair(&self, companion: &Array, mut each: impl FnMut(*mut u8, *mut u8, [isize; 2], usize)) -> Outcome<()> {
        let offsets = self.offsets()?;
        // The companion's strides are split in those of the places and those of what is taken whole.
        let front = self.front.min(companion.rank() - self.shape.len());
        let middle = front + self.shape.len();
        let (place_strides, whole_shape): (Strides, Shape) = (
            companion.strides()[front..middle].into(),
            companion.shape()[..front].iter().chain(&companion.shape()[middle..]).copied().collect(),
        );
        let whole_to: Strides =
            companion.strides()[..front].iter().chain(&companion.strides()[middle..]).copied().collect();
        let whole_from: Strides = self
            .places
            .iter()
            .zip(self.view.strides())
            .filter(|(places, _)| places.is_none())
            .map(|(_, &stride)| stride)
            .collect();
        let walk = super::walk::Walk::in_order(&whole_shape, [&whole_from[..], &whole_to]);
        let mut to = companion.data();
        let mut place: Shape = smallvec::smallvec![0; self.shape.len()];
        for offset in offsets {
            walk.run([self.view.data().wrapping_offset(offset), to], |at, steps, n| each(at[0], at[1], steps, n));
            for axis in (0..self.shape.len()).rev() {
                place[axis] += 1;
                to = to.wrapping_offset(place_strides[axis]);
                if place[axis] < self.shape[axis] {
                    break;
                }
                to = to.wrapping_offset(-(self.shape[axis] as isize) * place_strides[axis]);
                place[axis] = 0;
            }
        }
        Ok(())
    }

    /// The elements, as a new array.
    pub fn read(&self) -> Outcome<Array> {
        // The dimensions of the places lie outermost in memory, as numpy has them.
        let shape = self.result_shape();
        let inner = self.front..self.front + self.shape.len();
        let axes: Vec<usize> = inner.clone().chain((0..shape.len()).filter(|axis| !inner.contains(axis))).collect();
        self.count()?;
        let result = Array::empty_ordered(&shape, self.view.dtype(), &axes)?;
        match self.copy_into(&result) {
            Ok(()) => reference::keep_all(&result),
            Err(error) => {
                reference::forget_all(&result);
                return Err(error);
            }
        }
        Ok(result)
    }

    /// Copies the words of the elements into a new array.
    fn copy_into(&self, result: &Array) -> Outcome<()> {
        if self.move_single(result, true)? || self.move_pieces(result, true)? {
            return Ok(());
        }
        let size = self.view.dtype().size();
        self.pair(result, |from, to, steps, n| {
            for i in 0..n as isize {
                // SAFETY: the places were checked; both sides have elements of that size there.
                unsafe { copy_piece(from.offset(i * steps[0]), to.offset(i * steps[1]), size) };
            }
        })
    }

    /// Stores into the elements; the source is repeated to fill them.
    pub fn write(&self, source: &Array) -> Outcome<()> {
        self.count()?;
        let shape = self.result_shape();
        if self.is_mask && source.rank() > 1 && self.places.iter().all(Option::is_some) {
            let rank = source.rank();
            return Err(Error::type_error(format!(
                "NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, input has {rank} dimensions"
            )));
        }
        let mut source = cast::with_type(source, self.view.dtype())?;
        if source.may_overlap(&self.view) {
            source = cast::copy(&source, source.dtype(), Order::C)?;
        }
        while source.rank() > shape.len() && source.shape()[0] == 1 {
            // SAFETY: the first dimension has one element.
            source =
                unsafe { source.view(source.data(), source.dtype(), &source.shape()[1..], &source.strides()[1..]) };
        }
        let filled = source.broadcast_view(&shape).ok_or_else(|| {
            let (from, into) = (shown(source.shape()), shown(&shape));
            if self.is_mask && source.rank() == 1 && shape.len() == 1 {
                let (have, want) = (source.size(), shape[0]);
                return Error::value(format!(
                    "NumPy boolean array indexing assignment cannot assign {have} input values to the {want} output \
                     values where the mask is true"
                ));
            }
            Error::value(format!(
                "shape mismatch: value array of shape {from} could not be broadcast to indexing result of shape {into}"
            ))
        })?;
        if self.view.dtype().is_reference() {
            return self.pair(&filled, |to, from, steps, n| {
                for i in 0..n as isize {
                    // SAFETY: as in `read`; the view owns its elements.
                    unsafe { reference::replace(to.offset(i * steps[0]), from.offset(i * steps[1])) };
                }
            });
        }
        if self.move_single(&filled, false)? || self.move_pieces(&filled, false)? {
            return Ok(());
        }
        let size = self.view.dtype().size();
        self.pair(&filled, |to, from, steps, n| {
            for i in 0..n as isize {
                // SAFETY: as in `read`; the source does not overlap.
                unsafe { copy_piece(from.offset(i * steps[1]), to.offset(i * steps[0]), size) };
            }
        })
    }
}

/// Where single elements are copied: between an array and others that are a step apart, out of the array or into it.
struct Ends {
    base: *mut u8,
    other: *mut u8,
    step: usize,
    out: bool,
}

impl Ends {
    /// Copies an element of some size for each offset.
    ///
    /// # Safety
    /// There are elements of this size at all of these places.
    unsafe fn move_all(&self, size: usize, offsets: impl Iterator<Item = isize>) {
        // SAFETY: the caller's promise.
        unsafe {
            match size {
                1 => self.move_each::<u8>(offsets),
                2 => self.move_each::<u16>(offsets),
                4 => self.move_each::<u32>(offsets),
                8 => self.move_each::<u64>(offsets),
                _ => self.move_each::<[u64; 2]>(offsets),
            }
        }
    }

    unsafe fn move_each<T: Copy>(&self, offsets: impl Iterator<Item = isize>) {
        for (number, offset) in offsets.enumerate() {
            let place = self.base.wrapping_offset(offset).cast::<T>();
            let other = self.other.wrapping_add(number * self.step).cast::<T>();
            // SAFETY: the caller's promise.
            unsafe {
                match self.out {
                    true => other.write_unaligned(place.read_unaligned()),
                    false => place.write_unaligned(other.read_unaligned()),
                }
            }
        }
    }
}
