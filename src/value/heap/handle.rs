//! Counted handles: `Ref` to any object, `Gc<T>` to one whose body is known.
//!
//! In: bodies. Out: handles that count, compare by identity, and hand out `&T`. Releasing the last handle frees the
//! object; a chain of any length is freed in bounded stack, by queueing past a certain depth.
#![allow(unsafe_code)]

use super::buffer::Row;
use super::fields::Fields;
use super::header::{Header, WATCHED};
use super::kind::{self, Body, Kind};
use super::tail::Tail;
use super::{collect, finalize, memory, weak};
use crate::value::Value;
use crate::value::instance::Instance;
use crate::value::opaque::Content;
use crate::value::str::Str;
use crate::value::tuple::Tuple;
use std::alloc::{Layout, alloc, dealloc, handle_alloc_error};
use std::cell::{Cell, RefCell};
use std::fmt;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::ptr::NonNull;

/// An object as it lies in memory.
#[repr(C)]
pub(super) struct Boxed<T> {
    pub(super) header: Header,
    pub(super) body: T,
}

/// A counted handle to an object of any kind.
#[repr(transparent)]
pub struct Ref(NonNull<Header>);

/// A counted handle to an object whose body is a `T`.
#[repr(transparent)]
pub struct Gc<T> {
    reference: Ref,
    body: PhantomData<T>,
}

impl Ref {
    /// What the object's body is.
    #[inline(always)]
    pub fn kind(&self) -> Kind {
        self.header().kind
    }

    /// The words before the body.
    #[inline(always)]
    pub fn header(&self) -> &Header {
        // SAFETY: a handle owns a count, so the object is alive as long as the handle is.
        unsafe { self.0.as_ref() }
    }

    /// The address of the object, which is its identity.
    #[inline(always)]
    pub fn address(&self) -> usize {
        self.0.as_ptr() as usize
    }

    /// Whether weak handles to the object exist.
    pub fn is_watched(&self) -> bool {
        self.header().has(WATCHED)
    }

    /// How many handles there are.
    pub fn count(&self) -> u64 {
        self.header().count.get()
    }

    /// Whether this is the only handle.
    #[inline(always)]
    pub fn is_unique(&self) -> bool {
        self.header().count.get() == 1
    }

    /// The body, if it is a `T`.
    #[inline(always)]
    pub fn downcast<T: Body>(&self) -> Option<&T> {
        if self.kind() == T::KIND {
            // SAFETY: the kind says that the object is a `Boxed<T>`; it lives as long as this handle.
            Some(unsafe { &(*self.0.as_ptr().cast::<Boxed<T>>()).body })
        } else {
            None
        }
    }

    /// A typed handle borrowed from this one, if the body is a `T`.
    #[inline(always)]
    pub fn as_gc<T: Body>(&self) -> Option<&Gc<T>> {
        if self.kind() == T::KIND {
            // SAFETY: `Gc<T>` is transparent over `Ref`, and the kind was checked.
            Some(unsafe { &*std::ptr::from_ref(self).cast::<Gc<T>>() })
        } else {
            None
        }
    }

    /// The body, to be changed, if it is a `T` and this is the only handle.
    #[inline]
    pub fn body_mut<T: Body>(&mut self) -> Option<&mut T> {
        if self.kind() == T::KIND && self.is_unique() {
            // SAFETY: the kind was checked; nobody else has a handle, and this one is borrowed for as long as the body.
            Some(unsafe { &mut (*self.0.as_ptr().cast::<Boxed<T>>()).body })
        } else {
            None
        }
    }

    /// The raw pointer, with its count given away to the caller.
    pub fn into_raw(self) -> *mut Header {
        ManuallyDrop::new(self).0.as_ptr()
    }

    /// The handle's raw pointer; the handle keeps its count.
    #[inline(always)]
    pub fn as_raw(&self) -> *mut Header {
        self.0.as_ptr()
    }

