package lstm.model;

import java.io.IOException;
import java.util.Arrays;
import lstm.file.UserException;
import lstm.series.StampKind;

/** The field {@code context}: the last rows of the series. Lists grow as they are read, for a file may promise much. */
final class ContextPart {
    private ContextPart() {}

    static void write(JsonOut out, Model model) throws IOException {
        Context context = model.context();
        out.at("context").object();
        out.at("stamps").list();
        for (long stamp : context.stamps()) {
            StampText.write(out, model.stamps(), stamp);
        }
        out.endList();
        out.at("values").list();
        for (double[] column : context.values()) {
            out.list();
            for (double value : column) {
                out.number(value);
            }
            out.endList();
        }
        out.endList();
        out.end();
    }

    /**
     * @param rows there must be
     * @param columns there must be
     */
    static Context read(JsonIn in, StampKind kind, int rows, int columns) throws IOException, UserException {
        in.at("context").object();
        long[] stamps = stamps(in.at("stamps"), kind, rows);
        in.at("values").list();
        double[][] values = new double[columns][];
        for (int column = 0; column < columns; column++) {
            if (!in.more()) {
                throw in.fault("ends after " + column + " of " + columns + " columns");
            }
            values[column] = column(in, rows);
        }
        if (in.more()) {
            throw in.fault("is one more than there are columns");
        }
        in.end();
        return in.valid("context", () -> new Context(stamps, values));
    }

    private static long[] stamps(JsonIn in, StampKind kind, int rows) throws IOException, UserException {
        in.list();
        long[] stamps = new long[16];
        int size = 0;
        while (in.more()) {
            stamps = size == stamps.length ? Arrays.copyOf(stamps, size + (size >> 1)) : stamps;
            stamps[size] = StampText.read(in, kind);
            if (size > 0 && stamps[size] <= stamps[size - 1]) {
                throw in.fault("is not after the stamp before it");
            }
            size++;
        }
        checkRows(in, size, rows);
        return Arrays.copyOf(stamps, size);
    }

    private static double[] column(JsonIn in, int rows) throws IOException, UserException {
        in.list();
        // As many as there were stamps, so this is no more than the file has shown.
        double[] values = new double[rows];
        int size = 0;
        while (in.more()) {
            double value = in.number();
            if (size < rows) {
                values[size] = value;
            }
            size++;
        }
        checkRows(in, size, rows);
        return values;
    }

    private static void checkRows(JsonIn in, int size, int rows) throws UserException {
        if (size != rows) {
            throw in.fault("has " + size + " items for a lookback of " + rows);
        }
    }
}
