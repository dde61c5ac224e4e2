package lstm.cli.terminal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import lstm.train.Trainer;
import lstm.train.TrainingState;

/** Shows the progress of one cell's training and measures the time of its epochs. */
public final class CompareProgress implements Trainer.Listener {
    private final TrainingProgress progress;
    private final LongSupplier clock;
    private final List<Long> seen = new ArrayList<>();
    private Optional<TrainingState> last = Optional.empty();

    /** Starts timing the first epoch. */
    public CompareProgress(TrainingProgress progress, LongSupplier clock) {
        this.progress = progress;
        this.clock = clock;
        seen.add(clock.getAsLong());
    }

    @Override
    public boolean afterStep(TrainingState state, int batches) {
        last = Optional.of(state);
        progress.step(state, batches);
        return false;
    }

    @Override
    public void afterEpoch(TrainingState state, boolean improved) {
        progress.epoch(state);
        seen.add(clock.getAsLong());
    }

    /** Seconds of the fastest epoch, as the JVM still warms up during the first ones; empty if none was finished. */
    public Optional<Double> fastestEpochSeconds() {
        return IntStream.range(1, seen.size())
                .mapToObj(k -> (seen.get(k) - seen.get(k - 1)) / 1e9)
                .min(Comparator.naturalOrder());
    }

    /** Ends the current line. */
    public void end() {
        last.ifPresent(progress::end);
    }
}
