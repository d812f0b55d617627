//! What was warned of before: to find out once more that nobody is told again takes long, and what overflows does so again and again.
//!
//! In: a warning, and the line that it is about. Out: whether nothing is to be done, as long as the filters of `warnings` are what they
//! were; else `warnings` has its say, and what it says is remembered.

use super::dict::Dict;
use super::list::List;
use super::module::Module;
use super::{Error, Raise, Symbol, Value, host, later, ops, types};
use std::cell::RefCell;

/// A warning that was met under the present filters.
struct Warning {
    class: Error,
    text: Box<str>,
    /// Whether it is ignored wherever it comes from.
    is_ignored: bool,
    /// The lines that nobody hears of again, with the name of their source.
    told: Vec<(Box<str>, u32)>,
}

/// The filters of `warnings`: how often they have changed, where their list lies and how many there are.
type Filters = (i64, usize, usize);

thread_local! {
    static MET: RefCell<(Filters, Vec<Warning>)> = const { RefCell::new(((0, 0, 0), Vec::new())) };
}

/// As many warnings are remembered, and as many lines of each.
const MOST: usize = 64;

/// Where a warning is remembered.
#[derive(Clone, Copy)]
pub struct Met(usize);

/// Warns of what something that no script called has met, as `warnings.warn` does.
pub fn warn(class: Error, text: &str) -> Result<(), Raise> {
    if let Some((met, is_ignored)) = find(class, text) {
        if is_ignored {
            return Ok(());
        }
        if later::is_seen(0) {
            later::add_warning(met);
            return Ok(());
        }
    }
    let class_value = Value::from(types().exception(class));
    let action = call("_warn_at_once", &[Value::str(text), class_value])?;
    let is_ignored = action.as_str() == Some("ignore");
    MET.with_borrow_mut(|(_, warnings)| {
        if warnings.len() < MOST && !warnings.iter().any(|known| known.class == class && *known.text == *text) {
            warnings.push(Warning { class, text: text.into(), is_ignored, told: Vec::new() });
        }
    });
    Ok(())
}

/// A warning that was met under the present filters, and whether it is ignored.
fn find(class: Error, text: &str) -> Option<(Met, bool)> {
    let filters = filters()?;
    MET.with_borrow_mut(|(own, warnings)| {
        if *own != filters {
            *own = filters;
            warnings.clear();
        }
        let place = warnings.iter().position(|known| known.class == class && *known.text == *text)?;
        Some((Met(place), warnings[place].is_ignored))
    })
}

fn filters() -> Option<Filters> {
    let modules = host::host().ok()?.modules();
    let warnings = modules.as_gc::<Dict>()?.get(&Value::str("warnings")).ok()??;
    let warnings = warnings.as_gc::<Module>()?;
    let version = warnings.get(Symbol::new("_version"))?.as_int()?;
    let filters = warnings.get(Symbol::new("filters"))?;
    let list = filters.downcast::<List>()?;
    Some((version, std::ptr::from_ref(list) as usize, list.len()))
}

/// Whether nobody is told of a warning about a line.
pub fn is_told(Met(place): Met, source: &str, line: u32) -> bool {
    MET.with_borrow(|(_, warnings)| {
        let known = warnings.get(place);
        known.is_some_and(|known| known.told.iter().any(|(name, own)| *own == line && **name == *source))
    })
}

/// Warns of a line.
pub fn tell(Met(place): Met, at: &later::Place) -> Result<(), Raise> {
    let known = MET.with_borrow(|(_, warnings)| warnings.get(place).map(|known| (known.class, known.text.clone())));
    let Some((class, text)) = known else { return Ok(()) };
    let [source, line, module] = at.clone();
    let class_value = Value::from(types().exception(class));
    let is_registered = call("_tell", &[Value::str(&text), class_value, source, line, module])?;
    if is_registered.as_bool() == Some(true)
        && let Some((met, _)) = find(class, &text)
        && let (Some(source), Some(line)) = (at[0].as_str(), at[1].as_int())
    {
        MET.with_borrow_mut(|(_, warnings)| {
            let told = &mut warnings[met.0].told;
            if told.len() < MOST {
                told.push((source.into(), line as u32));
            }
        });
    }
    Ok(())
}

/// Calls a function of `warnings`.
fn call(name: &str, arguments: &[Value]) -> super::Res {
    let warnings = host::host()?.import("warnings")?;
    let function = ops::attribute::get(&warnings, Symbol::new(name))?;
    ops::call::call(&function, arguments)
}
