package lstm.cli;

import lstm.file.UserException;
import lstm.file.UserException.Kind;
import lstm.prepare.Transform;
import lstm.series.Series;

/** TEMPORARY until Season of lstm.prepare is merged. */
final class Seasons {
    private Seasons() {}

    static int of(Series series, Transform target, Transform features) throws UserException {
        if (target == Transform.SEASONAL_DIFFERENCE || features == Transform.SEASONAL_DIFFERENCE) {
            throw new UserException(Kind.DATA, series.source() + ": has no season that can be found; give --season");
        }
        return 1;
    }
}
