package lstm.evaluate;

import java.util.ArrayList;
import java.util.List;
import lstm.model.ErrorScale;
import lstm.model.FittedBaselines;

/**
 * The simple methods that a base network is compared with.
 *
 * @param methods the simplest first
 * @param scale of errors
 * @param rows that they were fitted on, the first ones
 */
public record BaseRivals(List<Baseline> methods, ErrorScale scale, int rows) {
    /** Copies the list. */
    public BaseRivals {
        methods = List.copyOf(methods);
    }

    /** All of them, fitted on the first rows. */
    public static BaseRivals fitted(BaseSeries one, int rows) {
        double[][] columns = {one.series().column(0)};
        List<FittedBaselines> usual = BaselineFit.of(columns, one.series().masked(), rows, one.longest(), 0);
        FittedBaselines all = BaselineFit.smoothing(usual, columns, one.series().masked(), rows)
                .get(0);
        return new BaseRivals(Baseline.within(Baseline.of(all), rows), all.scale(), rows);
    }

    /**
     * Those that repeat values, which takes no time.
     *
     * @param season of all series that are compared; 1 for none
     */
    public static BaseRivals naive(BaseSeries one, int rows, int season) {
        List<Baseline> methods = new ArrayList<>(List.of(new Baseline.Naive()));
        if (season > 1) {
            methods.add(new Baseline.SeasonalNaive(season));
        }
        double[] values = one.series().column(0);
        ErrorScale scale = ErrorMeasures.scale(values, one.series().masked(), rows, season);
        return new BaseRivals(Baseline.within(methods, rows), scale, rows);
    }
}
