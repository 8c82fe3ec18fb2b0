//! The programs of other languages: whether they are here, and how a build server gets them.

use std::{
    collections::BTreeSet,
    ffi::OsString,
    fmt,
    path::Path,
    process::{Command, Stdio},
};

use crate::{
    step::Step,
    workspace::{Error, root},
};

/// A program, or a library of Debian's.
pub(crate) struct Tool {
    /// What it is called.
    name: &'static str,
    /// What shows that it is here.
    proof: Proof,
    /// The package of Debian that has it.
    package: &'static str,
}

enum Proof {
    /// Running it with these arguments, without an error.
    Runs(&'static [&'static str]),
    /// These files.
    Files(&'static [&'static str]),
}

pub(super) const PYTHON: Tool =
    Tool { name: "python3", proof: Proof::Runs(&["-c", "import venv, ensurepip"]), package: "python3-venv" };
/// Of a version that schemathesis runs on.
pub(crate) const PYTHON_3_11: Tool = Tool {
    name: "python3",
    proof: Proof::Runs(&["-c", "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))"]),
    package: "python3-venv",
};
pub(crate) const CHROMIUM: Tool = Tool { name: "chromium", proof: Proof::Runs(&["--version"]), package: "chromium" };
pub(super) const NODE: Tool = Tool { name: "node", proof: Proof::Runs(&["--version"]), package: "nodejs" };
pub(super) const NPM: Tool = Tool { name: "npm", proof: Proof::Runs(&["--version"]), package: "npm" };
pub(super) const GO: Tool = Tool { name: "go", proof: Proof::Runs(&["version"]), package: "golang-go" };
pub(super) const JAVA: Tool =
    Tool { name: "java", proof: Proof::Runs(&["-version"]), package: "openjdk-17-jdk-headless" };
pub(super) const JAVAC: Tool =
    Tool { name: "javac", proof: Proof::Runs(&["-version"]), package: "openjdk-17-jdk-headless" };
pub(super) const JACKSON: Tool =
    Tool { name: "Jackson's jars", proof: Proof::Files(JARS), package: "libjackson2-databind-java" };

/// Where Debian puts them. All of the folder would be too many: their manifests name others that are not there.
const JARS: &[&str] = &[
    "/usr/share/java/jackson-annotations.jar",
    "/usr/share/java/jackson-core.jar",
    "/usr/share/java/jackson-databind.jar",
];

impl Tool {
    pub(crate) fn is_there(&self) -> bool {
        match self.proof {
            Proof::Files(files) => files.iter().all(|file| Path::new(file).is_file()),
            Proof::Runs(arguments) => {
                let mut command = Command::new(self.name);
                let status = command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
                status.is_ok_and(|status| status.success())
            }
        }
    }
}

impl fmt::Display for Tool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (Debian's {})", self.name, self.package)
    }
}

/// The class path of Jackson.
pub(super) fn jackson() -> OsString {
    JARS.join(":").into()
}

/// Installs what is missing, as Debian's packages. For build servers only, since it needs root.
pub(crate) fn install<'a>(needed: impl Iterator<Item = &'a Tool>) -> Result<(), Error> {
    let missing: BTreeSet<&str> = needed.filter(|tool| !tool.is_there()).map(|tool| tool.package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    eprintln!("installing {}", missing.iter().copied().collect::<Vec<_>>().join(", "));
    let apt = || Step::new(&root(), Path::new("apt-get")).env("DEBIAN_FRONTEND", "noninteractive");
    apt().args(["update", "--quiet=2"]).run()?;
    apt().args(["install", "--quiet=2", "--yes", "--no-install-recommends"]).args(missing).run()
}
