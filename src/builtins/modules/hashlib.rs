//! `hashlib`: digests of bytes, by the RustCrypto crates.
//!
//! In: bytes, piece by piece. Out: the digest. An object holds the state of one algorithm.

use super::{Module, class, function};
use crate::builtins::argument::{room, shown_type, size};
use crate::raise;
use crate::value::byte_array::plain_bytes;
use crate::value::class::Class;
use crate::value::instance::Instance;
use crate::value::native::Takes::{Anything, Exactly, Named};
use crate::value::native::{Owner, Parameters, Row, Takes, given, wrong_count};
use crate::value::opaque::{Content, Opaque};
use crate::value::set::Set;
use crate::value::{Arguments, Gc, Raise, Res, Value, host};
use digest::DynDigest;
use std::cell::{OnceCell, RefCell};

/// An algorithm: its name, the size of its blocks, and what begins a digest.
struct Algorithm {
    name: &'static str,
    block: usize,
    begin: fn() -> Box<dyn DynDigest>,
}

/// A row for an algorithm.
macro_rules! algorithm {
    ($name:literal, $block:literal, $type:ty) => {
        Algorithm { name: $name, block: $block, begin: || Box::new(<$type>::default()) }
    };
}

static ALGORITHMS: &[Algorithm] = &[
    algorithm!("blake2b", 128, blake2::Blake2b512),
    algorithm!("blake2s", 64, blake2::Blake2s256),
    algorithm!("md5", 64, md5::Md5),
    algorithm!("sha1", 64, sha1::Sha1),
    algorithm!("sha224", 64, sha2::Sha224),
    algorithm!("sha256", 64, sha2::Sha256),
    algorithm!("sha384", 128, sha2::Sha384),
    algorithm!("sha3_224", 144, sha3::Sha3_224),
    algorithm!("sha3_256", 136, sha3::Sha3_256),
    algorithm!("sha3_384", 104, sha3::Sha3_384),
    algorithm!("sha3_512", 72, sha3::Sha3_512),
    algorithm!("sha512", 128, sha2::Sha512),
];

/// The content of a digest object.
struct Hash {
    algorithm: &'static Algorithm,
    state: RefCell<Box<dyn DynDigest>>,
}

impl Content for Hash {}

/// The module.
pub fn create() -> Gc<Module> {
    let module = super::with_functions("hashlib", FUNCTIONS);
    let names = || {
        let set = Set::create(false);
        for algorithm in ALGORITHMS {
            // Text can always be an item.
            let _ = set.add(Value::str(algorithm.name));
        }
        Value::from(set)
    };
    module.define("algorithms_guaranteed", names());
    module.define("algorithms_available", names());
    module
}

/// A row for a constructor.
macro_rules! constructor {
    ($name:literal) => {
        function(
            "hashlib",
            $name,
            Anything(|arguments| begin($name, arguments.positional, arguments)),
            "Returns a hash object.",
        )
    };
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    constructor!("blake2b"),
    constructor!("blake2s"),
    constructor!("md5"),
    constructor!("sha1"),
    constructor!("sha224"),
    constructor!("sha256"),
    constructor!("sha384"),
    constructor!("sha3_224"),
    constructor!("sha3_256"),
    constructor!("sha3_384"),
    constructor!("sha3_512"),
    constructor!("sha512"),
    function("hashlib", "pbkdf2_hmac", Named(&PBKDF2, derive_key), "Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function."),
    function("hashlib", "new", Anything(new), "Return a new hashing object using the named algorithm."),
];

static PBKDF2: Parameters = Parameters {
    names: &["hash_name", "password", "salt", "iterations", "dklen"],
    positional_only: 0,
    positional: 5,
    required: 4,
};

/// `pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None)`
fn derive_key(arguments: &[Value]) -> Res {
    let Some(name) = arguments[0].as_str() else {
        return Err(raise!(
            TypeError,
            "pbkdf2_hmac() argument 'hash_name' must be str, not {}",
            shown_type(&arguments[0])
        ));
    };
    let name = name.to_lowercase().replace('-', "_");
    let Some(algorithm) = ALGORITHMS.iter().find(|algorithm| algorithm.name == name) else {
        return Err(raise!(ValueError, "unsupported hash type {name}"));
    };
    let (password, salt) = (bytes_of(&arguments[1])?, bytes_of(&arguments[2])?);
    let iterations = size(&arguments[3])?;
    let width = (algorithm.begin)().output_size();
    let length = given(arguments, 4).filter(|length| !length.is_none()).map_or(Ok(width as i64), size)?;
    if iterations < 1 {
        return Err(raise!(ValueError, "iteration value must be greater than 0."));
    }
    if length < 1 {
        return Err(raise!(ValueError, "key length must be greater than 0."));
    }
    let (Ok(iterations), Ok(length)) = (i32::try_from(iterations), i32::try_from(length)) else {
        return Err(raise!(
            OverflowError,
            "{} value is too great.",
            if iterations > 1 << 31 { "iteration" } else { "key length" }
        ));
    };
    room(length as usize, 1)?;
    let digest = |parts: &[&[u8]]| {
        let mut state = (algorithm.begin)();
        parts.iter().for_each(|part| state.update(part));
        state.finalize().into_vec()
    };
    let mut key = if password.len() > algorithm.block { digest(&[&password]) } else { password };
    key.resize(algorithm.block, 0);
    let masked = |mask: u8| key.iter().map(|byte| byte ^ mask).collect::<Vec<u8>>();
    let (inner, outer) = (masked(0x36), masked(0x5c));
    let keyed = |message: &[&[u8]]| {
        let mut parts = vec![&inner[..]];
        parts.extend_from_slice(message);
        digest(&[&outer, &digest(&parts)])
    };
    let mut derived = Vec::new();
    let mut block = 0_u32;
    while derived.len() < length as usize {
        block += 1;
        let mut last = keyed(&[&salt, &block.to_be_bytes()]);
        let mut sum = last.clone();
        for turn in 1..iterations {
            if turn % 1024 == 0 {
                host::poll()?;
            }
            last = keyed(&[&last]);
            sum.iter_mut().zip(&last).for_each(|(sum, byte)| *sum ^= byte);
        }
        derived.extend(sum);
    }
    derived.truncate(length as usize);
    Ok(Value::bytes(&derived))
}

