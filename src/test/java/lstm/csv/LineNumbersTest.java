package lstm.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.IntStream;
import lstm.tensor.Seed;
import org.junit.jupiter.api.RepeatedTest;

class LineNumbersTest {
    @RepeatedTest(20)
    void everyRowKeepsItsLineWhicheverWayTheyAreTurnedAndChosen() {
        Random random = Seed.random();
        int rows = 1 + random.nextInt(200);
        long[] lines = new long[rows];
        LineNumbers numbers = new LineNumbers();
        long line = 1;
        for (int row = 0; row < rows; row++) {
            line += random.nextInt(5) == 0 ? 1 + random.nextInt(9) : 1;
            lines[row] = line;
            numbers.add(line);
        }
        boolean reversed = random.nextBoolean();
        if (reversed) {
            numbers.reverse();
        }
        int[] some =
                IntStream.range(0, rows).filter(row -> random.nextInt(3) > 0).toArray();
        LineNumbers chosen = numbers.of(some);

        assertEquals(rows, numbers.size());
        for (int row = 0; row < rows; row++) {
            assertEquals(lines[reversed ? rows - 1 - row : row], numbers.of(row));
        }
        for (int k = 0; k < some.length; k++) {
            assertEquals(numbers.of(some[k]), chosen.of(k));
        }
    }
}
