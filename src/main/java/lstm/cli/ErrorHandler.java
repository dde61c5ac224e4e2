package lstm.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import lstm.cli.config.ConfiguredDefaults;
import lstm.cli.option.OptionValue;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What goes wrong, in one line on standard error and an exit code. */
record ErrorHandler(Console console) {
    /** A command line that cannot be understood. */
    int usage(ParameterException e) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        StringWriter nearest = new StringWriter();
        if (UnmatchedArgumentException.printSuggestions(e, new PrintWriter(nearest, true))) {
            String suggestions = nearest.toString().strip().replaceAll("\\s*\\R\\s*", " ");
            console.say(message(e) + "; " + lowerFirst(suggestions));
        } else {
            String place = e.getArgSpec() instanceof OptionSpec option ? place(command, option) : "";
            console.say(place + message(e) + "; see " + command.qualifiedName() + " --help");
        }
        return ExitCode.USAGE.code();
    }

    /** Where the value of an option is from, unless from the command line. */
    private static String place(CommandSpec command, OptionSpec option) {
        return ConfiguredDefaults.of(command)
                .flatMap(given -> given.of(option))
                .map(value -> value.place() + ": ")
                .orElse("");
    }

    /** The same for the options that a failure is about. */
    private static String place(CommandSpec command, LstmException failure) {
        return ConfiguredDefaults.of(command)
                .filter(given -> failure.kind() == Kind.USAGE)
                .flatMap(given -> given.place(failure))
                .map(place -> place + ": ")
                .orElse("");
    }

    /** What a command threw; all but a {@link LstmException} and a reader that went away is a bug. */
    int thrown(Exception e, CommandSpec command) {
        if (e instanceof BrokenPipeException) {
            return ExitCode.PIPE.code();
        }
        boolean debug = isDebug(command);
        if (debug) {
            e.printStackTrace(console.err());
        }
        if (e instanceof LstmException failure) {
            console.say(oneLine(place(command, failure) + failure.message(OptionValue::text)));
            return ExitCode.of(failure.kind()).code();
        }
        console.say("a bug in lstm: " + oneLine(e.toString()) + (debug ? "" : "; run it with --debug and report it"));
        return ExitCode.BUG.code();
    }

    private static boolean isDebug(CommandSpec command) {
        OptionSpec option = command.findOption("--debug");
        return option != null && option.getValue() instanceof Boolean debug && debug;
    }

    /** What the JVM could not do. */
    int thrown(VirtualMachineError e) {
        console.say(
                e instanceof OutOfMemoryError
                        ? "out of memory; use fewer --units, --layers or rows, or give Java more:"
                                + " JDK_JAVA_OPTIONS=-Xmx8g"
                        : "a bug in lstm: " + e);
        return ExitCode.BUG.code();
    }

    /** What is wrong with a command line, in one line that may follow a colon. */
    static String message(ParameterException e) {
        return lowerFirst(oneLine(e.getMessage()));
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s*\\R\\s*", " ");
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