fn new(arguments: &Arguments<'_>) -> Res {
    let (name, rest) = match (arguments.positional.split_first(), arguments.keyword("name")) {
        (Some((name, rest)), _) => (name, rest),
        (None, Some(name)) => (name, &[][..]),
        (None, None) => return Err(raise!(TypeError, "new() missing 1 required positional argument: 'name'")),
    };
    let Some(name) = name.as_str() else {
        let class = shown_type(name);
        return Err(raise!(TypeError, "name must be a string, not {class}"));
    };
    begin(&name.to_lowercase().replace('-', "_"), rest, arguments)
}

/// Begins a digest with the first piece of data, if there is one.
fn begin(name: &str, positional: &[Value], arguments: &Arguments<'_>) -> Res {
    let Some(algorithm) = ALGORITHMS.iter().find(|algorithm| algorithm.name == name) else {
        return Err(raise!(ValueError, "unsupported hash type {name}"));
    };
    if positional.len() > 1 {
        return Err(wrong_count(name, positional.len(), 0, 1));
    }
    let known = ["name", "data", "string", "usedforsecurity"];
    if let Some(other) = arguments.names.iter().find(|name| !known.contains(&name.as_str())) {
        return Err(raise!(TypeError, "'{other}' is an invalid keyword argument for {name}()"));
    }
    let mut state = (algorithm.begin)();
    let data = positional.first().or_else(|| arguments.keyword("string")).or_else(|| arguments.keyword("data"));
    if let Some(data) = data {
        state.update(&bytes_of(data)?);
    }
    Ok(make(algorithm, state))
}

fn bytes_of(value: &Value) -> Result<Vec<u8>, Raise> {
    if value.as_str().is_some() {
        return Err(raise!(TypeError, "Strings must be encoded before hashing"));
    }
    plain_bytes(value).ok_or_else(|| raise!(TypeError, "object supporting the buffer API required"))
}

fn make(algorithm: &'static Algorithm, state: Box<dyn DynDigest>) -> Value {
    let hash = Hash { algorithm, state: RefCell::new(state) };
    Value::from(Instance::wrap(&class(), Opaque::create(hash)))
}

fn is_hash(value: &Value) -> bool {
    value.content::<Hash>().is_some()
}

fn this(value: &Value) -> Result<&Hash, Raise> {
    value.content().ok_or_else(|| raise!(TypeError, "HASH expected"))
}

const fn method(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("_hashlib.HASH", is_hash), takes, pure: false, doc }
}

static METHODS: &[Row] = &[
    method("update", Exactly(1, update), "Update this hash object's state with the provided string."),
    method(
        "digest",
        Exactly(0, |arguments| Ok(Value::bytes(&finished(arguments)?))),
        "Return the digest value as a bytes object.",
    ),
    method(
        "hexdigest",
        Exactly(0, |arguments| Ok(Value::str(&super::binascii::hexadecimal(&finished(arguments)?)))),
        "Return the digest value as a string of hexadecimal digits.",
    ),
    method("copy", Exactly(0, copy), "Return a copy of the hash object."),
    method("__repr__", Exactly(0, repr), "Return repr(self)."),
];

fn class() -> Gc<Class> {
    thread_local! {
        static CLASS: OnceCell<Gc<Class>> = const { OnceCell::new() };
    }
    let make = || {
        let class = class::create_bare("_hashlib", "HASH", METHODS);
        class::add_attributes(
            &class,
            &[
                ("name", |value| Ok(Value::str(this(value)?.algorithm.name))),
                ("digest_size", |value| Ok(Value::int(this(value)?.state.borrow().output_size() as i64))),
                ("block_size", |value| Ok(Value::int(this(value)?.algorithm.block as i64))),
            ],
        );
        class
    };
    CLASS.with(|known| known.get_or_init(make).clone())
}

fn update(arguments: &[Value]) -> Res {
    let bytes = bytes_of(&arguments[1])?;
    this(&arguments[0])?.state.borrow_mut().update(&bytes);
    Ok(Value::None)
}

fn finished(arguments: &[Value]) -> Result<Vec<u8>, Raise> {
    let state = this(&arguments[0])?.state.borrow().clone();
    Ok(state.finalize().into_vec())
}

fn copy(arguments: &[Value]) -> Res {
    let hash = this(&arguments[0])?;
    let state = hash.state.borrow().clone();
    Ok(make(hash.algorithm, state))
}

fn repr(arguments: &[Value]) -> Res {
    let name = this(&arguments[0])?.algorithm.name;
    Ok(Value::str(&format!("<{name} _hashlib.HASH object @ {:#x}>", arguments[0].payload())))
}
