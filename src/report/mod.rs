//! The only place that formats for people.

pub mod diagnostic;
