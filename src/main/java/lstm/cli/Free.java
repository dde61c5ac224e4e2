package lstm.cli;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lstm.tune.Dimension;
import picocli.CommandLine.Model.CommandSpec;

/** What the user has left to a preset or a search to choose. */
final class Free {
    private static final Map<Dimension, String> OPTIONS = new EnumMap<>(Map.ofEntries(
            Map.entry(Dimension.CELL, "--cell"),
            Map.entry(Dimension.LAYERS, "--layers"),
            Map.entry(Dimension.UNITS, "--units"),
            Map.entry(Dimension.LOOKBACK, "--lookback"),
            Map.entry(Dimension.DROPOUT, "--dropout"),
            Map.entry(Dimension.TRANSFORM, "--transform"),
            Map.entry(Dimension.SCALER, "--scaler"),
            Map.entry(Dimension.STRATEGY, "--strategy"),
            Map.entry(Dimension.RESIDUAL, "--residual"),
            Map.entry(Dimension.CALENDAR, "--calendar"),
            Map.entry(Dimension.RATE, "--learning-rate"),
            Map.entry(Dimension.EPOCHS, "--epochs"),
            Map.entry(Dimension.PATIENCE, "--patience"),
            Map.entry(Dimension.SCHEDULE, "--schedule")));

    private Free() {}

    /** All for which a command was given no option, on the command line or elsewhere. */
    static Set<Dimension> of(CommandSpec command) {
        return OPTIONS.keySet().stream()
                .filter(dimension -> !Given.says(command, OPTIONS.get(dimension)))
                .collect(Collectors.toSet());
    }

    /** What an option chooses, if it is one of these. */
    static Optional<Dimension> dimension(String option) {
        return OPTIONS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(option))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
