package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lstm.file.UserException;
import lstm.network.Footprint;
import org.junit.jupiter.api.Test;

class RoomTest {
    private static final long GIB = 1L << 30;

    private static String refusal(Room room, Footprint needed) {
        UserException e = assertThrows(UserException.class, () -> room.require(needed));
        assertEquals(UserException.Kind.USAGE, e.kind());
        return e.getMessage();
    }

    @Test
    void whatFitsIsNotRefused() throws Exception {
        new Room(GIB, 2 * GIB).require(new Footprint(GIB, GIB));
    }

    @Test
    void moreThanTheMachineHasIsRefusedWithBothFigures() {
        assertEquals(
                "this training needs at least 3.5 GiB of memory, and there is 2.0 GiB; use fewer --units or --layers,"
                        + " or a smaller --lookback or --batch",
                refusal(new Room(GIB, 2 * GIB), new Footprint(GIB, 5 * GIB / 2)));
    }

    @Test
    void moreThanJavaMayUseIsRefusedWithTheOptionThatGivesIt() {
        String message = refusal(new Room(GIB / 2, 8 * GIB), new Footprint(2 * GIB, GIB));
        assertTrue(message.startsWith("this training needs at least 2.0 GiB of Java's memory, which may be 512 MiB; "));
        assertTrue(message.endsWith(", or give Java more: JDK_JAVA_OPTIONS=-Xmx2561m"), message);
    }

    @Test
    void thisProcessHasSomeOfTheMachinesMemory() {
        Room here = Room.here();
        assertTrue(here.heap() > 0 && here.all() > here.heap() / 2, here.toString());
    }
}
