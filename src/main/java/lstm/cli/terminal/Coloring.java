package lstm.cli.terminal;

/** Whether progress lines have colors. */
public enum Coloring {
    /** The filled part of a bar is colored. */
    COLOR,
    /** Without escape sequences for colors. */
    PLAIN
}
