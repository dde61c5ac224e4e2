package lstm.cli.option;

import java.nio.file.Path;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.Terminal;
import picocli.CommandLine.Option;

/** Options that every command has. */
public final class CommonOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Take options that are not given here from a .yaml, .json or .properties file, after those"
                    + " from variables such as LSTM_EPOCHS (default: the file that LSTM_CONFIG names).")
    private Path config;

    // Called a help option because it needs no file to work on.
    @SuppressWarnings("deprecation")
    @Option(
            names = "--print-config",
            help = true,
            description = "Print the value of each option and where it is from, and do nothing else.")
    private boolean printConfig;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing but data and errors.")
    private boolean quiet;

    @Option(names = "--no-color", description = "Show no colors, as when NO_COLOR is set.")
    private boolean noColor;

    @Option(names = "--debug", description = "Print the stack trace of an error.")
    private boolean debug;

    public boolean quiet() {
        return quiet;
    }

    /** The terminal that progress is shown on, if any is wanted. */
    public Terminal screen(Console console) {
        Terminal screen = Terminal.of(console, noColor);
        return quiet ? screen.silent() : screen;
    }
}
