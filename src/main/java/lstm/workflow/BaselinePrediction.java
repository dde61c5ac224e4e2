package lstm.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import lstm.base.OpenBaseNetworks;
import lstm.error.LstmException;
import lstm.evaluate.BaselineFit;
import lstm.evaluate.BaselineForecaster;
import lstm.evaluate.FitExtent;
import lstm.forecast.FiniteForecasts;
import lstm.forecast.ForecastStart;
import lstm.forecast.IntervalNote;
import lstm.forecast.IntervalPlan;
import lstm.model.FittedBaselines;
import lstm.model.Method;
import lstm.model.Model;
import lstm.prepare.Split;
import lstm.series.Series;
import lstm.text.NumberText;

/**
 * Forecasts of a model's baselines, which go on from the same rows as those of its network.
 *
 * @param rows to forecast after; empty for those that the model was trained on
 * @param bases which the caller closes
 */
record BaselinePrediction(Model model, Optional<Series> rows, ForecastStart start, OpenBaseNetworks bases) {
    /** At most one row in this many is held out of a series that the model does not know. */
    private static final int PART = 3;

    /** A forecast of one target, and its intervals as {@link BaselineForecaster#intervals} makes them. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody writes to them or compares them.
    record Points(double[] points, double[][][] intervals) {}

    /**
     * Forecasts a target.
     *
     * @param method other than the model
     * @param levels of the intervals
     */
    Points forecast(Method method, int target, int steps, double[] levels) throws LstmException {
        BaselineForecaster forecaster = forecaster(method, target);
        double[] values = values(target);
        int needed = forecaster.baseline().historyRows();
        if (values.length < needed) {
            throw LstmException.data(
                            "has ",
                            NumberText.rows(values.length),
                            ", needs at least ",
                            NumberText.count(needed),
                            ", the history that the ",
                            method,
                            " forecast uses")
                    .remedy("add earlier rows")
                    .in(start.source());
        }
        double[] points = FiniteForecasts.required(forecaster.forecast(values, steps), start.source());
        return new Points(points, forecaster.intervals(values, points, levels));
    }

    private BaselineForecaster forecaster(Method method, int target) {
        return BaselineForecaster.of(method, target, fitted(method).get(target), model.preparation(), bases);
    }

    /** What to know about the intervals of a target. */
    List<IntervalNote> notes(Method method, int target, int steps, IntervalPlan plan) {
        BaselineForecaster forecaster = forecaster(method, target);
        if (forecaster.fitted().heldOut().isEmpty()) {
            return List.of(
                    model.validation() == 0 || model.isOfSeveral()
                            ? new IntervalNote.NoErrors()
                            : new IntervalNote.ErrorsNotKept(method));
        }
        List<IntervalNote> notes = new ArrayList<>();
        int calibrated = forecaster.calibrated(steps);
        if (calibrated < steps) {
            notes.add(new IntervalNote.Extrapolated(calibrated));
        }
        plan.fewErrors(forecaster.errors()).ifPresent(notes::add);
        return notes;
    }

    private double[] values(int target) {
        if (rows.isPresent()) {
            return rows.get().column(target);
        }
        double[] recent = model.baselines().get(target).recent();
        double[] context = model.context().values()[target];
        double[] values = Arrays.copyOf(recent, recent.length + context.length);
        System.arraycopy(context, 0, values, recent.length, context.length);
        return values;
    }

    /** A model of several series knows none of them: the baselines learn from the rows to forecast after. */
    private List<FittedBaselines> fitted(Method method) {
        if (!model.isOfSeveral()) {
            return model.baselines();
        }
        Series series = rows.orElseThrow();
        int held = Split.heldRows(
                model.validation(), series.rows(), model.preparation().plan(), model.lookback());
        int trainRows = series.rows() - Math.min(held, series.rows() / PART);
        BitSet masked = series.masked();
        FitExtent others = model.combination().isPresent() ? FitExtent.SMOOTHING : FitExtent.USUAL;
        FitExtent extent = method == Method.BASE ? FitExtent.all(model.calendar()) : others;
        return BaselineFit.of(series.values(), masked, trainRows, model.preparation(), extent);
    }
}
