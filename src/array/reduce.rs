//! Reductions: an operator between all elements along some axes.
//!
//! In: an array, an operator, axes. Out: the array of results. Elements are met in the order in which they lie in memory,
//! whole rows at a time, so that a sum has numpy's digits.
#![allow(unsafe_code)]

use super::cast;
use super::dtype::{Class, DType};
use super::element::{Bool, C64, C128, Element, To, with_number};
use super::error::{Error, Kind, Outcome};
use super::ndarray::{Array, Order, Shape, Strides, shown};
use super::scalar::Scalar;
use super::select;
use super::status::{self, Status};
use super::ufunc::loops::{Loop, Summand, UNDIVIDED, pairwise, versions};
use super::ufunc::{Rule, Ufunc};
use super::walk::{Walk, order_axes};

/// numpy changes types in pieces of so many elements, and sums each by itself.
const PIECE: usize = 8192;

/// How a reduction is done.
#[derive(Clone, Default)]
pub struct Request<'a> {
    /// The axes, in order.
    pub axes: Vec<usize>,
    /// The type that is computed in, if not the usual one.
    pub dtype: Option<DType>,
    /// Whether the axes stay, with length 1.
    pub keep: bool,
    /// What it begins with.
    pub initial: Option<Scalar>,
    /// Where results go.
    pub out: Option<&'a Array>,
    /// Which elements count.
    pub mask: Option<&'a Array>,
}

/// The place of an axis that may be counted from the end.
pub fn axis(place: i64, rank: usize) -> Outcome<usize> {
    let from_start = if place < 0 { place + rank as i64 } else { place };
    match usize::try_from(from_start) {
        Ok(axis) if axis < rank => Ok(axis),
        _ => Err(Error::new(Kind::Axis, format!("axis {place} is out of bounds for array of dimension {rank}"))),
    }
}

/// The type in which a sum or product is computed: small integers grow.
pub fn wide_type(ufunc: &Ufunc, dtype: DType) -> DType {
    match (ufunc.name, dtype.class()) {
        ("add" | "multiply", Class::Bool | Class::Signed) => dtype.promote(DType::I64),
        ("add" | "multiply", Class::Unsigned) => DType::U64,
        _ => dtype,
    }
}

/// The type in which elements are brought together, if a script asks for this one or none. Truths come of truths alone.
fn computed_type(ufunc: &Ufunc, array: &Array, dtype: Option<DType>) -> DType {
    match ufunc.rule {
        Rule::Truths => DType::Bool,
        _ => dtype.unwrap_or_else(|| wide_type(ufunc, array.dtype())),
    }
}

/// The shape of an array with some axes made of length 1, and without them.
fn shapes(array: &Array, axes: &[usize]) -> (Shape, Shape) {
    let kept = |(axis, &length): (usize, &usize)| if axes.contains(&axis) { 1 } else { length };
    let all: Shape = array.shape().iter().enumerate().map(kept).collect();
    let less = all.iter().enumerate().filter(|(axis, _)| !axes.contains(axis)).map(|(_, &length)| length).collect();
    (all, less)
}

