package lstm.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import lstm.model.Settings;
import lstm.random.RandomStream;
import lstm.random.SplitMix64;
import lstm.tune.Trial.Verdict;
import org.junit.jupiter.api.Test;

class SearchTest {
    /** Trials with the given number of origins, whose errors are a function of trial and origin. */
    private static List<Trial> trials(int count, int origins, int shared, IntToDoubleFunction skill) {
        List<Trial> trials = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            SplitMix64 chance = SplitMix64.of(7, RandomStream.SEARCH, number);
            double mean = 1 - skill.applyAsDouble(number);
            double[] losses = IntStream.range(0, origins)
                    .mapToDouble(k -> mean * (0.5 + chance.nextDouble()))
                    .toArray();
            double ratio = IntStream.range(0, origins)
                    .mapToDouble(k -> losses[k])
                    .average()
                    .orElseThrow();
            trials.add(new Trial(
                    number, Settings.CLASSIC, Verdict.JUDGED, List.of(ratio), 1, 1, new OriginLosses(losses, shared)));
        }
        return trials;
    }

    private static int chosen(List<Trial> trials) {
        return Search.chosen(trials).orElseThrow().number();
    }

    @Test
    void ofManyThatAreAsGoodTheOneTriedFirstIsChosen() {
        List<Trial> trials = trials(40, 100, 1, number -> 0);

        assertTrue(Search.best(trials).orElseThrow().number() > 1);
        assertEquals(1, chosen(trials));
    }

    @Test
    void oneThatIsClearlyBetterIsChosen() {
        assertEquals(23, chosen(trials(40, 100, 1, number -> number == 23 ? 0.3 : 0)));
    }

    @Test
    void ofSomeThatAreClearlyBetterTheOneTriedFirstIsChosen() {
        assertEquals(4, chosen(trials(40, 100, 1, number -> number % 4 == 0 ? 0.3 : 0)));
    }

    @Test
    void fewForecastsTellNothing() {
        assertEquals(1, chosen(trials(40, 3, 1, number -> number == 23 ? 0.3 : 0)));
        assertEquals(1, chosen(trials(40, 100, 100, number -> number == 23 ? 0.3 : 0)));
    }

    @Test
    void whatWasNotJudgedIsNotChosen() {
        List<Trial> trials = trials(3, 100, 1, number -> 0);
        Trial first = trials.get(0);
        trials.set(0, new Trial(1, first.settings(), Verdict.BEHIND, first.ratios(), 1, 1, first.losses()));

        assertEquals(2, chosen(trials));
        assertTrue(Search.chosen(trials.subList(0, 1)).isEmpty());
    }
}
