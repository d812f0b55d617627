//! Runtime helpers on objects: an `extern "C"` function for each row of the table that needs the runtime.
//!
//! In: tags and payloads, borrowed from whoever holds them. Out: the same, kept alive by the context; a status that is not zero says
//! that nothing was done and the interpreter has to do the statement. The semantics are those of [`value::ops`](crate::value::ops); this file
//! only converts. Script code never runs in here: where an operator would call some, the helper gives up before any effect.
#![allow(unsafe_code)]

use super::abi::JitContext;
use super::exit::{owned, view};
use super::frames;
use super::lookup;
use crate::array::ndarray::{Dense, Layout};
use crate::array::{DType, Scalar, cast};
use crate::builtins::modules::numpy::GENERATORS;
use crate::interp::poll::KEPT;
use crate::number::Complex64;
use crate::resolve::tree::BinaryOp;
use crate::trace::helper::{BINARY_OPS, HelperId, UNARY_OPS};
use crate::value::array::{self, pending};
use crate::value::byte_array::ByteArray;
use crate::value::cell::Cell;
use crate::value::dict::Dict;
use crate::value::exception::take_pending;
use crate::value::function::{Builtin, Method};
use crate::value::heap::finalize;
use crate::value::heap::flat::Storage;
use crate::value::instance::Instance;
use crate::value::iterator::Iterator;
use crate::value::list::List;
use crate::value::module::Module;
use crate::value::native::Run;
use crate::value::ops::advance::Pair;
use crate::value::range::Range;
use crate::value::set::Set;
use crate::value::shape::Shape;
use crate::value::slice::Slice;
use crate::value::tuple::Tuple;
use crate::value::{Arguments, Kind, Raise, Res, Symbol, TAG_OBJECT, Value, host, ops};
use std::mem::ManuallyDrop;
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::Ordering;

/// One result and a status, which travel in two registers.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct WordOrStatus {
    pub(super) word: u64,
    pub(super) status: u64,
}

const FAILED: WordOrStatus = WordOrStatus { word: 0, status: 1 };

/// A value that somebody else owns.
pub(super) fn look(tag: u64, payload: u64) -> ManuallyDrop<Value> {
    ManuallyDrop::new(owned(tag, payload))
}

/// An object that somebody else owns.
pub(super) fn object(payload: u64) -> ManuallyDrop<Value> {
    look(TAG_OBJECT, payload)
}

impl JitContext {
    /// Keeps an object alive, and asks to be left when there are too many of them.
    pub(super) fn keep(&mut self, value: Value) {
        match std::mem::take(&mut self.turn) {
            0 => self.kept.keep(value),
            turn => return self.kept.keep_for_a_turn(turn as usize - 1, value),
        }
        if self.kept.is_full() {
            self.ask_to_leave();
        }
    }

    fn ask_to_leave(&self) {
        // SAFETY: the poll word outlives every context that was made for it.
        unsafe { (*self.poll).fetch_or(KEPT.into(), Ordering::Relaxed) };
    }

    /// Does the work; none where it raised, ran into script code or panicked.
    pub(super) fn attempt<T>(&mut self, work: impl FnOnce() -> Result<T, Raise>) -> Option<T> {
        match panic::catch_unwind(AssertUnwindSafe(|| host::without_scripts(work))) {
            Ok(Ok(result)) => Some(result),
            Ok(Err(Raise)) => {
                drop(take_pending());
                None
            }
            Err(payload) => {
                self.panic = Some(payload);
                None
            }
        }
    }

    /// Does work whose result is any value.
    pub(super) fn any(&mut self, work: impl FnOnce() -> Result<Value, Raise>) -> u64 {
        match self.attempt(work) {
            Some(value) => self.give(value),
            None => 1,
        }
    }

    /// Hands a value over.
    #[inline]
    pub(super) fn give(&mut self, value: Value) -> u64 {
        (self.results[0], self.results[1]) = (value.tag(), value.payload());
        self.keep(value);
        0
    }

    /// Keeps a new object.
    fn new_object(&mut self, value: Value) -> u64 {
        let word = value.payload();
        self.keep(value);
        word
    }

