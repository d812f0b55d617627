//! The resolved tree: what a script means once every name is a slot.
//!
//! Comes from `lower`; goes to the running tree (`interp`), to the recorder and to the IR builder. It is plain data
//! (`Send + Sync`), knows nothing of values or of how it is run, and is never executed itself.
//!
//! # Statements, effects and resuming
//!
//! A statement has at most one *effect*: a call of anything that is not a known pure built-in, a store into a
//! container, an import, a yield, a raise. Everything a statement does before its effect only reads, so a statement
//! may be started again as long as its effect has not happened. Lowering hoists effects out of expressions into
//! temporary slots, in Python's evaluation order.
//!
//! Statements are numbered in the order of the text: a statement's id is smaller than the ids of the statements in
//! its blocks, and [`Stmt::end`] is the first id after them. A loop owns a second id, its *head* ([`While::head`],
//! [`For::head`]): entering there goes on with the next test or the next item, with the state of the loop in its
//! hidden slots. All state of an activation between two statements lies in the slots of its frame.

use std::ops::Range;
use std::sync::Arc;

use dashu_int::IBig;

use super::support::Support;
use crate::source::{Source, Span};

/// A place in a frame: parameters first, then named locals, then hidden temporaries.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Slot(pub u32);

/// A place in the table of a module's global names.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct GlobalSlot(pub u32);

/// The number of a statement in its [`Code`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct StmtId(pub u32);

/// The number of an expression in its [`Code`]: where a profile notes what was seen.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct ExprId(pub u32);

/// A number that no other [`Code`] of the process has.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct CodeId(pub u32);

/// What kind of text a [`Code`] was made from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CodeKind {
    /// The top level of a script or of one REPL input.
    Module,
    /// A `def`.
    Function,
    /// A `lambda`.
    Lambda,
    /// A generator expression. Its only parameter is the iterator over what its first clause goes over.
    GeneratorExpression,
    /// A comprehension that is called on the spot, with the same parameter, because something in it looks at its variables.
    Comprehension,
    /// The body of a `class`: its only parameter is the namespace.
    Class,
}

/// What kind of generator a call makes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flavour {
    /// A generator.
    Generator,
    /// `async def`
    Coroutine,
    /// `async def` with `yield`.
    AsyncGenerator,
}

/// What a text says that it may look at of the activations that are running.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Spoken {
    /// Which there are, and where they are.
    pub frames: bool,
    /// Their variables.
    pub variables: bool,
}

/// One function body (or module top level), ready to be run.
#[derive(Debug)]
pub struct Code {
    /// Unique in the process.
    pub id: CodeId,
    /// `f`, `<lambda>`, `<module>` …
    pub name: Arc<str>,
    /// `outer.<locals>.f`
    pub qualified_name: Arc<str>,
    /// What it was made from.
    pub kind: CodeKind,
    /// Its text.
    pub source: Arc<Source>,
    /// The whole definition.
    pub span: Span,
    /// How arguments reach slots `0..`.
    pub params: Params,
    /// The name of each named slot; hidden slots have an empty name. Its length is the size of a frame.
    pub slots: Vec<Arc<str>>,
    /// Slots of captured variables: each holds a cell from entry on (a captured parameter is moved into its cell).
    pub cells: Vec<Slot>,
    /// Captured variables of enclosing functions: slot `free[k].1` gets the k-th cell of the function's closure.
    pub free: Vec<(Arc<str>, Slot)>,
    /// The statements.
    pub body: Block,
    /// The place of each statement, by [`StmtId`]; its length is the number of statement ids.
    pub spans: Vec<Span>,
    /// How many [`ExprId`]s there are.
    pub expressions: u32,
    /// Calling it makes a generator of some flavour.
    pub is_generator: bool,
    /// Which, if it does.
    pub flavour: Flavour,
    /// It names a built-in function that looks at the variables of its caller: any call may read all of them.
    pub shows_variables: bool,
    /// What its text speaks of.
    pub spoken: Spoken,
    /// Whether leaving it in its middle may run anything: it has a `try`.
    pub cleans_up: bool,
    /// Of a generator, the hidden slot for what becomes of its items while somebody drains it: a total, or a list of them.
    pub drained: Option<Slot>,
    /// The docstring.
    pub doc: Option<Arc<str>>,
    /// Of a whole text, what in it is hardly meant, as `SyntaxWarning`s say it.
    pub doubts: Vec<(Span, String)>,
}

