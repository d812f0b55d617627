//! Nodes that make containers and text: displays, formatted strings; and calls of pure built-ins.
//!
//! In: nodes for the parts. Out: new objects.

use super::call::Callee;
use super::context::Context;
use super::frame::Frame;
use super::node::Node;
use crate::array::ufunc::{Ufunc, find};
use crate::resolve::tree::Conversion;
use crate::source::Span;
use crate::value::array::{self, pending};
use crate::value::class::{Class, class_of};
use crate::value::dict::Dict;
use crate::value::function::{Builtin, Function, is_builtin};
use crate::value::heap::Flat;
use crate::value::host::{Arguments, Native};
use crate::value::intrinsic::Intrinsic;
use crate::value::list::List;
use crate::value::native::Run;
use crate::value::set::Set;
use crate::value::str::Str;
use crate::value::tuple::Tuple;
use crate::value::{Gc, Kind, Raise, Res, Value, ops, types};
use smallvec::SmallVec;
use std::cell::OnceCell;
use std::sync::LazyLock;

type Parts = SmallVec<[Value; 6]>;

/// Evaluates nodes into a row, which is not moved any more: reading at once what was just written in halves takes longest.
fn values(nodes: &[Box<dyn Node>], row: &mut Parts, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
    row.reserve(nodes.len());
    for node in nodes {
        row.push(node.value(frame, context)?);
    }
    Ok(())
}

/// `(a, b)`
pub struct TupleDisplay(pub Box<[Box<dyn Node>]>);

impl Node for TupleDisplay {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        if let [first, second] = &*self.0 {
            let first = first.value(frame, context)?;
            let second = second.value(frame, context)?;
            return Ok(Value::pair(first, second));
        }
        if let [first, second, third] = &*self.0 {
            let first = first.value(frame, context)?;
            let second = second.value(frame, context)?;
            let third = third.value(frame, context)?;
            return Ok(Value::from(Tuple::of(&mut [first, second, third])));
        }
        let mut items = Parts::new();
        values(&self.0, &mut items, frame, context)?;
        Ok(Value::from(Tuple::of(&mut items)))
    }
}

/// `[a, b]`
pub struct ListDisplay(pub Box<[Box<dyn Node>]>);

impl Node for ListDisplay {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        let items = match &*self.0 {
            [] => return Ok(Value::from(List::new())),
            [only] => Flat::from_row(&mut [only.value(frame, context)?]),
            [first, second] => Flat::from_row(&mut [first.value(frame, context)?, second.value(frame, context)?]),
            more => {
                let mut items = Parts::new();
                values(more, &mut items, frame, context)?;
                Flat::from_row(&mut items)
            }
        };
        Ok(Value::from(List::from_flat(items)))
    }
}

/// `[1, 2]`: a copy of a list of literals.
pub struct ListOfLiterals(Flat);

impl ListOfLiterals {
    /// The node.
    pub fn new(items: impl Iterator<Item = Value>) -> ListOfLiterals {
        ListOfLiterals(Flat::from_values(items))
    }
}

impl Node for ListOfLiterals {
    fn value(&self, _frame: &mut Frame, _context: &Context) -> Res {
        Ok(Value::from(List::from_flat(self.0.copy(0, 1, self.0.len())?)))
    }
}

/// `{a, b}`
pub struct SetDisplay {
    /// The items.
    pub items: Box<[Box<dyn Node>]>,
    /// Its place.
    pub span: Span,
}

impl Node for SetDisplay {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        let mut items = Parts::new();
        values(&self.items, &mut items, frame, context)?;
        let set = Set::create(false);
        for item in items {
            set.add(item).map_err(|_| context.fail(self.span))?;
        }
        Ok(Value::from(set))
    }
}

/// A set display with literals only, filled from a frozen set.
pub struct SetOfLiterals(pub Gc<Set>);

impl Node for SetOfLiterals {
    fn value(&self, _frame: &mut Frame, _context: &Context) -> Res {
        Ok(Value::from(self.0.copy(false)?))
    }
}

/// `{k: v}`
pub struct DictDisplay {
    /// Keys and values.
    pub items: Box<[(Box<dyn Node>, Box<dyn Node>)]>,
    /// Its place.
    pub span: Span,
}

impl Node for DictDisplay {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        let dict = Dict::new();
        for (key, value) in &self.items {
            let key = key.value(frame, context)?;
            let value = value.value(frame, context)?;
            dict.set(key, value).map_err(|_| context.fail(self.span))?;
        }
        Ok(Value::from(dict))
    }
}

/// One replacement field of an f-string.
pub struct Format {
    /// The value.
    pub value: Box<dyn Node>,
    /// `!r` …
    pub conversion: Conversion,
    /// The text after the colon.
    pub spec: Option<Box<dyn Node>>,
    /// Its place.
    pub span: Span,
}

impl Node for Format {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        let mut text = String::new();
        self.write(&mut text, frame, context)?;
        Ok(Value::from(Str::new(text)))
    }
}

