package lstm.modelfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lstm.error.LstmException;
import lstm.file.Existing;
import lstm.file.FailingDisk;
import lstm.model.Model;
import lstm.network.CellKind;
import lstm.train.Optimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileFailureTest {
    @TempDir
    Path directory;

    private static String refusal(byte[] file) {
        LstmException e = assertThrows(LstmException.class, () -> ModelFile.parse(file, "m"));
        assertEquals(LstmException.Kind.MODEL, e.kind());
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        assertTrue(e.getMessage().startsWith("m: "), e.getMessage());
        return e.getMessage().substring(3);
    }

    private static String refusal(Path file, FileLimits limits, long memory) {
        LstmException e = assertThrows(LstmException.class, () -> ModelFile.read(file, limits, memory));
        assertEquals(LstmException.Kind.MODEL, e.kind());
        assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
        return e.getMessage().substring((file + ": ").length());
    }

    private static String refusal(Path file) {
        return refusal(file, FileLimits.DEFAULT, 1L << 40);
    }

    @Test
    void aMissingFileADirectoryAndOneThatIsTooLargeAreRefused() throws Exception {
        assertEquals("no such file; check the name", refusal(directory.resolve("none")));
        assertEquals("is a directory; name a file", refusal(directory));
        byte[] bytes = ModelFile.bytes(Models.tiny());
        Path file = Files.write(directory.resolve("m"), bytes);
        assertTrue(refusal(file, new FileLimits(bytes.length - 1, 8, 100, 64, 64), 1L << 40)
                .contains("; at most "));
        ModelFile.read(file, new FileLimits(bytes.length, 8, 100, 64, 64), 1L << 40);
    }

    @Test
    void aFileThatMayNotFitTheMemoryIsRefusedWithWhatItNeeds() throws Exception {
        Path file = Files.write(directory.resolve("m"), new byte[1 << 20]);
        assertEquals(
                "takes up to 9 MiB of memory to read, and Java may use 4 MiB; let Java use more, such as JDK_JAVA_OPTIONS=-Xmx8g",
                refusal(file, FileLimits.DEFAULT, 4 << 20));
    }

    @Test
    void whatIsNoModelIsSaidToBeNone() {
        byte[] random = new byte[5000];
        new java.util.Random(1).nextBytes(random);
        List<byte[]> files = List.of(
                new byte[0],
                "date,close\n2020-01-01,5\n".getBytes(UTF_8),
                random,
                "{".getBytes(UTF_8),
                "{}".getBytes(UTF_8),
                "[{\"format\": \"lstm-model\"}]".getBytes(UTF_8),
                "{\"format\": \"other\", \"version\": 1}".getBytes(UTF_8),
                "{\"version\": 1, \"format\": \"lstm-model\"}".getBytes(UTF_8),
                "{\"format\": \"lstm-model\", \"version\": 0}".getBytes(UTF_8),
                "{\"format\": \"lstm-model\", \"version\": \"1\"}".getBytes(UTF_8),
                "{\"format\": \"lstm-model\", \"version\": 1.5}".getBytes(UTF_8),
                "{\"format\": \"lstm-model\", \"version\": 99999999999999999999}".getBytes(UTF_8),
                "[".repeat(100_000).getBytes(UTF_8),
                "{\"format\": \"lstm-model\", \"version\": 1}".getBytes(StandardCharsets.UTF_16LE));
        for (byte[] file : files) {
            assertEquals("is not an lstm model; name a file that lstm train wrote", refusal(file));
        }
    }

    @Test
    void aModelOfAFutureVersionIsRefusedNamingBoth() {
        String expected =
                "was written by a newer lstm (format version 2; this one reads up to 1); " + "install the newer lstm";
        assertEquals(expected, refusal("{\"format\": \"lstm-model\", \"version\": 2, \"x\": {}}".getBytes(UTF_8)));
        String document = Models.document(Models.tiny()).replace("\"version\": 1", "\"version\": 2");
        assertEquals(expected, refusal(Models.sealed(document)));
    }

    @Test
    void aDiskThatFailsLeavesTheOldModel() throws Exception {
        byte[] old = ModelFile.bytes(Models.tiny());
        Model next = Models.unfinished(CellKind.GRU, Optimizer.ADAM);
        for (int call = 1; ; call++) {
            int failing = call;
            FailingDisk disk = new FailingDisk((made, name) -> made == failing);
            Path file = Files.write(directory.resolve("m.model.json"), old);
            try {
                ModelFile.write(disk, file, next, Existing.REPLACE);
                assertTrue(call > 5, "failed " + (call - 1) + " times");
                assertArrayEquals(ModelFile.bytes(next), Files.readAllBytes(file));
                return;
            } catch (LstmException e) {
                assertEquals(LstmException.Kind.IO, e.kind());
                boolean published = disk.calls().contains("rename")
                        && disk.calls().get(failing - 1).equals("force directory");
                assertArrayEquals(published ? ModelFile.bytes(next) : old, Files.readAllBytes(file));
                assertEquals(1, directory.toFile().list().length);
            }
        }
    }
}
