package lstm.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lstm.error.LstmException;
import lstm.model.Method;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import lstm.network.CellKind;
import lstm.prepare.StaticFeature;
import lstm.series.Series;
import lstm.series.SeriesColumns;
import org.junit.jupiter.api.Test;

/**
 * Series that swing with a category: each value is .9 or -.9 times the one before it plus noise of deviation 1. The row
 * before, all that the network sees, does not tell which.
 */
class StaticsTest {
    private static final int ROWS = 100;

    private static Series swing(int number, String category) throws LstmException {
        return SeriesColumns.named("swing" + number)
                .target("y", values(number, number % 2 == 0 ? .9 : -.9))
                .staticCategory("kind", category)
                .staticNumber("size", number)
                .series();
    }

    private static double[] values(int number, double factor) {
        Random noise = new Random(number);
        double[] values = new double[ROWS];
        for (int row = 1; row < ROWS; row++) {
            values[row] = factor * values[row - 1] + noise.nextGaussian();
        }
        return values;
    }

    private static List<Series> swings(boolean known) throws LstmException {
        List<Series> all = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            String kind = number % 2 == 0 ? "lasting" : "turning";
            Series swing = swing(number, kind);
            all.add(known ? swing : swing.withStatics(List.of(), List.of()));
        }
        return all;
    }

    private static SettingsRequest settings() throws LstmException {
        return new SettingsRequest()
                .cell(CellKind.GRU)
                .units(8)
                .layers(1)
                .lookback(1)
                .dropout(0)
                .epochs(25)
                .learningRate(0.02);
    }

    private static TrainResult trained(List<Series> series) throws LstmException {
        return Training.of(series).settings(settings()).threads(1).run();
    }

    private static double rmse(TrainResult result) {
        return result.scores().get(0).accuracies().get(Method.MODEL).rmse();
    }

    @Test
    void aFactThatMattersMakesForecastsBetter() throws Exception {
        TrainResult with = trained(swings(true));
        double blind = rmse(trained(swings(false)));

        assertTrue(rmse(with) < 0.7 * blind, rmse(with) + " with, " + blind + " without");
        Model model = ModelFile.parse(ModelFile.bytes(with.model()), "copy");
        assertArrayEquals(ModelFile.bytes(with.model()), ModelFile.bytes(model));
        assertEquals(
                List.of("lasting", "turning"),
                ((StaticFeature.Category) model.preparation().statics().each().get(0)).vocabulary());
        double lasting = Prediction.with(model).after(swing(8, "lasting")).run().points()[0][0];
        double turning = Prediction.with(model).after(swing(8, "turning")).run().points()[0][0];
        double last = swing(8, "").column(0)[ROWS - 1];
        assertTrue(lasting * last > 0 && turning * last < 0, last + " is followed by " + lasting + " or " + turning);
        double other =
                Prediction.with(model).after(swing(8, "never seen")).run().points()[0][0];
        assertEquals(other, Prediction.with(model).after(swing(8, "")).run().points()[0][0]);
        assertTrue(Math.min(lasting, turning) < other && other < Math.max(lasting, turning), "other: " + other);
    }

    @Test
    void aSeriesOfWhichTheFactsAreNotKnownIsRefused() throws Exception {
        Model model = trained(swings(true)).model();
        Series blind = swing(1, "").withStatics(List.of(), List.of());

        LstmException refusal = assertThrows(
                LstmException.class, () -> Prediction.with(model).after(blind).run());

        assertEquals(LstmException.Kind.DATA, refusal.kind());
        assertEquals("swing1", refusal.place().orElseThrow().source());
        assertFalse(model.reading().statics().isEmpty());
    }

    @Test
    void aFoldOfOneSeriesKnowsNoFacts() throws Exception {
        List<Series> one = List.of(swing(0, "lasting"));
        PreparedTraining job =
                PreparedTraining.unchecked(one, settings().epochs(1).settings(one));

        Model model = ModelTrainer.fit(job, 1, TrainingListener.NONE).orElseThrow();

        assertEquals(List.of(), model.reading().statics());
    }

    @Test
    void factsOfAnOnlySeriesAreRefused() {
        LstmException refusal = assertThrows(LstmException.class, () -> trained(List.of(swing(0, "lasting"))));

        assertEquals(LstmException.Kind.DATA, refusal.kind());
    }
}
