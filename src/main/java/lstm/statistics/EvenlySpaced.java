package lstm.statistics;

import java.util.List;
import java.util.stream.IntStream;

/** Some of many, evenly spaced from the first on; all if there are no more. */
public final class EvenlySpaced {
    private EvenlySpaced() {}

    /** This many of the numbers 0 .. count-1 at most, ascending. */
    public static IntStream of(int count, int most) {
        int taken = Math.min(count, most);
        return IntStream.range(0, taken).map(k -> (int) ((long) k * count / taken));
    }

    /** This many of the elements at most, in their order. */
    public static <T> List<T> of(List<T> all, int most) {
        return of(all.size(), most).mapToObj(all::get).toList();
    }
}
