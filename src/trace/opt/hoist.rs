//! Moves what does not change in a loop in front of it: pure operations, guards, and loads of memory that the loop does not write.
//!
//! A guard that is moved leaves through the loop's entry exit, which stands before the first iteration. From code that an
//! iteration may pass by, only guards that say what a thing *is* (its type, its storage) are moved: they hold or fail as long as the
//! thing stays; others would leave for code that may never be reached.
//!
//! A load is good only behind the guards that make its address good. So a load is moved only if those were moved too: a
//! guard that stays taints what it talks about.
//!
//! Inner loops first: what was moved out of them is code of the loop around, and may move on.

use super::Options;
use crate::trace::helper::Effect;
use crate::trace::ir::*;

/// Which loads may move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loads {
    /// All.
    All,
    /// Not those of elements: index checks that made them good may have been removed because of what the loop's
    /// condition says, which is no guard that could be seen here.
    Headers,
}

/// Hoists invariant code of all loops.
pub fn hoist(unit: &mut Unit, options: Options, loads: Loads) {
    let mut hoist = Hoist {
        inside: vec![false; unit.values.len()],
        taint: vec![0; unit.values.len()],
        speculate: options.speculate,
        loads,
        unit,
    };
    hoist.region(hoist.unit.body);
}

/// What guards that stayed in the loop look at, of a value: a set of the following.
type Taint = u8;

/// The value itself.
const ITSELF: Taint = 1;
/// What kind of object it refers to.
const KIND: Taint = 2;
/// What lies in memory at an address made of it.
const CONTENTS: Taint = 4;

struct Hoist<'a> {
    unit: &'a mut Unit,
    /// Values defined in the loop that is being worked on.
    inside: Vec<bool>,
    taint: Vec<Taint>,
    speculate: bool,
    loads: Loads,
}

/// The loop that is being worked on.
struct Loop {
    label: InstId,
    entry: ExitId,
    written: RegionSet,
    /// What goes in front.
    moved: Vec<InstId>,
    /// Blocks inside the loop.
    blocks: Vec<InstId>,
    /// A guard on a type stays in the loop.
    types_stay: bool,
    /// What was marked, to be unmarked.
    marked: Vec<Val>,
    tainted: Vec<Val>,
}

