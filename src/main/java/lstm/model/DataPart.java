package lstm.model;

import java.io.IOException;
import lstm.file.UserException;
import lstm.prepare.Preparation;
import lstm.series.Calendar;
import lstm.series.StampKind;

/**
 * The fields {@code data}, {@code transform}, {@code scaler} and {@code calendar}: what the series was, and its scale.
 */
record DataPart(DataSeen seen, Preparation preparation, Calendar calendar) {
    static void write(JsonOut out, Model model) throws IOException {
        DataSeen seen = model.data();
        out.at("data").object();
        if (seen.series() > 1) {
            out.at("series").whole(seen.series());
        }
        out.at("rows").whole(seen.rows());
        out.at("train_rows").whole(seen.trainRows());
        StampText.write(out.at("first"), model.stamps(), seen.first());
        StampText.write(out.at("last"), model.stamps(), seen.last());
        out.at("sha256").text(seen.sha256());
        out.end();
        PreparationPart.write(out, model);
        CalendarPart.write(out, model.calendar());
    }

    static DataPart read(JsonIn in, ColumnsPart columns, ConfigPart config) throws IOException, UserException {
        DataSeen seen = seen(in, columns.stamps());
        Preparation preparation = PreparationPart.read(in, columns, config, seen.series() > 1);
        return new DataPart(seen, preparation, CalendarPart.read(in));
    }

    private static DataSeen seen(JsonIn in, StampKind kind) throws IOException, UserException {
        in.at("data").object();
        int series = in.has("series") ? several(in) : 1;
        int rows = in.at("rows").whole();
        int trainRows = in.at("train_rows").whole();
        long first = StampText.read(in.at("first"), kind);
        long last = StampText.read(in.at("last"), kind);
        String sha256 = in.at("sha256").text();
        in.end();
        return in.valid("data", () -> new DataSeen(series, rows, trainRows, first, last, sha256));
    }

    /** A count that is written only where there is more than one. */
    private static int several(JsonIn in) throws IOException, UserException {
        int series = in.whole();
        if (series < 2) {
            throw in.fault("is not the count of several");
        }
        return series;
    }
}
