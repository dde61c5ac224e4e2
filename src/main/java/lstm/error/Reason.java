package lstm.error;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;

/**
 * Why the operating system refused, in plain words. Java passes its reasons on as text only, so this is the one place
 * that looks into the text of an exception.
 */
public final class Reason {
    private static final String BROKEN_PIPE = "Broken pipe";

    /** What POSIX systems say in English; under another locale their own words are passed on. */
    private static final Map<String, String> PLAIN = Map.of(
            "No space left on device",
            "the disk is full",
            "Disk quota exceeded",
            "your disk quota is used up",
            "Read-only file system",
            "the file system is read-only",
            "Permission denied",
            "you have no permission",
            "Operation not permitted",
            "you have no permission",
            "File too large",
            "it would be larger than a file may be here",
            "File name too long",
            "its name is too long",
            "Input/output error",
            "the device reports an error",
            "Bad file descriptor",
            "it is closed",
            BROKEN_PIPE,
            "its reader went away");

    private Reason() {}

    /** Half a sentence, such as {@code the disk is full}. */
    public static String of(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "you have no permission";
        }
        if (failure instanceof NoSuchFileException) {
            return "it, or its directory, has gone";
        }
        String text = text(failure);
        for (Map.Entry<String, String> known : PLAIN.entrySet()) {
            if (text.contains(known.getKey())) {
                return known.getValue();
            }
        }
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    /** Whether the reader of a pipe went away. */
    public static boolean isBrokenPipe(IOException failure) {
        return text(failure).contains(BROKEN_PIPE);
    }

    private static String text(IOException failure) {
        String text = failure instanceof FileSystemException f ? f.getReason() : failure.getMessage();
        return text == null ? failure.getClass().getSimpleName() : text;
    }
}
