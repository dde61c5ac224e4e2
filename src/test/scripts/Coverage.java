import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lstm.csv.CsvReader;
import lstm.error.LstmException;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.Covered;
import lstm.evaluate.IntervalScores;
import lstm.forecast.IntervalLevels;
import lstm.preset.Preset;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.workflow.Backtest;
import lstm.workflow.SettingsRequest;

/**
 * What prediction intervals cover, as rows of a Markdown table: backtests over the last fifth of each series, one step
 * and one season ahead (12 steps if there is no season), from origins a horizon apart, with small networks (the preset
 * accurate with 8 units and 10 epochs of at most 2,000 windows). The last rows pool the forecasts of all series; CRPS is
 * relative to the mean absolute change from row to row, and its mean over the series is geometric.
 *
 * <pre>java -cp target/lstm.jar src/test/scripts/Coverage.java FILE.csv[:COLUMN] ...</pre>
 */
public final class Coverage {
    private static final int MOST_ROWS = 4_100;
    private static final int WITHOUT_SEASON = 12;
    private static final int ENOUGH = 50;

    private record Line(int steps, int count, double covered80, double covered95, double crps, int outside) {}

    public static void main(String[] args) {
        System.out.println("| series | steps | forecasts | 80 % cover | 95 % cover | CRPS | outside their 80 % |");
        System.out.println("| --- | --: | --: | --: | --: | --: | --: |");
        List<Line> lines = new ArrayList<>();
        for (String arg : args) {
            try {
                Series series = read(arg);
                int season = print(arg, series, 1, lines);
                print(arg, series, season > 1 ? season : WITHOUT_SEASON, lines);
            } catch (LstmException e) {
                System.err.println(arg + ": " + e.problem());
            }
        }
        print("one step", lines.stream().filter(line -> line.steps == 1).toList());
        print("several steps", lines.stream().filter(line -> line.steps > 1).toList());
        print("all", lines);
    }

    private static Series read(String arg) throws LstmException {
        int colon = arg.lastIndexOf(':');
        List<String> target = colon < 0 ? List.of() : List.of(arg.substring(colon + 1));
        Path file = Path.of(colon < 0 ? arg : arg.substring(0, colon));
        return CsvReader.read(
                        file,
                        ReadOptions.columns(target, List.of(), List.of()).withMissing(Missing.INTERPOLATE))
                .tail(MOST_ROWS);
    }

    /** Prints the row of a series and returns its season. */
    private static int print(String name, Series series, int steps, List<Line> lines) throws LstmException {
        SettingsRequest small = new SettingsRequest()
                .preset(Preset.ACCURATE)
                .units(8)
                .epochs(10)
                .epochWindows(2_000)
                .horizon(steps);
        BacktestResult result = Backtest.of(series)
                .settings(small)
                .origins(Math.max(1, series.rows() / 5 / steps))
                .threads(1)
                .run()
                .forecasts();
        Covered covered = result.covered(0);
        List<Covered> one = List.of(covered);
        double change = 0;
        double[] values = series.column(0);
        for (int row = 1; row < values.length; row++) {
            change += Math.abs(values[row] - values[row - 1]) / (values.length - 1);
        }
        int outside = 0;
        for (int k = 0; k < covered.actual().length; k++) {
            double[] ends = covered.intervals()[k][0];
            outside += ends[0] <= covered.forecast()[k] && covered.forecast()[k] <= ends[1] ? 0 : 1;
        }
        Line line = new Line(
                steps,
                covered.actual().length,
                IntervalScores.coverage(one, 0),
                IntervalScores.coverage(one, 1),
                IntervalScores.crps(one, IntervalLevels.DEFAULT) / change,
                outside);
        lines.add(line);
        print(name.substring(name.lastIndexOf('/') + 1), String.valueOf(steps), line);
        return result.season();
    }

    private static void print(String name, List<Line> lines) {
        int count = lines.stream().mapToInt(Line::count).sum();
        double covered80 = 0;
        double covered95 = 0;
        double logs = 0;
        for (Line line : lines) {
            covered80 += line.covered80 * line.count / count;
            covered95 += line.covered95 * line.count / count;
            logs += Math.log(line.crps) / lines.size();
        }
        int outside = lines.stream().mapToInt(Line::outside).sum();
        print(name + ", pooled", "", new Line(0, count, covered80, covered95, Math.exp(logs), outside));
        long low = lines.stream().filter(line -> line.count >= ENOUGH && line.covered80 < 0.6).count();
        System.err.println(name + ": 80 % intervals cover less than 60 % of " + ENOUGH + " forecasts or more in " + low
                + " of " + lines.size());
    }

    private static void print(String name, String steps, Line line) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %d | %.1f %% | %.1f %% | %.4f | %d |%n",
                name,
                steps,
                line.count,
                100 * line.covered80,
                100 * line.covered95,
                line.crps,
                line.outside);
    }
}
