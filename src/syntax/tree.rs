//! The syntax tree: plain owned data, named after the nodes of Python's `ast` module, a `Span` on every node.
//! No meaning: names are not resolved, nothing is folded, and whether an expression is read, stored or
//! deleted follows from where it stands.
//!
//! Depth is bounded, so that every later pass (and dropping the tree) may simply recurse: brackets by the
//! token stage, blocks by the layout stage, everything else by [`Expr::depth`] against [`MAX_DEPTH`].

use crate::source::Span;
use dashu_int::IBig;
use std::sync::Arc;

/// No expression in a parsed tree is deeper than this.
pub const MAX_DEPTH: u16 = 1000;

/// A name as written (NFKC-normalised). Equal names mostly share their text.
pub type Identifier = Arc<str>;

/// A statement list: the body of a module, function, class, branch or loop.
pub type Body = Vec<Stmt>;

/// A whole script, or one statement line of a REPL.
#[derive(Clone, Debug)]
pub struct Module {
    /// The statements, in order.
    pub body: Body,
}

/// A statement and its place.
#[derive(Clone, Debug)]
pub struct Stmt {
    /// From the first token to the last; decorators lie outside.
    pub span: Span,
    /// What it is.
    pub kind: StmtKind,
}

/// The statements of Python 3.11.
#[derive(Clone, Debug)]
pub enum StmtKind {
    /// `def` and `async def`.
    FunctionDef(Box<FunctionDef>),
    /// `class`.
    ClassDef(Box<ClassDef>),
    /// `return value`.
    Return(Option<Expr>),
    /// `del a, b[0]`.
    Delete(Vec<Expr>),
    /// `a = b = value`: two targets.
    Assign {
        /// One for each `=`, left to right.
        targets: Vec<Expr>,
        /// The right-hand side.
        value: Expr,
    },
    /// `target op= value`.
    AugAssign(Box<AugAssign>),
    /// `target: annotation = value`.
    AnnAssign(Box<AnnAssign>),
    /// `for` and `async for`.
    For(Box<For>),
    /// `while test: body else: orelse`.
    While {
        /// The condition.
        test: Expr,
        /// What is repeated.
        body: Body,
        /// Runs when the condition fails, not after `break`.
        orelse: Body,
    },
    /// `if`, with one branch for each `elif` (flat, unlike CPython's tree: such chains grow long).
    If {
        /// `if` and `elif` in order; never empty.
        branches: Vec<Branch>,
        /// The `else` body, or empty.
        orelse: Body,
    },
    /// `with` and `async with`.
    With {
        /// The context managers, in order.
        items: Vec<WithItem>,
        /// The block.
        body: Body,
        /// Whether it is `async with`.
        is_async: bool,
    },
    /// `match subject: case ...`.
    Match {
        /// What is matched.
        subject: Expr,
        /// The cases, in order; never empty.
        cases: Vec<MatchCase>,
    },
    /// `raise exception from cause`.
    Raise {
        /// Nothing for a bare `raise`.
        exception: Option<Expr>,
        /// What follows `from`.
        cause: Option<Expr>,
    },
    /// `try`, with `except`, `except*`, `else`, `finally`.
    Try(Box<Try>),
    /// `assert test, message`.
    Assert {
        /// The condition.
        test: Expr,
        /// What follows the comma.
        message: Option<Expr>,
    },
    /// `import a.b as c, d`.
    Import(Vec<Alias>),
    /// `from ..module import a as b, c`.
    ImportFrom {
        /// The dotted name; nothing in `from . import a`.
        module: Option<Identifier>,
        /// The imported names; a single alias called `*` for `import *`.
        names: Vec<Alias>,
        /// How many leading dots.
        level: u32,
    },
    /// `global a, b`.
    Global(Vec<Name>),
    /// `nonlocal a, b`.
    Nonlocal(Vec<Name>),
    /// An expression as a statement.
    Expr(Expr),
    /// `pass`.
    Pass,
    /// `break`.
    Break,
    /// `continue`.
    Continue,
}

/// A name where it is written.
#[derive(Clone, Debug)]
pub struct Name {
    /// The name.
    pub id: Identifier,
    /// Its place.
    pub span: Span,
}

