package lstm.prepare;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lstm.calendar.CalendarFeature;

/** What the network is told of stamps: {@link CalendarFeature#WIDTH} inputs for each feature. */
final class CalendarInputs {
    /** The series of a table mostly share fewer stamps than this. */
    private static final int MOST_REMEMBERED = 1 << 16;

    private final List<CalendarFeature> features;
    private final int mostRemembered;
    private final Map<Long, float[]> remembered = new ConcurrentHashMap<>();

    private CalendarInputs(List<CalendarFeature> features, int mostRemembered) {
        this.features = features;
        this.mostRemembered = mostRemembered;
    }

    /** For stamps that are each asked for once. */
    static CalendarInputs of(List<CalendarFeature> features) {
        return new CalendarInputs(features, 0);
    }

    /** For stamps that are asked for again and again; any number of threads may ask. */
    static CalendarInputs remembering(List<CalendarFeature> features) {
        return new CalendarInputs(features, MOST_REMEMBERED);
    }

    /** Writes the inputs of a stamp. Modifies {@code to} from {@code at} on. */
    void write(long stamp, float[] to, int at) {
        float[] known = remembered.get(stamp);
        if (known != null) {
            System.arraycopy(known, 0, to, at, known.length);
            return;
        }
        for (int k = 0; k < features.size(); k++) {
            features.get(k).write(stamp, to, at + k * CalendarFeature.WIDTH);
        }
        if (remembered.size() < mostRemembered) {
            remembered.put(stamp, Arrays.copyOfRange(to, at, at + features.size() * CalendarFeature.WIDTH));
        }
    }
}
