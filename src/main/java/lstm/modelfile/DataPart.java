package lstm.modelfile;

import java.io.IOException;
import java.util.Optional;
import lstm.calendar.Calendar;
import lstm.error.LstmException;
import lstm.model.DataFingerprint;
import lstm.model.Model;
import lstm.prepare.Preparation;
import lstm.series.StampKind;

/**
 * The fields {@code data}, {@code transform}, {@code scaler} and {@code calendar}: what the series was, and its scale.
 */
record DataPart(DataFingerprint seen, Preparation preparation, Calendar calendar) {
    static void write(JsonFieldWriter out, Model model) throws IOException {
        DataFingerprint seen = model.data();
        out.at("data").object();
        if (seen.series() > 1) {
            out.at("series").whole(seen.series());
        }
        out.at("rows").whole(seen.rows());
        out.at("train_rows").whole(seen.trainRows());
        StampText.write(out.at("first"), model.stamps(), seen.first());
        StampText.write(out.at("last"), model.stamps(), seen.last());
        if (seen.use().isPresent()) {
            StampText.write(
                    out.at("trained_to"), model.stamps(), seen.use().get().trainedTo());
            StampText.write(
                    out.at("chosen_to"), model.stamps(), seen.use().get().chosenTo());
        }
        out.at("sha256").text(seen.sha256());
        out.end();
        PreparationPart.write(out, model);
        CalendarPart.write(out, model.calendar());
    }

    static DataPart read(JsonFieldReader in, ColumnsPart columns, ConfigPart config) throws IOException, LstmException {
        DataFingerprint seen = seen(in, columns.stamps());
        Preparation preparation = PreparationPart.read(in, columns, config, seen.series() > 1);
        return new DataPart(seen, preparation, CalendarPart.read(in));
    }

    private static DataFingerprint seen(JsonFieldReader in, StampKind kind) throws IOException, LstmException {
        in.at("data").object();
        int series = in.has("series") ? several(in) : 1;
        int rows = in.at("rows").whole();
        int trainRows = in.at("train_rows").whole();
        long first = StampText.read(in.at("first"), kind);
        long last = StampText.read(in.at("last"), kind);
        Optional<DataFingerprint.Use> use = in.has("trained_to") ? Optional.of(use(in, kind)) : Optional.empty();
        String sha256 = in.at("sha256").text();
        in.end();
        return in.valid("data", () -> new DataFingerprint(series, rows, trainRows, first, last, sha256, use));
    }

    private static DataFingerprint.Use use(JsonFieldReader in, StampKind kind) throws IOException, LstmException {
        long trainedTo = StampText.read(in, kind);
        long chosenTo = StampText.read(in.at("chosen_to"), kind);
        return in.valid("data", () -> new DataFingerprint.Use(trainedTo, chosenTo));
    }

    /** A count that is written only where there is more than one. */
    private static int several(JsonFieldReader in) throws IOException, LstmException {
        int series = in.whole();
        if (series < 2) {
            throw in.fault("is not the count of several");
        }
        return series;
    }
}