impl Hoist<'_> {
    /// Works on the loops of a region, innermost first.
    fn region(&mut self, region: RegionId) {
        let insts = std::mem::take(&mut self.unit.region_mut(region).insts);
        let mut kept = Vec::with_capacity(insts.len() + 8);
        for inst in insts {
            let op = self.unit.inst(inst).op;
            op.regions().for_each(|nested| self.region(nested));
            if let Op::Loop(body, info) = op {
                kept.append(&mut self.empty(inst, body, info.entry));
            }
            kept.push(inst);
        }
        self.unit.region_mut(region).insts = kept;
    }

    /// Takes out of a loop what can be moved.
    fn empty(&mut self, label: InstId, body: RegionId, entry: ExitId) -> Vec<InstId> {
        let mut around = Loop {
            label,
            entry,
            written: self.written(body),
            moved: Vec::new(),
            blocks: Vec::new(),
            types_stay: false,
            marked: Vec::new(),
            tainted: Vec::new(),
        };
        self.mark(&mut around, &self.unit.region(body).params.clone());
        self.walk(&mut around, body, true);
        for val in around.marked {
            self.inside[val.index()] = false;
        }
        for val in around.tainted {
            self.taint[val.index()] = 0;
        }
        around.moved
    }

    fn mark(&mut self, around: &mut Loop, vals: &[Val]) {
        for &val in vals {
            self.inside[val.index()] = true;
            around.marked.push(val);
        }
    }

    /// Walks the code of a loop, nested loops included. `always`: each iteration that starts comes here, or leaves the loop.
    fn walk(&mut self, around: &mut Loop, region: RegionId, mut always: bool) {
        let mut insts = std::mem::take(&mut self.unit.region_mut(region).insts);
        insts.retain(|&inst| {
            let op = self.unit.inst(inst).op;
            if self.can_move(around, inst, always) {
                self.check_again(around, inst);
                if let Some(exit) = self.unit.inst_mut(inst).op.exit_mut() {
                    *exit = around.entry;
                }
                around.moved.push(inst);
                return false;
            }
            match op {
                Op::Guard(_, reason) => {
                    around.types_stay |= reason == Reason::Type;
                    self.taint(around, self.unit.inst(inst).args[0]);
                }
                Op::Block(body) => {
                    around.blocks.push(inst);
                    self.walk(around, body, always);
                    always &= !self.may_skip(around, inst, body);
                }
                Op::Loop(body, _) => {
                    self.mark(around, &self.unit.region(body).params.clone());
                    // (What could be moved out of the inner loop stands in front of it already.)
                    self.walk(around, body, false);
                }
                Op::If(then, otherwise) => {
                    self.taint(around, self.unit.inst(inst).args[0]);
                    self.walk(around, then, false);
                    self.walk(around, otherwise, false);
                    always &= !self.may_skip(around, inst, then) && !self.may_skip(around, inst, otherwise);
                }
                _ => {}
            }
            self.mark(around, &self.unit.inst(inst).results.clone());
            true
        });
        self.unit.region_mut(region).insts = insts;
    }

    /// Whether the code in a region may jump over what follows, and stay in the loop.
    fn may_skip(&self, around: &Loop, owner: InstId, region: RegionId) -> bool {
        self.unit.region(region).insts.iter().any(|&inst| match self.unit.inst(inst).op {
            Op::Continue(label) => label == around.label,
            Op::Br(block) => block != owner && around.blocks.contains(&block),
            op => op.regions().any(|nested| self.may_skip(around, owner, nested)),
        })
    }

    fn can_move(&self, around: &Loop, inst: InstId, always: bool) -> bool {
        let Inst { op, args, .. } = self.unit.inst(inst);
        if args.iter().any(|arg| self.inside[arg.index()]) {
            return false;
        }
        match *op {
            Op::Guard(_, reason) => {
                let lasting = matches!(reason, Reason::Type | Reason::Storage | Reason::Identity | Reason::Layout);
                if always { self.speculate || lasting } else { self.speculate && lasting }
            }
            Op::IntChecked(..) | Op::FloatToInt(_) => always && self.speculate,
            // The claim of an unchecked operation may rest on guards that stay.
            Op::Int(op) => {
                use IntBinary::*;
                let can_check = self.speculate && checked_twin(op).is_some();
                matches!(op, And | Or | Xor | Min | Max) || always && (can_check || !self.any_tainted(args))
            }
            Op::IntUnary(op) => !matches!(op, IntUnary::Neg | IntUnary::Abs) || always && !self.any_tainted(args),
            Op::Call(helper, exit) => {
                let pure = helper.get().effect == Effect::Pure;
                pure && always && (exit.is_none() || self.speculate)
            }
            Op::Load(access) | Op::LoadElement(access) => {
                !around.written.has(access.region) && self.is_good_outside(access, args, always)
            }
            // What a word is, a guard on its tag says. A word that was not loaded may have a tag that goes round the loop without it.
            Op::Cast(Ty::Ref | Ty::Ptr) => {
                let apart = around.types_stay && !self.is_loaded(args[0]);
                !apart && !self.looked_at(args[0], ITSELF | CONTENTS, 0)
            }
            // A guard has made sure that the word is a bool, and that guard may stay.
            Op::Cast(Ty::Bool) => false,
            Op::Cast(_) => true,
            op => op.is_pure(),
        }
    }

    /// An unchecked operation whose claim may rest on guards that stay in the loop is checked in front of it.
    fn check_again(&mut self, around: &Loop, inst: InstId) {
        let Inst { op, args, .. } = self.unit.inst(inst);
        if let Op::Int(op) = *op
            && let Some(checked) = checked_twin(op)
            && self.any_tainted(args)
        {
            self.unit.inst_mut(inst).op = Op::IntChecked(checked, around.entry);
        }
    }

    fn is_loaded(&self, val: Val) -> bool {
        let def = self.unit.def_inst(val);
        def.is_some_and(|def| matches!(self.unit.inst(def).op, Op::Load(_) | Op::LoadElement(_)))
    }

    fn any_tainted(&self, args: &[Val]) -> bool {
        args.iter().any(|arg| self.taint[arg.index()] & ITSELF != 0)
    }

    /// Whether an address is good in front of the loop too.
    fn is_good_outside(&self, access: Access, args: &[Val], always: bool) -> bool {
        let kind_is_open = self.taint[args[0].index()] & KIND != 0;
        match access.region {
            // A reference points to a header; frames, globals and cells of the unit stay where they are.
            MemRegion::Kind
            | MemRegion::Count
            | MemRegion::Slots
            | MemRegion::Globals
            | MemRegion::Cells
            | MemRegion::ClassVersion => !self.any_tainted(&args[1..]),
            MemRegion::ListKind
            | MemRegion::ListData
            | MemRegion::ListLength
            | MemRegion::Shape
            | MemRegion::FieldsData
            | MemRegion::ArrayHeader
            | MemRegion::ArrayShape
            | MemRegion::ArrayFlags => !kind_is_open,
            _ if self.loads == Loads::Headers => false,
            MemRegion::Immutable => !kind_is_open && !self.are_looked_at(args, ITSELF),
            _ => always && !self.are_looked_at(args, ITSELF),
        }
    }

    fn are_looked_at(&self, args: &[Val], what: Taint) -> bool {
        args.iter().any(|&arg| self.looked_at(arg, what, 0))
    }

    /// Whether a guard that stayed looks at a value or at what it was computed from.
    fn looked_at(&self, val: Val, what: Taint, depth: u32) -> bool {
        if self.taint[val.index()] & what != 0 || depth == 8 {
            return true;
        }
        let Some(def) = self.unit.def_inst(val) else {
            return false;
        };
        let Inst { op, args, .. } = self.unit.inst(def);
        let args = match op {
            // What guards say of the contents of a list is noted for the list, not for the subscript.
            Op::LoadElement(_) => &args[..1],
            _ => &args[..],
        };
        let through = match op {
            Op::Int(_) | Op::IntChecked(..) | Op::Offset => true,
            // The data of a list, an instance or an array is good if nothing about that is open.
            Op::Load(access)
                if matches!(access.region, MemRegion::ListData | MemRegion::FieldsData | MemRegion::ArrayHeader) =>
            {
                true
            }
            Op::Load(_) | Op::LoadElement(_) | Op::Cast(_) => what & CONTENTS != 0,
            _ => false,
        };
        through && args.iter().any(|&arg| self.looked_at(arg, what, depth + 1))
    }

    /// Notes what a condition that stays in the loop talks about.
    fn taint(&mut self, around: &mut Loop, cond: Val) {
        let mut open: SmallVec<[(Val, Taint); 16]> = smallvec::smallvec![(cond, ITSELF)];
        while let Some((val, what)) = open.pop() {
            let taint = &mut self.taint[val.index()];
            if what & !*taint == 0 {
                continue;
            }
            *taint |= what;
            around.tainted.push(val);
            let Some(def) = self.unit.def_inst(val) else {
                continue;
            };
            let Inst { op, args, .. } = self.unit.inst(def);
            let what = match op {
                Op::Load(access) if access.region == MemRegion::Kind => ITSELF | KIND,
                Op::Load(Access {
                    region:
                        MemRegion::ListKind
                        | MemRegion::ListLength
                        | MemRegion::ListData
                        | MemRegion::Shape
                        | MemRegion::FieldsData
                        | MemRegion::ArrayHeader
                        | MemRegion::ArrayFlags,
                    ..
                }) => what & !KIND,
                // A guard on what was loaded says nothing of where it was loaded from.
                Op::Load(_) => CONTENTS,
                Op::LoadElement(_) => {
                    open.push((args[0], CONTENTS));
                    continue;
                }
                Op::Block(_) | Op::If(..) => continue,
                _ => what & !KIND,
            };
            open.extend(args.iter().map(|&arg| (arg, what)));
        }
    }

    fn written(&self, region: RegionId) -> RegionSet {
        self.unit.region(region).insts.iter().fold(RegionSet::NONE, |set, &inst| {
            let op = self.unit.inst(inst).op;
            op.regions().fold(set.union(self.unit.clobbers(op)), |set, nested| set.union(self.written(nested)))
        })
    }
}

/// The checked operation that computes the same.
fn checked_twin(op: IntBinary) -> Option<IntChecked> {
    match op {
        IntBinary::Add => Some(IntChecked::Add),
        IntBinary::Sub => Some(IntChecked::Sub),
        IntBinary::Mul => Some(IntChecked::Mul),
        _ => None,
    }
}
