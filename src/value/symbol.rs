//! Interned names: attributes, methods, keywords.
//!
//! In: text. Out: a small number that stands for it, the same for the same text in the whole process, so that resolved
//! trees can carry it between threads.

use rustc_hash::FxHashMap;
use std::cell::Cell;
use std::fmt;
use std::sync::{OnceLock, RwLock};

/// An interned name.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Symbol(u32);

/// The numbers of the names; whoever has a number need not wait for it.
type Numbers = FxHashMap<&'static str, u32>;

/// The names behind the known ones, by number, in blocks of which each is twice as large as the one before.
static NAMES: [OnceLock<Box<[OnceLock<&'static str>]>>; 22] = [const { OnceLock::new() }; 22];

/// How many names the first block has.
const FIRST: usize = 2048;

/// Where the name with a number lies: the block, how large that is, and the place in it.
fn place_of(number: usize) -> (usize, usize, usize) {
    let block = ((number - KNOWN.len()) / FIRST + 1).ilog2() as usize;
    (block, FIRST << block, number - KNOWN.len() + FIRST - (FIRST << block))
}

/// Room for the names that every engine needs.
const ROOM: usize = 1700;

fn table() -> &'static RwLock<Numbers> {
    static TABLE: OnceLock<RwLock<Numbers>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut numbers = FxHashMap::with_capacity_and_hasher(ROOM, Default::default());
        numbers.extend(KNOWN.iter().enumerate().map(|(number, &name)| (name, number as u32)));
        RwLock::new(numbers)
    })
}

macro_rules! known {
    ($($constant:ident = $name:literal,)*) => {
        /// Names that have a symbol from the beginning.
        const KNOWN: &[&str] = &[$($name,)*];

        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Number { $($constant,)* }

        impl Symbol {
            $(
                #[doc = concat!("`", $name, "`")]
                pub const $constant: Symbol = Symbol(Number::$constant as u32);
            )*
        }
    };
}

known! {
    ADD = "__add__", RADD = "__radd__", IADD = "__iadd__",
    SUB = "__sub__", RSUB = "__rsub__", ISUB = "__isub__",
    MUL = "__mul__", RMUL = "__rmul__", IMUL = "__imul__",
    TRUEDIV = "__truediv__", RTRUEDIV = "__rtruediv__", ITRUEDIV = "__itruediv__",
    FLOORDIV = "__floordiv__", RFLOORDIV = "__rfloordiv__", IFLOORDIV = "__ifloordiv__",
    MOD = "__mod__", RMOD = "__rmod__", IMOD = "__imod__",
    POW = "__pow__", RPOW = "__rpow__", IPOW = "__ipow__",
    LSHIFT = "__lshift__", RLSHIFT = "__rlshift__", ILSHIFT = "__ilshift__",
    RSHIFT = "__rshift__", RRSHIFT = "__rrshift__", IRSHIFT = "__irshift__",
    AND = "__and__", RAND = "__rand__", IAND = "__iand__",
    OR = "__or__", ROR = "__ror__", IOR = "__ior__",
    XOR = "__xor__", RXOR = "__rxor__", IXOR = "__ixor__",
    MATMUL = "__matmul__", RMATMUL = "__rmatmul__", IMATMUL = "__imatmul__",
    DIVMOD = "__divmod__", RDIVMOD = "__rdivmod__",
    NEG = "__neg__", POS = "__pos__", INVERT = "__invert__", ABS = "__abs__",
    EQ = "__eq__", NE = "__ne__", LT = "__lt__", LE = "__le__", GT = "__gt__", GE = "__ge__",
    BOOL = "__bool__", LEN = "__len__", HASH = "__hash__", REPR = "__repr__", STR = "__str__", FORMAT = "__format__",
    BYTES = "__bytes__", LENGTH_HINT = "__length_hint__", MISSING = "__missing__",
    DIR_METHOD = "__dir__", SIZEOF = "__sizeof__",
    CONTAINS = "__contains__", GETITEM = "__getitem__", SETITEM = "__setitem__", DELITEM = "__delitem__",
    ITER = "__iter__", NEXT = "__next__", REVERSED = "__reversed__",
    CALL = "__call__", NEW = "__new__", INIT = "__init__",
    GETATTR = "__getattr__", GETATTRIBUTE = "__getattribute__", DEL = "__del__", SETATTR = "__setattr__", DELATTR = "__delattr__",
    GET = "__get__", SET = "__set__", DELETE = "__delete__", SET_NAME = "__set_name__", INIT_SUBCLASS = "__init_subclass__", CLASS_GETITEM = "__class_getitem__",
    PREPARE = "__prepare__", CLASSCELL = "__classcell__", METACLASS = "metaclass", SLOTS = "__slots__",
    INSTANCECHECK = "__instancecheck__", SUBCLASSCHECK = "__subclasscheck__", SUBCLASSHOOK = "__subclasshook__",
    ANNOTATIONS = "__annotations__", WRAPPED = "__wrapped__", BASE = "__base__",
    ABSTRACT_METHODS = "__abstractmethods__", IS_ABSTRACT = "__isabstractmethod__", WEAKREF = "__weakref__",
    ENTER = "__enter__", EXIT = "__exit__", WRITE = "write", RANDOM = "random", GETRANDBITS = "getrandbits",
    REDUCE_EX = "__reduce_ex__", REDUCE = "__reduce__", GETSTATE = "__getstate__", SETSTATE = "__setstate__",
    GETNEWARGS_EX = "__getnewargs_ex__", GETNEWARGS = "__getnewargs__",
    INDEX = "__index__", INT = "__int__", FLOAT = "__float__", COMPLEX = "__complex__", ROUND = "__round__",
    TRUNC = "__trunc__", FLOOR = "__floor__", CEIL = "__ceil__",
    CLASS = "__class__", DICT = "__dict__", NAME = "__name__", QUALNAME = "__qualname__", MODULE = "__module__",
    DOC = "__doc__", BASES = "__bases__", MRO = "__mro__", DEFAULTS = "__defaults__", KWDEFAULTS = "__kwdefaults__",
    SELF = "__self__", FUNC = "__func__", NOTES = "__notes__", CAUSE = "__cause__", CONTEXT = "__context__",
    SUPPRESS_CONTEXT = "__suppress_context__", TRACEBACK = "__traceback__", ARGS = "args", MESSAGE = "message",
    BUILTINS = "builtins", MAIN = "__main__", KEYS = "keys", CLOSE = "close", SEND = "send", THROW = "throw",
    EXEC = "exec", EVAL = "eval", GLOBALS = "globals", LOCALS = "locals", VARS = "vars", DIR = "dir",
    ARRAY = "__array__", ARRAY_UFUNC = "__array_ufunc__", ARRAY_PRIORITY = "__array_priority__",
    VALUE = "value", CODE = "code", ERRNO = "errno", STRERROR = "strerror", FILENAME = "filename", FILENAME2 = "filename2", OBJ = "obj",
    EXCEPTION_NAME = "name", PATH = "path",
}

