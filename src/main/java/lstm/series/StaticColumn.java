package lstm.series;

import java.util.Locale;
import java.util.Optional;

/**
 * A column of a table that holds one value per series: a fact that does not change over time.
 *
 * @param kind what it holds; empty if its cells decide
 */
public record StaticColumn(String name, Optional<Kind> kind) {
    /** What a column of facts holds. */
    public enum Kind {
        /** A quantity, such as a price. */
        NUMBER,
        /** A name or code, such as a region. */
        CATEGORY;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A column whose cells decide what it holds: numbers if all of them are numbers, else categories. */
    public static StaticColumn named(String name) {
        return new StaticColumn(name, Optional.empty());
    }

    /** A column as a user writes it: its name, which may end in {@code :category} or {@code :number}. */
    public static StaticColumn parse(String text) {
        for (Kind kind : Kind.values()) {
            String end = ":" + kind;
            if (text.endsWith(end) && text.length() > end.length()) {
                return named(text.substring(0, text.length() - end.length())).of(kind);
            }
        }
        return named(text);
    }

    /** The column as {@link #parse} takes it. */
    @Override
    public String toString() {
        return name + kind.map(known -> ":" + known).orElse("");
    }

    /** The same, known to hold this. */
    public StaticColumn of(Kind known) {
        return new StaticColumn(name, Optional.of(known));
    }
}
