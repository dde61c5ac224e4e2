package lstm.explain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lstm.calendar.Calendar;
import lstm.evaluate.BaselineFit;
import lstm.evaluate.ErrorMeasures;
import lstm.evaluate.Holdout;
import lstm.forecast.Forecaster;
import lstm.model.Accuracy;
import lstm.model.ErrorScale;
import lstm.model.FittedBaselines;
import lstm.model.Method;
import lstm.model.Score;
import lstm.network.Network;
import lstm.prepare.Samples;
import lstm.prepare.TrainingSet;
import lstm.series.Series;
import lstm.train.SyntheticSamples;

/** What networks of different cells are trained on and judged by, all alike. */
public sealed interface ComparisonTask {
    /** What is learned from. */
    Samples learn();

    /** What is held out; at least one. */
    Samples held();

    /** T. */
    int steps();

    /** F. */
    int inputs();

    /** O. */
    int outputs();

    /** What predictions begin at, as {@link lstm.prepare.Preparation#naiveOutputs} has it. */
    Optional<float[]> naiveOutputs();

    /**
     * How good these weights are on what is held out, beside a forecast that needs no network. Modifies the network: it
     * gets the weights.
     */
    Score score(Network network, float[] weights);

    /** A series, its first target one step ahead; the naive forecast repeats the last value. */
    record OfSeries(TrainingSet set, Series series) implements ComparisonTask {
        @Override
        public Samples learn() {
            return set.learn();
        }

        @Override
        public Samples held() {
            return set.validation();
        }

        @Override
        public int steps() {
            return set.preparation().lookback();
        }

        @Override
        public int inputs() {
            return set.preparation().inputs();
        }

        @Override
        public int outputs() {
            return set.preparation().plan().outputs();
        }

        @Override
        public Optional<float[]> naiveOutputs() {
            return set.preparation().naiveOutputs();
        }

        @Override
        @SuppressWarnings("resource") // Closing the forecaster would close the caller's network.
        public Score score(Network network, float[] weights) {
            Forecaster forecaster = new Forecaster(network, weights, set.preparation());
            List<FittedBaselines> fitted = BaselineFit.of(series, set);
            return new Holdout(set, series, Calendar.infer(series))
                    .oneStep(forecaster, fitted)
                    .get(0)
                    .score();
        }
    }

    /** Drawn samples; the naive forecast is the mean of the truths that are learned from. */
    record OfTask(SyntheticSamples learn, SyntheticSamples held) implements ComparisonTask {
        @Override
        public int steps() {
            return learn.steps();
        }

        @Override
        public int inputs() {
            return learn.inputs();
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
            int[] order = new int[held.count()];
            Arrays.setAll(order, k -> k);
            network.load(weights);
            float[] predicted = network.predict((from, n, to) -> held.read(order, from, n, to), order.length);
            double mean = 0;
            for (float truth : learn.targets()) {
                mean += (double) truth / learn.count();
            }
            double[] means = new double[order.length];
            Arrays.fill(means, mean);
            double[] actual = doubles(held.targets());
            ErrorScale scale = ErrorMeasures.scale(doubles(learn.targets()), new BitSet(), learn.count(), 1);
            Map<Method, Accuracy> accuracies = Map.of(
                    Method.MODEL,
                    ErrorMeasures.accuracy(actual, doubles(predicted), scale),
                    Method.NAIVE,
                    ErrorMeasures.accuracy(actual, means, scale));
            return new Score(1, accuracies, Optional.empty());
        }

        private static double[] doubles(float[] values) {
            double[] doubles = new double[values.length];
            Arrays.setAll(doubles, k -> values[k]);
            return doubles;
        }
    }
}