impl Format {
    /// Writes the text of the field.
    fn write(&self, out: &mut String, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        let value = self.value.value(frame, context)?;
        let spec = match &self.spec {
            Some(spec) => spec.value(frame, context)?,
            None => Value::None,
        };
        let spec = spec.as_str().unwrap_or("");
        // A class of a script may have a `__format__` of its own, and numpy's scalars are formatted as Python's numbers.
        let built_in = value.kind() != Some(Kind::Instance) && value.as_scalar().is_none();
        let mut write = || match self.conversion {
            Conversion::None if spec.is_empty() && built_in => ops::text::write_str(out, &value),
            Conversion::Str if spec.is_empty() => ops::text::write_str(out, &value),
            Conversion::Repr if spec.is_empty() => ops::text::write_repr(out, &value),
            conversion => {
                let value = match conversion {
                    Conversion::None => value.clone(),
                    Conversion::Str => Value::str(&ops::str(&value)?),
                    Conversion::Repr => Value::str(&ops::repr(&value)?),
                    Conversion::Ascii => Value::str(&ops::text::ascii(&value)?),
                };
                out.push_str(&ops::format(&value, spec)?);
                Ok(())
            }
        };
        write().map_err(|Raise| context.fail(self.span))
    }
}

/// A part of an f-string.
pub enum Piece {
    /// Text as it stands.
    Text(Box<str>),
    /// A replacement field.
    Field(Format),
    /// Anything else that gives a str.
    Node(Box<dyn Node>),
}

/// The parts of an f-string.
pub struct Join(pub Box<[Piece]>);

impl Node for Join {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        // What is evaluated may put texts together itself; then there is no room yet.
        let mut text = context.scratch.take();
        text.clear();
        let joined = self.write(&mut text, frame, context).map(|()| Value::from(Str::new(&text)));
        if text.capacity() <= MOST_SCRATCH {
            context.scratch.set(text);
        }
        joined
    }
}

/// How many bytes of room for texts are kept.
const MOST_SCRATCH: usize = 4096;

impl Join {
    fn write(&self, text: &mut String, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        for part in &self.0 {
            match part {
                Piece::Text(part) => text.push_str(part),
                Piece::Field(field) => field.write(text, frame, context)?,
                Piece::Node(node) => {
                    text.push_str(node.value(frame, context)?.as_str().unwrap_or_default());
                }
            }
        }
        Ok(())
    }
}

/// The items of a list as a tuple.
pub struct ListToTuple(pub Box<dyn Node>);

impl Node for ListToTuple {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        let list = self.0.value(frame, context)?;
        Ok(Value::tuple(ops::iterate::collect_values(&list)?))
    }
}

/// Whether a value is the built-in function or type of a name.
pub struct IsBuiltin {
    /// The value.
    pub value: Box<dyn Node>,
    /// The name.
    pub name: &'static str,
}

impl Node for IsBuiltin {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        Ok(Value::bool(is_builtin(&self.value.value(frame, context)?, self.name)))
    }
}

/// An iterator over a value.
pub struct Iterate {
    /// What is iterated over.
    pub iterable: Box<dyn Node>,
    /// Its place.
    pub span: Span,
}

impl Node for Iterate {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        let iterable = self.iterable.value(frame, context)?;
        ops::iter(&iterable).map_err(|_| context.fail(self.span))
    }
}

/// A call of what is expected to be a pure built-in.
pub struct PureCall {
    /// What is called.
    pub callee: Callee,
    /// The arguments.
    pub args: Box<[Box<dyn Node>]>,
    /// Its place.
    pub span: Span,
    /// The built-in function that was called first, and what it runs, if there is nothing to be looked at in the arguments.
    pub built_in: OnceCell<(Gc<Builtin>, Run)>,
    /// The same for a built-in class, and what makes its instances.
    pub class: OnceCell<(Gc<Class>, Native)>,
}

impl PureCall {
    /// What the built-in function that is called runs, if it is the one called first.
    #[inline(always)]
    fn known(&self, frame: &Frame) -> Option<Run> {
        self.known_as(self.callee.look(frame)?.as_gc::<Builtin>()?)
    }

    #[inline(always)]
    fn known_as(&self, callee: &Gc<Builtin>) -> Option<Run> {
        let (known, run) = self.built_in.get()?;
        callee.is(known).then_some(*run)
    }

    fn run(&self, run: Run, frame: &mut Frame, context: &Context) -> Res {
        self.with_arguments(frame, context, run)
    }

    /// Remembers the first function, unless arrays have it computed with others.
    #[cold]
    fn learn(&self, callee: &Value) {
        if let Some(builtin) = callee.as_gc::<Builtin>()
            && let Some(run) = builtin.taking_alone(self.args.len())
            && Elementwise::of(callee, self.args.len()).is_none()
        {
            self.built_in.get_or_init(|| (builtin.clone(), run));
        }
        if let Some(class) = callee.as_gc::<Class>()
            && let Some(construct) = ops::construct::alone(class)
        {
            self.class.get_or_init(|| (class.clone(), construct));
        }
    }

