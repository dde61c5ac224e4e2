package lstm.pretrain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import lstm.base.SeasonFinder;
import lstm.base.SeasonPair;
import lstm.calendar.Calendar;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.Series;

/**
 * A real series to measure on.
 *
 * @param name of file and column
 * @param values NaN where missing
 * @param seasons found in all but the last tenth
 */
@SuppressWarnings("ArrayRecordComponent") // Made once and read.
record MeasuredSeries(String name, double[] values, SeasonPair seasons) {
    /** Columns that are not forecast: words, and tables of several series. */
    private static final List<String> LEFT_OUT = List.of("weather", "volume");

    private static final int MOST_COLUMNS = 5;

    /** The share that is forecast. */
    static final double TESTED = 0.1;

    /** The numeric columns of the CSV files in a folder; of a wide file the first ones. */
    static List<MeasuredSeries> of(Path folder) throws IOException, LstmException {
        List<MeasuredSeries> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                List<String> columns = CsvReader.columns(CsvSource.of(file), ReadOptions.DEFAULT);
                if (columns.get(0).equals("industry")) {
                    continue;
                }
                for (String column : columns.subList(1, Math.min(columns.size(), MOST_COLUMNS))) {
                    if (!LEFT_OUT.contains(column)) {
                        Series series = CsvReader.read(
                                file, ReadOptions.DEFAULT.withTarget(column).withMissing(Missing.MASK));
                        all.add(of(file.getFileName() + " " + column, series));
                    }
                }
            }
        }
        return all;
    }

    private static MeasuredSeries of(String name, Series series) {
        double[] values = series.column(0).clone();
        BitSet masked = series.masked();
        int train = (int) Math.round(values.length * (1 - TESTED));
        Calendar calendar = Calendar.infer(series);
        SeasonPair seasons = SeasonFinder.of(calendar, values, masked, train);
        masked.stream().forEach(row -> values[row] = Double.NaN);
        return new MeasuredSeries(name, values, seasons);
    }
}
