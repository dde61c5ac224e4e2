package lstm.report;

import static java.util.stream.Collectors.joining;
import static lstm.report.RowNames.count;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lstm.check.CsvCheck;
import lstm.csv.ColumnFacts;
import lstm.csv.CsvSurvey;
import lstm.error.LstmException;
import lstm.prepare.Profile;
import lstm.series.Missing;
import lstm.series.NumberFacts;
import lstm.series.Series;
import lstm.series.SeriesNote;
import lstm.series.StampEvidence;
import lstm.series.StampKind;
import lstm.text.LabelledLines;
import lstm.text.NumberText;

/** The findings of {@code check} as text. */
public final class CheckText {
    private final CsvCheck findings;
    private final TrainingHint hint;
    private final Optional<LeakReport> leak;
    private final LabelledLines text = new LabelledLines();

    private CheckText(CsvCheck findings, TrainingHint hint, Optional<LeakReport> leak) {
        this.findings = findings;
        this.hint = hint;
        this.leak = leak;
    }

    /**
     * The findings.
     *
     * @param hint how to train
     * @param leak what leaking rows would have claimed, if that was asked
     */
    public static String of(CsvCheck findings, TrainingHint hint, Optional<LeakReport> leak) {
        return new CheckText(findings, hint, leak).text();
    }

    private String text() {
        rows();
        findings.survey().dates().ifPresent(dates -> text.addWrapped("dates", dates(dates)));
        columns();
        StepsText.add(text, findings);
        missing();
        ProfileText.add(text, findings, hint);
        leak.ifPresent(report -> text.addWrapped("leak", report.text()));
        return text + next();
    }

    private String next() {
        LabelledLines lines = new LabelledLines();
        lines.addLines("next", hint.command().map(CommandLineText::wrapped).orElse("nothing to train on yet"));
        return lines.toString();
    }

    private void rows() {
        Series series = findings.survey().rows().series();
        String span = series.kind() == StampKind.NONE
                ? "no dates"
                : series.stampText(0) + " to " + series.stampText(series.rows() - 1) + ", "
                        + CalendarText.of(findings.calendar());
        text.addWrapped("read", series.source() + ": " + count(series.rows(), "row") + ", " + span);
        // The line about the dates names the lines without a date.
        Optional<SeriesNote> undated =
                findings.survey().dates().map(dates -> new SeriesNote.LinesPassedOver(dates.passedOver(), dates.odd()));
        series.notes().stream()
                .filter(note -> !undated.equals(Optional.of(note)))
                .forEach(note -> text.addWrapped("", NoteText.of(note)));
    }

    /** For example {@code column Date, d.M.yyyy (300 of 301 lines; line 302 holds "Total")}. */
    private static String dates(StampEvidence dates) {
        String columns = (dates.columns().size() == 1 ? "column " : "columns ") + String.join(", ", dates.columns());
        String odd = dates.passedOver() == 0
                ? "all " + count(dates.read(), "row")
                : dates.read() + " of " + count(dates.read() + dates.passedOver(), "line") + "; "
                        + NoteText.odd(dates.odd(), dates.passedOver());
        return columns + ", " + dates.format() + " (" + odd + ")";
    }

    private void columns() {
        List<ColumnFacts> columns = findings.survey().columns();
        String others = findings.survey().others().isEmpty()
                ? ""
                : "; not numeric: " + String.join(", ", findings.survey().others());
        text.addWrapped(
                "columns",
                columns.size() + " numeric: "
                        + columns.stream().map(CheckText::column).collect(joining(", ")) + others);
        NumberFacts numbers = findings.survey().numbers();
        if (numbers.decimal().isPresent() || !numbers.isPlain()) {
            text.addWrapped("numbers", NumberFactsText.of(numbers));
        }
        Series series = findings.rows().series();
        Profile profile = findings.profile();
        text.addWrapped(
                "target",
                series.target() + " (" + ColumnText.reason(series) + "): "
                        + NumberText.of(profile.min()) + " to " + NumberText.of(profile.max()) + ", mean "
                        + NumberText.rounded(profile.mean(), 4) + ", standard deviation "
                        + NumberText.rounded(profile.deviation(), 4));
    }

    private static String column(ColumnFacts column) {
        if (column.missing() > 0) {
            return column.name() + " (" + NumberText.count(column.missing()) + " missing)";
        }
        return column.name() + (column.min() == column.max() ? " (always " + NumberText.of(column.min()) + ")" : "");
    }

    private void missing() {
        CsvSurvey survey = findings.survey();
        if (survey.holeCount() == 0) {
            text.add("missing", "none");
            return;
        }
        String holes = IntStream.range(
                        0, Math.min(RowNames.NAMED, survey.holes().size()))
                .mapToObj(k -> hole(survey.holes().get(k)))
                .collect(joining(", "));
        long more = survey.holeCount() - Math.min(RowNames.NAMED, survey.holes().size());
        Missing missing = findings.missing();
        String left =
                switch (missing) {
                    case ERROR -> throw new IllegalStateException("nothing is done about what is missing");
                    case DROP -> "left out";
                    case FORWARD -> "filled with the last value";
                    case INTERPOLATE -> "interpolated";
                    case MASK -> "interpolated and masked";
                };
        text.addWrapped(
                "missing",
                count(survey.holeCount(), "value") + " in " + count(survey.holeRows(), "row") + ": " + holes
                        + RowNames.more(more) + "; " + left + " here (policy: " + missing + ")");
    }

    private String hole(CsvSurvey.Hole hole) {
        boolean several = findings.survey().rows().series().columns().size() > 1;
        return "line " + hole.line() + (several ? " " + hole.column() : "")
                + (hole.text().isEmpty() ? "" : " " + LstmException.quote(hole.text()));
    }
}
