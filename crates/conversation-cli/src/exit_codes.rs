//! The list of exit codes at the end of each help text.

/// The exit codes of a command, for the end of its help.
macro_rules! exit_codes {
    () => {
        "\
Exit codes:
  0  success (also when the output pipe is closed early)
  1  the output could not be written
  2  nothing could be read, or invalid usage; one line on standard error explains it, and nothing is
     printed
  3  done, but some items or lines could not be read; standard error lists them (the first 20, then
     a count)"
    };
    (lines) => {
        "\
Exit codes:
  0  success (also when the output pipe is closed early, unless a residue was to be kept)
  1  the output or the residue could not be written
  2  nothing could be read, or invalid usage; one line on standard error explains it, and nothing is
     printed
  3  done, but some items or lines could not be read; standard error lists them (the first 20, then
     a count)"
    };
    (output) => {
        "\
Exit codes:
  0  success (also when the output pipe is closed early)
  1  the output could not be written
  2  invalid usage"
    };
    (schema) => {
        "\
Exit codes:
  0  success (also when the output pipe is closed early)
  1  the output could not be written
  2  unknown schema"
    };
    (emulate) => {
        "\
Exit codes:
  0  ended by Ctrl-C or SIGTERM
  1  standard output could not be written, or no thread could be started
  2  invalid usage: the port is in use, or the data file or a script is invalid"
    };
    (pull) => {
        "\
Exit codes:
  0  complete, or still in progress with no known gap (also when the output pipe is closed early)
  1  incomplete: standard error lists what is missing, or why the server could not be reached; run
     the same command again to continue. Or the output could not be written.
  2  the server refused the request, or invalid usage; nothing was overwritten
  3  complete as far as it could be read: standard error lists the items that could not be, and the
     output has them as they came"
    };
    (demo) => {
        "\
Exit codes:
  0  success (also when the output pipe is closed early)
  1  the emulator could not be started or reached, or the output could not be written"
    };
    (check) => {
        "\
Exit codes:
  0  no problems found (also when the output pipe is closed early)
  1  problems found: a violation of the schema, a defect, a known gap, a statusCode other than 0;
     or the output could not be written
  2  invalid usage, or the input contains no conversation"
    };
}
pub(crate) use exit_codes;
