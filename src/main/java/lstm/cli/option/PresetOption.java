package lstm.cli.option;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import lstm.error.LstmException;
import lstm.model.Settings;
import lstm.prepare.SeasonChoice;
import lstm.preset.AccuratePreset;
import lstm.preset.Hyperparameter;
import lstm.preset.SeriesTraits;
import lstm.series.Series;
import lstm.text.LabelledLines;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What options are that nobody gives. */
public final class PresetOption {
    /** Who gave what it chooses. */
    public static final String SOURCE = "preset accurate";

    private static final String NAME = "--preset";

    /** Where they are from. */
    public enum Preset {
        /** The classic recipe. */
        CLASSIC,
        /** {@link AccuratePreset}. */
        ACCURATE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = NAME,
            paramLabel = "NAME",
            description = "What options are that are not given: classic, those said here; or accurate, a small network"
                    + " on changes whose --transform, --residual, --scaler, --strategy, --calendar, --lookback,"
                    + " --layers, --units, --dropout, --learning-rate, --schedule, --epochs and --patience suit the rows"
                    + " to learn from, and are printed (default: ${DEFAULT-VALUE}).")
    private Preset preset = Preset.CLASSIC;

    /** The settings for a series, or for several together: what is given, and for the rest the preset. */
    public Settings settings(PreparationOptions plan, NetworkOptions options, SeriesOptions columns, List<Series> files)
            throws LstmException {
        Settings given = options.settings(plan.plan(columns, files, options.share()));
        if (preset == Preset.CLASSIC) {
            return given;
        }
        return accurate(given, files, SearchedOptions.of(command));
    }

    /** Settings in which what is free is chosen by what the series are like. */
    public static Settings accurate(Settings given, List<Series> files, Set<Hyperparameter> free) {
        int[] trainRows = files.stream()
                .mapToInt(series -> SeasonChoice.trainRows(
                        series.rows(), given.validation(), given.plan().outputSteps()))
                .toArray();
        return new AccuratePreset(SeriesTraits.of(files, given.plan(), trainRows)).applyTo(given, free);
    }

    /** What the preset comes to, as options to be typed again; nothing for the classic one. */
    public String text(Settings settings) {
        if (preset == Preset.CLASSIC) {
            return "";
        }
        Set<Hyperparameter> free = SearchedOptions.of(command);
        List<OptionValue> chosen = NetworkOptions.said(settings).stream()
                .filter(said -> SearchedOptions.dimension(said.option())
                        .filter(free::contains)
                        .isPresent())
                .toList();
        LabelledLines lines = new LabelledLines();
        lines.addLines("preset", TrainCommandLine.options(chosen));
        return lines.toString();
    }

    /** Whether a command is given a preset that chooses an option by the rows of a file. */
    public static boolean chooses(CommandSpec command, String option) {
        return command.findOption(NAME) != null
                && command.findOption(NAME).getValue() == Preset.ACCURATE
                && SearchedOptions.dimension(option).isPresent();
    }
}
