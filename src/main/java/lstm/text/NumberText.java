package lstm.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them. */
public final class NumberText {
    private static final int DIGITS = 6;

    private NumberText() {}

    /** Up to six significant digits, without an exponent where that stays short: {@code 379.321}, {@code 0.00123}. */
    public static String of(double value) {
        if (!Double.isFinite(value)) {
            return beyond(value);
        } else if (value == 0 || isFarFromOne(value)) {
            return rounded(value, DIGITS);
        }
        return plain(round(value, DIGITS).stripTrailingZeros());
    }

    /** The number of significant digits. */
    public static String rounded(double value, int digits) {
        if (value == 0) {
            return "0";
        } else if (!Double.isFinite(value)) {
            return beyond(value);
        } else if (isFarFromOne(value)) {
            return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
        }
        return plain(round(value, digits));
    }

    /** With a fixed number of digits after the point: {@code 0.120}. */
    public static String fixed(double value, int digits) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + digits + "f", value) : beyond(value);
    }

    /** What overflowed, in words: the user never saw an infinity in the data. */
    private static String beyond(double value) {
        return Double.isNaN(value) ? "unknown" : value > 0 ? "more than 1.8e308" : "less than -1.8e308";
    }

    private static boolean isFarFromOne(double value) {
        return Math.abs(value) >= 1e15 || Math.abs(value) < 1e-5;
    }

    private static BigDecimal round(double value, int digits) {
        return new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    private static String plain(BigDecimal value) {
        return value.setScale(Math.max(0, value.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** A whole number with thousands separators: {@code 71,051}. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Rows with their number: {@code 1 row}, {@code 1,047 rows}. */
    public static String rows(long number) {
        return count(number) + (number == 1 ? " row" : " rows");
    }

    /** A time span: {@code 0.8 s}, {@code 34 s}, {@code 2 min 5 s}, {@code 3 h 20 min}. */
    public static String seconds(double seconds) {
        if (seconds < 9.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        } else if (whole < 3600) {
            return whole / 60 + " min " + whole % 60 + " s";
        }
        return whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
}
