//! Linear algebra on dense matrices of real or complex numbers.
//!
//! In: matrices, column after column. Out: factors, solutions, eigenvalues, singular values. All is written once for both
//! kinds of numbers, with inner loops along columns, which the compiler makes vector code of. Crates were weighed: those as
//! fast as LAPACK double the time of a build, and those that are small loop for ever on some matrices.

mod conquer;
mod dense;
mod eigen;
mod factor;
mod hermitian;
mod part;
mod quotients;
mod schur;
mod singular;
mod small;
mod triangle;
mod turns;

pub use dense::{Dense, Field};
pub use eigen::{Eigen, eigen, eigen_of_real};
pub use factor::{Lu, cholesky, qr};
pub use hermitian::hermitian;
pub use singular::{Singular, singular};
