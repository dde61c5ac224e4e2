package lstm.network;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What training minimizes: the mean over a batch of a function of predictions and targets. */
public sealed interface Loss {
    /** The adjacent predictions that the network makes for each target. */
    int width();

    /**
     * Whether errors are first multiplied by the unit of their window, so that they are measured in that of the series.
     */
    default boolean isInSeriesUnits() {
        return false;
    }

    /**
     * Returns the sum of the losses of {@code n} predictions.
     *
     * @param predicted [n]
     * @param target [n / {@link #width}]
     */
    double sum(float[] predicted, float[] target, int n);

    /**
     * Returns the sum of the losses of windows, each as often as it counts.
     *
     * @param predicted [windows, O]
     * @param target [windows, O / {@link #width}]
     * @param weights [windows]
     */
    default double sum(float[] predicted, float[] target, float[] weights) {
        int outputs = predicted.length / weights.length;
        int targets = outputs / width();
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            float[] own = Arrays.copyOfRange(predicted, k * outputs, (k + 1) * outputs);
            float[] truth = Arrays.copyOfRange(target, k * targets, (k + 1) * targets);
            sum += weights[k] * sum(own, truth, outputs);
        }
        return sum;
    }

    /**
     * Computes d mean loss / d prediction for {@code n} of the {@code count} predictions that the mean is over.
     *
     * @param predicted [n]
     * @param target [n / {@link #width}]
     * @param gradient [n], modified
     */
    void gradient(float[] predicted, float[] target, float[] gradient, int n, int count);

    /** A function of the error e = prediction - target of one prediction. */
    enum Point implements Loss {
        /** e^2. */
        MSE {
            @Override
            double of(double e) {
                return e * e;
            }

            @Override
            double slope(double e) {
                return 2 * e;
            }
        },
        /** |e|; its slope at 0 is 0. */
        MAE {
            @Override
            double of(double e) {
                return Math.abs(e);
            }

            @Override
            double slope(double e) {
                return Math.signum(e);
            }
        },
        /**
         * |e| in the unit of the series: where each window is scaled by itself, the loss of one that varies twice as
         * much counts twice.
         */
        SERIES_MAE {
            @Override
            double of(double e) {
                return MAE.of(e);
            }

            @Override
            double slope(double e) {
                return MAE.slope(e);
            }

            @Override
            public boolean isInSeriesUnits() {
                return true;
            }
        },
        /** e^2/2 within 1, |e| - 1/2 beyond (Huber 1964, with his k = 1, in scaled units). */
        HUBER {
            @Override
            double of(double e) {
                return Math.abs(e) <= 1 ? e * e / 2 : Math.abs(e) - 0.5;
            }

            @Override
            double slope(double e) {
                return Math.max(-1, Math.min(1, e));
            }
        };

        abstract double of(double error);

        abstract double slope(double error);

        @Override
        public int width() {
            return 1;
        }

        @Override
        public double sum(float[] predicted, float[] target, int n) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                sum += of((double) predicted[k] - target[k]);
            }
            return sum;
        }

        @Override
        public void gradient(float[] predicted, float[] target, float[] gradient, int n, int count) {
            for (int k = 0; k < n; k++) {
                gradient[k] = (float) (slope((double) predicted[k] - target[k]) / count);
            }
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The quantile or pinball loss (Koenker and Bassett 1978): for a target y and a prediction q of its quantile p it
     * is p (y - q) where y lies above q, and (1 - p) (q - y) below; its slope at 0 is taken as 0. Its mean is minimal
     * when a share p of the targets lies below q. Each target has one prediction per level, adjacent to each other; the
     * middle one is the median.
     *
     * @param levels p of each quantile, increasing, in (0, 1), each with its complement 1 - p, so 0.5 is in the middle
     */
    record Quantiles(List<Double> levels) implements Loss {
        /** 1 - 0.9 is a little less than 0.1. */
        private static final double ROUNDING = 1e-9;

        /** Checks that the levels increase and are symmetric about the median. */
        public Quantiles {
            levels = List.copyOf(levels);
            int width = levels.size();
            for (int k = 0; k < width; k++) {
                boolean within = levels.get(k) > 0 && levels.get(k) < 1;
                boolean increasing = k == 0 || levels.get(k) > levels.get(k - 1);
                boolean symmetric = Math.abs(levels.get(k) + levels.get(width - 1 - k) - 1) <= ROUNDING;
                if (!within || !increasing || !symmetric) {
                    throw new IllegalArgumentException("quantiles " + levels);
                }
            }
            if (width % 2 == 0) {
                throw new IllegalArgumentException("quantiles without a median: " + levels);
            }
        }

        /** Returns the index of a level; -1 if it is not among them. */
        public int indexOf(double level) {
            for (int k = 0; k < levels.size(); k++) {
                if (Math.abs(levels.get(k) - level) <= ROUNDING) {
                    return k;
                }
            }
            return -1;
        }

        static double of(double level, double e) {
            return e < 0 ? -level * e : (1 - level) * e;
        }

        static double slope(double level, double e) {
            return e == 0 ? 0 : e < 0 ? -level : 1 - level;
        }

        @Override
        public int width() {
            return levels.size();
        }

        @Override
        public double sum(float[] predicted, float[] target, int n) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                sum += of(levels.get(k % width()), (double) predicted[k] - target[k / width()]);
            }
            return sum;
        }

        @Override
        public void gradient(float[] predicted, float[] target, float[] gradient, int n, int count) {
            for (int k = 0; k < n; k++) {
                double e = (double) predicted[k] - target[k / width()];
                gradient[k] = (float) (slope(levels.get(k % width()), e) / count);
            }
        }

        @Override
        public String toString() {
            return levels.stream().map(String::valueOf).collect(Collectors.joining(", ", "quantile (", ")"));
        }
    }
}