    /// The handle whose count `into_raw` gave away.
    ///
    /// # Safety
    /// `raw` points to a live object, and the caller owns one of its counts.
    pub unsafe fn from_raw(raw: *mut Header) -> Ref {
        // SAFETY: live objects are not at address zero.
        Ref(unsafe { NonNull::new_unchecked(raw) })
    }

    pub(super) fn pointer(&self) -> NonNull<Header> {
        self.0
    }

    /// Notes that the object, to which there is no other handle, has moved.
    pub(super) fn moved(&mut self, to: NonNull<Header>) {
        self.0 = to;
    }

    /// The typed handle, of an object whose body is known to be a `T`.
    ///
    /// # Safety
    /// The body is a `T`.
    #[inline(always)]
    pub(super) unsafe fn into_gc<T>(self) -> Gc<T> {
        Gc { reference: self, body: PhantomData }
    }
}

impl Clone for Ref {
    #[inline(always)]
    fn clone(&self) -> Ref {
        let count = &self.header().count;
        count.set(count.get() + 1);
        Ref(self.0)
    }
}

impl Clone for Value {
    /// One comparison and two moves; the derived code is a jump table over all variants.
    #[inline(always)]
    fn clone(&self) -> Value {
        if let Value::Object(object) = self {
            let count = &object.header().count;
            count.set(count.get() + 1);
        }
        // SAFETY: an object's count was just raised for the copy; nothing else owns anything.
        unsafe { std::ptr::read(self) }
    }
}

impl Drop for Ref {
    #[inline(always)]
    fn drop(&mut self) {
        let count = &self.header().count;
        let left = count.get() - 1;
        count.set(left);
        if left == 0 {
            release(self.0);
        }
    }
}

impl fmt::Debug for Ref {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}@{:#x}", self.kind(), self.address())
    }
}

impl<T: Body> Gc<T> {
    /// Puts a body on the heap. It is part of its caller, so that the body is made where it shall lie: what moves through memory
    /// right after it was written waits for that.
    #[inline(always)]
    pub fn new(body: T) -> Gc<T> {
        const { assert!(std::mem::align_of::<T>() <= 16) };
        let boxed = block(const { row_layout::<T>(0).expect("a body is small") }).cast::<Boxed<T>>();
        // SAFETY: the block has this layout, and nobody else knows it.
        unsafe {
            boxed.write(Boxed { header: Header::new(T::KIND), body });
            Gc { reference: Ref(NonNull::new_unchecked(boxed.cast::<Header>())), body: PhantomData }
        }
    }

    /// Puts a body on the heap together with a row of `count` values that it owns, in one block. `item` gives the value for each
    /// place; the body must report their number as its `row_length`.
    #[inline(always)]
    pub(in crate::value) fn with_row(
        count: usize,
        item: impl FnMut(usize) -> Value,
        make: impl FnOnce(Row) -> T,
    ) -> Gc<T> {
        const { assert!(std::mem::align_of::<T>() <= 16) };
        let Some(layout) = layout_with_row::<T>(count) else { handle_alloc_error(Layout::new::<Boxed<T>>()) };
        let block = block(layout);
        // SAFETY: the row lies behind the body, as `layout_with_row` made room for; then the body is written once.
        unsafe {
            let row = Row::fill(block.add(std::mem::size_of::<Boxed<T>>()).cast::<Value>(), count, item);
            let boxed = block.cast::<Boxed<T>>();
            boxed.write(Boxed { header: Header::new(T::KIND), body: make(row) });
            debug_assert_eq!((*boxed).body.row_length(), count);
            Gc { reference: Ref(NonNull::new_unchecked(block.cast::<Header>())), body: PhantomData }
        }
    }

