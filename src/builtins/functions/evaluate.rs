//! `compile`, `exec`, `eval`.
//!
//! In: text, bytes or code objects, and namespaces. Out: code objects, or what the host makes of running them.

use crate::builtins::argument::shown_type;
use crate::builtins::text::encode::{self, Failure};
use crate::raise;
use crate::resolve::check_names;
use crate::source::Source;
use crate::syntax::tree::{Module, Stmt, StmtKind};
use crate::syntax::{Interactive, decode, has_block, parse, parse_interactive};
use crate::value::byte_array::plain_bytes;
use crate::value::codec_error::raise_fault;
use crate::value::dict::Dict;
use crate::value::native::{Parameters, given};
use crate::value::ops::{attribute, call};
use crate::value::program::{Mode, Program};
use crate::value::{Error, Kind, Raise, Res, Symbol, Value, host, ops, syntax_error, traceback, type_name};
use std::sync::Arc;

/// The parameters of `compile`.
pub static COMPILE: Parameters = Parameters {
    names: &["source", "filename", "mode", "flags", "dont_inherit", "optimize", "_feature_version"],
    positional_only: 0,
    positional: 6,
    required: 3,
};

/// All flags that CPython's `compile` knows: those of `__future__`, and what `ast` asks for.
const FLAGS: i64 = 0x1fe_0000 | 0x7e10;

/// The flag of `codeop`: text that more lines could mend is told by an error of its own.
const ALLOW_INCOMPLETE_INPUT: i64 = 0x4000;

