package lstm.cli.terminal;

import lstm.text.NumberText;
import lstm.train.Trainer;
import lstm.train.TrainingState;
import lstm.workflow.BacktestPlan;

/** How a backtest goes: a line before each training; a signal stops it. */
public final class BacktestProgress implements BacktestPlan.Listener {
    private final Console console;
    private final boolean quiet;
    private final int origins;

    public BacktestProgress(Console console, boolean quiet, int origins) {
        this.console = console;
        this.quiet = quiet;
        this.origins = origins;
    }

    @Override
    public Trainer.Listener fitting(int origin, int rows) {
        if (!quiet) {
            console.say("origin " + (origin + 1) + " of " + origins + ": training on " + NumberText.rows(rows));
        }
        return new Trainer.Listener() {
            @Override
            public boolean afterStep(TrainingState state, int batches) {
                return console.signal().isRaised();
            }

            @Override
            public void afterEpoch(TrainingState state, boolean improved) {
                // Epochs of a backtest are no news.
            }
        };
    }

    @Override
    public boolean done(int origin) {
        return console.signal().isRaised();
    }
}
