//! A thread that makes machine code beside the script's own.
//!
//! In: units with orders, one at a time. Out: what they have become, when somebody looks. It holds no values, so it may end whenever it likes:
//! an engine that is dropped lets it finish what it does, and the process does not wait for it.
//!
//! Memory stays with the thread that asked for it, since the command keeps free blocks in lists of their own for each thread, which would grow
//! where blocks only arrive. So the worker works on a copy of the unit and sends the unit back; the engine copies what it keeps of the product
//! and sends that back with the next order.

use std::cell::Cell;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread::Builder;
use std::time::{Duration, Instant};

use super::order::{Order, Product};
use super::system;
use crate::jit::compile::Generator;
use crate::trace::ir::Unit;

/// Bytes of address space for its stack: passes go down the loops of a unit.
const STACK: usize = 16 << 20;

/// What goes to and fro.
struct Parcel {
    unit: Unit,
    order: Order,
    product: Option<Box<Product>>,
    /// How long the processor has worked on it.
    worked: Duration,
}

/// A thread that makes machine code.
pub struct Worker {
    orders: SyncSender<Parcel>,
    products: Receiver<Parcel>,
    is_busy: Cell<bool>,
    /// Until when there is no core for it, as far as can be told.
    rests: Cell<Option<Instant>>,
    /// What it made last.
    last: Cell<Option<Box<Product>>>,
}

/// What has become of an order.
pub enum Progress {
    /// It is not done.
    UnderWay,
    /// It is done.
    Done(Box<Product>),
    /// It never will be: the worker has failed.
    Lost,
}

impl Worker {
    /// Starts one, if the system has a thread to spare.
    pub fn start() -> Option<Worker> {
        let (orders, received) = sync_channel::<Parcel>(1);
        let (sender, products) = sync_channel(1);
        let work = move || {
            system::leave_interrupts_to_others();
            let mut generator = Generator::default();
            for mut parcel in received {
                parcel.product = None;
                let start = system::thread_time();
                parcel.product = Some(Box::new(parcel.order.carry_out(parcel.unit.clone(), &mut generator)));
                parcel.worked = system::thread_time() - start;
                if sender.send(parcel).is_err() {
                    break;
                }
            }
        };
        Builder::new().name("taipan-compiler".to_string()).stack_size(STACK).spawn(work).ok()?;
        Some(Worker { orders, products, is_busy: Cell::new(false), rests: Cell::new(None), last: Cell::new(None) })
    }

    /// Whether it has an order.
    pub fn is_busy(&self) -> bool {
        self.is_busy.get()
    }

    /// Whether it would get a core for the next order: the last one did not wait for long, or that was long ago.
    pub fn has_core(&self) -> bool {
        self.rests.get().is_none_or(|until| Instant::now() >= until)
    }

    /// Gives it an order; it has none.
    pub fn send(&self, unit: Unit, order: Order) {
        assert!(!self.is_busy.replace(true), "one unit is made at a time");
        // If it has failed, that is found when its product is asked for.
        let _ = self.orders.try_send(Parcel { unit, order, product: self.last.take(), worked: Duration::ZERO });
    }

    /// What has become of the order that it has.
    pub fn progress(&self) -> Progress {
        let parcel = match self.products.try_recv() {
            Err(TryRecvError::Empty) => return Progress::UnderWay,
            Err(TryRecvError::Disconnected) => None,
            Ok(parcel) => parcel.product.map(|product| (product, parcel.worked)),
        };
        self.is_busy.set(false);
        let Some((product, worked)) = parcel else { return Progress::Lost };
        if product.time > worked * 3 / 2 + Duration::from_millis(1) {
            self.rests.set(Some(Instant::now() + product.time));
        }
        Progress::Done(product)
    }

    /// Takes a product back.
    pub fn give_back(&self, product: Box<Product>) {
        self.last.set(Some(product));
    }
}
