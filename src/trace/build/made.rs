//! Instances that exist in registers only: their shapes and fields are variables, until something needs the object.
//!
//! An instance is known by a number. Exits make it anew, and whatever hands it to memory or to the runtime makes it *real*, for good.
//! Where ways meet that made an instance each, or where a loop makes one each turn, the numbers are matched: whatever leads
//! to one of them must lead to the other, else they become real.

use super::*;
use crate::resolve::tree::Expr;
use crate::trace::helper::HelperId;
use crate::trace::ir::Repr;

/// Which instances the ways that meet have in place of one another, and the number that stands for them afterwards.
#[derive(Default)]
struct Matches {
    rows: Vec<(Vec<u32>, u32)>,
    /// Instances that must become real, with the ways they are in.
    real: Vec<(usize, u32)>,
}

impl Builder<'_> {
    /// A new instance of a class, without attributes.
    pub(super) fn new_made(&mut self, shape: &Gc<Shape>) -> u32 {
        let number = self.made;
        self.made += 1;
        self.state.insert(Key::Shape(number), held(Abstract::Shape(shape.clone())));
        for place in 0..shape.reserved() {
            self.state.insert(Key::Field(number, place as u32), held(Abstract::Unbound));
        }
        number
    }

    /// The shape of an instance that is not real.
    pub(super) fn shape_of_made(&self, number: u32) -> Option<Gc<Shape>> {
        shape_in(&self.state, number)
    }

    /// A value, with the objects that instances have become.
    pub(super) fn settled(&self, value: &Abstract) -> Abstract {
        settled_in(&self.state, value)
    }

    /// The object of an instance, which exists from here on.
    pub(super) fn made_real(&mut self, number: u32, end: Option<ir::RegionId>) -> Object {
        if let Abstract::Object(object) = self.settled(&Abstract::Made(number)) {
            return object;
        }
        let shape = self.shape_of_made(number).expect("an instance has a shape");
        let address = self.shape_address(&shape);
        let val = self.call_at(HelperId::INSTANCE_NEW, &[address], end)[0];
        let object = Object::new(val, Kind::Instance, true);
        self.shapes.insert(val, vec![shape.clone()]);
        self.state.insert(Key::Real(number), held(Abstract::Object(object)));
        self.state.remove(&Key::Shape(number));
        for place in 0..fields_of(&shape) {
            let field = self.state.remove(&Key::Field(number, place)).expect("an instance has its fields").value;
            let (tag, payload) = self.boxed_at(&field, end);
            self.call_at(HelperId::INSTANCE_FILL, &[val, tag, payload], end);
        }
        object
    }

    /// The address of a shape that the unit keeps alive.
    pub(super) fn shape_address(&mut self, shape: &Gc<Shape>) -> Val {
        let shape = Value::from(shape);
        let val = address(&mut self.ir, &shape);
        self.built.objects.push(shape);
        val
    }

    /// What an exit puts into a slot for a value; `told` are the instances that it makes before.
    pub(super) fn repr(&mut self, value: &Abstract, told: &mut Vec<u32>) -> Repr {
        match self.settled(value) {
            Abstract::Made(number) if told.contains(&number) => Repr::Same(number),
            Abstract::Made(number) => {
                told.push(number);
                let shape = self.shape_of_made(number).expect("an instance has a shape");
                let address = self.shape_address(&shape);
                let fields = (0..fields_of(&shape))
                    .map(|place| {
                        let field = self.state[&Key::Field(number, place)].value.clone();
                        self.repr(&field, told)
                    })
                    .collect();
                Repr::Instance(number, address, fields)
            }
            Abstract::Generator(number) => self.repr_of_generator(number, told),
            Abstract::Tuple(items) => match self.whole_tuple(&items) {
                Some(object) => Repr::Object(object),
                None => Repr::Tuple(items.iter().map(|item| self.repr(item, told)).collect()),
            },
            value => {
                if let Abstract::Known(object) = &value {
                    self.built.objects.push(object.clone());
                }
                value.repr(&mut self.ir)
            }
        }
    }

    /// Builds something at the end of a way, with what is known there.
    pub(super) fn at_end_of<T>(&mut self, way: &mut Way, build: impl FnOnce(&mut Self, ir::RegionId) -> T) -> T {
        std::mem::swap(&mut self.state, &mut way.state);
        let result = build(self, way.region);
        std::mem::swap(&mut self.state, &mut way.state);
        result
    }

    /// Evaluates expressions in order. (What one makes has another number if a later one has ways that meet.)
    pub(super) fn exprs<'e>(&mut self, exprs: impl IntoIterator<Item = &'e Expr>) -> Step<Vec<Abstract>> {
        self.exprs_by(exprs.into_iter().map(|expr| (expr, Self::expr as Evaluate<Self>)))
    }

    /// The same, each in a way of its own.
    pub(super) fn exprs_by<'e>(
        &mut self,
        exprs: impl IntoIterator<Item = (&'e Expr, Evaluate<Self>)>,
    ) -> Step<Vec<Abstract>> {
        let mut values = Vec::new();
        for (expr, evaluate) in exprs {
            let value = evaluate(self, expr)?;
            values.push(self.hold(value));
        }
        Ok(values.into_iter().map(|value| self.take_held(value)).collect())
    }

    /// Keeps a value where ways that meet see it, if that matters.
    pub(super) fn hold(&mut self, value: Abstract) -> Result<Abstract, Key> {
        if !leads_to_made(&value) {
            return Ok(value);
        }
        let key = self.hidden();
        self.state.insert(key, held(value));
        Err(key)
    }

    pub(super) fn take_held(&mut self, value: Result<Abstract, Key>) -> Abstract {
        let value = value.unwrap_or_else(|key| self.state.remove(&key).map_or(Abstract::Unbound, |known| known.value));
        self.settled(&value)
    }

    /// Gives instances that ways have in place of one another one number.
    pub(super) fn reconcile(&mut self, ways: &mut [Way], after: Option<StmtId>) {
        let some = |way: &Way| way.state.keys().any(|key| matches!(key, Key::Shape(_)));
        if ways.len() < 2 || !ways.iter().any(some) {
            return;
        }
        let mut keys: Vec<Key> = ways[0].state.keys().copied().filter(|&key| is_root(key)).collect();
        keys.extend(ways[1..].iter().flat_map(|way| way.state.keys().copied().filter(|&key| is_root(key))));
        keys.sort_unstable();
        keys.dedup();
        keys.retain(|&key| !self.is_dead(key, after));
        let matches = loop {
            let mut matches = Matches::default();
            for key in &keys {
                let values: Vec<Abstract> = ways
                    .iter()
                    .map(|way| {
                        way.state.get(key).map_or(Abstract::Unbound, |known| settled_in(&way.state, &known.value))
                    })
                    .collect();
                // Hidden values that one way does not have mean nothing afterwards.
                if key.is_written() || ways.iter().all(|way| way.state.contains_key(key)) {
                    matches.add(&values, ways, &mut self.made);
                }
            }
            if matches.real.is_empty() {
                break matches;
            }
            for (at, number) in matches.real {
                self.at_end_of(&mut ways[at], |this, region| this.made_real(number, Some(region)));
            }
        };
        for (at, way) in ways.iter_mut().enumerate() {
            rename(&mut way.state, |number| {
                matches.rows.iter().find(|(numbers, _)| numbers[at] == number).map(|&(_, common)| common)
            });
        }
    }

    /// The instances that the variables lead to where a loop begins, each with all its fields: variables of the loop.
    pub(super) fn made_at_head(&mut self) -> Vec<Key> {
        let mut found = Vec::new();
        let roots: Vec<Abstract> =
            self.state.iter().filter(|(key, _)| is_root(**key)).map(|(_, known)| known.value.clone()).collect();
        roots.iter().for_each(|value| reach(&self.state, value, &mut found));
        found.sort_unstable();
        if self.caution.real_in_loops {
            found.iter().for_each(|&number| _ = self.made_real(number, None));
            return Vec::new();
        }
        let mut keys = Vec::new();
        for number in found {
            let shape = self.shape_of_made(number).expect("an instance has a shape");
            keys.extend((0..fields_of(&shape)).map(|place| Key::Field(number, place)));
        }
        keys
    }

    /// What leads to instances at a loop's head, and the shapes of those.
    pub(super) fn roots_at_head(&self) -> Vec<(Key, Abstract)> {
        let mut roots: Vec<(Key, Abstract)> = self
            .state
            .iter()
            .filter(|(key, _)| is_root(**key) || matches!(key, Key::Shape(_)))
            .map(|(&key, known)| (key, settled_in(&self.state, &known.value)))
            .filter(|(key, value)| matches!(key, Key::Shape(_)) || leads_to_made(value))
            .collect();
        roots.sort_by_key(|&(key, _)| key);
        roots
    }

    /// Gives the instances at the end of a turn the numbers of those at the loop's head.
    pub(super) fn match_head(&mut self, roots: &[(Key, Abstract)], variables: &[(Key, Abstract)]) -> Step<()> {
        let find = |list: &[(Key, Abstract)], key: Key| {
            list.iter().find(|(known, _)| *known == key).map(|(_, value)| value.clone())
        };
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        let mut open: Vec<(Abstract, Abstract)> = Vec::new();
        for (key, at_head) in roots.iter().chain(variables) {
            if is_root(*key) {
                open.push((at_head.clone(), self.read(*key)?));
            }
        }
        while let Some((at_head, now)) = open.pop() {
            match (&at_head, &self.settled(&now)) {
                (Abstract::Made(head), Abstract::Made(now)) => {
                    if pairs.contains(&(*head, *now)) {
                        continue;
                    }
                    let (Some(Abstract::Shape(before)), Some(shape)) =
                        (find(roots, Key::Shape(*head)), self.shape_of_made(*now))
                    else {
                        return Err(Stop::Instances);
                    };
                    if !before.is(&shape) || pairs.iter().any(|(x, y)| x == head || y == now) {
                        return Err(Stop::Instances);
                    }
                    pairs.push((*head, *now));
                    for place in 0..fields_of(&shape) {
                        let field = find(variables, Key::Field(*head, place));
                        let value = self.read(Key::Field(*now, place))?;
                        open.extend(field.map(|field| (field, value)));
                    }
                }
                (Abstract::Tuple(before), Abstract::Tuple(items)) if before.len() == items.len() => {
                    open.extend(before.iter().cloned().zip(items.iter().cloned()));
                }
                (before, _) if leads_to_made(before) => return Err(Stop::Instances),
                (_, now) if leads_to_made(now) => {
                    let mut found = Vec::new();
                    reach(&self.state, now, &mut found);
                    if found.iter().any(|number| pairs.iter().any(|(_, now)| now == number)) {
                        return Err(Stop::Instances);
                    }
                    found.into_iter().for_each(|number| _ = self.made_real(number, None));
                }
                _ => {}
            }
        }
        let settled: Vec<(Key, Abstract)> =
            self.state.iter().map(|(&key, known)| (key, settled_in(&self.state, &known.value))).collect();
        for (key, value) in settled {
            if let Some(known) = self.state.get_mut(&key) {
                known.value = value;
            }
        }
        self.state.retain(|key, _| !matches!(key, Key::Real(_)));
        rename(&mut self.state, |number| pairs.iter().find(|(_, now)| *now == number).map(|&(head, _)| head));
        Ok(())
    }
}

