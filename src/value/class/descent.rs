//! Who counts as an instance of a class: what derives from it, unless its metaclass is to be asked.
//!
//! The metaclass of abstract classes asks hooks and registered classes too. Where there are none it only repeats what descent says, and
//! need not be asked.

use super::Class;
use crate::value::Symbol;

impl Class {
    /// Whether its metaclass says who counts as an instance or a subclass, rather than descent alone. That changes only together with its
    /// version or that of the metaclass.
    pub fn is_judged(&self) -> bool {
        self.metaclass().is_some_and(|meta| meta.traits().judges) && !self.descends.get()
    }

    /// Whether its instances may say that they are of another class.
    pub fn may_pretend(&self) -> bool {
        self.traits().getattribute || self.find(Symbol::CLASS).is_some()
    }

    /// Says that its metaclass would answer by descent, as long as no hook is asked and nothing is registered.
    pub fn follow_descent(&self) {
        self.descends.set(true);
        if self.lookup_from_script(Symbol::SUBCLASSHOOK).is_some() {
            self.ask_metaclass();
        }
    }

    /// Says that it has a hook now, and so have all that derive from it.
    pub fn ask_hooks(&self) {
        self.ask_metaclass();
        self.subclasses().iter().for_each(|class| class.ask_hooks());
    }

    /// Says that more than descent decides, here and so in the classes that it derives from.
    pub fn ask_metaclass(&self) {
        for class in std::iter::once(self).chain(self.ancestors().iter().map(|class| &**class)) {
            if class.descends.replace(false) {
                class.changed();
            }
        }
    }
}
