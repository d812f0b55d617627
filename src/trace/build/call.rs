//! Calls of script functions: inlined, or native calls of other units; and units that are functions themselves.

use super::instance::is_instance;
use super::*;
use crate::array::DType;
use crate::interp::watch::Wanted;
use crate::resolve::tree::{Arg, Block, Call, Callee as TreeCallee, Expr, Params};
use crate::trace::ir::parts_of;
use crate::value::class::Class;
use crate::value::heap::Values;

/// An argument with its name, if it is given by name.
pub(super) type Given = (Option<Arc<str>>, Abstract);

/// Deepest nest of inlined calls.
pub(super) const DEEPEST: usize = 8;
/// Most statements, of all its copies on one level, that a function is inlined into itself with: what calls itself twice has twice as many
/// on the next level.
const COPIES: usize = 40;
/// How often a function is inlined into itself.
const RECURSION: u32 = 4;
/// Longest function, in statements, that is inlined; and where the unit would be too large with all of these.
const LONGEST: usize = 80;
const LONGEST_SPARING: usize = 8;
/// Instructions of a unit beyond which functions that are not short are rather called than inlined.
const ROOMY: usize = 1_000;

impl Builder<'_> {
    pub(super) fn call(&mut self, stmt: &Stmt, target: Option<Place>, call: &Call) -> Step<()> {
        let result = match &call.callee {
            _ if self.stores_by_object(call) => self.store_by_object(call)?,
            TreeCallee::Value(callee) => match self.expr(callee)? {
                Abstract::Object(method) if method.kind == Kind::Method => {
                    self.call_bound(stmt, &method, callee, call)?
                }
                Abstract::Object(object) if self.is_seen_in_script(callee) => {
                    let seen = self.seen(callee.id).cloned().unwrap_or_default();
                    let callee = self.identified(object, &seen);
                    self.call_value(stmt, &callee, call)?
                }
                object if is_instance(&object) => self.call_instance(stmt, object, call)?,
                callee => self.call_value(stmt, &callee, call)?,
            },
            TreeCallee::Method(object, name) if let Some(behind) = self.behind(object)? => {
                self.call_behind(stmt, behind, name, call)?
            }
            TreeCallee::Method(object, name) => match self.known(object)? {
                Abstract::Known(object) if object.as_gc::<Module>().is_some() => {
                    let module = object.as_gc::<Module>().expect("just seen").clone();
                    let callee = self.module_attribute(&module, name)?;
                    self.call_value(stmt, &callee, call)?
                }
                Abstract::Known(object) if object.as_gc::<Class>().is_some() => {
                    let class = object.as_gc::<Class>().expect("just seen").clone();
                    match class.is_from_script() {
                        true => self.call_of_class(stmt, &class, name, call)?,
                        false => self.call_of_built_in(&class, name, call)?,
                    }
                }
                object if is_instance(&object) => self.call_method(stmt, object, name, call)?,
                object => {
                    let held = self.hold(object);
                    let given = self.given(&call.args, Self::expr)?;
                    let object = self.take_held(held);
                    let args = self.positional(given)?;
                    self.method_call(name, &object, &args, call.id)?
                }
            },
        };
        match target {
            Some(place) => self.assign(place, result),
            None => Ok(()),
        }
    }

    fn call_value(&mut self, stmt: &Stmt, callee: &Abstract, call: &Call) -> Step<Abstract> {
        let is_built_in = matches!(callee, Abstract::Known(known) if known.kind() == Some(Kind::Builtin));
        let given = self.given(&call.args, if is_built_in { Self::expr } else { Self::any })?;
        self.call_given(stmt, callee, call, given)
    }

    /// Calls something with evaluated arguments.
    pub(super) fn call_given(
        &mut self,
        stmt: &Stmt,
        callee: &Abstract,
        call: &Call,
        given: Vec<Given>,
    ) -> Step<Abstract> {
        match callee {
            Abstract::Function(callee, function) => self.invoke(stmt, *callee, function, given),
            Abstract::Known(known) if known.as_gc::<Class>().is_some() => {
                let class = known.as_gc::<Class>().expect("just seen").clone();
                match class.is_from_script() {
                    true => self.make_instance(&class, given, call.id),
                    false => self.new_container(&class, given, call.id),
                }
            }
            Abstract::Known(known) if known.kind() == Some(Kind::Builtin) => self.call_builtin(known, given, call.id),
            Abstract::Known(known) if given.iter().all(|(name, _)| name.is_none()) => {
                let Some(function) = known.in_script(given.len()).cloned() else {
                    return self.abort(AbortReason::Call);
                };
                let callee = self.address_of(&function);
                self.invoke(stmt, callee, &function, given)
            }
            Abstract::Object(callee) if callee.kind == Kind::Function => self.call_one_of(stmt, *callee, call, given),
            _ => self.abort(AbortReason::Call),
        }
    }

    /// Calls a function of a script with evaluated arguments.
    pub(super) fn invoke(
        &mut self,
        stmt: &Stmt,
        callee: Val,
        function: &Gc<Function>,
        given: Vec<Given>,
    ) -> Step<Abstract> {
        let code = function.code().clone();
        if self.frame().driven.is_some() && !code.is_generator {
            // No exit can leave a generator in the middle of a call.
            return self.inline_pure(callee, function, given);
        }
        let mut args = self.arguments(callee, function, given)?;
        if code.is_generator {
            return self.new_generator(callee, function, args);
        }
        if self.is_small(&code) && !self.is_too_much(&code) && !self.is_better_called(function, &args) {
            return self.inline(callee, function, args);
        }
        args.extend(self.closure_cells(callee, code.free.len()));
        self.native_call(stmt, function, args)
    }

    fn is_small(&self, code: &Code) -> bool {
        let already = self.frames.iter().filter(|frame| frame.code.id == code.id).count() as u32;
        let calls = self.request.profile.of(code).map_or(0, CodeProfile::calls_of_itself);
        // What calls itself by way of others would bring all of them along.
        let copies = if already > 0 && calls == 0 { usize::MAX } else { calls.saturating_pow(already) };
        let fits = already == 0 || code.spans.len().saturating_mul(copies) <= COPIES && already < RECURSION;
        let longest = if self.caution.sparing { LONGEST_SPARING } else { LONGEST };
        code.spans.len() <= longest && self.frames.len() < DEEPEST && fits
    }

    /// Whether a function is not to be inlined in one that is large as it is: a call of that does not run long enough to be worth it.
    fn is_too_much(&self, code: &Code) -> bool {
        self.request.head.is_none() && self.pure.is_none() && self.has_filled_up(code)
    }

    fn has_filled_up(&self, code: &Code) -> bool {
        self.ir.unit().insts.len() > ROOMY && code.spans.len() > LONGEST_SPARING
    }

    /// Whether a unit of its own can be called for a function that loops and calls itself: to inline some of its calls would take much code and
    /// leave the others. So it is with any that is not short, where the unit is large as it is, and with what a cache calls, which may be what
    /// called that.
    fn is_better_called(&self, function: &Gc<Function>, args: &[Abstract]) -> bool {
        let code = function.code();
        let is_long = self.has_filled_up(code);
        let is_half = self.recurs(code) && loops(&code.body);
        let is_behind = self.frame().code.is_hidden();
        if !(is_long || is_half || is_behind) || self.pure.is_some() {
            return false;
        }
        let types: Option<Vec<Type>> = args.iter().map(Abstract::type_).collect();
        types.is_some_and(|mut types| {
            self.is_own_call(function, &types) || self.request.callees.find(function, &mut types).is_some()
        })
    }

    /// Whether a function was seen to call itself.
    fn recurs(&self, code: &Code) -> bool {
        self.request.profile.of(code).is_some_and(|seen| seen.calls_of_itself() > 0)
    }

    /// Whether a call is one of the unit itself.
    fn is_own_call(&self, function: &Gc<Function>, types: &[Type]) -> bool {
        self.request.head.is_none()
            && self.built.returns.is_some()
            && Arc::ptr_eq(function.code(), self.request.code)
            && self
                .own_types()
                .is_some_and(|own| own.iter().zip(types).all(|(own, ty)| *ty == Type::Any || own.fits(*ty)))
    }

    /// Calls a method as part of the statement that is built: where it leaves, that statement is done again. So what it
    /// changes, but for instances that exist only here, it must change last.
    pub(super) fn pure_method(&mut self, function: &Gc<Function>, args: Vec<Abstract>) -> Step<Abstract> {
        let given = args.into_iter().map(|value| (None, value)).collect();
        self.pure_method_with(function, given)
    }

    pub(super) fn pure_method_with(&mut self, function: &Gc<Function>, given: Vec<Given>) -> Step<Abstract> {
        let callee = self.address_of(function);
        self.inline_pure(callee, function, given)
    }

    /// A function that the unit keeps alive.
    pub(super) fn address_of(&mut self, function: &Gc<Function>) -> Val {
        let owner = Value::from(function);
        let callee = address(&mut self.ir, &owner);
        self.built.objects.push(owner);
        callee
    }

    /// Whether only one callable was seen there, which compiled code has a function of a script for.
    fn is_seen_in_script(&self, callee: &Expr) -> bool {
        self.seen(callee.id).and_then(Seen::only).is_some_and(|only| only.is_in_script())
    }

    fn inline_pure(&mut self, callee: Val, function: &Gc<Function>, given: Vec<Given>) -> Step<Abstract> {
        let code = function.code().clone();
        if code.is_generator || !code.cells.is_empty() {
            return self.abort(AbortReason::Effect);
        }
        if !self.is_small(&code) {
            return self.abort(AbortReason::Depth);
        }
        let args = self.arguments(callee, function, given)?;
        let exit = self.here();
        let outer = self.begin_pure(exit);
        let result = self.inline(callee, function, args);
        self.pure = outer;
        result
    }

    /// From here on all is part of a statement, which is done again where it leaves by this exit. The one before that is to be put back.
    pub(super) fn begin_pure(&mut self, exit: ExitId) -> Option<ExitId> {
        if !self.strict {
            self.strict = true;
            self.told = self.ir.effects();
            self.state.remove(&Key::Changed);
        }
        let outer = self.pure.replace(exit);
        if outer.is_none() {
            self.pure_from = self.frames.len();
        }
        outer
    }

    /// Calls what was seen to be now this function and now that: each has a way of its own.
    fn call_one_of(&mut self, stmt: &Stmt, callee: Object, call: &Call, given: Vec<Given>) -> Step<Abstract> {
        let seen = self.profile().and_then(|profile| profile.callees.get(&call.id));
        let functions = seen.map(Seen::functions).unwrap_or_default();
        if functions.is_empty() {
            return self.abort(AbortReason::Call);
        }
        if let [function] = &functions[..] {
            self.guard_code(callee.val, function);
            return self.invoke(stmt, callee.val, function, given);
        }
        let code = Access::new(MemRegion::Immutable, Ty::I64, BODY_OFFSET + Function::CODE_ID_OFFSET);
        let found = self.ir.load(code, callee.val);
        self.each_function(&functions, &mut |this, function, other| {
            if function.is_its_code() {
                let expected = this.ir.int(i64::from(function.code().id.0));
                let same = this.ir.int_compare(Compare::Eq, found, expected);
                this.go_unless(same, other);
                return this.invoke(stmt, callee.val, function, given.clone());
            }
            // What it has is loaded from the function known, since no guard says that it is the one called.
            let known = this.address_of(function);
            let same = this.ir.int_compare(Compare::Eq, callee.val, known);
            this.go_unless(same, other);
            this.guard_code(known, function);
            this.invoke(stmt, known, function, given.clone())
        })
    }

    /// Builds a way for each function; it goes to the label that it is given if the function is not that one.
    pub(super) fn each_function(
        &mut self,
        functions: &[Gc<Function>],
        build: &mut dyn FnMut(&mut Self, &Gc<Function>, usize) -> Step<Abstract>,
    ) -> Step<Abstract> {
        let result = self.hidden();
        let join = self.open_join();
        // The last one seen is the likeliest.
        for function in functions.iter().rev() {
            let other = self.open_join();
            let way = build(self, function, other).map(|value| self.write(result, value));
            self.end_way(way, join)?;
            match self.close_join(None) {
                // Nothing comes here that is not this function.
                Err(Stop::Left) => return self.merged(result),
                other => other?,
            }
        }
        let way = self.leave(Reason::Identity);
        self.end_way(way, join)?;
        self.merged(result)
    }

    /// Evaluates the arguments of a call, in order, with the names of those that have one. A tuple that is spread is one that exists in
    /// registers only, as `*args` is.
    pub(super) fn given(&mut self, args: &[Arg], evaluate: Evaluate<Self>) -> Step<Vec<Given>> {
        let values = self.exprs_by(args.iter().map(|arg| match arg {
            Arg::Positional(value) | Arg::Keyword(_, value) => (value, evaluate),
            Arg::Star(value) | Arg::DoubleStar(value) => (value, Self::expr as Evaluate<Self>),
        }))?;
        let mut given = Vec::with_capacity(args.len());
        for (arg, value) in args.iter().zip(values) {
            match (arg, value) {
                (Arg::Positional(_), value) => given.push((None, value)),
                (Arg::Keyword(name, _), value) => given.push((Some(name.clone()), value)),
                (Arg::Star(_), Abstract::Tuple(items)) => given.extend(items.iter().map(|item| (None, item.clone()))),
                // Functions pass on what they were not given themselves.
                (Arg::DoubleStar(_), Abstract::Object(dict)) if dict.kind == Kind::Dict => {
                    let (length, none) = (self.length(&dict)?, self.ir.int(0));
                    let is_empty = self.ir.int_compare(Compare::Eq, length, none);
                    self.guard(is_empty, Reason::Type);
                }
                (Arg::Star(_) | Arg::DoubleStar(_), _) => return self.abort(AbortReason::Call),
            }
        }
        Ok(given)
    }

    /// Values for all parameters, in slot order.
    fn arguments(&mut self, callee: Val, function: &Gc<Function>, given: Vec<Given>) -> Step<Vec<Abstract>> {
        let code = function.code().clone();
        let params: &Params = &code.params;
        if function.is_edited() {
            return self.abort(AbortReason::Call);
        }
        let (star, double_star) = (params.star(), params.double_star());
        let mut rest = Vec::new();
        let mut values: Vec<Option<Abstract>> = vec![None; params.names.len()];
        let mut position = 0;
        for (name, value) in given {
            let (at, limit) = match &name {
                None if star.is_some() && position == params.positional as usize => {
                    rest.push(value);
                    continue;
                }
                None => {
                    position += 1;
                    (position - 1, params.positional as usize)
                }
                Some(name) => match params.names.iter().position(|known| known == name) {
                    Some(at) if params.by_name().contains(&at) => (at, values.len()),
                    // It would go into a dictionary.
                    _ if double_star.is_some() => return self.abort(AbortReason::Call),
                    _ => return self.leave(Reason::Branch),
                },
            };
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
                None if star == Some(at) => Abstract::Tuple(std::mem::take(&mut rest).into()),
                None if double_star == Some(at) => self.empty(HelperId::DICT_NEW, Kind::Dict),
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
        match now {
            // One that the likeness of a function does not keep.
            Value::Unbound => Abstract::Tagged(tag, payload),
            now => self.narrow(tag, payload, Type::of(now)),
        }
    }

    fn inline(&mut self, callee: Val, function: &Gc<Function>, args: Vec<Abstract>) -> Step<Abstract> {
        let code = function.code().clone();
        if self.request.profile.of(&code).is_none() {
            // Never run while recording: this path was not taken.
            return self.leave(Reason::Branch);
        }
        let module = self.module(function.module());
        self.note_inlined(function);
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

    /// An exit may leave calls of this function open.
    pub(super) fn note_inlined(&mut self, function: &Gc<Function>) {
        if !self.built.inlined.iter().any(|known| known.code().id == function.code().id) {
            self.built.inlined.push(Function::likeness(function));
        }
    }

    pub(super) fn return_(&mut self, value: &Expr) -> Step<()> {
        if self.unwinding.last().is_some_and(|&(frames, _)| frames == self.frames.len())
            || self.leaving_closes(self.frame().loops)
        {
            return self.leave_for_cleanup();
        }
        let value = self.any(value)?;
        match self.frame().returns {
            Some((join, result)) => {
                self.write(result, value);
                self.go(join);
                Err(Stop::Left)
            }
            None if self.request.head.is_some() => {
                // The loop's function returns: so does the unit, through an exit. A `finally` around the loop may come before that.
                let mut told = Vec::new();
                let frames = self.exit_frames(None, &mut told);
                let kind = ExitKind::Return(self.repr(&value, &mut told));
                let exit = self.ir.add_exit(Exit { kind, frames });
                self.ir.exit(exit, Reason::Branch);
                Err(Stop::Left)
            }
            None => self.unit_return(&value),
        }
    }

    /// A call of another unit, or of this one, with unboxed arguments.
    fn native_call(&mut self, stmt: &Stmt, function: &Gc<Function>, args: Vec<Abstract>) -> Step<Abstract> {
        if self.pure.is_some() || self.request.frames != Wanted::Nothing {
            return self.abort(AbortReason::Depth);
        }
        let mut types: Vec<Type> = args.iter().map(|arg| arg.type_().unwrap_or(Type::Any)).collect();
        let own = self.is_own_call(function, &types);
        let callee = match self.built.returns.filter(|_| own) {
            Some(returns) => {
                self.calls_itself = true;
                types = self.own_types().expect("a function calls itself");
                Some(Callee { unit: self.request.number, returns, writes: RegionSet::NONE })
            }
            None => self.request.callees.find(function, &mut types),
        };
        let Some(callee) = callee else {
            return self.abort(AbortReason::Depth);
        };
        let mut given = Vec::new();
        for (arg, &ty) in args.iter().zip(&types) {
            let arg = match *arg {
                Abstract::Tagged(tag, payload) => self.narrow(tag, payload, ty),
                _ => arg.clone(),
            };
            given.push(match &arg {
                Abstract::Int(_)
                | Abstract::Float(_)
                | Abstract::Bool(_)
                | Abstract::Complex(..)
                | Abstract::Scalar(..)
                | Abstract::None => arg,
                // Text must not grow in place in the callee.
                Abstract::Object(object) if object.owned && object.kind != Kind::Str => arg,
                Abstract::Object(_) => self.kept(&arg),
                Abstract::Tuple(_) => {
                    let (_, payload) = self.boxed(&arg);
                    let val = self.ir.cast(Ty::Ref, payload);
                    self.made(val, Kind::Tuple)
                }
                Abstract::View(_) => {
                    let (_, payload) = self.boxed(&arg);
                    let val = self.ir.cast(Ty::Ref, payload);
                    self.made(val, Kind::Array)
                }
                Abstract::Made(number) => Abstract::Object(self.made_real(*number, None)),
                _ => return self.abort(AbortReason::Call),
            });
        }
        let args = given;
        if !self.promoted.is_empty() {
            return Err(Stop::Globals);
        }
        self.keep_held();
        let parts: Vec<Val> = args.iter().flat_map(Abstract::parts).collect();
        let results = result_types(callee.returns);
        let after = self.frame().live.after(stmt.id).clone();
        let exit = self.exit(ExitKind::AfterCall, Some(&after));
        let vals = self.ir.call_unit(callee.unit, &parts, &results, exit);
        self.called_writes = self.called_writes.union(callee.writes);
        self.here = None;
        Ok(match (callee.returns, &vals[..]) {
            (Returns::Any, &[tag, payload]) => Abstract::Tagged(tag, payload),
            (Returns::Typed(Type::None), _) => Abstract::None,
            (Returns::Typed(Type::Int), &[val]) => Abstract::Int(val),
            (Returns::Typed(Type::Float), &[val]) => Abstract::Float(val),
            (Returns::Typed(Type::Bool), &[val]) => Abstract::Bool(val),
            (Returns::Typed(Type::Complex), &[re, im]) => Abstract::Complex(re, im),
            (Returns::Typed(ty), &[val]) => {
                let kind = ty.object_kind().expect("everything else is an object");
                Abstract::Object(Object::new(val, kind, false))
            }
            _ => unreachable!("a call has the results of the unit it calls"),
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
            return Err(Stop::Abort(AbortReason::Generator));
        }
        if !code.cells.is_empty() {
            return Err(Stop::Abort(AbortReason::Closure));
        }
        if code.body.statements.is_empty() {
            return Err(Stop::Abort(AbortReason::Unseen));
        }
        let returned = self.profile().map(|profile| profile.returned.clone()).unwrap_or_default();
        let returns = match returned.only_type() {
            _ if returned.last().is_none() => return Err(Stop::Abort(AbortReason::Unseen)),
            None | Some(Type::Scalar(_) | Type::Unbound) => Returns::Any,
            Some(ty) => Returns::Typed(ty),
        };
        let object = match returns {
            Returns::Any => true,
            Returns::Typed(ty) => ty.object_kind().is_some() && ty != Type::Complex,
        };
        if object && !loops(&code.body) && !self.recurs(code) {
            // To make the object takes longer than the rest of it.
            return Err(Stop::Abort(AbortReason::Losing));
        }
        self.built.returns = Some(returns);
        self.ir.returns(&result_types(returns));
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
                Type::Unbound | Type::Scalar(DType::U64) => return Err(Stop::Abort(AbortReason::Call)),
                Type::Scalar(dtype) => Abstract::Scalar(dtype, parts_of(dtype).iter().map(|&ty| param(ty)).collect()),
                ty => {
                    let kind = ty.object_kind().expect("everything else is an object");
                    Abstract::Object(Object { val: param(Ty::Ref), kind, owned: true, layout: ty.layout() })
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
        let parts = match (self.built.returns.expect("a function unit returns something"), value) {
            (Returns::Any, value) => {
                let (tag, payload) = self.boxed(value);
                [tag, payload].into_iter().collect()
            }
            (Returns::Typed(ty), &Abstract::Tagged(tag, payload)) => self.narrow(tag, payload, ty).parts(),
            (Returns::Typed(ty), value) if !value.fits(ty) => return self.leave(Reason::Type),
            (Returns::Typed(ty), value) if ty.object_kind().is_some() && ty != Type::Complex => {
                let (_, payload) = self.boxed(value);
                std::iter::once(self.ir.cast(Ty::Ref, payload)).collect()
            }
            (_, value) => value.parts(),
        };
        self.ir.ret(&parts);
        Err(Stop::Left)
    }
}

/// The scalars that a result takes.
fn result_types(returns: Returns) -> Vec<Ty> {
    match returns {
        Returns::Any => vec![Ty::Tag, Ty::I64],
        Returns::Typed(Type::None) => vec![],
        Returns::Typed(Type::Int) => vec![Ty::I64],
        Returns::Typed(Type::Float) => vec![Ty::F64],
        Returns::Typed(Type::Bool) => vec![Ty::Bool],
        Returns::Typed(Type::Complex) => vec![Ty::F64, Ty::F64],
        Returns::Typed(_) => vec![Ty::Ref],
    }
}

/// Whether there is a loop in a block.
fn loops(block: &Block) -> bool {
    block
        .statements
        .iter()
        .any(|stmt| matches!(stmt.kind, StmtKind::While(_) | StmtKind::For(_)) || stmt.blocks().into_iter().any(loops))
}
