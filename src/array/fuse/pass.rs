//! Computing an expression in one pass: into a new array, into one that is there, or through a reduction.
//!
//! In: an expression. Out: results to the bit as if it had been computed operation by operation, and what was noticed. Where a target
//! shares elements with operands, results wait in blocks until nobody reads what they replace any more. Nothing is done, and nothing
//! given, where a pass would be no gain or could not be undone.
#![allow(unsafe_code)]

use super::plan::{BLOCK, Plan, Sharing, To};
use super::worker::{Line, Worker};
use super::{Expression, Node, Noticed, SAVED, team};
use crate::array::cast;
use crate::array::dtype::DType;
use crate::array::element::STREAMED_FROM;
use crate::array::error::Outcome;
use crate::array::ndarray::{Array, Order, Shape, strides_of};
use crate::array::scalar::Scalar;
use crate::array::status::{self, Status};
use crate::array::ufunc::Ufunc;
use crate::array::ufunc::loops::{Loop, Summand, pairwise};
use crate::array::walk::order_axes;
use std::collections::VecDeque;
use std::ops::Range;

/// So many bytes of results wait at most.
const MOST_WAITING: isize = 1 << 20;

/// Copies bytes past the caches.
///
/// # Safety
/// There are so many on both sides.
unsafe fn stream(from: *const u8, to: *mut u8, bytes: usize) {
    #[cfg(target_arch = "x86_64")]
    {
        use std::arch::x86_64::{__m128i, _mm_loadu_si128, _mm_sfence, _mm_stream_si128};
        let whole = if to.addr().is_multiple_of(16) { bytes / 16 } else { 0 };
        // SAFETY: the caller's promise; the target is aligned where it has to be.
        unsafe {
            for place in 0..whole {
                let vector = _mm_loadu_si128(from.cast::<__m128i>().add(place));
                _mm_stream_si128(to.cast::<__m128i>().add(place), vector);
            }
            _mm_sfence();
            std::ptr::copy_nonoverlapping(from.add(whole * 16), to.add(whole * 16), bytes - whole * 16);
        }
    }
    #[cfg(not(target_arch = "x86_64"))]
    // SAFETY: the caller's promise.
    unsafe {
        std::ptr::copy_nonoverlapping(from, to, bytes)
    };
}

/// An address that may go to another thread, whose part of what lies there is its own.
#[derive(Clone, Copy)]
struct Address(*mut u8);

// SAFETY: whoever writes through it writes to elements that nobody else reads or writes meanwhile.
unsafe impl Send for Address {}
// SAFETY: as above.
unsafe impl Sync for Address {}

impl Address {
    fn at(self, offset: usize) -> *mut u8 {
        self.0.wrapping_add(offset)
    }
}

/// Computes a run of elements block by block, and has each copied from where it is to so many bytes behind the first element.
fn in_blocks(worker: &mut Worker<'_>, run: Range<usize>, size: usize, copy: impl Fn(*const u8, usize, usize)) {
    let most = worker.at_once().max(BLOCK);
    let mut block = vec![Line([0; 8]); most * size / 64];
    let block: *mut u8 = block.as_mut_ptr().cast();
    for start in run.clone().step_by(most) {
        let count = most.min(run.end - start);
        // SAFETY: there is room for a block.
        unsafe { worker.fill(start, count, To::Dense(block)) };
        copy(block, start * size, count * size);
    }
}

impl Expression {
    fn size(&self) -> usize {
        self.shape.iter().product()
    }

    /// The plan for results with these strides, if one pass is no loss.
    fn plan(&self, strides: &[isize], is_shared: bool) -> Option<Plan> {
        let is_operation = matches!(self.node, Node::Apply(..) | Node::Choose(_) | Node::Cast(_));
        if !is_operation || self.size() == 0 {
            return None;
        }
        Some(Plan::new(self, strides, is_shared)).filter(|plan| !plan.is_short())
    }

