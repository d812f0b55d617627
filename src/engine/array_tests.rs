//! Arrays between hosts and scripts: one memory, its limits, its way back.

use super::*;
use crate::Shared;
use ndarray::{Array1, Array2, ArrayD, ShapeBuilder};

fn run(engine: &Engine, text: &str) -> Result<(), Error> {
    engine.run(&Script::compile("test.py", text).unwrap())
}

#[test]
fn a_hosts_memory_is_lent_and_given_back() {
    let engine = Engine::new();
    let own = Array1::from_iter(0..1000_i64);
    let address = own.as_ptr();
    let shared = Shared::new(own);
    engine.set("a", &shared);
    run(&engine, "a[::2] *= 2\nkept = a[10:20]\n").unwrap();
    assert_eq!(shared.read(|view| (view[998], view[999])), (1996, 999));
    shared.write(|mut view| view[10] = -1);
    assert_eq!(engine.eval::<i64>("int(kept[0])").unwrap(), -1);
    // A view holds the memory.
    let Err(shared) = shared.take() else { panic!("a script holds it") };
    engine.set("a", ());
    let Err(shared) = shared.take() else { panic!("a view is left") };
    run(&engine, "a = kept = None\n").unwrap();
    let Ok(own) = shared.take() else { panic!("nobody holds it") };
    assert_eq!((own.as_ptr(), own[4], own[10]), (address, 8, -1));
}

#[test]
fn the_order_of_memory_is_kept() {
    let engine = Engine::new();
    let table = Array2::<f64>::from_shape_vec((2, 3).f(), vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0]).unwrap();
    run(&engine, "import numpy\n").unwrap();
    engine.set("t", table);
    assert_eq!(engine.eval::<f64>("float(t[0, 1])").unwrap(), 3.0);
    assert!(engine.eval::<bool>("t.flags.f_contiguous").unwrap());
    let back = engine.get::<ArrayD<f64>>("t").unwrap();
    assert_eq!(back[[1, 2]], 6.0);
    let reversed = Array1::from_vec(vec![1.0_f64, 2.0, 3.0]).slice_move(ndarray::s![..;-1]);
    engine.set("r", reversed);
    assert_eq!(engine.eval::<Vec<f64>>("r.tolist()").unwrap(), [3.0, 2.0, 1.0]);
}

#[test]
fn a_scripts_array_can_be_read_where_it_lies() {
    let engine = Engine::new();
    run(&engine, "import numpy as np\na = np.arange(6.0).reshape(2, 3)\nb = a[::-1]\nc = np.zeros(3, int)\n").unwrap();
    let a = engine.get::<Shared<f64>>("a").unwrap();
    a.write(|mut view| view[[1, 2]] = 50.0);
    assert_eq!(engine.eval::<f64>("float(b[0, 2])").unwrap(), 50.0);
    assert_eq!(engine.get::<Shared<f64>>("b").err().unwrap().class(), "ValueError");
    assert_eq!(engine.get::<Shared<f64>>("c").err().unwrap().class(), "TypeError");
    assert_eq!(a.take().ok().unwrap()[[1, 2]], 50.0);
}

#[test]
fn no_script_runs_while_a_host_looks() {
    let engine = Engine::new();
    let shared = Shared::new(Array1::from_vec(vec![1.0_f64]));
    engine.set("a", &shared);
    let error = shared.read(|_| run(&engine, "a[0] = 2\n").unwrap_err());
    assert_eq!(error.class(), "RuntimeError");
    assert_eq!(shared.read(|view| view[0]), 1.0);
}

#[test]
fn a_limit_counts_buffers() {
    let engine = Engine::builder().memory_limit(64 << 20).build();
    let text = "import numpy as np\nkept = [np.ones(1 << 20) for _ in range(100)]\n";
    let error = run(&engine, text).unwrap_err();
    assert!(error.class().ends_with("MemoryError"), "{error}");
    assert!(error.message().starts_with("Unable to allocate 8.00 MiB for an array with shape (1048576,)"), "{error}");
    run(&engine, "import numpy as np\nkept = [np.ones(1 << 20) for _ in range(4)]\n").unwrap();
    // Cycles are collected first, however few containers there are.
    let text = "import numpy as np\nclass Held:\n    def __init__(self):\n        self.data, self.own = np.ones(1 << 20), self\n\
                for i in range(100):\n    Held()\n";
    run(&engine, text).unwrap();
    // Lent memory is the host's own affair.
    engine.set("big", Array1::<f64>::zeros(16 << 20));
    assert_eq!(engine.eval::<f64>("float(big.sum())").unwrap(), 0.0);
}
