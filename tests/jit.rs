//! Runs IR twice: through the checked evaluator and as machine code, on the same inputs, and compares exits and memory.
//!
//! Each file of `tests/jit` holds units in text form; the last one is run, the others can be called (`u0`, `u1`, ...; the
//! last one may call itself by its position). Lines `# run: ...` give inputs: items separated by `;`, item k for slot k
//! (or argument k) of the frame: an int, a float, `true`, or `[1, 2.5, ...]` for the address of a row of words. Behind `->` may
//! stand what is expected, so that both being wrong in the same way is noticed: `e1 45.5` for exit and values, `ret 3`, or `no entry`.
#![allow(unsafe_code)]

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;
use std::sync::RwLock;
use std::sync::atomic::AtomicU64;
use taipan::jit::abi::{Call, JitContext, Leave, Runtime, Status};
use taipan::jit::compile::{CompiledUnit, Compiler};
use taipan::jit::lower::{Options, stored_values};
use taipan::jit::verify::{self, Lockstep};
use taipan::trace::eval::{Evaluator, Memory, Stop};
use taipan::trace::helper::{Effect, HELPERS};
use taipan::trace::ir::{
    BoolBinary, Compare, FloatBinary, FloatUnary, IntBinary, IntChecked, IntUnary, Place, Source, Ty, Unit, UnitKind,
};
use taipan::trace::text;
use taipan::value::Value;

/// Slots of every frame in these tests.
const SLOTS: usize = 8;

/// One input.
#[derive(Clone, Debug)]
enum Item {
    Value(Value),
    Row(Vec<u64>),
}

/// The memory of a run: the frame and the rows.
struct Inputs {
    frame: Vec<Value>,
    rows: Vec<Box<[u64]>>,
}

impl Inputs {
    fn new(items: &[Item]) -> Inputs {
        let mut inputs = Inputs { frame: vec![Value::Unbound; SLOTS * 64], rows: Vec::new() };
        for (slot, item) in items.iter().enumerate() {
            inputs.frame[slot] = match item {
                Item::Value(value) => value.clone(),
                Item::Row(words) => {
                    inputs.rows.push(words.clone().into());
                    Value::int(inputs.rows.last().unwrap().as_ptr() as i64)
                }
            };
        }
        inputs
    }

    fn ranges(&self) -> Vec<(u64, usize)> {
        let frame = (self.frame.as_ptr() as u64, SLOTS * size_of::<Value>());
        let rows = self.rows.iter().map(|row| (row.as_ptr() as u64, row.len() * 8));
        std::iter::once(frame).chain(rows).collect()
    }

    /// The memory, word by word, all NaNs alike; `journal` in front of it.
    fn words(&self, journal: &[(u64, u8)]) -> Vec<u64> {
        let journal: HashMap<u64, u8> = journal.iter().copied().collect();
        let mut words = Vec::new();
        for (start, len) in self.ranges() {
            for at in (start..start + len as u64).step_by(8) {
                let byte = |at: u64| journal.get(&at).copied().or_else(|| self.byte(at)).unwrap();
                let word = u64::from_le_bytes(std::array::from_fn(|offset| byte(at + offset as u64)));
                words.push(normal(Ty::F64, word));
            }
        }
        words
    }

    /// The inputs as they were at first, at the same addresses.
    fn reset(&mut self, items: &[Item]) {
        let mut rows = self.rows.iter_mut();
        for (slot, item) in items.iter().enumerate() {
            match item {
                Item::Value(value) => self.frame[slot] = value.clone(),
                Item::Row(words) => rows.next().unwrap().copy_from_slice(words),
            }
        }
    }
}

impl Memory for Inputs {
    fn byte(&self, address: u64) -> Option<u8> {
        let inside = |&(start, len): &(u64, usize)| (start..start + len as u64).contains(&address);
        // SAFETY: the address lies in the frame or in a row, whose words are all initialised.
        self.ranges().iter().any(inside).then(|| unsafe { *(address as *const u8) })
    }
}

/// Calls that compiled code cannot do end with an exception.
struct Raises<'a>(RefCell<Option<Lockstep<'a>>>);

