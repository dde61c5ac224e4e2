package lstm.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.BaselineFit;
import lstm.evaluate.CombinationFit;
import lstm.evaluate.MethodCombiner;
import lstm.evaluate.PanelHoldout;
import lstm.forecast.Forecaster;
import lstm.model.Calibration;
import lstm.model.Combination;
import lstm.model.Combine;
import lstm.model.FittedBaselines;
import lstm.model.Model;
import lstm.model.Score;
import lstm.model.TrainingHistory.Status;
import lstm.prepare.PreparationPlan;
import lstm.train.DivergedException;
import lstm.train.Trainer;
import lstm.train.TrainingState;

/**
 * Trains a model, scores it on the held-out rows and calibrates its intervals there: the one place for that. It holds
 * native memory until it is closed.
 */
final class ModelTrainer implements AutoCloseable {
    private final PreparedTraining job;
    private final NetworkTrainer trainer;
    private Optional<Learned> learned = Optional.empty();
    private Optional<PanelHoldout> panel = Optional.empty();
    private List<FittedBaselines> rivals = List.of();

    /** Opens the network of a training. */
    ModelTrainer(PreparedTraining job, int threads) {
        this.job = job;
        trainer = NetworkTrainer.open(
                job.draft().architecture(),
                job.draft().lookback(),
                job.panel().learn(),
                job.panel().validation(),
                job.draft().recipe(),
                threads);
    }

    /**
     * How good weights are on the held-out rows that are scored.
     *
     * @param forecasts of the only series; empty for several series, or if nothing was held out
     * @param scores of each target; none if nothing was held out
     */
    record HeldOutScores(Optional<BacktestResult> forecasts, List<Score> scores) {}

    /**
     * Trains a model of a series without scoring it.
     *
     * @return empty if the listener or an interrupt stopped it
     * @throws DivergedException when a loss, the gradient or a weight is not finite
     */
    static Optional<Model> fit(PreparedTraining job, int threads, Trainer.Listener listener) throws DivergedException {
        TrainingState state = job.draft().start();
        try (ModelTrainer trainer = new ModelTrainer(job, threads)) {
            Trainer.End end = trainer.run(state, listener);
            return end == Trainer.End.INTERRUPTED
                    ? Optional.empty()
                    : Optional.of(trainer.finished(state, end, List.of()));
        }
    }

    /** Trains on from a state, as {@link NetworkTrainer#run} does; without a network there is nothing to do. */
    Trainer.End run(TrainingState state, Trainer.Listener listener) throws DivergedException {
        return job.draft().combine() == Combine.SIMPLE ? Trainer.End.FINISHED : trainer.run(state, listener);
    }

    /** Scores weights on the held-out rows. Modifies the network, which gets the weights. */
    HeldOutScores score(float[] weights) {
        Forecaster forecaster = forecaster(weights);
        if (job.isOfSeveral()) {
            return new HeldOutScores(
                    Optional.empty(), marked(panel().scores(forecaster, combination(forecaster, weights))));
        }
        combine(forecaster, combination(forecaster, weights));
        Optional<BacktestResult> forecasts = job.heldOut().forecasts(forecaster, rivals());
        return new HeldOutScores(
                forecasts, marked(forecasts.map(BacktestResult::scores).orElse(List.of())));
    }

    /** The forecasts of the held-out rows of each series that are scored. Modifies the network, as {@link #score}. */
    List<Optional<BacktestResult>> forecastsOfEach(float[] weights) {
        if (!job.isOfSeveral()) {
            return List.of(score(weights).forecasts());
        }
        Forecaster forecaster = forecaster(weights);
        return panel().forecasts(forecaster, combination(forecaster, weights));
    }

    private List<Score> marked(List<Score> scores) {
        return job.choseByScoredRows()
                ? scores.stream().map(Score::afterChoosing).toList()
                : scores;
    }

    /** The model of a training that has ended, with calibrated intervals. Modifies the network. */
    Model finished(TrainingState state, Trainer.End end, List<Score> scores) {
        Forecaster forecaster = forecaster(state.best());
        Optional<Combination> parts = combination(forecaster, state.best());
        if (!job.isOfSeveral()) {
            combine(forecaster, parts);
        }
        Optional<Calibration> calibration = job.isOfSeveral()
                ? panel().calibration(forecaster, parts)
                : job.heldOut().calibration(forecaster);
        Status status = end == Trainer.End.FINISHED ? Status.FINISHED : Status.STOPPED_EARLY;
        return parts.isPresent()
                ? job.draft().finished(state, status, scores, calibration, parts.get())
                : job.draft()
                        .finished(
                                state, status, scores.stream().map(Score::usual).toList(), calibration);
    }

    /** The combination with the network's forecasts, whose weights are learned on the rows that choose the epoch. */
    private Optional<Combination> combination(Forecaster network, float[] weights) {
        if (!job.draft().combine().hasMethods()) {
            return Optional.empty();
        }
        if (learned.isEmpty() || !Arrays.equals(learned.get().weights(), weights)) {
            List<BacktestResult> chosen = job.isOfSeveral()
                    ? panel().choosing(network)
                    : job.heldOut()
                            .choosing()
                            .forecasts(network, job.draft().baselines())
                            .map(List::of)
                            .orElse(List.of());
            Combine mode = job.draft().combine();
            learned = Optional.of(new Learned(
                    weights,
                    chosen.isEmpty() ? CombinationFit.equal(mode, baselines()) : CombinationFit.of(mode, chosen)));
        }
        return learned.map(Learned::combination);
    }

    /** The baselines to score, with those that smooth, which only a combination keeps. */
    private List<FittedBaselines> rivals() {
        if (job.draft().combine().hasMethods()) {
            return job.draft().baselines();
        }
        if (rivals.isEmpty()) {
            rivals = BaselineFit.smoothed(job.draft().baselines(), job.series(), job.set());
        }
        return rivals;
    }

    private List<FittedBaselines> baselines() {
        return job.isOfSeveral() ? panel().fitted().get(0) : job.draft().baselines();
    }

    private void combine(Forecaster forecaster, Optional<Combination> parts) {
        PreparationPlan plan = job.draft().preparation().plan();
        forecaster.combining(parts.map(known ->
                new MethodCombiner(known, job.draft().baselines(), new double[plan.targets()][0], plan.bounds())));
    }

    /** What was learned with which weights of the network. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Learned(float[] weights, Combination combination) {}

    private PanelHoldout panel() {
        if (panel.isEmpty()) {
            panel = Optional.of(PanelHoldout.of(job.panel(), job.files(), true));
        }
        return panel.get();
    }

    private Forecaster forecaster(float[] weights) {
        return Forecaster.on(trainer.network(), weights, job.draft().preparation());
    }

    @Override
    public void close() {
        trainer.close();
    }
}
