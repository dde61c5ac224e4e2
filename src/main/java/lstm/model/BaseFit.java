package lstm.model;

import java.util.Optional;
import lstm.base.BaseNetwork;
import lstm.base.SeasonPair;

/**
 * The base network as it forecasts a series.
 *
 * @param seasons found in the training rows
 * @param tuned the network if it has been trained on; empty for that of the program
 */
public record BaseFit(SeasonPair seasons, Optional<BaseNetwork> tuned) {
    /** The most that {@link #memory} can be: a longer season is left out of what the network is told. */
    static final int MOST_MEMORY = 6_000;

    /** Checks that there is a row in a season. */
    public BaseFit {
        if (seasons.main() < 1 || seasons.longer() < 0) {
            throw new IllegalArgumentException(seasons.toString());
        }
    }

    /** Rows that a forecast starts from, at most. */
    public int memory() {
        return Math.min(MOST_MEMORY, seasons.memory());
    }
}