/// `def name(arguments) -> returns: body`.
#[derive(Clone, Debug)]
pub struct FunctionDef {
    /// The function's name.
    pub name: Name,
    /// Its parameters.
    pub arguments: Arguments,
    /// The block; never empty.
    pub body: Body,
    /// Decorator expressions, top to bottom.
    pub decorators: Vec<Expr>,
    /// The return annotation.
    pub returns: Option<Expr>,
    /// Whether it is `async def`.
    pub is_async: bool,
}

/// `class name(bases, keyword=value): body`.
#[derive(Clone, Debug)]
pub struct ClassDef {
    /// The class's name.
    pub name: Name,
    /// Positional arguments, perhaps starred.
    pub bases: Vec<Expr>,
    /// Keyword arguments.
    pub keywords: Vec<Keyword>,
    /// The block; never empty.
    pub body: Body,
    /// Decorator expressions, top to bottom.
    pub decorators: Vec<Expr>,
}

/// Parameters of a function or lambda.
#[derive(Clone, Debug, Default)]
pub struct Arguments {
    /// Those before `/`.
    pub positional_only: Vec<Parameter>,
    /// Those passed by position or by name.
    pub positional: Vec<Parameter>,
    /// `*args`.
    pub variadic: Option<Box<Parameter>>,
    /// Those after `*` or `*args`.
    pub keyword_only: Vec<Parameter>,
    /// `**kwargs`.
    pub keywords: Option<Box<Parameter>>,
}

/// One parameter.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its name.
    pub name: Name,
    /// What follows the colon.
    pub annotation: Option<Expr>,
    /// What follows `=`; never present on `*args` and `**kwargs`.
    pub default: Option<Expr>,
}

/// `target op= value`.
#[derive(Clone, Debug)]
pub struct AugAssign {
    /// A name, attribute or subscript.
    pub target: Expr,
    /// The operator, without its `=`.
    pub op: Operator,
    /// The right-hand side.
    pub value: Expr,
}

/// `target: annotation = value`.
#[derive(Clone, Debug)]
pub struct AnnAssign {
    /// A name, attribute or subscript.
    pub target: Expr,
    /// The annotation.
    pub annotation: Expr,
    /// The value, if one is given.
    pub value: Option<Expr>,
    /// Whether the target is a bare name, not in parentheses (only then is it a declaration).
    pub simple: bool,
}

/// `for target in iter: body else: orelse`.
#[derive(Clone, Debug)]
pub struct For {
    /// What is assigned each time round.
    pub target: Expr,
    /// What is iterated over.
    pub iter: Expr,
    /// What is repeated.
    pub body: Body,
    /// Runs when the iterator is exhausted, not after `break`.
    pub orelse: Body,
    /// Whether it is `async for`.
    pub is_async: bool,
}

/// One `if` or `elif` of a chain.
#[derive(Clone, Debug)]
pub struct Branch {
    /// From the keyword to the end of the body.
    pub span: Span,
    /// The condition.
    pub test: Expr,
    /// What runs when it holds.
    pub body: Body,
}

/// `context as target`.
#[derive(Clone, Debug)]
pub struct WithItem {
    /// The context manager.
    pub context: Expr,
    /// What follows `as`.
    pub target: Option<Expr>,
}

/// `try: body except ...: handlers else: orelse finally: finalbody`.
#[derive(Clone, Debug)]
pub struct Try {
    /// The guarded block.
    pub body: Body,
    /// The `except` clauses.
    pub handlers: Vec<ExceptHandler>,
    /// Runs when the block ends without an exception.
    pub orelse: Body,
    /// Runs always.
    pub finalbody: Body,
    /// Whether the clauses are `except*`.
    pub is_star: bool,
}

/// `except kind as name: body`.
#[derive(Clone, Debug)]
pub struct ExceptHandler {
    /// From `except` to the end of the body.
    pub span: Span,
    /// The exception class or tuple; nothing in a bare `except:`.
    pub kind: Option<Expr>,
    /// The name that is bound while the body runs.
    pub name: Option<Name>,
    /// The block.
    pub body: Body,
}

/// `name as asname` in an import; `name` may be dotted, or `*`.
#[derive(Clone, Debug)]
pub struct Alias {
    /// The whole clause.
    pub span: Span,
    /// What is imported.
    pub name: Identifier,
    /// What it is called here, if renamed.
    pub asname: Option<Identifier>,
}

/// `case pattern if guard: body`.
#[derive(Clone, Debug)]
pub struct MatchCase {
    /// The pattern.
    pub pattern: Pattern,
    /// The condition after `if`.
    pub guard: Option<Expr>,
    /// The block.
    pub body: Body,
}

