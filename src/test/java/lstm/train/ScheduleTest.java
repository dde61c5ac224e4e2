package lstm.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void constantStaysAtOne() {
        assertEquals(1, Schedule.CONSTANT.factor(10, history(5, 4, 3)));
    }

    @Test
    void cosineFallsFromOneThroughAHalfTowardsZero() {
        assertEquals(1, Schedule.COSINE.factor(4, history()));
        assertEquals(0.5, Schedule.COSINE.factor(4, history(1, 1)), 1e-15);
        assertEquals(0.5 * (1 - Math.sqrt(0.5)), Schedule.COSINE.factor(4, history(1, 1, 1)), 1e-15);
    }

    @Test
    void plateauHalvesAfterFiveEpochsWithoutImprovement() {
        assertEquals(1, Schedule.PLATEAU.factor(99, history(3, 2, 2, 2, 2, 2)));
        assertEquals(0.5, Schedule.PLATEAU.factor(99, history(3, 2, 2, 2, 2, 2, 2)));
        assertEquals(0.5, Schedule.PLATEAU.factor(99, history(3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1)));
        assertEquals(0.25, Schedule.PLATEAU.factor(99, history(3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1)));
    }

    private static List<Epoch> history(double... validation) {
        List<Epoch> history = new ArrayList<>();
        for (double loss : validation) {
            history.add(new Epoch(9, OptionalDouble.of(loss), 0.1));
        }
        return history;
    }
}
