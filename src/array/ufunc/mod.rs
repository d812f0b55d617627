//! Universal functions: operators that work on arrays element by element.
//!
//! In: a function's row and arrays. Out: the array of results, and what the processor noticed. The operands are brought to
//! one type and one shape; where the target shares elements with an operand, the operand is copied first.
#![allow(unsafe_code)]
// The tables are written once for all element types: what changes nothing for one is needed for another.
#![allow(clippy::useless_conversion, clippy::unnecessary_fallible_conversions, clippy::manual_checked_ops)]
#![allow(clippy::multiple_bound_locations)]

/// Returns the loop of an operator for the wanted type, if it is one of these.
macro_rules! look_up {
    ($([$type:ident $dtype:ident])* $wanted:ident $run:ident $op:ident) => {
        $(if $wanted == DType::$dtype {
            return Some($run::<$op<$type>>);
        })*
    };
}

mod apart;
mod choice;
mod division;
mod each;
mod functions;
pub mod loops;
pub mod operators;
mod plain;
mod spread;
mod table;

pub use choice::{choice, clipping, putting};
pub use each::at;
pub use plain::{Plain, call_plain};
pub use table::{UFUNCS, find};

use super::cast;
use super::dtype::{Casting, Class, DType};
use super::error::{Error, Kind, Outcome};
use super::ndarray::{Array, Shape, broadcast_shape, shown};
use super::scalar::Scalar;
use super::status::{self, Status};
use super::walk::{Walk, order_axes};
use loops::Loop;

/// A whole number was raised to a negative power: an error, not a warning.
pub const NEGATIVE_POWER: Status = Status::SPECIAL;

/// What type the results have, beside the type of the loop.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gives {
    /// The same.
    Same,
    /// Truths.
    Truth,
    /// The type of the parts, of complex numbers.
    Part,
}

/// How the type of the loop is found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rule {
    /// The first one that holds the values of the operands.
    First,
    /// The same, but floats of 64 bits for all integers.
    Double,
    /// The same, to tell of each operand whether it is true.
    Truths,
}

/// A universal function, as a row.
pub struct Ufunc {
    /// What it is called.
    pub name: &'static str,
    /// How many operands it takes.
    pub inputs: usize,
    /// How its loop is found.
    pub rule: Rule,
    /// What it gives.
    pub gives: Gives,
    /// What it leaves as it is.
    pub identity: Option<f64>,
    /// Whether the order of operands of a reduction does not matter, and the same one may come twice.
    pub repeats: bool,
    /// The loops.
    pub find: fn(DType) -> Option<Loop>,
}

/// A loop that was chosen, with the types that it takes and gives.
#[derive(Clone, Copy)]
pub struct Chosen {
    /// The type of all operands.
    pub input: DType,
    /// The type of the results.
    pub output: DType,
    /// The loop.
    pub run: Loop,
}

impl Ufunc {
    /// What it leaves as it is, among elements of a type.
    pub fn identity_of(&self, dtype: DType) -> Option<Scalar> {
        self.identity
            .map(|value| if value.is_finite() { Scalar::of(value as i64) } else { Scalar::of(value) }.cast(dtype))
    }

    /// The loop for operands whose common type is this.
    pub fn choose(&self, common: DType) -> Outcome<Chosen> {
        match self.find_loop(common) {
            Some(chosen) => Ok(chosen),
            None if common == DType::Bool => self.refuse_truths().and_then(|()| Err(self.unsupported())),
            None => Err(self.unsupported()),
        }
    }

    /// The same, if there is one.
    pub fn find_loop(&self, common: DType) -> Option<Chosen> {
        let found = match self.rule {
            Rule::Double if common.class() < Class::Float => Some(DType::F64),
            _ if (self.find)(common).is_some() => Some(common),
            _ => DType::ALL
                .into_iter()
                .find(|&dtype| (self.find)(dtype).is_some() && common.can_cast(dtype, Casting::Safe)),
        };
        if common == DType::Bool && found != Some(DType::Bool) && self.refuse_truths().is_err() {
            return None;
        }
        let input = found?;
        let run = (self.find)(input)?;
        let output = match self.gives {
            Gives::Same => input,
            Gives::Truth => DType::Bool,
            Gives::Part => input.part(),
        };
        Some(Chosen { input, output, run })
    }

    /// The type to compute in for results of a type that is asked for, where the operands have this one in common.
    pub fn input_for(&self, output: DType, common: DType) -> Outcome<DType> {
        if output == DType::Bool && self.gives != Gives::Truth {
            self.refuse_truths()?;
        }
        let has_loop =
            |dtype: DType| (self.find)(dtype).is_some() && (self.rule != Rule::Double || dtype.class() >= Class::Float);
        let input = match self.gives {
            Gives::Truth => (output == DType::Bool).then_some(common),
            Gives::Part if output.is_complex() => None,
            Gives::Part if common.is_complex() => {
                DType::ALL.into_iter().find(|dtype| dtype.is_complex() && dtype.part() == output)
            }
            Gives::Part | Gives::Same => has_loop(output).then_some(output),
        };
        input.ok_or_else(|| {
            let name = self.name;
            Error::type_error(format!(
                "No loop matching the specified signature and casting was found for ufunc {name}"
            ))
        })
    }

