package lstm.tune;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import lstm.calendar.Calendar;
import lstm.calendar.CalendarFeature;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.model.Settings;
import lstm.prepare.PositiveValues;
import lstm.prepare.SeasonChoice;
import lstm.preset.Hyperparameter;
import lstm.series.Series;
import lstm.text.NumberText;
import lstm.workflow.PreparedTraining;
import lstm.workflow.SettingsRequest;

/**
 * Searches good settings for a series. It never looks at the rows that a training holds out. Settings that the request
 * gives stay as they are.
 *
 * <pre>{@code
 * TuneResult tuned = Tuning.of(sales).trials(20).run();
 * TrainResult trained = Training.of(sales).settings(tuned.settings()).run();
 * }</pre>
 */
public final class Tuning {
    private final Series series;
    private SettingsRequest request = new SettingsRequest();
    private int trials = Integer.MAX_VALUE;
    private int threads = Runtime.getRuntime().availableProcessors();
    private Search.Listener listener = Search.Listener.NONE;

    private Tuning(Series series) {
        this.series = series;
    }

    /** A search on a series. */
    public static Tuning of(Series series) {
        return new Tuning(series);
    }

    /** The settings that are not searched. */
    public Tuning settings(SettingsRequest settings) {
        request = settings;
        return this;
    }

    /** Settings to try at most (default: until the listener ends the search). */
    public Tuning trials(int number) throws LstmException {
        trials = SettingRange.atLeastOne(Setting.TRIALS, number);
        return this;
    }

    /** Threads to compute on (default: one for each processor). */
    public Tuning threads(int number) throws LstmException {
        threads = SettingRange.atLeastOne(Setting.THREADS, number);
        return this;
    }

    /** Follows the search and ends it. */
    public Tuning listener(Search.Listener follower) {
        listener = follower;
        return this;
    }

    /**
     * The search, ready to begin.
     *
     * @throws LstmException if the series has too few rows, or does not suit the settings
     */
    public Search prepare() throws LstmException {
        if (request.validation() == 0) {
            throw LstmException.usage(Setting.VALIDATION.to(0), " leaves no rows to score the best settings by")
                    .remedy("leave it out");
        }
        Calendar calendar = Calendar.infer(series);
        Settings base = request.withoutPreset(List.of(series));
        PositiveValues.check(series, base.plan());
        int known = SeasonChoice.trainRows(series.rows(), base.validation(), base.plan());
        boolean positive = Arrays.stream(series.values(), 0, series.roles().targets())
                .allMatch(column -> Arrays.stream(column).allMatch(value -> value > 0));
        Set<Hyperparameter> free = request.free();
        Settings first = request.accurate(base, List.of(series));
        SearchSpace space = new SearchSpace(base, free, first, positive, CalendarFeature.of(calendar), known);
        int least = Search.leastRows(space);
        Search search = new Search(series.first(known), space, threads);
        if (known < least || search.starts().isEmpty()) {
            throw LstmException.data(
                            "has ",
                            NumberText.rows(series.rows()),
                            ", of which ",
                            NumberText.count(known),
                            " are not held out, and a search needs more than ",
                            NumberText.count(least),
                            " of these")
                    .in(series.source())
                    .remedy("train without a search, or add rows");
        }
        // Whatever can be checked is checked before the slow part.
        PreparedTraining.of(List.of(series), search.starts().get(0));
        return search;
    }

    /**
     * Searches.
     *
     * @throws LstmException as {@link #prepare}; of kind {@code DIVERGED} if every training diverged; of kind
     *     {@code USAGE} if the search ended before any settings were judged
     */
    public TuneResult run() throws LstmException {
        return TuneResult.of(prepare().run(trials, listener));
    }
}
