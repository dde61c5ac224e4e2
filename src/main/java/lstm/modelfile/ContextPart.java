package lstm.modelfile;

import java.io.IOException;
import java.util.Arrays;
import lstm.error.LstmException;
import lstm.model.HistoryTail;
import lstm.model.Model;
import lstm.series.StampKind;

/** The field {@code context}: the last rows of the series. Lists grow as they are read, for a file may promise much. */
final class ContextPart {
    private ContextPart() {}

    static void write(JsonFieldWriter out, Model model) throws IOException {
        HistoryTail context = model.context();
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
    static HistoryTail read(JsonFieldReader in, StampKind kind, int rows, int columns)
            throws IOException, LstmException {
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
        return in.valid("context", () -> new HistoryTail(stamps, values));
    }

    private static long[] stamps(JsonFieldReader in, StampKind kind, int rows) throws IOException, LstmException {
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

    private static double[] column(JsonFieldReader in, int rows) throws IOException, LstmException {
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

    private static void checkRows(JsonFieldReader in, int size, int rows) throws LstmException {
        if (size != rows) {
            throw in.fault("has " + size + " items for a lookback of " + rows);
        }
    }
}