impl Matches {
    /// Matches what the ways have in place of one another.
    fn add(&mut self, values: &[Abstract], ways: &[Way], made: &mut u32) {
        let numbers: Option<Vec<u32>> = values
            .iter()
            .map(|value| match value {
                Abstract::Made(number) => Some(*number),
                _ => None,
            })
            .collect();
        if let Some(numbers) = numbers {
            if self.rows.iter().any(|(known, _)| *known == numbers) {
                return;
            }
            let taken = self.rows.iter().any(|(known, _)| known.iter().zip(&numbers).any(|(x, y)| x == y));
            let shapes: Vec<_> = ways.iter().zip(&numbers).map(|(way, &number)| shape_in(&way.state, number)).collect();
            match &shapes[0] {
                Some(shape) if !taken && shapes.iter().all(|s| s.as_ref().is_some_and(|other| other.is(shape))) => {
                    let common = if numbers.iter().all(|number| *number == numbers[0]) {
                        numbers[0]
                    } else {
                        *made += 1;
                        *made - 1
                    };
                    self.rows.push((numbers.clone(), common));
                    for place in 0..fields_of(shape) {
                        let fields: Vec<Abstract> = ways
                            .iter()
                            .zip(&numbers)
                            .map(|(way, &number)| settled_in(&way.state, &way.state[&Key::Field(number, place)].value))
                            .collect();
                        self.add(&fields, ways, made);
                    }
                }
                _ => self.real.extend(numbers.into_iter().enumerate()),
            }
            return;
        }
        let tuples: Option<Vec<&std::rc::Rc<[Abstract]>>> = values
            .iter()
            .map(|value| match value {
                Abstract::Tuple(items) => Some(items),
                _ => None,
            })
            .collect();
        match tuples {
            Some(tuples) if tuples.iter().all(|items| items.len() == tuples[0].len()) => {
                for at in 0..tuples[0].len() {
                    let items: Vec<Abstract> = tuples.iter().map(|items| items[at].clone()).collect();
                    self.add(&items, ways, made);
                }
            }
            _ => {
                for (at, value) in values.iter().enumerate() {
                    let mut found = Vec::new();
                    reach(&ways[at].state, value, &mut found);
                    self.real.extend(found.into_iter().map(|number| (at, number)));
                }
            }
        }
    }
}

