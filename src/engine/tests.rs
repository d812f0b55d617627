//! The embedding API, as a host uses it.

use super::*;
use crate::number::Complex64;

fn engine() -> Engine {
    Engine::builder().capture_output().build()
}

fn ran(text: &str) -> Engine {
    let engine = engine();
    let script = Script::compile("test.py", text).expect("a program");
    engine.run(&script).expect("it runs to its end");
    engine
}

#[test]
fn a_script_runs_many_times() {
    let engine = engine();
    let script = Script::compile("test.py", "x = 0\nfor i in range(n):\n    x += i\nprint(x)\n").unwrap();
    for n in [10_i64, 100, 10] {
        engine.set("n", n);
        engine.run(&script).unwrap();
        assert_eq!(engine.get::<i64>("x").unwrap(), n * (n - 1) / 2);
    }
    assert_eq!(engine.take_output(), "45\n4950\n45\n");
    assert_eq!(engine.take_output(), "");
}

#[test]
fn code_that_knows_classes_is_used_again() {
    let text = "class Point:\n    def __init__(self, x):\n        self.x = x\n    def moved(self, by):\n        return Point(self.x + by)\n\
                def run():\n    point = Point(0)\n    for i in range(20000):\n        point = point.moved(i)\n    return point.x\n\
                total = run()\nif change:\n    Point.moved = lambda self, by: Point(self.x - by)\n    total = run()\n";
    let config = Config { compile_threads: 0, ..Config::default() };
    let engine = Engine::builder().config(config).build();
    let compiled = Rc::new(std::cell::Cell::new(0));
    let counted = compiled.clone();
    engine.on_event(move |event| counted.set(counted.get() + i32::from(matches!(event, Event::Compiled { .. }))));
    let script = Script::compile("test.py", text).unwrap();
    let run = |change: bool| {
        engine.set("change", change);
        engine.run(&script).unwrap();
        (engine.get::<i64>("total").unwrap(), compiled.take())
    };
    let (total, first) = run(false);
    assert!(total == 199_990_000 && first > 0);
    assert_eq!(run(false), (199_990_000, 0));
    assert_eq!(run(true).0, -199_990_000);
    // It was changed, and so is another one now.
    assert!(run(false).0 == 199_990_000);
}

#[test]
fn texts_that_run_once_leave_no_trees_behind() {
    let text = "def kept(x):\n    return x + 1\ntotal = 0\nfor i in range(3000):\n    f = eval('lambda x: kept(x) + %d' % i)\n\
                \x20   total += f(i)\n    exec('class A:\\n    def g(self): return 1\\ntotal += A().g()')\n";
    let engine = engine();
    let script = Script::compile("test.py", text).unwrap();
    for _ in 0..2 {
        engine.run(&script).unwrap();
        assert_eq!(engine.get::<i64>("total").unwrap(), 3000 * 2999 + 2 * 3000);
        // Of five in each turn.
        assert!(engine.0.context.trees() < 8000, "{}", engine.0.context.trees());
    }
}

#[test]
fn nothing_is_carried_over_to_the_next_run() {
    let engine = engine();
    let script = Script::compile("test.py", "seen = 'x' in globals()\nx = 1\n").unwrap();
    engine.run(&script).unwrap();
    engine.run(&script).unwrap();
    assert!(!engine.get::<bool>("seen").unwrap());
}

