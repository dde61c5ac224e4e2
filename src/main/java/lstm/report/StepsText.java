package lstm.report;

import static lstm.report.RowNames.count;
import static lstm.report.RowNames.named;

import java.util.List;
import lstm.calendar.CalendarCoverage;
import lstm.calendar.CalendarCoverage.Gap;
import lstm.check.CsvCheck;
import lstm.series.Series;
import lstm.series.StampColumn;
import lstm.series.StampKind;
import lstm.text.LabelledLines;
import lstm.text.NumberText;

/** How well the stamps of a file fit its calendar, as text. */
final class StepsText {
    private final CsvCheck findings;
    private final LabelledLines text;

    private StepsText(LabelledLines text, CsvCheck findings) {
        this.findings = findings;
        this.text = text;
    }

    /** Adds the lines to the text. */
    static void add(LabelledLines text, CsvCheck findings) {
        new StepsText(text, findings).steps();
    }

    private void steps() {
        Series series = findings.covered().series();
        CalendarCoverage coverage = findings.coverage();
        if (series.kind() == StampKind.NONE) {
            return;
        } else if (!findings.calendar().regular()) {
            text.addWrapped(
                    "gaps",
                    "not counted: most rows have no common step; forecasts are dated with the median step, and"
                            + " windows count rows, not time");
            return;
        }
        if (!findings.calendar().holidays().isEmpty() || !coverage.closures().isEmpty()) {
            text.addWrapped("holidays", holidays(coverage));
        }
        text.addWrapped(
                "gaps",
                coverage.gaps().isEmpty()
                        ? "none"
                        : count(coverage.gaps().size(), "gap") + ", "
                                + count(CalendarCoverage.steps(coverage.gaps()), "step") + " missing: "
                                + places(coverage.gaps()) + clock());
        if (!coverage.offStep().isEmpty()) {
            text.addWrapped(
                    "off step",
                    count(coverage.offStep().size(), "row") + ": "
                            + named(coverage.offStep().stream().map(this::place).toList()));
        }
    }

    private String holidays(CalendarCoverage coverage) {
        String yearly = CalendarText.holidays(findings.calendar());
        if (coverage.closures().isEmpty()) {
            return yearly;
        }
        return (yearly.isEmpty() ? "" : yearly + "; ")
                + count(coverage.closures().size(), yearly.isEmpty() ? "closure" : "other closure")
                + " of a day or two: "
                + places(coverage.closures());
    }

    private String places(List<Gap> gaps) {
        return named(gaps.stream()
                .map(gap -> NumberText.count(gap.steps()) + " after " + place(gap.row()))
                .toList());
    }

    /** An explanation of gaps of one hour at night. */
    private String clock() {
        boolean spring = findings.coverage().gaps().stream().anyMatch(this::isClockChange);
        return spring ? "; an hour is missing at night when clocks go forward" : "";
    }

    private boolean isClockChange(Gap gap) {
        StampColumn stamps = findings.covered().series().stamps();
        long hours = stamps.at(gap.row() + 1)
                - stamps.at(gap.row())
                - findings.calendar().count();
        long clock = Math.floorMod(stamps.at(gap.row() + 1), StampKind.DAY);
        return findings.calendar().count() <= 3_600 && hours == 3_600 && clock > 0 && clock <= 4 * 3_600;
    }

    /** A row and its line. */
    private String place(int row) {
        return RowNames.place(findings.covered(), row);
    }
}
