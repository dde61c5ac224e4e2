package lstm.prepare;

import lstm.error.LstmException;
import lstm.error.Place;
import lstm.error.Setting;
import lstm.series.Series;
import lstm.text.NumberText;

/** Transforms with logarithms or quotients need values above 0. */
public final class PositiveValues {
    private PositiveValues() {}

    /** Names the first value that the model's transform cannot take. */
    public static void check(Series series, Preparation preparation) throws LstmException {
        check(series, preparation.plan());
    }

    /** Names the first value that a planned transform cannot take. */
    public static void check(Series series, PreparationPlan plan) throws LstmException {
        int columns = series.columns().size();
        for (int c = 0; c < columns; c++) {
            Transform transform = plan.transform(c, columns);
            double[] values = transform.needsPositive() ? series.column(c) : new double[0];
            for (int row = 0; row < values.length; row++) {
                if (!(values[row] > 0)) {
                    Setting setting = c < plan.targets() ? Setting.TRANSFORM : Setting.FEATURE_TRANSFORM;
                    throw LstmException.data(
                                    NumberText.of(values[row]),
                                    " in the row of ",
                                    series.stampText(row),
                                    ", and ",
                                    setting.to(transform),
                                    " needs values above 0")
                            .remedy("use ", setting.to(Transform.DIFFERENCE))
                            .at(Place.of(series.source())
                                    .column(series.columns().get(c)));
                }
            }
        }
    }
}
