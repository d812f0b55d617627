//! What was typed, kept between sessions.
//!
//! In: entries. Out: a file that is always whole: a new one is written beside it and then takes its place, before what was
//! typed is run.

use std::path::{Path, PathBuf};

use rustyline::Editor;
use rustyline::history::FileHistory;

use super::complete::Completion;

/// Where the history is kept, if there is a place for it.
pub(super) struct History(Option<PathBuf>);

impl History {
    /// Reads what earlier sessions left.
    pub fn load(editor: &mut Editor<Completion, FileHistory>) -> History {
        let path = path();
        if let Some(path) = &path {
            // The first session has nothing to read.
            let _ = editor.load_history(path);
        }
        History(path)
    }

    /// Adds an entry. A history that cannot be written is not worth an error message at every line.
    pub fn add(&self, editor: &mut Editor<Completion, FileHistory>, entry: &str) {
        if !editor.add_history_entry(entry).unwrap_or(false) {
            return;
        }
        if let Some(path) = &self.0 {
            let _ = save(editor, path);
        }
    }
}

fn save(editor: &mut Editor<Completion, FileHistory>, path: &Path) -> rustyline::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let fresh = path.with_extension(format!("{}.new", std::process::id()));
    editor.save_history(&fresh)?;
    std::fs::rename(&fresh, path)?;
    Ok(())
}

/// `taipan/history` in the folder for the state of programs.
fn path() -> Option<PathBuf> {
    let folder = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let state = folder("XDG_STATE_HOME").or_else(|| folder("HOME").map(|home| home.join(".local/state")))?;
    Some(state.join("taipan/history"))
}
