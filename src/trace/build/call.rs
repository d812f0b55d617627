//! Calls of script functions: inlined, or native calls of other units; and units that are functions themselves.

use super::*;
use crate::resolve::tree::{Arg, Call, Callee as TreeCallee, Expr, Params};
use crate::value::heap::Values;

/// Deepest nest of inlined calls.
const DEEPEST: usize = 8;
/// How often a function is inlined into itself.
const RECURSION: usize = 4;
/// Longest function, in statements, that is inlined.
const LONGEST: usize = 80;

impl Builder<'_> {
    pub(super) fn call(&mut self, stmt: &Stmt, target: Option<Place>, call: &Call) -> Step<()> {
        let callee = match &call.callee {
            TreeCallee::Value(callee) => self.expr(callee)?,
            TreeCallee::Method(object, name) => match self.expr(object)? {
                Abstract::Known(object) if object.as_gc::<Module>().is_some() => {
                    let module = object.as_gc::<Module>().expect("just seen").clone();
                    self.module_attribute(&module, name)?
                }
                object => {
                    let mut args = Vec::new();
                    for arg in &call.args {
                        match arg {
                            Arg::Positional(value) => args.push(self.expr(value)?),
                            _ => return self.abort(AbortReason::Call),
                        }
                    }
                    let result = self.method_call(name, &object, &args, call.id)?;
                    return match target {
                        Some(place) => self.assign(place, result),
                        None => Ok(()),
                    };
                }
            },
        };
        let Abstract::Function(callee, function) = callee else {
            return self.abort(AbortReason::Call);
        };
        let code = function.code().clone();
        if code.is_generator {
            return self.abort(AbortReason::Generator);
        }
        let mut args = self.arguments(callee, &function, &call.args)?;
        let already = self.frames.iter().filter(|frame| frame.code.id == code.id).count();
        let small = code.spans.len() <= LONGEST && self.frames.len() < DEEPEST;
        let result = if small && already < RECURSION {
            if self.request.profile.of(&code).is_none() {
                // Never run while recording: this path was not taken.
                return self.leave(Reason::Branch);
            }
            self.inline(callee, &function, args)?
        } else {
            args.extend(self.closure_cells(callee, code.free.len()));
            self.native_call(stmt, &function, args)?
        };
        match target {
            Some(place) => self.assign(place, result),
            None => Ok(()),
        }
    }

    /// Values for all parameters, in slot order.
    fn arguments(&mut self, callee: Val, function: &Gc<Function>, given: &[Arg]) -> Step<Vec<Abstract>> {
        let code = function.code().clone();
        let params: &Params = &code.params;
        if params.star || params.double_star {
            return self.abort(AbortReason::Call);
        }
        let mut values: Vec<Option<Abstract>> = vec![None; params.names.len()];
        let mut position = 0;
        for arg in given {
            let (at, value): (usize, &Expr) = match arg {
                Arg::Positional(value) => {
                    position += 1;
                    (position - 1, value)
                }
                Arg::Keyword(name, value) => match params.names.iter().position(|known| known == name) {
                    Some(at) if at >= params.positional_only as usize => (at, value),
                    _ => return self.leave(Reason::Branch),
                },
                _ => return self.abort(AbortReason::Call),
            };
            let value = self.expr(value)?;
            let limit = if matches!(arg, Arg::Positional(_)) { params.positional as usize } else { values.len() };
            match values.get_mut(at) {
                Some(place @ None) if at < limit => *place = Some(value),
                // The call raises: the interpreter says so.
                _ => return self.leave(Reason::Branch),
            }
        }
        let defaults = function.defaults();
        let first = params.positional as usize - defaults.len();
        let mut complete = Vec::with_capacity(values.len());
        for (at, value) in values.into_iter().enumerate() {
            let value = match value {
                Some(value) => value,
                None => {
                    // Defaults belong to the function object, which may differ from the one recorded.
                    match at.checked_sub(first).filter(|_| at < params.positional as usize) {
                        Some(place) => self.default(callee, place, &defaults[place]),
                        None if at < params.positional as usize => {
                            return self.leave(Reason::Branch);
                        }
                        None => return self.abort(AbortReason::Call),
                    }
                }
            };
            complete.push(value);
        }
        Ok(complete)
    }

    /// The default of a parameter, guarded to be of the type it has now.
    fn default(&mut self, callee: Val, place: usize, now: &Value) -> Abstract {
        let defaults = BODY_OFFSET + Function::DEFAULTS_OFFSET + Values::DATA_OFFSET;
        let data = self.ir.load(Access::new(MemRegion::Immutable, Ty::Ptr, defaults), callee);
        let at = place as i32 * VALUE_SIZE;
        let tag = self.ir.load(Access::new(MemRegion::Immutable, Ty::Tag, at + TAG_OFFSET), data);
        let payload = self.ir.load(Access::new(MemRegion::Immutable, Ty::I64, at + PAYLOAD_OFFSET), data);
        self.narrow(tag, payload, Type::of(now))
    }

    fn inline(&mut self, callee: Val, function: &Gc<Function>, args: Vec<Abstract>) -> Step<Abstract> {
        let code = function.code().clone();
        let module = self.module(function.module());
        if !self.built.inlined.iter().any(|known| known.code().id == code.id) {
            self.built.inlined.push(function.clone());
        }
        let result = self.hidden();
        let join = self.open_join();
        self.open_frame(code.clone(), module, Some((join, result)));
        for (at, value) in args.into_iter().enumerate() {
            self.assign(Place::Local(Slot(at as u32)), value)?;
        }
        self.open_cells(callee, &code)?;
        let way = self.block(&code.body).map(|()| self.write(result, Abstract::None));
        self.frames.pop();
        self.here = None;
        self.end_way(way, join)?;
        self.merged(result)
    }

    pub(super) fn return_(&mut self, value: &Expr) -> Step<()> {
        if self.unwinding.last().is_some_and(|&(frames, _)| frames == self.frames.len()) {
            // A `finally` comes first.
            return self.leave(Reason::End);
        }
        let value = self.expr(value)?;
        match self.frame().returns {
            Some((join, result)) => {
                self.write(result, value);
                self.go(join);
                Err(Stop::Left)
            }
            None if self.request.head.is_some() => {
                // The loop's function returns: so does the unit, through an exit.
                let repr = value.repr(&mut self.ir);
                if let Abstract::Known(value) = &value {
                    self.built.objects.push(value.clone());
                }
                let exit = self.exit(ExitKind::Return(repr), Some(&Slots::default()));
                self.ir.exit(exit, Reason::Branch);
                Err(Stop::Left)
            }
            None => self.unit_return(&value),
        }
    }

    /// A call of another unit, or of this one, with unboxed arguments.
    fn native_call(&mut self, stmt: &Stmt, function: &Gc<Function>, args: Vec<Abstract>) -> Step<Abstract> {
        let mut types = Vec::new();
        let mut given = Vec::new();
        for arg in &args {
            given.push(match arg {
                Abstract::Int(_) | Abstract::Float(_) | Abstract::Bool(_) | Abstract::Complex(..) | Abstract::None => {
                    arg.clone()
                }
                // Text must not grow in place in the callee.
                Abstract::Object(object) if object.owned && object.kind != Kind::Str => arg.clone(),
                Abstract::Object(_) => self.kept(arg),
                Abstract::Tuple(_) => {
                    let (_, payload) = self.boxed(arg);
                    let val = self.ir.cast(Ty::Ref, payload);
                    self.made(val, Kind::Tuple)
                }
                _ => return self.abort(AbortReason::Call),
            });
            types.push(arg.type_().expect("typed"));
        }
        let args = given;
        let own = self.request.head.is_none()
            && Arc::ptr_eq(function.code(), self.request.code)
            && self.own_types().is_some_and(|own| own.iter().zip(&types).all(|(own, ty)| fits(*own, *ty)));
        let callee = match self.built.returns.filter(|_| own) {
            Some(returns) => {
                self.calls_itself = true;
                Some(Callee { unit: self.request.number, returns, writes: RegionSet::NONE })
            }
            None => self.request.callees.find(function, &types),
        };
        let Some(callee) = callee else {
            return self.abort(AbortReason::Depth);
        };
        if !self.promoted.is_empty() {
            return Err(Stop::Globals);
        }
        self.keep_held();
        let parts: Vec<Val> = args.iter().flat_map(Abstract::parts).collect();
        let results = result_types(callee.returns).ok_or(Stop::Abort(AbortReason::Call))?;
        let after = self.frame().live.after(stmt.id).clone();
        let exit = self.exit(ExitKind::AfterCall, Some(&after));
        let vals = self.ir.call_unit(callee.unit, &parts, &results, exit);
        self.called_writes = self.called_writes.union(callee.writes);
        self.here = None;
        let shape = self.shape_of(callee.returns).ok_or(Stop::Abort(AbortReason::Call))?;
        Ok(shape.with_parts(&mut vals.into_iter()))
    }

    fn shape_of(&mut self, ty: Type) -> Option<Abstract> {
        let (int, float, truth) = (self.ir.int(0), self.ir.float(0.0), self.ir.bool(false));
        Some(match ty {
            Type::None => Abstract::None,
            Type::Int => Abstract::Int(int),
            Type::Float => Abstract::Float(float),
            Type::Bool => Abstract::Bool(truth),
            Type::Complex => Abstract::Complex(float, float),
            _ => return None,
        })
    }
}

