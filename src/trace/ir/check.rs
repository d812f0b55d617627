//! Well-formedness: types, scopes, terminators, labels and exits of a unit.
//!
//! Run after building and after every pass in debug builds and tests; it costs too much for the rest.

use super::*;

impl Unit {
    /// Panics with the fault and the text of the unit if it is not well formed.
    pub fn assert_well_formed(&self) {
        if let Err(fault) = self.check() {
            panic!("the unit is not well formed: {fault}\n{self}");
        }
    }

    /// The first fault found, if the unit is not well formed.
    pub fn check(&self) -> Result<(), String> {
        let mut check = Check {
            unit: self,
            visible: vec![false; self.values.len()],
            scope: Vec::new(),
            open: Vec::new(),
            seen: vec![false; self.insts.len()],
        };
        for (at, param) in self.params.iter().enumerate() {
            if self.def(param.val) != Def::Param(at as u32) {
                return Err(format!("{} is not parameter {at}", param.val));
            }
            check.define(param.val);
        }
        check.region(self.body)
    }

    /// Whether control never comes past this instruction. `left` tells of a block whether a `br` leaves it.
    pub fn terminates(&self, inst: InstId, left: impl Fn(InstId) -> bool) -> bool {
        match self.inst(inst).op {
            Op::Loop(..) | Op::Br(_) | Op::Continue(_) | Op::Yield | Op::Exit(..) | Op::Ret => true,
            Op::Block(_) => !left(inst),
            Op::If(then, otherwise) => !self.yields(then) && !self.yields(otherwise),
            _ => false,
        }
    }

    /// Whether a region ends with `yield`.
    pub fn yields(&self, region: RegionId) -> bool {
        self.region(region).insts.last().is_some_and(|&last| self.inst(last).op == Op::Yield)
    }
}

struct Check<'a> {
    unit: &'a Unit,
    visible: Vec<bool>,
    scope: Vec<Val>,
    /// Control instructions around the current point; whether a `br` to it was met.
    open: Vec<(InstId, bool)>,
    seen: Vec<bool>,
}

type Checked = Result<(), String>;

