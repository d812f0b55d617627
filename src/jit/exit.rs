//! From the values that compiled code stored at an exit to frames that the interpreter can enter.
//!
//! In: the exit's row, the values in the context, the slots. Out: written slots, and a [`Restored`] that says where everything stands.
//! Also the way between unboxed results and values. Knows neither tree nor interpreter: how large a frame is and where
//! globals lie is asked of the caller.
//!
//! Values are made, and their counts taken, before the first slot is written: what an exit stores as an object is borrowed from
//! slots and containers that writing may release.
#![allow(unsafe_code)]

use super::abi::{JitContext, Status};
use super::lower::stored_values;
use crate::array::dtype::Class;
use crate::array::ndarray::{self, Layout};
use crate::array::{DType, Scalar};
use crate::number::Complex64;
use crate::resolve::tree::GlobalSlot;
use crate::trace::build::Returns;
use crate::trace::ir::{CodeId, Const, ExitId, ExitKind, Op, Place, Repr, StmtId, Ty, Unit, Val};
use crate::trace::profile::Type;
use crate::value::cell::Cell;
use crate::value::function::Function;
use crate::value::generator::Generator;
use crate::value::heap::{Header, finalize};
use crate::value::instance::Instance;
use crate::value::iterator::Iterator;
use crate::value::shape::Shape;
use crate::value::{self, Gc, Raise, Ref, Value, array};
use smallvec::{SmallVec, smallvec};
use std::mem::ManuallyDrop;

/// An activation that an exit leaves standing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Activation {
    /// The code it runs.
    pub code: CodeId,
    /// The statement it stands at; of all but the innermost, the one that made the call.
    pub stmt: StmtId,
    /// Where its slots begin, counted from those of the outermost.
    pub base: usize,
}

/// How the innermost activation goes on.
#[derive(Debug)]
pub enum Resumption {
    /// At its statement.
    Start,
    /// Behind its statement, a loop that has ended.
    Done,
    /// Behind its statement, which has been run.
    Behind,
    /// Behind the call in its statement, which gave this.
    Result(Value),
    /// It returns this.
    Return(Value),
    /// An exception, which is set, is raised at its statement.
    Raise,
}

/// What an exit leaves.
#[derive(Debug)]
pub struct Restored {
    /// The activations, outermost first.
    pub activations: Vec<Activation>,
    /// How the innermost goes on.
    pub resumption: Resumption,
}

/// Writes back what an exit says. The outermost frame is at the start of `slots`; `slots_of` tells how many slots the frames of a
/// code object take; `set_global` writes a global, by the number the unit has for its module.
pub fn restore(
    unit: &Unit,
    exit: ExitId,
    context: &mut JitContext,
    slots: &mut [Value],
    slots_of: impl Fn(CodeId) -> usize,
    mut set_global: impl FnMut(u32, GlobalSlot, Value),
) -> Restored {
    let row = unit.exit(exit);
    let vals = stored_values(unit, exit);
    let mut words = Words { unit, vals: &vals, stored: &context.exit_values, made: Vec::new() };
    let mut writes = Vec::new();
    let mut activations = Vec::new();
    let mut base = 0;
    for frame in &row.frames {
        activations.push(Activation { code: frame.code, stmt: frame.stmt, base });
        writes.extend(frame.writes.iter().map(|(place, repr)| (base, *place, words.value(repr))));
        base += slots_of(frame.code);
    }
    let returned = match &row.kind {
        ExitKind::Return(repr) => Some(words.value(repr)),
        _ => None,
    };
    for (base, place, value) in writes {
        match place {
            Place::Local(slot) => slots[base + slot.0 as usize] = value,
            Place::Global(module, slot) => set_global(module, slot, value),
            Place::Cell(slot) => {
                let cell = slots[base + slot.0 as usize].downcast::<Cell>().expect("the slot holds a cell");
                cell.set(value);
            }
        }
    }
    let resumption = match (&row.kind, returned) {
        (_, Some(value)) => Resumption::Return(value),
        (ExitKind::Done, _) => Resumption::Done,
        (ExitKind::Behind, _) => Resumption::Behind,
        (ExitKind::Raise, _) => Resumption::Raise,
        (ExitKind::AfterCall, _) => match Status::from_code(context.status) {
            Status::Otherwise => Resumption::Result(take_value(context)),
            Status::Raised => Resumption::Raise,
            // The caller counts on what may have changed, or the exit was forced.
            Status::Returned | Status::Served => {
                Resumption::Result(box_results(&call_results(unit, exit), &context.results))
            }
        },
        _ => Resumption::Start,
    };
    Restored { activations, resumption }
}

