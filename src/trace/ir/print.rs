//! The text form: `Display` of a unit. `text::parse` reads it back.

use super::*;
use crate::value::generator::State;
use std::fmt::{self, Display, Formatter, Write};

impl Display for Val {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        write!(f, "v{}", self.0)
    }
}

impl Display for ExitId {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        write!(f, "e{}", self.0)
    }
}

impl Display for Ty {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Display for Place {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Place::Local(slot) => write!(f, "slot {}", slot.0),
            Place::Global(module, slot) => write!(f, "global {module}:{}", slot.0),
            Place::Cell(slot) => write!(f, "cell {}", slot.0),
        }
    }
}

impl Display for Source {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Source::Payload(place) => write!(f, "{place}"),
            Source::Tag(place) => write!(f, "tag {place}"),
            Source::Argument(at) => write!(f, "argument {at}"),
            Source::Frame => f.write_str("frame"),
            Source::Depth => f.write_str("depth"),
            Source::Globals(module) => write!(f, "globals {module}"),
        }
    }
}

/// Writes a float so that reading gives the same bits.
struct FloatText(u64);

impl Display for FloatText {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let float = f64::from_bits(self.0);
        if float.is_nan() { write!(f, "nan:{:x}", self.0) } else { write!(f, "{float:?}") }
    }
}

impl Display for Unit {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let mut printer = Printer { unit: self, out: String::new() };
        printer.unit();
        f.write_str(&printer.out)
    }
}

/// Writes a unit into a string. (Writing to a string does not fail, so the results are dropped.)
struct Printer<'a> {
    unit: &'a Unit,
    out: String,
}

/// Appends formatted text.
macro_rules! put {
    ($printer:expr, $($arg:tt)*) => {{ let _ = write!($printer.out, $($arg)*); }};
}

