package lstm.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingValue;
import lstm.series.DecimalSign;
import lstm.series.Missing;
import lstm.series.NumberFacts;
import lstm.series.NumberStyle;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesNote;
import lstm.series.ThousandsSign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files after public exports, with their right values. */
class NumberFilesTest {
    private static Path file(String name) {
        return Path.of("src/test/resources/numbers", name);
    }

    private static NumberFacts facts(Series series) {
        return series.notes().stream()
                .filter(SeriesNote.NumbersRead.class::isInstance)
                .map(note -> ((SeriesNote.NumbersRead) note).facts())
                .findFirst()
                .orElseThrow();
    }

    /** The first and the last value are those of the oldest and the newest row. */
    @ParameterizedTest
    @CsvSource({
        "20-german-thousands-int.csv, Aufnahmen, 952, 897, COMMA, POINT",
        "20b-german-thousands-all.csv, Aufnahmen, 13143, 12873, COMMA, POINT",
        "21-german-full.csv, Umsatz, 5821.39, 5469.86, COMMA, POINT",
        "03-investing-de-gas.csv, Zuletzt, 3.638, 3.211, COMMA,",
        "02-investing-de.csv, Zuletzt, 13969.29, 15594.58, COMMA, POINT",
        "02-investing-de.csv, Vol., 58670000, 57790000, COMMA,",
        "22-csvkit-quoted-comma.csv, price, 2523.43, 2529.06, COMMA,",
        "22b-quoted-comma-trimmed.csv, Temperatur, 12.18, 12.001, COMMA,",
        "23-french-nbsp.csv, Ventes, 5821.39, 5469.86, COMMA, SPACE",
        "24-swiss-apostrophe.csv, Kurs, 5821.39, 5469.86, POINT, APOSTROPHE",
        "24b-swiss-mixed.csv, Kurs, 980, 1038.34, POINT, APOSTROPHE",
        "62-trailing-minus.csv, balance, -48, -103, POINT,",
        "04-nasdaq-dollar.csv, Close/Last, 232.82, 259.91, POINT,"
    })
    void theNumbersAreReadAndTheirStyleIsToldAndKept(
            String name, String target, double oldest, double newest, DecimalSign decimal, ThousandsSign thousands)
            throws Exception {
        Series series = CsvReader.read(file(name), ReadOptions.DEFAULT.withTarget(target));
        assertEquals(oldest, series.column(0)[0]);
        assertEquals(newest, series.column(0)[series.rows() - 1]);
        assertEquals(Optional.of(decimal), facts(series).decimal());
        assertEquals(Optional.ofNullable(thousands), facts(series).thousands());
        NumberStyle style = series.reading().numbers();
        assertEquals(Optional.of(decimal), style.decimal());
        assertEquals(Optional.ofNullable(thousands), style.thousands());
        assertTrue(style.firm());
    }

    @Test
    void theLastRowsAreReadLikeTheWholeFile() throws Exception {
        for (String name : List.of("20-german-thousands-int.csv", "22b-quoted-comma-trimmed.csv")) {
            Source source = new Source(name);
            double[] all = CsvReader.read(source.open(), ReadOptions.DEFAULT).column(0);
            double[] last =
                    CsvReader.readLast(source.open(), ReadOptions.DEFAULT, 7).column(0);
            assertArrayEquals(Arrays.copyOfRange(all, all.length - 7, all.length), last);
        }
    }

    private record Source(String name) {
        lstm.csv.CsvSource open() {
            return lstm.csv.CsvSource.of(file(name));
        }
    }

    @Test
    void wholeThousandsAreReadAsTheModelsNumbersWereWritten() throws Exception {
        NumberStyle style = CsvReader.read(file("21-german-full.csv"), ReadOptions.DEFAULT)
                .reading()
                .numbers()
                .remembered();
        Series fresh = CsvReader.read(file("153-new-whole-thousands.csv"), ReadOptions.DEFAULT.withNumbers(style));
        assertEquals(5400, fresh.column(0)[0]);
        assertEquals(5457, fresh.column(0)[19]);
    }

    @Test
    void withoutAStyleInTheModelWholeThousandsAreAQuestion() throws Exception {
        ReadOptions model = ReadOptions.DEFAULT.withNumbers(NumberStyle.PLAIN);
        LstmException question =
                assertThrows(LstmException.class, () -> CsvReader.read(file("153-new-whole-thousands.csv"), model));
        assertEquals(
                List.of(Setting.DECIMAL.to("point"), Setting.DECIMAL.to("comma")),
                question.remedy().settings().toList());
        NumberStyle comma = model.numbers().withDecimal(DecimalSign.COMMA);
        assertEquals(
                5400,
                CsvReader.read(file("153-new-whole-thousands.csv"), model.withNumbers(comma))
                        .column(0)[0]);
    }

    @Test
    void threeDecimalsThroughoutWithSemicolonsAreAQuestion() {
        LstmException question = assertThrows(
                LstmException.class,
                () -> CsvReader.read(
                        file("25-household-power.csv"),
                        ReadOptions.DEFAULT.withTarget("Voltage").withMissing(Missing.DROP)));
        assertTrue(
                question.getMessage().contains("\"234.103\" is 234.103 with a decimal point but 234103 with"),
                question.getMessage());
    }

    @Test
    void aMarkOfMissingValuesIsAskedAboutAndTheAnswerWorks() throws Exception {
        ReadOptions station = ReadOptions.DEFAULT.withTarget("TMK").withDate("MESS_DATUM");
        LstmException question = assertThrows(LstmException.class, () -> CsvReader.read(file("42-dwd.csv"), station));
        assertEquals(
                List.of(Setting.MISSING_MARK.to("-999"), Setting.MISSING_MARK.to("none")),
                question.remedy().settings().toList());
        ReadOptions marked = station.withMissingMarks(List.of(-999.0));
        LstmException missing = assertThrows(LstmException.class, () -> CsvReader.read(file("42-dwd.csv"), marked));
        assertEquals(
                Optional.of(Setting.MISSING),
                missing.remedy().settings().map(SettingValue::setting).findFirst());
        Series left = CsvReader.read(file("42-dwd.csv"), marked.withMissing(Missing.DROP));
        assertTrue(Arrays.stream(left.column(0)).allMatch(value -> value > -100));
        Series all = CsvReader.read(file("42-dwd.csv"), station.withMissingMarks(List.of()));
        assertEquals(left.rows() + 5, all.rows());
    }

    @Test
    void theUnitOfAColumnIsKept() throws Exception {
        Series gas = CsvReader.read(file("03-investing-de-gas.csv"), ReadOptions.DEFAULT.withTarget("+/- %"));
        assertEquals(Map.of("+/- %", "%"), gas.reading().numbers().units());
    }
}