    /// Does work whose result is an object.
    pub(super) fn made(&mut self, work: impl FnOnce() -> Result<Value, Raise>) -> WordOrStatus {
        match self.attempt(work) {
            Some(value) => {
                let word = value.payload();
                self.keep(value);
                WordOrStatus { word, status: 0 }
            }
            None => FAILED,
        }
    }

    /// Does work whose result is a word that is no object.
    pub(super) fn word(&mut self, work: impl FnOnce() -> Result<u64, Raise>) -> WordOrStatus {
        self.attempt(work).map_or(FAILED, |word| WordOrStatus { word, status: 0 })
    }

    /// Does work without a result.
    pub(super) fn done(&mut self, work: impl FnOnce() -> Result<(), Raise>) -> u64 {
        u64::from(self.attempt(work).is_none())
    }
}

/// What makes a helper give up.
pub(super) fn refuse<T>() -> Result<T, Raise> {
    Err(crate::raise!(SystemError, "left to the interpreter"))
}

extern "C" fn keep(context: &mut JitContext, tag: u64, payload: u64) {
    let value = Value::clone(&look(tag, payload));
    context.keep(value);
}

extern "C" fn list_new(context: &mut JitContext) -> u64 {
    context.new_object(Value::from(List::new()))
}

extern "C" fn dict_new(context: &mut JitContext) -> u64 {
    context.new_object(Value::from(Dict::new()))
}

extern "C" fn set_new(context: &mut JitContext) -> u64 {
    context.new_object(Value::from(Set::create(false)))
}

/// A set with the items of a frozen one that has constants only.
extern "C" fn set_copy(context: &mut JitContext, frozen: u64) -> u64 {
    let frozen = object(frozen);
    let frozen = frozen.as_gc::<Set>().expect("a constant");
    context.new_object(Value::from(frozen.copy(false).expect("an empty set is filled without a comparison")))
}

extern "C" fn list_append(_context: &mut JitContext, list: u64, tag: u64, payload: u64) {
    let (list, value) = (object(list), look(tag, payload));
    let list = list.as_gc::<List>().expect("the kind was guarded");
    list.push(Value::clone(&value));
}

extern "C" fn list_append_complex(_context: &mut JitContext, list: u64, re: f64, im: f64) {
    let list = object(list);
    let list = list.as_gc::<List>().expect("the kind was guarded");
    list.push(Value::complex(re, im));
}

extern "C" fn list_extend(context: &mut JitContext, list: u64, tag: u64, payload: u64) -> u64 {
    let (list, more) = (object(list), look(tag, payload));
    context.done(|| match more.kind() {
        Some(Kind::List | Kind::Tuple | Kind::Str | Kind::Range) => {
            ops::binary::in_place(BinaryOp::Add, &list, &more).map(drop)
        }
        _ => refuse(),
    })
}

extern "C" fn tuple_of(context: &mut JitContext, list: u64) -> u64 {
    let list = object(list);
    let list = list.downcast::<List>().expect("a list was made for it");
    context.new_object(Value::tuple((0..list.len()).filter_map(|place| list.get(place)).collect()))
}

/// Helpers that make a tuple of so many values, each a tag and a payload.
macro_rules! tuples {
    ($($name:ident($($tag:ident $payload:ident),*);)*) => {
        $(#[allow(clippy::too_many_arguments, reason = "words of values, as machine code passes them")]
        extern "C" fn $name(context: &mut JitContext, $($tag: u64, $payload: u64),*) -> u64 {
            let mut items = [$(look($tag, $payload)),*].map(|item| Value::clone(&item));
            context.new_object(Value::from(Tuple::of(&mut items)))
        })*
    };
}

tuples! {
    single(a_tag a);
    triple(a_tag a, b_tag b, c_tag c);
    quadruple(a_tag a, b_tag b, c_tag c, d_tag d);
    quintuple(a_tag a, b_tag b, c_tag c, d_tag d, e_tag e);
    sextuple(a_tag a, b_tag b, c_tag c, d_tag d, e_tag e, f_tag f);
}

