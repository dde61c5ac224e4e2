package lstm.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.error.Setting;
import lstm.file.BoundedFile;
import lstm.text.FormulaText;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A file that {@link ForecastReport#csv} has written, read back. */
final class ForecastFile {
    private static final int MOST_BYTES = 1 << 30;
    private static final Pattern NUMBER = Pattern.compile("forecast|(lower|upper)[\\d.]+");

    private ForecastFile() {}

    /**
     * The rows of a forecast, with the same values that were written.
     *
     * @throws LstmException {@code DATA} if it is no such file
     */
    static Table read(Path file) throws LstmException {
        byte[] bytes = BoundedFile.read(file, MOST_BYTES, Kind.DATA);
        try (Reader text = new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(text, CSVFormat.DEFAULT)) {
            List<CSVRecord> records = parser.getRecords();
            List<String> columns =
                    records.isEmpty() ? List.of() : records.get(0).toList();
            if (!columns.containsAll(ForecastReport.COLUMNS)) {
                throw foreign(file, null);
            }
            List<List<Object>> rows = new ArrayList<>();
            for (CSVRecord record : records.subList(1, records.size())) {
                rows.add(row(columns, record));
            }
            return new Table(columns, rows);
        } catch (IOException | IllegalArgumentException e) {
            throw foreign(file, e);
        }
    }

    private static List<Object> row(List<String> columns, CSVRecord record) {
        List<Object> row = new ArrayList<>();
        for (int k = 0; k < record.size(); k++) {
            String cell = record.get(k);
            String column = k < columns.size() ? columns.get(k) : "";
            if (column.equals("step")) {
                row.add(Integer.valueOf(cell));
            } else if (NUMBER.matcher(column).matches()) {
                row.add(cell.isEmpty() ? null : Double.valueOf(cell));
            } else {
                row.add(FormulaText.unescaped(cell));
            }
        }
        return row;
    }

    private static LstmException foreign(Path file, Exception cause) {
        return LstmException.data("is not a forecast that lstm has written")
                .remedy("remove it or name another folder with ", Setting.OUTPUT)
                .in(file)
                .because(cause);
    }
}
