package lstm.cli;

import lstm.file.UserException;
import lstm.file.UserException.Kind;

/** Options that mean nothing for several files. */
final class OfOneFile {
    private OfOneFile() {}

    /** Refuses an option that is given with more than one file. */
    static void check(String option, boolean isGiven, int files) throws UserException {
        if (isGiven && files > 1) {
            throw new UserException(Kind.USAGE, option + " is of one file, and there are " + files + "; give one");
        }
    }
}
