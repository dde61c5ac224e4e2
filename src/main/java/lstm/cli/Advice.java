package lstm.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lstm.file.UserException;
import lstm.model.Settings;
import lstm.prepare.Plan;
import lstm.prepare.Profile;
import lstm.prepare.SeasonSearch.Period;
import lstm.prepare.Transform;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.TargetReason;

/**
 * How to train on a series: the classic recipe, changed only where there is reason to.
 *
 * @param lookback rows in a window; 0 if nothing can be trained
 * @param transform of the target
 * @param refusal what {@code train} would say with the default lookback, if that is no
 * @param words of the command to type; none if nothing can be trained
 */
record Advice(int lookback, Transform transform, Optional<String> refusal, List<String> words) {
    private static final int DEFAULT = Settings.CLASSIC.lookback();

    /** A window is widened to a whole season up to this: training takes longer in proportion. */
    private static final int WIDEST = 200;

    /** Columns of a line, less those of its label. */
    private static final int WIDTH = 80 - 9;

    /** Advises on a series as {@code train} would read it. */
    static Advice of(
            Series series, Profile profile, Missing missing, ReadOptions reading, SeriesOptions columns, String file) {
        Transform transform = transform(series, profile, columns.targets());
        Settings settings = settings(columns, transform);
        Optional<String> refusal = refusal(series, settings, DEFAULT);
        int season = profile.found().stream().map(Period::steps).findFirst().orElse(1);
        int wanted = season > DEFAULT && season <= WIDEST ? season : DEFAULT;
        int lookback = refusal(series, settings, wanted).isEmpty() ? wanted : longest(series, settings);
        if (lookback == 0) {
            return new Advice(0, transform, refusal, List.of());
        }
        List<String> words = words(series, missing, reading, columns, file);
        if (transform != Plan.CLASSIC.transform()) {
            words.addAll(new Said("--transform", transform.toString()).words());
        }
        if (lookback != DEFAULT) {
            words.addAll(new Said("--lookback", Integer.toString(lookback)).words());
        }
        model(file).ifPresent(model -> words.addAll(new Said("-o", model).words()));
        return new Advice(lookback, transform, refusal, words);
    }

    /**
     * Changes rather than values where the last value is hard to beat, or where later values leave the range of earlier
     * ones: a network on values does badly there.
     */
    private static Transform transform(Series series, Profile profile, int targets) {
        if (profile.deviation() == 0 || !(profile.isHardToBeat() || profile.leavesItsRange())) {
            return Plan.CLASSIC.transform();
        }
        boolean positive = Arrays.stream(series.values(), 0, targets)
                .allMatch(column -> Arrays.stream(column).allMatch(value -> value > 0));
        return positive ? Transform.LOG_RETURN : Transform.DIFFERENCE;
    }

    private static Settings settings(SeriesOptions columns, Transform transform) {
        Settings classic = Settings.CLASSIC;
        Plan plan = new Plan(
                columns.targets(),
                columns.ahead(),
                classic.plan().calendar(),
                transform,
                classic.plan().featureTransform(),
                classic.plan().scaling(),
                classic.plan().season(),
                classic.plan().horizon(),
                classic.plan().strategy(),
                classic.plan().bounds());
        return new Settings(
                classic.cell(),
                classic.units(),
                classic.layers(),
                classic.dropout(),
                DEFAULT,
                classic.validation(),
                plan,
                classic.recipe());
    }

    /** What {@code train} says of the series with this lookback, if that is no. */
    private static Optional<String> refusal(Series series, Settings settings, int lookback) {
        try {
            Trainable.check(
                    series,
                    new Settings(
                            settings.cell(),
                            settings.units(),
                            settings.layers(),
                            settings.dropout(),
                            lookback,
                            settings.validation(),
                            settings.plan(),
                            settings.recipe()));
            return Optional.empty();
        } catch (UserException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** The longest lookback up to the default that can be trained with, 0 if none can. */
    private static int longest(Series series, Settings settings) {
        int lookback = DEFAULT;
        while (lookback > 0 && refusal(series, settings, lookback).isPresent()) {
            lookback--;
        }
        return lookback;
    }

    private static List<String> words(
            Series series, Missing missing, ReadOptions reading, SeriesOptions columns, String file) {
        String plain = file.startsWith("-") && file.length() > 1 ? "./" + file : file;
        List<String> words = new ArrayList<>(List.of("lstm", "train", plain));
        List<Said> said = new ArrayList<>();
        if (series.targetReason() == TargetReason.FIRST_NUMERIC) {
            said.add(new Said("--target", series.target()));
        }
        said.addAll(columns.said());
        reading.dateFormat().ifPresent(format -> said.add(new Said("--date-format", format)));
        reading.delimiter().ifPresent(delimiter -> said.add(new Said("--delimiter", delimiter.toString())));
        if (missing != Missing.ERROR) {
            said.add(new Said("--missing", missing.toString()));
        }
        said.forEach(option -> words.addAll(option.words()));
        return words;
    }

    /** The model file to name, where training would have no name for it or one that is taken. */
    private static Optional<String> model(String file) {
        Path usual = file.equals("-") ? Path.of("stdin.model.json") : TrainCommand.defaultModel(file);
        Path free = usual;
        for (int number = 2; Files.exists(free); number++) {
            free = Path.of(usual.toString().replaceFirst("\\.model\\.json$", "-" + number + ".model.json"));
        }
        return free.equals(usual) && !file.equals("-") ? Optional.empty() : Optional.of(free.toString());
    }

    /** The command on one line, as a shell takes it. */
    String line() {
        return words.stream().map(Shell::quote).collect(Collectors.joining(" "));
    }

    /** The command as a shell takes it, broken before an option where a line would be too long. */
    String text() {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder();
        for (int k = 0; k < words.size(); k++) {
            StringBuilder piece = new StringBuilder(Shell.quote(words.get(k)));
            while (k > 2 && k + 1 < words.size() && !words.get(k + 1).startsWith("-")) {
                piece.append(' ').append(Shell.quote(words.get(++k)));
            }
            // Room for the backslash behind it.
            if (k > 2 && line.length() + 1 + piece.length() + 2 > WIDTH) {
                text.append(line).append(" \\\n");
                line.setLength(0);
                line.append(" ");
            }
            line.append(line.isEmpty() ? "" : " ").append(piece);
        }
        return text.append(line).toString();
    }
}
