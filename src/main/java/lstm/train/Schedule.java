package lstm.train;

import java.util.List;
import java.util.Locale;

/** How the learning rate changes from epoch to epoch. It depends on the history only, so it has no state. */
public enum Schedule {
    /** The learning rate stays the same. */
    CONSTANT {
        @Override
        double factor(int epochs, List<Epoch> history) {
            return 1;
        }
    },
    /** It falls along half a cosine to nearly zero at the last epoch (Loshchilov and Hutter 2017). */
    COSINE {
        @Override
        double factor(int epochs, List<Epoch> history) {
            return 0.5 * (1 + StrictMath.cos(Math.PI * history.size() / epochs));
        }
    },
    /** It halves whenever the selection loss has not improved for {@value #WAIT} epochs. */
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

    /**
     * Returns the factor of the initial learning rate in the next epoch.
     *
     * @param epochs planned in all
     * @param history of the epochs that are done
     */
    abstract double factor(int epochs, List<Epoch> history);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
