package lstm.chart;

import java.util.Arrays;

/** A grid of characters to draw on. Coordinates are in [0, 1], from the lower left corner. */
final class CharacterGrid {
    private static final int ACROSS = 2;
    private static final int DOWN = 4;
    private static final char BLANK = '\u2800';

    /** Bits of the dots of a braille character, by row and column. */
    private static final int[][] DOTS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private final int columns;
    private final char[][] cells;

    CharacterGrid(int columns, int rows) {
        this.columns = columns;
        cells = new char[rows][columns];
        for (char[] row : cells) {
            Arrays.fill(row, ' ');
        }
    }

    String row(int row) {
        return new String(cells[row]);
    }

    /** Draws a line in braille dots, over what is there. */
    void dots(double[] x, double[] y) {
        walk(x, y, ACROSS * columns, DOWN * cells.length, (column, row) -> {
            char old = cells[row / DOWN][column / ACROSS];
            int dots = old >= BLANK && old < BLANK + 256 ? old - BLANK : 0;
            cells[row / DOWN][column / ACROSS] = (char) (BLANK + (dots | DOTS[row % DOWN][column % ACROSS]));
        });
    }

    /** Draws a connected line of one character, over what is there. */
    void line(double[] x, double[] y, char mark) {
        walk(x, y, columns, cells.length, (column, row) -> cells[row][column] = mark);
    }

    /** Draws a line with one character per column that it crosses, over what is there. */
    void marks(double[] x, double[] y, char mark) {
        for (int k = 0; k < x.length; k++) {
            int from = k == 0 ? place(x[0], columns) : place(x[k - 1], columns) + 1;
            int to = place(x[k], columns);
            for (int column = Math.min(from, to); column <= to; column++) {
                double share = from >= to ? 1 : (double) (column - from + 1) / (to - from + 1);
                double height = k == 0 ? y[0] : y[k - 1] + share * (y[k] - y[k - 1]);
                cells[cells.length - 1 - place(height, cells.length)][column] = mark;
            }
        }
    }

    /** Receives the cells of a line. */
    private interface Pen {
        void at(int column, int row);
    }

    /** Visits every cell from point to point, without gaps even where the line is steep. */
    private static void walk(double[] x, double[] y, int columns, int rows, Pen pen) {
        int column = place(x[0], columns);
        int row = place(y[0], rows);
        pen.at(column, rows - 1 - row);
        for (int k = 1; k < x.length; k++) {
            int toColumn = place(x[k], columns);
            int toRow = place(y[k], rows);
            int steps = Math.max(Math.abs(toColumn - column), Math.abs(toRow - row));
            for (int step = 1; step <= steps; step++) {
                int c = column + Math.round((float) (toColumn - column) * step / steps);
                int r = row + Math.round((float) (toRow - row) * step / steps);
                pen.at(c, rows - 1 - r);
            }
            column = toColumn;
            row = toRow;
        }
    }

    private static int place(double share, int count) {
        return Math.max(0, Math.min(count - 1, (int) (share * count)));
    }
}
