package lstm.cli.option;

import lstm.error.LstmException;
import lstm.error.Setting;

/** Checks the values of options. */
public final class OptionRange {
    private OptionRange() {}

    /** Forecasts of a million steps say nothing, and more would not fit. */
    private static final int MOST_STEPS = 1_000_000;

    public static void steps(Setting setting, int value) throws LstmException {
        atLeastOne(setting, value);
        atMost(setting, value, MOST_STEPS);
    }

    public static void atLeastOne(Setting setting, long value) throws LstmException {
        atLeast(setting, value, 1);
    }

    static void atLeast(Setting setting, long value, long least) throws LstmException {
        require(value >= least, setting, value, "at least " + least);
    }

    static void atMost(Setting setting, long value, long most) throws LstmException {
        require(value <= most, setting, value, "at most " + most);
    }

    public static void notNegative(Setting setting, double value) throws LstmException {
        require(value >= 0 && value < Double.POSITIVE_INFINITY, setting, value, "0 or more");
    }

    public static void positive(Setting setting, double value) throws LstmException {
        require(value > 0 && value < Double.POSITIVE_INFINITY, setting, value, "more than 0");
    }

    public static void share(Setting setting, double value) throws LstmException {
        require(value >= 0 && value < 1, setting, value, "at least 0 and less than 1");
    }

    private static void require(boolean good, Setting setting, Number value, String range) throws LstmException {
        if (!good) {
            throw LstmException.usage(setting.to(value), " is out of range").remedy("give ", range);
        }
    }
}
