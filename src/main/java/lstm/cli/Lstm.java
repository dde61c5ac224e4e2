package lstm.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import lstm.file.UserException;
import lstm.network.CellKind;
import lstm.network.Loss;
import lstm.prepare.Scaling;
import lstm.prepare.Strategy;
import lstm.prepare.Transform;
import lstm.report.TableFormat;
import lstm.series.Missing;
import lstm.train.Optimizer;
import lstm.train.Schedule;
import lstm.train.Task;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code lstm}: finds the sub-command, runs it, and turns what happened into an exit code. */
@Command(
        name = "lstm",
        versionProvider = Lstm.Version.class,
        header = {
            "Forecasts time series with recurrent neural networks.",
            "",
            "  lstm check prices.csv                            what is in it, how to train",
            "  lstm train prices.csv                            learn from a CSV",
            "  lstm predict prices.model.json --horizon 10      the next ten values",
            "  lstm evaluate prices.model.json later.csv        how good it is beside naive",
            ""
        },
        synopsisSubcommandLabel = "COMMAND")
final class Lstm implements Runnable {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version and exit.")
    private boolean version;

    Lstm(Console console) {
        this.console = console;
    }

    /** Runs one command line. Never throws; prints what goes wrong. */
    int run(String... args) {
        StringWriter help = new StringWriter();
        CommandLine line = new CommandLine(this)
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new TrainCommand(console))
                .addSubcommand(new PredictCommand(console))
                .addSubcommand(new EvaluateCommand(console))
                .addSubcommand(new BacktestCommand(console))
                .addSubcommand(new InspectCommand(console))
                .addSubcommand(new FutureCommand(console))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(CompareCommand.line(console))
                .addSubcommand(new PlotCommand(console))
                .setOut(new PrintWriter(help))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setExpandAtFiles(false)
                .registerConverter(CellKind.class, new Choice<>(CellKind.values()))
                .registerConverter(Task.class, new Choice<>(Task.values()))
                .registerConverter(Optimizer.class, new Choice<>(Optimizer.values()))
                .registerConverter(Loss.class, new Choice<>(Loss.values()))
                .registerConverter(Transform.class, new Choice<>(Transform.values()))
                .registerConverter(Scaling.class, new Choice<>(Scaling.values()))
                .registerConverter(Strategy.class, new Choice<>(Strategy.values()))
                .registerConverter(Schedule.class, new Choice<>(Schedule.values()))
                .registerConverter(Missing.class, new Choice<>(Missing.values()))
                .registerConverter(TableFormat.class, new Choice<>(TableFormat.values()))
                .setAbbreviatedOptionsAllowed(false)
                .setUsageHelpWidth(80)
                .setParameterExceptionHandler((e, unused) -> usage(e))
                .setExecutionExceptionHandler((e, command, parsed) -> failure(e, debug(args)));
        line.getHelpSectionMap().put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER, unused -> footer());
        int code = execute(line, args);
        return help.toString().isEmpty() ? code : print(help.toString(), code);
    }

    private int execute(CommandLine line, String... args) {
        try {
            return line.execute(args);
        } catch (OutOfMemoryError e) {
            console.say(
                    "out of memory; use fewer --units, --layers or rows, or give Java more: JDK_JAVA_OPTIONS=-Xmx8g");
        } catch (StackOverflowError e) {
            console.say("a bug in lstm: " + e);
        }
        return ExitCode.BUG.code();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }

    private int print(String help, int code) {
        try {
            Output.toStdout(console, to -> to.write(help.getBytes(StandardCharsets.UTF_8)));
            return code;
        } catch (ReaderGoneException | UserException e) {
            return failure(e, false);
        }
    }

    private static boolean debug(String[] args) {
        return Arrays.asList(args).contains("--debug");
    }

    private int usage(ParameterException e) {
        String where = e.getCommandLine().getCommandSpec().qualifiedName();
        StringWriter nearest = new StringWriter();
        if (UnmatchedArgumentException.printSuggestions(e, new PrintWriter(nearest, true))) {
            String suggestions = nearest.toString().strip().replaceAll("\\s*\\R\\s*", " ");
            console.say(lowerFirst(oneLine(e.getMessage())) + "; " + lowerFirst(suggestions));
        } else {
            console.say(lowerFirst(oneLine(e.getMessage())) + "; see " + where + " --help");
        }
        return ExitCode.USAGE.code();
    }

    private int failure(Exception e, boolean debug) {
        if (e instanceof ReaderGoneException) {
            return ExitCode.PIPE.code();
        }
        if (debug) {
            e.printStackTrace(console.err());
        }
        if (e instanceof UserException user) {
            console.say(oneLine(user.getMessage()));
            return ExitCode.of(user.kind()).code();
        }
        console.say("a bug in lstm: " + oneLine(e.toString()) + (debug ? "" : "; run it with --debug and report it"));
        return ExitCode.BUG.code();
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s*\\R\\s*", " ");
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static String footer() {
        String codes = Arrays.stream(ExitCode.values())
                .map(code -> String.format(Locale.ROOT, "  %3d  %s%n", code.code(), code.meaning()))
                .collect(Collectors.joining());
        return String.format(Locale.ROOT, "%nExit codes:%n") + codes;
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            String version = Lstm.class.getPackage().getImplementationVersion();
            return new String[] {"lstm " + (version == null ? "(not packaged)" : version)};
        }
    }
}
