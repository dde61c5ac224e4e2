package lstm.cli;

import lstm.file.UserException;
import lstm.file.UserException.Kind;
import lstm.prepare.Plan;
import lstm.prepare.Preparation;
import lstm.prepare.Transform;
import lstm.report.Figures;
import lstm.series.Series;

/** Transforms with logarithms or quotients need values above 0. */
final class Positive {
    private Positive() {}

    /** Names the first value that the model's transform cannot take. */
    static void check(Series series, Preparation preparation) throws UserException {
        check(series, preparation.plan());
    }

    /** Names the first value that a planned transform cannot take. */
    static void check(Series series, Plan plan) throws UserException {
        int columns = series.columns().size();
        for (int c = 0; c < columns; c++) {
            Transform transform = plan.transform(c, columns);
            for (int row = 0; transform.needsPositive() && row < series.rows(); row++) {
                if (!(series.column(c)[row] > 0)) {
                    throw new UserException(
                            Kind.DATA,
                            series.source() + ": column "
                                    + UserException.quote(series.columns().get(c)) + " is "
                                    + Figures.of(series.column(c)[row]) + " in the row of " + series.stampText(row)
                                    + ", and " + (c < plan.targets() ? "--transform " : "--feature-transform ")
                                    + transform + " needs values above 0; use difference");
                }
            }
        }
    }
}
