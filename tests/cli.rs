//! Drives the command as a shell does: where a program comes from, what it is given, how it ends, and
//! what is said about a file that cannot be run.

mod common;

use common::{LIMIT, Outcome, run, run_with_input, taipan};
use std::path::PathBuf;
use std::time::Duration;

fn scratch(name: &str, contents: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, contents).expect("the scratch folder can be written");
    path
}

fn run_code(code: &str) -> Outcome {
    run(taipan().args(["-c", code]), LIMIT)
}

fn run_bytes(name: &str, contents: &[u8]) -> Outcome {
    run(taipan().arg(scratch(name, contents)), LIMIT)
}

#[track_caller]
fn prints(got: &Outcome, stdout: &str) {
    assert_eq!((got.stdout.as_str(), got.stderr.as_str(), got.status.as_str()), (stdout, "", "exit 0"));
}

/// A failure in words: a status, no panic, and these words on standard error.
#[track_caller]
fn fails(got: &Outcome, status: &str, words: &[&str]) {
    assert_eq!(got.status, status, "{}", got.stderr);
    assert!(!got.stderr.contains("panicked"), "{}", got.stderr);
    for word in words {
        assert!(got.stderr.contains(word), "no {word:?} in {}", got.stderr);
    }
}

#[test]
fn code_comes_from_an_argument() {
    prints(&run_code("print(1)"), "1\n");
    prints(&run_code("x = 5\nif x:\n    print(x)"), "5\n");
    prints(&run_code(""), "");
    let mut command = taipan();
    command.args(["-c", "import sys; print(sys.argv)", "a", "--stats", "-c"]);
    prints(&run(&mut command, LIMIT), "['-c', 'a', '--stats', '-c']\n");
}

#[test]
fn code_comes_from_standard_input() {
    let got = run_with_input(taipan().arg("-"), "print(2)\n", LIMIT);
    prints(&got, "2\n");
    let got = run_with_input(taipan().args(["-", "x"]), "import sys\nprint(sys.argv)", LIMIT);
    prints(&got, "['-', 'x']\n");
}

#[test]
fn code_comes_from_a_file() {
    let path = scratch("arguments.py", b"import sys\nprint(sys.argv[1:], len(sys.argv))\n");
    let got = run(taipan().arg(&path).args(["1", "-v", "--jit=off"]), LIMIT);
    prints(&got, "['1', '-v', '--jit=off'] 4\n");
}

#[test]
fn a_traceback_names_where_the_code_came_from() {
    let got = run_code("print('a')\n1 / 0");
    assert_eq!(got.stdout, "a\n");
    assert_eq!(
        got.stderr,
        "Traceback (most recent call last):\n  File \"<string>\", line 2, in <module>\nZeroDivisionError: division by zero\n"
    );
    let got = run_with_input(taipan().arg("-"), "def f():\n    return x\nf()\n", LIMIT);
    assert_eq!(
        got.stderr,
        "Traceback (most recent call last):\n  File \"<stdin>\", line 3, in <module>\n  File \"<stdin>\", line 2, in f\nNameError: name 'x' is not defined\n"
    );
}

#[test]
fn a_traceback_names_the_whole_path_of_a_file() {
    let path = scratch("whole_path.py", b"x = [1]\nprint(x[2])\n");
    let folder = path.parent().expect("a folder");
    let got = run(taipan().arg("whole_path.py").current_dir(folder), LIMIT);
    assert_eq!(
        got.stderr,
        format!(
            "Traceback (most recent call last):\n  File \"{}\", line 2, in <module>\n    print(x[2])\n          ~^^^\nIndexError: list index out of range\n",
            path.display()
        )
    );
}

#[test]
fn the_exit_status_is_the_programs() {
    for (code, status) in [
        ("import sys; sys.exit(0)", "exit 0"),
        ("import sys; sys.exit(7)", "exit 7"),
        ("import sys; sys.exit(256 + 3)", "exit 3"),
        ("import sys; sys.exit(True)", "exit 1"),
        ("raise SystemExit", "exit 0"),
        ("raise SystemExit('words')", "exit 1"),
        ("raise ValueError", "exit 1"),
        ("x = (", "exit 1"),
    ] {
        assert_eq!(run_code(code).status, status, "{code}");
    }
    assert_eq!(run_code("raise SystemExit('words')").stderr, "words\n");
}

#[test]
fn a_file_that_is_not_there() {
    let got = run(taipan().arg("no_such_file.py"), LIMIT);
    fails(&got, "exit 2", &["no_such_file.py", "No such file or directory"]);
    assert_eq!(got.stderr.lines().count(), 1, "{}", got.stderr);
}

#[test]
fn a_folder_is_no_program() {
    let got = run(taipan().arg(env!("CARGO_TARGET_TMPDIR")), LIMIT);
    assert_ne!(got.status, "exit 0");
    fails(&got, &got.status, &[env!("CARGO_TARGET_TMPDIR")]);
}

