//! Statements that compute whole arrays: the interpreter runs them in the middle of the unit.
//!
//! In: a statement whose operands are arrays and numbers, as far as was seen. Out: a call that has the interpreter run it on the unit's
//! frame, as it would run it anywhere: fused, in place, with its warnings and exceptions. In front of the call the slots that the
//! statement reads get what registers hold; behind it the variable that it assigns is read. What that held before is kept until
//! the unit is left, so whatever was computed from it stays good.

use super::array::is_array;
use super::*;
use crate::resolve::tree::{Arg, Call, Callee as TreeCallee, CompareOp, Expr, ExprKind};
use crate::trace::record::is_library_of_arrays;
use crate::value::array::ufunc;
use crate::value::class::Class;
use crate::value::function::Builtin;

/// Attributes of arrays that give arrays and numbers, or tuples of these.
const ATTRIBUTES: [&str; 8] = ["T", "real", "imag", "shape", "size", "ndim", "dtype", "itemsize"];

/// Built-in functions that only compute, of arrays and numbers.
const BUILTINS: [&str; 11] = ["abs", "bool", "complex", "divmod", "float", "int", "len", "max", "min", "pow", "round"];

/// Methods that change what a unit counts on.
const RESHAPING: [&str; 2] = ["resize", "setflags"];

/// What a statement reads.
#[derive(Default)]
struct Reads {
    places: Vec<Place>,
    /// It calls a page of the library: the interpreter may collect cycles there, and run anything.
    pages: bool,
}

