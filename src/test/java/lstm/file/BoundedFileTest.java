package lstm.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import lstm.error.LstmException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedFileTest {
    @TempDir
    Path directory;

    @Test
    void aFileUpToTheLimitIsReadWhole() throws Exception {
        for (int size : new int[] {0, 1, 4095, 4096}) {
            byte[] bytes = new byte[size];
            for (int k = 0; k < size; k++) {
                bytes[k] = (byte) (k * 7);
            }
            Path file = Files.write(directory.resolve("f"), bytes);
            assertArrayEquals(bytes, BoundedFile.read(file, 4096, LstmException.Kind.MODEL));
            assertArrayEquals(bytes, BoundedFile.read(file, Long.MAX_VALUE, LstmException.Kind.MODEL));
        }
    }

    @Test
    void aFileOneByteOverTheLimitIsRefused() throws Exception {
        Path file = Files.write(directory.resolve("f"), new byte[4097]);
        assertEquals(
                file + ": is 4,097 bytes long; at most 4,096 bytes are read; " + "check that it is the right file",
                messageOfReading(file, 4096));
    }

    @Test
    void aFileLargerThanAnyArrayIsRefusedWithoutReadingIt() throws Exception {
        Path file = directory.resolve("f");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        assertEquals(
                file + ": is 3,221,225,472 bytes long; at most 2,147,483,639 bytes are read; "
                        + "check that it is the right file",
                messageOfReading(file, Long.MAX_VALUE));
    }

    @Test
    void aDeviceThatNeverEndsIsRefused() {
        Path zeros = Path.of("/dev/zero");
        assumeTrue(Files.exists(zeros), "there is no /dev/zero here");
        assertEquals(
                "/dev/zero: is too long; at most 4,096 bytes are read; check that it is the right file",
                messageOfReading(zeros, 4096));
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = directory.resolve("nowhere");
        assertEquals(file + ": no such file; check the name", messageOfReading(file, 10));
        assertEquals(file.resolve("f") + ": no such file; check the name", messageOfReading(file.resolve("f"), 10));
    }

    @Test
    void aDirectoryIsNamed() {
        assertEquals(directory + ": is a directory; name a file", messageOfReading(directory, 10));
    }

    @Test
    void missingPermissionIsNamed() throws Exception {
        Path file = Files.write(directory.resolve("f"), new byte[1]);
        assumeTrue(file.toFile().setReadable(false), "files have no modes here");
        assumeFalse(Files.isReadable(file), "this user may read everything, root for one");
        assertEquals(
                file + ": you have no permission to read it; ask its owner, or name another file",
                messageOfReading(file, 10));
    }

    private static String messageOfReading(Path file, long most) {
        for (LstmException.Kind kind : LstmException.Kind.values()) {
            assertEquals(
                    kind,
                    assertThrows(LstmException.class, () -> BoundedFile.read(file, most, kind))
                            .kind());
        }
        return assertThrows(LstmException.class, () -> BoundedFile.read(file, most, LstmException.Kind.DATA))
                .getMessage();
    }
}
