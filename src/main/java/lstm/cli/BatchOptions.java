package lstm.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lstm.cli.config.ConfiguredDefaults;
import lstm.cli.config.OptionNames;
import lstm.cli.option.BaseModelOptions;
import lstm.error.LstmException;
import lstm.error.Place;
import lstm.error.Setting;
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
    private final boolean isBase;
    private final Map<String, String> common = new LinkedHashMap<>();

    /**
     * Takes the options from the parsed command line of the batch.
     *
     * @param isBase whether the base model forecasts, for which there is no training
     */
    BatchOptions(CommandSpec batch, boolean isBase) {
        commands = batch.commandLine().getParent();
        this.isBase = isBase;
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
        Set<String> names = new LinkedHashSet<>();
        List<String> steps = isBase ? List.of(BatchCommand.PREDICT) : List.of(BatchCommand.TRAIN, BatchCommand.PREDICT);
        for (String step : steps) {
            for (OptionSpec option : command(step).options()) {
                if (isPassedOn(option)) {
                    names.add(OptionNames.key(option));
                }
            }
        }
        return names;
    }

    private CommandSpec command(String step) {
        return commands.getSubcommands().get(step).getCommandSpec();
    }

    /** Refuses options that only a training has a use for. */
    void requireNoTraining(CommandSpec batch) throws LstmException {
        ParseResult parsed = batch.commandLine().getParseResult();
        Set<String> known = names();
        List<Setting> others = command(BatchCommand.TRAIN).options().stream()
                .filter(BatchOptions::isPassedOn)
                .map(OptionNames::key)
                .filter(name -> !known.contains(name))
                .map(Setting::new)
                .toList();
        BaseModelOptions.refuse(parsed, others);
    }

    /**
     * What to do for the forecast of one file.
     *
     * @param own options of that file, which override those of the batch
     * @param place where those options were given
     * @param model where its model goes, if one is trained
     * @throws LstmException if an option is wrong
     */
    BatchJob.Work work(Map<String, String> own, Optional<Place> place, Path model) throws LstmException {
        return isBase ? base(own, place) : new BatchJob.OwnModel(model, train(own, place), predict(own, place));
    }

    private BatchJob.BaseModel base(Map<String, String> own, Optional<Place> place) throws LstmException {
        try {
            return ((PredictCommand) command(BatchCommand.PREDICT, own)).base();
        } catch (LstmException e) {
            throw at(place, e);
        }
    }

    /** Returns how to train on one file. */
    private BatchJob.Train train(Map<String, String> own, Optional<Place> place) throws LstmException {
        try {
            return ((TrainCommand) command(BatchCommand.TRAIN, own)).batch();
        } catch (LstmException e) {
            throw at(place, e);
        }
    }

    /** Returns how to forecast one file. */
    private BatchJob.Predict predict(Map<String, String> own, Optional<Place> place) throws LstmException {
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
