//! Random programs in which what a loop uses changes while the loop runs: names, defaults of parameters, methods,
//! attributes and bases of classes, attributes and the class of an instance, cells, modules, built-ins. What the loop
//! adds up, and what is raised in it, is printed: whoever remembers what a name meant some turns ago gives it away
//! there.

use super::generate::Writer;

const HEAD: &str = r#"import builtins
import math
import types

ABS = abs
FLOOR = math.floor
MATH = math
mod = types.ModuleType("mod")
mod.attr = 3
mod.fun = lambda i: i + 1


class Base:
    k = 1

    def m(self, i):
        return i + self.x

    def other(self, i):
        return i - 1

    def __add__(self, other):
        return 2

    def __iter__(self):
        return iter((1, self.x))

    def __getitem__(self, i):
        return i % 3

    def __len__(self):
        return 4

    def __contains__(self, value):
        return value == self.x

    def __call__(self, i):
        return i * 2

    def __bool__(self):
        return self.x % 2 == 0

    def __str__(self):
        return "B%d" % self.x

    def __eq__(self, other):
        return self.x == other.x

    def __hash__(self):
        return 5

    def __lt__(self, other):
        return self.x < other.x

    @property
    def prop(self):
        return self.x + 10

    @classmethod
    def cm(cls, i):
        return i + cls.k

    @staticmethod
    def sm(i):
        return i + 2


class C(Base):
    def __init__(self, x):
        self.x = x

    def m(self, i):
        return super().m(i) + 1


class D(Base):
    k = 5

    def __init__(self, x):
        self.x = x
        self.y = 1

    def m(self, i):
        return i - self.x


class S:
    __slots__ = ("x", "y")
    k = 2

    def __init__(self, x):
        self.x = x
        self.y = 0

    def m(self, i):
        return self.x * i % 7

    def __iadd__(self, value):
        self.x += value
        return self

    # The length of what shows where an object is says nothing.
    def __str__(self):
        return "S"


def f(i, a=1):
    return i + a


def g(i, a=2):
    return i * a % 11


def fk(i, *, b=3):
    return i + b


def make(n):
    def h(i):
        return n + i

    def setn(value):
        nonlocal n
        n = value

    return h, setn


def gen(k):
    for j in range(k):
        yield j + n


h, setn = make(3)
lam = lambda i: i & 3
o = C(1)
p = C(2)
r = D(3)
s = S(4)
q = [1, 2, 3]
d = {"k": 1}
x = 1.5
n = 3
tup = (1, 2)
G = 2
log = []

"#;

/// What a turn of a loop does, with its number in `i` and its sum in `t`.
const USES: &[&str] = &[
    "t += f(i)",
    "t += f(i, 2)",
    "t += f(i, a=3)",
    "t += fk(i)",
    "t += o.m(i)",
    "t += o.x",
    "o.x = i % 9",
    "t += o.k",
    "t += C.k",
    "t += len(q)",
    "t += abs(-i)",
    "t += o.prop",
    "t += h(i)",
    "t += mod.attr",
    "t += mod.fun(i)",
    "t += d['k']",
    "t += o + 1",
    "t += sum(o)",
    "t += o[i]",
    "t += i in o",
    "t += o(i)",
    "t += 1 if o else 2",
    "t += len(str(o))",
    "t += isinstance(o, C)",
    "t += isinstance(o, Base) + isinstance(o, D)",
    "t += getattr(o, 'y', 5)",
    "t += hasattr(o, 'y')",
    "t += math.floor(x + i)",
    "t += o == p",
    "t += o < p",
    "t += len(o)",
    "t += o.cm(i)",
    "t += C.cm(i) + o.sm(i)",
    "t += r.m(i)",
    "t += s.m(i)",
    "t += s.x",
    "s.x = i",
    "s += 1",
    "t += lam(i)",
    "t += n",
    "t += G",
    "t += max(i, n)",
    "t += int(x)",
    "t += q[i % len(q)]",
    "q.append(i)\ndel q[0]",
    "for j in q:\n    t += j",
    "t += sum(gen(3))",
    "t += sum(j for j in range(n))",
    "t += [f(j) for j in range(3)][1]",
    "t += r.y",
    "r.y += 1",
    "t += o.other(i)",
    "bm = o.m\nt += bm(i)",
    "t += list(map(f, q))[0]",
    "t += sorted([3, i % 5, 1], key=lam)[0]",
    "a, b = tup\nt += a + b",
    "t += type(o) is C",
    "t += o.__class__.k",
    "t += d.get(i % 4, 1)",
    "d[i % 4] = i",
    "t += round(x) + int(math.sqrt(i))",
    "t += min(q)",
    "t += any(z > i for z in q)",
    "t += len(f'{n}{i}')",
    "t += o.x if hasattr(o, 'x') else 0",
    "vars(o)['x'] = i % 4",
    "t += i ** 2 % n if n else 0",
    "t += id(o) == id(p)",
    "o.z = i\nt += o.z",
    "t += 'm' in dir(C)",
];

