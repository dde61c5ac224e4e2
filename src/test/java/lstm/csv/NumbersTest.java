package lstm.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.tensor.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|1",
                "-1.5|-1.5",
                "+2|2",
                ".5|0.5",
                "5.|5",
                "1e3|1000",
                "1.5E-2|0.015",
                "1,234|1234",
                "12,345.5|12345.5",
                "-7,380,500|-7380500",
                "007|7"
            })
    void aNumberIsReadAsWritten(String text, double value) {
        assertEquals(value, NumberParser.parse(text, '.', ','));
    }

    @Test
    void itIsTheDoubleNearestToItsDigits() {
        Random random = Seed.random();
        for (int k = 0; k < 100_000; k++) {
            StringBuilder text = new StringBuilder(List.of("", "-", "+").get(random.nextInt(3)));
            int digits = 1 + random.nextInt(20);
            int point = random.nextInt(2 * digits);
            for (int place = 0; place < digits; place++) {
                text.append(place == point ? "," : "").append((char) ('0' + random.nextInt(10)));
            }
            text.append(random.nextInt(10) == 0 ? "e" + (random.nextInt(80) - 40) : "");
            double expected = Double.parseDouble(text.toString().replace(',', '.'));
            // As objects, so that 0 and -0 differ.
            assertEquals((Double) expected, (Double) NumberParser.value(text.toString(), ','), text::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "x", "0x1p3", "1d", "2f", "1L", "12,4x", "1,23", "1,2345", ",123", "1,,234", "0,123", "1.2.3", "1e",
                "e5", "$5", "5%", "1 234", "--1", "+-1", ".", "NaN", "1.5,000", "\u0663"
            })
    void nothingElseIsANumber(String text) {
        assertTrue(Double.isNaN(NumberParser.parse(text, '.', ',')), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "inf", "-Infinity", "+INF"})
    void whatNoDoubleHoldsIsRefused(String text) {
        assertTrue(Csv.of("y", "1", text)
                .fault()
                .startsWith("prices.csv:3: column \"y\": \"" + text + "\" is not a finite number; "));
    }

    @Test
    void aDecimalCommaAnywhereInTheSampleDecidesForTheColumn() throws Exception {
        assertArrayEquals(
                new double[] {1.234, 5.5, 1234},
                Csv.of("y;n", "1,234;a", "5,5;b", "1.234;c").read().column(0));
    }

    @Test
    void aDecimalPointAnywhereInTheSampleDecidesForTheColumn() throws Exception {
        assertArrayEquals(
                new double[] {1234, 5.5},
                Csv.of("y;n", "1,234;a", "5.5;b").read().column(0));
    }

    @Test
    void whatMayBeEitherIsRefused() {
        assertTrue(
                Csv.of("y;n", "1,234;a", "5;b")
                        .fault()
                        .startsWith(
                                "prices.csv:2: column \"y\": \"1,234\" is 1234 with a decimal point but 1.234 with a decimal comma, "));
    }

    @Test
    void aPointAndACommaForTheSameThingAreRefusedAtTheSecond() {
        assertTrue(Csv.of("y;n", "1.5;a", "3,14;b").fault().startsWith("prices.csv:3: column \"y\": \"3,14\" is not"));
        assertTrue(Csv.of("y;n", "3,14;a", "1.5;b").fault().startsWith("prices.csv:3: column \"y\": \"1.5\" is not"));
    }

    @Test
    void aQuotedDecimalCommaIsReadBetweenCommas() throws Exception {
        assertArrayEquals(
                new double[] {3.14, 2},
                Csv.of("y,n", "\"3,14\",a", "2,b").read().column(0));
    }

    @Test
    void aDecimalCommaAfterTheSampleIsReadIfAllBeforeItWereWhole() throws Exception {
        Series series = Csv.of("y;n", "1;a", "2;b", "3,14;c").read(ReadOptions.DEFAULT, new CsvLimits(1000, 10, 2));
        assertArrayEquals(new double[] {1, 2, 3.14}, series.column(0));
    }
}
