//! In: where the time of each run went. Out: a table for people, or JSON.

use std::fmt::Write;
use std::time::Duration;

use serde_json::json;

/// One run.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// From start to end; of the first run, with all that came before it.
    pub total: Duration,
    /// From the start of the process until the script was parsed; zero after the first run.
    pub start_up: Duration,
    /// In the interpreter, and in built-in functions that it called.
    pub interpreting: Duration,
    /// Watching hot loops.
    pub recording: Duration,
    /// Making machine code, while the script waited.
    pub compiling: Duration,
    /// Making machine code beside the script: no part of the total.
    pub beside: Duration,
    /// In machine code, and in what it called.
    pub native: Duration,
}

/// All runs.
#[derive(Clone, Debug)]
pub struct Timing {
    /// The script.
    pub script: String,
    /// The runs in order: the first is the cold one, the others are warm.
    pub rows: Vec<Row>,
    /// How long a run takes without the compiler.
    pub interpreted: Duration,
}

impl Timing {
    /// The median of the warm runs; of the only run, if there is just one.
    pub fn warm(&self) -> Duration {
        let warm = if self.rows.len() > 1 { &self.rows[1..] } else { &self.rows };
        let mut totals: Vec<Duration> = warm.iter().map(|row| row.total).collect();
        totals.sort();
        match totals.len() {
            0 => Duration::ZERO,
            count if count % 2 == 1 => totals[count / 2],
            count => (totals[count / 2 - 1] + totals[count / 2]) / 2,
        }
    }

    /// How many times longer the first run takes than a later one.
    pub fn ratio(&self) -> f64 {
        let cold = self.rows.first().map_or(Duration::ZERO, |row| row.total);
        cold.as_secs_f64() / self.warm().as_secs_f64().max(f64::MIN_POSITIVE)
    }

    /// After how many runs in one process compiling has paid for itself; none if it never does.
    pub fn paid_after(&self) -> Option<u64> {
        let first = self.rows.first()?;
        let cold = (first.total - first.start_up).as_secs_f64();
        let (warm, off) = (self.warm().as_secs_f64(), self.interpreted.as_secs_f64());
        if cold <= off {
            return Some(1);
        }
        // cold + (n - 1) warm <= n off
        (off > warm).then(|| ((cold - warm) / (off - warm)).ceil() as u64)
    }

    /// For programs; the README documents it.
    pub fn to_json(&self) -> String {
        let runs: Vec<_> = self
            .rows
            .iter()
            .enumerate()
            .map(|(place, row)| {
                json!({
                    "run": place + 1,
                    "kind": if place == 0 { "cold" } else { "warm" },
                    "total": row.total.as_secs_f64(),
                    "start_up": row.start_up.as_secs_f64(),
                    "interpreting": row.interpreting.as_secs_f64(),
                    "recording": row.recording.as_secs_f64(),
                    "compiling": row.compiling.as_secs_f64(),
                    "compiling_beside": row.beside.as_secs_f64(),
                    "native": row.native.as_secs_f64(),
                })
            })
            .collect();
        let all = json!({
            "script": self.script,
            "runs": runs,
            "warm_median": self.warm().as_secs_f64(),
            "cold_warm_ratio": self.ratio(),
            "interpreted": self.interpreted.as_secs_f64(),
            "paid_after_runs": self.paid_after(),
        });
        format!("{all:#}\n")
    }

    /// For people; all times in milliseconds.
    pub fn to_table(&self) -> String {
        let mut out = format!("{}, times in ms\n\n", self.script);
        let heads = ["total", "start-up", "interpreting", "recording", "compiling", "native", "beside"];
        let _ = write!(out, "{:<8}", "run");
        for head in heads {
            let _ = write!(out, "{head:>14}");
        }
        out.push('\n');
        for (place, row) in self.rows.iter().enumerate() {
            let name = if place == 0 { "cold".to_string() } else { format!("warm {place}") };
            let _ = write!(out, "{name:<8}");
            for time in
                [row.total, row.start_up, row.interpreting, row.recording, row.compiling, row.native, row.beside]
            {
                let _ = write!(out, "{:>14.3}", milliseconds(time));
            }
            out.push('\n');
        }
        if self.rows.len() > 1 {
            let _ = writeln!(out, "{:<8}{:>14.3}", "median", milliseconds(self.warm()));
            let _ = writeln!(out, "\ncold/warm: {:.2}", self.ratio());
        }
        let off = milliseconds(self.interpreted);
        let _ = match self.paid_after() {
            Some(1) => writeln!(out, "without the compiler: {off:.3}; compiling pays in the first run"),
            Some(count) => writeln!(out, "without the compiler: {off:.3}; compiling has paid after {count} runs"),
            None => writeln!(out, "without the compiler: {off:.3}; compiling does not pay"),
        };
        out
    }
}

/// A time in the unit that suits it.
pub fn short(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    match seconds {
        s if s < 1e-6 => format!("{:.0} ns", s * 1e9),
        s if s < 1e-3 => format!("{:.2} µs", s * 1e6),
        s if s < 1.0 => format!("{:.2} ms", s * 1e3),
        s => format!("{s:.2} s"),
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timing(totals: &[u64], interpreted: u64) -> Timing {
        let zero = Duration::ZERO;
        let row = |&total: &u64| {
            let total = Duration::from_millis(total);
            Row {
                total,
                start_up: zero,
                interpreting: total,
                recording: zero,
                compiling: zero,
                beside: zero,
                native: zero,
            }
        };
        Timing {
            script: "x.py".to_string(),
            rows: totals.iter().map(row).collect(),
            interpreted: Duration::from_millis(interpreted),
        }
    }

    #[test]
    fn compiling_pays_when_the_sums_cross() {
        assert_eq!(timing(&[10, 5, 5], 12).paid_after(), Some(1));
        assert_eq!(timing(&[20, 5, 5], 10).paid_after(), Some(3));
        assert_eq!(timing(&[20, 15, 15], 10).paid_after(), None);
    }

    #[test]
    fn the_median_leaves_the_first_run_out() {
        assert_eq!(timing(&[100, 3, 1, 2], 1).warm(), Duration::from_millis(2));
        assert_eq!(timing(&[100, 2, 4], 1).warm(), Duration::from_millis(3));
        assert_eq!(timing(&[100], 1).warm(), Duration::from_millis(100));
    }
}