/// A pattern and its place.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// From the first token to the last.
    pub span: Span,
    /// What it is.
    pub kind: PatternKind,
}

/// The patterns of `case`.
#[derive(Clone, Debug)]
pub enum PatternKind {
    /// A number, string or dotted name: compared with `==`.
    Value(Expr),
    /// `None`, `True`, `False`: compared with `is`.
    Singleton(Constant),
    /// `[a, *rest]`, `(a, b)`.
    Sequence(Vec<Pattern>),
    /// `{key: pattern, **rest}`.
    Mapping {
        /// The keys and what their values must match, in order.
        items: Vec<(Expr, Pattern)>,
        /// The name after `**`.
        rest: Option<Name>,
    },
    /// `cls(pattern, attribute=pattern)`.
    Class {
        /// The class, a dotted name.
        cls: Box<Expr>,
        /// Positional patterns.
        patterns: Vec<Pattern>,
        /// Attribute patterns.
        keywords: Vec<(Name, Pattern)>,
    },
    /// `*name`, or `*_` without a name; only inside a sequence.
    Star(Option<Name>),
    /// `pattern as name`; a bare name has no pattern; `_` has neither.
    As {
        /// What must match first.
        pattern: Option<Box<Pattern>>,
        /// The name that is bound.
        name: Option<Name>,
    },
    /// `a | b`.
    Or(Vec<Pattern>),
}

/// An expression and its place.
#[derive(Clone, Debug)]
pub struct Expr {
    /// From the first token to the last; enclosing parentheses lie outside, except a tuple's own.
    pub span: Span,
    depth: u16,
    /// What it is.
    pub kind: ExprKind,
}

impl Expr {
    /// An expression at `span`; works out its depth.
    pub fn new(kind: ExprKind, span: Span) -> Expr {
        let depth = kind.depth_of_parts().saturating_add(1);
        Expr { span, depth, kind }
    }

    /// The length of the longest way down to a leaf; a leaf has depth 1.
    pub fn depth(&self) -> u16 {
        self.depth
    }
}

/// The expressions of Python 3.11.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// `a and b and c`: one node for a run of the same operator.
    BoolOp {
        /// `and` or `or`.
        op: BoolOperator,
        /// Two or more operands.
        values: Vec<Expr>,
    },
    /// `target := value`.
    NamedExpr {
        /// Always a name.
        target: Box<Expr>,
        /// What it is bound to.
        value: Box<Expr>,
    },
    /// `left op right`.
    BinOp {
        /// Left operand.
        left: Box<Expr>,
        /// The operator.
        op: Operator,
        /// Right operand.
        right: Box<Expr>,
    },
    /// `op operand`.
    UnaryOp {
        /// The operator.
        op: UnaryOperator,
        /// The operand.
        operand: Box<Expr>,
    },
    /// `lambda arguments: body`.
    Lambda {
        /// The parameters.
        arguments: Box<Arguments>,
        /// The result.
        body: Box<Expr>,
    },
    /// `body if test else orelse`.
    IfExp {
        /// The condition, evaluated first.
        test: Box<Expr>,
        /// The value when it holds.
        body: Box<Expr>,
        /// The value when it does not.
        orelse: Box<Expr>,
    },
    /// `{key: value, **mapping}`.
    Dict(Vec<DictItem>),
    /// `{a, b}`; never empty.
    Set(Vec<Expr>),
    /// `[element for ...]`.
    ListComp(Box<Comprehension>),
    /// `{element for ...}`.
    SetComp(Box<Comprehension>),
    /// `{key: value for ...}`.
    DictComp(Box<DictComprehension>),
    /// `(element for ...)`.
    GeneratorExp(Box<Comprehension>),
    /// `await value`.
    Await(Box<Expr>),
    /// `yield value`.
    Yield(Option<Box<Expr>>),
    /// `yield from value`.
    YieldFrom(Box<Expr>),
    /// `left < b <= c`.
    Compare {
        /// The first operand.
        left: Box<Expr>,
        /// One or more operators.
        ops: Vec<CompareOperator>,
        /// The operand after each operator.
        comparators: Vec<Expr>,
    },
    /// `func(args, keyword=value)`: as in CPython all `args` are evaluated before the first keyword.
    Call {
        /// What is called.
        func: Box<Expr>,
        /// Positional arguments, `*iterable` as `Starred`.
        args: Vec<Expr>,
        /// Keyword arguments and `**mapping`, in order.
        keywords: Vec<Keyword>,
    },
    /// An f-string with at least one replacement field, or none at all but the prefix.
    JoinedStr(Vec<FStringPart>),
    /// A literal.
    Constant(Constant),
    /// `value.attribute`.
    Attribute {
        /// The object.
        value: Box<Expr>,
        /// The attribute and its place.
        attribute: Box<Name>,
    },
    /// `value[slice]`; several indices are a `Tuple`.
    Subscript {
        /// The object.
        value: Box<Expr>,
        /// The index, a `Slice`, or a tuple of both.
        slice: Box<Expr>,
    },
    /// `*value` in a call, display, subscript or target.
    Starred(Box<Expr>),
    /// A variable.
    Name(Identifier),
    /// `[a, b]`.
    List(Vec<Expr>),
    /// `a, b`.
    Tuple(Vec<Expr>),
    /// `lower:upper:step` in a subscript.
    Slice {
        /// Start.
        lower: Option<Box<Expr>>,
        /// Stop.
        upper: Option<Box<Expr>>,
        /// Step.
        step: Option<Box<Expr>>,
    },
}

