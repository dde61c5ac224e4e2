package lstm.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import lstm.file.UserException;
import lstm.model.Settings;
import lstm.report.Lines;
import lstm.series.Series;
import lstm.tune.Accurate;
import lstm.tune.Dimension;
import lstm.tune.Traits;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What options are that nobody gives. */
final class PresetOption {
    /** Who gave what it chooses. */
    static final String SOURCE = "preset accurate";

    private static final String NAME = "--preset";

    /** Where they are from. */
    enum Preset {
        /** The classic recipe. */
        CLASSIC,
        /** {@link Accurate}. */
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
    Settings settings(PlanOptions plan, TrainOptions options, SeriesOptions columns, List<Series> files)
            throws UserException {
        Settings given = options.settings(plan.plan(columns, files, options.share()));
        if (preset == Preset.CLASSIC) {
            return given;
        }
        return accurate(given, files, Free.of(command));
    }

    /** Settings in which what is free is chosen by what the series are like. */
    static Settings accurate(Settings given, List<Series> files, Set<Dimension> free) {
        int[] trainRows = files.stream()
                .mapToInt(series -> Seasons.trainRows(
                        series.rows(), given.validation(), given.plan().head()))
                .toArray();
        return new Accurate(Traits.of(files, given.plan(), trainRows)).over(given, free);
    }

    /** What the preset comes to, as options to be typed again; nothing for the classic one. */
    String text(Settings settings) {
        if (preset == Preset.CLASSIC) {
            return "";
        }
        Set<Dimension> free = Free.of(command);
        List<Said> chosen = TrainOptions.said(settings).stream()
                .filter(said ->
                        Free.dimension(said.option()).filter(free::contains).isPresent())
                .toList();
        Lines lines = new Lines();
        lines.addLines("preset", TrainLine.options(chosen));
        return lines.toString();
    }

    /** Whether a command is given a preset that chooses an option by the rows of a file. */
    static boolean chooses(CommandSpec command, String option) {
        return command.findOption(NAME) != null
                && command.findOption(NAME).getValue() == Preset.ACCURATE
                && Free.dimension(option).isPresent();
    }
}
