//! Random programs about operators, comparisons and special methods: classes of several forms (with slots, data
//! classes, derived ones) that define some of them, in ways that give another object, a number, a tuple or
//! `NotImplemented`, and loops that use objects of all these classes, numbers and named tuples with each other, in the
//! same places.

use super::generate::Writer;

const HEAD: &str = "from collections import namedtuple
from dataclasses import dataclass

P = namedtuple(\"P\", \"x y\")
log = []


class Odd(Exception):
    pass

";

/// Printing leaves out what shows where an object is.
const TAIL: &str = "
for item in log[:600]:
    text = repr(item)
    if \" at 0x\" not in text:
        print(text)
";

/// The operators that have a reflected method and one for the assignment.
const OPERATORS: &[&str] = &["add", "sub", "mul", "floordiv", "mod", "and", "truediv", "pow", "lshift", "matmul"];

/// The comparisons; a data class that has an order of its own may define the first [`EQUALITIES`] only.
const COMPARISONS: &[&str] = &["eq", "ne", "lt", "le", "gt", "ge"];
const EQUALITIES: usize = 2;

/// What an operator gives; `@` is the class.
const RESULTS: &[&str] = &[
    "@(self.x + 1, self.y)",
    "@(self.x + getattr(o, 'x', o), self.y)",
    "type(self)(self.x, self.y + 1)",
    "NotImplemented",
    "self.x",
    "self.x + self.y",
    "self",
    "(self.x, self.y)",
    "@(o.x if isinstance(o, @) else self.y, self.x)",
    "self.x * 2.5",
];

/// What a comparison gives.
const ANSWERS: &[&str] = &["self.x < getattr(o, 'x', 3)", "NotImplemented", "self.x == 2", "self.y >= 1", "True", "0"];

/// What a class may define beside them.
const MEMBERS: &[&str] = &[
    "def __neg__(self):\n    return C0(-self.x, self.y)",
    "def __abs__(self):\n    return abs(self.x)",
    "def __int__(self):\n    return self.x if isinstance(self.x, int) else 3",
    "def __float__(self):\n    return self.x + 0.5",
    "def __index__(self):\n    return 2",
    "def __len__(self):\n    return abs(int(self.y)) % 5",
    "def __bool__(self):\n    return self.x > 2",
    "def __getitem__(self, i):\n    if i > 3:\n        raise IndexError(i)\n    return self.x + i",
    "def __iter__(self):\n    return iter((self.x, self.y))",
    "def __contains__(self, v):\n    return v == self.x",
    "def __call__(self, v=1):\n    return self.x + v",
    "def __hash__(self):\n    return 7",
    "def __getattr__(self, name):\n    if name[:1] == '_':\n        raise AttributeError(name)\n    return len(name)",
    "@property\ndef prop(self):\n    return self.x + self.y",
    "@classmethod\ndef cm(cls, v):\n    return cls(v, 1)",
    "@staticmethod\ndef sm(v):\n    return v * 2",
    "def meth(self, v):\n    return self.x + v",
    "def meth(self, v):\n    return self.x - v",
    "def meth(self, v):\n    return self.x * v",
    "def meth(self, v=2, *r, **k):\n    return v + len(r) + len(k)",
    "def boom(self):\n    raise Odd(self.x)",
    "def __str__(self):\n    return f'<{self.x}>'",
    "def __round__(self, n=None):\n    return 4",
    "def __divmod__(self, o):\n    return self.x, 1",
    "def __reversed__(self):\n    return iter([3, 2])",
    "@property\ndef w(self):\n    return self.y\n@w.setter\ndef w(self, v):\n    self.y = v % 7",
];

/// Expressions about two objects.
const USES: &[&str] = &[
    "a + b",
    "a - b",
    "a * b",
    "a // b",
    "a % b",
    "a & b",
    "a / b",
    "b + a",
    "b - 1",
    "2 * a",
    "a ** 2",
    "1 << a",
    "a @ b",
    "a < b",
    "a <= b",
    "a == b",
    "a != b",
    "a > b",
    "a >= 2",
    "-a",
    "abs(a)",
    "int(a)",
    "float(a)",
    "len(a)",
    "bool(a)",
    "a[1]",
    "list(a)[:3]",
    "2 in a",
    "a(3)",
    "a.prop",
    "a.cm(3)",
    "a.sm(4)",
    "a.meth(5)",
    "a.meth(1, 2, 3)",
    "a.boom()",
    "str(a)[:20]",
    "a.x",
    "a.y",
    "a.k",
    "a.zz",
    "a.w",
    "sorted([a, b], key=lambda v: v.x)[0].x",
    "max(a, b) is a",
    "sum([1, 2], a)",
    "range(5)[a]",
    "[10, 20, 30][a]",
    "round(a)",
    "divmod(a, b)",
    "(a and b) is b",
    "(a or b) is b",
    "not a",
    "a is b",
    "isinstance(a, C0)",
    "type(a).__name__",
    "getattr(a, 'x', 9)",
    "hasattr(a, 'prop')",
    "{a: 1}.get(b, 0)",
    "[a, b].index(b)",
    "a in [b, a]",
    "f'{a}'[:9]",
    "min([a, b], key=lambda v: v.y).y",
    "list(map(lambda v: v.x, (a, b)))",
    "dict(x=a)['x'] is a",
    "next(iter(a))",
    "list(reversed(a))[:2]",
    "tuple(a) == tuple(b)",
    "[v for v in a][:2]",
];

/// Statements about two objects, the turn's number and the sum.
const STATEMENTS: &[&str] = &[
    "a += b",
    "a -= 1",
    "b *= 2",
    "a //= b",
    "a.x = i",
    "a.y += 1",
    "a.w = i",
    "a.z = 3\nt += a.z",
    "del a.y",
    "x, y = a\nt += y",
    "a[0] = 5",
];

/// The program of a seed.
pub fn program(seed: u64) -> String {
    let mut classes = Classes { writer: Writer::new(seed), names: Vec::new() };
    classes.program();
    classes.writer.text
}

/// How a class keeps what its objects hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Plain,
    Slots,
    Data,
    /// A data class that compares by its fields, and may not say itself what is less.
    Ordered,
    Derived,
}

