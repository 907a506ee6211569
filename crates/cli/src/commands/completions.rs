//! `aoai completions` and `aoai man`: what a shell and `man` need.

use std::path::PathBuf;

use clap_complete::Shell;

use crate::failure::{Failure, Result};
use crate::session::Session;

/// Print what makes a shell complete this program's arguments
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aoai completions bash > ~/.local/share/bash-completion/completions/aoai
  aoai completions zsh > ~/.zfunc/_aoai
  aoai completions fish > ~/.config/fish/completions/aoai.fish")]
pub(crate) struct Completions {
    /// The shell to write them for
    shell: Shell,
}

/// Write the manual pages, one for each command
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  aoai man ~/.local/share/man/man1 && man aoai-tune")]
pub(crate) struct Man {
    /// An existing directory; without it the page of `aoai` is printed
    directory: Option<PathBuf>,
}

impl Completions {
    pub(crate) fn run(self, session: &Session, mut program: clap::Command) -> Result<()> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut program, "aoai", &mut script);
        session.out.bytes(&script)
    }
}

impl Man {
    pub(crate) fn run(self, session: &Session, program: clap::Command) -> Result<()> {
        match self.directory {
            None => {
                let mut page = Vec::new();
                clap_mangen::Man::new(program).render(&mut page)?;
                session.out.bytes(&page)
            }
            Some(directory) => clap_mangen::generate_to(program, &directory)
                .map_err(|error| Failure::file(&directory, "write into", &error)),
        }
    }
}