impl Printer<'_> {
    fn unit(&mut self) {
        let unit = self.unit;
        let kind = match unit.kind {
            UnitKind::Loop => "loop",
            UnitKind::Function => "function",
        };
        put!(self, "unit {kind} {}(", unit.name);
        for (at, param) in unit.params.iter().enumerate() {
            put!(self, "{}{}: {} = {}", comma(at), param.val, unit.ty(param.val), param.source);
        }
        put!(self, ") -> (");
        for (at, ty) in unit.returns.iter().enumerate() {
            put!(self, "{}{ty}", comma(at));
        }
        put!(self, ") {{\n");
        for (at, row) in unit.addresses.iter().enumerate() {
            put!(self, "  address a{at} {} {} {:#x}\n", row.name, row.ty, row.address);
        }
        if unit.calls_write != RegionSet::MUTABLE {
            let regions = MemRegion::ALL.iter().filter(|&&region| unit.calls_write.has(region));
            let names: Vec<&str> = regions.map(|region| region.name()).collect();
            put!(self, "  calls write [{}]\n", names.join(", "));
        }
        for (at, exit) in unit.exits.iter().enumerate() {
            put!(self, "  exit e{at} = ");
            self.exit(exit);
            put!(self, "\n");
        }
        self.region(unit.body, 1);
        put!(self, "}}\n");
    }

    /// A value: its name, or the constant it is.
    fn val(&mut self, val: Val) {
        match self.unit.def(val) {
            Def::Const(Const::Int(n)) => put!(self, "{n}"),
            Def::Const(Const::Float(bits)) => put!(self, "{}", FloatText(bits)),
            Def::Const(Const::Bool(truth)) => put!(self, "{truth}"),
            Def::Const(Const::Tag(tag)) => put!(self, "tag:{tag}"),
            Def::Const(Const::Address(id)) => put!(self, "a{}", id.0),
            _ => put!(self, "{val}"),
        }
    }

    fn exit(&mut self, exit: &Exit) {
        match &exit.kind {
            ExitKind::Resume => put!(self, "resume"),
            ExitKind::Done => put!(self, "done"),
            ExitKind::Behind => put!(self, "behind"),
            ExitKind::AfterCall => put!(self, "after_call"),
            ExitKind::Raise => put!(self, "raise"),
            ExitKind::Return(repr) => {
                put!(self, "return ");
                self.repr(repr);
                put!(self, " at");
            }
        }
        for (at, frame) in exit.frames.iter().enumerate() {
            put!(self, "{} f{}@{} [", if at == 0 { "" } else { " /" }, frame.code.0, frame.stmt.0);
            for (at, (place, repr)) in frame.writes.iter().enumerate() {
                put!(self, "{}{place} <- ", comma(at));
                self.repr(repr);
            }
            put!(self, "]");
        }
    }

    fn repr(&mut self, repr: &Repr) {
        let (name, vals): (&str, &[Val]) = match repr {
            Repr::Int(val) => ("int", &[*val]),
            Repr::Float(val) => ("float", &[*val]),
            Repr::Bool(val) => ("bool", &[*val]),
            Repr::Complex(re, im) => ("complex", &[*re, *im]),
            Repr::Scalar(dtype, vals) => {
                put!(self, "scalar ");
                (dtype.name(), vals)
            }
            Repr::View(layout, vals) => {
                put!(self, "view {} ", layout.rank);
                (layout.dtype.name(), vals)
            }
            Repr::Object(val) => ("object", &[*val]),
            Repr::Tagged(tag, payload) => ("tagged", &[*tag, *payload]),
            Repr::None => ("none", &[]),
            Repr::Unbound => ("unbound", &[]),
            Repr::Same(number) => return put!(self, "same {number}"),
            Repr::Tuple(items)
            | Repr::Iterator(_, items)
            | Repr::Instance(_, _, items)
            | Repr::Generator(_, _, items) => {
                if let Repr::Generator(function, state, _) = repr {
                    put!(self, "generator ");
                    self.val(*function);
                    match state {
                        State::Waiting(at) => put!(self, " after {} ", at.0),
                        State::Standing(at) => put!(self, " at {} ", at.0),
                        _ => put!(self, " fresh "),
                    }
                }
                if let Repr::Iterator(shape, _) = repr {
                    put!(self, "iterator {} ", shape.code().unwrap_or_default());
                }
                if let Repr::Instance(number, shape, _) = repr {
                    put!(self, "instance {number} ");
                    self.val(*shape);
                    put!(self, " ");
                }
                put!(self, "(");
                for (at, item) in items.iter().enumerate() {
                    put!(self, "{}", comma(at));
                    self.repr(item);
                }
                return put!(self, ")");
            }
        };
        put!(self, "{name}");
        for &val in vals {
            put!(self, " ");
            self.val(val);
        }
    }

    fn region(&mut self, region: RegionId, depth: usize) {
        for &inst in &self.unit.region(region).insts {
            put!(self, "{:indent$}", "", indent = depth * 2);
            self.inst(inst, depth);
            put!(self, "\n");
        }
    }

    /// The region in braces.
    fn body(&mut self, region: RegionId, depth: usize) {
        put!(self, "{{\n");
        self.region(region, depth + 1);
        put!(self, "{:indent$}}}", "", indent = depth * 2);
    }

    /// Results with their types, where the operation does not tell them.
    fn typed(&mut self, results: &[Val]) {
        for (at, &val) in results.iter().enumerate() {
            put!(self, "{}{val}: {}", comma(at), self.unit.ty(val));
        }
    }

    fn inst(&mut self, id: InstId, depth: usize) {
        let unit = self.unit;
        let Inst { op, args, results } = unit.inst(id);
        let arrow = if results.is_empty() { "" } else { " -> " };
        match *op {
            Op::Loop(body, info) => {
                put!(self, "l{}: loop (", id.0);
                for (at, (&param, &init)) in unit.region(body).params.iter().zip(args).enumerate() {
                    put!(self, "{}{param}: {} = ", comma(at), unit.ty(param));
                    self.val(init);
                }
                put!(self, ") entry {} stmt {} trips {} ", info.entry, info.stmt.0, info.trips);
                self.body(body, depth);
            }
            Op::Block(body) => {
                put!(self, "b{}: block ", id.0);
                self.body(body, depth);
                put!(self, "{arrow}");
                self.typed(results);
            }
            Op::If(then, otherwise) => {
                put!(self, "if ");
                self.val(args[0]);
                put!(self, " ");
                self.body(then, depth);
                put!(self, " else ");
                self.body(otherwise, depth);
                put!(self, "{arrow}");
                self.typed(results);
            }
            Op::CallUnit(..) => {
                self.typed(results);
                put!(self, "{}", if results.is_empty() { "" } else { " = " });
                self.op(*op, args);
            }
            _ => {
                for (at, result) in results.iter().enumerate() {
                    put!(self, "{}{result}", comma(at));
                }
                put!(self, "{}", if results.is_empty() { "" } else { " = " });
                self.op(*op, args);
            }
        }
    }

    fn op(&mut self, op: Op, args: &[Val]) {
        match op {
            Op::Int(op) => put!(self, "{}", op.name()),
            Op::IntUnary(op) => put!(self, "{}", op.name()),
            Op::IntChecked(op, _) => put!(self, "{}", op.name()),
            Op::IntCompare(compare) => put!(self, "icmp.{}", compare.name()),
            Op::Float(op) => put!(self, "{}", op.name()),
            Op::FloatUnary(op) => put!(self, "{}", op.name()),
            Op::FloatCompare(compare) => put!(self, "fcmp.{}", compare.name()),
            Op::Bool(op) => put!(self, "{}", op.name()),
            Op::BoolNot => put!(self, "bnot"),
            Op::Select => put!(self, "select"),
            Op::IntToFloat => put!(self, "i2f"),
            Op::FloatToInt(_) => put!(self, "f2i"),
            Op::Cast(ty) => put!(self, "cast.{ty}"),
            Op::SingleBits => put!(self, "single_bits"),
            Op::SingleValue => put!(self, "single_value"),
            Op::Quiet => put!(self, "quiet"),
            Op::Offset => put!(self, "offset"),
            Op::Splat => put!(self, "splat"),
            Op::Iota => put!(self, "iota"),
            Op::Lane(at) => put!(self, "lane.{at}"),
            Op::AnyLane => put!(self, "any"),
            Op::Load(access) => return self.access("load", access, args, false),
            Op::LoadElement(access) => return self.access("load_elem", access, args, true),
            Op::Store(access) => return self.access("store", access, args, false),
            Op::StoreElement(access) => return self.access("store_elem", access, args, true),
            Op::Guard(..) => put!(self, "guard"),
            Op::Poll(_) => put!(self, "poll"),
            Op::Call(helper, _) => put!(self, "call {}", helper.get().name),
            Op::CallUnit(unit, _) => put!(self, "call_unit u{unit}"),
            Op::Br(label) => put!(self, "br b{}", label.0),
            Op::Continue(label) => put!(self, "continue l{}", label.0),
            Op::Yield => put!(self, "yield"),
            Op::Exit(..) => put!(self, "exit"),
            Op::Ret => put!(self, "ret"),
            Op::Loop(..) | Op::Block(_) | Op::If(..) => unreachable!("printed with their regions"),
        }
        let mut gap = " ";
        for &arg in args {
            put!(self, "{}", std::mem::replace(&mut gap, ", "));
            self.val(arg);
        }
        if let Some(exit) = op.exit() {
            put!(self, "{gap}{exit}");
        }
        if let Op::Guard(_, reason) | Op::Exit(_, reason) = op {
            put!(self, " {}", reason.name());
        }
    }

    /// `name.type base[index]+offset, stored, region`
    fn access(&mut self, name: &str, access: Access, args: &[Val], indexed: bool) {
        put!(self, "{name}");
        if access.width != Access::new(access.region, access.ty, 0).width {
            put!(self, "{}", access.width);
        }
        if access.signed {
            put!(self, "s");
        }
        put!(self, ".{} ", access.ty);
        self.val(args[0]);
        if indexed {
            put!(self, "[");
            self.val(args[1]);
            put!(self, "]");
        }
        put!(self, "{:+}, ", access.offset);
        if let Some(&stored) = args.get(1 + usize::from(indexed)) {
            self.val(stored);
            put!(self, ", ");
        }
        put!(self, "{}", access.region.name());
    }
}

fn comma(at: usize) -> &'static str {
    if at == 0 { "" } else { ", " }
}
