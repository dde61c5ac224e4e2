package lstm.cli;

import picocli.CommandLine.Option;

/** Options that every command has. */
final class CommonOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing but data and errors.")
    private boolean quiet;

    @Option(names = "--debug", description = "Print the stack trace of an error.")
    private boolean debug;

    boolean quiet() {
        return quiet;
    }
}
