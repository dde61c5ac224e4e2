package lstm.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import lstm.cli.Cli;
import lstm.error.LstmException;
import lstm.modelfile.ModelFile;
import lstm.modelfile.Models;
import lstm.network.CellKind;
import lstm.tensor.Seed;
import lstm.train.Optimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every flipped bit, every truncation and every appended byte of a model file is noticed, with exit code 4. All of them
 * are tried on the reader; a part of them, or with {@code -Psoak} all, on the command line too.
 */
class Promise05CorruptionTest {
    private static final int EVERY = Tier.count(997, 1);
    private static final byte[] WHOLE = ModelFile.bytes(Models.unfinished(CellKind.LSTM, Optimizer.SGD));

    @TempDir
    Path directory;

    private int tried;

    @Test
    void everyFlippedBitIsNoticed() throws Exception {
        assertTrue(WHOLE.length > 3_000 && WHOLE.length < 6_000, WHOLE.length + " bytes");
        byte[] file = WHOLE.clone();
        // In a build every third bit, others each time.
        int every = Tier.count(3, 1);
        for (int bit = Seed.random().nextInt(every); bit < 8 * file.length; bit += every) {
            file[bit / 8] ^= (byte) (1 << bit % 8);
            isNoticed(file, "bit " + bit);
            file[bit / 8] ^= (byte) (1 << bit % 8);
        }
        Figures.report("05.bit.flips.caught", tried);
    }

    @Test
    void everyTruncationIsNoticed() throws Exception {
        for (int length = 0; length < WHOLE.length; length++) {
            isNoticed(Arrays.copyOf(WHOLE, length), "cut to " + length);
        }
        Figures.report("05.truncations.caught", tried);
    }

    @Test
    void everyAppendedByteIsNoticed() throws Exception {
        byte[] longer = Arrays.copyOf(WHOLE, WHOLE.length + 1);
        for (int added = 0; added < 256; added++) {
            longer[WHOLE.length] = (byte) added;
            isNoticed(longer, "appended " + added);
        }
        Figures.report("05.appended.bytes.caught", tried);
    }

    @Test
    void damageIsCalledDamage() {
        for (int at : new int[] {100, WHOLE.length / 2, WHOLE.length - 90}) {
            byte[] file = WHOLE.clone();
            file[at] ^= 1;
            LstmException e = assertThrows(LstmException.class, () -> ModelFile.parse(file, "m"));
            assertEquals("m: is damaged (checksum differs); restore it from a copy or train again", e.getMessage());
        }
    }

    private void isNoticed(byte[] file, String what) throws IOException {
        tried++;
        LstmException e = assertThrows(LstmException.class, () -> ModelFile.parse(file, "m"), what);
        assertEquals(LstmException.Kind.MODEL, e.kind(), what);
        if (tried % EVERY != 0) {
            return;
        }
        Path model = Files.write(directory.resolve("m.model.json"), file);
        Cli run = Cli.run(tried % 2 == 0 ? "predict" : "inspect", model);
        assertEquals(4, run.code(), what);
        assertEquals("", run.out(), what);
        assertEquals("lstm: " + model + e.getMessage().substring(1) + "\n", run.err(), what);
    }
}
