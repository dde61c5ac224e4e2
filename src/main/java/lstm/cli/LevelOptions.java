package lstm.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import lstm.file.UserException;
import lstm.file.UserException.Kind;
import picocli.CommandLine.Option;

/** Which prediction intervals are written beside a forecast. */
final class LevelOptions {
    @Option(
            names = "--level",
            paramLabel = "PERCENT",
            split = ",",
            description = "Prediction intervals to write, as columns lowerNN and upperNN (default: 80,95).")
    private List<BigDecimal> levels = List.of(BigDecimal.valueOf(80), BigDecimal.valueOf(95));

    /** Refuses what is not within 0 and 100. */
    void check() throws UserException {
        for (BigDecimal level : levels) {
            if (level.signum() <= 0 || level.compareTo(BigDecimal.valueOf(100)) >= 0 || level.scale() > 6) {
                throw new UserException(
                        Kind.USAGE, "--level " + level.toPlainString() + ": give percents between 0 and 100");
            }
        }
    }

    /** The levels, in (0, 1). */
    double[] shares() {
        return levels.stream()
                .mapToDouble(level -> level.movePointLeft(2).doubleValue())
                .toArray();
    }

    /** The names of the columns: lower80, upper80, ... */
    List<String> columns() {
        List<String> names = new ArrayList<>();
        for (String level : names()) {
            names.add("lower" + level);
            names.add("upper" + level);
        }
        return names;
    }

    /** The levels as people say them: 80, 99.5. */
    List<String> names() {
        return levels.stream()
                .map(level -> level.stripTrailingZeros().toPlainString())
                .toList();
    }

    /** The cells of one forecast's intervals, empty where there are none. */
    static List<Object> cells(double[][] intervals) {
        List<Object> cells = new ArrayList<>();
        for (double[] interval : intervals) {
            for (double end : interval) {
                cells.add(Double.isFinite(end) ? (Object) end : null);
            }
        }
        return cells;
    }
}
