package lstm.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lstm.file.UserException;
import lstm.prepare.MinMax;
import lstm.series.Calendar;
import lstm.series.ReadOptions;
import lstm.series.StampKind;
import lstm.series.Step;

/**
 * The fields {@code data}, {@code transform}, {@code scaler} and {@code calendar}: what the series was, and its scale.
 */
record DataPart(DataSeen seen, List<MinMax> scalers, Calendar calendar) {
    /** What is done to values before they are scaled. */
    private enum Transform {
        NONE
    }

    /** How they are scaled. */
    private enum Scaling {
        MIN_MAX
    }

    static void write(JsonOut out, Model model) throws IOException {
        DataSeen seen = model.data();
        out.at("data").object();
        out.at("rows").whole(seen.rows());
        out.at("train_rows").whole(seen.trainRows());
        StampText.write(out.at("first"), model.stamps(), seen.first());
        StampText.write(out.at("last"), model.stamps(), seen.last());
        out.at("sha256").text(seen.sha256());
        out.end();
        out.at("transform").choice(Transform.NONE);
        out.at("scaler").list();
        for (int column = 0; column < model.scalers().size(); column++) {
            MinMax scaler = model.scalers().get(column);
            out.object();
            out.at("column").text(name(model.reading(), column));
            out.at("kind").choice(Scaling.MIN_MAX);
            out.at("min").number(scaler.min());
            out.at("max").number(scaler.max());
            out.end();
        }
        out.endList();
        Calendar calendar = model.calendar();
        out.at("calendar").object();
        out.at("step").choice(calendar.step());
        out.at("count").whole(calendar.count());
        out.at("day_of_month").whole(calendar.dayOfMonth());
        out.at("regular").flag(calendar.regular());
        out.end();
    }

    static DataPart read(JsonIn in, ColumnsPart columns) throws IOException, UserException {
        DataSeen seen = seen(in, columns.stamps());
        in.at("transform").choice(Transform.values());
        List<MinMax> scalers = scalers(in, columns.reading());
        return new DataPart(seen, scalers, calendar(in));
    }

    private static DataSeen seen(JsonIn in, StampKind kind) throws IOException, UserException {
        in.at("data").object();
        int rows = in.at("rows").whole();
        int trainRows = in.at("train_rows").whole();
        long first = StampText.read(in.at("first"), kind);
        long last = StampText.read(in.at("last"), kind);
        String sha256 = in.at("sha256").text();
        in.end();
        return in.valid("data", () -> new DataSeen(rows, trainRows, first, last, sha256));
    }

    private static List<MinMax> scalers(JsonIn in, ReadOptions reading) throws IOException, UserException {
        in.at("scaler").list();
        List<MinMax> scalers = new ArrayList<>();
        while (in.more()) {
            if (scalers.size() > reading.features().size()) {
                throw in.fault("is one more than there are columns");
            }
            in.object();
            String name = name(reading, scalers.size());
            if (!in.at("column").text().equals(name)) {
                throw in.fault("is not " + UserException.quote(name) + ", the column in \"columns\"");
            }
            in.at("kind").choice(Scaling.values());
            double min = in.at("min").number();
            double max = in.at("max").number();
            in.end();
            scalers.add(in.valid("scaler", () -> new MinMax(min, max)));
        }
        return scalers;
    }

    private static Calendar calendar(JsonIn in) throws IOException, UserException {
        in.at("calendar").object();
        Step step = in.at("step").choice(Step.values());
        long count = in.at("count").large();
        int dayOfMonth = in.at("day_of_month").whole();
        boolean regular = in.at("regular").flag();
        in.end();
        return in.valid("calendar", () -> new Calendar(step, count, dayOfMonth, regular));
    }

    private static String name(ReadOptions reading, int column) {
        return column == 0 ? reading.target().orElseThrow() : reading.features().get(column - 1);
    }
}
