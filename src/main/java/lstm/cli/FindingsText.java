package lstm.cli;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lstm.file.UserException;
import lstm.prepare.Plan;
import lstm.prepare.Profile;
import lstm.prepare.SeasonSearch.Season;
import lstm.report.Figures;
import lstm.report.Lines;
import lstm.series.ColumnFacts;
import lstm.series.Coverage;
import lstm.series.Coverage.Gap;
import lstm.series.Missing;
import lstm.series.Series;
import lstm.series.StampKind;
import lstm.series.Survey;

/** What {@code check} finds, for people. */
final class FindingsText {
    /** Places that are named; of the rest only the number. */
    private static final int NAMED = 3;

    /** Outliers are at most so many of the rows. */
    private static final double FEW = 0.05;

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
        steps();
        missing();
        values();
        forecasts();
        lookback();
        return text + next();
    }

    private String next() {
        Advice advice = findings.advice();
        Lines next = new Lines();
        String label = "next";
        for (String line : (advice.words().isEmpty() ? "nothing to train on yet" : advice.text()).split("\n", -1)) {
            next.add(label, line);
            label = "";
        }
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
        long hours = stamps[gap.row() + 1] - stamps[gap.row()] - findings.calendar().count();
        long clock = Math.floorMod(stamps[gap.row() + 1], 86_400L);
        return findings.calendar().count() <= 3_600 && hours == 3_600 && clock > 0 && clock <= 4 * 3_600;
    }

    /** A row of those covered. */
    private String place(int row) {
        return place(findings.covered(), row);
    }

    private static String place(Survey.Rows rows, int row) {
        String line = "line " + rows.lines()[row];
        return rows.series().kind() == StampKind.NONE
                ? line
                : rows.series().stampText(row) + " (" + line + ")";
    }

    private void missing() {
        Survey survey = findings.survey();
        if (survey.holeCount() == 0) {
            text.add("missing", "none");
            return;
        }
        String holes = IntStream.range(0, Math.min(NAMED, survey.holes().size()))
                .mapToObj(k -> hole(survey.holes().get(k)))
                .collect(joining(", "));
        long more = survey.holeCount() - Math.min(NAMED, survey.holes().size());
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
                        + more(more) + "; here " + left + ", as by --missing " + missing);
    }

    private String hole(Survey.Hole hole) {
        boolean several = findings.survey().rows().series().columns().size() > 1;
        return "line " + hole.line() + (several ? " " + hole.column() : "")
                + (hole.text().isEmpty() ? "" : " " + UserException.quote(hole.text()));
    }

    private void values() {
        Profile profile = findings.profile();
        Survey.Rows rows = findings.rows();
        if (profile.min() == profile.max()) {
            text.addWrapped("constant", "every value is " + Figures.of(profile.min()) + ": there is nothing to learn");
            return;
        }
        text.addWrapped(
                "constant",
                profile.runs().isEmpty()
                        ? "no value stays for 10 rows or more"
                        : count(profile.runs().size(), "run") + " of 10 or more equal values: "
                                + named(profile.runs().stream()
                                        .map(run -> Figures.count(run.length()) + " from " + place(rows, run.row()))
                                        .toList()));
        text.addWrapped("jumps", jumps(profile, rows));
    }

    private static String jumps(Profile profile, Survey.Rows rows) {
        int jumps = profile.jumps().size();
        if (jumps == 0) {
            return "no change is 10 times the usual one or more";
        }
        String what = count(jumps, "change") + " of 10 times the usual one or more";
        if (jumps > FEW * rows.series().rows()) {
            return what + ": so many that they are no outliers";
        }
        return what + ": "
                + named(profile.jumps().stream()
                        .map(jump -> signed(jump.change()) + " on " + place(rows, jump.row()))
                        .toList());
    }

    private void forecasts() {
        Profile profile = findings.profile();
        if (profile.min() == profile.max()) {
            return;
        }
        text.addWrapped("season", seasons(profile.seasons()));
        text.addWrapped(
                "trend",
                "a straight line of " + signed(profile.slope()) + " a row explains "
                        + Math.round(100 * profile.straight()) + " % of the variance; " + profile.beyond()
                        + " of the last " + count(profile.held(), "row") + " lie outside the range of all before"
                        + (profile.leavesItsRange() ? ", which a network on values is not made for" : ""));
        StringBuilder seasonal = new StringBuilder();
        for (int k = 0; k < profile.seasonal().size(); k++) {
            String name = profile.found().get(k).name();
            seasonal.append("; the last ").append(name).append(": ").append(Figures.rounded(profile.seasonal().get(k), 4));
        }
        double share = profile.naive() / profile.deviation();
        text.addWrapped(
                "naive",
                "one step ahead, repeating the last value has an RMSE of " + Figures.rounded(profile.naive(), 4) + ", "
                        + Figures.rounded(share, 2) + " of the standard deviation" + seasonal
                        + (profile.isHardToBeat() ? "; that is hard to beat" : ""));
    }

    private static String seasons(List<Season> seasons) {
        List<Season> found = seasons.stream().filter(Season::found).toList();
        List<Season> named = found.isEmpty() ? seasons : found;
        String tried = named.stream()
                .map(season -> String.format(
                        Locale.ROOT, "%s of %d rows (correlation %.2f)", season.name(), season.steps(), season.strength()))
                .collect(joining(", "));
        if (!found.isEmpty()) {
            return tried;
        }
        return seasons.isEmpty() ? "none looked for: too few rows, or none that is usual" : "none: " + tried;
    }

    private void lookback() {
        Advice advice = findings.advice();
        int rows = findings.rows().series().rows();
        if (advice.lookback() == 0) {
            text.addWrapped("lookback", advice.refusal().orElseThrow());
            return;
        }
        int windowCount = rows - advice.lookback() - advice.transform().lag(1);
        String windows = advice.lookback() + " rows make " + count(windowCount, "window");
        String why = advice.refusal()
                .map(refusal -> "; without --lookback: " + refusal)
                .orElse("");
        text.addWrapped("lookback", windows + why + whole(advice.lookback()));
        if (advice.transform() != Plan.CLASSIC.transform()) {
            text.addWrapped(
                    "advice",
                    "--transform " + advice.transform()
                            + ": the network then forecasts changes from the last value, not values");
        }
    }

    /** Which season a window sees whole, and which it does not. */
    private String whole(int lookback) {
        return findings.profile().seasons().stream()
                .filter(Season::found)
                .map(season -> season.steps() <= lookback
                        ? "; a window sees a whole " + season.name()
                        : "; to see a whole " + season.name() + ", use --lookback " + season.steps()
                                + ", which takes " + Figures.rounded((double) season.steps() / lookback, 2)
                                + " times as long")
                .collect(joining());
    }

    private static String named(List<String> places) {
        String first = places.stream().limit(NAMED).collect(joining(", "));
        return first + more(places.size() - NAMED);
    }

    private static String more(long number) {
        return number > 0 ? " and " + Figures.count(number) + " more" : "";
    }

    private static String signed(double value) {
        return (value > 0 ? "+" : "") + Figures.rounded(value, 4);
    }

    private static String count(long number, String what) {
        return Figures.count(number) + " " + what + (number == 1 ? "" : "s");
    }
}