extern "C" fn pair(context: &mut JitContext, tag: u64, payload: u64, other_tag: u64, other: u64) -> u64 {
    let (first, second) = (Value::clone(&look(tag, payload)), Value::clone(&look(other_tag, other)));
    context.new_object(Value::pair(first, second))
}

extern "C" fn complex128_new(context: &mut JitContext, re: f64, im: f64) -> u64 {
    context.new_object(Value::from(Scalar::of(Complex64::new(re, im))))
}

#[allow(clippy::too_many_arguments)]
extern "C" fn array_view(
    context: &mut JitContext,
    owner: u64,
    data: u64,
    layout: u64,
    n0: u64,
    n1: u64,
    n2: u64,
    n3: u64,
    s0: u64,
    s1: u64,
    s2: u64,
    s3: u64,
) -> u64 {
    let [rank, dtype, ..] = (layout as u32).to_le_bytes();
    let dtype = DType::from_number(dtype.into()).expect("compiled code names a type of elements");
    let rank = usize::from(rank);
    let words: Vec<u64> =
        [n0, n1, n2, n3].into_iter().take(rank).chain([s0, s1, s2, s3].into_iter().take(rank)).collect();
    let layout = Layout::new(rank as u8, dtype, Dense::Nowhere);
    context.new_object(view(&object(owner), data, layout, &words))
}

extern "C" fn complex_new(context: &mut JitContext, re: f64, im: f64) -> u64 {
    context.new_object(Value::complex(re, im))
}

extern "C" fn binary(context: &mut JitContext, op: u64, tag: u64, payload: u64, other_tag: u64, other: u64) -> u64 {
    let (x, y) = (look(tag, payload), look(other_tag, other));
    context.any(|| match are_small(&[&x, &y]) {
        true => ops::binary::binary(BINARY_OPS[op as usize], &x, &y),
        false => refuse(),
    })
}

/// Whether there is no array among values that the interpreter would compute with in one pass over a whole expression.
fn are_small(values: &[&Value]) -> bool {
    !values.iter().any(|value| pending::is_large(value))
}

extern "C" fn in_place(context: &mut JitContext, op: u64, tag: u64, payload: u64, other_tag: u64, other: u64) -> u64 {
    let (x, y) = (look(tag, payload), look(other_tag, other));
    context.done(|| {
        let Some(target) = array::as_array(&x).filter(|target| target.is_writeable() && are_small(&[&x, &y])) else {
            return refuse();
        };
        // Nothing has been written if it fails, or there is something to warn of.
        let result = ops::binary::binary(BINARY_OPS[op as usize], &x, &y)?;
        match array::as_array(&result) {
            Some(result) if result.shape() == target.shape() && result.dtype() == target.dtype() => {
                Ok(cast::assign(target, result)?)
            }
            _ => refuse(),
        }
    })
}

extern "C" fn slice_new(
    context: &mut JitContext,
    start_tag: u64,
    start: u64,
    stop_tag: u64,
    stop: u64,
    step_tag: u64,
    step: u64,
) -> u64 {
    let part = |tag, payload| Value::clone(&look(tag, payload));
    context.new_object(Value::from(Slice::create(part(start_tag, start), part(stop_tag, stop), part(step_tag, step))))
}

extern "C" fn set_item(
    context: &mut JitContext,
    container: u64,
    index_tag: u64,
    index: u64,
    tag: u64,
    payload: u64,
) -> u64 {
    let (container, index, value) = (object(container), look(index_tag, index), look(tag, payload));
    let (Some(list), Some(place)) = (container.as_gc::<List>(), index.as_int()) else {
        return match lose(context, &container, &index) {
            true => context.done(|| ops::index::set(&container, &index, Value::clone(&value))),
            false => 1,
        };
    };
    let Some(old) = list.any_at(place).cloned() else {
        return context.done(|| ops::index::set(&container, &index, Value::clone(&value)));
    };
    if may_run_scripts_when_released(&old) {
        return 1;
    }
    let from_front = if place < 0 { place + list.len() as i64 } else { place };
    list.set_any(from_front as usize, Value::clone(&value));
    if let Value::Object(_) = old {
        // What is overwritten may be in use.
        context.keep(old);
    }
    0
}