    /// Puts a body on the heap together with room for `room` fields, in one block.
    #[inline]
    pub(in crate::value) fn with_fields(room: usize, make: impl FnOnce(Fields) -> T) -> Gc<T> {
        const { assert!(std::mem::align_of::<T>() <= 16) };
        let Some(layout) = layout_with_row::<T>(room) else { handle_alloc_error(Layout::new::<Boxed<T>>()) };
        let block = block(layout);
        // SAFETY: the fields lie behind the body, as `layout_with_row` made room for; then the body is written once.
        unsafe {
            let fields = Fields::over(block.add(std::mem::size_of::<Boxed<T>>()).cast::<Value>(), room as u32);
            let boxed = block.cast::<Boxed<T>>();
            boxed.write(Boxed { header: Header::new(T::KIND), body: make(fields) });
            debug_assert_eq!((*boxed).body.row_length(), room);
            Gc { reference: Ref(NonNull::new_unchecked(block.cast::<Header>())), body: PhantomData }
        }
    }

    /// Puts a body on the heap together with data that stands in place of its fields, in one block. Its `row_length` is the room of the
    /// fields.
    #[inline(always)]
    pub(in crate::value) fn with_content<U: Content>(content: U, make: impl FnOnce(Fields) -> T) -> Gc<T> {
        /// The data behind its owner.
        #[repr(C)]
        struct Held<U> {
            owner: Tail<dyn Content>,
            content: U,
        }
        const { assert!(std::mem::align_of::<Held<U>>() <= std::mem::align_of::<Boxed<T>>()) };
        let room = const { std::mem::size_of::<Held<U>>().div_ceil(std::mem::size_of::<Value>()) };
        let Some(layout) = layout_with_row::<T>(room) else { handle_alloc_error(Layout::new::<Boxed<T>>()) };
        let block = block(layout);
        // SAFETY: the data lies behind the body, where there is room for it and an alignment that serves it, as was asserted; its owner
        // is written when it is there; then the body is written once.
        unsafe {
            let held = block.add(std::mem::size_of::<Boxed<T>>()).cast::<Held<U>>();
            (&raw mut (*held).content).write(content);
            let owner = Tail::over::<U>(&raw mut (*held).content as *mut dyn Content);
            (&raw mut (*held).owner).write(owner);
            let boxed = block.cast::<Boxed<T>>();
            let fields = Fields::of_content(held.cast::<Value>(), room as u32);
            boxed.write(Boxed { header: Header::new(T::KIND), body: make(fields) });
            Gc { reference: Ref(NonNull::new_unchecked(block.cast::<Header>())), body: PhantomData }
        }
    }

    /// Puts a body on the heap together with what it owns of another type, in one block. The body must report how many
    /// values would take as much room as its `row_length`.
    #[inline]
    pub(in crate::value) fn with_tail<U: 'static, V: ?Sized>(
        tail: U,
        widen: impl FnOnce(*mut U) -> *mut V,
        make: impl FnOnce(Tail<V>) -> T,
    ) -> Gc<T> {
        const { assert!(std::mem::align_of::<U>() <= std::mem::align_of::<T>() && std::mem::align_of::<T>() <= 16) };
        let room = std::mem::size_of::<U>().div_ceil(std::mem::size_of::<Value>());
        let Some(layout) = layout_with_row::<T>(room) else { handle_alloc_error(Layout::new::<Boxed<T>>()) };
        let block = block(layout);
        // SAFETY: the tail lies behind the body, where there is room for it and the alignment of the body; then the body is written
        // once. The tail has the same address as before it was widened.
        unsafe {
            let place = block.add(std::mem::size_of::<Boxed<T>>()).cast::<U>();
            place.write(tail);
            let boxed = block.cast::<Boxed<T>>();
            boxed.write(Boxed { header: Header::new(T::KIND), body: make(Tail::over::<U>(widen(place))) });
            debug_assert_eq!((*boxed).body.row_length(), room);
            Gc { reference: Ref(NonNull::new_unchecked(block.cast::<Header>())), body: PhantomData }
        }
    }

    /// The body, to be changed, if this is the only handle.
    #[inline]
    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.reference.body_mut()
    }

    /// Enters the object in the collector's registry: it may now be part of a cycle.
    #[inline]
    pub fn track(&self) {
        collect::track(&self.reference);
    }
}

