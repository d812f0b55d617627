//! Which objects a unit has for one turn of their loop only.
//!
//! Comes in: a unit after the passes. Goes out: a place for each call whose object nobody uses any more when the call is made again.
//! What is kept at such a place takes the place of what was there, so that memory is used again as soon as the interpreter would use it.
//! All other objects live until the unit is left.
//!
//! A value that was loaded from an object, or out of what is in it, lives by it. So an object is for one turn if neither it nor any
//! such value is carried round the loop that makes it, or out of it. What was put into other objects is theirs: they count it. A call
//! that takes an object out of a list ends what others have loaded from there lives by, so none of that may be carried either.

use super::helper::HelperId;
use super::ir::{Const, Def, InstId, MemRegion, Op, RegionId, Ty, Unit, UnitKind, Val};
use crate::value::TAG_OBJECT;
use rustc_hash::{FxHashMap, FxHashSet};

/// How many places a unit may have.
pub const MOST: u32 = 64;

/// What keeps exactly one object where it goes well: the one that it returns.
const MAKERS: [HelperId; 40] = [
    HelperId::LIST_NEW,
    HelperId::DICT_NEW,
    HelperId::SET_NEW,
    HelperId::SET_COPY,
    HelperId::TUPLE_OF,
    HelperId::SINGLE,
    HelperId::PAIR,
    HelperId::TRIPLE,
    HelperId::QUADRUPLE,
    HelperId::QUINTUPLE,
    HelperId::SEXTUPLE,
    HelperId::COMPLEX_NEW,
    HelperId::COMPLEX128_NEW,
    HelperId::ARRAY_VIEW,
    HelperId::LIST_POP,
    HelperId::BINARY,
    HelperId::UNARY,
    HelperId::GET_ITEM,
    HelperId::DICT_GET,
    HelperId::SLICE,
    HelperId::SLICE_NEW,
    HelperId::METHOD_NEW,
    HelperId::INSTANCE_NEW,
    HelperId::CELL_NEW,
    HelperId::ITERATE,
    HelperId::NEXT,
    HelperId::NEXT_ITEM,
    HelperId::PURE_CALL_0,
    HelperId::PURE_CALL_1,
    HelperId::PURE_CALL_2,
    HelperId::PURE_CALL_3,
    HelperId::RUN_1,
    HelperId::RUN_2,
    HelperId::RUN_3,
    HelperId::CALL_1,
    HelperId::CALL_2,
    HelperId::CALL_3,
    HelperId::ROW_CALL_1,
    HelperId::ROW_CALL_2,
    HelperId::ROW_CALL_3,
];

/// Those that may take their object out of a list that had it alone.
const TAKERS: [HelperId; 4] = [HelperId::LIST_POP, HelperId::CALL_1, HelperId::CALL_2, HelperId::CALL_3];

/// The places, from 0 on, of the calls whose objects live for one turn; of two objects, those of the first.
pub fn places(unit: &Unit) -> FxHashMap<InstId, u32> {
    let mut places = FxHashMap::default();
    if !keeps_objects(unit) {
        return places;
    }
    let map = Map::of(unit);
    let mut next = 0;
    for maker in &map.makers {
        let after = next + maker.count;
        if after <= MOST && map.is_for_a_turn(maker) {
            places.insert(maker.inst, next);
            next = after;
        }
    }
    places
}

/// Whether there is anything to have a place: most loops over numbers need not be gone through further.
fn keeps_objects(unit: &Unit) -> bool {
    let mut found = false;
    unit.each_region(|region| {
        let mut insts = unit.region(region).insts.iter();
        found |= insts.any(|&inst| matches!(unit.inst(inst).op, Op::Call(helper, _) if objects_of(helper).is_some()));
    });
    found
}

/// A call that keeps objects.
struct Maker {
    inst: InstId,
    /// What refers to them.
    objects: Vec<Val>,
    /// How many there are.
    count: u32,
    /// The region that is run again before there are others.
    turn: RegionId,
}

/// Where everything is.
struct Map<'a> {
    unit: &'a Unit,
    /// The calls that may have places.
    makers: Vec<Maker>,
    /// The region in which an instruction stands, and its position there.
    at: FxHashMap<InstId, (RegionId, usize)>,
    /// The instruction that owns a region.
    owner: FxHashMap<RegionId, InstId>,
    users: FxHashMap<Val, Vec<InstId>>,
    /// What gives an object that a list may have alone.
    lent: Vec<InstId>,
}

