package lstm.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Stream;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.StaticSource;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.FileNotes;
import lstm.cli.terminal.Notes;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.prepare.PreparationPlan;
import lstm.prepare.ScalingMethod;
import lstm.report.TableText;
import lstm.report.Titles;
import lstm.series.KeyFilter;
import lstm.series.NumberStyle;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesTable;
import lstm.series.TableLayout;
import lstm.statistics.Moments;
import lstm.text.NumberText;
import lstm.workflow.SeriesForm;
import lstm.workflow.TrainableSeries;
import lstm.workflow.TrainingRun;

/**
 * The CSV files to train a model on.
 *
 * @param reading how to read the first; the others are read for the same columns
 * @param filter the series of a table to take
 * @param statics where facts about these are read from
 */
record InputFiles(List<String> names, ReadOptions reading, KeyFilter filter, StaticSource statics) {
    /** Files differ in size if the values of one vary this many times as much as those of another. */
    private static final double WIDE = 10;

    /** The file of a command that looks at one series unless a table is asked for. */
    static String only(List<String> names) throws LstmException {
        if (names.size() > 1) {
            throw LstmException.usage("one file is one series, and ", names.get(1), " is another")
                    .remedy(
                            "give each by itself, or name with ",
                            Setting.BY,
                            " what tells the series of a table apart");
        }
        return names.get(0);
    }

    /** The same of a model that was trained on one series. */
    static String only(List<String> names, Path modelFile) throws LstmException {
        if (names.size() > 1) {
            throw LstmException.usage(names.size(), " files were given, and ", modelFile, " is of one series")
                    .remedy("give one file");
        }
        return names.get(0);
    }

    /** Reads the files in order and prints notes about what was done to them. */
    List<Series> read(Console console, CommonOptions common) throws LstmException {
        if (!reading.keys().isEmpty()) {
            return table(console, common).series();
        }
        FileNotes notes = new FileNotes(console, common, names.size());
        Series first = CsvReader.read(CsvSource.of(names.get(0), console.in()), reading);
        notes.add(first);
        List<Series> files = new ArrayList<>(List.of(first));
        SeriesForm form = SeriesForm.of(first);
        Series numbers = first;
        for (String name : names.subList(1, names.size())) {
            NumberStyle style = numbers.reading().numbers().like(numbers.source());
            Series series =
                    CsvReader.read(CsvSource.of(name, console.in()), like(first).withNumbers(style));
            numbers = style.decimal().isPresent() ? numbers : series;
            form.require(series);
            notes.add(series);
            files.add(series);
        }
        notes.print();
        return files;
    }

    /** Reads the files as one table, and prints notes about what was done to it. */
    private SeriesTable table(Console console, CommonOptions common) throws LstmException {
        SeriesTable table = statics.read(CsvSource.all(names, console.in()), reading, filter);
        Notes.print(console, common, TableText.notes(table));
        if (table.each().size() == 1 && filter.equals(KeyFilter.ALL)) {
            String key = table.each().get(0).key().text(table.keys());
            LstmException one = LstmException.data("is one series: ", key).in(table.source());
            throw reading.layout().form() == TableLayout.Form.LONG
                    ? one.remedy("leave out ", Setting.BY, ", or name other columns")
                    : one.remedy("train on it alone with ", Setting.ONLY.to(key));
        }
        return table;
    }

    /** Which series of a table are left out, and a warning if one scaler is used for series that differ in size. */
    static List<String> notes(TrainingRun run, List<Series> all) throws LstmException {
        List<LstmException> refused = TrainableSeries.of(all, run.settings()).refused();
        return Stream.concat(TableText.leftOut(refused, all.size()).stream(), scalerNotes(run).stream())
                .toList();
    }

    private static List<String> scalerNotes(TrainingRun run) {
        List<Series> files = run.job().files();
        PreparationPlan plan = run.settings().plan();
        boolean ownSize =
                plan.scaling() == ScalingMethod.WINDOW || plan.transform().isRelative();
        if (ownSize || files.size() < 2) {
            return List.of();
        }
        DoubleSummaryStatistics sizes = files.stream()
                .mapToDouble(series -> Moments.running(series.column(0)).deviation())
                .filter(size -> size > 0)
                .summaryStatistics();
        return sizes.getCount() < 2 || sizes.getMax() / sizes.getMin() < WIDE
                ? List.of()
                : List.of("all " + Titles.several(files.get(0)) + " share one scaler though their values vary by "
                        + NumberText.of(sizes.getMin())
                        + " to "
                        + NumberText.of(sizes.getMax())
                        + ", so the small ones hardly count; --scaler window scales each on its own");
    }

    /** Options that ask for the columns found in the first file. */
    private ReadOptions like(Series first) {
        ReadOptions target = reading.withTarget(first.target());
        return first.dateColumn().map(target::withDate).orElse(target);
    }
}
