//! Joins interpreter, recorder and compiler: the embedding API.

pub mod cache;
pub mod config;
pub mod event;
pub mod spot;
pub mod tier;
