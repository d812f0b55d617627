//! A host whose users write formulas: the script is theirs, the loop over the data is in the script too, so that it becomes
//! machine code.
//!
//! ```text
//! cargo run --release --example formula
//! ```

use taipan::{Engine, Error, Script};

/// What a user might have typed into a text field.
const FORMULA: &str = "
def smooth(values, weight):
    out = [values[0]]
    for value in values[1:]:
        out.append(weight * value + (1 - weight) * out[-1])
    return out
";

fn main() -> Result<(), Error> {
    let engine = Engine::new();
    engine.run(&Script::compile("formula.py", FORMULA)?)?;
    let smooth = engine.function::<(Vec<f64>, f64), Vec<f64>>("smooth")?;
    let wave: Vec<f64> = (0..200_000).map(|i| (f64::from(i) * 0.01).sin() + f64::from(i % 7) * 0.1).collect();
    for weight in [0.5, 0.1, 0.01] {
        let start = std::time::Instant::now();
        let last = smooth.call((wave.clone(), weight))?.pop();
        println!("weight {weight}: last value {last:?}, {:?}", start.elapsed());
    }
    Ok(())
}