/// The parameters of a function. They take the slots `0, 1, 2 …` in the order: positional-only, positional-or-keyword,
/// keyword-only, `*args`, `**kwargs`.
#[derive(Debug, Default)]
pub struct Params {
    /// Names of all of them, in slot order.
    pub names: Vec<Arc<str>>,
    /// How many cannot be given by keyword.
    pub positional_only: u32,
    /// How many can be given by position (positional-only ones included).
    pub positional: u32,
    /// How many are keyword-only.
    pub keyword_only: u32,
    /// There is a `*args`; its slot follows those that have a name.
    pub star: bool,
    /// There is a `**kwargs`, in the last parameter slot.
    pub double_star: bool,
}

impl Params {
    /// The slots that an argument given by name may go into.
    pub fn by_name(&self) -> Range<usize> {
        self.positional_only as usize..self.named()
    }

    /// The slots of those that are keyword-only.
    pub fn keyword_only(&self) -> Range<usize> {
        self.positional as usize..self.named()
    }

    /// The slot of `*args`.
    pub fn star(&self) -> Option<usize> {
        self.star.then_some(self.named())
    }

    /// The slot of `**kwargs`.
    pub fn double_star(&self) -> Option<usize> {
        self.double_star.then(|| self.named() + usize::from(self.star))
    }

    /// How many take one argument each.
    fn named(&self) -> usize {
        (self.positional + self.keyword_only) as usize
    }
}

/// Statements in order.
#[derive(Debug, Default)]
pub struct Block {
    /// The statements; ids grow.
    pub statements: Vec<Stmt>,
}

/// One statement.
#[derive(Debug)]
pub struct Stmt {
    /// Its number.
    pub id: StmtId,
    /// The first number after it and everything inside it.
    pub end: StmtId,
    /// Its place in the text.
    pub span: Span,
    /// What it does.
    pub kind: StmtKind,
}

/// A variable that can be assigned.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Place {
    /// A slot of the frame.
    Local(Slot),
    /// The contents of the cell in a slot of the frame.
    Cell(Slot),
    /// A global of the module.
    Global(GlobalSlot),
}

