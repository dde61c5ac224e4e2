package lstm.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import lstm.csv.CsvReader;
import lstm.error.LstmException;
import lstm.evaluate.OriginForecast;
import lstm.model.Model;
import lstm.prepare.ScalingMethod;
import lstm.prepare.Transform;
import lstm.preset.Preset;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.tensor.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The leak audit: whatever stands in the rows from an origin on, every forecast, interval, choice and weight before it
 * is the same.
 */
class LeakAuditTest {
    private final Random random = Seed.random();

    @TempDir
    private Path folder;

    /** Ways to train that learn something different from the rows. */
    private enum Way {
        CLASSIC,
        DIFFERENCES,
        WINDOWS,
        SEGMENTS,
        PRESET;

        SettingsRequest settings() throws LstmException {
            SettingsRequest tiny = Tiny.settings().horizon(3).epochs(2);
            return switch (this) {
                case CLASSIC -> tiny;
                case DIFFERENCES ->
                    tiny.preparation(new PreparationRequest()
                            .horizon(3)
                            .transform(Transform.DIFFERENCE)
                            .scaler(ScalingMethod.STANDARD));
                case WINDOWS ->
                    tiny.preparation(new PreparationRequest()
                            .horizon(3)
                            .transform(Transform.LOG)
                            .scaler(ScalingMethod.WINDOW)
                            .residual(List.of(7)));
                case SEGMENTS -> tiny.lookback(9).segment(3);
                case PRESET ->
                    new SettingsRequest().preset(Preset.ACCURATE).horizon(7).epochs(2);
            };
        }
    }

    /** A week and chance, as a CSV with a feature and a gap now and then. */
    private Path write(String name, double[][] columns) throws IOException {
        StringJoiner text = new StringJoiner("\n", "date,y,x\n", "\n");
        for (int row = 0; row < columns[0].length; row++) {
            text.add(Tiny.dates(row, row + 1)[0] + "," + cell(columns[0][row]) + "," + cell(columns[1][row]));
        }
        return Files.writeString(folder.resolve(name), text.toString());
    }