impl<T> Gc<T> {
    /// The same handle without its type.
    #[inline(always)]
    pub fn into_ref(self) -> Ref {
        self.reference
    }

    /// Whether both are handles to the same object.
    #[inline(always)]
    pub fn is(&self, other: &Gc<T>) -> bool {
        self.reference.0 == other.reference.0
    }
}

impl<T> AsRef<Ref> for Gc<T> {
    /// The untyped handle inside.
    #[inline(always)]
    fn as_ref(&self) -> &Ref {
        &self.reference
    }
}

impl<T> Deref for Gc<T> {
    type Target = T;
    #[inline(always)]
    fn deref(&self) -> &T {
        // SAFETY: a `Gc<T>` is only made by `new` and after a kind check, so the object is a `Boxed<T>`.
        unsafe { &(*self.reference.0.as_ptr().cast::<Boxed<T>>()).body }
    }
}

impl<T> Clone for Gc<T> {
    #[inline(always)]
    fn clone(&self) -> Gc<T> {
        Gc { reference: self.reference.clone(), body: PhantomData }
    }
}

impl<T> fmt::Debug for Gc<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.reference.fmt(f)
    }
}

/// The block of a new object, which the heap now counts. The layout is not empty.
#[inline(never)]
pub(super) fn block(layout: Layout) -> *mut u8 {
    debug_assert!(layout.size() > 0);
    memory::charge(layout.size());
    // SAFETY: every object has a header.
    let block = unsafe { alloc(layout) };
    if block.is_null() {
        handle_alloc_error(layout);
    }
    block
}

const fn max(a: usize, b: usize) -> usize {
    if a > b { a } else { b }
}

/// The layout of an object with a row of values behind its body.
#[inline(always)]
pub(super) fn layout_with_row<T>(count: usize) -> Option<Layout> {
    const { assert!(std::mem::size_of::<Boxed<T>>().is_multiple_of(std::mem::align_of::<Value>())) };
    row_layout::<T>(count)
}

const fn row_layout<T>(count: usize) -> Option<Layout> {
    let align = max(std::mem::align_of::<Boxed<T>>(), std::mem::align_of::<Value>());
    let Some(row) = count.checked_mul(std::mem::size_of::<Value>()) else { return None };
    let Some(size) = row.checked_add(front::<T>()) else { return None };
    match Layout::from_size_align(size, align) {
        Ok(layout) => Some(layout),
        Err(_) => None,
    }
}

/// The bytes of a block that are no row: header and body, and what rounds them up to the steps in which blocks come.
pub(super) const fn front<T>() -> usize {
    std::mem::size_of::<Boxed<T>>().next_multiple_of(std::mem::size_of::<Value>())
}

/// Drops a body and gives its block back.
///
/// # Safety
/// The object is a `Boxed<T>`, alive, and no handle to it is left.
pub(super) unsafe fn destroy<T: Body>(object: NonNull<Header>) {
    let boxed = object.cast::<Boxed<T>>();
    // SAFETY: the caller's promise; the layout is the one that the object was made with.
    unsafe {
        let size = front::<T>() + boxed.as_ref().body.row_length() * std::mem::size_of::<Value>();
        let align = const { max(std::mem::align_of::<Boxed<T>>(), std::mem::align_of::<Value>()) };
        let layout = Layout::from_size_align_unchecked(size, align);
        memory::refund(layout.size());
        boxed.drop_in_place();
        dealloc(boxed.as_ptr().cast(), layout);
    }
}

/// How many releases may be nested before the rest is queued.
const NESTED: u32 = 64;

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    static QUEUE: RefCell<Vec<NonNull<Header>>> = const { RefCell::new(Vec::new()) };
}

