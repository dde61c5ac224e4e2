package lstm.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lstm.error.LstmException;
import lstm.error.Reason;

/** A file to whose end text is added, such as a log. It is opened anew each time, so that it may be rotated. */
public final class AppendedFile {
    private AppendedFile() {}

    /**
     * Adds bytes in one write, so that lines of two processes do not mix. Creates the file if there is none.
     *
     * @throws LstmException {@code IO} if it cannot be written
     */
    public static void append(Disk disk, Path path, byte[] bytes) throws LstmException {
        Target target = Target.of(path);
        if (!target.isStream() && !Files.exists(target.file())) {
            AtomicFile.write(disk, target, to -> {}, Existing.REPLACE);
        }
        try (Disk.Output output = disk.append(target.file())) {
            output.write(bytes, 0, bytes.length);
        } catch (IOException e) {
            throw LstmException.io("cannot be written: ", Reason.of(e))
                    .remedy("fix that or name another file")
                    .in(path)
                    .because(e);
        }
    }
}