impl Builder<'_> {
    /// Has the interpreter run a statement, if it computes whole arrays.
    pub(super) fn whole_arrays(&mut self, stmt: &Stmt) -> Step<bool> {
        let own = self.frames.len() == 1 && self.request.head.is_some() && self.frame().driven.is_none();
        if !own || !self.computes_arrays(stmt) {
            return Ok(false);
        }
        let mut reads = Reads::default();
        let (target, seen) = match self.admit_statement(stmt, &mut reads) {
            Ok(admitted) => admitted,
            // Its operators may be built one by one.
            Err(Stop::Abort(_)) => return Ok(false),
            Err(stop) => return Err(stop),
        };
        if reads.pages && !self.promoted.is_empty() {
            return Err(Stop::Globals);
        }
        self.foreign_arrays.insert((self.frame().code.id, stmt.id));
        let frame = self.ir.param(Ty::Ptr, Source::Frame);
        reads.places.sort_unstable();
        reads.places.dedup();
        for place in reads.places {
            self.write_back(place, frame)?;
        }
        if reads.pages {
            self.keep_held();
        }
        let slot = match target {
            Some(Place::Local(slot)) => match self.own_arrays(stmt, slot, frame)? {
                true => -1,
                false => i64::from(slot.0),
            },
            Some(place) => {
                let (tag, payload) = self.stored(place, frame)?;
                self.ir.call(HelperId::KEEP, &[tag, payload], None);
                -1
            }
            None => -1,
        };
        let helper = if reads.pages { HelperId::INTERPRET_ANY } else { HelperId::INTERPRET };
        let waits = self.interpret(helper, stmt, (frame, 0), slot);
        // What lies in memory that is not shared with others.
        let held = target.filter(|&place| matches!(place, Place::Local(_)) || self.promoted.contains(&self.key(place)));
        let assigned = match held {
            Some(place) => Some((self.key(place), self.stored(place, frame)?)),
            None => None,
        };
        if let Some((key, (tag, payload))) = assigned {
            self.state.insert(key, Binding { value: Abstract::Tagged(tag, payload), dirty: false });
        }
        self.leave_behind(stmt, waits);
        if let Some((key, stored)) = assigned {
            self.take_assigned(key, stored, &seen)?;
        }
        self.here = None;
        Ok(true)
    }

    /// Has the slots of variables that hold arrays own them, so that none is lost when the interpreter assigns the variable of a statement;
    /// tells whether all could be told to.
    fn own_arrays(&mut self, stmt: &Stmt, target: Slot, frame: Val) -> Step<bool> {
        let live = self.frame().live.clone();
        let mut held: Vec<Key> =
            self.state.iter().filter(|(_, held)| may_hold_array(&held.value)).map(|(&key, _)| key).collect();
        held.sort_unstable();
        let mut all = true;
        for key in held {
            match key {
                Key::Frame(0, Place::Local(slot)) if slot == target || !live.after(stmt.id).has(slot) => {}
                Key::Frame(0, place @ Place::Local(_)) => {
                    let plain = matches!(self.state[&key].value, Abstract::Object(_) | Abstract::View(_));
                    all &= plain || !self.state[&key].dirty;
                    if plain {
                        self.write_back(place, frame)?;
                    }
                }
                // Frames that were open are no longer; tuples that became objects are kept.
                Key::Frame(..) | Key::Whole(_) | Key::Changed => {}
                _ => all = false,
            }
        }
        Ok(all)
    }

    /// Takes over what the interpreter has assigned. Of another type than was seen, the interpreter goes on behind the statement.
    fn take_assigned(&mut self, key: Key, (tag, payload): (Val, Val), seen: &Seen) -> Step<()> {
        let Some(ty) = seen.taken() else {
            return self.leave(Reason::Branch);
        };
        let value = match self.narrow(tag, payload, ty) {
            Abstract::Object(object) => Abstract::Object(Object { owned: true, ..object }),
            value => value,
        };
        self.state.insert(key, Binding { value, dirty: false });
        Ok(())
    }

    /// Puts what a register holds for a variable where the interpreter looks for it.
    fn write_back(&mut self, place: Place, frame: Val) -> Step<()> {
        let key = self.key(place);
        let Some(Binding { value, dirty: true }) = self.state.get(&key).cloned() else { return Ok(()) };
        match (place, key) {
            (Place::Local(slot), _) => {
                let (tag, payload) = self.boxed(&value);
                let at = self.ir.int(slot.0.into());
                self.ir.call(HelperId::SLOT_SET, &[frame, at, tag, payload], None);
            }
            (_, Key::Global(module, slot)) => self.assign_global(module, slot, &value),
            _ => return Ok(()),
        }
        self.state.insert(key, Binding { value, dirty: false });
        Ok(())
    }

    /// What lies in a variable's memory.
    fn stored(&mut self, place: Place, frame: Val) -> Step<(Val, Val)> {
        let (region, base, at) = match (place, self.key(place)) {
            (Place::Local(slot), _) => (MemRegion::Slots, frame, slot.0 as i32 * VALUE_SIZE),
            (_, Key::Global(module, slot)) => {
                let owner = Value::from(&self.built.modules[module as usize]);
                let base = address(&mut self.ir, &owner);
                self.built.objects.push(owner);
                let data = self.ir.load(Access::new(MemRegion::Globals, Ty::Ptr, GLOBALS), base);
                (MemRegion::Globals, data, slot.0 as i32 * VALUE_SIZE)
            }
            _ => return self.abort(AbortReason::Closure),
        };
        let tag = self.ir.load(Access::new(region, Ty::Tag, at + TAG_OFFSET), base);
        Ok((tag, self.ir.load(Access::new(region, Ty::I64, at + PAYLOAD_OFFSET), base)))
    }

    fn read_place(&mut self, place: Place, seen: &Seen) -> Step<Abstract> {
        match place {
            Place::Cell(_) => self.abort(AbortReason::Closure),
            place => {
                let key = self.key(place);
                let value = self.read(key)?;
                self.typed_as(key, value, seen)
            }
        }
    }
}