struct Classes {
    writer: Writer,
    /// The classes so far.
    names: Vec<String>,
}

impl Classes {
    fn program(&mut self) {
        self.writer.text.push_str(HEAD);
        for _ in 0..2 + self.writer.below(3) {
            self.class();
        }
        self.maker();
        for number in 0..1 + self.writer.below(2) {
            self.function(number);
        }
        self.writer.text.push_str(TAIL);
    }

    // ---- classes ----

    fn class(&mut self) {
        let name = format!("C{}", self.names.len());
        let form = self.class_head(&name);
        self.writer.depth += 1;
        self.fields(form);
        let constant = self.writer.pick(&["1", "2.5", "'7'"]);
        self.writer.line(&format!("k = {constant}"));
        self.operators(&name);
        self.comparisons(form);
        let count = 5 + self.writer.below(12);
        for member in self.writer.several(MEMBERS, count) {
            self.writer.lines(member);
        }
        self.writer.depth -= 1;
        self.writer.line("");
        self.names.push(name);
    }

    fn class_head(&mut self, name: &str) -> Form {
        self.writer.line("");
        if !self.names.is_empty() && self.writer.below(5) < 3 {
            let base = self.names[self.writer.below(self.names.len())].clone();
            self.writer.line(&format!("class {name}({base}):"));
            return Form::Derived;
        }
        let form = match self.writer.below(4) {
            0 | 1 => Form::Plain,
            2 => Form::Slots,
            _ => {
                let options = self.writer.pick(&["", "(frozen=True)", "(eq=False)", "(order=True)"]);
                self.writer.line(&format!("@dataclass{options}"));
                if options == "(order=True)" { Form::Ordered } else { Form::Data }
            }
        };
        self.writer.line(&format!("class {name}:"));
        form
    }

    fn fields(&mut self, form: Form) {
        match form {
            Form::Data | Form::Ordered => self.writer.lines("x: int\ny: int = 0"),
            Form::Derived => {
                if self.writer.below(10) < 3 {
                    self.writer.line("def __init__(self, x, y=0):");
                    self.writer.line("    super().__init__(x, y)");
                    if self.writer.one_in(2) {
                        self.writer.line("    self.z = x");
                    }
                }
            }
            Form::Plain | Form::Slots => {
                if form == Form::Slots {
                    self.writer.line("__slots__ = ('x', 'y')");
                }
                self.writer.lines("def __init__(self, x, y=0):\n    self.x = x\n    self.y = y");
            }
        }
    }

