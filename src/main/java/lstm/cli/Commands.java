package lstm.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The sub-commands by name, in the order of the help page. Reading the options of one takes milliseconds of each start,
 * so only those are made that a command line needs.
 */
final class Commands {
    private static final Map<String, Function<Console, Object>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("check", CheckCommand::new);
        ALL.put(BatchCommand.TRAIN, TrainCommand::new);
        ALL.put(BatchCommand.PREDICT, PredictCommand::new);
        ALL.put("evaluate", EvaluateCommand::new);
        ALL.put("backtest", BacktestCommand::new);
        ALL.put("tune", TuneCommand::new);
        ALL.put("update", UpdateCommand::new);
        ALL.put("inspect", InspectCommand::new);
        ALL.put("future", FutureCommand::new);
        ALL.put("explain", ExplainCommand::new);
        ALL.put("compare", CompareCommand::line);
        ALL.put("plot", PlotCommand::new);
        ALL.put(BatchCommand.NAME, BatchCommand::spec);
        ALL.put(CompletionCommand.NAME, CompletionCommand::new);
        ALL.put(ManCommand.NAME, ManCommand::new);
    }

    private Commands() {}

    static Collection<String> names() {
        return ALL.keySet();
    }

    /** The names of those that a command line needs: its own or, where it may tell of others, theirs too. */
    static Collection<String> needed(String... args) {
        String first = args.length == 0 ? "" : args[0];
        if (first.equals(BatchCommand.NAME)) {
            return List.of(first, BatchCommand.TRAIN, BatchCommand.PREDICT);
        }
        boolean alone =
                ALL.containsKey(first) && !first.equals(CompletionCommand.NAME) && !first.equals(ManCommand.NAME);
        return alone ? List.of(first) : names();
    }

    /** A new one. */
    static Object make(String name, Console console) {
        return ALL.get(name).apply(console);
    }
}
