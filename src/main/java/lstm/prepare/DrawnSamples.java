package lstm.prepare;

import java.util.Arrays;

/**
 * Some of the samples of others.
 *
 * @param chosen their numbers, in any order; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record DrawnSamples(Samples all, int[] chosen) implements Samples {
    @Override
    public int count() {
        return chosen.length;
    }

    @Override
    public void read(int[] order, int from, int n, float[] to) {
        all.read(mapped(order, from, n), 0, n, to);
    }

    @Override
    public void targets(int[] order, int from, int n, float[] to) {
        all.targets(mapped(order, from, n), 0, n, to);
    }

    @Override
    public void units(int[] order, int from, int n, float[] to) {
        all.units(mapped(order, from, n), 0, n, to);
    }

    private int[] mapped(int[] order, int from, int n) {
        return Arrays.stream(order, from, from + n).map(k -> chosen[k]).toArray();
    }
}
