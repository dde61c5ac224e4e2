package lstm.modelfile;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import lstm.error.LstmException;
import lstm.series.StampKind;

/** A stamp in a model file: ISO date, ISO date and time, or for row numbers a number. */
final class StampText {
    private StampText() {}

    static void write(JsonFieldWriter out, StampKind kind, long stamp) throws IOException {
        if (kind == StampKind.NONE) {
            out.whole(stamp);
        } else {
            out.text(kind.text(stamp));
        }
    }

    static long read(JsonFieldReader in, StampKind kind) throws IOException, LstmException {
        if (kind == StampKind.NONE) {
            return in.large();
        }
        String text = in.text();
        long stamp;
        try {
            stamp = kind == StampKind.DATE
                    ? LocalDate.parse(text).atStartOfDay().toEpochSecond(ZoneOffset.UTC)
                    : LocalDateTime.parse(text).toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw in.fault(LstmException.quote(text) + " is not an ISO " + JsonFieldWriter.word(kind));
        }
        if (!kind.text(stamp).equals(text)) {
            throw in.fault(LstmException.quote(text) + " is not written as " + kind.text(stamp));
        }
        return stamp;
    }
}
