//! Loops: parameters for what they assign, a first turn built apart where types settle only after it, `else`, `break`.

use super::array::is_array;
use super::view::ViewOf;
use super::*;
use crate::resolve::tree::{Block, Constant, Expr, ExprKind, For, While};
use crate::trace::ir::{BoolBinary, IntBinary, IntChecked, LoopInfo};
use crate::trace::profile::Head;
use crate::trace::record::successor;

/// Where the statements of a loop's body go.
pub(super) struct Open {
    /// Where `break` goes.
    done: usize,
    turn: Turn,
    head: StmtId,
    /// Tells it from all others of the unit.
    number: u32,
    /// Of a loop over a generator: how many loops were open when that was entered.
    outside: Option<usize>,
    /// That generator has something to do if it is let go of before its end.
    cleans_up: bool,
}

enum Turn {
    /// The first one, built apart: goes on at a label.
    First(usize),
    /// All others: go round with these variables.
    Round { label: ir::InstId, variables: Vec<(Key, Abstract)>, roots: Vec<(Key, Abstract)> },
}

/// A `while` or a `for`.
#[derive(Clone, Copy)]
enum Loop<'t> {
    While(&'t While),
    For(&'t For),
}

impl Loop<'_> {
    fn head(&self) -> StmtId {
        match self {
            Loop::While(each) => each.head,
            Loop::For(each) => each.head,
        }
    }

    fn orelse(&self) -> &Block {
        match self {
            Loop::While(each) => &each.orelse,
            Loop::For(each) => &each.orelse,
        }
    }
}

