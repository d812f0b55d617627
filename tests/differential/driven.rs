//! Random programs about generators that are driven from outside, by `next`, `send`, `throw`, `close` and loops that
//! leave them, in an order that repeats; they yield in every place of an expression, delegate to others by `yield
//! from`, and catch, raise and return on their way. Everything that comes out of them is printed.

use super::generate::Writer;

const HEAD: &str = "G = [0]


class Odd(Exception):
    pass


def lines(problem):
    found = []
    trace = problem.__traceback__
    while trace is not None:
        found.append(trace.tb_lineno)
        trace = trace.tb_next
    return found

";

/// Drives a generator by a script; a new one is made when it has ended. The lines of what comes out of `throw` and
/// `close` are not shown: CPython forgets those of the generator inside when the one around delegates while it handles
/// another exception.
const DRIVER: &str = "
def drive(make, n):
    log = []
    g = make(n)
    script = @script
    for i in range(@turns):
        step = script[i % 7]
        try:
            if step == 0:
                r = next(g)
            elif step == 1:
                r = g.send(i % 5) if g.gi_frame is not None and i % 2 else g.send(None)
            elif step == 2 and i % 3 == 0:
                r = g.throw(@kind(i))
            elif step == 3 and i % 5 == 0:
                r = g.close()
            elif step == 4:
                r = 0
                for r in g:
                    if r:
                        break
            else:
                r = next(g, None)
            log.append(r)
        except StopIteration as end:
            log.append((\"stop\", end.value))
            g = make(i % 7)
        except Exception as problem:
            names = [type(p).__name__ for p in (problem, problem.__context__, problem.__cause__)]
            log.append((i, names, str(problem), lines(problem) if step not in (2, 3) else None))
            g = make(i % 7, i % 11)
    g.close()
    return log


for make in (sub, g1, g2):
    for n in range(3):
        try:
            for item in drive(make, n):
                print(item)
        except Exception as problem:
            print(type(problem).__name__, problem, lines(problem))
print(G)
";

/// Steps of the script: most go on to the next value.
const STEPS: [usize; 9] = [0, 0, 0, 0, 1, 1, 2, 3, 4];

/// Ways to yield; `@` is a name that holds a number.
const YIELDS: &[&str] = &[
    "yield t",
    "yield @",
    "x = yield t",
    "x = (yield @) or 0",
    "t += (yield (@, t)) or 1",
    "log.append((yield @))",
    "yield from [@, t]",
    "yield from (z * 2 for z in range(@ % 4))",
    "yield from range(2)",
    "x = yield",
];

/// Ways to yield by the generator `sub`, which does not call itself: so all of them end.
const DELEGATIONS: &[&str] = &["x = yield from sub(@ % 4)", "t += (yield from sub(@ % 3)) or 0"];

const KINDS: &[&str] = &["ValueError", "KeyError", "Odd", "StopIteration", "ZeroDivisionError"];

const CAUGHT: &[&str] =
    &["ValueError", "(KeyError, Odd)", "LookupError", "ArithmeticError", "Exception", "Odd", "RuntimeError"];

/// A generator has about so many statements.
const LENGTH: usize = 22;
/// The innermost statement runs about so often in one generator: it may run all its loops without a value.
const WEIGHT: usize = 1000;

/// The program of a seed.
pub fn program(seed: u64) -> String {
    let mut driven = Driven {
        writer: Writer::new(seed),
        names: Vec::new(),
        in_loop: false,
        delegates: false,
        is_last: false,
        left: 0,
        weight: 1,
    };
    driven.program();
    driven.writer.text
}

struct Driven {
    writer: Writer,
    /// Names that hold whole numbers.
    names: Vec<String>,
    /// There is a loop around that a statement may leave.
    in_loop: bool,
    /// The generator being written may use `sub`.
    delegates: bool,
    /// In a `finally`, where a generator that is closed must come to its end.
    is_last: bool,
    /// So many statements more may have others inside.
    left: usize,
    weight: usize,
}

impl Driven {
    fn program(&mut self) {
        self.writer.text.push_str(HEAD);
        self.generator("sub", false, 2);
        self.generator("g1", true, 4);
        self.generator("g2", true, 4);
        let steps: Vec<usize> = (0..7).map(|_| STEPS[self.writer.below(STEPS.len())]).collect();
        let turns = self.writer.pick(&["40", "200", "700"]);
        let kind = self.writer.pick(&["ValueError", "Odd", "KeyError"]);
        let driver = DRIVER.replace("@script", &format!("{steps:?}")).replace("@turns", turns).replace("@kind", kind);
        self.writer.text.push_str(&driver);
    }

    fn generator(&mut self, name: &str, delegates: bool, depth: usize) {
        self.names = ["t", "n"].map(String::from).to_vec();
        (self.delegates, self.left, self.weight) = (delegates, LENGTH, 1);
        self.writer.lines(&format!("\ndef {name}(n, t=1):"));
        self.writer.depth += 1;
        self.writer.lines("s = 0.0\nx = 0\nlog = []");
        self.statements(depth);
        self.writer.line("yield (t, s, x, len(log))");
        self.writer.line("return t");
        self.writer.depth -= 1;
        self.writer.line("");
    }

    fn block(&mut self, depth: usize) {
        self.writer.depth += 1;
        self.statements(depth);
        self.writer.depth -= 1;
    }

    fn statements(&mut self, depth: usize) {
        for _ in 0..1 + self.writer.below(3) {
            self.statement(depth);
        }
    }

    fn number(&mut self) -> usize {
        self.writer.names += 1;
        self.writer.names
    }

    fn name(&mut self) -> String {
        let at = self.writer.below(self.names.len());
        self.names[at].clone()
    }

    fn condition(&mut self) -> String {
        let (name, k) = (self.name(), 2 + self.writer.below(6));
        let below = self.writer.below(k);
        match self.writer.below(6) {
            0 => format!("{name} % {k} == {below}"),
            1 => format!("{name} > {}", self.writer.below(12) as i64 - 2),
            2 => format!("({name} + t) % {k} < {}", below + 1),
            3 => format!("t % {k} == {below}"),
            4 => format!("{name} & {}", 1 << self.writer.below(3)),
            _ => format!("not {name} % {k}"),
        }
    }

    fn statement(&mut self, depth: usize) {
        self.left = self.left.saturating_sub(1);
        if depth == 0 || self.left == 0 || self.writer.below(20) < 9 {
            return self.leaf();
        }
        match self.writer.below(11) {
            0..=2 => self.branch(depth - 1),
            3..=5 => self.for_loop(depth - 1),
            6 => self.while_loop(depth - 1),
            _ => self.attempt(depth - 1),
        }
    }

    fn leaf(&mut self) {
        let chance = self.writer.below(50);
        match chance {
            0..=13 if !self.is_last => {
                let name = self.name();
                let ways = if self.delegates && self.writer.one_in(6) { DELEGATIONS } else { YIELDS };
                let text = self.writer.pick(ways).replace('@', &name);
                self.writer.line(&text);
            }
            0..=18 if self.in_loop => {
                let way = self.writer.pick(&["break", "continue"]);
                self.sometimes(way);
            }
            0..=21 if !self.is_last => {
                let way = self.writer.pick(&["return t", "return", "return t, 1"]);
                self.sometimes(way);
            }
            0..=26 if !self.is_last => {
                let (kind, number) = (self.writer.pick(KINDS), self.number());
                self.sometimes(&format!("raise {kind}({number})"));
            }
            27..=29 => self.writer.line("G[0] += 1"),
            _ => self.simple(),
        }
    }

    fn sometimes(&mut self, way: &str) {
        let condition = self.condition();
        self.writer.line(&format!("if {condition}:"));
        self.writer.line(&format!("    {way}"));
    }

    fn simple(&mut self) {
        let (name, number) = (self.name(), self.number());
        let text = match self.writer.below(8) {
            0 => format!("t += {number}"),
            1 => format!("t = (t * 3 + {name}) % 10007"),
            2 => format!("log.append(({number}, {name}))"),
            3 => "t += x if type(x) is int else 1".to_string(),
            4 => "t ^= 5".to_string(),
            5 => format!("t -= {name}"),
            6 => "s += 0.5".to_string(),
            _ => "t += len(log)".to_string(),
        };
        self.writer.line(&text);
    }

    fn branch(&mut self, depth: usize) {
        let condition = self.condition();
        self.writer.line(&format!("if {condition}:"));
        self.block(depth);
        if self.writer.below(5) < 2 {
            self.writer.line("else:");
            self.block(depth);
        }
    }

    /// How often a loop goes round.
    fn turns(&mut self) -> usize {
        2 + self.writer.below(11.min(WEIGHT / self.weight).max(1))
    }

    fn body(&mut self, turns: usize, name: String, depth: usize) {
        let (weight, in_loop) = (self.weight, self.in_loop);
        self.weight *= turns;
        self.in_loop = true;
        self.names.push(name);
        self.block(depth);
        self.names.pop();
        (self.weight, self.in_loop) = (weight, in_loop);
    }

    fn for_loop(&mut self, depth: usize) {
        let (name, turns) = (format!("i{}", self.number()), self.turns());
        let over = match self.writer.below(5) {
            0 => format!("range({turns})"),
            1 => format!("range({turns}, 0, -1)"),
            2 => "(1, 2, t)".to_string(),
            // Some of what `sub` gives are tuples: to count with those raises in the middle of the delegation.
            3 if self.delegates && !self.is_last => format!("sub({turns} % 4)"),
            3 => "range(3)".to_string(),
            _ => "[3, 4]".to_string(),
        };
        self.writer.line(&format!("for {name} in {over}:"));
        self.body(turns, name, depth);
        if self.writer.below(10) < 3 {
            self.writer.line("else:");
            self.block(depth);
        }
    }

    fn while_loop(&mut self, depth: usize) {
        let (name, turns) = (format!("w{}", self.number()), self.turns());
        self.writer.line(&format!("{name} = 0"));
        self.writer.line(&format!("while {name} < {turns}:"));
        self.writer.line(&format!("    {name} += 1"));
        self.body(turns, name, depth);
    }

    fn attempt(&mut self, depth: usize) {
        self.writer.line("try:");
        self.block(depth);
        let handlers = self.writer.below(3);
        for _ in 0..handlers {
            let kind = self.writer.pick(CAUGHT);
            if self.writer.one_in(2) {
                let number = self.number();
                self.writer.line(&format!("except {kind} as problem:"));
                self.writer.line(&format!("    t += len(str(problem)) + {number}"));
            } else {
                self.writer.line(&format!("except {kind}:"));
            }
            self.block(depth);
        }
        if handlers == 0 || self.writer.below(5) < 2 {
            self.writer.line("finally:");
            let (in_loop, is_last) = (self.in_loop, self.is_last);
            (self.in_loop, self.is_last) = (false, true);
            self.block(depth);
            (self.in_loop, self.is_last) = (in_loop, is_last);
        }
    }
}
