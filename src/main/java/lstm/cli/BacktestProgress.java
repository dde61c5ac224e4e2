package lstm.cli;

import lstm.forecast.Backtest;
import lstm.report.Figures;
import lstm.train.Trainer;
import lstm.train.TrainingState;

/** How a backtest goes: a line before each training; a signal stops it. */
final class BacktestProgress implements Backtest.Listener {
    private final Console console;
    private final boolean quiet;
    private final int origins;

    BacktestProgress(Console console, boolean quiet, int origins) {
        this.console = console;
        this.quiet = quiet;
        this.origins = origins;
    }

    @Override
    public Trainer.Listener fitting(int origin, int rows) {
        if (!quiet) {
            console.say("origin " + (origin + 1) + " of " + origins + ": training on " + Figures.rows(rows));
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
