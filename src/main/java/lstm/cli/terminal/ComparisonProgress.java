package lstm.cli.terminal;

import java.util.Locale;
import lstm.preset.PresetForm;
import lstm.report.PresetText;
import lstm.workflow.ComparisonListener;

/**
 * Shows how far the comparison of settings is that a preset may choose: on a terminal in one line, else in a line each.
 */
public final class ComparisonProgress implements ComparisonListener {
    private static final long REFRESH = 100_000_000L;
    private static final int BAR = 20;

    private final Console console;
    private final Terminal screen;
    private final StatusLine line;
    private String what = "";
    private long shown;

    /** Progress of a comparison that begins now. */
    public ComparisonProgress(Console console, Terminal screen) {
        this.console = console;
        this.screen = screen;
        line = new StatusLine(console.err(), screen);
        shown = console.clock().getAsLong();
    }

    @Override
    public void begins(int number, int of, PresetForm form) {
        what = "comparing " + number + " of " + of + ": " + PresetText.of(form);
        if (screen.progress() == ProgressStyle.LINES) {
            console.say(what);
        }
    }

    @Override
    public boolean stopsAfter(long done, long total) {
        long now = console.clock().getAsLong();
        if (screen.progress() == ProgressStyle.LIVE && now - shown >= REFRESH) {
            shown = now;
            double share = (double) done / total;
            line.show(String.format(
                    Locale.ROOT,
                    "%s %s %3.0f %%",
                    what,
                    new ProgressBar(screen.characters()).of(share, BAR),
                    100 * share));
        }
        return false;
    }

    /** Removes what was shown. */
    public void end() {
        line.clear();
    }
}
