package lstm.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lstm.base.BaseNetwork;
import lstm.base.SeasonPair;
import lstm.evaluate.BaseExtent;
import lstm.modelfile.BaseNetworkFile;
import lstm.prepare.PreparationPlan;
import lstm.series.Series;
import lstm.statistics.EvenlySpaced;
import lstm.train.BaseTuning;
import lstm.train.Trainer;

/** Trains the base network on the training rows of a job: each target of each series is a series to it. */
record BaseNetworkTuner(PreparedTraining job, int threads) {
    /** Of more, evenly spread ones are taken, so that all of them fit into memory. */
    private static final int MOST_SERIES = 2_000;

    /** Trains. */
    BaseTuning.Result run(Trainer.Listener listener) {
        BaseNetwork shipped = BaseNetworkFile.shipped();
        return new BaseTuning(shipped, threads).on(known(), job.draft().recipe().seed(), listener);
    }

    private List<BaseTuning.Known> known() {
        List<BaseTuning.Known> all = new ArrayList<>();
        EvenlySpaced.of(job.files().size(), MOST_SERIES).forEach(number -> addTargets(all, number));
        return all;
    }

    /** Modifies {@code all}. */
    private void addTargets(List<BaseTuning.Known> all, int number) {
        PreparationPlan plan = job.draft().preparation().plan();
        Series series = job.files().get(number);
        int rows = job.panel().parts().get(number).split().trainRows();
        double[][] targets = Arrays.copyOf(series.values(), plan.targets());
        List<SeasonPair> seasons = job.isOfSeveral()
                ? new BaseExtent(job.draft().calendar(), Optional.empty(), false)
                        .seasons(plan.season(), targets, series.masked(), rows)
                : job.draft().baselines().stream()
                        .map(fitted -> fitted.base().orElseThrow().seasons())
                        .toList();
        for (int target = 0; target < targets.length; target++) {
            double[] truths = BaseExtent.truths(targets[target], series.masked(), rows);
            all.add(new BaseTuning.Known(truths, seasons.get(target)));
        }
    }
}
