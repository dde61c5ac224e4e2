package lstm.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * One process that opens, uses and closes networks and tracers: small ones, then a large one, and then tries some that
 * are too large to open. It prints its resident memory in bytes after the first small ones and after each kind.
 */
final class NetworkMemoryProgram {
    private static final int FIRST = 100;
    private static final int MORE = 4_900;
    private static final int FAILURES = 4;
    private static final int STEPS = 3;
    /** A batch of two slices. */
    private static final int ROWS = 20;

    private static final int SMALL = 16;
    /** Units whose weights take 6 MiB, several times over while the network and the tracer are open. */
    private static final int LARGE = 600;
    /** Units whose weights take 100 MiB, more than the heap of the process. */
    private static final int TOO_LARGE = 2500;

    private NetworkMemoryProgram() {}

    public static void main(String[] arguments) throws IOException {
        Runnable small = user(SMALL);
        Runnable large = user(LARGE);
        repeat(FIRST, small);
        repeat(MORE, small);
        repeat(1, large);
        repeat(FAILURES, NetworkMemoryProgram::failToOpen);
    }

    private static void repeat(int count, Runnable turn) throws IOException {
        for (int done = 0; done < count; done++) {
            turn.run();
        }
        System.out.println(residentMemory());
    }

    private static Runnable user(int units) {
        Architecture architecture = new Architecture(CellKind.LSTM, 1, units, 1, 0.2, 1);
        Example example = Example.draw(architecture, STEPS, ROWS, new Random(1));
        float[] targets = new float[ROWS];
        float[] gradient = new float[architecture.layout().size()];
        return () -> {
            try (Network network = example.network(1);
                    Tracer tracer = new Tracer(architecture, STEPS, ROWS, example.weights())) {
                network.train(example.from(0), ROWS, targets, Loss.Point.MSE, new DropoutKey(1, 0, 0), gradient);
                tracer.forward(example.windows());
            }
        };
    }

    private static void failToOpen() {
        Architecture architecture = new Architecture(CellKind.LSTM, 1, TOO_LARGE, 1, 0, 1);
        try (Network network = new Network(architecture, STEPS, 1)) {
            throw new IllegalStateException("there is room for " + network.architecture());
        } catch (OutOfMemoryError e) {
            // As it should be: the copy of the weights on the heap does not fit.
        }
    }

    private static long residentMemory() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("no VmRSS in /proc/self/status");
    }
}
