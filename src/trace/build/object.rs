//! Objects that the unit has the runtime work on: text, dictionaries, big integers, new lists and tuples.
//!
//! What these operations return lives until the unit is left. Operators of values that a script's class may have defined are not
//! built: they may run script code.

use super::instance::is_instance;
use super::*;
use crate::array::Array;
use crate::array::ndarray::Order;
use crate::resolve::tree::{BinaryOp, CompareOp, Constant, Expr, ExprKind, UnaryOp};
use crate::trace::helper::{BINARY_OPS, COMPARE_OPS, HelperId, UNARY_OPS};
use crate::trace::ir::BoolBinary;
use crate::trace::record::object::{is_built_in, is_plain_key};
use crate::value::Symbol;
use crate::value::byte_array::ByteArray;
use crate::value::constant::{filled_from, literal};
use crate::value::function::Builtin;
use crate::value::list::List;
use crate::value::native::Run;

/// Longest display of a list, tuple, set or dictionary that is built.
const LONGEST_DISPLAY: usize = 32;

impl Builder<'_> {
    /// Whether the runtime may work on a value, as far as its type is known.
    pub(super) fn is_workable(&self, value: &Abstract) -> bool {
        match value {
            Abstract::Object(object) => is_built_in(object.kind) || object.kind == Kind::Array,
            Abstract::Tuple(items) => items.iter().all(|item| self.is_workable(item)),
            Abstract::Unbound
            | Abstract::Known(_)
            | Abstract::Function(..)
            | Abstract::Iterator(_)
            | Abstract::Made(_)
            | Abstract::Generator(_)
            | Abstract::Shape(_) => false,
            _ => true,
        }
    }

    /// An object that the unit has just got from the runtime.
    pub(super) fn made(&self, val: Val, kind: Kind) -> Abstract {
        Abstract::Object(Object::new(val, kind, true))
    }

    /// What a helper that may be asked again returned, as the type that the expression was seen to have.
    pub(super) fn narrowed(&mut self, results: &[Val], ty: Type) -> Abstract {
        match self.narrow(results[0], results[1], ty) {
            Abstract::Object(object) => Abstract::Object(Object { owned: true, ..object }),
            value => value,
        }
    }

    /// The same, or as any value if it was seen to be of several types.
    fn narrowed_as(&mut self, results: &[Val], seen: &Seen) -> Abstract {
        match seen.only_type() {
            Some(ty) => self.narrowed(results, ty),
            None => Abstract::Tagged(results[0], results[1]),
        }
    }

    /// The same, or instances that are looked up in containers by what they are.
    pub(super) fn is_key(&self, value: &Abstract) -> bool {
        match value {
            Abstract::Tuple(items) => items.iter().all(|item| self.is_key(item)),
            Abstract::Object(object) if object.kind == Kind::Instance => self
                .shapes
                .get(&object.val)
                .is_some_and(|shapes| !shapes.is_empty() && shapes.iter().all(|shape| is_plain_key(shape.class()))),
            value => self.is_workable(value),
        }
    }

    /// An operator that only the runtime knows.
    pub(super) fn binary_object(&mut self, op: BinaryOp, x: &Abstract, y: &Abstract, seen: &Seen) -> Step<Abstract> {
        if !self.is_workable(x) || !self.is_workable(y) {
            return self.abort(AbortReason::Operator);
        }
        if let (BinaryOp::Add, Abstract::Tuple(x), Abstract::Tuple(y)) = (op, x, y) {
            return Ok(Abstract::Tuple(x.iter().chain(&**y).cloned().collect()));
        }
        if seen.last().is_none() {
            return self.leave(Reason::Branch);
        }
        let number = BINARY_OPS.iter().position(|&known| known == op).expect("every operator has a number");
        let number = self.ir.int(number as i64);
        let ((tag, payload), (other_tag, other)) = (self.boxed(x), self.boxed(y));
        let exit = self.here();
        let results = self.ir.call(HelperId::BINARY, &[number, tag, payload, other_tag, other], Some(exit));
        Ok(self.narrowed_as(&results, seen))
    }

    /// `array op= value`: the array itself changes.
    pub(super) fn update_array(&mut self, op: BinaryOp, array: &Abstract, value: &Abstract) -> Step<()> {
        if !self.is_workable(value) {
            return self.abort(AbortReason::Operator);
        }
        let number = BINARY_OPS.iter().position(|&known| known == op).expect("every operator has a number");
        let number = self.ir.int(number as i64);
        let ((tag, payload), (other_tag, other)) = (self.boxed(array), self.boxed(value));
        let exit = self.here();
        self.ir.call(HelperId::IN_PLACE, &[number, tag, payload, other_tag, other], Some(exit));
        self.here = None;
        Ok(())
    }

    /// An operator of one operand that only the runtime knows.
    pub(super) fn unary_object(&mut self, op: UnaryOp, x: &Abstract, seen: &Seen) -> Step<Abstract> {
        if !self.is_workable(x) {
            return self.abort(AbortReason::Operator);
        }
        if seen.last().is_none() {
            return self.leave(Reason::Branch);
        }
        let number = UNARY_OPS.iter().position(|&known| known == op).expect("every operator has a number");
        let number = self.ir.int(number as i64);
        let (tag, payload) = self.boxed(x);
        let exit = self.here();
        let results = self.ir.call(HelperId::UNARY, &[number, tag, payload], Some(exit));
        Ok(self.narrowed_as(&results, seen))
    }

    /// `x in y`
    pub(super) fn contains(&mut self, op: CompareOp, x: &Abstract, y: &Abstract) -> Step<Val> {
        match y {
            Abstract::Tuple(items) if items.len() <= LONGEST_DISPLAY => {
                let mut found = self.ir.bool(false);
                for item in items.iter() {
                    let same = self.items_equal(item, x)?;
                    found = self.ir.bool_binary(BoolBinary::Or, found, same);
                }
                Ok(if op == CompareOp::In { found } else { self.ir.bool_not(found) })
            }
            y if let Some(container) = self.contents(y, Symbol::CONTAINS)? => {
                self.compare_object(op, x, &Abstract::Object(container))
            }
            y if is_instance(y) => {
                let found = self.each_shape(y, &mut |this, shape| {
                    let found = shape.class().lookup_from_script(Symbol::CONTAINS);
                    match found.and_then(|found| found.as_gc::<Function>().cloned()) {
                        Some(function) => this.pure_method(&function, vec![y.clone(), x.clone()]),
                        None => this.abort(AbortReason::Operator),
                    }
                })?;
                match found {
                    Abstract::Bool(found) => Ok(if op == CompareOp::In { found } else { self.ir.bool_not(found) }),
                    _ => self.abort(AbortReason::Operator),
                }
            }
            _ => self.compare_object(op, x, y),
        }
    }

    /// A comparison that only the runtime knows.
    pub(super) fn compare_object(&mut self, op: CompareOp, x: &Abstract, y: &Abstract) -> Step<Val> {
        let is_looked_up = matches!(op, CompareOp::In | CompareOp::NotIn) && self.is_key(x);
        if !is_looked_up && !self.is_workable(x) || !self.is_workable(y) {
            return self.abort(AbortReason::Operator);
        }
        self.compare_by_runtime(op, x, y)
    }

    /// The same, of values that compiled code knows nothing of.
    pub(super) fn compare_by_runtime(&mut self, op: CompareOp, x: &Abstract, y: &Abstract) -> Step<Val> {
        let Some(number) = COMPARE_OPS.iter().position(|&known| known == op) else {
            return self.abort(AbortReason::Operator);
        };
        let number = self.ir.int(number as i64);
        let (other_tag, other) = self.boxed(y);
        let (tag, payload) = match op {
            CompareOp::In | CompareOp::NotIn => self.boxed_key(x, false),
            _ => self.boxed(x),
        };
        let exit = self.here();
        Ok(self.ir.call(HelperId::COMPARE, &[number, tag, payload, other_tag, other], Some(exit))[0])
    }

    /// Tuples that exist in registers, compared item by item.
    pub(super) fn compare_tuples(&mut self, op: CompareOp, x: &[Abstract], y: &[Abstract]) -> Step<Val> {
        let common = x.len().min(y.len());
        let shorter = match op {
            CompareOp::Equal => x.len() == y.len(),
            CompareOp::NotEqual => x.len() != y.len(),
            CompareOp::Less => x.len() < y.len(),
            CompareOp::LessEqual => x.len() <= y.len(),
            CompareOp::Greater => x.len() > y.len(),
            _ => x.len() >= y.len(),
        };
        let equality = matches!(op, CompareOp::Equal | CompareOp::NotEqual);
        let mut result = self.ir.bool(shorter);
        for (x, y) in x[..common].iter().zip(&y[..common]).rev() {
            let same = self.items_equal(x, y)?;
            let differs = match op {
                CompareOp::Equal => self.ir.bool(false),
                CompareOp::NotEqual => self.ir.bool(true),
                op => self.compare(op, x, y)?,
            };
            result = match (equality, op) {
                (true, CompareOp::Equal) => self.ir.bool_binary(BoolBinary::And, same, result),
                _ => self.ir.select(same, result, differs),
            };
        }
        Ok(result)
    }

    /// Whether two items of tuples count as equal: the same, or equal.
    fn items_equal(&mut self, x: &Abstract, y: &Abstract) -> Step<Val> {
        let equal = self.compare(CompareOp::Equal, x, y)?;
        match (x, y) {
            (Abstract::Float(x), Abstract::Float(y)) => {
                let (x, y) = (self.ir.cast(Ty::I64, *x), self.ir.cast(Ty::I64, *y));
                let same = self.ir.int_compare(Compare::Eq, x, y);
                Ok(self.ir.bool_binary(BoolBinary::Or, equal, same))
            }
            _ => Ok(equal),
        }
    }

    /// A constant that is an object.
    pub(super) fn constant_object(&mut self, constant: &Constant) -> Step<Abstract> {
        let value = literal(constant);
        let Some(kind) = value.kind().filter(|&kind| is_built_in(kind)) else {
            return self.abort(AbortReason::Expression);
        };
        let val = address(&mut self.ir, &value);
        self.built.objects.push(value);
        Ok(Abstract::Object(Object::new(val, kind, true)))
    }

    /// `object[index]`, of anything but what is loaded inline.
    pub(super) fn get_item(&mut self, object: &Abstract, index: &Abstract, id: ExprId) -> Step<Abstract> {
        let ty = self.taken_type(id)?;
        self.item_of_type(object, index, ty)
    }

    /// The same, of a type that is known.
    pub(super) fn item_of_type(&mut self, object: &Abstract, index: &Abstract, ty: Type) -> Step<Abstract> {
        if !self.is_workable(object) || !self.is_key(index) {
            return self.abort(AbortReason::Operator);
        }
        let ((tag, payload), (index_tag, index)) = (self.boxed(object), self.boxed_key(index, false));
        let exit = self.here();
        let results = self.ir.call(HelperId::GET_ITEM, &[tag, payload, index_tag, index], Some(exit));
        Ok(self.narrowed(&results, ty))
    }

    /// `object[start:stop:step]`
    pub(super) fn slice(&mut self, object: Abstract, index: &Expr, id: ExprId) -> Step<Abstract> {
        let ExprKind::Slice(start, stop, step) = &index.kind else { unreachable!("the index is a slice") };
        let mut args = Vec::new();
        let mut parts = vec![object];
        for part in [start, stop, step] {
            parts.push(match part {
                Some(part) => self.expr(part)?,
                None => Abstract::None,
            });
        }
        if !parts.iter().all(|part| self.is_workable(part)) {
            return self.abort(AbortReason::Operator);
        }
        let ty = self.seen_type(id)?;
        for part in &parts {
            let (tag, payload) = self.boxed(part);
            args.extend([tag, payload]);
        }
        let exit = self.here();
        let results = self.ir.call(HelperId::SLICE, &args, Some(exit));
        Ok(self.narrowed(&results, ty))
    }

    /// `object[index] = value`, of anything but what is stored inline: the effect of its statement.
    pub(super) fn set_item(&mut self, object: &Abstract, index: &Abstract, value: &Abstract) -> Step<()> {
        let Abstract::Object(container) = object else {
            return self.abort(AbortReason::Operator);
        };
        let storable = matches!(container.kind, Kind::List | Kind::Dict);
        if !storable || !self.is_key(index) || matches!(value, Abstract::Unbound) {
            return self.abort(AbortReason::Operator);
        }
        let (tag, payload) = self.boxed(value);
        let (index_tag, index) = self.boxed_key(index, true);
        let exit = self.here();
        let helper = if container.kind == Kind::Dict { HelperId::DICT_SET } else { HelperId::SET_ITEM };
        self.ir.call(helper, &[container.val, index_tag, index, tag, payload], Some(exit));
        Ok(())
    }

    /// `start:stop:step` as an object.
    pub(super) fn slice_object(&mut self, parts: [Option<&Expr>; 3]) -> Step<Abstract> {
        let given = self.exprs(parts.into_iter().flatten())?;
        let words = self.slice_words(parts, given)?;
        let slice = self.ir.call(HelperId::SLICE_NEW, &words, None)[0];
        Ok(self.made(slice, Kind::Slice))
    }

    /// Tags and payloads of the three parts of a slice, of which some are given.
    fn slice_words(&mut self, parts: [Option<&Expr>; 3], given: Vec<Abstract>) -> Step<Vec<Val>> {
        if !given.iter().all(|part| self.is_workable(part)) {
            return self.abort(AbortReason::Operator);
        }
        let mut given = given.into_iter();
        let mut words = Vec::new();
        for part in parts {
            let part = part.and_then(|_| given.next()).unwrap_or(Abstract::None);
            let (tag, payload) = self.boxed(&part);
            words.extend([tag, payload]);
        }
        Ok(words)
    }

    /// `list[start:stop:step] = value`: the effect of its statement.
    pub(super) fn set_slice(&mut self, object: &Expr, parts: [Option<&Expr>; 3], value: &Expr) -> Step<()> {
        let mut given = self.exprs([value, object].into_iter().chain(parts.into_iter().flatten()))?;
        let places = given.split_off(2);
        let [value, list]: [Abstract; 2] = given.try_into().expect("these come first");
        let list = match self.as_seen(list, object.id) {
            Abstract::Object(list) if list.kind == Kind::List => list,
            _ => return self.abort(AbortReason::Operator),
        };
        if !self.is_workable(&value) {
            return self.abort(AbortReason::Operator);
        }
        let mut words = vec![list.val];
        words.extend(self.slice_words(parts, places)?);
        let (tag, payload) = self.boxed(&value);
        words.extend([tag, payload]);
        let exit = self.here();
        self.ir.call(HelperId::SET_SLICE, &words, Some(exit));
        Ok(())
    }

    /// `del object[index]`: the effect of its statement.
    pub(super) fn delete_item(&mut self, object: &Abstract, index: &Abstract) -> Step<()> {
        let Abstract::Object(container) = object else {
            return self.abort(AbortReason::Operator);
        };
        if !matches!(container.kind, Kind::List | Kind::Dict) || !self.is_key(index) {
            return self.abort(AbortReason::Operator);
        }
        let (tag, payload) = self.boxed(index);
        let exit = self.here();
        self.ir.call(HelperId::DELETE_ITEM, &[container.val, tag, payload], Some(exit));
        Ok(())
    }

    /// A display of a list.
    pub(super) fn list_display(&mut self, items: &[Expr]) -> Step<Abstract> {
        let items = self.display(items)?;
        let list = self.ir.call(HelperId::LIST_NEW, &[], None)[0];
        for (tag, payload) in items {
            self.ir.call(HelperId::LIST_FILL, &[list, tag, payload], None);
        }
        Ok(self.made(list, Kind::List))
    }

    /// A display of a set.
    pub(super) fn set_display(&mut self, items: &[Expr]) -> Step<Abstract> {
        if let Some(frozen) = filled_from(items) {
            let frozen = Value::from(frozen);
            let from = address(&mut self.ir, &frozen);
            self.built.objects.push(frozen);
            let set = self.ir.call(HelperId::SET_COPY, &[from], None)[0];
            return Ok(self.made(set, Kind::Set));
        }
        let items = self.display(items)?;
        let set = self.ir.call(HelperId::SET_NEW, &[], None)[0];
        for (tag, payload) in items {
            let exit = self.here();
            self.ir.call(HelperId::SET_FILL, &[set, tag, payload], Some(exit));
        }
        Ok(self.made(set, Kind::Set))
    }

    /// A display of a dictionary.
    pub(super) fn dict_display(&mut self, pairs: &[(Expr, Expr)]) -> Step<Abstract> {
        if pairs.len() > LONGEST_DISPLAY {
            return self.abort(AbortReason::Expression);
        }
        let mut built = Vec::new();
        for (key, value) in pairs {
            let (key, value) = (self.expr(key)?, self.any(value)?);
            if !self.is_key(&key) {
                return self.abort(AbortReason::Expression);
            }
            built.push((self.boxed(&key), self.boxed(&value)));
        }
        let dict = self.ir.call(HelperId::DICT_NEW, &[], None)[0];
        for ((key_tag, key), (tag, payload)) in built {
            let exit = self.here();
            self.ir.call(HelperId::DICT_FILL, &[dict, key_tag, key, tag, payload], Some(exit));
        }
        Ok(self.made(dict, Kind::Dict))
    }

    fn display(&mut self, items: &[Expr]) -> Step<Vec<(Val, Val)>> {
        if items.len() > LONGEST_DISPLAY {
            return self.abort(AbortReason::Expression);
        }
        let mut values = Vec::new();
        for item in items {
            let value = self.any(item)?;
            if matches!(value, Abstract::Unbound) {
                return self.abort(AbortReason::Expression);
            }
            values.push(value);
        }
        Ok(values.iter().map(|value| self.boxed(value)).collect())
    }

    /// The number of items of anything but a list or tuple.
    pub(super) fn length_of(&mut self, object: &Object) -> Step<Val> {
        if !is_built_in(object.kind) {
            return self.abort(AbortReason::Operator);
        }
        let exit = self.here();
        Ok(self.ir.call(HelperId::LENGTH, &[object.val], Some(exit))[0])
    }

    /// Whether a value is true.
    pub(super) fn truth_of(&mut self, value: &Abstract) -> Step<Val> {
        if !self.is_workable(value) && !is_instance(value) {
            return self.abort(AbortReason::Operator);
        }
        let (tag, payload) = self.boxed(value);
        let exit = self.here();
        Ok(self.ir.call(HelperId::TRUTH, &[tag, payload], Some(exit))[0])
    }

    /// A built-in function or class that only the runtime knows, called with values that do not change by being looked at.
    pub(super) fn runtime_call(&mut self, callee: &Value, args: &[Abstract], id: ExprId) -> Step<Abstract> {
        let (run, helper) = match args.len() {
            1 => (HelperId::RUN_1, HelperId::PURE_CALL_1),
            2 => (HelperId::RUN_2, HelperId::PURE_CALL_2),
            3 => (HelperId::RUN_3, HelperId::PURE_CALL_3),
            _ => return self.abort(AbortReason::Call),
        };
        let looked_at = |value: &Abstract| match value {
            Abstract::Known(value) => matches!(value.kind(), Some(Kind::Builtin | Kind::Class)),
            value => self.is_workable(value),
        };
        if !args.iter().all(looked_at) {
            return self.abort(AbortReason::Call);
        }
        let ty = self.taken_type(id)?;
        let results = match plain_method(callee, args) {
            Some(does) => {
                let does = does as *const () as u64;
                let id = self.ir.add_address(&format!("run {does:x}"), Ty::Ptr, does);
                let mut vals = vec![self.ir.address(id)];
                for arg in args {
                    let (tag, payload) = self.boxed(arg);
                    vals.extend([tag, payload]);
                }
                let exit = self.here();
                self.ir.call(run, &vals, Some(exit))
            }
            None => self.call_object(helper, callee, args),
        };
        Ok(self.narrowed(&results, ty))
    }

    pub(super) fn call_object(
        &mut self,
        helper: HelperId,
        callee: &Value,
        args: &[Abstract],
    ) -> ir::SmallVec<[Val; 2]> {
        let mut vals = vec![address(&mut self.ir, callee)];
        self.built.objects.push(callee.clone());
        for arg in args {
            let (tag, payload) = self.boxed(arg);
            vals.extend([tag, payload]);
        }
        let exit = self.here();
        self.ir.call(helper, &vals, Some(exit))
    }

    /// A method of a built-in type: the statement's effect, if it has one. What such a method returned is any value.
    pub(super) fn method_call(
        &mut self,
        name: &str,
        object: &Abstract,
        args: &[Abstract],
        id: ExprId,
    ) -> Step<Abstract> {
        match (object, name, args) {
            (Abstract::Object(list @ Object { kind: Kind::List, .. }), "append", [value]) => {
                self.append(list, value)?;
                return Ok(Abstract::None);
            }
            (Abstract::Object(list @ Object { kind: Kind::List, .. }), "pop", []) => {
                let exit = self.here();
                let results = self.ir.call(HelperId::LIST_POP, &[list.val], Some(exit));
                self.here = None;
                return Ok(Abstract::Tagged(results[0], results[1]));
            }
            (Abstract::Object(dict @ Object { kind: Kind::Dict, .. }), "get", [key] | [key, _])
                if args.iter().all(|arg| self.is_key(arg)) =>
            {
                let ty = self.taken_type(id)?;
                let (tag, payload) = self.boxed(args.get(1).unwrap_or(&Abstract::None));
                let (key_tag, key) = self.boxed_key(key, false);
                let exit = self.here();
                let results = self.ir.call(HelperId::DICT_GET, &[dict.val, key_tag, key, tag, payload], Some(exit));
                return Ok(self.narrowed(&results, ty));
            }
            (Abstract::Object(Object { kind: Kind::List, .. }), "remove", [item]) if self.is_key(item) => {
                let index = self.method_of(object, "index").expect("a list has it");
                let results = self.call_object(HelperId::PURE_CALL_2, &index, &[object.clone(), item.clone()]);
                self.delete_item(object, &Abstract::Tagged(results[0], results[1]))?;
                return Ok(Abstract::None);
            }
            (Abstract::Object(list @ Object { kind: Kind::List, .. }), "extend", [more]) => {
                self.extend(list, more)?;
                return Ok(Abstract::None);
            }
            (Abstract::Object(array @ Object { kind: Kind::ByteArray, .. }), "append", [Abstract::Int(byte)]) => {
                let exit = self.here();
                self.ir.call(HelperId::BYTE_APPEND, &[array.val, *byte], Some(exit));
                self.here = None;
                return Ok(Abstract::None);
            }
            (Abstract::Scalar(..), "item", []) => return Ok(self.as_python(object)),
            (Abstract::Scalar(dtype, parts), "conjugate" | "conj", []) => return Ok(self.conjugate(*dtype, parts)),
            _ => {}
        }
        let kind = match object {
            Abstract::View(_) => {
                let (_, payload) = self.boxed(object);
                let val = self.ir.cast(Ty::Ref, payload);
                let object = self.made(val, Kind::Array);
                return self.method_call(name, &object, args, id);
            }
            Abstract::Object(object) => Some(object.kind),
            Abstract::Int(_) | Abstract::Float(_) | Abstract::Complex(..) | Abstract::Tuple(_) => None,
            _ => return self.abort(AbortReason::Call),
        };
        let Some(effect) = method_effect(kind, name, args.len()) else {
            return self.abort(AbortReason::Call);
        };
        let Some(method) = self.method_of(object, name) else {
            return self.abort(AbortReason::Call);
        };
        if !args.iter().all(|arg| self.is_key(arg)) {
            return self.abort(AbortReason::Call);
        }
        let mut all = vec![object.clone()];
        all.extend_from_slice(args);
        if effect == MethodEffect::None {
            return self.runtime_call(&method, &all, id);
        }
        let of_bytes = kind == Some(Kind::ByteArray);
        let helper = match args.len() {
            0 if of_bytes => HelperId::ROW_CALL_1,
            1 if of_bytes => HelperId::ROW_CALL_2,
            2 if of_bytes => HelperId::ROW_CALL_3,
            0 => HelperId::CALL_1,
            1 => HelperId::CALL_2,
            2 => HelperId::CALL_3,
            _ => return self.abort(AbortReason::Call),
        };
        let results = self.call_object(helper, &method, &all);
        self.here = None;
        Ok(Abstract::Tagged(results[0], results[1]))
    }

    /// The method that a name means for objects of a built-in type.
    pub(super) fn method_of(&self, object: &Abstract, name: &str) -> Option<Value> {
        sample(object).and_then(|sample| (self.request.method)(&sample, name))
    }

    /// `list += more`, or `extend`.
    pub(super) fn extend(&mut self, list: &Object, more: &Abstract) -> Step<()> {
        if !self.is_workable(more) {
            return self.abort(AbortReason::Operator);
        }
        let (tag, payload) = self.boxed(more);
        let exit = self.here();
        self.ir.call(HelperId::LIST_EXTEND, &[list.val, tag, payload], Some(exit));
        Ok(())
    }

    /// Appends: inline where the storage fits and has room.
    pub(super) fn append(&mut self, list: &Object, value: &Abstract) -> Step<()> {
        let storage = match value {
            Abstract::Unbound => return self.abort(AbortReason::Operator),
            Abstract::Int(_) => Storage::Int,
            Abstract::Float(_) => Storage::Float,
            Abstract::Bool(_) => Storage::Bool,
            Abstract::Complex(..) => Storage::Complex,
            _ => {
                let (tag, payload) = self.boxed(value);
                self.ir.call(HelperId::LIST_APPEND, &[list.val, tag, payload], None);
                return Ok(());
            }
        };
        let field = |region, offset| Access::new(region, Ty::I64, BODY_OFFSET + List::ITEMS_OFFSET + offset);
        let found = self.ir.load(field(MemRegion::ListKind, Flat::STORAGE_OFFSET), list.val);
        let length = self.ir.load(field(MemRegion::ListLength, Flat::LENGTH_OFFSET), list.val);
        let capacity = self.ir.load(field(MemRegion::ListData, Flat::CAPACITY_OFFSET), list.val);
        let expected = self.ir.int(storage as i64);
        let fits = self.ir.int_compare(Compare::Eq, found, expected);
        let room = self.ir.int_compare(Compare::Lt, length, capacity);
        let quick = self.ir.bool_binary(BoolBinary::And, fits, room);
        let branch = self.ir.begin_if(quick);
        let data = self.data(list);
        self.store_element(&Element { storage, data, index: length }, value)?;
        let one = self.ir.int(1);
        let longer = self.ir.int_binary(ir::IntBinary::Add, length, one);
        self.ir.store(field(MemRegion::ListLength, Flat::LENGTH_OFFSET), list.val, longer);
        self.ir.yield_values(&[]);
        self.ir.begin_else(branch);
        match value {
            Abstract::Complex(re, im) => _ = self.ir.call(HelperId::LIST_APPEND_COMPLEX, &[list.val, *re, *im], None),
            value => {
                let (tag, payload) = self.boxed(value);
                self.ir.call(HelperId::LIST_APPEND, &[list.val, tag, payload], None);
            }
        }
        self.ir.yield_values(&[]);
        self.ir.end_if(branch, &[]);
        Ok(())
    }

    /// The effect of a comprehension's innermost statement on what it fills.
    pub(super) fn fill(&mut self, slot: Slot, kind: Kind, key: Option<&Expr>, value: &Expr) -> Step<()> {
        let key = key.map(|key| self.expr(key)).transpose()?;
        let value = self.any(value)?;
        let target = self.key(Place::Local(slot));
        let target = match self.read(target)? {
            Abstract::Object(object) if object.kind == kind => object,
            Abstract::Tagged(tag, payload) => match self.narrow(tag, payload, Type::of_kind(kind)) {
                Abstract::Object(object) => object,
                _ => return self.abort(AbortReason::Operator),
            },
            _ => return self.abort(AbortReason::Operator),
        };
        match (kind, key) {
            (Kind::List, _) => self.append(&target, &value),
            (Kind::Dict, Some(key)) => self.set_item(&Abstract::Object(target), &key, &value),
            _ => {
                if !self.is_key(&value) {
                    return self.abort(AbortReason::Operator);
                }
                let (tag, payload) = self.boxed(&value);
                let exit = self.here();
                self.ir.call(HelperId::SET_ADD, &[target.val, tag, payload], Some(exit));
                Ok(())
            }
        }
    }
}

