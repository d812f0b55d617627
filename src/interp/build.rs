//! Builds the running tree: one generic node for each part of the resolved tree.
//!
//! In: blocks of the resolved tree. Out: nodes, when a function is first called. Only the generic forms are made here;
//! typed versions come later, from the frames that nodes then see.

use std::rc::Rc;

use super::attribute::{DeleteAttribute, SetAttribute, Stored, UpdateAttribute};
use super::await_call::{AwaitCall, Called, IfBound, awaited_by};
use super::block::{Block, Control, Item, Statement};
use super::branch::{Around, Break, Continue, If, IfElse, IfReturn, Inline, Return, ReturnLiteral, ReturnVariable};
use super::build_expression::{boxed, callee_of, condition, moved, operand, variable};
use super::call::{Append, Call, CallMethod, Known};
use super::call_any::{AnyArgument, AnyCallee, CallAny, Places};
use super::closing::{self, Closing};
use super::condition::{Argument, Condition, Outcome, Part, Position};
use super::construct::Made;
use super::context::Context;
use super::define::Define;
use super::generate::{Yield, YieldFrom};
use super::import::statement::{From, Import, ImportFrom, ImportStar, Name};
use super::method::Methods;
use super::node::{Node, with_operand};
use super::origin::Origin;
use super::protect::{Handler, RaiseAssertion, RaiseStatement, Reraise, Try};
use super::repeat::{For, Iterable, Loop, While};
use super::seen::Seen;
use super::special::Special;
use super::speculate::Speculated;
use super::statement::{
    Assign, Collect, CollectInto, Delete, DeleteIndex, Evaluate, Grow, Move, NewCell, Release, SetIndex, Show, Target,
    Unpack, Update, UpdateIndex,
};
use super::tier::Heat;
use super::typed;
use super::watch::{self, Watched};
use super::weight;
use crate::resolve::tree::{self, Arg, Expr, ExprKind, Place, Slot, Stmt, StmtId, StmtKind};
use crate::source::Span;
use crate::value::Symbol;
use crate::value::constant::literal;

/// The nodes of a block.
pub fn block(tree: &tree::Block, origin: &Rc<Origin>, context: &Context) -> Block {
    Builder { origin, context, begins: None }.block(tree)
}

/// Whether all arguments are given by position.
fn is_plain(call: &tree::Call) -> bool {
    call.args.iter().all(|arg| matches!(arg, Arg::Positional(_)))
}

struct Builder<'a> {
    origin: &'a Rc<Origin>,
    context: &'a Context,
    /// The first loop of a block that shows as a frame of its own.
    begins: Option<StmtId>,
}

