package lstm.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import lstm.error.LstmException;
import lstm.error.Place;
import lstm.error.Setting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path directory;

    private Path target;

    @BeforeEach
    void nameTarget() {
        target = directory.resolve("goog.model.json");
    }

    @Test
    void aNewFileHoldsWhatWasWritten() throws Exception {
        write(target, "new", Existing.REFUSE);
        assertEquals("new", Files.readString(target));
        assertEquals(List.of("goog.model.json"), names());
    }

    @Test
    void anOldFileIsReplaced() throws Exception {
        Files.writeString(target, "a longer old one");
        write(target, "new", Existing.REPLACE);
        assertEquals("new", Files.readString(target));
        assertEquals(List.of("goog.model.json"), names());
    }

    @Test
    void anEmptyFileIsAFile() throws Exception {
        write(target, "", Existing.REFUSE);
        assertEquals(0, Files.size(target));
    }

    @Test
    void aWriterAroundTheStreamMayBeClosed() throws Exception {
        AtomicFile.write(
                Disk.LOCAL,
                target,
                out -> {
                    try (Writer writer = new OutputStreamWriter(out, UTF_8)) {
                        writer.write("Zürich");
                    }
                },
                Existing.REFUSE);
        assertEquals("Zürich", Files.readString(target));
    }

    @Test
    void anExistingFileIsRefusedWithoutForce() throws Exception {
        Files.writeString(target, "old");
        LstmException early =
                assertThrows(LstmException.class, () -> AtomicFile.checkWritable(target, Existing.REFUSE));
        LstmException late = assertThrows(LstmException.class, () -> write(target, "new", Existing.REFUSE));
        for (LstmException failure : List.of(early, late)) {
            assertEquals(LstmException.Kind.USAGE, failure.kind());
            assertEquals(Optional.of(Place.of(target.toString())), failure.place());
            assertEquals("exists", failure.problem().toString());
            assertEquals(
                    Optional.of(Setting.FORCE.to("")),
                    failure.remedy().settings().findFirst());
        }
        assertEquals("old", Files.readString(target));
    }

    @Test
    void aFileThatAppearsWhileWritingIsRefused() throws Exception {
        LstmException failure = assertThrows(
                LstmException.class,
                () -> AtomicFile.write(
                        Disk.LOCAL, target, out -> Files.writeString(target, "faster"), Existing.REFUSE));
        assertEquals(LstmException.Kind.USAGE, failure.kind());
        assertEquals("faster", Files.readString(target));
        assertEquals(List.of("goog.model.json"), names());
    }

    @Test
    void ofEightThreadsThatWouldNotReplaceOneWins() throws Exception {
        assertOneOfEightWins(Disk.LOCAL);
    }

    @Test
    void ofEightThreadsThatWouldNotReplaceOneWinsWithoutHardLinks() throws Exception {
        assertOneOfEightWins(null);
    }

    private void assertOneOfEightWins(Disk given) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 30; round++) {
                Files.deleteIfExists(target);
                CyclicBarrier start = new CyclicBarrier(8);
                List<Future<Boolean>> wins = new ArrayList<>();
                for (int thread = 0; thread < 8; thread++) {
                    String content = "thread " + thread;
                    wins.add(threads.submit(() -> {
                        Disk disk = given == null ? new FailingDisk((n, name) -> name.equals("link")) : given;
                        start.await();
                        return wins(disk, content);
                    }));
                }
                String winner = null;
                for (int thread = 0; thread < 8; thread++) {
                    if (wins.get(thread).get()) {
                        assertEquals(null, winner, "a second winner");
                        winner = "thread " + thread;
                    }
                }
                assertEquals(winner, Files.readString(target));
                assertEquals(List.of("goog.model.json"), names());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean wins(Disk disk, String content) {
        try {
            AtomicFile.write(disk, target, content.getBytes(UTF_8), Existing.REFUSE);
            return true;
        } catch (LstmException e) {
            assertEquals(LstmException.Kind.USAGE, e.kind(), e.getMessage());
            return false;
        }
    }

    @Test
    void aReaderAlwaysSeesAWholeFile() throws Exception {
        String even = "even".repeat(50_000);
        String odd = "odd!".repeat(60_000);
        write(target, even, Existing.REFUSE);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> writer = thread.submit(() -> {
                for (int k = 0; k < 100; k++) {
                    write(target, k % 2 == 0 ? odd : even, Existing.REPLACE);
                }
                return null;
            });
            do {
                String seen = Files.readString(target);
                assertTrue(seen.equals(even) || seen.equals(odd), "a file of " + seen.length());
            } while (!writer.isDone());
            writer.get();
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void checkingLeavesNothingBehind() throws Exception {
        AtomicFile.checkWritable(target, Existing.REFUSE);
        assertEquals(List.of(), names());
    }

    @Test
    void aMissingDirectoryIsNamed() {
        Path missing = directory.resolve("runs").resolve("goog.model.json");
        LstmException failure =
                assertThrows(LstmException.class, () -> AtomicFile.checkWritable(missing, Existing.REPLACE));
        assertEquals(LstmException.Kind.IO, failure.kind());
        assertEquals(
                missing + ": " + directory.resolve("runs")
                        + " does not exist; create this directory or name another file",
                failure.getMessage());
    }

    @Test
    void aFileInPlaceOfTheDirectoryIsNamed() throws Exception {
        Files.writeString(target, "old");
        LstmException failure =
                assertThrows(LstmException.class, () -> write(target.resolve("x.csv"), "new", Existing.REPLACE));
        assertEquals(LstmException.Kind.IO, failure.kind());
        assertTrue(failure.getMessage().contains(target + " is not a directory; "), failure.getMessage());
    }

    @Test
    void aDirectoryIsNoTarget() throws Exception {
        LstmException failure = assertThrows(LstmException.class, () -> write(directory, "new", Existing.REPLACE));
        assertEquals(LstmException.Kind.USAGE, failure.kind());
        assertEquals(directory + ": is a directory; name a file in it", failure.getMessage());
    }

    @Test
    void aLinkStaysALinkAndItsFileIsReplaced() throws Exception {
        Path link = directory.resolve("latest.json");
        Files.writeString(target, "old");
        Files.createSymbolicLink(link, Path.of("goog.model.json"));
        write(link, "new", Existing.REPLACE);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(target));
    }

    @Test
    void aLinkToNothingYetGetsItsFile() throws Exception {
        Path link = directory.resolve("latest.json");
        Files.createSymbolicLink(link, target);
        write(link, "new", Existing.REFUSE);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(target));
    }

    @Test
    void aLinkToItselfIsReported() throws Exception {
        Files.createSymbolicLink(target, target);
        LstmException failure =
                assertThrows(LstmException.class, () -> AtomicFile.checkWritable(target, Existing.REPLACE));
        assertEquals(LstmException.Kind.IO, failure.kind());
    }

    @Test
    void theOldModeIsKept() throws Exception {
        assumePosix();
        for (String mode : List.of("rw-------", "rw-r-----", "rwxrw-rw-")) {
            Files.writeString(target, "old");
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
            write(target, "new", Existing.REPLACE);
            assertEquals(mode, PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
        }
    }

    @Test
    void aNewFileHasTheModeOfAnyOther() throws Exception {
        assumePosix();
        Path other = Files.createFile(directory.resolve("other"));
        for (Existing existing : Existing.values()) {
            write(target, "new", existing);
            assertEquals(Files.getPosixFilePermissions(other), Files.getPosixFilePermissions(target));
            Files.delete(target);
        }
    }

    @Test
    void aFileBeingWrittenIsItsOwnersAlone() throws Exception {
        assumePosix();
        AtomicFile.write(
                Disk.LOCAL,
                target,
                out -> {
                    try (Stream<Path> files = Files.list(directory)) {
                        Path hidden = files.findAny().orElseThrow();
                        assertTrue(hidden.getFileName().toString().matches("\\.goog\\.model\\.json\\.[0-9a-f]+\\.tmp"));
                        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(hidden)));
                    }
                },
                Existing.REFUSE);
    }

    @Test
    void missingPermissionIsReportedBeforehand() throws Exception {
        assumePosix();
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeFalse(Files.isWritable(directory), "this user may write everywhere, root for one");
            LstmException failure =
                    assertThrows(LstmException.class, () -> AtomicFile.checkWritable(target, Existing.REPLACE));
            assertEquals(LstmException.Kind.IO, failure.kind());
            assertTrue(failure.getMessage().contains("no permission"), failure.getMessage());
        } finally {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aReadOnlyFileIsNotReplaced() throws Exception {
        assumePosix();
        Files.writeString(target, "old");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r--r--r--"));
        assumeFalse(Files.isWritable(target), "this user may write everywhere, root for one");
        LstmException failure = assertThrows(LstmException.class, () -> write(target, "new", Existing.REPLACE));
        assertEquals(LstmException.Kind.IO, failure.kind());
        assertEquals("old", Files.readString(target));
    }

    private void assumePosix() {
        assumeTrue(
                directory.getFileSystem().supportedFileAttributeViews().contains("posix"), "files have no modes here");
    }

    private static void write(Path path, String content, Existing existing) throws LstmException {
        AtomicFile.write(Disk.LOCAL, path, content.getBytes(UTF_8), existing);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
