package lstm.file;

import java.io.File;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Names that are devices on Windows in every directory, with any ending and in any case: no file can have them. */
final class DeviceName {
    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final Pattern NULL = Pattern.compile("(?i)NUL *([.:].*)?");
    private static final Pattern OTHER =
            Pattern.compile("(?i)(CON|PRN|AUX|(COM|LPT)[0-9\u00b9\u00b2\u00b3]) *([.:].*)?");

    private DeviceName() {}

    /** Whether this is the null device here, which takes everything and keeps nothing. */
    static boolean isNull(Path path) {
        return WINDOWS && isNull(String.valueOf(path.getFileName()));
    }

    /** Whether this is another device here: a console, a printer or a port. */
    static boolean isOther(Path path) {
        return WINDOWS && isOther(String.valueOf(path.getFileName()));
    }

    /** Whether Windows takes a name for the null device. */
    static boolean isNull(String name) {
        return NULL.matcher(name).matches();
    }

    /** Whether Windows takes a name for another device. */
    static boolean isOther(String name) {
        return OTHER.matcher(name).matches();
    }
}