impl Runtime for Raises<'_> {
    fn serve(&self, context: &mut JitContext, _: u32, _: Leave, _: &mut [Value], _: u64) -> Status {
        context.status = Status::Raised as u64;
        Status::Raised
    }

    fn observe(&self, context: &mut JitContext, call: Call) {
        if let Some(lockstep) = &mut *self.0.borrow_mut() {
            lockstep.observe(context, call);
        }
    }
}

/// What a run ended with, for comparison.
#[derive(Debug, PartialEq)]
enum End {
    Exit(u32, Vec<u64>),
    Return(Vec<u64>),
    Failed,
    NoEntry,
    Fault(String),
}

/// NaNs count as equal.
fn normal(ty: Ty, bits: u64) -> u64 {
    if ty == Ty::F64 && f64::from_bits(bits).is_nan() { f64::NAN.to_bits() } else { bits }
}

fn exit_end(unit: &Unit, exit: taipan::trace::ir::ExitId, stored: &[u64]) -> End {
    // Each value has one word, wherever the exit tells of it.
    let words = stored_values(unit, exit);
    let told = unit.exit(exit).values().into_iter().filter_map(|val| {
        let word = words.binary_search(&val).ok()?;
        Some(normal(unit.ty(val), stored[word]))
    });
    End::Exit(exit.0, told.collect())
}

fn params(unit: &Unit, frame: &[Value]) -> Option<Vec<u64>> {
    let slot = |place: Place| match place {
        Place::Local(slot) => &frame[slot.0 as usize],
        other => panic!("{other:?}"),
    };
    let fits = |ty: Ty, value: &Value| {
        matches!((ty, value), (Ty::I64, Value::Int(_)) | (Ty::F64, Value::Float(_)) | (Ty::Bool, Value::Bool(_)))
    };
    unit.params
        .iter()
        .map(|param| match param.source {
            Source::Payload(place) => {
                let tagged = unit.params.iter().any(|other| other.source == Source::Tag(place));
                (tagged || fits(unit.ty(param.val), slot(place))).then(|| slot(place).payload())
            }
            Source::Tag(place) => Some(slot(place).tag()),
            Source::Argument(at) => Some(frame[at as usize].payload()),
            Source::Frame => Some(frame.as_ptr() as u64),
            Source::Depth => Some(50),
            Source::Globals(_) => panic!("no globals here"),
        })
        .collect()
}

fn evaluate(units: &[Unit], number: usize, memory: &Inputs, params: &[u64], depth: u32) -> (End, Vec<u64>) {
    let unit = &units[number];
    let mut evaluator = Evaluator::new(unit, memory, params, u64::MAX).with_fuel(10_000_000);
    let mut stop = evaluator.run();
    loop {
        let end = match stop {
            Ok(Stop::CallUnit(called, args)) => {
                let mut args = args.into_iter();
                let callee = &units[called as usize];
                let params: Vec<u64> = callee
                    .params
                    .iter()
                    .map(|param| match param.source {
                        Source::Argument(_) => args.next().unwrap(),
                        Source::Depth => u64::from(depth - 1),
                        other => panic!("{other:?}"),
                    })
                    .collect();
                let (end, _) = evaluate(units, called as usize, memory, &params, depth - 1);
                stop = match end {
                    End::Return(values) => evaluator.resume(Some(&values)),
                    _ => evaluator.resume(None),
                };
                continue;
            }
            Ok(Stop::Exit(exit, values)) => {
                let all = unit.exit(exit).values().into_iter().zip(values);
                let told = all.filter(|(val, _)| unit.as_const(*val).is_none());
                let told = told.map(|(val, bits)| normal(unit.ty(val), bits)).collect();
                if unit.kind == UnitKind::Function { End::Failed } else { End::Exit(exit.0, told) }
            }
            Ok(Stop::Return(values)) => {
                End::Return(unit.returns.iter().zip(values).map(|(&ty, bits)| normal(ty, bits)).collect())
            }
            Ok(Stop::Call(helper, args)) => panic!("{} {args:?}", helper.get().name),
            // Somebody claimed what is not so: machine code need not do anything sensible.
            Err(fault) => End::Fault(fault),
        };
        let journal: Vec<(u64, u8)> = evaluator.journal().iter().map(|(&at, &byte)| (at, byte)).collect();
        return (end, memory.words(&journal));
    }
}

