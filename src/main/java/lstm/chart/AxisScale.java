package lstm.chart;

import java.util.List;

/** How numbers are laid out along an axis. */
public enum AxisScale {
    /** Evenly, with a little room at both ends. */
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
    /** Evenly, whole numbers, from end to end. */
    COUNT {
        @Override
        List<Tick> ticks(Extent extent, int most) {
            return NumberTicks.whole(extent, most);
        }
    },
    /** By their logarithms: equal ratios look equal. */
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
    /** Points in time, as seconds of local time since 1970-01-01T00:00, from end to end. */
    TIME {
        @Override
        List<Tick> ticks(Extent extent, int most) {
            return TimeTicks.of(extent, most);
        }
    };

    /** The number that is laid out evenly. */
    double place(double value) {
        return value;
    }

    /** The extent of an axis that these values are on. */
    Extent padded(double low, double high) {
        return low < high ? new Extent(low, high) : new Extent(low - 1, high + 1);
    }

    /** 0 at the low end of the axis, 1 at the high one. */
    double share(Extent extent, double value) {
        return new Extent(place(extent.low()), place(extent.high())).share(place(value));
    }

    /** Labelled places, at round numbers; a handful at least where the extent allows it. */
    abstract List<Tick> ticks(Extent extent, int most);
}
