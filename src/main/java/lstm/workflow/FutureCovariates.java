package lstm.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.csv.TableReader;
import lstm.error.LstmException;
import lstm.error.Place;
import lstm.error.Setting;
import lstm.model.Model;
import lstm.series.KeyFilter;
import lstm.series.KeyedSeries;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesKey;
import lstm.series.StampKind;
import lstm.text.NumberText;

/** What is known ahead: a row for each step that the network needs, and no other. */
public final class FutureCovariates {
    private FutureCovariates() {}

    /**
     * Reads the columns that a model knows ahead from a CSV of their own, such as a form that was filled in.
     *
     * @param source opened twice
     * @param format what the caller says of the form of the file
     * @throws LstmException if the file has other columns
     */
    public static Series read(Model model, CsvSource source, UnaryOperator<ReadOptions> format) throws LstmException {
        ReadOptions reading = reading(model, format);
        CsvSource form = source.asForm();
        checkColumns(CsvReader.columns(form, reading), reading, source.name());
        try {
            return CsvReader.read(form, reading);
        } catch (LstmException e) {
            throw whole(e);
        }
    }

    /**
     * The same for each series of a table, which has the key columns of the model.
     *
     * @param filter the series that are forecast
     */
    public static Map<SeriesKey, Series> readEach(
            Model model, CsvSource source, UnaryOperator<ReadOptions> format, KeyFilter filter) throws LstmException {
        ReadOptions reading = reading(model, format).withKeys(model.reading().keys());
        CsvSource form = source.asForm();
        checkColumns(CsvReader.columns(form, reading), reading, source.name());
        try {
            return TableReader.read(List.of(form), reading, filter).each().stream()
                    .collect(Collectors.toMap(KeyedSeries::key, KeyedSeries::series));
        } catch (LstmException e) {
            throw whole(e);
        }
    }

    /** The same failure; what is done about missing values elsewhere is of no use here. */
    private static LstmException whole(LstmException e) {
        boolean gap = e.remedy().settings().anyMatch(value -> value.setting().equals(Setting.MISSING));
        return gap ? e.remedy("write a number: what is known ahead has no gaps") : e;
    }

    private static ReadOptions reading(Model model, UnaryOperator<ReadOptions> format) throws LstmException {
        List<String> names = model.ahead();
        if (names.isEmpty()) {
            throw LstmException.usage(
                            Setting.FUTURE, " is for models with columns that are known ahead, and this one has none")
                    .remedy("leave it out");
        }
        ReadOptions reading = ReadOptions.columns(names.subList(0, 1), names.subList(1, names.size()), List.of());
        if (model.stamps() != StampKind.NONE) {
            reading = reading.withDate(model.reading().date().orElse("date"));
        }
        return format.apply(reading).withMissing(Missing.ERROR);
    }

    private static void checkColumns(List<String> found, ReadOptions reading, String file) throws LstmException {
        Set<String> wanted = new HashSet<>(reading.features());
        wanted.add(reading.target().orElseThrow());
        wanted.addAll(reading.keys());
        // The table of predict has one column of this name; a file like the training data has its parts.
        reading.date().ifPresent(date -> {
            wanted.add(date);
            wanted.addAll(List.of(date.split(",")));
        });
        List<String> extra = new ArrayList<>(found);
        extra.removeIf(name -> wanted.contains(name) || name.isEmpty());
        if (!extra.isEmpty()) {
            throw LstmException.data("the model does not know this column ahead")
                    .at(Place.of(file).column(extra.get(0)))
                    .remedy("remove it");
        }
    }

    /**
     * The values of a series at the stamps of a forecast.
     *
     * @param kind of the stamps of the forecast
     * @return [columns][steps]
     * @throws LstmException if it has other stamps
     */
    static double[][] at(Series series, StampKind kind, long[] stamps) throws LstmException {
        boolean numbered = kind == StampKind.NONE;
        for (int k = 0; k < stamps.length; k++) {
            if (k >= series.rows() || !numbered && series.stamps().at(k) != stamps[k]) {
                String there = k < series.rows() ? "row " + (k + 1) + " is " + series.stampText(k) : "it ends";
                throw LstmException.data("has no row for ", kind.text(stamps[k]), " (", there, ")")
                        .in(series.source())
                        .remedy(
                                "the forecast needs ",
                                NumberText.rows(stamps.length),
                                ", ",
                                kind.text(stamps[0]),
                                " to ",
                                kind.text(stamps[stamps.length - 1]));
            }
        }
        if (series.rows() > stamps.length) {
            throw LstmException.data(
                            "has ",
                            NumberText.rows(series.rows() - stamps.length),
                            " more than the ",
                            stamps.length,
                            " steps of the forecast")
                    .in(series.source())
                    .remedy(
                            "remove those from ",
                            series.stampText(stamps.length),
                            " on, or use a longer ",
                            Setting.HORIZON);
        }
        return Arrays.stream(series.values())
                .map(column -> Arrays.copyOf(column, stamps.length))
                .toArray(double[][]::new);
    }
}