/// What a statement does.
#[derive(Debug)]
pub enum StmtKind {
    /// `place = value`
    Assign(Place, Expr),
    /// `place op= value`, in place where the left side can.
    Update(Place, BinaryOp, Expr),
    /// `object[index] = value`; evaluated in the order value, object, index.
    SetIndex {
        /// What is stored into.
        object: Expr,
        /// Where.
        index: Expr,
        /// What is stored.
        value: Expr,
    },
    /// `object[index] op= value`; evaluated in the order object, index, value.
    UpdateIndex {
        /// What is stored into.
        object: Expr,
        /// Where.
        index: Expr,
        /// The operator.
        op: BinaryOp,
        /// The right operand.
        value: Expr,
    },
    /// `object.name = value`; evaluated in the order value, object.
    SetAttribute {
        /// Whose attribute.
        object: Expr,
        /// Its name.
        name: Arc<str>,
        /// What is stored.
        value: Expr,
    },
    /// `object.name op= value`
    UpdateAttribute {
        /// Whose attribute.
        object: Expr,
        /// Its name.
        name: Arc<str>,
        /// The operator.
        op: BinaryOp,
        /// The right operand.
        value: Expr,
    },
    /// `a, *b, c = value`
    Unpack {
        /// One place an item.
        targets: Vec<Place>,
        /// Which target takes the rest as a list.
        star: Option<u32>,
        /// What is unpacked.
        value: Expr,
    },
    /// A call, with its result stored or dropped: the one effect of the statement.
    Call {
        /// Where the result goes.
        target: Option<Place>,
        /// What is called with what.
        call: Call,
    },
    /// An expression evaluated for its exceptions only (at a prompt, printed: see [`StmtKind::Show`]).
    Evaluate(Expr),
    /// What an interactive prompt does with the value of an expression statement.
    Show(Expr),
    /// Appends to a list that only this statement's block can see (comprehensions, displays with `*`).
    ListAppend(Slot, Expr),
    /// Appends all items of an iterable to such a list.
    ListExtend(Slot, Expr),
    /// Adds to such a set.
    SetAdd(Slot, Expr),
    /// Stores into such a dict: key, value.
    DictInsert(Slot, Expr, Expr),
    /// Merges a mapping into such a dict (`{**other}`).
    DictUpdate(Slot, Expr),
    /// `if test: … else: …`
    If {
        /// The condition.
        test: Expr,
        /// When true.
        then: Block,
        /// When false.
        orelse: Block,
    },
    /// `while`
    While(Box<While>),
    /// `for`
    For(Box<For>),
    /// A block that is a frame of its own in a traceback though not in fact (a comprehension). What the first loop in it goes over is
    /// evaluated by the frame around.
    Inline {
        /// How it appears there; none for what belongs, inside of such a block, to the frame around it again.
        frame: Option<InlineFrame>,
        /// Its statements.
        body: Block,
    },
    /// `try`
    Try(Box<Try>),
    /// `return value`
    Return(Expr),
    /// `yield value`, as a statement; the value sent in is stored.
    Yield {
        /// Where the value sent in goes.
        target: Option<Place>,
        /// What is handed out.
        value: Expr,
        /// What becomes of the items while somebody drains the generator.
        drained: Slot,
    },
    /// `yield from`: hands out what the iterator in a hidden slot hands out, passes on what its generator is resumed with,
    /// and stores what the iterator returns.
    YieldFrom {
        /// Where what it returns goes.
        target: Option<Place>,
        /// Where the iterator is.
        iterator: Slot,
    },
    /// `raise exception from cause`; without an exception, the one being handled is raised again.
    Raise {
        /// The exception or its class.
        exception: Option<Expr>,
        /// `from …`
        cause: Option<Expr>,
    },
    /// Sends an exception on its way again as if it had never been caught.
    Reraise(Expr),
    /// A failed `assert`.
    RaiseAssertion(Option<Expr>),
    /// `break`
    Break,
    /// `continue`
    Continue,
    /// `del name`
    Delete(Place),
    /// `del object[index]`
    DeleteIndex {
        /// What is deleted from.
        object: Expr,
        /// Where.
        index: Expr,
    },
    /// `del object.name`
    DeleteAttribute {
        /// Whose attribute.
        object: Expr,
        /// Its name.
        name: Arc<str>,
    },
    /// `def` and `lambda`: makes a function object.
    Define {
        /// Where it goes.
        target: Place,
        /// What is defined.
        definition: Box<Definition>,
    },
    /// Puts a fresh cell into a slot: an empty one (a captured variable of a comprehension), or one with what another slot holds.
    NewCell {
        /// Where it goes.
        target: Slot,
        /// Where what it holds is, if anything.
        value: Option<Slot>,
    },
    /// Empties temporaries that may keep objects alive.
    Release(Vec<Slot>),
    /// `import a.b.c as place` (`top` binds `a`, otherwise the innermost module is bound).
    Import {
        /// The dotted name.
        module: Arc<str>,
        /// Bind the first component only.
        top: bool,
        /// What is bound.
        target: Place,
    },
    /// `from module import name as place, …`
    ImportFrom {
        /// The dotted name.
        module: Arc<str>,
        /// Number of leading dots.
        level: u32,
        /// Which names go where.
        names: Vec<(Arc<str>, Place)>,
    },
    /// `from module import *` (only at module level; names become globals when it runs).
    ImportStar {
        /// The dotted name.
        module: Arc<str>,
        /// Number of leading dots.
        level: u32,
    },
}

