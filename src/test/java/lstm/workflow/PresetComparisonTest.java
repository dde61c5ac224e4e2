package lstm.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import lstm.error.LstmException;
import lstm.model.Combine;
import lstm.preset.Preset;
import lstm.preset.PresetCandidate;
import lstm.preset.PresetForm;
import lstm.series.Series;
import org.junit.jupiter.api.Test;

/** The accurate preset tries what it may choose on training rows. */
class PresetComparisonTest {
    private static final int ROWS = 140;

    /** A week with a trend, whose held-out rows are multiplied. */
    private static Series weeks(int rows, double late) throws LstmException {
        double[] values = IntStream.range(0, rows)
                .mapToDouble(k -> 50 + k / 7.0 + 9 * StrictMath.sin(k * 2 * Math.PI / 7) + k * 31 % 11 / 5.0)
                .toArray();
        for (int row = rows * 9 / 10; row < rows; row++) {
            values[row] *= late;
        }
        return Series.of("weeks", Tiny.dates(0, rows), values);
    }

    private static SettingsRequest request() throws LstmException {
        return new SettingsRequest().preset(Preset.ACCURATE).units(3).epochs(2).horizon(7);
    }

    private static PresetChoice choice(List<Series> files, int threads, ComparisonListener listener)
            throws LstmException {
        return PresetComparison.choose(files, request().candidates(files), threads, listener);
    }

    @Test
    void rowsThatAreHeldOutDecideNothingAndThreadsNeither() throws Exception {
        PresetChoice choice = choice(List.of(weeks(ROWS, 1)), 1, ComparisonListener.NONE);
        assertTrue(choice.judged().size() > 1);
        assertEquals(choice, choice(List.of(weeks(ROWS, 3)), 2, ComparisonListener.NONE));
    }

    @Test
    void theRulesStandUnlessAnotherChoiceErrsClearlyLess() throws Exception {
        Series weeks = weeks(ROWS, 1);
        List<PresetCandidate> candidates = request().candidates(List.of(weeks));
        List<PresetCandidate> reversed = List.of(candidates.get(1), candidates.get(0));
        PresetChoice choice = PresetComparison.choose(List.of(weeks), candidates, 1, ComparisonListener.NONE);
        PresetChoice other = PresetComparison.choose(List.of(weeks), reversed, 1, ComparisonListener.NONE);
        double ratio = choice.judged().get(1).error() / choice.judged().get(0).error();
        assertEquals(ratio < 0.95 ? 1 : 0, choice.chosen());
        assertEquals(1 / ratio < 0.95 ? 1 : 0, other.chosen());
        assertEquals(candidates.get(choice.chosen()).settings(), choice.settings());
    }

    @Test
    void theBaseModelForecastsAloneWhereItErrsClearlyLess() throws Exception {
        Series weeks = weeks(ROWS, 1);
        PresetCandidate changes = request().candidates(List.of(weeks)).get(0);
        PresetCandidate base =
                new PresetCandidate(PresetForm.BASE, changes.settings().withoutNetwork(Combine.BASE));
        PresetChoice choice =
                PresetComparison.choose(List.of(weeks), List.of(changes, base), 1, ComparisonListener.NONE);
        assertEquals(1, choice.chosen(), choice.judged().toString());
        assertEquals(Combine.BASE, choice.settings().combine());
    }

    @Test
    void itIsComparedUnlessSomethingOfTheNetworkIsGiven() throws Exception {
        SettingsRequest free = new SettingsRequest().preset(Preset.ACCURATE).horizon(7);
        List<Series> weeks = List.of(weeks(ROWS, 1));
        assertTrue(free.candidates(weeks).stream().anyMatch(one -> one.form() == PresetForm.BASE));
        assertTrue(request().candidates(weeks).stream().noneMatch(one -> one.form() == PresetForm.BASE));
    }

    @Test
    void severalSeriesChooseBetweenRowsAndSegments() throws Exception {
        List<Series> files = List.of(weeks(400, 1), weeks(380, 1));
        PresetChoice choice = choice(files, 1, ComparisonListener.NONE);
        assertEquals(
                List.of(PresetForm.SEGMENTS, PresetForm.RESIDUALS),
                choice.judged().stream().map(PresetChoice.Judged::form).toList());
    }

    @Test
    void progressRunsFromTheFirstStepToTheLastAndCanBeStopped() throws Exception {
        List<Long> steps = new ArrayList<>();
        List<PresetForm> begun = new ArrayList<>();
        PresetChoice choice = choice(List.of(weeks(ROWS, 1)), 1, new ComparisonListener() {
            @Override
            public void begins(int number, int of, PresetForm form) {
                begun.add(form);
            }

            @Override
            public boolean stopsAfter(long done, long total) {
                assertTrue(done <= total);
                steps.add(done);
                return false;
            }
        });
        assertEquals(choice.judged().stream().map(PresetChoice.Judged::form).toList(), begun);
        assertEquals(1, steps.get(0));
        assertEquals(steps.stream().sorted().toList(), steps);
        assertThrows(CancellationException.class, () -> choice(List.of(weeks(ROWS, 1)), 1, (done, total) -> done == 3));
    }

    @Test
    void whereThereAreTooFewRowsTheRulesDecideAlone() throws Exception {
        assertEquals(
                List.of(),
                choice(List.of(weeks(70, 1)), 1, ComparisonListener.NONE).judged());
        assertEquals(
                List.of(),
                choice(List.of(Tiny.wave(ROWS)), 1, ComparisonListener.NONE).judged(),
                "no season, no choice");
    }

    @Test
    void whatWasChosenTrainsAndIsNotComparedAgain() throws Exception {
        Series weeks = weeks(ROWS, 1);
        TrainingRun run = Training.of(weeks).settings(request()).threads(1).prepare();
        assertNotEquals(List.of(), run.choice().judged());
        assertEquals(
                List.of(),
                Training.of(weeks)
                        .settings(run.settings())
                        .threads(1)
                        .prepare()
                        .choice()
                        .judged());
    }
}
