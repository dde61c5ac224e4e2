package lstm.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import lstm.text.NumberText;
import lstm.text.PrintableText;

/** A table in aligned columns: text to the left, numbers to the right. */
final class Aligned {
    private static final String GAP = "  ";

    private Aligned() {}

    static String text(Table table) {
        return text(table, (column, value) -> cell(value));
    }

    /**
     * The same with other texts for values.
     *
     * @param cells takes the name of the column and the value
     */
    static String text(Table table, BiFunction<String, Object, String> cells) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.columns().stream().map(PrintableText::of).toList());
        for (List<Object> row : table.rows()) {
            lines.add(IntStream.range(0, row.size())
                    .mapToObj(k -> cells.apply(table.columns().get(k), row.get(k)))
                    .toList());
        }
        int[] widths = new int[table.columns().size()];
        for (List<String> line : lines) {
            for (int k = 0; k < widths.length; k++) {
                widths[k] = Math.max(widths[k], line.get(k).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder();
            for (int k = 0; k < widths.length; k++) {
                row.append(k == 0 ? "" : GAP).append(pad(line.get(k), widths[k], isText(table, k)));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    static boolean isText(Table table, int column) {
        return table.rows().stream().anyMatch(row -> row.get(column) instanceof String);
    }

    private static String pad(String text, int width, boolean left) {
        String space = " ".repeat(width - text.length());
        return left ? text + space : space + text;
    }

    static String cell(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Double number ? NumberText.of(number) : PrintableText.of(value.toString());
    }
}