/// What a block appears as in a traceback.
#[derive(Debug)]
pub struct InlineFrame {
    /// `<listcomp>` …
    pub name: Arc<str>,
    /// A `StopIteration` does not leave it.
    pub is_generator: bool,
}

/// A `while` loop: `header` runs before each test.
#[derive(Debug)]
pub struct While {
    /// Entering here goes on with the header and the test.
    pub head: StmtId,
    /// From this slot on, nothing in the frame matters at the head.
    pub dead: Slot,
    /// Statements hoisted out of the test.
    pub header: Block,
    /// The condition.
    pub test: Expr,
    /// The body.
    pub body: Block,
    /// `else:`
    pub orelse: Block,
}

/// A `for` loop. Its state lies in three hidden slots from `state` on:
/// * over a range of small ints: next, stop, step as ints;
/// * over a list or tuple: the sequence, the next index as an int, unbound;
/// * otherwise: the iterator, unbound, unbound.
#[derive(Debug)]
pub struct For {
    /// Entering here goes on with the next item.
    pub head: StmtId,
    /// From this slot on, nothing in the frame matters at the head.
    pub dead: Slot,
    /// The first of three hidden slots.
    pub state: Slot,
    /// What each item is assigned to.
    pub target: Place,
    /// What is iterated over; evaluated once.
    pub iterable: Expr,
    /// Temporaries that evaluating it needed: emptied before the first turn, as nothing but the loop's state goes on with their objects.
    pub release: Vec<Slot>,
    /// The body.
    pub body: Block,
    /// `else:`
    pub orelse: Block,
}

/// A `try` statement. While a handler runs, the exception is in slot `caught`. While `finally` runs, what it
/// interrupted is in the slots `pending` (an int: 0 nothing, 1 break, 2 continue, 3 return, 4 raise) and `pending + 1`
/// (the value or exception).
#[derive(Debug)]
pub struct Try {
    /// The guarded statements.
    pub body: Block,
    /// `except` clauses.
    pub handlers: Vec<Handler>,
    /// `else:`
    pub orelse: Block,
    /// `finally:`
    pub finally: Option<Block>,
    /// Hidden slot of the exception being handled.
    pub caught: Slot,
    /// First of two hidden slots of the interrupted outcome.
    pub pending: Slot,
}

/// An `except` clause.
#[derive(Debug)]
pub struct Handler {
    /// The exception class or tuple of classes; none catches everything.
    pub class: Option<Expr>,
    /// `as name`: bound on entry, deleted on leaving.
    pub name: Option<Place>,
    /// The statements.
    pub body: Block,
    /// Its place.
    pub span: Span,
}

/// What a `def` evaluates when it runs.
#[derive(Debug)]
pub struct Definition {
    /// The body.
    pub code: Arc<Code>,
    /// Defaults of the last positional parameters.
    pub defaults: Vec<Expr>,
    /// Defaults of keyword-only parameters, one each, in order.
    pub keyword_defaults: Vec<Option<Expr>>,
    /// Slots of the defining frame whose cells are captured, in the order of [`Code::free`].
    pub closure: Vec<Slot>,
}

/// A call.
#[derive(Debug)]
pub struct Call {
    /// What is called.
    pub callee: Callee,
    /// Arguments in the order of evaluation.
    pub args: Vec<Arg>,
    /// Where a profile notes what was seen.
    pub id: ExprId,
    /// The place of the call expression.
    pub span: Span,
}

/// What is called.
#[derive(Debug)]
pub enum Callee {
    /// The value of an expression.
    Value(Expr),
    /// `object.name(…)`, without making a bound method first.
    Method(Expr, Arc<str>),
}

