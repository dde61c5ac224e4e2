package lstm.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException.Kind;
import org.junit.jupiter.api.Test;

class LstmExceptionTest {
    private static final Place CELL = Place.of("prices.csv").line(17).column("Close");

    private final LstmException failure = LstmException.data(
                    Setting.HORIZON.to(30), " needs ", 40, " rows, and ", Setting.LOOKBACK.to(8))
            .remedy("use ", Setting.HORIZON.to(5))
            .at(CELL);

    @Test
    void itKeepsItsPartsAsFields() {
        assertEquals(Kind.DATA, failure.kind());
        assertEquals(Optional.of(CELL), failure.place());
        assertEquals(
                List.of(Setting.HORIZON.to(30), Setting.LOOKBACK.to(8)),
                failure.problem().settings().toList());
        assertEquals(List.of(Setting.HORIZON.to(5)), failure.remedy().settings().toList());
    }

    @Test
    void itIsAboutTheFirstSettingOfItsProblem() {
        assertEquals(Optional.of(Setting.HORIZON), failure.setting());
        assertEquals(
                Optional.empty(),
                LstmException.data("has no rows").remedy("use ", Setting.TARGET).setting());
    }

    @Test
    void eachFrontDoorNamesSettingsInItsWay() {
        String start = "prices.csv:17: column \"Close\": ";
        assertEquals(start + "horizon 30 needs 40 rows, and lookback 8; use horizon 5", failure.getMessage());
        assertEquals(
                start + "<horizon=30> needs 40 rows, and <lookback=8>; use <horizon=5>",
                failure.message(part -> "<" + part.setting() + "=" + part.value() + ">"));
    }

    @Test
    void aPlaceIsAsExactAsWhatIsKnown() {
        assertEquals("stdin", Place.of("stdin").toString());
        assertEquals("stdin:3", Place.of("stdin").line(3).toString());
        assertEquals(
                "stdin: column \"a\\u000ab\"", Place.of("stdin").column("a\nb").toString());
        assertEquals("is empty", LstmException.model("is empty").getMessage());
    }

    @Test
    void whatIsAddedLaterLeavesTheRest() {
        IOException cause = new IOException("disk");
        LstmException late = failure.because(cause).in("other.csv").remedy("give up");
        assertSame(cause, late.getCause());
        assertEquals(Kind.DATA, late.kind());
        assertEquals("other.csv: horizon 30 needs 40 rows, and lookback 8; give up", late.getMessage());
    }

    @Test
    void aPhraseInAPhraseKeepsItsSettings() {
        Phrase inner = Phrase.of("larger ", Setting.VALIDATION);
        Phrase outer = Phrase.of("use a ", inner, " or ", Setting.MISSING.to("drop"));
        assertEquals("use a larger validation or missing drop", outer.toString());
        assertEquals(2, outer.settings().count());
    }

    @Test
    void quotedTextStaysOnOneShortLine() {
        assertEquals("\"a\\u000ab\\u001b\\u202e\"", LstmException.quote("a\nb\u001b\u202e"));
        assertEquals("\"" + "x".repeat(40) + "...\"", LstmException.quote("x".repeat(41)));
    }
}
