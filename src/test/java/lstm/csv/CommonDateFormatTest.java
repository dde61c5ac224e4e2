package lstm.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.Year;
import org.junit.jupiter.api.Test;

class CommonDateFormatTest {
    @Test
    void everyDayOfFourCenturiesAndOfTheFirstAndLastYearsHasItsNumber() {
        for (int[] years : new int[][] {{1, 5}, {1800, 2204}, {Year.MAX_VALUE - 4, Year.MAX_VALUE}}) {
            long expected = LocalDate.of(years[0], 1, 1).toEpochDay();
            for (int year = years[0]; year <= years[1]; year++) {
                for (int month = 1; month <= 12; month++) {
                    int length = LocalDate.of(year, month, 1).lengthOfMonth();
                    for (int day = 1; day <= length; day++) {
                        assertEquals(expected++, CommonDateFormat.epochDay(year, month, day));
                    }
                    assertEquals(DateFormat.NONE, CommonDateFormat.epochDay(year, month, length + 1));
                }
            }
        }
    }
}