impl Builder<'_> {
    fn block(&self, tree: &tree::Block) -> Block {
        let mut items = Vec::with_capacity(tree.statements.len());
        while let rest @ [statement, ..] = &tree.statements[items.len()..] {
            match self.awaited(rest) {
                Some(awaited) => items.extend(awaited.map(Item::Control)),
                None => items.push(self.item(statement)),
            }
        }
        Block::new(tree, items, self.origin)
    }

    /// The nodes of a call that is awaited at once, and of the two statements that await it.
    fn awaited(&self, statements: &[Stmt]) -> Option<[Box<dyn Control>; 3]> {
        let by = awaited_by(statements).filter(|_| !self.context.watch.is_wanted())?;
        let target = by.target.map(|place| self.target(place));
        let call = self.awaited_call(&statements[0])?;
        Some([
            Box::new(AwaitCall { call, by, target }),
            Box::new(IfBound { slot: by.made, control: self.control(&statements[1])? }),
            Box::new(IfBound { slot: by.iterator, control: self.control(&statements[2])? }),
        ])
    }

    fn target(&self, place: Place) -> Target {
        Target { place, origin: self.origin.clone() }
    }

    fn position(&self, statement: &Stmt, part: Part) -> Position {
        Position { origin: self.origin.clone(), statement: statement.id, part }
    }

    fn condition(&self, statement: &Stmt, test: &Expr) -> Condition {
        Condition::new(condition(test, None, self.origin), self.position(statement, Part::Test))
    }

    fn item(&self, statement: &Stmt) -> Item {
        let inner = self.plain_item(statement);
        if !self.context.watch.is_wanted() {
            return inner;
        }
        let is_first = self.origin.code.body.statements.first().is_some_and(|first| first.id == statement.id);
        let (span, shows_variables) = (statement.span, watch::shows_variables(statement));
        Item::Control(Box::new(Watched { inner, span, is_first, shows_variables, origin: self.origin.clone() }))
    }

    fn plain_item(&self, statement: &Stmt) -> Item {
        match self.control(statement) {
            Some(control) => Item::Control(control),
            None if typed::has_typed_form(&statement.kind) => Item::Leaf(Speculated::new(), self.statement(statement)),
            None => Item::Plain(self.statement(statement)),
        }
    }

    /// The node of a statement that decides where to go on; none for any other statement.
    fn control(&self, statement: &Stmt) -> Option<Box<dyn Control>> {
        Some(match &statement.kind {
            StmtKind::If { test, then, orelse } => self.branch(statement, test, then, orelse),
            StmtKind::While(node) => Box::new(While {
                header: self.block(&node.header),
                test: self.condition(statement, &node.test),
                common: self.common(statement, node.head, &node.body, &node.orelse),
            }),
            StmtKind::For(node) => Box::new(For {
                state: node.state,
                target: self.target(node.target),
                pair: self.pair(node.target, &node.body),
                iterable: self.iterable(&node.iterable),
                value: moved(&node.iterable, self.origin),
                release: node.release.clone().into(),
                around: self.origin.around.clone().filter(|_| self.begins == Some(statement.id)),
                id: statement.id,
                owns: match node.iterable.kind {
                    ExprKind::Temporary(at) => &*self.origin.code.slots[at.0 as usize] == ".0",
                    _ => false,
                },
                span: statement.span,
                known: Known::default(),
                common: self.common(statement, node.head, &node.body, &node.orelse),
            }),
            StmtKind::Inline { frame: Some(shown), body } => {
                let origin = Origin::inline(self.origin, &shown.name);
                let first = body.statements.iter().find(|stmt| matches!(stmt.kind, StmtKind::For(_)));
                let builder = Builder { origin: &origin, begins: first.map(|first| first.id), ..*self };
                Box::new(Inline { body: builder.block(body), is_generator: shown.is_generator })
            }
            StmtKind::Inline { frame: None, body } => {
                let around = self.origin.around.as_ref().unwrap_or(self.origin);
                let builder = Builder { origin: around, ..*self };
                Box::new(Around(builder.block(body)))
            }
            StmtKind::Try(node) => self.protect(node),
            StmtKind::Return(value) => self.leave(statement, value),
            StmtKind::Break => Box::new(Break),
            StmtKind::Continue => Box::new(Continue),
            StmtKind::Call { target, call } => self.call(statement, *target, call),
            StmtKind::Yield { target, value, drained } => Box::new(Yield {
                value: moved(value, self.origin),
                drained: *drained,
                target: target.map(|place| self.target(place)),
                id: statement.id,
                span: statement.span,
            }),
            StmtKind::YieldFrom { target, iterator } => Box::new(YieldFrom {
                iterator: *iterator,
                target: target.map(|place| self.target(place)),
                id: statement.id,
                span: statement.span,
                first: self.origin.callee.0 as usize,
                known: Known::default(),
            }),
            _ => return None,
        })
    }

    fn branch(&self, statement: &Stmt, test: &Expr, then: &tree::Block, orelse: &tree::Block) -> Box<dyn Control> {
        let test = self.condition(statement, test);
        if !orelse.statements.is_empty() {
            return Box::new(IfElse { test, then: self.block(then), orelse: self.block(orelse) });
        }
        if let [Stmt { kind: StmtKind::Return(value), .. }] = &*then.statements
            && let ExprKind::Local(at) = value.kind
        {
            let variable = ReturnVariable(variable(at, value.span, self.origin));
            return Box::new(IfReturn { test, variable, then: self.block(then) });
        }
        Box::new(If { test, then: self.block(then) })
    }

    fn leave(&self, statement: &Stmt, value: &Expr) -> Box<dyn Control> {
        match &value.kind {
            ExprKind::Local(at) | ExprKind::Temporary(at) => {
                Box::new(ReturnVariable(variable(*at, value.span, self.origin)))
            }
            ExprKind::Constant(constant) => Box::new(ReturnLiteral(literal(constant))),
            _ => Box::new(Return(Outcome::new(boxed(value, self.origin), self.position(statement, Part::Value)))),
        }
    }

    fn common(&self, statement: &Stmt, head: tree::StmtId, body: &tree::Block, orelse: &tree::Block) -> Loop {
        let heat = Heat::new(weight::of_statement(statement), self.context.limits.hot_loop);
        Loop { head, body: self.block(body), orelse: self.block(orelse), heat }
    }

    fn iterable(&self, iterable: &Expr) -> Iterable {
        match &iterable.kind {
            ExprKind::PureCall(callee, args) if matches!(args.len(), 1..=3) && self.is_range(callee) => {
                let args = args.iter().map(|arg| boxed(arg, self.origin)).collect();
                Iterable::Range { callee: boxed(callee, self.origin), args }
            }
            _ => Iterable::Value,
        }
    }

    fn is_range(&self, callee: &Expr) -> bool {
        match callee.kind {
            ExprKind::Global(at) => self.origin.global_name(at).as_str() == "range",
            _ => false,
        }
    }

    fn protect(&self, node: &tree::Try) -> Box<dyn Control> {
        let handler = |handler: &tree::Handler| Handler {
            class: handler.class.as_ref().map(|class| boxed(class, self.origin)),
            name: handler.name.map(|place| self.target(place)),
            body: self.block(&handler.body),
            span: handler.span,
        };
        Box::new(Try {
            body: self.block(&node.body),
            handlers: node.handlers.iter().map(handler).collect(),
            orelse: self.block(&node.orelse),
            finally: node.finally.as_ref().map(|finally| self.block(finally)),
            caught: node.caught,
            pending: node.pending,
        })
    }

    fn call(&self, statement: &Stmt, target: Option<Place>, call: &tree::Call) -> Box<dyn Control> {
        let target = target.map(|place| self.target(place));
        let (span, given) = (call.span, &call.args);
        if let Some(operand) = closing::closes(&call.callee, given) {
            return self.closing(call, operand, target);
        }
        match &call.callee {
            tree::Callee::Value(callee) if is_plain(call) => {
                Box::new(self.call_of_value(statement, call, callee, target))
            }
            tree::Callee::Method(object, name) if is_plain(call) => match &given[..] {
                [Arg::Positional(value)] if target.is_none() && &**name == "append" => {
                    let position = self.position(statement, Part::Argument(0));
                    let value = Outcome::new(boxed(value, self.origin), position);
                    // To append is tried before it is called: both look at the list and the item.
                    Box::new(Append {
                        value,
                        call: self.call_of_method(statement, call, (object, name), target, boxed),
                    })
                }
                _ => Box::new(self.call_of_method(statement, call, (object, name), target, moved)),
            },
            tree::Callee::Value(callee) => self.call_any(AnyCallee::Value(boxed(callee, self.origin)), call, target),
            tree::Callee::Method(object, name) => {
                let callee = AnyCallee::Method {
                    object: moved(object, self.origin),
                    name: Symbol::new(name),
                    span: self.origin.code.through(span, object.span, name),
                    methods: Box::default(),
                };
                self.call_any(callee, call, target)
            }
        }
    }

    /// A call whose result is awaited at once, if it may be one of a coroutine with arguments by position.
    fn awaited_call(&self, statement: &Stmt) -> Option<Called> {
        let StmtKind::Call { target, call } = &statement.kind else { return None };
        let target = target.map(|place| self.target(place));
        match &call.callee {
            _ if !is_plain(call) => None,
            tree::Callee::Value(callee) => Some(Called::Function(self.call_of_value(statement, call, callee, target))),
            tree::Callee::Method(object, name) => {
                Some(Called::Method(self.call_of_method(statement, call, (object, name), target, moved)))
            }
        }
    }

    fn call_of_value(&self, statement: &Stmt, call: &tree::Call, callee: &Expr, target: Option<Target>) -> Call {
        let args = self.arguments(statement, call, self.origin.callee.0, moved);
        Call::new(callee_of(callee, self.origin), args, target, call.span, self.origin)
    }

    fn call_of_method(
        &self,
        statement: &Stmt,
        call: &tree::Call,
        (object, name): (&Expr, &str),
        target: Option<Target>,
        node: fn(&Expr, &Rc<Origin>) -> Box<dyn Node>,
    ) -> CallMethod {
        let first = self.origin.callee.0;
        CallMethod {
            object: node(object, self.origin),
            name: Symbol::new(name),
            // The receiver comes first.
            args: self.arguments(statement, call, first + 1, node).into(),
            target,
            span: call.span,
            callee_span: self.origin.code.through(call.span, object.span, name),
            first: first as usize,
            methods: Methods::default(),
        }
    }

    /// Arguments by position, which go to the slots from `first` on.
    fn arguments(
        &self,
        statement: &Stmt,
        call: &tree::Call,
        first: u32,
        node: fn(&Expr, &Rc<Origin>) -> Box<dyn Node>,
    ) -> Vec<Argument> {
        let args = call.args.iter().enumerate().filter_map(|(place, arg)| match arg {
            Arg::Positional(value) => {
                let position = self.position(statement, Part::Argument(place));
                Some(Argument::new(Slot(first + place as u32), node(value, self.origin), position))
            }
            _ => None,
        });
        args.collect()
    }

    fn call_any(&self, callee: AnyCallee, call: &tree::Call, target: Option<Target>) -> Box<dyn Control> {
        Box::new(CallAny {
            callee,
            args: self.any_arguments(&call.args),
            target,
            span: call.span,
            first: self.origin.callee.0 as usize,
            known: Known::default(),
            made: Made::default(),
            places: Places::default(),
            origin: self.origin.clone(),
        })
    }

    /// A call that may close an expression of arrays: its receiver, or one of its arguments.
    fn closing(&self, call: &tree::Call, operand: Option<usize>, target: Option<Target>) -> Box<dyn Control> {
        let tree::Callee::Method(object, name) = &call.callee else { unreachable!("only methods close") };
        let node = |arg: &Arg| match arg {
            Arg::Positional(value) | Arg::Keyword(_, value) | Arg::Star(value) | Arg::DoubleStar(value) => {
                moved(value, self.origin)
            }
        };
        let rest = &call.args[operand.map_or(0, |place| place + 1)..];
        let names = rest.iter().filter_map(|arg| match arg {
            Arg::Keyword(name, _) => Some(Symbol::new(name)),
            _ => None,
        });
        Box::new(Closing {
            object: moved(object, self.origin),
            name: Symbol::new(name),
            operand: operand.map(|place| node(&call.args[place])),
            args: rest.iter().map(node).collect(),
            names: names.collect(),
            target,
            span: call.span,
            callee_span: self.origin.code.through(call.span, object.span, name),
            first: self.origin.callee.0 as usize,
        })
    }

    /// The two places that the first statement of a body unpacks the item of its loop into, if it does just that.
    fn pair(&self, item: Place, body: &tree::Block) -> Option<[Target; 2]> {
        let StmtKind::Unpack { targets, star: None, value } = &body.statements.first()?.kind else { return None };
        match (&**targets, item, &value.kind) {
            (&[first, second], Place::Local(item), ExprKind::Temporary(at)) if *at == item => {
                Some([self.target(first), self.target(second)])
            }
            _ => None,
        }
    }

    fn any_arguments(&self, args: &[Arg]) -> Box<[AnyArgument]> {
        args.iter()
            .map(|arg| match arg {
                Arg::Positional(value) => AnyArgument::Positional(moved(value, self.origin)),
                Arg::Star(value) => AnyArgument::Star(moved(value, self.origin)),
                Arg::Keyword(name, value) => AnyArgument::Keyword(Symbol::new(name), moved(value, self.origin)),
                Arg::DoubleStar(value) => AnyArgument::DoubleStar(moved(value, self.origin)),
            })
            .collect()
    }

    /// The node of a statement without control flow.
    fn statement(&self, statement: &Stmt) -> Box<dyn Statement> {
        let span = statement.span;
        let origin = self.origin;
        let node = |expr: &Expr| boxed(expr, origin);
        match &statement.kind {
            StmtKind::Assign(place, value) => match value.kind {
                ExprKind::Temporary(from) => Box::new(Move { target: self.target(*place), from }),
                _ => match value.appended(*place) {
                    Some((left, right)) => Box::new(Grow {
                        target: self.target(*place),
                        old: node(left),
                        more: node(right),
                        sum: node(value),
                        span: value.span,
                    }),
                    None => Box::new(Assign { target: self.target(*place), value: node(value) }),
                },
            },
            StmtKind::Update(place, op, value) => Box::new(Update {
                target: self.target(*place),
                old: self.read(*place, self.first_name(*place, span)),
                op: *op,
                value: node(value),
                instances: Special::default(),
                plain: Special::default(),
                span,
            }),
            StmtKind::SetIndex { object, index, value } => {
                let value = moved(value, self.origin);
                let target_span = self.origin.code.through(object.span, index.span, "]");
                with_operand!(operand(object, origin), object => with_operand!(operand(index, origin), index => {
                    let set = Special::default();
                    Box::new(SetIndex { object, index, value, set, span: target_span })
                }))
            }
            StmtKind::UpdateIndex { object, index, op, value } => {
                let (op, value) = (*op, node(value));
                let target_span = self.origin.code.through(object.span, index.span, "]");
                with_operand!(operand(object, origin), object => with_operand!(operand(index, origin), index => {
                    let [get, set] = [Special::default(), Special::default()];
                    Box::new(UpdateIndex { object, index, op, value, get, set, target_span, span })
                }))
            }
            StmtKind::SetAttribute { object, name, value } => {
                let (value, span) =
                    (moved(value, self.origin), self.origin.code.through(object.span, object.span, name));
                let (name, stored) = (Symbol::new(name), Stored::default());
                with_operand!(operand(object, origin), object => {
                    Box::new(SetAttribute { object, name, value, span, stored })
                })
            }
            StmtKind::UpdateAttribute { object, name, op, value } => Box::new(UpdateAttribute {
                object: node(object),
                name: Symbol::new(name),
                op: *op,
                value: node(value),
                span,
                target_span: self.origin.code.through(object.span, object.span, name),
                seen: Seen::default(),
                computed: Default::default(),
            }),
            StmtKind::Unpack { targets, star, value } => Box::new(Unpack {
                targets: targets.iter().map(|&place| self.target(place)).collect(),
                star: star.map(|place| place as usize),
                value: node(value),
                temporary: match value.kind {
                    ExprKind::Temporary(at) => Some(at),
                    _ => None,
                },
                span,
            }),
            StmtKind::Evaluate(value) => Box::new(Evaluate(node(value))),
            StmtKind::Show(value) => Box::new(Show(node(value))),
            StmtKind::ListAppend(slot, value) => self.collect(*slot, Collect::Append(moved(value, self.origin)), span),
            StmtKind::ListExtend(slot, values) => {
                self.collect(*slot, Collect::Extend(moved(values, self.origin)), span)
            }
            StmtKind::SetAdd(slot, value) => self.collect(*slot, Collect::Add(moved(value, self.origin)), span),
            StmtKind::DictInsert(slot, key, value) => {
                self.collect(*slot, Collect::Insert(moved(key, self.origin), moved(value, self.origin)), span)
            }
            StmtKind::DictUpdate(slot, mapping) => self.collect(*slot, Collect::Merge(node(mapping)), span),
            StmtKind::Raise { exception, cause } => {
                Box::new(RaiseStatement { exception: exception.as_ref().map(node), cause: cause.as_ref().map(node) })
            }
            StmtKind::Reraise(exception) => Box::new(Reraise(node(exception))),
            StmtKind::RaiseAssertion(message) => Box::new(RaiseAssertion(message.as_ref().map(node))),
            StmtKind::Delete(place) => Box::new(Delete { target: self.target(*place), old: self.read(*place, span) }),
            StmtKind::DeleteIndex { object, index } => {
                Box::new(DeleteIndex { object: node(object), index: node(index), span })
            }
            StmtKind::DeleteAttribute { object, name } => {
                Box::new(DeleteAttribute { object: node(object), name: Symbol::new(name), span })
            }
            StmtKind::Define { target, definition } => Box::new(Define {
                target: self.target(*target),
                code: definition.code.clone(),
                defaults: definition.defaults.iter().map(node).collect(),
                keyword_defaults: definition
                    .keyword_defaults
                    .iter()
                    .map(|default| default.as_ref().map(node))
                    .collect(),
                closure: definition.closure.clone().into(),
            }),
            StmtKind::NewCell { target, value } => Box::new(NewCell { target: *target, value: *value }),
            StmtKind::Release(slots) => Box::new(Release(slots.clone().into())),
            StmtKind::Import { module, top, target } => {
                let (module, target) = (Name::new(module), self.target(*target));
                Box::new(Import { module, top: *top, target, origin: origin.clone() })
            }
            StmtKind::ImportFrom { module, level, names } => Box::new(ImportFrom {
                from: From { module: Name::new(module), level: *level, origin: origin.clone() },
                names: names.iter().map(|(name, place)| (Symbol::new(name), self.target(*place))).collect(),
                span,
            }),
            StmtKind::ImportStar { module, level } => {
                Box::new(ImportStar(From { module: Name::new(module), level: *level, origin: origin.clone() }))
            }
            StmtKind::If { .. }
            | StmtKind::While(_)
            | StmtKind::For(_)
            | StmtKind::Inline { .. }
            | StmtKind::Try(_)
            | StmtKind::Return(_)
            | StmtKind::Break
            | StmtKind::Continue
            | StmtKind::Call { .. }
            | StmtKind::Yield { .. }
            | StmtKind::YieldFrom { .. } => unreachable!("made by `control`"),
        }
    }

    fn collect(&self, slot: Slot, what: Collect, span: Span) -> Box<dyn Statement> {
        Box::new(CollectInto { slot, what, span })
    }

    /// The place of the variable that a statement begins with.
    fn first_name(&self, place: Place, span: Span) -> Span {
        let name = match place {
            Place::Local(at) | Place::Cell(at) => self.origin.slot_name(at),
            Place::Global(at) => self.origin.global_name(at),
        };
        Span::new(span.start, span.end.min(span.start + name.as_str().len() as u32))
    }

    /// A variable as an expression.
    fn read(&self, place: Place, span: Span) -> Box<dyn super::node::Node> {
        super::build_expression::read(place, span, self.origin)
    }
}