/// What happens in one turn of a loop. Some need what another one did, and raise without it.
const EVENTS: &[&str] = &[
    "globals()['f'] = lambda i, a=1: i * 2 + a",
    "globals()['f'] = g",
    "exec('def f(i, a=4): return a', globals())",
    "f.__defaults__ = (7,)",
    "fk.__kwdefaults__ = {'b': 8}",
    "C.m = lambda self, i: i * 3",
    "del C.m",
    "Base.m = lambda self, i: 21",
    "o.m = lambda i: i + 100",
    "del o.m",
    "C.k = 7",
    "setattr(C, 'k', 3)",
    "type.__setattr__(C, 'k', 8)",
    "C.k = property(lambda self: 4)",
    "o.k = 9",
    "del o.k",
    "Base.k = 2.5",
    "C.prop = property(lambda self: 55)",
    "C.prop = 5",
    "C.x = property(lambda self: 77)",
    "del C.x",
    "o.__class__ = D",
    "o.__class__ = C",
    "globals()['len'] = lambda v: 99",
    "del globals()['len']",
    "builtins.abs = lambda v: 1",
    "builtins.abs = ABS",
    "C.__add__ = lambda self, v: v + 40",
    "Base.__add__ = lambda self, v: 41",
    "C.__iter__ = lambda self: iter([5, 6])",
    "C.__getitem__ = lambda self, i: 8",
    "C.__contains__ = lambda self, v: True",
    "C.__call__ = lambda self, i: 9",
    "C.__bool__ = lambda self: False",
    "C.__len__ = lambda self: 6",
    "C.__str__ = lambda self: 'changed'",
    "C.__eq__ = lambda self, v: True",
    "C.__lt__ = lambda self, v: 1",
    "C.__getattr__ = lambda self, name: 12",
    "Base.__getattribute__ = lambda self, name: object.__getattribute__(self, name)",
    "del Base.__getattribute__",
    "C.__setattr__ = lambda self, k, v: object.__setattr__(self, k, v)",
    "del C.__setattr__",
    "C.__bases__ = (D,)",
    "C.__bases__ = (Base,)",
    "del o.x",
    "o.x = 'text'",
    "o.x = 2.5",
    "o.x = 2**70",
    "o.x = 3",
    "o.y = 4",
    "o.__dict__['x'] = 6",
    "o.__dict__ = {'x': 7}",
    "o.__dict__.clear()",
    "vars(o).update(x=1, y=2)",
    "r.y = 'a'",
    "r.y = 1",
    "del r.y",
    "mod.attr = 5.5",
    "mod.attr = 2",
    "mod.fun = lambda i: i * 5",
    "del mod.fun",
    "globals()['mod'] = types.SimpleNamespace(attr=1, fun=f)",
    "d['k'] = 2.5",
    "del d['k']",
    "d['k'] = 3",
    "setn(9)",
    "setn(2.5)",
    "globals()['lam'] = f",
    "globals()['n'] = 2.5",
    "globals()['n'] = 4",
    "globals()['n'] = 'x'",
    "globals()['n'] = 3",
    "globals().update(n=5)",
    "globals()['G'] = 1",
    "del globals()['G']",
    "globals()['q'] = (4, 5, 6)",
    "globals()['q'] = [1.5, 2]",
    "globals()['q'] = {1: 2, 0: 4}",
    "globals()['q'] = [1, 2, 3]",
    "globals()['o'] = D(8)",
    "globals()['o'] = C(4)",
    "globals()['o'] = S(2)",
    "globals()['p'] = o",
    "globals()['x'] = 7",
    "globals()['x'] = 2.25",
    "globals()['tup'] = [3, 4]",
    "globals()['tup'] = (1, 2, 3)",
    "globals()['tup'] = (1, 2)",
    "s.y = 9",
    "globals()['s'] = C(3)",
    "globals()['s'] = S(3)",
    "S.m = lambda self, i: 1",
    "math.floor = lambda v: 3",
    "math.floor = FLOOR",
    "globals()['math'] = types.SimpleNamespace(floor=lambda v: 4, sqrt=lambda v: 2)",
    "globals()['math'] = MATH",
    "globals()['max'] = lambda *a: 6",
    "del globals()['max']",
    "globals()['gen'] = lambda k: [k] * k",
    "globals()['isinstance'] = lambda *a: 2",
    "del globals()['isinstance']",
    "C.other = property(lambda self: lambda i: 3)",
    "C.cm = classmethod(lambda cls, i: 4)",
    "C.sm = staticmethod(lambda i: 5)",
];

