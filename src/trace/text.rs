//! Reads the text form of the IR.
//!
//! Comes in: text as [`ir`](super::ir) describes it; names of values and labels are free. Goes out: a [`Unit`], not yet
//! checked to be well formed.

use super::helper::HelperId;
use super::ir::*;
use crate::array::DType;
use crate::array::ndarray::{Dense, Layout};
use crate::value::generator::State;
use crate::value::iterator::Shape;
use rustc_hash::FxHashMap;

/// Reads one unit.
pub fn parse(text: &str) -> Result<Unit, String> {
    let mut parser = Parser {
        tokens: split(text),
        at: 0,
        unit: Unit::new(UnitKind::Loop, ""),
        names: FxHashMap::default(),
        labels: FxHashMap::default(),
        waiting: Vec::new(),
    };
    match parser.unit() {
        Ok(()) => Ok(parser.unit),
        Err(fault) => {
            let around = parser.tokens[parser.at.saturating_sub(8)..parser.tokens.len().min(parser.at + 1)].join(" ");
            Err(format!("{fault}, at `{around}`"))
        }
    }
}

/// Splits the text into words, numbers and punctuation. `#` starts a comment.
fn split(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    for line in text.lines() {
        let mut rest = line.split('#').next().unwrap_or("").trim_start();
        while let Some(first) = rest.chars().next() {
            let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
            let length = if rest.starts_with("->") || rest.starts_with("<-") {
                2
            } else if word(first) || matches!(first, '-' | '+') {
                // A sign belongs to a number, also to one in an exponent.
                let mut before = first;
                let end = rest.char_indices().skip(1).find(|&(at, c)| {
                    let exponent = matches!(c, '-' | '+')
                        && before == 'e'
                        && rest[..at - 1].trim_start_matches(['-', '+']).starts_with(|c: char| c.is_ascii_digit());
                    before = c;
                    !(word(c) || exponent)
                });
                end.map_or(rest.len(), |(at, _)| at)
            } else {
                first.len_utf8()
            };
            tokens.push(&rest[..length]);
            rest = rest[length..].trim_start();
        }
    }
    tokens
}

type Parsed<T> = Result<T, String>;

struct Parser<'a> {
    tokens: Vec<&'a str>,
    at: usize,
    unit: Unit,
    names: FxHashMap<&'a str, Val>,
    labels: FxHashMap<&'a str, InstId>,
    /// Names that exits use before the body defines them: `Val(u32::MAX - position)` stands for each until the end.
    waiting: Vec<&'a str>,
}

impl<'a> Parser<'a> {
    // -- Tokens -------------------------------------------------------------------------------------------------

