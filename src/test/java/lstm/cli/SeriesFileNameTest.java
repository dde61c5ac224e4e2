package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import lstm.series.SeriesKey;
import org.junit.jupiter.api.Test;

class SeriesFileNameTest {
    private static String name(String... values) {
        return SeriesFileName.of(new SeriesKey(List.of(values)));
    }

    @Test
    void noTwoKeysHaveOneName() {
        assertEquals("7_tea%2C green", name("7", "tea, green"));
        assertNotEquals(name("a_b", "c"), name("a", "b_c"));
        assertNotEquals(name("%2C"), name(","));
        assertEquals("%2E%2E%2Fpasswd".replace("%2E%2E", "%2E."), name("../passwd"));
    }

    @Test
    void longKeysAreCutAndStayApart() {
        String first = name("é".repeat(200) + "1");
        assertNotEquals(first, name("é".repeat(200) + "2"));
        assertTrue(first.getBytes(StandardCharsets.UTF_8).length < 200, first);
    }
}
