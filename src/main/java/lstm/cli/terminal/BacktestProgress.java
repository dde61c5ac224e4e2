package lstm.cli.terminal;

import lstm.text.NumberText;
import lstm.train.Trainer;
import lstm.train.TrainingState;
import lstm.workflow.BacktestPlan;

/** Shows the progress of a backtest in a line before each training, and stops it at a signal. */
public final class BacktestProgress implements BacktestPlan.Listener {
    private final Console console;
    private final Terminal screen;
    private final int origins;

    /** Progress of a backtest over this many origins. */
    public BacktestProgress(Console console, Terminal screen, int origins) {
        this.console = console;
        this.screen = screen;
        this.origins = origins;
    }

    @Override
    public Trainer.Listener fitting(int origin, int rows) {
        if (screen.progress() != ProgressStyle.NONE) {
            console.say("origin " + (origin + 1) + " of " + origins + ": training on " + NumberText.rows(rows));
        }
        return new Trainer.Listener() {
            @Override
            public boolean afterStep(TrainingState state, int batches) {
                return console.signal().isRaised();
            }

            @Override
            public void afterEpoch(TrainingState state, boolean improved) {
                // A line per origin is enough.
            }
        };
    }

    @Override
    public boolean done(int origin) {
        return console.signal().isRaised();
    }
}
