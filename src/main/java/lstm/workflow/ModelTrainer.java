package lstm.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lstm.base.BaseNetwork;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.BaselineFit;
import lstm.evaluate.CombinationFit;
import lstm.evaluate.CommonWeights;
import lstm.evaluate.FitExtent;
import lstm.evaluate.MethodCombiner;
import lstm.evaluate.PanelHoldout;
import lstm.forecast.Forecaster;
import lstm.model.BaseMember;
import lstm.model.Calibration;
import lstm.model.Combination;
import lstm.model.Combine;
import lstm.model.FittedBaselines;
import lstm.model.Method;
import lstm.model.Model;
import lstm.model.ModelDraft;
import lstm.model.Score;
import lstm.modelfile.BaseNetworkFile;
import lstm.network.Ensemble;
import lstm.prepare.PreparationPlan;
import lstm.train.BaseTuning;
import lstm.train.DivergedException;
import lstm.train.EnsembleTrainer;
import lstm.train.Trainer;
import lstm.train.TrainingState;

/**
 * Trains a model, scores it on the held-out rows and calibrates its intervals there: the one place for that. It holds
 * native memory until it is closed.
 */
final class ModelTrainer implements AutoCloseable {
    private final PreparedTraining job;
    private final int threads;
    private final Ensemble networks;
    private final EnsembleTrainer trainer;
    private Optional<Learned> learned = Optional.empty();
    private Optional<PanelHoldout> panel = Optional.empty();
    private List<FittedBaselines> rivals = List.of();
    private Optional<BaseNetwork> tuned = Optional.empty();

    /** Opens the networks of a training. */
    ModelTrainer(PreparedTraining job, int threads) {
        this.threads = threads;
        this.job = job;
        ModelDraft draft = job.draft();
        networks = new Ensemble(draft.architecture(), draft.networks(), draft.lookback(), threads);
        trainer = new EnsembleTrainer(networks, job.panel().learn(), job.panel().validation(), draft.recipe());
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
        List<TrainingState> states = job.draft().start();
        try (ModelTrainer trainer = new ModelTrainer(job, threads)) {
            return trainer.run(states, listener) == Trainer.End.INTERRUPTED || trainer.isStoppedTuning(listener)
                    ? Optional.empty()
                    : Optional.of(trainer.finished(states, List.of()));
        }
    }

    /**
     * Trains on from the states of the networks, as {@link NetworkTrainer#run} does; without any there is nothing to
     * do.
     */
    Trainer.End run(List<TrainingState> states, Trainer.Listener listener) throws DivergedException {
        return job.draft().combine().trains()
                ? trainer.run(states, new NetworkTrainer.Interruptible(listener))
                : Trainer.End.FINISHED;
    }

    /** Trains the base network too, if forecasts are to be made of that; returns whether the listener stopped it. */
    boolean isStoppedTuning(Trainer.Listener listener) {
        if (!job.draft().combine().tunes()) {
            return false;
        }
        BaseTuning.Result result = new BaseNetworkTuner(job, threads).run(new NetworkTrainer.Interruptible(listener));
        tuned = result.network();
        return result.isStopped();
    }

    /** Takes the base network from a model of this training. */
    ModelTrainer tunedAs(Model model) {
        tuned = model.combination().flatMap(Combination::tuned);
        return this;
    }

    /** The best weights of each network so far. */
    static List<float[]> best(List<TrainingState> states) {
        return states.stream().map(TrainingState::best).toList();
    }

    /** Scores the weights of the networks on the held-out rows. Modifies the networks, which get the weights. */
    HeldOutScores score(List<float[]> weights) {
        try (Forecaster forecaster = forecaster(weights)) {
            Optional<Combination> parts = combination(forecaster, weights);
            if (job.isOfSeveral()) {
                return new HeldOutScores(Optional.empty(), marked(panel().scores(forecaster, parts)));
            }
            combine(forecaster, parts);
            Optional<BacktestResult> forecasts = job.heldOut().forecasts(forecaster, rivals());
            return new HeldOutScores(
                    forecasts, marked(forecasts.map(BacktestResult::scores).orElse(List.of())));
        }
    }

    /** The forecasts of the held-out rows of each series that are scored. Modifies the networks, as {@link #score}. */
    List<Optional<BacktestResult>> forecastsOfEach(List<float[]> weights) {
        if (!job.isOfSeveral()) {
            return List.of(score(weights).forecasts());
        }
        try (Forecaster forecaster = forecaster(weights)) {
            return panel().forecasts(forecaster, combination(forecaster, weights));
        }
    }