    /// Computes it into a new array.
    pub fn compute(&self) -> Outcome<Option<(Array, Noticed)>> {
        let Some(plan) = self.plan(&self.strides, false) else { return Ok(None) };
        let axes = order_axes(self.shape.len(), &[&self.strides]);
        let target = Array::empty_ordered(&self.shape, self.dtype, &axes)?;
        let (to, size) = (Address(target.data()), self.dtype.size());
        let parts = team::parts(self.size(), team::size(self.size(), self.operations), BLOCK);
        let past_caches = self.size() * size >= STREAMED_FROM && target.is_in_old_memory();
        let noticed = team::each(&plan, parts, |worker, part: Range<usize>| {
            if past_caches {
                // SAFETY: there is room in the target for each element, and nobody reads it.
                return in_blocks(worker, part, size, |block, start, bytes| unsafe {
                    stream(block, to.at(start), bytes)
                });
            }
            // SAFETY: the target is new, and has as many elements, one after the other in this order.
            unsafe { worker.fill(part.start, part.len(), To::Dense(to.at(part.start * size))) };
        });
        SAVED.set(SAVED.get() + self.operations.saturating_sub(1));
        Ok(Some((target, plan.told(&noticed))))
    }

    /// Computes it into an array of its type and shape.
    pub fn compute_into(&self, target: &Array) -> Option<Noticed> {
        if self.may_fail() || target.shape() != &self.shape[..] || target.dtype() != self.dtype {
            return None;
        }
        let mut plan = self.plan(target.strides(), true).filter(|plan| plan.is_ascending(self.dtype.size()))?;
        let sharing = plan.sharing(target)?;
        let is_row = plan.row() == self.size() && plan.step() == self.dtype.size() as isize;
        if let (Sharing::Same, false) = (sharing, is_row) {
            plan.separate();
        }
        let noticed = match sharing {
            Sharing::Same if is_row => {
                let (to, size) = (Address(target.data()), self.dtype.size());
                let parts = team::parts(self.size(), team::size(self.size(), self.operations), BLOCK);
                team::each(&plan, parts, |worker, part: Range<usize>| {
                    // SAFETY: a block replaces operands that were read, and are those of no other.
                    in_blocks(worker, part, size, |block, start, bytes| unsafe {
                        std::ptr::copy_nonoverlapping(block, to.at(start), bytes);
                    });
                })
            }
            Sharing::Apart | Sharing::Same => {
                let to = Address(target.data());
                let parts = team::parts(self.size(), team::size(self.size(), self.operations), BLOCK);
                team::each(&plan, parts, |worker, part: Range<usize>| {
                    // SAFETY: the target has the shape that the plan was made for; operands are read before results replace them.
                    unsafe { worker.fill(part.start, part.len(), To::Array(to.at(0))) };
                })
            }
            Sharing::Behind(delay) if delay <= MOST_WAITING => {
                let mut worker = Worker::new(&plan);
                self.delayed(&plan, &mut worker, target, delay);
                worker.noticed().to_vec()
            }
            Sharing::Behind(_) => return None,
        };
        SAVED.set(SAVED.get() + self.operations);
        Some(plan.told(&noticed))
    }

    /// Computes it into an array that operands share elements with, which are read so many bytes behind where results go.
    fn delayed(&self, plan: &Plan, worker: &mut Worker<'_>, target: &Array, delay: isize) {
        let (size, row, count) = (self.dtype.size(), plan.row(), self.size());
        let copy = cast::loop_for(self.dtype, self.dtype);
        let mut waiting: VecDeque<(Vec<[u64; 2]>, isize, usize)> = VecDeque::new();
        let mut free: Vec<Vec<[u64; 2]>> = Vec::new();
        let (mut start, mut place) = (0, 0);
        while start < count {
            let length = BLOCK.min(row - start % row).min(count - start);
            let mut room = free.pop().unwrap_or_else(|| vec![[0; 2]; BLOCK * size / 16]);
            // SAFETY: there is room for a block.
            unsafe { worker.fill(start, length, To::Dense(room.as_mut_ptr().cast())) };
            waiting.push_back((room, place, length));
            start += length;
            place = if start < count { plan.offset(start) } else { isize::MAX - delay.max(0) };
            while let Some((_, first, length)) = waiting.front() {
                let end = first + (*length as isize - 1) * plan.step() + size as isize;
                if end + delay.max(0) > place {
                    break;
                }
                let (mut room, first, length) = waiting.pop_front().expect("it is in front");
                let to = target.data().wrapping_offset(first);
                // SAFETY: the results are those of elements of one row of the target, which nobody reads any more.
                unsafe {
                    copy([to, room.as_mut_ptr().cast()], [plan.step(), size as isize], length);
                }
                free.push(room);
            }
        }
    }

