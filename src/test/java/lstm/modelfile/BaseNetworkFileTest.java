package lstm.modelfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import lstm.base.BaseNetwork;
import lstm.base.BaseShape;
import lstm.error.LstmException;
import lstm.file.Sha256;
import org.junit.jupiter.api.Test;

/** The file of a base network is small, reads back as the same bytes, and is refused if it is anything else. */
class BaseNetworkFileTest {
    private static final BaseShape SHAPE = new BaseShape(2, 24, 48, 4);
    private static final BaseNetwork NETWORK = new BaseNetwork(
            SHAPE, SHAPE.initialWeights(1), new BaseNetwork.Training(7, 640, LocalDate.of(2026, 11, 30)));

    @Test
    void theNetworkThatIsPartOfTheProgramIsSmallAndReadsBackAsItIs() {
        byte[] bytes = BaseNetworkFile.shippedBytes();
        assertTrue(bytes.length <= 1_500_000, bytes.length + " bytes");
        assertEquals(BaseShape.DEFAULT, BaseNetworkFile.shipped().shape());
        assertArrayEquals(bytes, BaseNetworkFile.bytes(BaseNetworkFile.shipped()));
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        BaseNetwork read = BaseNetworkFile.parse(BaseNetworkFile.bytes(NETWORK), "base.json");
        assertEquals(SHAPE, read.shape());
        assertEquals(NETWORK.training(), read.training());
        assertArrayEquals(NETWORK.weights(), read.weights());
    }

    @Test
    void aFlippedBitOrAMissingEndIsNoticed() {
        byte[] bytes = BaseNetworkFile.bytes(NETWORK);
        for (int at = 0; at < bytes.length; at += 97) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 1 << at % 8;
            assertRefused(damaged);
        }
        assertRefused(Arrays.copyOf(bytes, bytes.length - 1));
        assertRefused(new byte[0]);
        assertRefused(new byte[2_000_000]);
    }

    @Test
    void aFileWhoseHashIsRightIsRefusedIfItsValuesAreNot() {
        String text = new String(BaseNetworkFile.bytes(NETWORK), StandardCharsets.UTF_8);
        for (List<String> change : List.of(
                List.of("\"units\": 2", "\"units\": 3"),
                List.of("\"units\": 2", "\"units\": 2000000000"),
                List.of("\"units\": 2", "\"units\": -1"),
                List.of("\"segment\": 24", "\"segment\": 0"),
                List.of("\"window\": 48", "\"window\": 2147483640"),
                List.of("\"horizon\": 4", "\"horizon\": 41"),
                List.of("\"horizon\": 4", "\"horizon\": 4.5"),
                List.of("\"windows\": 640", "\"windows\": -640"),
                List.of("\"seed\": 7", "\"seed\": 1e400"),
                List.of("2026-11-30", "2026-02-30"),
                List.of("\"version\": 1", "\"version\": 2"),
                List.of("\"format\": \"lstm-base\"", "\"format\": \"lstm-model\""),
                List.of("\"seed\": 7", "\"seed\": 7, \"seed\": 7"),
                List.of("\"weights\": \"", "\"weights\": \"AADAfw=="))) {
            assertTrue(text.contains(change.get(0)), change.get(0));
            assertRefused(hashed(text.replace(change.get(0), change.get(1))));
        }
        assertRefused(hashed(text.replaceFirst("\"weights\": \"[^\"]{8}", "\"weights\": \"AADAf///")));
    }

    private static byte[] hashed(String text) {
        byte[] body = text.substring(0, text.lastIndexOf("  \"sha256\"")).getBytes(StandardCharsets.UTF_8);
        MessageDigest digest = Sha256.start();
        digest.update(body);
        return (new String(body, StandardCharsets.UTF_8)
                        + new String(Envelope.lastLine(Sha256.end(digest)), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void assertRefused(byte[] bytes) {
        LstmException refusal = assertThrows(LstmException.class, () -> BaseNetworkFile.parse(bytes, "base.json"));
        assertEquals(LstmException.Kind.MODEL, refusal.kind());
    }
}