    /// A call of one of numpy's functions on operands that may be put off; none if it is another one.
    fn of_arrays(&self, callee: &Value, loose: bool, frame: &mut Frame, context: &Context) -> Option<Res> {
        let function = Elementwise::of(callee, self.args.len())?;
        Some(self.elementwise(callee, function, loose, frame, context).map_err(|_| context.fail(self.span)))
    }

    fn elementwise(
        &self,
        callee: &Value,
        function: Elementwise,
        loose: bool,
        frame: &mut Frame,
        context: &Context,
    ) -> Res {
        let mut args: SmallVec<[Value; 3]> = SmallVec::new();
        for arg in &self.args {
            args.push(arg.loose(frame, context)?);
        }
        let waiting = args.iter().any(pending::is_pending);
        // What is rolled along several axes is copied once that way.
        if waiting || loose || matches!(function, Elementwise::Roll) {
            let put_off = match (function, &args[..]) {
                (Elementwise::Ufunc(ufunc), [only]) => pending::apply(ufunc, &[only]),
                (Elementwise::Ufunc(ufunc), [first, second]) => pending::apply(ufunc, &[first, second]),
                (Elementwise::Where, [condition, yes, no]) => pending::choose(condition, yes, no),
                (Elementwise::Roll, [array, shift, axis]) => pending::roll(array, shift, axis),
                _ => None,
            };
            if let Some(result) = put_off {
                return if loose { Ok(result) } else { pending::force(result) };
            }
        }
        if waiting {
            for arg in &mut args {
                *arg = pending::force(std::mem::take(arg))?;
            }
        }
        ops::call::call(callee, &args)
    }
}

/// What a function of numpy does to each element, or where it takes it from.
enum Elementwise {
    Ufunc(&'static Ufunc),
    Where,
    Roll,
}

impl Elementwise {
    /// What a callable does with so many arguments.
    fn of(callee: &Value, count: usize) -> Option<Elementwise> {
        match callee.kind()? {
            Kind::Instance => array::ufunc(callee).filter(|ufunc| ufunc.inputs == count).map(Elementwise::Ufunc),
            Kind::Builtin if count == 1 && callee.downcast::<Builtin>()?.intrinsic() == Intrinsic::Abs as u32 => {
                static ABSOLUTE: LazyLock<Option<&Ufunc>> = LazyLock::new(|| find("absolute"));
                ABSOLUTE.map(Elementwise::Ufunc)
            }
            Kind::Function if count == 3 => {
                let code = callee.as_gc::<Function>()?.code();
                match (&*code.name, code.source.name()) {
                    ("where", "<library>/numpy/__init__.py") => Some(Elementwise::Where),
                    ("roll", "<library>/numpy/__init__.py") => Some(Elementwise::Roll),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

impl Node for PureCall {
    fn loose(&self, frame: &mut Frame, context: &Context) -> Res {
        self.compute(true, frame, context)
    }

    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        self.compute(false, frame, context)
    }
}

impl PureCall {
    #[inline(always)]
    fn compute(&self, loose: bool, frame: &mut Frame, context: &Context) -> Res {
        match self.known(frame) {
            Some(run) => self.run(run, frame, context),
            None => self.call_other(loose, frame, context),
        }
    }

    #[inline(never)]
    fn call_other(&self, loose: bool, frame: &mut Frame, context: &Context) -> Res {
        let callee = self.callee.value(frame, context)?;
        if let Some(run) = callee.as_gc::<Builtin>().and_then(|builtin| self.known_as(builtin)) {
            return self.run(run, frame, context);
        }
        if let (Some(class), Some((known, construct))) = (callee.as_gc::<Class>(), self.class.get())
            && class.is(known)
        {
            return self.with_arguments(frame, context, |arguments| construct.0(&Arguments::new(arguments)));
        }
        if let (Some(class), [only]) = (callee.as_gc::<Class>(), &*self.args)
            && class.is(&types().class)
        {
            let asked = only.value(frame, context)?;
            return Ok(Value::from(class_of(&asked)));
        }
        if let Some(result) = self.of_arrays(&callee, loose, frame, context) {
            return result;
        }
        if self.built_in.get().is_none() && self.class.get().is_none() {
            self.learn(&callee);
        }
        self.with_arguments(frame, context, |arguments| ops::call::call(&callee, arguments))
    }

    #[inline(always)]
    fn with_arguments(&self, frame: &mut Frame, context: &Context, call: impl FnOnce(&[Value]) -> Res) -> Res {
        let result = match &*self.args {
            [only] => call(&[only.value(frame, context)?]),
            [first, second] => call(&[first.value(frame, context)?, second.value(frame, context)?]),
            args => {
                let mut arguments = Parts::new();
                values(args, &mut arguments, frame, context)?;
                call(&arguments)
            }
        };
        result.map_err(|_| context.fail(self.span))
    }
}
