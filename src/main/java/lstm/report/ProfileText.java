package lstm.report;

import static java.util.stream.Collectors.joining;
import static lstm.report.RowNames.count;
import static lstm.report.RowNames.named;
import static lstm.report.RowNames.place;
import static lstm.report.RowNames.signed;

import java.util.List;
import java.util.Locale;
import lstm.calendar.CalendarFeature;
import lstm.check.CsvCheck;
import lstm.check.TrainingAdvice;
import lstm.csv.CsvSurvey;
import lstm.prepare.Profile;
import lstm.prepare.SeasonSearch.Period;
import lstm.prepare.Transform;
import lstm.preset.Preset;
import lstm.text.LabelledLines;
import lstm.text.NumberText;

/** The values of the target, and what they mean for forecasts, as text. */
final class ProfileText {
    /** Outliers are at most this share of the rows. */
    private static final double FEW = 0.05;

    private final CsvCheck findings;
    private final TrainingHint hint;
    private final Profile profile;
    private final LabelledLines text;

    private ProfileText(LabelledLines text, CsvCheck findings, TrainingHint hint) {
        this.hint = hint;
        this.findings = findings;
        this.profile = findings.profile();
        this.text = text;
    }

    /** Adds the lines to the text. */
    static void add(LabelledLines text, CsvCheck findings, TrainingHint hint) {
        ProfileText lines = new ProfileText(text, findings, hint);
        lines.values();
        lines.forecasts();
        lines.lookback();
    }

    private void values() {
        CsvSurvey.Rows rows = findings.rows();
        if (profile.min() == profile.max()) {
            text.addWrapped(
                    "constant", "every value is " + NumberText.of(profile.min()) + ": there is nothing to learn");
            return;
        }
        text.addWrapped(
                "constant",
                profile.runs().isEmpty()
                        ? "no value repeats for 10 rows or more"
                        : count(profile.runs().size(), "run") + " of 10 or more equal values: "
                                + named(profile.runs().stream()
                                        .map(run -> NumberText.count(run.length()) + " from " + place(rows, run.row()))
                                        .toList()));
        text.addWrapped("jumps", jumps(profile, rows));
    }

    private static String jumps(Profile profile, CsvSurvey.Rows rows) {
        int jumps = profile.jumps().size();
        if (jumps == 0) {
            return "no change is 10 or more times the typical one";
        }
        String what = count(jumps, "change") + " of 10 or more times the typical one";
        if (jumps > FEW * rows.series().rows()) {
            return what + ", too many to be outliers";
        }
        return what + ": "
                + named(profile.jumps().stream()
                        .map(jump -> signed(jump.change()) + " on " + place(rows, jump.row()))
                        .toList());
    }

    private void forecasts() {
        if (profile.min() == profile.max()) {
            return;
        }
        text.addWrapped("season", seasons(profile.seasons()));
        text.addWrapped(
                "trend",
                "a linear trend of " + signed(profile.slope()) + " per row explains "
                        + Math.round(100 * profile.rSquared()) + " % of the variance; " + profile.outOfRange()
                        + " of the last " + count(profile.held(), "row")
                        + (profile.outOfRange() == 1 ? " lies" : " lie")
                        + " outside the range of earlier values"
                        + (profile.leavesItsRange() ? ", which a network trained on values cannot reach" : ""));
        StringBuilder seasonal = new StringBuilder();
        for (int k = 0; k < profile.seasonal().size(); k++) {
            String name = profile.found().get(k).name();
            seasonal.append("; repeating the last ")
                    .append(name)
                    .append(": ")
                    .append(NumberText.rounded(profile.seasonal().get(k), 4));
        }
        double share = profile.naive() / profile.deviation();
        text.addWrapped(
                "naive",
                "repeating the last value one step ahead has an RMSE of " + NumberText.rounded(profile.naive(), 4)
                        + ", "
                        + NumberText.rounded(share, 2) + " of the standard deviation" + seasonal
                        + (profile.isHardToBeat() ? "; hard to beat" : ""));
    }

    private static String seasons(List<Period> seasons) {
        List<Period> found = seasons.stream().filter(Period::found).toList();
        List<Period> named = found.isEmpty() ? seasons : found;
        String tried = named.stream()
                .map(season -> String.format(
                        Locale.ROOT,
                        "%s of %d rows (correlation %.2f)",
                        season.name(),
                        season.steps(),
                        season.strength()))
                .collect(joining(", "));
        if (!found.isEmpty()) {
            return tried;
        }
        return seasons.isEmpty() ? "none tested: too few rows, or no usual season for this step" : "none: " + tried;
    }

    private void lookback() {
        TrainingAdvice advice = findings.advice();
        int rows = findings.rows().series().rows();
        if (advice.lookback() == 0) {
            text.addWrapped("lookback", hint.refusal().orElseThrow());
            return;
        }
        int windowCount = rows - advice.lookback() - advice.transform().lag(1);
        String windows = advice.lookback() + " rows make " + count(windowCount, "window");
        text.addWrapped("lookback", windows + whole(advice.lookback()));
        if (advice.preset() == Preset.ACCURATE) {
            text.addWrapped("advice", accurate(advice.transform()) + yearly(advice.calendar()));
        }
    }

    /** What becomes of a season that no window spans: a year of days. */
    private String yearly(List<CalendarFeature> calendar) {
        if (profile.seasons().stream().noneMatch(Period::isYearOfDays)) {
            return "";
        }
        return calendar.contains(CalendarFeature.YEARDAY)
                ? "; for the season of a year it takes the day of the year as an input (calendar yearday), with which an"
                        + " autoregression errs less in these rows"
                : "; it leaves out the season of a year: the training rows hold fewer than three of them, or an"
                        + " autoregression errs hardly less with the day of the year (calendar yearday)";
    }

    private static String accurate(Transform transform) {
        return "preset accurate"
                + (transform == Transform.NONE
                        ? ""
                        : ", which forecasts changes from earlier values (transform " + transform + ")")
                + "; on 20 of the 21 series measured for lstm its errors were smaller than those of the classic recipe";
    }

    /** Which seasons fit in a window. */
    private String whole(int lookback) {
        return profile.seasons().stream()
                .filter(season -> season.found() && season.steps() <= lookback)
                .map(season -> "; a window spans a whole " + season.name())
                .collect(joining());
    }
}
