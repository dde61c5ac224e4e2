package lstm.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MomentsTest {
    private static Stream<double[]> moderate() {
        return Exact.moderate().stream();
    }

    private static Stream<double[]> extreme() {
        return Exact.extreme().stream();
    }

    @ParameterizedTest
    @MethodSource("moderate")
    void everyAlgorithmAgreesWithTheDefinition(double[] values) {
        List<Function<double[], Moments>> algorithms = List.of(Moments::running, Moments::twoPass, Moments::fromFirst);
        for (Function<double[], Moments> algorithm : algorithms) {
            assertMoments(values, algorithm.apply(values));
        }
    }

    @ParameterizedTest
    @MethodSource("extreme")
    void theRunningMomentsNeitherOverflowNorVanish(double[] values) {
        assertMoments(values, Moments.running(values));
    }

    @ParameterizedTest
    @MethodSource("extreme")
    void neitherDoThoseOfReducedValues(double[] values) {
        BinaryScale size = BinaryScale.of(values);
        Moments reduced = Moments.fromFirst(size.reduce(values));

        assertMoments(values, new Moments(size.restore(reduced.mean()), size.restore(reduced.deviation())));
    }

    @ParameterizedTest
    @MethodSource("extreme")
    void neitherDoThoseOfDistances(double[] values) {
        Distances distances = Distances.of(Values.of(values));
        Moments units = Moments.twoPass(values.length, k -> distances.unit(values[k]));

        assertMoments(
                values,
                new Moments(
                        distances.first() + distances.longest() * units.mean(),
                        distances.longest() * units.deviation()));
    }

    @Test
    void measuredFromTheFirstValueEqualValuesDoNotDeviate() {
        double[] same = new double[1000];
        Arrays.fill(same, 0.1);

        assertEquals(new Moments(0.1, 0), Moments.fromFirst(same));
    }

    @Test
    void momentsMayBeTakenOfEveryOtherFloat() {
        float[] values = {1, 9, 2, 9, 4.5f, 9};

        assertEquals(Moments.twoPass(new double[] {1, 2, 4.5}), Moments.twoPass(3, k -> values[2 * k]));
    }

    private static void assertMoments(double[] values, Moments moments) {
        double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
        double rounding = Math.max(largest * 1e-13, Double.MIN_VALUE);
        assertEquals(Exact.mean(values).doubleValue(), moments.mean(), rounding);
        assertEquals(Exact.deviation(values), moments.deviation(), rounding);
    }
}