    /// Raises where an operand may not become one of the type that is computed in.
    pub fn check_cast(&self, number: usize, from: DType, to: DType, casting: Casting) -> Outcome<()> {
        if from.can_cast(to, casting) {
            return Ok(());
        }
        let what = if self.inputs == 1 { "input".to_string() } else { format!("input {number}") };
        Err(cannot_cast(self.name, &what, from, to, casting))
    }

    fn refuse_truths(&self) -> Outcome<()> {
        let (what, sign, instead) = match self.name {
            "subtract" => {
                ("numpy boolean subtract", "-", "bitwise_xor, the `^` operator, or the logical_xor function instead.")
            }
            "negative" => ("The numpy boolean negative", "-", "`~` operator or the logical_not function instead."),
            "positive" | "sign" | "gcd" | "lcm" => return Err(self.unsupported()),
            _ => return Ok(()),
        };
        Err(Error::type_error(format!("{what}, the `{sign}` operator, is not supported, use the {instead}")))
    }

    /// `TypeError`: there is no loop.
    pub fn unsupported(&self) -> Error {
        let name = self.name;
        Error::type_error(format!(
            "ufunc '{name}' not supported for the input types, and the inputs could not be safely coerced to any \
             supported types according to the casting rule ''safe''"
        ))
    }

    /// Applies it to one or two elements of the common type of the operands.
    pub fn on_scalars(&self, common: DType, operands: &[Scalar]) -> Outcome<(Scalar, Status)> {
        let chosen = self.choose(common)?;
        let mut room = [[0u64; 2]; 3];
        let start = room.as_mut_ptr();
        let at: [*mut u8; 3] = std::array::from_fn(|place| start.wrapping_add(place).cast());
        let steps = [0isize; 3];
        let inputs = operands.len();
        status::clear();
        // SAFETY: each element has a place of 16 bytes of its own.
        let result = unsafe {
            for (place, operand) in operands.iter().enumerate() {
                operand.cast(chosen.input).write(at[place]);
            }
            (chosen.run)(&at[..inputs + 1], &steps[..inputs + 1], 1);
            Scalar::read(chosen.output, at[inputs])
        };
        Ok((result, self.noticed()?))
    }

    /// What was noticed since the flags were cleared.
    pub fn noticed(&self) -> Outcome<Status> {
        let mut status = status::read();
        // Comparisons notice what is not a number, and mean nothing by it.
        if self.repeats || self.gives == Gives::Truth {
            status = status.without(Status::INVALID);
        }
        if status.has(NEGATIVE_POWER) {
            return Err(Error::value("Integers to negative integer powers are not allowed."));
        }
        Ok(status)
    }
}

/// How a universal function is called.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// The function.
    pub ufunc: &'a Ufunc,
    /// The common type of the operands.
    pub common: DType,
    /// Where results go, if not into a new array.
    pub out: Option<&'a Array>,
    /// Where results are computed at all.
    pub mask: Option<&'a Array>,
    /// Which changes of type are allowed.
    pub casting: Casting,
}

/// Calls a universal function. The result is `out`, if there is one.
pub fn call(request: &Request<'_>, inputs: &[&Array]) -> Outcome<(Array, Status)> {
    let Request { ufunc, common, out, mask, casting } = *request;
    let chosen = ufunc.choose(common)?;
    for (number, input) in inputs.iter().enumerate() {
        let (from, to) = (input.dtype(), chosen.input);
        // A number without dimensions counts by its kind alone.
        let is_weak = input.rank() == 0 && (from.is_integer() || from.is_inexact() == to.is_inexact());
        if ufunc.rule != Rule::Truths && !is_weak {
            ufunc.check_cast(number, from, to, casting)?;
        }
    }
    if let Some(out) = out {
        if !chosen.output.can_cast(out.dtype(), casting) {
            return Err(cannot_cast(ufunc.name, "output", chosen.output, out.dtype(), casting));
        }
        if !out.is_writeable() {
            return Err(Error::value("output array is read-only"));
        }
    }
    let shape = common_shape(inputs, out, mask)?;
    let mut views = Vec::with_capacity(inputs.len());
    for input in inputs {
        let mut operand = cast::with_type(input, chosen.input)?;
        if let Some(out) = out
            && operand.may_overlap(out)
            && !operand.is_same_view(out)
        {
            operand = cast::copy(&operand, chosen.input, super::ndarray::Order::Keep)?;
        }
        views.push(operand.broadcast_view(&shape).ok_or_else(|| mismatch(inputs))?);
    }
    let direct = out.filter(|out| out.dtype() == chosen.output);
    let target = match direct {
        Some(out) => out.alias(),
        None => {
            let strides: Vec<&[isize]> = views.iter().map(Array::strides).collect();
            let target = Array::empty_ordered(&shape, chosen.output, &order_axes(shape.len(), &strides))?;
            if let (Some(out), Some(_)) = (out, mask) {
                cast::assign(&target, out)?;
            }
            target
        }
    };
    status::clear();
    run(&chosen, &views, &target, mask)?;
    let status = ufunc.noticed()?;
    match (direct, out) {
        (None, Some(out)) => {
            status::clear();
            cast::assign(out, &target)?;
            Ok((out.alias(), status.with(cast::heard(chosen.output, out.dtype(), status::read()))))
        }
        _ => Ok((target, status)),
    }
}