/// The types of what the call behind an exit returns.
fn call_results(unit: &Unit, exit: ExitId) -> Vec<Ty> {
    let call = unit.insts.iter().find(|inst| matches!(inst.op, Op::CallUnit(_, at) if at == exit));
    call.map(|call| call.results.iter().map(|&val| unit.ty(val)).collect()).unwrap_or_default()
}

/// The stored values of an exit.
struct Words<'a> {
    unit: &'a Unit,
    /// What lies in each word.
    vals: &'a [Val],
    stored: &'a [u64],
    /// Instances that were made, with their numbers.
    made: Vec<(u32, Gc<Instance>)>,
}

impl Words<'_> {
    fn word(&self, val: Val) -> u64 {
        match self.unit.as_const(val) {
            Some(Const::Int(n)) => n as u64,
            Some(Const::Float(bits) | Const::Tag(bits)) => bits,
            Some(Const::Bool(truth)) => u64::from(truth),
            Some(Const::Address(id)) => self.unit.addresses[id.index()].address,
            None => self.stored[self.vals.binary_search(&val).expect("what an exit tells of is stored")],
        }
    }

    fn value(&mut self, repr: &Repr) -> Value {
        match repr {
            Repr::Int(val) => Value::int(self.word(*val) as i64),
            Repr::Float(val) => Value::float(f64::from_bits(self.word(*val))),
            Repr::Bool(val) => Value::bool(self.word(*val) != 0),
            Repr::Complex(re, im) => {
                let (re, im) = (self.word(*re), self.word(*im));
                Value::complex(f64::from_bits(re), f64::from_bits(im))
            }
            Repr::Scalar(dtype, vals) => {
                let words: Vec<u64> = vals.iter().map(|&val| self.word(val)).collect();
                Value::from(scalar_of(*dtype, &words))
            }
            Repr::View(layout, vals) => {
                let words: Vec<u64> = vals.iter().map(|&val| self.word(val)).collect();
                view(&borrowed(value::TAG_OBJECT, words[0]), words[1], *layout, &words[2..])
            }
            Repr::Object(val) => borrowed(value::TAG_OBJECT, self.word(*val)),
            Repr::Tagged(tag, payload) => {
                let tag = self.word(*tag);
                borrowed(tag, self.word(*payload))
            }
            Repr::None => Value::None,
            Repr::Unbound => Value::Unbound,
            Repr::Iterator(shape, items) => {
                let mut items = items.iter().map(|item| self.value(item));
                Value::from(Iterator::of_shape(shape, &mut || items.next().unwrap_or_default()))
            }
            Repr::Tuple(items) => Value::tuple(items.iter().map(|item| self.value(item)).collect()),
            Repr::Instance(number, shape, fields) => {
                let shape = borrowed(value::TAG_OBJECT, self.word(*shape));
                let shape = shape.as_gc::<Shape>().expect("compiled code names a shape");
                let instance = Instance::of_shape(shape);
                self.made.push((*number, instance.clone()));
                fields.iter().for_each(|field| instance.fill(self.value(field)));
                Value::from(instance)
            }
            Repr::Generator(function, state, slots) => {
                let function = borrowed(value::TAG_OBJECT, self.word(*function));
                let function = function.as_gc::<Function>().expect("compiled code names a function").clone();
                let slots = slots.iter().map(|slot| self.value(slot)).collect();
                Value::from(Generator::standing(function, *state, slots))
            }
            Repr::Same(number) => {
                let known = self.made.iter().find(|(known, _)| known == number);
                Value::from(&known.expect("it comes earlier in the exit").1)
            }
        }
    }
}

