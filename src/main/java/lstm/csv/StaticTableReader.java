package lstm.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.series.ReadOptions;
import lstm.series.SeriesKey;
import lstm.series.StaticColumn;
import lstm.series.StaticTable;
import lstm.series.StaticValue;

/** Reads a table with a row of facts for each series: its key columns, and columns of facts. */
public final class StaticTableReader {
    private final Header header;
    private final KeyCells keys;
    private final List<String> keyNames;
    private final List<StaticColumn> columns;
    private final List<Integer> indices = new ArrayList<>();
    private final Map<SeriesKey, Row> rows = new LinkedHashMap<>();

    private StaticTableReader(Row first, List<String> keyNames, List<StaticColumn> asked) throws LstmException {
        header = new Header(first);
        this.keyNames = keyNames;
        List<Integer> found = new ArrayList<>();
        for (String name : keyNames) {
            found.add(header.find(name, Setting.STATIC_FILE));
        }
        keys = new KeyCells(header, found, "is about");
        columns = asked.isEmpty() ? others() : asked;
        for (StaticColumn column : columns) {
            Integer index = header.find(column.name(), Setting.STATIC);
            if (indices.contains(index)) {
                throw RequestedColumns.twice(Setting.STATIC, header, index, "a static column");
            }
            indices.add(index);
        }
    }

    /** All columns with a name that are no keys. */
    private List<StaticColumn> others() throws LstmException {
        List<StaticColumn> others = IntStream.range(0, header.size())
                .filter(column ->
                        !keys.columns().contains(column) && !header.name(column).isEmpty())
                .mapToObj(column -> StaticColumn.named(header.name(column)))
                .toList();
        if (others.isEmpty()) {
            throw LstmException.data("has no column beside the keys")
                    .at(header.place())
                    .remedy("add columns of facts");
        }
        return others;
    }

    /**
     * Reads a whole table.
     *
     * @param keys names of the columns that tell series apart
     * @param asked columns of facts, whose kinds may be known; if empty, all that are no keys
     * @throws LstmException if the file cannot be read, lacks a column, or has a key twice or an empty one
     */
    public static StaticTable read(CsvSource source, List<String> keys, List<StaticColumn> asked) throws LstmException {
        try (CsvRecords records = CsvRecords.open(source, ReadOptions.DEFAULT, CsvLimits.DEFAULT)) {
            StaticTableReader reader = new StaticTableReader(records.header(), keys, asked);
            for (Row row = records.next(); row != null; row = records.next()) {
                reader.add(row);
            }
            return reader.table(source.name());
        }
    }

    private void add(Row row) throws LstmException {
        SeriesKey key = keys.of(row);
        Row before = rows.putIfAbsent(key, row);
        if (before != null) {
            throw LstmException.data(key.text(keyNames), " is already on line ", before.line())
                    .at(row.place())
                    .remedy("delete line ", row.line(), " or ", before.line());
        }
    }

    private StaticTable table(String source) throws LstmException {
        List<Row> all = List.copyOf(rows.values());
        List<StaticColumn> known = new ArrayList<>();
        List<List<StaticValue>> facts = new ArrayList<>();
        for (int k = 0; k < columns.size(); k++) {
            int index = indices.get(k);
            List<String> cells = all.stream().map(row -> row.cell(index)).toList();
            StaticColumn named = keys.fact(index, columns.get(k).kind());
            StaticFacts column =
                    StaticFacts.of(named, cells, row -> all.get(row).place(), Optional.empty());
            known.add(column.column());
            facts.add(column.values());
        }
        Map<SeriesKey, List<StaticValue>> each = new HashMap<>();
        int number = 0;
        for (SeriesKey key : rows.keySet()) {
            int row = number++;
            each.put(key, facts.stream().map(values -> values.get(row)).toList());
        }
        return new StaticTable(source, known, each);
    }
}
