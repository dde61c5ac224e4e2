package lstm.workflow;

import java.util.ArrayList;
import java.util.List;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.model.Settings;
import lstm.series.Series;

/**
 * The series that one model is trained on. Of a table, those that are too short, or have values that cannot be learned,
 * are left out; files are all named by the user, and are all needed.
 *
 * @param series at least one
 * @param refused why the others are left out
 */
public record TrainableSeries(List<Series> series, List<LstmException> refused) {
    /** Copies the lists. */
    public TrainableSeries {
        series = List.copyOf(series);
        refused = List.copyOf(refused);
    }

    /**
     * Chooses among series.
     *
     * @throws LstmException if none of a table is left
     */
    public static TrainableSeries of(List<Series> all, Settings settings) throws LstmException {
        if (all.size() == 1 || all.get(0).reading().keys().isEmpty()) {
            return of(all, List.of());
        }
        long least = TrainingChecks.leastOfSeveral(settings);
        List<Series> fit = new ArrayList<>();
        List<LstmException> refused = new ArrayList<>();
        for (Series series : all) {
            try {
                TrainingChecks.checkOneOfSeveral(series, settings, least);
                fit.add(series);
            } catch (LstmException e) {
                refused.add(e);
            }
        }
        if (fit.isEmpty()) {
            int best = longest(all);
            LstmException why = refused.get(best);
            LstmException none = LstmException.data(
                            "none of ", all.size(), " series can be trained on; this one ", why.problem())
                    .at(why.place().orElseThrow());
            int rows = all.get(best).rows();
            if (rows >= least) {
                throw none.remedy(why.remedy());
            }
            throw none.remedy(TrainingChecks.shorter(settings, rows));
        }
        return of(fit, refused);
    }

    private static TrainableSeries of(List<Series> fit, List<LstmException> refused) throws LstmException {
        Series first = fit.get(0);
        if (fit.size() == 1 && !first.reading().statics().isEmpty()) {
            throw LstmException.data("is the only series to train on, so that its static columns tell nothing")
                    .in(first.source())
                    .remedy("leave out ", Setting.STATIC, " and ", Setting.STATIC_FILE);
        }
        return new TrainableSeries(fit, refused);
    }

    private static int longest(List<Series> all) {
        int longest = 0;
        for (int k = 1; k < all.size(); k++) {
            longest = all.get(k).rows() > all.get(longest).rows() ? k : longest;
        }
        return longest;
    }
}