/// Keeps what a list or dictionary is about to lose by a change at an index or slice; false if that has to happen at its statement.
fn lose(context: &mut JitContext, container: &Value, index: &Value) -> bool {
    let old = context.attempt(|| match (container.kind(), container.downcast::<List>()) {
        (Some(Kind::List), Some(list)) if list.storage() != Storage::Any => Ok(None),
        (Some(Kind::List | Kind::Dict), _) => ops::index::get(container, index).map(Some),
        _ => refuse(),
    });
    keep_lost(context, old, index.kind() == Some(Kind::Slice))
}

/// The same of what has been found: nothing, an item, or a list of several.
fn keep_lost(context: &mut JitContext, old: Option<Option<Value>>, several: bool) -> bool {
    let Some(old) = old else { return false };
    let Some(old) = old else { return true };
    let runs = match old.downcast::<List>().filter(|_| several) {
        Some(items) => (0..items.len()).filter_map(|at| items.get(at)).any(|item| may_run_scripts_when_released(&item)),
        None => may_run_scripts_when_released(&old),
    };
    if !runs {
        context.keep(old);
    }
    !runs
}

#[allow(clippy::too_many_arguments, reason = "words of values, as machine code passes them")]
extern "C" fn set_slice(
    context: &mut JitContext,
    list: u64,
    start_tag: u64,
    start: u64,
    stop_tag: u64,
    stop: u64,
    step_tag: u64,
    step: u64,
    tag: u64,
    payload: u64,
) -> u64 {
    let (list, value) = (object(list), look(tag, payload));
    let (start, stop, step) = (look(start_tag, start), look(stop_tag, stop), look(step_tag, step));
    let old = context.attempt(|| match list.downcast::<List>() {
        Some(items) if items.storage() != Storage::Any => Ok(None),
        Some(_) => ops::index::get_slice(&list, &start, &stop, &step).map(Some),
        None => refuse(),
    });
    match keep_lost(context, old, true) {
        true => context.done(|| ops::index::set_slice(&list, [&start, &stop, &step], Value::clone(&value))),
        false => 1,
    }
}

extern "C" fn delete_item(context: &mut JitContext, container: u64, tag: u64, payload: u64) -> u64 {
    let (container, index) = (object(container), look(tag, payload));
    match lose(context, &container, &index) {
        true => context.done(|| ops::index::delete(&container, &index)),
        false => 1,
    }
}

/// Whether letting go of a value may do more than give memory back: that has to happen at its statement.
pub(super) fn may_run_scripts_when_released(value: &Value) -> bool {
    match value.kind() {
        Some(Kind::Instance) => finalize::may_run(),
        Some(Kind::Generator) => true,
        _ => false,
    }
}

#[allow(clippy::too_many_arguments, reason = "words of values, as machine code passes them")]
extern "C" fn slice(
    context: &mut JitContext,
    tag: u64,
    payload: u64,
    start_tag: u64,
    start: u64,
    stop_tag: u64,
    stop: u64,
    step_tag: u64,
    step: u64,
) -> u64 {
    let (object, start) = (look(tag, payload), look(start_tag, start));
    let (stop, step) = (look(stop_tag, stop), look(step_tag, step));
    context.any(|| ops::index::get_slice(&object, &start, &stop, &step))
}

extern "C" fn length(context: &mut JitContext, payload: u64) -> WordOrStatus {
    let object = object(payload);
    context.word(|| Ok(ops::length(&object)? as u64))
}

extern "C" fn truth(context: &mut JitContext, tag: u64, payload: u64) -> WordOrStatus {
    let value = look(tag, payload);
    context.word(|| Ok(u64::from(ops::truth(&value)?)))
}

extern "C" fn text_append(context: &mut JitContext, text: u64, more: u64) -> u64 {
    let unique = if text == more { None } else { context.kept.take_unique(text) };
    let mut grown = unique.unwrap_or_else(|| Value::clone(&object(text)));
    ops::sequence::append_text(&mut grown, &object(more)).expect("text grows by text");
    context.new_object(grown)
}

