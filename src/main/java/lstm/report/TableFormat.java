package lstm.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lstm.text.FormulaText;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** How a table is written. Machine-readable formats have every digit; the locale has no effect. */
public enum TableFormat {
    /**
     * A header and one line per row. Text that a spreadsheet would take for a formula gets an apostrophe in front, and
     * so does text that already looks escaped; removing one apostrophe restores it.
     */
    CSV {
        @Override
        public void write(Table table, OutputStream to) throws IOException {
            CSVPrinter printer = printer(to);
            printer.printRecord(table.columns().stream().map(TableFormat::csv).toList());
            printer.flush();
            append(table, to);
        }

        @Override
        void append(Table table, OutputStream to) throws IOException {
            CSVPrinter printer = printer(to);
            for (List<Object> row : table.rows()) {
                printer.printRecord(row.stream().map(TableFormat::csv).toList());
            }
            printer.flush();
        }

        private CSVPrinter printer(OutputStream to) throws IOException {
            Writer writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
            CSVFormat format =
                    CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
            return new CSVPrinter(writer, format);
        }
    },
    /** One JSON object per line for each row. */
    NDJSON {
        @Override
        public void write(Table table, OutputStream to) throws IOException {
            append(table, to);
        }

        @Override
        void append(Table table, OutputStream to) throws IOException {
            Writer writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
            for (List<Object> row : table.rows()) {
                writer.write(Json.text(object(table.columns(), row)));
                writer.write('\n');
            }
            writer.flush();
        }
    },
    /** One JSON array with an object for each row. */
    JSON {
        @Override
        public void write(Table table, OutputStream to) throws IOException {
            Writer writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
            writer.write(Json.text(table.rows().stream()
                    .map(row -> object(table.columns(), row))
                    .toList()));
            writer.write('\n');
            writer.flush();
        }
    },
    /** Aligned columns for people, numbers to six digits. */
    TABLE {
        @Override
        public void write(Table table, OutputStream to) throws IOException {
            Writer writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
            writer.write(Aligned.text(table));
            writer.flush();
        }
    };

    /** Writes the table and flushes, but does not close. */
    public abstract void write(Table table, OutputStream to) throws IOException;

    /** Writes only the rows, after another table with the same columns, and flushes. */
    void append(Table table, OutputStream to) throws IOException {
        throw new UnsupportedOperationException(this + " has a beginning and an end");
    }

    private static String csv(Object value) {
        if (value == null || Json.isBeyondNumbers(value)) {
            // An empty text would be quoted at the beginning of a line.
            return null;
        } else if (value instanceof Boolean flag) {
            return flag.toString();
        } else if (value instanceof String text) {
            return FormulaText.escaped(text);
        }
        return Json.number((Number) value);
    }

    private static Map<String, Object> object(List<String> columns, List<Object> row) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int k = 0; k < row.size(); k++) {
            object.put(columns.get(k), row.get(k));
        }
        return object;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
