package lstm.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import lstm.promises.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The functions agree with StrictMath in float64, in arrays of every size that vector code treats differently. */
class ActivationsTest {
    /**
     * Primes, so that a walk over the bits of floats meets all ends of fractions; the finer one where rounding shows.
     */
    private static final int STRIDE = 4099;

    private static final int FINE_STRIDE = Tier.count(241, 61);

    private static final float ERROR = 2e-7f;

    private enum Function {
        SIGMOID(x -> 1 / (1 + StrictMath.exp(-x)), Activations.SIGMOID_END, 0) {
            @Override
            void apply(float[] x, int n) {
                Activations.sigmoid(x, 0, n);
            }
        },
        TANH(StrictMath::tanh, Activations.TANH_END, -1) {
            @Override
            void apply(float[] x, int n) {
                Activations.tanh(x, 0, n);
            }
        };

        final DoubleUnaryOperator exact;
        /** From here on, on both sides, the function stays where it is. */
        final float end;

        final float below;

        Function(DoubleUnaryOperator exact, float end, float below) {
            this.exact = exact;
            this.end = end;
            this.below = below;
        }

        abstract void apply(float[] x, int n);

        float[] of(float... x) {
            float[] values = x.clone();
            apply(values, x.length);
            return values;
        }

        float of(float x) {
            return of(new float[] {x})[0];
        }
    }

    @ParameterizedTest
    @EnumSource
    void theErrorIsAtMostTwoTenMillionths(Function function) {
        assertAccurate(function, 0, Float.MAX_VALUE, STRIDE);
        assertAccurate(function, 1f / 1024, 2 * function.end, FINE_STRIDE);
    }

    @ParameterizedTest
    @EnumSource
    void theValueDoesNotDependOnThePlaceInTheArray(Function function) {
        List<Integer> sizes = new ArrayList<>(List.of(1023, 1024, 1025, 1100, 2047, 2048, 2049, 3100));
        for (int size = 1; size <= 300; size++) {
            sizes.add(size);
        }
        float[] all = specialAndOrdinary(3100);
        float[] alone = new float[all.length];
        for (int k = 0; k < all.length; k++) {
            alone[k] = function.of(all[k]);
        }
        for (int size : sizes) {
            for (int first = 0; first <= all.length - size; first += 1 + (all.length - size) / 20) {
                float[] expected = Arrays.copyOfRange(alone, first, first + size);
                float[] actual = function.of(Arrays.copyOfRange(all, first, first + size));
                for (int k = 0; k < size; k++) {
                    assertSameBits(expected[k], actual[k], function + " at " + k + " of " + size);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatStandsBeyondTheGivenLengthIsLeftAlone(Function function) {
        for (int n : new int[] {0, 1, 7, 64, 1023, 1024, 1025}) {
            float[] x = new float[n + 20];
            Arrays.fill(x, 0.25f);
            function.apply(x, n);
            for (int k = n; k < x.length; k++) {
                assertEquals(0.25f, x[k], function + " of " + n + " values wrote to number " + k);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void notANumberStaysNotANumber(Function function) {
        assertTrue(Float.isNaN(function.of(Float.NaN)));
    }

    @ParameterizedTest
    @EnumSource
    void atInfinityItIsWhereItStaysFromItsEndOn(Function function) {
        float end = function.end;
        for (float far : new float[] {end, Math.nextUp(end), 100, 1e10f, Float.MAX_VALUE, Float.POSITIVE_INFINITY}) {
            assertEquals(function.of(end), function.of(far), function + "(" + far + ")");
            assertEquals(function.of(-end), function.of(-far), function + "(-" + far + ")");
        }
        assertEquals(1, function.of(end), ERROR);
        assertEquals(function.below, function.of(-end), ERROR);
    }

    @ParameterizedTest
    @EnumSource
    void itNeverLeavesItsRange(Function function) {
        for (float y : function.of(bothSigns(1f / 1024, 2 * function.end, FINE_STRIDE))) {
            assertTrue(y >= function.below && y <= 1, function + " is " + y);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nearZeroItIsItsTangent(Function function) {
        for (float x : new float[] {0f, -0f, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MIN_NORMAL, 1e-40f, -1e-40f}) {
            assertEquals(function == Function.TANH ? x : 0.5f, function.of(x), function + "(" + x + ")");
        }
    }

    /** Floats of both signs in equal steps of their bits: as many in each binade. */
    private static float[] bothSigns(float from, float to, int stride) {
        int first = Float.floatToIntBits(from);
        float[] x = new float[2 * ((Float.floatToIntBits(to) - first - 1) / stride + 1)];
        for (int k = 0; k < x.length; k += 2) {
            x[k] = Float.intBitsToFloat(first + k / 2 * stride);
            x[k + 1] = -x[k];
        }
        return x;
    }

    /** Every kind of value next to every other: ordinary ones, and in no regular distance the special ones. */
    private static float[] specialAndOrdinary(int n) {
        float[] special = {
            0f, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, -1e-40f, 80f, -80f
        };
        float[] x = new float[n];
        for (int k = 0; k < n; k++) {
            x[k] = k % 7 == 3 ? special[k / 7 % special.length] : 12f * (float) StrictMath.sin(k * 1.7);
        }
        return x;
    }

    private static void assertAccurate(Function function, float from, float end, int stride) {
        float[] x = bothSigns(from, end, stride);
        float[] y = function.of(x);
        for (int k = 0; k < x.length; k++) {
            double error = Math.abs(y[k] - function.exact.applyAsDouble(x[k]));
            if (!(error <= ERROR)) {
                throw new AssertionError(function + "(" + x[k] + ") is off by " + error);
            }
        }
    }

    private static void assertSameBits(float expected, float actual, String what) {
        assertEquals(Float.floatToIntBits(expected), Float.floatToIntBits(actual), what);
    }

    /** Relative where the value is small, absolute elsewhere. */
    @Test
    void softplusIsAccurateOverAllFloats() {
        int last = Float.floatToIntBits(Float.MAX_VALUE);
        for (int bits = 0; bits <= last; bits += STRIDE) {
            for (float x : new float[] {Float.intBitsToFloat(bits), -Float.intBitsToFloat(bits)}) {
                double exact = Math.max(0, x) + StrictMath.log1p(StrictMath.exp(-Math.abs((double) x)));
                float[] values = {x};
                Activations.softplus(values, 0, 1);
                // Below e^-80 the value stays where it is.
                assertEquals(exact, values[0], 2e-7 * Math.min(1, exact) + 1.5e-7 * Math.abs(exact) + 2e-35, "of " + x);
            }
        }
        float[] nan = {Float.NaN};
        Activations.softplus(nan, 0, 1);
        assertTrue(Float.isNaN(nan[0]));
    }
}
