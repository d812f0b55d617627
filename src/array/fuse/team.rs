//! Workers side by side: large expressions use all cores.
//!
//! In: runs of elements that do not depend on each other. Out: all of them computed, and what was noticed. Which runs there are does not
//! depend on how many workers there are, where that could be seen in a result.

use super::plan::{Plan, Worker};
use crate::array::status::Status;
use std::ops::Range;
use std::sync::OnceLock;

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

/// Does some work with each of these, by workers that are not more than they are; what was noticed in each step.
pub fn each<T: Send>(plan: &Plan, parts: Vec<T>, work: impl Fn(&mut Worker<'_>, T) + Sync) -> Vec<Status> {
    let alone = |part: T| {
        let mut worker = Worker::new(plan);
        work(&mut worker, part);
        worker.noticed().to_vec()
    };
    if parts.len() == 1 {
        return parts.into_iter().next().map(alone).unwrap_or_default();
    }
    let mut all = Vec::new();
    let mut add = |noticed: Vec<Status>| {
        all.resize(noticed.len().max(all.len()), Status::NONE);
        all.iter_mut().zip(noticed).for_each(|(all, one): (&mut Status, Status)| *all = all.with(one));
    };
    let mut parts = parts.into_iter();
    let Some(first) = parts.next() else { return all };
    std::thread::scope(|scope| {
        let alone = &alone;
        let others: Vec<_> = parts.map(|part| scope.spawn(move || alone(part))).collect();
        add(alone(first));
        for other in others {
            add(other.join().unwrap_or_default());
        }
    });
    all
}
