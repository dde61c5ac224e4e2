package lstm.explain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lstm.calendar.Calendar;
import lstm.evaluate.BaselineFit;
import lstm.evaluate.ErrorMeasures;
import lstm.evaluate.FitExtent;
import lstm.evaluate.Holdout;
import lstm.evaluate.PanelHoldout;
import lstm.forecast.Forecaster;
import lstm.model.Accuracy;
import lstm.model.ErrorScale;
import lstm.model.FittedBaselines;
import lstm.model.Method;
import lstm.model.Score;
import lstm.network.Network;
import lstm.network.StaticInputs;
import lstm.prepare.Panel;
import lstm.prepare.Samples;
import lstm.prepare.TrainingSet;
import lstm.series.Series;
import lstm.train.SyntheticSamples;

/** What all cells of a comparison are trained on and scored by. */
public sealed interface ComparisonTask {
    /** The samples to learn from. */
    Samples training();

    /** The samples held out; at least one. */
    Samples validation();

    /** T. */
    int steps();

    /** F. */
    int inputs();

    /** What the network is told beside the rows. */
    default StaticInputs statics() {
        return StaticInputs.NONE;
    }

    /** O. */
    int outputs();

    /** The initial outputs of the network; see {@link lstm.prepare.Preparation#naiveOutputs}. */
    Optional<float[]> naiveOutputs();

    /**
     * Scores weights on the validation samples, next to a naive forecast. Modifies the network, which takes over the
     * weights.
     */
    Score score(Network network, float[] weights);

    /**
     * The first target of a series, or of each of several, one step ahead; the naive forecast repeats the last value.
     *
     * @param panel of these series
     */
    record OfSeries(Panel panel, List<Series> each) implements ComparisonTask {
        /** Copies the list. */
        public OfSeries {
            each = List.copyOf(each);
        }

        @Override
        public Samples training() {
            return panel.learn();
        }

        @Override
        public Samples validation() {
            return panel.validation();
        }

        @Override
        public int steps() {
            return panel.preparation().lookback();
        }

        @Override
        public int inputs() {
            return panel.preparation().inputs();
        }

        @Override
        public StaticInputs statics() {
            return panel.preparation().beside();
        }

        @Override
        public int outputs() {
            return panel.preparation().plan().outputs();
        }

        @Override
        public Optional<float[]> naiveOutputs() {
            return panel.preparation().naiveOutputs();
        }

        @Override
        public Score score(Network network, float[] weights) {
            try (Forecaster forecaster = Forecaster.on(network, weights, panel.preparation())) {
                Score score = each.size() == 1
                        ? ofOne(forecaster, panel.parts().get(0), each.get(0))
                        : PanelHoldout.of(panel, each, FitExtent.USUAL, 1)
                                .scores(forecaster, Optional.empty())
                                .get(0);
                return panel.isDivided() ? score : score.afterChoosing();
            }
        }

        private static Score ofOne(Forecaster forecaster, TrainingSet set, Series series) {
            List<FittedBaselines> fitted = BaselineFit.of(series, set);
            return new Holdout(set, series, Calendar.infer(series))
                    .forecasts(forecaster, fitted)
                    .orElseThrow()
                    .scores()
                    .get(0);
        }
    }

    /** Synthetic samples; the naive forecast is the mean of the training targets. */
    record OfTask(SyntheticSamples training, SyntheticSamples validation) implements ComparisonTask {
        @Override
        public int steps() {
            return training.steps();
        }

        @Override
        public int inputs() {
            return training.inputs();
        }

        @Override
        public int outputs() {
            return 1;
        }

        @Override
        public Optional<float[]> naiveOutputs() {
            return Optional.empty();
        }

        @Override
        public Score score(Network network, float[] weights) {
            int[] order = new int[validation.count()];
            Arrays.setAll(order, k -> k);
            network.load(weights);
            float[] predicted = network.predict((from, n, to) -> validation.read(order, from, n, to), order.length);
            double mean = 0;
            for (float target : training.targets()) {
                mean += (double) target / training.count();
            }
            double[] means = new double[order.length];
            Arrays.fill(means, mean);
            double[] actual = doubles(validation.targets());
            ErrorScale scale = ErrorMeasures.scale(doubles(training.targets()), new BitSet(), training.count(), 1);
            Map<Method, Accuracy> accuracies = Map.of(
                    Method.MODEL,
                    ErrorMeasures.accuracy(actual, doubles(predicted), scale),
                    Method.NAIVE,
                    ErrorMeasures.accuracy(actual, means, scale));
            return new Score(1, accuracies, Optional.empty()).afterChoosing();
        }

        private static double[] doubles(float[] values) {
            double[] doubles = new double[values.length];
            Arrays.setAll(doubles, k -> values[k]);
            return doubles;
        }
    }
}
