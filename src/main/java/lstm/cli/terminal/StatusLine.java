package lstm.cli.terminal;

import java.io.PrintStream;

/**
 * A line on a terminal that is rewritten as things go on. It is one column short of the width, since some terminals
 * begin a new line after the last one.
 */
final class StatusLine {
    private static final String CYAN = "\u001b[36m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintStream to;
    private final Terminal screen;
    private boolean open;

    StatusLine(PrintStream to, Terminal screen) {
        this.to = to;
        this.screen = screen;
    }

    /** Puts a text in the place of what the line showed. */
    void show(String text) {
        int columns = screen.width() - 1;
        String cut = text.length() > columns ? text.substring(0, columns) : text;
        String shown = screen.color() ? cut.replaceFirst(ProgressBar.FULL + "+", CYAN + "$0" + PLAIN) : cut;
        to.print("\r" + shown + " ".repeat(columns - cut.length()));
        to.flush();
        open = true;
    }

    /** Leaves the line as it stands; what is printed next stands below it. */
    void end() {
        if (open) {
            to.println();
            open = false;
        }
    }
}
