package lstm.workflow;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lstm.cli.option.CsvFormatOptions;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.model.Model;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.StampKind;
import lstm.text.NumberText;

/** What is known ahead, from a file of its own: a row for each step that the network needs, and no other. */
public final class FutureCovariates {
    private FutureCovariates() {}

    /**
     * The columns that a model knows ahead, at the stamps of a forecast.
     *
     * @param file named by {@code --future}; null if none was given
     * @param stamps of the steps
     * @return [ahead][steps]
     * @throws LstmException if the model needs a file and there is none or the other way round, or if the file has
     *     other columns or other stamps
     */
    public static double[][] read(Model model, String file, CsvFormatOptions form, StampKind kind, long[] stamps)
            throws LstmException {
        List<String> names = model.ahead();
        if (names.isEmpty() && file == null) {
            return new double[0][];
        } else if (names.isEmpty()) {
            throw new LstmException(Kind.USAGE, "--future: the model knows no column ahead; leave the option out");
        } else if (file == null) {
            throw new LstmException(
                    Kind.USAGE,
                    "the model needs " + String.join(", ", names) + " of " + stamps.length
                            + " steps ahead; write them into what lstm future prints, and name that with --future");
        }
        ReadOptions reading = reading(model, names, form);
        checkColumns(CsvReader.columns(CsvSource.of(file, InputStream.nullInputStream()), reading), reading, file);
        Series series = CsvReader.read(CsvSource.of(file, InputStream.nullInputStream()), reading);
        checkStamps(series, file, kind, stamps);
        return Arrays.stream(series.values())
                .map(column -> Arrays.copyOf(column, stamps.length))
                .toArray(double[][]::new);
    }

    private static ReadOptions reading(Model model, List<String> names, CsvFormatOptions form) {
        ReadOptions trained = model.reading();
        ReadOptions reading = ReadOptions.DEFAULT.withTarget(names.get(0)).withFeatures(names.subList(1, names.size()));
        if (model.stamps() != StampKind.NONE) {
            reading = reading.withDate(trained.date().orElse("date"));
        }
        return form.applyTo(reading).withMissing(Missing.ERROR);
    }

    private static void checkColumns(List<String> found, ReadOptions reading, String file) throws LstmException {
        Set<String> wanted = new HashSet<>(reading.features());
        wanted.add(reading.target().orElseThrow());
        reading.date().ifPresent(wanted::add);
        List<String> extra = new ArrayList<>(found);
        extra.removeIf(name -> wanted.contains(name) || name.isEmpty());
        if (!extra.isEmpty()) {
            throw new LstmException(
                    Kind.DATA,
                    file + ": column " + LstmException.quote(extra.get(0))
                            + " is not one that the model knows ahead; remove it");
        }
    }

    private static void checkStamps(Series series, String file, StampKind kind, long[] stamps) throws LstmException {
        boolean numbered = kind == StampKind.NONE;
        for (int k = 0; k < stamps.length; k++) {
            if (k >= series.rows() || !numbered && series.stamps()[k] != stamps[k]) {
                String there = k < series.rows() ? "row " + (k + 1) + " is " + series.stampText(k) : "it ends";
                throw new LstmException(
                        Kind.DATA,
                        file + ": has no row for " + kind.text(stamps[k]) + " (" + there + "); the forecast needs "
                                + NumberText.rows(stamps.length) + ", " + kind.text(stamps[0]) + " to "
                                + kind.text(stamps[stamps.length - 1]));
            }
        }
        if (series.rows() > stamps.length) {
            throw new LstmException(
                    Kind.DATA,
                    file + ": has " + NumberText.rows(series.rows() - stamps.length) + " more than the " + stamps.length
                            + " steps of the forecast; remove those from "
                            + series.stampText(stamps.length) + " on, or ask for a longer --horizon");
        }
    }
}