fn held(value: Abstract) -> Binding {
    Binding { value, dirty: false }
}

/// Whether a variable is one that leads to instances, and no part of one.
fn is_root(key: Key) -> bool {
    matches!(key, Key::Frame(..) | Key::Global(..) | Key::Hidden(_))
}

/// How many fields instances of a shape have.
pub(super) fn fields_of(shape: &Shape) -> u32 {
    (shape.reserved() + shape.names().len()) as u32
}

fn shape_in(state: &State, number: u32) -> Option<Gc<Shape>> {
    match state.get(&Key::Shape(number)).map(|known| &known.value) {
        Some(Abstract::Shape(shape)) => Some(shape.clone()),
        _ => None,
    }
}

fn settled_in(state: &State, value: &Abstract) -> Abstract {
    match value {
        Abstract::Made(number) => match state.get(&Key::Real(*number)) {
            Some(real) => real.value.clone(),
            None => value.clone(),
        },
        Abstract::Tuple(items) if leads_to_made(value) => {
            Abstract::Tuple(items.iter().map(|item| settled_in(state, item)).collect())
        }
        value => value.clone(),
    }
}

fn leads_to_made(value: &Abstract) -> bool {
    match value {
        Abstract::Made(_) => true,
        Abstract::Tuple(items) => items.iter().any(leads_to_made),
        _ => false,
    }
}