impl Check<'_> {
    fn define(&mut self, val: Val) {
        self.visible[val.index()] = true;
        self.scope.push(val);
    }

    fn region(&mut self, region: RegionId) -> Checked {
        let unit = self.unit;
        let depth = self.scope.len();
        for &param in &unit.region(region).params {
            self.define(param);
        }
        let insts = &unit.region(region).insts;
        for (at, &inst) in insts.iter().enumerate() {
            let ends = self.inst(inst).map_err(|fault| format!("{fault}, at instruction {}", inst.0))?;
            if ends != (at + 1 == insts.len()) {
                return Err(format!("region {} does not end with its only terminator", region.0));
            }
        }
        if insts.is_empty() {
            return Err(format!("region {} is empty", region.0));
        }
        for val in self.scope.drain(depth..) {
            self.visible[val.index()] = false;
        }
        Ok(())
    }

    fn used(&self, val: Val) -> Checked {
        let constant = || matches!(self.unit.def(val), Def::Const(_));
        if self.visible.get(val.index()).is_some_and(|&visible| visible || constant()) {
            Ok(())
        } else {
            Err(format!("{val} is not visible"))
        }
    }

    fn exit(&self, exit: ExitId) -> Checked {
        let Some(row) = self.unit.exits.get(exit.index()) else {
            return Err(format!("no exit {exit}"));
        };
        let mut fault = Ok(());
        row.each_value(|val| {
            if let Err(text) = self.used(val) {
                fault = Err(format!("{text}, used by {exit}"));
            }
        });
        fault?;
        let mut stack: Vec<&Repr> =
            row.frames.iter().flat_map(|frame| frame.writes.iter().map(|(_, repr)| repr)).collect();
        if let ExitKind::Return(repr) = &row.kind {
            stack.push(repr);
        }
        while let Some(repr) = stack.pop() {
            let expect = |val: &Val, ty: Ty| {
                let found = self.unit.ty(*val);
                if found == ty { Ok(()) } else { Err(format!("{val} is {found}, {exit} needs {ty}")) }
            };
            match repr {
                Repr::Int(val) => expect(val, Ty::I64)?,
                Repr::Float(val) => expect(val, Ty::F64)?,
                Repr::Bool(val) => expect(val, Ty::Bool)?,
                Repr::Object(val) => expect(val, Ty::Ref)?,
                Repr::Complex(re, im) => expect(re, Ty::F64).and(expect(im, Ty::F64))?,
                Repr::Scalar(dtype, vals) => {
                    let parts = parts_of(*dtype);
                    if vals.len() != parts.len() {
                        return Err(format!("{exit} has another number of parts of a {dtype}"));
                    }
                    vals.iter().zip(parts).try_for_each(|(val, &ty)| expect(val, ty))?;
                }
                Repr::Tagged(tag, payload) => expect(tag, Ty::Tag).and(expect(payload, Ty::I64))?,
                Repr::View(layout, vals) => {
                    let places = 2 * usize::from(layout.rank);
                    if vals.len() != 2 + places {
                        return Err(format!("{exit} has another number of parts of a view"));
                    }
                    expect(&vals[0], Ty::Ref).and(expect(&vals[1], Ty::Ptr))?;
                    vals[2..].iter().try_for_each(|val| expect(val, Ty::I64))?;
                }
                Repr::Tuple(items) | Repr::Iterator(_, items) => stack.extend(items),
                Repr::Instance(_, shape, fields) | Repr::Generator(shape, _, fields) => {
                    expect(shape, Ty::Ref)?;
                    stack.extend(fields);
                }
                Repr::None | Repr::Unbound | Repr::Same(_) => {}
            }
        }
        Ok(())
    }

    /// Checks an instruction; tells whether control never comes past it.
    fn inst(&mut self, id: InstId) -> Result<bool, String> {
        let unit = self.unit;
        if std::mem::replace(&mut self.seen[id.index()], true) {
            return Err("the instruction stands in two places".into());
        }
        let Inst { op, args, results } = unit.inst(id);
        args.iter().try_for_each(|&arg| self.used(arg))?;
        if let Some(exit) = op.exit() {
            self.exit(exit)?;
        }
        self.types(id)?;
        let mut left = false;
        match *op {
            Op::Loop(body, info) => {
                self.exit(info.entry)?;
                self.open.push((id, false));
                self.region(body)?;
                self.open.pop();
            }
            Op::Block(body) => {
                self.open.push((id, false));
                self.region(body)?;
                left = self.open.pop().is_some_and(|(_, left)| left);
            }
            Op::If(then, otherwise) => {
                self.open.push((id, false));
                self.region(then)?;
                self.region(otherwise)?;
                self.open.pop();
            }
            Op::Br(label) => {
                let target = self.open.iter_mut().find(|(open, _)| *open == label);
                target.ok_or("br to a block that is not around it")?.1 = true;
            }
            Op::Continue(label) => {
                self.open.iter().find(|(open, _)| *open == label).ok_or("continue of a loop that is not around it")?;
            }
            Op::Yield => {
                let owner = self.open.last().ok_or("yield outside of an if")?.0;
                if !matches!(unit.inst(owner).op, Op::If(..)) {
                    return Err("yield outside of an if".into());
                }
                self.same(args, &unit.inst(owner).results)?;
            }
            _ => {}
        }
        for (at, &result) in results.iter().enumerate() {
            if unit.def(result) != Def::Inst(id, at as u32) {
                return Err(format!("{result} is not result {at}"));
            }
            self.define(result);
        }
        Ok(unit.terminates(id, |_| left))
    }

    fn same(&self, args: &[Val], wanted: &[Val]) -> Checked {
        let types = |vals: &[Val]| vals.iter().map(|&val| self.unit.ty(val)).collect::<Vec<_>>();
        if types(args) == types(wanted) { Ok(()) } else { Err("operands do not fit the label".into()) }
    }

    /// Checks operand and result types.
    fn types(&self, id: InstId) -> Checked {
        use Ty::*;
        let unit = self.unit;
        let Inst { op, args, results } = unit.inst(id);
        let found: Vec<Ty> = args.iter().map(|&arg| unit.ty(arg)).collect();
        let given: Vec<Ty> = results.iter().map(|&result| unit.ty(result)).collect();
        use IntBinary::{Add, And, Mul, Or, Shr, Sub, Xor};
        let elementwise = matches!(
            op,
            Op::Int(Add | Sub | Mul | And | Or | Xor | Shr)
                | Op::IntCompare(_)
                | Op::Float(FloatBinary::Add | FloatBinary::Sub | FloatBinary::Mul | FloatBinary::Div)
                | Op::FloatUnary(FloatUnary::Neg | FloatUnary::Abs | FloatUnary::Sqrt)
                | Op::FloatCompare(_)
                | Op::Bool(_)
                | Op::BoolNot
                | Op::Select
                | Op::IntToFloat
        );
        let scalars = |types: &[Ty]| types.iter().map(|ty| ty.lane()).collect::<Option<Vec<Ty>>>();
        let (found, given) = match (elementwise, scalars(&found), scalars(&given)) {
            (true, Some(found), Some(given)) => (found, given),
            _ => (found, given),
        };
        let pointer = |at: usize| matches!(found.get(at), Some(Ref | Ptr));
        let right = match *op {
            Op::Int(_) => found == [I64, I64] && given == [I64],
            Op::IntUnary(_) => found == [I64] && given == [I64],
            Op::IntChecked(op, _) => found.len() == op.arity() && found.iter().all(|&ty| ty == I64) && given == [I64],
            Op::IntCompare(compare) => {
                let any = matches!(compare, Compare::Eq | Compare::Ne);
                found.len() == 2
                    && found[0] == found[1]
                    && (found[0] == I64 || any && matches!(found[0], Ref | Tag))
                    && given == [Bool]
            }
            Op::Float(_) => found == [F64, F64] && given == [F64],
            Op::FloatUnary(_) => found == [F64] && given == [F64],
            Op::FloatCompare(compare) => compare != Compare::Below && found == [F64, F64] && given == [Bool],
            Op::Bool(_) => found == [Bool, Bool] && given == [Bool],
            Op::BoolNot => found == [Bool] && given == [Bool],
            Op::Select => found.len() == 3 && found[0] == Bool && found[1] == found[2] && given == [found[1]],
            Op::IntToFloat => found == [I64] && given == [F64],
            Op::FloatToInt(_) => found == [F64] && given == [I64],
            Op::Cast(ty) => found.len() == 1 && given == [ty],
            Op::SingleBits => found == [F64] && given == [I64],
            Op::SingleValue => found == [I64] && given == [F64],
            Op::Quiet => found == [F64, F64, F64] && given == [Bool],
            Op::Offset => found.len() == 2 && pointer(0) && found[1] == I64 && given == [Ptr],
            Op::Splat => found.len() == 1 && given.len() == 1 && found[0].lanes() == Some(given[0]),
            Op::Iota => found == [I64] && given == [I64s],
            Op::Lane(at) => {
                usize::from(at) < LANES && found.len() == 1 && given.len() == 1 && found[0].lane() == Some(given[0])
            }
            Op::AnyLane => found == [Bools] && given == [Bool],
            Op::Load(access) => {
                found.len() == 1 && pointer(0) && given == [access.ty] && good(access) && access.ty.lane().is_none()
            }
            Op::LoadElement(access) => {
                found.len() == 2
                    && pointer(0)
                    && found[1] == I64
                    && given == [access.ty]
                    && good(access)
                    && access.element_size().is_some()
            }
            Op::Store(access) => {
                found.len() == 2 && pointer(0) && found[1] == access.ty && given.is_empty() && can_store(access)
            }
            Op::StoreElement(access) => {
                found.len() == 3
                    && pointer(0)
                    && found[1] == I64
                    && found[2] == access.ty
                    && given.is_empty()
                    && can_store(access)
                    && access.element_size().is_some()
            }
            Op::Guard(..) => found == [Bool] && given.is_empty(),
            Op::Poll(_) | Op::Exit(..) => found.is_empty() && given.is_empty(),
            Op::Call(helper, exit) => {
                let row = helper.get();
                found == row.params && given == row.results && (exit.is_some() || !row.fails)
            }
            Op::CallUnit(..) => true,
            Op::Loop(body, _) => self.same(args, &unit.region(body).params).is_ok() && given.is_empty(),
            Op::Block(_) => found.is_empty(),
            Op::If(..) => found == [Bool],
            Op::Br(label) => {
                matches!(unit.inst(label).op, Op::Block(_)) && self.same(args, &unit.inst(label).results).is_ok()
            }
            Op::Continue(label) => match unit.inst(label).op {
                Op::Loop(body, _) => self.same(args, &unit.region(body).params).is_ok(),
                _ => false,
            },
            Op::Yield => given.is_empty(),
            Op::Ret => found == unit.returns && given.is_empty(),
        };
        if right { Ok(()) } else { Err(format!("wrong operands of {op:?}: {found:?} -> {given:?}")) }
    }
}

fn good(access: Access) -> bool {
    let narrow = matches!((access.width, access.ty), (4, Ty::I64 | Ty::F64) | (2, Ty::I64) | (1, Ty::I64 | Ty::Bool));
    (narrow || access.width == 8) && access.ty != Ty::Bools && !(access.signed && access.ty != Ty::I64)
}

fn can_store(access: Access) -> bool {
    good(access) && !access.region.is_immutable() && access.ty != Ty::Ptr
}