/// How a unit is compiled and run.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Mode {
    Plain,
    /// In lock step with the evaluator.
    Verify,
    /// With this guard failing.
    Stress(u64),
}

fn run_code(compiler: &mut Compiler, compiled: &CompiledUnit, inputs: &mut Inputs, mode: Mode) -> End {
    let unit = &compiled.unit;
    let poll = AtomicU64::new(0);
    let mut context = JitContext::new(&poll);
    if let Mode::Stress(guard) = mode {
        context.stress = guard;
    }
    if unit.kind == UnitKind::Function {
        for (at, argument) in context.arguments.iter_mut().enumerate().take(SLOTS) {
            *argument = inputs.frame[at].payload();
        }
    }
    // The frame of a function lies behind the slots that the arguments came from.
    let first = if unit.kind == UnitKind::Function { SLOTS } else { 0 };
    let slots = &mut inputs.frame[first..];
    let runtime = Raises(RefCell::new(None));
    if mode == Mode::Verify && (unit.kind == UnitKind::Function || enters(unit, slots)) {
        *runtime.0.borrow_mut() = Some(Lockstep::start(unit, &context, slots, 50));
    }
    let (end, how) = match unit.kind {
        UnitKind::Loop => match compiled.enter(&mut context, &runtime, slots, 50) {
            None => return End::NoEntry,
            Some(leave) => (exit_end(unit, leave.exit, &context.exit_values), verify::End::Left(leave)),
        },
        UnitKind::Function => {
            let trampoline = compiler.trampoline(unit).unwrap();
            let status = compiled.call(&trampoline, &mut context, &runtime, slots, 50);
            let results = unit.returns.iter().zip(context.results);
            let end = match status {
                Status::Returned => End::Return(results.map(|(&ty, bits)| normal(ty, bits)).collect()),
                _ => End::Failed,
            };
            (end, verify::End::Returned(status))
        }
    };
    if let Some(lockstep) = runtime.0.take() {
        lockstep.finish(&context, how).unwrap_or_else(|fault| panic!("{fault}\n{unit}"));
    }
    end
}

/// Whether a loop unit can be entered with these slots.
fn enters(unit: &Unit, slots: &[Value]) -> bool {
    params(unit, slots).is_some()
}

fn item(text: &str) -> Item {
    let text = text.trim();
    if let Some(row) = text.strip_prefix('[') {
        let words = row.trim_end_matches(']').split(',').map(|word| match item(word) {
            Item::Value(value) => value.payload(),
            Item::Row(_) => panic!("a row in a row"),
        });
        return Item::Row(words.collect());
    }
    Item::Value(match text {
        "true" => Value::bool(true),
        "false" => Value::bool(false),
        "none" => Value::none(),
        "min" => Value::int(i64::MIN),
        "max" => Value::int(i64::MAX),
        _ => match text.parse::<i64>() {
            Ok(n) => Value::int(n),
            Err(_) => Value::float(text.parse().unwrap_or_else(|_| panic!("not an input: {text}"))),
        },
    })
}

fn expected(text: &str) -> End {
    let mut words = text.split_whitespace();
    let first = words.next().unwrap();
    if first == "no" {
        return End::NoEntry;
    }
    if first == "failed" {
        return End::Failed;
    }
    let values = words.map(|word| match item(word) {
        Item::Value(value) => normal(if value.as_float().is_some() { Ty::F64 } else { Ty::I64 }, value.payload()),
        Item::Row(_) => panic!("a row is no result"),
    });
    match first.strip_prefix('e') {
        Some(exit) => End::Exit(exit.parse().unwrap(), values.collect()),
        None => End::Return(values.collect()),
    }
}

