package lstm.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;

/** Why the disk refused, in plain words. */
public final class Reason {
    /** What POSIX systems say in English; under another locale their own words are passed on. */
    private static final Map<String, String> PLAIN = Map.of(
            "No space left on device", "the disk is full",
            "Disk quota exceeded", "your disk quota is used up",
            "Read-only file system", "the file system is read-only",
            "Permission denied", "you have no permission",
            "Operation not permitted", "you have no permission",
            "File too large", "it would be larger than a file may be here",
            "File name too long", "its name is too long",
            "Input/output error", "the device reports an error",
            "Broken pipe", "its reader went away");

    private Reason() {}

    /** Half a sentence, such as {@code the disk is full}. */
    public static String of(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "you have no permission";
        }
        if (failure instanceof NoSuchFileException) {
            return "it, or its directory, has gone";
        }
        String said = failure instanceof FileSystemException f ? f.getReason() : failure.getMessage();
        if (said == null) {
            return failure.getClass().getSimpleName();
        }
        for (Map.Entry<String, String> known : PLAIN.entrySet()) {
            if (said.contains(known.getKey())) {
                return known.getValue();
            }
        }
        return said.replaceAll("\\p{Cntrl}+", " ");
    }
}
