package lstm.cli.option;

import lstm.error.LstmException;
import lstm.error.Setting;

/** Options that work with one file only. */
public final class SingleFileOptions {
    private SingleFileOptions() {}

    /** Refuses an option that is given with a table of several series. */
    public static void checkTable(Setting setting, boolean isGiven) throws LstmException {
        if (isGiven) {
            throw LstmException.usage(setting, " works with one series, and this is a table of several")
                    .remedy("leave it out");
        }
    }

    /** Refuses an option that is given with more than one file. */
    public static void check(Setting setting, boolean isGiven, int files) throws LstmException {
        if (isGiven && files > 1) {
            throw LstmException.usage(setting, " works with one file, and ", files, " were given")
                    .remedy("give one file");
        }
    }
}