/// Reduces an array.
pub fn reduce(ufunc: &Ufunc, array: &Array, request: &Request<'_>) -> Outcome<(Array, Status)> {
    let axes = &request.axes;
    let computed = computed_type(ufunc, array, request.dtype);
    let chosen = ufunc.choose(computed)?;
    if chosen.output != chosen.input {
        return Err(Error::type_error(format!("ufunc '{}' cannot be used for a reduction", ufunc.name)));
    }
    let (long, short) = shapes(array, axes);
    let order = order_axes(array.rank(), &[array.strides()]);
    let target = Array::empty_ordered(&long, chosen.output, &order)?;
    if array.dtype() == DType::Bool && chosen.output == DType::I64 && ufunc.name == "add" && is_plain(array, request) {
        let count = select::count_nonzero(array) as i64;
        cast::fill_with(&target, Scalar::of(count))?;
        let shape = if request.keep { &long } else { &short };
        let result = target.reshaped_view(shape, Order::C).ok_or_else(|| Error::value("cannot reshape"))?;
        return Ok((result, Status::NONE));
    }
    if is_plain(array, request)
        && let Some(truth) = truth_of_all(ufunc, array)
    {
        cast::fill_with(&target, Scalar::of(Bool::of(truth)))?;
        let shape = if request.keep { &long } else { &short };
        let result = target.reshaped_view(shape, Order::C).ok_or_else(|| Error::value("cannot reshape"))?;
        return Ok((result, Status::NONE));
    }
    let is_truth = array.dtype() == DType::Bool;
    let looks_for = match ufunc.name {
        "logical_or" => Some(true),
        "logical_and" => Some(false),
        "maximum" if is_truth => Some(true),
        "minimum" if is_truth => Some(false),
        _ => None,
    };
    if let ([axis], Some(looks_for)) = (&axes[..], looks_for)
        && array.shape()[*axis] > 0
        && array.strides()[*axis].unsigned_abs() == array.dtype().size()
        && has_no_more(request)
    {
        truth_of_lines(array, &target, *axis, looks_for);
        let shape = if request.keep { &long } else { &short };
        let result = target.reshaped_view(shape, Order::C).ok_or_else(|| Error::value("cannot reshape"))?;
        return Ok((result, Status::NONE));
    }
    let mut source = cast::with_type(array, chosen.input)?;
    let was_cast = chosen.input != array.dtype();
    let identity = ufunc.identity_of(chosen.output);
    let is_empty = axes.iter().any(|&axis| array.shape()[axis] == 0);
    match request.initial.map(|initial| initial.cast(chosen.output)).or(identity) {
        Some(first) => cast::fill_with(&target, first)?,
        None if request.mask.is_some() => {
            let name = ufunc.name;
            return Err(Error::value(format!(
                "reduction operation '{name}' does not have an identity, so to use a where mask one has to specify 'initial'"
            )));
        }
        None if is_empty && target.size() > 0 => {
            let name = ufunc.name;
            return Err(Error::value(format!("zero-size array to reduction operation {name} which has no identity")));
        }
        None if target.size() > 0 => {
            // SAFETY: along the reduced axes only the first elements are left.
            let first = unsafe { source.view(source.data(), source.dtype(), &long, source.strides()) };
            cast::assign(&target, &first)?;
            if axes.is_empty() {
                return deliver(ufunc, array, request, target, Status::NONE);
            }
            if !ufunc.repeats {
                source = rest(ufunc, &source, axes)?;
            }
        }
        None => {}
    }
    status::clear();
    let is_sum = ufunc.name == "add" && chosen.input.is_inexact() && request.mask.is_none() && !was_cast;
    match chosen.input {
        _ if is_sum && sum_gathered(chosen.run, &source, &target) => {}
        DType::F64 if is_sum => sum_rows(-0.0f64, chosen.run, &source, &target),
        _ => run(&chosen, &source, &target, request.mask, was_cast)?,
    }
    let status = ufunc.noticed()?;
    deliver(ufunc, array, request, target, status)
}

/// Leaves out the axes that do not stay, and writes the results to where they are to go.
fn deliver(
    ufunc: &Ufunc,
    array: &Array,
    request: &Request<'_>,
    target: Array,
    status: Status,
) -> Outcome<(Array, Status)> {
    let is_gone = |axis: usize| !request.keep && request.axes.contains(&axis);
    let left = || (0..target.rank()).filter(|&axis| !is_gone(axis));
    let shape: Shape = left().map(|axis| target.shape()[axis]).collect();
    let strides: Strides = left().map(|axis| target.strides()[axis]).collect();
    // SAFETY: only dimensions of length 1 are left out.
    let result = unsafe { target.view(target.data(), target.dtype(), &shape, &strides) };
    let Some(out) = request.out else { return Ok((result, status)) };
    if out.rank() != result.rank() {
        let hint = if request.keep { " (must match the operand's when keepdims=True)" } else { "" };
        return Err(Error::value(format!(
            "output parameter for reduction operation {} has the wrong number of dimensions: Found {} but expected {}{hint}",
            ufunc.name,
            out.rank(),
            result.rank()
        )));
    }
    let longer = |&axis: &usize| request.axes.contains(&axis) && out.shape()[axis] != 1;
    if request.keep
        && let Some(axis) = (0..out.rank()).find(longer).filter(|&axis| out.shape()[axis] == array.shape()[axis])
    {
        return Err(Error::value(format!(
            "operand was set up as a reduction along axis {axis}, but the length of the axis is {} (it has to be 1)",
            out.shape()[axis]
        )));
    }
    if out.shape() != result.shape() {
        let mut lengths = out.shape().iter();
        let own = (0..array.rank()).map(|axis| if is_gone(axis) { None } else { lengths.next() });
        let own = own.map(|length| length.map_or("newaxis".into(), usize::to_string));
        let own: Vec<String> = own.skip_while(|length| length == "newaxis").collect();
        let (from, to, whole) = (shown(out.shape()), own.join(","), shown(array.shape()));
        let comma = if request.keep && own.len() == 1 { "," } else { "" };
        return Err(Error::value(format!(
            "operands could not be broadcast together with remapped shapes [original->remapped]: {from}->({to}{comma}) {whole} "
        )));
    }
    status::clear();
    cast::assign(out, &result)?;
    Ok((out.alias(), status.with(cast::heard(result.dtype(), out.dtype(), status::read()))))
}

