package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lstm.error.LstmException;
import lstm.network.MemoryEstimate;
import lstm.workflow.MemoryCheck;
import org.junit.jupiter.api.Test;

class RoomTest {
    private static final long GIB = 1L << 30;

    private static String refusal(MemoryCheck room, MemoryEstimate needed) {
        LstmException e = assertThrows(LstmException.class, () -> room.require(needed));
        assertEquals(LstmException.Kind.USAGE, e.kind());
        return e.getMessage();
    }

    @Test
    void whatFitsIsNotRefused() throws Exception {
        new MemoryCheck(GIB, 2 * GIB).require(new MemoryEstimate(GIB, GIB));
    }

    @Test
    void moreThanTheMachineHasIsRefusedWithBothFigures() {
        assertEquals(
                "this training needs at least 3.5 GiB of memory, and there is 2.0 GiB; use fewer --units or --layers,"
                        + " or a smaller --lookback or --batch",
                refusal(new MemoryCheck(GIB, 2 * GIB), new MemoryEstimate(GIB, 5 * GIB / 2)));
    }

    @Test
    void moreThanJavaMayUseIsRefusedWithTheOptionThatGivesIt() {
        String message = refusal(new MemoryCheck(GIB / 2, 8 * GIB), new MemoryEstimate(2 * GIB, GIB));
        assertTrue(message.startsWith("this training needs at least 2.0 GiB of Java's memory, which may be 512 MiB; "));
        assertTrue(message.endsWith(", or give Java more: JDK_JAVA_OPTIONS=-Xmx2561m"), message);
    }

    @Test
    void thisProcessHasSomeOfTheMachinesMemory() {
        MemoryCheck here = MemoryCheck.here();
        assertTrue(here.heap() > 0 && here.all() > here.heap() / 2, here.toString());
    }
}