fn compile_all(compiler: &mut Compiler, units: &[Unit], mode: Mode) -> Vec<CompiledUnit> {
    let mut compiled: Vec<CompiledUnit> = Vec::new();
    for (number, unit) in units.iter().enumerate() {
        let options = Options {
            slots: &|_| SLOTS as u32,
            own: Some(number as u32),
            stress: matches!(mode, Mode::Stress(_)),
            verify: mode == Mode::Verify,
            listing: false,
        };
        let entry_of = |number: u32| compiled.get(number as usize).map(|unit| unit.entry());
        let unit = compiler.compile(unit.clone(), number as u32, &options, entry_of);
        compiled.push(unit.unwrap_or_else(|error| panic!("{error}\n{}", units[number])));
    }
    compiled
}

fn parse_all(text: &str) -> Vec<Unit> {
    let mut starts: Vec<usize> = text.match_indices("\nunit ").map(|(at, _)| at + 1).collect();
    starts.push(text.len());
    let units = starts.windows(2).map(|pair| {
        let unit = text::parse(&text[pair[0]..pair[1]]).unwrap_or_else(|fault| panic!("{fault}"));
        unit.assert_well_formed();
        unit
    });
    units.collect()
}

fn run_file(path: &Path) -> usize {
    let text = std::fs::read_to_string(path).unwrap();
    let units = parse_all(&text);
    let mut compiler = Compiler::new();
    let all = [Mode::Plain, Mode::Verify, Mode::Stress(0)].map(|mode| compile_all(&mut compiler, &units, mode));
    let mut runs = 0;
    for line in text.lines().filter_map(|line| line.strip_prefix("# run:")) {
        let (inputs, expectation) = line.split_once("->").unwrap_or((line, ""));
        let items: Vec<Item> = inputs.split(';').filter(|text| !text.trim().is_empty()).map(item).collect();
        compare(&mut compiler, &units, &all, &items, expectation, &format!("{} with{line}", path.display()));
        runs += 1;
    }
    assert!(runs > 0, "{} has no runs", path.display());
    runs
}

/// Runs the last unit in every mode, from the same inputs.
fn compare(
    compiler: &mut Compiler,
    units: &[Unit],
    all: &[Vec<CompiledUnit>; 3],
    items: &[Item],
    expectation: &str,
    place: &str,
) {
    let last = units.len() - 1;
    let unit = &units[last];
    let mut inputs = Inputs::new(items);
    let before = inputs.words(&[]);
    let (predicted, after) = match params(unit, &inputs.frame) {
        Some(params) => evaluate(units, last, &inputs, &params, 50),
        None => (End::NoEntry, before.clone()),
    };
    for (mode, compiled) in [(Mode::Plain, &all[0]), (Mode::Verify, &all[1]), (Mode::Stress(u64::MAX), &all[2])] {
        inputs.reset(items);
        let end = run_code(compiler, &compiled[last], &mut inputs, mode);
        assert_eq!(end, predicted, "{place}, {mode:?}: machine code, evaluator\n{unit}");
        assert!(inputs.words(&[]) == after, "{place}, {mode:?}: memory differs\n{unit}");
        if !expectation.trim().is_empty() {
            assert_eq!(end, expected(expectation), "{place}: run, expectation");
        }
    }
    for guard in 0..all[2][last].guards.min(40) {
        inputs.reset(items);
        let end = run_code(compiler, &all[2][last], &mut inputs, Mode::Stress(guard));
        let left = matches!(end, End::Exit(..) | End::Failed);
        assert!(left || end == predicted, "{place}: guard {guard} neither failed nor was it passed by\n{unit}");
    }
}

/// Runs a function unit of arguments in registers on both; `None` if the evaluator finds a false claim.
fn run_both(compiler: &mut Compiler, compiled: &CompiledUnit, args: &[u64]) -> Option<(End, End)> {
    let unit = &compiled.unit;
    let nothing = Inputs::new(&[]);
    let (predicted, _) = evaluate(std::slice::from_ref(unit), 0, &nothing, args, 50);
    if matches!(predicted, End::Fault(_)) {
        return None;
    }
    let items: Vec<Item> = args.iter().map(|&bits| Item::Value(Value::int(bits as i64))).collect();
    Some((predicted, run_code(compiler, compiled, &mut Inputs::new(&items), Mode::Plain)))
}