/// What statements compute, by what was seen.
impl Builder<'_> {
    fn was_array(&self, expr: &Expr) -> bool {
        self.seen(expr.id).and_then(Seen::last).is_some_and(|ty| ty.object_kind() == Some(Kind::Array))
    }

    /// Whether a statement computes whole arrays, or stores into many elements.
    fn computes_arrays(&self, stmt: &Stmt) -> bool {
        match &stmt.kind {
            StmtKind::Assign(_, value) => self.computes(value),
            StmtKind::Update(_, _, value) => {
                let seen = self.profile().and_then(|profile| profile.unpacked.get(&stmt.id));
                let old = seen.and_then(|seen| seen.first()?.last());
                old.is_some_and(|ty| ty.object_kind() == Some(Kind::Array)) || self.computes(value)
            }
            StmtKind::SetIndex { object, index, value } | StmtKind::UpdateIndex { object, index, value, .. } => {
                self.was_array(object)
                    && (self.was_array(value) || self.computes(value) || !self.names_element(object, index))
            }
            StmtKind::Call { call, .. } => {
                let seen = self.profile().and_then(|profile| profile.callees.get(&call.id)).and_then(Seen::called);
                seen.is_some_and(|callee| is_of_arrays(&callee) && (is_page(&callee) || self.call_has_arrays(call)))
            }
            _ => false,
        }
    }

    fn call_has_arrays(&self, call: &Call) -> bool {
        let has = |expr: &Expr| self.was_array(expr) || self.computes(expr);
        let given = |arg: &Arg| match arg {
            Arg::Positional(value) | Arg::Keyword(_, value) | Arg::Star(value) | Arg::DoubleStar(value) => has(value),
        };
        let makes = self.seen(call.id).and_then(Seen::last).is_some_and(|ty| ty.object_kind() == Some(Kind::Array));
        makes || matches!(&call.callee, TreeCallee::Method(object, _) if has(object)) || call.args.iter().any(given)
    }

    /// Whether a subscript names one element.
    fn names_element(&self, object: &Expr, index: &Expr) -> bool {
        let items = match &index.kind {
            ExprKind::Tuple(items) => &items[..],
            _ => std::slice::from_ref(index),
        };
        let number = |item: &Expr| match self.seen(item.id).and_then(Seen::last) {
            Some(Type::Int) => true,
            Some(Type::Scalar(dtype)) => dtype != DType::Bool,
            _ => false,
        };
        let rank = self.seen(object.id).and_then(Seen::last).and_then(Type::layout).map(|layout| layout.rank);
        if let ExprKind::Local(slot) | ExprKind::Temporary(slot) = index.kind
            && let Some(Binding { value: Abstract::Tuple(places), .. }) = self.state.get(&self.key(Place::Local(slot)))
        {
            return rank == Some(places.len() as u8) && places.iter().all(|place| matches!(place, Abstract::Int(_)));
        }
        rank == Some(items.len() as u8) && items.iter().all(number)
    }

    /// Whether an expression computes an array, or computes with one; views do not count.
    fn computes(&self, expr: &Expr) -> bool {
        let here = match &expr.kind {
            ExprKind::Unary(_, operand) => self.was_array(operand),
            ExprKind::Compare(CompareOp::Is | CompareOp::IsNot, ..) => false,
            ExprKind::Binary(_, left, right) | ExprKind::Compare(_, left, right) => {
                self.was_array(left) || self.was_array(right)
            }
            ExprKind::PureCall(..) => self.was_array(expr),
            ExprKind::Index(object, index) => self.was_array(object) && self.was_array(index),
            _ => false,
        };
        let mut inside = false;
        expr.each_part(&mut |part| inside |= self.computes(part));
        here || inside
    }
}

