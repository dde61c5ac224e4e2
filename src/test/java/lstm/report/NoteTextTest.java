package lstm.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lstm.error.Setting;
import lstm.evaluate.HistoryNote;
import lstm.forecast.IntervalNote;
import lstm.series.Missing;
import lstm.series.SeriesNote;
import org.junit.jupiter.api.Test;

class NoteTextTest {
    @Test
    void countsAgreeWithTheirNouns() {
        assertEquals("1 missing value; 1 row dropped", NoteText.of(new SeriesNote.RowsDropped(1, 0, 1)));
        assertEquals(
                "4 missing values (1 of them text or not finite); 3 rows dropped",
                NoteText.of(new SeriesNote.RowsDropped(4, 1, 3)));
        assertEquals(
                "2 missing values filled with the last value",
                NoteText.of(new SeriesNote.ValuesFilled(2, 0, Missing.FORWARD)));
    }

    @Test
    void fourOffsetsAreListed() {
        List<ZoneOffset> five =
                IntStream.rangeClosed(1, 5).mapToObj(ZoneOffset::ofHours).toList();
        assertEquals(
                "times are read as local time; the offset +01:00, +02:00, +03:00, +04:00, ... is ignored",
                NoteText.of(new SeriesNote.OffsetsIgnored(five)));
        assertEquals(
                "the UTC offset changes (+01:00, +02:00), first on line 9; all times are converted to +01:00",
                NoteText.of(new SeriesNote.ClocksMoved(five.subList(0, 2), 9)));
    }

    @Test
    void earlierRowsAreTheModelsOwnUnlessAFileIsNamed() {
        assertEquals(
                "the first windows use earlier rows from the model file",
                NoteText.of(new HistoryNote.ReachesBack(Optional.empty())).toString());
        assertEquals(
                "the first windows use earlier rows from old.csv",
                NoteText.of(new HistoryNote.ReachesBack(Optional.of("old.csv"))).toString());
    }

    @Test
    void remediesKeepTheirSettings() {
        assertEquals(
                List.of(Setting.CONTEXT.to("")),
                NoteText.of(new HistoryNote.RowsSkipped(3)).settings().toList());
        assertEquals(
                List.of(Setting.VALIDATION.to("")),
                IntervalText.of(new IntervalNote.Uncalibrated(1, 10)).settings().toList());
    }
}