const INTS: [i64; 22] = [
    0,
    1,
    -1,
    2,
    -2,
    3,
    -3,
    7,
    -7,
    8,
    10,
    63,
    64,
    1000,
    -1000,
    1 << 31,
    -(1 << 31),
    (1 << 53) + 1,
    i64::MAX,
    i64::MAX / 3,
    i64::MIN,
    i64::MIN + 1,
];

const FLOATS: [f64; 20] = [
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    1.5,
    2.5,
    -2.5,
    1e-310,
    3.7,
    -3.7,
    1e17,
    9.223372036854775e18,
    -9.223372036854776e18,
    9.223372036854776e18,
    1e300,
    f64::MAX,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::NAN,
];

/// A function of one operation; `$b` in it stands for the second operand.
fn function(types: (Ty, Ty, Ty), body: &str, operand: &str) -> Vec<Unit> {
    let (a, b, result) = (types.0.name(), types.1.name(), types.2.name());
    let text = format!(
        "\nunit function f(a: {a} = argument 0, b: {b} = argument 1) -> ({result}) {{
           exit e0 = resume f0@1 []
           {body}
           ret r
         }}",
    );
    parse_all(&text.replace("$b", operand))
}

/// The same operation in a loop on lanes, by itself.
fn beside_lanes(text: &str, result: Ty) -> String {
    format!(
        "b0: block {{ l0: loop (i: I64 = 0) entry e0 stmt 1 trips 0 {{
           s = iota i
           x = {text}
           br b0 x
         }} }} -> r: {}",
        result.name()
    )
}

/// The same operation on lanes, of which one is looked at.
fn on_lanes(text: &str, operands: usize, result: Ty) -> String {
    let (name, args) = text.split_once(' ').expect("an operation has operands");
    let args: Vec<&str> = args.split(", ").collect();
    let splats: String = (0..operands).map(|at| format!("s{at} = splat {}\n", args[at])).collect();
    let args: Vec<String> = (0..operands).map(|at| format!("s{at}")).collect();
    format!(
        "b0: block {{ l0: loop (i: I64 = 0) entry e0 stmt 1 trips 0 {{
           {splats}
           y = {name} {}
           x = lane.5 y
           br b0 x
         }} }} -> r: {}",
        args.join(", "),
        result.name()
    )
}

/// Operations that lanes have too, by the beginnings of their names.
const ON_LANES: &[&str] = &[
    "iadd ", "isub ", "iand ", "ior ", "ixor ", "icmp.", "fadd ", "fsub ", "fmul ", "fdiv ", "fneg ", "fabs ",
    "fsqrt ", "fcmp.", "band ", "bor ", "bxor ", "bnot ", "select ", "i2f ",
];

