//! Which calls are loops where they stand (`consumed`): what their names mean decides it.
//!
//! In: calls that look like it, and their scopes. Out: the ones that are, once all names of the module are known; the scopes inside of the
//! others are functions after all.

use super::consumed::{Asked, Consumed};
use super::scope::{ScopeId, ScopeKind, Scopes, key};
use crate::syntax::tree::{Expr, ExprKind, Identifier};
use std::sync::Arc;

/// A call that is a loop where it stands if names mean what they seem to.
#[derive(Debug)]
pub(super) struct Candidate {
    call: usize,
    around: ScopeId,
    /// The generator expressions and functions in it.
    inside: Vec<ScopeId>,
    /// Names that are to be those of built-in functions.
    built_in: Vec<Identifier>,
    /// Names of functions that are asked of items: built-in ones are called by others faster.
    asked: Vec<Identifier>,
}

impl Scopes {
    /// Notes that a call may be a loop in the frame around.
    pub(super) fn note_consumed(&mut self, around: ScopeId, call: &Expr, found: &Consumed<'_>) {
        let inside: Vec<ScopeId> = found.nodes().map(|node| self.of(node)).collect();
        for &id in &inside {
            let at = self.at(id);
            (at.kind, at.is_consumed) = (ScopeKind::Comprehension, true);
        }
        let asked = found.asked().filter_map(|asked| match asked {
            Asked::Named(Expr { kind: ExprKind::Name(name), .. }) => Some(name.clone()),
            _ => None,
        });
        let asked = asked.collect();
        let built_in = found.names().map(Arc::from).collect();
        self.candidates.push(Candidate { call: key(call), around, inside, built_in, asked });
    }

    /// Whether a call is a loop in the frame around.
    pub fn is_in_place(&self, call: &Expr) -> bool {
        self.in_place.contains(&key(call))
    }

    /// Decides which of the calls noted are loops.
    pub(super) fn decide_candidates(&mut self) {
        for candidate in std::mem::take(&mut self.candidates) {
            let Candidate { call, around, inside, built_in, asked } = candidate;
            let visible = built_in.iter().all(|name| self.is_bound_nowhere(around, name));
            let is_own = asked.iter().all(|name| !self.is_bound_nowhere(around, name));
            if visible && is_own && self.get(self.frame_of(around)).kind != ScopeKind::Class {
                self.in_place.insert(call);
            } else {
                inside.into_iter().for_each(|id| self.at(id).kind = ScopeKind::Function);
            }
        }
    }
}
