package lstm.file;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import lstm.error.LstmException;
import lstm.error.Reason;
import lstm.error.Setting;

/**
 * Where an output really goes: symbolic links followed to their end, so that all names of one file lead to one target.
 *
 * @param path as the user wrote it, for messages
 * @param file what it leads to: for a {@link Form#FILE} an absolute path without links whose directory exists
 * @param form what stands there
 */
public record Target(Path path, Path file, Form form) {
    private static final int MOST_LINKS = 40;

    /** What can be done with what stands at the end of a path. */
    public enum Form {
        /** A regular file, or nothing yet. */
        FILE,
        /** A device, a pipe or an open descriptor: it can only be written to. */
        STREAM,
        DIRECTORY
    }

    /**
     * Follows a path to its end.
     *
     * @throws LstmException {@code IO} if it leads nowhere, or its directory is missing
     */
    public static Target of(Path path) throws LstmException {
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
        if (DeviceName.isNull(step)) {
            return new Target(path, path, Form.STREAM);
        }
        if (DeviceName.isOther(step)) {
            throw LstmException.io("is the name of a device on Windows")
                    .remedy("name another file")
                    .in(path);
        }
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

    /** Whether this can only be written to, so that nothing is replaced, locked or read back. */
    public boolean isStream() {
        return form == Form.STREAM;
    }

    /** Fails if it is known beforehand that this cannot be written. Nothing is written. */
    void check(Existing existing) throws LstmException {
        if (form == Form.DIRECTORY) {
            throw LstmException.usage("is a directory")
                    .remedy("name a file in it")
                    .in(path);
        }
        if (form == Form.STREAM) {
            checkStream();
        } else {
            checkFile(existing);
        }
    }

    private void checkStream() throws LstmException {
        if (DeviceName.isNull(file)) {
            return;
        }
        try {
            if (FileKind.of(file) == FileKind.SOCKET) {
                throw LstmException.io("is a socket, which cannot be opened by its name")
                        .remedy("name a file or a pipe")
                        .in(path);
            }
        } catch (IOException e) {
            throw LstmException.io("is not open").remedy("name a file").in(path).because(e);
        }
        if (!Files.isWritable(file)) {
            throw LstmException.io("you have no permission to write it")
                    .remedy("make it writable or name another file")
                    .in(path);
        }
    }

    private void checkFile(Existing existing) throws LstmException {
        checkName();
        if (existing == Existing.REFUSE && Files.exists(file)) {
            throw exists();
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw LstmException.io("you have no permission to write it")
                    .remedy("make it writable or name another file")
                    .in(path);
        }
        if (!Files.isWritable(directory())) {
            throw LstmException.io("you have no permission to write in ", directory())
                    .remedy("name a file in another directory")
                    .in(path);
        }
        File disk = directory().toFile();
        if (disk.getUsableSpace() == 0 && disk.getTotalSpace() > 0) {
            throw LstmException.io("cannot be written: the disk is full")
                    .remedy("free some space or name another file")
                    .in(path);
        }
    }

    /** Asks the file system for the file and for the longest name that writing it takes. */
    private void checkName() throws LstmException {
        for (Path name : List.of(file, hidden().temporary())) {
            try {
                Files.readAttributes(name, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            } catch (NoSuchFileException e) {
                continue;
            } catch (IOException e) {
                throw LstmException.io("cannot be written: ", Reason.of(e))
                        .remedy("name another file")
                        .in(path)
                        .because(e);
            }
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

    /** The files that are made beside a {@link Form#FILE}. */
    HiddenFiles hidden() {
        return new HiddenFiles(file);
    }

    /** Whether this is the real path of a file that writing this target would use or remove. */
    public boolean hides(Path other) {
        return form == Form.FILE && hidden().contains(other);
    }
}
