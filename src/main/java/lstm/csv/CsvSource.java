package lstm.csv;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import lstm.error.LstmException;
import lstm.error.Reason;
import lstm.text.PrintableText;

/**
 * Where a CSV comes from.
 *
 * @param name name in messages: the path as the user typed it, or {@code stdin}, with control characters replaced by
 *     question marks
 * @param opening opens its bytes; a stream that starts with the gzip magic is gunzipped by {@link #open}
 * @param form whether it is a form of this program, which has an apostrophe before text that looks like a formula
 */
public record CsvSource(String name, StreamSupplier opening, boolean form) {
    private static final int GZIP_MAGIC = 0x1f8b;

    /** Replaces what would break a line of a message. */
    public CsvSource {
        name = PrintableText.of(name);
    }

    /** A CSV whose cells are what they stand for. */
    public CsvSource(String name, StreamSupplier opening) {
        this(name, opening, false);
    }

    /** The same as a form that was printed by this program and filled in: its cells are read as they were meant. */
    public CsvSource asForm() {
        return new CsvSource(name, opening, true);
    }

    /**
     * The source that an argument of the command line names.
     *
     * @param argument a path, or {@code -} for standard input
     * @param stdin what {@code -} reads; it can be read only once
     */
    public static CsvSource of(String argument, InputStream stdin) {
        return argument.equals("-")
                ? new CsvSource("stdin", () -> stdin)
                : new CsvSource(argument, () -> file(argument));
    }

    /** The sources that several arguments name, in their order. */
    public static List<CsvSource> all(List<String> arguments, InputStream stdin) {
        return arguments.stream().map(argument -> of(argument, stdin)).toList();
    }

    /** A file. */
    public static CsvSource of(Path file) {
        String name = file.toString();
        return new CsvSource(name, () -> file(name));
    }

    private static InputStream file(String argument) throws IOException {
        if (argument.isEmpty()) {
            throw new NoSuchFileException("(an empty name)");
        }
        Path path;
        try {
            path = Path.of(argument);
        } catch (InvalidPathException e) {
            throw new NoSuchFileException(argument, null, e.getReason());
        }
        if (Files.isDirectory(path)) {
            throw new DirectoryException(argument);
        }
        return new Unsized(Files.newInputStream(path));
    }

    /** A pipe's stream fails when it is asked how much is left, which nobody can know. */
    private static final class Unsized extends FilterInputStream {
        Unsized(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            try {
                return in.available();
            } catch (IOException e) {
                return 1;
            }
        }
    }

    /**
     * Opens the bytes of the CSV itself, decompressed if necessary. The caller closes the stream.
     *
     * @throws LstmException if there is nothing to open
     */
    InputStream open() throws LstmException {
        try {
            InputStream raw = opening.open();
            try {
                return plain(raw);
            } catch (IOException e) {
                raw.close();
                throw e;
            }
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    private InputStream plain(InputStream raw) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(raw, 1 << 16);
        bytes.mark(2);
        int magic = (bytes.read() << 8) | bytes.read();
        bytes.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }

    /** The failure to open or read a stream. */
    LstmException refusal(IOException e) {
        if (e instanceof NoSuchFileException) {
            return LstmException.data("no such file").remedy("check the name").in(name);
        } else if (e instanceof DirectoryException) {
            return LstmException.data("is a directory")
                    .remedy("name a CSV file in it")
                    .in(name);
        } else if (e instanceof AccessDeniedException) {
            return LstmException.data("you have no permission to read it")
                    .remedy("ask its owner, or name another file")
                    .in(name);
        } else if (e instanceof java.util.zip.ZipException || e instanceof java.io.EOFException) {
            return LstmException.data("is not a complete gzip file")
                    .remedy("copy or compress it again")
                    .in(name);
        }
        return LstmException.io("cannot be read: ", Reason.of(e))
                .remedy("fix that or name another file")
                .in(name)
                .because(e);
    }

    private static final class DirectoryException extends IOException {
        private static final long serialVersionUID = 1L;

        DirectoryException(String path) {
            super(path);
        }
    }
}
