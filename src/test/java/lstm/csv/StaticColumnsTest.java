package lstm.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lstm.error.LstmException;
import lstm.series.KeyFilter;
import lstm.series.ReadOptions;
import lstm.series.SeriesTable;
import lstm.series.StaticColumn;
import lstm.series.StaticColumn.Kind;
import lstm.series.StaticTable;
import lstm.series.StaticValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts about the series of a table, from its own columns and from a second table. */
class StaticColumnsTest {
    private static final List<String> KEYS = List.of("key");
    private static final List<String> ROWS = List.of("a,2024-01-01,1", "b,2024-01-01,2", "a,2024-01-02,3");

    private static lstm.csv.CsvSource source(String name, List<String> lines) {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        return new lstm.csv.CsvSource(name, () -> new ByteArrayInputStream(bytes));
    }

    /** A table whose rows have these cells in a column {@code fact}. */
    private static SeriesTable read(StaticColumn column, String... cells) throws LstmException {
        List<String> lines = new ArrayList<>(List.of("key,date,y,fact"));
        for (int k = 0; k < ROWS.size(); k++) {
            lines.add(ROWS.get(k) + "," + cells[k]);
        }
        ReadOptions options = ReadOptions.DEFAULT.withTarget("y").withKeys(KEYS).withStatics(List.of(column));
        return TableReader.read(List.of(source("t.csv", lines)), options, KeyFilter.ALL);
    }

    private static SeriesTable plain() throws LstmException {
        List<String> lines = new ArrayList<>(List.of("key,date,y"));
        lines.addAll(ROWS);
        return TableReader.read(
                List.of(source("t.csv", lines)),
                ReadOptions.DEFAULT.withTarget("y").withKeys(KEYS),
                KeyFilter.ALL);
    }

    private static StaticTable second(String... lines) throws LstmException {
        return StaticTableReader.read(source("items.csv", Arrays.asList(lines)), KEYS, List.of());
    }

    private static Kind kind(SeriesTable table) {
        return table.series().get(0).reading().statics().get(0).kind().orElseThrow();
    }

    private static List<StaticValue> facts(SeriesTable table) {
        return table.series().stream().map(series -> series.statics().get(0)).toList();
    }

    @Test
    void aColumnOfNumbersHoldsNumbersAndAnyOtherCategories() throws LstmException {
        SeriesTable prices = read(StaticColumn.named("fact"), "$3.50", "NA", "$3.50");
        assertEquals(Kind.NUMBER, kind(prices));
        assertEquals(List.of(StaticValue.number(3.5), StaticValue.UNKNOWN), facts(prices));

        SeriesTable regions = read(StaticColumn.named("fact"), "", "7", "north");
        assertEquals(Kind.CATEGORY, kind(regions));
        assertEquals(List.of(StaticValue.category("north"), StaticValue.category("7")), facts(regions));
    }

    @Test
    void aModelReadsDigitsAsTheCategoriesThatItKnows() throws LstmException {
        SeriesTable codes = read(StaticColumn.named("fact").of(Kind.CATEGORY), "07", "7", "07");

        assertEquals(List.of(StaticValue.category("07"), StaticValue.category("7")), facts(codes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        north    | 1     | south | t.csv:4: column "fact": "south" is not "north", the value of the same series on line 2
        "1,234"  | 1     | 1.5   | t.csv:4: column "fact": "1.5" is not "1,234"
        "1,234"  | 1     | ~~    | t.csv:2: column "fact": "1,234" may be 1234.0 or 1.234
        1e300    | 1     | ~~    | t.csv:2: column "fact": is too large a number
        """)
    void aFactThatChangesOrIsNotClearIsRefused(String first, String other, String third, String message) {
        LstmException refusal =
                assertThrows(LstmException.class, () -> read(StaticColumn.named("fact"), first, other, third));

        assertTrue(refusal.getMessage().startsWith(message), refusal.getMessage());
    }

    @Test
    void digitsAreCategoriesWhereTheUserSaysSo() throws LstmException {
        assertEquals(Kind.NUMBER, kind(read(StaticColumn.parse("fact"), "7", "8", "7")));
        assertEquals(Kind.CATEGORY, kind(read(StaticColumn.parse("fact:category"), "7", "8", "7")));
        assertEquals(StaticColumn.named("a:b"), StaticColumn.parse("a:b"));
    }

    @Test
    void aModelThatKnowsNumbersRefusesWords() {
        LstmException refusal = assertThrows(
                LstmException.class, () -> read(StaticColumn.named("fact").of(Kind.NUMBER), "3", "cheap", "3"));

        assertEquals(
                "t.csv:3: column \"fact\": \"cheap\" is not a number; write a number, as in training, or leave the cell"
                        + " empty",
                refusal.getMessage());
    }

    @Test
    void aSecondTableHoldsFactsOfEachKey() throws LstmException {
        SeriesTable table =
                second("key;price;kind", "c;9;x", "a;1,5;north", "b;;").joined(plain());

        assertEquals(
                List.of(
                        StaticColumn.named("price").of(Kind.NUMBER),
                        StaticColumn.named("kind").of(Kind.CATEGORY)),
                table.series().get(0).reading().statics());
        assertEquals(
                List.of(StaticValue.number(1.5), StaticValue.category("north")),
                table.series().get(0).statics());
        assertEquals(
                List.of(StaticValue.UNKNOWN, StaticValue.UNKNOWN),
                table.series().get(1).statics());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        key,x/a,1/a,2     | items.csv:3: key=a is already on line 2; delete line 3 or 2
        key,x/a,1/,2      | items.csv:3: column "key": the key is empty
        key,x/a,1         | items.csv: has no row of key=b, a series of t.csv; add its row
        kez,x/a,1         | items.csv:1: no column "key"; did you mean "kez"?
        key,y/a,1/b,2     | items.csv: column "y" is a column of values of the series
        key/a/b           | items.csv:1: has no column beside the keys
        """)
    void aSecondTableThatDoesNotFitIsRefused(String lines, String message) {
        LstmException refusal =
                assertThrows(LstmException.class, () -> second(lines.split("/")).joined(plain()));

        assertTrue(refusal.getMessage().startsWith(message), refusal.getMessage());
    }
}
