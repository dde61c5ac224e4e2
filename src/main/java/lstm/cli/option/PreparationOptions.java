package lstm.cli.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import lstm.calendar.CalendarChoice;
import lstm.calendar.CalendarFeature;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.prepare.ColdStart;
import lstm.prepare.PreparationPlan;
import lstm.prepare.ScalingMethod;
import lstm.prepare.Strategy;
import lstm.prepare.Transform;
import lstm.workflow.PreparationRequest;
import picocli.CommandLine.Option;

/** Options for preparing the columns, and for the horizon. */
public final class PreparationOptions {
    private static final PreparationPlan DEFAULT = PreparationPlan.CLASSIC;

    private static final String AUTO = "auto";
    private static final String NONE = "none";

    @Option(
            names = "--horizon",
            paramLabel = "N",
            description = "Number of steps to forecast (default: ${DEFAULT-VALUE}).")
    private int horizon = DEFAULT.horizon();

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "How to forecast several steps: direct (one output for each step) or recursive (each"
                    + " forecast becomes input for the next) (default: direct).")
    private Strategy strategy;

    @Option(
            names = "--transform",
            paramLabel = "NAME",
            description = "Transform of the target, undone in forecasts: none, log, difference, log-return,"
                    + " relative (to the last value of the window), seasonal-difference, or seasonal-change"
                    + " (the change less its mean in the two seasons before) (default: ${DEFAULT-VALUE}).")
    private Transform transform = DEFAULT.transform();

    @Option(
            names = "--feature-transform",
            paramLabel = "NAME",
            description = "Transform of the features, one of the same (default: ${DEFAULT-VALUE}).")
    private Transform featureTransform = DEFAULT.featureTransform();

    @Option(
            names = "--scaler",
            paramLabel = "NAME",
            description = "Scaling: min-max, standard (mean and deviation), robust (median and quartiles) or window"
                    + " (mean and deviation of each window). With several files, window scales each on its own;"
                    + " the others are fitted to all together, for files of similar size (default:"
                    + " ${DEFAULT-VALUE}).")
    private ScalingMethod scaling = DEFAULT.scaling();

    @Option(
            names = "--residual",
            paramLabel = "ROWS",
            split = OptionConverters.COMMA,
            splitSynopsisLabel = ",",
            description = "Forecast the difference from an earlier value, or from the mean of several: 1 for the"
                    + " last value; with hourly rows, 24,168 for the same hour yesterday and last week"
                    + " (default: forecast the value itself).")
    private List<Integer> residual = List.of();

    @Option(
            names = "--cold",
            paramLabel = "NAME",
            description = "What to do with a series of a table that is shorter than --lookback when it is to be"
                    + " forecast: fallback (a simple method forecasts it) or pad (the model does if it has at least a"
                    + " quarter of the rows; training pads windows, too, so that the network knows them) (default:"
                    + " ${DEFAULT-VALUE}).")
    private ColdStart cold = DEFAULT.cold();

    @Option(
            names = "--season",
            paramLabel = "N",
            description = "Rows per season; 1 for none (default: detected in the training rows).")
    private Integer season;

    @Option(
            names = "--calendar",
            paramLabel = "NAME",
            split = OptionConverters.COMMA,
            splitSynopsisLabel = ",",
            description = "Inputs computed from the dates: hour, weekday, day, month, yearday, auto for those that"
                    + " suit the file, or none (default: none).")
    private List<String> calendar = List.of();

    @Option(names = "--min", paramLabel = "VALUE", description = "Lower bound of all forecasts (default: none).")
    private Double min;

    @Option(names = "--max", paramLabel = "VALUE", description = "Upper bound of all forecasts (default: none).")
    private Double max;

    @Option(names = "--positive", description = "No forecast below 0; same as --min 0.")
    private boolean positive;

    /** The request, checked as far as possible without reading a file. */
    public PreparationRequest request() throws LstmException {
        PreparationRequest request = new PreparationRequest()
                .horizon(horizon)
                .transform(transform)
                .featureTransform(featureTransform)
                .scaler(scaling)
                .residual(residual)
                .cold(cold)
                .calendar(calendar())
                .bounds(min(), max == null ? OptionalDouble.empty() : OptionalDouble.of(max));
        if (strategy != null) {
            request.strategy(strategy);
        }
        if (season != null) {
            request.season(season);
        }
        return request;
    }

    private OptionalDouble min() throws LstmException {
        if (positive && min != null) {
            throw LstmException.usage(Setting.POSITIVE, " is the same as ", Setting.MIN.to(0))
                    .remedy("use one of them");
        }
        return positive ? OptionalDouble.of(0) : min == null ? OptionalDouble.empty() : OptionalDouble.of(min);
    }

    private CalendarChoice calendar() throws LstmException {
        boolean isAlone = calendar.size() == 1;
        if (calendar.contains(AUTO)) {
            if (!isAlone) {
                throw LstmException.usage(Setting.CALENDAR.to(AUTO), " chooses by itself")
                        .remedy("leave out the others");
            }
            return CalendarChoice.AUTO;
        } else if (isAlone && calendar.contains(NONE)) {
            return CalendarChoice.NONE;
        }
        List<CalendarFeature> features = new ArrayList<>();
        for (String name : calendar) {
            features.add(feature(name));
        }
        return CalendarChoice.of(features);
    }

    private static CalendarFeature feature(String name) throws LstmException {
        return Arrays.stream(CalendarFeature.values())
                .filter(feature -> feature.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> LstmException.usage(Setting.CALENDAR.to(name), " is unknown")
                        .remedy(
                                "use auto, none or ",
                                Arrays.stream(CalendarFeature.values())
                                        .map(CalendarFeature::toString)
                                        .collect(Collectors.joining(", "))));
    }
}