#[test]
fn a_folder_and_a_module_can_be_programs() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("programs");
    std::fs::create_dir_all(folder.join("parts")).expect("the scratch folder can be written");
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).expect("a file");
    write("parts/__init__.py", "print('init', __name__)\n");
    write("parts/__main__.py", "import sys\nfrom . import leaf\nprint(__name__, repr(__package__), sys.argv[1:])\n");
    write("parts/leaf.py", "print(__name__, __spec__.name)\n");
    let module = |name: &str| run(taipan().args(["-m", name, "a", "-b"]).current_dir(&folder), LIMIT);
    prints(&module("parts"), "init parts\nparts.leaf parts.leaf\n__main__ 'parts' ['a', '-b']\n");
    prints(&module("parts.leaf"), "init parts\n__main__ parts.leaf\n");
    let run_folder = run(taipan().args(["parts", "a"]).current_dir(&folder), LIMIT);
    fails(&run_folder, "exit 1", &["ImportError: attempted relative import with no known parent package"]);
    fails(&module("absent"), "exit 1", &["No module named absent"]);
    fails(&module("math"), "exit 1", &["No code object available for math"]);
    fails(&module("absent.x"), "exit 1", &["Error while finding module specification for 'absent.x'"]);
    write("parts/__main__.py", "import sys, leaf\nprint(__name__, repr(__package__), sys.argv)\n");
    let run_folder = run(taipan().args(["parts", "a"]).current_dir(&folder), LIMIT);
    prints(&run_folder, "leaf leaf\n__main__ '' ['parts', 'a']\n");
}

#[test]
fn tests_are_named_by_their_file() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("tested");
    std::fs::create_dir_all(folder.join("tests")).expect("the scratch folder can be written");
    let text = "import unittest\n\nclass Sums(unittest.TestCase):\n    def test_sum(self):\n        self.assertEqual(1 + 1, 2)\n";
    std::fs::write(folder.join("tests/test_sums.py"), text).expect("a file");
    for name in ["tests/test_sums.py", "tests.test_sums", "tests.test_sums.Sums"] {
        let got = run(taipan().args(["-m", "unittest", name]).current_dir(&folder), LIMIT);
        assert!(got.status == "exit 0" && got.stderr.contains("Ran 1 test"), "{got:?}");
    }
}

#[test]
fn modules_are_found_along_pythonpath() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("elsewhere");
    std::fs::create_dir_all(&folder).expect("the scratch folder can be written");
    std::fs::write(folder.join("found_there.py"), "print('found')\n").expect("a file");
    let code = "import found_there";
    prints(&run(taipan().args(["-c", code]).env("PYTHONPATH", &folder), LIMIT), "found\n");
    fails(&run_code(code), "exit 1", &["ModuleNotFoundError: No module named 'found_there'"]);
    fails(&run_code("import socket"), "exit 1", &["No module named 'socket'\ntaipan has no network"]);
}

#[test]
fn rules_for_warnings() {
    let code = "import sys, warnings\nwarnings.warn('x')\nprint(sys.warnoptions)";
    let with = |rules: &[&str]| {
        let options = rules.iter().flat_map(|rule| ["-W", rule]);
        run(taipan().env("PYTHONWARNINGS", "ignore").args(options).args(["-c", code]), LIMIT)
    };
    prints(&with(&[]), "['ignore']\n");
    fails(&with(&["error::UserWarning"]), "exit 1", &["UserWarning: x"]);
    let told = with(&["error", "always", "nothing"]);
    assert_eq!(told.stdout, "['ignore', 'error', 'always', 'nothing']\n");
    assert_eq!(told.stderr, "Invalid -W option ignored: invalid action: 'nothing'\n<string>:2: UserWarning: x\n");
}

#[test]
fn bytes_that_are_no_text() {
    let got = run_bytes("not_utf8.py", b"x = 1\ny = '\xff'\nprint(x)\n");
    fails(&got, "exit 1", &["SyntaxError", "not_utf8.py", "line 2"]);
    let got = run_bytes("zero_byte.py", b"x = 1\ny = '\0'\n");
    fails(&got, "exit 1", &["SyntaxError"]);
    let got = run_bytes("cut_off.py", b"print('ok')\n# \xe6\xbc");
    fails(&got, "exit 1", &["SyntaxError"]);
}

#[test]
fn line_ends_and_marks_of_other_systems() {
    prints(&run_bytes("crlf.py", b"if 1:\r\n    print('a')\r\n\r\nprint('''x\r\ny''')\r\n"), "a\nx\ny\n");
    prints(&run_bytes("cr.py", b"x = 1\rprint(x)\r"), "1\n");
    prints(&run_bytes("mark.py", b"\xef\xbb\xbfprint('bom')\n"), "bom\n");
    prints(&run_bytes("form_feed.py", b"x = 1\n\x0cprint(x)\n"), "1\n");
    prints(&run_bytes("script.py", b"#!/usr/bin/env taipan\n# -*- coding: utf-8 -*-\nprint('\xc3\xa9')"), "\u{e9}\n");
    prints(&run_bytes("empty.py", b""), "");
    prints(&run_bytes("comment.py", b"# nothing"), "");
    prints(&run_bytes("blank.py", b"\n   \n\t\n"), "");
}