extern "C" fn unary(context: &mut JitContext, op: u64, tag: u64, payload: u64) -> u64 {
    let value = look(tag, payload);
    context.any(|| match are_small(&[&value]) {
        true => ops::unary(UNARY_OPS[op as usize], &value),
        false => refuse(),
    })
}

/// A call that only computes: nothing goes while it runs.
fn call<const COUNT: usize>(context: &mut JitContext, callee: u64, args: [ManuallyDrop<Value>; COUNT]) -> u64 {
    let callee = object(callee);
    // SAFETY: `ManuallyDrop` is transparent, and the slice is gone before the array is.
    let args = unsafe { &*(&raw const args).cast::<[Value; COUNT]>() };
    context.any(|| call_any(&callee, args))
}

/// The same of what a built-in function does with arguments that need no binding, nor a look at what they are.
fn run<const COUNT: usize>(context: &mut JitContext, run: u64, args: [ManuallyDrop<Value>; COUNT]) -> u64 {
    // SAFETY: the builder has put the address of such a function there.
    let run: Run = unsafe { std::mem::transmute(run as usize as *const ()) };
    // SAFETY: `ManuallyDrop` is transparent, and the slice is gone before the array is.
    let args = unsafe { &*(&raw const args).cast::<[Value; COUNT]>() };
    context.any(|| run(args))
}

/// A call that is an effect, and may let go of what others do not hold: that runs no script code while no object waits for its end.
fn change<const COUNT: usize>(context: &mut JitContext, callee: u64, args: [ManuallyDrop<Value>; COUNT]) -> u64 {
    let callee = object(callee);
    if finalize::may_run() && !lets_nothing_go(&callee, &args) {
        return 1;
    }
    let mut held = [const { Value::None }; COUNT];
    for (held, arg) in held.iter_mut().zip(&args) {
        *held = Value::clone(arg);
    }
    let status = context.any(|| call_any(&callee, &held));
    if status == 0 {
        // A method may have let go of what its receiver held and this call was given.
        for arg in &mut held {
            if matches!(arg, Value::Object(object) if object.is_unique()) {
                context.kept.keep(arg.take());
            }
        }
    }
    status
}

/// Whether a call lets go of nothing that others may not hold.
fn lets_nothing_go(callee: &Value, args: &[ManuallyDrop<Value>]) -> bool {
    let Some(builtin) = callee.downcast::<Builtin>() else { return false };
    let draws = |owner: Symbol| matches!(owner.as_str(), "Random" | GENERATORS);
    if builtin.module() == Some("random") || builtin.owner().is_some_and(draws) {
        return true;
    }
    let named = |names: &[&str]| names.contains(&builtin.name().as_str());
    let adds = match args.first().and_then(|receiver| receiver.kind()) {
        Some(Kind::List) => named(&["append", "insert", "extend", "index", "count", "copy", "reverse"]),
        Some(Kind::Set) => named(&["add", "copy", "isdisjoint", "issubset", "issuperset"]),
        Some(Kind::Dict) => named(&["get", "setdefault", "copy", "keys", "values", "items"]),
        Some(Kind::ByteArray) => true,
        Some(Kind::Instance) => builtin.owner().is_some_and(|owner| owner.as_str() == "array.array"),
        _ => false,
    };
    adds && !args[1..].iter().any(|arg| may_run_scripts_when_released(arg))
}

fn call_any(callee: &Value, args: &[Value]) -> Res {
    if args.iter().any(pending::is_large) {
        return refuse();
    }
    match callee.downcast::<Builtin>() {
        Some(builtin) => builtin.call(&Arguments::new(args)),
        None => ops::call::call(callee, args),
    }
}

/// Helpers that call with so many arguments, each a tag and a payload.
macro_rules! calls {
    ($($name:ident = $how:ident($($tag:ident $payload:ident),*);)*) => {
        $(#[allow(clippy::too_many_arguments, reason = "words of values, as machine code passes them")]
        extern "C" fn $name(context: &mut JitContext, callee: u64, $($tag: u64, $payload: u64),*) -> u64 {
            $how(context, callee, [$(look($tag, $payload)),*])
        })*
    };
}

