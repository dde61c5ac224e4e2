package lstm.network;

/**
 * How a network reads its windows in segments of several rows (SegRNN, Lin and others 2023): a dense layer with ReLU
 * makes each segment into the input of one step of the first recurrent layer, and each segment of the horizon is one
 * further step from the same last state, whose input is a learned vector of its position. The dense head, the same for
 * all positions, makes each of these steps into a segment of outputs.
 *
 * @param length N, rows in a segment
 * @param series M, series that the outputs belong to: those of one follow one another
 * @param width outputs for each step of a series
 * @param ahead A, the last inputs of a row that are known ahead: the rows hold them for as many steps later as the
 *     network forecasts, and those of a segment of the horizon add to the input of its step
 */
public record Segments(int length, int series, int width, int ahead) {
    /** Checks the ranges. */
    public Segments {
        if (length < 1 || series < 1 || width < 1 || ahead < 0 || length > 1 << 16) {
            throw new IllegalArgumentException(
                    "segments of " + length + " rows, " + series + " series, width " + width + ", " + ahead + " ahead");
        }
    }

    /** Steps that the network forecasts. */
    int horizon(int outputs) {
        return outputs / (series * width);
    }

    /** Segments of the horizon; the last may be cut off. */
    int positions(int outputs) {
        return (horizon(outputs) - 1) / length + 1;
    }

    /** Outputs for a segment of one series. */
    int piece(int outputs) {
        return Math.min(length, horizon(outputs)) * width;
    }
}
