package lstm.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lstm.calendar.Calendar;
import lstm.calendar.CalendarFeature;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.explain.Explanation;
import lstm.forecast.FiniteForecasts;
import lstm.model.Combine;
import lstm.model.Model;
import lstm.prepare.ForecastRollout;
import lstm.prepare.PositiveValues;
import lstm.prepare.Timeline;
import lstm.series.Series;
import lstm.series.StampColumn;
import lstm.text.NumberText;

/**
 * A forecast of a model explained.
 *
 * @param explanation of the network call that makes the forecast
 * @param dates of the rows of its window, oldest first; empty for padding
 * @param columns names of the network's inputs, the first target first
 * @param step how many steps after the origin the forecast is for, from 1
 * @param horizon number of steps that the model was trained for
 * @param date that is forecast
 * @param made number of rows at the end of the window that are forecasts of earlier steps
 * @param source where the rows of the window come from
 * @param networks of the model, one of which is explained
 */
public record ForecastExplanation(
        Explanation explanation,
        List<String> dates,
        List<String> columns,
        int step,
        int horizon,
        String date,
        int made,
        String source,
        int networks) {
    /** Checks that there is a date for each row and a name for each column. */
    public ForecastExplanation {
        dates = List.copyOf(dates);
        columns = List.copyOf(columns);
        if (dates.size() != explanation.inputs().length
                || columns.size() != explanation.inputs()[0].length) {
            throw new IllegalArgumentException(dates.size() + " dates, " + columns.size() + " columns");
        }
    }

    /** Number of rows at the beginning of the window that are padding. */
    public int padded() {
        return (int) dates.stream().takeWhile(String::isEmpty).count();
    }

    /**
     * Explains a forecast of the first target. The window of a series that has only begun is padded, if the model can.
     *
     * @param modelFile the model's name in messages
     * @param at last row that the forecast sees; the last row that has all it needs if empty
     * @param step to explain, from 1; may lie beyond the trained horizon
     */
    public static ForecastExplanation of(Model model, String modelFile, Series series, Optional<String> at, int step)
            throws LstmException {
        if (model.combination().filter(parts -> !parts.mode().trains()).isPresent()) {
            throw LstmException.usage("has no network to explain")
                    .remedy("name a model trained with ", Setting.COMBINE.to(Combine.ALL))
                    .in(modelFile);
        }
        PositiveValues.check(series, model.preparation());
        model.requireStatics(series);
        int steps = ForecastRollout.rounded(model.preparation().plan(), step);
        int origin = origin(model, modelFile, series, at, model.ahead().isEmpty() ? 0 : steps);
        StampColumn stamps = stamps(series, origin + steps);
        Explanation explanation = Explanation.of(
                model,
                new ForecastRollout(
                        model.preparation(),
                        new Timeline(series.values(), stamps, series.statics()),
                        origin,
                        steps,
                        width(model)),
                step);
        double[] effects = Stream.of(explanation.gradient(), explanation.occlusion())
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
        FiniteForecasts.required(effects, series.source());
        FiniteForecasts.required(new double[] {explanation.forecast()}, series.source());
        int made = steps - model.preparation().plan().outputSteps();
        int end = origin + made;
        int first = model.preparation().plan().transformLag();
        return new ForecastExplanation(
                explanation,
                IntStream.range(end - model.lookback(), end)
                        .mapToObj(row -> row < first ? "" : series.kind().text(stamps.at(row)))
                        .toList(),
                inputs(model, series),
                step,
                model.preparation().plan().horizon(),
                series.kind().text(stamps.at(origin + step - 1)),
                Math.min(made, model.lookback()),
                series.source(),
                model.networks().size());
    }

    private static int width(Model model) {
        return model.recipe().loss().width();
    }

    /** The stamps of that many rows at least; those after the series are inferred. */
    static StampColumn stamps(Series series, int rows) throws LstmException {
        StampColumn known = series.stamps();
        return rows <= known.size()
                ? known
                : known.followedBy(Calendar.infer(series).after(known.last(), rows - known.size()));
    }

    /**
     * The row after the last one that the forecast sees.
     *
     * @param known rows needed after that for the columns known ahead
     */
    private static int origin(Model model, String modelFile, Series series, Optional<String> at, int known)
            throws LstmException {
        int last = series.rows() - known;
        int origin = at.isPresent() ? row(series, at.get()) + 1 : last;
        if (origin > last) {
            throw LstmException.data(
                            "has too few rows after ", at.get(), " to take ", String.join(", ", model.ahead()), " from")
                    .remedy("give an earlier date to ", Setting.AT)
                    .in(series.source());
        }
        int reach = model.preparation().leastRows();
        if (origin < reach) {
            throw LstmException.data(
                            "has ",
                            NumberText.rows(Math.max(0, origin)),
                            at.map(date -> " up to " + date).orElse(""),
                            ", needs at least ",
                            NumberText.count(reach),
                            ", the history that ",
                            modelFile,
                            " uses")
                    .remedy(at.isEmpty() ? "add earlier rows" : "give a later date or add earlier rows")
                    .in(series.source());
        }
        return origin;
    }

    /** The row that a caller names by its stamp. */
    static int row(Series series, String at) throws LstmException {
        return IntStream.range(0, series.rows())
                .filter(row -> series.stampText(row).equals(at))
                .findFirst()
                .orElseThrow(() -> LstmException.data("has no row ", LstmException.quote(at))
                        .remedy(
                                "give a row from ",
                                series.stampText(0),
                                " to ",
                                series.stampText(series.rows() - 1),
                                " to ",
                                Setting.AT)
                        .in(series.source()));
    }

    private static List<String> inputs(Model model, Series series) {
        List<String> names = new ArrayList<>(series.columns());
        for (CalendarFeature feature : model.preparation().plan().calendar()) {
            names.add(feature + " sine");
            names.add(feature + " cosine");
        }
        return names;
    }
}