calls! {
    call_0 = call();
    call_1 = call(tag payload);
    call_2 = call(tag payload, tag_2 payload_2);
    call_3 = call(tag payload, tag_2 payload_2, tag_3 payload_3);
    run_1 = run(tag payload);
    run_2 = run(tag payload, tag_2 payload_2);
    run_3 = run(tag payload, tag_2 payload_2, tag_3 payload_3);
    change_1 = change(tag payload);
    change_2 = change(tag payload, tag_2 payload_2);
    change_3 = change(tag payload, tag_2 payload_2, tag_3 payload_3);
}

extern "C" fn list_pop(context: &mut JitContext, list: u64) -> u64 {
    let list = object(list);
    context.any(|| match list.downcast::<List>().and_then(|list| list.pop()) {
        Some(item) => Ok(item),
        None => refuse(),
    })
}

extern "C" fn byte_append(_context: &mut JitContext, array: u64, byte: u64) -> u64 {
    let array = object(array);
    match (array.downcast::<ByteArray>(), u8::try_from(byte)) {
        (Some(array), Ok(byte)) if array.may_grow() => {
            array.change(|data| data.push(byte));
            0
        }
        _ => 1,
    }
}

extern "C" fn method_new(context: &mut JitContext, function: u64, tag: u64, payload: u64) -> u64 {
    let (function, receiver) = (Value::clone(&object(function)), Value::clone(&look(tag, payload)));
    context.new_object(Value::from(Method::create(function, receiver)))
}

extern "C" fn random(_context: &mut JitContext) -> f64 {
    crate::builtins::modules::random::draw()
}

extern "C" fn instance_new(context: &mut JitContext, shape: u64) -> u64 {
    let shape = object(shape);
    let shape = shape.as_gc::<Shape>().expect("a shape");
    context.new_object(Value::from(Instance::of_shape(shape)))
}

extern "C" fn instance_fill(_context: &mut JitContext, instance: u64, tag: u64, payload: u64) {
    let (instance, value) = (object(instance), look(tag, payload));
    let instance = instance.downcast::<Instance>().expect("an instance was made");
    instance.fill(Value::clone(&value));
}

extern "C" fn field_set(context: &mut JitContext, instance: u64, place: u64, tag: u64, payload: u64) -> u64 {
    let (instance, value) = (object(instance), look(tag, payload));
    let instance = instance.downcast::<Instance>().expect("the kind was guarded");
    let old = instance.field(place as usize);
    if may_run_scripts_when_released(&old) {
        return 1;
    }
    context.keep(old);
    instance.set_field(place as usize, Value::clone(&value));
    0
}

extern "C" fn field_add(_context: &mut JitContext, instance: u64, shape: u64, tag: u64, payload: u64) {
    let (instance, shape, value) = (object(instance), object(shape), look(tag, payload));
    let instance = instance.downcast::<Instance>().expect("the kind was guarded");
    instance.add_field(shape.as_gc::<Shape>().expect("a shape"), Value::clone(&value));
}

extern "C" fn cell_new(context: &mut JitContext, tag: u64, payload: u64) -> u64 {
    let value = look(tag, payload);
    context.new_object(Value::from(Cell::create(Value::clone(&value))))
}

extern "C" fn cell_set(context: &mut JitContext, cell: u64, tag: u64, payload: u64) {
    let (cell, value) = (object(cell), look(tag, payload));
    let cell = cell.downcast::<Cell>().expect("the kind was guarded");
    context.keep(cell.get());
    cell.set(Value::clone(&value));
}

extern "C" fn global_set(context: &mut JitContext, module: u64, slot: u64, tag: u64, payload: u64) {
    let (module, value) = (object(module), look(tag, payload));
    let module = module.as_gc::<Module>().expect("a module");
    context.keep(module.get_slot(slot as u32).unwrap_or_default());
    module.set_slot(slot as u32, Value::clone(&value));
}

