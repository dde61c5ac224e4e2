package lstm.forecast;

import lstm.prepare.Timeline;

/** Puts the forecasts of a network and of simple methods together. */
public interface Combiner {
    /** Whether the network has a share in them. */
    boolean usesNetwork();

    /**
     * The forecast from an origin.
     *
     * @param network its forecast, [targets][steps], not modified; of no meaning if it has no share
     * @param rows to forecast from, of which only those before the origin are read
     */
    double[][] combined(double[][] network, Timeline rows, int origin);
}
