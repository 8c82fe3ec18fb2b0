//! The commands in the help, grouped by what a user wants to do.

use std::fmt::Write as _;

use clap::Command;

/// The groups, and the commands of each by name.
const GROUPS: [(&str, &[&str]); 5] = [
    ("Look at conversations", &["thread", "check"]),
    ("Convert them", &["convert", "restore"]),
    ("Fetch them from a server", &["pull"]),
    ("Try and test", &["emulate", "demo"]),
    ("Integrate with other tools", &["schema", "completions", "man"]),
];

/// Lists the commands in groups in the help of `command`, where clap would list them one below the other.
pub(crate) fn in_groups(command: Command) -> Command {
    let about = |name: &str| command.find_subcommand(name).and_then(Command::get_about).map(ToString::to_string);
    let mut text = String::new();
    for (title, names) in GROUPS {
        // Writing into a string cannot fail.
        let _ = writeln!(text, "{title}:");
        for name in names {
            let _ = writeln!(text, "  {name:<11}  {}", about(name).unwrap_or_default());
        }
        text.push('\n');
    }
    let template = format!(
        "{{about-with-newline}}\n{{usage-heading}} {{usage}}\n\n{text}Options:\n{{options}}{{after-help}}\n\n\
         `conversation COMMAND --help` explains a command, with examples.\n"
    );
    command.help_template(template)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::GROUPS;
    use crate::cli::Cli;

    #[test]
    fn every_command_is_in_exactly_one_group() {
        let grouped: Vec<&str> = GROUPS.iter().flat_map(|(_, names)| *names).copied().collect();
        let definition = Cli::definition();
        let commands: BTreeSet<&str> = definition.get_subcommands().map(clap::Command::get_name).collect();
        assert_eq!(grouped.len(), commands.len());
        assert_eq!(grouped.into_iter().collect::<BTreeSet<_>>(), commands);
    }

    #[test]
    fn the_definition_is_consistent() {
        Cli::definition().debug_assert();
    }
}
