package lstm.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentedFormTest {
    @ParameterizedTest
    @CsvSource({"1,0", "3,0", "4,4", "7,7", "12,12", "24,24", "52,52", "168,24", "336,48", "96,48", "1440,60", "365,0"})
    void aSegmentIsASeasonOrAPartOfALongOne(int season, int segment) {
        assertEquals(segment, SegmentedForm.segment(season));
    }
}
