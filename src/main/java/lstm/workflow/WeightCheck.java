package lstm.workflow;

import java.util.stream.DoubleStream;
import lstm.error.LstmException;
import lstm.error.Place;
import lstm.error.Setting;
import lstm.model.Settings;
import lstm.prepare.ColdStart;
import lstm.series.Series;
import lstm.series.SeriesTable;
import lstm.train.Sampling;

/** Refuses what only several series have, such as weights, of one, and weights that say nothing. */
final class WeightCheck {
    private WeightCheck() {}

    /** Refuses to draw series by weights that they have not. */
    static void requireWeights(Series first, Sampling sampling) throws LstmException {
        if (sampling == Sampling.WEIGHT && first.weights().isEmpty()) {
            throw LstmException.usage(Setting.SAMPLING.to(sampling), " needs the column of weights")
                    .remedy("name it with ", Setting.WEIGHT);
        }
    }

    /** Refuses to weigh, to draw from, or to pad a single series. */
    static void refuseOne(Series only, Settings settings) throws LstmException {
        Sampling sampling = settings.recipe().sampling();
        ColdStart cold = settings.plan().cold();
        if (only.weights().isPresent()) {
            throw LstmException.usage(Setting.WEIGHT, " weighs several series, and this is one")
                    .in(only.source())
                    .remedy("leave it out");
        }
        if (sampling != Sampling.WINDOWS) {
            throw LstmException.usage(Setting.SAMPLING.to(sampling), " draws from several series, and this is one")
                    .in(only.source())
                    .remedy("leave out ", Setting.SAMPLING);
        }
        if (cold != ColdStart.FALLBACK) {
            throw LstmException.usage(Setting.COLD.to(cold), " is for short ones of several series, and this is one")
                    .in(only.source())
                    .remedy("leave out ", Setting.COLD);
        }
    }

    /**
     * Refuses weights that are all 0.
     *
     * @param one of the series
     * @param weights of each, none if they count alike
     */
    static void requirePositive(Series one, DoubleStream weights) throws LstmException {
        if (one.weights().isPresent() && weights.allMatch(weight -> weight == 0)) {
            throw LstmException.data("counts for nothing in every series: all rows that say so are 0")
                    .at(Place.of(SeriesTable.source(one))
                            .column(one.reading().weight().orElseThrow()))
                    .remedy("name another column with ", Setting.WEIGHT, ", or leave it out");
        }
    }
}