    /// Reduces it along some axes, with a function that gives the type it takes.
    pub fn reduce(&self, ufunc: &'static Ufunc, axes: &[usize], keep: bool) -> Outcome<Option<(Array, Noticed)>> {
        let rank = self.shape.len();
        let Some(plan) = self.plan(&self.strides, false) else { return Ok(None) };
        let (Ok(chosen), false) = (ufunc.choose(self.dtype), self.may_fail()) else { return Ok(None) };
        let is_sum = ufunc.name == "add" && self.dtype.is_inexact();
        if chosen.input != self.dtype || chosen.output != self.dtype || is_sum && self.dtype.is_complex() {
            return Ok(None);
        }
        let in_order = strides_of(&self.shape, self.dtype.size(), Order::C) == self.strides;
        let (is_whole, is_last, is_first) = (
            axes.len() == rank,
            in_order && axes.iter().rev().zip((0..rank).rev()).all(|(&axis, place)| axis == place),
            in_order && axes.iter().zip(0..rank).all(|(&axis, place)| axis == place),
        );
        if axes.is_empty() || !(is_whole || is_last || is_first) {
            return Ok(None);
        }
        let kept = |axis: &usize| !axes.contains(axis);
        let shape: Shape = match keep {
            true => (0..rank).map(|axis| if kept(&axis) { self.shape[axis] } else { 1 }).collect(),
            false => (0..rank).filter(kept).map(|axis| self.shape[axis]).collect(),
        };
        let length: usize = axes.iter().map(|&axis| self.shape[axis]).product();
        let target = Array::empty(&shape, self.dtype, Order::C)?;
        let identity = ufunc.identity_of(self.dtype);
        let fold = Fold { run: chosen.run, identity, is_sum, dtype: self.dtype, operations: self.operations };
        let keeps_order = ufunc.name == "multiply";
        // A single sum is that of a row, whatever the axes are called.
        let (noticed, status) = match (is_whole || target.size() == 1, is_last) {
            (true, _) => fold.whole(&plan, length, target.data(), keeps_order),
            (_, true) => fold.lines(&plan, target.size(), length, target.data()),
            _ => fold.columns(&plan, length, target.size(), target.data()),
        };
        SAVED.set(SAVED.get() + self.operations);
        let mut told = plan.told(&noticed);
        let status = if ufunc.repeats { status.without(Status::INVALID) } else { status };
        if !status.is_none() {
            told.push((status, "reduce"));
        }
        Ok(Some((target, told)))
    }
}

/// A reduction of rows of one type.
struct Fold {
    run: Loop,
    identity: Option<Scalar>,
    /// Sums of floats go by halves.
    is_sum: bool,
    dtype: DType,
    operations: u64,
}

/// Room for the elements of a block, and what was noticed in reducing them.
struct Room {
    block: Vec<Line>,
    noticed: Status,
}

impl Fold {
    fn room(&self) -> Room {
        Room { block: vec![Line([0; 8]); BLOCK * self.dtype.size() / 64], noticed: Status::NONE }
    }

    /// Takes so many elements into the one at an address.
    fn take(&self, cell: *mut u8, from: *mut u8, count: usize, room: &mut Room) {
        // SAFETY: there are so many elements, and the cell is none of them.
        unsafe { (self.run)(&[cell, from, cell], &[0, self.dtype.size() as isize, 0], count) };
        self.listen(room);
    }

    fn listen(&self, room: &mut Room) {
        let status = status::read();
        if !status.is_none() {
            room.noticed = room.noticed.with(status);
            status::clear();
        }
    }

    /// Puts what a reduction begins with at an address: its identity, or the first element.
    fn begin(&self, cell: *mut u8, first: *const u8) {
        // SAFETY: both are elements of this type.
        unsafe {
            match self.identity {
                Some(identity) => identity.write(cell),
                None => std::ptr::copy_nonoverlapping(first, cell, self.dtype.size()),
            }
        }
    }

