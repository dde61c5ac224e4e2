package lstm.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lstm.error.LstmException;
import lstm.error.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileFailureTest {
    private static final byte[] OLD = "the old model".getBytes(UTF_8);
    private static final byte[] NEW =
            "the new model, which is longer\n".repeat(10_000).getBytes(UTF_8);

    @TempDir
    Path directory;

    private Path target;

    @BeforeEach
    void nameTarget() {
        target = directory.resolve("goog.model.json");
    }

    @Test
    void whicheverCallFailsTheOldFileStaysAndNoOtherIsLeft() throws Exception {
        int call = 1;
        for (; true; call++) {
            Files.write(target, OLD);
            int failing = call;
            FailingDisk disk = new FailingDisk((n, name) -> n == failing);
            if (succeeds(disk, Existing.REPLACE)) {
                break;
            }
            boolean renamed = disk.calls().contains("force directory");
            assertHolds(renamed ? NEW : OLD, disk);
        }
        assertTrue(call > 10, "only " + call + " calls");
        assertHolds(NEW, null);
    }

    @Test
    void aDiskThatFailsForGoodLeavesTheOldFileAndNoOther() throws Exception {
        int call = 1;
        for (; true; call++) {
            Files.write(target, OLD);
            int failing = call;
            // Names can still be removed from a disk that is full.
            FailingDisk disk = new FailingDisk((n, name) -> n >= failing && !name.equals("delete"));
            if (succeeds(disk, Existing.REPLACE)) {
                break;
            }
            assertHolds(disk.calls().contains("force directory") ? NEW : OLD, disk);
        }
        assertTrue(call > 10, "only " + call + " calls");
    }

    @Test
    void whicheverCallFailsANewFileIsWholeOrAbsent() throws Exception {
        assertWholeOrAbsent(false);
    }

    @Test
    void whicheverCallFailsANewFileIsWholeOrAbsentWithoutHardLinks() throws Exception {
        assertWholeOrAbsent(true);
    }

    private void assertWholeOrAbsent(boolean noLinks) throws Exception {
        for (int call = 1; true; call++) {
            Files.deleteIfExists(target);
            int failing = call;
            FailingDisk disk = new FailingDisk((n, name) -> n == failing || noLinks && name.equals("link"));
            boolean written = succeeds(disk, Existing.REFUSE);
            boolean published = disk.calls().contains("force directory") || !noLinks && linked(disk);
            if (written || published) {
                assertHolds(NEW, disk);
            } else {
                assertEquals(List.of(), names(), disk.calls().toString());
            }
            if (disk.calls().size() < failing) {
                assertTrue(written && call > 10, disk.calls().toString());
                return;
            }
        }
    }

    private static boolean linked(FailingDisk disk) {
        int link = disk.calls().indexOf("link");
        return link >= 0
                && link < disk.calls().size() - 1
                && disk.calls().get(link + 1).equals("delete");
    }

    @Test
    void aFailureAfterTheRenameSaysThatTheFileIsWritten() {
        FailingDisk disk = new FailingDisk((n, name) -> name.equals("force directory"));
        LstmException failure =
                assertThrows(LstmException.class, () -> AtomicFile.write(disk, target, NEW, Existing.REPLACE));
        assertEquals(LstmException.Kind.IO, failure.kind());
        assertEquals(
                target + ": is written, but the disk did not confirm it: the device reports an error; "
                        + "a power cut could undo it, write it again",
                failure.getMessage());
    }

    @Test
    void theBytesAreForcedAndReadBackBeforeTheNameChanges() throws Exception {
        Files.write(target, OLD);
        FailingDisk disk = new FailingDisk((n, name) -> false);
        AtomicFile.write(disk, target, NEW, Existing.REPLACE);
        List<String> steps = disk.calls().stream().distinct().toList();
        assertEquals(
                List.of(
                        "create",
                        "permissions",
                        "write",
                        "permit",
                        "force",
                        "close",
                        "read",
                        "read bytes",
                        "rename",
                        "force directory"),
                steps);
    }

    @Test
    void aDiskThatGivesBackOtherBytesIsNoticed() throws Exception {
        Files.write(target, OLD);
        for (int bad : new int[] {0, NEW.length / 2, NEW.length - 1}) {
            FailingDisk disk = new FailingDisk((n, name) -> name.equals("read") && flipBit(bad));
            assertFalse(succeeds(disk, Existing.REPLACE));
            assertHolds(OLD, null);
        }
    }

    @Test
    void contentThatCannotBeProducedLeavesTheOldFile() throws Exception {
        Files.write(target, OLD);
        LstmException bad =
                LstmException.data("is not a number").at(Place.of("prices.csv").line(17));
        assertEquals(
                bad,
                assertThrows(
                        LstmException.class,
                        () -> AtomicFile.write(
                                Disk.LOCAL,
                                target,
                                out -> {
                                    out.write(NEW);
                                    throw bad;
                                },
                                Existing.REPLACE)));
        assertHolds(OLD, null);
    }

    @Test
    void aBugInTheContentLeavesTheOldFile() throws Exception {
        Files.write(target, OLD);
        assertThrows(
                IllegalStateException.class,
                () -> AtomicFile.write(
                        Disk.LOCAL,
                        target,
                        out -> {
                            out.write(NEW);
                            throw new IllegalStateException();
                        },
                        Existing.REPLACE));
        assertHolds(OLD, null);
    }

    /** Damages the hidden file and lets the call go on. */
    private boolean flipBit(int at) {
        try (Stream<Path> files = Files.list(directory)) {
            Path hidden =
                    files.filter(f -> f.toString().endsWith(".tmp")).findAny().orElseThrow();
            byte[] bytes = Files.readAllBytes(hidden);
            bytes[at] ^= 1;
            Files.write(hidden, bytes);
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean succeeds(Disk disk, Existing existing) {
        try {
            AtomicFile.write(disk, target, NEW, existing);
            return true;
        } catch (LstmException e) {
            assertEquals(LstmException.Kind.IO, e.kind(), e.getMessage());
            assertTrue(e.getMessage().startsWith(target + ": "), e.getMessage());
            assertFalse(e.getMessage().contains("\n"), e.getMessage());
            return false;
        }
    }

    private void assertHolds(byte[] expected, FailingDisk disk) throws IOException {
        String calls = disk == null ? "" : disk.calls().toString();
        assertEquals(new String(expected, UTF_8), Files.readString(target), calls);
        assertEquals(List.of("goog.model.json"), names(), calls);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
