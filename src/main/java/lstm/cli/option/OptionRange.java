package lstm.cli.option;

import lstm.error.LstmException;
import lstm.error.LstmException.Kind;

/** Checks the values of options. */
public final class OptionRange {
    private OptionRange() {}

    /** Forecasts of a million steps say nothing, and more would not fit. */
    private static final int MOST_STEPS = 1_000_000;

    public static void steps(String option, int value) throws LstmException {
        atLeastOne(option, value);
        if (value > MOST_STEPS) {
            throw new LstmException(Kind.USAGE, option + " " + value + ": give at most " + MOST_STEPS);
        }
    }

    public static void atLeastOne(String option, long value) throws LstmException {
        require(value >= 1, option, value, "at least 1");
    }

    public static void notNegative(String option, double value) throws LstmException {
        require(value >= 0 && value < Double.POSITIVE_INFINITY, option, value, "0 or more");
    }

    public static void positive(String option, double value) throws LstmException {
        require(value > 0 && value < Double.POSITIVE_INFINITY, option, value, "more than 0");
    }

    public static void share(String option, double value) throws LstmException {
        require(value >= 0 && value < 1, option, value, "at least 0 and less than 1");
    }

    private static void require(boolean good, String option, Number value, String range) throws LstmException {
        if (!good) {
            throw new LstmException(Kind.USAGE, option + " " + value + ": give a number of " + range);
        }
    }
}
