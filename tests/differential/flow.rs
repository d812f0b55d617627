//! Random programs about the ways through a function: loops with and without an `else`, `try` with handlers and `finally`, `with`,
//! `match`, and what leaves them early (`break`, `continue`, `return`, exceptions, `yield`), one inside the other in every order. What a
//! way leaves behind in variables, in containers and in tracebacks is printed.

use super::generate::Writer;

const HEAD: &str = "G = [0]


class Odd(Exception):
    pass


class Manager:
    def __init__(self, log, number, quiet):
        self.log = log
        self.number = number
        self.quiet = quiet

    def __enter__(self):
        self.log.append(self.number)
        return self.number

    def __exit__(self, kind, problem, trace):
        self.log.append(-self.number if kind is None else kind.__name__)
        return self.quiet


class Fields:
    def __init__(self):
        self.f = 0
        self.g = 0.5


def lines(problem):
    found = []
    trace = problem.__traceback__
    while trace is not None:
        found.append(trace.tb_lineno)
        trace = trace.tb_next
    return found

";

/// The innermost statement of a function runs about so often in one call.
const WEIGHT: usize = 2000;
/// A function has about so many statements.
const LENGTH: usize = 40;

/// The program of a seed.
pub fn program(seed: u64) -> String {
    let mut flow = Flow {
        writer: Writer::new(seed),
        form: Form::Plain,
        names: Vec::new(),
        loops: 0,
        weight: 1,
        left: 0,
        has_inside: false,
        is_last: false,
    };
    flow.program();
    flow.writer.text
}

/// What the function being written is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Others call it: a function, a method, or a function inside that shares variables.
    Helper,
    Method,
    Inside,
    Plain,
    Generator,
}

struct Flow {
    writer: Writer,
    form: Form,
    /// Names that hold whole numbers.
    names: Vec<String>,
    /// The loops around that a statement may leave.
    loops: usize,
    weight: usize,
    /// So many statements more may have others inside.
    left: usize,
    /// The function has another one inside.
    has_inside: bool,
    /// In a `finally` of a generator: what is let go of must end there.
    is_last: bool,
}

impl Flow {
    fn program(&mut self) {
        self.writer.text.push_str(HEAD);
        self.function("helper", Form::Helper, 2);
        self.function("items", Form::Generator, 2);
        self.writer.line("class Worker(Fields):");
        self.writer.depth = 1;
        self.function("step", Form::Method, 2);
        let forms: Vec<Form> = (0..2 + self.writer.below(3))
            .map(|_| if self.writer.one_in(4) { Form::Generator } else { Form::Plain })
            .collect();
        for (number, &form) in forms.iter().enumerate() {
            let depth = 3 + self.writer.below(4);
            self.function(&format!("f{number}"), form, depth);
        }
        for (number, form) in forms.iter().enumerate() {
            let turns = self.writer.pick(&["6", "12", "30"]).to_string();
            let shown = match form {
                Form::Generator => "[item for _, item in zip(range(40), result)]",
                _ => "result",
            };
            self.writer.line(&format!("for turn in range({turns}):"));
            self.writer.line("    try:");
            self.writer.line(&format!("        result = f{number}(turn % 7, turn)"));
            self.writer.line(&format!("        print({number}, turn, {shown})"));
            if *form == Form::Generator {
                self.writer.line("        result.close()");
            }
            self.writer.line("    except Exception as problem:");
            self.writer.line(&format!(
                "        print({number}, turn, type(problem).__name__, problem, lines(problem), type(problem.__context__).__name__)"
            ));
        }
        self.writer.line("print(G)");
    }

    fn function(&mut self, name: &str, form: Form, depth: usize) {
        self.form = form;
        self.names = ["t", "n", "u"].map(String::from).to_vec();
        self.left = if form == Form::Plain { LENGTH } else { LENGTH / 2 };
        (self.loops, self.weight) = (0, if form == Form::Plain { 1 } else { 20 });
        let own = if form == Form::Method { "self, " } else { "" };
        self.writer.line(&format!("def {name}({own}n, t=1):"));
        self.writer.depth += 1;
        self.writer.line("s = 0.0");
        self.writer.line("u = 1");
        self.writer.line("log, seen, queue, fields = [], {}, [1, 2, 3], Worker()");
        if form == Form::Method {
            self.writer.line("fields = self");
        }
        self.has_inside = form == Form::Plain && self.writer.one_in(3);
        if self.has_inside {
            self.inside();
        }
        self.statements(depth);
        match form {
            Form::Generator => self.writer.line("yield t, s, u, len(log), sorted(seen.items()), fields.f"),
            Form::Plain => {
                self.writer.line("return t, s, u, len(log), log[-3:], sorted(seen.items()), fields.f, fields.g, queue")
            }
            _ => self.writer.line("return t % 100 + u % 10"),
        }
        self.writer.depth = 0;
        self.writer.line("");
    }