/// How many names a thread remembers the symbols of; a power of two.
const RECENT: usize = 256;

thread_local! {
    /// Names that were asked for lately, which need not be looked up in the table that all threads share.
    static ASKED: [Cell<Option<(&'static str, u32)>>; RECENT] = const { [const { Cell::new(None) }; RECENT] };
}

/// Where a name lies among those that were asked for lately.
fn place(name: &str) -> usize {
    let bytes = name.as_bytes();
    let byte = |at: usize| bytes.get(at).map_or(0, |&byte| byte as usize);
    let length = bytes.len();
    let ends = byte(0) ^ (byte(length.wrapping_sub(1)) << 3);
    ((length * 37) ^ ends ^ (byte(length / 2) << 1)) % RECENT
}

impl Symbol {
    /// The symbol of a name. Names are never forgotten.
    pub fn new(name: &str) -> Symbol {
        Symbol::asked(name, || Some(Symbol::look_up(name))).unwrap_or_else(|| Symbol::look_up(name))
    }

    /// The symbol that was found for a name lately, or else now.
    #[inline]
    fn asked(name: &str, find: impl FnOnce() -> Option<Symbol>) -> Option<Symbol> {
        let place = place(name);
        if let Ok(Some((known, number))) = ASKED.try_with(|asked| asked[place].get())
            && known == name
        {
            return Some(Symbol(number));
        }
        let symbol = find()?;
        let _ = ASKED.try_with(|asked| asked[place].set(Some((symbol.as_str(), symbol.0))));
        Some(symbol)
    }

    fn look_up(name: &str) -> Symbol {
        if let Some(&number) = read().get(name) {
            return Symbol(number);
        }
        let mut numbers = table().write().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some(&number) = numbers.get(name) {
            return Symbol(number);
        }
        let name: &'static str = Box::leak(name.into());
        let number = numbers.len();
        let (block, size, place) = place_of(number);
        let block = NAMES[block].get_or_init(|| std::iter::repeat_with(OnceLock::new).take(size).collect());
        block[place].get_or_init(|| name);
        numbers.insert(name, number as u32);
        Symbol(number as u32)
    }

    /// The symbol of a name that some tree or class already uses. A computed name (`getattr`) that no one has ever
    /// interned is no attribute of anything, and need not be remembered.
    pub fn existing(name: &str) -> Option<Symbol> {
        Symbol::asked(name, || read().get(name).map(|&number| Symbol(number)))
    }

    /// The name.
    pub fn as_str(self) -> &'static str {
        let number = self.0 as usize;
        if let Some(name) = KNOWN.get(number) {
            return name;
        }
        let (block, _, place) = place_of(number);
        NAMES[block].get().and_then(|block| block[place].get()).copied().unwrap_or_default()
    }

    /// The number.
    pub fn number(self) -> u32 {
        self.0
    }
}

fn read() -> std::sync::RwLockReadGuard<'static, Numbers> {
    table().read().unwrap_or_else(|poisoned| poisoned.into_inner())
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<&str> for Symbol {
    fn from(name: &str) -> Symbol {
        Symbol::new(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_is_the_same_symbol() {
        assert_eq!(Symbol::new("append"), Symbol::new("append"));
        assert_ne!(Symbol::new("append"), Symbol::new("extend"));
        assert_eq!(Symbol::new("append").as_str(), "append");
        assert_eq!((Symbol::new("__add__"), Symbol::FILENAME.as_str()), (Symbol::ADD, "filename"));
        assert!(Symbol::existing("never interned by anyone").is_none());
    }

    #[test]
    fn many_names_are_read_by_any_thread() {
        let names: Vec<String> = (0..3 * FIRST).map(|number| format!("one of many {number}")).collect();
        let symbols: Vec<Symbol> = names.iter().map(|name| Symbol::new(name)).collect();
        let read = move || symbols.iter().zip(&names).all(|(symbol, name)| symbol.as_str() == name);
        assert!(std::thread::spawn(read).join().unwrap());
    }
}