/// `key: value`, or `**value` without a key.
#[derive(Clone, Debug)]
pub struct DictItem {
    /// Nothing for `**value`.
    pub key: Option<Expr>,
    /// The value, or the mapping that is merged in.
    pub value: Expr,
}

/// `name=value`, or `**value` without a name.
#[derive(Clone, Debug)]
pub struct Keyword {
    /// The whole argument.
    pub span: Span,
    /// Nothing for `**value`.
    pub name: Option<Identifier>,
    /// The value, or the mapping that is spread.
    pub value: Expr,
}

/// `element for target in iter if condition ...`.
#[derive(Clone, Debug)]
pub struct Comprehension {
    /// What is collected.
    pub element: Expr,
    /// The `for` clauses, outermost first; never empty.
    pub generators: Vec<Generator>,
}

/// `key: value for target in iter if condition ...`.
#[derive(Clone, Debug)]
pub struct DictComprehension {
    /// The key, evaluated first.
    pub key: Expr,
    /// The value.
    pub value: Expr,
    /// The `for` clauses, outermost first; never empty.
    pub generators: Vec<Generator>,
}

/// One `for target in iter if a if b` of a comprehension.
#[derive(Clone, Debug)]
pub struct Generator {
    /// What is assigned each time round.
    pub target: Expr,
    /// What is iterated over.
    pub iter: Expr,
    /// The conditions.
    pub ifs: Vec<Expr>,
    /// Whether it is `async for`.
    pub is_async: bool,
}

/// A piece of an f-string, or of the format spec inside one.
#[derive(Clone, Debug)]
pub enum FStringPart {
    /// Text, escapes done; the `x=` of `{x=}` is text too.
    Literal(Arc<str>),
    /// `{value!conversion:spec}`.
    Formatted {
        /// From `{` to `}`.
        span: Span,
        /// What is formatted.
        value: Box<Expr>,
        /// `!s`, `!r`, `!a`; `{x=}` alone has `Repr`, as in CPython.
        conversion: Option<Conversion>,
        /// The format spec, itself of parts; none when there is no colon.
        spec: Option<Vec<FStringPart>>,
    },
}

/// What is done to a value before it is formatted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// `!s`.
    Str,
    /// `!r`.
    Repr,
    /// `!a`.
    Ascii,
}

/// A literal.
#[derive(Clone, Debug, PartialEq)]
pub enum Constant {
    /// `None`.
    None,
    /// `True`, `False`.
    Bool(bool),
    /// An integer that fits.
    Int(i64),
    /// An integer that does not.
    BigInt(Box<IBig>),
    /// `1.5`.
    Float(f64),
    /// `2j`.
    Imaginary(f64),
    /// Text, adjacent literals joined.
    Str(Arc<str>),
    /// Bytes, adjacent literals joined.
    Bytes(Arc<[u8]>),
    /// `...`.
    Ellipsis,
}

/// `and`, `or`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum BoolOperator {
    And,
    Or,
}

/// The binary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Operator {
    Add,
    Sub,
    Mult,
    MatMult,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDiv,
}

