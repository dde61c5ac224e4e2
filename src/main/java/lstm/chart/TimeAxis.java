package lstm.chart;

import java.util.Arrays;
import lstm.series.StampKind;

/**
 * The times of a chart's values.
 *
 * @param kind kind of the stamps
 * @param stamps ascending; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Never modified or compared.
public record TimeAxis(StampKind kind, long[] stamps) {
    /** The axis to draw. */
    Axis axis() {
        return kind == StampKind.NONE ? new Axis("row", AxisScale.COUNT) : new Axis("", AxisScale.TIME);
    }

    /** The stamps as values on that axis. */
    double[] places() {
        return Arrays.stream(stamps).asDoubleStream().toArray();
    }
}
