package lstm.cli;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import lstm.cli.option.CommonOptions;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.FileNotes;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.prepare.PreparationPlan;
import lstm.prepare.ScalingMethod;
import lstm.series.NumberStyle;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.statistics.Moments;
import lstm.text.NumberText;
import lstm.workflow.SeriesForm;
import lstm.workflow.TrainingRun;

/**
 * The CSV files to train a model on.
 *
 * @param reading how to read the first; the others are read for the same columns
 */
record InputFiles(List<String> names, ReadOptions reading) {
    /** Files differ in size if the values of one vary this many times as much as those of another. */
    private static final double WIDE = 10;

    /** Reads the files in order and prints notes about what was done to them. */
    List<Series> read(Console console, CommonOptions common) throws LstmException {
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

    /** A warning if one scaler is used for files that differ in size. */
    static List<String> notes(TrainingRun run) {
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
                : List.of("all files share one scaler though their values vary by " + NumberText.of(sizes.getMin())
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
