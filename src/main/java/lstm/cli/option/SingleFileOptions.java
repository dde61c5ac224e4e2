package lstm.cli.option;

import lstm.error.LstmException;
import lstm.error.LstmException.Kind;

/** Options that mean nothing for several files. */
public final class SingleFileOptions {
    private SingleFileOptions() {}

    /** Refuses an option that is given with more than one file. */
    public static void check(String option, boolean isGiven, int files) throws LstmException {
        if (isGiven && files > 1) {
            throw new LstmException(Kind.USAGE, option + " is of one file, and there are " + files + "; give one");
        }
    }
}
