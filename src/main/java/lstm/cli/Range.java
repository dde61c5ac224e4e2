package lstm.cli;

import lstm.file.UserException;
import lstm.file.UserException.Kind;

/** Checks the values of options. */
final class Range {
    private Range() {}

    /** Forecasts of a million steps say nothing, and more would not fit. */
    private static final int MOST_STEPS = 1_000_000;

    static void steps(String option, int value) throws UserException {
        atLeastOne(option, value);
        if (value > MOST_STEPS) {
            throw new UserException(Kind.USAGE, option + " " + value + ": give at most " + MOST_STEPS);
        }
    }

    static void atLeastOne(String option, long value) throws UserException {
        require(value >= 1, option, value, "at least 1");
    }

    static void notNegative(String option, double value) throws UserException {
        require(value >= 0 && value < Double.POSITIVE_INFINITY, option, value, "0 or more");
    }

    static void positive(String option, double value) throws UserException {
        require(value > 0 && value < Double.POSITIVE_INFINITY, option, value, "more than 0");
    }

    static void share(String option, double value) throws UserException {
        require(value >= 0 && value < 1, option, value, "at least 0 and less than 1");
    }

    private static void require(boolean good, String option, Number value, String range) throws UserException {
        if (!good) {
            throw new UserException(Kind.USAGE, option + " " + value + ": give a number of " + range);
        }
    }
}
