package lstm.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import lstm.cli.TrainCommand;
import lstm.cli.option.OptionValue;
import lstm.cli.option.SeriesOptions;
import lstm.cli.option.TrainCommandLine;
import lstm.error.LstmException;
import lstm.model.Settings;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Profile;
import lstm.prepare.SeasonSearch.Period;
import lstm.prepare.Transform;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.workflow.TrainingChecks;

/**
 * How to train on a series: the classic recipe, changed only where there is reason to.
 *
 * @param lookback rows in a window; 0 if nothing can be trained
 * @param transform of the target
 * @param refusal what {@code train} would say with the default lookback, if that is no
 * @param line the command to type; none if nothing can be trained
 */
public record TrainingAdvice(
        int lookback, Transform transform, Optional<String> refusal, Optional<TrainCommandLine> line) {
    private static final int DEFAULT = Settings.CLASSIC.lookback();

    /** A window is widened to a whole season up to this: training takes longer in proportion. */
    private static final int WIDEST = 200;

    /** Advises on a series as {@code train} would read it. */
    static TrainingAdvice of(
            Series series, Profile profile, Missing missing, ReadOptions reading, SeriesOptions columns, String file) {
        Transform transform = transform(series, profile, columns.targets());
        Settings settings = settings(columns, transform);
        Optional<String> refusal = refusal(series, settings, DEFAULT);
        int season = profile.found().stream().map(Period::steps).findFirst().orElse(1);
        int wanted = season > DEFAULT && season <= WIDEST ? season : DEFAULT;
        int lookback = refusal(series, settings, wanted).isEmpty() ? wanted : longest(series, settings);
        if (lookback == 0) {
            return new TrainingAdvice(0, transform, refusal, Optional.empty());
        }
        TrainCommandLine line = TrainCommandLine.of(series, reading.withMissing(missing), columns, file);
        if (transform != PreparationPlan.CLASSIC.transform()) {
            line = line.with(new OptionValue("--transform", transform.toString()));
        }
        if (lookback != DEFAULT) {
            line = line.with(new OptionValue("--lookback", Integer.toString(lookback)));
        }
        Optional<String> model = model(file);
        if (model.isPresent()) {
            line = line.with(new OptionValue("-o", model.get()));
        }
        return new TrainingAdvice(lookback, transform, refusal, Optional.of(line));
    }

    /**
     * Changes rather than values where the last value is hard to beat, or where later values leave the range of earlier
     * ones: a network on values does badly there.
     */
    private static Transform transform(Series series, Profile profile, int targets) {
        if (profile.deviation() == 0 || !(profile.isHardToBeat() || profile.leavesItsRange())) {
            return PreparationPlan.CLASSIC.transform();
        }
        boolean positive = Arrays.stream(series.values(), 0, targets)
                .allMatch(column -> Arrays.stream(column).allMatch(value -> value > 0));
        return positive ? Transform.LOG_RETURN : Transform.DIFFERENCE;
    }

    private static Settings settings(SeriesOptions columns, Transform transform) {
        Settings classic = Settings.CLASSIC;
        PreparationPlan plan = classic.plan().toBuilder()
                .targets(columns.targets())
                .ahead(columns.ahead())
                .transform(transform)
                .build();
        return classic.withLookback(DEFAULT).withPlan(plan);
    }

    /** What {@code train} says of the series with this lookback, if that is no. */
    private static Optional<String> refusal(Series series, Settings settings, int lookback) {
        try {
            TrainingChecks.check(series, settings.withLookback(lookback));
            return Optional.empty();
        } catch (LstmException e) {
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

    /** The model file to name, where training would have no name for it or one that is taken. */
    private static Optional<String> model(String file) {
        Path usual = file.equals("-") ? Path.of("stdin.model.json") : TrainCommand.defaultModel(file);
        Path free = usual;
        for (int number = 2; Files.exists(free); number++) {
            free = Path.of(usual.toString().replaceFirst("\\.model\\.json$", "-" + number + ".model.json"));
        }
        return free.equals(usual) && !file.equals("-") ? Optional.empty() : Optional.of(free.toString());
    }
}
