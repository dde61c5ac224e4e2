package lstm.workflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import lstm.base.OpenBaseNetworks;
import lstm.calendar.Calendar;
import lstm.evaluate.Baseline;
import lstm.evaluate.BaselineFit;
import lstm.evaluate.FitExtent;
import lstm.model.FittedBaselines;
import lstm.model.Method;
import lstm.prepare.Preparation;
import lstm.series.Series;

/** The simple method that forecasts a series of a table where the model cannot. */
public enum Fallback {
    /** The value one season before; without a season, or with less than one, the last value. */
    SEASONAL_NAIVE(Method.SEASONAL_NAIVE),
    /** The last value. */
    NAIVE(Method.NAIVE),
    /** A straight line from the last value. */
    DRIFT(Method.DRIFT),
    /** A linear function of the rows before. */
    AUTOREGRESSION(Method.AUTOREGRESSION),
    /** Exponential smoothing whose trend and season are chosen by their fit. */
    EXPONENTIAL_SMOOTHING(Method.EXPONENTIAL_SMOOTHING),
    /** The Theta method, with a season where a test finds one. */
    THETA(Method.THETA),
    /** The method of Teunter, Syntetos and Babai for demand that is mostly zero. */
    TSB(Method.TSB),
    /** The base network that is part of the program. */
    BASE(Method.BASE),
    /** No forecast. */
    NONE(Method.NAIVE);

    /** The method where none is asked for. */
    public static final Fallback USUAL = SEASONAL_NAIVE;

    private final Method method;

    Fallback(Method method) {
        this.method = method;
    }

    /**
     * The method for each target, fitted on a whole series; none if there shall be no forecast.
     *
     * @param preparation of the model, with its season
     * @param calendar of the series
     * @param bases which the caller closes
     */
    List<Baseline> methods(Series series, Preparation preparation, Calendar calendar, OpenBaseNetworks bases) {
        if (this == NONE) {
            return List.of();
        }
        if (this != BASE && !Method.usual().contains(method)) {
            int season = preparation.plan().season();
            return Collections.nCopies(
                    preparation.plan().targets(), Baseline.refitted(method, season, series.masked()));
        }
        FitExtent extent = this == BASE ? FitExtent.base(calendar) : FitExtent.USUAL;
        List<Baseline> chosen = new ArrayList<>();
        for (FittedBaselines fitted :
                BaselineFit.of(series.values(), series.masked(), series.rows(), preparation, extent)) {
            chosen.add(Baseline.within(Baseline.of(fitted, bases), series.rows()).stream()
                    .filter(possible -> possible.method() == method || possible.method() == Method.NAIVE)
                    .max(Comparator.comparing(possible -> possible.method() == method))
                    .orElseThrow());
        }
        return chosen;
    }

    /** The name on the command line: {@code seasonal-naive}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