/// All elements of a dense or one-dimensional array reduced to one: the result of [`reduce`] where nothing more is asked for,
/// without arrays for it. Nothing, if the array is another one.
pub fn of_all(ufunc: &Ufunc, array: &Array) -> Outcome<Option<(Scalar, Status)>> {
    let dtype = array.dtype();
    let step = match array.strides() {
        [step] => *step,
        _ if array.is_c_contiguous() || array.is_f_contiguous() => dtype.size() as isize,
        _ => return Ok(None),
    };
    if array.rank() == 0 || array.size() == 0 || wide_type(ufunc, dtype) != dtype {
        return Ok(None);
    }
    if let Some(truth) = truth_of_all(ufunc, array) {
        return Ok(Some((Scalar::of(Bool::of(truth)), Status::NONE)));
    }
    let chosen = ufunc.choose(dtype)?;
    if chosen.input != dtype || chosen.output != dtype || ufunc.identity.is_none() && !ufunc.repeats {
        return Ok(None);
    }
    let first = match ufunc.identity_of(dtype) {
        Some(identity) => identity,
        // SAFETY: there is a first element.
        None => unsafe { Scalar::read(dtype, array.data()) },
    };
    let mut words = [0u64; 2];
    let to = words.as_mut_ptr().cast::<u8>();
    status::clear();
    // SAFETY: the words have room for any element, and the array has so many at that step.
    let result = unsafe {
        first.write(to);
        (chosen.run)(&[to, array.data(), to], &[0, step, 0], array.size());
        Scalar::read(dtype, to)
    };
    Ok(Some((result, ufunc.noticed()?)))
}

/// Whether all elements are to be reduced, and nothing else is asked for.
fn is_plain(array: &Array, request: &Request<'_>) -> bool {
    request.axes.len() == array.rank() && has_no_more(request)
}

fn has_no_more(request: &Request<'_>) -> bool {
    request.mask.is_none() && request.initial.is_none() && request.out.is_none()
}

/// Whether any or all of the elements of each line along an axis are true.
fn truth_of_lines(array: &Array, target: &Array, axis: usize, looks_for: bool) {
    let (length, step) = (array.shape()[axis], array.strides()[axis]);
    let strides = [array.strides(), target.strides()];
    Walk::new(target.shape(), strides).run([array.data(), target.data()], |at, steps, n| {
        for i in 0..n as isize {
            let [from, to] = [0, 1].map(|k: usize| at[k].wrapping_offset(i * steps[k]));
            // SAFETY: a line has so many elements of the array's type, and the target a truth for each line.
            unsafe {
                let found = with_number!(array.dtype(), T => has_truth::<T>(from, step, length, looks_for));
                to.cast::<Bool>().write(Bool::of(found == looks_for));
            }
        }
    });
}

/// Whether any or all of the elements are true: the first ones that decide it end the search.
fn truth_of_all(ufunc: &Ufunc, array: &Array) -> Option<bool> {
    let is_extreme = array.dtype() == DType::Bool && array.size() > 0;
    let looks_for = match ufunc.name {
        "logical_or" => true,
        "logical_and" => false,
        "maximum" if is_extreme => true,
        "minimum" if is_extreme => false,
        _ => return None,
    };
    let mut found = false;
    Walk::new(array.shape(), [array.strides()]).run([array.data()], |at, steps, n| {
        // SAFETY: the row has so many elements of the array's type.
        found = found || with_number!(array.dtype(), T => unsafe { has_truth::<T>(at[0], steps[0], n, looks_for) });
    });
    Some(found == looks_for)
}

/// Whether one element of a row is true, or one is false.
///
/// # Safety
/// There are `n` elements at that step.
unsafe fn has_truth<T: To<Bool>>(row: *mut u8, step: isize, n: usize, truth: bool) -> bool {
    let mut found = false;
    // SAFETY: the caller's promise; the answer has room.
    unsafe { find_truth::<T>(&[row, (&raw mut found).cast()], &[step, isize::from(truth)], n) };
    found
}

