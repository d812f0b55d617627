//! Computing runs of elements by a plan, block after block.
//!
//! In: a plan, and a run of the elements of its expression. Out: the results, and what was noticed in each operation. Blocks stay in the first
//! cache.
#![allow(unsafe_code)]

use super::gather::Gathered;
use super::plan::{AtOnce, BLOCK, FILLED, MOST_ROWS, Plan, Run, Step, To, WIDEST};
use crate::array::ndarray::Shape;
use crate::array::status::{self, Status};
use smallvec::{SmallVec, smallvec};
use std::cell::Cell;

/// A line of the cache. Vectors that cross one take twice as long.
#[derive(Clone, Copy)]
#[repr(align(64))]
pub struct Line(#[expect(dead_code, reason = "it is read by its address")] pub [u64; 8]);

thread_local! {
    /// Room for the blocks of the last worker of this thread, which the next one takes over.
    static ROOM: Cell<Vec<Line>> = const { Cell::new(Vec::new()) };
}

/// Computes runs of elements.
pub struct Worker<'a> {
    plan: &'a Plan,
    /// The blocks of constants, and those of what is computed in between.
    room: Vec<Line>,
    /// Where the row begins in each leaf.
    at: SmallVec<[*mut u8; 8]>,
    /// Where all rows of the block are that is computed.
    rows: SmallVec<[*mut u8; 24]>,
    /// The size of the results of each step.
    sizes: SmallVec<[isize; 8]>,
    gathered: Option<Gathered>,
    index: Shape,
    noticed: SmallVec<[Status; 8]>,
}

