package lstm.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lstm.cli.config.ConfiguredDefaults;
import lstm.cli.config.OptionNames;
import lstm.cli.config.PrintedConfig;
import lstm.cli.option.EnumConverter;
import lstm.cli.option.OptionConverters;
import lstm.cli.option.OutputOptions;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.error.LstmException;
import lstm.report.TableFormat;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code lstm}: finds the subcommand, runs it and returns an exit code. */
@Command(
        name = "lstm",
        versionProvider = RootCommand.Version.class,
        header = {
            "Forecasts time series with recurrent neural networks.",
            "",
            "  lstm check prices.csv                            contents, problems, advice",
            "  lstm train prices.csv                            train a model on a CSV",
            "  lstm predict prices.model.json --horizon 10      the next ten values",
            "  lstm evaluate prices.model.json later.csv        accuracy, compared with naive",
            "  lstm batch data/*.csv -o out                     train and forecast many files",
            ""
        },
        synopsisSubcommandLabel = "COMMAND")
public final class RootCommand implements Callable<Integer> {
    static {
        // What is wrong with a command line is ours to say; picocli would warn of quotes by itself.
        CommandLine.tracer().setLevel(CommandLine.TraceLevel.OFF);
    }

    private final Console console;
    private final ErrorHandler errors;

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

    public RootCommand(Console console) {
        this.console = console;
        errors = new ErrorHandler(console);
    }

    /** Runs one command line. Never throws; prints what goes wrong. */
    public int run(String... args) {
        return run(CommandRegistry.isNamed(args) ? commands(CommandRegistry.needed(args)) : overview(), args);
    }

    /** The program with new instances of these subcommands; each command line needs its own. */
    public CommandLine commands(Collection<String> names) {
        CommandLine line = new CommandLine(this);
        names.forEach(name -> line.addSubcommand(name, CommandRegistry.make(name, console)));
        return set(line);
    }

    /** The program for a command line without a command, such as {@code --help}. */
    private CommandLine overview() {
        CommandLine line = new CommandLine(this);
        CommandRegistry.names().forEach(name -> line.addSubcommand(name, CommandRegistry.outline(name)));
        return set(line);
    }

    private CommandLine set(CommandLine line) {
        OptionConverters.addTo(line)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setExpandAtFiles(false)
                .registerConverter(TableFormat.class, new EnumConverter<>(TableFormat.values()))
                .registerConverter(
                        CompletionCommand.ShellName.class, new EnumConverter<>(CompletionCommand.ShellName.values()))
                .setAbbreviatedOptionsAllowed(false)
                .setUsageHelpWidth(80)
                .setParameterExceptionHandler((e, unused) -> errors.usage(e))
                .setExecutionExceptionHandler((e, command, parsed) -> errors.handle(e, command.getCommandSpec()));
        line.getHelpSectionMap().put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER, unused -> footer());
        return line;
    }

    /** Runs one command line on the result of {@link #commands}. */
    public int run(CommandLine line, String... args) {
        StringWriter help = new StringWriter();
        line.setOut(new PrintWriter(help));
        int code = execute(line, args);
        return help.toString().isEmpty() ? code : print(help.toString(), code);
    }

    private int execute(CommandLine line, String... args) {
        try {
            Optional<ParseResult> configured = configure(line, args);
            if (configured.isPresent() && configured.get().hasMatchedOption("--print-config")) {
                return printConfig(leaf(line.parseArgs(args)));
            }
            int code = line.execute(args);
            configured.ifPresent(parsed -> errors.tellBackend(parsed.commandSpec()));
            return code;
        } catch (ParameterException e) {
            return errors.usage(e);
        } catch (LstmException | BrokenPipeException e) {
            return errors.handle(e, line.getCommandSpec());
        } catch (VirtualMachineError | LinkageError e) {
            return errors.handle(e, line.getCommandSpec());
        }
    }

    private int printConfig(ParseResult parsed) throws LstmException, BrokenPipeException {
        if (!parsed.unmatched().isEmpty()) {
            throw new UnmatchedArgumentException(parsed.commandSpec().commandLine(), parsed.unmatched());
        }
        PrintedConfig.print(parsed, console);
        return ExitCode.OK.code();
    }

    /**
     * Makes the command take options from variables and files. The line is parsed once without them to find the command
     * and the file; a command line that cannot be parsed is left to {@link CommandLine#execute}.
     */
    private Optional<ParseResult> configure(CommandLine line, String... args) throws LstmException {
        ParseResult parsed;
        try {
            parsed = leaf(line.parseArgs(args));
        } catch (ParameterException e) {
            return Optional.empty();
        }
        CommandSpec command = parsed.commandSpec();
        if (parsed.isUsageHelpRequested() || command.findOption("--config") == null) {
            return Optional.empty();
        }
        ConfiguredDefaults given = ConfiguredDefaults.of(
                parsed, new OptionNames(() -> commands(CommandRegistry.names())), console.environment());
        // What is in a file is text: nothing such as ${sys:user.home} is put in its place.
        command.interpolateVariables(false);
        command.defaultValueProvider(given);
        return Optional.of(parsed);
    }

    private static ParseResult leaf(ParseResult parsed) {
        return parsed.hasSubcommand() ? leaf(parsed.subcommand()) : parsed;
    }

    /** Without a command it shows what there is, but not on standard output, since a script has forgotten something. */
    @Override
    public Integer call() {
        CommandLine line = spec.commandLine();
        line.getHelpSectionMap().remove(CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER);
        console.err().print(line.getUsageMessage());
        return ExitCode.USAGE.code();
    }

    private int print(String help, int code) {
        try {
            OutputOptions.toStdout(console, to -> to.write(help.getBytes(StandardCharsets.UTF_8)));
            return code;
        } catch (BrokenPipeException | LstmException e) {
            return errors.handle(e, spec);
        }
    }

    private static String footer() {
        String codes = Arrays.stream(ExitCode.values())
                .map(code -> String.format(Locale.ROOT, "  %3d  %s%n", code.code(), code.meaning()))
                .collect(Collectors.joining());
        return String.format(Locale.ROOT, "%nExit codes:%n") + codes;
    }

    /** The version in the jar's manifest. */
    public static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            String version = RootCommand.class.getPackage().getImplementationVersion();
            return new String[] {"lstm " + (version == null ? "(not packaged)" : version)};
        }
    }
}
