package lstm.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lstm.chart.Chart;
import lstm.chart.FanChart;
import lstm.chart.SizedChart;
import lstm.chart.TimeAxis;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.OriginForecast;
import lstm.model.Method;
import lstm.model.Score;
import lstm.report.Section.Picture;
import lstm.series.Series;
import lstm.text.NumberText;

/** Charts of the forecasts of a backtest: each after its history, with what came. */
final class BacktestFans {
    /** A page of hundreds of charts would not be read. */
    private static final int MOST = 12;

    private static final int WIDTH = 760;
    private static final int HEIGHT = 240;

    private BacktestFans() {}

    /** A chart for each origin, or for some of them from the first to the last. */
    static List<Section> of(Series series, BacktestTable table, int target) {
        List<OriginForecast> origins = table.outcome().origins();
        int shown = Math.min(MOST, origins.size());
        List<Section> sections = new ArrayList<>();
        if (shown < origins.size()) {
            sections.add(new Section.Facts(
                    "",
                    List.of(new Section.Fact(
                            "shown", shown + " of " + NumberText.count(origins.size()) + " origins"))));
        }
        IntStream.range(0, shown)
                .map(k -> shown == 1 ? 0 : (int) ((long) k * (origins.size() - 1) / (shown - 1)))
                .mapToObj(number ->
                        new Picture(new SizedChart(chart(series, table, target, origins.get(number)), WIDTH, HEIGHT)))
                .forEach(sections::add);
        return sections;
    }

    /** The forecast from an origin after its history, with what came. */
    static Chart chart(Series series, BacktestTable table, int target, OriginForecast origin) {
        BacktestResult outcome = table.outcome();
        double[] values = outcome.columns()[target];
        int from = origin.row();
        int[] came = IntStream.range(from, from + outcome.steps())
                .filter(row -> !outcome.masked().get(row))
                .toArray();
        long[] stamps = series.stamps().toArray();
        TimeAxis past = new TimeAxis(series.kind(), Arrays.copyOf(stamps, from));
        double[] history = Arrays.copyOf(values, from);
        Chart fan = FanChart.of(
                "",
                past,
                history,
                new TimeAxis(series.kind(), Arrays.copyOfRange(stamps, from, from + outcome.steps())),
                origin.forecasts().get(Method.MODEL)[target],
                origin.intervals().length == 0
                        ? List.of()
                        : ForecastReport.fan(origin.intervals()[target], table.levels()));
        TimeAxis cameAt = new TimeAxis(
                series.kind(), Arrays.stream(came).mapToLong(row -> stamps[row]).toArray());
        double[] actual = Arrays.stream(came).mapToDouble(row -> values[row]).toArray();
        String title = Titles.withUnit(table.names().get(target), series) + ", forecast from "
                + series.stampText(from - 1) + note(outcome.of(origin).score(target, -1));
        return FanChart.withActual(fan, past, history, cameAt, actual).withTitle(title);
    }

    private static String note(Optional<Score> score) {
        return score.map(known -> ": RMSE " + NumberText.rounded(known.model().rmse(), 4) + ", naive "
                        + NumberText.rounded(known.naive().rmse(), 4))
                .orElse("");
    }
}
