package lstm.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import lstm.error.LstmException;
import lstm.evaluate.ForecastMethod;
import lstm.model.BaseMember;
import lstm.model.Combination;
import lstm.model.Combine;
import lstm.model.Method;
import lstm.model.Model;
import lstm.model.StartFrom;
import lstm.modelfile.BaseNetworkFile;
import lstm.modelfile.ModelFile;
import lstm.series.Series;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A training that starts from the base network ends in one that is kept in the model file. */
class StartFromBaseTest {
    private static final int ROWS = 560;

    private static Model model;

    @BeforeAll
    static void train() throws Exception {
        model = Training.of(filling(ROWS))
                .settings(new SettingsRequest().startFrom(StartFrom.BASE))
                .run()
                .model();
    }

    /** Fills up and is emptied, which no linear method foresees. */
    private static Series filling(int rows) throws LstmException {
        Random random = new Random(11);
        double[] values = new double[rows];
        for (int row = 1; row < rows; row++) {
            values[row] = values[row - 1] > 10 ? random.nextDouble() : values[row - 1] + 0.5 + 2 * random.nextDouble();
        }
        return Series.of("filling", Tiny.dates(0, rows), values);
    }

    @Test
    void theTrainedNetworkErrsLessThanTheBaseNetworkAndHasAShare() {
        Combination parts = model.combination().orElseThrow();
        assertEquals(Combine.BASE_TUNED, parts.mode());
        assertTrue(parts.uses(Method.BASE));
        BaseMember member = parts.base().orElseThrow();
        assertEquals(BaseNetworkFile.shippedHash(), member.hash());
        assertTrue(member.tuned().isPresent());
        assertEquals(
                member.tuned(), model.baselines().get(0).base().orElseThrow().tuned());
    }

    @Test
    void theModelFileForecastsTheSameBits() throws Exception {
        Model read = ModelFile.parse(ModelFile.bytes(model), "filling.json");
        assertArrayEquals(
                Prediction.with(model).run().values(),
                Prediction.with(read).run().values());
        assertArrayEquals(
                Prediction.with(model).method(ForecastMethod.BASE).run().values(),
                Prediction.with(read).method(ForecastMethod.BASE).run().values());
        assertArrayEquals(ModelFile.bytes(model), ModelFile.bytes(read));
    }

    @Test
    void anUpdateKeepsTheTrainedNetwork() throws Exception {
        Model updated = ModelUpdate.of(model, "filling.json", filling(ROWS + 60))
                .run()
                .orElseThrow()
                .model();
        assertArrayEquals(
                model.combination().orElseThrow().tuned().orElseThrow().weights(),
                updated.combination().orElseThrow().tuned().orElseThrow().weights());
    }

    @Test
    void simpleMethodsHaveNoNetworkToStartFromAndTheBaseNetworkHasItsOwnUnits() throws Exception {
        SettingsRequest simple = new SettingsRequest().combine(Combine.SIMPLE).startFrom(StartFrom.BASE);
        SettingsRequest wide = new SettingsRequest().units(3).startFrom(StartFrom.BASE);
        for (SettingsRequest refused : List.of(simple, wide)) {
            LstmException failure = assertThrows(LstmException.class, refused::check);
            assertEquals(LstmException.Kind.USAGE, failure.kind());
        }
        assertEquals(Combine.ALL_TUNED, wide.combine(Combine.ALL).rough().combine());
    }
}
