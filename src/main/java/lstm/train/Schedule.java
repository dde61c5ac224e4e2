package lstm.train;

import java.util.List;
import java.util.Locale;

/** How the learning rate changes from epoch to epoch. It follows from what has happened, so it needs no state. */
public enum Schedule {
    /** Stays as it is. */
    CONSTANT {
        @Override
        double factor(int epochs, List<Epoch> history) {
            return 1;
        }
    },
    /** Falls along half a cosine to nearly zero at the last epoch (Loshchilov and Hutter 2017). */
    COSINE {
        @Override
        double factor(int epochs, List<Epoch> history) {
            return 0.5 * (1 + StrictMath.cos(Math.PI * history.size() / epochs));
        }
    },
    /** Halves whenever the judged loss has not improved for {@value #WAIT} epochs. */
    PLATEAU {
        @Override
        double factor(int epochs, List<Epoch> history) {
            double best = Double.POSITIVE_INFINITY;
            double factor = 1;
            int waited = 0;
            for (Epoch epoch : history) {
                waited = epoch.selectionLoss() < best ? 0 : waited + 1;
                best = Math.min(best, epoch.selectionLoss());
                if (waited == WAIT) {
                    factor /= 2;
                    waited = 0;
                }
            }
            return factor;
        }
    };

    private static final int WAIT = 5;

    /** What the learning rate is multiplied by in the epoch after these, of so many planned. */
    abstract double factor(int epochs, List<Epoch> history);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
