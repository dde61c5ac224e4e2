package lstm.tune;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import lstm.calendar.Calendar;
import lstm.calendar.CalendarFeature;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.model.Settings;
import lstm.prepare.PositiveValues;
import lstm.prepare.SeasonChoice;
import lstm.series.Series;
import lstm.statistics.EvenlySpaced;
import lstm.text.NumberText;
import lstm.workflow.PreparedTraining;
import lstm.workflow.SettingsRequest;
import lstm.workflow.TrainableSeries;

/**
 * Searches good settings for a series, or for one model of several series. It never looks at the rows that a training
 * holds out. Settings that the request gives stay as they are. Of several series, settings are judged on the longer
 * half, and on {@value #MOST_SERIES} of them at most.
 *
 * <pre>{@code
 * TuneResult tuned = Tuning.of(sales).trials(20).run();
 * TrainResult trained = Training.of(sales).settings(tuned.settings()).run();
 * }</pre>
 */
public final class Tuning {
    /** More series hardly change which settings are best. */
    private static final int MOST_SERIES = 200;

    private final List<Series> files;
    private SettingsRequest request = new SettingsRequest();
    private int trials = Integer.MAX_VALUE;
    private int threads = Runtime.getRuntime().availableProcessors();
    private Search.Listener listener = Search.Listener.NONE;

    private Tuning(List<Series> files) {
        this.files = List.copyOf(files);
    }

    /** A search on a series. */
    public static Tuning of(Series series) {
        return of(List.of(series));
    }

    /** A search on several series, at least one, all of the same columns. */
    public static Tuning of(List<Series> files) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no series");
        }
        return new Tuning(files);
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
        List<Series> judged = judged();
        Settings base = request.withoutPreset(judged);
        for (Series series : judged) {
            PositiveValues.check(series, base.plan());
        }
        List<Series> known = judged.stream()
                .map(series -> series.first(SeasonChoice.trainRows(series, base.validation(), base.plan())))
                .toList();
        Search search = new Search(known, space(base, judged, known), threads);
        Series shortest = Collections.min(known, Comparator.comparingInt(Series::rows));
        int least = Search.leastRows(search.space());
        if (shortest.rows() < least || search.starts().isEmpty()) {
            throw LstmException.data(
                            "has ",
                            NumberText.rows(judged.get(known.indexOf(shortest)).rows()),
                            ", of which ",
                            NumberText.count(shortest.rows()),
                            " are not held out, and a search needs more than ",
                            NumberText.count(least),
                            " of these")
                    .in(shortest.source())
                    .remedy("train without a search, or add rows");
        }
        // Whatever can be checked is checked before the slow part.
        Settings start = search.starts().get(0);
        PreparedTraining.of(TrainableSeries.of(files, start).series(), start);
        return search;
    }

    private SearchSpace space(Settings base, List<Series> judged, List<Series> known) {
        boolean positive = judged.stream().allMatch(series -> Arrays.stream(
                        series.values(), 0, series.roles().targets())
                .allMatch(column -> Arrays.stream(column).allMatch(value -> value > 0)));
        return new SearchSpace(
                base,
                request.free(),
                request.accurate(base, judged),
                positive,
                CalendarFeature.of(Calendar.infer(judged.get(0))),
                known.stream().mapToInt(Series::rows).reduce(0, Math::addExact),
                judged.size() > 1);
    }

    /** The series to judge settings on, evenly spaced. */
    private List<Series> judged() {
        int[] rows = files.stream().mapToInt(Series::rows).sorted().toArray();
        int middle = rows[rows.length / 2];
        List<Series> longer =
                files.stream().filter(series -> series.rows() >= middle).toList();
        return EvenlySpaced.of(longer, MOST_SERIES);
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
