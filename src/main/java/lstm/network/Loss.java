package lstm.network;

import java.util.Locale;

/** What training makes small: the mean over a batch of a function of the error e = prediction - truth. */
public enum Loss {
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

    /** The sum of the losses of {@code n} predictions. */
    public double sum(float[] predicted, float[] truth, int n) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += of((double) predicted[k] - truth[k]);
        }
        return sum;
    }

    /**
     * d mean loss / d prediction for {@code n} of the {@code count} values that the mean is over. Modifies
     * {@code gradient}.
     */
    public void gradient(float[] predicted, float[] truth, float[] gradient, int n, int count) {
        for (int k = 0; k < n; k++) {
            gradient[k] = (float) (slope((double) predicted[k] - truth[k]) / count);
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
