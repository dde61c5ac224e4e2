package lstm.cli.option;

import java.nio.file.Path;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.Terminal;
import picocli.CommandLine.Option;

/** Options of every command. */
public final class CommonOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Read options that are not given here from a YAML, JSON or Java properties file;"
                    + " variables such as LSTM_EPOCHS take precedence over it (default: the file named by"
                    + " LSTM_CONFIG).")
    private Path config;

    // Called a help option because it needs no file to work on.
    @SuppressWarnings("deprecation")
    @Option(
            names = "--print-config",
            help = true,
            description = "Print the value and the source of every option, and do nothing else.")
    private boolean printConfig;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print only data and errors.")
    private boolean quiet;

    @Option(names = "--no-color", description = "Do not use colors; same as setting NO_COLOR.")
    private boolean noColor;

    @Option(names = "--debug", description = "Print the stack trace of an error, and the backend.")
    private boolean debug;

    /** The files of the command, so far the file that options are read from. */
    public CommandFiles files(Console console) {
        CommandFiles files = new CommandFiles(console, quiet);
        return config == null ? files.reads(console.environment().get("LSTM_CONFIG")) : files.reads(config);
    }

    public boolean quiet() {
        return quiet;
    }

    /** The terminal to show progress on; silent if the command is quiet. */
    public Terminal screen(Console console) {
        Terminal screen = Terminal.of(console, noColor);
        return quiet ? screen.silent() : screen;
    }
}
