//! Workers side by side: large expressions use all cores.
//!
//! In: runs of elements that do not depend on each other. Out: all of them computed, and what was noticed. Which runs there are does not
//! depend on how many workers there are, where that could be seen in a result.

use super::plan::Plan;
use super::worker::Worker;
use crate::array::status::Status;
use std::ops::Range;
use std::sync::{Mutex, OnceLock};

/// Operations on elements that are worth a thread: some tenths of a millisecond.
const WORTH: u64 = 1 << 20;
/// More threads than this gain nothing: memory is what they wait for.
const MOST: usize = 16;

/// How many threads may compute: `TAIPAN_THREADS`, else as many as there are cores.
fn cores() -> usize {
    static CORES: OnceLock<usize> = OnceLock::new();
    *CORES.get_or_init(|| {
        let wanted = std::env::var("TAIPAN_THREADS").ok().and_then(|text| text.parse().ok());
        wanted.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from)).clamp(1, MOST)
    })
}

/// How many workers an amount of work is worth.
pub fn size(elements: usize, operations: u64) -> usize {
    let work = (elements as u64).saturating_mul(operations);
    if work < 2 * WORTH { 1 } else { cores().min((work / WORTH) as usize) }
}

/// Parts of `0..count`, one for each worker, that begin at multiples of `step`.
pub fn parts(count: usize, workers: usize, step: usize) -> Vec<Range<usize>> {
    let length = count.div_ceil(workers.max(1)).next_multiple_of(step.max(1)).max(1);
    (0..count).step_by(length).map(|start| start..count.min(start + length)).collect()
}

/// Does some work with each of these, by as many workers as can be had; what was noticed in each step.
pub fn each<T: Send>(plan: &Plan, parts: Vec<T>, work: impl Fn(&mut Worker<'_>, T) + Sync) -> Vec<Status> {
    let count = parts.len();
    let parts = Mutex::new(parts.into_iter());
    let next = || parts.lock().ok().and_then(|mut parts| parts.next());
    let alone = || {
        let mut worker = Worker::new(plan);
        while let Some(part) = next() {
            work(&mut worker, part);
        }
        worker.noticed().to_vec()
    };
    if count <= 1 {
        return alone();
    }
    std::thread::scope(|scope| {
        // Where the system has no more threads, those there are do it all.
        let spawn = |_| std::thread::Builder::new().spawn_scoped(scope, alone).ok();
        let others: Vec<_> = (1..count).filter_map(spawn).collect();
        let mut all = alone();
        for noticed in others.into_iter().filter_map(|other| other.join().ok()) {
            all.iter_mut().zip(noticed).for_each(|(all, one)| *all = all.with(one));
        }
        all
    })
}
