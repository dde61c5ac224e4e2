package lstm.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lstm.calendar.Calendar;
import lstm.calendar.CalendarCoverage.Gap;
import lstm.calendar.CalendarFeature;
import lstm.calendar.Session;
import lstm.check.CsvCheck;
import lstm.csv.ColumnFacts;
import lstm.csv.CsvSurvey;
import lstm.prepare.Profile;
import lstm.prepare.SeasonSearch.Period;
import lstm.series.OddLine;
import lstm.series.Series;
import lstm.series.StampEvidence;

/** The findings of {@code check} as values for {@link lstm.report.Json}. */
public final class CheckJson {
    /** Maximum number of places listed; there may be as many as rows. */
    private static final int LISTED = 100;

    private CheckJson() {}

    /** The values; {@code leak} is null unless it was asked for. */
    public static Map<String, Object> values(CsvCheck findings, TrainingHint hint, Optional<LeakReport> leak) {
        CsvSurvey survey = findings.survey();
        Series series = survey.rows().series();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("file", series.source());
        values.put("rows", series.rows());
        values.put("date", series.dateColumn().orElse(null));
        values.put("dates", survey.dates().map(CheckJson::dates).orElse(null));
        values.put("first", series.stampText(0));
        values.put("last", series.stampText(series.rows() - 1));
        values.put("notes", NoteText.of(series));
        values.put("calendar", calendar(findings));
        values.put("numbers", NumberFactsText.values(survey.numbers()));
        values.put("columns", survey.columns().stream().map(CheckJson::column).toList());
        values.put("other_columns", survey.others());
        values.put("missing", missing(findings));
        values.put("target", target(findings));
        values.put("preset", findings.advice().preset().toString());
        values.put(
                "lookback",
                findings.advice().lookback() == 0 ? null : findings.advice().lookback());
        values.put("transform", findings.advice().transform().toString());
        values.put(
                "calendar_features",
                findings.advice().calendar().stream()
                        .map(CalendarFeature::toString)
                        .toList());
        values.put("leak", leak.map(LeakReport::values).orElse(null));
        values.put("refusal", hint.refusal().orElse(null));
        values.put("train", hint.command().map(CommandLineText::line).orElse(null));
        return values;
    }

    private static Map<String, Object> dates(StampEvidence dates) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("columns", dates.columns());
        values.put("format", dates.format());
        values.put("rows", dates.read());
        values.put("odd_lines", dates.passedOver());
        values.put("odd", dates.odd().stream().map(CheckJson::odd).toList());
        return values;
    }

    private static Map<String, Object> odd(OddLine odd) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("line", odd.line());
        values.put("text", odd.text());
        return values;
    }

    private static Map<String, Object> calendar(CsvCheck findings) {
        Calendar calendar = findings.calendar();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("step", CalendarText.of(calendar));
        values.put("regular", calendar.regular());
        values.put("sessions", calendar.sessions().stream().map(Session::text).toList());
        values.put(
                "holidays", calendar.holidays().stream().map(CalendarText::of).toList());
        values.put("closed", gaps(findings, findings.coverage().closures()));
        values.put("gap_count", findings.coverage().gaps().size());
        values.put("gaps", gaps(findings, findings.coverage().gaps()));
        values.put("off_step_count", findings.coverage().offStep().size());
        values.put(
                "off_step_lines",
                findings.coverage().offStep().stream()
                        .limit(LISTED)
                        .map(row -> findings.covered().lines().of(row))
                        .toList());
        return values;
    }

    private static List<Map<String, Object>> gaps(CsvCheck findings, List<Gap> gaps) {
        return gaps.stream()
                .limit(LISTED)
                .map(gap -> place(findings.covered(), "after", gap.row(), "steps", gap.steps()))
                .toList();
    }

    private static Map<String, Object> place(CsvSurvey.Rows rows, String where, int row, String name, Object value) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(where, rows.series().stampText(row));
        values.put("line", rows.lines().of(row));
        values.put(name, value);
        return values;
    }

    private static Map<String, Object> column(ColumnFacts column) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", column.name());
        values.put("numbers", column.numbers());
        values.put("missing", column.missing());
        values.put("unreadable", column.unreadable());
        values.put("min", column.numbers() == 0 ? null : column.min());
        values.put("max", column.numbers() == 0 ? null : column.max());
        return values;
    }

    private static Map<String, Object> missing(CsvCheck findings) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("values", findings.survey().holeCount());
        values.put("rows", findings.survey().holeRows());
        values.put("policy", findings.missing().toString());
        values.put(
                "first",
                findings.survey().holes().stream()
                        .map(hole -> {
                            Map<String, Object> place = new LinkedHashMap<>();
                            place.put("line", hole.line());
                            place.put("column", hole.column());
                            place.put("text", hole.text());
                            return place;
                        })
                        .toList());
        return values;
    }

    private static Map<String, Object> target(CsvCheck findings) {
        Series series = findings.rows().series();
        Profile profile = findings.profile();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", series.target());
        values.put(
                "reason", series.targetReason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        values.put("rows", series.rows());
        values.put("min", profile.min());
        values.put("max", profile.max());
        values.put("mean", orNull(profile.mean()));
        values.put("deviation", orNull(profile.deviation()));
        values.put("slope", orNull(profile.slope()));
        values.put("straight", orNull(profile.rSquared()));
        values.put("held_rows", profile.held());
        values.put("beyond", profile.outOfRange());
        values.put("naive_rmse", orNull(profile.naive()));
        values.put(
                "seasonal_naive_rmse",
                profile.seasonal().stream().map(CheckJson::orNull).toList());
        values.put("seasons", profile.seasons().stream().map(CheckJson::season).toList());
        values.put("run_count", profile.runs().size());
        values.put(
                "runs",
                profile.runs().stream()
                        .limit(LISTED)
                        .map(run -> place(findings.rows(), "from", run.row(), "length", run.length()))
                        .toList());
        values.put("jump_count", profile.jumps().size());
        values.put(
                "jumps",
                profile.jumps().stream()
                        .limit(LISTED)
                        .map(jump -> place(findings.rows(), "at", jump.row(), "change", orNull(jump.change())))
                        .toList());
        return values;
    }

    /** JSON has no infinity. */
    private static Double orNull(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    private static Map<String, Object> season(Period season) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", season.name());
        values.put("rows", season.steps());
        values.put("correlation", season.strength());
        values.put("found", season.found());
        return values;
    }
}
