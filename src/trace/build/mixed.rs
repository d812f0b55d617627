//! Numbers of which it is not known whether they are ints or floats: each case has a way of its own.

use super::*;
use crate::trace::ir::BoolBinary;

/// The largest distance from zero up to which ints are floats exactly.
const EXACT: i64 = 1 << 53;

/// Whether ints that become floats must be the same number, to be compared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Exactly {
    Yes,
    No,
}

/// Whether one of two values may be a number of any type, and both may be numbers.
pub(super) fn are_mixed(x: &Abstract, y: &Abstract) -> bool {
    let is_any = |value: &Abstract| matches!(value, Abstract::Tagged(..));
    let is_number = |value: &Abstract| matches!(value, Abstract::Int(_) | Abstract::Float(_) | Abstract::Bool(_));
    (is_any(x) || is_any(y)) && [x, y].into_iter().all(|value| is_any(value) || is_number(value))
}

impl Builder<'_> {
    /// Builds what two values come to: where both are ints, where one is a float and the other a number, and where they are anything else.
    pub(super) fn mixed(
        &mut self,
        (x, y): (&Abstract, &Abstract),
        exactly: Exactly,
        numbers: &mut dyn FnMut(&mut Self, &Abstract, &Abstract) -> Step<Abstract>,
        others: &mut dyn FnMut(&mut Self) -> Step<Abstract>,
    ) -> Step<Abstract> {
        let result = self.hidden();
        let join = self.open_join();
        if ![x, y].into_iter().any(|value| matches!(value, Abstract::Float(_))) {
            let other = self.open_join();
            let [x, y] = [x, y].map(|value| match *value {
                Abstract::Tagged(tag, payload) => {
                    let is_int = self.has_tag(tag, TAG_INT);
                    self.go_unless(is_int, other);
                    Abstract::Int(payload)
                }
                ref value => value.clone(),
            });
            let way = numbers(self, &x, &y).map(|value| self.write(result, value));
            self.end_way(way, join)?;
            self.close_join(None)?;
        }
        let other = self.open_join();
        let [x, y] = [x, y].map(|value| match *value {
            Abstract::Tagged(tag, payload) => self.float_of_any(tag, payload, exactly, other),
            ref value => value.clone(),
        });
        let way = numbers(self, &x, &y).map(|value| self.write(result, value));
        self.end_way(way, join)?;
        self.close_join(None)?;
        let way = others(self).map(|value| self.write(result, value));
        self.end_way(way, join)?;
        self.merged(result)
    }

    pub(super) fn has_tag(&mut self, tag: Val, known: u64) -> Val {
        let known = self.ir.tag(known);
        self.ir.int_compare(Compare::Eq, tag, known)
    }

    /// The float that an int or a float is, or becomes beside a float; it goes to the label for anything else.
    fn float_of_any(&mut self, tag: Val, payload: Val, exactly: Exactly, other: usize) -> Abstract {
        let (is_int, is_float) = (self.has_tag(tag, TAG_INT), self.has_tag(tag, TAG_FLOAT));
        let mut is_number = self.ir.bool_binary(BoolBinary::Or, is_int, is_float);
        if exactly == Exactly::Yes {
            let (low, high) = (self.ir.int(-EXACT), self.ir.int(EXACT));
            let (above, below) =
                (self.ir.int_compare(Compare::Ge, payload, low), self.ir.int_compare(Compare::Le, payload, high));
            let fits = self.ir.bool_binary(BoolBinary::And, above, below);
            let is_exact = self.ir.bool_binary(BoolBinary::Or, is_float, fits);
            is_number = self.ir.bool_binary(BoolBinary::And, is_number, is_exact);
        }
        self.go_unless(is_number, other);
        let (own, turned) = (self.ir.cast(Ty::F64, payload), self.ir.int_to_float(payload));
        Abstract::Float(self.ir.select(is_int, turned, own))
    }
}