versions! { find_truth<T: To<Bool>> = look_for_truth }

/// Loops, not closures: those would be compiled for any processor.
///
/// # Safety
/// There are `n` elements at the first place at the first step, and a truth at the second; the last step is what is looked for.
#[inline(always)]
unsafe fn look_for_truth<T: To<Bool>>(at: &[*mut u8], steps: &[isize], n: usize) {
    const CHUNK: usize = 512;
    const SOME: usize = 32;
    let (step, wanted) = (steps[0], steps[1] != 0);
    let mut found = false;
    // SAFETY: the caller's promise.
    unsafe {
        if step == size_of::<T>() as isize {
            for chunk in std::slice::from_raw_parts(at[0].cast::<T>(), n).chunks(CHUNK) {
                for item in chunk {
                    found |= item.to().get() == wanted;
                }
                if found {
                    break;
                }
            }
        } else {
            // Some at a time, without a branch at each.
            for start in (0..n).step_by(SOME) {
                for i in start..n.min(start + SOME) {
                    found |= at[0].offset(i as isize * step).cast::<T>().read().to().get() == wanted;
                }
                if found {
                    break;
                }
            }
        }
        at[1].cast::<bool>().write(found);
    }
}

/// The elements after the first ones, along the one axis of a reduction whose order matters.
fn rest(ufunc: &Ufunc, source: &Array, axes: &[usize]) -> Outcome<Array> {
    let [axis] = axes[..] else {
        let name = ufunc.name;
        return Err(Error::value(format!(
            "reduction operation '{name}' is not reorderable, so at most one axis may be specified"
        )));
    };
    let mut shape: Shape = source.shape().into();
    shape[axis] -= 1;
    let step = source.strides()[axis];
    // SAFETY: there is a first element, and the view begins after it.
    Ok(unsafe { source.view(source.data().wrapping_offset(step), source.dtype(), &shape, source.strides()) })
}

/// The steps of a target along the axes of a source: none where that is reduced.
fn target_steps(source: &Array, target: &Array) -> Strides {
    (0..source.rank()).map(|axis| if target.shape()[axis] == 1 { 0 } else { target.strides()[axis] }).collect()
}

/// Sums of what does not lie in one row but comes to one sum. numpy gathers so many axes, from the innermost on, as a piece has room for,
/// and as many of the next one as still go in; how it sums is how many elements stand in a piece. Tells whether there is such a sum.
fn sum_gathered(run: Loop, source: &Array, target: &Array) -> bool {
    let steps = target_steps(source, target);
    let walk = Walk::new(source.shape(), [&steps, source.strides()]);
    let (axes, is_reduced) = (walk.shape.len(), |axis: usize| walk.strides[0][axis] == 0);
    let mut whole = *walk.shape.last().unwrap_or(&0);
    if axes < 2 || !is_reduced(axes - 1) || !is_reduced(axes - 2) || whole == 0 || whole > PIECE {
        return false;
    }
    let mut first = axes - 1;
    while first > 0 && is_reduced(first - 1) && whole * walk.shape[first - 1] <= PIECE {
        first -= 1;
        whole *= walk.shape[first];
    }
    let next = first.checked_sub(1).filter(|&axis| is_reduced(axis));
    let (many, apart) = next.map_or((1, 0), |axis| (walk.shape[axis], walk.strides[1][axis]));
    let at_once = (PIECE / whole.max(1)).max(1);
    let size = source.dtype().size();
    let mut piece = vec![0u64; (PIECE * size).div_ceil(8)];
    let (piece, copy) = (piece.as_mut_ptr().cast::<u8>(), cast::loop_for(source.dtype(), source.dtype()));
    walk.outer(next.unwrap_or(first)).run([target.data(), source.data()], |at, steps, n| {
        for i in 0..n as isize {
            let [to, from] = [0, 1].map(|k: usize| at[k].wrapping_offset(i * steps[k]));
            for start in (0..many).step_by(at_once) {
                let part = walk.part(1, first, (at_once.min(many - start), apart));
                let mut count = 0;
                part.run([from.wrapping_offset(start as isize * apart)], |at, steps, n| {
                    let place = piece.wrapping_add(count * size);
                    // SAFETY: the source has these elements, and the piece has room for them.
                    unsafe { copy([place, at[0]], [size as isize, steps[0]], n) };
                    count += n;
                });
                // SAFETY: the piece has so many elements of the loop's type; the target is none of them.
                unsafe { run(&[to, piece, to], &[0, size as isize, 0], count) };
            }
        }
    });
    true
}

