package lstm.chart;

import java.util.Arrays;
import lstm.series.StampKind;

/**
 * When the values of a chart are.
 *
 * @param kind what the stamps are
 * @param stamps rising; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // A long column that nobody writes to or compares.
public record TimeAxis(StampKind kind, long[] stamps) {
    /** The axis for it. */
    Axis axis() {
        return kind == StampKind.NONE ? new Axis("row", AxisScale.COUNT) : new Axis("", AxisScale.TIME);
    }

    /** The places on that axis. */
    double[] places() {
        return Arrays.stream(stamps).asDoubleStream().toArray();
    }
}
