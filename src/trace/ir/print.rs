//! The text form: `Display` of a unit. `text::parse` reads it back.

use super::*;
use std::fmt::{self, Display, Formatter};

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
            Source::Globals(module) => write!(f, "globals {module}"),
        }
    }
}

/// Writes a float so that reading gives the same bits.
struct FloatText(u64);

impl Display for FloatText {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let float = f64::from_bits(self.0);
        if float.is_nan() {
            write!(f, "nan:{:x}", self.0)
        } else {
            write!(f, "{float:?}")
        }
    }
}

impl Display for Repr {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Repr::Int(val) => write!(f, "int {val}"),
            Repr::Float(val) => write!(f, "float {val}"),
            Repr::Bool(val) => write!(f, "bool {val}"),
            Repr::Complex(re, im) => write!(f, "complex {re} {im}"),
            Repr::Object(val) => write!(f, "object {val}"),
            Repr::Tagged(tag, payload) => write!(f, "tagged {tag} {payload}"),
            Repr::None => f.write_str("none"),
            Repr::Unbound => f.write_str("unbound"),
            Repr::ConstInt(n) => write!(f, "const int {n}"),
            Repr::ConstFloat(bits) => write!(f, "const float {}", FloatText(*bits)),
            Repr::ConstBool(truth) => write!(f, "const bool {truth}"),
            Repr::Tuple(items) => {
                f.write_str("(")?;
                separated(f, items)?;
                f.write_str(")")
            }
        }
    }
}

impl Display for ExitFrame {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        write!(f, "f{}@{} [", self.code.0, self.stmt.0)?;
        for (at, (place, repr)) in self.writes.iter().enumerate() {
            let comma = if at == 0 { "" } else { ", " };
            write!(f, "{comma}{place} <- {repr}")?;
        }
        f.write_str("]")
    }
}

impl Display for Exit {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match &self.kind {
            ExitKind::Resume => f.write_str("resume")?,
            ExitKind::Done => f.write_str("done")?,
            ExitKind::AfterCall => f.write_str("after_call")?,
            ExitKind::Raise => f.write_str("raise")?,
            ExitKind::Return(repr) => write!(f, "return {repr} at")?,
        }
        for (at, frame) in self.frames.iter().enumerate() {
            write!(f, "{}{frame}", if at == 0 { " " } else { " / " })?;
        }
        Ok(())
    }
}

/// Writes the items with commas between them.
fn separated(f: &mut Formatter, items: impl IntoIterator<Item = impl Display>) -> fmt::Result {
    for (at, item) in items.into_iter().enumerate() {
        if at > 0 {
            f.write_str(", ")?;
        }
        write!(f, "{item}")?;
    }
    Ok(())
}

impl Display for Unit {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let kind = match self.kind {
            UnitKind::Loop => "loop",
            UnitKind::Function => "function",
        };
        write!(f, "unit {kind} {}(", self.name)?;
        separated(
            f,
            self.params
                .iter()
                .map(|p| format!("{}: {} = {}", p.val, self.ty(p.val), p.source)),
        )?;
        f.write_str(") -> (")?;
        separated(f, &self.returns)?;
        f.write_str(") {\n")?;
        for (at, row) in self.addresses.iter().enumerate() {
            writeln!(
                f,
                "  address a{at} {} {} {:#x}",
                row.name, row.ty, row.address
            )?;
        }
        for (at, exit) in self.exits.iter().enumerate() {
            writeln!(f, "  exit e{at} = {exit}")?;
        }
        self.print_region(f, self.body, 1)?;
        f.write_str("}\n")
    }
}

impl Unit {
    fn print_region(&self, f: &mut Formatter, region: RegionId, depth: usize) -> fmt::Result {
        for &inst in &self.region(region).insts {
            write!(f, "{:indent$}", "", indent = depth * 2)?;
            self.print_inst(f, inst, depth)?;
            f.write_str("\n")?;
        }
        Ok(())
    }

    /// Writes the region in braces, and the results of the instruction that owns it.
    fn print_body(&self, f: &mut Formatter, region: RegionId, depth: usize) -> fmt::Result {
        f.write_str("{\n")?;
        self.print_region(f, region, depth + 1)?;
        write!(f, "{:indent$}}}", "", indent = depth * 2)
    }

    fn print_results(&self, f: &mut Formatter, results: &[Val]) -> fmt::Result {
        if !results.is_empty() {
            f.write_str(" -> ")?;
            separated(
                f,
                results
                    .iter()
                    .map(|&val| format!("{val}: {}", self.ty(val))),
            )?;
        }
        Ok(())
    }