impl<'a> Worker<'a> {
    /// A worker.
    pub fn new(plan: &'a Plan) -> Worker<'a> {
        let blocks = plan.filled.len() * FILLED + plan.temporaries.len() * plan.apart();
        let mut room = ROOM.take();
        room.resize(room.len().max(blocks / 64), Line([0; 8]));
        let most = plan.block.max(BLOCK).min(plan.way.shape.iter().product());
        for (block, &(constant, size)) in room.chunks_exact_mut(FILLED / 64).zip(&plan.filled) {
            // An element, repeated, fills the words of a block: none of those that are joined is wider than a word.
            let mut word = plan.constants[constant][0].to_ne_bytes();
            let first: SmallVec<[u8; 8]> = word[..size].into();
            word.iter_mut().zip(first.iter().cycle()).for_each(|(to, &from)| *to = from);
            block[..(most * size).div_ceil(64)].fill(Line([u64::from_ne_bytes(word); 8]));
        }
        let start = room.as_mut_ptr().cast::<u8>();
        let scratch = start.wrapping_add(plan.filled.len() * FILLED);
        let mut rows: SmallVec<[*mut u8; 24]> = smallvec![std::ptr::null_mut(); plan.way.leaves.len()];
        rows.extend(plan.constants.iter().map(|constant| constant.as_ptr().cast_mut().cast()));
        rows.extend((0..plan.filled.len()).map(|at| start.wrapping_add(at * FILLED)));
        rows.extend((0..plan.temporaries.len()).map(|at| scratch.wrapping_add(at * plan.apart())));
        rows.push(std::ptr::null_mut());
        debug_assert!(rows.len() == plan.last_row() + 1);
        let size = |step: &Step| step.parts.last().map_or(0, |part| part.rows[part.rows.len() - 1].1);
        Worker {
            plan,
            room,
            at: smallvec![std::ptr::null_mut(); plan.way.leaves.len()],
            rows,
            sizes: plan.steps.iter().map(size).collect(),
            gathered: plan.is_gathered.then(|| Gathered::new(&plan.way)),
            index: Shape::new(),
            noticed: smallvec![Status::NONE; plan.names.len()],
        }
    }

    /// How many elements it computes at a time.
    pub fn at_once(&self) -> usize {
        self.plan.block
    }

    /// What was noticed in each step.
    pub fn noticed(&self) -> &[Status] {
        &self.noticed
    }

    /// Computes so many elements from one on.
    ///
    /// # Safety
    /// There are so many. They have room where they go, which overlaps no operand, or as a whole only the first one of the only step.
    pub unsafe fn fill(&mut self, start: usize, count: usize, to: To) {
        let way = &self.plan.way;
        status::clear();
        if let (Some(mut gathered), To::Dense(place)) = (self.gathered.take(), to) {
            let mut done = 0;
            while done < count {
                let many = gathered.bring(way, start + done, count - done);
                self.rows
                    .iter_mut()
                    .take(way.leaves.len())
                    .enumerate()
                    .for_each(|(leaf, row)| *row = gathered.place(leaf));
                self.block(0, many, place.wrapping_add(done * self.size()), self.size() as isize);
                done += many;
            }
            self.gathered = Some(gathered);
            return;
        }
        let inner = way.shape.len() - 1;
        let length = way.shape[inner];
        let mut left = start / length;
        self.index = smallvec![0; inner];
        for axis in (0..inner).rev() {
            self.index[axis] = left % way.shape[axis];
            left /= way.shape[axis];
        }
        let (mut from, mut done) = (start % length, 0);
        for (place, leaf) in self.at.iter_mut().zip(&way.leaves) {
            *place = leaf.row(way, &self.index);
        }
        while done < count {
            let end = length.min(from + count - done);
            let row = match to {
                To::Dense(place) => place.wrapping_add(done * self.size()),
                To::Array(place) => (0..inner)
                    .fold(place, |place, axis| place.wrapping_offset(self.index[axis] as isize * way.target[axis]))
                    .wrapping_offset(from as isize * way.target[inner]),
            };
            let step = match to {
                To::Dense(_) => self.size() as isize,
                To::Array(_) => way.target[inner],
            };
            for cut in way.cuts.windows(2) {
                let (first, last) = (cut[0].max(from), cut[1].min(end));
                let block = self.plan.block;
                for start in (first..last).step_by(block) {
                    let count = (last - start).min(block);
                    self.block(start, count, row.wrapping_offset((start - from) as isize * step), step);
                }
            }
            done += end - from;
            from = 0;
            self.next_row();
        }
    }

    /// Goes on to the next row.
    fn next_row(&mut self) {
        let way = &self.plan.way;
        let Some(last) = self.index.len().checked_sub(1) else { return };
        self.index[last] += 1;
        let is_near = self.index[last] < way.shape[last];
        for axis in (1..=last).rev() {
            if self.index[axis] < way.shape[axis] {
                break;
            }
            self.index[axis] = 0;
            self.index[axis - 1] += 1;
        }
        for (place, leaf) in self.at.iter_mut().zip(&way.leaves) {
            *place = match is_near && leaf.rolled.is_empty() {
                true => place.wrapping_offset(leaf.strides[last]),
                false => leaf.row(way, &self.index),
            };
        }
    }

    /// Has what the next block reads brought near while this one is computed with, a part of it before each step but the first: the
    /// processor sees no stream in blocks by itself.
    fn read_ahead(&self, start: usize, count: usize, number: usize) {
        let parts = self.plan.steps.len() - 1;
        let until = |lines: usize, number: usize| (lines * number / parts * 64) as isize;
        #[cfg(target_arch = "x86_64")]
        for (leaf, place) in self.plan.way.leaves.iter().zip(&self.at) {
            let inner = self.plan.way.shape.len() - 1;
            let step = leaf.strides[inner];
            if (1..=WIDEST as isize).contains(&step) {
                let next = place.wrapping_offset(leaf.offset(&self.plan.way, inner, start) + count as isize * step);
                let lines = (count * step as usize).div_ceil(64);
                let (first, end) = (until(lines, number - 1), until(lines, number));
                for line in (first..end).step_by(64) {
                    // SAFETY: nothing is read that could not be.
                    unsafe {
                        use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
                        _mm_prefetch::<_MM_HINT_T0>(next.wrapping_offset(line).cast());
                    }
                }
            }
        }
    }

    /// The size of a result.
    fn size(&self) -> usize {
        self.plan
            .steps
            .last()
            .and_then(|step| step.parts.last())
            .map_or(1, |part| part.rows[part.rows.len() - 1].1 as usize)
    }

    /// One block of elements of a row, the first of which is at a place in it.
    fn block(&mut self, start: usize, count: usize, to: *mut u8, target: isize) {
        let plan = self.plan;
        if !plan.is_gathered {
            let inner = plan.way.shape.len() - 1;
            for (k, leaf) in plan.way.leaves.iter().enumerate() {
                let along = match leaf.rolled.is_empty() {
                    true => start as isize * leaf.strides[inner],
                    false => leaf.offset(&plan.way, inner, start),
                };
                self.rows[k] = self.at[k].wrapping_offset(along);
            }
        }
        let last = self.rows.len() - 1;
        self.rows[last] = to;
        let rows = &self.rows[..];
        for (number, step) in plan.steps.iter().enumerate() {
            if number > 0 && plan.reads_ahead && !plan.is_gathered {
                self.read_ahead(start, count, number);
            }
            let size = self.sizes[number];
            if let Some((run, numbers)) = &step.at_once
                && (target == size || !step.is_last)
            {
                let mut pointers = [std::ptr::null_mut::<u8>(); MOST_ROWS];
                for (pointer, &row) in pointers.iter_mut().zip(numbers) {
                    *pointer = rows[row];
                }
                // SAFETY: all rows are dense and have so many elements, or are one that is read as such; the results go where no operand
                // is, but for those of kernels that read each where they write.
                unsafe {
                    match run {
                        AtOnce::Loop(run) => run(&pointers[..numbers.len()], &[], count),
                        AtOnce::Kernel(run) => run(pointers.as_ptr(), count),
                    }
                }
                if step.is_quiet || status::read().is_none() {
                    continue;
                }
                status::clear();
            }
            for part in &step.parts {
                let mut pointers = [std::ptr::null_mut::<u8>(); 4];
                let mut steps = [0isize; 4];
                for (n, &(row, apart)) in part.rows.iter().enumerate() {
                    (pointers[n], steps[n]) = (rows[row], if row == last { target } else { apart });
                }
                let operands = part.rows.len();
                // SAFETY: leaves have so many elements at these steps from their places on; a temporary has room for a block of the
                // widest elements; results go to a temporary or into the target, which overlap operands only as the first of them.
                unsafe {
                    match part.run {
                        Run::Loop(run) => run(&pointers[..operands], &steps[..operands], count),
                        Run::Cast(run) => run([pointers[1], pointers[0]], [steps[1], steps[0]], count),
                    }
                }
                if step.is_quiet {
                    continue;
                }
                let status = status::read();
                if !status.is_none() {
                    self.noticed[part.number] = self.noticed[part.number].with(status.without(part.deaf));
                    status::clear();
                }
            }
        }
    }
}

impl Drop for Worker<'_> {
    fn drop(&mut self) {
        ROOM.set(std::mem::take(&mut self.room));
    }
}
