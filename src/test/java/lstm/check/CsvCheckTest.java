package lstm.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import lstm.calendar.Step;
import lstm.cli.SeriesFile;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.prepare.Transform;
import lstm.preset.AccuratePreset;
import lstm.preset.Preset;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvCheckTest {
    @TempDir
    private Path folder;

    private CsvCheck check(Path csv) throws LstmException {
        return CsvCheck.read(CsvSource.of(csv), ReadOptions.DEFAULT.withTarget("close"));
    }

    @Test
    void itFindsTheCalendarAndWhatToTrainWith() throws Exception {
        CsvCheck check = check(SeriesFile.weekdays(folder.resolve("a.csv"), 200));
        assertEquals(Step.WEEKDAYS, check.calendar().step());
        assertEquals(200, check.rows().series().rows());
        assertTrue(check.advice().canTrain());
        assertTrue(check.advice().refusal().isEmpty());
    }

    @Test
    void fewRowsGetAShorterLookback() throws Exception {
        CsvCheck check = check(SeriesFile.weekdays(folder.resolve("a.csv"), 40));
        assertTrue(check.advice().canTrain());
        assertTrue(check.advice().lookback() < AccuratePreset.USUAL);
        assertEquals(Preset.ACCURATE, check.advice().preset());
    }

    @Test
    void twoRowsCannotBeTrainedOn() throws Exception {
        TrainingAdvice advice =
                check(SeriesFile.weekdays(folder.resolve("a.csv"), 2)).advice();
        assertFalse(advice.canTrain());
        assertTrue(advice.refusal().isPresent());
    }

    @Test
    void aTrendIsLearnedByItsChanges() throws Exception {
        Path csv =
                SeriesFile.of(folder.resolve("a.csv"), "date,close", 200, k -> SeriesFile.weekday(k) + "," + (100 + k));
        assertEquals(Transform.LOG_RETURN, check(csv).advice().transform());
    }

    @Test
    void emptyCellsGetAPolicy() throws Exception {
        Path csv = SeriesFile.of(
                folder.resolve("a.csv"),
                "date,close",
                200,
                k -> SeriesFile.weekday(k) + "," + (k == 50 ? "" : Double.toString(SeriesFile.wave(k))));
        CsvCheck check = check(csv);
        assertEquals(1, check.survey().holeCount());
        assertEquals(Missing.DROP, check.missing());
        assertEquals(199, check.rows().series().rows());
    }

    @Test
    void aListenerStopsIt() {
        Path csv = SeriesFile.weekdays(folder.resolve("a.csv"), 50);
        assertThrows(
                CancellationException.class,
                () -> CsvCheck.read(CsvSource.of(csv), ReadOptions.DEFAULT, (rows, total) -> rows == 50));
    }
}
