package lstm.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import lstm.error.LstmException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outputs that are no files: devices, pipes, descriptors; and files under a limit that the system sets. */
class StreamTargetTest {
    @TempDir
    Path directory;

    private Path target;

    @BeforeEach
    void needsDevices() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full here");
        target = directory.resolve("goog.csv");
    }

    @Test
    void theNullDeviceTakesEverything() throws Exception {
        Path device = Path.of("/dev/null");
        AtomicFile.checkWritable(device, Existing.REFUSE);
        AtomicFile.write(Disk.LOCAL, device, new byte[100_000], Existing.REFUSE);
        assertTrue(Files.exists(device) && !Files.isRegularFile(device));
        PathLock.acquire(device).close();
    }

    @Test
    void aFullDeviceIsReported() {
        for (int size : new int[] {1, 100_000}) {
            LstmException failure = assertThrows(
                    LstmException.class,
                    () -> AtomicFile.write(Disk.LOCAL, Path.of("/dev/full"), new byte[size], Existing.REPLACE));
            assertEquals(LstmException.Kind.IO, failure.kind());
            assertEquals(
                    "/dev/full: cannot be written, output is incomplete: the disk is full; fix that and run it again",
                    failure.getMessage());
        }
    }

    @Test
    void standardOutputThatIsAFileIsAddedTo() throws Exception {
        Files.writeString(target, "head\n");
        try (ChildJvm child = ChildJvm.start("exec \"$@\" >> '" + target + "' 2>&1", "write", "/dev/stdout", "5")) {
            child.finish();
        }
        assertEquals("head\n\0\0\0\0\0written\n", Files.readString(target));
        assertEquals(1, directory.toFile().list().length);
    }

    @Test
    void processSubstitutionGetsTheBytes() throws Exception {
        String shell = "\"$@\" >(cat > '" + target + "'; echo copied)";
        try (ChildJvm child = ChildJvm.start("f() { \"$@\" 70000; }; set -- f \"$@\"; " + shell, "write")) {
            String first = child.nextLine();
            String second = child.nextLine();
            assertTrue(
                    "written copied".equals(first + " " + second) || "copied written".equals(first + " " + second),
                    first + ", " + second);
        }
        assertArrayEquals(new byte[70_000], Files.readAllBytes(target));
    }

    @Test
    void aNamedPipeGetsTheBytes() throws Exception {
        String shell = "mkfifo '" + target + "' && { cat '" + target + "' | wc -c & } && \"$@\" 2>/dev/null; wait";
        try (ChildJvm child = ChildJvm.start(shell, "write", target.toString(), "70000")) {
            assertEquals("70000", child.nextLine().strip());
        }
        assertFalse(Files.isRegularFile(target));
    }

    @Test
    void aFileBeyondTheLimitOfTheSystemLeavesTheOldOne() throws Exception {
        Files.writeString(target, "old");
        try (ChildJvm child = ChildJvm.start("ulimit -f 64; exec \"$@\"", "write", target.toString(), "200000")) {
            assertEquals(
                    "IO " + target + ": cannot be written: it would be larger than a file may be here; "
                            + "fix that or name another file",
                    child.nextLine());
        }
        assertArrayEquals("old".getBytes(UTF_8), Files.readAllBytes(target));
        assertEquals(1, directory.toFile().list().length);
    }
}