    fn peek(&self) -> &'a str {
        self.tokens.get(self.at).copied().unwrap_or("")
    }

    fn next(&mut self) -> &'a str {
        let token = self.peek();
        self.at += 1;
        token
    }

    fn take(&mut self, token: &str) -> bool {
        let found = self.peek() == token;
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, token: &str) -> Parsed<()> {
        if self.next() == token { Ok(()) } else { Err(format!("expected `{token}`")) }
    }

    fn number<T: std::str::FromStr>(&mut self) -> Parsed<T> {
        self.next().parse().map_err(|_| "expected a number".to_string())
    }

    fn prefixed(&mut self, prefix: &str) -> Parsed<u32> {
        let number = self.next().strip_prefix(prefix).and_then(|digits| digits.parse().ok());
        number.ok_or_else(|| format!("expected `{prefix}` and a number"))
    }

    fn ty(&mut self) -> Parsed<Ty> {
        Ty::from_name(self.next()).ok_or_else(|| "expected a type".into())
    }

    /// Items with commas between them, up to the closing token, which is taken.
    fn list<T>(&mut self, close: &str, mut item: impl FnMut(&mut Self) -> Parsed<T>) -> Parsed<Vec<T>> {
        let mut items = Vec::new();
        while !self.take(close) {
            if !items.is_empty() {
                self.expect(",")?;
            }
            items.push(item(self)?);
        }
        Ok(items)
    }

    // -- The unit -----------------------------------------------------------------------------------------------

    fn unit(&mut self) -> Parsed<()> {
        self.expect("unit")?;
        self.unit.kind = match self.next() {
            "loop" => UnitKind::Loop,
            "function" => UnitKind::Function,
            _ => return Err("expected `loop` or `function`".into()),
        };
        self.unit.name = self.next().to_string();
        self.expect("(")?;
        self.list(")", |p| {
            let name = p.next();
            p.expect(":")?;
            let ty = p.ty()?;
            p.expect("=")?;
            let source = p.source()?;
            let val = p.unit.new_value(ty, Def::Param(p.unit.params.len() as u32));
            p.unit.params.push(Param { val, source });
            p.name(name, val)
        })?;
        self.expect("->")?;
        self.expect("(")?;
        self.unit.returns = self.list(")", Self::ty)?;
        self.expect("{")?;
        while self.take("address") {
            self.prefixed("a")?;
            let name = self.next().to_string();
            let ty = self.ty()?;
            let digits = self.next().trim_start_matches("0x");
            let address = u64::from_str_radix(digits, 16).map_err(|_| "expected an address")?;
            self.unit.addresses.push(Address { name, ty, address });
        }
        if self.take("calls") {
            self.expect("write")?;
            self.expect("[")?;
            let regions = self.list("]", |p| MemRegion::from_name(p.next()).ok_or_else(|| "no such region".into()))?;
            self.unit.calls_write = RegionSet::of(&regions);
        }
        while self.peek() == "exit" && self.tokens.get(self.at + 2) == Some(&"=") {
            self.at += 3;
            let exit = self.exit()?;
            self.unit.new_exit(exit);
        }
        self.region(self.unit.body)?;
        self.patch_exits()
    }

    fn source(&mut self) -> Parsed<Source> {
        Ok(match self.peek() {
            "tag" => {
                self.next();
                Source::Tag(self.place()?)
            }
            "argument" => {
                self.next();
                Source::Argument(self.number()?)
            }
            "frame" => {
                self.next();
                Source::Frame
            }
            "depth" => {
                self.next();
                Source::Depth
            }
            "globals" => {
                self.next();
                Source::Globals(self.number()?)
            }
            _ => Source::Payload(self.place()?),
        })
    }

    fn place(&mut self) -> Parsed<Place> {
        Ok(match self.next() {
            "slot" => Place::Local(Slot(self.number()?)),
            "cell" => Place::Cell(Slot(self.number()?)),
            "global" => {
                let module = self.number()?;
                self.expect(":")?;
                Place::Global(module, GlobalSlot(self.number()?))
            }
            _ => return Err("expected a place".into()),
        })
    }

    // -- Exits --------------------------------------------------------------------------------------------------

    fn exit(&mut self) -> Parsed<Exit> {
        let kind = match self.next() {
            "resume" => ExitKind::Resume,
            "done" => ExitKind::Done,
            "behind" => ExitKind::Behind,
            "after_call" => ExitKind::AfterCall,
            "raise" => ExitKind::Raise,
            "return" => {
                let repr = self.repr()?;
                self.expect("at")?;
                ExitKind::Return(repr)
            }
            _ => return Err("expected a kind of exit".into()),
        };
        let mut frames = vec![self.frame()?];
        while self.take("/") {
            frames.push(self.frame()?);
        }
        Ok(Exit { kind, frames })
    }

    fn frame(&mut self) -> Parsed<ExitFrame> {
        let code = CodeId(self.prefixed("f")?);
        self.expect("@")?;
        let stmt = StmtId(self.number()?);
        self.expect("[")?;
        let writes = self.list("]", |p| {
            let place = p.place()?;
            p.expect("<-")?;
            Ok((place, p.repr()?))
        })?;
        Ok(ExitFrame { code, stmt, writes })
    }

    fn repr(&mut self) -> Parsed<Repr> {
        Ok(match self.next() {
            "int" => Repr::Int(self.early()?),
            "float" => Repr::Float(self.early()?),
            "bool" => Repr::Bool(self.early()?),
            "object" => Repr::Object(self.early()?),
            "complex" => Repr::Complex(self.early()?, self.early()?),
            "scalar" => {
                let dtype = DType::from_name(self.next()).ok_or("expected a type of elements")?;
                let vals = parts_of(dtype).iter().map(|_| self.early()).collect::<Parsed<_>>()?;
                Repr::Scalar(dtype, vals)
            }
            "view" => {
                let rank: u8 = self.number()?;
                let dtype = DType::from_name(self.next()).ok_or("expected a type of elements")?;
                let vals = (0..2 + 2 * rank).map(|_| self.early()).collect::<Parsed<_>>()?;
                Repr::View(Layout::new(rank, dtype, Dense::Nowhere), vals)
            }
            "tagged" => Repr::Tagged(self.early()?, self.early()?),
            "none" => Repr::None,
            "unbound" => Repr::Unbound,
            "iterator" => {
                let shape = self.next().parse().ok().and_then(Shape::from_code).ok_or("expected a shape")?;
                self.expect("(")?;
                Repr::Iterator(shape, self.list(")", Self::repr)?)
            }
            "instance" => {
                let (number, shape) = (self.number()?, self.early()?);
                self.expect("(")?;
                Repr::Instance(number, shape, self.list(")", Self::repr)?)
            }
            "generator" => {
                let function = self.early()?;
                let state = match self.next() {
                    "after" => State::Waiting(StmtId(self.number()?)),
                    "at" => State::Standing(StmtId(self.number()?)),
                    "fresh" => State::Fresh,
                    _ => return Err("expected where a generator stands".into()),
                };
                self.expect("(")?;
                Repr::Generator(function, state, self.list(")", Self::repr)?)
            }
            "same" => Repr::Same(self.number()?),
            "(" => Repr::Tuple(self.list(")", Self::repr)?),
            _ => return Err("expected what to write".into()),
        })
    }

    /// A value that may be defined later.
    fn early(&mut self) -> Parsed<Val> {
        if let Ok(val) = self.val() {
            return Ok(val);
        }
        self.waiting.push(self.tokens[self.at - 1]);
        Ok(Val(u32::MAX - (self.waiting.len() as u32 - 1)))
    }

    fn patch_exits(&mut self) -> Parsed<()> {
        let mut fault = Ok(());
        for exit in &mut self.unit.exits {
            exit.each_value_mut(|val| {
                let Some(&name) = self.waiting.get((u32::MAX - val.0) as usize) else {
                    return;
                };
                match self.names.get(name) {
                    Some(&found) => *val = found,
                    None => fault = Err(format!("no value `{name}`, which an exit uses")),
                }
            });
        }
        fault
    }

    // -- Values -------------------------------------------------------------------------------------------------

    fn name(&mut self, name: &'a str, val: Val) -> Parsed<()> {
        match self.names.insert(name, val) {
            None => Ok(()),
            Some(_) => Err(format!("`{name}` is defined twice")),
        }
    }

    fn val(&mut self) -> Parsed<Val> {
        let token = self.next();
        if let Some(&val) = self.names.get(token) {
            return Ok(val);
        }
        let constant = match token {
            "true" => Const::Bool(true),
            "false" => Const::Bool(false),
            "nan" | "tag" => {
                self.expect(":")?;
                let digits = self.next();
                let number = if token == "nan" { u64::from_str_radix(digits, 16) } else { digits.parse() };
                let bits = number.map_err(|_| "expected a number")?;
                if token == "nan" { Const::Float(bits) } else { Const::Tag(bits) }
            }
            "inf" => Const::Float(f64::INFINITY.to_bits()),
            "-inf" => Const::Float(f64::NEG_INFINITY.to_bits()),
            _ => {
                let address = token.strip_prefix('a').and_then(|digits| digits.parse().ok());
                if let Some(id) = address.filter(|&id: &u32| (id as usize) < self.unit.addresses.len()) {
                    Const::Address(AddressId(id))
                } else if let Ok(n) = token.parse() {
                    Const::Int(n)
                } else if token.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
                    Const::Float(token.parse::<f64>().map_err(|_| "expected a number")?.to_bits())
                } else {
                    return Err(format!("no value `{token}`"));
                }
            }
        };
        Ok(self.unit.constant(constant))
    }

    // -- Instructions -------------------------------------------------------------------------------------------

    /// Instructions up to the closing brace, which is taken.
    fn region(&mut self, region: RegionId) -> Parsed<()> {
        while !self.take("}") {
            if self.peek().is_empty() {
                return Err("expected `}`".into());
            }
            let inst = self.inst()?;
            self.unit.region_mut(region).insts.push(inst);
        }
        Ok(())
    }

    /// Everything up to the operation: a label, or the names of results, with types or without.
    fn inst(&mut self) -> Parsed<InstId> {
        if self.tokens.get(self.at + 1) == Some(&":")
            && let Some(&control @ ("loop" | "block")) = self.tokens.get(self.at + 2)
        {
            let label = self.next();
            self.at += 2;
            return if control == "loop" { self.begin_loop(label) } else { self.begin_block(label) };
        }
        if self.take("if") {
            return self.begin_if();
        }
        let start = self.at;
        let mut results = Vec::new();
        let mut types = Vec::new();
        loop {
            results.push(self.next());
            if self.take(":") {
                types.push(self.ty()?);
            }
            if !self.take(",") {
                break;
            }
        }
        if !self.take("=") {
            self.at = start;
            results.clear();
            types.clear();
        }
        let inst = self.operation(&types)?;
        let made = self.unit.inst(inst).results.clone();
        if made.len() != results.len() {
            return Err(format!("the operation has {} results", made.len()));
        }
        results.into_iter().zip(made).try_for_each(|(name, val)| self.name(name, val))?;
        Ok(inst)
    }

    fn begin_loop(&mut self, label: &'a str) -> Parsed<InstId> {
        self.expect("(")?;
        let mut params = Vec::new();
        let args = self.list(")", |p| {
            params.push(p.next());
            p.expect(":")?;
            p.ty()?;
            p.expect("=")?;
            p.val()
        })?;
        self.expect("entry")?;
        let entry = ExitId(self.prefixed("e")?);
        self.expect("stmt")?;
        let stmt = StmtId(self.number()?);
        self.expect("trips")?;
        let trips = self.number()?;
        let body = self.unit.new_region();
        let id = self.unit.new_inst(Op::Loop(body, LoopInfo { entry, stmt, trips }), &args, &[]);
        for (at, (name, arg)) in (0..).zip(params.into_iter().zip(args)) {
            let val = self.unit.new_value(self.unit.ty(arg), Def::Region(body, at));
            self.unit.region_mut(body).params.push(val);
            self.name(name, val)?;
        }
        self.labels.insert(label, id);
        self.expect("{")?;
        self.region(body)?;
        Ok(id)
    }

    fn begin_block(&mut self, label: &'a str) -> Parsed<InstId> {
        let body = self.unit.new_region();
        let id = self.unit.new_inst(Op::Block(body), &[], &[]);
        self.labels.insert(label, id);
        self.expect("{")?;
        self.region(body)?;
        self.results(id)?;
        Ok(id)
    }

    fn begin_if(&mut self) -> Parsed<InstId> {
        let cond = self.val()?;
        let (then, otherwise) = (self.unit.new_region(), self.unit.new_region());
        let id = self.unit.new_inst(Op::If(then, otherwise), &[cond], &[]);
        self.expect("{")?;
        self.region(then)?;
        self.expect("else")?;
        self.expect("{")?;
        self.region(otherwise)?;
        self.results(id)?;
        Ok(id)
    }

    /// `-> name: type, ...` after a block or an `if`.
    fn results(&mut self, id: InstId) -> Parsed<()> {
        if !self.take("->") {
            return Ok(());
        }
        for at in 0.. {
            let name = self.next();
            self.expect(":")?;
            let ty = self.ty()?;
            let val = self.unit.new_value(ty, Def::Inst(id, at));
            self.unit.inst_mut(id).results.push(val);
            self.name(name, val)?;
            if !self.take(",") {
                break;
            }
        }
        Ok(())
    }

    /// Operands, and the exit if there is one. `optional`: there may be none at all.
    fn operands(&mut self, optional: bool) -> Parsed<(Vec<Val>, Option<ExitId>)> {
        let mut args = Vec::new();
        if optional {
            let start = self.at;
            let is_operand = self.exit_id().is_some() || self.val().is_ok();
            let starts_inst = matches!(self.peek(), "=" | ":");
            self.at = start;
            if !is_operand || starts_inst {
                return Ok((args, None));
            }
        }
        loop {
            if let Some(exit) = self.exit_id() {
                return Ok((args, Some(exit)));
            }
            args.push(self.val()?);
            if !self.take(",") {
                return Ok((args, None));
            }
        }
    }

    fn exit_id(&mut self) -> Option<ExitId> {
        let exit = self.peek().strip_prefix('e')?.parse().ok()?;
        self.at += 1;
        Some(ExitId(exit))
    }

    fn reason(&mut self) -> Parsed<Reason> {
        Reason::from_name(self.next()).ok_or_else(|| "expected a reason".into())
    }

    fn label(&mut self) -> Parsed<InstId> {
        let name = self.next();
        self.labels.get(name).copied().ok_or_else(|| format!("no label `{name}`"))
    }

    fn operation(&mut self, types: &[Ty]) -> Parsed<InstId> {
        let word = self.next();
        let (name, suffix) = word.split_once('.').unwrap_or((word, ""));
        let access = ["load_elem", "store_elem", "load", "store"].into_iter().find(|&op| {
            let width = name.strip_prefix(op).map(|width| width.trim_end_matches('s'));
            width.is_some_and(|width| width.is_empty() || width.parse::<u8>().is_ok())
        });
        if let Some(op) = access {
            return self.access(op, &name[op.len()..], suffix);
        }
        // What stands between the word and the operands.
        let (helper, unit, label) = match word {
            "call" => (HelperId::from_name(self.next()), 0, None),
            "call_unit" => (None, self.prefixed("u")?, None),
            "br" | "continue" => (None, 0, Some(self.label()?)),
            _ => (None, 0, None),
        };
        let optional = matches!(word, "yield" | "ret" | "br" | "continue" | "call");
        let (args, exit) = self.operands(optional)?;
        let needed = || exit.ok_or_else(|| format!("`{word}` needs an exit"));
        let mut result = None;
        let op = match word {
            "bnot" => {
                result = Some(Ty::Bool);
                Op::BoolNot
            }
            "select" => {
                result = args.get(1).map(|&arg| self.unit.ty(arg));
                Op::Select
            }
            "i2f" => {
                result = Some(Ty::F64);
                Op::IntToFloat
            }
            "single_bits" => {
                result = Some(Ty::I64);
                Op::SingleBits
            }
            "single_value" => {
                result = Some(Ty::F64);
                Op::SingleValue
            }
            "quiet" => {
                result = Some(Ty::Bool);
                Op::Quiet
            }
            "offset" => {
                result = Some(Ty::Ptr);
                Op::Offset
            }
            "splat" => {
                result = args.first().and_then(|&arg| self.unit.ty(arg).lanes());
                Op::Splat
            }
            "iota" => {
                result = Some(Ty::I64s);
                Op::Iota
            }
            "any" => {
                result = Some(Ty::Bool);
                Op::AnyLane
            }
            "f2i" => {
                result = Some(Ty::I64);
                Op::FloatToInt(needed()?)
            }
            "guard" => Op::Guard(needed()?, self.reason()?),
            "exit" => Op::Exit(needed()?, self.reason()?),
            "poll" => Op::Poll(needed()?),
            "call" => {
                let helper = helper.ok_or("no such helper")?;
                return Ok(self.unit.new_inst(Op::Call(helper, exit), &args, helper.get().results));
            }
            "call_unit" => {
                return Ok(self.unit.new_inst(Op::CallUnit(unit, needed()?), &args, types));
            }
            "br" => Op::Br(label.ok_or("no label")?),
            "continue" => Op::Continue(label.ok_or("no label")?),
            "yield" => Op::Yield,
            "ret" => Op::Ret,
            _ if name == "lane" => {
                result = args.first().and_then(|&arg| self.unit.ty(arg).lane());
                Op::Lane(suffix.parse().map_err(|_| "expected a lane")?)
            }
            _ => {
                let (op, ty) = arithmetic(word, name, suffix, exit).ok_or_else(|| format!("no operation `{word}`"))?;
                result = Some(ty);
                op
            }
        };
        let of_lanes = args.first().is_some_and(|&arg| self.unit.ty(arg).lane().is_some());
        if of_lanes && !matches!(op, Op::Lane(_) | Op::AnyLane) {
            result = result.map(|ty| ty.lanes().unwrap_or(ty));
        }
        Ok(self.unit.new_inst(op, &args, result.as_slice()))
    }

    /// `load.F64 base[index]+offset, stored, Region`, from the base on.
    fn access(&mut self, op: &str, width: &str, ty: &str) -> Parsed<InstId> {
        let ty = Ty::from_name(ty).ok_or("expected a type")?;
        let mut args = vec![self.val()?];
        if op.ends_with("_elem") {
            self.expect("[")?;
            args.push(self.val()?);
            self.expect("]")?;
        }
        let offset = self.number()?;
        self.expect(",")?;
        let is_store = op.starts_with("store");
        if is_store {
            args.push(self.val()?);
            self.expect(",")?;
        }
        let region = MemRegion::from_name(self.next()).ok_or("expected a region of memory")?;
        let mut access = Access { signed: width.ends_with('s'), ..Access::new(region, ty, offset) };
        let width = width.trim_end_matches('s');
        if !width.is_empty() {
            access.width = width.parse().map_err(|_| "expected a width")?;
        }
        let (op, results): (Op, &[Ty]) = match op {
            "load" => (Op::Load(access), &[ty]),
            "load_elem" => (Op::LoadElement(access), &[ty]),
            "store" => (Op::Store(access), &[]),
            _ => (Op::StoreElement(access), &[]),
        };
        Ok(self.unit.new_inst(op, &args, results))
    }
}