    /// The sum of a run of elements by halves, as that of an array of them.
    fn halves(&self, worker: &mut Worker<'_>, run: Range<usize>, cell: *mut u8, room: &mut Room) {
        let count = run.len();
        if count <= BLOCK {
            let block = room.block.as_mut_ptr().cast();
            // SAFETY: there is room for a block, and the cell is an element.
            unsafe {
                worker.fill(run.start, count, To::Dense(block));
                Scalar::of(-0.0).cast(self.dtype).write(cell);
            }
            return self.take(cell, block, count, room);
        }
        let middle = run.start + half(count);
        let mut other = [0u64; 2];
        self.halves(worker, run.start..middle, cell, room);
        self.halves(worker, middle..run.end, other.as_mut_ptr().cast(), room);
        self.take(cell, other.as_mut_ptr().cast(), 1, room);
    }

    /// A run of elements, one block after the other, taken into one element.
    fn blocks(&self, worker: &mut Worker<'_>, run: Range<usize>, cell: *mut u8, room: &mut Room) {
        for start in run.clone().step_by(BLOCK) {
            let count = BLOCK.min(run.end - start);
            let block: *mut u8 = room.block.as_mut_ptr().cast();
            // SAFETY: there is room for a block.
            unsafe { worker.fill(start, count, To::Dense(block)) };
            if start == run.start {
                self.begin(cell, block);
            }
            self.take(cell, block, count, room);
        }
    }

    /// One run of elements, whatever it takes.
    fn run(&self, worker: &mut Worker<'_>, run: Range<usize>, cell: *mut u8, room: &mut Room) {
        match self.is_sum {
            true => self.halves(worker, run, cell, room),
            false => self.blocks(worker, run, cell, room),
        }
    }

    /// All elements into one.
    fn whole(&self, plan: &Plan, count: usize, target: *mut u8, keeps_order: bool) -> (Vec<Status>, Status) {
        let workers = if keeps_order { 1 } else { team::size(count, self.operations + 1) };
        let runs = match self.is_sum {
            true => {
                let mut runs = std::iter::once(0..count).collect::<Vec<_>>();
                while runs.len() < workers && runs.iter().all(|run| run.len() > BLOCK) {
                    let split = |run: Range<usize>| {
                        let middle = run.start + half(run.len());
                        [run.start..middle, middle..run.end]
                    };
                    runs = runs.into_iter().flat_map(split).collect();
                }
                runs
            }
            false => team::parts(count, workers, BLOCK),
        };
        let mut cells = vec![[0u64; 2]; runs.len()];
        let status = std::sync::atomic::AtomicU8::new(0);
        let parts: Vec<_> = cells.iter_mut().zip(runs).collect();
        let noticed = team::each(plan, parts, |worker, (cell, run)| {
            let mut room = self.room();
            self.run(worker, run, cell.as_mut_ptr().cast(), &mut room);
            status.fetch_or(room.noticed.bits(), std::sync::atomic::Ordering::Relaxed);
        });
        let mut room = self.room();
        status::clear();
        // Neighbours come together first: sums of halves were split that way.
        while cells.len() > 1 {
            let pairs = cells.chunks_mut(2).map(|pair| {
                if let [first, second] = pair {
                    self.take(first.as_mut_ptr().cast(), second.as_mut_ptr().cast(), 1, &mut room);
                }
                pair[0]
            });
            cells = pairs.collect();
        }
        if let Some(only) = cells.first_mut() {
            self.begin(target, only.as_ptr().cast());
            self.take(target, only.as_mut_ptr().cast(), 1, &mut room);
        }
        (noticed, room.noticed.with(Status::from_bits(status.into_inner())))
    }

