package lstm.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import lstm.file.UserException;
import lstm.file.UserException.Kind;
import lstm.model.Settings;
import lstm.report.Figures;
import lstm.report.Lines;
import lstm.series.Calendar;
import lstm.series.Series;
import lstm.tune.Accurate;
import lstm.tune.Dimension;
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
                    + " on changes whose --transform, --scaler, --strategy, --residual, --calendar, --lookback, --layers,"
                    + " --units, --dropout, --learning-rate, --schedule, --epochs and --patience suit the rows to learn from, and are"
                    + " printed (default: ${DEFAULT-VALUE}).")
    private Preset preset = Preset.CLASSIC;

    /** The settings for a series, or for several together: what is given, and for the rest the preset. */
    Settings settings(PlanOptions plan, TrainOptions options, SeriesOptions columns, List<Series> files)
            throws UserException {
        Settings given = options.settings(plan.plan(columns, files, options.share()));
        if (preset == Preset.CLASSIC) {
            return given;
        }
        if (files.size() > 1) {
            throw new UserException(
                    Kind.USAGE,
                    NAME + " " + preset + " chooses by the rows of one file, not of " + Figures.count(files.size())
                            + "; train one with it, and give the options that it prints");
        }
        return accurate(given, files.get(0), Calendar.infer(files.get(0)), Free.of(command));
    }

    /** Settings in which what is free is chosen by what the series is like. */
    static Settings accurate(Settings given, Series series, Calendar steps, Set<Dimension> free) {
        int trainRows = Seasons.trainRows(
                series.rows(), given.validation(), given.plan().head());
        return Accurate.of(series, steps, given.plan(), trainRows).over(given, free);
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
