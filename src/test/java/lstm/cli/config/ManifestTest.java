package lstm.cli.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.error.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
    private static List<ManifestRow> read(String text) throws LstmException {
        return Manifest.read(text.getBytes(StandardCharsets.UTF_8), "jobs");
    }

    @Test
    void csvHasARowForEachFile() throws LstmException {
        List<ManifestRow> rows = read("file,target, epochs\r\na.csv,open,\r\n\"b, c.csv\",\"x\ny\",3\nd.csv,,4\n");
        assertEquals(Map.of("file", "a.csv", "target", "open"), rows.get(0).cells());
        assertEquals(Place.of("jobs").line(2), rows.get(0).place());
        assertEquals(
                Map.of("file", "b, c.csv", "target", "x\ny", "epochs", "3"),
                rows.get(1).cells());
        assertEquals(Place.of("jobs").line(5), rows.get(2).place());
    }

    @Test
    void ndjsonHasAnObjectForEachFile() throws LstmException {
        List<ManifestRow> rows = read("{\"file\": \"a.csv\", \"epochs\": 3, \"target\": null, \"force\": true}\n\n"
                + "{\"file\":\"\\ud83d\\ude00.csv\"}\n");
        assertEquals(
                Map.of("file", "a.csv", "epochs", "3", "force", "true"),
                rows.get(0).cells());
        assertEquals("\ud83d\ude00.csv", rows.get(1).cells().get("file"));
        assertEquals(Place.of("jobs").line(3), rows.get(1).place());
    }

    @ParameterizedTest
    @ValueSource(strings = {"file\nx", "target,file", " \"file\" ,a", "{\"file\":1}", "\n{"})
    void aListIsKnownByItsBeginning(String text) {
        assertTrue(Manifest.isOne(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"date,close\nfile,1", "filename,x", "profile", "", "a;file"})
    void aSeriesIsNoList(String text) {
        assertFalse(Manifest.isOne(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "file,x\\na | jobs:2: has 1 field where the header has 2; ",
                "file,x\\n,1 | jobs:2: names no file; give one in a column \"file\"",
                "file | jobs: names no file; add a row for each",
                "file,file\\na,b | jobs:1: has a header with an empty or duplicate name; name each column once",
                "file,\\na,b | jobs:1: has a header with an empty or duplicate name; name each column once",
                "file\\na\\n\"b | jobs:3: is malformed; check the quotes in that line",
                "{\"file\": \"a\"}\\n[1] | jobs:2: is not one flat JSON object; write {\"file\": \"...\"} on a line",
                "{\"file\": {\"a\": 1}} | jobs:1: is not one flat JSON object; write {\"file\": \"...\"} on a line",
                "{\"file\": \"a\"} 2 | jobs:1: is not one flat JSON object; write {\"file\": \"...\"} on a line",
                "{\"file\": \"a\", \"file\": \"b\"} | jobs:1: is not JSON: Duplicate field 'file'; ",
                "{\"file\": a} | jobs:1: is not JSON: Unrecognized token 'a'",
                "{\"epochs\": 3} | jobs:1: names no file; give one in a column \"file\""
            })
    void whatIsWrongIsNamedWithItsLine(String text, String message) {
        LstmException e = assertThrows(LstmException.class, () -> read(text.replace("\\n", "\n")));
        assertEquals(Kind.USAGE, e.kind());
        assertTrue(e.getMessage().startsWith(message), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
    }
}