/// What the interpreter may be asked for: nothing that runs a script, or changes what is no element of an array.
impl Builder<'_> {
    /// The variable that a statement assigns, and what that was seen to be.
    fn admit_statement(&mut self, stmt: &Stmt, reads: &mut Reads) -> Step<(Option<Place>, Seen)> {
        let admitted = match &stmt.kind {
            StmtKind::Assign(place, value) => {
                self.admit(value, reads)?;
                (Some(*place), self.seen(value.id).cloned().unwrap_or_default())
            }
            StmtKind::Update(place, _, value) => {
                let [old_seen, new_seen] = self.update_seen(stmt.id)?;
                let old = self.read_place(*place, &old_seen)?;
                self.admit_value(&old)?;
                reads.places.push(*place);
                self.admit(value, reads)?;
                (Some(*place), new_seen)
            }
            StmtKind::SetIndex { object, index, value } | StmtKind::UpdateIndex { object, index, value, .. } => {
                for part in [value, object, index] {
                    self.admit(part, reads)?;
                }
                (None, Seen::default())
            }
            StmtKind::Call { target, call } => {
                self.admit_call(call, reads)?;
                (*target, self.seen(call.id).cloned().unwrap_or_default())
            }
            _ => return self.abort(AbortReason::Statement),
        };
        match admitted {
            // Whoever shares it would have to see it at once.
            (Some(Place::Cell(_)), _) => self.abort(AbortReason::Closure),
            admitted => Ok(admitted),
        }
    }

    fn admit(&mut self, expr: &Expr, reads: &mut Reads) -> Step<()> {
        match &expr.kind {
            ExprKind::Constant(_) => Ok(()),
            ExprKind::Local(slot) | ExprKind::Temporary(slot) => {
                reads.places.push(Place::Local(*slot));
                let value = self.expr(expr)?;
                self.admit_value(&value)
            }
            ExprKind::Global(slot) => {
                reads.places.push(Place::Global(*slot));
                let value = self.expr(expr)?;
                self.admit_value(&value)
            }
            ExprKind::Cell(_) => {
                let value = self.expr(expr)?;
                self.admit_value(&value)
            }
            ExprKind::Unary(_, x) => self.admit(x, reads),
            ExprKind::Compare(CompareOp::In | CompareOp::NotIn, ..) => self.abort(AbortReason::Operator),
            ExprKind::Binary(..)
            | ExprKind::Compare(..)
            | ExprKind::Index(..)
            | ExprKind::Slice(..)
            | ExprKind::Not(_)
            | ExprKind::And(..)
            | ExprKind::Or(..)
            | ExprKind::IfElse { .. }
            | ExprKind::Tuple(_)
            | ExprKind::List(_) => self.admit_parts(expr, reads),
            ExprKind::Attribute(object, name) => match self.admit_module(object, reads)? {
                Some(module) => {
                    let value = self.module_attribute(&module, name)?;
                    self.admit_value(&value)
                }
                None if ATTRIBUTES.contains(&&**name) => self.admit(object, reads),
                None => self.abort(AbortReason::Expression),
            },
            ExprKind::PureCall(callee, args) => {
                note_reads(callee, reads);
                match self.expr(callee)? {
                    Abstract::Known(callee) if is_of_arrays(&callee) => {}
                    Abstract::Function(_, function) if is_of_arrays(&Value::from(&function)) => reads.pages = true,
                    Abstract::Known(callee)
                        if (self.request.qualified)(&callee).is_some_and(|name| BUILTINS.contains(&&*name)) => {}
                    _ => return self.abort(AbortReason::Call),
                }
                args.iter().try_for_each(|arg| self.admit(arg, reads))
            }
            _ => self.abort(AbortReason::Expression),
        }
    }

    fn admit_parts(&mut self, expr: &Expr, reads: &mut Reads) -> Step<()> {
        let mut parts = Vec::new();
        expr.each_part(&mut |part| parts.push(part));
        parts.into_iter().try_for_each(|part| self.admit(part, reads))
    }

    /// The module that an expression names.
    fn admit_module(&mut self, expr: &Expr, reads: &mut Reads) -> Step<Option<Gc<Module>>> {
        let seen = self.seen(expr.id).and_then(Seen::last);
        if seen != Some(Type::Object(Kind::Module)) {
            return Ok(None);
        }
        note_reads(expr, reads);
        match self.expr(expr)? {
            Abstract::Known(module) => Ok(module.as_gc::<Module>().cloned()),
            _ => self.abort(AbortReason::Call),
        }
    }

    fn admit_value(&self, value: &Abstract) -> Step<()> {
        let admitted = match value {
            Abstract::None
            | Abstract::Int(_)
            | Abstract::Float(_)
            | Abstract::Bool(_)
            | Abstract::Complex(..)
            | Abstract::Scalar(..) => true,
            Abstract::Tuple(items) => return items.iter().try_for_each(|item| self.admit_value(item)),
            Abstract::Known(value) => match value.as_gc::<Class>() {
                Some(class) => !class.is_from_script(),
                None => matches!(value.kind(), Some(Kind::Builtin | Kind::Module)) || ufunc(value).is_some(),
            },
            Abstract::Object(object) if object.kind == Kind::Str => true,
            value => is_array(value),
        };
        if admitted { Ok(()) } else { self.abort(AbortReason::Operator) }
    }

    fn admit_call(&mut self, call: &Call, reads: &mut Reads) -> Step<()> {
        let callee = match &call.callee {
            TreeCallee::Value(callee) => {
                note_reads(callee, reads);
                Some(self.expr(callee)?)
            }
            TreeCallee::Method(object, name) => match self.admit_module(object, reads)? {
                Some(module) => Some(self.module_attribute(&module, name)?),
                None if RESHAPING.contains(&&**name) => return self.abort(AbortReason::Call),
                None => {
                    let seen = self.profile().and_then(|profile| profile.callees.get(&call.id)).and_then(Seen::called);
                    let page = seen.as_ref().is_none_or(is_page);
                    reads.pages |= page;
                    if page && matches!(object.kind, ExprKind::Local(_) | ExprKind::Temporary(_) | ExprKind::Global(_))
                    {
                        // Whatever it is: the call counts as one that may change everything.
                        note_reads(object, reads);
                        self.expr(object)?;
                    } else {
                        self.admit(object, reads)?;
                    }
                    None
                }
            },
        };
        match callee {
            None => {}
            Some(Abstract::Known(known)) if is_of_arrays(&known) => {}
            Some(Abstract::Function(_, function)) if is_of_arrays(&Value::from(&function)) => reads.pages = true,
            Some(_) => return self.abort(AbortReason::Call),
        }
        for arg in &call.args {
            match arg {
                Arg::Positional(value) | Arg::Keyword(_, value) => self.admit(value, reads)?,
                Arg::Star(_) | Arg::DoubleStar(_) => return self.abort(AbortReason::Call),
            }
        }
        Ok(())
    }
}

