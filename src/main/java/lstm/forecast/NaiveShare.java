package lstm.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lstm.base.BaseForecast;

/**
 * How much of the naive forecast to mix into the forecasts of the base network, learned from how both did before. No
 * network sees from some rows whether a price can be forecast at all; a hundred errors tell.
 *
 * <p>At each step the share w, from 0 to 1, minimizes the mean of (e - w d)^2 plus (K / n) s w^2 with the errors e of
 * the network, the differences d between the naive forecast and the network's, the smaller mean square s of the errors
 * of the two, and n errors that do not overlap: few errors leave the network as it is. Steps from half as far to twice
 * as far ahead are pooled.
 */
public final class NaiveShare {
    /** K: how many errors the network's own word counts for. */
    private static final double PRIOR = 2;

    /** The largest error or difference that counts, in units of the network. */
    private static final double LARGE = 5;

    /** Smaller shares are noise. */
    private static final double LEAST = 0.05;

    /** By step: sums of e^2, e d, d^2 and (e - d)^2. */
    private final double[][] sums;

    private final double[] independent;

    /**
     * Nothing known yet.
     *
     * @param steps of the forecasts
     */
    public NaiveShare(int steps) {
        sums = new double[steps][4];
        independent = new double[steps];
    }

    /**
     * Mixes the forecasts from one origin after another, each by what is known there, and learns from all of them.
     *
     * @param origins first row of each, ascending; not modified
     * @param values of the whole series, NaN where there is no truth; not modified
     */
    public List<BaseForecast> next(List<BaseForecast> forecasts, int[] origins, double[] values) {
        List<BaseForecast> mixed = new ArrayList<>();
        int oldest = 0;
        for (int k = 0; k < origins.length; k++) {
            int known = k == 0 ? 0 : origins[k - 1];
            oldest = learn(forecasts.subList(0, k), origins, oldest, values, known, origins[k]);
            mixed.add(mixed(forecasts.get(k)));
            count(k == 0 ? sums.length : origins[k] - known);
        }
        int last = origins.length == 0 ? 0 : origins[origins.length - 1];
        learn(forecasts, origins, oldest, values, last, values.length);
        return mixed;
    }

    /** Forecasts that begin this many rows apart share all but these. */
    private void count(int rows) {
        for (int step = 0; step < independent.length; step++) {
            independent[step] += Math.min(1, rows / (step + 1.0));
        }
    }

    /** From the truths of rows from .. to-1; returns the oldest forecast that has others. */
    private int learn(List<BaseForecast> forecasts, int[] origins, int oldest, double[] values, int from, int to) {
        int open = oldest;
        for (int k = oldest; k < forecasts.size(); k++) {
            int end = Math.min(origins[k] + sums.length, to);
            for (int row = Math.max(origins[k], from); row < end; row++) {
                learn(forecasts.get(k), row - origins[k], values[row]);
            }
            open = origins[k] + sums.length <= to ? k + 1 : open;
        }
        return open;
    }

    private void learn(BaseForecast forecast, int step, double truth) {
        double e = bounded((truth - forecast.median(step)) / forecast.units()[step]);
        double d = apart(forecast, step);
        if (!Double.isNaN(e) && !Double.isNaN(d)) {
            double[] sum = sums[step];
            sum[0] += e * e;
            sum[1] += e * d;
            sum[2] += d * d;
            sum[3] += (e - d) * (e - d);
        }
    }

    /** How far the naive forecast is from that of the network, in its units. */
    private static double apart(BaseForecast forecast, int step) {
        return bounded((forecast.last() - forecast.median(step)) / forecast.units()[step]);
    }

    private static double bounded(double error) {
        return Math.max(-LARGE, Math.min(LARGE, error));
    }

    /** A forecast with the share of each step. */
    public BaseForecast mixed(BaseForecast forecast) {
        double[][] quantiles = new double[forecast.steps()][];
        for (int step = 0; step < quantiles.length; step++) {
            double moved = at(step) * apart(forecast, step) * forecast.units()[step];
            quantiles[step] = Arrays.stream(forecast.quantiles()[step])
                    .map(quantile -> quantile + moved)
                    .toArray();
        }
        return new BaseForecast(quantiles, forecast.units(), forecast.last());
    }

    /** The share at a step ahead, from 0. */
    double at(int step) {
        double[] pooled = new double[4];
        for (int other = (step + 1) / 2; other < Math.min(sums.length, 2 * (step + 1)); other++) {
            for (int k = 0; k < pooled.length; k++) {
                pooled[k] += sums[other][k];
            }
        }
        double least = Math.min(pooled[0], pooled[3]);
        double share = pooled[1] / (pooled[2] + PRIOR / independent[step] * least);
        return share >= LEAST ? Math.min(1, share) : 0;
    }
}
