package lstm.cli;

import static lstm.cli.Places.count;
import static lstm.cli.Places.named;

import java.util.List;
import lstm.report.Figures;
import lstm.report.Lines;
import lstm.series.Coverage;
import lstm.series.Coverage.Gap;
import lstm.series.Series;
import lstm.series.StampKind;

/** How far the stamps of a file keep to its calendar, for people. */
final class StepsText {
    private final Findings findings;
    private final Lines text;

    private StepsText(Lines text, Findings findings) {
        this.findings = findings;
        this.text = text;
    }

    /** Adds what there is to say to the text. */
    static void add(Lines text, Findings findings) {
        new StepsText(text, findings).steps();
    }

    private void steps() {
        Series series = findings.covered().series();
        Coverage coverage = findings.coverage();
        if (series.kind() == StampKind.NONE) {
            return;
        } else if (!findings.calendar().regular()) {
            text.addWrapped(
                    "gaps",
                    "not counted, since most rows keep no common step; forecasts are dated with the median one, and"
                            + " windows count rows, not time");
            return;
        }
        if (!findings.calendar().holidays().isEmpty() || !coverage.shut().isEmpty()) {
            text.addWrapped("holidays", holidays(coverage));
        }
        text.addWrapped(
                "gaps",
                coverage.gaps().isEmpty()
                        ? "none"
                        : count(coverage.gaps().size(), "gap") + ", "
                                + count(Coverage.steps(coverage.gaps()), "step") + " absent: "
                                + places(coverage.gaps()) + clock());
        if (!coverage.odd().isEmpty()) {
            text.addWrapped(
                    "off step",
                    count(coverage.odd().size(), "row") + ": "
                            + named(coverage.odd().stream().map(this::place).toList()));
        }
    }

    private String holidays(Coverage coverage) {
        String yearly = Holidays.text(findings.calendar());
        if (coverage.shut().isEmpty()) {
            return yearly;
        }
        return (yearly.isEmpty() ? "" : yearly + "; ")
                + count(coverage.shut().size(), yearly.isEmpty() ? "closure" : "other closure") + " of a day or two: "
                + places(coverage.shut());
    }

    private String places(List<Gap> gaps) {
        return named(gaps.stream()
                .map(gap -> Figures.count(gap.steps()) + " after " + place(gap.row()))
                .toList());
    }

    /** A word on gaps of one hour in the small hours. */
    private String clock() {
        boolean spring = findings.coverage().gaps().stream().anyMatch(this::isClockChange);
        return spring ? "; an hour at night is absent where clocks are put forward" : "";
    }

    private boolean isClockChange(Gap gap) {
        long[] stamps = findings.covered().series().stamps();
        long hours =
                stamps[gap.row() + 1] - stamps[gap.row()] - findings.calendar().count();
        long clock = Math.floorMod(stamps[gap.row() + 1], StampKind.DAY);
        return findings.calendar().count() <= 3_600 && hours == 3_600 && clock > 0 && clock <= 4 * 3_600;
    }

    /** A row of those covered. */
    private String place(int row) {
        return Places.place(findings.covered(), row);
    }
}
