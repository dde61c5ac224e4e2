package lstm.tune;

import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.model.Settings;

/**
 * The result of a search.
 *
 * @param trials in the order in which they were made
 * @param chosen the first of them that is not significantly worse than the best
 */
public record TuneResult(List<Trial> trials, Trial chosen) {
    /** Copies the list. */
    public TuneResult {
        trials = List.copyOf(trials);
    }

    /**
     * The result of some trials.
     *
     * @throws LstmException if none of them was judged
     */
    public static TuneResult of(List<Trial> trials) throws LstmException {
        Optional<Trial> chosen = Search.chosen(trials);
        if (chosen.isPresent()) {
            return new TuneResult(trials, chosen.get());
        }
        if (trials.stream().anyMatch(trial -> trial.verdict() == Trial.Verdict.DIVERGED)) {
            throw LstmException.of(LstmException.Kind.DIVERGED, "training diverged with all settings")
                    .remedy("use a smaller ", Setting.LEARNING_RATE);
        }
        throw LstmException.usage("the search ended before any settings were judged")
                .remedy("give it a longer ", Setting.DURATION, ", or use fewer ", Setting.EPOCHS);
    }

    /** The settings to train with. */
    public Settings settings() {
        return chosen.settings();
    }
}