/// The unit is a function.
impl Builder<'_> {
    fn own_types(&self) -> Option<Vec<Type>> {
        self.request.head.is_none().then(|| self.built.entry.iter().map(|(_, ty)| *ty).collect())
    }

    /// Builds a unit that is entered at the function's start with its arguments in registers.
    pub(super) fn function(&mut self, code: &Arc<Code>) -> Step<()> {
        if code.is_generator {
            return self.abort(AbortReason::Generator);
        }
        if !code.cells.is_empty() {
            return self.abort(AbortReason::Closure);
        }
        if code.body.statements.is_empty() {
            return self.abort(AbortReason::Unseen);
        }
        let returns = self.profile().and_then(|profile| profile.returned.last());
        let Some(types) = returns.and_then(result_types) else {
            return self.abort(AbortReason::Call);
        };
        self.built.returns = returns;
        self.ir.returns(&types);
        let mut position = 0;
        let captured = code.free.iter().map(|&(_, slot)| slot.0 as usize);
        for at in (0..code.params.names.len()).chain(captured) {
            let ty = Type::of(&self.request.frame[at]);
            let mut param = |ty| {
                position += 1;
                self.ir.param(ty, Source::Argument(position - 1))
            };
            let value = match ty {
                Type::None => Abstract::None,
                Type::Int => Abstract::Int(param(Ty::I64)),
                Type::Float => Abstract::Float(param(Ty::F64)),
                Type::Bool => Abstract::Bool(param(Ty::Bool)),
                Type::Complex => Abstract::Complex(param(Ty::F64), param(Ty::F64)),
                Type::Unbound => return self.abort(AbortReason::Call),
                ty => {
                    let kind = ty.object_kind().expect("everything else is an object");
                    Abstract::Object(Object { val: param(Ty::Ref), kind, owned: true })
                }
            };
            let place = Place::Local(Slot(at as u32));
            self.built.entry.push((place, ty));
            self.assign(place, value)?;
        }
        // Room for the call itself, and for all that is inlined in it.
        let depth = self.ir.param(Ty::I64, Source::Depth);
        let needed = self.ir.int(DEEPEST as i64);
        let room = self.ir.int_compare(Compare::Ge, depth, needed);
        self.guard(room, Reason::Depth);
        let exit = self.here();
        self.ir.poll(exit);
        self.block(&code.body)?;
        self.unit_return(&Abstract::None)
    }

    fn unit_return(&mut self, value: &Abstract) -> Step<()> {
        let returns = self.built.returns.expect("a function unit returns something");
        if !value.fits(returns) {
            return self.leave(Reason::Type);
        }
        self.ir.ret(&value.parts());
        Err(Stop::Left)
    }
}

/// The scalars that a result of this type takes.
fn result_types(ty: Type) -> Option<Vec<Ty>> {
    Some(match ty {
        Type::None => vec![],
        Type::Int => vec![Ty::I64],
        Type::Float => vec![Ty::F64],
        Type::Bool => vec![Ty::Bool],
        Type::Complex => vec![Ty::F64, Ty::F64],
        _ => return None,
    })
}

fn fits(own: Type, given: Type) -> bool {
    own == given || own.object_kind().is_some() && own.object_kind() == given.object_kind()
}