#[test]
fn scripts_import_from_the_folders_that_the_host_names() {
    let folder = std::env::temp_dir().join(format!("taipan-import-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(
        folder.join("host_part.py"),
        "count = 0\ndef step():\n    global count\n    count += 1\n    return count\n",
    )
    .unwrap();
    let text = "import sys, importlib\nsys.path.insert(0, where)\nimport host_part\nhost_part.step()\nprint(host_part.step())\n";
    let script = Script::compile("test.py", text).unwrap();
    let path = folder.to_string_lossy().into_owned();
    let run = |engine: Engine| {
        engine.set("where", path.clone());
        let outcome = engine.run(&script).and_then(|()| engine.run(&script));
        (outcome.map_err(|error| error.class().to_string()), engine.take_output())
    };
    assert_eq!(run(engine()), (Err("ModuleNotFoundError".to_string()), String::new()));
    // Each run is a program of its own: what it imports begins anew.
    let named = Engine::builder().capture_output().path([path.clone()]).build();
    assert_eq!(run(named), (Ok(()), "2\n2\n".to_string()));
    let open = Engine::builder().capture_output().system_access(true).build();
    assert_eq!(run(open), (Ok(()), "2\n2\n".to_string()));
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn scripts_have_no_files_unless_the_host_says_so() {
    let text = "import io, os\ntry:\n    open('x')\nexcept PermissionError as error:\n    print(type(error).__name__)\n\
                try:\n    os.listdir('.')\nexcept PermissionError:\n    print('neither')\nprint(io.StringIO('text').read())\n";
    let script = Script::compile("test.py", text).unwrap();
    let engine = Engine::builder().capture_output().build();
    let outcome = engine.run(&script).map_err(|error| error.to_string());
    assert_eq!((outcome, engine.take_output().as_str()), (Ok(()), "PermissionError\nneither\ntext\n"));
}

#[test]
fn functions_have_types() {
    let engine = ran("def dist(x, y):\n    return (x * x + y * y) ** 0.5\nk = 3\n");
    let dist = engine.function::<(f64, f64), f64>("dist").unwrap();
    assert_eq!(dist.call((3.0, 4.0)).unwrap(), 5.0);
    let wrong = engine.function::<(f64, f64), String>("dist").unwrap();
    assert_eq!(wrong.call((3.0, 4.0)).unwrap_err().class(), "TypeError");
    assert_eq!(engine.function::<(), ()>("k").err().unwrap().class(), "TypeError");
    assert_eq!(engine.function::<(), ()>("missing").err().unwrap().class(), "NameError");
}

#[test]
fn closures_are_functions() {
    let engine = engine();
    engine.register("dist", |x: f64, y: f64| x.hypot(y));
    engine.register("conjugate", |z: Complex64| z.conj());
    engine.register("fail", |code: i64| -> Result<i64, Error> { Err(Error::new("KeyError", format!("no {code}"))) });
    engine.register("refuse", || -> Result<(), String> { Err("refused".to_string()) });
    assert_eq!(engine.eval::<f64>("dist(3, 4)").unwrap(), 5.0);
    assert_eq!(engine.eval::<Complex64>("conjugate(1 + 2j)").unwrap(), Complex64::new(1.0, -2.0));
    assert_eq!(engine.eval::<()>("fail(3)").unwrap_err().class(), "KeyError");
    assert_eq!(engine.eval::<()>("refuse()").unwrap_err().message(), "refused");
    let error = engine.eval::<()>("dist(1)").unwrap_err();
    assert_eq!(error.message(), "dist() takes 2 positional arguments but 1 were given");
    assert_eq!(engine.eval::<()>("dist('a', 1)").unwrap_err().class(), "TypeError");
}

#[test]
fn errors_are_data() {
    let engine = engine();
    let script = Script::compile("bad.py", "def f(n):\n    return 1 / n\n\n\nf(0)\n").unwrap();
    let error = engine.run(&script).unwrap_err();
    assert_eq!((error.class(), error.message()), ("ZeroDivisionError", "division by zero"));
    let lines: Vec<(u32, &str)> = error.traceback().iter().map(|line| (line.number(), &*line.function)).collect();
    assert_eq!(lines, [(5, "<module>"), (2, "f")]);
    let error = Script::compile("bad.py", "x = (\n").unwrap_err();
    assert_eq!(error.class(), "SyntaxError");
    assert_eq!(engine.eval::<()>("lenn([])").unwrap_err().class(), "NameError");
}

#[test]
fn a_session_keeps_its_variables() {
    let engine = engine();
    assert_eq!(engine.feed("x = 20\n").unwrap(), Fed::Done);
    engine.set("y", 1_i64);
    assert_eq!(engine.feed("def f():").unwrap(), Fed::Incomplete);
    assert_eq!(engine.feed("def f():\n    return x + y\n\n").unwrap(), Fed::Done);
    assert_eq!(engine.feed("z = f() * 2; z").unwrap(), Fed::Done);
    assert_eq!(engine.feed("_ + 1").unwrap(), Fed::Done);
    assert_eq!(engine.take_output(), "42\n43\n");
    assert_eq!(engine.eval::<i64>("z + f()").unwrap(), 63);
    assert!(engine.names_in(&["x"]).iter().any(|name| name == "bit_length"));
}

#[test]
fn the_last_store_into_a_variable_counts() {
    // Early releases of CPython 3.11 get this wrong where both are locals.
    let text = "def f(z):\n    z, z = z, z * z\n    return z\n\nf(5)";
    assert_eq!(engine().eval::<i64>(text).unwrap(), 25);
}

#[test]
fn another_thread_stops_a_script() {
    let engine = engine();
    let interrupt = engine.interrupt_handle();
    let stopper = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_millis(50));
        interrupt.interrupt();
    });
    let error = engine.eval::<()>("while True:\n    pass\n").unwrap_err();
    assert_eq!(error.class(), "KeyboardInterrupt");
    stopper.join().unwrap();
}

#[test]
fn recursion_ends_in_an_exception_on_any_stack() {
    let engine = Engine::builder().recursion_limit(1_000_000).build();
    let error = engine.eval::<()>("def f(n):\n    return f(n + 1)\nf(0)\n").unwrap_err();
    assert_eq!(error.class(), "RecursionError");
}
