package lstm.cli;

import java.util.List;
import java.util.Locale;
import lstm.report.Figures;
import lstm.train.Epoch;
import lstm.train.TrainingState;

/**
 * How training goes: on a terminal one line that is rewritten, elsewhere a plain line after the first epoch and every
 * tenth of the way. The time left is estimated from the second epoch on, since the first pays for warming up.
 */
final class Progress {
    private static final long REFRESH = 100_000_000L;
    private static final int BAR = 14;
    private static final int WIDTH = 79;

    private final Console console;
    private final boolean quiet;
    private final int epochs;
    private final int startEpoch;
    private final long start = System.nanoTime();
    private long afterFirst;
    private long shown;
    private boolean open;

    /** Of a training of so many epochs that goes on after {@code startEpoch} of them. */
    Progress(Console console, boolean quiet, int epochs, int startEpoch) {
        this.console = console;
        this.quiet = quiet;
        this.epochs = epochs;
        this.startEpoch = startEpoch;
    }

    /** Seconds since training began. */
    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    /** After each step. */
    void step(TrainingState state, int batches) {
        long now = System.nanoTime();
        if (!quiet && console.errIsTerminal() && now - shown >= REFRESH) {
            show(state, state.history().size() + (double) state.batch() / batches);
            shown = now;
        }
    }

    /** After each epoch. */
    void epoch(TrainingState state) {
        int done = state.history().size();
        if (done == startEpoch + 1) {
            afterFirst = System.nanoTime();
        }
        if (quiet) {
            return;
        }
        if (console.errIsTerminal()) {
            show(state, done);
        } else if (done == startEpoch + 1 || tenth(done) > tenth(done - 1)) {
            console.err().println("epoch " + done + "/" + epochs + ": " + losses(state) + left(done));
        }
    }

    private int tenth(int done) {
        return (int) (10L * done / epochs);
    }

    /** Leaves the line as it stands. */
    void end() {
        if (open) {
            console.err().println();
            open = false;
        }
    }

    private void show(TrainingState state, double done) {
        int filled = (int) (BAR * done / epochs);
        String bar = "█".repeat(filled) + "░".repeat(BAR - filled);
        int epoch = Math.min(epochs, (int) done + 1);
        String line = "epoch " + epoch + "/" + epochs + " " + bar + " " + losses(state) + left(done);
        String cut = line.length() > WIDTH ? line.substring(0, WIDTH) : line;
        console.err().print("\r" + cut + " ".repeat(WIDTH - cut.length()));
        console.err().flush();
        open = true;
    }

    private static String losses(TrainingState state) {
        List<Epoch> history = state.history();
        if (history.isEmpty()) {
            return "first epoch";
        }
        Epoch last = history.get(history.size() - 1);
        String loss = "loss " + Figures.rounded(last.loss(), 3);
        if (last.validation().isEmpty()) {
            return loss;
        }
        return loss + ", validation " + Figures.rounded(last.validation().getAsDouble(), 3);
    }

    private String left(double done) {
        if (done < startEpoch + 2 || done >= epochs) {
            return done >= epochs ? ", " + Figures.seconds(seconds()) : "";
        }
        double perEpoch = (System.nanoTime() - afterFirst) / 1e9 / (done - startEpoch - 1);
        return String.format(Locale.ROOT, ", %s left", Figures.seconds(perEpoch * (epochs - done)));
    }
}