#[test]
fn a_syntax_error_shows_its_place() {
    let got = run_bytes("place.py", b"x = 1\ny = x +* 2\n");
    fails(
        &got,
        "exit 1",
        &["place.py\", line 2", "    y = x +* 2\n", "           ^\n", "SyntaxError: invalid syntax\n"],
    );
    assert_eq!(got.stdout, "");
}

#[test]
fn options_that_are_not_known() {
    for arguments in [&["--no-such-option"][..], &["--jit=sometimes"], &["-c"]] {
        let got = run(taipan().args(arguments), LIMIT);
        fails(&got, "exit 2", &[]);
        assert!(!got.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn help_and_version() {
    let got = run(taipan().arg("--version"), LIMIT);
    assert!(got.stdout.to_lowercase().starts_with("taipan "), "{}", got.stdout);
    assert!(got.stdout.contains(env!("CARGO_PKG_VERSION")), "{}", got.stdout);
    let got = run(taipan().arg("--help"), LIMIT);
    assert_eq!(got.status, "exit 0");
    for word in ["--jit", "--stats", "time", "-c"] {
        assert!(got.stdout.contains(word), "no {word} in {}", got.stdout);
    }
}

#[test]
fn statistics_leave_standard_output_alone() {
    let code = "t = 0\nfor i in range(100000):\n    t += i\nprint(t)";
    let got = run(taipan().args(["--stats", "-c", code]), LIMIT);
    assert_eq!(got.stdout, "4999950000\n");
    assert_eq!(got.status, "exit 0");
    assert!(!got.stderr.is_empty());
}

#[test]
fn a_reader_that_leaves_early() {
    let mut child = taipan()
        .args(["-c", "for i in range(200000):\n    print(i)"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(stderr.contains("BrokenPipeError"), "{stderr}");
    assert!(!stderr.contains("panicked"), "{stderr}");
}

/// Sends the interrupt that Ctrl-C sends once the program has said that it is running.
fn interrupt(options: &[&str], code: &str) -> Outcome {
    use std::io::{BufRead, BufReader, Read};
    let mut child = taipan()
        .args(options)
        .args(["-c", code])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdout = BufReader::new(child.stdout.take().expect("piped"));
    let mut line = String::new();
    stdout.read_line(&mut line).expect("a line");
    std::thread::sleep(Duration::from_millis(300));
    std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill is there");
    let start = std::time::Instant::now();
    while child.try_wait().expect("a child can be waited for").is_none() {
        if start.elapsed() > Duration::from_secs(10) {
            child.kill().expect("still running");
            panic!("the interrupt did not stop it: {options:?} {code}");
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    let mut rest = String::new();
    stdout.read_to_string(&mut rest).expect("UTF-8");
    let output = child.wait_with_output().expect("the program ended");
    use std::os::unix::process::ExitStatusExt;
    let status = match (output.status.code(), output.status.signal()) {
        (Some(code), _) => format!("exit {code}"),
        (None, _) => "exit 130".to_string(),
    };
    Outcome { stdout: line + &rest, stderr: String::from_utf8_lossy(&output.stderr).into_owned(), status }
}

#[test]
fn what_is_printed_is_written_out_at_once_if_asked() {
    // Who is killed leaves behind what waits to be written.
    let code = "import os\nprint('on')\nos.kill(os.getpid(), 9)";
    let printed = |command: &mut std::process::Command| run(command.args(["-c", code]), LIMIT).stdout;
    assert_eq!(printed(taipan().arg("-u")), "on\n");
    assert_eq!(printed(taipan().env("PYTHONUNBUFFERED", "1")), "on\n");
    assert_eq!(printed(taipan().env("PYTHONUNBUFFERED", "")), "");
}

#[test]
fn an_interrupt_stops_a_loop() {
    let endless = [
        "print('on', flush=True)\nwhile True:\n    pass",
        "def f():\n    n = 0\n    while True:\n        n += 1\nprint('on', flush=True)\nf()",
        "def f(a):\n    x = 0.5\n    for i in range(10**15):\n        x = x * a\nprint('on', flush=True)\nf(0.5)",
        "def f(n):\n    return n if n < 2 else f(n - 1) + f(n - 2)\nprint('on', flush=True)\nf(90)",
    ];
    for options in [&["--jit=off"][..], &["--jit=on"]] {
        for code in endless {
            let got = interrupt(options, code);
            fails(&got, "exit 130", &["Traceback", "KeyboardInterrupt"]);
        }
        let caught = "print('on', flush=True)\ntry:\n    while True:\n        pass\nexcept KeyboardInterrupt:\n    print('caught')\nfinally:\n    print('done')";
        let got = interrupt(options, caught);
        assert_eq!((got.stdout.as_str(), got.status.as_str()), ("on\ncaught\ndone\n", "exit 0"));
    }
}