impl Builder<'_> {
    /// The loop that the unit is made for, entered at its head.
    pub(super) fn outermost_loop(&mut self, stmt: &Stmt) -> Step<()> {
        let each = match &stmt.kind {
            StmtKind::While(each) => Loop::While(each),
            StmtKind::For(each) => Loop::For(each),
            _ => return self.abort(AbortReason::Statement),
        };
        if !self.caution.live_globals {
            self.assigned(each).into_iter().for_each(|place| self.promote(place));
        }
        if let Loop::For(each) = each {
            self.take_apart(each)?;
            self.know_step(each)?;
        }
        // What is guarded before the first turn goes on at the head: from the statement on, a `for` would begin again.
        self.stand_at(each.head());
        let after = self.frame().live.after(stmt.id).clone();
        let orelse = each.orelse();
        if orelse.statements.is_empty() {
            self.turns(stmt, each, None, None)?;
            self.frames[0].at = stmt.id;
            let exit = self.exit(ExitKind::Done, Some(&after));
            self.ir.exit(exit, Reason::Branch);
            return Ok(());
        }
        // `break` passes by the `else`: it goes on behind the loop.
        let broken = self.open_join();
        match self.turns(stmt, each, Some(broken), None) {
            Ok(()) => {
                self.frames[0].at = stmt.id;
                let first = orelse.statements[0].id;
                let live = self.frame().live.before(first).clone();
                let exit = self.exit(ExitKind::Done, Some(&live));
                self.ir.exit(exit, Reason::Branch);
            }
            Err(Stop::Left) => {}
            Err(stop) => return Err(stop),
        }
        self.frames[0].at = stmt.id;
        self.close_join(None)?;
        let Some(next) = successor(&self.request.code.body, stmt.id) else {
            return self.abort(AbortReason::Statement);
        };
        self.frames[0].at = next;
        let exit = self.exit(ExitKind::Resume, None);
        self.ir.exit(exit, Reason::End);
        Ok(())
    }

    pub(super) fn while_loop(&mut self, stmt: &Stmt, each: &While) -> Step<()> {
        let outer = self.open_join();
        let done = self.turns(stmt, Loop::While(each), Some(outer), None).and_then(|()| self.block(&each.orelse));
        self.join_after(stmt, outer, done)
    }

    pub(super) fn for_loop(&mut self, stmt: &Stmt, each: &For) -> Step<()> {
        self.start_for(each)?;
        self.stand_at(each.head);
        self.release(&each.release)?;
        let outer = self.open_join();
        let done = self.turns(stmt, Loop::For(each), Some(outer), None).and_then(|()| self.block(&each.orelse));
        self.join_after(stmt, outer, done)
    }

    /// The step of a range that the text gives is known, once the one at entry has been compared with it.
    fn know_step(&mut self, each: &For) -> Step<()> {
        let ExprKind::PureCall(_, args) = &each.iterable.kind else {
            return Ok(());
        };
        let given = match &args[..] {
            [_] | [_, _] => Some(1),
            [_, _, Expr { kind: ExprKind::Constant(Constant::Int(step)), .. }] => Some(*step),
            _ => None,
        };
        let place = Place::Local(Slot(each.state.0 + 2));
        let (Some(given), Value::Int(now)) = (given, &self.request.frame[each.state.0 as usize + 2]) else {
            return Ok(());
        };
        if given == *now {
            self.stand_at(each.head);
            let key = self.key(place);
            if let Abstract::Int(step) = self.read(key)? {
                let given = self.ir.int(given);
                let same = self.ir.int_compare(Compare::Eq, step, given);
                self.guard(same, Reason::Iteration);
                self.state.insert(key, Binding { value: Abstract::Int(given), dirty: false });
            }
        }
        Ok(())
    }

    /// Ends the label that `break` and the end of `else` go to.
    fn join_after(&mut self, stmt: &Stmt, outer: usize, done: Step<()>) -> Step<()> {
        match done {
            Ok(()) => self.go(outer),
            Err(Stop::Left) => {}
            Err(stop) => return Err(stop),
        }
        self.frames.last_mut().expect("a frame is open").at = stmt.id;
        self.close_join(Some(stmt.id))
    }

    /// A loop whose `continue` goes to a label.
    pub(super) fn open_loop(&mut self, done: usize, next: usize, head: StmtId) {
        self.push_loop(done, Turn::First(next), head);
    }

    /// The loop that was opened last goes over a generator, which was entered when so many loops were open.
    pub(super) fn opened_over_generator(&mut self, outside: usize, cleans_up: bool) {
        let open = self.loops.last_mut().expect("just opened");
        (open.outside, open.cleans_up) = (Some(outside), cleans_up);
    }

    /// Whether leaving all loops but so many lets go of a generator that the interpreter has to close.
    pub(super) fn leaving_closes(&self, kept: usize) -> bool {
        self.loops[kept..].iter().any(|open| open.cleans_up)
    }

    fn push_loop(&mut self, done: usize, turn: Turn, head: StmtId) {
        self.loops_opened += 1;
        self.loops.push(Open { done, turn, head, number: self.loops_opened, outside: None, cleans_up: false });
    }

    /// The number of the innermost loop that is open.
    pub(super) fn innermost_loop(&self) -> Option<u32> {
        self.loops.last().map(|open| open.number)
    }

    /// What is left of a loop that its generator waits in.
    pub(super) fn rest_of_loop(&mut self, stmt: &Stmt, at: StmtId) -> Step<()> {
        let each = match &stmt.kind {
            StmtKind::While(each) => Loop::While(each),
            StmtKind::For(each) => Loop::For(each),
            _ => return self.abort(AbortReason::Generator),
        };
        let outer = self.open_join();
        let done = self.turns(stmt, each, Some(outer), Some(at)).and_then(|()| self.block(each.orelse()));
        self.join_after(stmt, outer, done)
    }

    fn assigned(&self, each: Loop<'_>) -> Vec<Place> {
        match each {
            Loop::While(each) => assigned::by_while(each),
            Loop::For(each) => assigned::by_for(each),
        }
    }

    /// Puts what is iterated over into the hidden slots.
    fn start_for(&mut self, each: &For) -> Step<()> {
        let state = |n: u32| Place::Local(Slot(each.state.0 + n));
        if let Some((start, stop, step)) = self.range_call(&each.iterable)? {
            self.assign(state(0), Abstract::Int(start))?;
            self.assign(state(1), Abstract::Int(stop))?;
            return self.assign(state(2), Abstract::Int(step));
        }
        if let Some((start, stop)) = self.reversed_range(&each.iterable)? {
            let step = self.ir.int(-1);
            self.assign(state(0), Abstract::Int(start))?;
            self.assign(state(1), Abstract::Int(stop))?;
            return self.assign(state(2), Abstract::Int(step));
        }
        if self.start_parts(each)? {
            return Ok(());
        }
        let sequence = self.expr(&each.iterable)?;
        let sequence = match sequence {
            Abstract::Object(Object { kind: Kind::List | Kind::Tuple, .. }) => sequence,
            array if is_array(&array) => return self.start_array(each, &array),
            Abstract::Tuple(_) => {
                let (_, payload) = self.boxed(&sequence);
                let val = self.ir.cast(Ty::Ref, payload);
                self.made(val, Kind::Tuple)
            }
            Abstract::Generator(number) => return self.start_generator(each, number),
            Abstract::Object(range) if range.kind == Kind::Range => return self.start_range(each, &range),
            _ => return self.start_iterator(each, &sequence),
        };
        let zero = self.ir.int(0);
        self.assign(state(0), sequence)?;
        self.assign(state(1), Abstract::Int(zero))?;
        self.assign(state(2), Abstract::Unbound)
    }

    /// All turns of a loop that is at its head, or at the `yield` `first` of a turn; afterwards the loop has ended by itself.
    fn turns(&mut self, stmt: &Stmt, each: Loop<'_>, done: Option<usize>, first: Option<StmtId>) -> Step<()> {
        let head = each.head();
        let seen = self.profile().and_then(|profile| profile.heads.get(&head)).cloned();
        let seen = seen.filter(|seen| seen.iterations > 0);
        if seen.is_none() && first.is_none() {
            return self.unseen_loop(each);
        }
        let ended = self.open_join();
        // The unit's own loop has no `else` that `break` would have to pass by.
        let done = done.unwrap_or(ended);
        let rest = first.map_or(Ok(()), |at| self.rest_of_turn(each, done, at));
        let mut driven = None;
        let result = rest.and_then(|()| match (self.generator_of(each)?, seen) {
            (_, None) => {
                let unseen = self.unseen_loop(each);
                self.end_way(unseen, ended)
            }
            (Some((each, number)), _) => {
                driven = Some((each, number));
                self.drive(each, number, (ended, done))
            }
            (None, Some(seen)) => self.turns_until(stmt, each, &seen, (ended, done)),
        });
        match result {
            Ok(()) | Err(Stop::Left) => {}
            Err(stop) => return Err(stop),
        }
        self.frames.last_mut().expect("a frame is open").at = head;
        self.close_join(None)?;
        if let Some((each, number)) = driven {
            self.let_go(each, number);
        }
        Ok(())
    }

    /// A loop that never had a turn: its test, and an exit if it holds.
    fn unseen_loop(&mut self, each: Loop<'_>) -> Step<()> {
        self.stand_at(each.head());
        let goes_on = match each {
            Loop::While(each) => {
                self.before_test(each)?;
                self.test(&each.test)?
            }
            Loop::For(each) => match self.has_next(each)? {
                // The item is out of the iterator: leaving for the head would lose it.
                (goes_on, Item::Taken(item)) => {
                    let ended = self.open_join();
                    self.go_unless(goes_on, ended);
                    self.assign(each.target, item)?;
                    self.stand_at(each.body.statements.first().map_or(each.head, |stmt| stmt.id));
                    let exit = self.here();
                    self.ir.exit(exit, Reason::Branch);
                    self.stand_at(each.head);
                    return self.close_join(None);
                }
                (goes_on, _) => goes_on,
            },
        };
        self.guard_not(goes_on, Reason::Branch);
        Ok(())
    }

    /// What a loop does before each test.
    fn before_test(&mut self, each: &While) -> Step<()> {
        self.block(&each.header)?;
        if each.header.statements.is_empty() {
            self.stand_at(each.head);
        } else {
            // The test alone can be made again from its temporary.
            self.here = None;
        }
        Ok(())
    }

    pub(super) fn stand_at(&mut self, at: StmtId) {
        self.frames.last_mut().expect("a frame is open").at = at;
        self.begin();
    }

    /// The generator that a loop goes over, if the unit runs it.
    fn generator_of<'t>(&mut self, each: Loop<'t>) -> Step<Option<(&'t For, u32)>> {
        let Loop::For(each) = each else { return Ok(None) };
        Ok(match self.read(self.key(Place::Local(each.state)))? {
            Abstract::Generator(number) => Some((each, number)),
            _ => None,
        })
    }

    /// What the bodies of loops assign that the frames at the top are run for: variables of the innermost loop too.
    fn assigned_by_driving(&self) -> Vec<(Key, bool)> {
        let mut assigned = Vec::new();
        for (frame, head) in self.driving() {
            let frame = &self.frames[frame];
            let Some(Stmt { kind: StmtKind::For(each), .. }) = find(&frame.code.body.statements, head) else {
                continue;
            };
            let live = frame.live.before(head);
            for place in assigned::by_for(each) {
                match place {
                    Place::Local(slot) if (each.state.0..each.state.0 + 3).contains(&slot.0) => {}
                    Place::Local(slot) => assigned.push((Key::Frame(frame.id, place), live.has(slot))),
                    // The others lie in memory, or are held in registers all the time.
                    _ => {}
                }
            }
        }
        assigned
    }

    fn turns_until(&mut self, stmt: &Stmt, each: Loop<'_>, seen: &Head, (ended, done): (usize, usize)) -> Step<()> {
        let head = each.head();
        let places = self.assigned(each);
        let mut steps = Vec::new();
        let mut keys: Vec<Key> = places
            .iter()
            .filter(|place| match place {
                Place::Local(slot) => self.frame().live.before(head).has(*slot),
                // These lie in memory.
                Place::Cell(_) => false,
                Place::Global(_) => !self.caution.live_globals,
            })
            .map(|&place| self.key(place))
            .collect();
        keys.extend(self.promoted.iter().copied());
        let driving = self.assigned_by_driving();
        keys.extend(driving.iter().filter(|(_, live)| *live).map(|&(key, _)| key));
        keys.sort_unstable();
        keys.dedup();
        if let Loop::For(each) = each {
            // A step that is known stays what it is.
            let key = self.key(Place::Local(Slot(each.state.0 + 2)));
            if let Abstract::Int(step) = self.read(key)?
                && self.ir.unit().int_const(step).is_some()
            {
                keys.retain(|&known| known != key);
                steps.push(key);
            }
        }
        // What the loop assigns before it reads does not go round.
        let locals = places.iter().filter(|place| matches!(place, Place::Local(_))).map(|&place| self.key(place));
        let fresh: Vec<Key> = locals
            .chain(driving.iter().map(|&(key, _)| key))
            .filter(|key| !keys.contains(key) && !steps.contains(key))
            .collect();
        self.forget(&fresh);
        // How a loop goes over what it goes over does not change while it does, whatever it went over at other times.
        let state: Vec<Key> = match each {
            Loop::For(each) => (0..3).map(|n| self.key(Place::Local(Slot(each.state.0 + n)))).collect(),
            Loop::While(_) => Vec::new(),
        };
        let others: Vec<Key> = keys.iter().copied().filter(|key| !state.contains(key)).collect();
        if self.settles_later(&others, seen)? {
            let again = self.open_join();
            self.push_loop(done, Turn::First(again), head);
            let turn = self.turn(each, ended);
            self.loops.pop();
            match turn {
                Ok(()) => self.go(again),
                Err(Stop::Left) => {}
                Err(stop) => return Err(stop),
            }
            self.stand_at(head);
            self.close_join(None)?;
            self.forget(&fresh);
        }
        let mut variables = Vec::new();
        let mut init = Vec::new();
        for &key in &others {
            let value = self.read(key)?;
            let any = self.request.tolerant && self.seen_at(key, seen).is_some_and(several);
            if matches!(value, Abstract::Made(_)) && (any || self.is_various_at(key, seen)) {
                self.boxed(&value);
            }
        }
        keys.extend(self.made_at_head());
        let roots = self.roots_at_head();
        for &key in &keys {
            let value = self.read(key)?;
            let seen_here = self.seen_at(key, seen).filter(|_| !state.contains(&key));
            let various = !state.contains(&key) && self.is_various_at(key, seen);
            let shape = match (&value, seen_here) {
                (Abstract::Unbound, Some(seen)) if seen.types().iter().any(|&ty| ty != Type::Unbound) => {
                    let (tag, payload) = self.boxed(&value);
                    Abstract::Tagged(tag, payload)
                }
                // What keeps leaving because of its types is held as any value.
                (value, Some(of)) if self.request.tolerant && several(of) || various => {
                    if of.types().iter().any(|ty| matches!(ty, Type::Complex | Type::Scalar(DType::C128))) {
                        // An object would be made each turn, and kept: the interpreter has no more to do than that.
                        return self.abort(AbortReason::Operator);
                    }
                    let (tag, payload) = self.boxed(value);
                    Abstract::Tagged(tag, payload)
                }
                (Abstract::Object(object), _) => Abstract::Object(Object { owned: false, layout: None, ..*object }),
                (Abstract::View(view), _) => {
                    let owner = Object { owned: false, layout: None, ..view.owner };
                    Abstract::View(Rc::new(ViewOf { owner, ..(**view).clone() }))
                }
                // It stays the object that others have, or will have.
                (Abstract::Tuple(items), _) if self.caution.whole_in_loops || self.is_shared(items) => {
                    let (_, payload) = self.boxed(&value);
                    Abstract::Object(Object::new(self.ir.cast(Ty::Ref, payload), Kind::Tuple, false))
                }
                (Abstract::Known(object), _) => {
                    let val = address(&mut self.ir, object);
                    self.built.objects.push(object.clone());
                    let kind = object.kind().expect("an object");
                    Abstract::Object(Object::new(val, kind, false))
                }
                _ => value,
            };
            init.extend(shape.parts());
            variables.push((key, shape));
        }
        self.stand_at(head);
        let entry = self.here();
        let trips = seen.iterations / seen.entries.max(1);
        let info = LoopInfo { entry, stmt: stmt.id, trips };
        let (label, params) = self.ir.begin_loop(&init, info);
        let mut params = params.into_iter();
        for (key, shape) in &mut variables {
            *shape = shape.with_parts(&mut params);
            self.state.insert(*key, Binding { value: shape.clone(), dirty: key.is_written() });
        }
        self.here = None;
        self.push_loop(done, Turn::Round { label, variables, roots }, head);
        let turn = self.turn(each, ended).and_then(|()| self.next_turn());
        self.loops.pop();
        match turn {
            Ok(()) | Err(Stop::Left) => {}
            Err(stop) => return Err(stop),
        }
        self.ir.end_loop(label);
        Err(Stop::Left)
    }

    /// What was seen at the head that a variable goes round by, and as which place.
    fn head_of<'s>(&self, key: Key, seen: &'s Head) -> Option<(&'s Head, Place)>
    where
        Self: 's,
    {
        if let Key::Frame(id, place) = key
            && id != self.frame().id
        {
            // It belongs to a loop that this one is run for.
            let (at, head) = self.driving().into_iter().find(|&(at, _)| self.frames[at].id == id)?;
            return Some((self.request.profile.of(&self.frames[at].code)?.heads.get(&head)?, place));
        }
        let place = match key {
            Key::Frame(_, place) => place,
            Key::Global(_, slot) => Place::Global(slot),
            Key::Hidden(_) | Key::Shape(_) | Key::Field(..) | Key::Real(_) | Key::Whole(_) | Key::Changed => {
                return None;
            }
        };
        Some((seen, place))
    }

    /// What a variable was seen to hold at a loop's head.
    fn seen_at<'s>(&self, key: Key, seen: &'s Head) -> Option<&'s Seen>
    where
        Self: 's,
    {
        self.head_of(key, seen).and_then(|(head, place)| head.places.get(&place))
    }

    /// Whether a variable holds now this and now that from turn to turn: it is held as any value.
    fn is_various_at(&self, key: Key, seen: &Head) -> bool {
        self.head_of(key, seen).and_then(|(head, place)| head.later.get(&place)).is_some_and(Seen::is_various)
    }

    /// Whether a variable has another type now than it has from the second turn on.
    fn settles_later(&mut self, keys: &[Key], seen: &Head) -> Step<bool> {
        for &key in keys {
            let Some(last) = self.seen_at(key, seen).and_then(Seen::settled) else {
                continue;
            };
            if self.is_various_at(key, seen) {
                continue;
            }
            let value = self.read(key)?;
            let unbound = matches!(value, Abstract::Unbound | Abstract::Tagged(..));
            if !unbound && last != Type::Unbound && !value.fits(last) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// One turn: the test (or the next item) and the body. Where the loop ends, goes to `ended`.
    fn turn(&mut self, each: Loop<'_>, ended: usize) -> Step<()> {
        self.stand_at(each.head());
        match each {
            Loop::While(each) => {
                self.before_test(each)?;
                self.test_or_go(&each.test, ended)?;
                self.block(&each.body)
            }
            Loop::For(each) => {
                let (goes_on, item) = self.has_next(each)?;
                self.go_unless(goes_on, ended);
                let item = self.take_item(each, item)?;
                self.assign(each.target, item)?;
                self.here = None;
                self.block(&each.body)
            }
        }
    }

    /// What is left of a turn behind the `yield` that its generator waits at.
    fn rest_of_turn(&mut self, each: Loop<'_>, done: usize, at: StmtId) -> Step<()> {
        let (head, body) = match each {
            Loop::While(each) => (each.head, &each.body),
            Loop::For(each) => (each.head, &each.body),
        };
        let next = self.open_join();
        self.open_loop(done, next, head);
        if self.generator_of(each)?.is_some() {
            self.opened_over_generator(self.loops.len() - 1, self.any_cleans_up());
        }
        let way = self.block_from(body, at);
        self.loops.pop();
        self.end_way(way, next)?;
        self.stand_at(head);
        self.close_join(None)
    }

    /// Whether a `for` has another item, and where that is to be found.
    fn has_next(&mut self, each: &For) -> Step<(Val, Item)> {
        let state = |n: u32| Place::Local(Slot(each.state.0 + n));
        let first = self.read(self.key(state(0)))?;
        let second = self.read(self.key(state(1)))?;
        match (first, second) {
            (Abstract::Int(next), Abstract::Int(stop)) => {
                let Abstract::Int(step) = self.read(self.key(state(2)))? else {
                    return self.abort(AbortReason::Iterable);
                };
                let down = match (self.ir.unit().int_const(step), self.signs_of_step(each)) {
                    (Some(step), _) => step < 0,
                    (None, (true, true)) => {
                        let zero = self.ir.int(0);
                        let way = |this: &mut Self, compare, far| {
                            let goes = this.ir.int_compare(compare, step, zero);
                            let more = this.ir.int_compare(far, next, stop);
                            this.ir.bool_binary(BoolBinary::And, goes, more)
                        };
                        let down = way(self, Compare::Lt, Compare::Gt);
                        let up = way(self, Compare::Gt, Compare::Lt);
                        return Ok((self.ir.bool_binary(BoolBinary::Or, down, up), Item::Range { next, step }));
                    }
                    (None, (down, _)) => {
                        // The sign of a step that is not a constant is the one it has at the recording.
                        let zero = self.ir.int(0);
                        let compare = if down { Compare::Lt } else { Compare::Gt };
                        let same = self.ir.int_compare(compare, step, zero);
                        self.guard(same, Reason::Iteration);
                        down
                    }
                };
                let compare = if down { Compare::Gt } else { Compare::Lt };
                Ok((self.ir.int_compare(compare, next, stop), Item::Range { next, step }))
            }
            (Abstract::Object(sequence), Abstract::Int(index)) => {
                let length = self.length(&sequence)?;
                Ok((self.ir.int_compare(Compare::Lt, index, length), Item::Sequence { sequence, index }))
            }
            (Abstract::Iterator(iterating), _) => {
                let more = self.has_item(&iterating)?;
                Ok((more, Item::Parts(iterating)))
            }
            (Abstract::Object(iterator), Abstract::Unbound) if iterator.kind == Kind::Iterator => {
                let (more, item) = self.next_of_iterator(each, &iterator);
                Ok((more, Item::Taken(item)))
            }
            _ => self.abort(AbortReason::Iterable),
        }
    }

    /// Whether the step of a range was seen to be negative, and to be positive.
    fn signs_of_step(&self, each: &For) -> (bool, bool) {
        let head = self.profile().and_then(|profile| profile.heads.get(&each.head));
        let step = head.and_then(|head| head.places.get(&Place::Local(Slot(each.state.0 + 2))));
        step.map_or((false, false), |step| (step.was_negative(), step.was_positive()))
    }

    fn take_item(&mut self, each: &For, item: Item) -> Step<Abstract> {
        let state = |n: u32| Place::Local(Slot(each.state.0 + n));
        match item {
            Item::Range { next, step } => {
                let after = match self.ir.unit().int_const(step) {
                    // Below the stop there is room for one more.
                    Some(1) => self.ir.int_binary(IntBinary::Add, next, step),
                    _ => {
                        let exit = self.here();
                        self.ir.int_checked(IntChecked::Add, &[next, step], exit)
                    }
                };
                self.assign(state(0), Abstract::Int(after))?;
                Ok(Abstract::Int(next))
            }
            Item::Taken(item) => Ok(item),
            Item::Parts(iterating) => {
                let (item, after) = self.item_of(&iterating)?;
                self.assign(state(0), Abstract::Iterator(after.into()))?;
                Ok(item)
            }
            Item::Sequence { sequence, index } => {
                let items = self
                    .profile()
                    .and_then(|profile| profile.heads.get(&each.head))
                    .map(|head| head.items.clone())
                    .unwrap_or_default();
                let Some(ty) = self.taken(&items) else {
                    return self.leave(Reason::Branch);
                };
                let storage = match ty {
                    _ if sequence.kind == Kind::Tuple => None,
                    _ => Some(self.storage_seen(each, ty)),
                };
                let item = self.element(&sequence, storage, index, ty)?;
                let one = self.ir.int(1);
                let after = self.ir.int_binary(IntBinary::Add, index, one);
                self.assign(state(1), Abstract::Int(after))?;
                Ok(item)
            }
        }
    }

    /// The storage of the list that a loop runs over.
    fn storage_seen(&self, each: &For, item: Type) -> Storage {
        let head = self.profile().and_then(|profile| profile.heads.get(&each.head));
        let list = head.and_then(|head| head.places.get(&Place::Local(each.state))).and_then(Seen::last);
        list.and_then(Type::storage).unwrap_or(match item {
            Type::Int => Storage::Int,
            Type::Float => Storage::Float,
            Type::Bool => Storage::Bool,
            Type::Complex => Storage::Complex,
            _ => Storage::Any,
        })
    }

    /// The end of a turn.
    fn next_turn(&mut self) -> Step<()> {
        let open = self.loops.last().expect("a loop is open");
        let head = open.head;
        let (label, variables, roots) = match &open.turn {
            Turn::First(again) => {
                let again = *again;
                self.go(again);
                return Err(Stop::Left);
            }
            Turn::Round { label, variables, roots } => (*label, variables.clone(), roots.clone()),
        };
        self.stand_at(head);
        self.match_head(&roots, &variables)?;
        let mut args = Vec::new();
        for (key, shape) in &variables {
            let value = match (self.read(*key)?, shape.type_()) {
                // Of an array, more may be counted on than its kind.
                (Abstract::Tagged(tag, payload), Some(ty))
                    if !matches!(shape, Abstract::Tuple(_)) && !is_array(shape) =>
                {
                    self.narrow(tag, payload, ty)
                }
                (value, _) => value,
            };
            match shape {
                Abstract::Tagged(..) => {
                    let (tag, payload) = self.boxed(&value);
                    args.extend([tag, payload]);
                }
                Abstract::Object(object) => match &value {
                    Abstract::Known(known) if known.kind() == Some(object.kind) => {
                        self.built.objects.push(known.clone());
                        args.push(address(&mut self.ir, known));
                    }
                    Abstract::Tuple(_) if object.kind == Kind::Tuple => {
                        let (_, payload) = self.boxed(&value);
                        args.push(self.ir.cast(Ty::Ref, payload));
                    }
                    Abstract::View(_) if object.kind == Kind::Array => {
                        let (_, payload) = self.boxed(&value);
                        args.push(self.ir.cast(Ty::Ref, payload));
                    }
                    Abstract::Made(number) if object.kind == Kind::Instance => {
                        args.push(self.made_real(*number, None).val);
                    }
                    value if value.same_shape(shape) => args.extend(value.parts()),
                    _ => return self.leave(Reason::Type),
                },
                Abstract::Tuple(_)
                    if match &value {
                        Abstract::Tuple(items) => self.is_shared(items),
                        value => matches!(value, Abstract::Object(Object { kind: Kind::Tuple, .. })),
                    } =>
                {
                    return Err(Stop::Tuples);
                }
                shape if value.same_shape(shape) => args.extend(value.parts()),
                _ => return self.leave(Reason::Type),
            }
        }
        let exit = self.here();
        self.ir.poll(exit);
        self.ir.continue_loop(label, &args);
        Err(Stop::Left)
    }

    pub(super) fn continue_(&mut self) -> Step<()> {
        self.leave_unless_free()?;
        self.next_turn()
    }

    /// Leaves where a `finally` of the innermost loop's body comes first.
    fn leave_unless_free(&mut self) -> Step<()> {
        match self.unwinding.last() {
            Some(&(frames, loops)) if frames == self.frames.len() && loops == self.loops.len() => {
                self.leave_for_cleanup()
            }
            _ => Ok(()),
        }
    }

    pub(super) fn break_(&mut self) -> Step<()> {
        self.leave_unless_free()?;
        let open = self.loops.last().expect("a loop is open");
        // What the loop goes over may itself go over another generator.
        if open.outside.is_some_and(|outside| self.leaving_closes(outside)) {
            return self.leave(Reason::End);
        }
        let done = open.done;
        self.go(done);
        Err(Stop::Left)
    }
}

/// Whether a variable was seen to hold values of several types.
pub(super) fn several(seen: &Seen) -> bool {
    seen.types().len() > 1 && seen.only_type().is_none()
}

/// Where the next item of a `for` is.
enum Item {
    Range {
        next: Val,
        step: Val,
    },
    Sequence {
        sequence: Object,
        index: Val,
    },
    /// An iterator in parts.
    Parts(std::rc::Rc<Iterating>),
    /// Taken already.
    Taken(Abstract),
}
