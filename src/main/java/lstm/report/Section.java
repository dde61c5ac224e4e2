package lstm.report;

import java.util.List;
import lstm.chart.Figure;

/** A part of a {@link Page}, under its heading. */
public sealed interface Section {
    /** Its heading; empty if it needs none. */
    String heading();

    /** Labeled lines. */
    record Facts(String heading, List<Fact> facts) implements Section {
        /** Copies the list. */
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** A line of {@link Facts}. */
    record Fact(String about, String value) {}

    /** Rows under named columns; numbers to four digits. */
    record Rows(String heading, Table table) implements Section {}

    /** A collapsed table, for long ones. */
    record Folded(String heading, Table table) implements Section {}

    /** A figure, which has its own title. */
    record Picture(Figure figure) implements Section {
        @Override
        public String heading() {
            return "";
        }
    }

    /** Preformatted text. */
    record Typed(String heading, String text) implements Section {}
}
