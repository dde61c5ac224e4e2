package lstm.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import lstm.error.LstmException;
import lstm.error.Reason;

/** Reads a file whole, and none that is larger than the reader is ready for. */
public final class BoundedFile {
    /** The largest array that every JVM can make. */
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private BoundedFile() {}

    /**
     * Reads a file, or a pipe to its end. The size is looked up before memory is taken, and holds while reading.
     *
     * @param most in bytes; not negative, and anything beyond the largest array means that
     * @param bad the kind of failure if the file is missing, a directory, too large, unreadable, or changes meanwhile
     */
    public static byte[] read(Path path, long most, LstmException.Kind bad) throws LstmException {
        if (most < 0) {
            throw new IllegalArgumentException("most " + most);
        }
        int limit = (int) Math.min(most, LARGEST_ARRAY);
        try {
            if (Files.isDirectory(path)) {
                throw LstmException.of(bad, "is a directory")
                        .remedy("name a file")
                        .in(path);
            }
            // The size of what is open: while we look, the name may be given to another file.
            try (FileChannel file = FileChannel.open(path);
                    InputStream in = Channels.newInputStream(file)) {
                long size = file.size();
                if (size > limit) {
                    throw tooLarge(path, "is " + grouped(size) + " bytes long", limit, bad);
                }
                return size > 0 ? exactly((int) size, in, path, bad) : toTheEnd(in, limit, path, bad);
            }
        } catch (NoSuchFileException e) {
            throw LstmException.of(bad, "no such file").remedy("check the name").in(path);
        } catch (AccessDeniedException e) {
            throw LstmException.of(bad, "you have no permission to read it")
                    .remedy("ask its owner, or name another file")
                    .in(path);
        } catch (IOException e) {
            throw LstmException.of(bad, "cannot be read: ", Reason.of(e))
                    .remedy("fix that or name another file")
                    .in(path)
                    .because(e);
        }
    }

    private static byte[] exactly(int size, InputStream in, Path path, LstmException.Kind bad)
            throws IOException, LstmException {
        byte[] bytes = new byte[size];
        if (in.readNBytes(bytes, 0, size) < size || in.read() >= 0) {
            throw LstmException.of(bad, "changed while it was read")
                    .remedy("try again when it is complete")
                    .in(path);
        }
        return bytes;
    }

    /** Pipes and some devices say that they are empty: only reading tells. */
    private static byte[] toTheEnd(InputStream in, int limit, Path path, LstmException.Kind bad)
            throws IOException, LstmException {
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw tooLarge(path, "is too long", limit, bad);
        }
        return bytes;
    }

    private static LstmException tooLarge(Path path, String how, int limit, LstmException.Kind bad) {
        return LstmException.of(bad, how, "; at most ", grouped(limit), " bytes are read")
                .remedy("check that it is the right file")
                .in(path);
    }

    private static String grouped(long bytes) {
        return String.format(Locale.ROOT, "%,d", bytes);
    }
}