/// What a method of a built-in type does beside computing its result.
#[derive(Clone, Copy, PartialEq, Eq)]
enum MethodEffect {
    None,
    /// It changes its receiver.
    Changes,
}

/// Methods of arrays that only compute.
const ARRAY_METHODS: [&str; 18] = [
    "sum",
    "prod",
    "min",
    "max",
    "any",
    "all",
    "argmin",
    "argmax",
    "cumsum",
    "cumprod",
    "dot",
    "copy",
    "astype",
    "reshape",
    "ravel",
    "flatten",
    "transpose",
    "item",
];

/// What a method does, if compiled code may call it: it lets go of nothing that may be in use.
fn method_effect(kind: Option<Kind>, name: &str, count: usize) -> Option<MethodEffect> {
    Some(match (kind, name) {
        // With more arguments than one, results may go into an array that is given.
        (Some(Kind::Array), name) if count <= 1 && ARRAY_METHODS.contains(&name) => MethodEffect::None,
        (None | Some(Kind::BigInt | Kind::Tuple | Kind::Range | Kind::Bytes), _) => MethodEffect::None,
        (Some(Kind::Str), name) if name != "join" && name != "format" && name != "format_map" => MethodEffect::None,
        (Some(Kind::Str), "join") => MethodEffect::None,
        (Some(Kind::ByteArray), "append" | "extend" | "insert" | "pop" | "remove" | "reverse" | "clear") => {
            MethodEffect::Changes
        }
        // Operators, called by their names, change it too.
        (Some(Kind::ByteArray), name) if !name.starts_with("__") => MethodEffect::None,
        (Some(Kind::List), "index" | "count" | "copy") => MethodEffect::None,
        (Some(Kind::List), "insert" | "reverse" | "pop") => MethodEffect::Changes,
        (Some(Kind::Dict), "get" | "keys" | "values" | "items" | "copy") => MethodEffect::None,
        // What machine code holds of these it has got from the runtime, which keeps it.
        (Some(Kind::Dict), "setdefault" | "pop" | "update" | "clear") => MethodEffect::Changes,
        (Some(Kind::Set), "add" | "discard" | "remove" | "update" | "clear") => MethodEffect::Changes,
        (Some(Kind::Set), "copy" | "issubset" | "issuperset" | "isdisjoint") => MethodEffect::None,
        (Some(Kind::Set), "union" | "intersection" | "difference" | "symmetric_difference") => MethodEffect::None,
        _ => return None,
    })
}

