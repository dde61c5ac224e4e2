package lstm.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingValue;
import lstm.network.MemoryEstimate;
import org.junit.jupiter.api.Test;

class MemoryCheckTest {
    private static final long GIB = 1L << 30;

    private static LstmException refusal(MemoryCheck memory, MemoryEstimate needed) {
        LstmException e = assertThrows(LstmException.class, () -> memory.require(needed));
        assertEquals(LstmException.Kind.USAGE, e.kind());
        return e;
    }

    @Test
    void whatFitsIsNotRefused() throws Exception {
        new MemoryCheck(GIB, 2 * GIB).require(new MemoryEstimate(GIB, GIB));
    }

    @Test
    void moreThanTheMachineHasIsRefusedWithBothFigures() {
        LstmException e = refusal(new MemoryCheck(GIB, 2 * GIB), new MemoryEstimate(GIB, 5 * GIB / 2));
        String problem = e.problem().toString();
        assertTrue(problem.contains("3.5 GiB") && problem.contains("2.0 GiB"), problem);
        assertEquals(
                List.of(Setting.UNITS, Setting.LAYERS, Setting.LOOKBACK, Setting.BATCH),
                e.remedy().settings().map(SettingValue::setting).toList());
    }

    @Test
    void moreThanJavaMayUseIsRefusedWithTheOptionThatGivesIt() {
        LstmException e = refusal(new MemoryCheck(GIB / 2, 8 * GIB), new MemoryEstimate(2 * GIB, GIB));
        assertTrue(e.problem().toString().contains("2.0 GiB")
                && e.problem().toString().contains("512 MiB"));
        assertTrue(
                e.remedy().toString().endsWith("JDK_JAVA_OPTIONS=-Xmx2561m"),
                e.remedy().toString());
    }

    @Test
    void aJavaOfLittleHeapSeesNoMoreThanThat() {
        long heap = MemoryCheck.here().heap();
        assertEquals(Runtime.getRuntime().maxMemory(), heap);
        refusal(MemoryCheck.here(), new MemoryEstimate(heap + 1, 0));
    }
}
