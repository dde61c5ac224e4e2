package lstm.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lstm.chart.Figure;
import lstm.model.Score;
import lstm.series.Series;

/**
 * A series among several that one model forecasts, with what its forecasts of the first target are worth.
 *
 * @param name that tells it from the others
 * @param table the forecasts that are scored
 */
record ScoredSeries(String name, Series rows, BacktestTable table, Score score) {
    /** Of those whose MASE is defined; the first target of each is scored. */
    static Optional<ScoredSeries> of(String name, Series rows, BacktestTable table) {
        return table.outcome()
                .score(0, -1)
                .filter(score -> score.model().mase().isPresent())
                .map(score -> new ScoredSeries(name, rows, table, score));
    }

    /** Mean absolute scaled error of the model. */
    double mase() {
        return score.model().mase().orElseThrow();
    }

    /** The pictures of many: of the best, the middle and the worst, and of how the errors are spread; none of one. */
    static List<Section> pictures(String series, List<ScoredSeries> all) {
        if (all.size() < 2) {
            return List.of();
        }
        return List.of(new Section.Picture(gallery(series, all)), new Section.Picture(ErrorHistogram.of(series, all)));
    }

    /** The best, the middle and the worst. */
    static Figure gallery(String series, List<ScoredSeries> all) {
        List<ScoredSeries> ranked = new ArrayList<>(all);
        ranked.sort(Comparator.comparingDouble(ScoredSeries::mase));
        return new SeriesGallery(series, ranked);
    }
}
