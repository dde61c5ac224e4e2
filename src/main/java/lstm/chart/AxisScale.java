package lstm.chart;

import java.util.List;

/** How values are placed along an axis. */
public enum AxisScale {
    /** Linear, with some padding at both ends. */
    LINEAR {
        @Override
        Extent padded(double low, double high) {
            Extent tight = Extent.around(low, high);
            double room = 0.04 * tight.half();
            return new Extent(
                    Math.max(tight.low() - room, -Double.MAX_VALUE), Math.min(tight.high() + room, Double.MAX_VALUE));
        }

        @Override
        List<Tick> ticks(Extent extent, int most) {
            return NumberTicks.of(extent, most);
        }
    },
    /** Linear, labeled at whole numbers, without padding. */
    COUNT {
        @Override
        List<Tick> ticks(Extent extent, int most) {
            return NumberTicks.whole(extent, most);
        }
    },
    /** Logarithmic: equal ratios have equal lengths. */
    LOG {
        @Override
        double place(double value) {
            return Math.log10(value);
        }

        @Override
        Extent padded(double low, double high) {
            return new Extent(low / 1.15, Math.min(high * 1.15, Double.MAX_VALUE));
        }

        @Override
        List<Tick> ticks(Extent extent, int most) {
            return NumberTicks.logarithmic(extent, most);
        }
    },
    /** Points in time, as seconds of local time since 1970-01-01T00:00, without padding. */
    TIME {
        @Override
        List<Tick> ticks(Extent extent, int most) {
            return TimeTicks.of(extent, most);
        }
    };

    /** The position on a linear scale. */
    double place(double value) {
        return value;
    }

    /** The extent of an axis for values from low to high. */
    Extent padded(double low, double high) {
        return low < high ? new Extent(low, high) : new Extent(low - 1, high + 1);
    }

    /** The position along the axis: 0 at its low end, 1 at its high end. */
    double share(Extent extent, double value) {
        return new Extent(place(extent.low()), place(extent.high())).share(place(value));
    }

    /** Ticks at round values, about {@code most} of them where the extent allows it. */
    abstract List<Tick> ticks(Extent extent, int most);
}
