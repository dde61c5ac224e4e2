package lstm.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFormatTest {
    private static String text(TableFormat format, Table table) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.write(table, bytes);
        return bytes.toString(UTF_8);
    }

    private static Table cells(Object... values) {
        List<List<Object>> rows = new ArrayList<>();
        for (Object value : values) {
            rows.add(Arrays.asList(value));
        }
        return new Table(List.of("x"), rows);
    }

    private static List<String> parsed(String csv) throws IOException {
        try (CSVParser parser = CSVParser.parse(csv, CSVFormat.DEFAULT)) {
            return parser.stream().skip(1).map(record -> record.get(0)).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void textThatASpreadsheetWouldRunIsPutBehindAnApostrophe(String formula) throws IOException {
        assertEquals(List.of("'" + formula), parsed(text(TableFormat.CSV, cells(formula))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", "a,b", "say \"hi\"", "two\nlines", " space ", "", "#x", "ä€😀", "2020-01-01", "'x"})
    void otherTextComesBackAsItWas(String value) throws IOException {
        assertEquals(List.of(value, "end"), parsed(text(TableFormat.CSV, cells(value, "end"))));
        assertEquals(value, json(TableFormat.JSON, cells(value)).get(0).get("x").textValue());
    }

    @Test
    void negativeNumbersAreLeftAlone() throws IOException {
        assertEquals("x\n-1.5\n-3\n", text(TableFormat.CSV, cells(-1.5, -3)));
    }

    @Test
    void everyDoubleComesBackToTheBit() throws IOException {
        String asked = System.getProperty("seed", "");
        long seed = asked.isEmpty() ? new Random().nextLong() : Long.parseLong(asked);
        System.out.println("TableFormatTest seed " + seed);
        Random random = new Random(seed);
        List<Object> values = new ArrayList<>(List.of(
                0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, 0.1, 1e22, 2.0e-3, 1.0 / 3, 9007199254740993.0, 2e-308));
        while (values.size() < 2000) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                values.add(value);
            }
        }
        Table table = cells(values.toArray());
        List<String> csv = parsed(text(TableFormat.CSV, table));
        JsonNode array = json(TableFormat.JSON, table);
        List<String> lines = text(TableFormat.NDJSON, table).lines().toList();
        for (int k = 0; k < values.size(); k++) {
            long bits = Double.doubleToLongBits((Double) values.get(k));
            assertEquals(bits, Double.doubleToLongBits(Double.parseDouble(csv.get(k))), csv.get(k));
            assertEquals(bits, Double.doubleToLongBits(array.get(k).get("x").doubleValue()));
            JsonNode line = new ObjectMapper().readTree(lines.get(k));
            assertEquals(bits, Double.doubleToLongBits(line.get("x").doubleValue()));
        }
    }

    private static JsonNode json(TableFormat format, Table table) throws IOException {
        return new ObjectMapper().readTree(text(format, table));
    }

    @Test
    void aValueThatIsNotThereIsEmptyOrNull() throws IOException {
        Table table = new Table(List.of("a", "b"), List.of(Arrays.asList(1, null), Arrays.asList(null, "x")));
        assertEquals("a,b\n1,\n,x\n", text(TableFormat.CSV, table));
        assertEquals("[{\"a\":1,\"b\":null},{\"a\":null,\"b\":\"x\"}]\n", text(TableFormat.JSON, table));
        assertEquals("a  b\n1\n   x\n", text(TableFormat.TABLE, table));
    }

    @Test
    void aTableAlignsTextToTheLeftAndNumbersToTheRight() throws IOException {
        Table table = new Table(
                List.of("name", "value", "n"), List.of(List.of("a", 1.5, 1), List.of("longer", 1234.56789, 1000)));
        assertEquals(
                "name      value     n\na           1.5     1\nlonger  1234.57  1000\n",
                text(TableFormat.TABLE, table));
    }

    @Test
    void textCannotCommandTheTerminal() throws IOException {
        assertEquals("x\na?[2J?b\n", text(TableFormat.TABLE, cells("a\u001b[2J\nb")));
    }

    @Test
    void withoutRowsThereIsTheHeaderAlone() throws IOException {
        assertEquals("x\n", text(TableFormat.CSV, cells()));
        assertEquals("x\n", text(TableFormat.TABLE, cells()));
        assertEquals("[]\n", text(TableFormat.JSON, cells()));
        assertEquals("", text(TableFormat.NDJSON, cells()));
    }

    @Test
    void rowsAreAsWideAsTheHeader() {
        assertThrows(IllegalArgumentException.class, () -> new Table(List.of("a"), List.of(List.of(1, 2))));
    }
}