/// What a method of a built-in type, or a function, does with these arguments, if its receiver is known to be of that type and they need no binding. Arrays
/// have to be looked at: large ones are the interpreter's.
fn plain_method(method: &Value, args: &[Abstract]) -> Option<Run> {
    let is_plain = |arg: &Abstract| match arg {
        Abstract::Int(_) | Abstract::Float(_) | Abstract::Bool(_) | Abstract::None => true,
        Abstract::Object(object) => {
            matches!(object.kind, Kind::Str | Kind::Bytes | Kind::List | Kind::Tuple | Kind::Dict | Kind::Set)
        }
        _ => false,
    };
    let receiver = args.first().and_then(sample)?;
    let method = method.downcast::<Builtin>().filter(|_| args.iter().all(is_plain))?;
    method.taking(&receiver, args.len() - 1).or_else(|| method.taking_alone(args.len()))
}

/// Some value of the type, to look a method up on.
fn sample(value: &Abstract) -> Option<Value> {
    Some(match value {
        Abstract::Int(_) => Value::int(0),
        Abstract::Float(_) => Value::float(0.0),
        Abstract::Complex(..) => Value::complex(0.0, 0.0),
        Abstract::Tuple(_) => Value::tuple(Vec::new()),
        Abstract::Object(object) => match object.kind {
            Kind::Str => Value::str(""),
            Kind::List => Value::from(List::new()),
            Kind::Tuple => Value::tuple(Vec::new()),
            Kind::Dict => Value::from(crate::value::dict::Dict::new()),
            Kind::Set => Value::from(crate::value::set::Set::create(false)),
            Kind::BigInt => Value::int(0),
            Kind::Bytes => Value::bytes(&[]),
            Kind::ByteArray => Value::from(ByteArray::create(Vec::new())),
            Kind::Array => Value::from(Array::empty(&[1], DType::F64, Order::C).ok()?),
            _ => return None,
        },
        _ => return None,
    })
}
