package lstm.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lstm.cli.config.ConfiguredDefaults;
import lstm.cli.config.OptionNames;
import lstm.error.LstmException;
import lstm.error.Place;
import lstm.workflow.BatchJob;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The options that a batch passes on to {@code train} and {@code predict}. */
final class BatchOptions {
    /** Options that the batch sets itself, and those of charts, which it does not draw. */
    private static final Set<String> OWN = Set.of(
            "output",
            "force",
            "resume",
            "update",
            "json",
            "format",
            "threads",
            "quiet",
            "no-color",
            "by",
            "static",
            "static-file",
            "each-target",
            "only",
            "layout",
            "start",
            "step",
            "sampling",
            "cold",
            "weight",
            "fallback",
            "ended",
            "strict",
            "sum-by",
            "sum-all",
            "title",
            "width",
            "height");

    private final CommandLine commands;
    private final Map<String, String> common = new LinkedHashMap<>();

    /** Takes the options from the parsed command line of the batch. */
    BatchOptions(CommandSpec batch) {
        commands = batch.commandLine().getParent();
        ParseResult parsed = batch.commandLine().getParseResult();
        for (OptionSpec option : batch.options()) {
            if (isPassedOn(option)) {
                if (parsed.hasMatchedOption(option)) {
                    common.put(
                            OptionNames.key(option),
                            String.join(
                                    ",",
                                    parsed.matchedOption(option.longestName()).originalStringValues()));
                } else {
                    ConfiguredDefaults.of(batch)
                            .flatMap(given -> given.of(option))
                            .ifPresent(value -> common.put(OptionNames.key(option), value.text()));
                }
            }
        }
    }

    /** Whether an option is passed on for each file; options that name a file are not. */
    static boolean isPassedOn(OptionSpec option) {
        return OptionNames.isValue(option) && option.type() != Path.class && !OWN.contains(OptionNames.key(option));
    }

    /** Names of the options that may be columns in a list of files. */
    Set<String> names() {
        Map<String, OptionSpec> names = new LinkedHashMap<>();
        for (String step : List.of(BatchCommand.TRAIN, BatchCommand.PREDICT)) {
            for (OptionSpec option : command(step).options()) {
                if (isPassedOn(option)) {
                    names.put(OptionNames.key(option), option);
                }
            }
        }
        return names.keySet();
    }

    private CommandSpec command(String step) {
        return commands.getSubcommands().get(step).getCommandSpec();
    }

    /**
     * Returns how to train on one file.
     *
     * @param own options of that file, which override those of the batch
     * @param place where those options were given
     * @throws LstmException if an option is wrong
     */
    BatchJob.Train train(Map<String, String> own, Optional<Place> place) throws LstmException {
        try {
            return ((TrainCommand) command(BatchCommand.TRAIN, own)).batch();
        } catch (LstmException e) {
            throw at(place, e);
        }
    }

    /** Returns how to forecast one file; parameters as for {@link #train}. */
    BatchJob.Predict predict(Map<String, String> own, Optional<Place> place) throws LstmException {
        try {
            return ((PredictCommand) command(BatchCommand.PREDICT, own)).request();
        } catch (LstmException e) {
            throw at(place, e);
        }
    }

    private static LstmException at(Optional<Place> place, LstmException e) {
        return place.filter(row -> e.place().isEmpty()).map(e::at).orElse(e);
    }

    /** The command with its options. */
    private Object command(String step, Map<String, String> own) throws LstmException {
        Map<String, String> all = new LinkedHashMap<>(common);
        all.putAll(own);
        List<String> line = new ArrayList<>(List.of(step, "file"));
        for (OptionSpec option : command(step).options()) {
            String value = all.get(OptionNames.key(option));
            if (isPassedOn(option) && value != null) {
                line.add(option.longestName() + "=" + value);
            }
        }
        try {
            return commands.parseArgs(line.toArray(String[]::new))
                    .subcommand()
                    .commandSpec()
                    .userObject();
        } catch (ParameterException e) {
            throw LstmException.usage(ErrorHandler.message(e)).remedy("see lstm ", step, " --help");
        }
    }
}
