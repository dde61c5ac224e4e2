package lstm.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lstm.report.TrialTable;
import lstm.text.NumberText;
import lstm.train.Trainer;
import lstm.train.TrainingState;
import lstm.tune.Search;
import lstm.tune.Trial;

/**
 * Shows the progress of a search and decides when its time is over: on a terminal in one line that is rewritten,
 * elsewhere in a plain line after each trial. Part of the time is reserved for the final training with the best
 * settings.
 */
public final class TuneProgress implements Search.Listener {
    private static final double SECOND = 1e9;
    private static final long REFRESH = 100_000_000L;

    /** The final training takes longer than a trial because it sees more rows. */
    private static final double LARGER = 1.5;

    /** The largest share of the time that a trial may take, once another one has been scored. */
    private static final double PART = 0.2;

    private final Console console;
    private final Terminal screen;
    private final StatusLine line;
    private final Optional<DurationLimit> limit;
    private final int most;
    private final long start;
    private final List<Trial> trials = new ArrayList<>();
    private long trialStart;
    private long fitStart;
    private double longestFit;
    private final List<Double> longestFits = new ArrayList<>();
    private double chosenFit;
    private int number;
    private long shown;

    /**
     * Progress of a search that begins now.
     *
     * @param limit empty if only the number of trials ends the search
     * @param most largest number of trials
     */
    public TuneProgress(Console console, Terminal screen, Optional<DurationLimit> limit, int most) {
        this.console = console;
        this.screen = screen;
        this.line = new StatusLine(console.err(), screen);
        this.limit = limit;
        this.most = most;
        this.start = now();
        this.shown = start - REFRESH;
    }

    private long now() {
        return console.clock().getAsLong();
    }

    /** Seconds since the search began. */
    public double seconds() {
        return (now() - start) / SECOND;
    }

    /** Estimated seconds that the final training with the chosen settings will take. */
    public double reserve() {
        return LARGER * chosenFit;
    }

    @Override
    public boolean isOver() {
        return console.signal().isRaised() || limit.isPresent() && left() <= 0;
    }

    private double left() {
        return limit.orElseThrow().seconds() - reserve() - seconds();
    }

    /** The remaining time to show; it includes the reserve, which depends on the best settings so far. */
    private double untilEnd() {
        return Math.max(0, limit.orElseThrow().seconds() - seconds());
    }

    private boolean isTooSlow() {
        return limit.isPresent()
                && Search.best(trials).isPresent()
                && (now() - trialStart) / SECOND > PART * limit.get().seconds();
    }

    @Override
    public Trainer.Listener training(int trial, int fold, int folds) {
        long begin = now();
        if (trial != number) {
            trialStart = begin;
            longestFit = 0;
        } else {
            longestFit = Math.max(longestFit, (begin - fitStart) / SECOND);
        }
        number = trial;
        fitStart = begin;
        return new Trainer.Listener() {
            @Override
            public boolean afterStep(TrainingState state, int batches) {
                show(fold, folds);
                return isOver() || isTooSlow();
            }

            @Override
            public void afterEpoch(TrainingState state, boolean improved) {
                // Steps suffice.
            }
        };
    }

    @Override
    public void tried(Trial trial) {
        longestFit = Math.max(longestFit, (now() - fitStart) / SECOND);
        trials.add(trial);
        longestFits.add(longestFit);
        chosenFit = Search.chosen(trials)
                .map(chosen -> longestFits.get(chosen.number() - 1))
                .orElse(0.0);
        if (screen.progress() == ProgressStyle.LINES) {
            String came = trial.isJudged()
                    ? "skill " + skill(trial.skill())
                    : trial.verdict().toString();
            String best = Search.best(trials)
                    .filter(one -> one.number() != trial.number())
                    .map(one -> ", best " + skill(one.skill()))
                    .orElse("");
            console.err()
                    .println("trial " + trial.number() + of() + ": " + came + best + "; "
                            + TrialTable.summary(trial.settings()) + timeLeft());
        }
    }

    /** Ends the line that was shown last. */
    public void end() {
        line.end();
    }

    private void show(int fold, int folds) {
        long time = now();
        if (screen.progress() != ProgressStyle.LIVE || time - shown < REFRESH) {
            return;
        }
        shown = time;
        String best = Search.best(trials).map(one -> skill(one.skill())).orElse("-");
        double share = limit.isPresent() ? seconds() / limit.get().seconds() : (number - 1.0) / most;
        String left = limit.isPresent() ? ProgressLine.clock(untilEnd()) + " left" : "";
        line.show(String.format(
                Locale.ROOT,
                "trial %3d%s, fold %d/%d %s best skill %6s %12s",
                number,
                of(),
                fold,
                folds,
                new ProgressBar(screen.characters()).of(Math.min(1, share), 20),
                best,
                left));
    }

    private String of() {
        return most == Integer.MAX_VALUE ? "" : " of " + most;
    }

    private String timeLeft() {
        return limit.isPresent() ? "; " + NumberText.seconds(untilEnd()) + " left" : "";
    }

    private static String skill(double skill) {
        return NumberText.fixed(skill, 3);
    }
}
