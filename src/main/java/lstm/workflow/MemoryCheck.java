package lstm.workflow;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import lstm.error.LstmException;
import lstm.error.Phrase;
import lstm.error.Setting;
import lstm.network.MemoryEstimate;

/**
 * The memory there is.
 *
 * @param heap bytes that Java may use
 * @param all bytes that the machine, or the container, has
 */
public record MemoryCheck(long heap, long all) {
    private static final Phrase SMALLER = Phrase.of(
            "use fewer ",
            Setting.UNITS,
            " or ",
            Setting.LAYERS,
            ", or a smaller ",
            Setting.LOOKBACK,
            " or ",
            Setting.BATCH);

    /** Of this process. */
    public static MemoryCheck here() {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new MemoryCheck(Runtime.getRuntime().maxMemory(), machine.getTotalMemorySize());
    }

    /** Refuses a training that cannot fit, before it starts. */
    public void require(MemoryEstimate needed) throws LstmException {
        if (needed.all() > all) {
            throw LstmException.usage(
                            "this training needs at least ", size(needed.all()), " of memory, and there is ", size(all))
                    .remedy(SMALLER);
        } else if (needed.heap() > heap) {
            long enough = needed.heap() + needed.heap() / 4;
            throw LstmException.usage(
                            "this training needs at least ",
                            size(needed.heap()),
                            " of Java's heap, which is limited to ",
                            size(heap))
                    .remedy(SMALLER, ", or give Java more: JDK_JAVA_OPTIONS=-Xmx", (enough >> 20) + 1, "m");
        }
    }

    private static String size(long bytes) {
        return bytes < 1L << 30
                ? (bytes + (1 << 20) - 1 >> 20) + " MiB"
                : String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
    }
}
