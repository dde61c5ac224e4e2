package lstm.cli.option;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import lstm.calendar.Calendar;
import lstm.calendar.CalendarFeature;
import lstm.calendar.Step;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.prepare.Bounds;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Scaling;
import lstm.prepare.SeasonChoice;
import lstm.prepare.Strategy;
import lstm.prepare.Transform;
import lstm.series.Series;
import picocli.CommandLine.Option;

/** What the columns are made into before the network sees them, and how far ahead it looks. */
public final class PreparationOptions {
    private static final PreparationPlan DEFAULT = PreparationPlan.CLASSIC;

    @Option(
            names = "--horizon",
            paramLabel = "N",
            description = "Steps ahead that forecasts are meant for (default: ${DEFAULT-VALUE}).")
    private int horizon = DEFAULT.horizon();

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "direct (an output for each step of the horizon) or recursive (each forecast becomes input to"
                    + " the next) (default: direct beyond one step).")
    private Strategy strategy;

    @Option(
            names = "--transform",
            paramLabel = "NAME",
            description = "Of the target, undone in forecasts: none, log, difference, log-return, relative (to the last"
                    + " value of the window), seasonal-difference, or seasonal-change (how the change differs from"
                    + " those of the two seasons before) (default: ${DEFAULT-VALUE}).")
    private Transform transform = DEFAULT.transform();

    @Option(
            names = "--feature-transform",
            paramLabel = "NAME",
            description = "The same of the features (default: ${DEFAULT-VALUE}).")
    private Transform featureTransform = DEFAULT.featureTransform();

    @Option(
            names = "--scaler",
            paramLabel = "NAME",
            description = "min-max, standard (mean and deviation), robust (median and quartiles) or window (mean and"
                    + " deviation of each window). Of several files window suits each; the others are fitted to all"
                    + " together, for files of one size (default: ${DEFAULT-VALUE}).")
    private Scaling scaling = DEFAULT.scaling();

    @Option(
            names = "--residual",
            paramLabel = "ROWS",
            split = ",",
            description = "The network gives what is to be added to the value so many rows before, or to the mean of"
                    + " several: 1 for the last value; of hours 24,168 for yesterday and last week (default: the value"
                    + " itself).")
    private List<Integer> residual = List.of();

    @Option(
            names = "--season",
            paramLabel = "N",
            description = "Rows in a season; 1 for none (default: found in the training rows).")
    private Integer season;

    @Option(
            names = "--calendar",
            paramLabel = "NAME",
            split = ",",
            description = "What the stamps say as further inputs: hour, weekday, day, month, yearday, or auto for those"
                    + " that suit the file (default: none).")
    private List<String> calendar = List.of();

    @Option(names = "--min", paramLabel = "VALUE", description = "No forecast below this (default: no bound).")
    private Double min;

    @Option(names = "--max", paramLabel = "VALUE", description = "No forecast above this (default: no bound).")
    private Double max;

    @Option(names = "--positive", description = "No forecast below 0: the same as --min 0.")
    private boolean positive;

    /** All that can be said before the file is read. */
    public void check() throws LstmException {
        OptionRange.atLeastOne(Setting.HORIZON, horizon);
        OptionRange.atMost(Setting.HORIZON, horizon, MOST_STEPS);
        if (season != null) {
            OptionRange.steps(Setting.SEASON, season);
        }
        for (int rows : residual) {
            OptionRange.atLeastOne(Setting.RESIDUAL, rows);
        }
        if (residual.stream().distinct().count() != residual.size()) {
            throw LstmException.usage(Setting.RESIDUAL, " names the same rows twice").remedy("name them once");
        }
        bounds();
        for (String name : calendar) {
            if (!name.equals("auto")) {
                feature(name);
            }
        }
        if (calendar.contains("auto") && calendar.size() > 1) {
            throw LstmException.usage(Setting.CALENDAR, ": auto chooses by itself")
                    .remedy("leave out the others");
        }
    }

    /** Outputs beyond this are better forecast recursively. */
    private static final int MOST_STEPS = 10_000;

    private static CalendarFeature feature(String name) throws LstmException {
        return Arrays.stream(CalendarFeature.values())
                .filter(feature -> feature.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> LstmException.usage(Setting.CALENDAR, ": ", LstmException.quote(name), " is unknown")
                        .remedy(
                                "use auto or ",
                                Arrays.stream(CalendarFeature.values())
                                        .map(CalendarFeature::toString)
                                        .collect(Collectors.joining(", "))));
    }

    private Bounds bounds() throws LstmException {
        if (positive && min != null) {
            throw LstmException.usage(Setting.POSITIVE, " is the same as ", Setting.MIN.to(0))
                    .remedy("give one of them");
        }
        Double low = positive ? Double.valueOf(0) : min;
        try {
            return new Bounds(optional(low), optional(max));
        } catch (IllegalArgumentException e) {
            throw LstmException.usage(Setting.MIN.to(low), " and ", Setting.MAX.to(max), " are not a range")
                    .remedy("give finite numbers, the smaller one to ", Setting.MIN);
        }
    }

    private static OptionalDouble optional(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * The plan for a series.
     *
     * @param share of its rows held out
     */
    public PreparationPlan plan(SeriesOptions columns, Series series, Calendar steps, double share)
            throws LstmException {
        Strategy how = strategy == null ? Strategy.usual(horizon) : strategy;
        int head = how == Strategy.DIRECT ? horizon : 1;
        int rows = season == null ? SeasonChoice.of(series, steps, share, head, transform, featureTransform) : season;
        return new PreparationPlan(
                columns.targets(),
                columns.ahead(),
                features(steps),
                transform,
                featureTransform,
                scaling,
                rows,
                horizon,
                how,
                bounds(),
                residual);
    }

    /** The plan for several series: as for the first of them, but with the season that most of them have. */
    public PreparationPlan plan(SeriesOptions columns, List<Series> files, double share) throws LstmException {
        Series first = files.get(0);
        PreparationPlan plan = plan(columns, first, Calendar.infer(first), share);
        if (files.size() == 1 || season != null) {
            return plan;
        }
        return plan.withSeason(SeasonChoice.ofMost(files, share, plan));
    }

    private List<CalendarFeature> features(Calendar steps) throws LstmException {
        if (calendar.isEmpty()) {
            return List.of();
        }
        if (steps.step() == Step.ROWS) {
            throw LstmException.usage(Setting.CALENDAR, " needs a column of dates")
                    .remedy("name it with ", Setting.DATE);
        }
        if (calendar.contains("auto")) {
            return CalendarFeature.of(steps);
        }
        List<CalendarFeature> chosen = new java.util.ArrayList<>();
        for (String name : calendar) {
            CalendarFeature feature = feature(name);
            if (!feature.suits(steps.step())) {
                throw LstmException.usage(
                                Setting.CALENDAR.to(name), " is the same in all rows, whose steps are: ", steps)
                        .remedy("leave it out");
            }
            if (!chosen.contains(feature)) {
                chosen.add(feature);
            }
        }
        return chosen;
    }
}
