package lstm.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import lstm.error.LstmException;
import lstm.error.Setting;

/**
 * Where an output really goes: symbolic links followed to their end, so that all names of one file lead to one target.
 *
 * @param path as the user wrote it, for messages
 * @param file what it leads to: for a {@link Form#FILE} an absolute path without links whose directory exists
 * @param form what stands there
 */
record Target(Path path, Path file, Form form) {
    private static final int MOST_LINKS = 40;
    private static final String TEMPORARY = ".tmp";
    private static final Pattern RANDOM = Pattern.compile("[0-9a-f]{16}" + Pattern.quote(TEMPORARY));

    enum Form {
        /** A regular file, or nothing yet. */
        FILE,
        /** A device, a pipe or an open descriptor: it can only be written to. */
        STREAM,
        DIRECTORY
    }

    /** Follows a path to its end. */
    static Target of(Path path) throws LstmException {
        try {
            Path step = path.toAbsolutePath();
            for (int links = 0; links < MOST_LINKS; links++) {
                Path directory = step.getParent();
                if (directory != null && isOfDescriptors(directory)) {
                    // Standard output that is redirected to a file is still the shell's to open and close.
                    return new Target(path, path, Form.STREAM);
                }
                if (!Files.isSymbolicLink(step)) {
                    return at(path, step);
                }
                step = step.resolveSibling(Files.readSymbolicLink(step));
            }
        } catch (IOException | InvalidPathException e) {
            String reason = e instanceof IOException io ? Reason.of(io) : e.getMessage();
            throw LstmException.io("cannot be reached: ", reason)
                    .remedy("name another file")
                    .in(path);
        }
        throw LstmException.io("is a link that leads back to itself")
                .remedy("remove it or name another file")
                .in(path);
    }

    private static Target at(Path path, Path step) throws IOException, LstmException {
        if (Files.isDirectory(step)) {
            return new Target(path, step, Form.DIRECTORY);
        }
        Path directory = step.getParent();
        if (!Files.isDirectory(directory)) {
            Path shown = shown(path, directory);
            LstmException failure = Files.exists(directory)
                    ? LstmException.io(shown, " is not a directory").remedy("name a file in a directory")
                    : LstmException.io(shown, " does not exist").remedy("create this directory or name another file");
            throw failure.in(path);
        }
        if (!Files.exists(step)) {
            return new Target(path, directory.toRealPath().resolve(step.getFileName()), Form.FILE);
        }
        return Files.isRegularFile(step)
                ? new Target(path, step.toRealPath(), Form.FILE)
                : new Target(path, path, Form.STREAM);
    }

    /**
     * Linux keeps a process's open files in {@code /proc/N/fd}, which {@code /dev/fd} and {@code /dev/stdout} are links
     * to.
     */
    private static boolean isOfDescriptors(Path directory) throws IOException {
        if (!directory.endsWith("fd")) {
            return false;
        }
        return Files.isDirectory(directory)
                && directory.toRealPath().startsWith(directory.getRoot().resolve("proc"));
    }

    private static Path shown(Path path, Path directory) {
        return path.toAbsolutePath().getParent().equals(directory) && path.getParent() != null
                ? path.getParent()
                : directory;
    }

    /** Fails if it is known beforehand that this cannot be written. Nothing is written. */
    void check(Existing existing) throws LstmException {
        if (form == Form.DIRECTORY) {
            throw LstmException.usage("is a directory")
                    .remedy("name a file in it")
                    .in(path);
        }
        if (form == Form.FILE && existing == Existing.REFUSE && Files.exists(file)) {
            throw exists();
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw LstmException.io("you have no permission to write it")
                    .remedy("make it writable or name another file")
                    .in(path);
        }
        if (form == Form.FILE && !Files.isWritable(directory())) {
            throw LstmException.io("you have no permission to write in ", directory())
                    .remedy("name a file in another directory")
                    .in(path);
        }
    }

    LstmException exists() {
        return LstmException.usage("exists")
                .remedy("use ", Setting.FORCE, " to replace it, or name another file")
                .in(path);
    }

    /** The directory of a {@link Form#FILE}. */
    Path directory() {
        return file.getParent();
    }

    /** The lock file beside a {@link Form#FILE}: {@code .goog.model.json.lock}. */
    Path lock() {
        return file.resolveSibling(hiddenName() + ".lock");
    }

    /** A new name for a file that is to replace a {@link Form#FILE}: {@code .goog.model.json.0123456789abcdef.tmp}. */
    Path temporary() {
        String random =
                String.format(Locale.ROOT, "%016x", ThreadLocalRandom.current().nextLong());
        return file.resolveSibling(hiddenName() + "." + random + TEMPORARY);
    }

    /** Whether {@link #temporary} may have given a file its name. */
    boolean isTemporary(Path other) {
        String name = String.valueOf(other.getFileName());
        String start = hiddenName() + ".";
        return name.startsWith(start)
                && RANDOM.matcher(name.substring(start.length())).matches();
    }

    private String hiddenName() {
        return "." + file.getFileName();
    }
}
