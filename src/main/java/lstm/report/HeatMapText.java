package lstm.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import lstm.explain.DependenceReach;
import lstm.text.CharacterSet;
import lstm.text.NumberText;
import lstm.text.PrintableText;

/**
 * A heat map in characters, for a terminal of 80 columns: a row of marks for each signal, higher or darker where the
 * value is larger. A window longer than the row is wide is averaged over neighboring steps.
 */
final class HeatMapText {
    private static final int WIDTH = 79;
    private static final int LABEL = 12;
    private static final int RANGE = 21;
    private static final int MARKS = WIDTH - LABEL - RANGE;
    private static final String BLOCKS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
    private static final String ASCII = ".:-=+*#%@";

    private final ExplanationReport explained;
    private final String marks;
    private final int columns;
    private final StringBuilder text = new StringBuilder();

    HeatMapText(ExplanationReport explained, CharacterSet characters) {
        this.explained = explained;
        marks = characters == CharacterSet.ASCII ? ASCII : BLOCKS;
        int steps = explained.dates().size();
        columns = steps > MARKS ? MARKS : MARKS / steps * steps;
        line(
                characters == CharacterSet.ASCII
                        ? explained.title().replaceAll("[^\\x00-\\x7f]", "?")
                        : explained.title());
        dependence("gradient", DependenceReach.of(explained.explanation().gradient()));
        dependence("occlusion", DependenceReach.of(explained.explanation().occlusion()));
        int layer = 0;
        for (SignalRow row : explained.rows()) {
            if (row.layer() != layer) {
                layer = row.layer();
                line("layer " + layer
                        + explained.shown().each().map(signal -> ", " + signal).orElse(""));
            }
            signal(row);
        }
        dates();
        line("gradient, occlusion: share of the forecast's dependence on each row");
        line("below: " + marks.charAt(0) + " lowest to " + marks.charAt(marks.length() - 1) + " highest of "
                + (explained.shown().each().isPresent() ? "the layer" : "each row"));
    }

    private void dependence(String name, DependenceReach reach) {
        double most = Arrays.stream(reach.shares()).max().orElse(0);
        String range = "0 to " + NumberText.rounded(100 * most, 2) + " %";
        row(name, reach.shares(), new SignalRange(0, Math.max(most, 1e-12)), range);
    }

    private void signal(SignalRow row) {
        boolean isEach = explained.shown().each().isPresent();
        String name = isEach ? "unit " + row.unit() : row.signal().toString();
        String range =
                isEach ? SignalRange.of(row.values()).toString() : row.range().toString();
        row("  " + name, row.values(), row.range(), range);
    }

    private void row(String name, double[] values, SignalRange scale, String range) {
        StringBuilder row = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            int mark = (int) (scale.share(mean(values, column)) * marks.length());
            row.append(marks.charAt(Math.max(0, Math.min(marks.length() - 1, mark))));
        }
        line(String.format(Locale.ROOT, "%-" + LABEL + "s%s  %s", name, row, range));
    }

    /** The mean of the steps in a column. */
    private double mean(double[] values, int column) {
        int from = (int) ((long) column * values.length / columns);
        int to = Math.max(from + 1, (int) ((column + 1L) * values.length / columns));
        return IntStream.range(from, to).mapToDouble(t -> values[t]).average().orElseThrow();
    }

    /** The first date below the first step, and the last one below the last, if there is room for both. */
    private void dates() {
        String first = explained.place(0);
        String last = explained.dates().get(explained.dates().size() - 1);
        int between = columns - first.length() - last.length();
        line(" ".repeat(LABEL) + (between > 0 ? first + " ".repeat(between) + last : first + " to " + last));
    }

    private void line(String line) {
        String printable = PrintableText.of(line).stripTrailing();
        int most = printable.offsetByCodePoints(0, Math.min(WIDTH, printable.codePointCount(0, printable.length())));
        text.append(String.format(Locale.ROOT, "%s%n", printable.substring(0, most)));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
