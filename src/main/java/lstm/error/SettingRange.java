package lstm.error;

/** Checks the values of settings; each method returns the value, or throws an {@link LstmException} that names it. */
public final class SettingRange {
    /** Forecasts of a million steps say nothing, and more would not fit. */
    private static final int MOST_STEPS = 1_000_000;

    private SettingRange() {}

    /** A number of steps: at least 1 and at most a million. */
    public static int steps(Setting setting, int value) throws LstmException {
        return within(setting, atLeastOne(setting, value), MOST_STEPS);
    }

    /** At most a limit. */
    public static int within(Setting setting, int value, int most) throws LstmException {
        if (value > most) {
            throw LstmException.usage(setting.to(value), " is too much").remedy("use at most ", most);
        }
        return value;
    }

    /** From a least value to a largest one. */
    public static int between(Setting setting, int value, int least, int most) throws LstmException {
        if (value < least || value > most) {
            throw LstmException.usage(setting.to(value), " is out of range")
                    .remedy("use a number from ", least, " to ", most);
        }
        return value;
    }

    /** At least 1. */
    public static int atLeastOne(Setting setting, int value) throws LstmException {
        return atLeast(setting, value, 1);
    }

    /** At least a limit. */
    public static int atLeast(Setting setting, int value, int least) throws LstmException {
        require(value >= least, setting, value, "at least " + least);
        return value;
    }

    /** At least 0. */
    public static int notNegative(Setting setting, int value) throws LstmException {
        require(value >= 0, setting, value, "at least 0");
        return value;
    }

    /** Finite and at least 0. */
    public static double notNegative(Setting setting, double value) throws LstmException {
        require(value >= 0 && value < Double.POSITIVE_INFINITY, setting, value, "at least 0");
        return value;
    }

    /** Finite and above 0. */
    public static double positive(Setting setting, double value) throws LstmException {
        require(value > 0 && value < Double.POSITIVE_INFINITY, setting, value, "more than 0");
        return value;
    }

    /** In [0, 1). */
    public static double share(Setting setting, double value) throws LstmException {
        require(value >= 0 && value < 1, setting, value, "at least 0 and less than 1");
        return value;
    }

    private static void require(boolean good, Setting setting, Number value, String range) throws LstmException {
        if (!good) {
            throw LstmException.usage(setting.to(value), " is out of range").remedy("use a number of ", range);
        }
    }
}
