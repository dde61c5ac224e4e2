package lstm.cli;

import static java.util.stream.Collectors.joining;
import static lstm.cli.Places.count;

import java.util.List;
import java.util.stream.IntStream;
import lstm.file.UserException;
import lstm.prepare.Profile;
import lstm.report.Figures;
import lstm.report.Lines;
import lstm.series.ColumnFacts;
import lstm.series.Missing;
import lstm.series.Series;
import lstm.series.StampKind;
import lstm.series.Survey;

/** What {@code check} finds, for people. */
final class FindingsText {
    private final Findings findings;
    private final Lines text = new Lines();

    private FindingsText(Findings findings) {
        this.findings = findings;
    }

    static String of(Findings findings) {
        return new FindingsText(findings).text();
    }

    private String text() {
        rows();
        columns();
        StepsText.add(text, findings);
        missing();
        ProfileText.add(text, findings);
        return text + next();
    }

    private String next() {
        Lines next = new Lines();
        next.addLines("next", findings.advice().line().map(TrainLine::text).orElse("nothing to train on yet"));
        return next.toString();
    }

    private void rows() {
        Series series = findings.survey().rows().series();
        String span = series.kind() == StampKind.NONE
                ? "no dates"
                : series.stampText(0) + " to " + series.stampText(series.rows() - 1) + ", "
                        + findings.calendar().describe();
        text.addWrapped("read", series.source() + ": " + count(series.rows(), "row") + ", " + span);
        for (String note : series.notes()) {
            text.addWrapped("", note);
        }
    }

    private void columns() {
        List<ColumnFacts> columns = findings.survey().columns();
        String others = findings.survey().others().isEmpty()
                ? ""
                : "; not of numbers: " + String.join(", ", findings.survey().others());
        text.addWrapped(
                "columns",
                columns.size() + " of numbers: "
                        + columns.stream().map(FindingsText::column).collect(joining(", ")) + others);
        Series series = findings.rows().series();
        Profile profile = findings.profile();
        text.addWrapped(
                "target",
                series.target() + " (" + series.targetReason().text(series.target()) + "): "
                        + Figures.of(profile.min()) + " to " + Figures.of(profile.max()) + ", mean "
                        + Figures.rounded(profile.mean(), 4) + ", standard deviation "
                        + Figures.rounded(profile.deviation(), 4));
    }

    private static String column(ColumnFacts column) {
        if (column.missing() > 0) {
            return column.name() + " (" + Figures.count(column.missing()) + " missing)";
        }
        return column.name() + (column.min() == column.max() ? " (always " + Figures.of(column.min()) + ")" : "");
    }

    private void missing() {
        Survey survey = findings.survey();
        if (survey.holeCount() == 0) {
            text.add("missing", "none");
            return;
        }
        String holes = IntStream.range(0, Math.min(Places.NAMED, survey.holes().size()))
                .mapToObj(k -> hole(survey.holes().get(k)))
                .collect(joining(", "));
        long more = survey.holeCount() - Math.min(Places.NAMED, survey.holes().size());
        Missing missing = findings.missing();
        String left =
                switch (missing) {
                    case ERROR -> throw new IllegalStateException("nothing is done about what is missing");
                    case DROP -> "left out";
                    case FORWARD -> "filled with the last value";
                    case INTERPOLATE -> "interpolated";
                    case MASK -> "interpolated and not learned from";
                };
        text.addWrapped(
                "missing",
                count(survey.holeCount(), "value") + " in " + count(survey.holeRows(), "row") + ": " + holes
                        + Places.more(more) + "; here " + left + ", as by --missing " + missing);
    }

    private String hole(Survey.Hole hole) {
        boolean several = findings.survey().rows().series().columns().size() > 1;
        return "line " + hole.line() + (several ? " " + hole.column() : "")
                + (hole.text().isEmpty() ? "" : " " + UserException.quote(hole.text()));
    }
}
