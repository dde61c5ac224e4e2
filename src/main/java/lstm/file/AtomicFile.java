package lstm.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import lstm.error.LstmException;
import lstm.error.Reason;

/**
 * Writes a file so that its name leads to the old bytes or to all of the new ones, whatever fails and whenever. The
 * bytes go to a hidden file beside it, mode 0600, which is forced to the disk, read back and compared, and only then
 * given the name.
 *
 * <p>A file that is replaced keeps its mode. A new one ends with the mode that the user's umask asks for, so that
 * others may read a forecast: its hidden file is created with that mode, which is noted, and narrowed to 0600 while
 * still empty. Owner and group are the writer's; other hard links keep the old bytes.
 *
 * <p>{@link Existing#REFUSE} takes the name with a hard link, which fails if another process was faster. Where there
 * are no hard links (FAT, some network disks) the name is reserved with an empty file that the whole one then replaces:
 * still one winner, but a reader in between finds it empty.
 *
 * <p>Devices, pipes and open descriptors such as {@code /dev/stdout} are written to directly.
 */
public final class AtomicFile {
    private static final int BUFFER = 1 << 16;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Disk disk;
    private final Target target;
    private final Path hidden;
    private boolean published;

    private AtomicFile(Disk disk, Target target) {
        this.disk = disk;
        this.target = target;
        this.hidden = target.hidden().temporary();
    }

    /**
     * Checks all that can be checked before slow work whose result is to be written: directory, permissions, and
     * whether the file exists. Nothing is written; a later write may still fail.
     *
     * @throws LstmException {@code USAGE} if the file exists and that is refused, or if it is a directory; {@code IO}
     *     if its directory is missing or permission is
     */
    public static void checkWritable(Path path, Existing existing) throws LstmException {
        Target.of(path).check(existing);
    }

    /** Removes what writers of this file left beside it when they were killed. */
    public static void sweep(Disk disk, Path path) throws LstmException {
        Target target = Target.of(path);
        if (target.form() == Target.Form.FILE) {
            target.hidden().sweep(disk);
        }
    }

    /** Writes these bytes as {@link #write(Disk, Path, Content, Existing)} does. */
    public static void write(Disk disk, Path path, byte[] content, Existing existing) throws LstmException {
        write(disk, path, out -> out.write(content), existing);
    }

    /**
     * Writes a whole file, or nothing. When this returns, the file survives a power cut.
     *
     * @param path the file; if it is a symbolic link, what it leads to
     * @throws LstmException as {@link #checkWritable}; {@code IO} if the disk failed, and then the old file is
     *     untouched and no other is left behind, save when the message says that the file is written but unconfirmed:
     *     the directory could not be forced to the disk after the whole new file had got its name; or what the content
     *     threw
     */
    public static void write(Disk disk, Path path, Content content, Existing existing) throws LstmException {
        write(disk, Target.of(path), content, existing);
    }

    /** The same for a path that was followed earlier: whatever became of its links since, it goes to the same file. */
    public static void write(Disk disk, Target target, Content content, Existing existing) throws LstmException {
        target.check(existing);
        if (target.isStream()) {
            send(disk, target.path(), content);
        } else {
            new AtomicFile(disk, target).write(content, existing);
        }
    }

    private static void send(Disk disk, Path path, Content content) throws LstmException {
        try (Disk.Output output = disk.append(path)) {
            OutputStream out = new Tally(new BufferedOutputStream(output, BUFFER));
            content.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw LstmException.io("cannot be written, output is incomplete: ", Reason.of(e))
                    .remedy("fix that and run it again")
                    .in(path)
                    .because(e);
        }
    }

    private void write(Content content, Existing existing) throws LstmException {
        boolean done = false;
        Unfinished.add(hidden);
        try {
            fill(content);
            if (existing == Existing.REFUSE) {
                claimName();
            } else {
                disk.rename(hidden, target.file());
                published = true;
            }
            disk.forceDirectory(target.directory());
            done = true;
        } catch (FileAlreadyExistsException e) {
            throw target.exists();
        } catch (IOException e) {
            throw failure(e);
        } finally {
            if (!done) {
                discard(hidden);
            }
            Unfinished.done(hidden);
        }
    }

    private void fill(Content content) throws IOException, LstmException {
        boolean replaces = Files.exists(target.file());
        Tally written;
        try (Disk.Output output = disk.create(hidden, replaces ? Disk.Access.OWNER : Disk.Access.ORDINARY)) {
            Optional<Set<PosixFilePermission>> mode = disk.permissions(replaces ? target.file() : hidden);
            if (!replaces && mode.isPresent()) {
                disk.permit(hidden, OWNER_ONLY);
            }
            written = new Tally(new BufferedOutputStream(output, BUFFER));
            content.writeTo(written);
            written.flush();
            if (mode.isPresent()) {
                disk.permit(hidden, mode.get());
            }
            output.force();
        }
        Tally found = new Tally(OutputStream.nullOutputStream());
        try (InputStream in = disk.read(hidden)) {
            in.transferTo(found);
        }
        if (!found.sameAs(written)) {
            throw new IOException("the disk gave back other bytes than were written");
        }
    }

    private void claimName() throws IOException {
        try {
            disk.link(hidden, target.file());
            published = true;
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            reserveName();
            return;
        }
        disk.delete(hidden);
    }

    private void reserveName() throws IOException {
        Disk.Output reserved = disk.create(target.file(), Disk.Access.ORDINARY);
        try {
            reserved.close();
            disk.rename(hidden, target.file());
            published = true;
        } finally {
            if (!published) {
                discard(target.file());
            }
        }
    }

    /** Clears up after a failure, which is what the user must hear of, not whether clearing up failed as well. */
    private void discard(Path file) {
        try {
            disk.delete(file);
        } catch (IOException e) {
            // Said above.
        }
    }

    private LstmException failure(IOException e) {
        LstmException failure = published
                ? LstmException.io("is written, but the disk did not confirm it: ", Reason.of(e))
                        .remedy("a power cut could undo it, write it again")
                : LstmException.io("cannot be written: ", Reason.of(e)).remedy("fix that or name another file");
        return failure.in(target.path()).because(e);
    }
}
