package lstm.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "0.1, 0.1",
        "0.00123, 0.00123",
        "379.3214, 379.321",
        "-379.3214, -379.321",
        "123456789, 123457000",
        "999999.6, 1000000",
        "1e15, 1.00000e+15",
        "1.5e-7, 1.50000e-07",
        "NaN, unknown",
        "-Infinity, less than -1.8e308",
        "4.9e-324, 4.90000e-324"
    })
    void numbersHaveUpToSixDigits(double value, String text) {
        assertEquals(text, NumberText.of(value));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 3, 0.100", "0.098765, 3, 0.0988", "54321.7, 3, 54300", "2, 5, 2", "0, 3, 0", "1e20, 3, 1.00e+20"})
    void roundedNumbersHaveSoManyDigits(double value, int digits, String text) {
        assertEquals(text, NumberText.rounded(value, digits));
    }

    @Test
    void countsAreInThousands() {
        assertEquals("71,051", NumberText.count(71_051));
        assertEquals("-1,000", NumberText.count(-1000));
        assertEquals("999", NumberText.count(999));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s",
        "0.84, 0.8 s",
        "9.94, 9.9 s",
        "9.96, 10 s",
        "59.4, 59 s",
        "59.6, 1 min 0 s",
        "125, 2 min 5 s",
        "3599.6, 1 h 0 min",
        "12000, 3 h 20 min"
    })
    void spansAreInTheUnitsOfPeople(double seconds, String text) {
        assertEquals(text, NumberText.seconds(seconds));
    }
}
