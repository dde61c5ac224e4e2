package lstm.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lstm.cli.config.ConfiguredDefaults;
import lstm.cli.option.OptionValue;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.error.Shortage;
import lstm.tensor.BackendInfo;
import lstm.text.PrintableText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports failures in one line on standard error and returns their exit codes. */
record ErrorHandler(Console console) {
    private static final Pattern CONVERSION =
            Pattern.compile("cannot convert ('.*') to (\\w+) \\(.*\\)", Pattern.DOTALL);

    private static final Pattern TOO_LONG = Pattern.compile("'([+-]?\\d+)' is not an? (int|long)$");
    private static final Pattern WHOLE = Pattern.compile(" is not an? (int|long)$");

    /** Reports a command line that cannot be parsed. */
    int usage(ParameterException e) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        if (e instanceof UnmatchedArgumentException unmatched) {
            console.say(UnknownWord.message(unmatched));
        } else if (e.getArgSpec() instanceof OptionSpec option) {
            String remedy = option.longestName().equals("--horizon") && e.getValue() != null
                    ? "give a number of rows: a year of months is 12"
                    : "see " + command.qualifiedName() + " --help";
            console.say(place(command, option) + message(e) + "; " + remedy);
        } else {
            console.say(message(e) + "; see " + command.qualifiedName() + " --help");
        }
        return ExitCode.USAGE.code();
    }

    /** Where the value of an option was given, unless on the command line. */
    private static String place(CommandSpec command, OptionSpec option) {
        return ConfiguredDefaults.of(command)
                .flatMap(given -> given.of(option))
                .map(value -> value.place() + ": ")
                .orElse("");
    }

    /** Where the setting that a failure is about was given, unless on the command line. */
    private static String place(CommandSpec command, LstmException failure) {
        return ConfiguredDefaults.of(command)
                .filter(given -> failure.kind() == Kind.USAGE)
                .flatMap(given -> given.place(failure))
                .map(place -> place + ": ")
                .orElse("");
    }

    /**
     * Reports what a command threw. Everything but an {@link LstmException}, a broken pipe and a {@link Shortage} is a
     * bug.
     */
    int handle(Throwable e, CommandSpec command) {
        if (e instanceof BrokenPipeException) {
            return ExitCode.PIPE.code();
        }
        boolean debug = isDebug(command);
        if (debug) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace, true));
            trace.toString().lines().map(ErrorHandler::printable).forEach(console.err()::println);
        }
        Optional<LstmException> known = e instanceof LstmException failure ? Optional.of(failure) : Shortage.behind(e);
        if (known.isPresent()) {
            LstmException failure = known.get();
            console.say(oneLine(place(command, failure) + failure.message(OptionValue::text)));
            return ExitCode.of(failure.kind()).code();
        }
        console.say("a bug in lstm: " + oneLine(e.toString()) + (debug ? "" : "; run it with --debug and report it"));
        return ExitCode.BUG.code();
    }

    /** What the command ran on, for those who want to know all. */
    void tellBackend(CommandSpec command) {
        if (isDebug(command)) {
            BackendInfo.loaded().ifPresent(info -> {
                info.failed().forEach((kind, why) -> console.say("no backend " + kind + ": " + oneLine(why)));
                console.say("backend " + info.kind() + ": " + info.library());
            });
        }
    }

    /** A line of a trace, which may begin with a tab. */
    private static String printable(String line) {
        return line.startsWith("\t") ? "\t" + PrintableText.of(line.substring(1)) : PrintableText.of(line);
    }

    private static boolean isDebug(CommandSpec command) {
        OptionSpec option = command.findOption("--debug");
        return option != null && option.getValue() instanceof Boolean debug && debug;
    }

    /** The message of a parse error, in one line that may follow a colon. */
    static String message(ParameterException e) {
        String message =
                CONVERSION.matcher(e.getMessage()).replaceAll(failed -> Matcher.quoteReplacement(plain(failed)));
        message = TOO_LONG.matcher(message).replaceFirst("'$1' is out of range");
        return lowerFirst(oneLine(WHOLE.matcher(message).replaceFirst(" is not a whole number")));
    }

    /** What picocli says of a value that Java refused, without the names of Java's types and exceptions. */
    private static String plain(MatchResult failed) {
        return failed.group(1) + (failed.group(2).equals("BigDecimal") ? " is not a number" : " is not possible here");
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s*\\R\\s*", " ");
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