    private List<Score> marked(List<Score> scores) {
        return job.choseByScoredRows()
                ? scores.stream().map(Score::afterChoosing).toList()
                : scores;
    }

    /** The model of a training that has ended, with calibrated intervals. Modifies the networks. */
    Model finished(List<TrainingState> states, List<Score> scores) {
        Optional<Combination> parts;
        Optional<Calibration> calibration;
        try (Forecaster forecaster = forecaster(best(states))) {
            parts = combination(forecaster, best(states));
            if (!job.isOfSeveral()) {
                combine(forecaster, parts);
            }
            calibration = job.isOfSeveral()
                    ? panel().calibration(forecaster, parts)
                    : job.heldOut().calibration(forecaster);
        }
        List<Score> kept =
                parts.isPresent() ? scores : scores.stream().map(Score::usual).toList();
        return job.draft().finished(states, kept, calibration, parts);
    }

    /** The combination with the network's forecasts, whose weights are learned on the rows that choose the epoch. */
    private Optional<Combination> combination(Forecaster network, List<float[]> weights) {
        if (!job.draft().combine().hasMethods()) {
            return Optional.empty();
        }
        if (learned.filter(known -> known.isOf(weights)).isEmpty()) {
            Combination parts = job.isOfSeveral() ? common(network) : own(network);
            Optional<BaseNetwork> used = tuned.filter(any -> parts.uses(Method.BASE));
            learned =
                    Optional.of(new Learned(weights, parts.with(new BaseMember(BaseNetworkFile.shippedHash(), used))));
        }
        return learned.map(Learned::combination);
    }

    private Combination common(Forecaster network) {
        Combine mode = job.draft().combine();
        List<BacktestResult> chosen = panel().choosing(network);
        return chosen.isEmpty() ? CombinationFit.equal(mode, panel().fitted().get(0)) : CommonWeights.of(mode, chosen);
    }

    private List<FittedBaselines> baselines() {
        List<FittedBaselines> fitted = job.draft().baselines();
        return tuned.map(network ->
                        fitted.stream().map(one -> one.withTuned(network)).toList())
                .orElse(fitted);
    }

    /** The base network as it is stands for the one that was trained on in rows that taught that. */
    private Combination own(Forecaster network) {
        Combine mode = job.draft().combine();
        List<FittedBaselines> baselines = baselines();
        return job.heldOut()
                .choosing()
                .forecasts(network, baselines)
                .map(chosen -> CombinationFit.of(
                        mode,
                        List.of(chosen),
                        job.heldOut().earlier(FitExtent.of(mode, job.draft().calendar()))))
                .orElseGet(() -> CombinationFit.equal(mode, baselines));
    }

    /** The baselines to score, with those that smooth, which only a combination keeps. */
    private List<FittedBaselines> rivals() {
        if (job.draft().combine().hasMethods()) {
            return baselines();
        }
        if (rivals.isEmpty()) {
            rivals = BaselineFit.smoothed(job.draft().baselines(), job.series(), job.set());
        }
        return rivals;
    }

    private void combine(Forecaster forecaster, Optional<Combination> parts) {
        PreparationPlan plan = job.draft().preparation().plan();
        forecaster.combining(parts.filter(Combination::usesMethods)
                .map(known -> new MethodCombiner(known, baselines(), new double[plan.targets()][0], plan.bounds())));
    }

    /** What was learned with which weights of the networks. */
    private record Learned(List<float[]> weights, Combination combination) {
        boolean isOf(List<float[]> other) {
            return Arrays.deepEquals(weights.toArray(), other.toArray());
        }
    }

    private PanelHoldout panel() {
        if (panel.isEmpty()) {
            boolean hasBase = job.draft().combine().hasBase();
            FitExtent extent = hasBase ? FitExtent.all(job.draft().calendar()).with(tuned) : FitExtent.SMOOTHING;
            panel = Optional.of(PanelHoldout.of(job.panel(), job.files(), extent, threads));
        }
        return panel.get();
    }

    private Forecaster forecaster(List<float[]> weights) {
        return Forecaster.on(networks, weights, job.draft().preparation());
    }

    @Override
    public void close() {
        networks.close();
    }
}