    /// Each line of elements that lie one after the other into one.
    fn lines(&self, plan: &Plan, lines: usize, length: usize, target: *mut u8) -> (Vec<Status>, Status) {
        let (to, size) = (Address(target), self.dtype.size());
        let status = std::sync::atomic::AtomicU8::new(0);
        let parts = team::parts(lines, team::size(lines * length, self.operations + 1), 1);
        let noticed = team::each(plan, parts, |worker, part: Range<usize>| {
            let mut room = self.room();
            let many = (BLOCK / length).max(1);
            for first in part.clone().step_by(many) {
                let count = many.min(part.end - first);
                if length > BLOCK {
                    let mut cell = [0u64; 2];
                    let cell: *mut u8 = cell.as_mut_ptr().cast();
                    self.run(worker, first * length..(first + 1) * length, cell, &mut room);
                    self.begin(to.at(first * size), cell);
                    self.take(to.at(first * size), cell, 1, &mut room);
                    continue;
                }
                let block: *mut u8 = room.block.as_mut_ptr().cast();
                // SAFETY: there is room for a block.
                unsafe { worker.fill(first * length, count * length, To::Dense(block)) };
                let cells = to.at(first * size);
                // SAFETY: the block has so many lines, and there is a cell for each of them.
                if !(self.is_sum && unsafe { sum_lines(self.dtype, block, (count, length), cells) }) {
                    for line in 0..count {
                        let from = block.wrapping_add(line * length * size);
                        let cell = cells.wrapping_add(line * size);
                        self.begin(cell, from);
                        // SAFETY: the line has so many elements, and the cell is none of them.
                        unsafe { (self.run)(&[cell, from, cell], &[0, size as isize, 0], length) };
                    }
                }
                self.listen(&mut room);
            }
            status.fetch_or(room.noticed.bits(), std::sync::atomic::Ordering::Relaxed);
        });
        (noticed, Status::from_bits(status.into_inner()))
    }

    /// All lines into one, element by element. Short ones are computed so many at a time as a block has room for.
    fn columns(&self, plan: &Plan, lines: usize, length: usize, target: *mut u8) -> (Vec<Status>, Status) {
        let (to, size) = (Address(target), self.dtype.size());
        let status = std::sync::atomic::AtomicU8::new(0);
        let many = (BLOCK / length).max(1);
        let parts = team::parts(length, team::size(lines * length, self.operations + 1), BLOCK);
        let noticed = team::each(plan, parts, |worker, part: Range<usize>| {
            let mut room = self.room();
            for first in (0..lines).step_by(many) {
                let left = many.min(lines - first) - 1;
                for start in part.clone().step_by(BLOCK) {
                    let count = BLOCK.min(part.end - start);
                    let block: *mut u8 = room.block.as_mut_ptr().cast();
                    let row = to.at(start * size);
                    // SAFETY: there is room for a block: where lines are more than one, they are whole, and go into it.
                    unsafe { worker.fill(first * length + start, left * length + count, To::Dense(block)) };
                    if first == 0 {
                        for place in 0..count {
                            self.begin(row.wrapping_add(place * size), block.wrapping_add(place * size));
                        }
                    }
                    for line in 0..=left {
                        let from = block.wrapping_add(line * length * size);
                        // SAFETY: the block has so many lines; the target has a place for each element of a line.
                        unsafe { (self.run)(&[row, from, row], &[size as isize; 3], count) };
                    }
                    self.listen(&mut room);
                }
            }
            status.fetch_or(room.noticed.bits(), std::sync::atomic::Ordering::Relaxed);
        });
        (noticed, Status::from_bits(status.into_inner()))
    }
}

/// Sums of lines of floats that lie one after the other: to call a loop for a short one takes longer than it does. Tells whether they are
/// such.
unsafe fn sum_lines(dtype: DType, block: *const u8, lines: (usize, usize), cells: *mut u8) -> bool {
    unsafe fn of<T: Summand + Default>(
        minus_zero: T,
        block: *const u8,
        (count, length): (usize, usize),
        cells: *mut u8,
    ) {
        let size = size_of::<T>();
        for line in 0..count {
            let from = block.wrapping_add(line * length * size);
            // SAFETY: the caller's promise.
            unsafe {
                let sum = T::default() + pairwise(minus_zero, from, size as isize, length);
                cells.cast::<T>().add(line).write(sum);
            }
        }
    }
    // SAFETY: the caller's promise.
    unsafe {
        match dtype {
            DType::F64 => of(-0.0f64, block, lines, cells),
            DType::F32 => of(-0.0f32, block, lines, cells),
            _ => return false,
        }
    }
    true
}

/// How many elements the first half of a sum has.
fn half(count: usize) -> usize {
    count / 2 - count / 2 % 8
}