    private static String cell(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private double[][] columns(int rows) {
        double[][] columns = new double[2][rows];
        for (int row = 0; row < rows; row++) {
            columns[0][row] = 100 + 10 * StrictMath.sin(row * 2 * StrictMath.PI / 7) + random.nextGaussian();
            columns[1][row] = random.nextDouble();
        }
        return columns;
    }

    /** The same columns, with other values and gaps from a row on. */
    private double[][] otherwise(double[][] columns, int from) {
        double[][] other = {columns[0].clone(), columns[1].clone()};
        for (int row = from; row < columns[0].length; row++) {
            // The last row is never missing, as rows after the last value are left out.
            boolean missing = random.nextInt(8) == 0 && row < columns[0].length - 1;
            other[0][row] = missing ? Double.NaN : 20 + 500 * random.nextDouble();
            other[1][row] = 100 * random.nextDouble();
        }
        return other;
    }

    private Series read(String name, double[][] columns, Missing missing) throws Exception {
        ReadOptions options = ReadOptions.DEFAULT.withTarget("y").withFeatures(List.of("x"));
        return CsvReader.read(write(name, columns), options.withMissing(missing));
    }

    /** Of forecasts that are computed together with others, and behind a gap with fewer others. */
    private static final double ROUNDING = 1e-5 * 100;

    private static void areTheSame(
            List<OriginForecast> expected, List<OriginForecast> actual, int before, double rounding) {
        int compared = 0;
        for (int k = 0; k < expected.size() && expected.get(k).row() <= before; k++) {
            OriginForecast one = expected.get(k);
            OriginForecast other = actual.get(k);
            assertEquals(one.row(), other.row());
            assertEquals(one.fitted(), other.fitted());
            String from = " from row " + one.row();
            one.forecasts()
                    .forEach((method, forecast) ->
                            assertArrayEquals(forecast[0], other.forecasts().get(method)[0], rounding, method + from));
            for (int step = 0; step < one.intervals()[0].length; step++) {
                assertArrayEquals(
                        one.intervals()[0][step][0], other.intervals()[0][step][0], rounding, "interval" + from);
            }
            compared++;
        }
        assertTrue(compared > 0, "no origin up to row " + before);
    }

    @ParameterizedTest
    @EnumSource
    void aBacktestKnowsNothingOfLaterRows(Way way) throws Exception {
        double[][] columns = columns(240);
        List<OriginForecast> origins = backtest(way, read("a.csv", columns, Missing.INTERPOLATE));
        int cut = origins.get(random.nextInt(origins.size())).row();
        Series other = read("b.csv", otherwise(columns, cut), Missing.INTERPOLATE);
        areTheSame(origins, backtest(way, other), cut, 0);
    }

    private static List<OriginForecast> backtest(Way way, Series series) throws LstmException {
        return Backtest.of(series)
                .settings(way.settings())
                .origins(4)
                .refit(2)
                .threads(1)
                .run()
                .forecasts()
                .origins();
    }

    @ParameterizedTest
    @EnumSource
    void anEvaluationKnowsNothingOfLaterRows(Way way) throws Exception {
        double[][] columns = columns(240);
        Series series = read("a.csv", columns, Missing.INTERPOLATE);
        Model model = train(way, series.first(160)).model();
        List<OriginForecast> origins = evaluate(model, series);
        int cut = origins.get(random.nextInt(origins.size())).row();
        Series other = read("b.csv", otherwise(columns, cut), Missing.INTERPOLATE);
        areTheSame(origins, evaluate(model, other), cut, ROUNDING);
    }

    private static List<OriginForecast> evaluate(Model model, Series series) throws LstmException {
        return ModelEvaluation.of(model).threads(1).run(series).parts().get(0).origins();
    }

    private static TrainResult train(Way way, Series series) throws LstmException {
        return Training.of(series).settings(way.settings()).threads(1).run();
    }

    /** The rows that score a model chose and taught nothing. */
    @ParameterizedTest
    @EnumSource
    void rowsThatScoreTeachNothing(Way way) throws Exception {
        double[][] columns = columns(640);
        TrainResult trained = train(way, read("a.csv", columns, Missing.INTERPOLATE));
        int scored = trained.heldOut().orElseThrow().origins().get(0).row();
        assertTrue(scored > trained.model().data().trainRows(), "the same rows choose and score");
        TrainResult other = train(way, read("b.csv", otherwise(columns, scored), Missing.INTERPOLATE));
        assertEquals(trained.model().architecture(), other.model().architecture());
        assertEquals(trained.model().recipe(), other.model().recipe());
        assertEquals(trained.model().preparation(), other.model().preparation());
        assertArrayEquals(
                trained.model().networks().get(0).weights(),
                other.model().networks().get(0).weights());
    }

    /** A gap that ends behind an origin is not filled with what comes there. */
    @Test
    void aGapAtAnOriginIsNotFilledFromBehindIt() throws Exception {
        double[][] columns = columns(240);
        int first = backtest(Way.CLASSIC, read("a.csv", columns, Missing.INTERPOLATE))
                .get(0)
                .row();
        IntStream.range(first - 3, first + 2).forEach(row -> columns[0][row] = Double.NaN);
        List<OriginForecast> origins = backtest(Way.CLASSIC, read("a.csv", columns, Missing.INTERPOLATE));
        double[][] other = otherwise(columns, first + 2);
        areTheSame(origins, backtest(Way.CLASSIC, read("b.csv", other, Missing.INTERPOLATE)), first, 0);
    }

    /** Nor are training rows filled from the held-out rows: the scaler would know how far those reach. */
    @Test
    void aGapAtTheEndOfTheTrainingRowsIsNotFilledFromBehindIt() throws Exception {
        double[][] columns = columns(240);
        int end = train(Way.CLASSIC, read("a.csv", columns, Missing.INTERPOLATE))
                .model()
                .data()
                .trainRows();
        IntStream.range(end - 3, end + 2).forEach(row -> columns[0][row] = Double.NaN);
        double[][] other = {columns[0].clone(), columns[1]};
        other[0][end + 2] = 1000;
        Model model =
                train(Way.CLASSIC, read("a.csv", columns, Missing.INTERPOLATE)).model();
        Model changed =
                train(Way.CLASSIC, read("b.csv", other, Missing.INTERPOLATE)).model();
        assertEquals(end - 3, model.data().trainRows());
        assertEquals(model.preparation(), changed.preparation());
    }
}
