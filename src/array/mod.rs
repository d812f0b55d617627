//! Arrays: what numpy computes, on plain memory.
//!
//! In: shapes, strides, element types and blocks of memory. Out: arrays and views of them, element-wise loops, reductions,
//! indexing, text. Nothing here knows what a script's value is: conversion, exceptions and warnings are the callers'.
//!
//! The way through: `dtype` and `element` say what elements are; `pages`, `buffer` and `ndarray` where they lie; `reference` what
//! elements are owed that are values of a script; `walk` goes through
//! any number of operands in the best order, row by row; `ufunc` has the loops that a row is given to; `index`, `reduce`,
//! `sort`, `create`, `join` and `product` are made of these; `print` shows the result.

pub mod bits;
mod blas;
mod buffer;
pub mod cast;
pub mod create;
pub mod dtype;
pub mod element;
pub mod elementary;
pub mod error;
pub mod extreme;
pub mod fourier;
pub mod fuse;
pub mod index;
pub mod interpolate;
pub mod join;
mod keys;
pub mod libm;
pub mod linear;
pub mod ndarray;
mod network;
mod pages;
pub mod print;
pub mod product;
pub mod random;
pub mod reduce;
pub mod reference;
pub mod scalar;
pub mod select;
pub mod sort;
pub mod status;
mod tiles;
pub mod ufunc;
pub mod walk;

pub use dtype::DType;
pub use error::{Error, Outcome};
pub use ndarray::Array;
pub use scalar::Scalar;
