package lstm.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import lstm.error.LstmException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathLockTest {
    @TempDir
    Path directory;

    private Path target;
    private Path lockFile;

    @BeforeEach
    void nameTarget() throws IOException {
        target = directory.toRealPath().resolve("goog.model.json");
        lockFile = target.resolveSibling(".goog.model.json.lock");
    }

    @Test
    void theLockFileGoesWithTheLock() throws Exception {
        PathLock lock = PathLock.acquire(target);
        assertTrue(Files.exists(lockFile));
        lock.close();
        assertFalse(Files.exists(lockFile));
        lock.close();
        PathLock.acquire(target).close();
    }

    @Test
    void aSecondProcessIsTurnedAway() throws Exception {
        try (PathLock lock = PathLock.acquire(target);
                ChildJvm child = ChildJvm.start("exec \"$@\"", "lock", target.toString())) {
            assertEquals("LOCKED " + refusal(), child.nextLine());
            assertEquals(null, child.nextLine());
            assertTrue(Files.exists(lockFile), "the loser removed the winner's lock file");
        }
    }

    @Test
    void thisProcessIsTurnedAwayByAnother() throws Exception {
        try (ChildJvm child = ChildJvm.start("exec \"$@\"", "lock", target.toString())) {
            assertEquals("locked", child.nextLine());
            assertTurnedAway(target);
            child.finish();
            assertFalse(Files.exists(lockFile));
            PathLock.acquire(target).close();
        }
    }

    @Test
    void killingTheHolderFreesTheLock() throws Exception {
        try (ChildJvm child = ChildJvm.start("exec \"$@\"", "lock", target.toString())) {
            assertEquals("locked", child.nextLine());
            assertTurnedAway(target);
            child.kill();
            assertTrue(Files.exists(lockFile));
            PathLock.acquire(target).close();
            assertFalse(Files.exists(lockFile));
        }
    }

    @Test
    void beingTurnedAwayInTheSameProcessDoesNotFreeTheLock() throws Exception {
        try (PathLock lock = PathLock.acquire(target)) {
            assertTurnedAway(target);
            try (ChildJvm child = ChildJvm.start("exec \"$@\"", "lock", target.toString())) {
                assertEquals("LOCKED " + refusal(), child.nextLine());
            }
        }
    }

    @Test
    void allPathsToAFileTakeTheSameLock() throws Exception {
        Files.writeString(target, "old");
        Path link = Files.createSymbolicLink(directory.resolve("latest.json"), target);
        Path inside = Files.createDirectory(directory.resolve("runs"));
        Path relative = Path.of("").toAbsolutePath().relativize(target);
        try (PathLock lock = PathLock.acquire(link)) {
            assertTurnedAway(target);
            assertTurnedAway(inside.resolve("..").resolve("goog.model.json"));
            assertTurnedAway(relative);
        }
        try (PathLock lock = PathLock.acquire(target)) {
            assertTurnedAway(link);
        }
    }

    @Test
    void twoFilesHaveTwoLocks() throws Exception {
        try (PathLock one = PathLock.acquire(target);
                PathLock other = PathLock.acquire(directory.resolve("other.json"))) {
            assertEquals(2, directory.toFile().list().length);
        }
    }

    @Test
    void theHolderSweepsWhatKilledWritersLeftAndNothingElse() throws Exception {
        Path left = Files.createFile(target.resolveSibling(".goog.model.json.0123456789abcdef.tmp"));
        List<Path> others = List.of(
                Files.createFile(target),
                Files.createFile(target.resolveSibling(".goog.model.json.0123456789abcde.tmp")),
                Files.createFile(target.resolveSibling(".goog.model.json.0123456789ABCDEF.tmp")),
                Files.createFile(target.resolveSibling(".goog.model.json.notes.0123456789abcdef.tmp")),
                Files.createFile(target.resolveSibling(".other.model.json.0123456789abcdef.tmp")),
                Files.createFile(target.resolveSibling("goog.model.json.0123456789abcdef.tmp")),
                Files.createDirectory(target.resolveSibling(".goog.model.json.1123456789abcdef.tmp")),
                Files.createSymbolicLink(target.resolveSibling(".goog.model.json.2123456789abcdef.tmp"), target));
        AtomicFile.sweep(Disk.LOCAL, target);
        assertFalse(Files.exists(left));
        for (Path other : others) {
            assertTrue(Files.exists(other), other.toString());
        }
    }

    @Test
    void whatALivingProcessWritesIsNotSwept() throws Exception {
        long parent = ProcessHandle.current().parent().orElseThrow().pid();
        Path others = Files.createFile(
                target.resolveSibling(String.format(Locale.ROOT, ".goog.model.json.%08x9abcdef0.tmp", parent)));
        AtomicFile.write(
                Disk.LOCAL,
                target,
                out -> {
                    AtomicFile.sweep(Disk.LOCAL, target);
                    out.write(1);
                },
                Existing.REPLACE);
        assertArrayEquals(new byte[] {1}, Files.readAllBytes(target));
        assertTrue(Files.exists(others));
    }

    @Test
    void aLockFileThatIsRemovedIsMadeAnew() throws Exception {
        try (PathLock lock = PathLock.acquire(target)) {
            Files.delete(lockFile);
            lock.confirm();
            assertTrue(Files.exists(lockFile));
            lock.confirm();
            try (ChildJvm child = ChildJvm.start("exec \"$@\"", "lock", target.toString())) {
                assertEquals("LOCKED " + refusal(), child.nextLine());
            }
        }
        assertFalse(Files.exists(lockFile));
    }

    @Test
    void whoseLockFileWasRemovedYieldsToTheOneThatLockedAnew() throws Exception {
        try (PathLock lock = PathLock.acquire(target)) {
            Files.delete(lockFile);
            try (ChildJvm child = ChildJvm.start("exec \"$@\"", "lock", target.toString())) {
                assertEquals("locked", child.nextLine());
                LstmException failure = assertThrows(LstmException.class, lock::confirm);
                assertEquals(LstmException.Kind.LOCKED, failure.kind());
                lock.close();
                assertTrue(Files.exists(lockFile), "removed the lock of another");
            }
        }
    }

    @Test
    void aMissingDirectoryIsNamed() {
        LstmException failure = assertThrows(
                LstmException.class,
                () -> PathLock.acquire(directory.resolve("runs").resolve("goog.model.json")));
        assertEquals(LstmException.Kind.IO, failure.kind());
    }

    @Test
    void aLinkInPlaceOfTheLockFileIsNotFollowed() throws Exception {
        Path bait = directory.resolve("bait");
        Files.createSymbolicLink(lockFile, bait);
        LstmException failure = assertThrows(LstmException.class, () -> PathLock.acquire(target));
        assertEquals(LstmException.Kind.IO, failure.kind());
        assertFalse(Files.exists(bait));
    }

    @Test
    void threadsHoldItOneAtATime() throws Exception {
        AtomicInteger holders = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                all.add(threads.submit(() -> {
                    while (taken.get() < 500) {
                        try (PathLock lock = PathLock.acquire(target)) {
                            assertEquals(1, holders.incrementAndGet());
                            taken.incrementAndGet();
                            holders.decrementAndGet();
                        } catch (LstmException e) {
                            assertEquals(LstmException.Kind.LOCKED, e.kind(), e.getMessage());
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void processesHoldItOneAtATime() throws Exception {
        Path counter = directory.resolve("counter");
        Files.createFile(counter);
        try (ChildJvm one = ChildJvm.start("exec \"$@\"", "churn", target.toString(), counter.toString());
                ChildJvm two = ChildJvm.start("exec \"$@\"", "churn", target.toString(), counter.toString());
                ChildJvm three = ChildJvm.start("exec \"$@\"", "churn", target.toString(), counter.toString())) {
            for (ChildJvm child : List.of(one, two, three)) {
                assertEquals("done", child.nextLine());
            }
        }
        assertEquals(3 * ChildJvm.CHURNS, Files.size(counter), "increments were lost");
        assertFalse(Files.exists(lockFile));
    }

    private String refusal() {
        return target + ": another lstm process is writing it (lock " + lockFile
                + "); wait for it, or name another file with output";
    }

    private void assertTurnedAway(Path path) {
        LstmException failure = assertThrows(LstmException.class, () -> PathLock.acquire(path));
        assertEquals(LstmException.Kind.LOCKED, failure.kind());
        assertTrue(failure.getMessage().startsWith(path + ": another lstm process "), failure.getMessage());
        assertTrue(failure.getMessage().contains(".goog.model.json.lock"), failure.getMessage());
    }
}