/// Sums of rows. Those of rows that are not halved are taken at once: the loop, compiled for wide vectors, takes longer.
fn sum_rows<T: Summand>(zero: T, run: Loop, source: &Array, target: &Array) {
    let steps = target_steps(source, target);
    Walk::new(source.shape(), [&steps, source.strides()]).run([target.data(), source.data()], |at, steps, n| {
        // SAFETY: the rows are of this type, the loop's; target and source do not overlap.
        unsafe {
            if steps[0] == 0 && n <= UNDIVIDED {
                let to = at[0].cast::<T>();
                to.write(to.read() + pairwise(zero, at[1], steps[1], n));
            } else {
                run(&[at[0], at[1], at[0]], &[steps[0], steps[1], steps[0]], n);
            }
        }
    });
}

fn run(
    chosen: &super::ufunc::Chosen,
    source: &Array,
    target: &Array,
    mask: Option<&Array>,
    in_pieces: bool,
) -> Outcome<()> {
    let shape = source.shape();
    let steps = target_steps(source, target);
    if let Some(mask) = mask {
        let mask = cast::with_type(mask, DType::Bool)?;
        let mask = mask.broadcast_view(shape).ok_or_else(|| Error::value("where does not fit"))?;
        Walk::new(shape, [&steps, source.strides(), mask.strides()]).run(
            [target.data(), source.data(), mask.data()],
            |at, steps, n| {
                for i in 0..n as isize {
                    let to = at[0].wrapping_offset(i * steps[0]);
                    // SAFETY: the places are those of elements of the loop's types; the mask holds truths.
                    unsafe {
                        if at[2].wrapping_offset(i * steps[2]).read() != 0 {
                            (chosen.run)(&[to, at[1].wrapping_offset(i * steps[1]), to], &[0; 3], 1);
                        }
                    }
                }
            },
        );
        return Ok(());
    }
    Walk::new(shape, [&steps, source.strides()]).run([target.data(), source.data()], |at, steps, n| {
        let piece = if in_pieces && steps[0] == 0 { PIECE } else { n.max(1) };
        let mut done = 0;
        while done < n {
            let count = piece.min(n - done);
            let [to, from] = [0, 1].map(|k: usize| at[k].wrapping_offset(done as isize * steps[k]));
            // SAFETY: the rows are of the loop's types; target and source do not overlap.
            unsafe { (chosen.run)(&[to, from, to], &[steps[0], steps[1], steps[0]], count) };
            done += count;
        }
    });
    Ok(())
}

/// The running results of an operator along an axis.
pub fn accumulate(
    ufunc: &Ufunc,
    array: &Array,
    axis: usize,
    dtype: Option<DType>,
    out: Option<&Array>,
) -> Outcome<(Array, Status)> {
    let computed = computed_type(ufunc, array, dtype);
    let chosen = ufunc.choose(computed)?;
    if chosen.output != chosen.input {
        return Err(Error::type_error(format!("ufunc '{}' cannot be used for an accumulation", ufunc.name)));
    }
    let source = cast::with_type(array, chosen.input)?;
    let target = cast::result_like(&source, chosen.output)?;
    status::clear();
    if source.size() > 0 {
        let length = source.shape()[axis];
        let (from, to) = (source.strides()[axis], target.strides()[axis]);
        let mut lines: Shape = source.shape().into();
        lines[axis] = 1;
        Walk::new(&lines, [source.strides(), target.strides()]).run([source.data(), target.data()], |at, steps, n| {
            for i in 0..n as isize {
                let (a, b) = (at[0].wrapping_offset(i * steps[0]), at[1].wrapping_offset(i * steps[1]));
                // SAFETY: a line has `length` elements at these steps in both arrays. The loops of operators that have
                // an accumulation see that each result is the first operand of the next.
                unsafe {
                    std::ptr::copy_nonoverlapping(a, b, chosen.input.size());
                    if length > 1 {
                        let row = [b, a.wrapping_offset(from), b.wrapping_offset(to)];
                        (chosen.run)(&row, &[to, from, to], length - 1);
                    }
                }
            }
        });
    }
    let status = ufunc.noticed()?;
    match out {
        Some(out) => {
            cast::assign(out, &target)?;
            Ok((out.alias(), status))
        }
        None => Ok((target, status)),
    }
}