    /// A function in the one that is being written.
    fn inside(&mut self) {
        let (form, left, weight) = (self.form, self.left, self.weight);
        (self.form, self.left, self.weight) = (Form::Inside, LENGTH / 2, 20);
        self.writer.line("def inside(k):");
        self.writer.depth += 1;
        self.writer.line("nonlocal t, u, s");
        self.names.push("k".to_string());
        self.statements(2);
        self.names.pop();
        self.writer.line("return t % 100 + k");
        self.writer.depth -= 1;
        (self.form, self.left, self.weight) = (form, left, weight);
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
        let (name, other, k) = (self.name(), self.name(), 2 + self.writer.below(6));
        let below = self.writer.below(k);
        match self.writer.below(8) {
            0 => format!("{name} % {k} == {below}"),
            1 => format!("{name} > {below}"),
            2 => format!("({name} + t) % {k} < {}", below + 1),
            3 => format!("t % {k} == {below}"),
            4 => format!("{name} & {}", 1 << self.writer.below(3)),
            5 => format!("n != {below} and {name} % {k}"),
            6 => format!("{name} < {other} or s > {below}"),
            _ => format!("not {name} % {k}"),
        }
    }

    fn statement(&mut self, depth: usize) {
        self.left = self.left.saturating_sub(1);
        if depth == 0 || self.left == 0 || self.writer.one_in(4) {
            return self.leaf();
        }
        match self.writer.below(20) {
            0..=3 => self.branch(depth - 1),
            4..=8 => self.for_loop(depth - 1),
            9 | 10 => self.while_loop(depth - 1),
            11..=16 => self.attempt(depth - 1),
            17 | 18 => {
                let number = self.number();
                let quiet = match self.form {
                    // What is let go of must end.
                    Form::Generator => "False",
                    _ => self.writer.pick(&["False", "True", "t % 2 == 0"]),
                };
                let target = self.writer.pick(&["", " as u"]);
                self.writer.line(&format!("with Manager(log, {number}, {quiet}){target}:"));
                self.block(depth - 1);
            }
            _ => self.choice(depth - 1),
        }
    }

    fn leaf(&mut self) {
        let condition = self.condition();
        let number = self.number();
        let generates = self.form == Form::Generator && !self.is_last;
        match self.writer.below(20) {
            0..=2 if self.loops > 0 => {
                self.writer.line(&format!("if {condition}:"));
                let way = self.writer.pick(&["    break", "    continue"]);
                self.writer.line(way);
            }
            3 if !self.is_last => {
                self.writer.line(&format!("if {condition}:"));
                let way = match self.form {
                    Form::Generator => "    return",
                    Form::Helper | Form::Method | Form::Inside => "    return t % 50",
                    Form::Plain => self.writer.pick(&["    return t", "    return", "    return t, s"]),
                };
                self.writer.line(way);
            }
            4 | 5 if !self.is_last => {
                self.writer.line(&format!("if {condition}:"));
                let kind = self.writer.pick(&["ValueError", "KeyError", "Odd", "ZeroDivisionError"]);
                self.writer.line(&format!("    raise {kind}({number})"));
            }
            6 if !self.is_last => {
                let name = self.name();
                let wrong = match self.writer.below(6) {
                    0 => "log[99]".to_string(),
                    1 => "t // (t % 3)".to_string(),
                    2 => "seen[-1]".to_string(),
                    3 => "t = t % (n - 3)".to_string(),
                    _ => format!("t = 100 // ({name} % 4)"),
                };
                self.writer.line(&wrong);
            }
            7 | 8 if generates => {
                let name = self.name();
                let text = match self.writer.below(3) {
                    0 => format!("t += (yield {name}) or 0"),
                    _ => format!("yield {name}"),
                };
                self.writer.line(&text);
            }
            9..=11 if matches!(self.form, Form::Plain | Form::Generator) && self.weight < WEIGHT / 10 => {
                let name = self.name();
                let text = match self.writer.below(3) {
                    0 if self.has_inside => format!("t += inside({name} % 5)"),
                    1 => format!("t += fields.step({name} % 5, t % 50)"),
                    _ => format!("t += helper({name} % 5, t % 50)"),
                };
                self.writer.line(&text);
            }
            _ => self.simple(number),
        }
    }

    fn simple(&mut self, number: usize) {
        let name = self.name();
        let text = match self.writer.below(14) {
            0 => format!("t += {number}"),
            1 => format!("t = (t * 3 + {name}) % 10007"),
            2 => format!("t ^= {number}"),
            3 => format!("log.append(({number}, {name}))"),
            4 => format!("t -= {name}"),
            5 => format!("G[0] += {name} % 1000"),
            6 => format!("seen[{name} % 5] = seen.get({name} % 5, 0) + {number}"),
            7 => format!("s += {name} % 1000 * 0.5"),
            8 => "t += len(log)".to_string(),
            9 => format!("fields.f += {name}"),
            10 => "fields.g = s * 0.5".to_string(),
            11 => format!("queue.append({name})"),
            12 => "del queue[:1]".to_string(),
            _ => "u, t = t % 10007, u".to_string(),
        };
        self.writer.line(&text);
    }

