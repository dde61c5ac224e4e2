package lstm.cli.option;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lstm.cli.config.ConfiguredDefaults;
import lstm.preset.Hyperparameter;
import picocli.CommandLine.Model.CommandSpec;

/** What the user has left to a preset or a search to choose. */
public final class SearchedOptions {
    private static final Map<Hyperparameter, String> OPTIONS = new EnumMap<>(Map.ofEntries(
            Map.entry(Hyperparameter.CELL, "--cell"),
            Map.entry(Hyperparameter.LAYERS, "--layers"),
            Map.entry(Hyperparameter.UNITS, "--units"),
            Map.entry(Hyperparameter.LOOKBACK, "--lookback"),
            Map.entry(Hyperparameter.DROPOUT, "--dropout"),
            Map.entry(Hyperparameter.TRANSFORM, "--transform"),
            Map.entry(Hyperparameter.SCALER, "--scaler"),
            Map.entry(Hyperparameter.STRATEGY, "--strategy"),
            Map.entry(Hyperparameter.RESIDUAL, "--residual"),
            Map.entry(Hyperparameter.CALENDAR, "--calendar"),
            Map.entry(Hyperparameter.RATE, "--learning-rate"),
            Map.entry(Hyperparameter.EPOCHS, "--epochs"),
            Map.entry(Hyperparameter.PATIENCE, "--patience"),
            Map.entry(Hyperparameter.SCHEDULE, "--schedule")));

    private SearchedOptions() {}

    /** All for which a command was given no option, on the command line or elsewhere. */
    public static Set<Hyperparameter> of(CommandSpec command) {
        return OPTIONS.keySet().stream()
                .filter(dimension -> !ConfiguredDefaults.says(command, OPTIONS.get(dimension)))
                .collect(Collectors.toSet());
    }

    /** What an option chooses, if it is one of these. */
    static Optional<Hyperparameter> dimension(String option) {
        return OPTIONS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(option))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