/// The results of an operator between the elements from each of some places up to the next; where the next place does not
/// come after, the one element there. What comes after the first element is taken into it, line by line: so are numpy's sums.
pub fn reduce_at(
    ufunc: &Ufunc,
    array: &Array,
    places: &[i64],
    axis: usize,
    dtype: Option<DType>,
) -> Outcome<(Array, Status)> {
    let length = array.shape()[axis];
    if let Some(&place) = places.iter().find(|&&place| place < 0 || place >= length as i64) {
        let name = ufunc.name;
        return Err(Error::index(format!("index {place} out-of-bounds in {name}.reduceat [0, {length})")));
    }
    let chosen = ufunc.choose(computed_type(ufunc, array, dtype))?;
    if chosen.output != chosen.input {
        return Err(Error::type_error(format!("ufunc '{}' cannot be used for a reduction", ufunc.name)));
    }
    let source = cast::with_type(array, chosen.input)?;
    let (mut shape, mut lines): (Shape, Shape) = (source.shape().into(), source.shape().into());
    shape[axis] = places.len();
    lines[axis] = usize::from(!places.is_empty());
    let target = Array::empty(&shape, chosen.output, Order::C)?;
    let (from, to, size) = (source.strides()[axis], target.strides()[axis], chosen.input.size());
    let ends = places.iter().skip(1).copied().chain([length as i64]);
    status::clear();
    Walk::new(&lines, [source.strides(), target.strides()]).run([source.data(), target.data()], |at, steps, n| {
        for i in 0..n as isize {
            let (line, mut cell) = (at[0].wrapping_offset(i * steps[0]), at[1].wrapping_offset(i * steps[1]));
            for (&place, end) in places.iter().zip(ends.clone()) {
                let first = line.wrapping_offset(place as isize * from);
                // SAFETY: the line has an element at each place and at those up to its end, and the target a cell for each place.
                unsafe {
                    std::ptr::copy_nonoverlapping(first, cell, size);
                    if end - place > 1 {
                        let rest = first.wrapping_offset(from);
                        (chosen.run)(&[cell, rest, cell], &[0, from, 0], (end - place - 1) as usize);
                    }
                }
                cell = cell.wrapping_offset(to);
            }
        }
    });
    Ok((target, ufunc.noticed()?))
}

/// How elements are ordered: what is not a number comes last.
pub trait Ordered: Element {
    /// Whether it is a number.
    fn is_number(self) -> bool;
    /// `self < other`
    fn is_before(self, other: Self) -> bool;
    /// Whether it is sorted before another.
    #[inline(always)]
    fn sorts_before(self, other: Self) -> bool {
        self.is_before(other) | (self.is_number() & !other.is_number())
    }
    /// The order in which elements are sorted.
    fn order(self, other: Self) -> std::cmp::Ordering {
        match (self.is_number(), other.is_number()) {
            (true, true) if self.is_before(other) => std::cmp::Ordering::Less,
            (true, true) if other.is_before(self) => std::cmp::Ordering::Greater,
            (true, false) => std::cmp::Ordering::Less,
            (false, true) => std::cmp::Ordering::Greater,
            _ => std::cmp::Ordering::Equal,
        }
    }
}

macro_rules! ordered {
    ($($type:ty)*) => {
        $(impl Ordered for $type {
            #[inline(always)]
            #[allow(clippy::eq_op)]
            fn is_number(self) -> bool {
                self == self
            }
            #[inline(always)]
            fn is_before(self, other: $type) -> bool {
                self < other
            }
        })*
    };
}

ordered! { i8 u8 i16 u16 i32 u32 i64 u64 f32 f64 Bool }

macro_rules! ordered_complex {
    ($($type:ty)*) => {
        $(impl Ordered for $type {
            #[inline(always)]
            fn is_number(self) -> bool {
                !self.re.is_nan() && !self.im.is_nan()
            }
            #[inline(always)]
            fn is_before(self, other: $type) -> bool {
                self.re < other.re || (self.re == other.re && self.im < other.im)
            }
            fn sorts_before(self, other: $type) -> bool {
                self.order(other).is_lt()
            }
            /// Parts that are numbers count, and the more of them there are, the real one above all, the earlier it comes.
            fn order(self, other: $type) -> std::cmp::Ordering {
                let missing = |z: $type| (z.re.is_nan(), z.im.is_nan());
                let part = |a: f64, b: f64| a.partial_cmp(&b).unwrap_or(std::cmp::Ordering::Equal);
                let parts = part(self.re.into(), other.re.into()).then(part(self.im.into(), other.im.into()));
                missing(self).cmp(&missing(other)).then(parts)
            }
        })*
    };
}

ordered_complex! { C64 C128 }