/// Frees an object whose last handle has gone. It never unwinds, so that no drop of a value needs a landing pad.
#[cold]
#[inline(never)]
pub(super) extern "C" fn release(object: NonNull<Header>) {
    // What holds nothing else is freed without anything nested, and what an instance is around counts with that.
    // SAFETY: the object has not been freed yet.
    let kind = unsafe { object.as_ref() }.kind;
    if kind == Kind::Str {
        // SAFETY: nobody waits for the end of text, no cycle goes through it, and the count is zero.
        unsafe { destroy::<Str>(object) };
        return;
    }
    if kind == Kind::Tuple && is_last_of_nothing(object) {
        // SAFETY: nobody was to be told of its end, and the count is zero.
        unsafe { destroy::<Tuple>(object) };
        return;
    }
    if matches!(kind, Kind::Bytes | Kind::BigInt | Kind::Complex | Kind::Opaque)
        || kind == Kind::Instance && holds_content(object)
    {
        return free(object);
    }
    DEPTH.with(|nested| {
        let depth = nested.get();
        if depth >= NESTED {
            // While the thread ends, its queue may be gone; the memory then goes with the process.
            let _ = QUEUE.try_with(|queue| queue.borrow_mut().push(object));
            return;
        }
        nested.set(depth + 1);
        free(object);
        if depth == 0 {
            while let Some(next) = QUEUE.try_with(|queue| queue.borrow_mut().pop()).ok().flatten() {
                free(next);
            }
        }
        nested.set(depth);
    });
}

/// Whether a tuple that nobody waits for holds no object's last handle: no other object is freed with it.
#[inline(always)]
fn is_last_of_nothing(tuple: NonNull<Header>) -> bool {
    // SAFETY: the caller saw that it is a tuple, which has not been freed yet.
    let tuple = unsafe { tuple.cast::<Boxed<Tuple>>().as_ref() };
    let is_last = |item: &Value| matches!(item, Value::Object(object) if object.is_unique());
    !tuple.header.is_noted() && !tuple.body.has_names() && !tuple.body.items().iter().any(is_last)
}

/// Whether an instance has data in place of fields: no other object is freed with it.
#[inline(always)]
fn holds_content(instance: NonNull<Header>) -> bool {
    // SAFETY: the caller saw that it is an instance, which has not been freed yet.
    unsafe { instance.cast::<Boxed<Instance>>().as_ref() }.body.holds_content()
}

/// Tells those who wait for the end of an object. True means that it lives on until script code has run.
#[cold]
#[inline(never)]
fn is_watched(object: NonNull<Header>) -> bool {
    // SAFETY: the object has not been freed yet; the handle gets a count, which no one else has.
    let object = unsafe {
        object.as_ref().count.set(1);
        Ref::from_raw(object.as_ptr())
    };
    if finalize::take(&object) {
        return true;
    }
    let object = ManuallyDrop::new(object);
    if object.header().has(WATCHED) {
        weak::forget(object.0);
    }
    object.header().count.set(0);
    false
}

fn free(object: NonNull<Header>) {
    // SAFETY: the object has not been freed yet.
    let header = unsafe { object.as_ref() };
    if header.is_noted() {
        if header.has_flags() && is_watched(object) {
            return;
        }
        collect::untrack(object);
    }
    // SAFETY: the count is zero and nobody else has the pointer; the body is dropped once, by its kind.
    unsafe { kind::destroy(object) }
}

#[cfg(test)]
mod tests {

    use crate::value::Value;
    use crate::value::list::List;

    #[test]
    fn a_deep_chain_is_freed_without_recursion() {
        let mut chain = Value::none();
        for _ in 0..300_000 {
            let list = List::new();
            list.push(chain);
            chain = Value::from(list);
        }
        drop(chain);
    }

    #[test]
    fn handles_count() {
        let a = crate::value::heap::Gc::new(List::default());
        assert!(a.as_ref().is_unique());
        let b = a.clone();
        assert_eq!(a.as_ref().header().count(), 2);
        assert!(a.is(&b));
    }
}
