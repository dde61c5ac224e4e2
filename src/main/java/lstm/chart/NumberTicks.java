package lstm.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lstm.text.NumberText;

/** Ticks at round numbers. */
final class NumberTicks {
    private static final int[] STEPS = {1, 2, 5};

    /** Numbers with more digits before the decimal point are written with an exponent. */
    private static final int LONG = 9;

    /** So are numbers with more digits after it. */
    private static final int FINE = 4;

    private NumberTicks() {}

    /** Multiples of 1, 2 or 5 times a power of ten. */
    static List<Tick> of(Extent extent, int most) {
        return of(extent, most, Integer.MIN_VALUE);
    }

    /** Multiples of 1, 2 or 5 times a power of ten that are whole numbers. */
    static List<Tick> whole(Extent extent, int most) {
        return of(extent, most, 0);
    }

    private static List<Tick> of(Extent extent, int most, int leastPower) {
        double least = extent.half() / most * 2;
        int power = Math.max(leastPower, floorLog(least));
        BigDecimal step = step(least, power);
        List<Tick> ticks = new ArrayList<>();
        BigDecimal first = new BigDecimal(extent.low())
                .divide(step, 0, RoundingMode.CEILING)
                .multiply(step);
        boolean exponent = isLong(Math.max(Math.abs(extent.low()), Math.abs(extent.high())), step);
        for (BigDecimal at = first; at.compareTo(new BigDecimal(extent.high())) <= 0; at = at.add(step)) {
            ticks.add(new Tick(at.doubleValue(), text(at, exponent)));
        }
        return ticks;
    }

    /** A value as exact as can be told from a chart of this extent, in the style of its ticks. */
    static String between(Extent extent, double value) {
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(floorLog(extent.half() / 50));
        if (isLong(Math.max(Math.abs(extent.low()), Math.abs(extent.high())), unit)) {
            return NumberText.rounded(value, 4);
        }
        return text(new BigDecimal(value).setScale(Math.max(0, unit.scale()), RoundingMode.HALF_EVEN), false);
    }

    private static int floorLog(double value) {
        return (int) Math.floor(Math.log10(value));
    }

    private static BigDecimal step(double least, int power) {
        for (int exponent = power; ; exponent++) {
            for (int digit : STEPS) {
                BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
                if (step.doubleValue() >= least * (1 - 1e-9)) {
                    return step;
                }
            }
        }
    }

    /** Powers of ten, and where those are few, also two and five times a power of ten. */
    static List<Tick> logarithmic(Extent extent, int most) {
        int from = floorLog(extent.low());
        int to = floorLog(extent.high());
        int skip = Math.max(1, (to - from + most) / most);
        int[] digits = to - from <= 2 ? STEPS : new int[] {1};
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = Math.floorDiv(from, skip) * skip; exponent <= to; exponent += skip) {
            for (int digit : digits) {
                BigDecimal at = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
                if (at.doubleValue() >= extent.low() && at.doubleValue() <= extent.high()) {
                    ticks.add(new Tick(at.doubleValue(), text(at, isLong(at.doubleValue(), at))));
                }
            }
        }
        return ticks.size() < 2 ? of(extent, most) : ticks;
    }

    private static boolean isLong(double largest, BigDecimal step) {
        return largest >= Math.pow(10, LONG) || step.stripTrailingZeros().scale() > FINE;
    }

    private static String text(BigDecimal value, boolean exponent) {
        if (value.signum() == 0) {
            return "0";
        } else if (exponent) {
            BigDecimal bare = value.stripTrailingZeros();
            return String.format(Locale.ROOT, "%." + (bare.precision() - 1) + "e", bare)
                    .replace("e+", "e")
                    .replaceFirst("e(-?)0(?=.)", "e$1");
        }
        return String.format(Locale.ROOT, "%,." + Math.max(0, value.scale()) + "f", value);
    }
}
