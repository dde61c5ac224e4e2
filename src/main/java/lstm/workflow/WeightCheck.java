package lstm.workflow;

import java.util.stream.DoubleStream;
import lstm.error.LstmException;
import lstm.error.Place;
import lstm.error.Setting;
import lstm.series.Series;
import lstm.series.SeriesTable;

/** Refuses weights that say nothing. */
final class WeightCheck {
    private WeightCheck() {}

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