fn run(chosen: &Chosen, inputs: &[Array], target: &Array, mask: Option<&Array>) -> Outcome<()> {
    let shape = target.shape();
    match (inputs, mask) {
        ([a], None) => run_rows(chosen, &Walk::new(shape, [a.strides(), target.strides()]), [a.data(), target.data()]),
        ([a, b], None) => {
            let walk = Walk::new(shape, [a.strides(), b.strides(), target.strides()]);
            run_rows(chosen, &walk, [a.data(), b.data(), target.data()]);
        }
        (inputs, mask) => {
            let mask = mask.ok_or_else(|| Error::type_error("wrong number of operands"))?;
            let mask = cast::with_type(mask, DType::Bool)?;
            let mask = mask.broadcast_view(shape).ok_or_else(|| Error::value("where does not fit"))?;
            let second = inputs.last().unwrap_or(target);
            let count = inputs.len();
            Walk::new(shape, [inputs[0].strides(), second.strides(), target.strides(), mask.strides()]).run(
                [inputs[0].data(), second.data(), target.data(), mask.data()],
                |at, steps, n| {
                    for i in 0..n as isize {
                        let place: [*mut u8; 4] = std::array::from_fn(|k| at[k].wrapping_offset(i * steps[k]));
                        // SAFETY: as above; the mask holds truths.
                        unsafe {
                            if place[3].read() == 0 {
                                continue;
                            }
                            match count {
                                1 => (chosen.run)(&[place[0], place[2]], &[0; 2], 1),
                                _ => (chosen.run)(&place[..3], &[0; 3], 1),
                            }
                        }
                    }
                },
            );
        }
    }
    Ok(())
}

/// Runs a loop over all rows. Operands and target have the types of the loop, the shape of the target, and overlap only as a whole.
fn run_rows<const N: usize>(chosen: &Chosen, walk: &Walk<N>, start: [*mut u8; N]) {
    // SAFETY: as said.
    let is_done = unsafe { spread::run(chosen.run, chosen.input.size(), walk, start) };
    if !is_done {
        // SAFETY: as above.
        walk.run(start, |at, steps, n| unsafe { (chosen.run)(&at, &steps, n) });
    }
}

fn cannot_cast(name: &str, what: &str, from: DType, to: DType, casting: Casting) -> Error {
    let casting = casting.name();
    let text = format!(
        "Cannot cast ufunc '{name}' {what} from dtype('{from}') to dtype('{to}') with casting rule '{casting}'"
    );
    Error::new(Kind::Ufunc, text)
}

fn mismatch(inputs: &[&Array]) -> Error {
    let shapes: String = inputs.iter().map(|input| shown(input.shape()) + " ").collect();
    Error::value(format!("operands could not be broadcast together with shapes {shapes}"))
}

fn common_shape(inputs: &[&Array], out: Option<&Array>, mask: Option<&Array>) -> Outcome<Shape> {
    let shapes = inputs.iter().map(|input| input.shape()).chain(mask.map(Array::shape));
    let shape = broadcast_shape(shapes).ok_or_else(|| {
        let all: Vec<&Array> = inputs.iter().copied().chain(out).collect();
        mismatch(&all)
    })?;
    match out {
        Some(out) if out.shape() != &shape[..] => {
            let fits = broadcast_shape([&shape[..], out.shape()].into_iter());
            if fits.as_deref() == Some(out.shape()) {
                return Ok(out.shape().into());
            }
            if fits.is_some() {
                let (own, wanted) = (shown(out.shape()), shown(&shape));
                return Err(Error::value(format!(
                    "non-broadcastable output operand with shape {own} doesn't match the broadcast shape {wanted}"
                )));
            }
            let all: Vec<&Array> = inputs.iter().copied().chain([out]).collect();
            Err(mismatch(&all))
        }
        _ => Ok(shape),
    }
}