/// The scalar of an array that these parts make.
fn scalar_of(dtype: DType, words: &[u64]) -> Scalar {
    let float = |at: usize| f64::from_bits(words[at]);
    match dtype.class() {
        Class::Bool | Class::Unsigned | Class::Signed => Scalar::from_word(dtype, words[0]),
        Class::Float => Scalar::of(float(0)).cast(dtype),
        Class::Complex => Scalar::of(Complex64::new(float(0), float(1))).cast(dtype),
        Class::Reference => unreachable!("compiled code computes with numbers"),
    }
}

/// A view of an array: the address of its first element, the lengths and then the strides of its dimensions.
pub(super) fn view(owner: &Value, data: u64, layout: Layout, words: &[u64]) -> Value {
    let array = array::as_array(owner).expect("compiled code made a view of an array");
    let data = std::ptr::with_exposed_provenance_mut(data as usize);
    let (shape, strides) = words.split_at(usize::from(layout.rank));
    let shape: ndarray::Shape = shape.iter().map(|&word| word as usize).collect();
    let strides: ndarray::Strides = strides.iter().map(|&word| word as isize).collect();
    // SAFETY: compiled code has checked the subscripts that made the view of the array.
    array::view_of(owner, unsafe { array.view(data, layout.dtype, &shape, &strides) })
}

/// The parts that make a scalar of an array, for a unit.
pub fn words_of(scalar: Scalar) -> SmallVec<[u64; 2]> {
    match scalar.dtype().class() {
        Class::Bool | Class::Unsigned | Class::Signed => smallvec![scalar.word()],
        Class::Float => smallvec![scalar.float().to_bits()],
        Class::Complex => smallvec![scalar.complex().re.to_bits(), scalar.complex().im.to_bits()],
        Class::Reference => unreachable!("units are given numbers"),
    }
}

/// The value of a tag and a payload that somebody else owns; takes a count of its own.
fn borrowed(tag: u64, payload: u64) -> Value {
    Value::clone(&ManuallyDrop::new(owned(tag, payload)))
}

/// The value of a tag and a payload, with the count that belongs to it.
pub(super) fn owned(tag: u64, payload: u64) -> Value {
    match tag {
        value::TAG_UNBOUND => Value::Unbound,
        value::TAG_NONE => Value::None,
        value::TAG_BOOL => Value::bool(payload != 0),
        value::TAG_INT => Value::int(payload as i64),
        value::TAG_FLOAT => Value::float(f64::from_bits(payload)),
        value::TAG_OBJECT => {
            let raw: *mut Header = std::ptr::with_exposed_provenance_mut(payload as usize);
            // SAFETY: compiled code got the address from a slot, a container or a helper that keeps the object alive until
            // here; the caller says whose count this is.
            Value::Object(unsafe { Ref::from_raw(raw) })
        }
        scalar => match DType::from_number((scalar - value::TAG_SCALAR) as usize) {
            Some(dtype) => value::array::from_word(dtype, payload),
            None => unreachable!("compiled code stored a tag that no value has"),
        },
    }
}

/// The value that a call left in the context.
pub fn take_value(context: &mut JitContext) -> Value {
    let [tag, payload] = std::mem::take(&mut context.value);
    owned(tag, payload)
}