/// An argument.
#[derive(Debug)]
pub enum Arg {
    /// `value`
    Positional(Expr),
    /// `*value`
    Star(Expr),
    /// `name=value`
    Keyword(Arc<str>, Expr),
    /// `**value`
    DoubleStar(Expr),
}

/// An expression without effects, apart from what a user's operators may do on its generic path.
#[derive(Debug)]
pub struct Expr {
    /// Its number.
    pub id: ExprId,
    /// Its place.
    pub span: Span,
    /// What it computes.
    pub kind: ExprKind,
}

/// What an expression computes.
#[derive(Debug)]
pub enum ExprKind {
    /// A literal or a folded constant.
    Constant(Constant),
    /// A variable of the frame.
    Local(Slot),
    /// A hidden temporary at its only use; a statement whose effect consumes it may move it out.
    Temporary(Slot),
    /// A captured variable.
    Cell(Slot),
    /// A global of the module or, where that is unbound, a built-in of the same name.
    Global(GlobalSlot),
    /// A function that scripts cannot name.
    Support(Support),
    /// `op x`
    Unary(UnaryOp, Box<Expr>),
    /// `not x`
    Not(Box<Expr>),
    /// `x op y`
    Binary(BinaryOp, Box<Expr>, Box<Expr>),
    /// `x op y`
    Compare(CompareOp, Box<Expr>, Box<Expr>),
    /// `x op y op z …`, each operand evaluated at most once.
    Chain(Box<Expr>, Vec<(CompareOp, Expr)>),
    /// `x and y`, by value.
    And(Box<Expr>, Box<Expr>),
    /// `x or y`, by value.
    Or(Box<Expr>, Box<Expr>),
    /// `then if test else orelse`
    IfElse {
        /// The condition.
        test: Box<Expr>,
        /// When true.
        then: Box<Expr>,
        /// When false.
        orelse: Box<Expr>,
    },
    /// `object[index]`
    Index(Box<Expr>, Box<Expr>),
    /// `start:stop:step` as an index.
    Slice(Option<Box<Expr>>, Option<Box<Expr>>, Option<Box<Expr>>),
    /// `object.name`
    Attribute(Box<Expr>, Arc<str>),
    /// A call of what is expected to be a pure built-in, positional arguments only. What it turns out to be is
    /// looked up each time; anything else is called all the same.
    PureCall(Box<Expr>, Vec<Expr>),
    /// `(a, b)`
    Tuple(Vec<Expr>),
    /// Whether a value is the built-in function or type of a name.
    IsBuiltin(Box<Expr>, &'static str),
    /// A tuple with the items of a list that only this statement can see (`(a, *b)`).
    ListToTuple(Box<Expr>),
    /// `[a, b]`
    List(Vec<Expr>),
    /// `{a, b}`
    Set(Vec<Expr>),
    /// `{k: v}`
    Dict(Vec<(Expr, Expr)>),
    /// An iterator over a value, as a `for` would make it (the first iterable of a generator expression).
    Iterate(Box<Expr>),
    /// One replacement field of an f-string.
    Format {
        /// The value.
        value: Box<Expr>,
        /// `!r` …
        conversion: Conversion,
        /// The text after the colon.
        spec: Option<Box<Expr>>,
    },
    /// The parts of an f-string, each a str.
    Join(Vec<Expr>),
}

/// `!r`, `!s`, `!a`
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Conversion {
    /// None given.
    None,
    /// `!s`
    Str,
    /// `!r`
    Repr,
    /// `!a`
    Ascii,
}

/// An operator with two operands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BinaryOp {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
    /// `//`
    FloorDiv,
    /// `%`
    Mod,
    /// `**`
    Pow,
    /// `<<`
    LeftShift,
    /// `>>`
    RightShift,
    /// `&`
    And,
    /// `|`
    Or,
    /// `^`
    Xor,
    /// `@`
    MatMul,
}