/// Adds the instances that a value leads to.
fn reach(state: &State, value: &Abstract, found: &mut Vec<u32>) {
    match settled_in(state, value) {
        Abstract::Made(number) if !found.contains(&number) => {
            found.push(number);
            let Some(shape) = shape_in(state, number) else { return };
            for place in 0..fields_of(&shape) {
                reach(state, &state[&Key::Field(number, place)].value, found);
            }
        }
        Abstract::Tuple(items) => items.iter().for_each(|item| reach(state, item, found)),
        _ => {}
    }
}

/// Gives instances other numbers.
fn rename(state: &mut State, to: impl Fn(u32) -> Option<u32>) {
    fn renamed(value: &Abstract, to: &impl Fn(u32) -> Option<u32>) -> Abstract {
        match value {
            Abstract::Made(number) => Abstract::Made(to(*number).unwrap_or(*number)),
            Abstract::Tuple(items) if leads_to_made(value) => {
                Abstract::Tuple(items.iter().map(|item| renamed(item, to)).collect())
            }
            value => value.clone(),
        }
    }
    let known = std::mem::take(state);
    // Those that keep their numbers go first: another may take the place of one that nothing leads to.
    let (kept, moved): (Vec<_>, Vec<_>) = known.into_iter().partition(|(key, _)| match key {
        Key::Shape(number) | Key::Field(number, _) => to(*number).is_none(),
        _ => true,
    });
    for (key, Binding { value, dirty }) in kept.into_iter().chain(moved) {
        let key = match key {
            Key::Shape(number) => Key::Shape(to(number).unwrap_or(number)),
            Key::Field(number, place) => Key::Field(to(number).unwrap_or(number), place),
            key => key,
        };
        state.insert(key, Binding { value: renamed(&value, &to), dirty });
    }
}