/// One operation on all pairs of edge values: between registers, with the second operand a constant, and in kernels.
fn operation(compiler: &mut Compiler, text: &str, first: &[u64], second: &[(u64, String)], types: (Ty, Ty, Ty)) {
    let compile = |compiler: &mut Compiler, body: &str, operand: &str| {
        compile_all(compiler, &function(types, body, operand), Mode::Plain).remove(0)
    };
    let (alone, beside) = (format!("r = {text}"), beside_lanes(text, types.2));
    let mut general = vec![compile(compiler, &alone, "b"), compile(compiler, &beside, "b")];
    if ON_LANES.iter().any(|name| text.starts_with(name)) && !text.starts_with("icmp.below") {
        general.push(compile(compiler, &on_lanes(text, text.split(", ").count(), types.2), "b"));
    }
    let mut compared = 0;
    for (b, name) in second {
        let special = [compile(compiler, &alone, name), compile(compiler, &beside, name)];
        for &a in first {
            for compiled in general.iter().chain(&special) {
                if let Some((predicted, end)) = run_both(compiler, compiled, &[a, *b]) {
                    assert_eq!(predicted, end, "{text} of {a:#x} and {b:#x} ({name})\n{}", compiled.unit);
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 0, "{text} was never compared");
}

#[test]
fn operations_agree_on_edge_values() {
    let _running = RUNNING.read();
    let mut compiler = Compiler::new();
    let ints: Vec<u64> = INTS.iter().map(|&n| n as u64).collect();
    let int_names: Vec<(u64, String)> = INTS.iter().map(|&n| (n as u64, n.to_string())).collect();
    let floats: Vec<u64> = FLOATS.iter().map(|x| x.to_bits()).collect();
    let float_names: Vec<(u64, String)> = FLOATS
        .iter()
        .map(|x| (x.to_bits(), if x.is_nan() { "nan:7ff8000000000000".into() } else { format!("{x:?}") }))
        .collect();
    let only = &int_names[..1];
    for op in IntBinary::ALL {
        operation(&mut compiler, &format!("{} a, $b", op.name()), &ints, &int_names, (Ty::I64, Ty::I64, Ty::I64));
    }
    for op in IntChecked::ALL {
        let (text, second) = match op.arity() {
            1 => (format!("{} a, e0", op.name()), only),
            _ => (format!("{} a, $b, e0", op.name()), &int_names[..]),
        };
        operation(&mut compiler, &text, &ints, second, (Ty::I64, Ty::I64, Ty::I64));
    }
    for op in IntUnary::ALL {
        operation(&mut compiler, &format!("{} a", op.name()), &ints, only, (Ty::I64, Ty::I64, Ty::I64));
    }
    for op in Compare::ALL {
        let text = format!("icmp.{} a, $b", op.name());
        operation(&mut compiler, &text, &ints, &int_names, (Ty::I64, Ty::I64, Ty::Bool));
        if *op != Compare::Below {
            let text = format!("fcmp.{} a, $b", op.name());
            operation(&mut compiler, &text, &floats, &float_names, (Ty::F64, Ty::F64, Ty::Bool));
        }
    }
    for op in FloatBinary::ALL {
        operation(&mut compiler, &format!("{} a, $b", op.name()), &floats, &float_names, (Ty::F64, Ty::F64, Ty::F64));
    }
    for op in FloatUnary::ALL {
        operation(&mut compiler, &format!("{} a", op.name()), &floats, only, (Ty::F64, Ty::I64, Ty::F64));
    }
    operation(&mut compiler, "single_bits a", &floats, only, (Ty::F64, Ty::I64, Ty::I64));
    operation(&mut compiler, "single_value a", &floats, only, (Ty::I64, Ty::I64, Ty::F64));
    for result in ["1.5", "inf", "nan:7ff8000000000000"] {
        operation(
            &mut compiler,
            &format!("quiet a, $b, {result}"),
            &floats,
            &float_names,
            (Ty::F64, Ty::F64, Ty::Bool),
        );
    }
    operation(&mut compiler, "i2f a", &ints, only, (Ty::I64, Ty::I64, Ty::F64));
    operation(&mut compiler, "f2i a, e0", &floats, only, (Ty::F64, Ty::I64, Ty::I64));
    operation(&mut compiler, "cast.I64 a", &floats, only, (Ty::F64, Ty::I64, Ty::I64));
    operation(&mut compiler, "cast.F64 a", &floats, only, (Ty::I64, Ty::I64, Ty::F64));
    operation(&mut compiler, "cast.I64 a", &[0, 1], only, (Ty::Bool, Ty::I64, Ty::I64));
    operation(&mut compiler, "cast.Bool a", &[0, 1], only, (Ty::I64, Ty::I64, Ty::Bool));
    let truths = [(0, "false".to_string()), (1, "true".to_string())];
    for op in BoolBinary::ALL {
        operation(&mut compiler, &format!("{} a, $b", op.name()), &[0, 1], &truths, (Ty::Bool, Ty::Bool, Ty::Bool));
    }
    operation(&mut compiler, "bnot a", &[0, 1], only, (Ty::Bool, Ty::I64, Ty::Bool));
    operation(&mut compiler, "select b, a, 1.5", &floats, &truths, (Ty::F64, Ty::Bool, Ty::F64));
}

#[test]
fn helpers_agree_on_edge_values() {
    let _running = RUNNING.read();
    let mut compiler = Compiler::new();
    let ints: Vec<u64> = INTS.iter().map(|&n| n as u64).collect();
    let floats: Vec<u64> = FLOATS.iter().map(|x| x.to_bits()).collect();
    for helper in HELPERS.iter().filter(|helper| helper.effect == Effect::Pure) {
        let edges = |ty: Ty| if ty == Ty::F64 { &floats } else { &ints };
        let params: Vec<String> =
            (0..).zip(helper.params).map(|(at, ty)| format!("a{at}: {} = argument {at}", ty.name())).collect();
        let args: Vec<String> = (0..helper.params.len()).map(|at| format!("a{at}")).collect();
        let results: Vec<String> = (0..helper.results.len()).map(|at| format!("r{at}")).collect();
        let types: Vec<&str> = helper.results.iter().map(|ty| ty.name()).collect();
        let text = format!(
            "\nunit function f({}) -> ({}) {{
               exit e0 = resume f0@1 []
               {} = call {} {}{}
               ret {}
             }}",
            params.join(", "),
            types.join(", "),
            results.join(", "),
            helper.name,
            args.join(", "),
            if helper.fails { ", e0" } else { "" },
            results.join(", ")
        );
        let compiled = compile_all(&mut compiler, &parse_all(&text), Mode::Plain).remove(0);
        let mut inputs: Vec<Vec<u64>> = vec![Vec::new()];
        for &ty in helper.params {
            let longer = inputs.iter().flat_map(|head| edges(ty).iter().map(|&next| [&head[..], &[next]].concat()));
            inputs = longer.collect();
        }
        let step = inputs.len().div_ceil(5000);
        for args in inputs.iter().step_by(step) {
            let (predicted, end) = run_both(&mut compiler, &compiled, args).expect("pure helpers claim nothing");
            assert_eq!(predicted, end, "{} of {args:x?}", helper.name);
        }
    }
}

#[test]
fn machine_code_does_what_the_evaluator_does() {
    let _running = RUNNING.read();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/jit");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "ir"));
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        run_file(&file);
    }
}