impl Operator {
    /// How strongly it binds: the stronger one of two neighbours comes first.
    pub fn precedence(self) -> u8 {
        match self {
            Operator::BitOr => 0,
            Operator::BitXor => 1,
            Operator::BitAnd => 2,
            Operator::LShift | Operator::RShift => 3,
            Operator::Add | Operator::Sub => 4,
            Operator::Mult | Operator::MatMult | Operator::Div | Operator::Mod | Operator::FloorDiv => 5,
            Operator::Pow => 6,
        }
    }
}

/// The prefix operators: `~`, `not`, `+`, `-`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum UnaryOperator {
    Invert,
    Not,
    UAdd,
    USub,
}

/// The comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum CompareOperator {
    Eq,
    NotEq,
    Lt,
    LtE,
    Gt,
    GtE,
    Is,
    IsNot,
    In,
    NotIn,
}

/// Depth of the deepest of some expressions.
fn deepest<'a>(parts: impl IntoIterator<Item = &'a Expr>) -> u16 {
    parts.into_iter().map(|part| part.depth).max().unwrap_or(0)
}

impl ExprKind {
    fn depth_of_parts(&self) -> u16 {
        match self {
            ExprKind::Constant(_) | ExprKind::Name(_) => 0,
            ExprKind::BinOp { left, right, .. } => left.depth.max(right.depth),
            ExprKind::Attribute { value, .. } => value.depth,
            ExprKind::Subscript { value, slice } => value.depth.max(slice.depth),
            ExprKind::Call { func, args, keywords } => {
                let named = deepest(keywords.iter().map(|keyword| &keyword.value));
                func.depth.max(deepest(args)).max(named)
            }
            ExprKind::UnaryOp { operand, .. } => operand.depth,
            ExprKind::NamedExpr { value, .. } => value.depth,
            ExprKind::Compare { left, comparators, .. } => left.depth.max(deepest(comparators)),
            ExprKind::BoolOp { values, .. }
            | ExprKind::Set(values)
            | ExprKind::List(values)
            | ExprKind::Tuple(values) => deepest(values),
            ExprKind::IfExp { test, body, orelse } => test.depth.max(body.depth).max(orelse.depth),
            ExprKind::Lambda { arguments, body } => arguments.depth().max(body.depth),
            ExprKind::Dict(items) => {
                items.iter().map(|item| deepest(item.key.iter().chain([&item.value]))).max().unwrap_or(0)
            }
            ExprKind::ListComp(comprehension)
            | ExprKind::SetComp(comprehension)
            | ExprKind::GeneratorExp(comprehension) => {
                comprehension.element.depth.max(depth_of_generators(&comprehension.generators))
            }
            ExprKind::DictComp(comprehension) => {
                deepest([&comprehension.key, &comprehension.value]).max(depth_of_generators(&comprehension.generators))
            }
            ExprKind::Await(value) | ExprKind::YieldFrom(value) | ExprKind::Starred(value) => value.depth,
            ExprKind::Yield(value) => deepest(value.as_deref()),
            ExprKind::JoinedStr(parts) => depth_of_text(parts),
            ExprKind::Slice { lower, upper, step } => {
                deepest([lower, upper, step].into_iter().filter_map(|part| part.as_deref()))
            }
        }
    }
}

impl Arguments {
    /// All parameters in the order in which they are written.
    pub fn all(&self) -> impl Iterator<Item = &Parameter> {
        self.positional_only
            .iter()
            .chain(&self.positional)
            .chain(self.variadic.as_deref())
            .chain(&self.keyword_only)
            .chain(self.keywords.as_deref())
    }

    /// All parameters in the order of their slots, which is that of CPython's `co_varnames`.
    pub fn by_slot(&self) -> impl Iterator<Item = &Parameter> {
        self.positional_only
            .iter()
            .chain(&self.positional)
            .chain(&self.keyword_only)
            .chain(self.variadic.as_deref())
            .chain(self.keywords.as_deref())
    }

    fn depth(&self) -> u16 {
        deepest(self.all().filter_map(|parameter| parameter.default.as_ref()))
    }
}

fn depth_of_generators(generators: &[Generator]) -> u16 {
    generators.iter().map(|each| deepest(each.ifs.iter().chain([&each.target, &each.iter]))).max().unwrap_or(0)
}

fn depth_of_text(parts: &[FStringPart]) -> u16 {
    parts
        .iter()
        .map(|part| match part {
            FStringPart::Literal(_) => 0,
            FStringPart::Formatted { value, spec, .. } => value.depth.max(spec.as_deref().map_or(0, depth_of_text)),
        })
        .max()
        .unwrap_or(0)
}
