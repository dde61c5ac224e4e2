package lstm.cli.option;

import java.util.Locale;
import lstm.forecast.IntervalLevels;
import lstm.network.Loss;

/** A loss by its name on the command line. */
public enum LossName {
    MSE,
    MAE,
    SERIES_MAE,
    HUBER,
    QUANTILE;

    /** @param levels of the intervals whose ends the quantile loss learns */
    Loss loss(IntervalLevels levels) {
        return switch (this) {
            case MSE -> Loss.Point.MSE;
            case MAE -> Loss.Point.MAE;
            case SERIES_MAE -> Loss.Point.SERIES_MAE;
            case HUBER -> Loss.Point.HUBER;
            case QUANTILE -> levels.quantiles();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
