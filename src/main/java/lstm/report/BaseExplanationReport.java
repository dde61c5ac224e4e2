package lstm.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lstm.chart.Chart;
import lstm.chart.Charts;
import lstm.chart.TimeAxis;
import lstm.explain.DependenceReach;
import lstm.explain.PastEffects;
import lstm.series.Series;
import lstm.text.LabelledLines;
import lstm.text.NumberText;
import lstm.workflow.BaseExplanation;

/** Which rows a forecast of the base model rests on, as a table, as text, as values for JSON and as a chart. */
public record BaseExplanationReport(BaseExplanation explained) {
    private static final double MOST = 0.9;
    private static final int DIGITS = 4;

    private Series series() {
        return explained.rows();
    }

    private PastEffects effects() {
        return explained.effects();
    }

    private int rows() {
        return series().rows();
    }

    /**
     * A row for each row of the past, with its effect and that of its segment. Step 0 is the last row, -1 the one
     * before.
     */
    public Table table() {
        List<List<Object>> rows = new ArrayList<>();
        for (int number = 0; number < effects().segments().length; number++) {
            for (int row = begin(number); row < end(number); row++) {
                rows.add(Arrays.asList(
                        series().stampText(row),
                        row - rows() + 1,
                        series().masked().get(row) ? null : series().column(0)[row],
                        finite(effects().rows()[row]),
                        number + 1,
                        finite(effects().segments()[number])));
            }
        }
        return new Table(List.of("date", "step", "value", "occlusion", "segment", "segment_occlusion"), rows);
    }

    private int begin(int number) {
        return effects().begin(number, BaseExplanation.segment());
    }

    private int end(int number) {
        return effects().end(number, BaseExplanation.segment());
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    private String what() {
        return "forecast for " + explained.date() + ", step " + explained.step() + ": "
                + NumberText.of(effects().forecast());
    }

    /** How far back the forecast looks, and the effect of each segment, as text. */
    public String text() {
        LabelledLines lines = new LabelledLines();
        lines.addWrapped("rows", NumberText.rows(rows()) + ", " + dates(0, rows()) + "; " + what());
        lines.addWrapped("season", explained.season() == 1 ? "none" : NumberText.rows(explained.season()));
        DependenceReach reach = effects().reach();
        lines.addWrapped("depends", reach.rows(MOST) == 0 ? "on no row: any of them may be missing" : depends(reach));
        lines.addWrapped(
                "segments",
                "of " + NumberText.rows(BaseExplanation.segment())
                        + "; by how much the forecast falls if one had been missing:");
        for (int number = 0; number < effects().segments().length; number++) {
            lines.addWrapped(
                    "",
                    dates(begin(number), end(number)) + ": " + effect(effects().segments()[number]));
        }
        if (effects().earlier() != 0) {
            lines.addWrapped("", "all rows before: " + effect(effects().earlier()));
        }
        return lines.toString();
    }

    private String depends(DependenceReach reach) {
        int peak = reach.peak();
        int before = rows() - 1 - peak;
        return "90 % of the effects of single rows are on the last " + NumberText.count(reach.rows(MOST)) + " of "
                + NumberText.rows(rows()) + ", half on the last " + NumberText.count(reach.rows(0.5)) + "; most on "
                + series().stampText(peak) + (before == 0 ? "" : ", " + NumberText.rows(before) + " before the last")
                + " (" + effect(effects().rows()[peak]) + ")";
    }

    private static String effect(double effect) {
        return Double.isNaN(effect)
                ? "no value would be left"
                : (effect > 0 ? "+" : "") + NumberText.rounded(effect, DIGITS);
    }

    /** The first and the last of rows from .. to-1. */
    private String dates(int from, int to) {
        return series().stampText(from) + " to " + series().stampText(to - 1);
    }

    /** The same as values for {@link Json}. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("first", series().stampText(0));
        values.put("last", series().stampText(rows() - 1));
        values.put("rows", rows());
        values.put("season", explained.season());
        values.put("step", explained.step());
        values.put("date", explained.date());
        values.put("forecast", effects().forecast());
        values.put("occlusion", ExplanationReport.reach(effects().reach()));
        values.put("segment", BaseExplanation.segment());
        List<Object> segments = new ArrayList<>();
        for (int number = 0; number < effects().segments().length; number++) {
            Map<String, Object> segment = new LinkedHashMap<>();
            segment.put("first", series().stampText(begin(number)));
            segment.put("last", series().stampText(end(number) - 1));
            segment.put("occlusion", finite(effects().segments()[number]));
            segments.add(segment);
        }
        values.put("segments", segments);
        values.put("earlier", finite(effects().earlier()));
        return values;
    }

    /** The effect of each row and of its segment. */
    public Chart chart() {
        double[] segments = new double[rows()];
        for (int number = 0; number < effects().segments().length; number++) {
            double effect = effects().segments()[number];
            Arrays.fill(
                    segments,
                    begin(number),
                    end(number),
                    Double.isNaN(effect) ? effects().forecast() : effect);
        }
        return Charts.effects(
                Titles.withUnit(series()) + ", " + what(),
                new TimeAxis(series().kind(), series().stamps().toArray()),
                effects().rows(),
                segments);
    }
}
