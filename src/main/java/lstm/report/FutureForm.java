package lstm.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lstm.error.LstmException;
import lstm.forecast.ForecastStart;
import lstm.model.Model;
import lstm.series.KeyedSeries;
import lstm.series.SeriesTable;

/** A form to fill in with the values that a model needs to know ahead. */
public final class FutureForm {
    private FutureForm() {}

    /**
     * A row for each step of a forecast.
     *
     * @param start of the forecast
     * @param steps of the forecast
     */
    public static Table of(Model model, ForecastStart start, int steps) throws LstmException {
        List<String> columns = new ArrayList<>(List.of(model.reading().date().orElse("row")));
        columns.addAll(model.ahead());
        List<List<Object>> rows = new ArrayList<>();
        for (long stamp : start.after(steps)) {
            List<Object> row = new ArrayList<>(Collections.nCopies(columns.size(), null));
            row.set(0, start.stamps().text(stamp));
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    /**
     * The same for each series of a table; the key columns come first. Series that the model cannot forecast, such as
     * those that are too short, have no rows.
     *
     * @param name of the model, for failures
     * @throws LstmException if the model can forecast none
     */
    public static Table of(Model model, String name, SeriesTable table, int steps) throws LstmException {
        List<Table> forms = new ArrayList<>();
        List<List<String>> keys = new ArrayList<>();
        LstmException refused = null;
        for (KeyedSeries one : table.each()) {
            try {
                forms.add(of(model, ForecastStart.after(model, name, one.series()), steps));
                keys.add(one.key().values());
            } catch (LstmException e) {
                refused = refused == null ? e : refused;
            }
        }
        if (forms.isEmpty() && refused != null) {
            throw refused;
        }
        // What is known ahead is the same for all targets.
        return model.reading().layout().isOfTargets() ? forms.get(0) : Table.joined(table.keys(), keys, forms);
    }
}