    fn branch(&mut self, depth: usize) {
        let condition = self.condition();
        self.writer.line(&format!("if {condition}:"));
        self.block(depth);
        if self.writer.one_in(3) {
            let condition = self.condition();
            self.writer.line(&format!("elif {condition}:"));
            self.block(depth);
        }
        if self.writer.one_in(2) {
            self.writer.line("else:");
            self.block(depth);
        }
    }

    fn choice(&mut self, depth: usize) {
        let name = self.name();
        self.writer.line(&format!("match {name} % 4, u:"));
        for case in ["case 0, _:", "case 1 | 2, k if k % 2:", "case _:"] {
            self.writer.line(&format!("    {case}"));
            self.writer.depth += 1;
            self.block(depth);
            self.writer.depth -= 1;
        }
    }

    /// How often a loop goes round.
    fn turns(&mut self) -> usize {
        let most = (WEIGHT / self.weight).clamp(1, if self.loops == 0 { 60 } else { 9 });
        1 + self.writer.below(most)
    }

    fn body(&mut self, turns: usize, name: String, depth: usize) {
        let weight = self.weight;
        self.weight *= turns;
        self.loops += 1;
        self.names.push(name);
        self.block(depth);
        self.names.pop();
        self.loops -= 1;
        self.weight = weight;
        if self.writer.below(5) < 2 {
            self.writer.line("else:");
            self.block(depth);
        }
    }

    fn for_loop(&mut self, depth: usize) {
        let (name, turns) = (format!("i{}", self.number()), self.turns());
        let calls = self.form == Form::Plain && self.weight < WEIGHT / 20;
        let over = match self.writer.below(13) {
            0 | 1 => format!("range({turns})"),
            2 => format!("range({turns}, 0, -1)"),
            3 => "range(n)".to_string(),
            4 => format!("range(1, {turns}, 2)"),
            5 => format!("list(range({turns}))"),
            6 => format!("(1, 2, {turns})"),
            7 => format!("[{turns}, t % 7, 3]"),
            8 => "sorted(seen)".to_string(),
            9 => format!("(x * 2 for x in range({turns}))"),
            10 => format!("map(abs, range(-3, {turns}))"),
            11 => "queue[:9]".to_string(),
            _ if calls => "(hash(item) % 5 for item in items(3))".to_string(),
            _ => format!("[x % 5 for x in range({turns})]"),
        };
        self.writer.line(&format!("for {name} in {over}:"));
        self.body(turns.max(5), name, depth);
    }

    fn while_loop(&mut self, depth: usize) {
        let (name, turns) = (format!("w{}", self.number()), self.turns());
        self.writer.line(&format!("{name} = 0"));
        if self.writer.one_in(3) {
            self.writer.line("while True:");
            self.writer.line(&format!("    if {name} >= {turns}:"));
            self.writer.line("        break");
        } else {
            let more = if self.writer.one_in(3) { format!(" and ({})", self.condition()) } else { String::new() };
            self.writer.line(&format!("while {name} < {turns}{more}:"));
        }
        self.writer.line(&format!("    {name} += 1"));
        self.body(turns, name, depth);
    }

    fn attempt(&mut self, depth: usize) {
        self.writer.line("try:");
        self.block(depth);
        let handlers = self.writer.below(3);
        for _ in 0..handlers {
            let kind = self.writer.pick(&[
                "ValueError",
                "(KeyError, Odd)",
                "LookupError",
                "ArithmeticError",
                "Exception",
                "Odd",
            ]);
            if self.writer.one_in(2) {
                let number = self.number();
                self.writer.line(&format!("except {kind} as problem:"));
                self.writer.line(&format!("    t += len(str(problem)) + {number}"));
            } else {
                self.writer.line(&format!("except {kind}:"));
            }
            self.block(depth);
            if self.writer.one_in(5) {
                self.writer.line("    raise");
            }
        }
        if handlers > 0 && self.writer.one_in(3) {
            self.writer.line("else:");
            self.block(depth);
        }
        if handlers == 0 || self.writer.one_in(3) {
            self.writer.line("finally:");
            let (loops, is_last) = (self.loops, self.is_last);
            self.is_last |= self.form == Form::Generator;
            // To leave a `finally` early drops the exception that it runs for.
            if self.is_last || self.writer.one_in(2) {
                self.loops = 0;
            }
            self.block(depth);
            (self.loops, self.is_last) = (loops, is_last);
        }
    }
}