/// `compile(source, filename, mode)`; what the other arguments ask for makes no difference here.
pub fn compile(arguments: &[Value]) -> Res {
    let name = match arguments[1].as_str() {
        Some(name) => name.to_string(),
        None => match plain_bytes(&arguments[1]) {
            Some(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            None => {
                let class = shown_type(&arguments[1]);
                return Err(raise!(TypeError, "expected str, bytes or os.PathLike object, not {class}"));
            }
        },
    };
    let Some(mode) = arguments[2].as_str() else {
        let class = shown_type(&arguments[2]);
        return Err(raise!(TypeError, "compile() argument 'mode' must be str, not {class}"));
    };
    let mode = match mode {
        "exec" => Mode::Exec,
        "eval" => Mode::Eval,
        "single" => Mode::Single,
        _ => return Err(raise!(ValueError, "compile() mode must be 'exec', 'eval' or 'single'")),
    };
    let flags = given(arguments, 3).and_then(Value::as_int).unwrap_or(0);
    if flags & !FLAGS != 0 {
        return Err(raise!(ValueError, "compile(): unrecognised flags"));
    }
    if flags & ALLOW_INCOMPLETE_INPUT != 0
        && let Some(text) = arguments[0].as_str()
        && could_go_on(&name, text)
    {
        let error = crate::error::SyntaxError::new("incomplete input", Default::default());
        return Err(syntax_error::raise(&error, &Source::new(&name, text)));
    }
    if let Some(optimize) = given(arguments, 5)
        && !matches!(optimize.as_int(), Some(-1..=2))
    {
        return Err(raise!(ValueError, "compile(): invalid optimize value"));
    }
    if arguments[0].content::<Program>().is_some() {
        return Ok(arguments[0].clone());
    }
    match program(&arguments[0], &name, mode)? {
        Some(program) => Ok(traceback::code_of_program(program)),
        None => Err(raise!(TypeError, "compile() arg 1 must be a string, bytes or AST object")),
    }
}

/// Whether more lines could follow those typed at a prompt, or must.
fn could_go_on(name: &str, text: &str) -> bool {
    let waits = |text: &str| matches!(parse_interactive(&Source::new(name, text)), Ok(Interactive::Incomplete));
    waits(text) || (parse(&Source::new(name, text)).is_err() && waits(text.trim_end_matches('\n')))
}

/// The source and the tree of a text; none if the value is no text.
pub fn read(text: &Value, name: &str, mode: Mode) -> Result<Option<(Source, Module)>, Raise> {
    let bytes = plain_bytes(text);
    let has_null = |bytes: &[u8]| memchr::memchr(0, bytes).is_some();
    if text.as_str().is_some_and(|text| has_null(text.as_bytes())) || bytes.as_deref().is_some_and(has_null) {
        return Err(raise!(ValueError, "source code string cannot contain null bytes"));
    }
    let source = match (text.as_str(), bytes) {
        (Some(plain), _) => {
            if let Err(Failure::Codec(fault)) = encode::encode(plain, "utf-8", "strict") {
                return Err(raise_fault(Error::UnicodeEncodeError, text.clone(), &fault));
            }
            Source::new(name, plain)
        }
        (None, Some(bytes)) => {
            decode(name, &bytes).map_err(|error| syntax_error::raise(&error, &Source::new(name, "")))?
        }
        (None, None) => return Ok(None),
    };
    if source.text().contains('\0') {
        return Err(raise!(SyntaxError, "source code string cannot contain null bytes"));
    }
    let source = match mode {
        // Blanks in front of an expression do not indent it.
        Mode::Eval => Source::new(name, source.text().trim_start_matches([' ', '\t'])),
        Mode::Exec | Mode::Single => source,
    };
    let fail = |error| syntax_error::raise(&error, &source);
    let tree = parse(&source).map_err(fail)?;
    let is_expression = matches!(&tree.body[..], [only] if matches!(only.kind, StmtKind::Expr(_)));
    if mode == Mode::Eval && !is_expression {
        let place = tree.body.first().map_or_else(Default::default, |first| first.span);
        return Err(fail(crate::error::SyntaxError::new("invalid syntax", place)));
    }
    // Those of one line count as one.
    let begins_line = |pair: &&[Stmt]| {
        let between = source.text().get(pair[0].span.end as usize..pair[1].span.start as usize);
        between.is_none_or(|between| between.contains('\n'))
    };
    if mode == Mode::Single
        && let Some([first, second]) = tree.body.windows(2).find(begins_line)
    {
        return Err(fail(match has_block(first) {
            true => crate::error::SyntaxError::new("invalid syntax", second.span),
            false => {
                let message = "multiple statements found while compiling a single statement";
                crate::error::SyntaxError::new(message, first.span)
            }
        }));
    }
    Ok(Some((source, tree)))
}

/// The program in a text or in a tree of the module `ast`; none if the value is neither.
fn program(text: &Value, name: &str, mode: Mode) -> Result<Option<Program>, Raise> {
    if let Some(unparsed) = unparsed(text)? {
        return program(&unparsed, name, mode);
    }
    let Some((source, mut tree)) = read(text, name, mode)? else { return Ok(None) };
    check_names(&tree).map_err(|error| syntax_error::raise(&error, &source))?;
    if mode == Mode::Eval
        && let [Stmt { kind, .. }] = &mut tree.body[..]
        && let StmtKind::Expr(value) = kind
    {
        *kind = StmtKind::Return(Some(value.clone()));
    }
    Ok(Some(Program::new(Arc::new(source), tree, mode)))
}

/// The text of a tree of the module `ast`.
fn unparsed(tree: &Value) -> Result<Option<Value>, Raise> {
    if tree.kind() != Some(Kind::Instance) {
        return Ok(None);
    }
    let unparse = attribute::find(tree, Symbol::new("_unparsed"))?;
    unparse.map(|method| call::call(&method, &[])).transpose()
}

/// Checks the namespaces of `exec` and `eval`; `None` counts as not given.
fn namespaces(arguments: &[Value], is_exec: bool) -> Result<(Option<&Value>, Option<&Value>), Raise> {
    let globals = given(arguments, 1).filter(|globals| !globals.is_none());
    let locals = given(arguments, 2).filter(|locals| !locals.is_none());
    if let Some(globals) = globals
        && ops::base::plain(globals).downcast::<Dict>().is_none()
    {
        let class = type_name(globals);
        return Err(match is_exec {
            true => raise!(TypeError, "exec() globals must be a dict, not {class}"),
            false if is_mapping(globals)? => {
                raise!(TypeError, "globals must be a real dict; try eval(code, {{}}, mapping)")
            }
            false => raise!(TypeError, "globals must be a dict"),
        });
    }
    if let Some(locals) = locals
        && !is_mapping(locals)?
    {
        let class = type_name(locals);
        return Err(match is_exec {
            true => raise!(TypeError, "locals must be a mapping or None, not {class}"),
            false => raise!(TypeError, "locals must be a mapping"),
        });
    }
    Ok((globals, locals))
}

fn is_mapping(value: &Value) -> Result<bool, Raise> {
    Ok(value.kind() == Some(Kind::Dict) || attribute::special(value, Symbol::GETITEM)?.is_some())
}

/// `exec(source[, globals[, locals]])`
pub fn exec(arguments: &[Value]) -> Res {
    let (globals, locals) = namespaces(arguments, true)?;
    run(&arguments[0], globals, locals, Mode::Exec, "exec")?;
    Ok(Value::None)
}

/// `eval(source[, globals[, locals]])`
pub fn eval(arguments: &[Value]) -> Res {
    let (globals, locals) = namespaces(arguments, false)?;
    run(&arguments[0], globals, locals, Mode::Eval, "eval")
}

fn run(text: &Value, globals: Option<&Value>, locals: Option<&Value>, mode: Mode, called: &str) -> Res {
    let host = host::host()?;
    if let Some(program) = text.content::<Program>() {
        return host.run_program(program, globals, locals);
    }
    match program(text, "<string>", mode)? {
        Some(program) => host.run_program(&program, globals, locals),
        None => Err(raise!(TypeError, "{called}() arg 1 must be a string, bytes or code object")),
    }
}
