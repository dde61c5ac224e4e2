package lstm.cli.terminal;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import lstm.cli.terminal.ProgressLine.Content;
import lstm.text.CharacterSet;
import lstm.text.NumberText;
import lstm.train.Epoch;
import lstm.train.Recipe;
import lstm.train.TrainingState;

/**
 * Shows the progress of training: on a terminal in one line that is rewritten, elsewhere in a plain line after the
 * first epoch and after each tenth of the epochs. The remaining time is shown from the second epoch on; with early
 * stopping it is an upper bound.
 */
public final class TrainingProgress {
    private static final long REFRESH = 100_000_000L;

    private final Console console;
    private final Terminal screen;
    private final Recipe recipe;
    private final int startEpoch;
    private final LongSupplier clock;
    private final RemainingTime pace;
    private final ProgressLine layout;
    private final StatusLine line;
    private long shown;
    private double ended;
    private int baseEpochs;

    /**
     * What is trained.
     *
     * @param recipe how
     * @param validates whether rows are held out
     * @param startEpoch number of epochs finished earlier
     */
    public record Plan(Recipe recipe, boolean validates, int startEpoch) {
        private ProgressLine.Losses losses() {
            return validates ? ProgressLine.Losses.TRAINING_AND_VALIDATION : ProgressLine.Losses.TRAINING;
        }
    }

    /** Progress of a training that begins now, by the console's clock. */
    public TrainingProgress(Console console, Terminal screen, Plan plan) {
        this.console = console;
        this.screen = screen;
        this.recipe = plan.recipe;
        this.startEpoch = plan.startEpoch;
        this.clock = console.clock();
        this.pace = new RemainingTime(clock, startEpoch);
        ProgressBar bar = new ProgressBar(screen.characters());
        this.layout = new ProgressLine(bar, screen.width() - 1, recipe.epochs(), plan.losses());
        this.line = new StatusLine(console.err(), screen);
        this.shown = clock.getAsLong() - REFRESH;
    }

    /** Seconds since training began. */
    public double seconds() {
        return pace.seconds();
    }

    /** Call this after each step. */
    public void step(TrainingState state, int batches) {
        long now = clock.getAsLong();
        if (screen.progress() == ProgressStyle.LIVE && now - shown >= REFRESH) {
            show(state, state.history().size() + (double) state.batch() / batches);
            shown = now;
        }
    }

    /** Call this after each epoch. */
    public void epoch(TrainingState state) {
        int done = state.history().size();
        pace.mark(done);
        if (screen.progress() == ProgressStyle.LINES && (done == startEpoch + 1 || tenth(done) > tenth(done - 1))) {
            console.err().println("epoch " + done + "/" + recipe.epochs() + ": " + plain(state, done));
        }
    }

    /** Call this after each step of the training of the base network, which comes after {@link #end}. */
    public void baseStep(TrainingState state, int batches) {
        long now = clock.getAsLong();
        if (screen.progress() == ProgressStyle.LINES && baseEpochs == 0) {
            console.err().println("training the base model for a few epochs");
        }
        baseEpochs = state.history().size() + (state.batch() > 0 ? 1 : 0);
        if (screen.progress() == ProgressStyle.LIVE && now - shown >= REFRESH) {
            double done = state.history().size() + (double) state.batch() / batches;
            line.show("training the base model: epoch " + ((int) done + 1));
            shown = now;
        }
    }

    /** Removes what {@link #baseStep} shows on a terminal; elsewhere a plain line says that this has ended. */
    public void baseEnd() {
        line.clear();
        if (screen.progress() == ProgressStyle.LINES && baseEpochs > 0) {
            console.err()
                    .println("training the base model: " + baseEpochs + (baseEpochs == 1 ? " epoch, " : " epochs, ")
                            + NumberText.seconds(seconds() - ended));
        }
    }

    private int tenth(int done) {
        return (int) (10L * done / recipe.epochs());
    }

    /** Shows the final state and ends the line. */
    public void end(TrainingState state) {
        int done = state.history().size();
        if (screen.progress() == ProgressStyle.LIVE && state.batch() == 0) {
            line.show(text(state, done, done, pace.overall(done), "in " + ProgressLine.clock(seconds())));
        }
        line.end();
        ended = seconds();
    }

    private void show(TrainingState state, double done) {
        OptionalDouble each = pace.perPiece(done);
        String left = each.isEmpty() ? "" : atMost() + ProgressLine.clock(left(each.getAsDouble(), done)) + " left";
        line.show(text(state, Math.min(recipe.epochs(), (int) done + 1), done, each, left));
    }

    private String text(TrainingState state, int epoch, double done, OptionalDouble each, String left) {
        String loss = "";
        String validation = "";
        if (!state.history().isEmpty()) {
            Epoch last = last(state);
            loss = ProgressLine.number(last.loss());
            validation = last.validation().isPresent()
                    ? ProgressLine.number(last.validation().getAsDouble())
                    : "";
        } else if (state.batch() > 0) {
            // The mean so far: the first epoch may take long, and there is no other loss yet.
            loss = ProgressLine.number(state.lossSum() / ((double) state.batch() * recipe.batch()));
        }
        String rate = each.isPresent() ? ProgressLine.rate(each.getAsDouble()) : "";
        return layout.text(new Content(epoch, done / recipe.epochs(), loss, validation, rate, left));
    }

    private String plain(TrainingState state, int done) {
        Epoch last = last(state);
        String text = "loss " + NumberText.rounded(last.loss(), 3);
        if (last.validation().isPresent()) {
            text += ", validation " + NumberText.rounded(last.validation().getAsDouble(), 3);
        }
        if (done == recipe.epochs()) {
            return text + ", " + NumberText.seconds(seconds());
        }
        OptionalDouble each = pace.perPiece(done);
        return each.isEmpty()
                ? text
                : text + ", " + ProgressLine.rate(each.getAsDouble()) + ", "
                        + (recipe.patience() > 0 ? "at most " : "")
                        + NumberText.seconds(left(each.getAsDouble(), done)) + " left";
    }

    private String atMost() {
        return recipe.patience() == 0 ? "" : screen.characters() == CharacterSet.ASCII ? "<=" : "\u2264";
    }

    private double left(double each, double done) {
        return each * (recipe.epochs() - done);
    }

    private static Epoch last(TrainingState state) {
        List<Epoch> history = state.history();
        return history.get(history.size() - 1);
    }
}
