package lstm.chart;

import java.util.List;

/** How a line is drawn. Lines with different gaps can be told apart even where they coincide. */
public enum Stroke {
    /** Without gaps. */
    SOLID(),
    /** Dashes. */
    DASHED(6, 4),
    /** Dots. */
    DOTTED(2, 3),
    /** Dashes and dots in turn. */
    DASH_DOTTED(9, 3, 2, 3),
    /** Long dashes. */
    LONG_DASHED(13, 4);

    private final List<Integer> dashes;

    Stroke(Integer... dashes) {
        this.dashes = List.of(dashes);
    }

    /** Lengths of dashes and gaps in turn, in points; empty for a line without gaps. */
    List<Integer> dashes() {
        return dashes;
    }
}
