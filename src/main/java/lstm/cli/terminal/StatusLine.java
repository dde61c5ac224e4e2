package lstm.cli.terminal;

import java.io.PrintStream;

/**
 * A line on a terminal that is rewritten in place. It is one column narrower than the terminal, since some terminals
 * wrap after the last column.
 */
final class StatusLine {
    private static final String CYAN = "\u001b[36m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintStream to;
    private final Terminal screen;
    private final String filledPart;
    private boolean open;

    StatusLine(PrintStream to, Terminal screen) {
        this.to = to;
        this.screen = screen;
        this.filledPart = new ProgressBar(screen.characters()).full() + "+";
    }

    /** Replaces the text of the line. */
    void show(String text) {
        int columns = screen.width() - 1;
        String cut = text.length() > columns ? text.substring(0, columns) : text;
        String shown = screen.coloring() == Coloring.COLOR ? cut.replaceFirst(filledPart, CYAN + "$0" + PLAIN) : cut;
        to.print("\r" + shown + " ".repeat(columns - cut.length()));
        to.flush();
        open = true;
    }

    /** Removes the line; later output takes its place. */
    void clear() {
        if (open) {
            to.print("\r" + " ".repeat(screen.width() - 1) + "\r");
            to.flush();
            open = false;
        }
    }

    /** Ends the line; later output goes below it. */
    void end() {
        if (open) {
            to.println();
            open = false;
        }
    }
}