extern "C" fn range_bounds(context: &mut JitContext, range: u64) -> u64 {
    match object(range).downcast::<Range>().and_then(Range::as_small) {
        Some((start, stop, step)) => {
            context.results[..3].copy_from_slice(&[start as u64, stop as u64, step as u64]);
            0
        }
        None => 1,
    }
}

extern "C" fn iterate(context: &mut JitContext, tag: u64, payload: u64) -> WordOrStatus {
    let value = look(tag, payload);
    context.made(|| match ops::iter(&value)? {
        iterator if is_plain(&iterator) => Ok(iterator),
        _ => refuse(),
    })
}

/// Whether taking items from an iterator runs no script code.
fn is_plain(iterator: &Value) -> bool {
    iterator.downcast::<Iterator>().is_some_and(Iterator::is_plain)
}

extern "C" fn take_apart(context: &mut JitContext, iterator: u64, code: u64) -> u64 {
    let value = object(iterator);
    let Value::Object(handle) = &*value else { return 1 };
    let mut words = Vec::new();
    let shape = match handle.downcast::<Iterator>() {
        Some(iterator) if handle.is_unique() => iterator.shape(&mut |part| words.push(part)),
        _ => None,
    };
    if shape.and_then(|shape| shape.code()) != Some(code as i64) || words.len() > context.results.len() {
        return 1;
    }
    for (at, part) in words.into_iter().enumerate() {
        context.results[at] = part.payload();
        context.keep(part);
    }
    0
}

/// Takes an item, or finds that there is none; nothing where that would run script code, or raises.
fn take_next(context: &mut JitContext, iterator: u64) -> Option<Option<Value>> {
    let iterator = object(iterator);
    context.attempt(|| if is_plain(&iterator) { ops::next(&iterator) } else { refuse() })
}

extern "C" fn next(context: &mut JitContext, iterator: u64) -> u64 {
    let Some(item) = take_next(context, iterator) else { return 1 };
    let (more, item) = (item.is_some(), item.unwrap_or_default());
    context.results[..3].copy_from_slice(&[u64::from(more), item.tag(), item.payload()]);
    context.keep(item);
    0
}

extern "C" fn next_item(context: &mut JitContext, iterator: u64) -> u64 {
    let Some(Some(item)) = take_next(context, iterator) else { return 1 };
    context.results[..2].copy_from_slice(&[item.tag(), item.payload()]);
    context.keep(item);
    0
}

extern "C" fn next_pair(context: &mut JitContext, iterator: u64) -> u64 {
    let iterator = object(iterator);
    let pairs = iterator.downcast::<Iterator>().filter(|pairs| pairs.is_plain() && pairs.gives_halves());
    let Some(pairs) = pairs else { return 1 };
    let item = context.attempt(|| pairs.next_pair());
    let Some(item) = item else { return 1 };
    let more = item.is_some();
    let halves = match item {
        None => [Value::None, Value::None],
        Some(Pair::Halves(first, second)) => [first, second],
        Some(Pair::Whole(whole)) => match whole.downcast::<Tuple>().map(Tuple::items) {
            Some([first, second]) => [first.clone(), second.clone()],
            _ => unreachable!("an iterator of pairs gives pairs"),
        },
    };
    let [first, second] = &halves;
    let words = [u64::from(more), first.tag(), first.payload(), second.tag(), second.payload()];
    context.results[..5].copy_from_slice(&words);
    halves.into_iter().for_each(|half| context.keep(half));
    0
}

