package lstm.cli.terminal;

import java.util.Map;

/**
 * What a person sees of standard error.
 *
 * @param live whether a line can be rewritten there
 * @param width columns of it
 * @param color whether colors are wanted
 */
public record Terminal(boolean live, int width, boolean color) {
    private static final int WIDTH = 80;

    /** That of a console: {@code TERM}, {@code COLUMNS} and {@code NO_COLOR} are honoured. */
    public static Terminal of(Console console, boolean noColor) {
        Map<String, String> environment = console.environment();
        boolean live =
                console.errIsTerminal() && !environment.getOrDefault("TERM", "").equals("dumb");
        boolean color =
                live && !noColor && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(live, width(environment.getOrDefault("COLUMNS", "")), color);
    }

    private static int width(String columns) {
        return columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : WIDTH;
    }
}