    fn operators(&mut self, class: &str) {
        let count = 4 + self.writer.below(5);
        for name in self.writer.several(OPERATORS, count) {
            let result = self.result(class);
            self.method(name, &result);
            if self.writer.below(5) < 2 {
                let result = self.result(class);
                self.method(&format!("r{name}"), &result);
            }
            if self.writer.one_in(4) {
                let result =
                    if self.writer.one_in(2) { "self.x += 1\n    return self".to_string() } else { self.result(class) };
                self.method(&format!("i{name}"), &result);
            }
        }
    }

    fn comparisons(&mut self, form: Form) {
        let (allowed, most) = match form {
            Form::Ordered => (&COMPARISONS[..EQUALITIES], EQUALITIES),
            _ => (COMPARISONS, 3),
        };
        let count = 1 + self.writer.below(most);
        for name in self.writer.several(allowed, count) {
            let answer = self.writer.pick(ANSWERS);
            self.method(name, &format!("return {answer}"));
        }
    }

    fn result(&mut self, class: &str) -> String {
        format!("return {}", self.writer.pick(RESULTS).replace('@', class))
    }

    fn method(&mut self, name: &str, body: &str) {
        self.writer.lines(&format!("def __{name}__(self, o):\n    {body}"));
    }

    // ---- uses ----

    /// How many kinds of things the maker makes in turn.
    fn kinds(&self) -> usize {
        self.names.len() + 3
    }

    fn maker(&mut self) {
        self.writer.lines("\ndef make(i):");
        self.writer.depth += 1;
        self.writer.line(&format!("k = i % {}", self.kinds()));
        for at in 0..self.names.len() {
            let (modulus, second) = (3 + self.writer.below(7), self.writer.pick(&["1", "i % 3", "2.5"]));
            self.writer.line(&format!("if k == {at}:"));
            self.writer.line(&format!("    return {}(i % {modulus}, {second})", self.names[at]));
        }
        self.writer.line(&format!("if k == {}:", self.names.len()));
        self.writer.line("    return i");
        self.writer.line(&format!("if k == {}:", self.names.len() + 1));
        self.writer.line("    return i * 0.5");
        self.writer.line("return P(i, 1)");
        self.writer.depth -= 1;
        self.writer.line("");
    }

    fn function(&mut self, number: usize) {
        let turns = self.writer.pick(&["60", "200", "600"]);
        // One class in every turn, or all of them in the same places.
        let factor = if self.writer.one_in(2) { format!(" * {}", self.kinds()) } else { String::new() };
        let shift = self.writer.below(4);
        self.writer.lines(&format!("\ndef run{number}(n):"));
        self.writer.depth += 1;
        self.writer.line("t = 0");
        self.writer.line("for i in range(n):");
        self.writer.depth += 1;
        self.writer.line(&format!("a = make(i{factor})"));
        self.writer.line(&format!("b = make(i // 2 + {shift})"));
        let count = 2 + self.writer.below(5);
        for text in self.writer.several(USES, count) {
            self.expression(text);
        }
        let count = self.writer.below(3);
        for text in self.writer.several(STATEMENTS, count) {
            self.attempt(text, 5);
        }
        self.writer.line("t %= 1000003");
        self.writer.depth -= 1;
        self.writer.line("return t");
        self.writer.depth -= 1;
        self.writer.line("");
        self.writer.line("");
        self.writer.line(&format!("print(run{number}({turns}))"));
        // Few turns, once more, in what was compiled for many.
        self.writer.line(&format!("print(run{number}(20))"));
    }

    fn expression(&mut self, text: &str) {
        // What has no end is not printed, and objects show where they are.
        let body = format!(
            "r = {text}
if i % 7 == 0 and type(r) in (int, float, str, bool, tuple, list):
    log.append(r)
t += r if type(r) is int and abs(r) < 10**9 else 1"
        );
        self.attempt(&body, 3);
    }

    /// Statements, and what is added when something is raised in them.
    fn attempt(&mut self, text: &str, otherwise: usize) {
        self.writer.line("try:");
        self.writer.depth += 1;
        self.writer.lines(text);
        self.writer.depth -= 1;
        self.writer.line("except Exception as problem:");
        self.writer.line(&format!("    t += {otherwise}"));
        self.writer.line("    if i % 5 == 0:");
        self.writer.line("        log.append((type(problem).__name__, str(problem)))");
    }
}