/// The address of the entry of a helper that works on objects.
pub fn address(helper: HelperId) -> Option<*const u8> {
    Some(match helper {
        HelperId::KEEP => keep as *const u8,
        HelperId::LIST_NEW => list_new as *const u8,
        HelperId::IN_PLACE => in_place as *const u8,
        HelperId::DICT_NEW => dict_new as *const u8,
        HelperId::DICT_FILL | HelperId::DICT_SET => lookup::dict_set as *const u8,
        HelperId::DICT_GET => lookup::dict_get as *const u8,
        HelperId::SET_NEW => set_new as *const u8,
        HelperId::SET_COPY => set_copy as *const u8,
        HelperId::SET_FILL | HelperId::SET_ADD => lookup::set_add as *const u8,
        HelperId::LIST_APPEND | HelperId::LIST_FILL => list_append as *const u8,
        HelperId::LIST_APPEND_COMPLEX => list_append_complex as *const u8,
        HelperId::LIST_EXTEND => list_extend as *const u8,
        HelperId::LIST_POP => list_pop as *const u8,
        HelperId::TUPLE_OF => tuple_of as *const u8,
        HelperId::SINGLE => single as *const u8,
        HelperId::PAIR => pair as *const u8,
        HelperId::TRIPLE => triple as *const u8,
        HelperId::QUADRUPLE => quadruple as *const u8,
        HelperId::QUINTUPLE => quintuple as *const u8,
        HelperId::SEXTUPLE => sextuple as *const u8,
        HelperId::KEY_OF_TWO => lookup::key_of_two as *const u8,
        HelperId::KEY_OF_THREE => lookup::key_of_three as *const u8,
        HelperId::COMPLEX_NEW => complex_new as *const u8,
        HelperId::ARRAY_VIEW => array_view as *const u8,
        HelperId::COMPLEX128_NEW => complex128_new as *const u8,
        HelperId::BINARY => binary as *const u8,
        HelperId::COMPARE => lookup::compare as *const u8,
        HelperId::GET_ITEM => lookup::get_item as *const u8,
        HelperId::SET_ITEM => set_item as *const u8,
        HelperId::SLICE => slice as *const u8,
        HelperId::SLICE_NEW => slice_new as *const u8,
        HelperId::SET_SLICE => set_slice as *const u8,
        HelperId::DELETE_ITEM => delete_item as *const u8,
        HelperId::BYTE_APPEND => byte_append as *const u8,
        HelperId::METHOD_NEW => method_new as *const u8,
        HelperId::RANDOM => random as *const u8,
        HelperId::LENGTH => length as *const u8,
        HelperId::TEXT_APPEND => text_append as *const u8,
        HelperId::UNARY => unary as *const u8,
        HelperId::TRUTH => truth as *const u8,
        HelperId::PURE_CALL_0 => call_0 as *const u8,
        HelperId::PURE_CALL_1 => call_1 as *const u8,
        HelperId::RUN_1 => run_1 as *const u8,
        HelperId::RUN_2 => run_2 as *const u8,
        HelperId::RUN_3 => run_3 as *const u8,
        HelperId::CALL_1 | HelperId::ROW_CALL_1 => change_1 as *const u8,
        HelperId::PURE_CALL_2 => call_2 as *const u8,
        HelperId::CALL_2 | HelperId::ROW_CALL_2 => change_2 as *const u8,
        HelperId::PURE_CALL_3 => call_3 as *const u8,
        HelperId::CALL_3 | HelperId::ROW_CALL_3 => change_3 as *const u8,
        HelperId::INSTANCE_NEW => instance_new as *const u8,
        HelperId::INSTANCE_FILL => instance_fill as *const u8,
        HelperId::FIELD_SET => field_set as *const u8,
        HelperId::FIELD_ADD => field_add as *const u8,
        HelperId::CELL_NEW => cell_new as *const u8,
        HelperId::CELL_SET => cell_set as *const u8,
        HelperId::GLOBAL_SET => global_set as *const u8,
        HelperId::RANGE_BOUNDS => range_bounds as *const u8,
        HelperId::ITERATE => iterate as *const u8,
        HelperId::TAKE_APART => take_apart as *const u8,
        HelperId::GENERATOR_SLOTS => frames::generator_slots as *const u8,
        HelperId::GENERATOR_WAITS => frames::generator_waits as *const u8,
        HelperId::GENERATOR_TAKEN => frames::generator_taken as *const u8,
        HelperId::SLOT_SET => frames::slot_set as *const u8,
        HelperId::INTERPRET | HelperId::INTERPRET_ANY => frames::interpret as *const u8,
        HelperId::SLOTS_EMPTY => frames::slots_empty as *const u8,
        HelperId::NEXT => next as *const u8,
        HelperId::NEXT_ITEM => next_item as *const u8,
        HelperId::NEXT_PAIR => next_pair as *const u8,
        _ => return None,
    })
}