impl<'a> Map<'a> {
    fn of(unit: &'a Unit) -> Map<'a> {
        let mut map = Map {
            unit,
            makers: Vec::new(),
            lent: Vec::new(),
            at: FxHashMap::default(),
            owner: FxHashMap::default(),
            users: FxHashMap::default(),
        };
        let mut calls_units = false;
        let mut made = Vec::new();
        unit.each_region(|region| {
            for (position, &inst) in unit.region(region).insts.iter().enumerate() {
                map.at.insert(inst, (region, position));
                let data = unit.inst(inst);
                data.op.regions().for_each(|inner| _ = map.owner.insert(inner, inst));
                data.args.iter().for_each(|&arg| map.users.entry(arg).or_default().push(inst));
                match data.op {
                    Op::Call(helper, _) => made.extend(objects_of(helper).map(|count| (inst, helper, count))),
                    Op::LoadElement(access) | Op::Load(access) if access.region == MemRegion::ElemAny => {
                        map.lent.push(inst)
                    }
                    Op::CallUnit(..) => {
                        calls_units = true;
                        map.lent.push(inst);
                    }
                    _ => {}
                }
            }
        });
        if unit.kind == UnitKind::Function && calls_units {
            // Several calls of it may be under way.
            return map;
        }
        map.makers = made.into_iter().map(|(inst, helper, count)| map.maker(inst, helper, count)).collect();
        map
    }

    fn maker(&self, inst: InstId, helper: HelperId, count: u32) -> Maker {
        let data = self.unit.inst(inst);
        let (objects, region) = match helper {
            HelperId::KEEP => {
                let object = self.origin(data.args[1]);
                (vec![object], self.region_of(object))
            }
            _ => (self.references(&data.results), self.at[&inst].0),
        };
        Maker { inst, objects, count, turn: self.turn_of(region) }
    }

    /// What a value is that was only read as another type.
    fn origin(&self, val: Val) -> Val {
        match self.unit.def_inst(val) {
            Some(inst) if matches!(self.unit.inst(inst).op, Op::Cast(_)) => self.origin(self.unit.inst(inst).args[0]),
            _ => val,
        }
    }

    /// The region in which a value is defined.
    fn region_of(&self, val: Val) -> RegionId {
        match self.unit.def(val) {
            Def::Inst(inst, _) => self.at[&inst].0,
            Def::Region(region, _) => region,
            Def::Param(_) | Def::Const(_) => self.unit.body,
        }
    }

    /// Those that may refer to objects.
    fn references(&self, vals: &[Val]) -> Vec<Val> {
        vals.iter().copied().filter(|&val| may_refer(self.unit.ty(val))).collect()
    }

    /// The body of the innermost loop around a region, or the unit's.
    fn turn_of(&self, mut region: RegionId) -> RegionId {
        while let Some(&owner) = self.owner.get(&region) {
            if matches!(self.unit.inst(owner).op, Op::Loop(..)) {
                break;
            }
            region = self.at[&owner].0;
        }
        region
    }

    /// Whether an instruction stands in a region, or in one nested there.
    fn is_within(&self, inst: InstId, outer: RegionId) -> bool {
        let mut region = self.at[&inst].0;
        while region != outer {
            let Some(owner) = self.owner.get(&region) else { return false };
            region = self.at[owner].0;
        }
        true
    }

    /// Whether the objects of a call are not needed any more when their turn begins again, nor behind it.
    fn is_for_a_turn(&self, maker: &Maker) -> bool {
        let turn = maker.turn;
        let takes = matches!(self.unit.inst(maker.inst).op, Op::Call(helper, _) if TAKERS.contains(&helper));
        if takes && self.unit.kind == UnitKind::Function {
            // Whoever called it may have loaded something too.
            return false;
        }
        let lent = if takes { &self.lent[..] } else { &[] };
        let stays = |&lent: &InstId| self.is_within(lent, turn) && !self.outlives(self.lent_by(lent), turn);
        lent.iter().all(stays) && !self.outlives(maker.objects.clone(), turn)
    }

    /// The objects that a load, or a call of another unit, gives.
    fn lent_by(&self, lent: InstId) -> Vec<Val> {
        let data = self.unit.inst(lent);
        match data.op {
            Op::Load(access) | Op::LoadElement(access) if self.is_plain(lent, access.region) => Vec::new(),
            _ => self.references(&data.results),
        }
    }

    /// Whether anything that lives by objects is there when `turn` begins again, or behind it.
    fn outlives(&self, mut living: Vec<Val>, turn: RegionId) -> bool {
        let mut seen: FxHashSet<Val> = living.iter().copied().collect();
        while let Some(val) = living.pop() {
            for &user in self.users.get(&val).map_or(&[][..], Vec::as_slice) {
                let Some(more) = self.living_by(user, val, turn) else { return true };
                living.extend(more.into_iter().filter(|&val| seen.insert(val)));
            }
        }
        false
    }

    /// What lives by `val` because of one of its users; none if that leaves the turn.
    fn living_by(&self, user: InstId, val: Val, turn: RegionId) -> Option<Vec<Val>> {
        let unit = self.unit;
        let inst = unit.inst(user);
        let places = || inst.args.iter().enumerate().filter(|&(_, &arg)| arg == val).map(|(at, _)| at);
        let results =
            || inst.results.iter().copied().filter(|&result| may_refer(unit.ty(result))).collect::<Vec<Val>>();
        Some(match inst.op {
            Op::Cast(_) | Op::Select | Op::Offset => results(),
            Op::Load(access) | Op::LoadElement(access) => match self.is_plain(user, access.region) {
                true => Vec::new(),
                false => results(),
            },
            Op::Store(_) | Op::StoreElement(_) if places().any(|at| at + 1 == inst.args.len()) => return None,
            // Text grows in place where the unit alone keeps it until it is left; of the others, one gives addresses out of what it is given.
            Op::Call(HelperId::TEXT_APPEND | HelperId::GENERATOR_SLOTS | HelperId::GENERATOR_WAITS, _) | Op::Ret => {
                return None;
            }
            Op::CallUnit(..)
                if inst.results.iter().any(|&result| matches!(unit.ty(result), Ty::Ref | Ty::Ptr | Ty::Tag)) =>
            {
                return None;
            }
            Op::Loop(body, _) => places().map(|at| unit.region(body).params[at]).collect(),
            Op::Continue(head) => {
                let Op::Loop(body, _) = unit.inst(head).op else { unreachable!("checked to be a loop") };
                if !self.is_within(head, turn) {
                    return None;
                }
                places().map(|at| unit.region(body).params[at]).collect()
            }
            Op::Br(block) if self.is_within(block, turn) => places().map(|at| unit.inst(block).results[at]).collect(),
            Op::Br(_) => return None,
            Op::Yield => {
                let owner = self.owner[&self.at[&user].0];
                places().map(|at| unit.inst(owner).results[at]).collect()
            }
            _ => Vec::new(),
        })
    }

    /// Whether a load gives a number: by its memory, or because a guard says so that stands before anybody can go elsewhere.
    fn is_plain(&self, load: InstId, memory: MemRegion) -> bool {
        use MemRegion::*;
        let numbers = [
            Kind,
            Count,
            ListKind,
            ListLength,
            ElemInt,
            ElemFloat,
            ElemBool,
            ElemComplex,
            ClassVersion,
            ArrayShape,
            ElemArray,
        ];
        numbers.contains(&memory) || self.tag_is_guarded(load)
    }

    fn tag_is_guarded(&self, load: InstId) -> bool {
        let unit = self.unit;
        let (region, position) = self.at[&load];
        let insts = &unit.region(region).insts;
        let end = insts.iter().skip(position).position(|&inst| is_control(unit.inst(inst).op));
        let before_control = end.map_or(insts.len(), |end| position + end);
        insts[..before_control].iter().any(|&guard| {
            let Op::Guard(..) = unit.inst(guard).op else { return false };
            let Some(test) = unit.def_inst(unit.inst(guard).args[0]) else { return false };
            let Op::IntCompare(super::ir::Compare::Eq) = unit.inst(test).op else { return false };
            let [tag, expected] = unit.inst(test).args[..] else { return false };
            let is_number = matches!(unit.as_const(expected), Some(Const::Tag(tag)) if tag != TAG_OBJECT);
            is_number && unit.def_inst(tag).is_some_and(|tag| self.is_tag_of(tag, load))
        })
    }

    /// Whether one load reads the tag of the value of which another reads the payload.
    fn is_tag_of(&self, tag: InstId, payload: InstId) -> bool {
        let (tag, payload) = (self.unit.inst(tag), self.unit.inst(payload));
        let beside = match (tag.op, payload.op) {
            (Op::Load(tag), Op::Load(payload)) | (Op::LoadElement(tag), Op::LoadElement(payload)) => {
                tag.ty == Ty::Tag && tag.offset + 8 == payload.offset
            }
            _ => false,
        };
        beside && tag.args == payload.args
    }
}

/// How many objects a helper keeps, if it may keep them for a turn.
fn objects_of(helper: HelperId) -> Option<u32> {
    match helper {
        HelperId::KEEP => Some(1),
        HelperId::NEXT_PAIR => Some(2),
        maker => MAKERS.contains(&maker).then_some(1),
    }
}

/// Whether a value of this type may be an object, or an address in one.
fn may_refer(ty: Ty) -> bool {
    matches!(ty, Ty::Ref | Ty::Ptr | Ty::I64)
}

fn is_control(op: Op) -> bool {
    op.regions().next().is_some() || matches!(op, Op::Br(_) | Op::Continue(_) | Op::Yield | Op::Exit(..) | Op::Ret)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::text::parse;

    fn kept_for_a_turn(text: &str) -> Vec<&'static str> {
        let unit = parse(text).unwrap();
        let mut found: Vec<_> = places(&unit).into_iter().collect();
        found.sort_by_key(|&(_, place)| place);
        found
            .into_iter()
            .map(|(inst, _)| match unit.inst(inst).op {
                Op::Call(helper, _) => helper.get().name,
                _ => unreachable!("calls have places"),
            })
            .collect()
    }

