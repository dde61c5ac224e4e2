package lstm.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lstm.error.LstmException;
import lstm.error.Setting;

/**
 * What is known of the series of another table: a row of facts for each key.
 *
 * @param source the name of the table, for messages
 * @param columns the facts, whose kinds are known
 * @param facts of each key, one for each column
 */
public record StaticTable(String source, List<StaticColumn> columns, Map<SeriesKey, List<StaticValue>> facts) {
    /** Copies list and map. */
    public StaticTable {
        columns = List.copyOf(columns);
        facts = Map.copyOf(facts);
    }

    /**
     * The series of a table with these facts.
     *
     * @throws LstmException if there are none of a series, or a fact is a column of the series already
     */
    public SeriesTable joined(SeriesTable table) throws LstmException {
        for (StaticColumn column : columns) {
            if (table.each().get(0).series().columns().contains(column.name())) {
                throw LstmException.usage(
                                "column ", LstmException.quote(column.name()), " is a column of values of the series")
                        .in(source)
                        .remedy("choose other columns with ", Setting.STATIC);
            }
        }
        List<KeyedSeries> each = new ArrayList<>();
        for (KeyedSeries one : table.each()) {
            List<StaticValue> known = facts.get(one.key());
            if (known == null) {
                throw LstmException.data(
                                "has no row of ", one.key().text(table.keys()), ", a series of ", table.source())
                        .in(source)
                        .remedy("add its row; cells that are not known may be empty");
            }
            each.add(new KeyedSeries(one.key(), one.series().withStatics(columns, known)));
        }
        return new SeriesTable(table.source(), table.keys(), each, table.missing(), table.notes());
    }
}