    fn print_inst(&self, f: &mut Formatter, id: InstId, depth: usize) -> fmt::Result {
        let Inst { op, args, results } = self.inst(id);
        match *op {
            Op::Loop(body, info) => {
                write!(f, "l{}: loop (", id.0)?;
                let params = self.region(body).params.iter().zip(args);
                separated(
                    f,
                    params.map(|(&param, init)| format!("{param}: {} = {init}", self.ty(param))),
                )?;
                write!(
                    f,
                    ") entry {} stmt {} trips {} ",
                    info.entry, info.stmt.0, info.trips
                )?;
                return self.print_body(f, body, depth);
            }
            Op::Block(body) => {
                write!(f, "b{}: block ", id.0)?;
                self.print_body(f, body, depth)?;
                return self.print_results(f, results);
            }
            Op::If(then, otherwise) => {
                write!(f, "if {} ", args[0])?;
                self.print_body(f, then, depth)?;
                f.write_str(" else ")?;
                self.print_body(f, otherwise, depth)?;
                return self.print_results(f, results);
            }
            _ => {}
        }
        if let Op::CallUnit(..) = op {
            separated(
                f,
                results
                    .iter()
                    .map(|&val| format!("{val}: {}", self.ty(val))),
            )?;
        } else {
            separated(f, results)?;
        }
        if !results.is_empty() {
            f.write_str(" = ")?;
        }
        self.print_op(f, *op, args)
    }

    fn print_op(&self, f: &mut Formatter, op: Op, args: &[Val]) -> fmt::Result {
        let name = match op {
            Op::IntConst(n) => return write!(f, "int {n}"),
            Op::FloatConst(bits) => return write!(f, "float {}", FloatText(bits)),
            Op::BoolConst(truth) => return write!(f, "bool {truth}"),
            Op::TagConst(tag) => return write!(f, "tag {tag}"),
            Op::Address(id) => return write!(f, "address a{}", id.0),
            Op::Load(access) => return print_access(f, "load", access, args[0], None, None),
            Op::LoadElement(access) => {
                return print_access(f, "load_elem", access, args[0], Some(args[1]), None);
            }
            Op::Store(access) => {
                return print_access(f, "store", access, args[0], None, Some(args[1]));
            }
            Op::StoreElement(access) => {
                return print_access(
                    f,
                    "store_elem",
                    access,
                    args[0],
                    Some(args[1]),
                    Some(args[2]),
                );
            }
            Op::Guard(exit, reason) => {
                return write!(f, "guard {}, {exit} {}", args[0], reason.name());
            }
            Op::Exit(exit, reason) => return write!(f, "exit {exit} {}", reason.name()),
            Op::Int(op) => op.name(),
            Op::IntUnary(op) => op.name(),
            Op::IntChecked(op, _) => op.name(),
            Op::IntCompare(compare) => {
                return print_call(f, &format!("icmp.{}", compare.name()), args, None);
            }
            Op::Float(op) => op.name(),
            Op::FloatUnary(op) => op.name(),
            Op::FloatCompare(compare) => {
                return print_call(f, &format!("fcmp.{}", compare.name()), args, None);
            }
            Op::Bool(op) => op.name(),
            Op::BoolNot => "bnot",
            Op::Select => "select",
            Op::IntToFloat => "i2f",
            Op::FloatToInt(_) => "f2i",
            Op::Cast(ty) => return print_call(f, &format!("cast.{ty}"), args, None),
            Op::Poll(_) => "poll",
            Op::Call(helper, _) => {
                return print_call(f, &format!("call {}", helper.get().name), args, op.exit());
            }
            Op::CallUnit(unit, _) => {
                return print_call(f, &format!("call_unit u{unit}"), args, op.exit());
            }
            Op::Br(label) => return print_call(f, &format!("br b{}", label.0), args, None),
            Op::Continue(label) => {
                return print_call(f, &format!("continue l{}", label.0), args, None);
            }
            Op::Yield => "yield",
            Op::Ret => "ret",
            Op::Loop(..) | Op::Block(_) | Op::If(..) => unreachable!("printed with their regions"),
        };
        print_call(f, name, args, op.exit())
    }
}

fn print_call(f: &mut Formatter, name: &str, args: &[Val], exit: Option<ExitId>) -> fmt::Result {
    f.write_str(name)?;
    let operands = args
        .iter()
        .map(Val::to_string)
        .chain(exit.map(|exit| exit.to_string()));
    for (at, operand) in operands.enumerate() {
        write!(f, "{}{operand}", if at == 0 { " " } else { ", " })?;
    }
    Ok(())
}

fn print_access(
    f: &mut Formatter,
    name: &str,
    access: Access,
    base: Val,
    index: Option<Val>,
    stored: Option<Val>,
) -> fmt::Result {
    f.write_str(name)?;
    if access.width != Access::new(access.region, access.ty, 0).width {
        write!(f, "{}", access.width)?;
    }
    write!(f, ".{} {base}", access.ty)?;
    if let Some(index) = index {
        write!(f, "[{index}]")?;
    }
    write!(f, "{:+}, ", access.offset)?;
    if let Some(stored) = stored {
        write!(f, "{stored}, ")?;
    }
    f.write_str(access.region.name())
}
