package lstm.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * One process that opens, uses and closes networks and tracers again and again, or fails to open them, and prints its
 * resident memory in bytes after the first and after the last of them. Its arguments: {@code use} or {@code fail}, how
 * many come first, and how many there are in all.
 */
final class NetworkMemoryProgram {
    private static final int STEPS = 6;
    /** A batch that needs three slices. */
    private static final int ROWS = 40;
    /** Weights of 100 MiB, more than the heap of the process. */
    private static final int TOO_MANY_UNITS = 2500;

    private NetworkMemoryProgram() {}

    public static void main(String[] arguments) throws IOException {
        Runnable turn = arguments[0].equals("use") ? user() : NetworkMemoryProgram::failToOpen;
        int first = Integer.parseInt(arguments[1]);
        int all = Integer.parseInt(arguments[2]);
        for (int done = 1; done <= all; done++) {
            turn.run();
            if (done == first || done == all) {
                System.out.println(residentMemory());
            }
        }
    }

    private static Runnable user() {
        Architecture architecture = new Architecture(CellKind.LSTM, 2, 24, 2, 0.2, 1);
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
        Architecture architecture = new Architecture(CellKind.LSTM, 1, TOO_MANY_UNITS, 1, 0, 1);
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