    #[test]
    fn what_is_unpacked_and_dropped() {
        let text = "unit loop f(v0: I64 = slot 0, v1: Ref = slot 1) -> () {
            exit e0 = resume f0@1 [slot 0 <- int v2]
            exit e1 = resume f0@1 [slot 0 <- int v2, slot 2 <- tagged v3 v4]
            l0: loop (v2: I64 = v0) entry e0 stmt 1 trips 10 {
              v3, v4 = call list_pop v1, e0
              v5 = cast.Ref v4
              v6 = load.Ptr v5+16, Immutable
              v7 = load_elem.Tag v6[0]+0, Immutable
              v8 = load_elem.I64 v6[0]+8, Immutable
              v9 = icmp.eq v7, tag:3
              guard v9, e1 type
              v10 = call pair tag:3, v8, tag:3, v2
              v11 = cast.I64 v10
              call list_append v1, tag:8, v11
              poll e0
              continue l0 v8
            }
        }";
        assert_eq!(kept_for_a_turn(text), ["list_pop", "pair"]);
        // Nobody knows that it is a number.
        let text = text.replace("guard v9, e1 type", "");
        assert_eq!(kept_for_a_turn(&text), ["pair"]);
    }

    #[test]
    fn what_is_carried_on() {
        let text = "unit loop f(v0: Ref = slot 0, v1: Ref = slot 1) -> () {
            exit e0 = resume f0@1 [slot 0 <- object v2]
            exit e1 = resume f0@2 [slot 0 <- object v9]
            b0: block {
              l0: loop (v2: Ref = v0) entry e0 stmt 1 trips 10 {
                v3, v4 = call list_pop v1, e0
                v5 = cast.Ref v4
                v6 = call single tag:8, v4
                v7 = load.I64 v5+32, ListLength
                v8 = icmp.gt v7, 3
                if v8 {
                  br b0 v6
                } else {
                  yield
                }
                poll e0
                continue l0 v5
              }
            } -> v9: Ref
            exit e1 branch
        }";
        assert_eq!(kept_for_a_turn(text), <[&str; 0]>::default());
    }

    #[test]
    fn what_is_kept_for_a_call() {
        let text = "unit loop f(v0: I64 = slot 0, v1: Ref = slot 1) -> () {
            exit e0 = resume f0@1 [slot 0 <- int v2]
            l0: loop (v2: I64 = v0, v3: Ref = v1) entry e0 stmt 1 trips 10 {
              v4, v5 = call list_pop v1, e0
              v6 = cast.Ref v5
              call keep tag:8, v5
              v7 = cast.I64 v3
              call keep tag:8, v7
              v8, v9, v10, v11, v12 = call next_pair v1, e0
              poll e0
              continue l0 v2, v6
            }
        }";
        // What is taken out is carried on, once; then it is kept for the last time.
        assert_eq!(kept_for_a_turn(text), ["keep", "next_pair"]);
        assert_eq!(kept_for_a_turn(&text.replace("v2, v6", "v2, v3")), ["list_pop", "keep", "next_pair"]);
    }

    #[test]
    fn what_an_inner_loop_carries() {
        let text = "unit loop f(v0: I64 = slot 0, v1: Ref = slot 1) -> () {
            exit e0 = resume f0@1 [slot 0 <- int v2]
            exit e1 = resume f0@2 [slot 0 <- int v2]
            l0: loop (v2: I64 = v0) entry e0 stmt 1 trips 10 {
              v3, v4 = call list_pop v1, e0
              v5 = cast.Ref v4
              b1: block {
                l1: loop (v6: Ref = v5, v7: Ref = v5) entry e1 stmt 2 trips 10 {
                  v8, v9 = call list_pop v6, e1
                  v10 = cast.Ref v9
                  v11 = load.I64 v10+32, ListLength
                  v12 = icmp.gt v11, 3
                  if v12 {
                    br b1 v11
                  } else {
                    yield
                  }
                  poll e1
                  continue l1 v10, v7
                }
              } -> v13: I64
              poll e0
              continue l0 v13
            }
        }";
        // The outer one lives through the inner loop; what that carries round does not live for its turn only.
        assert_eq!(kept_for_a_turn(text), ["list_pop"]);
    }
}
