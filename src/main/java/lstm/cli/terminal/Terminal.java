package lstm.cli.terminal;

import java.util.Map;
import lstm.text.CharacterSet;

/**
 * What a person sees of standard error.
 *
 * @param progress how progress is shown
 * @param width number of columns
 * @param coloring whether colors are wanted
 * @param characters which characters can be shown
 */
public record Terminal(ProgressStyle progress, int width, Coloring coloring, CharacterSet characters) {
    private static final int WIDTH = 80;

    /** The terminal of a console; {@code TERM}, {@code COLUMNS} and {@code NO_COLOR} are honored. */
    public static Terminal of(Console console, boolean noColor) {
        Map<String, String> environment = console.environment();
        boolean live =
                console.errIsTerminal() && !environment.getOrDefault("TERM", "").equals("dumb");
        boolean color =
                live && !noColor && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(
                live ? ProgressStyle.LIVE : ProgressStyle.LINES,
                width(environment.getOrDefault("COLUMNS", "")),
                color ? Coloring.COLOR : Coloring.PLAIN,
                console.characters());
    }

    private static int width(String columns) {
        return columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : WIDTH;
    }

    /** The same terminal without progress. */
    public Terminal silent() {
        return new Terminal(ProgressStyle.NONE, width, coloring, characters);
    }
}