/// The value that unboxed results stand for. An object among them is one that something keeps alive until the unit is left.
pub fn box_results(types: &[Ty], words: &[u64]) -> Value {
    let float = |at: usize| f64::from_bits(words[at]);
    match types {
        [] => Value::None,
        [Ty::I64] => Value::int(words[0] as i64),
        [Ty::F64] => Value::float(float(0)),
        [Ty::Bool] => Value::bool(words[0] != 0),
        [Ty::F64, Ty::F64] => Value::complex(float(0), float(1)),
        [Ty::Ref] => Value::clone(&ManuallyDrop::new(owned(value::TAG_OBJECT, words[0]))),
        [Ty::Tag, Ty::I64] => Value::clone(&ManuallyDrop::new(owned(words[0], words[1]))),
        _ => unreachable!("no value has results of these types"),
    }
}

/// Leaves the outcome of a call in the context that the interpreter has run to its end: what was promised, as words, if it is that and
/// nothing stands against going on with it; else as it is, so that the caller leaves too.
pub fn hand_over(
    context: &mut JitContext,
    outcome: Result<Value, Raise>,
    promised: impl FnOnce(&Value) -> Option<SmallVec<[u64; 2]>>,
) -> Status {
    let goes_on = !context.must_be_left() && !finalize::is_due();
    let status = match outcome {
        Err(Raise) => Status::Raised,
        Ok(value) => match promised(&value).filter(|_| goes_on) {
            Some(words) => {
                context.results[..words.len()].copy_from_slice(&words);
                context.keep(value);
                Status::Served
            }
            None => {
                context.value = [value.tag(), give_away(value)];
                Status::Otherwise
            }
        },
    };
    context.status = status as u64;
    status
}

/// The words of a value as the result of a unit that promises this; none if it is something else.
pub fn promised(returns: Returns, value: &Value) -> Option<SmallVec<[u64; 2]>> {
    match (returns, value) {
        (Returns::Any, _) => Some(smallvec![value.tag(), value.payload()]),
        (Returns::Typed(Type::None), Value::None) => Some(smallvec![]),
        (Returns::Typed(Type::Complex), _) => value.as_complex().map(|(re, im)| smallvec![re.to_bits(), im.to_bits()]),
        (Returns::Typed(ty), _) => ty.fits(Type::of(value)).then(|| smallvec![value.payload()]),
    }
}

