package lstm.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hidden files beside a file that is written: its lock, and what is to get its name when it is whole.
 *
 * @param file an absolute path without links whose directory exists
 */
record HiddenFiles(Path file) {
    private static final String TEMPORARY = ".tmp";
    private static final Pattern WRITER = Pattern.compile("([0-9a-f]{8})[0-9a-f]{8}" + Pattern.quote(TEMPORARY));
    private static final int HEXADECIMAL = 16;
    private static final long PID = ProcessHandle.current().pid();

    /** Longer names are replaced by their hash, so that a hidden name fits wherever the name itself does. */
    private static final int LONGEST_SHOWN = 100;

    private static final int HASH_DIGITS = 32;

    /** The lock file: {@code .goog.model.json.lock}. */
    Path lock() {
        return file.resolveSibling(start() + ".lock");
    }

    /** A new name, with this process and a random number in it: {@code .goog.model.json.000012ab89abcdef.tmp}. */
    Path temporary() {
        int random = ThreadLocalRandom.current().nextInt();
        return file.resolveSibling(start() + String.format(Locale.ROOT, ".%08x%08x", PID, random) + TEMPORARY);
    }

    /** Whether this may be one of these files. */
    boolean contains(Path other) {
        return file.getParent().equals(other.getParent())
                && (other.equals(lock()) || writer(other).isPresent());
    }

    /**
     * Removes the temporary files of processes that were killed while writing. What cannot be removed stays: it is in
     * nobody's way, and the next command tries again.
     */
    void sweep(Disk disk) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(file.getParent(), this::isAbandoned)) {
            for (Path left : files) {
                disk.delete(left);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // As said above.
        }
    }

    private boolean isAbandoned(Path other) {
        OptionalLong writer = writer(other);
        if (writer.isEmpty() || !Files.isRegularFile(other, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        return writer.getAsLong() == PID
                ? !Unfinished.contains(other)
                : ProcessHandle.of(writer.getAsLong()).isEmpty() && isUnlocked(other);
    }

    /** Whether no process locks it: one on another machine, or in another container, has no number here. */
    private static boolean isUnlocked(Path other) {
        Set<StandardOpenOption> write = Set.of(StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(other, write);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    /** The process that named a temporary file; empty for any other file. */
    private OptionalLong writer(Path other) {
        String name = String.valueOf(other.getFileName());
        String start = start() + ".";
        Matcher end = WRITER.matcher(name.startsWith(start) ? name.substring(start.length()) : "");
        return end.matches() ? OptionalLong.of(Long.parseLong(end.group(1), HEXADECIMAL)) : OptionalLong.empty();
    }

    private String start() {
        String name = "." + file.getFileName();
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST_SHOWN) {
            return name;
        }
        MessageDigest digest = Sha256.start();
        digest.update(bytes);
        return "." + Sha256.end(digest).substring(0, HASH_DIGITS);
    }
}