/// Printing needs what the program may have replaced, and the end of a log says most.
const TAIL: &str = "
builtins.abs = ABS
math = MATH
math.floor = FLOOR
print(builtins.len(log))
for item in log[-400:]:
    print(item)
";

/// A loop of more turns than this is compiled well before its middle.
const MANY: usize = 300;

/// The program of a seed.
pub fn program(seed: u64) -> String {
    let mut changes = Changes { writer: Writer::new(seed) };
    changes.program();
    changes.writer.text
}

struct Changes {
    writer: Writer,
}

impl Changes {
    fn program(&mut self) {
        self.writer.text.push_str(HEAD);
        for number in 0..1 + self.writer.below(2) {
            if self.writer.below(10) < 7 {
                self.function(number);
            } else {
                // The same as module code, where the sum and the counter are names that may change as well.
                self.looping();
            }
        }
        self.writer.text.push_str(TAIL);
    }

    fn function(&mut self, number: usize) {
        self.writer.line(&format!("def run{number}():"));
        self.writer.depth += 1;
        self.writer.line("global s");
        self.looping();
        self.writer.depth -= 1;
        self.writer.line("");
        // The second call meets code that was compiled for what is no longer there.
        for _ in 0..1 + self.writer.below(2) {
            self.writer.line("try:");
            self.writer.line(&format!("    run{number}()"));
            self.writer.line("except Exception as problem:");
            self.writer.line("    print(type(problem).__name__, problem)");
        }
    }

    fn looping(&mut self) {
        let turns = [60, MANY, 1500][self.writer.below(3)];
        let count = 2 + self.writer.below(6);
        let uses = self.writer.several(USES, count);
        self.writer.line("t = 0");
        self.writer.line(&format!("for i in range({turns}):"));
        self.writer.depth += 1;
        self.events(turns);
        if self.writer.one_in(2) {
            // The rest of a turn is left out once something is raised in it.
            self.attempt(&uses.join("\n"));
        } else {
            for text in uses {
                self.attempt(text);
            }
        }
        let every = self.writer.pick(&["7", "50", "100"]);
        self.writer.line(&format!("if i % {every} == 0:"));
        self.writer.line("    t %= 100003");
        self.writer.line("    log.append(t)");
        self.writer.depth -= 1;
        self.writer.line("log.append(t)");
    }

    fn events(&mut self, turns: usize) {
        let late = turns > MANY && self.writer.one_in(2);
        let mut events: Vec<(usize, &str)> = Vec::new();
        for _ in 0..2 + self.writer.below(7) {
            let turn = self.writer.below(turns);
            let turn = if late { (turns + turn) / 2 } else { turn };
            events.push((turn, self.writer.pick(EVENTS)));
        }
        events.sort_by_key(|&(turn, _)| turn);
        for (turn, text) in events {
            self.writer.line(&format!("if i == {turn}:"));
            self.writer.line("    try:");
            self.writer.line(&format!("        {text}"));
            self.writer.line("    except Exception as problem:");
            self.writer.line("        log.append((i, type(problem).__name__))");
        }
    }

    fn attempt(&mut self, text: &str) {
        self.writer.line("try:");
        self.writer.depth += 1;
        self.writer.lines(text);
        self.writer.depth -= 1;
        self.writer.line("except Exception as problem:");
        self.writer.line("    log.append((i, type(problem).__name__, str(problem)))");
    }
}