/// The payload, with the count that the value had.
fn give_away(value: Value) -> u64 {
    match value {
        Value::Object(object) => object.into_raw().expose_provenance() as u64,
        other => other.payload(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::text::parse;
    use crate::value::list::List;
    use std::sync::atomic::AtomicU64;

    const UNIT: &str = "
unit loop leaves(n: I64 = slot 0, x: F64 = slot 1, list: Ref = slot 2, tag: Tag = tag slot 3, word: I64 = slot 3) -> () {
  exit e0 = resume f7@1 [slot 0 <- int 5, slot 1 <- complex x 2.5, slot 2 <- unbound, slot 3 <- object list] / f8@4 [slot 1 <- (int n, float x, (bool true)), slot 0 <- tagged tag word]
  exit e1 = return object list at f7@2 []
  exit e2 = resume f7@3 [cell 4 <- int n, global 0:6 <- float x]
  exit e3 = after_call f7@3 []
  call_unit u0 n, e3
  c = icmp.lt n, 5
  if c { exit e1 branch } else { exit e0 type }
}";

    fn context(words: &[u64]) -> Box<JitContext> {
        static POLL: AtomicU64 = AtomicU64::new(0);
        let mut context = JitContext::new(&POLL);
        context.exit_values[..words.len()].copy_from_slice(words);
        context
    }

    fn no_global(_: u32, _: GlobalSlot, _: Value) {
        panic!("no global is written")
    }

    #[test]
    fn frames_are_written_with_counts_of_their_own() {
        let unit = parse(UNIT).unwrap();
        let list = List::from_values([Value::int(1)]);
        let mut slots = vec![Value::Unbound; 10];
        slots[2] = Value::from(&list);
        let (address, x) = (list.as_ref().address() as u64, 1.5f64.to_bits());
        // The list is owned by slot 2, which is overwritten before slot 3 gets it.
        let count = list.as_ref().header().count();
        let mut context = context(&[77, x, address, value::TAG_OBJECT, address]);
        let restored = restore(&unit, ExitId(0), &mut context, &mut slots, |_| 5, no_global);
        assert_eq!(
            restored.activations,
            [
                Activation { code: CodeId(7), stmt: StmtId(1), base: 0 },
                Activation { code: CodeId(8), stmt: StmtId(4), base: 5 }
            ]
        );
        assert!(matches!(restored.resumption, Resumption::Start));
        assert_eq!(slots[0].as_int(), Some(5));
        assert_eq!(slots[1].as_complex(), Some((1.5, 2.5)));
        assert!(slots[2].is_unbound());
        assert!(slots[3].is(&Value::from(&list)) && slots[5].is(&Value::from(&list)));
        let tuple = slots[6].downcast::<crate::value::tuple::Tuple>().unwrap();
        assert_eq!(tuple.len(), 3);
        assert_eq!(list.as_ref().header().count(), count + 1);
        drop(slots);
        assert_eq!(list.as_ref().header().count(), 1);
    }

    #[test]
    fn returns_cells_and_globals() {
        let unit = parse(UNIT).unwrap();
        let list = List::from_values([Value::int(1)]);
        let mut slots = vec![Value::Unbound; 10];
        let address = list.as_ref().address() as u64;
        let restored = restore(&unit, ExitId(1), &mut context(&[address]), &mut slots, |_| 5, no_global);
        let Resumption::Return(value) = restored.resumption else { panic!("{restored:?}") };
        assert!(value.is(&Value::from(&list)));

        let cell = Cell::create(Value::Unbound);
        slots[4] = Value::from(&cell);
        let mut written = Vec::new();
        restore(
            &unit,
            ExitId(2),
            &mut context(&[9, 0.25f64.to_bits()]),
            &mut slots,
            |_| 5,
            |module, slot, value| {
                written.push((module, slot.0, value.as_float()));
            },
        );
        assert_eq!(cell.get().as_int(), Some(9));
        assert_eq!(written, [(0, 6, Some(0.25))]);
    }

    #[test]
    fn outcomes_travel_as_promised_or_as_they_are() {
        let unit = parse(UNIT).unwrap();
        let mut context = context(&[]);
        let types: &[(&[Ty], Value)] = &[
            (&[], Value::None),
            (&[Ty::I64], Value::int(-3)),
            (&[Ty::F64], Value::float(-0.0)),
            (&[Ty::Bool], Value::bool(true)),
            (&[Ty::Tag, Ty::I64], Value::str("text")),
            (&[Ty::Ref], Value::str("text")),
        ];
        for (types, value) in types {
            let words = [value.tag(), value.payload()];
            let words = match types {
                [Ty::Tag, Ty::I64] => words,
                _ => [words[1], 0],
            };
            assert!(box_results(types, &words).is(value));
        }
        let no_promise = |_: &Value| None;
        assert_eq!(hand_over(&mut context, Ok(Value::str("text")), no_promise), Status::Otherwise);
        let restored = restore(&unit, ExitId(3), &mut context, &mut [], |_| 0, no_global);
        assert!(matches!(&restored.resumption, Resumption::Result(value) if value.as_str() == Some("text")));
        assert_eq!(hand_over(&mut context, Err(Raise), no_promise), Status::Raised);
        let restored = restore(&unit, ExitId(3), &mut context, &mut [], |_| 0, no_global);
        assert!(matches!(restored.resumption, Resumption::Raise));
        let whole = |value: &Value| promised(Returns::Typed(Type::Int), value);
        assert_eq!(hand_over(&mut context, Ok(Value::int(-3)), whole), Status::Served);
        assert_eq!(context.results[0] as i64, -3);
        assert_eq!(hand_over(&mut context, Ok(Value::float(0.5)), whole), Status::Otherwise);
        let restored = restore(&unit, ExitId(3), &mut context, &mut [], |_| 0, no_global);
        assert!(matches!(&restored.resumption, Resumption::Result(value) if value.as_float() == Some(0.5)));
    }
}
