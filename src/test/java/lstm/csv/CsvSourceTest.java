package lstm.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.series.ReadOptions;
import lstm.series.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSourceTest {
    private static final byte[] TEXT = "date,y\n2020-01-01,1\n2020-01-02,2\n".getBytes(UTF_8);

    @TempDir
    private Path folder;

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static Series read(String argument, byte[] stdin) throws LstmException {
        return CsvReader.read(CsvSource.of(argument, new ByteArrayInputStream(stdin)), ReadOptions.DEFAULT);
    }

    private Series readFile(byte[] bytes) throws Exception {
        return read(Files.write(folder.resolve("a file.csv"), bytes).toString(), new byte[0]);
    }

    private static LstmException refusal(String argument) {
        return assertThrows(LstmException.class, () -> read(argument, new byte[0]));
    }

    @Test
    void aFileAndStandardInputReadAlikePlainOrGzipped() throws Exception {
        for (byte[] bytes : new byte[][] {TEXT, gzip(TEXT)}) {
            assertArrayEquals(new double[] {1, 2}, readFile(bytes).column(0));
            Series piped = read("-", bytes);
            assertArrayEquals(new double[] {1, 2}, piped.column(0));
            assertEquals("stdin", piped.source());
        }
    }

    @Test
    void aStreamThatComesByteByByteIsReadWhole() throws Exception {
        InputStream slow = new ByteArrayInputStream(TEXT) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(1, length));
            }
        };
        assertEquals(
                2, CsvReader.read(CsvSource.of("-", slow), ReadOptions.DEFAULT).rows());
    }

    @Test
    void whatIsNotThereOrNoFileIsBadData() {
        LstmException missing = refusal(folder.resolve("no.csv").toString());
        assertEquals(folder.resolve("no.csv") + ": no such file; check the name", missing.getMessage());
        assertEquals(Kind.DATA, missing.kind());
        LstmException directory = refusal(folder.toString());
        assertEquals(folder + ": is a directory; name a CSV file in it", directory.getMessage());
        assertEquals(Kind.DATA, directory.kind());
    }

    @Test
    void aPathThatCannotBeOneStaysOneLine() {
        assertEquals(
                "a?b?.csv: no such file; check the name", refusal("a\0b\n.csv").getMessage());
    }

    @Test
    void aGzipFileCutShortIsBadData() throws Exception {
        byte[] whole = gzip(("y\n" + "1\n2\n3\n".repeat(10_000)).getBytes(UTF_8));
        for (int length : new int[] {5, whole.length / 2, whole.length - 4}) {
            LstmException cut = assertThrows(
                    LstmException.class, () -> read("-", Arrays.copyOf(whole, length)), "length " + length);
            assertEquals("stdin: is not a complete gzip file; copy or compress it again", cut.getMessage());
            assertEquals(Kind.DATA, cut.kind());
        }
    }

    @Test
    void aStreamThatBreaksIsAnInputFailure() {
        CsvSource broken = new CsvSource("tape", () -> {
            throw new IOException("reel\nout");
        });
        LstmException fault = assertThrows(LstmException.class, () -> CsvReader.read(broken, ReadOptions.DEFAULT));
        assertEquals("tape: cannot be read: reel out; fix that or name another file", fault.getMessage());
        assertEquals(Kind.IO, fault.kind());
    }
}
