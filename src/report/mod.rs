//! The only place that formats for people.

pub mod diagnostic;
pub mod dump;
pub mod resolved;
pub mod stats;
pub mod time;
pub mod traceback;
