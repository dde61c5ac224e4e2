package lstm.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lstm.cli.terminal.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The subcommands by name, in the order of the help page. Reading the options of a command takes milliseconds, so only
 * the commands that a command line needs are created.
 */
public final class CommandRegistry {
    /** Creates a command; its class has the annotation that describes it. */
    private record Maker(Class<?> type, Function<Console, Object> make) {}

    private static final Map<String, Maker> ALL = new LinkedHashMap<>();

    static {
        ALL.put("check", new Maker(CheckCommand.class, CheckCommand::new));
        ALL.put(BatchCommand.TRAIN, new Maker(TrainCommand.class, TrainCommand::new));
        ALL.put(BatchCommand.PREDICT, new Maker(PredictCommand.class, PredictCommand::new));
        ALL.put("evaluate", new Maker(EvaluateCommand.class, EvaluateCommand::new));
        ALL.put("backtest", new Maker(BacktestCommand.class, BacktestCommand::new));
        ALL.put("tune", new Maker(TuneCommand.class, TuneCommand::new));
        ALL.put("update", new Maker(UpdateCommand.class, UpdateCommand::new));
        ALL.put("inspect", new Maker(InspectCommand.class, InspectCommand::new));
        ALL.put("future", new Maker(FutureCommand.class, FutureCommand::new));
        ALL.put("explain", new Maker(ExplainCommand.class, ExplainCommand::new));
        ALL.put("compare", new Maker(CompareCommand.class, CompareCommand::line));
        ALL.put("plot", new Maker(PlotCommand.class, PlotCommand::new));
        ALL.put(BatchCommand.NAME, new Maker(BatchCommand.class, BatchCommand::spec));
        ALL.put(DoctorCommand.NAME, new Maker(DoctorCommand.class, DoctorCommand::new));
        ALL.put(CompletionCommand.NAME, new Maker(CompletionCommand.class, CompletionCommand::new));
        ALL.put(ManCommand.NAME, new Maker(ManCommand.class, ManCommand::new));
    }

    private CommandRegistry() {}

    static Collection<String> names() {
        return ALL.keySet();
    }

    /** Whether a command line names a command. */
    static boolean isNamed(String... args) {
        return Arrays.stream(args).anyMatch(ALL::containsKey);
    }

    /** The commands that a command line needs: usually only the one it names. */
    public static Collection<String> needed(String... args) {
        return switch (args[0]) {
            case BatchCommand.NAME -> List.of(args[0], BatchCommand.TRAIN, BatchCommand.PREDICT);
            case CompletionCommand.NAME, ManCommand.NAME -> names();
            default -> ALL.containsKey(args[0]) ? List.of(args[0]) : names();
        };
    }

    /** Creates a command. */
    static Object make(String name, Console console) {
        return ALL.get(name).make.apply(console);
    }

    /** A command for the list of commands, without its options. */
    static CommandSpec outline(String name) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage()
                .header(ALL.get(name).type.getAnnotation(Command.class).header());
        return spec;
    }
}
