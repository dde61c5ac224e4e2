package lstm.chart;

import lstm.text.CharacterSet;

/** Something to look at: it paints itself on a canvas, and writes itself in characters for a terminal. */
public interface Figure {
    /** What it shows, in a sentence or two, for readers who cannot see it. */
    String description();

    /** Width of the canvas it needs, in points. */
    int width();

    /** Height of the canvas it needs, in points. */
    int height();

    /** Paints it, background included, from the upper left corner on. */
    void paint(Canvas canvas);

    /**
     * The figure in lines of at most 79 characters, each ended by a line break.
     *
     * @param characters the characters it may use
     */
    String text(CharacterSet characters);
}
