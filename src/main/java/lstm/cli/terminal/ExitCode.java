package lstm.cli.terminal;

import lstm.error.LstmException.Kind;

/** Exit codes of the program. Scripts depend on them, so they never change. */
public enum ExitCode {
    OK(0, "success"),
    BUG(1, "a bug in lstm; --debug shows where"),
    USAGE(2, "an option is unknown or out of range, or an output file exists"),
    DATA(3, "the CSV is missing, malformed or too short, or lacks a column"),
    MODEL(4, "the model file is missing, damaged or from another version"),
    DIVERGED(5, "training diverged"),
    GATE(6, "the skill is below --min-skill"),
    IO(7, "input or output failed: disk full, no permission, out of memory"),
    LOCKED(8, "another process holds the model"),
    TIMED_OUT(9, "a file of a batch took longer than --timeout"),
    HUNG_UP(129, "the terminal was closed; the best model so far is saved"),
    INTERRUPTED(130, "interrupted (Ctrl-C); the best model so far is saved"),
    PIPE(141, "the reader of standard output went away"),
    TERMINATED(143, "terminated; the best model so far is saved");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }

    public static ExitCode of(Kind kind) {
        return switch (kind) {
            case USAGE -> USAGE;
            case DATA -> DATA;
            case MODEL -> MODEL;
            case DIVERGED -> DIVERGED;
            case GATE -> GATE;
            case IO -> IO;
            case LOCKED -> LOCKED;
            case TIMEOUT -> TIMED_OUT;
        };
    }
}