/// Whether a value may be an array, or have one in it, that nobody else is sure to keep.
fn may_hold_array(value: &Abstract) -> bool {
    match value {
        Abstract::Object(object) => object.kind == Kind::Array,
        Abstract::Tuple(items) => items.iter().any(may_hold_array),
        Abstract::Iterator(iterating) => iterating.objects().iter().any(|object| object.kind == Kind::Array),
        Abstract::View(_) | Abstract::Tagged(..) => true,
        _ => false,
    }
}

/// Whether a function is one of a page of the library.
fn is_page(callee: &Value) -> bool {
    callee.kind() != Some(Kind::Builtin) && ufunc(callee).is_none()
}

/// Notes the variables of an expression.
fn note_reads(expr: &Expr, reads: &mut Reads) {
    match &expr.kind {
        ExprKind::Local(slot) | ExprKind::Temporary(slot) => reads.places.push(Place::Local(*slot)),
        ExprKind::Global(slot) => reads.places.push(Place::Global(*slot)),
        _ => expr.each_part(&mut |part| note_reads(part, reads)),
    }
}

/// Whether a function is numpy's: a native one, or one of its pages.
fn is_of_arrays(callee: &Value) -> bool {
    if ufunc(callee).is_some() {
        return true;
    }
    match callee.downcast::<Builtin>() {
        Some(builtin) => {
            builtin.module() == Some("numpy") || builtin.owner().is_some_and(|owner| owner.as_str() == "numpy.ndarray")
        }
        None => callee.as_gc::<Function>().is_some_and(|function| is_library_of_arrays(function.code())),
    }
}