/// An operator with one operand.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum UnaryOp {
    /// `-`
    Negative,
    /// `+`
    Positive,
    /// `~`
    Invert,
}

/// A comparison.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CompareOp {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterEqual,
    /// `is`
    Is,
    /// `is not`
    IsNot,
    /// `in`
    In,
    /// `not in`
    NotIn,
}

/// A value known when the script is read.
#[derive(Clone, PartialEq, Debug)]
pub enum Constant {
    /// `None`
    None,
    /// `True`, `False`
    Bool(bool),
    /// An int that fits.
    Int(i64),
    /// An int that does not.
    Big(Arc<IBig>),
    /// A float.
    Float(f64),
    /// Real and imaginary part.
    Complex(f64, f64),
    /// Text.
    Str(Arc<str>),
    /// Bytes.
    Bytes(Arc<[u8]>),
    /// `...`
    Ellipsis,
    /// A tuple of constants.
    Tuple(Vec<Constant>),
    /// What CPython makes of a display of a set that has constants only.
    FrozenSet(Vec<Constant>),
}

impl Code {
    /// Whether it only does what something built in does: such a call does not show.
    pub fn is_hidden(&self) -> bool {
        self.source.is_hidden()
    }

    /// From the start of one place to the end of the first `text` behind another: `object[index]`, `object.name`.
    pub fn through(&self, from: Span, behind: Span, text: &str) -> Span {
        let rest = &self.source.text().as_bytes()[behind.end as usize..];
        // It is near: to look at every place is quicker than to prepare a search.
        let found = rest.windows(text.len()).position(|there| there == text.as_bytes());
        let end = found.map_or(behind.end, |at| behind.end + (at + text.len()) as u32);
        Span::new(from.start, end)
    }

    /// The slot of the iterator that a `yield from` with this number delegates to.
    pub fn delegates_at(&self, at: StmtId) -> Option<Slot> {
        match self.statement(at)?.kind {
            StmtKind::YieldFrom { iterator, .. } => Some(iterator),
            _ => None,
        }
    }

    /// The statement with a number; none for the head of a loop.
    pub fn statement(&self, at: StmtId) -> Option<&Stmt> {
        let mut block = &self.body;
        loop {
            let place = block.statements.partition_point(|stmt| stmt.end <= at);
            let stmt = block.statements.get(place)?;
            if stmt.id == at {
                return Some(stmt);
            }
            block = stmt.blocks().into_iter().find(|block| block.holds(at))?;
        }
    }
}

impl Block {
    fn holds(&self, at: StmtId) -> bool {
        self.statements.iter().any(|stmt| stmt.id <= at && at < stmt.end)
    }
}

impl Expr {
    /// The operands, if this is a sum whose left operand reads a variable.
    pub fn appended(&self, variable: Place) -> Option<(&Expr, &Expr)> {
        let ExprKind::Binary(BinaryOp::Add, left, right) = &self.kind else { return None };
        let same = match (&left.kind, variable) {
            (ExprKind::Local(read), Place::Local(at)) => *read == at,
            (ExprKind::Global(read), Place::Global(at)) => *read == at,
            _ => false,
        };
        same.then_some((left, right))
    }
}

impl Stmt {
    /// The blocks inside.
    pub fn blocks(&self) -> Vec<&Block> {
        match &self.kind {
            StmtKind::If { then, orelse, .. } => vec![then, orelse],
            StmtKind::While(each) => vec![&each.header, &each.body, &each.orelse],
            StmtKind::For(each) => vec![&each.body, &each.orelse],
            StmtKind::Inline { body, .. } => vec![body],
            StmtKind::Try(each) => {
                let handlers = each.handlers.iter().map(|handler| &handler.body);
                std::iter::once(&each.body).chain(handlers).chain([&each.orelse]).chain(&each.finally).collect()
            }
            _ => Vec::new(),
        }
    }
}
