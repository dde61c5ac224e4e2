package lstm.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lstm.model.Method;
import lstm.model.Score;
import lstm.text.NumberText;
import lstm.text.PrintableText;
import lstm.workflow.BatchJob;
import lstm.workflow.BatchResult;

/** The results of a batch as a table for people that grows by a line when a file is done. */
public final class BatchTable {
    private static final String OTHERS = "  %-9s%9s%9s  %-14s%9s";
    private static final int WIDTH_OF_OTHERS = 54;
    private static final int LEAST_NAME = 10;
    private static final String CUT = "...";

    /** A skill this far below zero has no digits to spare. */
    private static final double HOPELESS = -1000;

    private final int width;

    /**
     * A table of these jobs.
     *
     * @param columns of the terminal
     */
    public BatchTable(List<BatchJob> jobs, int columns) {
        int longest = jobs.stream().mapToInt(job -> name(job).length()).max().orElse(0);
        width = Math.max(LEAST_NAME, Math.min(longest, columns - WIDTH_OF_OTHERS));
    }

    /** The base name of a job's outputs, which no other job of the batch has. */
    static String name(BatchJob job) {
        String forecast = job.forecast().getFileName().toString();
        return PrintableText.of(forecast.replaceFirst("\\.forecast\\.csv$", ""));
    }

    /** The names of the columns. */
    public String header() {
        return line("file", "status", "rows", "skill", "best method", "seconds");
    }

    /** The line of a file. */
    public String line(BatchResult result) {
        Optional<Score> score = result.score();
        return line(
                name(result.job()),
                result.state().toString(),
                result.rows().map(rows -> NumberText.count(rows.count())).orElse(""),
                score.map(BatchTable::skill).orElse(""),
                score.map(one -> one.better().orElse(Method.MODEL).toString()).orElse(""),
                NumberText.fixed(result.seconds(), 1));
    }

    private static String skill(Score score) {
        return score.skill().orElse(0) < HOPELESS
                ? NumberText.rounded(score.skill().orElseThrow(), 3)
                : Scores.rounded(score);
    }

    private String line(String name, Object... others) {
        // The end tells files apart more often than the beginning.
        String shown = name.length() <= width ? name : CUT + name.substring(name.length() - width + CUT.length());
        return shown + " ".repeat(width - shown.length()) + String.format(Locale.ROOT, OTHERS, others) + "\n";
    }
}