#[path = "jit/random.rs"]
mod random;

#[test]
fn random_units_agree() {
    let _running = RUNNING.read();
    let count: u64 = std::env::var("TAIPAN_RANDOM_UNITS").ok().and_then(|count| count.parse().ok()).unwrap_or(150);
    let mut compiler = Compiler::new();
    for seed in 0..count {
        let text = random::unit(seed);
        let units = parse_all(&text);
        let all = [Mode::Plain, Mode::Verify, Mode::Stress(0)].map(|mode| compile_all(&mut compiler, &units, mode));
        let mut random = random::Random(seed);
        for _ in 0..10 {
            let line = random::inputs(&mut random);
            let items: Vec<Item> = line.split(';').map(item).collect();
            compare(&mut compiler, &units, &all, &items, "", &format!("seed {seed} with {line}"));
        }
    }
}

/// Held by every test while it runs: alone by the one that measures the memory of the process.
static RUNNING: RwLock<()> = RwLock::new(());

/// Resident memory of this process in bytes.
fn resident() -> usize {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap();
    let pages: usize = statm.split(' ').nth(1).unwrap().parse().unwrap();
    pages * 4096
}

/// Code that comes and goes leaves nothing behind. `TAIPAN_COMPILES=200000` runs the full length.
#[test]
fn memory_is_flat_over_units_that_come_and_go() {
    let _running = RUNNING.write();
    let compiles: usize = std::env::var("TAIPAN_COMPILES").ok().and_then(|count| count.parse().ok()).unwrap_or(1500);
    let units = parse_all(&random::unit(7));
    let mut compiler = Compiler::new();
    let mut alive = std::collections::VecDeque::new();
    let mut before = 0;
    for turn in 0..compiles {
        if turn == 500 {
            before = resident();
        }
        alive.extend(compile_all(&mut compiler, &units, Mode::Plain));
        if alive.len() > 64 {
            alive.pop_front();
        }
    }
    let grown = resident().saturating_sub(before);
    assert!(grown < 8 << 20, "{grown} bytes more after {compiles} units");
    drop(alive);
    assert_eq!(compiler.used(), 0);
}