/// The operation of a word of the arithmetic tables, and its result type.
fn arithmetic(word: &str, name: &str, suffix: &str, exit: Option<ExitId>) -> Option<(Op, Ty)> {
    if let Some(op) = IntBinary::from_name(word) {
        Some((Op::Int(op), Ty::I64))
    } else if let Some(op) = IntUnary::from_name(word) {
        Some((Op::IntUnary(op), Ty::I64))
    } else if let Some(op) = IntChecked::from_name(word) {
        Some((Op::IntChecked(op, exit?), Ty::I64))
    } else if let Some(op) = FloatBinary::from_name(word) {
        Some((Op::Float(op), Ty::F64))
    } else if let Some(op) = FloatUnary::from_name(word) {
        Some((Op::FloatUnary(op), Ty::F64))
    } else if let Some(op) = BoolBinary::from_name(word) {
        Some((Op::Bool(op), Ty::Bool))
    } else {
        match name {
            "icmp" => Some((Op::IntCompare(Compare::from_name(suffix)?), Ty::Bool)),
            "fcmp" => Some((Op::FloatCompare(Compare::from_name(suffix)?), Ty::Bool)),
            "cast" => Ty::from_name(suffix).map(|ty| (Op::Cast(ty), ty)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVERYTHING: &str = "\
unit loop all(v0: I64 = slot 0, v1: F64 = global 2:1, v2: Tag = tag slot 2, v3: Ptr = frame, v4: Ref = cell 3, v5: Ptr = globals 1) -> () {
  address a0 math.pi Ptr 0x7f00
  exit e0 = resume f0@12 [slot 1 <- float v6, slot 3 <- int 5, slot 4 <- (complex v1 -0.0, none), slot 5 <- tagged tag:3 v0]
  exit e1 = done f0@12 [slot 1 <- unbound] / f3@1 []
  exit e2 = raise f0@1 [slot 0 <- object v4, slot 1 <- bool true]
  exit e3 = return int v0 at f0@1 []
  v6 = fadd v1, 1e-300
  v7 = fmul v6, nan:7ff8000000000001
  v8 = select true, v7, -inf
  v9 = iadd.ovf v0, -5, e0
  v10 = load.I64 v3+16, Slots
  v11 = load_elem.F64 a0[v9]-8, ElemFloat
  store_elem.Bool v3[v9]+0, true, ElemBool
  v12 = load4.I64 v4+8, Kind
  v13 = icmp.below v12, v10
  guard v13, e0 index
  poll e2
  v14, v15 = call complex_div v6, v7, v8, v11, e0
  v16: F64 = call_unit u3 v14, e1
  b17: block {
    l18: loop (v19: I64 = v0, v20: F64 = v1) entry e0 stmt 12 trips 100 {
      v21 = icmp.lt v19, v12
      if v21 {
        yield
      } else {
        br b17 v20
      }
      v22 = fneg v20
      if v21 {
        v23 = cast.F64 v19
        yield v23
      } else {
        yield v22
      } -> v24: F64
      v25 = iadd v19, 1
      continue l18 v25, v24
    }
  } -> v26: F64
  store.F64 v3+24, v26, Slots
  exit e3 branch
}
";

    #[test]
    fn everything_reads_back_as_written() {
        let unit = parse(EVERYTHING).unwrap();
        unit.assert_well_formed();
        let printed = unit.to_string();
        let again = parse(&printed).unwrap();
        assert_eq!(printed, again.to_string());
        let mut compact = again;
        compact.compact();
        compact.assert_well_formed();
        assert_eq!(printed.lines().count(), compact.to_string().lines().count());
    }

    #[test]
    fn faults_are_told() {
        for (text, fault) in [
            ("unit loop x() -> () { v0 = iadd v1, 2 }", "no value `v1`"),
            ("unit loop x() -> () { v0 = frob 1, 2 }", "no operation `frob`"),
            ("unit loop x() -> () { v0 = iadd.ovf 1, 2 }", "no operation `iadd.ovf`"),
            ("unit loop x() -> () { br b0 }", "no label `b0`"),
            ("unit loop x() -> () { ret", "expected `}`"),
        ] {
            let found = parse(text).unwrap_err();
            assert!(found.contains(fault), "{found}");
        }
    }
}
